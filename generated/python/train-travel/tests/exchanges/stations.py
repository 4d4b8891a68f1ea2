"""Stations: ``client.stations``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="get-stations",
        call=lambda client, some_id: client.stations.list(
            page=7,
            limit=7,
            coordinates="coordinates & more",
            search="search & more",
            country="country & more",
        ),
        method="GET",
        target="/stations",
        template="/stations",
        returns="Station",
        pages=True,
        query=[
            ("page", "7"),
            ("limit", "7"),
            ("coordinates", "coordinates & more"),
            ("search", "search & more"),
            ("country", "country & more"),
        ],
    )
]
