"""Train Travel API"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _runtime

if TYPE_CHECKING:
    from ._runtime import (
        APIConnectionError,
        APIError,
        APIRedirectError,
        APIStatusError,
        APITimeoutError,
        Answer,
        ApiResponse,
        AsyncPages,
        AuthenticationError,
        BadRequestError,
        ConflictError,
        DecodeError,
        InternalServerError,
        Items,
        MissingCredentialsError,
        NoContent,
        NotFoundError,
        OMIT,
        Omit,
        Page,
        Pages,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
    )
    from .client import AsyncTrainTravel, TrainTravel
    from .headers import Headers
    from .models.booking import Booking, BookingLink
    from .models.payment import (
        Payment,
        PaymentCurrency,
        PaymentLink,
        PaymentSource,
        PaymentStatus,
    )
    from .models.station import Station
    from .models.trip import Trip

__version__ = "1.2.1"

__all__ = [
    "TrainTravel",
    "AsyncTrainTravel",
    "Headers",
    "APIConnectionError",
    "APIError",
    "APIRedirectError",
    "APIStatusError",
    "APITimeoutError",
    "Answer",
    "ApiResponse",
    "AsyncPages",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "DecodeError",
    "InternalServerError",
    "Items",
    "MissingCredentialsError",
    "NoContent",
    "NotFoundError",
    "OMIT",
    "Omit",
    "Page",
    "Pages",
    "PermissionDeniedError",
    "RateLimitError",
    "UnprocessableEntityError",
    "Booking",
    "BookingLink",
    "Payment",
    "PaymentCurrency",
    "PaymentLink",
    "PaymentSource",
    "PaymentStatus",
    "Station",
    "Trip",
]


def __getattr__(name: str) -> Any:
    # What a name needs is imported when it is asked for: importing the package costs nothing.
    module: Any
    if name in ("TrainTravel", "AsyncTrainTravel"):
        from . import client as module
    elif name == "Headers":
        from . import headers as module
    elif name in _runtime.__all__:
        module = _runtime
    elif name in ("Booking", "BookingLink"):
        from .models import booking as module
    elif name in (
        "Payment",
        "PaymentCurrency",
        "PaymentLink",
        "PaymentSource",
        "PaymentStatus",
    ):
        from .models import payment as module
    elif name == "Station":
        from .models import station as module
    elif name == "Trip":
        from .models import trip as module
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(module, name)


def __dir__() -> list[str]:
    return __all__
