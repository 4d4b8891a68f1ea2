"""The ledger as people, programs and GitHub read it."""

from __future__ import annotations

import json
from typing import Any

from generator import lint
from generator.diagnostics import Diagnostic, Severity
from generator.ir import Origin
from generator.lint import Ledger
from generator.passes.entry import Entry, Standing, Topic
from generator.source import SourceSpan
from generator.value import replace

PLACE = SourceSpan(path="specs/a.md", line=3, column=7, length=2)
VALUES = Entry(
    standing=Standing.INFERRED,
    topic=Topic.VALUES,
    message="`kind` is one of `cat`, `dog`",
    span=PLACE,
    operation="a",
    names=("kind",),
    value=("cat", "dog"),
    origin=Origin.PROSE,
    rule="one-of",
    words="One of `cat` or `dog`",
)
REQUIRED = Entry(
    standing=Standing.UNKNOWN,
    topic=Topic.REQUIRED,
    message="whether `kind`, `name` must be given is not said",
    span=PLACE,
    operation="a",
    names=("kind", "name"),
    hint="[operations.a] required = [names of those that must]",
)


def opened(*entries: Entry, **other: Any) -> Ledger:
    """The ledger of an API ``shop`` of two operations."""
    return replace(Ledger(name="shop", operations=2, entries=entries), **other)


def test_an_entry_is_a_line_with_its_words_or_its_remedy() -> None:
    """Place, standing and topic as a finding has them; totals stand below."""
    assert (
        "specs/a.md:3:7: inferred[values]: `kind` is one of `cat`, `dog`"
        " — read in “One of `cat` or `dog`” (rule one-of)\n"
        "specs/a.md:3:7: unknown[required]: whether `kind`, `name` must be given is not said"
        " — api.toml: [operations.a] required = [names of those that must]\n"
        "shop: 2 operations\n"
        "  inferred  values              1 on 1 page\n"
        "  unknown   required            2 on 1 page"
    ) == lint.text([opened(VALUES, REQUIRED)])


def test_a_line_cannot_be_forged() -> None:
    """Names of files and of APIs stay on their line and are no commands."""
    evil = "x\n::error::"
    found = replace(VALUES, span=SourceSpan(path=evil))
    text = lint.text([opened(found, name=evil)])

    assert "::" not in text
    assert 3 == len(text.split("\n"))


def test_json_is_one_object_of_four_parts() -> None:
    """Nothing is left out, and values keep their types."""
    found = Diagnostic(severity=Severity.NOTE, code="x", message="y", span=PLACE)
    place = {"path": "specs/a.md", "line": 3, "column": 7, "length": 2}
    about = {"api": "shop", "operation": "a", **place}

    assert {
        "diagnostics": [{**place, "severity": "note", "code": "x", "message": "y", "hint": ""}],
        "inferred": [
            {
                **about,
                "topic": "values",
                "names": ["kind"],
                "message": "`kind` is one of `cat`, `dog`",
                "value": ["cat", "dog"],
                "origin": "prose",
                "rule": "one-of",
                "words": "One of `cat` or `dog`",
            }
        ],
        "unknown": [
            {
                **about,
                "topic": "required",
                "names": ["kind", "name"],
                "message": "whether `kind`, `name` must be given is not said",
                "pages": 1,
                "hint": "[operations.a] required = [names of those that must]",
            }
        ],
        "totals": [
            {
                "api": "shop",
                "operations": 2,
                "inferred": {"values": {"number": 1, "pages": 1}},
                "unknown": {"required": {"number": 2, "pages": 1}},
            }
        ],
    } == json.loads(lint.as_json([found], (opened(VALUES, REQUIRED),)))


def test_limits_are_an_object_in_json() -> None:
    """By JSON Schema's keywords, so that tools need not read the message."""
    limits = (("minLength", 2), ("maxLength", 9))
    one = replace(VALUES, topic=Topic.LIMIT, value=None, limits=limits)
    found = json.loads(lint.as_json((), (opened(one),)))

    assert {"minLength": 2, "maxLength": 9} == found["inferred"][0]["value"]
    assert {"limit": {"number": 2, "pages": 1}} == found["totals"][0]["inferred"]


def test_github_gets_findings_and_one_notice_of_the_totals() -> None:
    """A line an entry would drown what matters; no entry, no notice."""
    found = Diagnostic(severity=Severity.NOTE, code="x", message="y", span=PLACE)
    ledgers = (opened(VALUES, REQUIRED), opened(REQUIRED, name="toys"), opened(name="empty"))

    assert (
        "::notice file=specs/a.md,line=3,col=7,title=x::y\n"
        "::notice title=ledger::shop: inferred values 1; unknown required 2"
        "%0Atoys: unknown required 2"
    ) == lint.github([found], ledgers)
    assert "" == lint.github([], (opened(),))
