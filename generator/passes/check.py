"""What is odd about a whole API; reports, and changes nothing."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.diagnostics import Diagnostics
from generator.ir import Api, AuthKind, Origin
from generator.source import SourceSpan


def check(api: Api, diagnostics: Diagnostics) -> None:
    """Report what callers of the generated client will have to say themselves."""
    if not api.operations:
        return
    config = SourceSpan(path=str(PurePosixPath(api.operations[0].span.path).parent / "api.toml"))
    if not api.servers:
        diagnostics.note(
            "no-server",
            "no page names a server, so every caller has to pass `base_url`",
            config,
            'write `base_url = "https://…"` under [client]',
        )
    _check_addresses(api, config, diagnostics)
    for scheme in api.auth_schemes:
        if scheme.kind is AuthKind.UNKNOWN:
            diagnostics.note(
                "unknown-authentication",
                f"how “{scheme.title}” works is not said, so callers have to pass `auth`",
                config,
                f'write `[auth."{scheme.title}"]` with kind = "basic", "bearer" or "api-key"',
            )


def _check_addresses(api: Api, config: SourceSpan, diagnostics: Diagnostics) -> None:
    """A client has one address, and sends its credentials nowhere else."""
    if api.servers and api.servers[0].url.startswith("http://"):
        diagnostics.warning(
            "plain-http",
            f"{api.servers[0].url} is not encrypted, so every caller has to pass `base_url`",
            api.servers[0].span or config,
            'write `base_url = "https://…"` under [client]',
        )
    for operation in api.operations:
        urls = {server.url for server in operation.servers}
        documented = (
            api.servers and api.servers[0].origin is not Origin.CONFIG
        )  # else api.toml has decided for all
        if documented and urls and api.servers[0].url not in urls:
            diagnostics.warning(
                "other-server",
                f"{operation.method} {operation.path} answers at {sorted(urls)[0]}, "
                f"but the client calls {api.servers[0].url}",
                operation.span,
                "callers pass `base_url`, or describe it as an API of its own",
            )
