"""Findings and differences as people, programs and GitHub read them."""

from __future__ import annotations

from typing import Any

import pytest

from generator import report
from generator.diagnostics import Diagnostic, Severity
from generator.shown import LONGEST, printable, shown
from generator.source import SourceSpan
from generator.value import replace


def finding(message: str = "unknown type", **other: Any) -> Diagnostic:
    """A finding at specs/a.md:3:7."""
    plain = Diagnostic(
        severity=Severity.ERROR,
        code="unknown-type",
        message=message,
        span=SourceSpan(path="specs/a.md", line=3, column=7, length=2),
    )
    return replace(plain, **other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain — “text” ü 日本", "plain — “text” ü 日本"),
        ("two\n lines\r\n\tof  it ", "two lines of it"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("bidi \u202e zero\u200bwidth \ud800", "bidi \\u202e zero\\u200bwidth \\ud800"),
        ("::error::x ::: ##[group]", ": :error: :x : : : ## [group]"),
        ("x" * 120, "x" * 120),
        ("x" * 121, "x" * 119 + "…"),
    ],
)
def test_text_of_a_page_is_shown_on_one_safe_line(text: str, expected: str) -> None:
    """Escapes, hidden characters and CI commands show instead of acting."""
    actual = shown(text)

    assert expected == actual
    assert len(actual) <= LONGEST
    assert "::" not in actual
    assert actual.isprintable()


def test_a_whole_text_is_made_printable_without_a_cut() -> None:
    """Paths and messages stay whole."""
    assert "a\\nb" + "x" * 500 == printable("a\nb" + "x" * 500)


def test_a_finding_is_a_line_and_its_hint() -> None:
    """The form that editors and people know."""
    text = report.text([finding(hint="Write string."), finding(severity=Severity.WARNING)])

    assert (
        "specs/a.md:3:7: error[unknown-type]: unknown type\n"
        "  hint: Write string.\n"
        "specs/a.md:3:7: warning[unknown-type]: unknown type"
    ) == text


def test_a_message_cannot_forge_a_line() -> None:
    """Whatever a page or a file's name holds, a finding stays on its line."""
    span = SourceSpan(path="a\n::error::.md")
    text = report.text([finding("x\n::warning::y", span=span, hint="z\r\x1b")])

    assert "a\\n: :error: :.md:1:1: error[unknown-type]: x\\n: :warning: :y" == text.split("\n")[0]
    assert "  hint: z\\r\\x1b" == text.split("\n")[1]


def test_many_findings_end_in_a_count() -> None:
    """At most a hundred are printed."""
    lines = report.text(finding(str(number)) for number in range(150)).split("\n")

    assert 101 == len(lines)
    assert "… and 50 more; lint --format json prints them all" == lines[-1]


def test_objects_are_every_finding_with_all_its_parts() -> None:
    """Programs get plain values and all of them."""
    found = report.objects([finding(hint="h")] * 150)

    assert 150 == len(found)
    assert {
        "path": "specs/a.md",
        "line": 3,
        "column": 7,
        "length": 2,
        "severity": "error",
        "code": "unknown-type",
        "message": "unknown type",
        "hint": "h",
    } == found[0]


def test_github_shows_a_finding_beside_its_line() -> None:
    """Severity, place, code and message go where GitHub looks for them."""
    assert (
        "::error file=specs/a.md,line=3,col=7,title=unknown-type::unknown type%0Ahint: Do: this"
        == (report.github([finding(hint="Do: this")]))
    )
    assert report.github([finding(severity=Severity.NOTE)]).startswith("::notice file=")


def test_github_annotations_cannot_be_broken_out_of() -> None:
    """Per cent, line ends, colons and commas are escaped where they have a meaning."""
    span = SourceSpan(path="a,line=9::b%\n.md")
    text = report.github([finding("100%\r\n::stop-commands::x", span=span)])

    assert (
        "::error file=a%2Cline=9%3A%3Ab%25%0A.md,line=1,col=1,title=unknown-type::"
        "100%25%0D%0A: :stop-commands: :x"
    ) == text


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ((), 0),
        (("unknown-type",), 1),
        (("missing-folder",), 2),
        (("unknown-type", "config-value"), 2),
        (("pack",), 2),
    ],
)
def test_the_exit_code_says_whose_fault_it_is(codes: tuple[str, ...], expected: int) -> None:
    """1 for the documents, 2 for the call, the configuration, the pack and the output."""
    warning = finding(severity=Severity.WARNING, code="config-value")

    assert expected == report.exit_code([warning, *(finding(code=one) for one in codes)])


@pytest.mark.parametrize(
    ("fail_on", "expected"),
    [("error", (0, 1, 2)), ("warning", (1, 1, 2)), ("never", (0, 0, 2))],
)
def test_what_fails_can_be_chosen_but_for_wrong_usage(
    fail_on: str, expected: tuple[int, ...]
) -> None:
    """A warning, an error of a document, and an error of the call."""
    found = (finding(severity=Severity.WARNING), finding(), finding(code="missing-folder"))

    assert expected == tuple(report.exit_code([one], fail_on) for one in found)


def test_counts_name_each_severity_once() -> None:
    """Singular and plural, the worst first, nothing for nothing."""
    warning = finding(severity=Severity.WARNING)

    assert "1 error, 2 warnings" == report.counts([warning, finding(), warning])
    assert "" == report.counts([])


def test_a_notice_is_of_the_whole_run() -> None:
    """No place; lines stay lines of one notice, and nothing else is a command."""
    assert "::notice title=ledger%3A x::a%0Ab 100%25 : :error: :" == (
        report.notice("ledger: x", "a\nb 100% ::error::")
    )


def test_a_difference_is_a_unified_diff() -> None:
    """Added and removed files differ from /dev/null; a missing last line end is nothing."""
    assert "--- a/x.py\n+++ b/x.py\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n" == (
        report.difference("x.py", b"a\r\nb\n", b"a\nc\n")
    )
    assert "--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n" == report.difference("x", None, b"a\n")
    assert "--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n" == report.difference("x", b"a\n", None)


def test_a_difference_in_nothing_but_its_being_is_named() -> None:
    """An empty file that is added has no lines to show, but it shows."""
    assert "--- /dev/null\n+++ b/x\n" == report.difference("x", None, b"")


def test_a_difference_cannot_steer_the_terminal_or_the_log() -> None:
    """Escapes show; commands are broken where they would act and left alone elsewhere."""
    text = report.difference("x", None, b"a\x1b[31m\n ::error::x\nitems[::2]\n\tx\n\xff\n")

    assert [
        "+a\\x1b[31m",
        "+ : :error: :x",
        "+items[::2]",
        "+\tx",
        "+\\xff",
    ] == text.split(
        "\n"
    )[3:-1]
