"""What templates receive: finished names in the order a reader expects."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import NUMBER, PLACE, TEXT, field, linked, operation, query, record

from generator.config import ApiConfig, AuthConfig, ClientConfig, CredentialConfig, OperationConfig
from generator.emit.api_view import api_view
from generator.emit.call_views import FunctionView
from generator.emit.code import Code
from generator.emit.pack import Pack, load_pack
from generator.emit.views import ApiView
from generator.ir import (
    ArrayType,
    Body,
    Field,
    Location,
    NullableType,
    ObjectType,
    Operation,
    Parameter,
    Response,
    ScalarType,
    WireName,
)
from generator.ir.page_text import PageText, Trace, traces_of
from generator.passes.hoist import hoist
from generator.passes.recover import recover
from generator.source import SourceSpan


@pytest.fixture(scope="module")
def pack(root: Path) -> Pack:
    """The pack for Python."""
    return load_pack("python", (root / "templates",))


def _view(pack: Pack, *operations: Operation, config: ApiConfig | None = None) -> ApiView:
    return api_view(hoist(recover(linked(*operations, config=config))), pack)


def test_finished_texts_are_told_apart_by_what_they_say() -> None:
    """Wherever they come from: as keys, in sets, in order, and when somebody asks for another."""
    trace = Trace(span=SourceSpan(path="page.md"), fact="title")
    here, there, other = Code("a").at((trace,)), Code("a"), Code("b")

    assert here == there
    assert not here != there  # noqa: SIM202 - the other operator is what is asked here
    assert here != other
    assert here != "a"
    assert {here, there, other} == {there, other}
    assert [there, other] == sorted([other, here])


def _function(pack: Pack, one: Operation, *, required: tuple[str, ...] = ()) -> FunctionView:
    config = ApiConfig(operations={one.id: OperationConfig(required=required)})
    (found,) = _view(pack, one, config=config).functions
    return found


def _header(name: str, description: str = "") -> Field:
    return Field(name=WireName(name), type=TEXT, description=description, span=PLACE)


def _answering(call: str, title: str, *headers: Field) -> Operation:
    one = operation(call, title)
    response = Response(status="200", headers=headers, span=PLACE)
    return Operation(
        id=one.id,
        title=title,
        method=one.method,
        path=one.path,
        responses=(response,),
        span=one.span,
    )


def test_required_arguments_come_first(pack: Pack) -> None:
    """A call names what it must be given before what may be left out, each in the page's order."""
    one = operation("POST /pets", "Create a pet", sent=record("a", "b", "c", "d"))
    found = _function(pack, one, required=("b", "d"))

    assert ["b", "d", "a", "c"] == [each.name.text for each in found.arguments]
    assert "client.pets.create(b=, d=, …)" == found.signature


def test_keywords_keep_the_order_of_the_page(pack: Pack) -> None:
    """What is sent stands in the page's order, required or not, so bodies never change by it."""
    one = operation("POST /pets", "Create a pet", sent=record("a", "b"))
    found = _function(pack, one, required=("b",))

    assert ["a", "b"] == [each.name.text for each in found.keywords]


def test_entry_of_operations_json_tells_the_whole_call(pack: Pack) -> None:
    """``operations.json`` says how to reach the function and where each keyword travels."""
    match = Parameter(name=WireName("If-Match"), type=TEXT, location=Location.HEADER, span=PLACE)
    one = operation(
        "POST /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}",
        "Update task",
        id="updatetask",
        parameters=(match,),
        sent=record("AssignmentStatus"),
        answer=record("sid"),
    )
    (actual,) = _view(pack, one).operations

    assert {
        "id": "updatetask",
        "method": "POST",
        "path": "/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}",
        "title": "Update task",
        "steps": [
            {"attribute": "workspaces", "argument": "WorkspaceSid"},
            {"attribute": "tasks"},
        ],
        "function": "update",
        "positional": ["Sid"],
        "keywords": {
            "AssignmentStatus": {"name": "assignment_status", "in": "json"},
            "If-Match": {"name": "if_match", "in": "header"},
        },
        "returns": "Task",
        "source": "operation-updatetask.md",
    } == actual


def test_entries_are_sorted_by_path_and_method(pack: Pack) -> None:
    """``operations.json`` is in one order, whatever the order of the pages."""
    view = _view(
        pack,
        operation("POST /pets", "Create a pet"),
        operation("GET /pets", "List pets"),
        operation("GET /cats", "List cats"),
    )
    actual = [(one["path"], one["method"]) for one in view.operations]

    assert [("/cats", "GET"), ("/pets", "GET"), ("/pets", "POST")] == actual


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ((("GET /pets/{id}", "Fetch a pet"), ("POST /pets", "Create a pet")), "create-a-pet"),
        ((("DELETE /pets", "Delete pets"), ("POST /pets", "Create a pet")), "create-a-pet"),
        ((("GET /a/{a}/b", "List b"), ("GET /pets/{id}", "Fetch a pet")), "fetch-a-pet"),
        ((("DELETE /pets", "Delete pets"),), "delete-pets"),
    ],
)
def test_first_call_of_a_readme_needs_few_ids(
    pack: Pack, calls: tuple[tuple[str, str], ...], expected: str
) -> None:
    """A first call needs as few ids as can be, and deletes only where nothing else is there."""
    found = _view(pack, *(operation(call, title) for call, title in calls)).first_call

    assert found is not None
    assert expected == found.id


