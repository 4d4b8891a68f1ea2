"""The generated SDKs as releases: they build, PyPI would take them, and the wheel is whole."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from generation import ROOT

GENERATED = ROOT / "generated" / "python"
SDKS = sorted(one.name for one in GENERATED.iterdir() if one.is_dir())

IMPORTED = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
assert package.__file__.startswith(sys.argv[2]), package.__file__
for one in pkgutil.walk_packages(package.__path__, sys.argv[1] + "."):
    importlib.import_module(one.name)
for name in package.__all__:
    getattr(package, name)
print(package.__version__)
"""

pytestmark = pytest.mark.slow
every_sdk = pytest.mark.parametrize("name", SDKS)


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python with the arguments, which must succeed."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return done


def committed(sdk: Path) -> dict[str, bytes]:
    """What users import: every file of the package, by its path in a wheel."""
    (package,) = (one.parent for one in sdk.glob("*/py.typed"))
    files = [one for one in package.rglob("*") if one.suffix in (".py", ".typed")]
    return {str(one.relative_to(sdk)): one.read_bytes() for one in files}


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each SDK with its sdist and its wheel, which was built from the sdist."""
    folder = tmp_path_factory.mktemp("releases")
    for name in SDKS:
        # The build takes hatchling from this environment, so that it needs no network.
        python(GENERATED / name, "-m", "build", "--sdist", "-n", "-o", str(folder / name), ".")
        (sdist,) = (folder / name).glob("*.tar.gz")
        with tarfile.open(sdist) as packed:
            packed.extractall(folder / name, filter="data")
        (unpacked,) = (one for one in (folder / name).iterdir() if one.is_dir())
        python(unpacked, "-m", "build", "--wheel", "-n", "-o", str(folder / name), ".")
    return folder


def wheel_of(releases: Path, name: str) -> Path:
    """The one wheel of the SDK."""
    (wheel,) = (releases / name).glob("*.whl")
    return wheel


@every_sdk
def test_pypi_would_take_it(releases: Path, name: str) -> None:
    """``twine check --strict``: the metadata is whole and the README can be shown."""
    files = [str(one) for one in (releases / name).iterdir() if one.is_file()]
    done = python(releases, "-m", "twine", "check", "--strict", *files)

    assert 2 == done.stdout.count("PASSED")


@every_sdk
def test_the_wheel_holds_the_package_and_nothing_else(releases: Path, name: str) -> None:
    """Every module to the byte, and ``py.typed``; no tests."""
    with zipfile.ZipFile(wheel_of(releases, name)) as wheel:
        found = {one: wheel.read(one) for one in wheel.namelist() if ".dist-info/" not in one}

    assert committed(GENERATED / name) == found


@every_sdk
def test_the_version_is_the_documentations(releases: Path, name: str) -> None:
    """In its metadata and in the file's name: the one of ``api.toml``, else of the docs root."""
    stated = tomllib.loads((ROOT / "specs" / name / "api.toml").read_text("utf-8"))
    wheel = wheel_of(releases, name)
    project = tomllib.loads((GENERATED / name / "pyproject.toml").read_text("utf-8"))["project"]

    assert project["version"] == wheel.name.split("-")[1]
    root = (ROOT / "specs" / name / "index.md").read_text("utf-8")
    documented = re.search(r"This is version `([\d.]+)`", root)
    assert documented is not None
    assert stated["client"].get("version", documented[1]) == project["version"]


@every_sdk
def test_the_wheel_can_be_installed_and_imported(releases: Path, name: str, tmp_path: Path) -> None:
    """Every module and every public name, from a folder that holds nothing but the wheel."""
    package = next((GENERATED / name).glob("*/py.typed")).parent.name
    wheel = str(wheel_of(releases, name))
    offline = ("--no-deps", "--no-index", "--quiet")
    python(tmp_path, "-m", "pip", "install", *offline, "--target", str(tmp_path / "site"), wheel)
    start = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
    done = python(tmp_path, "-I", "-c", start + IMPORTED, package, str(tmp_path / "site"))

    assert wheel_of(releases, name).name.split("-")[1] == done.stdout.strip()
