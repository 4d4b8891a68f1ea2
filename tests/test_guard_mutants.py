"""Each guard is needed: break one, and a test that stands for it fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from generation import ROOT

FAILED = 1
"""How pytest ends where tests ran and some failed; any other number would be no proof."""


@dataclass(frozen=True)
class Mutant:
    """``old`` in a module of the generator becomes ``new``; one of the tests has to fail."""

    module: str
    old: str
    new: str
    tests: str


MUTANTS = {
    # Python literals and docstrings
    "a literal's quotes are not escaped": Mutant(
        "emit/quoting_python.py", '.replace(quote, "\\\\" + quote)', "", "test_quoting.py::test_a_literal_is_written_as_a_person_would"
    ),
    "a literal's backslashes are not escaped": Mutant(
        "emit/quoting_python.py", 'text.replace("\\\\", "\\\\\\\\")', "text", "test_quoting.py::test_a_literal_is_written_as_a_person_would"
    ),
    "hidden characters stand in code": Mutant(
        "emit/quoting_python.py", "else UNSAFE.sub(_escape, doubled)", "else doubled", "test_quoting.py::test_a_literal_is_written_as_a_person_would"
    ),
    "bidi controls are not hidden characters": Mutant(
        "emit/quoting.py", "\\u2028-\\u202f", "\\u2028-\\u2029", "test_quoting.py::test_a_literal_is_written_as_a_person_would"
    ),
    "an integer may have any length": Mutant(
        "emit/quoting_python.py", "if not -(2**63) <= value < 2**64:", "if False:", "test_quoting.py::test_a_value_without_a_safe_literal_is_refused"
    ),
    "a float may be infinite": Mutant(
        "emit/quoting_python.py", "if not math.isfinite(value):", "if False:", "test_quoting.py::test_a_value_without_a_safe_literal_is_refused"
    ),
    "three quotes end a docstring": Mutant(
        "emit/quoting_docstring.py", "if '\"\"\"' in text or text[0] == '\"':", "if False:", "test_quoting.py::test_a_short_docstring_stands_on_one_line"
    ),
    "a quote at the end joins the docstring's": Mutant(
        "emit/quoting_docstring.py",
        """' \"\"\"' if written[-1] == '"' else""",
        """'\"\"\"' if written[-1] == '"' else""",
        "test_quoting.py::test_a_short_docstring_stands_on_one_line"
    ),
    "a docstring's backslashes are not escaped": Mutant(
        "emit/quoting_docstring.py", "_TOKEN.findall(escaped(text))", "_TOKEN.findall(text)", "test_quoting.py::test_a_short_docstring_stands_on_one_line"
    ),
    "a prompt in a docstring is a doctest": Mutant(
        "emit/quoting_docstring.py", 'r"\\1> >>"', 'r"\\1>>>"', "test_quoting.py::test_a_short_docstring_stands_on_one_line"
    ),
    # TOML, JSON, Markdown
    "a TOML string's quotes are not escaped": Mutant(
        "emit/quoting.py", ".replace('\"', '\\\\\"')", "", "test_quoting.py::test_a_toml_string_reads_back"
    ),
    "a lone surrogate is written": Mutant(
        "emit/quoting.py", 'return re.sub("[\\ud800-\\udfff]", "\\ufffd", text)', "return text", "test_quoting.py::test_a_lone_surrogate_is_replaced"
    ),
    "hidden characters stand in JSON": Mutant(
        "emit/quoting.py", 'found[0] if found[0] == "\\n" else _json_escape(found)', "found[0]", "test_quoting.py::test_a_json_value_reads_back"
    ),
    "any key is a key of JSON": Mutant(
        "emit/quoting.py", "if not all(isinstance(key, str) for key in value):", "if False:", "test_quoting.py::test_a_json_value_with_other_keys_is_refused"
    ),
    "a link in Markdown is a link": Mutant(
        "emit/quoting_markdown.py", "[\\\\`*\\[\\]|~$]", "[\\\\`*|~$]", "test_quoting.py::test_markdown_text_escapes_only_what_is_active"
    ),
    "a pipe ends a cell": Mutant(
        "emit/quoting_markdown.py", "[\\\\`*\\[\\]|~$]", "[\\\\`*\\[\\]~$]", "test_quoting.py::test_markdown_text_escapes_only_what_is_active"
    ),
    "a tag in Markdown is a tag": Mutant(
        "emit/quoting_markdown.py", '{"<": "&lt;", ', '{"<": "<", ', "test_quoting.py::test_markdown_text_escapes_only_what_is_active"
    ),
    "a line may start a list": Mutant(
        "emit/quoting_markdown.py", "    if start:\n", "    if False:\n", "test_quoting.py::test_markdown_text_escapes_only_what_is_active"
    ),
    "backticks end a code span": Mutant(
        "emit/quoting_markdown.py", "max(map(len, runs), default=0) + 1", "1", "test_render.py::test_a_template_prints_finished_text"
    ),
    # templates
    "a template prints any text": Mutant(
        "emit/render.py",
        "    if isinstance(value, jinja2.Undefined):\n",
        "    if isinstance(value, str | jinja2.Undefined):\n",
        "test_render.py::test_a_fault_in_a_template_is_told_by_line",
    ),
    "a template may join with anything": Mutant(
        "emit/render.py", "if not _SEPARATOR.fullmatch(separator):", "if False:", "test_render.py::test_a_fault_in_a_template_is_told_by_line"
    ),
    "a template may join what is not finished": Mutant(
        "emit/render.py", "if not all(type(one) is Code for one in texts):", "if False:", "test_render.py::test_a_fault_in_a_template_is_told_by_line"
    ),
    "a missing name is nothing": Mutant(
        "emit/render.py", "undefined=jinja2.StrictUndefined", "undefined=jinja2.Undefined", "test_render.py::test_a_fault_in_a_template_is_told_by_line"
    ),
    "templates reach Python's attributes": Mutant(
        "emit/render.py",
        "class _Environment(ImmutableSandboxedEnvironment):",
        "class _Environment(jinja2.Environment):",
        "test_render.py::test_a_fault_in_a_template_is_told_by_line",
    ),
    "templates have jinja's own filters": Mutant(
        "emit/render.py", "environment.filters = kept | dict(FILTERS)", "environment.filters |= FILTERS", "test_render.py::test_a_fault_in_a_template_is_told_by_line"
    ),
    "templates have jinja's own globals": Mutant(
        "emit/render.py", "environment.globals.clear()", "pass", "test_render.py::test_a_fault_in_a_template_is_told_by_line"
    ),
    # names and paths
    "a keyword is a name": Mutant(
        "emit/naming.py", "while name in reserved:", "while False:", "test_naming.py::test_a_name_becomes_the_identifier_of_its_row test_naming.py::test_a_reserved_name_is_not_given_later"
    ),
    "a name begins with a digit": Mutant(
        "emit/naming.py", "if parts[0][0].isdigit():", "if False:", "test_naming.py::test_a_name_becomes_the_identifier_of_its_row"
    ),
    "a name has any length": Mutant(
        "emit/naming.py", "if len(join(parts)) > LONGEST:", "if False:", "test_naming.py::test_a_name_becomes_the_identifier_of_its_row"
    ),
    "two texts have one name": Mutant(
        "emit/naming.py", "if chosen not in self._taken:", "if True:", "test_naming.py::test_a_second_name_says_how_its_text_differs"
    ),
    "a path has any characters": Mutant(
        "emit/paths.py", "if not _PART.fullmatch(part):", "if False:", "test_output.py::test_a_path_that_may_lead_elsewhere_is_refused"
    ),
    "a path goes up": Mutant(
        "emit/paths.py", 'if part.endswith(".") or part.startswith(".."):', "if False:", "test_output.py::test_a_path_that_may_lead_elsewhere_is_refused"
    ),
    "a path is a device": Mutant(
        "emit/paths.py", "if _DEVICE.fullmatch(part):", "if False:", "test_output.py::test_a_path_that_may_lead_elsewhere_is_refused"
    ),
    "two paths differ in case alone": Mutant(
        "emit/paths.py", "if path.casefold() in seen:", "if False:", "test_output.py::test_two_paths_that_are_one_are_refused"
    ),
    "a linked folder is written through": Mutant(
        "emit/paths.py", "if stat.S_ISLNK(mode):", "if False:", "test_output.py::test_a_linked_folder_is_refused"
    ),
    "a linked file is read": Mutant(
        "emit/there.py", "if stat.S_ISLNK(stamp.mode):", "if False:", "test_output.py::test_a_linked_file_is_replaced_only_when_forced_and_not_followed"
    ),
    "an edit is lost": Mutant(
        "emit/output.py", "elif digest(before) != recorded:", "elif False:", "test_output.py::test_an_edited_file_is_kept_unless_forced"
    ),
    "a stranger's file is lost": Mutant(
        "emit/output.py", "    if recorded is None:\n", "    if False:\n", "test_output.py::test_a_strangers_file_in_the_way_is_kept_unless_forced"
    ),
    # documents
    "a page has any size": Mutant(
        "limits.py", "    if found <= allowed:\n", "    if True:\n", "test_limits.py::test_a_limit_allows_its_number_and_not_one_more"
    ),
    "a file has any size": Mutant(
        "decode.py", "if len(data) > most:", "if False:", "test_examples.py::test_file_that_is_no_text_or_too_large_is_refused"
    ),
    "a page holds control characters": Mutant(
        "decode.py", "    if _may_hold_controls(data) and", "    if False and", "test_bad_input.py::test_a_page_that_is_none_is_told"
    ),
    "a page is only nearly UTF-8": Mutant(
        "decode.py", '.decode("utf-8"))\n    except', '.decode("utf-8", "replace"))\n    except', "test_bad_input.py::test_a_page_that_is_none_is_told"
    ),
    "a header has any name": Mutant(
        "passes/usable.py", "if not _TOKEN.fullmatch(one.name):", "if False:", "test_usable.py"
    ),
    "a page sets headers of the connection": Mutant(
        "passes/usable.py", "one.name.lower() in _OF_THE_CONNECTION", "False", "test_usable.py"
    ),
    "a page writes commands into a CI log": Mutant(
        "shown.py", 'found[0] + " "', "found[0]", "test_report.py"
    ),
    "a page writes controls into a terminal": Mutant(
        "shown.py", "one if one.isprintable() else _escape(one)", "one", "test_report.py"
    ),
    "a path climbs": Mutant(
        "read/path.py", "    if _CLIMBING.search(path):\n        return", "    if False:\n        return", "test_read_forms.py::test_a_path_that_cannot_be_called_becomes_no_operation"
    ),
    "a path names a host": Mutant(
        "read/path.py",
        'if path.startswith("//"):\n        return',
        "if False:\n        return",
        "test_read_forms.py::test_a_path_that_cannot_be_called_becomes_no_operation",
    ),
    "a number has any digits": Mutant(
        "read/digits.py", "abs(value) < 10**digits", "True", "test_limits.py::test_a_number_of_many_digits_is_no_fact"
    ),
    "a call carries TRACE": Mutant(
        "passes/usable.py", 'if one.method != "TRACE" and', "if", "test_usable.py::test_a_trace_becomes_no_function"
    ),
    "an interrupted run leaves folders": Mutant(
        "emit/lock.py", "                one.rmdir()", "                pass", "test_safe_output.py::test_folders_made_for_the_lock_alone_are_gone"
    ),
    # the proof
    "the proof allows any syntax": Mutant(
        "emit/proof_shape.py", "if kind not in shape.nodes:", "if False:", "test_proof.py::test_a_file_holds_only_what_its_pack_declares"
    ),
    "the proof allows any import": Mutant(
        "emit/proof_shape.py", "if not imports.have(module):", "if False:", "test_proof.py::test_a_file_holds_only_what_its_pack_declares"
    ),
    "the proof allows any call": Mutant(
        "emit/proof_shape.py", "if not calls.have(call):", "if False:", "test_proof.py::test_a_file_holds_only_what_its_pack_declares"
    ),
    "the proof overlooks decorators": Mutant(
        "emit/proof_shape.py", "for one in node.decorator_list", "for one in ()", "test_proof.py::test_a_file_holds_only_what_its_pack_declares"
    ),
    "the proof allows any name": Mutant(
        "emit/proof_shape.py", "if not name.isascii() or (", "if (", "test_proof.py::test_a_file_holds_only_what_its_pack_declares"
    ),
    "the proof allows names with underscores": Mutant(
        "emit/proof_shape.py", 'name.startswith("__") and', "False and", "test_proof.py::test_a_file_holds_only_what_its_pack_declares"
    ),
    "the proof allows comments": Mutant(
        "emit/proof_shape.py", 'if "#" in text:', "if False:", "test_proof.py::test_a_file_holds_only_what_its_pack_declares"
    ),
    "the proof allows hidden characters": Mutant(
        "emit/proof_shape.py", 'if UNSAFE.search(text.replace("\\n", "")):', "if False:", "test_proof.py::test_a_file_holds_only_what_its_pack_declares"
    ),
    "the proof compares no values": Mutant(
        "emit/proof.py", "elif repr(wanted.value) != repr(fact.value):", "elif False:", "test_proof.py::test_a_fact_of_the_pages_is_read_back"
    ),
    "the proof misses what is missing": Mutant(
        "emit/proof.py", "for about in due.keys() - seen:", "for about in ():", "test_proof.py::test_a_fact_of_the_pages_is_read_back"
    ),
    "the proof takes a fact twice": Mutant(
        "emit/proof.py", "wanted is None or fact.about in seen", "wanted is None", "test_proof.py::test_one_fact_may_not_stand_twice"
    ),
    "the proof takes any copy": Mutant(
        "emit/proof.py", "if file.text != self._pack.copies.get(made.source):", "if False:", "test_proof.py::test_a_copied_file_is_the_packs_own"
    ),
    "the proof does not compile": Mutant(
        "emit/proof.py", 'compile(tree, file.path, "exec", dont_inherit=True)', "pass", "test_proof.py::test_a_file_holds_only_what_its_pack_declares"
    ),
    "the proof is not asked": Mutant(
        "pipeline.py", "prove(finished, plans, api=api, view=view, pack=pack, proven=before.proven)", "frozenset()", "test_proof.py::test_nothing_is_written_where_the_proof_fails"
    ),
}  # fmt: skip

PARTS = ("generator", "templates", "tests", "specs", "pyproject.toml", "README.md")


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The project twice, for two mutants at a time."""
    homes = [tmp_path_factory.mktemp("mutant") for _ in range(2)]
    for home in homes:
        for name in PARTS:
            if (ROOT / name).is_dir():
                ignored = shutil.ignore_patterns("__pycache__", "cases")
                shutil.copytree(ROOT / name, home / name, ignore=ignored)
            else:
                shutil.copy(ROOT / name, home / name)
    return homes


