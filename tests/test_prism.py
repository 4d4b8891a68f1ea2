"""TaskRouter's SDK against a server nobody here wrote: Prism, serving our OpenAPI document."""

from __future__ import annotations

import asyncio
import inspect
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
from generation import ROOT, call, generate, imported

pytestmark = pytest.mark.slow

PRISM = Path(
    os.environ.get("DOCS2SDK_PRISM")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "docs2sdk-ci" / "prism"
)
"""Where ``.ci/run`` installs it."""

SECONDS_TO_START = 60


@dataclass(frozen=True, kw_only=True)
class Served:
    """The SDK, its operations by id, and the document that the server holds requests against."""

    module: ModuleType
    operations: dict[str, Any]
    document: dict[str, Any]
    url: str


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Prism on a free port of the loopback; it refuses what breaks the document."""
    node, program = shutil.which("node"), PRISM / "node_modules" / ".bin" / "prism"
    if node is None:
        pytest.skip("needs Node.js, which is not installed")
    if not program.is_file():
        pytest.skip(f"needs Prism in {PRISM}; .ci/run installs it where it reaches npm")
    out = tmp_path_factory.mktemp("taskrouter")
    pages = ROOT / "specs" / "taskrouter"
    sdk = generate(pages, out)
    assert 0 == call("generate", pages, "--pack", "openapi", "--out", out).exit_code
    file = out / "openapi" / "taskrouter" / "openapi.json"
    document = json.loads(file.read_text("utf-8"))
    say_defaults(document)
    file.write_text(json.dumps(document), encoding="utf-8")
    with running(program, file, out / "prism.log") as url, imported(sdk) as module:
        listed = json.loads((sdk / "operations.json").read_text("utf-8"))
        yield Served(
            module=module,
            operations={one["id"]: one for one in listed},
            document=document,
            url=url,
        )


def say_defaults(document: dict[str, Any]) -> None:
    """Spell out how OpenAPI sends a list in a form: unless it is said, Prism takes it for a text."""
    for entry in (one for path in document["paths"].values() for one in path.values()):
        for body in entry.get("requestBody", {}).get("content", {}).values():
            fields = resolved(body["schema"], document).get("properties", {})
            lists = [name for name, one in fields.items() if one.get("type") == "array"]
            body["encoding"] = {name: {"style": "form", "explode": True} for name in lists}


class running:
    """The server as a context: its address on the way in, its end on the way out."""

    def __init__(self, program: Path, file: Path, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._command = [
            *(str(program), "mock", str(file), "-p", str(self._port)),
            *("-h", "127.0.0.1", "--errors"),
        ]
        self._log = log

    def __enter__(self) -> str:
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(self._command, stdout=log, stderr=log)
        until = time.monotonic() + SECONDS_TO_START
        while self._process.poll() is None and time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self._port), timeout=1).close()
                return f"http://127.0.0.1:{self._port}"
            except OSError:
                time.sleep(0.1)
        self.__exit__()
        raise AssertionError(self._log.read_text("utf-8")[-3000:])

    def __exit__(self, *exception: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)


def test_every_operation_is_accepted(served: Served) -> None:
    """With every argument and with the required ones, each answer becomes its model."""
    credentials = {"account_sid": "AC1", "auth_token": "secret"}
    wrong = []
    with served.module.TaskRouter(**credentials, base_url=served.url, strict=True) as client:
        for name in served.operations:
            for only in (True, False):
                wrong += faults(served, client, name, only_required=only)

    assert 61 == len(served.operations)
    assert [] == wrong, "\n".join(wrong)


def test_every_operation_is_accepted_when_awaited(served: Served) -> None:
    """The same over the other client."""
    credentials = {"account_sid": "AC1", "auth_token": "secret"}

    async def run() -> list[str]:
        wrong = []
        made = served.module.AsyncTaskRouter(**credentials, base_url=served.url, strict=True)
        async with made as client:
            for name in served.operations:
                found = called(served, client, name, only_required=False)
                try:
                    pages = hasattr(found, "pages")
                    value = [one async for one in found] if pages else await found
                except (served.module.APIError, TypeError) as error:
                    wrong.append(f"{name}: {error!r}")
                    continue
                wrong += misread(served, name, value)
        return wrong

    assert [] == asyncio.run(run())


def test_the_server_refuses_what_the_document_does_not_allow(served: Served) -> None:
    """The proofs above would fail: without a required field, or without credentials."""
    target = f"{served.url}/v1/Workspaces"
    right = httpx.post(target, data={"FriendlyName": "A"}, auth=("AC1", "secret"))
    wrong = httpx.post(target, data={"Nothing": "A"}, auth=("AC1", "secret"))
    nobody = httpx.post(target, data={"FriendlyName": "A"})

    assert (True, 422, 401) == (right.is_success, wrong.status_code, nobody.status_code)


def faults(served: Served, client: Any, name: str, *, only_required: bool) -> list[str]:
    """What was refused or misread."""
    try:
        found = called(served, client, name, only_required=only_required)
        value = list(found) if hasattr(found, "pages") else found
    except served.module.APIError as error:
        body = getattr(getattr(error, "response", None), "text", "")
        return [f"{name}: {error!r} {body[:500]}"]
    return misread(served, name, value)


def misread(served: Served, name: str, value: Any) -> list[str]:
    """What is not of the type that the SDK promises."""
    returns = served.operations[name]["returns"]
    if returns.startswith("Pages["):
        item = returns.removeprefix("Pages[").removesuffix("]").partition("[")[0]
        return [f"{name}: {type(one)}" for one in value if type(one).__name__ != item]
    expected = returns.partition("[")[0]
    return [] if type(value).__name__ == expected else [f"{name}: {type(value)}"]


def called(served: Served, client: Any, name: str, *, only_required: bool) -> Any:
    """The operation called as ``operations.json`` says, with values of the documented types."""
    listed = served.operations[name]
    types = documented(served, listed)
    place = client
    for step in listed["steps"]:
        place = getattr(place, step["attribute"])
        if "argument" in step:
            place = place(sample(types[step["argument"]], served.document))
    function = getattr(place, listed["function"])
    needed = {
        one.name
        for one in inspect.signature(function).parameters.values()
        if one.default is inspect.Parameter.empty
    }
    given = {
        one["name"]: sample(types[wire], served.document)
        for wire, one in listed["keywords"].items()
        if not only_required or one["name"] in needed
    }
    ids = [sample(types[one], served.document) for one in listed["positional"]]
    return function(*ids, **given)


def documented(served: Served, listed: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of each parameter and field, by its name on the wire."""
    entry = served.document["paths"][listed["path"]][listed["method"].lower()]
    found = {one["name"]: one["schema"] for one in entry.get("parameters", [])}
    for body in entry.get("requestBody", {}).get("content", {}).values():
        found |= resolved(body["schema"], served.document).get("properties", {})
    return found


def resolved(schema: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    """What a reference stands for."""
    if "$ref" not in schema:
        return schema
    found: Any = document
    for step in schema["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return found  # type: ignore[no-any-return]


def sample(schema: dict[str, Any], document: dict[str, Any]) -> Any:
    """A value that the schema allows."""
    schema = resolved(schema, document)
    if "enum" in schema:
        return schema["enum"][0]
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return sample(schema[choice][0], document)
    kind = schema.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    match kind:
        case "integer" | "number":
            return schema.get("minimum", min(1, schema.get("maximum", 1)))
        case "boolean":
            return True
        case "array":
            # Prism reads a list in a form raw, and refuses what is escaped in it.
            plain = schema.get("items", {}).get("type") == "string"
            return ["first", "second"] if plain else [sample(schema.get("items", {}), document)]
        case "object":
            return {"key": "value"}
    formats = {
        "date-time": "2026-01-02T03:04:05Z",
        "date": "2026-01-02",
        "uri": "https://a.example/",
    }
    text = formats.get(schema.get("format", ""), "x & y")
    if "x-known-values" in schema:
        text = schema["x-known-values"][0]
    return text.ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength")]
