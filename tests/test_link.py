"""Operations become one tree of named calls."""

from __future__ import annotations

import pytest
from building import TEXT, calls, field, functions, linked, operation, query, record, resources

from generator.config import (
    ApiConfig,
    AuthConfig,
    ClientConfig,
    CredentialConfig,
    OperationConfig,
    PaginationConfig,
    ResourceConfig,
)
from generator.diagnostics import Diagnostics, Severity
from generator.ir import ArrayType, AuthKind, Field, Origin, Root, Server
from generator.source import SourceSpan


@pytest.mark.parametrize(
    ("call", "title", "expected"),
    [
        ("POST /pets", "Create a pet", "pets.create()"),
        ("GET /pets", "List all pets", "pets.list()"),
        ("GET /pets", "Get pets", "pets.list()"),
        ("GET /pets/{petId}", "Fetch a pet", "pets.fetch(petId)"),
        ("GET /pets/{petId}", "Details of a pet", "pets.get(petId)"),
        ("POST /pets/{petId}", "A pet", "pets.update(petId)"),
        ("GET /pets/{petId}", "Returns a pet", "pets.get(petId)"),
        ("GET /pets", "Returns the pets", "pets.list()"),
        ("POST /pets/{petId}/return", "Return a pet", "pets.return(petId)"),
        ("PATCH /pets/{petId}", "A pet", "pets.update(petId)"),
        ("DELETE /pets/{petId}", "A pet", "pets.delete(petId)"),
        ("HEAD /pets/{petId}", "A pet", "pets.head(petId)"),
        ("POST /orders/{id}/cancel", "Cancel an order", "orders.cancel(id)"),
        ("POST /orders/{id}/approve", "Say yes to an order", "orders.approve(id)"),
        ("POST /orders/{id}:archive", "Put an order away", "orders.archive(id)"),
        ("POST /orders/{id}/report", "Create a report", "orders().report.create()"),
        ("GET /shops/{shop}/pets/{id}", "Fetch a pet", "shops().pets.fetch(id)"),
        ("GET /v2/pets", "List pets", "pets.list()"),
        ("GET /account/settings", "Get settings", "account.settings.list()"),
        ("POST /pets/search", "Search pets", "pets.search()"),
    ],
)
def test_call_is_named_by_title_and_path(call: str, title: str, expected: str) -> None:
    """The title's verb comes first, the method and the path's shape second."""
    api = linked(operation(call, title))

    assert [expected] == calls(api)


def test_settings_without_a_list_are_one_thing() -> None:
    """ "Get settings" that answers with plain fields is ``get``, because nothing is listed."""
    answer = record("theme", "language")
    api = linked(operation("GET /account/settings", "Get settings", answer=answer))

    assert ["account.settings.get()"] == calls(api)


def test_a_text_is_no_list() -> None:
    """The contents of a file are one thing, in the plural."""
    title = "Returns the contents of the file"
    api = linked(operation("GET /files/{id}/contents", title, answer=TEXT))

    assert ["files().contents.get()"] == calls(api)


def test_children_of_a_collection_and_of_one_item_are_apart() -> None:
    """``workers.statistics`` and ``workers(sid).statistics`` do not clash."""
    api = linked(
        operation("GET /workers/statistics", "Fetch all worker statistics"),
        operation("GET /workers/{WorkerSid}/statistics", "Fetch worker statistics"),
    )
    (workers,) = api.resources

    assert ["statistics"] == [one.name for one in workers.children]
    assert ["statistics"] == [one.name for one in workers.item_children]
    assert workers.argument == "WorkerSid"


def test_usual_functions_come_first() -> None:
    """A resource reads create, list, fetch, update, delete, and then the rest by name."""
    api = linked(
        operation("DELETE /pets/{id}", "Delete a pet"),
        operation("GET /pets", "List pets"),
        operation("POST /pets", "Create a pet"),
        operation("POST /pets/{id}/cancel", "Cancel a pet"),
        operation("PATCH /pets/{id}", "Update a pet"),
        operation("GET /pets/{id}", "Fetch a pet"),
    )
    actual = [one.name for one in api.resources[0].functions]

    assert ["create", "list", "fetch", "update", "delete", "cancel"] == actual


def test_versions_stand_in_calls_only_where_there_are_several() -> None:
    """With two versions each is a step of its own."""
    api = linked(
        operation("GET /v1/pets", "List pets", id="old"),
        operation("GET /v2/pets", "List pets", id="new"),
        operation("GET /2024-05-01/pets", "List pets", id="dated"),
    )

    assert ["v1.pets.list()", "v2.pets.list()", "v2024_05_01.pets.list()"] == sorted(calls(api))


