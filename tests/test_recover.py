"""What one page drops, another page of the same collection tells."""

from __future__ import annotations

import pytest
from building import field, functions, linked, operation, record

from generator.config import ApiConfig, PaginationConfig
from generator.ir import Api, ArrayType, Field, NullableType, ObjectType, Origin, TypeExpr
from generator.passes.recover import recover
from generator.value import replace

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


def _of_pets(name: str, item: TypeExpr = PET) -> Field:
    return replace(field(name, ArrayType(item=item)), type_origin=Origin.CONVENTION)


def _found(api: Api) -> dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]]:
    """Place, rule and pages of what is recovered, by the page's id."""
    return {
        one.operation.id: tuple((x.place, x.rule, x.pages) for x in one.recovered)
        for _, one in functions(api)
        if one.recovered
    }


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


def test_of_two_bare_lists_the_one_named_like_the_collection_is_filled() -> None:
    """``pets`` beside ``shops`` holds pets; of shops nothing is known."""
    actual = _recovered(record(field("shops", BARE), field("pets", BARE)))

    assert record(field("shops", BARE), _of_pets("pets")) == actual


def test_of_two_bare_lists_that_nobody_names_neither_is_filled() -> None:
    """Nobody knows which of two lists holds the pets."""
    listed = record(field("cats", BARE), field("dogs", BARE))

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


LISTED = record(field("results", BARE), "next")
TOY = record("id", "name", "sound")
PETS = (
    operation("GET /pets", "List pets", answer=LISTED),
    operation("GET /pets/{id}", "Fetch pet", answer=PET),
    operation("PUT /pets/{id}", "Update pet", answer=PET),
)
RULES = {
    "the page of one thing": (
        (),
        {"list-pets": (("results", "items-of-collection", ("fetch-pet", "update-pet")),)},
    ),
    "another list of the same things": (
        (operation("GET /pets/lost", "List lost pets", answer=LISTED),),
        {"list-lost-pets": (("results", "items-of-variant", ("fetch-pet", "update-pet")),)},
    ),
    "a list of the same name elsewhere": (
        (operation("GET /shops/{id}/pets", "List shop pets", answer=LISTED),),
        {"list-shop-pets": (("results", "items-of-namesake", ("fetch-pet", "update-pet")),)},
    ),
    "a list whose things are named with what is above": (
        (
            operation("GET /shops/{id}/visits", "List visits", answer=LISTED),
            operation("GET /shop_visits/{id}", "Fetch visit", answer=TOY),
        ),
        {"list-visits": (("results", "items-of-namesake", ("fetch-visit",)),)},
    ),
    "what answers as the list does": (
        (operation("POST /pets", "Import pets", answer=LISTED),),
        {"import-pets": (("results", "items-of-collection", ("fetch-pet", "update-pet")),)},
    ),
    "a part that has pages of its own": (
        (
            operation("POST /owners", "Create owner", answer=record("id", field("toys", BARE))),
            operation("GET /owners/{id}/toys/{toy}", "Fetch toy", answer=TOY),
        ),
        {"create-owner": (("toys", "items-of-part", ("fetch-toy",)),)},
    ),
    "a field named like a thing of two words": (
        (
            operation("GET /bills/{id}", "Fetch bill", answer=record(field("old_tax_rates", BARE))),
            operation("GET /tax_rates/{id}", "Fetch tax rate", answer=TOY),
        ),
        {"fetch-bill": (("old_tax_rates", "items-of-name", ("fetch-tax-rate",)),)},
    ),
}
"""What each rule finds beside the pages of pets."""


@pytest.mark.parametrize("case", RULES)
def test_recovered_shape_names_its_rule_and_its_pages(case: str) -> None:
    """Each list says why its items are known, and from where."""
    more, expected = RULES[case]

    actual = _found(recover(linked(*PETS, *more)))

    assert expected == {name: actual.get(name) for name in expected}


