from __future__ import annotations

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from ..models.station import Station

PAGING = Paging(style="next-url", items="data", next="links.next", size="limit")


class Stations(Resource):
    """Stations: ``client.stations``."""

    def list(
        self,
        *,
        page: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        coordinates: str | Omit = OMIT,
        search: str | Omit = OMIT,
        country: str | Omit = OMIT,
        max_items: int | None = None,
    ) -> Pages[Station]:
        """Get a list of train stations.

        Lists train stations, page by page, filtered by place, name or country if you
        like.

        Args:
            page: Number of the page to return. At least 1. Defaults to `1`.
            limit: How many items to return per page. Between 1 and 100. Defaults to
                `10`.
            coordinates: Latitude and longitude of the user, to find stations close by.
            search: Text to look for in station names and addresses.
            country: Keep only stations in the country with this code.
            max_items: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /stations",
            item=Station,
            paging=PAGING,
            limit=max_items,
            query={
                "page": page,
                "limit": limit,
                "coordinates": coordinates,
                "search": search,
                "country": country,
            },
        )


class AsyncStations(AsyncResource):
    """Stations, awaited; see ``Stations``."""

    def list(
        self,
        *,
        page: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        coordinates: str | Omit = OMIT,
        search: str | Omit = OMIT,
        country: str | Omit = OMIT,
        max_items: int | None = None,
    ) -> AsyncPages[Station]:
        """Get a list of train stations. See ``Stations.list``."""
        return self._pages(
            "GET /stations",
            item=Station,
            paging=PAGING,
            limit=max_items,
            query={
                "page": page,
                "limit": limit,
                "coordinates": coordinates,
                "search": search,
                "country": country,
            },
        )
