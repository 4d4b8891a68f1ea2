"""Fixtures and options shared by all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


# What a test does must not depend on what another one, or the user, did before. Tests of the cache
# take this back.
os.environ["DOCS2SDK_NO_CACHE"] = "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-goldens``."""
    parser.addoption(
        "--update-goldens", action="store_true", help="rewrite golden files; review with git diff"
    )


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten; refused in CI."""
    wanted = bool(request.config.getoption("--update-goldens"))
    if wanted and os.environ.get("CI"):
        pytest.fail("--update-goldens is refused where CI is set: goldens change under review")
    return wanted


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The pages that lie outside the project; a test that needs them skips where absent."""
    if not SHARED.is_dir():
        pytest.skip(f"needs {SHARED}, which lies outside the project")
    return SHARED
