"""Everything the README tells a reader to run works as it stands."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from msgspec import Struct

from generator.config import (
    AcceptConfig,
    ApiConfig,
    AuthConfig,
    ClientConfig,
    CredentialConfig,
    ErrorConfig,
    FieldConfig,
    ModelConfig,
    OperationConfig,
    PaginationConfig,
    ResourceConfig,
    ServerConfig,
)
from generator.config_file import parse_config
from generator.diagnostics import Diagnostics
from generator.source import Source
from tests.docs_site import serving
from tests.traffic import entry, write_har

FROM_CLONE = "python3 -m venv .venv"
"""What the two commands of a fresh clone begin with."""


def blocks(root: Path, language: str) -> list[str]:
    """The README's code blocks of a language, in order."""
    text = (root / "README.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A folder with pages where the README's examples expect them."""
    for place in ("docs/my-api", "specs/my-api"):
        shutil.copytree(root / "specs" / "train-travel", tmp_path / place)
    return tmp_path


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The command in a shell whose ``docs2sdk`` is the one under test."""
    with TemporaryDirectory() as home:
        wrapper = Path(home) / "docs2sdk"
        wrapper.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n')
        wrapper.chmod(0o755)
        environment = os.environ | {
            "PATH": f"{home}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(Path(__file__).parent.parent),
        }
        return subprocess.run(
            ["sh", "-euc", command], cwd=folder, env=environment, capture_output=True, text=True
        )


def test_the_first_example_generates_an_sdk(root: Path, project: Path) -> None:
    """A folder of pages is enough."""
    (command,) = (one for one in blocks(root, "sh") if one.startswith("docs2sdk generate docs/"))
    done = run(command, project)

    assert (0, "") == (done.returncode, done.stderr)
    assert (project / "sdks/python/my-api/pyproject.toml").is_file()


def test_the_example_of_fetching_downloads_pages(root: Path, project: Path) -> None:
    """From an address like the one shown, a folder called by it."""
    (command,) = (one for one in blocks(root, "sh") if one.startswith("docs2sdk fetch"))
    shutil.rmtree(project / "specs")
    with serving() as site:
        site.page("a")
        site.answers["/my-api.md"] = lambda request: request.send(site.root_text())
        served = f"{site.url}/my-api.md --allow-http"
        done = run(command.replace("https://docs.example.com/my-api.md", served), project)

    assert (0, "") == (done.returncode, done.stderr)
    assert (project / "specs/my-api/operation-a.md").is_file()


def test_the_example_of_traffic_writes_samples(root: Path, project: Path) -> None:
    """A recording beside the folder becomes a file beside the pages."""
    (command,) = (one for one in blocks(root, "sh") if one.startswith("docs2sdk learn"))
    answer = entry("GET", "https://api.example.com/bookings", body={"data": [], "links": {}})
    write_har(project / "recorded.har", answer)
    done = run(command, project)

    assert (0, "no drift\n") == (done.returncode, done.stderr)
    assert (project / "docs/my-api/examples/operation-get-bookings.200.json").is_file()


def test_the_example_for_ci_passes_on_committed_output(root: Path, project: Path) -> None:
    """lint has no error, and check nothing to say, right after generate."""
    (command,) = (one for one in blocks(root, "sh") if one.startswith("docs2sdk lint"))
    made = run("docs2sdk generate", project)
    done = run(command, project)

    assert (0, 0) == (made.returncode, done.returncode), done.stderr


def test_the_example_of_a_comparison_annotates_what_changed(root: Path, project: Path) -> None:
    """A page that lost a parameter since main stops the run, on its line."""
    (command,) = (one for one in blocks(root, "sh") if one.startswith("docs2sdk diff"))
    author = "-c user.name=A -c user.email=a@b.example"
    run(f"git init -q -b main && git add specs && git {author} commit -qm Docs", project)
    same = run(command, project)
    page = project / "specs/my-api/operation-get-trips.md"
    page.write_text(page.read_text().replace("**origin** (string", "**start** (integer"))
    changed = run(command, project)

    assert (0, "") == (same.returncode, same.stderr)
    assert 1 == changed.returncode
    assert "::error file=specs/my-api/operation-get-trips.md,line=" in changed.stdout


def test_the_example_of_a_pack_replaces_one_file(root: Path, project: Path) -> None:
    """A pack that extends another gives the same SDK but for its own file."""
    (command,) = (one for one in blocks(root, "sh") if one.startswith("mkdir -p packs"))
    done = run(command, project)
    made = project / "generated/ours/my-api"

    assert 0 == done.returncode, done.stderr
    assert (made / "README.md").read_text() == "# Train Travel API\n"
    assert (made / "REFERENCE.md").is_file()


def test_the_schema_for_editors_is_written(root: Path, project: Path) -> None:
    """The file that the first line of api.toml names is a JSON Schema."""
    (command,) = (one for one in blocks(root, "sh") if one.startswith("docs2sdk config-schema"))
    done = run(command, project)

    assert (0, "") == (done.returncode, done.stderr)
    assert "$schema" in json.loads((project / ".docs2sdk.schema.json").read_text())


def test_the_example_of_why_and_where_finds_both(root: Path) -> None:
    """The line is a known value, and the line of the page is what lists it."""
    (command,) = (one for one in blocks(root, "sh") if one.startswith("docs2sdk why"))
    done = run(command, root)

    assert 0 == done.returncode, done.stderr
    assert "prose[values]: known values of `Template`" in done.stdout
    assert "models/workspace.py:27-28: NONE" in done.stdout


def test_limits_are_raised_as_shown(root: Path) -> None:
    """The committed output is up to date with higher limits, too."""
    (command,) = [one for one in blocks(root, "sh") if "--limit" in one]

    assert 0 == run(command, root).returncode


def test_every_command_is_run_by_a_test(root: Path) -> None:
    """A new code block in the README needs a test here."""
    starts = [
        f"{FROM_CLONE} && .venv/bin/python -m pip install -q -e '.[dev]' && .venv/bin/docs2sdk",
        f"{FROM_CLONE} && .venv/bin/python -m pip install -q -e '.[dev]' && .venv/bin/python -m py",
        "docs2sdk generate docs/my-api",
        "docs2sdk fetch",
        "docs2sdk config-schema",
        "docs2sdk learn docs/my-api",
        "docs2sdk why",
        "docs2sdk lint",
        "docs2sdk diff",
        "mkdir -p packs",
        "docs2sdk check --limit",
        ".venv/bin/python -m pytest ",
    ]

    assert starts == [
        next(start for start in starts if block.startswith(start)) for block in blocks(root, "sh")
    ]


def test_ci_runs_the_test_command_as_it_stands(root: Path) -> None:
    """.ci/run reads the command from the README, so that it cannot differ."""
    script = (root / ".ci/run").read_text()
    pattern = re.search(r're\.search\(r"(.+?)", pathlib', script)
    text = (root / "README.md").read_text(encoding="utf-8")

    assert pattern is not None
    found = re.search(pattern[1].replace("\\n", "\n"), text)
    assert found is not None
    assert found[1].startswith(FROM_CLONE)
    assert found[1].endswith("-m pytest -n auto -m 'not slow'")


def test_the_configuration_shown_is_valid(root: Path) -> None:
    """Every key of the README's api.toml exists."""
    (text,) = blocks(root, "toml")
    diagnostics = Diagnostics()
    parse_config(Source(path="api.toml", text=text), diagnostics)

    assert () == diagnostics.sorted()


@pytest.mark.parametrize(
    "struct",
    [
        AcceptConfig,
        ApiConfig,
        AuthConfig,
        ClientConfig,
        CredentialConfig,
        ErrorConfig,
        FieldConfig,
        ModelConfig,
        OperationConfig,
        PaginationConfig,
        ResourceConfig,
        ServerConfig,
    ],
)
def test_every_key_of_the_configuration_is_shown(root: Path, struct: type[Struct]) -> None:
    """A hint sends readers here for every key with a value."""
    (text,) = blocks(root, "toml")
    shown = set(re.findall(r"[a-z_]+", text))

    assert set() == set(struct.__struct_fields__) - shown


def test_the_python_example_runs(root: Path) -> None:
    """The calls of the README work against the fake of the committed SDK."""
    code, _own = blocks(root, "python")
    code = code.replace("from taskrouter import", "from taskrouter.testing import")
    code = code.replace("TaskRouter(", "FakeTaskRouter(").replace(
        "import TaskRouter", "import FakeTaskRouter"
    )
    code = code.replace('("AC1", "secret")', "()")
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root / "generated/python/taskrouter",
        capture_output=True,
        text=True,
    )

    assert (0, "sid pending\n") == (done.returncode, done.stdout), done.stderr


