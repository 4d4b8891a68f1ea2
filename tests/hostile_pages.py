"""The hostile pages and the script that tries them, with its commands run in warm processes."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

import black
from generation import ROOT

COMMAND = f"{sys.executable} -m generator generate {{dir}} --out {{out}}"
Ended = tuple[int, str, str, float, float]
"""A command's exit code, what it printed on either stream, its seconds and its megabytes."""


def script(attacks: Path) -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("run_attacks", attacks / "run_attacks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Trial:
    """Tries attacks one at a time.

    What the script starts as a process is forked from a warm one instead: for each seed of hashes
    with its locale and time zone one, and one for pytest. Seconds are those on the processor.
    """

    def __init__(self, attacks: Path) -> None:
        self._script = script(attacks)
        self._script.run = self._run  # type: ignore[attr-defined]
        self._manifest = json.loads((attacks / "pages" / "manifest.json").read_text("utf-8"))
        self._before: Callable[[Path], object] = Path
        self._warm: dict[str, subprocess.Popen[str]] = {}
        # Most files are the runtime, the same in every package.
        usual = black.format_str
        self._formatted = cache(lambda text: usual(text, mode=black.Mode()))

    def close(self) -> None:
        """End the warm processes."""
        for one in self._warm.values():
            one.communicate()

    def cases(self, start: str = "") -> list[tuple[dict[str, Any], str]]:
        """The attacks whose id begins so, each as published and, where it can be, as one line."""
        return [
            (one, form)
            for one in self._manifest["attacks"]
            if one["id"].startswith(start)
            for form in ("lines", "flat")
            if form == "lines" or "flat" in one
        ]

    def faults(
        self,
        attack: dict[str, Any],
        form: str,
        *,
        before: Callable[[Path], object] = lambda folder: None,
    ) -> list[str]:
        """What does not hold; ``before`` is called with the folder that a command is to run in."""
        self._before = before
        with mock.patch.object(black, "format_str", lambda text, mode: self._formatted(text)):
            return list(self._script.one(attack, form, COMMAND, self._manifest)["bad"])

    def _run(
        self, command: list[str], cwd: Path, env: dict[str, str], mb: int, secs: float
    ) -> Ended:
        self._before(Path(cwd))
        arguments = [str(one) for one in command[2:]]
        if env.get("PYTHONHASHSEED") != "1":
            env = {**env, "DOCS2SDK_NO_CACHE": "1"}  # or what the first run kept would be compared
        moved = None
        if arguments[0] == "generator":
            # Ours is named by the pages' folder: a page whose output is to be another's has to lie
            # in one of the same name, where the script takes a third.
            pages = Path(arguments[2])
            if pages.name == "in3":
                moved = pages.parent / "same"
                shutil.copytree(pages, moved / "in")
                arguments[2] = str(moved / "in")
        order = {
            "arguments": arguments,
            "cwd": str(cwd),
            "environment": env,
            "megabytes": mb,
            "seconds": secs,
        }
        told = self._ask(arguments[0], env, order)
        if moved is not None:
            shutil.rmtree(moved)
        return told["code"], told["out"], told["err"], told["seconds"], told["megabytes"]

    def _ask(self, module: str, env: dict[str, str], order: dict[str, Any]) -> dict[str, Any]:
        key = f"{module} {env.get('PYTHONHASHSEED')}"
        if key not in self._warm:
            kept = ("PATH", "PYTHONHASHSEED", "TZ", "LC_ALL", "LANG")
            own = {name: env[name] for name in kept if name in env}
            self._warm[key] = subprocess.Popen(
                [sys.executable, Path(__file__).with_name("warm_runs.py"), module],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                env={**own, "PYTHONPATH": str(ROOT)},
            )
        warm = self._warm[key]
        assert warm.stdin is not None
        assert warm.stdout is not None
        warm.stdin.write(json.dumps(order) + "\n")
        warm.stdin.flush()
        told: dict[str, Any] = json.loads(warm.stdout.readline())
        return told