def test_shared_name_goes_to_the_usual_shape_and_is_noted() -> None:
    """The odd one of two equal names says more, and a note prints the line that changes it."""
    found = Diagnostics()
    api = linked(
        operation("POST /plans/{id}", "Create a rule", id="add-rule"),
        operation("POST /plans", "Create a plan"),
        diagnostics=found,
    )
    (note,) = found

    assert ["plans.create()", "plans.create_rule(id)"] == calls(api)
    assert (Severity.NOTE, "name-shared") == (note.severity, note.code)
    assert '`[operations.add-rule]` with `name = "…"` in api.toml' in note.hint


def test_name_that_cannot_be_had_is_an_error_with_the_line_to_paste() -> None:
    """Where a child and every longer name stand in the way, the page needs a name."""
    found = Diagnostics()
    names = ("create", "create_post")
    linked(
        operation("POST /pets", "Create", id="create"),
        *(operation(f"GET /pets/{name}", "List cats", id=name + "-cats") for name in names),
        diagnostics=found,
    )
    (error,) = found

    assert (Severity.ERROR, "name-collision") == (error.severity, error.code)
    assert 'choose a name: `[operations.create]` with `name = "…"` in api.toml' == error.hint


def test_config_has_the_last_word_on_names() -> None:
    """``name`` renames a function and a resource."""
    config = ApiConfig(
        operations={"list-pets": OperationConfig(name="all")},
        resources={"pets": ResourceConfig(name="animals", noun="animal", collection="animals")},
    )
    api = linked(operation("GET /pets", "List pets"), config=config)
    (resource,) = api.resources

    assert ("animals", "animal", "animals") == (
        resource.name,
        resource.noun,
        resource.collection,
    )
    assert ["all"] == [one.name for one in resource.functions]


def test_config_that_applies_to_nothing_is_a_warning() -> None:
    """A misspelt page, field or resource is reported with what there is."""
    found = Diagnostics()
    config = ApiConfig(
        resources={"pest": ResourceConfig(name="animals")},
        operations={
            "list-pest": OperationConfig(name="all"),
            "list-pets": OperationConfig(required=("colour",)),
        },
    )
    linked(
        operation("GET /pets", "List pets", parameters=(query("color"),)),
        config=config,
        diagnostics=found,
    )
    actual = {(one.code, one.message, one.hint) for one in found}

    assert {
        (
            "config-unused",
            "[operations.list-pest] applies to no page",
            "Did you mean list-pets?",
        ),
        (
            "config-unused",
            "[operations.list-pets] requires `colour`, which the page does not have",
            "Did you mean color?",
        ),
        (
            "config-unused",
            '[resources."pest"] applies to no resource',
            "Did you mean pets?",
        ),
    } == actual


def test_config_makes_parameters_and_body_fields_required() -> None:
    """``required`` reaches the query and the body, and says that it comes from ``api.toml``."""
    api = linked(
        operation(
            "POST /pets", "Create a pet", parameters=(query("color"),), sent=record("name", "age")
        ),
        config=ApiConfig(operations={"create-a-pet": OperationConfig(required=("color", "name"))}),
    )
    (one,) = api.operations
    (body,) = one.bodies
    fields = [*one.parameters, *getattr(body.type, "fields", ())]
    actual = {str(each.name): each.required_origin for each in fields}

    assert {"color": Origin.CONFIG, "name": Origin.CONFIG, "age": None} == actual


def test_skipped_operation_is_gone() -> None:
    """``skip = true`` leaves a page out."""
    api = linked(
        operation("GET /pets", "List pets"),
        operation("GET /health", "Get health"),
        config=ApiConfig(operations={"get-health": OperationConfig(skip=True)}),
    )

    assert ["pets.list()"] == calls(api)


def test_second_page_for_one_operation_is_an_error() -> None:
    """The same verb on the same path is described twice: the second page is named."""
    found = Diagnostics()
    linked(
        operation("GET /pets", "List pets"),
        operation("GET /pets", "List animals"),
        diagnostics=found,
    )
    (error,) = found

    assert ("duplicate-operation", "specs/shop/operation-list-animals.md") == (
        error.code,
        error.span.path,
    )