def test_response_headers_are_one_whatever_their_case(pack: Pack) -> None:
    """``ETag`` and ``etag`` are one attribute, described by the page that says something."""
    view = _view(
        pack,
        _answering("GET /pets", "List pets", _header("ETag"), _header("Age")),
        _answering("GET /cats", "List cats", _header("etag", "Version of the list.")),
    )
    actual = [(one.name.text, one.description) for one in view.headers]

    assert [("age", ""), ("etag", "Version of the list.")] == actual


def test_same_wire_name_in_two_places_is_told_apart(pack: Pack) -> None:
    """A query parameter keeps the plain name, and the body's field says where it travels."""
    one = operation("POST /pets", "Create a pet", parameters=(query("note"),), sent=record("note"))
    found = _function(pack, one)
    actual = [(each.name.text, each.place) for each in found.keywords]

    assert [("note", "query"), ("note_json", "json")] == actual


def test_body_without_fields_is_one_argument(pack: Pack) -> None:
    """An array is given as ``body``."""
    one = operation("POST /pets", "Import pets", sent=ArrayType(item=ObjectType()))
    body = _function(pack, one).body

    assert body is not None
    assert ("body", "Sequence[Mapping[str, Any]]", "json") == (
        body.name.text,
        body.type.text,
        body.place,
    )


@pytest.mark.parametrize(
    ("type_", "expected"),
    [(TEXT, "str"), (NUMBER, "int"), (NullableType(item=NUMBER), "int | None")],
)
def test_null_is_offered_only_where_the_page_says_so(
    pack: Pack, type_: ScalarType | NullableType, expected: str
) -> None:
    """An optional argument may be left out; ``None`` is another matter."""
    one = operation("POST /pets", "Create a pet", sent=record(field("age", type_)))
    (argument,) = _function(pack, one).keywords

    assert expected == argument.type.text


def test_headers_that_the_client_sets_are_no_arguments(pack: Pack) -> None:
    """``Accept`` and ``Authorization`` are the client's own business."""
    names = ("Accept", "authorization", "If-Match")
    parameters = tuple(
        Parameter(name=WireName(name), type=TEXT, location=Location.HEADER, span=PLACE)
        for name in names
    )
    found = _function(pack, operation("GET /pets", "List pets", parameters=parameters))

    assert ["if_match"] == [each.name.text for each in found.keywords]


def test_resource_of_a_runtime_name_says_what_it_is(pack: Pack) -> None:
    """``/pages`` does not hide ``Pages``, nor does ``/statistics`` its own model."""
    view = _view(
        pack,
        operation("GET /pages", "List pages"),
        operation("GET /statistics", "Fetch statistics", answer=record("total")),
    )
    actual = [one.name.text for one in view.resource_modules]

    assert ["PagesResource", "StatisticsResource"] == actual


def test_known_authentication_comes_before_unknown(pack: Pack) -> None:
    """The first method that ``api.toml`` explains is used; its secret travels as documented."""
    known = AuthConfig(
        kind="api-key", header="X-Key", token=CredentialConfig(name="key", env="SHOP_KEY")
    )
    view = _view(
        pack,
        operation("GET /pets", "List pets", auth=("Handshake", "Key")),
        config=ApiConfig(auth={"Key": known}),
    )

    assert view.auth is not None
    assert ("X-Key", "sample-key") == view.auth.sent_header
    assert ("Handshake",) == view.unknown_auth


def test_json_body_is_chosen_over_a_form(pack: Pack) -> None:
    """Of two content types the call sends JSON."""
    one = operation("POST /pets", "Create a pet")
    bodies = tuple(
        Body(media_type=kind, type=record("name"), span=PLACE)
        for kind in ("application/x-www-form-urlencoded", "application/json")
    )
    both = Operation(
        id=one.id, title=one.title, method="POST", path="/pets", bodies=bodies, span=PLACE
    )
    (argument,) = _function(pack, both).keywords

    assert "json" == argument.place


def test_client_gives_way_to_what_the_api_is_about(pack: Pack) -> None:
    """A folder called ``shop`` with a resource ``shop`` has a client of another name."""
    read = operation("GET /shop/{id}", "Get a shop", answer=record("id", "name", "owner"))
    view = _view(pack, read)

    assert ("ShopClient", "AsyncShopClient") == (view.client.text, view.twin.text)


def test_resource_gives_way_to_a_client_that_is_named(pack: Pack) -> None:
    """What api.toml calls the client stays; the collection says that it is one."""
    config = ApiConfig(client=ClientConfig(name="Pets"))
    view = _view(pack, operation("GET /pets", "List pets"), config=config)

    assert "Pets" == view.client.text
    assert ["PetsResource"] == [one.name.text for one in view.resource_modules]


def test_header_that_pages_describe_differently_is_not_described(pack: Pack) -> None:
    """ "The version of this pet" would be wrong on an answer about shops."""
    view = _view(
        pack,
        _answering("GET /pets", "List pets", _header("ETag", "Version of the pets.")),
        _answering("GET /shops", "List shops", _header("ETag", "Version of the shops.")),
        _answering("GET /zoos", "List zoos", _header("X-Left", "Requests left.")),
    )

    assert {"ETag": "", "X-Left": "Requests left."} == {
        one.wire: one.description for one in view.headers
    }


def test_places_of_a_header_are_in_the_order_of_the_pages(pack: Pack) -> None:
    """Not in that of a set, which another run has in another order."""
    span = SourceSpan(path="p.md")
    said = {fact: (Trace(span=span, fact=fact),) for fact in "abcdefgh"}
    pages = [
        _answering(f"GET /{fact}", f"Get {fact}", _header("X-Rate", PageText(fact, traces)))
        for fact, traces in said.items()
    ]
    (header,) = _view(pack, *pages).headers

    assert list(said) == [one.fact for one in traces_of(header.description)]
