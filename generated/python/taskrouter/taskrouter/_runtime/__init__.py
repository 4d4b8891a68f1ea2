"""What every generated package shares; loaded on first use, so that importing it is quick."""

from __future__ import annotations

TYPE_CHECKING = False  # not typing's, which takes longer to import than all the rest
if TYPE_CHECKING:  # what is named twice is for the generated code, not for its users
    from typing import Any

    from ._auth import AuthTypes as AuthTypes
    from ._auth import api_key, basic, bearer
    from ._client import AsyncClient as AsyncClient
    from ._client import Client as Client
    from ._downloads import AsyncDownload, Download
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
        InternalServerError,
        MissingCredentialsError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
    )
    from ._errors import (
        ErrorShape as ErrorShape,
    )
    from ._headers import ResponseHeaders as ResponseHeaders
    from ._models import Model, wire
    from ._omit import OMIT, Omit
    from ._options import (
        AsyncOptions as AsyncOptions,
    )
    from ._options import (
        ClientOptions as ClientOptions,
    )
    from ._options import (
        Settings as Settings,
    )
    from ._paging import AsyncPages, Page, Pages, Paging
    from ._resource import AsyncResource, Resource
    from ._results import Answer, ApiResponse, Items, NoContent
    from ._uploads import Content

__all__ = [
    "OMIT",
    "APIConnectionError",
    "APIError",
    "APIRedirectError",
    "APIStatusError",
    "APITimeoutError",
    "Answer",
    "ApiResponse",
    "AsyncDownload",
    "AsyncPages",
    "AsyncResource",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "Content",
    "DecodeError",
    "Download",
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
    "UnprocessableEntityError",
    "api_key",
    "basic",
    "bearer",
    "member",
    "wire",
]

if not TYPE_CHECKING:  # a checker must not believe that every name exists

    def __getattr__(name: str) -> Any:
        module: Any
        if name in ("AuthTypes", "api_key", "basic", "bearer"):
            from . import _auth as module
        elif name in ("AsyncClient", "Client"):
            from . import _client as module
        elif name == "Content":
            from . import _uploads as module
        elif name in ("AsyncDownload", "Download"):
            from . import _downloads as module
        elif name in ("OpenEnum", "member"):
            from . import _enums as module
        elif name.endswith("Error") or name == "ErrorShape":
            from . import _errors as module
        elif name == "ResponseHeaders":
            from . import _headers as module
        elif name in ("Model", "wire"):
            from . import _models as module
        elif name in ("OMIT", "Omit"):
            from . import _omit as module
        elif name in ("AsyncOptions", "ClientOptions", "Settings"):
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
