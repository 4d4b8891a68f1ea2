"""The option ``--limit`` of the commands that read pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def _numbers(_: click.Context, option: click.Parameter, given: tuple[str, ...]) -> dict[str, int]:
    """``NAME=NUMBER``, each checked, as a table."""
    from generator.limits import fault

    found = {}
    for one in given:
        name, _equals, number = one.partition("=")
        if not (number.isascii() and number.isdigit() and len(number) <= 18):
            message = "is not of the form NAME=NUMBER, for example fields=8000"
            raise click.BadParameter(message, param=option)
        if said := fault(name, int(number)):
            raise click.BadParameter(said, param=option)
        found[name] = int(number)
    return found


def limited(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--limit``, whose numbers come as the argument ``limits``."""
    return click.option(
        "--limit", "limits", metavar="NAME=N", multiple=True, callback=_numbers,
        help="Read more than usual, as a finding limit-NAME says; may be repeated.",
    )(command)  # fmt: skip
