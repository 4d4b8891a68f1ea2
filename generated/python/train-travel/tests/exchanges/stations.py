"""Stations: ``client.stations``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="get-stations",
        call=lambda client, ids, given: client.stations.list(**given),
        method="GET",
        template="/stations",
        returns="Station",
        sent=[
            Sent("page", "query", "page", 7),
            Sent("limit", "query", "limit", 8),
            Sent("coordinates", "query", "coordinates", "coordinates & more"),
            Sent("search", "query", "search", "search & more"),
            Sent("country", "query", "country", "country & more"),
        ],
        turning=Turning(
            style="next-url", items="data", next="links.next", limit="max_items"
        ),
    )
]
