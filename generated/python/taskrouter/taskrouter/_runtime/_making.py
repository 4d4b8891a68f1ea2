"""Makes models from the values of their fields, faster than their classes would."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from ._models import Model

Found = tuple[list[Any], frozenset[str], Mapping[str, Any]]
"""What a JSON object held: the value of each field, the names it left out, what else there is."""


def maker(cls: Any) -> Callable[[Found], Any]:
    """What makes a model of the class."""
    twin, fill, new = _twin(cls), filler(cls), object.__new__

    def make(found: Found) -> Any:
        if twin is None:
            model = new(cls)
            fill(model, found)
        else:
            values, absent, extra = found
            model = twin(*values)
            model._absent, model._extra, model.__class__ = absent, extra, cls
        return model

    return make


def _twin(cls: Any) -> Any:
    """The same class, but not frozen: one `__init__` costs less than many `object.__setattr__`.

    What it makes becomes one of the class; None where it cannot: a user's own class may differ.
    """
    # With a field of its own, none takes what every class has, such as `mro`, for its default.
    fields = [(one.name, Any, dataclasses.field()) for one in dataclasses.fields(cls)]
    twin: Any = dataclasses.make_dataclass(
        cls.__name__, fields, bases=(Model,), slots=True, eq=False, repr=False
    )
    try:
        object.__new__(twin).__class__ = cls
    except TypeError:
        return None
    return twin


def filler(cls: Any) -> Callable[[Any, Found], None]:
    """What fills a model that is there already."""
    # The slots' own setters, since a frozen class refuses assignment.
    names = (*(field.name for field in dataclasses.fields(cls)), "_absent", "_extra")
    setters = [getattr(cls, name).__set__ for name in names]

    def fill(model: Any, found: Found) -> None:
        values, *rest = found
        for set_slot, value in zip(setters, (*values, *rest), strict=True):
            set_slot(model, value)

    return fill
