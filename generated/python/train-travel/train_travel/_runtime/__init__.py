"""What every generated package shares; loaded on first use, so that importing it is quick."""

from __future__ import annotations

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
    module: Any
    if name in ("AuthTypes", "api_key", "basic", "bearer"):
        from . import _auth as module
    elif name in ("AsyncClient", "Client"):
        from . import _client as module
    elif name in ("Content"):
        from . import _encoding as module
    elif name in ("OpenEnum", "member"):
        from . import _enums as module
    elif name in (
        "APIConnectionError",
        "APIError",
        "APIRedirectError",
        "APIStatusError",
        "APITimeoutError",
        "AuthenticationError",
        "BadRequestError",
        "ConflictError",
        "DecodeError",
        "ErrorShape",
        "InternalServerError",
        "MissingCredentialsError",
        "NotFoundError",
        "PermissionDeniedError",
        "RateLimitError",
        "UnprocessableEntityError",
    ):
        from . import _errors as module
    elif name in ("ResponseHeaders"):
        from . import _headers as module
    elif name in ("Model", "wire"):
        from . import _models as module
    elif name in ("OMIT", "Omit"):
        from . import _omit as module
    elif name in ("Settings", "Timeout"):
        from . import _options as module
    elif name in ("AsyncPages", "Page", "Pages", "Paging"):
        from . import _paging as module
    elif name in ("AsyncResource", "Resource"):
        from . import _resource as module
    elif name in ("Answer", "ApiResponse", "Items", "NoContent"):
        from . import _results as module
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(module, name)
