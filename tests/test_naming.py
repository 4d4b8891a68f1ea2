"""Names of a page become identifiers that are safe, distinct and stable."""

from __future__ import annotations

import re
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.code import Code
from generator.emit.naming import STYLES, Namespace, identifier

RESERVED = frozenset(["from", "class", "None", "mro", "id_2", "model"])
TABLE = Path(__file__).parent / "tables" / "names.md"
ROW = re.compile(r"\| `(?P<text>.+?)` \| (?P<style>\w+) \| `(?P<identifier>\S+)` \|")
names = st.lists(
    st.sampled_from(["sid", "Sid", "_", "id", "2", "from", "-", "é", "名", "\ud800", "X" * 40, " "])
    | st.characters(),
    max_size=8,
).map("".join)
styles = st.sampled_from(sorted(STYLES))
many = settings(max_examples=300, deadline=None, derandomize=True)


def rows() -> list[tuple[str, str, str]]:
    """The table's rows with ``\\uXXXX`` resolved."""
    found = [ROW.match(line) for line in TABLE.read_text("utf-8").splitlines()]
    return [
        (
            re.sub(r"\\u(\w{4})", lambda one: chr(int(one[1], 16)), row["text"]),
            row["style"],
            row["identifier"],
        )
        for row in found
        if row
    ]


@pytest.mark.parametrize(("text", "style", "expected"), rows())
def test_a_name_becomes_the_identifier_of_its_row(text: str, style: str, expected: str) -> None:
    """``tables/names.md`` says what comes of each text."""
    actual = identifier(text, style, RESERVED)

    assert Code(expected) == actual


@many
@given(names, styles)
def test_an_identifier_is_ascii_and_never_starts_with_an_underscore(text: str, style: str) -> None:
    """Whatever a page calls a field, the language can say it."""
    actual = identifier(text, style, RESERVED).text

    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,68}", actual)
    assert style == "kebab" or actual.isidentifier()
    assert actual not in RESERVED


@many
@given(st.lists(names, unique=True, max_size=30), styles)
def test_distinct_texts_get_distinct_identifiers(texts: list[str], style: str) -> None:
    """No field hides another one, and none is a reserved word."""
    scope = Namespace(RESERVED)
    actual = [scope.name(text, style).text for text in texts]

    assert len(texts) == len(set(actual))
    assert RESERVED.isdisjoint(actual)


@many
@given(st.lists(names, max_size=20), st.lists(names, max_size=10), styles)
def test_what_is_appended_renames_nothing_before_it(
    before: list[str], after: list[str], style: str
) -> None:
    """A page that grows at its end breaks no caller."""
    short, long = Namespace(RESERVED), Namespace(RESERVED)
    expected = [short.name(text, style) for text in before]
    actual = [long.name(text, style) for text in before + after]

    assert expected == actual[: len(before)]


def test_a_second_name_says_how_its_text_differs() -> None:
    """Marks and capitals tell two texts of one word apart; no number is made up."""
    scope = Namespace(RESERVED, "argument")
    texts = [
        "sid",
        "Sid",
        "SID",
        "date",
        "date<",
        "date>",
        "date<=",
        "max_size",
        "maxSize",
        "max-size",
    ]
    texts += ["-1", "+1", "from", "From", "tags", "tags[]"]
    expected = (
        "sid sid_capital sid_upper date date_less date_greater date_at_most max_size "
        "max_size_camel max_size_dash n1 n1_plus from_ from_capital tags tags_list"
    ).split()

    assert expected == [scope.name(text, "snake").text for text in texts]


def test_a_plain_text_behind_an_odd_one_says_what_it_is() -> None:
    """Where the text itself has nothing to say, its kind has."""
    scope = Namespace(RESERVED, "argument")
    expected = [Code("Tags"), Code("TagsArgument"), Code("TagsCapital")]

    assert expected == [scope.name(text, "pascal") for text in ("tags[]", "tags", "Tags")]


def test_the_same_text_keeps_its_identifier() -> None:
    """Asking twice is not a collision."""
    scope = Namespace()

    assert scope.name("sid", "snake") == scope.name("sid", "snake")


def test_a_reserved_name_is_not_given_later() -> None:
    """A scope can hold names that its pack writes itself."""
    scope = Namespace(kind="model")
    scope.reserve("client")

    assert Code("client_model") == scope.name("client", "snake")


def test_many_collisions_take_linear_time() -> None:
    """A page of 20,000 fields of one name cannot stop the run."""
    texts = [f"{number:b}a".translate({48: "-", 49: "_"}) for number in range(20_000)]
    scope = Namespace()
    start = perf_counter()
    identifiers = {scope.name(text, "snake") for text in texts}
    seconds = perf_counter() - start

    assert len(texts) == len(identifiers)
    assert seconds < 5


def test_an_unknown_style_is_our_fault() -> None:
    """Packs are checked when they are read; here it is a wrong call."""
    with pytest.raises(ValueError, match="no case style"):
        identifier("a", "shouting")
