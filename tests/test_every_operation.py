"""Every operation of every API in specs/: what its page says is what goes over real HTTP."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote

import pytest
from generation import ROOT, generate, imported
from loopback import Loopback, running
from page_samples import (
    answer,
    answer_fields,
    argument,
    as_json,
    as_texts,
    body_fields,
    fields_at,
    list_field,
    operations,
    success,
)

from generator.ir import Field, Location, NullableType, Operation, Parameter, ScalarType

FORM = "application/x-www-form-urlencoded"
BASIC = "Basic " + b64encode(b"AC1:secret").decode()
CLIENTS: dict[str, tuple[str, dict[str, str], str]] = {
    "taskrouter": ("TaskRouter", {"account_sid": "AC1", "auth_token": "secret"}, BASIC),
    "train-travel": ("TrainTravel", {"token": "secret"}, "Bearer secret"),
}
PAGES = [
    (api, page.stem.removeprefix("operation-"))
    for api in CLIENTS
    for page in sorted((ROOT / "specs" / api).glob("operation-*.md"))
]
every_operation = pytest.mark.parametrize(("api", "name"), PAGES, ids=[one for _, one in PAGES])


@dataclass(frozen=True, kw_only=True)
class Sdk:
    """A generated SDK beside what its pages say."""

    module: ModuleType
    client: str
    credentials: dict[str, str]
    authorization: str
    listed: dict[str, Any]
    pages: dict[str, Operation]


@pytest.fixture(scope="session")
def sdks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Sdk]]:
    """All SDKs of specs/, each generated once."""
    taskrouter = generate(ROOT / "specs/taskrouter", tmp_path_factory.mktemp("taskrouter"))
    trains = generate(ROOT / "specs/train-travel", tmp_path_factory.mktemp("train-travel"))
    with imported(taskrouter) as first, imported(trains) as second:
        yield {
            "taskrouter": _sdk("taskrouter", taskrouter, first),
            "train-travel": _sdk("train-travel", trains, second),
        }


def _sdk(api: str, folder: Path, module: ModuleType) -> Sdk:
    client, credentials, authorization = CLIENTS[api]
    listed = json.loads((folder / "operations.json").read_text(encoding="utf-8"))
    return Sdk(
        module=module,
        client=client,
        credentials=credentials,
        authorization=authorization,
        listed={one["id"]: one for one in listed},
        pages=operations(ROOT / "specs" / api),
    )


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A server of the test's own."""
    with running() as loopback:
        yield loopback


@pytest.mark.parametrize(("api", "count"), [("taskrouter", 61), ("train-travel", 7)])
def test_operations_json_lists_every_page(sdks: dict[str, Sdk], api: str, count: int) -> None:
    """No page is lost, none is listed twice, and method, path and title are the page's."""
    sdk = sdks[api]
    said = {one.id: (one.method, one.path, one.title) for one in sdk.pages.values()}
    listed = {one["id"]: (one["method"], one["path"], one["title"]) for one in sdk.listed.values()}

    assert said == listed
    assert count == len(listed)


@pytest.mark.parametrize("api", sorted(CLIENTS))
def test_operations_json_is_sorted(sdks: dict[str, Sdk], api: str) -> None:
    """By path, then by method."""
    places = [(one["path"], one["method"]) for one in sdks[api].listed.values()]

    assert sorted(places) == places


@every_operation
def test_keywords_are_the_parameters_of_the_page(sdks: dict[str, Sdk], api: str, name: str) -> None:
    """Each parameter and body field is a keyword at its place; path parameters are ids."""
    page, listed = sdks[api].pages[name], sdks[api].listed[name]
    kind = "form" if page.bodies and page.bodies[0].media_type == FORM else "json"
    outside = [one for one in page.parameters if one.location is not Location.PATH]
    expected = {one.name: one.location.value for one in outside}
    expected |= {one.name: kind for one in body_fields(page)}
    ids = [one["argument"] for one in listed["steps"] if "argument" in one] + listed["positional"]

    assert expected == {wire: one["in"] for wire, one in listed["keywords"].items()}
    assert (bool(page.bodies) and not body_fields(page)) == ("body" in listed)
    assert [one.name for one in fields_at(page, Location.PATH)] == ids


