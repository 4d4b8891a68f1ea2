"""The table of type notations: what each means, and which words nobody knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ir import (
    AnyType,
    ArrayType,
    MapType,
    NullableType,
    ObjectType,
    ScalarType,
    TypeExpr,
    UnionType,
)
from generator.read.notation import looks_like_type, parse, parse_type

TABLE = Path(__file__).parent / "tables" / "notation.md"


def _rows() -> list[tuple[str, str]]:
    """The notation and the shorthand of each row; ``\\|`` in a cell is a bar."""
    rows = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            cells = line.replace("\\|", "\0").strip("| ").split(" | ")
            rows.append((_plain(cells[0]), _plain(cells[1])))
    return rows


def _plain(cell: str) -> str:
    return cell.strip().strip("`").replace("\0", "|").strip()


def _shorthand(type_: TypeExpr) -> str:
    """``string<uri>``, ``[item]``, ``{value}`` for a map, ``a or b``, ``item?`` for nullable."""
    match type_:
        case ScalarType():
            return type_.kind + (f"<{type_.format}>" if type_.format else "")
        case ObjectType():
            return "object" + (f"<{type_.format}>" if type_.format else "")
        case ArrayType():
            return f"[{_shorthand(type_.item)}]"
        case MapType():
            return "{" + _shorthand(type_.value) + "}"
        case UnionType():
            return "(" + " or ".join(_shorthand(one) for one in type_.members) + ")"
        case NullableType():
            return _shorthand(type_.item) + "?"
        case AnyType():
            return "any"
        case _:
            return repr(type_)


def _meaning(notation: str) -> str:
    parsed = parse(notation)
    unknown = " unknown: " + "; ".join(parsed.unknown) if parsed.unknown else ""
    return _shorthand(parsed.type) + unknown


@pytest.mark.parametrize(("notation", "meaning"), _rows())
def test_notation_means_its_type(notation: str, meaning: str) -> None:
    """Each row of the table reads as it says."""
    actual = _meaning(notation)

    assert meaning == actual


def test_table_is_dense() -> None:
    """The table covers the notation: it has at least forty different rows."""
    rows = {notation for notation, _ in _rows()}

    assert len(rows) >= 40


@pytest.mark.parametrize(
    "text", ["date", "list[Money]", "a | b", "quaternion(int9)", "file", "x.Y"]
)
def test_unknown_word_may_be_a_type(text: str) -> None:
    """A word nobody knows is taken for a type where it has a type's form."""
    assert looks_like_type(text)


@pytest.mark.parametrize(
    "text", ["see above", "optional", "e.g. `x`", "default", "the first one", "", "a, b", "x'y"]
)
def test_prose_in_parentheses_is_no_unknown_type(text: str) -> None:
    """Words that explain are not taken for a type."""
    actual = looks_like_type(text) and not parse(text).known

    assert not actual


@given(st.text(max_size=400))
def test_any_text_has_a_type(text: str) -> None:
    """No text makes the notation fail."""
    parse_type(text)
    looks_like_type(text)


@given(st.text(alphabet="string()[]| array null", max_size=400))
def test_any_mixture_of_the_notation_has_a_type(text: str) -> None:
    """No mixture of the notation's own words makes it fail."""
    parse_type(text)
    looks_like_type(text)
