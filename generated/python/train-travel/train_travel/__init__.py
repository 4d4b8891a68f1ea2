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
    from .models.booking import Booking
    from .models.payment import Payment, PaymentCurrency, PaymentStatus

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
    "Payment",
    "PaymentCurrency",
    "PaymentStatus",
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
    elif name == "Booking":
        from .models import booking as module
    elif name in ("Payment", "PaymentCurrency", "PaymentStatus"):
        from .models import payment as module
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(module, name)


def __dir__() -> list[str]:
    return __all__
