"""The command: what it prints where, what it writes, and how it leaves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator import __version__, run
from generator.cli import main
from generator.diagnostics import Diagnostics
from generator.emit import pack as packs
from generator.emit.files import RenderedFile
from generator.emit.pack import PackError
from generator.ir import Api, Operation
from generator.limits import Limits
from generator.means import ALONE, Means
from generator.pipeline import Documents
from generator.progress import MOMENT, ProgressBar


@dataclass(frozen=True)
class FakePack:
    """A pack of a name and nothing else."""

    name: str
    digest: str = ""


def fake_read(documents: Documents, found: Diagnostics, means: Means = ALONE) -> Api | None:
    """A page that starts with ``!`` is an error, with ``?`` a warning; all are operations."""
    operations = []
    for source in documents.sources:
        if source.text.startswith("!"):
            found.error("unknown-type", "unknown type", source.span(1), "Write string.")
        if source.text.startswith("?"):
            found.warning("odd-order", "odd order", source.span(1))
        operations.append(
            Operation(
                id=Path(source.path).stem,
                title=source.text.strip(),
                method="GET",
                path="/x",
                span=source.span(0),
            )
        )
    return None if found.has_errors else Api(name=documents.name, operations=tuple(operations))


def fake_emit(
    api: Api,
    pack: FakePack,
    *,
    limits: Limits,
    means: Means,
    progress: Callable[[int, int], None] | None,
    before: object,
) -> tuple[RenderedFile, ...]:
    """One file an operation."""
    if pack.name == "broken":
        raise PackError("templates/broken/x.j2", 7, "no such name: colour")
    if progress is not None:
        progress(1, len(api.operations))
    return tuple(RenderedFile(path=f"{o.id}.txt", text=o.title + "\n") for o in api.operations)


def fake_pack(name: str, folders: tuple[Path, ...]) -> FakePack:
    """Any name but ``absent`` is a pack."""
    if name == "absent":
        raise PackError((folders[0] / name).as_posix(), 1, "there is no such pack")
    return FakePack(name)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with ``specs/air`` and ``specs/rail``, and a pipeline that does next to nothing."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run, "read_api", fake_read)
    monkeypatch.setattr(run, "emit_api", fake_emit)
    monkeypatch.setattr(packs, "load_pack", fake_pack)
    for page in ("specs/air/fly.md", "specs/rail/go.md", "specs/rail/stop.md"):
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text(f"{page}\n", encoding="utf-8")
    return tmp_path


def call(*arguments: str) -> Result:
    """The command, run in this very program; a fault of ours shows as a failing test."""
    result = CliRunner().invoke(main, arguments)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def written(project: Path) -> set[str]:
    """The files below ``generated``, manifests aside."""
    home = project / "generated"
    return {
        one.relative_to(home).as_posix()
        for one in home.rglob("*")
        if one.is_file() and not one.name.startswith(".")
    }


ALL = {"python/air/fly.txt", "python/rail/go.txt", "python/rail/stop.txt"}


def test_generate_writes_every_api_of_specs(project: Path) -> None:
    """One line an API; nothing on stderr."""
    result = call("generate")

    assert 0 == result.exit_code
    assert ALL == written(project)
    assert "" == result.stderr
    air, rail = result.stdout.splitlines()
    assert "generated/python/air: 1 operation, 3 files (3 written, 0 removed) in 0.0 s" == air
    assert rail.startswith("generated/python/rail: 2 operations, 4 files (4 written, 0 removed)")


def test_generate_again_writes_nothing(project: Path) -> None:
    """The line says so, and quiet says nothing."""
    call("generate")
    result = call("generate")

    assert "generated/python/air: 1 operation, 3 files (0 written, 0 removed)" in result.stdout
    assert ("", 0) == (call("generate", "--quiet").output, result.exit_code)


def test_a_page_that_goes_takes_its_file_along(project: Path) -> None:
    """What is no longer produced is removed."""
    call("generate")
    (project / "specs/rail/stop.md").unlink()
    result = call("generate", "specs/rail")

    assert "generated/python/rail: 1 operation, 3 files (2 written, 1 removed)" in result.stdout
    assert ALL - {"python/rail/stop.txt"} == written(project)


def test_folders_packs_and_output_can_be_named(project: Path) -> None:
    """Each pack has a folder of its own; api.toml names packs where the call does not."""
    (project / "specs/air/api.toml").write_text('packs = ["go", "python", "go"]\n')
    call("generate", "specs/air")
    call("generate", "specs/rail", "--pack", "go", "--pack", "rust", "--out", "sdks")

    assert {"go/air/fly.txt", "python/air/fly.txt"} == written(project)
    assert ["go", "rust"] == sorted(os.listdir(project / "sdks"))


def test_a_single_page_is_an_api(project: Path) -> None:
    """It is named by its folder."""
    call("generate", "specs/rail/go.md")

    assert {"python/rail/go.txt"} == written(project)


def test_a_folder_of_any_name_has_an_output(project: Path) -> None:
    """A name no folder should have gives its words."""
    (project / "specs/air").rename(project / "specs/My Air (2)")
    call("generate", "specs/My Air (2)")

    assert {"python/my-air-2/fly.txt"} == written(project)


def test_two_apis_of_one_name_are_refused(project: Path) -> None:
    """One would overwrite the other."""
    (project / "old/rail").mkdir(parents=True)
    (project / "old/rail/go.md").touch()
    result = call("generate", "specs/rail", "old/rail")

    assert 2 == result.exit_code
    assert "old/rail/go.md:1:1: error[api-name]: would be written to" in result.stderr
    assert set() == written(project)


def test_errors_in_documents_stop_everything(project: Path) -> None:
    """All errors of all APIs are printed, warnings counted, nothing is written."""
    (project / "specs/air/fly.md").write_text("!")
    (project / "specs/rail/go.md").write_text("?")
    (project / "specs/rail/stop.md").write_text("!")
    result = call("generate")

    assert 1 == result.exit_code
    assert (
        "specs/air/fly.md:1:2: error[unknown-type]: unknown type\n"
        "  hint: Write string.\n"
        "specs/rail/stop.md:1:2: error[unknown-type]: unknown type\n"
        "  hint: Write string.\n"
        "2 errors, 1 warning; nothing was written\n"
    ) == result.stderr
    assert "" == result.stdout
    assert not (project / "generated").exists()


def test_warnings_are_printed(project: Path) -> None:
    """A warning stops nothing, but nobody should have to ask for it; quiet leaves it out."""
    (project / "specs/air/fly.md").write_text("?")
    result = call("generate")

    assert 0 == result.exit_code
    assert result.stderr.startswith("specs/air/fly.md:1:2: warning[")
    assert "" == call("generate", "--quiet").output


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("nowhere",), "nowhere:1:1: error[missing-folder]: there is no such folder or page"),
        (("empty",), "empty:1:1: error[no-pages]: holds no pages"),
        (("empty/x.txt",), "empty/x.txt:1:1: error[not-a-page]: is not a Markdown page"),
        (("broken",), "broken/api.toml:1:1: error[config-unknown-key]: unknown key clint"),
        (("--pack", "absent"), "absent:1:1: error[pack]: there is no such pack"),
        (("--pack", "broken"), "templates/broken/x.j2:7:1: error[pack]: no such name: colour"),
        (("--pack", "../x"), "'../x' is not the name of a pack"),
        (("--out", "file"), "Directory 'file' is a file"),
        (("--templates", "nowhere"), "Directory 'nowhere' does not exist"),
        (("--jobs", "0"), "0 is not in the range x>=1"),
        (("--colour",), "No such option"),
    ],
)
@pytest.mark.parametrize("command", ["generate", "check"])
def test_wrong_usage_leaves_with_two(
    project: Path, command: str, arguments: tuple[str, ...], text: str
) -> None:
    """The call, the configuration or a pack is at fault, not the documents."""
    for name in ("empty", "broken"):
        (project / name).mkdir()
    (project / "empty/x.txt").touch()
    (project / "file").touch()
    (project / "broken/x.md").touch()
    (project / "broken/api.toml").write_text("clint = 1\n")
    result = call(command, *arguments)

    assert 2 == result.exit_code
    assert text in " ".join(result.stderr.split())
    assert set() == written(project)


def test_without_specs_the_call_needs_a_folder(project: Path) -> None:
    """The message says which folder was looked for; an empty one is nothing to do."""
    (project / "specs").rename(project / "docs")
    missing = call("generate")
    (project / "specs").mkdir()
    empty = call("generate")

    assert (2, 0) == (missing.exit_code, empty.exit_code)
    assert missing.stderr.startswith("specs:1:1: error[missing-folder]: there is no such folder")
    assert empty.stderr.startswith("nothing to do")


def test_edited_and_foreign_files_stop_everything(project: Path) -> None:
    """Each is named with the way to keep it; no other API is written either; force goes on."""
    call("generate", "specs/rail")
    (project / "generated/python/rail/go.txt").write_text("mine")
    (project / "generated/python/rail/new.txt").write_text("mine")
    (project / "specs/rail/go.md").write_text("changed")
    (project / "specs/rail/new.md").write_text("new")
    result = call("generate")

    assert 1 == result.exit_code
    assert (
        "generated/python/rail/go.txt:1:1: error[edited-file]: "
        "was edited since docs2sdk wrote it\n"
        "  hint: To keep it, move it away or rename it; --force replaces it and saves a copy.\n"
        "generated/python/rail/new.txt:1:1: error[foreign-file]: was not written by docs2sdk\n"
    ) in result.stderr
    assert not (project / "generated/python/air").exists()
    assert 0 == call("generate", "--force").exit_code
    assert "changed\n" == (project / "generated/python/rail/go.txt").read_text()


def test_a_folder_that_cannot_be_written_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Path and reason, no traceback."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    result = call("generate")

    assert 3 == result.exit_code
    assert "error[output]: cannot be locked: Permission denied" in result.stderr


def test_check_of_a_current_output_is_silent_success(project: Path) -> None:
    """Nothing to say on stdout, exit code 0."""
    call("generate")
    result = call("check")

    assert (0, "") == (result.exit_code, result.stdout)
    assert "generated/python/air: up to date\n" in result.stderr
    assert "" == call("check", "--quiet").output


def test_check_shows_the_difference_and_writes_nothing(project: Path) -> None:
    """A unified diff on stdout, a count on stderr, exit code 1."""
    call("generate")
    (project / "specs/air/fly.md").write_text("higher")
    before = (project / "generated/python/air/fly.txt").read_bytes()
    result = call("check")

    assert 1 == result.exit_code
    assert (
        "--- a/generated/python/air/fly.txt\n"
        "+++ b/generated/python/air/fly.txt\n"
        "@@ -1 +1 @@\n"
        "-specs/air/fly.md\n"
        "+higher\n"
    ) in result.stdout
    assert "generated/python/air: 2 files would change\n" in result.stderr
    assert "edited-file" not in result.stderr
    assert before == (project / "generated/python/air/fly.txt").read_bytes()
    assert "" == call("check", "--quiet").stdout


def test_check_of_nothing_yet_is_drift(project: Path) -> None:
    """All files would be added; still nothing is written."""
    result = call("check")

    assert 1 == result.exit_code
    assert "+++ b/generated/python/rail/go.txt\n" in result.stdout
    assert not (project / "generated").exists()


def test_check_names_files_edited_by_hand(project: Path) -> None:
    """The documents are not at fault then, and the message says so."""
    call("generate")
    (project / "generated/python/air/fly.txt").write_text("mine")
    result = call("check")

    assert 1 == result.exit_code
    assert "air/fly.txt:1:1: error[edited-file]: was edited since docs2sdk" in result.stderr
    assert "-mine\n+specs/air/fly.md\n" in result.stdout


@pytest.mark.parametrize(
    ("page", "fail_on", "expected"),
    [
        ("fine", "warning", 0),
        ("?", "error", 0),
        ("?", "warning", 1),
        ("!", "error", 1),
        ("!", "warning", 1),
        ("!", "never", 0),
    ],
)
def test_lint_fails_on_what_it_is_told(
    project: Path, page: str, fail_on: str, expected: int
) -> None:
    """Errors by default, warnings or nothing on demand."""
    (project / "specs/air/fly.md").write_text(page)

    assert expected == call("lint", "--fail-on", fail_on).exit_code


def test_lint_prints_findings_in_three_forms(project: Path) -> None:
    """Text goes to stderr; JSON and annotations to stdout for others to read."""
    (project / "specs/air/fly.md").write_text("?")
    text = call("lint", "specs/air")
    as_json = call("lint", "specs/air/fly.md", "--format", "json")
    github = call("lint", "--format", "github")

    assert "specs/air/fly.md:1:2: warning[odd-order]: odd order\n1 warning\n" == text.stderr
    assert ["odd-order"] == [one["code"] for one in json.loads(as_json.stdout)["diagnostics"]]
    assert github.stdout.startswith(
        "::warning file=specs/air/fly.md,line=1,col=2,title=odd-order::odd order\n"
    )


def test_lint_prints_the_ledger_and_its_totals(project: Path) -> None:
    """On stdout, one API after the other; the ledger fails nothing."""
    result = call("lint", "--fail-on", "warning")

    assert (0, "no findings\n") == (result.exit_code, result.stderr)
    assert (
        "specs/air/fly.md:1:1: unknown[authentication]: how callers prove who they are is not said"
        ' — api.toml: [auth."…"] kind = "basic", "bearer" or "api-key"\n'
        "specs/air/fly.md:1:1: unknown[errors]: what an error answer holds is not said"
        ' — api.toml: [errors] message = "…"\n'
        "specs/air/fly.md:1:1: unknown[server]: which server answers is not said"
        ' — api.toml: [client] base_url = "https://…"\n'
        "air: 1 operation\n"
        "  unknown   errors              1 on 1 page\n"
        "  unknown   authentication      1 on 1 page\n"
        "  unknown   server              1 on 1 page\n"
    ) == result.stdout[: result.stdout.index("specs/rail")]
    assert "rail: 2 operations\n" in result.stdout


def test_lint_stays_readable_and_has_everything_on_demand(project: Path) -> None:
    """At most a hundred lines an API, and a count of the rest; ``--all`` leaves nothing out."""
    for number in range(150):
        (project / f"specs/air/page-{number}.md").touch()
    short, whole = call("lint", "specs/air").stdout, call("lint", "specs/air", "--all").stdout

    assert (100, 153) == (short.count(".md:1:1: "), whole.count(".md:1:1: "))
    assert "… and 53 more; --all shows them\nair: 151 operations\n" in short
    assert "  unknown   errors            151 on 151 pages\n" in short


def test_lint_drafts_a_config_for_one_api(project: Path) -> None:
    """On stdout alone, so that it can be sent to a file."""
    result = call("lint", "--draft-config", "specs/air")
    (project / "specs/air/api.toml").write_text(result.stdout)

    assert (0, "") == (result.exit_code, result.stderr)
    assert '[client]\nname = "Air"\npackage = "air"\n' in result.stdout
    assert 0 == call("generate", "specs/air").exit_code
    assert 0 == call("lint", "--draft-config", "specs/rail/go.md").exit_code


def test_lint_drafts_nothing_where_it_cannot(project: Path) -> None:
    """Two APIs have two files; pages with errors and folders without pages have none."""
    (project / "specs/rail/go.md").write_text("!")
    both = call("lint", "--draft-config", "specs/air", "specs/air")
    faulty = call("lint", "--draft-config", "specs/rail")
    missing = call("lint", "--draft-config", "nowhere")

    assert [(2, ""), (1, ""), (2, "")] == [
        (one.exit_code, one.stdout) for one in (both, faulty, missing)
    ]
    assert "--draft-config takes one API: name its folder" in both.stderr
    assert "1 error; nothing was drafted" in faulty.stderr


def test_lint_never_forgives_wrong_usage(project: Path) -> None:
    """A folder that is missing was not looked at, whatever may fail."""
    assert project.is_dir()
    assert 2 == call("lint", "nowhere", "--fail-on", "never").exit_code
    assert [] == json.loads(call("lint", "--format", "json").stdout)["diagnostics"]


def test_dump_prints_the_model_as_json(project: Path) -> None:
    """A page or a folder; text of any script stays as it is."""
    (project / "specs/rail/go.md").write_text("Straße 東京", encoding="utf-8")
    page = call("dump", "specs/rail/go.md")
    folder = call("dump", "specs/rail")

    assert "Straße 東京" in page.stdout_bytes.decode("utf-8")
    assert 1 == len(json.loads(page.stdout)["operations"])
    assert 2 == len(json.loads(folder.stdout)["operations"])


def test_dump_of_a_faulty_page_prints_errors_alone(project: Path) -> None:
    """Nothing on stdout that a program could take for a model."""
    (project / "specs/rail/go.md").write_text("!")
    result = call("dump", "specs/rail")

    assert (1, "") == (result.exit_code, result.stdout)
    assert "error[unknown-type]" in result.stderr
    assert 2 == call("dump", "nowhere").exit_code


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    """The script calls back for what may follow."""
    result = call("completion", shell)

    assert 0 == result.exit_code
    assert "_DOCS2SDK_COMPLETE" in result.stdout


@pytest.mark.parametrize("command", [(), *((one,) for one in main.commands)])
def test_every_help_text_has_an_example(command: tuple[str, ...]) -> None:
    """``-h`` and ``--help`` are one."""
    result = call(*command, "-h")

    assert 0 == result.exit_code
    assert "Example" in result.stdout
    assert "docs2sdk" in result.stdout
    assert result.stdout == call(*command, "--help").stdout


def test_names_cannot_forge_output(project: Path) -> None:
    """A file's name with an escape, a line end or no text at all is refused and shown as text."""
    (project / "specs/air/a\x1b[31m\n::error::.md").touch()
    (project / os.fsdecode(b"specs/air/\xff.md")).touch()
    result = call("generate")

    assert 1 == result.exit_code
    assert (
        "specs/air/a\\x1b[31m\\n: :error: :.md:1:1: error[page-name]: "
        "has a name that cannot be printed\n"
    ) in result.stderr
    assert "specs/air/\\udcff.md:1:1: error[page-name]" in result.stderr


