"""Edits of real pages as their authors make them, drawn by a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

Edit: TypeAlias = Callable[[str, random.Random], str]

_ITEM = re.compile(r"^- \*\*(.+)\*\* \((.*)\)$((?:\n {2,}.*)*)", re.MULTILINE)
_TYPES = ("string", "integer", "boolean", "array[string]", "object", "string(date-time)")
_VERBS = ("Clone", "Purge", "List", "Fetch", "Update")


def edited(pages: Mapping[str, str], seed: int) -> dict[str, str]:
    """The pages by name with one to three edits; some pages may be gone."""
    draw = random.Random(seed)
    found = dict(pages)
    for _ in range(draw.randint(1, 3)):
        name = draw.choice(sorted(one for one in found if one.startswith("operation-")))
        text = draw.choice(EDITS)(found.pop(name), draw)
        if text:
            found[name] = text
    return found


def _item(text: str, draw: random.Random, change: Callable[[re.Match[str]], str]) -> str:
    items = list(_ITEM.finditer(text))
    if not items:
        return text
    one = draw.choice(items)
    return text[: one.start()] + change(one) + text[one.end() :]


def _removed(text: str, draw: random.Random) -> str:
    return _item(text, draw, lambda one: "")


def _renamed(text: str, draw: random.Random) -> str:
    return _item(text, draw, lambda one: f"- **{one[1]}X** ({one[2]}){one[3]}")


def _retyped(text: str, draw: random.Random) -> str:
    return _item(text, draw, lambda one: f"- **{one[1]}** ({draw.choice(_TYPES)}){one[3]}")


def _nullable(text: str, draw: random.Random) -> str:
    return _item(text, draw, lambda one: f"- **{one[1]}** ({one[2]} | null){one[3]}")


def _valued(text: str, draw: random.Random) -> str:
    return _item(text, draw, lambda one: f"{one[0]}\n  One of `a`, `b` or `pending`.")


def _required(text: str, draw: random.Random) -> str:
    return _item(text, draw, lambda one: f"- **{one[1]}** ({one[2]})\n  Required. Always.")


def _retitled(text: str, draw: random.Random) -> str:
    return re.sub(r"^# \w+", f"# {draw.choice(_VERBS)}", text)


def _moved(text: str, draw: random.Random) -> str:
    return re.sub(r"^\*\*([A-Z]+) (/.*)\*\*$", r"**\1 /next\2**", text, count=1, flags=re.M)


def _answered_otherwise(text: str, draw: random.Random) -> str:
    return re.sub(r"^### 20\d$", "### 202", text, flags=re.M)


def _gone(text: str, draw: random.Random) -> str:
    return ""


EDITS: tuple[Edit, ...] = (
    _removed, _renamed, _retyped, _nullable, _valued, _required, _retitled, _moved,
    _answered_otherwise, _gone,
)  # fmt: skip
