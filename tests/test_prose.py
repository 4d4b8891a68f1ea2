"""The table of descriptions: what each says about its value, and what it does not say."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ir import Facts, ScalarKind, ScalarType
from generator.read.notation import parse_type
from generator.read.prose import infer
from generator.source import SourceSpan

TABLE = Path(__file__).parent / "tables" / "prose.md"


def _rows() -> list[tuple[str, str, str]]:
    """Description, type and facts of each row; ``\\|`` is a bar and ``<br>`` a new line."""
    rows = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| ") and not line.startswith(("| description", "| ---")):
            text, notation, facts = line.replace("\\|", "\0").strip("| ").split(" | ")
            text = text.strip().replace("\0", "|").replace("<br>", "\n")
            rows.append((text, notation.strip().replace("\0", "|"), facts.strip()))
    return rows


def _shorthand(facts: Facts) -> str:
    """``values a, b; default 1; maxLength 64; required``; ``nothing`` where nothing is said."""
    parts = []
    if facts.values:
        parts.append("values " + ", ".join(map(_value, facts.values.values)))
    if facts.default:
        parts.append(f"default {_value(facts.default.value)}")
    parts += [f"{one.kind} {_value(one.value)}" for one in facts.constraints]
    parts += ["required"] * bool(facts.required)
    parts += ["deprecated"] * facts.deprecated
    parts += ["read-only"] * facts.read_only
    return "; ".join(parts) or "nothing"


def _value(value: object) -> str:
    return value if isinstance(value, str) else f"={value}"


@pytest.mark.parametrize(("text", "notation", "facts"), _rows())
def test_description_says_its_facts(text: str, notation: str, facts: str) -> None:
    """Each row of the table says what stands in its last column, and no more."""
    actual = _shorthand(infer(text, parse_type(notation)))

    assert facts == actual


@pytest.mark.parametrize(("text", "notation", "facts"), _rows())
def test_white_space_changes_no_fact(text: str, notation: str, facts: str) -> None:
    """A description on one line says what it says on many."""
    actual = _shorthand(infer(" ".join(text.split()), parse_type(notation)))

    assert facts == actual


def test_table_is_dense() -> None:
    """The table covers the rules: it has at least forty different rows."""
    assert len(set(_rows())) >= 40


def test_fact_knows_its_rule_and_place() -> None:
    """A fact names the rule that found it and the phrase it was found in."""
    phrases: list[str] = []

    def locate(phrase: str) -> SourceSpan:
        phrases.append(phrase)
        return SourceSpan(path="page.md")

    facts = infer("The order. One of `up` or `down`.", ScalarType(kind=ScalarKind.STRING), locate)

    assert facts.values is not None
    assert facts.values.rule == "one-of"
    assert facts.values.span == SourceSpan(path="page.md")
    assert phrases == ["One of `up` or `down`"]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text makes the rules fail."""
    infer(text, ScalarType(kind=ScalarKind.STRING))
    infer(text, ScalarType(kind=ScalarKind.INTEGER))


_WORDS = [
    "One of", "Can be", "must be", "Possible values:", "`a`", "**b**", "'c'", '"d"', "or", "and", ",",
    "* ", "- ", ".", ":", "(", ")", "default is", "Defaults to", "`1`", "10", "up to", "characters",
    "between", "maximum", "Required", "if", "deprecated", "[x](y)", "for example", "\n", "  ", "86,400",
]  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), max_size=60))
def test_any_mixture_of_lead_words_is_read(words: list[str]) -> None:
    """No mixture of the rules' own words makes them fail."""
    infer(" ".join(words), ScalarType(kind=ScalarKind.STRING))
    infer("".join(words), ScalarType(kind=ScalarKind.INTEGER))


@pytest.mark.parametrize(
    "unit",
    [
        "One of `a",
        "`a`, ",
        "* `a` ",
        "up to 1 ",
        "' ",
        "a. ",
        "or `x` for ",
        "can be x (`a`) or ",
        "whether ",
        "sort by the ",
        "`a` means b. ",
        "the state of the will be ",
        "`a` (x): ",
        "A: `a` | ",
        "[`a`]   ",
        "supported as are ",
        "one of the one of ",
    ],
)
def test_long_repetition_takes_no_long_time(unit: str) -> None:
    """A description made of one phrase a thousand times over is read at once."""
    started = time.perf_counter()
    infer("One of " + unit * 20_000, ScalarType(kind=ScalarKind.STRING))

    assert time.perf_counter() - started < 1
