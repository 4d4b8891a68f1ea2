"""Trips: ``client.trips``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="get-trips",
        call=lambda client, ids, given: client.trips.list(**given),
        method="GET",
        template="/trips",
        returns="Trip",
        sent=[
            Sent("page", "query", "page", 7),
            Sent("limit", "query", "limit", 8),
            Sent(
                "origin",
                "query",
                "origin",
                "0f4b1c2d-3e4f-4a5b-8c6d-000000000004",
                required=True,
            ),
            Sent(
                "destination",
                "query",
                "destination",
                "0f4b1c2d-3e4f-4a5b-8c6d-000000000005",
                required=True,
            ),
            Sent("date", "query", "date", "2026-01-02T03:08:05Z", required=True),
            Sent("bicycles", "query", "bicycles", False),
            Sent("dogs", "query", "dogs", True),
        ],
        turning=Turning(
            style="next-url", items="data", next="links.next", limit="max_items"
        ),
    )
]
