"""The committed SDKs, as a user gets them: current, typed, tested, light, and their README true."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from generation import ROOT, call

GENERATED = ROOT / "generated" / "python"
SDKS = sorted(one.name for one in (ROOT / "specs").iterdir() if (one / "api.toml").is_file())
MOST_LINES = 8_000
"""Non-blank lines of an SDK's Python, tests aside: what SDK.md allows TaskRouter."""

NO_NETWORK = """
import socket


def refuse(*args, **options):
    raise AssertionError("the tests of an SDK need no network")


socket.socket.connect = socket.socket.connect_ex = refuse
socket.getaddrinfo = refuse
"""

every_sdk = pytest.mark.parametrize("name", SDKS)


def python(
    sdk: Path, scratch: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Python started in the SDK's folder, as its users would; it leaves nothing there."""
    env = {one: os.environ[one] for one in ("PATH", "HOME") if one in os.environ}
    env |= {"PYTHONPYCACHEPREFIX": str(scratch / "cache"), "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command,
        cwd=sdk,
        env=env | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def package_of(sdk: Path) -> str:
    """The name of the SDK's package."""
    (marker,) = sdk.glob("*/py.typed")
    return marker.parent.name


def client_of(sdk: Path) -> str:
    """The name of the SDK's client, as its README imports it."""
    found = re.search(r"^from \w+ import (\w+)$", (sdk / "README.md").read_text("utf-8"), re.M)
    assert found is not None
    return found[1]


def test_every_api_of_specs_is_committed() -> None:
    """Nothing is missing, and nothing is left over from an API that is gone."""
    committed = sorted(one.name for one in GENERATED.glob("[!.]*"))

    assert SDKS == committed


def test_the_committed_sdks_are_current(monkeypatch: pytest.MonkeyPatch) -> None:
    """``docs2sdk check``, as CI calls it, has nothing to say against them."""
    monkeypatch.chdir(ROOT)
    result = call("check")
    expected = "".join(f"generated/python/{one}: up to date\n" for one in SDKS)

    assert (0, expected, "") == (result.exit_code, result.stderr, result.stdout)


@every_sdk
def test_its_own_tests_pass_without_a_network(name: str, tmp_path: Path) -> None:
    """All of them, none skipped, none expected to fail, warnings being errors."""
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK)
    done = python(
        GENERATED / name,
        tmp_path,
        *("-W", "error", "-m", "pytest", "-q", "-p", "no:cacheprovider"),
        *("--junitxml", str(tmp_path / "report.xml")),
        PYTHONPATH=str(tmp_path),
    )
    report = (tmp_path / "report.xml").read_text("utf-8")
    counted = dict(re.findall(r'(errors|failures|skipped|tests)="(\d+)"', report))
    operations = json.loads((GENERATED / name / "operations.json").read_text("utf-8"))

    assert 0 == done.returncode, done.stdout[-3000:]
    assert ("0", "0", "0") == (counted["errors"], counted["failures"], counted["skipped"])
    assert int(counted["tests"]) >= 2 * len(operations)


def test_the_network_is_really_out_of_reach(tmp_path: Path) -> None:
    """The guard above works: a connection fails by our own words."""
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK)
    code = "import httpx; httpx.get('http://127.0.0.1:9/')"
    done = python(ROOT, tmp_path, "-c", code, PYTHONPATH=str(tmp_path))

    assert "the tests of an SDK need no network" in done.stderr


@every_sdk
def test_it_is_strictly_typed(name: str, tmp_path: Path) -> None:
    """``mypy --strict`` over package and tests finds nothing."""
    cache = str(tmp_path / "mypy")
    done = python(
        GENERATED / name, tmp_path, *("-m", "mypy", "--strict", "--cache-dir", cache, ".")
    )

    assert (0, "") == (done.returncode, done.stderr), done.stdout
    assert done.stdout.startswith("Success: no issues found in ")


