"""Same input, same bytes: whatever the machine, its settings and the order of its files."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from generation import ROOT, digests

APIS = ("taskrouter", "train-travel")

BACKWARDS = """
import os

_listdir, _scandir = os.listdir, os.scandir


class Backwards:
    def __init__(self, *args):
        with _scandir(*args) as found:
            self._entries = iter(sorted(found, key=lambda one: one.name, reverse=True))

    def __iter__(self):
        return self._entries

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def close(self):
        pass


os.listdir = lambda *args: sorted(_listdir(*args), reverse=True)
os.scandir = Backwards
"""


@dataclass(frozen=True, kw_only=True)
class Machine:
    """What may differ from one machine to the next."""

    environment: dict[str, str]
    umask: int = 0o022
    jobs: int = 1
    at_home: bool = True
    backwards: bool = False
    pages_last_first: bool = False


MACHINES = {
    "plain": Machine(environment={"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}),
    "other": Machine(
        environment={
            "PYTHONHASHSEED": "4242",
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "TZ": "Asia/Kolkata",
            "COLUMNS": "40",
            "NO_COLOR": "1",
        },
        umask=0o077,
        jobs=2,
        at_home=False,
        backwards=True,
        pages_last_first=True,
    ),
}


def start(machine: Machine, scratch: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python on that machine."""
    site = scratch / "site"
    site.mkdir(exist_ok=True)
    (site / "sitecustomize.py").write_text(BACKWARDS if machine.backwards else "")
    kept = {one: os.environ[one] for one in ("PATH", "HOME") if one in os.environ}
    paths = {"PYTHONPATH": os.pathsep.join((str(site), str(ROOT)))}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT if machine.at_home else scratch,
        env=kept
        | paths
        | machine.environment
        | {"PYTHONDONTWRITEBYTECODE": "1", "DOCS2SDK_NO_CACHE": "1"},
        umask=machine.umask,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def copied(machine: Machine, api: str, scratch: Path) -> str:
    """The folder of pages as the machine would name it: as it lies, or copied last page first."""
    pages = ROOT / "specs" / api
    if not machine.pages_last_first:
        return f"specs/{api}"
    copy = scratch / api
    copy.mkdir()
    for file in sorted(pages.rglob("*.*"), reverse=True):
        target = copy / file.relative_to(pages)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(file.read_bytes())
    return str(copy)


def generated(machine: Machine, api: str, scratch: Path) -> dict[str, str]:
    """The hash of every file that the machine writes."""
    arguments = ("generate", copied(machine, api, scratch), "--jobs", str(machine.jobs))
    done = start(machine, scratch, "-m", "generator", *arguments, "--out", str(scratch / "out"))
    assert (0, "") == (done.returncode, done.stderr)
    return digests(scratch / "out" / "python" / api)


@pytest.mark.parametrize("api", APIS)
def test_two_machines_write_the_same_bytes(
    api: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Hash seed, locale, time zone, folder, umask, jobs, and the order of files and folders."""
    plain = generated(MACHINES["plain"], api, tmp_path_factory.mktemp("plain"))
    other = generated(MACHINES["other"], api, tmp_path_factory.mktemp("other"))

    assert len(plain) > 40
    assert plain == other


def test_two_machines_print_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    """All that is known of an API, as JSON; only the folder's name may differ."""
    printed = []
    for name, machine in MACHINES.items():
        scratch = tmp_path_factory.mktemp(name)
        pages = copied(machine, "train-travel", scratch)
        done = start(machine, scratch, "-m", "generator", "dump", pages)
        assert (0, "") == (done.returncode, done.stderr)
        printed.append(done.stdout.replace(pages, "PAGES"))
    plain, other = printed

    assert len(plain) > 1000
    assert plain == other


def test_the_machines_really_differ(tmp_path: Path) -> None:
    """A guard for the tests above: order, hash seed, encoding, time zone and umask are not ours."""
    for name in "abc":
        (tmp_path / "listed" / name).mkdir(parents=True)
    code = (
        "import locale, os, pathlib, time\n"
        "old = os.umask(0)\n"
        f"folder = pathlib.Path({str(tmp_path / 'listed')!r})\n"
        "print([one.name for one in folder.rglob('*')], os.listdir(folder))\n"
        "print(locale.getencoding(), hash('a'), time.tzname[0], old)\n"
    )
    plain, other = (
        start(one, tmp_path, "-c", code).stdout.splitlines() for one in MACHINES.values()
    )

    assert "['c', 'b', 'a'] ['c', 'b', 'a']" == other[0]
    assert 4 == sum(a != b for a, b in zip(plain[1].split(), other[1].split(), strict=True))
