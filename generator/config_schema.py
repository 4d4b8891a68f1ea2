"""The JSON Schema of ``api.toml``, for editors that complete and check TOML by one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from generator.config import ApiConfig

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that the TOML editors' language servers read in full."""

_PLACE = "#/definitions/"


def config_schema() -> str:
    """The JSON Schema as indented JSON, ending in ``\\n``; the same on every machine.

    Every key has a description and an example; keys that do not exist are errors, as in
    ``api.toml`` itself. What needs several keys at once is left to the command.
    """
    _, parts = msgspec.json.schema_components((ApiConfig,), ref_template=_PLACE + "{name}")
    definitions = {name: _plain(one) for name, one in sorted(parts.items())}
    whole = definitions.pop(ApiConfig.__name__)
    found = {"$schema": DRAFT, **whole, "title": "api.toml", "definitions": definitions}
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _plain(node: Any) -> Any:
    """The part without null, which TOML cannot say, and without defaults that mean: not said."""
    if isinstance(node, list):
        return [_plain(one) for one in node]
    if not isinstance(node, dict):
        return node
    node = dict(node)
    default = node.get("default")
    if default in (None, "") or isinstance(default, dict | list | tuple):
        node.pop("default", None)
    if node.get("required") == []:
        del node["required"]
    found: dict[str, Any] = {
        key: _named(one) if key in _MAPS else _plain(one) for key, one in node.items()
    }
    said = found.get("description")
    if isinstance(said, str):
        found["description"] = " ".join(said.replace("``", "`").split())
    return _without_null(found)


_MAPS = frozenset({"properties", "definitions"})
"""Keys whose values are parts by name, where ``default`` and ``required`` are names like any."""


def _named(parts: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _plain(one) for key, one in parts.items()}


def _without_null(node: dict[str, Any]) -> dict[str, Any]:
    """The part with one alternative fewer; a reference stands alone, since beside it draft 7
    reads nothing."""
    choices = [one for one in node.pop("anyOf", []) if one != {"type": "null"}]
    if "$ref" in node and len(node) > 1:
        choices = [{"$ref": node.pop("$ref")}]
    if len(choices) == 1 and "$ref" not in choices[0]:
        return {**node, **choices[0]}
    if choices:
        key = "allOf" if len(choices) == 1 else "anyOf"
        return {**node, key: choices}
    return node
