"""Models of several resources become one where they are one thing, and only there."""

from __future__ import annotations

from building import NUMBER, field, functions, linked, operation, query, record, values

from generator.config import ApiConfig, OperationConfig
from generator.diagnostics import Diagnostics
from generator.ir import Api, ArrayType, EnumType, ObjectType, Operation, RefType
from generator.passes.disagreements import report_disagreements
from generator.passes.hoist import hoist
from generator.passes.lending import lend_values
from generator.passes.reconcile import reconcile
from generator.passes.recover import recover

VISIT = ("id", "date", "room", "status")


def _api(*operations: Operation, config: ApiConfig | None = None) -> Api:
    return reconcile(hoist(lend_values(recover(linked(*operations, config=config)))))


def _shape(api: Api) -> dict[str, list[str]]:
    found = {}
    for one in api.models:
        if isinstance(one.type, ObjectType):
            found[one.name] = [str(field.name) for field in one.type.fields]
        elif isinstance(one.type, EnumType):
            found[one.name] = [str(value) for value in one.type.values]
    return found


def _visit(of: str, answer: ObjectType) -> Operation:
    """The page of one visit of a pet or an owner."""
    return operation(f"GET /{of}s/{{{of}Id}}/visits/{{id}}", f"Fetch {of} visit", answer=answer)


def _notes(api: Api) -> list[str]:
    found = Diagnostics()
    report_disagreements(api, found)
    return [f"{one.code}: {one.message}" for one in found]


def test_one_thing_in_two_places_is_one_model() -> None:
    """What both call a visit, with the same fields, is a ``visit``; both functions answer it."""
    api = _api(_visit("pet", record(*VISIT)), _visit("owner", record(*VISIT)))

    assert {"visit": list(VISIT)} == _shape(api)
    assert [RefType(name="visit")] * 2 == [one.returns for _, one in functions(api)]


def test_a_field_that_one_place_lacks_is_in_the_model_and_in_a_note() -> None:
    """Slightly different descriptions are reconciled, and the difference is told once."""
    api = _api(_visit("pet", record(*VISIT)), _visit("owner", record(*VISIT, "paid")))

    assert {"visit": [*VISIT, "paid"]} == _shape(api)
    assert [
        "same-thing: 2 pages describe `visit`, and differ in "
        "`paid` (not in operation-fetch-pet-visit.md)"
    ] == _notes(api)


def test_types_that_contradict_each_other_keep_two_models() -> None:
    """A number is no text, whatever the field is called."""
    other = record("id", "date", "room", field("status", NUMBER))
    api = _api(_visit("pet", record(*VISIT)), _visit("owner", other))

    assert ["owner_visit", "pet_visit"] == sorted(_shape(api))


def test_things_of_other_names_stay_apart() -> None:
    """Equal fields are no proof: a dog is no cat."""
    api = _api(
        operation("GET /dogs/{id}", "Fetch a dog", answer=record(*VISIT)),
        operation("GET /cats/{id}", "Fetch a cat", answer=record(*VISIT)),
    )

    assert ["cat", "dog"] == sorted(_shape(api))


def test_titles_that_name_two_things_keep_them_apart() -> None:
    """Trashed files and trashed notes are both trash in paths, and two things in titles."""
    api = _api(
        operation("GET /files/{id}/trash", "Get trashed file", answer=record(*VISIT)),
        operation("GET /notes/{id}/trash", "Get trashed note", answer=record(*VISIT)),
    )

    assert ["file_trash", "note_trash"] == sorted(_shape(api))


def test_a_title_names_what_its_path_does_not() -> None:
    """``/me`` answers with a user, since its title says so; most titles decide the name."""
    user = record("id", "name", "email", "phone")
    api = _api(
        operation("GET /me", "Get current user", answer=user),
        operation("GET /users/{id}", "Get user", answer=user),
    )

    assert ["user"] == list(_shape(api))


