"""No regular expression of ours backtracks badly: the cost of its worst input grows as it does."""

from __future__ import annotations

import ast
import importlib
import re
import signal
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest
from msgspec import Struct
from worst_inputs import Worst, worst_inputs

from generator.patterns import Late

GENERATOR = Path(__file__).parent.parent / "generator"
AT_ONE_PLACE = frozenset({"match", "fullmatch"})
"""Calls that try one beginning; all others try every one."""
CALLS = AT_ONE_PLACE | {"compile", "search", "finditer", "findall", "sub", "subn", "split"}
SLACK = 0.02
"""Seconds below which nothing is measured."""
PACE = 2e-7
"""Seconds a character that only a pattern without backtracking keeps: of 1,000,000 characters a
quadratic one takes ten minutes or more, this 0.2 s. Memory alone makes cheap patterns grow more than
tenfold."""
PATIENCE = 30
"""Seconds after which a pattern is taken to go on forever."""

# What is put together while the command runs, and from what.
MADE_LATER = {
    "emit.pack_file": "a key of a pack, escaped, at the beginning of a line of pack.toml",
    "emit.docstrings": "a mark that holds words alone, at the beginning of a line",
    "patterns": "what its callers give it, which are found where they stand",
    "diff.release": "a version, escaped, between two headings of our own file",
    "read.fields": "at most eight words of a description, escaped, with white space between",
}


def _modules() -> Iterator[tuple[str, ModuleType, ast.Module]]:
    for file in sorted(GENERATOR.rglob("*.py")):
        name = ".".join(file.relative_to(GENERATOR).with_suffix("").parts)
        name = name.removesuffix("__init__").removesuffix(".")
        if name != "__main__":
            module = importlib.import_module(f"generator.{name}".rstrip("."))
            yield name, module, ast.parse(file.read_bytes())


def _used(tree: ast.Module) -> dict[str, set[str]]:
    """The methods called on each name or attribute: ``_ITEM.match(…)``, ``one.words.search(…)``."""
    used: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in CALLS:
            owner = node.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            used.setdefault(name, set()).add(node.attr)
    return used


def _written(tree: ast.Module, module: ModuleType) -> Iterator[tuple[str, ast.Call, Any]]:
    """Each call of ``re`` with its method and its pattern; ``None`` where that is made later."""
    for node in ast.walk(tree):
        method = _method(node.func) if isinstance(node, ast.Call) else ""
        if not isinstance(node, ast.Call) or not method:
            continue
        try:
            text = eval(ast.unparse(node.args[0]), dict(vars(module)))  # noqa: S307
        except NameError:
            text = None
        yield method, node, text


def _method(called: ast.expr) -> str:
    """What is called of ``re``; ``pattern(…)`` compiles, later. Empty for all other calls."""
    if isinstance(called, ast.Name):
        return "compile" if called.id == "pattern" else ""
    if not isinstance(called, ast.Attribute) or getattr(called.value, "id", "") != "re":
        return ""
    return called.attr if called.attr in CALLS else ""


