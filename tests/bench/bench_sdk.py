"""The generated TaskRouter SDK beside its peers: import, decoding, calls, lists, lines, types.

    python tests/bench/bench_sdk.py [--rounds 15] [--peers FOLDER]

The peers (twilio; what openapi-python-client and openapi-generator make of our own openapi.json) are
installed into a virtual environment in the folder, a new one where none is given; everything is
measured in that environment. A peer that cannot be had (no network, no java) is left out, and told.
All take turns in each of many rounds, and what is compared is compared within a round, so that a slow
moment of the machine slows all alike: times are CPU times, ratios and differences are medians over the
rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
OURS = ROOT / "generated" / "python" / "taskrouter"
PIECES = Path(__file__).parent / "sdk_pieces.py"

HTTPX = "httpx>=0.28,<0.29"
FIRST_RESOURCE = {
    "bare interpreter": "pass",
    "httpx": "import httpx; httpx.Client()",
    "ours: import": "import taskrouter",
    "ours": "from taskrouter import TaskRouter; TaskRouter('AC1', 'x').workspaces._client._http",
    "twilio": "from twilio.rest import Client; Client('AC1', 'x').taskrouter.v1.workspaces",
    "openapi-python-client": "import httpx, opc; from opc.api.workspaces import fetchworkspace\n"
    "opc.Client(base_url='https://x').get_httpx_client()",
    "openapi-generator": "import openapi_client as c; c.WorkspacesApi(c.ApiClient())",
}
TARGETS = {
    "`import taskrouter`, over a bare interpreter": "<= 10 ms",
    "first call ready, over `import httpx; httpx.Client()`": "<= 15 ms",
    "a 15-field answer, dict to model, all fields read": "<= 2 µs",
    "one call, over raw httpx": "<= 1.10x",
    "10,000 items in pages of 1,000, iterated": "<= 1.15x",
    "non-blank lines, tests aside": "<= 8,000",
    "`mypy --strict` errors": "0",
}

Row = tuple[str, str, str]


class Failed(Exception):
    """A command that did not end well; the text says which, and its last words."""


class Bench:
    """The environment of the peers, and what is run in it."""

    def __init__(self, folder: Path, rounds: int) -> None:
        self.rounds = rounds
        self.folder = folder
        self.bin = folder / "venv" / "bin"
        self.missing: list[str] = []

    def prepare(self) -> None:
        """Install the peers and let them generate; what cannot is told and left out."""
        if not self.bin.exists():
            venv.create(self.folder / "venv", with_pip=True)
        self._install(HTTPX)
        document = self.folder / "out" / "openapi" / "taskrouter" / "openapi.json"
        self._run(sys.executable, "-m", "generator", "generate", ROOT / "specs" / "taskrouter",
                  *("--pack", "openapi", "--out", self.folder / "out", "--quiet", "--force"))  # fmt: skip
        peers: dict[str, Callable[[Path], None]] = {
            "twilio": lambda _: self._install("twilio"),
            "openapi-python-client": self._openapi_python_client,
            "openapi-generator": self._openapi_generator,
        }
        for name, get in peers.items():
            try:
                get(document)
            except Failed as failure:
                self.missing.append(f"{name}: {failure}")

    def _install(self, *packages: object) -> None:
        self._run(self.bin / "pip", "install", "-q", "--retries", "1", *packages)

    def _openapi_python_client(self, document: Path) -> None:
        self._install("openapi-python-client")
        self._run(self.bin / "openapi-python-client", "generate", "--path", document,
                  *("--meta", "none", "--overwrite", "--output-path", self.folder / "opc"))  # fmt: skip

    def _openapi_generator(self, document: Path) -> None:
        if shutil.which("java") is None:
            raise Failed("needs java, which is absent")
        self._install("openapi-generator-cli")
        self._run(self.bin / "openapi-generator-cli", "generate", "-i", document,
                  *("-g", "python", "-o", self.folder / "oag"))  # fmt: skip
        self._install("-r", self.folder / "oag" / "requirements.txt")

    def has(self, name: str) -> bool:
        """Whether the peer could be made."""
        return not any(one.startswith(name + ":") for one in self.missing)

    def python(self, *arguments: str) -> str:
        """What a fresh interpreter prints that finds every SDK."""
        return self._run(self.bin / "python", *arguments)

    def _run(self, *command: object) -> str:
        paths = (OURS, self.folder, self.folder / "oag", ROOT)
        env = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, paths))}
        env["PATH"] = f"{self.bin}{os.pathsep}{env['PATH']}"
        # Installed code is compiled; ours is read where it lies, and compiled in the folder.
        env["PYTHONPYCACHEPREFIX"] = str(self.folder / "compiled")
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [str(one) for one in command],
            env=env,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            words = " ".join(f"{done.stdout} {done.stderr}".split())[-300:]
            raise Failed(f"{Path(str(command[0])).name} failed: {words}")
        return done.stdout


def in_turns(rounds: int, work: dict[str, Callable[[], float]]) -> dict[str, list[float]]:
    """What each took in every round; each round measures all of them."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, measure in work.items():
            taken[name].append(measure())
    return taken


def over(found: dict[str, list[float]], name: str, base: str) -> float:
    """How much more the one took than the other: the median of the rounds' differences."""
    pairs = zip(found[name], found[base], strict=True)
    return statistics.median(one - other for one, other in pairs)


