"""A credential is told by nobody: every operation of every API in specs/, failing in every way."""

from __future__ import annotations

import asyncio
import gzip
import logging
import ssl
import traceback
from base64 import b64encode
from collections.abc import Callable, Iterable

import httpx
import pytest
from test_every_operation import CLIENTS, Sdk, call_operation, is_list, sdks

__all__ = ["sdks"]

CANARY = "canary-7d41e0"
CREDENTIALS = {
    "taskrouter": {"account_sid": "AC1", "auth_token": CANARY},
    "train-travel": {"token": CANARY},
}
SPELLINGS = (CANARY, b64encode(f"AC1:{CANARY}".encode()).decode().rstrip("="))
"""As it was given, and as it travels."""
BASE = "https://api.example.com"
Answer = Callable[[httpx.Request], httpx.Response]


def _raise(fault: type[httpx.TransportError]) -> Answer:
    def answer(request: httpx.Request) -> httpx.Response:
        raise fault("it went wrong", request=request)

    return answer


def _untrusted(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("refused", request=request) from ssl.SSLCertVerificationError("bad")


def _say(status: int, content: bytes = b"{}", **headers: str) -> Answer:
    sent = {"Content-Type": "application/json"}
    sent |= {name.replace("_", "-"): text for name, text in headers.items()}
    return lambda request: httpx.Response(status, headers=sent, content=content)


FAILURES: dict[str, Answer] = {
    "no connection": _raise(httpx.ConnectError),
    "too slow": _raise(httpx.ReadTimeout),
    "cut off": _raise(httpx.RemoteProtocolError),
    "untrusted": _untrusted,
    "400": _say(400, b'{"message": "no", "code": 1}'),
    "401": _say(401, b"<html>"),
    "429": _say(429, retry_after="9999999999"),
    "500": _say(500, b"\xff\xfe"),
    "elsewhere": _say(302, location="https://evil.example/x"),
    "the same, insecure": _say(307, location="http://api.example.com/x"),
    "round in circles": _say(301, location="/v1/again"),
    "no JSON": _say(200, b"{"),
    "deep": _say(200, b"[" * 100_000),
    "no object": _say(200, b'"text"'),
    "broken packing": _say(200, b"no gzip", content_encoding="gzip"),
    "layers": _say(200, gzip.compress(b"{}"), content_encoding="gzip, gzip"),
}


class Watched:
    """A transport that answers one way and keeps what it was asked."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """The answer."""
        self.requests.append(request)
        return self._answer(request)


def _blocking(sdk: Sdk, name: str, watched: Watched) -> Iterable[object]:
    """What a caller gets to see of a call: what it returns or raises, and the client."""
    with httpx.Client(transport=httpx.MockTransport(watched)) as http:
        options = {"base_url": BASE, "max_retries": 0, "http_client": http}
        client = getattr(sdk.module, sdk.client)(**sdk.credentials, **options)
        try:
            result = call_operation(client, sdk, name)
            return client, vars(client), list(result) if is_list(sdk, name) else result
        except sdk.module.APIError as fault:
            return client, vars(client), *_seen(fault)


def _awaited(sdk: Sdk, name: str, watched: Watched) -> Iterable[object]:
    """The same of the awaited client."""

    async def run() -> Iterable[object]:
        async with httpx.AsyncClient(transport=httpx.MockTransport(watched)) as http:
            options = {"base_url": BASE, "max_retries": 0, "http_client": http}
            client = getattr(sdk.module, f"Async{sdk.client}")(**sdk.credentials, **options)
            try:
                result = call_operation(client, sdk, name)
                found = [one async for one in result] if is_list(sdk, name) else await result
                return client, vars(client), found
            except sdk.module.APIError as fault:
                return client, vars(client), *_seen(fault)

    return asyncio.run(run())


def _seen(fault: Exception) -> list[object]:
    response = getattr(fault, "response", None)
    shown = [fault, vars(fault), fault.args, response, *traceback.format_exception(fault)]
    return shown if response is None else [*shown, getattr(response, "url", "")]


@pytest.mark.parametrize("call", [_blocking, _awaited])
@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("api", sorted(CLIENTS))
def test_no_failure_of_any_operation_tells_a_credential(
    sdks: dict[str, Sdk],
    api: str,
    failure: str,
    call: Callable[[Sdk, str, Watched], Iterable[object]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """It is sent, to the caller's origin alone, and is in no text, log, traceback or warning."""
    usual = sdks[api]
    sdk = Sdk(
        module=usual.module,
        client=usual.client,
        credentials=CREDENTIALS[api],
        authorization="",
        listed=usual.listed,
        pages=usual.pages,
    )
    caplog.set_level(logging.DEBUG)
    watched = Watched(FAILURES[failure])
    told = []
    for name in sorted(sdk.pages):
        shown = [text for one in call(sdk, name, watched) for text in (str(one), repr(one))]
        told += [(name, text[:200]) for text in [*shown, caplog.text] if _holds(text)]
        caplog.clear()
    sent = {request.headers.get("authorization", "").split(" ")[-1] for request in watched.requests}
    hosts = {(one.url.scheme, one.url.host, one.url.port) for one in watched.requests}

    assert len(watched.requests) >= len(sdk.pages)
    assert any(_holds(one) for one in sent)
    assert {("https", "api.example.com", None)} == hosts
    assert [] == told


def _holds(text: str) -> bool:
    return any(one in text for one in SPELLINGS)
