"""JSON that a template wrote, laid out for people."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.emit.files import RenderedFile
from generator.emit.pack import PackError
from generator.emit.quoting import json_value

SHORT = 80
"""Characters of a list that stays on one line."""


def format_json(file: RenderedFile) -> str:
    """The file's text with two spaces a level and keys in their order, ending in ``\\n``.

    Raises ``PackError`` with the generated file's path and line where JSON is not JSON, or an
    object has a key twice, of which readers would keep either.
    """
    try:
        value = json.loads(file.text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise PackError(
            file.path, error.lineno, f"generated JSON does not parse: {error.msg}"
        ) from error
    except _Twice as error:
        line = file.text[: file.text.rfind(json.dumps(error.key, ensure_ascii=False))].count("\n")
        raise PackError(file.path, line + 1, f"{error.key!r} stands twice in one object") from error
    return _laid_out(value, "") + "\n"


def _laid_out(value: object, indent: str) -> str:
    """An object takes a line for each key; a list of plain values stays on one if that is short."""
    deeper = indent + "  "
    match value:
        case dict() if value:
            lines = [f"{_plain(key)}: {_laid_out(one, deeper)}" for key, one in value.items()]
            return f"{{\n{deeper}" + f",\n{deeper}".join(lines) + f"\n{indent}}}"
        case list() if value and not _is_short(value):
            lines = [_laid_out(one, deeper) for one in value]
            return f"[\n{deeper}" + f",\n{deeper}".join(lines) + f"\n{indent}]"
        case _:
            return _plain(value)


def _is_short(values: list[object]) -> bool:
    nested = any(isinstance(one, dict | list) for one in values)
    return not nested and len(_plain(values)) <= SHORT


def _plain(value: object) -> str:
    return json_value(value).text


class _Twice(ValueError):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = value
    return found