def test_the_example_of_own_code_runs_and_has_types(root: Path, tmp_path: Path) -> None:
    """The file in ``custom/``, imported from the package, over the fake."""
    _calls, code = blocks(root, "python")
    package = tmp_path / "taskrouter"
    shutil.copytree(root / "generated/python/taskrouter/taskrouter", package)
    (package / "custom" / "__init__.py").write_text(code)
    (tmp_path / "user.py").write_text(
        "from taskrouter import waiting\n"
        "from taskrouter.testing import FakeTaskRouter\n"
        "print(waiting(FakeTaskRouter(), 'WS1'))\n"
    )
    ran, typed = (
        subprocess.run([sys.executable, *one], cwd=tmp_path, capture_output=True, text=True)
        for one in (["user.py"], ["-m", "mypy", "--strict", "user.py"])
    )

    assert (0, "1\n") == (ran.returncode, ran.stdout), ran.stderr
    assert 0 == typed.returncode, typed.stdout


@pytest.mark.slow
def test_the_first_command_works_in_a_fresh_clone(root: Path, tmp_path: Path) -> None:
    """A new virtual environment, the project's own dependencies, and nothing changes."""
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(root), str(clone)], check=True)
    (command,) = (one for one in blocks(root, "sh") if "docs2sdk generate\n" in one)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        ["sh", "-euc", command], cwd=clone, env=environment, capture_output=True, text=True
    )
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True
    )

    assert 0 == done.returncode, done.stderr
    assert "" == status.stdout