def test_a_folder_without_a_name_for_the_output_is_refused(project: Path) -> None:
    """Signs alone name nothing; text that is none is no name either."""
    (project / "specs/air").rename(project / "specs/((!))")
    signs = call("generate")
    (project / "specs/((!))").rename(os.fsdecode(os.fsencode(project) + b"/specs/\xff"))
    bytes_alone = call("generate")

    assert (2, 2) == (signs.exit_code, bytes_alone.exit_code)
    assert "error[api-name]: is in a folder whose name holds no letter" in signs.stderr
    assert "specs/\\udcff:1:1: error[api-name]" in bytes_alone.stderr


def test_the_bar_appears_after_a_moment() -> None:
    """Short work shows none, unwatched work neither."""
    now = [0.0]

    def shows(seconds: float, *, wanted: bool = True) -> bool:
        with ProgressBar(wanted=wanted, clock=lambda: now[0]) as bar:
            advance = bar.track("rail")
            now[0] += seconds
            advance(1, 2)
            return bar.is_shown

    assert [False, True, False] == [
        shows(MOMENT / 2),
        shows(MOMENT * 2),
        shows(MOMENT * 2, wanted=False),
    ]


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """``python -m generator`` as a process of its own."""
    root = str(Path(__file__).parent.parent)
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": root, **environment},
    )


