"""Work done elsewhere comes to the same: in processes, and on a cluster of two workers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from generation import ROOT, call, tree

from generator.cache.keys import generator_key
from generator.executors import HERE, ExecutorError, Workers, open_workers

TRAINS = ROOT / "specs" / "train-travel"
TASKS = ROOT / "specs" / "taskrouter"

WORKERS = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None,
                      worker_dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""
"""A scheduler and two workers in processes of their own; they end with their input."""


def square(number: int) -> int:
    """Something to have done; it must stand where other processes find it."""
    if number < 0:
        raise ValueError("below zero")
    return number * number


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Dask scheduler with two workers on this machine."""
    pytest.importorskip("distributed", reason="needs the extra docs2sdk[dask]")
    folder = tmp_path_factory.mktemp("cluster")
    script = folder / "cluster.py"
    script.write_text(WORKERS)
    command = [sys.executable, str(script)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        assert address.startswith("tcp://127.0.0.1:"), "the cluster did not start"
        yield address.replace("tcp://", "dask://")
        running.stdin.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    """Whoever is done first."""
    with open_workers(jobs=jobs) as workers:
        found = list(workers.map(square, range(40)))

    assert [one * one for one in range(40)] == found


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_work_raises_is_raised_here(jobs: int) -> None:
    """A fault in a pack is told as one, wherever it was found."""
    with open_workers(jobs=jobs) as workers, pytest.raises(ValueError, match="below zero"):
        list(workers.map(square, (1, -1)))


def test_a_process_that_dies_is_told() -> None:
    """Not as a fault of the pages."""
    with open_workers(jobs=2) as workers, pytest.raises(ExecutorError, match="memory"):
        list(workers.map(os._exit, (1, 2)))


def test_little_work_is_done_here() -> None:
    """Starting others takes longer."""
    with open_workers(jobs=2) as workers:
        assert HERE == workers.worth(100)
        assert workers == workers.worth(1_000_000)


def test_processes_write_the_same_bytes(tmp_path: Path) -> None:
    """Pages are read and files are formatted apart, where that pays."""
    for name in ("one", "two"):
        shutil.copytree(TASKS, tmp_path / name / "api")
    alone = call("generate", tmp_path / "one" / "api", "--out", tmp_path / "one" / "out")
    apart = call(
        "generate", tmp_path / "one" / "api", "--out", tmp_path / "two" / "out", "--jobs", "2"
    )

    assert 0 == alone.exit_code == apart.exit_code
    assert tree(tmp_path / "one" / "out") == tree(tmp_path / "two" / "out")


def test_a_cluster_writes_the_same_bytes(
    cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page is read and every file formatted by the workers: here, nobody could."""
    alone = call("generate", TASKS, "--out", tmp_path / "alone")
    monkeypatch.delattr("generator.read.read")
    monkeypatch.delattr("generator.emit.format._black")
    spread = call("generate", TASKS, "--out", tmp_path / "spread", "--executor", cluster)

    assert (0, 0) == (alone.exit_code, spread.exit_code), spread.output
    assert tree(tmp_path / "alone") == tree(tmp_path / "spread")


def test_both_workers_of_a_cluster_have_a_part(cluster: str) -> None:
    """It is they who work, and neither this process nor one of them alone."""
    from distributed import get_worker

    with open_workers(address=cluster, same=generator_key()) as workers:
        assert isinstance(workers, Workers)
        assert workers == workers.worth(1)
        names = set(workers.map(lambda _: str(get_worker().address), range(40)))

    expected = 2

    assert expected == len(names)


def test_workers_with_another_version_are_refused(cluster: str) -> None:
    """What they gave could be other bytes than ours."""
    with (
        pytest.raises(ExecutorError, match="other versions"),
        open_workers(address=cluster, same="another"),
    ):
        pass


def test_a_fault_of_a_page_is_told_from_a_cluster_too(cluster: str, tmp_path: Path) -> None:
    """In the same words as without one."""
    shutil.copytree(TRAINS, tmp_path / "trains")
    page = tmp_path / "trains" / "operation-get-trips.md"
    page.write_text(page.read_text("utf-8").replace("(boolean)", "(bolean)"), "utf-8")
    options = ("generate", tmp_path / "trains", "--out", tmp_path / "out")

    assert call(*options).stderr == call(*options, "--executor", cluster).stderr != ""


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("dask://127.0.0.1:1", "error[workers]: no Dask scheduler answers"),
        ("tcp://127.0.0.1:1", "does not start with dask://"),
        ("dask://127.0.0.1", "is not like dask://HOST:PORT"),
    ],
)
def test_an_address_that_leads_nowhere_is_wrong_usage(
    address: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said at once, or after ten seconds of knocking."""
    pytest.importorskip("distributed", reason="needs the extra docs2sdk[dask]")
    monkeypatch.setattr("generator.executors._SECONDS", 1)
    done = call("generate", TRAINS, "--executor", address)

    assert 2 == done.exit_code
    assert message in done.output