CONTRADICTED = {
    "another name": operation(
        "POST /pets/{id}/tests", "Test pet", answer=record(field("steps", BARE))
    ),
    "an action": operation("POST /pets/{id}/feed", "Feed pet", answer=LISTED),
    "less": operation("GET /shops/{id}/pets", "List pet summaries", answer=LISTED),
    "a list that is no list of pets": operation(
        "GET /pets/search", "Search pets", answer=record(field("data", BARE))
    ),
    "one word that means anything": operation(
        "GET /bills/{id}", "Fetch bill", answer=record("id", field("pets", BARE))
    ),
}


@pytest.mark.parametrize("case", CONTRADICTED)
def test_list_that_something_contradicts_stays_open(case: str) -> None:
    """Wrong is worse than absent."""
    one = CONTRADICTED[case]

    assert one.id not in _found(recover(linked(*PETS, one)))


def test_field_that_requests_hold_inline_is_no_thing_of_its_own() -> None:
    """What callers send as objects has the shape that this page means, whatever its name."""
    some = field("tax_rates", BARE)
    api = linked(
        operation("POST /bills", "Create bill", sent=record(some), answer=record("id", some)),
        operation("GET /tax_rates/{id}", "Fetch tax rate", answer=TOY),
    )

    assert {} == _found(recover(api))


def test_page_of_one_thing_that_answers_with_a_list_describes_none() -> None:
    """``GET /pets/{id}`` may be a list of its own: what it holds is no pet."""
    listed = record(field("pets", BARE), "next", "total")

    assert listed == _recovered(listed, described=listed)


def test_path_may_end_in_an_extension() -> None:
    """``/Calls.json`` lists what ``/Calls/{Sid}.json`` describes."""
    wrapper = record(field("calls", BARE), "uri", "end")
    above = "/2010/Accounts/{AccountSid}"
    api = linked(
        operation(f"GET {above}/Calls.json", "List calls", answer=wrapper),
        operation(f"GET {above}/Calls/{{Sid}}.json", "Fetch call", answer=PET),
    )

    assert {"list-calls": (("calls", "items-of-collection", ("fetch-call",)),)} == _found(
        recover(api)
    )


def test_addresses_beside_a_list_are_not_what_it_lists() -> None:
    """``results`` beside an array of ``links``: the links of the page and of each item."""
    links = field("links", BARE)
    pet = record("id", "name", links)

    actual = _recovered(record(links, field("results", BARE), "totalCount"), described=pet)

    assert record(links, _of_pets("results", pet), "totalCount") == actual


def test_links_beside_data_belong_to_the_answer() -> None:
    """JSON:API puts ``links`` beside ``data`` once, so an item of ``data`` has none."""
    links = field("links", ObjectType())
    pet = record("id", "name", "color", links)

    actual = _recovered(record(field("data", BARE), links), described=pet)

    assert record(_of_pets("data"), links) == actual


def test_page_that_fetches_counts_before_one_that_makes() -> None:
    """What a creation gives back may hold more, or less, than the thing."""
    api = linked(
        operation("POST /pets", "Create pet", answer=record("id", "name", "color", "secret")),
        operation("GET /pets", "List pets", answer=LISTED),
        operation("GET /pets/{id}", "Fetch pet", answer=PET),
    )

    assert record(_of_pets("results"), "next") == _returns(recover(api))["list"]


def test_answer_of_a_single_thing_is_no_item_of_the_lists_below() -> None:
    """``PUT /profile`` describes the profile, and not what ``GET /profile/logins`` lists."""
    api = linked(
        operation("GET /profile", "View profile", answer=PET),
        operation("PUT /profile", "Update profile", answer=PET),
        operation("GET /profile/logins", "Logins list", answer=LISTED),
    )

    assert {} == _found(recover(api))


@pytest.mark.parametrize("name", ["results", "data", "value", "Items", "hydra:member"])
def test_list_of_any_usual_name_is_filled(name: str) -> None:
    """Wrappers that serve every collection call their list something that names nothing."""
    wrapper = record(field("@id"), field(name, BARE))

    assert record(field("@id"), _of_pets(name)) == _recovered(wrapper)
