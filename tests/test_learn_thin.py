"""Which answers are kept: those that add to the shape."""

from __future__ import annotations

import json
import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.learn.exchange import Json
from generator.learn.thin import MOST, MOST_CHARACTERS, added, merge, shape_of, thin

VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.just(1) | st.just(1.5) | st.sampled_from(["text", "2020-01-01"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["a", "b", "id_0000000000000001", "1"]), inner)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("value", "thinned"),
    [
        ([1, 1, 1], [1]),
        ([1, None, 1.5, 1], [1, None, 1.5]),
        ([{"a": 1}, {"a": 1}, {}], [{"a": 1}, {}]),
        ([["text"], ["text"], []], [["text"]]),
        ({"1": 1, "2": 1, "3": 1}, {"1": 1, "2": 1}),
        ({"1": 1, "2": 1, "3": None, "4": 1}, {"1": 1, "2": 1, "3": None}),
        ({"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 1, "c": 1}),
        ({"x": {"1": [1, 1], "2": [1]}}, {"x": {"1": [1], "2": [1]}}),
    ],
)
def test_items_that_add_nothing_go(value: Json, thinned: Json) -> None:
    """One item of a kind is enough, and two entries of a map; fields all stay."""
    assert thinned == thin(value)


@pytest.mark.parametrize(
    ("kept", "answers", "found"),
    [
        ([], [1, 1], [1]),
        ([{"a": 1}], [{"a": 1}], []),
        ([{"a": 1}], [{"a": None}], [{"a": None}]),
        ([{"a": 1}], [{}], [{}]),
        ([{"a": 1, "b": 1}, {}], [{"a": 1}], []),
        ([{"a": "text"}], [{"a": "2020-01-01"}], [{"a": "2020-01-01"}]),
        ([], [{"a": 1}, {"a": 1, "b": 1}], [{"a": 1, "b": 1}, {"a": 1}]),
    ],
)
def test_an_answer_is_added_if_it_adds(
    kept: list[Json], answers: list[Json], found: list[Json]
) -> None:
    """Another type, format, null or missing key does; the richest answer comes first."""
    assert found == added(kept, answers)


@given(VALUES, VALUES)
def test_merging_a_shape_again_changes_nothing(one: Json, other: Json) -> None:
    """Or answers would be added for ever."""
    both = merge(shape_of(one), shape_of(other))

    assert both == merge(both, shape_of(other)) == merge(both, shape_of(one))


@given(VALUES)
def test_thinning_keeps_the_shape(value: Json) -> None:
    """What goes is in what stays, and thinning again finds nothing."""
    thinned = thin(value)

    assert shape_of(value) == shape_of(thinned)
    assert json.dumps(thinned) == json.dumps(thin(thinned))


@given(st.lists(VALUES, max_size=6), st.integers())
def test_the_order_of_answers_does_not_matter(values: list[Json], seed: int) -> None:
    """And what was added once is not added again."""
    mixed = random.Random(seed).sample(values, len(values))
    found = added([], values)

    assert json.dumps(found) == json.dumps(added([], mixed))
    assert [] == added(found, mixed)


def test_a_file_stays_small() -> None:
    """Only so many answers, and only so much text; doing it again changes nothing then, too."""
    names = ["".join(one) for one in product("abcdefgh", repeat=5)]
    many: list[Json] = [{one: 1} for one in names[: MOST * 2]]
    large: list[Json] = [dict.fromkeys(names, 1)]
    found = added([], many)

    assert MOST == len(found)
    assert [] == added(found, many)
    assert MOST_CHARACTERS < len(json.dumps(large))
    assert [{"a": 1}] == added([], [*large, {"a": 1}])
