"""The table of titles: the verb, the thing, and whether there are several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from table_rows import table_rows

from generator.passes.titles import base_verb, parse_title

ROWS = table_rows("titles")


@pytest.mark.parametrize(("title", "verb", "noun", "several"), ROWS)
def test_title_says_verb_and_thing(title: str, verb: str, noun: str, several: str) -> None:
    """Each title of the table says what stands in its other columns."""
    found = parse_title(title)
    actual = (found.verb, " ".join(found.noun), found.several)

    assert (verb, noun, several == "yes") == actual


@pytest.mark.parametrize("title", [row[0] for row in ROWS if row[1]])
def test_case_and_space_change_nothing(title: str) -> None:
    """A title in capitals with wide gaps says the same verb as the plain one."""
    expected = parse_title(title).verb
    actual = parse_title("  " + title.upper().replace(" ", "  ").strip() + " ").verb

    assert expected == actual


@pytest.mark.parametrize(
    ("word", "expected"), [("starts", "start"), ("pushes", "push"), ("widgets", ""), ("", "")]
)
def test_verb_is_known_in_the_third_person(word: str, expected: str) -> None:
    """``starts`` is the verb ``start``; a thing in the plural is no verb."""
    actual = base_verb(word)

    assert expected == actual


@given(st.text(max_size=80))
def test_any_title_is_read(title: str) -> None:
    """No text makes the parser fail, and its words are plain ASCII."""
    found = parse_title(title)

    assert all(word.isascii() and word.isalnum() for word in found.noun)