@every_operation
def test_the_blocking_client_sends_what_the_page_says(
    sdks: dict[str, Sdk], server: Loopback, api: str, name: str
) -> None:
    """Method, path, query, headers, body and credentials; and the answer is the page's model."""
    sdk = sdks[api]
    _script(server, sdk, name)
    with getattr(sdk.module, sdk.client)(**sdk.credentials, base_url=server.url) as client:
        result = call_operation(client, sdk, name)
        found = list(result) if is_list(sdk, name) else result

    _check_request(server, sdk, name)
    _check_answer(found, sdk, name)


@every_operation
def test_the_awaited_client_sends_what_the_page_says(
    sdks: dict[str, Sdk], server: Loopback, api: str, name: str
) -> None:
    """The same over the other client."""
    sdk = sdks[api]
    _script(server, sdk, name)

    async def run() -> Any:
        client = getattr(sdk.module, f"Async{sdk.client}")(**sdk.credentials, base_url=server.url)
        async with client:
            result = call_operation(client, sdk, name)
            return [one async for one in result] if is_list(sdk, name) else await result

    found = asyncio.run(run())

    _check_request(server, sdk, name)
    _check_answer(found, sdk, name)


@every_operation
def test_nothing_but_the_required_is_sent_when_nothing_is_given(
    sdks: dict[str, Sdk], server: Loopback, api: str, name: str
) -> None:
    """A default that the page mentions is the server's business; ``OMIT`` travels nowhere."""
    sdk = sdks[api]
    _script(server, sdk, name)
    required = _required(sdk, name)
    with getattr(sdk.module, sdk.client)(**sdk.credentials, base_url=server.url) as client:
        result = call_operation(client, sdk, name, only=required)
        list(result) if is_list(sdk, name) else None
    (received,) = server.received
    page = sdk.pages[name]
    if received.headers.get("content-type") == "application/json":
        body = list(received.json)
    else:
        body = [one for one, _ in received.form]

    assert required == {one for one, _ in received.query} | set(body)
    for one in fields_at(page, Location.HEADER):
        assert one.name.lower() not in received.headers


def _required(sdk: Sdk, name: str) -> set[str]:
    """The wire names of the keywords that have no default, as Python itself sees them."""
    listed = sdk.listed[name]
    client = getattr(sdk.module, sdk.client)(**sdk.credentials)
    signature = inspect.signature(_function(client, sdk, name))
    return {
        wire
        for wire, one in listed["keywords"].items()
        if signature.parameters[one["name"]].default is inspect.Parameter.empty
    }


def is_list(sdk: Sdk, name: str) -> bool:
    return sdk.listed[name]["returns"].startswith("Pages[")  # type: ignore[no-any-return]


def _some_id(name: str) -> str:
    return f"{name}/1 ?"


def _function(client: Any, sdk: Sdk, name: str) -> Any:
    place = client
    for step in sdk.listed[name]["steps"]:
        place = getattr(place, step["attribute"])
        if "argument" in step:
            place = place(_some_id(step["argument"]))
    return getattr(place, sdk.listed[name]["function"])


def call_operation(client: Any, sdk: Sdk, name: str, only: set[str] | None = None) -> Any:
    """The operation called as ``operations.json`` says, with a sample for each keyword."""
    page, listed = sdk.pages[name], sdk.listed[name]
    fields = {one.name: one for one in (*page.parameters, *body_fields(page))}
    given = {
        one["name"]: _argument(fields[wire])
        for wire, one in listed["keywords"].items()
        if only is None or wire in only
    }
    if "body" in listed and only is None:  # the page lists no fields: it is given whole
        given[listed["body"]["name"]] = argument(page.bodies[0].type, "body")
    ids = [_some_id(one) for one in listed["positional"]]
    return _function(client, sdk, name)(*ids, **given)


