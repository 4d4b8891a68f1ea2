"""Wrong SDKs fail their own tests: at least 95 % of mutants of every size and place."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

import pytest
from generation import ROOT, generate
from mutants import Mutant, mutants
from mutants_of_runtime import RUNTIME

SMALL = ROOT / "tests" / "cases"
CASES = SMALL / "emit"
PAGES = {
    "taskrouter": ROOT / "specs" / "taskrouter",
    "train-travel": ROOT / "specs" / "train-travel",
    "files": CASES / "files",
    "whole_bodies": CASES / "whole_bodies",
    "auth_api_key": CASES / "auth_api_key",
    "places_and_clashes": CASES / "places_and_clashes",
    "json_nested_dates": CASES / "json_nested_dates",
    "form_enum_pages": CASES / "form_enum_pages",
    "servers": CASES / "servers",
    "cursor": SMALL / "paging" / "cursor",
    "offset": SMALL / "paging" / "offset",
}
CORPUS = "twilio_studio_v2"
OF_ONE_KIND = 2
"""Mutants of a kind from each SDK, spread over its files; from a small one, one."""

LEAST = 0.95
AT_ONCE = 2


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What became of a mutant."""

    api: str
    mutant: Mutant
    killed: bool

    def __str__(self) -> str:
        one = self.mutant
        return f"{self.api}: {one.kind}: {one.path}:{one.line}: {one.change}"


@pytest.fixture(scope="module")
def sdks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An SDK of each kind, its tests passing."""
    shared = ROOT.parent / "shared" / "corpus" / CORPUS
    pages = PAGES | ({CORPUS: shared} if shared.is_dir() else {})
    found = {api: generate(one, tmp_path_factory.mktemp(api)) for api, one in pages.items()}
    for sdk in found.values():
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
        subprocess.run(command, cwd=sdk, check=True, capture_output=True)
    return found


def test_every_mistake_in_the_runtime_has_its_place() -> None:
    """Whoever changes the runtime hears at once of a mutant that can no longer be made."""
    places = {
        (path, old): (ROOT / "templates" / "python" / "{package}" / path).read_text("utf-8")
        for path, rows in RUNTIME.items()
        for old, _ in rows
    }

    assert [] == [(path, old) for (path, old), text in places.items() if text.count(old) != 1]


@pytest.mark.slow
def test_mutants_are_noticed(sdks: dict[str, Path], tmp_path: Path) -> None:
    """At least 95 % of more than 200 wrong SDKs fail, and most of each kind."""
    orders = [
        (api, one)
        for api, sdk in sdks.items()
        for kind, found in mutants(sdk).items()
        for one in chosen(found, kind, api)
    ]
    verdicts = list(attempted(orders, sdks, tmp_path))
    by_kind = defaultdict(list)
    for one in verdicts:
        by_kind[one.mutant.kind].append(one.killed)
    survivors = [str(one) for one in verdicts if not one.killed]
    table = [f"{sum(each)} of {len(each)}: {kind}" for kind, each in sorted(by_kind.items())]
    killed = sum(one.killed for one in verdicts)
    print(*table, f"{killed} of {len(verdicts)} in all", *survivors, sep="\n")

    assert len(verdicts) >= 200
    assert len(by_kind) >= 20
    assert killed >= LEAST * len(verdicts), "\n".join(survivors)
    assert [] == [kind for kind, each in by_kind.items() if sum(each) < 0.5 * len(each)]


def chosen(found: list[Mutant], kind: str, api: str) -> list[Mutant]:
    """A few, from first to last; all of the runtime, which is the same in all SDKs."""
    if kind == "runtime":
        return found if api == "taskrouter" else []
    count = min(1 if SMALL in PAGES.get(api, ROOT).parents else OF_ONE_KIND, len(found))
    return [found[index * len(found) // count] for index in range(count)]


def attempted(
    orders: list[tuple[str, Mutant]], sdks: dict[str, Path], scratch: Path
) -> Iterator[Verdict]:
    """The verdicts, in order; a few processes work at once, on copies of their own."""
    idle: Queue[Worker] = Queue()
    started = [Worker(sdks, scratch / str(number)) for number in range(AT_ONCE)]
    for one in started:
        idle.put(one)

    def attempt(order: tuple[str, Mutant]) -> Verdict:
        worker = idle.get()
        api, mutant = order
        try:
            return Verdict(api=api, mutant=mutant, killed=worker.attempt(api, mutant))
        finally:
            idle.put(worker)

    try:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            yield from pool.map(attempt, orders)
    finally:
        for one in started:
            one.close()


class Worker:
    """A warm process with copies of all SDKs."""

    def __init__(self, sdks: dict[str, Path], folder: Path) -> None:
        self._copies = {api: folder / api for api in sdks}
        for api, sdk in sdks.items():
            shutil.copytree(sdk, self._copies[api])
        self._process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests" / "mutant_runs.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def attempt(self, api: str, mutant: Mutant) -> bool:
        """Whether the SDK's tests notice the mutant."""
        sdk = self._copies[api]
        order = {"sdk": str(sdk), "path": mutant.path, "text": mutant.text}
        order_line = json.dumps(order | {"stages": stages(sdk, mutant)})
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(order_line + "\n")
        self._process.stdin.flush()
        code = int(self._process.stdout.readline())
        assert code in (0, 1, 2, -14), (code, mutant)
        return code != 0

    def close(self) -> None:
        """Ends the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)


def stages(sdk: Path, mutant: Mutant) -> list[list[str]]:
    """The tests that have to do with the file, and then all of them."""
    place, _, module = mutant.path.removesuffix(".py").partition("/")[2].rpartition("/")
    exchanges = sdk / "tests" / "exchanges" / f"{module}.py"
    if place == "resources" and exchanges.is_file():
        names = re.findall(r'^        name="([\w-]+)",$', exchanges.read_text("utf-8"), re.M)
        own = ["tests/test_operations.py", "tests/test_pages.py", "-k", " or ".join(names)]
        return [own, []] if names else [[]]
    if place == "models":
        return [["tests/test_answers.py"], []]
    return [["tests/test_client.py"], []]


@pytest.mark.slow
def test_mutants_are_the_same_each_time(sdks: dict[str, Path]) -> None:
    """A survivor can be looked at again."""
    first, second = mutants(sdks["taskrouter"]), mutants(sdks["taskrouter"])

    assert first == second
    assert len(first) >= 20
