"""``docs2sdk diff``: where sides come from, what is printed, accepted and written."""

from __future__ import annotations

import json
import subprocess
import tomllib
from pathlib import Path

import pytest
from diff_cases import FOLDER
from generation import call, generate

OLD = (FOLDER / "request-field-removed" / "old.md").read_text()
NEW = (FOLDER / "request-field-removed" / "new.md").read_text()
PAGE = "specs/crates/operation-createcrate.md"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository whose ``main`` has the old page, and whose working tree has the new one."""
    monkeypatch.chdir(tmp_path)
    page = tmp_path / PAGE
    page.parent.mkdir(parents=True)
    page.write_text(OLD)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qm", "Old")
    page.write_text(NEW)
    return tmp_path


def git(*arguments: str) -> None:
    """One git command in the working folder."""
    subprocess.run(["git", *arguments], check=True)


def diff(*arguments: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of ``diff``."""
    result = call("diff", *arguments)
    return result.exit_code, result.stdout, result.stderr


def kinds(*arguments: str) -> list[str]:
    """The kinds of all changes, as JSON lists them."""
    code, out, err = diff(*arguments, "--format", "json", "--fail-on", "never")

    assert (0, "") == (code, err)
    return [one["kind"] for one in json.loads(out)["changes"]]


def test_a_change_is_told_with_its_effect(project: Path) -> None:
    """Place, level, kind, what it does to the SDK, and the fingerprint; breaking is exit code 1."""
    code, out, err = diff("--base", "main", "specs/crates")

    assert (1, "") == (code, err)
    assert [
        f"{PAGE}:3:1: breaking[request-field-removed]: POST /v1/depots/{{depotId}}/crates: "
        "body field `weight` is gone: number",
        "  sdk: `depots().crates.create(weight=…)` loses `weight`",
        f"  fingerprint: f094b3f21b3f; before: main:{PAGE}:39:1",
        "1 breaking; minor step: 0.0.0 -> 0.1.0",
    ] == out.splitlines()


@pytest.mark.parametrize(
    "sides",
    [
        ("--base", "main", "specs/crates"),
        ("--base", "HEAD", PAGE),
        ("main:specs/crates", "specs/crates"),
        (f"main:{PAGE}", PAGE),
        ("main:./specs/crates/", "specs/crates"),
        ("old.json", "specs/crates"),
        ("old.json", "new.json"),
        ("elsewhere/boxes", "specs/crates"),
    ],
)
def test_a_side_is_a_folder_a_revision_or_a_dump(project: Path, sides: tuple[str, ...]) -> None:
    """However a version is named, the same is found."""
    elsewhere = project / "elsewhere/boxes/operation-createcrate.md"
    elsewhere.parent.mkdir(parents=True)
    elsewhere.write_text(OLD)
    (project / "new.json").write_text(call("dump", "specs/crates").stdout)
    (project / "old.json").write_text(call("dump", "elsewhere/boxes").stdout)

    assert ["request-field-removed"] == kinds(*sides)


def test_a_revision_is_found_from_below_the_top(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paths are relative to the working folder, and to the repository's top as git has it."""
    monkeypatch.chdir(project / "specs")

    assert ["request-field-removed"] == kinds("main:crates", "crates")
    assert ["request-field-removed"] == kinds("main:specs/crates", "crates")


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("--output=x:specs/crates", "is no revision"),
        ("nowhere:specs/crates", "git knows no such revision"),
        ("main:specs/none", "there is no such folder or page at that revision"),
        ("main:../..", "there is no such folder or page at that revision"),
        ("main:specs", "holds no pages"),
        ("main:specs/linked", "a.md is a link, which is not followed in a revision"),
    ],
)
def test_a_revision_that_cannot_be_read_is_a_finding(project: Path, old: str, said: str) -> None:
    """Exit code 2, and never a traceback or a file."""
    linked = project / "specs/linked"
    linked.mkdir()
    (linked / "a.md").symlink_to("/etc/hostname")
    git("add", ".")
    git("-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-q", "--amend", "-mOld")
    code, out, err = diff("--", old, "specs/crates")

    assert (2, "") == (code, out)
    assert f": error[{'no-pages' if 'holds' in said else 'git'}]: {said}\n" in err
    assert not (project / "x").exists()


