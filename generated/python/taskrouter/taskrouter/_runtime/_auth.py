"""Credentials: found once, sent by httpx's auth hook, shown nowhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Generator
from posixpath import expandvars
from typing import NoReturn

import httpx

from ._errors import MissingCredentialsError

EXTRA_HEADERS = "extra_headers"
"""The extension that names, in lower case, the headers a caller has put in place of all others."""

AuthTypes = (
    httpx.Auth
    | tuple[str | bytes, str | bytes]
    | Callable[[httpx.Request], httpx.Request]
)
"""What `auth=` takes: all that httpx takes."""

Credential = tuple[str, str | None, str]
"""The name of an argument, what was given for it, and the environment variable that may hold it."""


def basic(user: Credential, password: Credential) -> httpx.Auth:
    """HTTP Basic."""
    name, secret = _find(user, password)
    token = b64encode(f"{name}:{secret}".encode()).decode()
    return _HeaderAuth("Authorization", f"Basic {token}")


def bearer(token: Credential) -> httpx.Auth:
    """A token in the `Authorization` header."""
    (secret,) = _find(token)
    return _HeaderAuth("Authorization", f"Bearer {_for_header(token, secret)}")


def api_key(key: Credential, *, header: str = "", query: str = "") -> httpx.Auth:
    """A key in the named header or query parameter."""
    (secret,) = _find(key)
    if query:
        return _QueryAuth(query, secret)
    return _HeaderAuth(header, _for_header(key, secret))


def _for_header(credential: Credential, secret: str) -> str:
    """The secret, if a header can carry it: httpx would print what it cannot send."""
    if secret.isascii() and secret.isprintable() and secret == secret.strip():
        return secret
    raise ValueError(
        f"{credential[0]} holds characters a header cannot carry; is there a space at an end?"
    )


def _find(*credentials: Credential) -> list[str]:
    found = [given or _environment(variable) for _, given, variable in credentials]
    missing = [c for c, secret in zip(credentials, found, strict=True) if not secret]
    if missing:
        arguments = ", ".join(f"{argument}=" for argument, _, _ in missing)
        variables = ", ".join(variable for _, _, variable in missing)
        raise MissingCredentialsError(
            f"pass {arguments} or set {variables} in the environment"
        )
    for (argument, _, _), secret in zip(credentials, found, strict=True):
        if any(mark in secret for mark in "\r\n\0"):
            raise ValueError(f"{argument} holds a line break or NUL")
    return found


def _environment(variable: str) -> str:
    """The variable's value, or nothing.

    Not `os.environ`: a package made from documents imports nothing that could run a command, so
    that whoever audits it need not ask why.
    """
    reference = f"${{{variable}}}"
    value = expandvars(reference) if variable else reference
    return "" if value == reference else value


class _Secretive(httpx.Auth):
    """An auth that neither shows nor pickles what it knows."""

    def __init__(self, name: str, secret: str) -> None:
        self._name = name
        self._secret = secret

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._name}=***>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("credentials are not pickled")


class _HeaderAuth(_Secretive):
    def auth_flow(
        self, request: httpx.Request
    ) -> Generator[httpx.Request, httpx.Response, None]:
        if self._name.lower() not in request.extensions.get(EXTRA_HEADERS, ()):
            request.headers[self._name] = self._secret
        yield request


class _QueryAuth(_Secretive):
    def auth_flow(
        self, request: httpx.Request
    ) -> Generator[httpx.Request, httpx.Response, None]:
        shown = request.url.copy_set_param(self._name, "***")
        request.url = _SecretURL(
            request.url.copy_set_param(self._name, self._secret), shown
        )
        yield request


class _SecretURL(httpx.URL):
    """A URL that is sent as it is and shown without its secret: httpx logs the URLs it requests."""

    def __init__(self, url: httpx.URL, shown: httpx.URL) -> None:
        super().__init__(url)
        self._shown = str(shown)

    def __str__(self) -> str:
        return self._shown

    def __repr__(self) -> str:
        return f"URL({self._shown!r})"
