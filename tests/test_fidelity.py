"""What the exported document keeps of whole APIs, scored against what their own OpenAPI knew."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.emit.pack import load_pack, shipped_templates
from generator.pipeline import emit_api, read_api

SHARED = Path(__file__).parent.parent.parent / "shared"
CORPUS, TOOLS = SHARED / "corpus", SHARED / "tools"
CURRENT = (
    "adyen_management_v3",
    "box",
    "train_travel",
    "twilio_conversations_v1",
    "twilio_studio_v2",
    "twilio_taskrouter_v1",
)
OLDER = ("train_travel_2025", "twilio_conversations_v1_2025", "twilio_taskrouter_v1_2025")
LAYOUTS = ("page", "flat", "dedent")
CASES = [(api, layout) for api in (*CURRENT, *OLDER) for layout in LAYOUTS]
PRECISION = {
    "lost.values.precision": 0.99,
    "lost.default.precision": 0.98,
    "lost.maxLength.precision": 0.98,
}
SHAPES, ITEMS = "lost.shape.precision", "lost.items.recall_where_described"
OWN_SHAPES, POOLED_SHAPES = 0.975, 0.99
OWN_ITEMS, POOLED_ITEMS = 0.80, 0.90
RECALL = "lost.values.recall_where_said"
POOLED_RECALL, OWN_RECALL, LISTS_ENOUGH = 0.90, 0.80, 10

Figures = dict[str, tuple[float, int]]

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason=f"needs {SHARED}, which lies outside the project"
)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pages lie in other layouts."""
    return tmp_path_factory.mktemp("layouts")


def pages_of(api: str, layout: str, folder: Path) -> Path:
    """The API's pages in the layout; ``relayout.py`` writes what crawlers leave."""
    if layout == "page":
        return CORPUS / api
    target = folder / layout / api
    command = [sys.executable, TOOLS / "relayout.py", CORPUS / api, target, layout]
    subprocess.run(command, check=True)
    return target


@cache
def _scorer() -> ModuleType:
    """``fidelity.py``, which imports its neighbour by its bare name."""
    sys.path.insert(0, str(TOOLS))
    try:
        return importlib.import_module("fidelity")
    finally:
        sys.path.remove(str(TOOLS))


@cache
def _figures(api: str, layout: str, folder: Path) -> Figures:
    """The scores of the API's pages in the layout."""
    return figures_of(api, pages_of(api, layout, folder))


def figures_of(api: str, pages: Path) -> Figures:
    """Each score of an API with these pages: the share, and of how many."""
    diagnostics = Diagnostics()
    documents = load_documents(pages, diagnostics)
    assert documents is not None
    found = read_api(documents, diagnostics)
    assert found is not None, diagnostics.sorted()
    (file,) = emit_api(found, load_pack("openapi", (shipped_templates(),)))
    truth: list[dict[str, Any]] = json.loads((CORPUS / f"{api}.truth.json").read_text("utf-8"))
    figures: Figures = _scorer().compare(truth, json.loads(file.text), 0).figures()
    return figures


@pytest.mark.parametrize(("api", "layout"), CASES)
def test_what_pages_hold_is_kept(api: str, layout: str, folder: Path) -> None:
    """Every operation, field, type, text and status comes back exactly."""
    figures = _figures(api, layout, folder)
    kept = {name: share for name, (share, _) in figures.items() if name.startswith("kept.")}

    assert len(kept) > 8
    assert dict.fromkeys(kept, 1.0) == kept


@pytest.mark.parametrize(("api", "layout"), CASES)
def test_what_is_read_in_prose_is_so(api: str, layout: str, folder: Path) -> None:
    """Known values, defaults and lengths that the document claims are right."""
    figures = _figures(api, layout, folder)
    under = {
        name: figures[name]
        for name, floor in PRECISION.items()
        if name in figures and figures[name][0] < floor
    }

    assert {} == under


@pytest.mark.parametrize(("api", "layout"), CASES)
def test_values_that_a_page_says_are_read(api: str, layout: str, folder: Path) -> None:
    """Most lists of values are found in each API, whatever its English."""
    share, lists = _figures(api, layout, folder).get(RECALL, (1.0, 0))

    assert lists < LISTS_ENOUGH or share >= OWN_RECALL


@pytest.mark.parametrize("layout", LAYOUTS)
def test_values_are_read_over_all_apis(layout: str, folder: Path) -> None:
    """Nine lists of ten, over all current APIs together."""
    figures = [_figures(api, layout, folder).get(RECALL, (1.0, 0)) for api in CURRENT]
    found = sum(share * lists for share, lists in figures)

    assert found >= POOLED_RECALL * sum(lists for _, lists in figures)


@pytest.mark.parametrize(("api", "layout"), CASES)
def test_shapes_that_other_pages_give_away_are_so(api: str, layout: str, folder: Path) -> None:
    """What a list is said to hold is there, and most lists whose items a page describes are
    typed, in each API."""
    figures = _figures(api, layout, folder)
    right, claimed = figures.get(SHAPES, (1.0, 0))
    found, described = figures.get(ITEMS, (1.0, 0))

    assert right >= OWN_SHAPES, claimed
    assert found >= OWN_ITEMS, described


@pytest.mark.parametrize("layout", LAYOUTS)
def test_shapes_are_found_over_all_apis(layout: str, folder: Path) -> None:
    """Nine lists of ten are typed, and ninety-nine claims of a hundred right, over all current
    APIs together."""
    figures = [_figures(api, layout, folder) for api in CURRENT]

    assert _pooled(figures, SHAPES) >= POOLED_SHAPES
    assert _pooled(figures, ITEMS) >= POOLED_ITEMS


def _pooled(figures: list[Figures], name: str) -> float:
    scores = [one.get(name, (1.0, 0)) for one in figures]
    return sum(share * number for share, number in scores) / sum(number for _, number in scores)