def test_without_a_repository_git_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What git prints is the message."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    code, _, err = diff("main:specs", "specs")

    assert 2 == code
    assert "error[git]: fatal: not a git repository" in err


@pytest.mark.parametrize("text", ["[]", "{", '{"is": "Api"}', '{"is": "Api", "name": 3}', "1"])
def test_a_broken_dump_is_a_finding(project: Path, text: str) -> None:
    """Anything but what ``dump`` wrote is an error about that file."""
    (project / "old.json").write_text(text)
    code, out, err = diff("old.json", "specs/crates")

    assert (2, "") == (code, out)
    assert err.startswith("old.json:1:1: error[dump]: ")


@pytest.mark.parametrize(
    ("fail_on", "sides", "expected"),
    [
        ("breaking", ("main:specs/crates", "specs/crates"), 1),
        ("additive", ("main:specs/crates", "specs/crates"), 1),
        ("never", ("main:specs/crates", "specs/crates"), 0),
        ("breaking", ("specs/crates", "main:specs/crates"), 0),
        ("additive", ("specs/crates", "main:specs/crates"), 1),
        ("additive", ("specs/crates", "specs/crates"), 0),
    ],
)
def test_the_exit_code_is_the_callers_choice(
    project: Path, fail_on: str, sides: tuple[str, str], expected: int
) -> None:
    """What is gone one way is new the other way."""
    code, _, _ = diff(*sides, "--fail-on", fail_on)

    assert expected == code


@pytest.mark.parametrize("sides", [(), ("a",), ("a", "b", "c"), ("--base", "main", "a", "b")])
def test_two_sides_are_needed(sides: tuple[str, ...]) -> None:
    """Anything else is wrong usage."""
    code, out, _ = diff(*sides)

    assert (2, "") == (code, out)


def test_annotations_stand_on_the_lines_of_the_page(project: Path) -> None:
    """GitHub shows a change beside the operation that lost something, and the totals once."""
    code, out, _ = diff("--base", "main", "specs/crates", "--format", "github")
    first, last = out.splitlines()

    assert 1 == code
    assert first.startswith(f"::error file={PAGE},line=3,col=1,title=request-field-removed::")
    assert "::notice title=diff::1 breaking; minor step: 0.0.0 -> 0.1.0" == last


def test_a_page_that_is_gone_is_annotated_where_it_was(project: Path) -> None:
    """GitHub knows no revision in a file's name."""
    (project / PAGE).rename(project / "specs/crates/operation-other.md")
    (project / "specs/crates/operation-other.md").write_text(
        OLD.replace("POST /v1/depots/{depotId}/crates", "GET /v1/lids").replace("Create c", "C")
    )
    _, out, _ = diff("--base", "main", "specs/crates", "--format", "github")

    assert f"::error file={PAGE},line=3,col=1,title=operation-removed::" in out


def test_markdown_is_a_comment_for_a_pull_request(project: Path) -> None:
    """Totals, levels as headings, names as code."""
    _, out, _ = diff("--base", "main", "specs/crates", "--format", "markdown")

    assert (
        "## API changes: main:specs/crates → specs/crates\n\n"
        "1 breaking; minor step: 0.0.0 -&gt; 0.1.0.\n\n"
        "### Breaking\n\n"
        "- POST /v1/depots/{depotId}/crates: body field `weight` is gone: number "
        f"`f094b3f21b3f` `{PAGE}:3:1`\n"
        "  - `depots().crates.create(weight=…)` loses `weight`\n"
    ) == out


def accept(project: Path, *entries: tuple[str, str]) -> None:
    """An ``api.toml`` that accepts fingerprints until a day."""
    lines = [
        f'[[accept]]\nfingerprint = "{name}"\nuntil = {until}\nreason = "Known."\n'
        for name, until in entries
    ]
    (project / "specs/crates/api.toml").write_text("\n".join(lines))


