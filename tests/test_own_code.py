"""``custom/`` in a generated package: the user's from the first run on, and exported beside ours."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from diff_cases import FOLDER
from generation import ROOT, call, imported, tree

PAGE = FOLDER / "request-field-removed" / "old.md"
HOME = "generated/python/crates/crates/custom"
OWN = '''"""Ours."""

import fractions

from ..client import CratesClient
from .. import NotFoundError

__all__ = ["depot_of", "HALF"]

HALF = fractions.Fraction(1, 2)


def depot_of(client: CratesClient, name: str) -> str:
    try:
        return f"{type(client).__name__}:{name}"
    except NotFoundError:
        return ""
'''


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An API, its SDK, and nothing of the user's in it yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCS2SDK_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "specs/crates").mkdir(parents=True)
    shutil.copy(PAGE, tmp_path / "specs/crates/operation-createcrate.md")
    assert 0 == call("generate", "--quiet").exit_code
    return tmp_path


def own(project: Path, text: str, name: str = "__init__.py") -> Path:
    """A file of the user's in ``custom/``."""
    file = project / HOME / name
    file.write_text(text)
    return file


def python(project: Path, code: str) -> str:
    """What a program over the SDK prints."""
    sdk = project / "generated/python/crates"
    done = subprocess.run([sys.executable, "-c", code], cwd=sdk, capture_output=True, text=True)
    assert 0 == done.returncode, done.stderr
    return done.stdout.strip()


def test_the_folder_is_written_once_and_left_alone(project: Path) -> None:
    """Whatever is in it stays to the byte: with force, after a change of pages, after a removal."""
    own(project, OWN)
    own(project, "x = 1\n", "more.py")
    before = tree(project / HOME)
    page = project / "specs/crates/operation-createcrate.md"
    page.write_text((FOLDER / "request-field-removed" / "new.md").read_text())
    done = call("generate", "--force")

    assert 0 == done.exit_code, done.output
    assert before == tree(project / HOME)
    assert 0 == call("check").exit_code
    assert not (project / "generated/python/crates/.docs2sdk.backup").exists()


def test_what_is_the_users_is_not_in_the_manifest(project: Path) -> None:
    """What the manifest lists may be replaced and removed, so the folder must not be in it."""
    sdk = project / "generated/python/crates"
    listed = json.loads((sdk / ".docs2sdk.json").read_text())["files"]
    mapped = json.loads((sdk / ".docs2sdk.map.json").read_text())["files"]

    assert [] == [one for one in (*listed, *mapped) if "custom" in one]


def test_an_edit_of_ones_own_makes_nothing_old(project: Path) -> None:
    """Nor does it change a byte of what is generated: the same pages, the same SDK."""
    before = tree(project / "generated")
    own(project, OWN)
    checked = call("check")
    again = call("generate")
    after = tree(project / "generated")

    assert (0, 0) == (checked.exit_code, again.exit_code)
    assert {"python/crates/crates/custom/__init__.py"} == {
        one for one in after if before.get(one) != after[one]
    }


def test_a_folder_that_is_gone_is_missed(project: Path) -> None:
    """The package imports from it: check says so, and generate writes an empty one."""
    shutil.rmtree(project / HOME)
    checked = call("check")
    again = call("generate", "--quiet")

    assert (1, 0) == (checked.exit_code, again.exit_code)
    assert "crates/custom/__init__.py" in checked.stdout
    assert ["__init__.py"] == [one.name for one in (project / HOME).iterdir()]


def test_own_names_come_from_the_package(project: Path) -> None:
    """By attribute, by import, and in ``dir``; what is not listed does not."""
    own(project, OWN)
    code = (
        "import crates; from crates import HALF, depot_of\n"
        "print(crates.depot_of is depot_of, HALF, 'depot_of' in dir(crates),"
        " hasattr(crates, 'fractions'), hasattr(crates, 'CratesClient'))"
    )

    assert "True 1/2 True False True" == python(project, code)


def test_importing_stays_lazy(project: Path) -> None:
    """Neither the package nor its client loads what the user wrote; asking for it does."""
    own(project, OWN)
    code = (
        "import sys, crates; from crates import CratesClient, Crate, NotFoundError, Headers\n"
        "print('crates.custom' in sys.modules)\n"
        "crates.HALF; print('crates.custom' in sys.modules)"
    )
    only = (
        "import sys, crates; print('crates.client' in sys.modules, 'crates.custom' in sys.modules)"
    )

    assert "False False" == python(project, only)
    assert "False\nTrue" == python(project, code)


def test_own_code_may_import_the_package_first(project: Path) -> None:
    """A circle through ``custom`` is none, whatever is imported first."""
    own(
        project,
        OWN.replace("from ..client import CratesClient", "from .. import CratesClient, testing"),
    )

    assert "ok" == python(project, "from crates.custom import depot_of; print('ok')")
    assert "ok" == python(project, "from crates import depot_of; print('ok')")
    assert "ok" == python(project, "import crates.testing; crates.HALF; print('ok')")


def test_what_nobody_has_is_an_attribute_error(project: Path) -> None:
    """With the name in it, as for any module."""
    own(project, OWN)
    with imported(project / "generated/python/crates") as package:
        with pytest.raises(AttributeError, match="module 'crates' has no attribute 'nothing'"):
            _ = package.nothing
        with pytest.raises(AttributeError, match="has no attribute '__wrapped__'"):
            _ = package.__wrapped__


