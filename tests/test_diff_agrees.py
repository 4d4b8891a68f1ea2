"""What breaks old callers of the generated code is called breaking; what is not seen has a reason."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import griffe
import pytest
from diff_callers import callers_file
from diff_cases import CASES, FOLDER, version
from diff_edits import edited

from generator.config import ApiConfig
from generator.diagnostics import Diagnostics
from generator.diff.changes import Level
from generator.diff.compare import compare
from generator.emit.api_view import api_view
from generator.emit.pack import load_pack, shipped_templates
from generator.emit.plan import plan
from generator.emit.render import render
from generator.ir import Api
from generator.pipeline import Documents, read_api
from generator.source import Source

pytestmark = pytest.mark.slow

_SENT = "a released SDK goes on sending what the service no longer knows; the new code is alike"
_REFUSED = "the service refuses, or does otherwise; the code is the same"

BEYOND_CODE = {
    # kind: why neither a type checker nor griffe sees what it breaks
    "auth-became-required": _REFUSED,
    "auth-method-removed": _REFUSED,
    "auth-scheme-changed": "another environment variable is read, or one for the first time",
    "base-url-changed": _SENT,
    "error-shape-changed": "the code and message of an error are read elsewhere, as text",
    "operation-method-changed": _SENT,
    "operation-server-removed": _SENT,
    "request-body-type-narrowed": _REFUSED,
    "request-field-default-changed": _REFUSED,
    "request-field-limit-tightened": "limits are documented, and enforced by the service alone",
    "request-field-removed": "what an object inside an argument holds is a mapping to the SDK",
    "request-field-type-narrowed": "most formats are text to the SDK, and not to the service",
    "request-media-type-removed": _SENT,
    "request-parameter-default-removed": _REFUSED,
    "request-parameter-moved": _SENT,
    "request-parameter-renamed": "another spelling is the same argument, and travels otherwise",
    "request-parameter-type-changed": "an id or a bool is text or a number, too, to the SDK",
    "response-field-removed": "the attribute stays while another page has it, and is None here",
    "response-field-renamed": "another spelling is the same attribute; a released SDK misses it",
    "response-status-removed": "who asks for the number of the status waits in vain",
    "role-required": _REFUSED,
    "sdk-argument-renamed": "a namesake has taken the argument's name, and both are text",
    "server-removed": _SENT,
}


@pytest.fixture(scope="module")
def sdks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both SDKs of every case, and the file of old calls beside them."""
    pairs = ((version(case, "old"), version(case, "new")) for case in CASES)
    return write_pairs(pairs, tmp_path_factory.mktemp("sdks"))


def write_pairs(pairs: Iterable[tuple[Api, Api]], folder: Path) -> Path:
    """Old and new SDKs, each in a folder of that name, and ``calls`` written from the old ones."""
    (folder / "calls").mkdir()
    for old, new in pairs:
        write(old, folder / "old")
        write(new, folder / "new")
        (folder / "calls" / f"calls_{old.name}.py").write_text(callers_file(old))
    return folder


def write(api: Api, folder: Path) -> None:
    """The package as the pack renders it; nobody reads it, so it is not formatted."""
    pack = load_pack("python", (shipped_templates(),))
    for one in render(plan(api_view(api, pack), pack), pack):
        if one.path.endswith((".py", "py.typed")) and not one.path.startswith("tests/"):
            file = folder / one.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(one.text)


@pytest.fixture(scope="module")
def type_errors(sdks: Path) -> dict[str, list[str]]:
    """What mypy says of each old file of calls beside the new SDK; of the old one, nothing."""
    assert {} == _mypy(sdks, "old")
    return _mypy(sdks, "new")


def _mypy(sdks: Path, side: str) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-pretty", "--no-error-summary"]
    done = subprocess.run(
        # What mypy found out of httpx and of itself serves both sides.
        [*command, "--cache-dir", str(sdks / "cache"), "calls"],
        cwd=sdks,
        env=os.environ | {"MYPYPATH": str(sdks / side)},
        capture_output=True,
        text=True,
    )
    found: dict[str, list[str]] = defaultdict(list)
    for line in done.stdout.splitlines():
        at = re.match(r"calls/calls_(\w+)\.py:\d+: error: (.*)", line)
        assert at is not None or ": note: " in line, line
        if at is not None:
            found[at[1]].append(at[2])
    assert done.returncode == int(bool(found)), done.stderr
    return dict(found)


def _breakages(sdks: Path, package: str) -> list[str]:
    """What griffe says of the two packages, the runtime and values it cannot judge aside."""
    if not (sdks / "new" / package).is_dir():
        return []  # nobody can import it any more, as mypy says
    old, new = (
        griffe.load(package, search_paths=[sdks / side], try_relative_path=False)
        for side in ("old", "new")
    )
    found = []
    for one in griffe.find_breaking_changes(old, new):
        path = one.obj.path
        private = any(part.startswith("_") for part in path.split("."))
        # Of a type's own text mypy is the judge: a wider alias is another value to griffe.
        judged = one.kind is griffe.BreakageKind.ATTRIBUTE_CHANGED_VALUE
        if not private and not judged:
            found.append(f"{one.kind.value}: {path}")
    return found


def test_what_breaks_callers_is_called_breaking(
    sdks: Path, type_errors: dict[str, list[str]]
) -> None:
    """Neither mypy nor griffe finds what we do not; what only we find has its reason."""
    missed, unseen = {}, {}
    for case in CASES:
        package = case.replace("-", "_")
        changes = json.loads((FOLDER / case / "expected.json").read_bytes())["changes"]
        breaking = {one["kind"] for one in changes if one["level"] == "breaking"}
        broken = [*type_errors.get(package, ()), *_breakages(sdks, package)]
        if broken and not breaking:
            missed[case] = broken
        if breaking and not broken:
            unseen[case] = breaking

    assert {} == missed
    assert set() == {kind for kinds in unseen.values() for kind in kinds} ^ set(BEYOND_CODE)


def test_edits_of_real_pages_are_called_what_they_are(tmp_path: Path, root: Path) -> None:
    """Edits drawn by a seed, where names are shared and models meet: none breaks unseen."""
    files = sorted((root / "specs" / "train-travel").glob("*.md"))
    pages = {one.name: one.read_text() for one in files if one.name != "README.md"}
    pairs = [
        (api_of(f"edit_{seed}", pages), api_of(f"edit_{seed}", edited(pages, seed)))
        for seed in range(SEEDS)
    ]
    sdks = write_pairs(pairs, tmp_path)
    assert {} == _mypy(sdks, "old")
    found = _mypy(sdks, "new")
    missed = {}
    for old, new in pairs:
        broken = [*found.get(old.name, ()), *_breakages(sdks, old.name)]
        if broken and not any(one.level is Level.BREAKING for one in compare(old, new)):
            missed[old.name] = broken

    assert {} == missed
    assert len(found) > SEEDS // 3  # else the edits prove nothing


SEEDS = 24


def api_of(name: str, pages: Mapping[str, str]) -> Api:
    """The API of pages by name, without ``api.toml``."""
    found = Diagnostics()
    sources = tuple(Source(path=f"x/{one}", text=text) for one, text in sorted(pages.items()))
    api = read_api(Documents(name=name, sources=sources, config=ApiConfig()), found)
    assert api is not None, [str(one) for one in found]
    return api
