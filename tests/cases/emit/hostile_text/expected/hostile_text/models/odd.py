from __future__ import annotations

from dataclasses import dataclass

from .._runtime._models import Model, wire
from ..headers import Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class OddSendResult(Model[Headers]):
    """An odd send result, as the API answers with it."""

    st_ate: str | None = wire("st\\ate")
    """Quotes \"\"\" and ''' and \\\\ and \\n and {{ api }} and %} and {# no #} and {0!r} and
    \u202eright\u202c and >>> boom() and `tick` One of `x\"y`, `>>>` or `z\\`."""
    plain: str | None = None
    """Quotes \"\"\" and ''' and \\\\ and \\n and {{ api }} and %} and {# no #} and {0!r} and
    \u202eright\u202c and >>> boom() and `tick`"""
