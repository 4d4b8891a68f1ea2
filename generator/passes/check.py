"""What is odd about a whole API; reports, and changes nothing."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.diagnostics import Diagnostics
from generator.ir import Api, AuthKind
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
    for scheme in api.auth_schemes:
        if scheme.kind is AuthKind.UNKNOWN:
            diagnostics.note(
                "unknown-authentication",
                f"how “{scheme.title}” works is not said, so callers have to pass `auth`",
                config,
                f'write `[auth."{scheme.title}"]` with kind = "basic", "bearer" or "api-key"',
            )
