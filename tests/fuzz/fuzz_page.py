"""Tries damaged pages until the time is up, and keeps each that breaks something as a case.

    python tests/fuzz/fuzz_page.py 600         ten minutes of our own damage
    python tests/fuzz/fuzz_page.py --atheris -max_total_time=600
                                               guided by coverage, after "pip install atheris"

A finding is written to ``tests/fuzz/found``, where ``tests/test_fuzz.py`` tries it ever after.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random

TESTS = Path(__file__).parent.parent
FOUND = Path(__file__).parent / "found"
sys.path[:0] = [str(TESTS), str(TESTS.parent)]


def seeds() -> list[str]:
    """The pages of the reading cases and of the specs, and those that were found before."""
    files = (
        *TESTS.glob("cases/read/*/page.md"),
        *TESTS.parent.glob("specs/*/*.md"),
        *FOUND.glob("*.md"),
    )
    return [one.read_bytes().decode("utf-8", "replace") for one in sorted(files)]


def keep(text: str) -> str:
    """Write a finding and return its name."""
    data = text.encode("utf-8", "replace")
    name = hashlib.sha256(data).hexdigest()[:12]
    FOUND.mkdir(exist_ok=True)
    (FOUND / f"{name}.md").write_bytes(data)
    return name


def damage(allowed: float, seed: int) -> int:
    """Damage pages for so many seconds; how many of them broke something."""
    from page_strategies import vandalised
    from test_fuzz import check_page

    chance, texts = Random(seed), seeds()
    tried = broken = 0
    began = time.monotonic()
    while time.monotonic() - began < allowed:
        one = chance.choice(texts)
        text = vandalised(one, chance.randrange(2**32), chance.randrange(1, 40))
        tried += 1
        start = time.process_time()
        try:
            check_page(text)
            late = time.process_time() - start > 5
        except Exception:
            traceback.print_exc(limit=-3)
            late = True
        if late:
            broken += 1
            print("kept as", keep(text), flush=True)
    print(f"seed {seed}: {tried} pages, {broken} broke something")
    return broken


def guided() -> None:
    """Let atheris change our pages; it ends at the first finding, with its own report."""
    import atheris  # installed by hand: it has no wheels for every platform

    corpus = Path(tempfile.mkdtemp(prefix="pages-"))
    for number, text in enumerate(seeds()):
        (corpus / f"{number:03}.md").write_text(text, encoding="utf-8")

    with atheris.instrument_imports(include=["generator"]):
        from test_fuzz import check_page

    def try_one(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        try:
            check_page(text)
        except Exception:
            keep(text)
            raise

    atheris.Setup([sys.argv[0], "-max_len=8000", *sys.argv[2:], str(corpus)], try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--atheris"]:
        guided()
    else:
        limit = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
        sys.exit(damage(limit, int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())) > 0)
