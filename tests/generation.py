"""SDKs generated for tests through the command, and made importable."""

from __future__ import annotations

import hashlib
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from click.testing import CliRunner, Result

from generator.cli import main

ROOT = Path(__file__).parent.parent


def call(*arguments: str | Path) -> Result:
    """The command, run in this very process; a fault of ours is raised."""
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def generate(pages: Path, out: Path) -> Path:
    """The folder of the SDK generated from a folder of pages or a single page."""
    result = call("generate", pages, "--out", out)
    assert 0 == result.exit_code, result.output
    (sdk,) = (out / "python").iterdir()
    return sdk


@contextmanager
def imported(sdk: Path) -> Iterator[ModuleType]:
    """The SDK's package; forgotten on the way out, so that another of its name can come."""
    (package,) = (one.parent.name for one in sdk.glob("*/py.typed"))
    forget(package)
    sys.path.insert(0, str(sdk))
    try:
        module = importlib.import_module(package)
        assert str(module.__file__).startswith(str(sdk))
        yield module
    finally:
        sys.path.remove(str(sdk))
        forget(package)


def forget(package: str) -> None:
    """Drop a package and its modules from the import system."""
    for name in [one for one in sys.modules if one.partition(".")[0] == package]:
        del sys.modules[name]
    importlib.invalidate_caches()


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder by its path with ``/``."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in sorted(folder.rglob("*"))
        if one.is_file() and "__pycache__" not in one.parts
    }


def digests(folder: Path) -> dict[str, str]:
    """Everything below the folder with what it is: a hash, a link's target, or a folder."""
    found = {}
    for one in sorted(folder.rglob("*")):
        if one.is_symlink():
            kind = f"-> {one.readlink()}"
        else:
            kind = "folder" if one.is_dir() else hashlib.sha256(one.read_bytes()).hexdigest()
        found[one.relative_to(folder).as_posix()] = kind
    return found
