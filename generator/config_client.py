"""What ``api.toml`` states of the whole API: client, credentials, servers, errors, lists."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct


class CredentialConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One value the caller gives: the argument's name and its environment variable."""

    name: Annotated[str, Meta(description="The argument's name.", examples=["api_key"])]
    env: Annotated[
        str, Meta(description="The environment variable read in its place.", examples=["MY_KEY"])
    ] = ""


class AuthConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How one authentication method of the pages works.

    ``basic`` takes ``username`` and ``password``; ``bearer`` takes ``token``; ``api-key`` takes
    ``token`` and says whether it travels in a ``header`` or in the ``query``.
    """

    kind: Annotated[
        Literal["basic", "bearer", "api-key"],
        Meta(description="How a request proves who sends it.", examples=["bearer"]),
    ]
    username: Annotated[
        CredentialConfig | None,
        Meta(description="Of basic: who.", examples=[{"name": "account_sid", "env": "SID"}]),
    ] = None
    password: Annotated[
        CredentialConfig | None,
        Meta(description="Of basic: the secret.", examples=[{"name": "auth_token"}]),
    ] = None
    token: Annotated[
        CredentialConfig | None,
        Meta(description="Of bearer and api-key: the secret.", examples=[{"name": "token"}]),
    ] = None
    header: Annotated[
        str, Meta(description="Of api-key: the header it travels in.", examples=["X-API-Key"])
    ] = ""
    query: Annotated[
        str, Meta(description="Of api-key: the query parameter it travels in.", examples=["key"])
    ] = ""


class ClientConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names and address of the generated client."""

    name: Annotated[str, Meta(description="The client's class.", examples=["TaskRouter"])] = ""
    package: Annotated[str, Meta(description="The package.", examples=["taskrouter"])] = ""
    version: Annotated[
        str, Meta(description="The version, if not the one on index.md.", examples=["1.0.0"])
    ] = ""
    base_url: Annotated[
        str,
        Meta(
            description="The address, if not the first server of the pages.",
            examples=["https://api.example.com/v1"],
        ),
    ] = ""
    idempotency_header: Annotated[
        str,
        Meta(
            description="The header that makes it safe to repeat a POST or a PATCH.",
            examples=["Idempotency-Key"],
        ),
    ] = ""


class ServerConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An address the API answers at; those stated take the place of the pages' own."""

    url: Annotated[
        str,
        Meta(
            description="A whole address; {names} in it are variables.",
            examples=["https://{region}.example.com/v1"],
        ),
    ]
    name: Annotated[str, Meta(description="What it is called.", examples=["Production"])] = ""
    description: Annotated[
        str, Meta(description="What it is for.", examples=["Answers with real data."])
    ] = ""
    variables: Annotated[
        dict[str, str],
        Meta(description="What each {name} is by default.", examples=[{"region": "eu"}]),
    ] = {}


class ErrorConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Dotted paths into an error answer."""

    code: Annotated[str, Meta(description="Where the code is.", examples=["error.code"])] = ""
    message: Annotated[str, Meta(description="Where the words are.", examples=["message"])] = ""
    more_info: Annotated[
        str, Meta(description="Where an address with more is.", examples=["more_info"])
    ] = ""
    status: Annotated[str, Meta(description="Where the status is.", examples=["status"])] = ""


class PaginationConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How lists go on. ``items`` is found by itself where an answer holds one array of objects."""

    style: Annotated[
        Literal["next-url", "cursor", "offset", "page-number", "link-header"],
        Meta(description="How the next page is asked for.", examples=["cursor"]),
    ]
    items: Annotated[
        str, Meta(description="Where the answer holds the items.", examples=["data"])
    ] = ""
    next: Annotated[
        str,
        Meta(description="Where it names the next URL or cursor.", examples=["meta.next"]),
    ] = ""
    parameter: Annotated[
        str,
        Meta(
            description="The query parameter of the cursor, offset or page number.",
            examples=["cursor"],
        ),
    ] = ""
    size: Annotated[
        str, Meta(description="The query parameter of a page's length.", examples=["limit"])
    ] = ""
    more: Annotated[
        str,
        Meta(description="Where a flag is that is false on the last page.", examples=["has_more"]),
    ] = ""
    total: Annotated[
        str,
        Meta(
            description="Where the number of all items is, or of all pages for page-number.",
            examples=["meta.total"],
        ),
    ] = ""
    start: Annotated[
        int | None,
        Meta(description="The first offset, if not 0, or page, if not 1.", examples=[0]),
    ] = None
