"""Train Travel API"""

from __future__ import annotations

TYPE_CHECKING = False  # not typing's, which takes longer to import than all the rest
if TYPE_CHECKING:
    from typing import Any

    from ._runtime._downloads import AsyncDownload, Download
    from ._runtime._errors import (
        APIConnectionError,
        APIError,
        APIRedirectError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        ConflictError,
        DecodeError,
        InternalServerError,
        MissingCredentialsError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
    )
    from ._runtime._omit import OMIT, Omit
    from ._runtime._paging import AsyncPages, Page, Pages
    from ._runtime._results import Answer, ApiResponse, Items, NoContent
    from .client import AsyncTrainTravel, TrainTravel
    from .custom import *
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
else:  # a checker must not believe that every name exists

    def __getattr__(name: str) -> Any:
        # What a name needs is imported when it is asked for: importing the package costs nothing.
        module: Any
        if name in ("TrainTravel", "AsyncTrainTravel"):
            from . import client as module
        elif name == "Headers":
            from . import headers as module
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
        elif name in ("AsyncPages", "Page", "Pages"):
            from ._runtime import _paging as module
        elif name in ("Answer", "ApiResponse", "Items", "NoContent"):
            from ._runtime import _results as module
        elif name in ("OMIT", "Omit"):
            from ._runtime import _omit as module
        elif name in ("AsyncDownload", "Download"):
            from ._runtime import _downloads as module
        elif name in __all__:
            from ._runtime import _errors as module
        else:  # what users added, unless the import system asks for a module of ours
            module = None
            if name[:1] != "_" and name not in ("client", "custom", "headers"):
                from . import custom as module
            if name not in getattr(module, "__all__", ()):
                raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(module, name)


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
    "AsyncDownload",
    "AsyncPages",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "DecodeError",
    "Download",
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


def __dir__() -> list[str]:
    from .custom import __all__ as own

    return [*__all__, *own]
