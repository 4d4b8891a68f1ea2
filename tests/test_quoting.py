"""Text of a page keeps its words, and stays text, in every position of the output."""

from __future__ import annotations

import ast
import doctest
import json
import tomllib
from collections.abc import Callable

import black
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.emit.code import Code
from generator.emit.format import MODE
from generator.emit.quoting import UNSAFE, QuotingError, json_value, shown, toml_string
from generator.emit.quoting_docstring import Doc, docstring
from generator.emit.quoting_markdown import markdown_code, markdown_text
from generator.emit.quoting_python import literal

NASTY = [
    *(
        '"',
        '"""',
        "'",
        "'''",
        "\\",
        "\\\n",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
        "\x00",
        "\x0c",
        "\x1f",
    ),
    *(">>>", ">>> x", "... ", "- ", "* ", "12. ", "1) ", "# ", "|", "| a | b |", "```", "```py\n"),
    *(
        "`",
        "`a b`",
        "<b>",
        "](javascript:x)",
        "![",
        "&lt;",
        "&#65;",
        "_",
        "**",
        "~",
        "$x$",
        "===",
        "---",
    ),
    *(
        "\u200b",
        "\u202e",
        "\u2028",
        "\xa0",
        "\xad",
        "\x85",
        "\ufeff",
        "\U000e0061",
        "\ud800",
        "\ue000",
    ),
    *("{x}", "{{ x }}", "{% x %}", "%s", "\\N{DASH}", "\\u0041", "a", "word", "é", "💥", "w" * 95),
    *("https://example.com/?a=b&c=d", "coding: utf-7", "2024", "+", ":", "snake_case", "_x"),
]
texts = st.lists(st.sampled_from(NASTY) | st.characters(), max_size=20).map("".join)
docs = texts | st.builds(
    Doc,
    texts,
    texts,
    st.lists(st.tuples(st.just(Code("name")), texts), max_size=2).map(tuple),
    texts,
)
scalars = texts | st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1)
values = st.recursive(
    scalars | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(texts, inner, max_size=3)
    ),
    max_leaves=8,
)
many = settings(max_examples=250, deadline=None, derandomize=True)


def squashed(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def whole(text: str) -> str:
    """The text with U+FFFD for surrogates, which TOML and JSON cannot hold alone."""
    return "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in text)


@many
@given(values)
def test_a_literal_reads_back_as_the_same_value(value: object) -> None:
    """``ast.literal_eval`` gives the value and its types back."""
    actual = ast.literal_eval(literal(value).text)

    assert repr(value) == repr(actual)


@many
@given(values)
def test_a_literal_holds_no_unsafe_character(value: object) -> None:
    """What a reader cannot see stands as an escape."""
    assert UNSAFE.search(literal(value).text) is None


@many
@given(scalars | st.floats(allow_nan=False, allow_infinity=False))
def test_black_leaves_a_scalar_literal_alone(value: object) -> None:
    """Quotes, escapes and exponents are black's own choice already."""
    source = f"name = {literal(value).text}\n"

    assert source == black.format_str(source, mode=MODE)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("it's", '"it\'s"'),
        ('say "hi"', "'say \"hi\"'"),
        ('it\'s "both"', "'it\\'s \"both\"'"),
        ("a\\b\n", '"a\\\\b\\n"'),
        ("\u202eevil\U000e0061", '"\\u202eevil\\U000e0061"'),
        (("one",), '("one",)'),
        ({"a": [1, True, None]}, '{"a": [1, True, None]}'),
        (1e30, "1e30"),
        ((), "()"),
    ],
)
def test_a_literal_is_written_as_a_person_would(value: object, expected: str) -> None:
    """Double quotes unless single ones need fewer escapes."""
    actual = literal(value)

    assert Code(expected) == actual


@pytest.mark.parametrize(
    "value", [float("inf"), float("nan"), 2**64, -(2**63) - 1, Code("name"), {1, 2}, b"x", object()]
)
def test_a_value_without_a_safe_literal_is_refused(value: object) -> None:
    """Nothing is written for what would not come back."""
    with pytest.raises(QuotingError):
        literal(value)


@many
@given(docs, st.sampled_from([0, 4, 8]))
def test_a_docstring_keeps_every_word(doc: Doc | str, indent: int) -> None:
    """Only white space differs between the page and the docstring."""
    actual = squashed(ast.literal_eval(docstring(doc, indent).text))

    for text in (doc,) if isinstance(doc, str) else (doc.summary, doc.body, doc.returns):
        assert squashed(text) in actual


@many
@given(docs)
def test_black_leaves_a_docstring_alone(doc: Doc | str) -> None:
    """Indentation, closing quotes and escapes are black's own choice already."""
    written = docstring(doc, 4).text
    source = f"class Example:\n    {written}\n\n    name: str\n"

    assert source == black.format_str(source, mode=MODE)


