"""Trips: ``client.trips``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="get-trips",
        call=lambda client, some_id: client.trips.list(
            origin="0f4b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d",
            destination="0f4b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d",
            date="2026-01-02T03:04:05Z",
            page=7,
            limit=7,
            bicycles=True,
            dogs=True,
        ),
        method="GET",
        target="/trips",
        template="/trips",
        returns="Trip",
        pages=True,
        query=[
            ("page", "7"),
            ("limit", "7"),
            ("origin", "0f4b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d"),
            ("destination", "0f4b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d"),
            ("date", "2026-01-02T03:04:05Z"),
            ("bicycles", "true"),
            ("dogs", "true"),
        ],
    )
]
