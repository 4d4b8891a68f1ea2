"""``docs2sdk check``: which outputs are old, why, and what that means, in every form."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from diff_cases import FOLDER
from generation import call, tree

OLD = (FOLDER / "request-field-removed" / "old.md").read_text()
NEW = (FOLDER / "request-field-removed" / "new.md").read_text()
PAGE = "specs/crates/operation-createcrate.md"
OUTPUT = "generated/python/crates"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an API and its SDK, no repository, and nothing kept from run to run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCS2SDK_NO_CACHE", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / PAGE).parent.mkdir(parents=True)
    (tmp_path / PAGE).write_text(OLD)
    assert 0 == call("generate", "--quiet").exit_code
    return tmp_path


@pytest.fixture
def repository(project: Path) -> Path:
    """The same, committed."""
    git("init", "-q", "-b", "main")
    commit()
    return project


def git(*arguments: str) -> str:
    """What one git command in the working folder prints."""
    done = subprocess.run(["git", *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit() -> str:
    """Everything as a commit; its short name."""
    git("add", "-A")
    git("-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qm", "State")
    return git("log", "-1", "--format=%h")


def checked(*arguments: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of ``check``."""
    result = call("check", *arguments)
    return result.exit_code, result.stdout, result.stderr


def test_an_old_output_is_told_by_meaning(repository: Path) -> None:
    """Which page, what that does to callers, since which commit; then the first lines."""
    revision = git("log", "-1", "--format=%h")
    (repository / PAGE).write_text(NEW)
    before = tree(repository / "generated")
    code, out, err = checked()

    assert 1 == code
    assert [
        f"{OUTPUT}, since:",
        f"  ~ {PAGE}",
        f"what that means, since {revision}:",
        f"{PAGE}:3:1: breaking[request-field-removed]: POST /v1/depots/{{depotId}}/crates: "
        "body field `weight` is gone: number",
        "  sdk: `depots().crates.create(weight=…)` loses `weight`",
        f"  fingerprint: f094b3f21b3f; before: {revision}:{PAGE}:39:1",
        "1 breaking; minor step: 0.0.0 -> 0.1.0",
        f"--- a/{OUTPUT}/crates/resources/crates.py",
        f"+++ b/{OUTPUT}/crates/resources/crates.py",
    ] == out.splitlines()[:9]
    assert f"{OUTPUT}: 5 files would change\n" in err
    assert before == tree(repository / "generated")


def test_the_commit_that_wrote_the_output_counts_and_not_the_last(repository: Path) -> None:
    """Pages that were committed without their output are what it is behind by."""
    revision = git("log", "-1", "--format=%h")
    (repository / PAGE).write_text(NEW)
    later = commit()
    (repository / PAGE).write_text(NEW.replace("Create crate", "Create a crate"))
    out = checked()[1]

    assert revision != later
    assert f"what that means, since {revision}:" in out
    assert "request-field-removed" in out


def test_pages_come_and_go(repository: Path) -> None:
    """Each is named; an output that is behind by a page and one that has one too many."""
    other = repository / "specs/crates/operation-other.md"
    other.write_text(OLD.replace("Create crate", "Drop crate").replace("**POST", "**DELETE"))
    added = checked()
    assert 0 == call("generate", "--quiet").exit_code
    commit()
    other.unlink()
    removed = checked()

    assert (1, 1) == (added[0], removed[0])
    assert "  + specs/crates/operation-other.md\n" in added[1]
    assert "additive[operation-added]" in added[1]
    assert "  - specs/crates/operation-other.md\n" in removed[1]
    assert "breaking[operation-removed]" in removed[1]


def test_what_api_toml_changes_is_told(repository: Path) -> None:
    """No page changed, and callers have another class to import: in one plain sentence."""
    (repository / "specs/crates/api.toml").write_text('[client]\nname = "Depots"\n')
    out = checked()[1].splitlines()

    assert out[0].startswith("what that means, since ")
    assert (
        "specs/crates:1:1: breaking[sdk-client-changed]: "
        "`Depots`: class was `CratesClient` and is `Depots`"
    ) in out


def test_an_edited_output_is_nobodys_change_of_pages(repository: Path) -> None:
    """There is nothing to tell but the file."""
    (repository / OUTPUT / "README.md").write_text("mine\n")
    code, out, err = checked()

    assert (1, f"--- a/{OUTPUT}/README.md") == (code, out.splitlines()[0])
    assert "error[edited-file]" in err


def test_without_git_the_differences_are_all_there_is(project: Path) -> None:
    """What it means is said to be unknown, and how to know it."""
    (project / PAGE).write_text(NEW)
    code, out, _ = checked()

    assert 1 == code
    assert f"  ~ {PAGE}\n" in out
    assert "what that means: the pages it was made from are in no revision" in out
    assert "-        weight: float | Omit = OMIT," in out
    assert "request-field-removed" not in out


def test_a_revision_with_other_pages_is_not_compared(repository: Path) -> None:
    """An output made from pages that were never committed: nobody may be told a wrong reason."""
    (repository / PAGE).write_text(NEW)
    assert 0 == call("generate", "--quiet").exit_code
    git("add", "generated")
    git("-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qm", "Output alone")
    (repository / PAGE).write_text(NEW.replace("Create crate", "Create one crate"))
    out = checked()[1]

    assert "what that means: the pages it was made from are in no revision" in out
    assert "request-field-removed" not in out


