"""Types of sample answers: what values show, and what a page leaves for them to show."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics
from generator.examples import Sample
from generator.ir import (
    AnyType,
    ArrayType,
    Field,
    MapType,
    NullableType,
    ObjectType,
    Origin,
    ScalarKind,
    ScalarType,
    TypeExpr,
    UnionType,
    WireName,
)
from generator.json_places import read_json
from generator.passes.formats import format_of, is_data
from generator.passes.shapes import MOST_FIELDS, infer, settle
from generator.passes.written import written
from generator.source import Source, SourceSpan

TEXT = ScalarType(kind=ScalarKind.STRING)
NUMBER = ScalarType(kind=ScalarKind.NUMBER)
WHOLE = ScalarType(kind=ScalarKind.INTEGER)
FLAG = ScalarType(kind=ScalarKind.BOOLEAN)
URI = ScalarType(kind=ScalarKind.STRING, format="uri")

KEYS = st.sampled_from(["id", "name", "meta", "links", "2026-01-02", "en-GB", "en", "17", ""])
TEXTS = st.sampled_from(
    ["", "Ada", "2026-01-02", "2026-01-02T03:04:05Z", "https://a.example/", "a@b.example", "x y"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-1, 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
ANSWERS = st.lists(VALUES, min_size=1, max_size=5)


def samples(*values: Any) -> tuple[Sample, ...]:
    """The values as samples, each with its place in one text."""
    found = Diagnostics()
    whole = read_json(Source(path="x.json", text=json.dumps(list(values), indent=1)), found)
    assert whole is not None, found.sorted()
    assert isinstance(whole.value, tuple)
    return whole.value


def accepts(type_: TypeExpr, value: Any) -> bool:
    """Whether the value is of the type; objects may hold more than their fields."""
    match type_:
        case AnyType():
            return True
        case NullableType(item=item):
            return value is None or accepts(item, value)
        case ScalarType(kind=ScalarKind.STRING, format=form):
            return isinstance(value, str) and (form is None or form == format_of([value]))
        case ScalarType(kind=ScalarKind.BOOLEAN):
            return isinstance(value, bool)
        case ScalarType(kind=ScalarKind.INTEGER):
            return type(value) is int
        case ScalarType():
            return type(value) in (int, float)
        case ArrayType(item=item):
            return isinstance(value, list) and all(accepts(item, one) for one in value)
        case MapType(value=inner):
            return isinstance(value, dict) and all(accepts(inner, x) for x in value.values())
        case ObjectType(fields=fields):
            types = {str(one.name): one.type for one in fields}
            return isinstance(value, dict) and all(
                accepts(types[key], one) for key, one in value.items() if key in types
            )
        case UnionType(members=members):
            return any(accepts(one, value) for one in members)
        case _:
            return False


@given(ANSWERS)
def test_inferred_type_accepts_every_answer_it_was_inferred_from(answers: list[Any]) -> None:
    """However odd the answers are together, none of them is of another type."""
    type_ = infer(samples(*answers))

    assert [] == [one for one in answers if not accepts(type_, one)]


@given(ANSWERS.flatmap(lambda found: st.tuples(st.just(found), st.permutations(range(len(found))))))
def test_order_of_samples_changes_nothing(case: tuple[list[Any], list[int]]) -> None:
    """Samples keep their places, so fields keep their order, too."""
    answers, order = case
    in_order = samples(*answers)

    assert infer(in_order) == infer([in_order[index] for index in order])


@given(ANSWERS)
def test_settling_again_changes_nothing(answers: list[Any]) -> None:
    """What samples have filled is full: the same samples add nothing to it."""
    seen = infer(samples(*answers))
    once = settle(AnyType(), seen)

    assert once == settle(once, seen)


def test_what_differs_between_answers_is_merged() -> None:
    """All names, optional all of them; null where one is null; whole numbers beside others."""
    type_ = infer(
        samples(
            {"price": 5, "note": None, "tags": []},
            {"price": 5.5, "note": "x", "tags": ["a"], "more": None},
        )
    )

    assert isinstance(type_, ObjectType)
    assert {
        "price": NUMBER,
        "note": NullableType(item=TEXT),
        "tags": ArrayType(item=TEXT),
        "more": NullableType(item=AnyType()),
    } == {str(one.name): one.type for one in type_.fields}
    assert {(False, Origin.EXAMPLE)} == {(one.required, one.type_origin) for one in type_.fields}


def test_fields_have_the_place_of_their_first_key() -> None:
    """Whoever asks why a field is there is shown the line that has it."""
    type_ = infer(samples({"a": 1}, {"b": 2, "a": 3}))

    assert isinstance(type_, ObjectType)
    assert [("a", 3, 3), ("b", 6, 3)] == [
        (one.name, one.span.line, one.span.column) for one in type_.fields
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], "any"),
        ([None], "any | null"),
        ([1, 2], "integer"),
        ([1, 2.0], "number"),
        ([True], "boolean"),
        (["a", ""], "string"),
        (["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.123+02:00"], "string(date-time)"),
        (["2026-01-02T03:04:05Z", "2026-01-02"], "string"),
        (["2026-01-02", None], "string(date) | null"),
        (["2026-02-30"], "string"),
        (["Thu, 01 Jan 2026 10:00:00 +0000"], "string(date-time-rfc-2822)"),
        (["0f4b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d"], "string(uuid)"),
        (["https://a.example/x?y=1", "http://b.example"], "string(uri)"),
        (["https://a.example/x", ""], "string"),
        (["https://a.example:port/x"], "string"),
        (["ada@shop.example"], "string(email)"),
        (["ada@shop"], "string"),
        ([[], [1]], "array[integer]"),
        ([[]], "array[any]"),
        ([{}], "object"),
        ([1, "a"], "string | integer"),
        ([1, True, "a", []], "any"),
    ],
)
def test_values_have_the_narrowest_type(values: list[Any], expected: str) -> None:
    """Kinds, formats and null, in the pages' notation; what is mixed is not guessed."""
    assert expected == written(infer(samples(*values)))


