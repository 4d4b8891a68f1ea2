"""What templates can see of a view, in a few bytes: equal only where they would print the same."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import msgspec

from generator.ir.page_text import PageText

EVERYTHING = "*"
"""The name of a read that no fingerprint answers for."""


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

    def _taken(self, part: object) -> bytes:
        if type(part) is tuple:  # the same parts are seen alone, and in lists
            return sha256(b"tuple" + b"".join(map(self.of, part))).digest()
        try:
            return sha256(self._encoder.encode(part)).digest()
        except (TypeError, OverflowError, RecursionError, msgspec.MsgspecError) as error:
            raise ValueError(str(error)) from error


def _traced(value: object) -> object:
    if type(value) is PageText:
        return str(value), value.traces
    raise TypeError(f"a {type(value).__name__} cannot be told from another")
