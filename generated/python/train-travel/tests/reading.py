"""What the documentation says of answers, and how it is held against what was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from .clients import sdk, to_json

MORE = {"undocumented": ["more"]}
"""What an answer holds beyond its documentation."""


@dataclass(frozen=True)
class Field:
    """A field of a model; `kind` is the type of its value, or of the values in its list or map."""

    attribute: str
    wire: str
    sent: Any
    kind: str
    required: bool = False
    nullable: bool = True


@dataclass(frozen=True)
class Reading:
    """A model and all its fields, with a sample of each."""

    model: str
    fields: list[Field]

    @property
    def cls(self) -> Any:
        """The model's class."""
        return getattr(sdk, self.model)

    @property
    def sent(self) -> dict[str, Any]:
        """A whole answer."""
        return {one.wire: one.sent for one in self.fields}

    def check(self, value: Any) -> None:
        """Hold what was read from `sent` and `MORE` against the documentation."""
        assert type(value) is self.cls
        for one in self.fields:
            check(getattr(value, one.attribute), one.sent, one.kind)
        assert value.extra == MORE
        assert set(value.to_dict()) == {*self.sent, *MORE}


@dataclass(frozen=True)
class Known:
    """Documented values of an enumeration by their constants; `given` is what callers pass."""

    enum: str
    values: dict[str, str]
    given: str = ""
    closed: bool = False


def check(value: Any, sent: Any, kind: str) -> None:
    """Hold a value against the JSON it was read from, and the type it should have."""
    if kind == "Any":
        assert to_json(value) == sent
    elif isinstance(value, list):
        assert len(value) == len(sent)
        for one, other in zip(value, sent, strict=True):
            check(one, other, kind)
    elif isinstance(value, dict) and kind != "dict":
        assert value.keys() == sent.keys()
        for name, one in value.items():
            check(one, sent[name], kind)
    else:
        assert type(value).__name__ == kind
        assert _plain(value) == (_moment(sent) if kind == "datetime" else sent)


def _plain(value: Any) -> Any:
    return value if isinstance(value, datetime) else to_json(value)


def _moment(text: str) -> datetime:
    return parsedate_to_datetime(text) if "," in text else datetime.fromisoformat(text)


def nest(path: str, value: Any) -> Any:
    """JSON that holds the value at a dotted path, in which a number is the index of a list."""
    for step in reversed(path.split(".") if path else []):
        value = [value] if step.lstrip("-").isdecimal() else {step: value}
    return value


def merge(*bodies: Any) -> Any:
    """JSON that holds what each of the bodies does; a list or a value of an earlier one stays."""
    whole = bodies[0]
    for body in bodies[1:]:
        if isinstance(whole, dict) and isinstance(body, dict):
            both = whole.keys() & body.keys()
            whole = {**body, **whole, **{k: merge(whole[k], body[k]) for k in both}}
    return whole
