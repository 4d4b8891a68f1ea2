"""Other people's documentation, whole APIs and single pages: all of it becomes Python that works."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from generation import generate

from generator.config import ApiConfig
from generator.diagnostics import Diagnostics, Severity
from generator.emit.pack import Pack, load_pack, shipped_templates
from generator.pipeline import Documents, emit_api, read_api
from generator.read import is_root
from generator.source import Source
from generator.value import replace

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
APIS = sorted(one.name.removesuffix(".truth.json") for one in CORPUS.glob("*.truth.json"))
REAL = sorted(one.name for one in CORPUS.glob("real/*.md"))
LAYOUTS = ("flat", "dedent")

pytestmark = pytest.mark.skipif(not APIS, reason=f"needs {CORPUS}, which lies outside the project")


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The ``python`` pack without its formatter, which takes the longest and changes no meaning."""
    return replace(load_pack("python", (shipped_templates(),)), formatter="")


def relayout(text: str, layout: str) -> str:
    """The page as crawlers leave it, see ``../shared/tools/relayout.py``."""
    if layout == "flat":
        return re.sub(r"\s+", " ", text).strip()
    if layout == "dedent":
        return "".join(f"{one.strip()}\n" for one in text.splitlines() if one.strip())
    return text


def documents(name: str, pages: list[Path], layout: str = "page") -> Documents:
    """The pages as one API; roots keep their lines, of which they are made."""
    sources = []
    for page in sorted(pages):
        text = page.read_bytes().decode().replace("\r\n", "\n")
        source = Source(path=page.name, text=text)
        if not is_root(source):
            source = Source(path=page.name, text=relayout(text, layout))
        sources.append(source)
    return Documents(name=name, sources=tuple(sources), config=ApiConfig())


def rendered(pages: Documents, pack: Pack) -> dict[str, str]:
    """Every file of the SDK, each Python file of which compiles without a warning."""
    found = Diagnostics()
    api = read_api(pages, found)
    assert [] == [str(one) for one in found if one.severity is Severity.ERROR]
    assert api is not None
    files = {one.path: one.text for one in emit_api(api, pack)}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for path, text in files.items():
            if path.endswith(".py"):
                compile(text, path, "exec")
    return files


@pytest.mark.parametrize("name", APIS)
def test_every_api_generates(name: str, pack: Pack) -> None:
    """No error, every file compiles, and every page is an operation that can be called."""
    pages = list((CORPUS / name).glob("*.md"))
    files = rendered(documents(name, pages), pack)
    truth = json.loads((CORPUS / f"{name}.truth.json").read_text(encoding="utf-8"))
    listed = json.loads(files["operations.json"])
    calls = [(json.dumps(one["steps"]), one["function"]) for one in listed]

    assert len(truth) == len(listed)
    assert len(calls) == len(set(calls))


@pytest.mark.parametrize("name", REAL)
def test_every_real_page_generates_alone(name: str, pack: Pack) -> None:
    """Also cut in mid-sentence, in Korean, or in the older generation; a docs root has no calls."""
    page = CORPUS / "real" / name
    if is_root(Source(path=name, text=page.read_text(encoding="utf-8"))):
        found = Diagnostics()
        api = read_api(documents("real", [page]), found)

        assert api is None
        assert ["no-operation"] == [one.code for one in found]
        return
    files = rendered(documents("real", [page]), pack)

    assert 1 == len(json.loads(files["operations.json"]))


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", APIS)
def test_every_layout_of_an_api_gives_the_same_calls(name: str, layout: str, pack: Pack) -> None:
    """What crawlers do to whitespace changes no name, no argument and no model."""
    pages = list((CORPUS / name).glob("*.md"))
    files = rendered(documents(name, pages), pack)
    others = rendered(documents(name, pages, layout), pack)

    assert files["operations.json"] == others["operations.json"]
    assert sorted(files) == sorted(others)


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """SDKs of the large APIs, made as they are by a user."""
    return {
        name: generate(CORPUS / name, tmp_path_factory.mktemp(name))
        for name in ("box", "adyen_management_v3", "twilio_conversations_v1")
    }


LARGE = pytest.mark.parametrize("name", ["box", "adyen_management_v3", "twilio_conversations_v1"])


@pytest.mark.slow
@LARGE
def test_a_large_api_is_strictly_typed(large: dict[str, Path], name: str, tmp_path: Path) -> None:
    """``mypy --strict`` over its package and its tests."""
    done = run(large[name], "mypy", "--strict", "--cache-dir", str(tmp_path), ".")

    assert 0 == done.returncode, done.stdout[-3000:]


@pytest.mark.slow
@LARGE
def test_the_tests_of_a_large_api_pass(large: dict[str, Path], name: str) -> None:
    """All of them, warnings being errors."""
    done = run(large[name], "pytest", "-q", "-p", "no:cacheprovider", "-W", "error")

    assert 0 == done.returncode, done.stdout[-3000:]
    assert "skipped" not in done.stdout


def run(sdk: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A tool of this environment, run in the SDK's folder."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=sdk,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