def run(home: Path, tests: str) -> subprocess.CompletedProcess[str]:
    """These files of tests in the copy, until the first that fails."""
    files = [f"tests/{one}" for one in tests.split()]
    flags = ["-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not slow"]
    environment = {**os.environ, "PYTHONPATH": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *flags, *files],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def end_of(home: Path, mutant: Mutant) -> int:
    """How the tests end in the copy with the guard broken; it is whole again afterwards."""
    module = home / "generator" / mutant.module
    whole = module.read_text("utf-8")
    assert 1 == whole.count(mutant.old), f"{mutant.module} holds {mutant.old!r} not once"
    module.write_text(whole.replace(mutant.old, mutant.new), "utf-8")
    try:
        return run(home, mutant.tests).returncode
    finally:
        module.write_text(whole, "utf-8")


def test_every_guard_has_its_place() -> None:
    """The text that a mutant breaks stands in its module, once."""
    counts = {
        name: (ROOT / "generator" / one.module).read_text("utf-8").count(one.old)
        for name, one in MUTANTS.items()
    }

    assert {} == {name: count for name, count in counts.items() if count != 1}


@pytest.mark.slow
def test_the_tests_pass_while_every_guard_stands(copies: list[Path]) -> None:
    """Or their failing would say nothing; and it is the copy that they test."""
    tests = sorted({one for mutant in MUTANTS.values() for one in mutant.tests.split()})
    ended = run(copies[0], " ".join(tests))

    assert 0 == ended.returncode, ended.stdout


@pytest.mark.slow
def test_every_broken_guard_is_noticed(copies: list[Path]) -> None:
    """By a test that fails, not by one that cannot even start."""

    def ends(number: int) -> dict[str, int]:
        mine = list(MUTANTS.items())[number :: len(copies)]
        return {name: end_of(copies[number], mutant) for name, mutant in mine}

    with ThreadPoolExecutor(len(copies)) as pool:
        ended = {
            name: code
            for found in pool.map(ends, range(len(copies)))
            for name, code in found.items()
        }

    assert {} == {name: code for name, code in ended.items() if code != FAILED}


def test_there_are_enough_of_them() -> None:
    """Thirty at least, each with a name of its own that says what breaks."""
    assert len(MUTANTS) >= 30
