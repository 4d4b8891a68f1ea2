"""What templates can see of a view, in a few bytes: equal only where they would print the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256

import msgspec

from generator.emit.code import Code
from generator.emit.quoting_docstring import Doc
from generator.emit.views import ResourceView
from generator.ir.page_text import PageText

EVERYTHING = "*"
"""The name of a read, or a look, that no fingerprint answers for."""

_FINISHED = frozenset({Code, Doc})
"""What is printed as a whole, whatever templates ask of it."""
_OF_A_RESOURCE = tuple(one for one in ResourceView.__struct_fields__ if one != "functions")


@cache
def fields_of(kind: type) -> frozenset[str]:
    """The names of a view's public fields; none of a class that is not ours."""
    if not kind.__module__.startswith("generator."):
        return frozenset()
    found: Iterable[str] = getattr(kind, "__struct_fields__", ())
    return frozenset(one for one in found if one[0] != "_")


class Fingerprints:
    """Fingerprints of the parts of one view, which must not be changed; each is taken once."""

    def __init__(self, whole: object) -> None:
        self._whole = whole
        self._encoder = msgspec.msgpack.Encoder(enc_hook=_traced)
        self._known: dict[int, tuple[object, bytes]] = {}  # keeps the parts, so ids stay theirs

    def of(self, part: object) -> bytes:
        """Of all values in a part, and of where each text comes from.

        Raises ``ValueError`` for a part that holds what only a program can look at.
        """
        found = self._known.get(id(part))
        if found is None:
            found = self._known[id(part)] = (part, self._taken(part))
        return found[1]

    def of_reads(self, names: Iterable[str]) -> bytes:
        """Of what the attributes of the whole view say; raises ``ValueError`` as ``of`` does."""
        found = sha256()
        for name in sorted(names):
            if name == EVERYTHING:
                raise ValueError("all of it was looked at")
            found.update(name.encode("utf-8") + b"\n" + self.of(getattr(self._whole, name, None)))
        return found.digest()

    def of_looks(self, parts: Mapping[str, object], looks: Iterable[str]) -> bytes:
        """Of what attributes say, as ``Kind.attribute``, of all views in the parts.

        Of a view that none of them names only its kind counts. Raises ``ValueError`` as ``of`` does.
        """
        names: dict[str, list[str]] = {}
        for one in sorted(looks):
            kind, _, name = one.partition(".")
            names.setdefault(kind, []).append(name)
        if EVERYTHING in names:
            raise ValueError("all of it was looked at")
        return self._taken([names, {name: _seen(part, names) for name, part in parts.items()}])

    def _taken(self, part: object) -> bytes:
        if type(part) is tuple:  # the same parts are seen alone, and in lists
            return sha256(b"tuple" + b"".join(map(self.of, part))).digest()
        try:
            if type(part) is ResourceView:  # its functions are seen alone, too, and are most of it
                rest = [getattr(part, one) for one in _OF_A_RESOURCE]
                return sha256(self.of(part.functions) + self._encoder.encode(rest)).digest()
            return sha256(self._encoder.encode(part)).digest()
        except (TypeError, OverflowError, RecursionError, msgspec.MsgspecError) as error:
            raise ValueError(str(error)) from error


def _seen(part: object, names: Mapping[str, list[str]]) -> object:
    """What the named attributes say of all views in a part, down to what is no view."""
    kind: type = type(part)
    if isinstance(part, tuple):
        return [_seen(one, names) for one in part]
    if kind in _FINISHED or not fields_of(kind):
        return part
    own = names.get(kind.__name__, ())
    return kind.__name__, [_seen(getattr(part, name), names) for name in own]


def _traced(value: object) -> object:
    if type(value) is PageText:
        return str(value), value.traces
    raise TypeError(f"a {type(value).__name__} cannot be told from another")
