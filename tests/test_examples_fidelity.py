"""What sample answers recover of whole APIs, scored against what their own OpenAPI knew."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from test_fidelity import CORPUS, LAYOUTS, Figures, figures_of, pages_of

TWILIO = (
    "twilio_conversations_v1",
    "twilio_conversations_v1_2025",
    "twilio_studio_v2",
    "twilio_taskrouter_v1",
    "twilio_taskrouter_v1_2025",
)
OTHERS = ("adyen_management_v3", "box", "train_travel", "train_travel_2025")
RECALL, PRECISION = "lost.shape.recall", "lost.shape.precision"
"""Of the shapes that pages drop, how many are found whole; of those claimed, how many are so."""

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason=f"needs {CORPUS}, which lies outside the project"
)


def _with_examples(api: str, layout: str, folder: Path) -> Figures:
    """The scores of the API's pages with the answers that its own document has as examples."""
    pages = folder / "with-examples" / api
    shutil.copytree(pages_of(api, layout, folder), pages)
    pages.chmod(0o755)
    given = pages / "examples"
    given.mkdir()
    truth: list[dict[str, Any]] = json.loads((CORPUS / f"{api}.truth.json").read_text("utf-8"))
    for one in truth:
        for status, response in one["responses"].items():
            for media_type, body in response["content"].items():
                if "example" in body and "json" in media_type:
                    name = f"{one['page'].removesuffix('.md')}.{status}.json"
                    (given / name).write_text(json.dumps(body["example"]), encoding="utf-8")
    return figures_of(api, pages)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("api", TWILIO)
def test_samples_recover_dropped_shapes(api: str, layout: str, tmp_path: Path) -> None:
    """Where every answer has a sample, nine shapes of ten come back, and hardly a wrong one."""
    figures = _with_examples(api, layout, tmp_path)

    assert figures[RECALL][0] >= 0.90
    assert figures[PRECISION][0] >= 0.99


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("api", [*TWILIO, *OTHERS])
def test_samples_change_nothing_that_pages_state(api: str, layout: str, tmp_path: Path) -> None:
    """Every field, type and text is still the page's own."""
    figures = _with_examples(api, layout, tmp_path)
    kept = {name: share for name, (share, _) in figures.items() if name.startswith("kept.")}

    assert len(kept) > 8
    assert dict.fromkeys(kept, 1.0) == kept


@pytest.mark.parametrize("api", OTHERS)
def test_samples_make_no_shape_worse(api: str, tmp_path: Path) -> None:
    """Few samples, or samples that differ from their own document, still cost nothing."""
    before = figures_of(api, CORPUS / api).get(RECALL, (0.0, 0))[0]

    assert _with_examples(api, "page", tmp_path)[RECALL][0] >= before
