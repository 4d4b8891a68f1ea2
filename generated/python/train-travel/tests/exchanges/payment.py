"""Payment: ``client.bookings().payment``."""

from __future__ import annotations

from ..exchange import Exchange, Sent

EXCHANGES: list[Exchange] = [
    Exchange(
        name="create-booking-payment",
        call=lambda client, ids, given: client.bookings(ids[0]).payment.pay(**given),
        method="POST",
        template="/bookings/{bookingId}/payment",
        returns="Payment",
        sent=[
            Sent("amount", "json", "amount", 1.5),
            Sent("currency", "json", "currency", "bgn"),
            Sent("source", "json", "source", {"key": "value"}),
        ],
    )
]