def test_it_runs_as_a_module() -> None:
    """The version is the package's."""
    result = start("-m", "generator", "--version")

    assert (0, f"docs2sdk, version {__version__}".encode()) == (
        result.returncode,
        result.stdout.strip(),
    )


def test_a_slip_in_a_command_is_told_with_what_was_meant() -> None:
    """Where one is near enough; another word is only refused."""
    slip, other = start("-m", "generator", "genrate"), start("-m", "generator", "bake")

    assert (2, 2) == (slip.returncode, other.returncode)
    assert b"No such command 'genrate'. Did you mean generate?" in slip.stderr
    assert other.stderr.rstrip().endswith(b"No such command 'bake'.")


def test_a_command_is_imported_when_it_is_called() -> None:
    """Its own module alone; help and completion know all of them."""
    script = (
        "import sys; from generator.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(*(one for one in ('build', 'diff', 'fetch') if f'generator.cli.{one}' in sys.modules))"
    )
    called, told = (
        start("-c", script, *words).stdout.split(b"\n")[-2] for words in (["diff", "-h"], ["-h"])
    )

    assert (b"diff", b"build diff fetch") == (called, told)


def test_what_is_slow_is_imported_when_needed() -> None:
    """The version, help and a fault in the call cost none of the big libraries."""
    script = (
        "import sys; from generator.cli import main\n"
        "try: main(['check', 'nowhere'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'black', 'jinja2', 'rich'} & set(sys.modules)))"
    )
    result = start("-c", script)

    assert b"[]" == result.stdout.strip()


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", b"error["), (b"\0\1\2", b"error[not-text]"), (b"# Hello\n\nA diary.\n", b"error[")],
    ids=["empty", "binary", "no API page"],
)
def test_a_page_that_is_none_gets_a_finding(tmp_path: Path, data: bytes, code: bytes) -> None:
    """Through the real pipeline: path, line and column, exit code 1, no traceback, no output."""
    page = tmp_path / "diary" / "page.md"
    page.parent.mkdir()
    page.write_bytes(data)
    out = tmp_path / "out"
    result = start("-m", "generator", "generate", str(page.parent), "--out", str(out))

    assert 1 == result.returncode
    assert f"{page}:1:1: ".encode() + code in result.stderr
    assert b"Traceback" not in result.stderr
    assert not out.exists()


