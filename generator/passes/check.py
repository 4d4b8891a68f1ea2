"""What is odd about a whole API; reports, and changes nothing."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.diagnostics import Diagnostics
from generator.ir import Api, AuthKind
from generator.ir.addresses import other_address
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
    """A client sends its credentials to one host, and where else ``api.toml`` says."""
    if api.servers and api.servers[0].url.startswith("http://"):
        diagnostics.warning(
            "plain-http",
            f"{api.servers[0].url} is not encrypted, so every caller has to pass `base_url`",
            api.servers[0].span or config,
            'write `base_url = "https://…"` under [client]',
        )
    for operation in api.operations:
        if other := other_address(operation, api):
            diagnostics.warning(
                "other-server",
                f"{operation.method} {operation.path} answers at {other}, "
                f"but the client calls {api.servers[0].url}",
                operation.span,
                f"write `server` under [operations.{operation.id}]: an https address, to which "
                "credentials go, too",
            )
