"""Who may import whom, read from the source text, with the reason beside each rule."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"

EVERYBODYS = frozenset({"value", "whole_file"})
"""What any part may import: how values are made, and bytes are read, says nothing of any work."""

LAYERS: dict[str, tuple[str, str]] = {
    # part: (what it may import of ours, why)
    "value": ("", "how frozen values are made knows none of them"),
    "whole_file": ("", "reading all of a file knows nothing of what it is"),
    "source": ("", "text and places in it know nothing else"),
    "shown": ("", "making text safe to print needs nothing else"),
    "diagnostics": ("source", "a finding has a place and no opinion on who made it"),
    "limits": ("diagnostics shown source", "numbers that whoever does the work holds against it"),
    "patterns": ("", "when a pattern is compiled has nothing to do with what it finds"),
    "decode": ("diagnostics patterns source", "bytes become text before anybody asks what it says"),
    "ir": ("source", "the model outlives every reader, pass and pack"),
    "examples": ("ir source", "sample answers are data, with a place for each value"),
    "json_places": (
        "diagnostics examples source",
        "json reads values and forgets where they stand",
    ),
    "example_files": (
        "decode diagnostics examples json_places source",
        "only the files know names and limits; whoever uses the answers does not",
    ),
    "config_client": ("", "the keys of the whole API are data"),
    "config_calls": ("config_client", "the keys of single calls are data"),
    "config": (
        "config_calls config_client source",
        "what api.toml may say is data, with a place for each key",
    ),
    "config_types": (
        "config diagnostics ir read shown",
        "api.toml writes types as pages do, and only read knows how: passes get them finished",
    ),
    "config_schema": ("config", "editors read the same structs in another notation"),
    "config_places": ("source", "places of keys are a matter of text"),
    "config_check": ("config_places shown", "faults are found by the structs' own types"),
    "config_gaps": (
        "config_check config_places shown",
        "which keys need others is a matter of the table alone",
    ),
    "config_file": (
        "config config_check config_gaps config_places decode diagnostics limits shown source",
        "only the file knows places; whoever uses the values does not",
    ),
    "page_files": ("", "names of files tell pages from others, without a look at what they say"),
    "cache": (
        "diagnostics ir page_files source",
        "keeps finished values by what they were made from, and never asks how",
    ),
    "collector": ("", "when to look for rubbish has nothing to do with what is left"),
    "executors": ("cache", "a function is called somewhere, whatever it does"),
    "means": ("cache executors", "what a run has at hand, whatever it runs over"),
    "page_readings": (
        "cache diagnostics ir limits means read source",
        "whether a page is read or remembered is of no interest to whoever wants its operations",
    ),
    "laying_out": (
        "cache emit means",
        "whether a file is formatted or remembered is of no interest either",
    ),
    "made_before": (
        "cache emit means source",
        "whether a file has to be made is told from what its template looked at, never from names",
    ),
    "making": (
        "emit laying_out limits made_before means",
        "plans become finished files, some of them remembered",
    ),
    "request": (
        "diagnostics emit limits means page_files source",
        "says what is wanted before anything heavy is imported",
    ),
    "rerun": (
        "cache diagnostics request",
        "where nothing changed, nothing else is imported: that takes longer than looking",
    ),
    "planned": (
        "cache collector diagnostics report request rerun run targets",
        "joins what is known with what has to be worked out",
    ),
    "read": (
        "ir limits patterns source diagnostics shown",
        "a page is read without a thought of any language",
    ),
    "passes": (
        "ir config diagnostics examples patterns source shown",
        "naming and typing see neither Markdown nor templates",
    ),
    "emit": (
        "collector executors ir patterns source diagnostics shown",
        "what comes out depends on the model alone, never on how it was read",
    ),
    "pipeline": (
        "config config_types diagnostics emit examples ir limits made_before making means page_readings "
        "passes read source",
        "the one place that composes",
    ),
    "documents": (
        "config_file decode diagnostics example_files limits page_files pipeline source",
        "fills the pipeline's input from disk",
    ),
    "report": ("diagnostics shown", "prints findings, whoever made them"),
    "progress": ("", "draws a bar, whatever the work is"),
    "targets": ("diagnostics emit report source", "says what would change on disk"),
    "made_from": (
        "emit example_files pipeline",
        "a run writes these hashes, and others hold what they find against them",
    ),
    "own_names": (
        "decode diagnostics emit shown source targets",
        "users' code beside ours is looked at once both are known, and only by its text",
    ),
    "run": (
        "diagnostics documents emit ir limits made_before made_from means own_names pipeline request source "
        "targets",
        "all APIs of one call, without a command line",
    ),
    "watch": (
        "config_file example_files page_files",
        "knows which files a run reads, and nothing of what is in them",
    ),
    "fetch": (
        "decode diagnostics emit ir limits page_files read report shown source",
        "fills a folder of pages; which links are pages is known where roots are read",
    ),
    "learn": (
        "decode diagnostics emit ir read report run shown source",
        "compares traffic with what pages say, and adds to files beside them; nobody builds on it",
    ),
    "lint": (
        "diagnostics passes report run shown",
        "prints findings beside the ledger, which a pass keeps and never prints",
    ),
    "draft_config": (
        "config emit ir passes shown",
        "api.toml is a file we write: names and quoting are those of emit",
    ),
    "diff": (
        "config config_file decode diagnostics documents emit example_files ir made_from pipeline report shown source",
        "two finished APIs, by the words of the SDK that callers see",
    ),
    "stale": (
        "diagnostics diff emit report shown source targets",
        "says what made an output old: differences of pages and of files, joined and printed",
    ),
    "mapped": (
        "decode diagnostics emit source",
        "what an output folder remembers is told without making it again",
    ),
    "why": ("emit mapped shown", "answers from the map alone, and prints"),
    "where": ("emit mapped shown", "answers from the map alone, and prints"),
    "cli": (
        "cache collector config_file config_schema diagnostics diff draft_config emit executors fetch ir learn limits lint "
        "mapped means planned progress report request run shown source stale targets watch where why",
        "arguments in, exit code out; the last one",
    ),
    "__main__": ("cli", "only starts it"),
}

SOLE_IMPORTERS: dict[str, tuple[tuple[str, ...], str]] = {
    # library: (modules that may import it, why)
    "markdown_it": (("read.markdown",), "a change of parser stays one module"),
    "jinja2": (
        ("emit.render", "emit.looks"),
        "templates are rendered under one set of rules, and one module knows their grammar",
    ),
    "black": (("emit.format",), "its output is part of ours; one place pins its mode"),
    "click": (
        tuple(
            f"cli.{one}"
            for one in (
                "build",
                "cache",
                "check",
                "completion",
                "config",
                "diff",
                "fetch",
                "group",
                "inspect",
                "learn",
                "limits",
                "output",
                "watch",
                "why",
            )
        ),
        "everything else can be called without a command line",
    ),
    "tomlkit": (("diff.release",), "api.toml is edited by one command; all others only read it"),
    "platformdirs": (("means",), "where a user's caches lie is decided once"),
    "distributed": (("executors",), "an extra that few install"),
    "watchfiles": (("watch",), "of use to one command; it carries a library of its own in Rust"),
    "httpx": (("fetch.download",), "one place knows of limits, and only one command may wait"),
    "rich": (("progress",), "slow to import, and of use on a terminal alone"),
    "msgspec": (
        (
            *(f"config{one}" for one in ("", "_calls", "_check", "_client", "_file", "_schema")),
            "emit.fingerprints",
            "emit.json_text",
            "made_before",
            "value",
        ),
        "frozen values are defined in one way; nothing else reads and writes plain ones as quickly",
    ),
}

BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "misc"}
"""Names that say nothing: things end up there, and nobody finds them."""


def _modules() -> Iterator[tuple[str, Path]]:
    """Every module but the package itself, without ``generator.``: ``ir.words``."""
    for file in sorted(GENERATOR.rglob("*.py")):
        name = ".".join(file.relative_to(GENERATOR).with_suffix("").parts)
        if name != "__init__":
            yield name.removesuffix(".__init__"), file


def _nodes(tree: ast.AST, *, types_too: bool) -> Iterator[ast.AST]:
    """All nodes below; without ``types_too`` not those of ``if TYPE_CHECKING:``."""
    for node in ast.iter_child_nodes(tree):
        for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        if types_too or not for_types:
            yield node
            yield from _nodes(node, types_too=types_too)


def _imported(file: Path, *, types_too: bool = True) -> Iterator[str]:
    """The full names of all modules a file imports, wherever in it."""
    for node in _nodes(ast.parse(file.read_bytes()), types_too=types_too):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module is not None, f"{file} imports relatively"
            assert 0 == node.level, f"{file} imports relatively"
            inner = {f"{node.module}.{one.name}" for one in node.names}
            modules = {one for one in inner if _is_ours(one)}
            yield from modules
            if inner - modules:
                yield node.module


def _is_ours(name: str) -> bool:
    path = GENERATOR.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


@cache
def _own(module: str, *, types_too: bool = True) -> frozenset[str]:
    """Our modules that a module imports, without ``generator.``."""
    names = _imported(FILES[module], types_too=types_too)
    return frozenset(one.partition(".")[2] for one in names if _part(one) == "generator") - {""}


def _part(module: str) -> str:
    return module.partition(".")[0]


FILES = dict(_modules())
MODULES = list(FILES)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_part_may(module: str) -> None:
    """Each part has its rule; a new part needs one."""
    part = _part(module)

    assert part in LAYERS, f"give {part} a rule, with a reason"

    allowed, reason = LAYERS[part]
    extra = {one for one in _own(module) if _part(one) not in {part, *EVERYBODYS, *allowed.split()}}

    assert set() == extra, f"{module} must not: {reason}"


@pytest.mark.parametrize("library", SOLE_IMPORTERS)
def test_a_library_stays_where_it_belongs(library: str) -> None:
    """What is replaceable is imported in one place."""
    allowed, reason = SOLE_IMPORTERS[library]
    users = {
        module
        for module in MODULES
        if any(_part(one) == library for one in _imported(FILES[module]))
    }

    assert users <= set(allowed), reason


def test_there_is_no_import_cycle() -> None:
    """Modules can be read in an order; ``prepare`` raises where they cannot.

    Imports for type checkers alone are left out: types that hold each other are one thing in two
    files, and nothing runs in a circle.
    """
    # A package stands for the modules it gathers, so theirs of it are no cycle.
    graph = {one: _own(one, types_too=False) - {_part(one)} for one in MODULES}

    assert TopologicalSorter(graph).prepare() is None


def test_nobody_imports_the_command() -> None:
    """It is the last one: whatever it knows, nobody else needs."""
    others = [one for one in MODULES if _part(one) != "cli"]

    assert ["__main__"] == [one for one in others if "cli" in {_part(x) for x in _own(one)}]


def test_no_name_says_nothing() -> None:
    """Neither a module nor a package is a drawer."""
    parts = {part for module in MODULES for part in module.split(".")}

    assert set() == parts & BANNED_NAMES


def test_no_rule_is_left_over() -> None:
    """A rule for a part or a library that is gone would mislead."""
    assert set(LAYERS) == {_part(module) for module in MODULES}
