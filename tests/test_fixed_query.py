"""A path that holds a query: every call sends it, beside what the caller adds."""

from __future__ import annotations

from pathlib import Path

import pytest
from generation import generate, imported

PAGE = Path(__file__).parent / "cases/read/query_in_path/page.md"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """The same operation with a query in its path and without."""
    folder = tmp_path / "letters"
    folder.mkdir()
    text = PAGE.read_text(encoding="utf-8")
    (folder / "operation-new.md").write_text(text, encoding="utf-8")
    (folder / "operation-old.md").write_text(text.replace("?beta=true", ""), encoding="utf-8")
    return folder


def test_the_query_of_the_path_is_sent(pages: Path, tmp_path: Path) -> None:
    """Path and query arrive apart, and the two operations have names that tell them apart."""
    with imported(generate(pages, tmp_path / "out")) as sdk:
        from letters.testing import FakeLetters  # type: ignore[import-not-found]

        fake = FakeLetters()
        fake.messages.create(text="hello", trace="7")
        fake.messages.create_beta(text="hello", trace="7")

    assert sdk.__name__ == "letters"
    assert [
        ("/v1/messages", {"trace": "7"}),
        ("/v1/messages", {"beta": "true", "trace": "7"}),
    ] == [(one.path, one.query) for one in fake.sent]
