"""JSON as Python writes it, whoever writes it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.emit.json_text import json_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
)


@given(PLAIN, st.integers(1, 4))
def test_it_is_what_python_writes(value: object, indent: int) -> None:
    """To the byte: other versions of ours, and other tools, read and compare it."""
    expected = json.dumps(value, indent=indent, ensure_ascii=False) + "\n"

    assert expected == json_text(value, indent=indent)
