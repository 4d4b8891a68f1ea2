"""What ``operations.json`` says of each function."""

from __future__ import annotations

from typing import Any

from generator.emit.call_views import FunctionView
from generator.emit.part_views import ArgumentView, StepView


def operation_entry(view: FunctionView) -> dict[str, Any]:
    """The function as ``operations.json`` lists it (shape: see the SDK's README)."""
    entry: dict[str, Any] = {
        "id": view.id,
        "method": view.method,
        "path": view.path,
        "title": view.title,
        "steps": [_step(one) for one in view.steps],
        "function": view.name.text,
        "positional": [one.wire for one in view.positional],
        "keywords": _keywords(view.keywords),
    }
    if view.body is not None:
        entry["body"] = {"name": view.body.name.text, "in": view.body.place}
    if view.server:
        entry["server"] = view.server
    return entry | {"returns": view.returned, "source": view.source}


def _step(step: StepView) -> dict[str, str]:
    found = {"attribute": step.attribute.text}
    return found | ({"argument": step.argument.wire} if step.argument else {})


def _keywords(arguments: tuple[ArgumentView, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in arguments:
        key = f"{one.wire} ({one.place})" if one.wire in found else one.wire
        found[key] = {"name": one.name.text, "in": one.place}
    return found
