"""What every generated package shares; loaded on first use, so that importing it is quick."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._auth import AuthTypes, api_key, basic, bearer
    from ._client import AsyncClient, Client
    from ._encoding import Content
    from ._enums import OpenEnum, member
    from ._errors import (
        APIConnectionError,
        APIError,
        APIRedirectError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        ConflictError,
        DecodeError,
        ErrorShape,
        InternalServerError,
        MissingCredentialsError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
    )
    from ._headers import ResponseHeaders
    from ._models import Model, wire
    from ._omit import OMIT, Omit
    from ._options import Settings, Timeout
    from ._paging import AsyncPages, Page, Pages, Paging
    from ._resource import AsyncResource, Resource
    from ._results import Answer, ApiResponse, Items, NoContent

_MODULES = (
    *("_omit", "_enums", "_headers", "_results", "_models", "_errors", "_encoding"),
    *("_auth", "_options", "_client", "_paging", "_resource"),  # these load httpx
)

__all__ = [
    "OMIT",
    "APIConnectionError",
    "APIError",
    "APIRedirectError",
    "APIStatusError",
    "APITimeoutError",
    "Answer",
    "ApiResponse",
    "AsyncClient",
    "AsyncPages",
    "AsyncResource",
    "AuthTypes",
    "AuthenticationError",
    "BadRequestError",
    "Client",
    "ConflictError",
    "Content",
    "DecodeError",
    "ErrorShape",
    "InternalServerError",
    "Items",
    "MissingCredentialsError",
    "Model",
    "NoContent",
    "NotFoundError",
    "Omit",
    "OpenEnum",
    "Page",
    "Pages",
    "Paging",
    "PermissionDeniedError",
    "RateLimitError",
    "Resource",
    "ResponseHeaders",
    "Settings",
    "Timeout",
    "UnprocessableEntityError",
    "api_key",
    "basic",
    "bearer",
    "member",
    "wire",
]


def __getattr__(name: str) -> Any:
    for module in _MODULES if name in __all__ else ():
        found = vars(import_module(f".{module}", __name__))
        if name in found:
            globals()[name] = found[name]  # the next look-up does not come here
            return found[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
