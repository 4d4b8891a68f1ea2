"""Lists in all five styles, generated from pages and walked over real HTTP, blocking and awaited."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from generation import ROOT, generate, imported
from loopback import Loopback, running
from paging_styles import NUMBERS, STYLES, Style

CASES = ROOT / "tests" / "cases" / "paging"
LEFT = "X-Rate-Limit-Remaining"

every_style = pytest.mark.parametrize("name", STYLES)


@pytest.fixture(scope="module")
def sdks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder of each style's SDK."""
    return {name: generate(CASES / name, tmp_path_factory.mktemp(name)) for name in STYLES}


@pytest.fixture(scope="module")
def packages(sdks: dict[str, Path]) -> Iterator[dict[str, ModuleType]]:
    """Their packages."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(imported(sdk)) for name, sdk in sdks.items()}


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A server that answers as it is told."""
    with running() as loopback:
        yield loopback


def client_class(package: ModuleType, kind: str) -> Any:
    """The client that blocks, or the one that is awaited."""
    prefix = "AsyncParcels" if kind == "awaited" else "Parcels"
    (found,) = (one for one in package.__all__ if re.fullmatch(rf"{prefix}[A-Z]\w+", one))
    return getattr(package, found)


def script(server: Loopback, style: Style, *followings: str, base: str | None = None) -> None:
    """Queue a page of two parcels, or one, for each of ``followings``; "" ends the list."""
    for index, following in enumerate(followings):
        parcels = [{"number": one} for one in NUMBERS[2 * index : 2 * index + 2]]
        body, headers = style.answer(parcels, server.url if base is None else base, following)
        server.answer(body, headers={LEFT: str(9 - index), **headers})


def queue_all(server: Loopback, style: Style) -> None:
    """Queue all pages."""
    script(server, style, *style.targets[1:], "")


def targets(server: Loopback) -> list[str]:
    """What was asked for."""
    return [one.line.split(" ")[1] for one in server.received]


def walked(package: ModuleType, server: Loopback, kind: str, asked: dict[str, Any]) -> Any:
    """The numbers of all items."""
    options = {"base_url": server.url, "max_retries": 0}
    if kind == "blocking":
        with client_class(package, kind)("secret", **options) as client:
            return [one.number for one in client.parcels.list(**asked)]

    async def run() -> list[str]:
        async with client_class(package, kind)("secret", **options) as client:
            return [one.number async for one in client.parcels.list(**asked)]

    return asyncio.run(run())


either_client = pytest.mark.parametrize("kind", ["blocking", "awaited"])


@either_client
@every_style
def test_all_items_come_once_and_in_order(
    name: str, kind: str, packages: dict[str, ModuleType], server: Loopback
) -> None:
    """Each page is asked for as the documentation says, with credentials, and none too many."""
    style = STYLES[name]
    queue_all(server, style)
    found = walked(packages[name], server, kind, {"state": "sent", **style.asked})

    assert NUMBERS == found
    assert [*map(sorted_query, style.targets)] == [*map(sorted_query, targets(server))]
    assert {"Bearer secret"} == {one.headers["authorization"] for one in server.received}
    assert 0 == server.unused


def sorted_query(target: str) -> tuple[str, list[str]]:
    """A target whose query may come in any order."""
    path, _, query = target.partition("?")
    return path, sorted(query.split("&"))


@either_client
@every_style
def test_pages_come_one_by_one_with_their_headers(
    name: str, kind: str, packages: dict[str, ModuleType], server: Loopback
) -> None:
    """``.pages()`` asks for a page when it is wanted; each has its own answer."""
    style = STYLES[name]
    queue_all(server, style)

    async def run() -> list[tuple[int, str, int]]:
        async with client_class(packages[name], kind)("t", base_url=server.url) as client:
            pages = client.parcels.list().pages()
            return [told(page, len(server.received)) async for page in pages]

    if kind == "blocking":
        with client_class(packages[name], kind)("t", base_url=server.url) as client:
            pages = client.parcels.list().pages()
            found = [told(page, len(server.received)) for page in pages]
    else:
        found = asyncio.run(run())
    sizes = [2, 2, 1, 0][: len(style.targets)]

    assert [(size, str(9 - at), at + 1) for at, size in enumerate(sizes)] == found


