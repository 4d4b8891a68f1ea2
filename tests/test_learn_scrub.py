"""What recorded values become before they are written."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.learn.exchange import Json
from generator.learn.formats import FORMATS, Format, format_of
from generator.learn.names import PERSONAL, SECRET, is_personal, is_secret
from generator.learn.scrub import Scrubber, is_data
from generator.learn.thin import kind_of, shape_of
from tests.table_rows import table_rows

KNOWN = {"status": {"active", "done"}, "page_size": {50}, "api_key": {"active"}}
SCRUBBER = Scrubber({"status", "page_size"}, KNOWN)

LIKE_CARDS = [one for one in FORMATS if one.name == "hex"]
"""The zeros of a payment card are those of any long number."""

ATTACKS = (
    "ada@shop.test",
    "WS0123456789abcdef0123456789abcdef",
    "2024-05-17T08:15:30Z",
    "+442079460991",
    "{}",
    "true",
    "0000000000000001",
    "10.1.1.1",
    "id_0000000000000002",
    "4000 0566 5566 5556",
    "P1D",
    "ada",
)
TEXTS = st.text(max_size=30) | st.sampled_from(ATTACKS)
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=5),
    max_leaves=20,
)


@pytest.mark.parametrize(("value", "field", "written"), table_rows("scrub"))
def test_a_value_is_written_as(value: str, field: str, written: str) -> None:
    """The rows of tables/scrub.md; ``status`` and ``page_size`` are documented."""
    scrubbed = SCRUBBER.scrub(json.loads(value), field)

    assert written == json.dumps(scrubbed)


@given(VALUES)
@example({one: one for one in ATTACKS})
@example({"members": {"a": 1, "id_0000000000000001": 2}})
def test_scrubbing_again_changes_nothing(value: Json) -> None:
    """What was learned once is harmless for good."""
    once = SCRUBBER.scrub(value)

    assert json.dumps(once) == json.dumps(SCRUBBER.scrub(once))


@given(VALUES)
@example({one: one for one in ATTACKS})
def test_the_shape_stays(value: Json) -> None:
    """Types, nulls, lengths and the number of keys are what samples are for."""
    scrubbed = SCRUBBER.scrub(value)

    assert outline(value) == outline(scrubbed)


@given(VALUES)
def test_no_text_survives_that_is_not_harmless(value: Json) -> None:
    """Every text that comes out is one of a short list, or has the zeros of its format."""
    allowed = {"", "text", "secret", "true", "false", "active", "done"}
    texts = {one for one in leaves(SCRUBBER.scrub(value)) if isinstance(one, str)}

    assert set() == {one for one in texts - allowed if one != harmless(one)}


@given(st.text(alphabet="ghijkmnopqrstuvwyz", min_size=6, max_size=12))
def test_a_secret_is_not_in_what_comes_out(secret: str) -> None:
    """Wherever it stood: alone, inside other text, as a key that looks like data, below a list."""
    places: Json = {
        "password": secret,
        "note": f"call {secret} at noon",
        "link": f"https://{secret}:pw@shop.test/{secret}?token={secret}",
        "list": [secret, {"deep": [secret]}],
        f"{secret}@shop.test": 1,
        f"{secret} {secret}": 1,
        "users": {secret: {"id": 1}},
    }

    assert secret not in json.dumps(SCRUBBER.scrub(places))


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_a_harmless_text_has_the_look_it_stands_for(one: Format) -> None:
    """A date stays a date: types are made of the formats of samples; secrets are but words."""
    recorded = [row[0] for row in table_rows("scrub") if row[0].startswith('"')]
    texts = [*map(json.loads, recorded), "true", "A" * 200]
    found = {one.harmless(text, 0) for text in texts if format_of(text) is one}

    assert found, "give the table a row of this look"
    assert found == {"secret"} or all(format_of(x) in {one, *LIKE_CARDS} for x in found)


@pytest.mark.parametrize(
    "name", ["authToken", "AUTH_TOKEN", "x-api-key", "apikey", "clientSecret", "Set-Cookie", "PIN"]
)
def test_a_secret_is_known_by_any_spelling(name: str) -> None:
    """Case, underscores and dashes do not matter."""
    assert is_secret(name)


@pytest.mark.parametrize("name", ["Email", "billing_address", "dateOfBirth", "clientIp", "From"])
def test_a_person_is_known_by_any_spelling(name: str) -> None:
    """Names of persons are words of a table."""
    assert is_personal(name)


def test_words_of_names_are_lower_case() -> None:
    """A word in capitals would never be found."""
    every = SECRET | PERSONAL

    assert {one.lower() for one in every} == every


@pytest.mark.parametrize("key", ["person1@example.com", "id_0000000000000001", "1", "10.0.0.1"])
def test_a_replaced_key_is_still_data(key: str) -> None:
    """Or a map would become an object of fields."""
    assert is_data(key)


def leaves(value: Json) -> Iterator[Json]:
    """All scalars and keys that data gave way to."""
    if isinstance(value, dict):
        yield from (key for key in value if is_data(key))
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from leaves(one)
    else:
        yield value


def harmless(text: str) -> str:
    """What stands for a text of its format, with the number that the text ends in."""
    format_ = format_of(text)
    if format_ is None:
        return "text"
    found = {format_.harmless(text, n) for n in range(12)}
    return text if text in found or text == f"id_{int(text[3:] or 0):016d}" else "text"


def outline(value: Json) -> object:
    """The types of a value, with nothing else."""
    if isinstance(value, dict):
        return [outline(one) for one in value.values()]
    if isinstance(value, list):
        return (len(value), *(outline(one) for one in value))
    return kind_of(value)


def test_formats_of_values_reach_the_shape() -> None:
    """The shape tells a date from words, so that both are kept as samples."""
    day, word = (shape_of(one).kinds for one in ("2020-01-01", "text"))

    assert ({"string(date)"}, {"string"}) == (day, word)
