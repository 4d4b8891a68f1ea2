"""Bookings: ``client.bookings``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="create-booking",
        call=lambda client, some_id: client.bookings.create(
            trip_id="0f4b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d",
            passenger_name="passengername & more",
            has_bicycle=True,
            has_dog=True,
        ),
        method="POST",
        target="/bookings",
        template="/bookings",
        returns="Booking",
        json={
            "trip_id": "0f4b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d",
            "passenger_name": "passengername & more",
            "has_bicycle": True,
            "has_dog": True,
        },
    ),
    Exchange(
        name="get-bookings",
        call=lambda client, some_id: client.bookings.list(page=7, limit=7),
        method="GET",
        target="/bookings",
        template="/bookings",
        returns="Booking",
        pages=True,
        query=[("page", "7"), ("limit", "7")],
    ),
    Exchange(
        name="get-booking",
        call=lambda client, some_id: client.bookings.get(some_id),
        method="GET",
        target="/bookings/a%2Fb%20%3F1",
        template="/bookings/{bookingId}",
        returns="Booking",
    ),
    Exchange(
        name="delete-booking",
        call=lambda client, some_id: client.bookings.delete(some_id),
        method="DELETE",
        target="/bookings/a%2Fb%20%3F1",
        template="/bookings/{bookingId}",
        returns="NoContent[Headers]",
    ),
]
