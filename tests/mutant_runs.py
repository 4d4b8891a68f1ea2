"""Runs an SDK's own tests against mutants of it, each in a process forked from a warm one.

Reads JSON lines ``{"sdk", "path", "text", "stages"}`` and answers each with the exit code of pytest:
0 where every stage passed, which means that nobody noticed.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
from pathlib import Path

import pytest
from _pytest.config import default_plugins

for _slow in ("asyncio", "email.parser", "httpx", "anyio._backends._asyncio"):
    importlib.import_module(_slow)  # what takes time is there when a process is forked
for _plugin in default_plugins:
    importlib.import_module(f"_pytest.{_plugin}")

SECONDS = 120
"""A mutant that hangs is noticed, too."""


def run(sdk: str, arguments: list[str]) -> int:
    """The exit code of pytest in the SDK's folder; of a run that hung, the signal's."""
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        os.chdir(sdk)
        sys.path.insert(0, sdk)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        options = ["-x", "-q", "-p", "no:cacheprovider", "--tb=no"]
        os._exit(int(pytest.main([*options, *arguments])))
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def attempt(order: dict[str, object]) -> int:
    """Put the text in its place, run the stages until one fails, and put the old text back."""
    path = Path(str(order["sdk"]), str(order["path"]))
    old = path.read_text("utf-8")
    for stale in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        stale.unlink()
    path.write_text(str(order["text"]), encoding="utf-8")
    try:
        for stage in order["stages"]:  # type: ignore[attr-defined]
            code = run(str(order["sdk"]), stage)
            if code not in (0, pytest.ExitCode.NO_TESTS_COLLECTED):
                return code
        return 0
    finally:
        path.write_text(old, encoding="utf-8")


if __name__ == "__main__":
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # an SDK's tests need none
    sys.dont_write_bytecode = True  # of two texts of one size and second, the older would stay
    for line in sys.stdin:
        print(attempt(json.loads(line)), flush=True)
