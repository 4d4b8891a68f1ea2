"""The table of plurals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from table_rows import table_rows

from generator.passes.inflection import is_plural, singular, singular_words

ROWS = table_rows("plurals")


@pytest.mark.parametrize(("word", "expected"), ROWS)
def test_word_has_its_singular(word: str, expected: str) -> None:
    """Each word of the table is one of the thing in the last column."""
    actual = singular(word)

    assert expected == actual


@pytest.mark.parametrize(("word", "one"), ROWS)
def test_only_a_word_that_changes_is_plural(word: str, one: str) -> None:
    """A word counts as plural where its singular is another word."""
    actual = is_plural(word)

    assert (word != one) == actual


@given(st.text(alphabet="abcdeiosuxyz", min_size=1, max_size=9))
def test_singular_is_never_empty(word: str) -> None:
    """No word loses all its letters."""
    actual = singular(word)

    assert actual != ""


def test_only_the_last_word_is_put_into_the_singular() -> None:
    """``sales orders`` are of one ``sales order``."""
    actual = singular_words(("sales", "orders"))

    assert ("sales", "order") == actual
