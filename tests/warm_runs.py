"""Runs commands in processes forked from a warm one, bounded in time and memory.

Reads JSON lines ``{"arguments", "cwd", "environment", "megabytes", "seconds"}``, the arguments as
behind ``python -m``, and answers each with ``{"code", "out", "err", "seconds", "megabytes"}``: what
was printed, the time on the processor and the most memory. The seed of hashes, the locale and the
time zone are this process's own.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import runpy
import signal
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

_PRINTED = 200_000
"""Bytes of a command's output that are told."""
_PATIENCE = 20
"""How many times as long as on the processor a command may take by the clock."""
_FILE = 200 << 20
_MAPPED = 1_200
"""Megabytes of address space that a process has before it has done anything."""


def _bound(megabytes: int, seconds: float) -> None:
    cpu = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE, _FILE))
    resource.setrlimit(resource.RLIMIT_AS, ((megabytes + _MAPPED) << 20,) * 2)
    signal.alarm(int(_PATIENCE * seconds))
    os.setsid()


def _become(order: dict[str, Any], out: int, err: int) -> None:
    """In the child: be ``python -m`` of the arguments; never returns."""
    code = 1
    try:
        _bound(order["megabytes"], order["seconds"])
        os.dup2(out, 1)
        os.dup2(err, 2)
        os.chdir(order["cwd"])
        os.environ.clear()
        os.environ.update(order["environment"])
        above = [one for one in os.environ.get("PYTHONPATH", "").split(os.pathsep) if one]
        sys.path[:0] = [order["cwd"], *above]
        sys.argv = list(order["arguments"])
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        for one in (sys.stdout, sys.stderr):
            one.flush()
        os._exit(code)


def attempt(order: dict[str, Any]) -> dict[str, object]:
    """Do as ordered in a process of its own."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            _become(order, out.fileno(), err.fileno())
        _, status, used = os.wait4(child, 0)
        printed = {}
        for name, file in (("out", out), ("err", err)):
            file.seek(0)
            printed[name] = file.read(_PRINTED).decode("utf-8", "replace")
    return {
        **printed,
        "code": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / 1024,
    }


def _warm(kind: str) -> None:
    """Import what the commands need, so that no fork does."""
    if kind == "pytest":
        from _pytest.config import default_plugins

        for one in ("asyncio", "email.parser", "httpx", "anyio._backends._asyncio"):
            importlib.import_module(one)
        for one in default_plugins:
            importlib.import_module(f"_pytest.{one}")
        return
    importlib.import_module("generator.cli")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "pets", "list_pets.md")
        page.parent.mkdir()
        page.write_text("# List pets\n\n**GET /pets**\n\n## Responses\n\n### 200\n\nDone.\n")
        out = str(Path(folder, "out"))
        command = ["generate", str(page.parent), "--out", out, "--quiet", "--no-cache"]
        importlib.import_module("generator.cli.build").main(command, standalone_mode=False)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    _warm(sys.argv[1])
    for line in sys.stdin:
        print(json.dumps(attempt(json.loads(line))), flush=True)