@pytest.mark.parametrize(
    "checker",
    [("mypy", "--strict"), ("pyright", "--pythonpath", sys.executable)],
    ids=["mypy", "pyright"],
)
def test_checkers_know_own_names_and_their_types(project: Path, checker: tuple[str, ...]) -> None:
    """A right call passes, a wrong one and a name that is not listed are errors on their lines."""
    own(project, OWN)
    sdk = project / "generated/python/crates"
    (sdk / "right.py").write_text(
        "from crates import HALF, CratesClient, depot_of\n"
        "text: str = depot_of(CratesClient(auth=('a', 'b')), 'north')\n"
        "print(HALF.numerator, text)\n"
    )
    (sdk / "wrong.py").write_text(
        "import crates\nfrom crates import CratesClient, depot_of\n"
        "depot_of(CratesClient(auth=('a', 'b')), 3)\n"
        "crates.fractions\n"
    )
    right = run([sys.executable, "-m", *checker, "right.py", "crates"], sdk)
    wrong = run([sys.executable, "-m", *checker, "wrong.py"], sdk)
    lines = set(re.findall(r"wrong\.py:(\d+)(?::\d+)?(?: -|:) error", wrong.stdout))

    assert 0 == right.returncode, right.stdout
    assert {"3", "4"} == lines, wrong.stdout


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A checker, which may find errors."""
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("__all__ = ['Crate']\nclass Crate: ...\n", "1:12", "exports Crate, and so does "),
        ("__all__ = ['client']\n", "1:12", "exports client, and so does "),
        ("\n__all__ = ('a', 'RateLimitError')\n", "2:17", "exports RateLimitError, and so does "),
        (
            "__all__ = ['a']\n__all__ += ['CratesClient']\n",
            "2:13",
            "exports CratesClient, and so does ",
        ),
        ("__all__: list[str] = ['_a']\n", "1:23", "exports _a, which is private"),
        ("__all__ = sorted(globals())\n", "1:1", "has an __all__ that is no list of texts"),
        ("__all__ = ['a', b]\n", "1:1", "has an __all__ that is no list of texts"),
        ("x = 1\n", "1:1", "has no __all__, so nothing says what it exports"),
        ("x = (\n", "1:1", "is no Python: '(' was never closed"),
        ("(" * 9_000, "1:1", "is no Python"),
    ],
)
@pytest.mark.parametrize("command", ["generate", "check"])
def test_a_name_of_ours_is_refused(
    project: Path, command: str, text: str, place: str, said: str
) -> None:
    """Both places are named, and nothing is written: no name comes to mean something else."""
    own(project, text)
    before = tree(project / "generated")
    result = call(command)

    assert 1 == result.exit_code
    assert f"{HOME}/__init__.py:{place}: error[own-names]: {said}" in result.stderr
    assert before == tree(project / "generated")
    if "so does" in said:
        assert re.search(r"so does generated/python/crates/crates/\w+\.py(:\d+)?\n", result.stderr)


def test_a_model_that_comes_to_bear_an_own_name_is_refused(project: Path) -> None:
    """The page is new, the name is old: whoever imports it must not get another thing."""
    own(project, "__all__ = ['Barrel']\n\n\nclass Barrel: ...\n")
    assert 0 == call("generate").exit_code
    text = PAGE.read_text().replace("crates", "barrels").replace("rate", "arrel")
    (project / "specs/crates/operation-createbarrel.md").write_text(text.replace("crate", "barrel"))
    result = call("generate")

    assert 1 == result.exit_code
    assert (
        "exports Barrel, and so does generated/python/crates/crates/__init__.py:" in result.stderr
    )


def test_own_code_is_read_and_never_run(project: Path) -> None:
    """Generating looks at its text alone."""
    own(project, "import pathlib\npathlib.Path('ran').touch()\n__all__ = ['x']\n")

    assert 0 == call("generate", "--quiet").exit_code
    assert 0 == call("check", "--quiet").exit_code
    assert not (project / "ran").exists()


@pytest.mark.slow
def test_own_code_is_in_the_wheel(project: Path) -> None:
    """It is a part of the package like any other."""
    own(project, OWN)
    own(project, "x = 1\n", "more.py")
    sdk = project / "generated/python/crates"
    done = run([sys.executable, "-m", "build", "--wheel", "-n", "-o", "dist", "."], sdk)
    assert 0 == done.returncode, done.stdout + done.stderr
    (wheel,) = (sdk / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())

    assert {"crates/custom/__init__.py", "crates/custom/more.py"} <= names


def test_a_pack_may_leave_files_to_its_users(project: Path) -> None:
    """Any pack can, by its table ``[once]``; a key that is no file of it is a fault of the pack."""
    pack = project / "packs/ours"
    pack.mkdir(parents=True)
    (pack / "notes.md").write_text("Yours.\n")
    (pack / "pack.toml").write_text('name = "ours"\nextends = "python"\n[once]\n"notes.md" = ""\n')
    arguments = ("--templates", "packs", "--pack", "ours", "--quiet")
    assert 0 == call("generate", *arguments).exit_code
    notes = project / "generated/ours/crates/notes.md"
    notes.write_text("Mine.\n")

    assert (0, 0) == (call("check", *arguments).exit_code, call("generate", *arguments).exit_code)
    assert "Mine.\n" == notes.read_text()

    (pack / "notes.md").unlink()
    broken = call("generate", *arguments)

    assert 2 == broken.exit_code
    assert 'pack.toml:1:1: error[pack]: [once] names "notes.md", which is no file' in broken.stderr


def test_the_committed_sdks_have_the_folder() -> None:
    """As it was written, for whoever looks for it."""
    (template,) = (ROOT / "templates/python").glob("{package}/custom/__init__.py")
    found = list((ROOT / "generated/python").glob("*/*/custom/__init__.py"))

    assert {template.read_text()} == {one.read_text() for one in found}
    assert 2 <= len(found)
