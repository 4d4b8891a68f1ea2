"""Where calls go: the address of the client, and those of single operations."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.ir.api import Api
from generator.ir.facts import Origin
from generator.ir.operation import Operation, Server
from generator.ir.page_text import retraced

_USABLE = re.compile(r"https://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~+/-]*)?")
"""An address a client can use as it stands; plain http only where the caller says so."""


def base_address(api: Api) -> str:
    """The first server without its last slash, empty where no client can use it as it stands."""
    return usable_address(api.servers[0]) if api.servers else ""


def usable_address(server: Server) -> str:
    """The server's address with its variables' defaults; empty where something is left open."""
    found = server.url
    for one in server.variables:
        found = retraced(found.replace(f"{{{one.name}}}", one.default), found)
    return retraced(found.rstrip("/"), found) if _USABLE.fullmatch(found) else ""


def own_address(operation: Operation, api: Api) -> str:
    """Where the call goes in place of the client's address; empty where it goes there.

    Credentials go along, so another host needs the word of ``api.toml``: a page alone decides
    only about the path on the host of the client.
    """
    base = base_address(api)
    found = {usable_address(one): one for one in reversed(operation.servers)}
    if not base or base in found:
        return ""
    decided = api.servers[0].origin is Origin.CONFIG
    for address, server in reversed(found.items()):
        near = not decided and _host(address) == _host(base)
        if address and (near or server.origin is Origin.CONFIG):
            return address
    return ""


def other_address(operation: Operation, api: Api) -> str:
    """Where the operation answers as documented, and is not called; empty where it is.

    Where ``api.toml`` has decided for all, a page's own address does not count.
    """
    urls = [one.url for one in operation.servers]
    if not urls or not api.servers or api.servers[0].url in urls or own_address(operation, api):
        return ""
    stated = operation.servers[0].origin is Origin.CONFIG
    decided = api.servers[0].origin is Origin.CONFIG
    return "" if decided and not stated else urls[0]


def _host(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.scheme, parts.netloc.lower().removesuffix(":443")