def _reachable(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns in a value of a module, however they are put together."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Late):
        yield re.compile(value.pattern, value.flags)
    elif depth < 5 and isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _reachable(one, depth + 1)
    elif depth < 5 and isinstance(value, dict):
        yield from _reachable(list(value.values()), depth)
    elif depth < 5 and isinstance(value, Struct):
        yield from _reachable([getattr(value, name) for name in value.__struct_fields__], depth)


@cache
def patterns() -> dict[str, tuple[re.Pattern[str], bool]]:
    """Every pattern of the package by where it is, and whether it is tried at one place alone."""
    found: dict[str, tuple[re.Pattern[str], bool]] = {}
    everywhere: dict[str, set[str]] = {}
    modules = list(_modules())
    for _, _, tree in modules:
        for name, methods in _used(tree).items():
            everywhere.setdefault(name, set()).update(methods)
    for home, module, tree in modules:
        for name, value in vars(module).items():
            for at, one in enumerate(_reachable(value)):
                own = _used(tree).get(name, set()) if name.startswith("_") else set()
                methods = own or everywhere.get(name, set())
                found.setdefault(
                    f"{home}.{name}[{at}]", (one, bool(methods) and methods <= AT_ONE_PLACE)
                )
        for method, node, text in _written(tree, module):
            tables = {one.pattern for one, _ in found.values()} if method == "compile" else ()
            if isinstance(text, str) and text not in tables:
                found[f"{home}:{node.lineno}"] = (re.compile(text), method in AT_ONE_PLACE)
    by_pattern: dict[tuple[str, int, bool], str] = {}
    for place, (one, alone) in found.items():
        by_pattern.setdefault((one.pattern, one.flags, alone), place)
    return {place: found[place] for place in by_pattern.values()}


def test_every_pattern_is_found() -> None:
    """What is compiled while the command runs is named above, with what it is made of."""
    seen = {one.pattern for one, _ in patterns().values()}
    missing = set()
    for home, module, tree in _modules():
        tables = {one.pattern for one in _reachable(list(vars(module).values()))}
        for _, node, text in _written(tree, module):
            made = text is None and not tables and home not in MADE_LATER
            if made or (isinstance(text, str) and text not in seen):
                missing.add(f"{home}:{node.lineno}")

    assert len(seen) > 150
    assert set() == missing


def seconds(pattern: re.Pattern[str], text: str, *, alone: bool) -> float:
    """How long the pattern takes on the text, as it is used."""
    began = time.process_time()
    if alone:
        pattern.match(text)
        pattern.fullmatch(text)
    else:
        for at, _ in enumerate(pattern.finditer(text)):
            if at > len(text):
                break
    return time.process_time() - began


def _give_up(_: int, __: FrameType | None) -> None:
    raise TimeoutError


def growth(place: str, lengths: tuple[int, ...], inputs: tuple[Worst, ...]) -> str:
    """The first input whose cost grew more than three times as much as it did; empty if none."""
    pattern, alone = patterns()[place]
    before = signal.signal(signal.SIGALRM, _give_up)
    try:
        for one in inputs:
            last = float(PATIENCE)
            for length in lengths:
                signal.alarm(PATIENCE)
                try:
                    took = seconds(pattern, one.text(length), alone=alone)
                except TimeoutError:
                    return f"does not end on {one}, {length} characters"
                slow = took > max(SLACK, PACE * length)
                if slow and took > 30 * max(last, 1e-4):
                    return f"takes {last:.4f} s and then {took:.4f} s on {one}"
                last = took
        return ""
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("place", patterns())
def test_ten_times_the_input_costs_ten_times_as_much(place: str) -> None:
    """From 1 to 10 KB, on every input; three times as much again is left to other programs."""
    assert "" == growth(place, (1_000, 10_000), worst_inputs(patterns()[place][0]))


@pytest.mark.slow
@pytest.mark.parametrize("place", patterns())
def test_a_megabyte_costs_what_it_is_long(place: str) -> None:
    """From 10 to 100 and 1,000 KB, on the inputs that cost most."""
    pattern, alone = patterns()[place]

    def cost(one: Worst) -> float:
        return seconds(pattern, one.text(10_000), alone=alone)

    inputs = sorted(worst_inputs(pattern), key=cost)[-2:]

    assert "" == growth(place, (10_000, 100_000, 1_000_000), tuple(inputs))


def test_a_bad_pattern_would_be_noticed() -> None:
    """Each of the ways to be slow grows on some of the inputs that are tried."""
    slow = (r"(?:a+)+b", r"\s+$", r"<!--.*?-->", r"(\w+\s?)*\Z!")
    told = {}
    for one in slow:
        pattern = re.compile(one)
        texts = worst_inputs(pattern)
        told[one] = any(
            _grows(pattern, worst.text(length), worst.text(length * 2))
            for worst in texts
            for length in (20, 4_000)
        )

    assert dict.fromkeys(slow, True) == told


def _grows(pattern: re.Pattern[str], short: str, long: str) -> bool:
    before = signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(2)
    try:
        first = seconds(pattern, short, alone=False)
        return seconds(pattern, long, alone=False) > 3 * max(first, 0.0005)
    except TimeoutError:
        return True
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
