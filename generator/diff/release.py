"""The version that changes call for, and the two files that tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from generator.config_file import CONFIG_NAME
from generator.decode import why
from generator.diagnostics import Diagnostics
from generator.diff.changes import Change, Level
from generator.diff.markdown import sections
from generator.source import SourceSpan

CHANGELOG = "CHANGELOG.md"
"""Beside the SDK's README. Pages do not know the past, so ``generate`` neither writes nor removes
it: a file it did not write is left alone."""

_TITLE = "# Changelog\n"
_VERSION = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})")


class Step(StrEnum):
    """Which number of a version goes up."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


def reasons(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that call for a version: all but that of the version itself."""
    return tuple(one for one in changes if one.kind.id != "api-version-changed")


def step(changes: Iterable[Change], version: str) -> Step:
    """What semver 2.0.0 asks for; while the first number is 0, the second stands for it."""
    levels = {one.level for one in reasons(changes)}
    if not levels:
        return Step.NONE
    major, minor = (
        (Step.MINOR, Step.PATCH) if version.startswith("0.") else (Step.MAJOR, Step.MINOR)
    )
    if Level.BREAKING in levels:
        return major
    return minor if Level.ADDITIVE in levels else Step.PATCH


def proposed(version: str, found: Step) -> str:
    """The next version; empty where ``version`` is not MAJOR.MINOR.PATCH."""
    parts = _VERSION.fullmatch(version)
    if parts is None:
        return ""
    major, minor, patch = (int(one) for one in parts.groups())
    match found:
        case Step.MAJOR:
            return f"{major + 1}.0.0"
        case Step.MINOR:
            return f"{major}.{minor + 1}.0"
        case Step.PATCH:
            return f"{major}.{minor}.{patch + 1}"
        case Step.NONE:
            return version


def is_raised(version: str, wanted: str) -> bool:
    """Whether a version is already as high as the changes ask for."""
    have, want = _VERSION.fullmatch(version), _VERSION.fullmatch(wanted)
    if have is None or want is None:
        return False
    return [int(one) for one in have.groups()] >= [int(one) for one in want.groups()]


def with_version(text: str, version: str) -> str:
    """The text of an ``api.toml`` with ``[client] version``; all else stays to the letter.

    Raises ``ValueError`` for a text that is no TOML or where ``client`` is no table.
    """
    try:
        document = tomlkit.parse(text)
        if "client" not in document:
            document["client"] = tomlkit.table()
        client = document["client"]
        if not isinstance(client, tomlkit.items.AbstractTable):
            raise ValueError("client is no table")
        client["version"] = version
        return tomlkit.dumps(document)
    except TOMLKitError as fault:
        raise ValueError(str(fault)) from fault


def with_section(text: str, version: str, changes: tuple[Change, ...]) -> str:
    """The text of a changelog with a section of the version, the newest first.

    A section of that version is replaced, so that a branch may be compared again and again; what
    stands before the first section and in all others stays.
    """
    own = f"## {version}\n\n{sections(reasons(changes))}\n"
    begin = _TITLE if not text.strip() else text
    old = re.search(rf"^## {re.escape(version)}\n.*?(?=^## |\Z)", begin, re.MULTILINE | re.DOTALL)
    if old is not None:
        rest = begin[old.end() :]
        return begin[: old.start()] + own + ("\n" if rest else "") + rest
    first = re.search(r"^## ", begin, re.MULTILINE)
    if first is not None:
        return f"{begin[: first.start()]}{own}\n{begin[first.start() :]}"
    return f"{begin.rstrip()}\n\n{own}"


def publish(
    folder: Path,
    sdks: Iterable[Path],
    version: str,
    changes: tuple[Change, ...],
    diagnostics: Diagnostics,
) -> tuple[Path, ...]:
    """Set the version in the folder's ``api.toml``, made where there is none, and tell of it in
    the changelog of each SDK that exists; the files written. A fault is reported."""
    written = []
    file = folder / CONFIG_NAME
    try:
        text = file.read_bytes().decode("utf-8") if file.exists() else ""
        file.write_bytes(with_version(text, version).encode("utf-8"))
        written.append(file)
        for sdk in sdks:
            if sdk.is_dir():
                file = sdk / CHANGELOG
                text = file.read_bytes().decode("utf-8") if file.exists() else ""
                file.write_bytes(with_section(text, version, changes).encode("utf-8"))
                written.append(file)
    except (OSError, ValueError) as fault:
        message = f"cannot be written: {why(fault)}"
        hint = "Check that it is a text file, and that whoever runs the command may write it."
        diagnostics.error("output", message, SourceSpan(path=file.as_posix()), hint)
    return tuple(written)
