"""Inline objects and known values become models: one for one thing."""

from __future__ import annotations

from building import field, functions, linked, operation, query, record, values

from generator.config import ApiConfig, OperationConfig
from generator.ir import Api, ArrayType, EnumType, NullableType, ObjectType, Operation, RefType
from generator.passes.hoist import hoist
from generator.passes.recover import recover

PET = record("id", "name", "color")
BARE = ArrayType(item=ObjectType())


def _hoisted(*operations: Operation) -> Api:
    return hoist(recover(linked(*operations)))


def _shape(api: Api) -> dict[str, list[str]]:
    """The models by name: wire names of an object's fields, or known values."""
    found = {}
    for model in api.models:
        if isinstance(model.type, ObjectType):
            found[model.name] = [str(one.name) for one in model.type.fields]
        elif isinstance(model.type, EnumType):
            found[model.name] = [str(one) for one in model.type.values]
    return found


def _returns(api: Api) -> dict[str, object]:
    return {one.name: one.returns for _, one in functions(api)}


def test_fetch_and_create_share_one_model() -> None:
    """Answers that describe one thing in other words are one model with all fields."""
    api = _hoisted(
        operation("GET /pets/{id}", "Fetch a pet", answer=PET),
        operation("POST /pets", "Create a pet", answer=record("id", "name", "color", "born")),
    )

    assert {"pet": ["id", "name", "color", "born"]} == _shape(api)
    assert {"create": RefType(name="pet"), "fetch": RefType(name="pet")} == _returns(api)


def test_list_wrapper_is_a_model_of_its_own() -> None:
    """A list's answer is ``pet_list`` and holds pets."""
    api = _hoisted(
        operation("GET /pets", "List pets", answer=record(field("pets", BARE), "next")),
        operation("GET /pets/{id}", "Fetch a pet", answer=PET),
    )
    wrapper = next(one for one in api.models if one.name == "pet_list")

    assert {"pet": ["id", "name", "color"], "pet_list": ["pets", "next"]} == _shape(api)
    assert isinstance(wrapper.type, ObjectType)
    assert ArrayType(item=RefType(name="pet")) == wrapper.type.fields[0].type


def test_list_alone_names_its_items_for_the_resource() -> None:
    """Without a page of one item, the list's items are the pets."""
    answer = record(field("data", ArrayType(item=PET)))
    api = _hoisted(operation("GET /pets", "List pets", answer=answer))

    assert {"pet": ["id", "name", "color"], "pet_list": ["data"]} == _shape(api)


def test_other_answers_are_named_for_their_functions() -> None:
    """What is no pet does not become one."""
    api = _hoisted(
        operation("GET /pets/{id}", "Fetch a pet", answer=PET),
        operation("POST /pets/{id}/test", "Test a pet", answer=record("passed", "score")),
    )

    assert ["pet", "pet_test_result"] == sorted(_shape(api))


def test_stated_name_of_an_answer_wins() -> None:
    """``returns`` in api.toml names the model, in whatever case it is written."""
    config = ApiConfig(operations={"test-a-pet": OperationConfig(returns="PetReport")})
    tested = operation("POST /pets/{id}/test", "Test a pet", answer=record("passed", "score"))
    api = hoist(recover(linked(tested, config=config)))

    assert {"pet_report": ["passed", "score"]} == _shape(api)


def test_action_does_not_take_the_name_of_the_thing() -> None:
    """An action's answer is its result, even where no page describes the thing itself."""
    api = _hoisted(operation("POST /pets/count", "Count pets", answer=record("total")))

    assert {"pet_count_result": ["total"]} == _shape(api)


def test_nested_object_is_named_for_owner_and_field() -> None:
    """``pet.owners[]`` is a ``pet_owner``."""
    owners = field("owners", ArrayType(item=record("email")))
    api = _hoisted(operation("GET /pets/{id}", "Fetch a pet", answer=record("id", owners)))

    assert {"pet": ["id", "owners"], "pet_owner": ["email"]} == _shape(api)


def test_nested_copy_of_the_thing_is_the_thing() -> None:
    """A field that looks like the pet itself is no new model."""
    again = field("original", NullableType(item=PET))
    api = _hoisted(
        operation("GET /pets/{id}", "Fetch a pet", answer=PET),
        operation("POST /pets/{id}/copy", "Copy a pet", answer=record("count", again)),
    )

    assert ["pet", "pet_copy_result"] == sorted(_shape(api))


def test_shared_values_are_one_enum_with_all_of_them() -> None:
    """Values known in two places are merged where they overlap."""
    api = _hoisted(
        operation(
            "GET /pets", "List pets", parameters=(query("Status", known=values("new", "sold")),)
        ),
        operation(
            "GET /pets/{id}",
            "Fetch a pet",
            answer=record("id", "name", field("status", known=values("new", "gone"))),
        ),
    )

    assert ["new", "gone", "sold"] == _shape(api)["pet_status"]


def test_values_without_anything_in_common_are_two_enums() -> None:
    """A sort order is no state, even where both are called ``order``."""
    api = _hoisted(
        operation("GET /pets", "List pets", parameters=(query("order", known=values("up")),)),
        operation("POST /pets", "Create a pet", sent=record(field("order", known=values("first")))),
    )

    assert {"pet_order": ["first"], "pet_list_order": ["up"]} == _shape(api)


def test_field_that_repeats_the_resource_says_it_once() -> None:
    """``task_status`` of a task is a ``task_status``."""
    known = field("task_status", known=values("open"))
    api = _hoisted(operation("GET /tasks/{id}", "Fetch a task", answer=record("id", known)))

    assert ["task", "task_status"] == sorted(_shape(api))


def test_request_body_keeps_its_fields() -> None:
    """What is sent becomes arguments, so its fields stay inline."""
    api = _hoisted(operation("POST /pets", "Create a pet", sent=PET))
    (one,) = api.operations
    _, function = next(functions(api))

    assert PET == one.bodies[0].type == function.operation.bodies[0].type
    assert {} == _shape(api)


def test_models_do_not_depend_on_the_order_of_pages() -> None:
    """The same pages in any order give the same models."""
    pages = [
        operation("GET /pets", "List pets", answer=record(field("pets", BARE), "next")),
        operation("GET /pets/{id}", "Fetch a pet", answer=PET),
        operation("POST /pets", "Create a pet", answer=record("id", "name", "born")),
    ]

    assert _hoisted(*pages).models == _hoisted(*reversed(pages)).models


def test_known_values_leave_the_name_of_a_resource_alone() -> None:
    """``status`` of a task is not ``task_status`` where ``/tasks/{id}/status`` is a thing."""
    state = field("status", known=values("open"))
    api = _hoisted(
        operation("GET /tasks/{id}", "Fetch a task", answer=record("id", state)),
        operation("GET /tasks/{id}/status", "Fetch task status", answer=record("code", "text")),
    )

    assert {
        "task": ["id", "status"],
        "task_status": ["code", "text"],
        "task_status_value": ["open"],
    } == _shape(api)


def test_long_names_of_known_values_are_those_of_their_fields() -> None:
    """A field whose name says it all is not told apart by its thing."""
    known = field("recording_status_callback_method_name", known=values("GET"))
    answer = record("id", known)
    api = _hoisted(operation("GET /reservations/{id}", "Fetch a reservation", answer=answer))

    assert ["recording_status_callback_method_name", "reservation"] == sorted(_shape(api))
