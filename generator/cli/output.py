"""What every subcommand prints in the same way, and how it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic, Diagnostics


def stop(found: Diagnostics, message: str) -> NoReturn:
    """Print the errors and leave with their exit code; 1 where there are none."""
    from generator.report import counts, exit_code

    errors = print_errors(found)
    click.echo(f"{counts(found)}; {message}" if errors else message, err=True)
    raise SystemExit(exit_code(found) or 1)


def print_errors(found: Diagnostics) -> tuple[Diagnostic, ...]:
    from generator.diagnostics import Severity
    from generator.report import text

    errors = tuple(one for one in found if one.severity is Severity.ERROR)
    if errors:
        print_text(text(errors), err=True)
    return errors


def print_warnings(found: Diagnostics) -> None:
    from generator.diagnostics import Severity
    from generator.report import text

    warnings = tuple(one for one in found if one.severity is Severity.WARNING)
    print_text(text(warnings), err=True)


def print_text(text: str, *, err: bool = False) -> None:
    """Print lines as UTF-8 whatever the locale says; nothing for no text."""
    if text:
        click.echo(text.encode("utf-8", "backslashreplace"), err=err)
