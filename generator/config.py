"""What ``api.toml`` states: everything about an API that its pages do not say."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from generator.source import SourceSpan


class CredentialConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One value the caller gives: the argument's name and its environment variable."""

    name: str
    env: str = ""


class AuthConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How one authentication method of the pages works.

    ``basic`` takes ``username`` and ``password``; ``bearer`` takes ``token``; ``api-key`` takes
    ``token`` and says whether it travels in a ``header`` or in the ``query``.
    """

    kind: Literal["basic", "bearer", "api-key"]
    username: CredentialConfig | None = None
    password: CredentialConfig | None = None
    token: CredentialConfig | None = None
    header: str = ""
    query: str = ""


class ClientConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names and address of the generated client."""

    name: str = ""
    package: str = ""
    version: str = ""
    base_url: str = ""


class ErrorConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Dotted paths into an error answer."""

    code: str = ""
    message: str = ""
    more_info: str = ""
    status: str = ""


class PaginationConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How lists go on. ``items`` is found by itself where an answer holds one array of objects."""

    style: Literal["next-url", "cursor", "offset", "page-number", "link-header"]
    items: str = ""
    next: str = ""
    parameter: str = ""
    size: str = ""


class OperationConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one page does not say. The key is the page's name without ``operation-`` and ``.md``.

    ``required`` lists wire names of parameters and body fields, and says with it that the others
    are optional (``[]``: all of them); ``name`` renames the function; ``returns`` names the
    answer's model; ``pagination = false`` keeps a list's answer whole.
    """

    required: tuple[str, ...] | None = None
    name: str = ""
    returns: str = ""
    pagination: PaginationConfig | Literal[False] | None = None
    skip: bool = False


class ResourceConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names of one resource. The key is its place in calls: ``"workspaces().task_queues"``.

    ``name`` is the attribute, ``noun`` one item, ``collection`` all of them.
    """

    name: str = ""
    noun: str = ""
    collection: str = ""


class AcceptConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A change that ``diff`` reports and that is accepted ``until`` a day, that day included."""

    fingerprint: str
    until: dt.date
    reason: str


class ApiConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One ``api.toml``; every part is optional."""

    packs: tuple[str, ...] = ("python",)
    client: ClientConfig = ClientConfig()
    auth: dict[str, AuthConfig] = {}
    errors: ErrorConfig = ErrorConfig()
    pagination: PaginationConfig | None = None
    operations: dict[str, OperationConfig] = {}
    resources: dict[str, ResourceConfig] = {}
    accept: tuple[AcceptConfig, ...] = ()

    def place(self, *keys: str | int) -> SourceSpan:
        """Where a key stands: ``place("operations", "createtask")``."""
        return SourceSpan(path="api.toml")
