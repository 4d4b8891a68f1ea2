"""Pages of a documentation that describe no operation: topics, groups, authentication, hubs."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from generator.read.footer import first_footer
from generator.source import Source

_NAME = re.compile(r"(?:topic|endpoint|webhook|group)-.|authentications?\Z")
_HUB = re.compile(r"(?<!\S)## APIs\s+(?:- |\[|### \[|\Z)")
_LISTING = re.compile(r"(?<!\S)## (?:Endpoints|Webhooks|Operations)(?: and operations)?(?!\S)")
_OF_ROOTS = re.compile(
    r"(?<!\S)(?:## (?:Description|Servers|Endpoints and operations)(?!\S)"
    r"|(?:### |- )\[[^\n]{0,400}?/group/)"
)
_SECTION = re.compile(r"(?<!\S)## (?:Servers|Parameters|Body parameters|Responses)(?!\S)")
_VERB = re.compile(r"(?<!\S)\*\*[A-Z]{3,7} \S{1,2048}\*\*(?!\S)")
_STRUCTURE = re.compile(r"\n|\s##\s")


def is_group(source: Source) -> bool:
    """Whether a list of operations is that of one group and not of a whole API, or a hub's."""
    if _name(source) in ("index", "source"):
        return False
    if _NAME.match(_name(source)):
        return True
    listing = _LISTING.search(source.text)
    if listing is None:
        return _HUB.search(source.text) is not None
    return _name(source) != "llms" and _OF_ROOTS.search(source.text) is None


def is_other(source: Source) -> bool:
    """Whether a page is surely Bump's, or named as theirs are, and has nothing of an operation.

    One that has an operation's name or two of its sections is an operation that lost its verb.
    """
    name = _name(source)
    if name.startswith("operation-") or not source.text.lstrip().startswith("# "):
        return False
    verb = _VERB.search(source.text)
    if verb and not _STRUCTURE.search(source.text[: verb.start()].strip()):
        return False
    sections = len(set(_SECTION.findall(source.text)))
    if sections > (0 if verb else 1):
        return False
    footer = first_footer(source.text, 0, len(source.text))
    return footer is not None or _NAME.match(name) is not None or is_group(source)


def _name(source: Source) -> str:
    return PurePosixPath(source.path).name.removesuffix(".md").removesuffix(".txt")
