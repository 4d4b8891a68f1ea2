from __future__ import annotations

import datetime as dt

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from ..models.trip import Trip

PAGING = Paging(style="next-url", items="data", next="links.next", size="limit")


class Trips(Resource):
    """Trips: ``client.trips``."""

    def list(
        self,
        *,
        origin: str,
        destination: str,
        date: dt.datetime | str,
        page: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        bicycles: bool | Omit = OMIT,
        dogs: bool | Omit = OMIT,
        max_items: int | None = None,
    ) -> Pages[Trip]:
        """Get available train trips.

        Lists the trips from one station to another on a given day, page by page, and
        can leave out those that take no bicycles or dogs.

        Args:
            origin: ID of the station to leave from.
            destination: ID of the station to go to.
            date: When to travel, in the time zone of the origin station and in ISO 8601
                form.
            page: Number of the page to return. At least 1. Defaults to `1`.
            limit: How many items to return per page. Between 1 and 100. Defaults to
                `10`.
            bicycles: Keep only trips known to take bicycles. Defaults to `false`.
            dogs: Keep only trips known to take dogs. Defaults to `false`.
            max_items: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /trips",
            item=Trip,
            paging=PAGING,
            limit=max_items,
            query={
                "page": page,
                "limit": limit,
                "origin": origin,
                "destination": destination,
                "date": date,
                "bicycles": bicycles,
                "dogs": dogs,
            },
        )


class AsyncTrips(AsyncResource):
    """Trips, awaited; see ``Trips``."""

    def list(
        self,
        *,
        origin: str,
        destination: str,
        date: dt.datetime | str,
        page: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        bicycles: bool | Omit = OMIT,
        dogs: bool | Omit = OMIT,
        max_items: int | None = None,
    ) -> AsyncPages[Trip]:
        """Get available train trips. See ``Trips.list``."""
        return self._pages(
            "GET /trips",
            item=Trip,
            paging=PAGING,
            limit=max_items,
            query={
                "page": page,
                "limit": limit,
                "origin": origin,
                "destination": destination,
                "date": date,
                "bicycles": bicycles,
                "dogs": dogs,
            },
        )
