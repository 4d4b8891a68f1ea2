from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime._omit import OMIT, Omit
from .._runtime._resource import AsyncResource, Resource
from ..models.payment import Payment, PaymentCurrencyParam


class PaymentResource(Resource):
    """Payment: ``client.bookings().payment``."""

    def pay(
        self,
        *,
        amount: float | Omit = OMIT,
        currency: PaymentCurrencyParam | Omit = OMIT,
        source: Mapping[str, Any] | Omit = OMIT,
    ) -> Payment:
        """Pay for a Booking.

        Tries to pay for a booking; once the payment succeeds, the booking is confirmed
        and the tickets can be fetched.

        Args:
            amount: Amount to collect. Greater than 0.
            currency: Currency as a three-letter ISO code in lower case. One of `bam`,
                `bgn`, `chf`, `eur`, `gbp`, `nok`, `sek` or `try`.
            source: Card or bank account to take the money from. Responses hide some of
                its details.
        """
        return self._send(
            "POST /bookings/{bookingId}/payment",
            into=Payment,
            json={"amount": amount, "currency": currency, "source": source},
        )


class AsyncPaymentResource(AsyncResource):
    """Payment, awaited; see ``PaymentResource``."""

    async def pay(
        self,
        *,
        amount: float | Omit = OMIT,
        currency: PaymentCurrencyParam | Omit = OMIT,
        source: Mapping[str, Any] | Omit = OMIT,
    ) -> Payment:
        """Pay for a Booking. See ``PaymentResource.pay``."""
        return await self._send(
            "POST /bookings/{bookingId}/payment",
            into=Payment,
            json={"amount": amount, "currency": currency, "source": source},
        )