@many
@given(docs)
def test_no_docstring_runs_as_a_doctest(doc: Doc | str) -> None:
    """``pytest --doctest-modules`` finds nothing in a page's words."""
    text = ast.literal_eval(docstring(doc, 4).text)
    expected: list[doctest.Example] = []

    assert expected == doctest.DocTestParser().get_examples(text)


def test_a_docstring_keeps_paragraphs_items_and_fences_apart() -> None:
    """White space is normalised, structure is not."""
    doc = Doc(
        "Create a  task.",
        "First\nparagraph.\n\n\n- one\n  more\n- two\n\n```\n  code   here\n```",
        ((Code("name"), "Its name."), (Code("limit"), "word " * 20)),
        "The `Task`.",
    )
    expected = '''"""Create a task.

    First paragraph.

    - one more
    - two

    ```
      code   here
    ```

    Args:
        name: Its name.
        limit: word word word word word word word word word word word word word word
            word word word word word word

    Returns:
        The `Task`.
    """'''

    assert expected == docstring(doc, 4).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain.", '"""Plain."""'),
        ('Say "hi"', '"""Say "hi" """'),
        ('"Hi" there', '"""\\"Hi\\" there"""'),
        ('a """ b', '"""a \\"\\"\\" b"""'),
        ("back\\", '"""back\\\\"""'),
        (">>> x", '"""> >> x"""'),
        ("a\u200bb", '"""a\\u200bb"""'),
        ("", '""" """'),
    ],
)
def test_a_short_docstring_stands_on_one_line(text: str, expected: str) -> None:
    """Quotes, backslashes and invisible characters cannot end or change it."""
    actual = docstring(text, 4)

    assert Code(expected) == actual


def test_code_spans_and_addresses_are_not_broken() -> None:
    """A line break stands beside them."""
    address = "https://example.com/" + "path/" * 20
    lines = docstring("word " * 17 + "`a span of words` " + address, 4).text.split("\n")
    expected = [True, True]

    assert expected == [
        any("`a span of words`" in line for line in lines),
        any(address in line for line in lines),
    ]


@many
@given(texts)
def test_a_toml_string_reads_back(text: str) -> None:
    """But for lone surrogates, which TOML cannot hold."""
    expected = whole(text)
    written = toml_string(text).text

    assert (expected, None) == (tomllib.loads(f"a = {written}")["a"], UNSAFE.search(written))


@pytest.mark.parametrize("write", [toml_string, json_value])
def test_a_lone_surrogate_is_replaced(write: Callable[[str], Code]) -> None:
    """Neither language has one, and two that met would be another character."""
    assert '"a\ufffd\ufffdb"' == write("a\ud83d\ude00b").text


@many
@given(st.dictionaries(texts, scalars, max_size=3), st.sampled_from([None, 2]))
def test_a_json_value_reads_back(value: dict[str, object], indent: int | None) -> None:
    """Every text, number and null, without unsafe characters."""
    expected = {
        whole(key): whole(one) if isinstance(one, str) else one for key, one in value.items()
    }
    written = json_value(value, indent).text

    assert (expected, None) == (json.loads(written), UNSAFE.search(written.replace("\n", "")))


def test_a_json_value_with_other_keys_is_refused() -> None:
    """JSON would turn the key ``1`` into ``"1"`` silently."""
    with pytest.raises(QuotingError, match="keys"):
        json_value({1: "a"})


def words_of(markdown: str) -> tuple[str, set[str]]:
    """The text a reader of the Markdown sees, and the kinds of tokens it is made of."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    inner = [one for token in tokens for one in token.children or ()]
    kinds = {token.type for token in (*tokens, *inner)}
    return "".join(one.content for one in inner), kinds - {"paragraph_open", "paragraph_close"}


@many
@given(texts)
def test_markdown_text_reads_back_as_the_same_words(text: str) -> None:
    """A paragraph of it is one piece of plain text: no link, no markup, no list."""
    plain = shown(text)
    expected = (plain, {"inline", "text"} if plain else set())

    assert expected == words_of(markdown_text(text).text)


@many
@given(texts)
def test_markdown_text_stays_in_its_cell(text: str) -> None:
    """A table with the text in a cell keeps its columns."""
    plain = shown(text)

    assert plain + "end" == words_of(f"|a|b|\n|-|-|\n|{markdown_text(text).text}|end|")[
        0
    ].removeprefix("ab")


@many
@given(texts)
def test_markdown_code_reads_back_as_one_code_span(text: str) -> None:
    """Any run of backticks fits into a longer fence."""
    expected = (shown(text) or " ", {"inline", "code_inline"})

    assert expected == words_of(markdown_code(text).text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("task_queue is a string", "task_queue is a string"),
        ("1. first", "1\\. first"),
        ("a < b | c", "a &lt; b \\| c"),
        (">>> import os", "&gt;&gt;&gt; import os"),
        ("![x](javascript:y)", "!\\[x\\](javascript&#58;y)"),
    ],
)
def test_markdown_text_escapes_only_what_is_active(text: str, expected: str) -> None:
    """A README stays readable as text."""
    actual = markdown_text(text)

    assert Code(expected) == actual
