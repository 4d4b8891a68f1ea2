"""Faulty pages, settings, folders and packs: each is told as such, and nothing is written or lost."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from generation import call, digests

GOOD = """# Create thing

**POST /v1/Things**

Makes a thing.

## Servers
- https://api.example.com: https://api.example.com ()

## Parameters

### Body: application/json (object)
- **Name** (string)
  Name of the thing.

## Responses

### 201
Created

#### Body: application/json (object)
- **id** (string)
  ID of the thing.

[Powered by Bump.sh](https://bump.sh)
"""

LINE = re.compile(r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): error\[(?P<code>[a-z-]+)\]: .+")


@dataclass(frozen=True, kw_only=True)
class Told:
    """How a run ended: its exit code, stderr, and the first error on it."""

    exit_code: int
    stderr: str
    stdout: str

    @property
    def errors(self) -> list[tuple[str, int, int, str]]:
        """Path, line, column and code of each error, in order."""
        found = (LINE.fullmatch(one) for one in self.stderr.splitlines())
        return [(m["path"], int(m["line"]), int(m["column"]), m["code"]) for m in found if m]

    @property
    def hints(self) -> list[str]:
        """The hints below the errors."""
        return [
            one.removeprefix("  hint: ")
            for one in self.stderr.splitlines()
            if one.startswith("  hint: ")
        ]


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one good API, generated, and a second, whose output is not there yet."""
    folder = tmp_path_factory.mktemp("original")
    for api in ("good", "bad"):
        write(folder / "specs" / api / "operation-create-thing.md", GOOD)
    result = call("generate", folder / "specs/good", "--out", folder / "generated")
    assert 0 == result.exit_code, result.stderr
    return folder


@pytest.fixture
def project(original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, in which the command is called."""
    shutil.copytree(original, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(file: Path, content: str | bytes) -> Path:
    """A file with that content, and the folders it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def generate(*arguments: str) -> Told:
    """``docs2sdk generate``; anything but an orderly exit is raised."""
    result = call("generate", *arguments)
    return Told(exit_code=result.exit_code, stderr=result.stderr, stdout=result.stdout)


def lint(*arguments: str) -> Told:
    """``docs2sdk lint``."""
    result = call("lint", *arguments)
    return Told(exit_code=result.exit_code, stderr=result.stderr, stdout=result.stdout)


def refused(project: Path, *arguments: str, exit_code: int, code: str, hint: str = r"\S") -> Told:
    """Run, hold that it failed as it should with nothing touched, and return what was told."""
    before = digests(project)
    told = generate(*arguments)

    assert exit_code == told.exit_code, told.stderr
    assert code in [one[3] for one in told.errors], told.stderr
    assert re.search(hint, "\n".join(told.hints)), told.stderr
    assert "Traceback" not in told.stderr
    assert "" == told.stdout
    assert before == digests(project)
    return told


BAD_PAGES = {
    "empty": (b"", "not-documentation|no-operation|empty-page"),
    "blank": (b" \n\n\t\n", "no-operation|empty-page"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe", "not-text"),
    "nul": (GOOD.encode() + b"\0", "not-text"),
    "latin": (GOOD.replace("Makes", "M\xe4kes").encode("latin-1"), "not-text"),
    "control": (GOOD.replace("Makes", "\x1b[31mMakes").encode(), "control-character"),
    "prose": (b"# Our handbook\n\nWork from nine to five.\n", "not-api-documentation"),
    "html": (b"<!DOCTYPE html><html><body>404</body></html>\n", "not-api-documentation"),
    "json": (b'{"openapi": "3.1.0", "paths": {}}\n', "not-api-documentation"),
    "no verb": (GOOD.replace("**POST /v1/Things**\n\n", "").encode(), "no-operation"),
    "path that leaves": (GOOD.replace("/v1/Things", "/v1/../Things").encode(), "path"),
}


@pytest.mark.parametrize("kind", BAD_PAGES)
def test_a_page_that_is_none_is_told(project: Path, kind: str) -> None:
    """With its own place, beside a good page and alone; the good API is left as it was."""
    content, codes = BAD_PAGES[kind]
    write(project / "specs/bad/operation-other.md", content)
    before = digests(project)
    told = generate()
    (project / "specs/bad/operation-create-thing.md").unlink()
    alone = generate("specs/bad")
    first = [one for one in told.errors if one[0] == "specs/bad/operation-other.md"]

    assert (1, 1) == (told.exit_code, alone.exit_code), told.stderr + alone.stderr
    assert first, told.stderr
    assert re.search(codes, first[0][3]), told.stderr
    assert told.hints
    assert "Traceback" not in told.stderr + alone.stderr
    assert not (project / "generated/python/bad").exists()
    assert {k: v for k, v in before.items() if "bad" not in k} == {
        k: v for k, v in digests(project).items() if "bad" not in k
    }


def test_an_operation_described_twice_is_told(project: Path) -> None:
    """The second page is named, and the first one in the message."""
    write(project / "specs/bad/operation-make-thing.md", GOOD)
    told = refused(project, "specs/bad", exit_code=1, code="duplicate-operation")
    (place,) = told.errors

    assert "specs/bad/operation-make-thing.md" == place[0]
    assert "specs/bad/operation-create-thing.md" in told.stderr


def test_all_faults_are_told_at_once(project: Path) -> None:
    """Not only the first page's, nor only the first API's."""
    write(project / "specs/good/operation-a.md", b"\0")
    write(project / "specs/bad/operation-b.md", b"\0")
    write(project / "specs/bad/operation-c.md", "# Handbook\n")
    told = refused(project, exit_code=1, code="not-text")

    assert {"specs/good/operation-a.md", "specs/bad/operation-b.md"} <= {
        one[0] for one in told.errors
    }


def test_an_unknown_type_costs_the_field_alone(project: Path) -> None:
    """A warning with its place; the SDK comes, with the field."""
    page = GOOD.replace("**Name** (string)", "**Name** (strnig)")
    write(project / "specs/bad/operation-create-thing.md", page)
    told = generate("specs/bad")
    linted = lint("specs/bad")
    written = (project / "generated/python/bad/bad/resources/things.py").read_text("utf-8")

    warning = re.compile(
        r"^specs/bad/operation-create-thing.md:13:\d+: warning\[unknown-type\]: .*strnig.*\n"
        r"  hint: use string, ",
        re.M,
    )

    assert (0, 0) == (told.exit_code, linted.exit_code), told.stderr
    assert warning.search(told.stderr), told.stderr
    assert warning.search(linted.stderr), linted.stderr
    assert '"Name": name' in written


BAD_CONFIGS = {
    "syntax": ('[client]\nname = "A\n', 2, "config-syntax", r"toml"),
    "no value": ("[client]\nname\n", 2, "config-syntax", r"toml"),
    "unknown key": (
        '[client]\nname = "A"\npakage = "a"\n',
        3,
        "config-unknown-key",
        r"Did you mean package\?",
    ),
    "unknown table": ("[pagnation]\n", 1, "config-unknown-key", r"Did you mean pagination\?"),
    "unlike any key": (
        "[client]\nzzz = 1\n",
        2,
        "config-unknown-key",
        r"Known here: name, package",
    ),
    "wrong type": ("[client]\nname = 7\n", 2, "config-value", ""),
    "wrong list": ('packs = "python"\n', 1, "config-value", ""),
    "wrong word": (
        '[pagination]\nstyle = "next-ulr"\n',
        2,
        "config-value",
        r"Did you mean next-url\?",
    ),
    "missing key": ('[pagination]\nitems = "data"\n', 1, "config-missing-key", r"Add style = "),
    "pack that leaves": ('packs = ["../x"]\n', 1, "config-value", r"packs = \["),
    "binary": ("\0", 1, "config-not-text", ""),
}


@pytest.mark.parametrize("kind", BAD_CONFIGS)
def test_a_broken_configuration_is_told(project: Path, kind: str) -> None:
    """With the line of the fault and what to write instead; wrong usage, so exit code 2."""
    text, line, code, hint = BAD_CONFIGS[kind]
    write(project / "specs/bad/api.toml", text)
    told = refused(project, exit_code=2, code=code, hint=hint)
    (place,) = told.errors

    assert ("specs/bad/api.toml", line) == place[:2]


def test_all_faults_of_a_configuration_are_told(project: Path) -> None:
    """In the order of the file."""
    text = '[client]\nname = 7\npakage = "a"\n\n[errors]\ncode = true\n'
    write(project / "specs/bad/api.toml", text)
    told = refused(project, exit_code=2, code="config-value")

    assert [2, 3, 6] == [one[1] for one in told.errors]


@pytest.mark.parametrize(
    "setting",
    [
        'creatething = { required = ["Name"] }',
        'create-thing = { required = ["Nmae"] }',
    ],
)
def test_a_configuration_of_what_is_not_there_is_told(project: Path, setting: str) -> None:
    """An operation or field that no page has is a slip of the pen, named with its line."""
    write(project / "specs/bad/api.toml", f"[operations]\n{setting}\n")
    told = generate("specs/bad")
    place = (
        r"^specs/bad/api\.toml:\d+:\d+: warning\[config-unused\]: .+\n  hint: .*(create-th|Name)"
    )

    assert 0 == told.exit_code, told.stderr
    assert re.search(place, told.stderr, re.M), told.stderr


def test_a_missing_folder_is_told(project: Path) -> None:
    """And what to give instead."""
    refused(project, "specs/nowhere", exit_code=2, code="missing-folder", hint="folder")


def test_a_folder_without_pages_is_told(project: Path) -> None:
    """A README alone is no page."""
    write(project / "specs/empty/README.md", "# Nothing here\n")
    told = refused(project, "specs/empty", exit_code=2, code="no-pages", hint=r"\.md")

    assert "specs/empty" == told.errors[0][0]


def test_a_file_that_is_no_page_is_told(project: Path) -> None:
    """Given as an API."""
    write(project / "specs/api.yaml", "openapi: 3.1.0\n")
    refused(project, "specs/api.yaml", exit_code=2, code="not-a-page", hint=r"\.md")


def test_without_any_folder_the_call_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No ``specs`` here, and none named."""
    monkeypatch.chdir(tmp_path)
    refused(tmp_path, exit_code=2, code="missing-folder", hint="docs2sdk generate ")


def link_to_itself(page: Path) -> None:
    """A link that leads in a circle; root cannot read it either."""
    page.symlink_to(page.name)


def link_to_nothing(page: Path) -> None:
    """A link whose target is gone."""
    page.symlink_to("gone.md")


def pipe(page: Path) -> None:
    """Opening it would wait for ever."""
    os.mkfifo(page)


@pytest.mark.parametrize("make", [Path.mkdir, link_to_itself, link_to_nothing, pipe])
def test_an_unreadable_page_is_told(project: Path, make: Callable[[Path], None]) -> None:
    """A folder, a broken link or a pipe in the place of a page."""
    page = project / "specs/bad/operation-odd.md"
    make(page)
    before = sorted(os.listdir(page.parent))
    told = generate("specs/bad")

    assert 1 == told.exit_code, told.stderr
    assert ("specs/bad/operation-odd.md", 1, 1, "unreadable") in told.errors, told.stderr
    assert not (project / "generated/python/bad").exists()
    assert before == sorted(os.listdir(page.parent))


def test_a_link_out_of_the_folder_is_told(project: Path) -> None:
    """What lies elsewhere is not published by accident."""
    write(project / "secret.md", GOOD)
    (project / "specs/bad/operation-link.md").symlink_to("../../secret.md")
    refused(project, "specs/bad", exit_code=1, code="link-outside", hint="page")


def test_files_of_somebody_else_are_kept(project: Path) -> None:
    """A file in the way of ours is named and left; the others are not written either."""
    write(project / "generated/python/bad/README.md", "mine\n")
    before = digests(project)
    told = generate("specs/bad")

    assert told.exit_code in (1, 2), told.stderr
    assert [("generated/python/bad/README.md", 1, 1, "foreign-file")] == told.errors
    assert "--force" in told.hints[0]
    assert before == digests(project)


def test_files_of_somebody_else_beside_ours_survive(project: Path) -> None:
    """What is not in our way stays, and so it does when a page goes and its files with it."""
    mine = write(project / "generated/python/good/notes/mine.txt", "mine\n")
    write(project / "specs/good/operation-list-other.md", GOOD.replace("Things", "Others"))
    grown = generate("specs/good")
    others = project / "generated/python/good/good/resources/others.py"
    was_there = others.is_file()
    (project / "specs/good/operation-list-other.md").unlink()
    shrunk = generate("specs/good")

    assert (0, 0) == (grown.exit_code, shrunk.exit_code), grown.stderr + shrunk.stderr
    assert (True, False) == (was_there, others.exists())
    assert "mine\n" == mine.read_text()


def test_an_edited_file_is_kept(project: Path) -> None:
    """What was changed by hand since is named, not lost; ``--force`` replaces it."""
    readme = project / "generated/python/good/README.md"
    ours = readme.read_bytes()
    write(readme, "edited\n")
    page = project / "specs/good/operation-create-thing.md"
    write(page, GOOD.replace("Makes a thing.", "Makes one thing."))
    before = digests(project)
    told = generate("specs/good")
    kept = digests(project)
    forced = generate("specs/good", "--force")

    assert told.exit_code in (1, 2), told.stderr
    assert ["edited-file"] == [one[3] for one in told.errors]
    assert before == kept
    assert (0, ours) == (forced.exit_code, readme.read_bytes())


@pytest.mark.parametrize("place", ["generated", "generated/python", "generated/python/bad"])
def test_a_file_where_a_folder_is_needed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """The output cannot be made: told before anything is written."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "specs/bad/operation-create-thing.md", GOOD)
    write(tmp_path / place, "a file\n")
    before = digests(tmp_path)
    told = generate()

    assert (2 if place == "generated" else 3) == told.exit_code, told.stderr
    assert "Traceback" not in told.stderr
    assert place in told.stderr
    assert before == digests(tmp_path)


def test_a_folder_where_a_file_is_needed_is_told(project: Path) -> None:
    """Our README cannot replace somebody's folder."""
    write(project / "generated/python/bad/README.md/mine.txt", "mine\n")
    told = refused(project, "specs/bad", exit_code=3, code="output", hint="")

    assert "generated/python/bad/README.md" == told.errors[0][0]


def test_an_output_behind_a_link_is_refused(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Nothing is written through it."""
    away = tmp_path_factory.mktemp("away")
    (project / "generated/python/bad").symlink_to(away)
    told = refused(project, "specs/bad", exit_code=3, code="output", hint="")

    assert "generated/python/bad" == told.errors[0][0]
    assert [] == os.listdir(away)


def test_an_unknown_pack_is_told(project: Path) -> None:
    """By option and in ``api.toml``; the nearest name is offered."""
    told = refused(project, "specs/bad", "--pack", "pyhton", exit_code=2, code="pack", hint="")
    write(project / "specs/bad/api.toml", 'packs = ["pyhton"]\n')
    configured = refused(project, "specs/bad", exit_code=2, code="pack", hint="")

    for one in (told, configured):
        assert 'no pack "pyhton"; did you mean "python"?' in one.stderr


BAD_TEMPLATES = {
    "undefined": ("{# receives: api #}\n# API\n\n{{ api.nmae }}\n", 3, "nmae"),
    "syntax": ("{# receives: api #}\n{% for one in api %}\n", 2, "endfor|end of template|unclosed"),
    "unknown filter": ("{# receives: api #}\n{{ api.title | shout }}\n", 2, "shout"),
    "unquoted text": ("{# receives: api #}\n\n{{ api.title }}\n", 3, "through the filter"),
    "unknown partial": ('{# receives: api #}\n{% include "_x.j2" %}\n', 2, "_x.j2"),
}


@pytest.mark.parametrize("kind", BAD_TEMPLATES)
def test_a_broken_template_is_told(project: Path, kind: str) -> None:
    """With its file and line, by a pack of the user's own that extends ours."""
    text, line, said = BAD_TEMPLATES[kind]
    write(project / "own/mine/pack.toml", 'name = "mine"\nextends = "python"\n')
    write(project / "own/mine/README.md.j2", text)
    arguments = ("specs/bad", "--templates", "own", "--pack", "mine")
    told = refused(project, *arguments, exit_code=2, code="pack", hint="")
    (place,) = told.errors

    assert "own/mine/README.md.j2" == place[0]
    assert line - 1 <= place[1] <= line + 1
    assert re.search(said, told.stderr)


def test_a_template_that_makes_no_python_is_told(project: Path) -> None:
    """The formatter cannot read it, and the user gets the file and the line."""
    write(project / "own/mine/pack.toml", 'name = "mine"\nextends = "python"\n')
    write(project / "own/mine/{package}/headers.py.j2", "{# receives: api #}\nx = 1\ndef (:\n")
    arguments = ("specs/bad", "--templates", "own", "--pack", "mine")
    told = refused(project, *arguments, exit_code=2, code="pack", hint="")

    assert "headers.py" in told.errors[0][0]


def test_the_broken_templates_are_good_but_for_their_fault(project: Path) -> None:
    """A guard for the tests above: the same pack with a sound template generates."""
    write(project / "own/mine/pack.toml", 'name = "mine"\nextends = "python"\n')
    text = "{# receives: api #}\n# {{ api.title | markdown }}\n"
    write(project / "own/mine/README.md.j2", text)
    told = generate("specs/bad", "--templates", "own", "--pack", "mine")
    made = project / "generated/mine/bad"

    assert 0 == told.exit_code, told.stderr
    assert (made / "bad/client.py").is_file()
    assert 2 >= len((made / "README.md").read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--jobs", "0"),
        ("--jobs", "many"),
        ("--no-such-option",),
        ("--templates", "nowhere"),
        ("--pack", "../python"),
        ("--out", "specs/good/operation-create-thing.md"),
    ],
)
def test_wrong_usage_is_told(project: Path, arguments: tuple[str, ...]) -> None:
    """Exit code 2, the usage on stderr, nothing on stdout, nothing written."""
    before = digests(project)
    told = generate("specs/bad", *arguments)

    assert (2, "") == (told.exit_code, told.stdout)
    assert "Traceback" not in told.stderr
    assert arguments[0] in told.stderr
    assert before == digests(project)


def test_a_failed_write_is_told_and_made_good_by_the_next_run(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: exit code 3 and the file's name, and nothing is left; later all of it comes."""
    opened, real = [], Path.open

    def full(self: Path, mode: str = "r", *more: Any, **options: Any) -> Any:
        if "x" in mode:
            opened.append(self)
            if len(opened) > 5:
                raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return real(self, mode, *more, **options)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", full)
        told = generate("specs/bad")
    left = list((project / "generated/python").glob("*bad*"))
    again = generate("specs/bad")
    whole = digests(project / "generated/python/bad")
    shutil.rmtree(project / "generated/python/bad")
    generate("specs/bad")

    assert (3, "") == (told.exit_code, told.stdout), told.stderr
    assert [("output", True)] == [(one[3], one[0].startswith("generated/")) for one in told.errors]
    assert "No space left on device" in told.stderr
    assert [] == left
    assert 0 == again.exit_code, again.stderr
    assert whole == digests(project / "generated/python/bad")


def test_one_page_does_not_take_away_the_others(project: Path) -> None:
    """What was made from all pages of an API stays when one of them is generated alone."""
    second = GOOD.replace("# Create", "# Delete").replace("**POST", "**DELETE")
    write(project / "specs/good/operation-delete-thing.md", second)
    assert 0 == generate("specs/good").exit_code
    before = digests(project)
    told = generate("specs/good/operation-create-thing.md")

    assert [("generated/python/good", 1, 1, "output")] == told.errors
    assert before == digests(project)
    assert 0 == generate("specs/good/operation-create-thing.md", "--out", "elsewhere").exit_code


def test_one_page_is_not_told_of_statements_about_others(project: Path) -> None:
    """api.toml speaks of the whole API, also where one page of it is read."""
    second = GOOD.replace("# Create", "# Delete").replace("**POST", "**DELETE")
    write(project / "specs/bad/operation-delete-thing.md", second)
    write(project / "specs/bad/api.toml", '[operations.delete-thing]\nname = "drop"\n')
    told = generate("specs/bad/operation-create-thing.md")

    assert (0, "") == (told.exit_code, told.stderr)
