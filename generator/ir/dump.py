"""The model as stable JSON, origins included."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from generator.source import SourceSpan


def to_json(value: object) -> str:
    """Any value of the IR as indented JSON, keys in the order of the fields, ending in ``\\n``.

    A dataclass becomes an object that names its class under ``is``; fields that hold nothing
    (``None``, ``""``, ``()``, ``False``) are left out, except values of facts; a span becomes
    ``path:line:column``.
    """
    return json.dumps(to_plain(value), indent=2, ensure_ascii=False) + "\n"


def to_plain(value: object) -> Any:
    """The value in JSON's own types."""
    match value:
        case SourceSpan():
            return str(value)
        case Enum():
            return value.value
        case tuple() | list():
            return [to_plain(one) for one in value]
        case dict():
            return {key: to_plain(one) for key, one in value.items()}
        case _ if is_dataclass(value):
            return {"is": type(value).__name__} | {
                one.name: to_plain(getattr(value, one.name))
                for one in fields(value)
                if one.metadata.get("dumped", True)
                if one.name == "value" or getattr(value, one.name) not in (None, "", (), False)
            }
        case _:
            return value