def told(page: Any, requests: int) -> tuple[int, str, int]:
    """A page's size, what is left of the rate limit, and how many requests there were."""
    return len(page), page.response.headers[LEFT], requests


@either_client
@every_style
@pytest.mark.parametrize(("most", "pages"), [(0, 0), (1, 1), (2, 1), (3, 2)])
def test_a_limit_asks_for_no_page_too_many(
    name: str,
    kind: str,
    most: int,
    pages: int,
    packages: dict[str, ModuleType],
    server: Loopback,
) -> None:
    """``limit=`` counts items; where the API has a ``limit`` of its own, it is ``max_items=``."""
    queue_all(server, STYLES[name])
    argument = "max_items" if name == "offset" else "limit"
    found = walked(packages[name], server, kind, {argument: most})

    assert NUMBERS[:most] == found
    assert pages == len(server.received)


@either_client
@every_style
def test_the_first_item_takes_one_page(
    name: str, kind: str, packages: dict[str, ModuleType], server: Loopback
) -> None:
    """``.first()``, and None where there is none."""
    style = STYLES[name]
    script(server, style, style.targets[1])
    body, headers = style.answer([], server.url, "")
    server.answer(body, headers=headers)

    async def run() -> list[Any]:
        async with client_class(packages[name], kind)("t", base_url=server.url) as client:
            return [await client.parcels.list().first() for _ in range(2)]

    if kind == "blocking":
        with client_class(packages[name], kind)("t", base_url=server.url) as client:
            found = [client.parcels.list().first() for _ in range(2)]
    else:
        found = asyncio.run(run())

    assert ["P1", None] == [one and one.number for one in found]
    assert 2 == len(server.received)


@either_client
@every_style
def test_a_service_that_repeats_itself_is_left(
    name: str, kind: str, packages: dict[str, ModuleType], server: Loopback
) -> None:
    """An address or cursor that was there before ends the list; so does the same page again."""
    style = STYLES[name]
    second = style.targets[1]
    if style.counts:
        for _ in range(3):
            script(server, style, second)
    else:
        script(server, style, second, second, second)
    found = walked(packages[name], server, kind, {"state": "sent", **style.asked})

    assert ["P1", "P2"] == found[:2]
    assert 2 == len(server.received)


@either_client
@pytest.mark.parametrize("name", ["next_url", "link_header", "cursor"])
def test_no_page_is_asked_for_elsewhere(
    name: str, kind: str, packages: dict[str, ModuleType], server: Loopback
) -> None:
    """Another port is another origin; a cursor that looks like an address is still a cursor."""
    with running() as elsewhere:
        address = f"{elsewhere.url}/v1/parcels"
        if name == "cursor":
            server.answer({"data": [{"number": "P1"}], "cursor": address, "has_more": True})
            server.answer({"data": [], "cursor": None, "has_more": False})
            walked(packages[name], server, kind, {})
        else:
            script(server, STYLES[name], address, base="")
            with pytest.raises(packages[name].APIRedirectError, match="another origin"):
                walked(packages[name], server, kind, {})

    assert [] == elsewhere.received
    assert (2 if name == "cursor" else 1) == len(server.received)
    assert name != "cursor" or [("after", address)] == server.received[1].query


@every_style
def test_its_own_tests_pass(name: str, sdks: dict[str, Path]) -> None:
    """Those of the generated SDK."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error"]
    done = subprocess.run(command, cwd=sdks[name], capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stdout[-2000:]


USER = """
from typing import assert_type

from {package} import {client}, Async{client}, AsyncPages, Page, Pages, Parcel

listed = {client}("t").parcels.list()
assert_type(listed, {pages})
assert_type(listed.first(), Parcel | None)


async def run() -> None:
    async for parcel in Async{client}("t").parcels.list():
        assert_type(parcel.number, str | None)
"""


def test_all_of_them_are_strictly_typed(sdks: dict[str, Path], tmp_path: Path) -> None:
    """``mypy --strict`` over the five packages, and over a user's program of each."""
    for name, sdk in sdks.items():
        (package,) = (one.parent for one in sdk.glob("*/py.typed"))
        shutil.copytree(package, tmp_path / package.name)
        client = re.sub(r"(?:^|_)(\w)", lambda found: found[1].upper(), package.name)
        program = USER.format(package=package.name, client=client, pages="Pages[Parcel]")
        (tmp_path / f"user_{name}.py").write_text(program, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stdout