def _script(server: Loopback, sdk: Sdk, name: str) -> None:
    """Let the server answer as the page says."""
    page = sdk.pages[name]
    said = success(page)
    if not said.bodies:
        server.answer(status=int(said.status))
        return
    server.answer(
        _envelope(sdk, name) if is_list(sdk, name) else answer(page),
        status=int(said.status),
        content_type=said.bodies[0].media_type,
    )


def _envelope(sdk: Sdk, name: str) -> dict[str, Any]:
    page = sdk.pages[name]
    items = list_field(page)
    assert items is not None
    ends = {"meta": {"next_page_url": None}, "links": {"self": "/here"}}
    known = {one: ends[one] for one in ends if one in {f.name for f in answer_fields(page)}}
    return {items: [_item(sdk, name)], **known}


def _item(sdk: Sdk, name: str) -> dict[str, Any]:
    """An item as the page of a single one describes it."""
    model = _model_name(sdk, name)
    single = (one for one in sdk.listed.values() if one["returns"] == model)
    found = next(single, None)
    return answer(sdk.pages[found["id"]]) if found else {"id": "1", "deep": {"a": [1]}}


def _model_name(sdk: Sdk, name: str) -> str:
    returns: str = sdk.listed[name]["returns"]
    return returns.removeprefix("Pages[").removesuffix("]") if is_list(sdk, name) else returns


def _check_request(server: Loopback, sdk: Sdk, name: str) -> None:
    page = sdk.pages[name]
    (received,) = server.received
    path = page.path
    for one in fields_at(page, Location.PATH):
        path = path.replace(f"{{{one.name}}}", quote(_some_id(one.name), safe=""))

    assert (page.method, path) == (received.method, received.path)
    assert _pairs(fields_at(page, Location.QUERY)) == received.query
    assert sdk.authorization == received.headers["authorization"]
    for one in fields_at(page, Location.HEADER):
        assert _argument(one) == received.headers[one.name.lower()]
    if not page.bodies:
        assert b"" == received.body
        assert "content-type" not in received.headers
        return
    assert page.bodies[0].media_type == received.headers["content-type"]
    if page.bodies[0].media_type == FORM:
        assert _pairs(body_fields(page)) == received.form
    else:
        assert as_json(argument(page.bodies[0].type, "body")) == received.json


def _argument(field: Field) -> Any:
    """A sample; headers are ASCII."""
    in_header = isinstance(field, Parameter) and field.location is Location.HEADER
    return f"{field.name} + 1" if in_header else argument(field.type, field.name)


def _pairs(fields: tuple[Field, ...]) -> list[tuple[str, str]]:
    return [(f.name, text) for f in fields for text in as_texts(argument(f.type, f.name))]


def _check_answer(found: Any, sdk: Sdk, name: str) -> None:
    page = sdk.pages[name]
    if not success(page).bodies:
        assert ("NoContent", int(success(page).status)) == (
            type(found).__name__,
            found.response.status_code,
        )
        return
    if not is_list(sdk, name):
        assert sdk.listed[name]["returns"] == type(found).__name__
        assert answer(page) == found.to_dict()
        assert {} == found.extra
        assert (int(success(page).status), 0) == (
            found.response.status_code,
            found.response.retries,
        )
        _check_types(found, answer_fields(page))
        return
    (item,) = found
    if isinstance(item, dict):
        assert _item(sdk, name) == item
    else:
        assert _model_name(sdk, name) == type(item).__name__
        assert _item(sdk, name) == item.to_dict()


def _check_types(model: Any, fields: tuple[Field, ...]) -> None:
    """Times are times, dates are dates, and all else is of JSON's own types."""
    wires = {one.metadata.get("wire", one.name): one.name for one in dataclasses.fields(model)}
    assert [one.name for one in fields] == list(wires)
    for one in fields:
        value = getattr(model, wires[one.name])
        plain = one.type.item if isinstance(one.type, NullableType) else one.type
        if isinstance(plain, ScalarType):
            expected = argument(plain, one.name)
            assert expected == value
            assert isinstance(expected, date | datetime) == isinstance(value, date | datetime)