@pytest.mark.parametrize(("lines", "expected"), [("0", 0), ("3", 3), ("1000", None)])
def test_only_the_first_lines_differ_in_print(
    project: Path, lines: str, expected: int | None
) -> None:
    """As many as asked for, and how many more there are; all where there is room."""
    (project / PAGE).write_text(NEW)
    out = checked("--lines", lines)[1].splitlines()
    shown = out[out.index(next(one for one in out if one.startswith("what that means"))) + 1 :]
    more = [one for one in shown if one.startswith("… and ")]

    if expected is None:
        assert [] == more
        assert any(one == f"+++ b/{OUTPUT}/.docs2sdk.json" for one in shown)
    else:
        assert expected == len(shown) - 1
        assert re.fullmatch(r"… and \d+ more lines; --lines \d+ shows all", more[0])


def test_another_generator_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no page changed, what made the output did."""
    monkeypatch.setattr("generator.run.__version__", "9.9.9")
    out = checked()[1]

    assert f"{OUTPUT}, since:\n  by docs2sdk 0.1.0 -> 9.9.9\n" in out
    assert "what that means" not in out


def test_json_tells_all_of_it(repository: Path) -> None:
    """One object on stdout: pages, changes, files, lines; a current output has no more."""
    (repository / "specs/other").mkdir()
    shutil.copy(repository / PAGE, repository / "specs/other/operation-createcrate.md")
    assert 0 == call("generate", "--quiet").exit_code
    commit()
    (repository / PAGE).write_text(NEW)
    code, out, _ = checked("--format", "json", "--lines", "2")
    told = json.loads(out)
    old, current = sorted(told["outputs"], key=lambda one: str(one["folder"]))

    assert (1, False, []) == (code, told["current"], told["diagnostics"])
    assert {"folder": "generated/python/other", "current": True} == current
    assert {"changed": [PAGE], "added": [], "removed": []} == old["pages"]
    assert ["request-field-removed"] == [one["kind"] for one in old["changes"]]
    assert {"path": "operations.json", "action": "replace"} in old["files"]
    assert 3 == len(old["difference"])


def test_annotations_stand_on_pages_and_on_the_old_output(repository: Path) -> None:
    """An error on the first line that differs, and each change on the line of its page."""
    (repository / PAGE).write_text(NEW)
    code, out, _ = checked("--format", "github")
    lines = out.splitlines()
    file = repository / OUTPUT / "crates/resources/crates.py"

    assert 1 == code
    assert 2 == len(lines)
    at = re.match(rf"::error file={OUTPUT}/crates/resources/crates\.py,line=(\d+),", lines[0])
    assert at is not None
    assert "weight: float" in file.read_text().splitlines()[int(at[1]) - 1]
    assert "%0A-        weight: float | Omit = OMIT,%0A" in lines[0]
    assert lines[1].startswith(
        f"::warning file={PAGE},line=3,col=1,title=request-field-removed::POST /v1/depots"
    )


def test_without_a_meaning_the_pages_are_annotated(project: Path) -> None:
    """A reader of the pull request sees which page made the output old."""
    (project / PAGE).write_text(NEW)
    lines = checked("--format", "github")[1].splitlines()

    assert f"::notice file={PAGE},line=1,col=1,title=page-changed::" in lines[1]


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_a_current_output_is_success_in_every_form(project: Path, style: str) -> None:
    """Exit code 0; only JSON says anything."""
    code, out, _ = checked("--format", style)
    told = {"text": "", "github": "", "json": out}

    assert (0, told[style]) == (code, out)
    if style == "json":
        assert json.loads(out)["current"] is True


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_errors_of_pages_are_told_in_every_form(project: Path, style: str) -> None:
    """Exit code 1, with the place; in JSON nothing counts as current."""
    (project / PAGE).write_text("# Create a crate\n\n**POST /crates/{**\n")
    code, out, err = checked("--format", style)

    assert 1 == code
    match style:
        case "text":
            assert f"{PAGE}:3:" in err
        case "github":
            assert f"::error file={PAGE},line=3," in out
        case _:
            assert json.loads(out)["current"] is False
            assert PAGE == json.loads(out)["diagnostics"][0]["path"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [(("nowhere",), 2), (("--format", "xml"), 2), (("--lines", "-1"), 2)],
)
def test_wrong_usage_leaves_with_two(
    project: Path, arguments: tuple[str, ...], expected: int
) -> None:
    """In a form for programs as in text."""
    assert expected == checked(*arguments)[0]
    assert expected == checked("--format", "json", *arguments)[0]


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_an_output_that_cannot_be_is_code_three(project: Path, style: str) -> None:
    """A folder where a file has to be, say."""
    file = project / OUTPUT / "README.md"
    file.unlink()
    file.mkdir()
    code, out, err = checked("--format", style)

    assert 3 == code
    assert "is a folder or a device" in (err if style == "text" else out)


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_files_edited_by_hand_are_named_in_every_form(project: Path, style: str) -> None:
    """The pages are not at fault then."""
    (project / OUTPUT / "README.md").write_text("mine\n")
    code, out, err = checked("--format", style)

    assert 1 == code
    assert "was edited since docs2sdk wrote it" in (err if style == "text" else out)


def test_the_text_of_a_page_is_no_command_of_the_log(repository: Path) -> None:
    """What a page says goes through the differences and the changes, and cannot act."""
    (repository / PAGE).write_text(OLD.replace("Create crate", "Create ::error::x\r##[group] 100%"))
    out = checked("--format", "github")[1]
    starts = re.findall(r"^.*?::", out, re.MULTILINE)

    assert {"::"} == set(starts)
    assert all(len(re.findall("::", one)) == 2 for one in out.splitlines())
