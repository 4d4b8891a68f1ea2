from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.visit import Visit


class Visits(Resource):
    """Visits: ``client.pets().visits``."""

    def book(
        self,
        visit_id: str,
        *,
        day: dt.date | str,
        reminder_at: dt.datetime | str | None | Omit = OMIT,
        owner: Mapping[str, Any] | Omit = OMIT,
        weights: Sequence[float] | Omit = OMIT,
    ) -> Visit:
        """Book a visit.

        Args:
            visit_id: Name of the visit.
            day: Required. The day of the visit.
            reminder_at: When to send a reminder; null for none.
            owner: Who comes along.
            weights: Latest weights in kilograms.
        """
        return self._send(
            "PUT /pets/{petId}/visits/{visitId}",
            visit_id,
            into=Visit,
            json={
                "day": day,
                "reminder_at": reminder_at,
                "owner": owner,
                "weights": weights,
            },
        )


class AsyncVisits(AsyncResource):
    """Visits, awaited; see ``Visits``."""

    async def book(
        self,
        visit_id: str,
        *,
        day: dt.date | str,
        reminder_at: dt.datetime | str | None | Omit = OMIT,
        owner: Mapping[str, Any] | Omit = OMIT,
        weights: Sequence[float] | Omit = OMIT,
    ) -> Visit:
        """Book a visit. See ``Visits.book``."""
        return await self._send(
            "PUT /pets/{petId}/visits/{visitId}",
            visit_id,
            into=Visit,
            json={
                "day": day,
                "reminder_at": reminder_at,
                "owner": owner,
                "weights": weights,
            },
        )
