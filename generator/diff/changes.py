"""Changes as values: what changed, where, how much it matters and what it does to the SDK."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from typing import ClassVar, TypeAlias

from generator.shown import shown
from generator.source import SourceSpan
from generator.value import Struct, Value

Key: TypeAlias = tuple[str, ...]
"""A part of the SDK, as ``surface`` names it: ``("argument", call, place, wire name)``."""


class Level(StrEnum):
    """What a change means for people who call the SDK, the worst first."""

    BREAKING = "breaking"
    """A call that worked fails, is sent otherwise, or is an error under ``mypy --strict``."""
    ADDITIVE = "additive"
    """Every call goes on as before; there is more, or more is told."""
    WORDING = "wording"
    """The same facts in other words."""


class Kind(Struct, frozen=True, kw_only=True):
    """A row of the rule table (``kinds``): a stable id, a level, and what is said of the subject."""

    id: str
    level: Level
    sentence: str


class Effect(Struct, frozen=True, kw_only=True):
    """What happens to one part of the SDK: ``tasks.create(timeout=…)`` loses ``timeout``."""

    kind: Kind
    text: str


class Change(Value, frozen=True, kw_only=True):
    """One change; texts of pages stand in it as they are.

    ``call`` is the operation's verb and path, empty where it is the whole API's. ``subject`` is
    the part of it, empty for the operation itself. ``before`` and ``after`` are the fact in the
    two versions, empty where it has no value. ``old`` and ``new`` are its places, the
    operation's in a version that lacks it, ``None`` where that lacks the operation, too. ``reason`` says why two things count as one. ``reread`` marks a fact
    whose words are the same in both: only their reading differs. ``touches`` are the parts of
    the SDK that follow from it.
    """

    aside: ClassVar[frozenset[str]] = frozenset({"old", "new"})

    kind: Kind
    call: str = ""
    subject: str = ""
    before: str = ""
    after: str = ""
    old: SourceSpan | None = None
    new: SourceSpan | None = None
    reason: str = ""
    reread: bool = False
    touches: frozenset[Key] = frozenset()
    effects: tuple[Effect, ...] = ()

    @property
    def level(self) -> Level:
        """The worst of the kind's own level and those of its effects."""
        order = list(Level)
        found = (self.kind.level, *(one.kind.level for one in self.effects))
        return min(found, key=order.index)

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits of what changed.

        Lines, order, pages' names, wording of messages and effects have no part in it.
        """
        parts = (self.kind.id, self.call, self.subject, self.before, self.after)
        plain = json.dumps(parts, ensure_ascii=True)
        return hashlib.sha256(plain.encode("ascii")).hexdigest()[:12]

    @property
    def message(self) -> str:
        """The change in a sentence, without its place; safe to print on a line."""
        text = " ".join(part for part in (shown(self.subject), self.kind.sentence) if part)
        facts = [shown(one) for one in (self.before, self.after) if one]
        if facts:
            text += f": {' -> '.join(facts)}"
        if self.reason:
            text += f" ({self.reason})"
        if self.reread:
            text += " (same words, read otherwise)"
        return f"{shown(self.call)}: {text}" if self.call else text