def test_a_description_without_an_id_must_be_the_same() -> None:
    """Statistics of two things differ in what they count."""
    api = _api(
        operation(
            "GET /pets/{id}/statistics", "Fetch pet statistics", answer=record("a", "b", "c")
        ),
        operation(
            "GET /owners/{id}/statistics",
            "Fetch owner statistics",
            answer=record("a", "b", "c", "d"),
        ),
    )

    assert ["owner_statistics", "pet_statistics"] == sorted(_shape(api))


def test_values_of_one_thing_are_one_enumeration_with_all_of_them() -> None:
    """An enumeration follows its thing, also where one page knows fewer values."""
    fewer = record("id", "date", "room", field("status", known=values("open")))
    more = record("id", "date", "room", field("status", known=values("open", "done")))
    api = _api(_visit("pet", fewer), _visit("owner", more))

    assert {"visit": list(VISIT), "visit_status": ["open", "done"]} == _shape(api)
    assert {"visit"} == {one.home for one in api.models}


def test_the_same_values_in_fields_of_one_name_are_one_enumeration() -> None:
    """A list of values is told once; where its own name says too little, it keeps a longer one."""
    sort, order = values("name", "age"), values("up", "down")
    api = _api(
        operation(
            "GET /pets",
            "List pets",
            parameters=(query("SortBy", known=sort), query("Order", known=order)),
        ),
        operation(
            "GET /owners",
            "List owners",
            parameters=(query("SortBy", known=sort), query("Order", known=order)),
        ),
    )

    assert {"sort_by": ["name", "age"], "pet_order": ["up", "down"]} == _shape(api)


def test_a_part_that_many_answers_have_is_one_model() -> None:
    """``meta`` of every list is ``meta``, in a file of its own."""
    meta = field("meta", record("page", "next", "previous"))
    pages = [
        operation(
            f"GET /{one}s",
            f"List {one}s",
            answer=record(field("data", ArrayType(item=record("id", "name", one))), meta),
        )
        for one in ("pet", "owner")
    ]
    api = _api(*pages)

    assert ["meta", "owner", "owner_list", "pet", "pet_list"] == sorted(_shape(api))
    assert ["meta"] == [one.home for one in api.models if one.name == "meta"]


def test_a_stated_name_is_left_alone() -> None:
    """What api.toml calls an answer is no other's name, and is not merged away."""
    config = ApiConfig(operations={"fetch-pet-visit": OperationConfig(returns="CheckUp")})
    api = _api(_visit("pet", record(*VISIT)), _visit("owner", record(*VISIT)), config=config)

    assert ["check_up", "owner_visit"] == sorted(_shape(api))


def test_models_do_not_depend_on_the_order_of_pages() -> None:
    """The same pages in any order give the same models."""
    pages = [_visit(one, record(*VISIT)) for one in ("pet", "owner", "vet")]

    assert _api(*pages).models == _api(*reversed(pages)).models


def test_update_has_the_known_values_of_create() -> None:
    """One argument is one type in both calls, and in the answer, though one page tells of it."""
    sent = record(field("Color", known=values("red", "blue")))
    answer = record("id", "name", "color")
    api = _api(
        operation("POST /pets", "Create a pet", sent=sent, answer=answer),
        operation("POST /pets/{id}", "Update a pet", sent=record("Color"), answer=answer),
    )
    types = [
        one.type
        for _, function in functions(api)
        for body in function.operation.bodies
        if isinstance(body.type, ObjectType)
        for one in body.type.fields
    ]
    pet = next(one.type for one in api.models if one.name == "pet")

    assert [RefType(name="pet_color")] * 2 == types
    assert isinstance(pet, ObjectType)
    assert RefType(name="pet_color") == pet.fields[2].type


def test_an_argument_that_update_types_otherwise_is_a_note() -> None:
    """Create takes a number where update takes text: one of the pages may be wrong."""
    age = (field("age", NUMBER), field("name"))
    api = _api(
        operation("POST /pets", "Create a pet", sent=record(*age)),
        operation("PATCH /pets/{id}", "Update a pet", sent=record("age", "name")),
    )
    (note,) = _notes(api)

    assert note.startswith("create-update-differ: pets: create and update differ in `age` (")
