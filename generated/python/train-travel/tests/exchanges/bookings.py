"""Bookings: ``client.bookings``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="create-booking",
        call=lambda client, ids, given: client.bookings.create(**given),
        method="POST",
        template="/bookings",
        returns="Booking",
        sent=[
            Sent("trip_id", "json", "trip_id", "0f4b1c2d-3e4f-4a5b-8c6d-000000000002"),
            Sent("passenger_name", "json", "passenger_name", "passengername & more"),
            Sent("has_bicycle", "json", "has_bicycle", True),
            Sent("has_dog", "json", "has_dog", False),
        ],
    ),
    Exchange(
        name="get-bookings",
        call=lambda client, ids, given: client.bookings.list(**given),
        method="GET",
        template="/bookings",
        returns="Booking",
        sent=[Sent("page", "query", "page", 7), Sent("limit", "query", "limit", 8)],
        turning=Turning(
            style="next-url", items="data", next="links.next", limit="max_items"
        ),
    ),
    Exchange(
        name="get-booking",
        call=lambda client, ids, given: client.bookings.get(ids[0], **given),
        method="GET",
        template="/bookings/{bookingId}",
        returns="Booking",
    ),
    Exchange(
        name="delete-booking",
        call=lambda client, ids, given: client.bookings.delete(ids[0], **given),
        method="DELETE",
        template="/bookings/{bookingId}",
        returns="NoContent[Headers]",
    ),
]
