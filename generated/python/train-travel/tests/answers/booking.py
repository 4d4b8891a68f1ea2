"""What the API says about booking."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "Booking",
        [
            Field("id", "id", "0f4b1c2d-3e4f-4a5b-8c6d-000000000002", "str"),
            Field("trip_id", "trip_id", "0f4b1c2d-3e4f-4a5b-8c6d-000000000003", "str"),
            Field("passenger_name", "passenger_name", "passengername & more", "str"),
            Field("has_bicycle", "has_bicycle", False, "bool"),
            Field("has_dog", "has_dog", True, "bool"),
            Field(
                "links",
                "links",
                {"self": "https://example.com/hook?a=1&b=2"},
                "BookingLink",
            ),
        ],
    ),
    Reading(
        "BookingLink",
        [Field("self", "self", "https://example.com/hook?a=1&b=2", "str")],
    ),
]

KNOWN: list[Known] = []