def test_servers_are_listed_once_and_the_stated_one_first() -> None:
    """``base_url``, then the root's, then the pages' addresses."""
    span = SourceSpan(path="specs/shop/index.md")
    root = Root(title="Shop", version="3", servers=(Server(url="https://b"),), span=span)
    api = linked(
        operation("GET /pets", "List pets", servers=("https://a", "https://b")),
        config=ApiConfig(client=ClientConfig(base_url="https://c")),
        root=root,
    )

    assert ["https://c", "https://b", "https://a"] == [one.url for one in api.servers]
    assert ("Shop", "3") == (api.title, api.version)


def test_authentication_is_matched_by_words() -> None:
    """``api.toml`` describes "O auth2" of the pages, whatever the case; the rest is unknown."""
    stated = AuthConfig(kind="bearer", token=CredentialConfig(name="token", env="SHOP_TOKEN"))
    api = linked(
        operation("GET /pets", "List pets", auth=("Api key", "o auth2")),
        config=ApiConfig(auth={"O auth2": stated}),
    )
    actual = [(one.title, one.kind) for one in api.auth_schemes]

    assert [("O auth2", AuthKind.BEARER), ("Api key", AuthKind.UNKNOWN)] == actual


def test_pagination_applies_where_the_answer_has_its_parts() -> None:
    """A shared rule reaches the lists that carry ``next``, and ``false`` keeps one whole."""
    api = linked(
        operation("GET /pets", "List pets", answer=record(_list("pets"), "next")),
        operation("GET /toys", "List toys", answer=record(_list("toys"), "next")),
        operation("GET /shops", "List shops", answer=record(_list("shops"))),
        operation("GET /shops/{id}", "Fetch a shop", answer=record("next")),
        config=ApiConfig(
            pagination=PaginationConfig(style="next-url", next="next"),
            operations={"list-toys": OperationConfig(pagination=False)},
        ),
    )
    actual = {
        f"{resource.name}.{one.name}": one.pagination.items if one.pagination else None
        for resource, one in functions(api)
    }

    assert {
        "pets.list": "pets",
        "toys.list": None,
        "shops.list": None,
        "shops.fetch": None,
    } == actual


def _list(name: str) -> Field:
    return field(name, ArrayType(item=record("id")))


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("/pets", "/shops/{id}/pets"), {"pet", "shop", "shop_pet"}),
        (
            ("/shops/{id}/pets", "/zoos/{id}/pets"),
            {"shop", "zoo", "shop_pet", "zoo_pet"},
        ),
        (
            ("/policy_rules", "/policies/{id}/rules"),
            {"policy", "policy_rule", "policies_rule"},
        ),
        (
            ("/tills/{id}/till_logs", "/shops/{id}/till_logs"),
            {"till", "shop", "till_log", "shop_till_log"},
        ),
        (
            ("/chats/{id}/notes", "/teams/{id}/chats/{c}/notes"),
            {"chat", "team", "team_chat", "note", "team_chat_note"},
        ),
        (("/label", "/labels"), {"label", "labels"}),
    ],
)
def test_each_collection_has_a_noun_of_its_own(paths: tuple[str, ...], expected: set[str]) -> None:
    """What is nearest to the root keeps the shortest noun, and no noun is a hash."""
    titles = {path: f"List {path.rpartition('/')[2].replace('_', ' ')}" for path in paths}
    titles["/policies/{id}/rules"] = "List policy rules"
    api = linked(
        *(operation(f"GET {path}", titles[path], id=f"p{i}") for i, path in enumerate(paths))
    )
    actual = {one.noun for one in resources(api)}

    assert expected == actual


def test_tree_does_not_depend_on_the_order_of_pages() -> None:
    """The same pages in any order make the same API."""
    pages = [
        operation("POST /plans/{id}", "Create a rule"),
        operation("POST /plans", "Create a plan"),
        operation("GET /shops/{id}/pets", "List pets", id="a"),
        operation("GET /zoos/{id}/pets", "List pets", id="b"),
    ]

    assert calls(linked(*pages)) == calls(linked(*reversed(pages)))
    assert linked(*pages).resources == linked(*reversed(pages)).resources


def test_one_name_for_two_resources_is_told() -> None:
    """api.toml cannot give siblings one attribute."""
    diagnostics = Diagnostics()
    config = ApiConfig(resources={"cats": ResourceConfig(name="dogs")})
    linked(
        operation("GET /cats", "List cats"),
        operation("GET /dogs", "List dogs"),
        config=config,
        diagnostics=diagnostics,
    )

    assert [("name-collision", Severity.ERROR)] == [(one.code, one.severity) for one in diagnostics]
