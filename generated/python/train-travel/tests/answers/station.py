"""What the API says about station."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "Station",
        [
            Field("id", "id", "0f4b1c2d-3e4f-4a5b-8c6d-000000000002", "str"),
            Field("name", "name", "name & more", "str"),
            Field("address", "address", "address & more", "str"),
            Field("country_code", "country_code", "countrycode & more", "str"),
            Field("timezone", "timezone", "timezone & more", "str"),
        ],
    )
]

KNOWN: list[Known] = []
