"""Payment: ``client.bookings().payment``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="create-booking-payment",
        call=lambda client, some_id: client.bookings(some_id).payment.pay(
            amount=1.5, currency="bam", source={"key": "value"}
        ),
        method="POST",
        target="/bookings/a%2Fb%20%3F1/payment",
        template="/bookings/{bookingId}/payment",
        returns="Payment",
        json={"amount": 1.5, "currency": "bam", "source": {"key": "value"}},
    )
]
