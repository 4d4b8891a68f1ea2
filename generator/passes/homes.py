"""In which file models stand together: two files cannot each need the other first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from generator.ir import Model
from generator.passes.retyping import references


def without_circles(models: tuple[Model, ...]) -> tuple[Model, ...]:
    """The models, sorted by home and name; homes that need each other become the first of them."""
    home_of = {one.name: one.home for one in models}
    needs: dict[str, set[str]] = defaultdict(set)
    for one in models:
        needs[one.home] |= {home_of[name] for name in references(one.type) if name in home_of}
    reached = {home: _reached(home, needs) for home in sorted(needs)}
    merged = {
        home: min([home, *(one for one in reached[home] if home in reached.get(one, ()))])
        for home in reached
    }
    moved = (replace(one, home=merged.get(one.home, one.home)) for one in models)
    return tuple(sorted(moved, key=lambda one: (one.home, one.name)))


def _reached(home: str, needs: dict[str, set[str]]) -> frozenset[str]:
    """All homes that a home needs, directly or through others."""
    found: set[str] = set()
    waiting = [home]
    while waiting:
        fresh = needs.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += sorted(fresh)
    return frozenset(found)
