"""What the API says about trip."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "Trip",
        [
            Field("id", "id", "0f4b1c2d-3e4f-4a5b-8c6d-000000000002", "str"),
            Field("origin", "origin", "0f4b1c2d-3e4f-4a5b-8c6d-000000000003", "str"),
            Field(
                "destination",
                "destination",
                "0f4b1c2d-3e4f-4a5b-8c6d-000000000004",
                "str",
            ),
            Field(
                "departure_time", "departure_time", "2026-01-02T03:07:05Z", "datetime"
            ),
            Field("arrival_time", "arrival_time", "2026-01-02T03:08:05Z", "datetime"),
            Field("operator", "operator", "operator & more", "str"),
            Field("price", "price", 7.5, "float"),
            Field("bicycles_allowed", "bicycles_allowed", False, "bool"),
            Field("dogs_allowed", "dogs_allowed", True, "bool"),
        ],
    )
]

KNOWN: list[Known] = []
