"""What callers have to say themselves is noted."""

from __future__ import annotations

import pytest
from building import linked, operation

from generator.config import ApiConfig, AuthConfig, ClientConfig
from generator.diagnostics import Diagnostics
from generator.ir import Api
from generator.passes.check import check

KNOWN = ApiConfig(
    client=ClientConfig(base_url="https://shop.example"),
    auth={"Api key": AuthConfig(kind="api-key", header="X-Key")},
)
PAGE = operation("GET /pets", "List pets", auth=("Api key",))


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (KNOWN, []),
        (ApiConfig(client=KNOWN.client), ["unknown-authentication"]),
        (ApiConfig(auth=KNOWN.auth), ["no-server"]),
        (ApiConfig(), ["no-server", "unknown-authentication"]),
    ],
)
def test_what_nobody_says_is_noted(config: ApiConfig, expected: list[str]) -> None:
    """An API without an address or with an unknown authentication is noted, and only that."""
    found = Diagnostics()
    check(linked(PAGE, config=config), found)

    assert expected == [one.code for one in found]


def test_notes_point_at_the_config_beside_the_pages() -> None:
    """A note's place is the ``api.toml`` to write into."""
    found = Diagnostics()
    check(linked(PAGE), found)

    assert {"specs/shop/api.toml"} == {one.span.path for one in found}


def test_api_without_operations_is_not_checked() -> None:
    """Where there is nothing to call, nothing is missing."""
    found = Diagnostics()
    check(Api(name="shop"), found)

    assert [] == list(found)
