"""A file of calls that uses everything an SDK offers, written from its old version."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diff.surface import Argument, Call, Surface, surface
from generator.ir import Api

_RUNTIME = ("Answer", "Items", "NoContent", "OMIT", "Pages", "Headers")


def callers_file(api: Api) -> str:
    """Python that passes every argument alone and all at once, every known value, and reads every
    attribute, constant and header, each with the type the old SDK gave it."""
    old = surface(api)
    package = dict(old.package)["package"]
    client = old.client["class"]
    body = "\n\n".join(
        [
            *_calls(old, client),
            *_reads(old),
            *_constants(old),
            _headers(old),
            _client(old, client),
        ]
    )
    names = set(re.findall(r"\b[A-Z]\w*", body))
    lines = ["import datetime as dt", "from collections.abc import Mapping, Sequence"]
    lines += ["from typing import Any, List, Literal", f"from {package} import {client}"]
    lines += [f"from {package} import {one}" for one in _RUNTIME if one in names]
    lines += [
        f"from {package}.{module} import {name}"
        for name, module in sorted(old.homes.items())
        if not name.endswith("Param")
    ]
    if "Content" in names:
        lines.append(f"from {package}._runtime._uploads import Content")
    return "\n".join(lines) + "\n\n" + body + "\n"


def _calls(old: Surface, client: str) -> Iterator[str]:
    for at, call in enumerate(old.calls.values()):
        given = {one.name: _written_out(one.type, old) for one in call.arguments.values()}
        needed = [one.name for one in call.arguments.values() if one.required]
        optional = [one.name for one in call.arguments.values() if not one.required]
        ids = {one.name: one.type for one in (*call.ids, *_bound(call, old))}
        parameters = "".join(f", {name}: {type_}" for name, type_ in {**ids, **given}.items())
        lines = [f"def call_{at}(client: {client}{parameters}) -> None:"]
        for number, names in enumerate(([], optional, *([one] for one in optional))):
            text = _call(call, old, [*needed, *names])
            lines.append(f"    answer_{number}: {call.returns} = {text}")
        for one in call.arguments.values():
            listed = given[one.name].startswith("Sequence[")
            for value in _literals(given[one.name]):
                others = [name for name in needed if name != one.name]
                value = f"[{value}]" if listed else value
                lines.append(f"    {_call(call, old, others, f'{one.name}={value}')}")
        yield "\n".join(lines)


def _bound(call: Call, old: Surface) -> Iterator[Argument]:
    """The ids that the chain to a call binds, in order."""
    parts = call.resource.split(".")
    for at, part in enumerate(parts):
        if part.endswith("()"):
            yield old.binders[".".join(parts[: at + 1]).removesuffix("()")]


def _call(call: Call, old: Surface, names: list[str], *more: str) -> str:
    bound = iter(_bound(call, old))
    chain = re.sub(r"\(\)", lambda _: "({0}={0})".format(next(bound).name), call.place)
    ids = [f"{one.name}={one.name}" for one in call.ids]
    return f"client.{chain}({', '.join([*ids, *(f'{name}={name}' for name in names), *more])})"


def _written_out(type_: str, old: Surface) -> str:
    """The type with the values that the old SDK knew, not those the new one does."""
    return re.sub(r"\w+Param\b", lambda found: old.names.aliases.get(found[0], found[0]), type_)


def _literals(type_: str) -> list[str]:
    found = re.search(r"Literal\[([^\]]*)\]", type_)
    return found[1].split(", ") if found else []


def _reads(old: Surface) -> Iterator[str]:
    for model, attributes in old.models.items():
        lines = [f"def read_{model}(one: {model}) -> None:"]
        lines += [f"    {x.name}: {x.type} = one.{x.name}" for x in attributes.values()]
        needed = ", ".join(f"{x.name}=one.{x.name}" for x in attributes.values() if x.required)
        yield "\n".join([*lines, f"    {model}({needed})"])


def _constants(old: Surface) -> Iterator[str]:
    for name, members in old.enums.items():
        lines = [f"def constants_{name}() -> None:"]
        lines += [f"    value_{one}: {name} = {name}.{one}" for one in members.values()]
        yield "\n".join([*lines, f'    text: str = {name}("new")'])


def _headers(old: Surface) -> str:
    types = {"text": "str", "integer": "int", "number": "float", "boolean": "bool"}
    reads = [
        f"    {one.name}: {types[one.type]} | None = headers.{one.name}"
        for one in old.headers.values()
    ]
    return "\n".join(["def headers(headers: Headers) -> None:", *(reads or ["    pass"])])


def _client(old: Surface, client: str) -> str:
    names = [text for part, text in old.client.items() if part.startswith("argument ")]
    given = ", ".join(f'{name}="secret"' for name in names)
    return f"def client() -> None:\n    {client}({given})"