def test_it_writes_utf8_in_any_locale(shared: Path) -> None:
    """A terminal's encoding changes no byte of what is dumped."""
    page = shared / "corpus" / "seed" / "operation-createworkspace.flat.md"
    ascii_only = start("-m", "generator", "dump", str(page), LC_ALL="C", PYTHONIOENCODING="ascii")
    utf8 = start("-m", "generator", "dump", str(page), LC_ALL="C.UTF-8")

    assert b"" == ascii_only.stderr
    assert utf8.stdout == ascii_only.stdout
    assert json.loads(utf8.stdout.decode("utf-8"))


def test_commands_are_those_promised() -> None:
    """The command line is an interface: a command that goes is a break."""
    assert [
        "cache",
        "check",
        "completion",
        "config-schema",
        "diff",
        "dump",
        "fetch",
        "generate",
        "learn",
        "lint",
        "watch",
        "where",
        "why",
    ] == sorted(main.commands)
    assert isinstance(main, click.Group)


def test_a_real_api_is_generated_checked_and_kept(root: Path, tmp_path: Path) -> None:
    """Through the real pipeline and pack: written, current, and untouched by a second run."""
    arguments = (str(root / "specs" / "train-travel"), "--out", str(tmp_path / "out"))
    first = call("generate", *arguments)
    before = {one: one.stat().st_mtime_ns for one in (tmp_path / "out").rglob("*")}
    current = call("check", *arguments)
    second = call("generate", *arguments)

    assert (0, 0, 0) == (first.exit_code, current.exit_code, second.exit_code)
    assert "" == current.stdout
    assert "(0 written, 0 removed)" in second.stdout
    assert "\x1b" not in first.output + second.output
    assert before == {one: one.stat().st_mtime_ns for one in (tmp_path / "out").rglob("*")}
    assert (tmp_path / "out" / "python" / "train-travel" / ".docs2sdk.json").is_file()
