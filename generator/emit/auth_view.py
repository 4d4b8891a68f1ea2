"""The view of how a client authenticates."""

from __future__ import annotations

from base64 import b64encode

from generator.emit.pack import Pack
from generator.emit.views import AuthView, CredentialView
from generator.ir import Api, AuthKind, AuthScheme


def auth_view(api: Api, pack: Pack) -> AuthView | None:
    """The first documented method whose workings are known; ``None`` where there is none."""
    known = [one for one in api.auth_schemes if one.kind is not AuthKind.UNKNOWN]
    if not known:
        return None
    scheme = known[0]
    names = pack.namespace("argument")
    samples = [f"sample-{one.name}" for one in scheme.credentials]
    return AuthView(
        kind=scheme.kind.value,
        title=scheme.title,
        credentials=tuple(
            CredentialView(
                name=names.name(one.name, pack.style("argument")), env=one.env, sample=sample
            )
            for one, sample in zip(scheme.credentials, samples, strict=True)
        ),
        header=scheme.header,
        query=scheme.query,
        sent_header=_sent_header(scheme, samples),
        sent_query=(scheme.query, samples[0]) if scheme.query else ("", ""),
    )


def _sent_header(scheme: AuthScheme, samples: list[str]) -> tuple[str, str]:
    """Name and value of the header that carries the credentials (RFC 7617, RFC 6750)."""
    match scheme.kind:
        case AuthKind.BASIC:
            return "Authorization", "Basic " + b64encode(":".join(samples).encode()).decode()
        case AuthKind.BEARER:
            return "Authorization", f"Bearer {samples[0]}"
        case _:
            return (scheme.header, samples[0]) if scheme.header else ("", "")