@pytest.mark.parametrize(
    ("until", "code", "warning"),
    [
        ("2026-12-31", 0, ""),
        ("2026-11-23", 0, ""),
        (
            "2026-11-22",
            1,
            "warning[expired-acceptance]: f094b3f21b3f was accepted until 2026-11-22",
        ),
    ],
)
def test_an_accepted_change_counts_again_after_its_day(
    project: Path, until: str, code: int, warning: str
) -> None:
    """That day included; expired ones are told with their line."""
    accept(project, ("f094b3f21b3f", until))
    found, _, err = diff("--base", "main", "specs/crates", "--today", "2026-11-23")

    assert code == found
    assert warning in err
    assert bool(warning) == err.startswith("specs/crates/api.toml:2:1: ") or not warning


def test_an_acceptance_that_nothing_needs_is_a_warning(project: Path) -> None:
    """What was accepted once should not be accepted for ever."""
    accept(project, ("f094b3f21b3f", "2099-01-01"), ("000000000000", "2099-01-01"))
    code, _, err = diff("--base", "main", "specs/crates", "--today", "2026-11-23")

    assert 0 == code
    assert "warning[unused-acceptance]: no change has the fingerprint 000000000000: Known." in err


def test_a_day_that_is_none_is_a_fault_of_the_file(project: Path) -> None:
    """TOML has dates; anything else is told with its place."""
    accept(project, ("f094b3f21b3f", '"tomorrow"'))
    code, _, err = diff("--base", "main", "specs/crates")

    assert 2 == code
    assert "error[config-value]: accept[0].until: expected a date like 2026-12-31" in err


def test_a_fingerprint_does_not_follow_lines(project: Path) -> None:
    """Text above, pages' names and other changes move nothing."""
    before = json.loads(diff("--base", "main", "specs/crates", "--format", "json")[1])
    page = project / PAGE
    page.write_text(NEW.replace("Puts a crate", "\n\nPuts one crate"))
    page.rename(page.with_name("operation-packcrate.md"))
    after = json.loads(diff("--base", "main", "specs/crates", "--format", "json")[1])
    ours = {one["fingerprint"] for one in before["changes"]}

    assert ours < {one["fingerprint"] for one in after["changes"]}


API = """\
# Names for the client.
[client]   # ours
name = "Crates"
version = "1.2.0"     # as released

[operations.createcrate]
required = ["label"]
"""


def test_the_version_is_written_and_nothing_else(project: Path) -> None:
    """Comments and layout stay; the changelog tells why, and generate leaves it alone."""
    config = project / "specs/crates/api.toml"
    config.write_text(API)
    sdk = generate(project / "specs/crates", project / "generated")
    git("add", "specs/crates/api.toml")
    git("stash", "-q", "--", PAGE)
    git("-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-q", "--amend", "-mOld")
    git("stash", "pop", "-q")
    first = diff("--base", "main", "specs/crates", "--write-version", "--fail-on", "never")
    written = (sdk / "CHANGELOG.md").read_text()
    second = diff("--base", "main", "specs/crates", "--write-version", "--fail-on", "never")
    generate(project / "specs/crates", project / "generated")

    assert (0, 0) == (first[0], second[0])
    assert API.replace('"1.2.0"', '"2.0.0"') == config.read_text()
    assert written == (sdk / "CHANGELOG.md").read_text()
    assert written.startswith("# Changelog\n\n## 2.0.0\n\n### Breaking\n\n- POST ")
    assert "2.0.0" == tomllib.loads((sdk / "pyproject.toml").read_text())["project"]["version"]


def test_a_version_needs_a_folder_to_be_written_to(project: Path) -> None:
    """A revision or a dump cannot be edited."""
    code, _, err = diff("specs/crates", "main:specs/crates", "--write-version")

    assert 2 == code
    assert "--write-version needs NEW to be a folder" in err
