from __future__ import annotations

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.odd import OddSendResult


class Odd(Resource):
    """Odd: ``client.odd``."""

    def send(
        self,
        *,
        q_uote: str | Omit = OMIT,
        br_ace: str | Omit = OMIT,
        te_xt: str | Omit = OMIT,
    ) -> OddSendResult:
        """Send \"\"\" {{ odd }} \\ %}.

        Quotes \"\"\" and ''' and \\\\ and \\n and {{ api }} and %} and {# no #} and {0!r}
        and \u202eright\u202c and >>> boom() and `tick`

        Args:
            q_uote: Quotes \"\"\" and ''' and \\\\ and \\n and {{ api }} and %} and {# no
                #} and {0!r} and \u202eright\u202c and >>> boom() and `tick`
            br_ace: One of `a\"b`, `c\\d` or `{{e}}`.
            te_xt: Quotes \"\"\" and ''' and \\\\ and \\n and {{ api }} and %} and {# no #}
                and {0!r} and \u202eright\u202c and >>> boom() and `tick`
        """
        return self._send(
            "POST /odd",
            into=OddSendResult,
            query={'q"uote': q_uote, "br{ace": br_ace},
            json={'te"""xt': te_xt},
        )


class AsyncOdd(AsyncResource):
    """Odd, awaited; see ``Odd``."""

    async def send(
        self,
        *,
        q_uote: str | Omit = OMIT,
        br_ace: str | Omit = OMIT,
        te_xt: str | Omit = OMIT,
    ) -> OddSendResult:
        """Send \"\"\" {{ odd }} \\ %}. See ``Odd.send``."""
        return await self._send(
            "POST /odd",
            into=OddSendResult,
            query={'q"uote': q_uote, "br{ace": br_ace},
            json={'te"""xt': te_xt},
        )
