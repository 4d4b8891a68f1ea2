"""Every model and enumeration, held against the documentation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from typing import Any, get_args

import pytest

from .answers import KNOWN, READINGS
from .clients import Model, sdk
from .reading import MORE, Known, Reading

pytest_plugins = (f"{__package__}.no_cases",)

every_model = pytest.mark.parametrize("reading", READINGS.values(), ids=[*READINGS])
every_enum = pytest.mark.parametrize("known", KNOWN, ids=[one.enum for one in KNOWN])


@every_model
def test_reads_every_field(reading: Reading) -> None:
    """Each field has its documented type, whether odd values are refused or kept."""
    for strict in (True, False):
        value = reading.cls.from_dict({**reading.sent, **MORE}, strict=strict)

        reading.check(value)


@every_model
def test_needs_no_more_than_is_sure(reading: Reading) -> None:
    """Only what is always there must be there; the rest is then None."""
    needed = {one.wire: one.sent for one in reading.fields if one.required}
    value = reading.cls.from_dict(needed, strict=True)
    absent = [one for one in reading.fields if not one.required]

    assert [one for one in absent if getattr(value, one.attribute) is not None] == []
    assert set(value.to_dict()) == set(needed)
    for wire in needed:
        less = {one: sent for one, sent in reading.sent.items() if one != wire}
        with pytest.raises(sdk.DecodeError):
            reading.cls.from_dict(less, strict=True)


@every_model
def test_knows_where_null_may_stand(reading: Reading) -> None:
    """A null is read as None where the documentation leaves room for it, else it is odd."""
    for one in reading.fields:
        data: dict[str, Any] = {**reading.sent, one.wire: None}
        if one.nullable or one.kind == "Any":
            value = reading.cls.from_dict(data, strict=True)

            assert getattr(value, one.attribute) is None
        else:
            with pytest.raises(sdk.DecodeError):
                reading.cls.from_dict(data, strict=True)


@every_model
def test_keeps_what_is_odd(reading: Reading) -> None:
    """A value of another type is no reason to lose an answer, unless that is asked for."""
    for one in reading.fields:
        data = {**reading.sent, one.wire: [[object]]}
        value = reading.cls.from_dict(data)

        assert getattr(value, one.attribute) == [[object]]
        if one.kind != "Any":
            with pytest.raises(sdk.DecodeError):
                reading.cls.from_dict(data, strict=True)


@every_enum
def test_knows_the_documented_values(known: Known) -> None:
    """All of them and no other, each a constant; an open one takes any other text, too."""
    found = getattr(sdk, known.enum)
    if known.closed:
        assert set(known.values.values()) <= set(get_args(found))
        return
    for constant, value in known.values.items():
        assert type(getattr(found, constant)) is found
        assert getattr(found, constant) == value
    assert {str(one) for one in found.known()} == set(known.values.values())
    assert found("something new") == "something new"
    assert not found("something new").is_known
    if known.given:
        module = reduce(getattr, found.__module__.split(".")[1:], sdk)
        literal, _ = get_args(getattr(module, known.given))
        assert set(known.values.values()) <= set(get_args(literal))


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar(Model[sdk.Headers]):
    """Every kind of moment."""

    at: datetime | None = None
    on: date | None = None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2026-01-02T03:04:05Z", 0),
        ("2026-01-02T05:04:05+02:00", 2),
        ("2026-01-02T03:04:05", 0),
        ("Fri, 02 Jan 2026 03:04:05 +0000", 0),
        ("Fri, 02 Jan 2026 05:04:05 +0200", 2),
    ],
)
def test_reads_moments_with_their_zone(text: str, hours: int) -> None:
    """A moment without a zone is one of UTC; what is no moment stays as it came."""
    found = Calendar.from_dict({"at": text, "on": "2026-01-02"}, strict=True)
    odd = Calendar.from_dict({"at": "soon", "on": "2026-02-30"})

    assert found.on == date(2026, 1, 2)
    assert found.at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert found.at is not None
    assert found.at.utcoffset() == timedelta(hours=hours)
    assert odd.to_dict() == {"at": "soon", "on": "2026-02-30"}
