"""Descriptions of one thing become one, in whatever portions they are told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.ir import (
    AnyType,
    ArrayType,
    Default,
    Field,
    NullableType,
    ObjectType,
    Origin,
    PageText,
    ScalarKind,
    ScalarType,
    Trace,
    TypeExpr,
    WireName,
    traces_of,
)
from generator.passes.merging import merge_fields
from generator.source import SourceSpan

PLAIN = [
    AnyType(),
    ObjectType(),
    ScalarType(kind=ScalarKind.STRING),
    ScalarType(kind=ScalarKind.STRING, format="uri"),
    ScalarType(kind=ScalarKind.INTEGER),
]
TRACES = tuple(Trace(span=SourceSpan(path=f"{one}.md"), fact="name") for one in range(4))


def types() -> st.SearchStrategy[TypeExpr]:
    """Types that agree, that one of them tells more of, and that contradict each other."""
    return st.recursive(
        st.sampled_from(PLAIN),
        lambda inner: inner.map(lambda one: ArrayType(item=one))
        | inner.map(lambda one: NullableType(item=one)),
        max_leaves=2,
    )


def described(name: str) -> st.SearchStrategy[Field]:
    """What one page, or ``api.toml``, may say of a field."""
    said = st.sampled_from(("", "One thing.", "Another."))
    known = st.none() | st.integers(0, 1).map(lambda one: Default(value=one, origin=Origin.PROSE))
    return st.builds(
        Field,
        name=st.sampled_from(TRACES).map(lambda one: WireName(PageText(name, (one,)))),
        type=types(),
        type_origin=st.sampled_from((Origin.STATED, Origin.CONFIG, Origin.CONVENTION)),
        required=st.booleans(),
        required_origin=st.sampled_from((None, Origin.PROSE)),
        description=said,
        default=known,
        deprecated=st.booleans(),
        called=st.sampled_from(("", "own")),
        sampled=st.booleans(),
        span=st.just(SourceSpan(path="a.md")),
    )


@st.composite
def descriptions(draw: st.DrawFn) -> list[tuple[Field, ...]]:
    """Three of one thing, none of which must have all of its fields."""
    names = st.lists(st.sampled_from("abc"), unique=True)
    return [tuple(draw(described(name)) for name in draw(names)) for _ in range(3)]


@given(descriptions())
def test_all_at_once_is_as_one_after_the_other(told: list[tuple[Field, ...]]) -> None:
    """Models grow page by page and are merged again by name; neither changes what comes out."""
    first, second, third = told
    stepwise = merge_fields([merge_fields([first, second]), third])
    at_once = merge_fields(told)

    assert stepwise == at_once
    assert [traces_of(one.name) for one in stepwise] == [traces_of(one.name) for one in at_once]


def test_a_single_description_stays_as_it_is() -> None:
    """There is nothing to merge, and nothing to copy."""
    fields = (Field(name=WireName("a"), type=AnyType(), span=SourceSpan(path="a.md")),)

    assert merge_fields([fields]) is fields