def started(bench: Bench, code: str) -> Callable[[], float]:
    """Seconds of CPU that an interpreter needs for the code."""
    timed = f"{code}\nimport resource as r; u = r.getrusage(0); print(u.ru_utime + u.ru_stime)"
    return lambda: float(bench.python("-c", timed))


def imports(bench: Bench) -> Iterable[Row]:
    """What importing costs, and what the first resource does."""
    ready = {name: code for name, code in FIRST_RESOURCE.items() if bench.has(name)}
    work = {name: started(bench, code) for name, code in ready.items()}
    in_turns(1, work)  # compiles
    found = in_turns(bench.rounds, work)
    bare = "bare interpreter"
    shown = [name for name in ready if name != bare and ":" not in name]
    others = [f"{name} {1e3 * over(found, name, bare):.0f} ms" for name in shown]
    yield (
        "`import taskrouter`, over a bare interpreter",
        f"{1e3 * over(found, 'ours: import', bare):.1f} ms",
        "",
    )
    yield (
        "first call ready, over `import httpx; httpx.Client()`",
        f"{1e3 * over(found, 'ours', 'httpx'):.1f} ms",
        "over a bare interpreter: " + ", ".join(others),
    )


def pieces(bench: Bench) -> Iterable[Row]:
    """Decoding, calls and lists, each in turns with its peers inside of one process."""
    packages = {"twilio": "twilio", "openapi-python-client": "opc", "openapi-generator": "oag"}
    names = [package for peer, package in packages.items() if bench.has(peer)]
    found: dict[str, dict[str, float]] = json.loads(
        bench.python(str(PIECES), str(bench.rounds), *names)
    )
    model = found["model"]
    yield (
        "a 15-field answer, dict to model, all fields read",
        f"{model.pop('ours'):.2f} µs",
        ", ".join(f"{name} {micro:.2f} µs" for name, micro in model.items()),
    )
    for what, title in (
        ("call", "one call, over raw httpx"),
        ("list", "10,000 items in pages of 1,000, iterated"),
        ("list one", "… one field of each read"),
        ("list all", "… 15 fields of each read"),
        ("list 50", "10,000 items in pages of 50, iterated"),
    ):
        ratios = found[what]
        raw, ours = ratios.pop("raw"), ratios.pop("ours")
        others = [f"raw {raw:.0f} µs", *(f"{name} {t:.2f}x" for name, t in ratios.items())]
        yield title, f"{ours:.2f}x", ", ".join(others)
    memory = found["memory"]
    yield (
        "… peak memory of the list, over that of one page",
        f"{memory['list'] / memory['page']:.2f}x",
        f"one page {memory['page'] / 1e6:.2f} MB",
    )


def size_and_types(bench: Bench) -> Iterable[Row]:
    """Lines that somebody must read, and what a strict checker says of them."""
    site = ""
    if bench.has("twilio"):
        site = bench.python("-c", "import twilio; print(twilio.__path__[0])").strip()
    folders = {
        "ours": OURS / "taskrouter",
        "twilio": Path(site) / "rest" / "taskrouter",
        "openapi-python-client": bench.folder / "opc",
        "openapi-generator": bench.folder / "oag" / "openapi_client",
    }
    folders = {name: folder for name, folder in folders.items() if bench.has(name)}
    lines = {name: lines_of(folder) for name, folder in folders.items()}
    yield "non-blank lines, tests aside", f"{lines.pop('ours'):,}", told(lines)
    errors = {n: mypy_errors(bench, one) for n, one in folders.items() if n != "twilio"}
    yield "`mypy --strict` errors", str(errors.pop("ours")), told(errors)


def told(counts: dict[str, int]) -> str:
    """Counts in words."""
    return ", ".join(f"{name} {count:,}" for name, count in counts.items())


def lines_of(folder: Path) -> int:
    """The non-blank lines of Python below the folder."""
    texts = [one.read_text("utf-8") for one in folder.rglob("*.py")]
    return sum(1 for text in texts for line in text.splitlines() if line.strip())


def mypy_errors(bench: Bench, folder: Path) -> int:
    """How many errors ``mypy --strict`` finds in the package."""
    checked = ("--python-executable", bench.bin / "python", "--cache-dir", bench.folder / "mypy")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *checked, folder.name],
        cwd=folder.parent if folder.name != "opc" else _alone(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    return len(re.findall(r"^.+?: error: ", done.stdout, re.M))


def _alone(folder: Path) -> Path:
    """A folder that holds nothing but the package."""
    alone = folder.parent / "opc_alone"
    shutil.rmtree(alone, ignore_errors=True)
    shutil.copytree(folder, alone / folder.name)
    return alone


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--peers", type=Path)
    chosen = parser.parse_args()
    bench = Bench(chosen.peers or Path(tempfile.mkdtemp(prefix="bench-sdk-")), chosen.rounds)
    bench.folder.mkdir(parents=True, exist_ok=True)
    bench.prepare()
    print(f"in {bench.folder}, {chosen.rounds} rounds; left out: {bench.missing or 'nothing'}\n")
    print("| what | ours | target | beside it |\n|---|---|---|---|")
    for part in (imports, pieces, size_and_types):
        for what, ours, others in part(bench):
            print(f"| {what} | {ours} | {TARGETS.get(what, '')} | {others} |", flush=True)


if __name__ == "__main__":
    main()
