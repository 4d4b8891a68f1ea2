"""Names: what travels (WireName), and the words a name is made of."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NewType

WireName = NewType("WireName", str)
"""A name exactly as it is sent and received."""

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def words(text: str) -> tuple[str, ...]:
    """The lower-case ASCII words of a name or title: ``"WorkspaceSid"`` -> ``workspace, sid``.

    Accents are folded (NFKD); what is neither letter nor digit separates. A plural or an ordinal
    behind capitals stays with them (``"URLs"`` -> ``urls``). Text without a single ASCII letter
    or digit has no words.
    """
    return _words(str(text))  # a plain copy: what is remembered must not keep traces


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> tuple[str, ...]:
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    folded = re.sub(r"\b([A-Z]{2,})s\b", lambda found: found[1].lower() + "s", folded)
    folded = folded.replace("'", "")
    return tuple(_join_digits([word.lower() for word in _WORD.findall(folded)], folded))


def _join_digits(parts: list[str], text: str) -> list[str]:
    """Digits written directly behind a word belong to it: ``oauth2``, ``sha256``, ``v1``."""
    joined: list[str] = []
    at = 0
    lowered = text.lower()
    for part in parts:
        start = lowered.index(part, at)
        if part.isdigit() and joined and start == at and start > 0:
            joined[-1] += part
        else:
            joined.append(part)
        at = start + len(part)
    return joined
