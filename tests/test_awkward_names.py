"""An API called by the words that our own code uses: its SDK works, and its tests pass as generated."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from generation import generate

NOUNS = """
    annotation answer any client dict exchange field header int item kind known list literal model none
    object page pages property reading request response resource result sdk self set str test testing
    tuple type value wire settings options clients asyncclient clientoptions errorshape fakeclient
    responseheaders middleware call transport
""".split()
"""What a path's segment, a model and its module are called; each model also has a field of the name."""

PAGE = """
# Fetch {noun}

**GET /{noun}/{{id}}**

## Parameters

### Path parameters

- **id** (string)
  What it is called.

### Query parameters

- **{noun}** (string)
  One like it.

## Responses

### 200

It is there.

#### Body: application/json (object)

- **{noun}** (string)
  Its own name.
- **value** (integer)
  What it is worth.
"""


@pytest.fixture(scope="module")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SDK of the API."""
    pages = tmp_path_factory.mktemp("pages") / "awkward"
    pages.mkdir()
    for noun in NOUNS:
        (pages / f"operation-fetch{noun}.md").write_text(PAGE.format(noun=noun), "utf-8")
    return generate(pages, tmp_path_factory.mktemp("out"))


def run(sdk: Path, *command: str) -> tuple[int, str]:
    """The end of a program started in the SDK's folder, and the last lines it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=sdk, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout[-3000:] if done.returncode else ""


def test_its_own_tests_pass(sdk: Path) -> None:
    """None of them takes the API's words for its own."""
    assert (0, "") == run(sdk, "pytest", "-q", "-x", "-p", "no:cacheprovider", "tests")


@pytest.mark.slow
def test_it_is_typed(sdk: Path) -> None:
    """No name hides one that an annotation means."""
    assert (0, "") == run(sdk, "mypy", "--strict", "--cache-dir", "/dev/null", "awkward", "tests")
