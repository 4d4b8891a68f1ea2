"""What one page drops, another page of the same collection tells."""

from __future__ import annotations

from building import field, functions, linked, operation, record

from generator.config import ApiConfig, PaginationConfig
from generator.ir import Api, ArrayType, NullableType, ObjectType, Origin, TypeExpr
from generator.passes.recover import recover

PET = record("id", "name", "color")
BARE = ArrayType(item=ObjectType())


def _recovered(listed: TypeExpr, *, described: TypeExpr = PET, paging: bool = False) -> TypeExpr:
    """What ``pets.list`` returns where ``pets.fetch`` answers with ``described``."""
    config = ApiConfig(
        pagination=PaginationConfig(style="next-url", next="next") if paging else None
    )
    api = recover(
        linked(
            operation("GET /pets", "List pets", answer=listed),
            operation("GET /pets/{id}", "Fetch a pet", answer=described),
            config=config,
        )
    )
    return _returns(api)["list"]


def _returns(api: Api) -> dict[str, TypeExpr]:
    return {one.name: one.returns for _, one in functions(api) if one.returns is not None}


def test_bare_list_holds_what_the_page_of_one_item_describes() -> None:
    """``array[object]`` in a wrapper becomes a list of pets, and says that this is a habit."""
    actual = _recovered(record(field("pets", BARE), "next"))

    assert isinstance(actual, ObjectType)
    assert ArrayType(item=PET) == actual.fields[0].type
    assert Origin.CONVENTION == actual.fields[0].type_origin


def test_answer_that_is_the_list_itself_is_filled() -> None:
    """An answer of ``array[object]`` becomes a list of pets, null or not."""
    assert ArrayType(item=PET) == _recovered(BARE)
    assert NullableType(item=ArrayType(item=PET)) == _recovered(NullableType(item=BARE))


def test_two_bare_lists_are_left_alone() -> None:
    """Nobody knows which of two lists holds the pets."""
    listed = record(field("pets", BARE), field("shops", BARE))

    assert listed == _recovered(listed)


def test_list_with_described_items_is_left_alone() -> None:
    """What a page says of its items stands."""
    listed = record(field("pets", ArrayType(item=record("id"))))

    assert listed == _recovered(listed)


def test_answer_of_two_fields_describes_no_item() -> None:
    """A tiny answer such as ``{ok, id}`` is an acknowledgement, not a description."""
    listed = record(field("pets", BARE))

    assert listed == _recovered(listed, described=record("ok", "id"))


def test_paginated_list_returns_its_items() -> None:
    """With pagination the function gives one pet after the other."""
    assert _recovered(record(field("pets", ArrayType(item=PET)), "next"), paging=True) == PET


def test_only_reading_functions_are_filled() -> None:
    """A ``POST`` that answers with a bare list says nothing about its items."""
    api = recover(
        linked(
            operation("POST /pets", "Import pets", answer=BARE),
            operation("GET /pets/{id}", "Fetch a pet", answer=PET),
        )
    )

    assert BARE == _returns(api)["import"]
