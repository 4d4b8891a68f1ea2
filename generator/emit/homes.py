"""Which models share a file: two files that import each other cannot be imported."""

from __future__ import annotations

from collections.abc import Mapping

from generator.ir import Model, references


def shared_homes(models: tuple[Model, ...]) -> dict[str, str]:
    """Each home with the home whose file it is in: of those in one circle, the shortest name."""
    below = _reachable(_needs(models))
    found = {}
    for home in below:
        circle = [one for one in below[home] if home in below[one]]
        found[home] = min((home, *circle), key=lambda one: (len(one), one))
    return found


def _needs(models: tuple[Model, ...]) -> dict[str, set[str]]:
    """The homes that each home's models refer to."""
    home = {one.name: one.home for one in models}
    found: dict[str, set[str]] = {one.home: set() for one in models}
    for model in models:
        found[model.home] |= {home[name] for name in references(model.type)} - {model.home}
    return found


def _reachable(needs: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The homes that each home refers to, however far; itself only where a circle leads back."""
    found: dict[str, set[str]] = {home: set() for home in needs}
    for home in needs:
        waiting = list(needs[home])
        while waiting:
            one = waiting.pop()
            if one not in found[home]:
                found[home].add(one)
                waiting += needs[one]
    return found
