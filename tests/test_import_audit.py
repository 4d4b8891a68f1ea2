"""Importing a generated SDK does nothing but import it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from generation import ROOT, call

ATTACKS = ROOT.parent / "shared" / "attacks" / "pages"
FEWEST = 30
"""Modules that every SDK has, its runtime among them."""
EVERY = 9
"""One attack in so many is imported here; all of them are when the project is built."""

_WATCH = """
import importlib, os, pkgutil, sys

sdk = sys.argv[1]
DENIED = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
    "os.remove", "os.rename", "os.mkdir", "os.link", "os.symlink", "shutil.", "ctypes.", "urllib.",
)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
found = []

def watch(event, arguments):
    if event.startswith(DENIED):
        found.append(f"{event}{arguments!a}"[:200])
    elif event in ("open", "exec", "compile"):
        frame = sys._getframe(1)
        place = f"{frame.f_code.co_filename}:{frame.f_lineno}"
        mode, flags = arguments[1:] if event == "open" else ("", 0)
        written = set(mode or "") & set("wax+") or (flags or 0) & WRITING
        if written or place.startswith(sdk):
            found.append(f"{event} at {place}")

sys.path.insert(0, sdk)
sys.addaudithook(watch)
packages = sorted(one for one in os.listdir(sdk) if os.path.isfile(os.path.join(sdk, one, "__init__.py")))
names = [*packages, *(one.name for package in packages
                      for one in pkgutil.walk_packages([os.path.join(sdk, package)], package + "."))]
for name in names:
    importlib.import_module(name)
print(len(names))
for one in found:
    print(one)
sys.exit(len(found) > 0)
"""


def imported(sdk: Path) -> list[str]:
    """What an import of every module of the SDK does besides; it is run in a process of its own."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    ended = subprocess.run(
        [sys.executable, "-c", _WATCH, str(sdk)],
        cwd=sdk.parent,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    number, *found = ended.stdout.splitlines() or ["0"]
    assert int(number) >= FEWEST, ended.stderr
    return found


@pytest.mark.parametrize("name", ["taskrouter", "train-travel"])
def test_importing_an_sdk_runs_writes_and_calls_nothing(name: str) -> None:
    """No exec, no file opened for writing, no socket and no process, in any of its modules."""
    assert [] == imported(ROOT / "generated" / "python" / name)


@pytest.mark.parametrize(
    "code",
    [
        "exec('1')",
        "eval('1')",
        "open('x', 'a')",
        "open(__file__)",
        "import socket; socket.socket()",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_what_is_watched_for_is_seen(code: str, tmp_path: Path) -> None:
    """Or the tests above would pass whatever happens."""
    package = tmp_path / "package"
    package.mkdir()
    (package / "__init__.py").write_text(code, "utf-8")
    for number in range(FEWEST):
        (package / f"m{number}.py").write_text("", "utf-8")

    assert [] != imported(tmp_path)


def attacks() -> list[str]:
    """A sample of the hostile pages that must give an SDK, as published and as one line."""
    if not ATTACKS.is_dir():
        return []
    listed = json.loads((ATTACKS / "manifest.json").read_text("utf-8"))["attacks"]
    small = [one["id"] for one in listed if not one["big"] and one["outcome"] == "generate"]
    pages = [ATTACKS / folder / f"{name}.md" for name in small[::EVERY] for folder in (".", "flat")]
    return [one.relative_to(ATTACKS).as_posix() for one in pages if one.is_file()]


@pytest.mark.slow
@pytest.mark.skipif(not ATTACKS.is_dir(), reason="the hostile pages are not on this machine")
@pytest.mark.parametrize("page", attacks() or ["none"])
def test_importing_what_a_hostile_page_gave_does_nothing_either(page: str, tmp_path: Path) -> None:
    """Whatever its words try to be."""
    pages = tmp_path / "hostile"
    pages.mkdir()
    (pages / "operation-a.md").write_bytes((ATTACKS / page).read_bytes())
    result = call("generate", pages, "--out", tmp_path / "out")

    assert 0 == result.exit_code, result.output
    assert [] == imported(tmp_path / "out" / "python" / "hostile")
