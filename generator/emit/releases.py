"""Versions of packages, from what documentations call their versions."""

from __future__ import annotations

import re

from generator.ir.page_text import retraced

UNKNOWN = "0.0.0"
"""The version of a package whose documentation has none that a package can have."""

_NUMBERS = re.compile(r"[vV]?([0-9]{1,6}(?:\.[0-9]{1,6}){0,3})")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_EARLY = re.compile(
    r"[vV]?([0-9]{1,6}(?:\.[0-9]{1,6}){0,3})[-._]?(alpha|beta|preview|pre|rc|a|b|c)[-._]?([0-9]{1,6})?",
    re.IGNORECASE,
)
_STEPS = {"alpha": "a", "a": "a", "beta": "b", "b": "b"}
"""The words of PEP 440; every other one means a release candidate."""


def release_of(version: str) -> str:
    """The version in the normal form of PEP 440, as indexes and file names have it.

    A leading ``v`` goes, a date becomes numbers, ``1.0-beta`` is ``1.0b0``; what is neither of
    these is ``UNKNOWN``.
    """
    plain = version.strip()
    if found := _NUMBERS.fullmatch(plain):
        return retraced(_dotted(found[1].split(".")), version)
    if found := _DATE.fullmatch(plain):
        return retraced(_dotted(list(found.groups())), version)
    if found := _EARLY.fullmatch(plain):
        step = _STEPS.get(found[2].lower(), "rc")
        number = int(found[3] or 0)
        return retraced(f"{_dotted(found[1].split('.'))}{step}{number}", version)
    return UNKNOWN


def _dotted(parts: list[str]) -> str:
    return ".".join(str(int(one)) for one in parts)
