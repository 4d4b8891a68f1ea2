from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import NoContent
from ..headers import Headers
from ..models.booking import Booking

if TYPE_CHECKING:
    from .payment import AsyncPaymentResource, PaymentResource

PAGING = Paging(style="next-url", items="data", next="links.next", size="limit")


class Bookings(Resource):
    """Bookings: ``client.bookings``."""

    def __call__(self, booking_id: str) -> BookingItem:
        """Choose one booking by its id; sends nothing."""
        return BookingItem(self, booking_id)

    def create(
        self,
        *,
        trip_id: str | Omit = OMIT,
        passenger_name: str | Omit = OMIT,
        has_bicycle: bool | Omit = OMIT,
        has_dog: bool | Omit = OMIT,
    ) -> Booking:
        """Create a booking.

        Holds a place on a trip for a while; paying for the booking confirms it.

        Args:
            trip_id: ID of the booked trip.
            passenger_name: Name of the passenger.
            has_bicycle: Whether the passenger brings a bicycle.
            has_dog: Whether the passenger brings a dog.
        """
        return self._send(
            "POST /bookings",
            into=Booking,
            json={
                "trip_id": trip_id,
                "passenger_name": passenger_name,
                "has_bicycle": has_bicycle,
                "has_dog": has_dog,
            },
        )

    def list(
        self,
        *,
        page: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        max_items: int | None = None,
    ) -> Pages[Booking]:
        """List existing bookings.

        Lists your own bookings, page by page.

        Args:
            page: Number of the page to return. At least 1. Defaults to `1`.
            limit: How many items to return per page. Between 1 and 100. Defaults to
                `10`.
            max_items: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /bookings",
            item=Booking,
            paging=PAGING,
            limit=max_items,
            query={"page": page, "limit": limit},
        )

    def get(self, booking_id: str) -> Booking:
        """Get a booking.

        Returns one booking.

        Args:
            booking_id: ID of the booking to fetch.
        """
        return self._send("GET /bookings/{bookingId}", booking_id, into=Booking)

    def delete(self, booking_id: str) -> NoContent[Headers]:
        """Delete a booking.

        Deletes a booking and gives up the place it holds.

        Args:
            booking_id: ID of the booking to delete.
        """
        return self._send(
            "DELETE /bookings/{bookingId}", booking_id, into=NoContent[Headers]
        )


class BookingItem(Resource):
    """What belongs to one booking."""

    @property
    def payment(self) -> PaymentResource:
        from . import payment as child

        return child.PaymentResource(self)


class AsyncBookings(AsyncResource):
    """Bookings, awaited; see ``Bookings``."""

    def __call__(self, booking_id: str) -> AsyncBookingItem:
        """Choose one booking by its id; sends nothing."""
        return AsyncBookingItem(self, booking_id)

    async def create(
        self,
        *,
        trip_id: str | Omit = OMIT,
        passenger_name: str | Omit = OMIT,
        has_bicycle: bool | Omit = OMIT,
        has_dog: bool | Omit = OMIT,
    ) -> Booking:
        """Create a booking. See ``Bookings.create``."""
        return await self._send(
            "POST /bookings",
            into=Booking,
            json={
                "trip_id": trip_id,
                "passenger_name": passenger_name,
                "has_bicycle": has_bicycle,
                "has_dog": has_dog,
            },
        )

    def list(
        self,
        *,
        page: int | Omit = OMIT,
        limit: int | Omit = OMIT,
        max_items: int | None = None,
    ) -> AsyncPages[Booking]:
        """List existing bookings. See ``Bookings.list``."""
        return self._pages(
            "GET /bookings",
            item=Booking,
            paging=PAGING,
            limit=max_items,
            query={"page": page, "limit": limit},
        )

    async def get(self, booking_id: str) -> Booking:
        """Get a booking. See ``Bookings.get``."""
        return await self._send("GET /bookings/{bookingId}", booking_id, into=Booking)

    async def delete(self, booking_id: str) -> NoContent[Headers]:
        """Delete a booking. See ``Bookings.delete``."""
        return await self._send(
            "DELETE /bookings/{bookingId}", booking_id, into=NoContent[Headers]
        )


class AsyncBookingItem(AsyncResource):
    """What belongs to one booking."""

    @property
    def payment(self) -> AsyncPaymentResource:
        from . import payment as child

        return child.AsyncPaymentResource(self)
