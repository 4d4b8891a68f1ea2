"""``api.toml`` read from disk and checked: every fault with its line and what to write instead."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from generator.config import ApiConfig
from generator.config_check import Fault, find_faults, found_text
from generator.config_gaps import find_gaps
from generator.config_places import KeyPlaces
from generator.decode import read_source
from generator.diagnostics import Diagnostics
from generator.limits import fault as limit_fault
from generator.shown import shown
from generator.source import Source, SourceSpan

CONFIG_NAME = "api.toml"

PACK_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
"""A pack's name is a folder's name, in the templates and in the output."""

_AT = re.compile(r"(?<!\s)\s*\((?:at line (\d+), column (\d+)|at end of document)\)$")


class PlacedConfig(ApiConfig, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A configuration that knows the file it was read from."""

    places: KeyPlaces

    def place(self, *keys: str | int) -> SourceSpan:
        """The key's own place, else that of the nearest table around it."""
        return self.places.find(keys)

    def value_place(self, *keys: str | int) -> SourceSpan:
        """The place of what stands behind the key, quotes included."""
        return self.places.find_value(keys)


def load_config(file: Path, diagnostics: Diagnostics) -> ApiConfig | None:
    """The checked configuration; the defaults where there is no file, ``None`` after an error.

    All faults of the file are reported, not only the first. Their codes start with ``config-``.
    """
    if not file.exists() and not file.is_symlink():
        return ApiConfig()
    found = Diagnostics()
    source = read_source(file, file.as_posix(), found)
    for one in found:
        diagnostics.error(f"config-{one.code}", one.message, one.span, one.hint)
    return parse_config(source, diagnostics) if source is not None else None


def parse_config(source: Source, diagnostics: Diagnostics) -> ApiConfig | None:
    """The configuration a text states; ``None`` where faults were reported."""
    table = _parse(source, diagnostics)
    if table is None:
        return None
    faults = find_faults(table, ApiConfig)
    faults += _pack_faults(table.get("packs"))
    faults += find_gaps(table)
    faults += _limit_faults(table.get("limits"))
    if faults:
        places = KeyPlaces(source)
        for one in faults:
            diagnostics.error(one.code, one.message, places.find(one.path), one.hint)
        return None
    try:
        config = msgspec.convert(table, ApiConfig)
    except msgspec.ValidationError as fault:  # of a kind that is not looked for above
        diagnostics.error("config-value", shown(str(fault)), SourceSpan(path=source.path))
        return None
    stated = {name: getattr(config, name) for name in config.__struct_fields__}
    return PlacedConfig(**stated, places=KeyPlaces(source))


def _parse(source: Source, diagnostics: Diagnostics) -> dict[str, Any] | None:
    try:
        return tomllib.loads(source.text)
    except RecursionError:
        message, span = "is nested too deeply", SourceSpan(path=source.path)
    except tomllib.TOMLDecodeError as fault:
        message, span = _without_place(str(fault), source)
    except ValueError:
        most = sys.get_int_max_str_digits()
        message, span = f"holds a number of more than {most} digits", SourceSpan(path=source.path)
    diagnostics.error("config-syntax", message, span, "See https://toml.io for the notation.")
    return None


def _without_place(text: str, source: Source) -> tuple[str, SourceSpan]:
    """The message of ``tomllib`` and, apart from it, the place it ends in."""
    at = _AT.search(text)
    if at is None:
        return shown(text), SourceSpan(path=source.path)
    if at[1] is None:
        return shown(text[: at.start()]), source.span(len(source.text))
    span = SourceSpan(path=source.path, line=int(at[1]), column=int(at[2]))
    return shown(text[: at.start()]), span


def _pack_faults(packs: Any) -> list[Fault]:
    """What the types cannot say of ``packs``: each name is a folder's, and there is one."""
    if not isinstance(packs, list):
        return []
    hint = 'Write the names of packs, for example: packs = ["python"]'
    if not packs:
        message = "packs: expected at least one name, found none"
        return [Fault(code="config-value", path=("packs",), message=message, hint=hint)]
    return [
        Fault(
            code="config-value",
            path=("packs", at),
            message=f"packs: {found_text(name)} is not the name of a pack",
            hint=hint,
        )
        for at, name in enumerate(packs)
        if isinstance(name, str) and not PACK_NAME.fullmatch(name)
    ]


def _limit_faults(limits: Any) -> list[Fault]:
    """What the types cannot say of ``limits``: which there are, and how far each can be raised."""
    numbers = limits if isinstance(limits, dict) else {}
    hint = "README.md, “Security”, lists the limits."
    return [
        Fault(code="config-value", path=("limits", name), message=f"limits: {message}", hint=hint)
        for name, one in numbers.items()
        if type(one) is int and (message := limit_fault(name, one))
    ]