@pytest.mark.parametrize(
    "keys",
    [
        ("WS0123456789abcdef0123456789abcdef",),
        ("cus_4QFJOjw2pOmAGJ", "cus_9a1b2c3d4e"),
        ("0f4b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d",),
        ("5", "60", "300"),
        ("2026-01-02", "2026-01-03"),
        ("2026-01-02T03:04:05Z",),
        ("en", "en-GB", "pt_BR"),
        ("ada@shop.example",),
        ("https://a.example/", "/pets/1"),
    ],
)
def test_keys_that_are_data_make_a_map(keys: tuple[str, ...]) -> None:
    """Ids, numbers, dates, locales and addresses are nobody's attributes."""
    assert MapType(value=WHOLE) == infer(samples(dict.fromkeys(keys, 1)))


@pytest.mark.parametrize(
    "key",
    [
        "self",
        "id",
        "no",
        "previous_page_url",
        "address_line_1",
        "iso8601",
        "sha256_fingerprint",
        "x509certificate",
        "oauth2ClientId",
        "_links",
        "FriendlyName",
        "x-rate-limit",
        "a.b",
        "",
    ],
)
def test_keys_that_are_words_are_fields(key: str) -> None:
    """Words stay fields even where all values are alike."""
    type_ = infer(samples({key: "https://a.example/"}))

    assert not is_data(key, [key])
    assert isinstance(type_, ObjectType)
    assert [(key, URI)] == [(one.name, one.type) for one in type_.fields]


def test_map_of_unlike_values_says_nothing() -> None:
    """Values of several kinds are no map; their keys are no fields either."""
    assert ObjectType() == infer(samples({"1": "a", "2": 3}))


def test_object_of_too_many_names_says_nothing() -> None:
    """A class of hundreds of attributes would be somebody's data."""
    many = {f"name_{'x' * index}": 1 for index in range(MOST_FIELDS + 1)}

    assert ObjectType() == infer(samples(many))


def _field(name: str, type_: TypeExpr) -> Field:
    return Field(name=WireName(name), type=type_, span=SourceSpan(path="p.md"))


def _object(**types: TypeExpr) -> ObjectType:
    return ObjectType(fields=tuple(_field(name, type_) for name, type_ in types.items()))


SEEN = {"a": "2026-01-02", "meta": {"page": 1}, "rows": [{"x": 1}], "new": 1}


def test_what_a_page_states_always_wins() -> None:
    """Stated types stay, whatever the sample holds; a stated object gets no further fields."""
    stated = _object(a=WHOLE, meta=TEXT, rows=ArrayType(item=TEXT))

    assert stated == settle(stated, infer(samples(SEEN)))


def test_what_a_page_leaves_open_is_filled() -> None:
    """Bare objects, arrays of them, arrays of anything, and ``()``; null stays where stated."""
    stated = _object(
        a=AnyType(), meta=NullableType(item=ObjectType()), rows=ArrayType(item=AnyType())
    )
    filled = settle(stated, infer(samples(SEEN)))

    assert isinstance(filled, ObjectType)
    a, meta, rows = filled.fields
    assert ScalarType(kind=ScalarKind.STRING, format="date") == a.type
    assert NullableType(item=_object(page=WHOLE)) == _unsaid(meta.type)
    assert ArrayType(item=_object(x=WHOLE)) == _unsaid(rows.type)
    assert {Origin.EXAMPLE} == {one.type_origin for one in filled.fields}


def _unsaid(type_: TypeExpr) -> TypeExpr:
    """The type as if nobody had said where its fields are from."""
    match type_:
        case NullableType():
            return NullableType(item=_unsaid(type_.item))
        case ArrayType():
            return ArrayType(item=_unsaid(type_.item))
        case ObjectType(fields=fields):
            return _object(**{str(one.name): one.type for one in fields})
        case _:
            return type_


def test_object_among_several_types_is_filled() -> None:
    """The samples of another kind are those of the other type."""
    stated = UnionType(members=(TEXT, ObjectType()))
    filled = settle(stated, infer(samples("x", {"page": 1})))

    assert isinstance(filled, UnionType)
    assert [TEXT, _object(page=WHOLE)] == [_unsaid(one) for one in filled.members]


def test_format_of_a_stated_object_is_kept() -> None:
    """What the notation says beside ``object`` stays, also where samples show a map."""
    stated = ObjectType(format="rates")

    assert MapType(value=FLAG, format="rates") == settle(stated, infer(samples({"17": True})))
    assert stated == settle(stated, infer(samples({}, "x")))
