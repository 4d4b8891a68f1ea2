"""How fast pages are read on one core, what memory that takes, and that both grow linearly.

    python tests/bench/bench_read.py                              # specs/taskrouter
    python tests/bench/bench_read.py ../shared/corpus/box ../shared/corpus/adyen_management_v3

Times are medians of CPU seconds. Memory is the peak of one process that loads and reads a folder,
less what it held before, in bytes for each byte of text. Targets: 1.2 MB/s, below 8 times the text.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from generator.diagnostics import Diagnostics  # noqa: E402
from generator.read import prose, read  # noqa: E402
from generator.source import Source  # noqa: E402

PEAK = "--peak-of"


def load(folder: Path) -> list[Source]:
    """Every page of the folder that describes an operation."""
    pages = sorted(folder.glob("operation*.md"))
    return [Source(path=one.name, text=one.read_text("utf-8")) for one in pages]


def seconds(sources: list[Source], repeats: int) -> float:
    """The median CPU time of reading all of them, nothing remembered from the run before."""
    taken = []
    for _ in range(repeats):
        prose._look.cache_clear()
        began = time.process_time()
        for one in sources:
            read(one, Diagnostics())
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def size(sources: list[Source]) -> int:
    """The text's length in bytes."""
    return sum(len(one.text.encode("utf-8")) for one in sources)


def peak(folder: Path) -> float:
    """The peak of memory over the text's length, counted in a process of its own."""
    command = [sys.executable, __file__, PEAK, str(folder)]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(result.stdout)


def own_peak(folder: Path) -> float:
    """What ``peak`` asks of the other process: everything read is kept until the end."""
    prose.infer("Warm up: one of `a` or `b`.")
    tracemalloc.start()
    sources = load(folder)
    kept = [read(one, Diagnostics()) for one in sources]
    _, most = tracemalloc.get_traced_memory()
    assert len(kept) == len(sources)
    return most / size(sources)


def longer(source: Source, times: int) -> Source:
    """The page with its items repeated under new names; the heads and the foot stay as they are."""
    lines = source.text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.startswith("- **")), 0)
    last = max(at for at, line in enumerate(lines) if line.startswith(("- **", "  ")))
    items = lines[first : last + 1]
    more = [line.replace("- **", f"- **N{n}") for n in range(1, times) for line in items]
    text = "\n".join(
        [*lines[: last + 1], *(one for one in more if one[:1] != "#"), *lines[last + 1 :]]
    )
    return Source(path=source.path, text=text)


def copy(source: Source, number: int) -> Source:
    """The page with every sentence that ends a line changed, so that none was read before."""
    return Source(path=source.path, text=source.text.replace(".\n", f". Copy {number}.\n"))


def growth(before: float, after: float, factor: float) -> str:
    """How the cost grew against the text: 1.0 is linear."""
    return f"{after / before / factor:.2f} of linear"


def report(folder: Path, repeats: int) -> None:
    """Print the folder's figures."""
    sources = load(folder)
    if not sources:
        sys.exit(f"{folder}: holds no page called operation-….md")
    taken, length = seconds(sources, repeats), size(sources)
    print(f"{folder}: {len(sources)} pages, {length / 1e6:.2f} MB")
    print(f"  reading   {length / 1e6 / taken:8.2f} MB/s  {len(sources) / taken:8.0f} pages/s")
    print(f"  memory    {peak(folder):8.2f} times the text")
    many = seconds([copy(one, number) for number in range(10) for one in sources], repeats)
    print(f"  ten times more pages        {growth(taken, many, 10)}")
    page = max(sources, key=lambda one: len(one.text))
    long = longer(page, 10)
    factor = len(long.text) / len(page.text)
    one = seconds([page] * 20, repeats) / 20
    print(
        f"  a page {factor:4.1f} times longer     {growth(one, seconds([long], repeats), factor)}"
    )


def main() -> None:
    """Read the arguments and report on each folder."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "specs" / "taskrouter"])
    parser.add_argument("--repeats", type=int, default=5, help="runs behind each median")
    parser.add_argument(PEAK, type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.peak_of:
        print(own_peak(given.peak_of))
        return
    for folder in given.folders:
        report(folder, given.repeats)


if __name__ == "__main__":
    main()
