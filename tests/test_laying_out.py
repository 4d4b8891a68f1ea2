"""What only differs in docstrings that need no formatting is formatted once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.docstrings import without_docstrings
from generator.emit.files import RenderedFile
from generator.emit.format import format_files
from generator.emit.pack import PackError
from generator.emit.quoting_docstring import Doc, docstring
from generator.laying_out import lay_out
from generator.means import ALONE, open_means

CODE = "class A :\n    {0}\n\n    async def f(\n        self,\n    ) -> int:\n        {1}\n        return  1\n"

SETTLED = {
    "a line": '"""Said."""',
    "lines": '"""Said.\n\n    More of it.\n\n        As code.\n    """',
    "lines that close inline": '"""Said on\n    two lines."""',
    "quotes": '"""Said "so" and \\"""so\\""" again."""',
    "a comment's sign": '"""Said # that."""',
    "what looks like code": "\"\"\"Said:\n\n    def g():\n        '''x'''\n    \"\"\"",
}
UNSETTLED = {
    "space before": '""" Said."""',
    "space behind": '"""Said. """',
    "a space at a line's end": '"""Said \n    so."""',
    "lines too far left": '"""Said\n  so."""',
    "lines too far right": '"""Said\n      so."""',
    "quotes that stand wrong": '"""Said\n    so.\n      """',
    "quotes that want a line": '"""Said\n    ' + "so " * 28 + 'x."""',
    "quotes at the margin": '"""Said\n    so.\n"""',
    "nothing behind the first line": '"""Said.\n    """',
    "a tab": '"""Said\n    \tso."""',
    "an escape": '"""Said \\N{DASH} so."""',
    "a backslash at the end": '"""Said so\\\\"""',
    "a quote at the end": '"""Said "so\\""""',
    "nothing": '""""""',
    "other quotes": "'''Said.'''",
    "a prefix": 'r"""Said."""',
}
ELSEWHERE = {
    "a value": 'x = """\ndef f():\n    """\ny = """\n    """\n',
    "a value in single quotes": "x = '''\ndef f():\n    \"\"\"Said.\"\"\"\n'''\n",
    "a line of a list": 'x = [\n    """Said.""",\n    """Said.""" ,\n]\n',
    "a value of a key": 'x = {\n    "def a":\n    """Said."""\n}\n',
    "a comment": 'x = 1  # """\nclass A:\n    x = """1"""\n',
    "the module": '"""Said."""\n',
}


def by_black(text: str) -> str:
    """The whole text as black lays it out."""
    (done,) = format_files((RenderedFile(path="a.py", text=text),), "black")
    return done.text


@pytest.mark.parametrize("docs", SETTLED.values(), ids=SETTLED)
def test_a_docstring_that_is_laid_out_is_taken_out_and_comes_back(docs: str) -> None:
    """Black sees a number in its place."""
    text = CODE.format(docs, '"""Said."""')
    bare = without_docstrings(text)

    assert docs not in bare.text
    assert by_black(text) == bare.put_back(by_black(bare.text))


@pytest.mark.parametrize("docs", UNSETTLED.values(), ids=UNSETTLED)
def test_a_docstring_that_black_may_change_stays(docs: str) -> None:
    """It is no matter of what it says, but of how."""
    text = f"def f():\n    {docs}\n"

    assert text == without_docstrings(text).text


@pytest.mark.parametrize("text", ELSEWHERE.values(), ids=ELSEWHERE)
def test_other_strings_stay(text: str) -> None:
    """Of their length black makes lines."""
    assert text == without_docstrings(text).text


pieces = st.lists(
    st.sampled_from(
        ["a", "word", '"', "'", "\\", "\n", "\n\n", "  ", "\t", "def f():", ":", "#", '"""']
    )
    | st.characters(),
    max_size=30,
).map("".join)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(pieces, pieces)
def test_whatever_pages_say_black_comes_to_the_same(summary: str, body: str) -> None:
    """With or without their docstrings."""
    said = [docstring(Doc(summary, body), indent).text for indent in (4, 8)]
    text = CODE.format(*said)
    bare = without_docstrings(text)

    assert by_black(text) == bare.put_back(by_black(bare.text))


def test_what_a_docstring_says_is_no_reason_to_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run in which nothing else differs comes to the same as one that knows nothing."""
    first, then = (
        (RenderedFile(path="a.py", text=CODE.format(f'"""Said {one}."""', '"""So."""')),)
        for one in ("once", "twice,\n    and more")
    )
    expected = lay_out(then, "black", means=ALONE)
    with open_means(cache=tmp_path / "kept") as means:
        lay_out(first, "black", means=means)
        monkeypatch.delattr("generator.emit.format._black")
        actual = lay_out(then, "black", means=means)

    assert expected == actual


def test_python_that_is_none_is_told_with_the_line_it_is_on() -> None:
    """Lines of docstrings count."""
    text = CODE.format(SETTLED["lines"], '"""So."""') + "x = = 1\n"

    with pytest.raises(PackError) as caught:
        lay_out((RenderedFile(path="a.py", text=text),), "black", means=ALONE)

    assert text.count("\n") == caught.value.line


def test_templates_may_indent_as_they_like() -> None:
    """Black moves their docstrings with their code."""
    text = 'class A:\n  def f():\n    """Said.\n\n    So.\n    """\n'
    (done,) = lay_out((RenderedFile(path="a.py", text=text),), "black", means=ALONE)

    assert by_black(text) == done.text