def test_a_wrong_call_is_a_type_error(tmp_path: Path) -> None:
    """A user's file is checked against the SDK: right calls pass, each wrong one is red."""
    lines = {
        'ws = client.workspaces.create(friendly_name="S", prioritize_queue_order="LIFO")': True,
        'ws2 = client.workspaces.create(friendly_name="S", prioritize_queue_order="LIFE")': False,
        "ws3 = client.workspaces.create()": False,
        "ws4 = client.workspaces.create(friendly_name=None)": False,
        'sid: str | None = client.workspaces.fetch("WS1").sid': True,
        'number: int = client.workspaces.fetch("WS1").sid': False,
        'gone = client.workspaces.fetch("WS1").no_such_field': False,
        'tasks = [one.sid for one in client.workspaces("WS1").tasks.list(page_size=5)]': True,
        'bad = client.workspaces("WS1").tasks.list(page_size="5")': False,
        "twice = client.workspaces.fetch": True,
        "none = client.workspace": False,
    }
    source = "\n".join(["from taskrouter import TaskRouter", "", "client = TaskRouter()", *lines])
    (tmp_path / "user.py").write_text(source + "\n", encoding="utf-8")
    sdk = GENERATED / "taskrouter"
    command = ["-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "mypy")]
    done = python(tmp_path, tmp_path, *command, "user.py", MYPYPATH=str(sdk))
    red = {int(one) for one in re.findall(r"^user\.py:(\d+): error", done.stdout, re.M)}
    expected = {number for number, right in enumerate(lines.values(), start=4) if not right}

    assert expected == red, done.stdout


@every_sdk
def test_every_module_compiles_and_imports(name: str, tmp_path: Path) -> None:
    """Each by itself, first thing in a fresh interpreter's import system, warnings as errors."""
    sdk = GENERATED / name
    modules = sorted(
        one.relative_to(sdk).with_suffix("").as_posix().replace("/", ".")
        for one in (sdk / package_of(sdk)).rglob("*.py")
    )
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    for old in [one for one in sys.modules if one.split('.')[0] == name.split('.')[0]]:\n"
        "        del sys.modules[old]\n"
        "    importlib.import_module(name.removesuffix('.__init__'))\n"
    )
    compiled = python(sdk, tmp_path, "-W", "error", "-m", "compileall", "-q", "-f", ".")
    done = python(sdk, tmp_path, "-W", "error", "-c", code, *modules)

    assert (0, "", "") == (compiled.returncode, compiled.stdout, compiled.stderr)
    assert (0, "") == (done.returncode, done.stderr)


@every_sdk
def test_importing_it_is_cheap(name: str, tmp_path: Path) -> None:
    """Neither httpx nor the models nor the resources come along until they are asked for."""
    package = package_of(GENERATED / name)
    code = (
        f"import sys, {package}\n"
        f"names = dir({package})\n"
        "heavy = [one for one in sys.modules if one.split('.')[0] in ('httpx', 'anyio', 'ssl')]\n"
        f"own = [one for one in sys.modules if one.startswith(('{package}.models', "
        f"'{package}.resources', '{package}.client'))]\n"
        "print(heavy, own, len(names) > 20)\n"
    )
    done = python(GENERATED / name, tmp_path, "-c", code)

    assert ("[] [] True\n", "") == (done.stdout, done.stderr)


@every_sdk
def test_what_it_promises_is_there(name: str, tmp_path: Path) -> None:
    """Every name of ``__all__`` can be imported, and an unknown one is an AttributeError."""
    package = package_of(GENERATED / name)
    code = (
        f"import {package} as package\n"
        "missing = [one for one in package.__all__ if getattr(package, one, None) is None]\n"
        "twice = len(set(package.__all__)) != len(package.__all__)\n"
        "try:\n"
        "    package.no_such_name\n"
        "except AttributeError as error:\n"
        "    print(missing, twice, error)\n"
    )
    done = python(GENERATED / name, tmp_path, "-c", code)

    assert f"[] False module '{package}' has no attribute 'no_such_name'\n" == done.stdout


@every_sdk
def test_it_is_small(name: str) -> None:
    """Non-blank lines of Python outside the tests."""
    sdk = GENERATED / name
    texts = [one.read_text("utf-8") for one in (sdk / package_of(sdk)).rglob("*.py")]
    lines = sum(1 for text in texts for line in text.splitlines() if line.strip())

    assert 500 < lines < MOST_LINES


@every_sdk
def test_the_reference_names_every_call(name: str) -> None:
    """A line for each operation with its call and its title, and none beside them."""
    sdk = GENERATED / name
    reference = (sdk / "REFERENCE.md").read_text("utf-8")
    operations = json.loads((sdk / "operations.json").read_text("utf-8"))
    rows = re.findall(r"^\| `(client\..*?)\(([^()]*)\)` \| `.+?` \| (.+) \|$", reference, re.M)
    said = sorted((re.sub(r"\([^()]*\)", "()", call), title) for call, _, title in rows)
    expected = sorted((call_of(one), one["title"]) for one in operations)

    assert expected == said


def call_of(operation: dict[str, Any]) -> str:
    """The call in short: ``client.workspaces().tasks.update``."""
    steps = [one["attribute"] + "()" * ("argument" in one) for one in operation["steps"]]
    return ".".join(["client", *steps, operation["function"]])


@every_sdk
def test_nothing_of_this_machine_is_in_it(name: str) -> None:
    """No absolute path and no temporary folder in any file that was written."""
    sdk = GENERATED / name
    manifest = (sdk / ".docs2sdk.json").read_text("utf-8")
    written = json.loads(manifest)["files"]
    texts = {one: (sdk / one).read_text("utf-8") for one in written} | {".docs2sdk.json": manifest}
    marks = (str(ROOT), "/tmp/", "/home/", "/root/")

    assert len(texts) > 40
    assert [] == [path for path, text in texts.items() if any(one in text for one in marks)]
