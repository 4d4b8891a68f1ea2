"""The model as stable JSON, origins included."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any

from generator.source import SourceSpan
from generator.value import Struct

_SAID_TWICE = "apart"
"""The API before its models were merged: whatever it says is in what was made of it, too."""


def to_json(value: object) -> str:
    """Any value of the IR as indented JSON, keys in the order of the fields, ending in ``\\n``.

    A struct becomes an object that names its class under ``is``; fields that hold nothing
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
        case Struct():
            return {"is": type(value).__name__} | {
                name: to_plain(getattr(value, name))
                for name in value.__struct_fields__
                if name != _SAID_TWICE
                if name == "value" or getattr(value, name) not in (None, "", (), False)
            }
        case _:
            return value
