"""Templates print finished text only, and their faults come with a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.emit.code import Code
from generator.emit.files import RenderedFile
from generator.emit.pack import PackError, load_pack
from generator.emit.plan import plan
from generator.emit.render import render

Render = Callable[..., str]


PACKAGE = Code("example")


@dataclass(frozen=True)
class View:
    """What the templates of these tests receive."""

    package: Code = PACKAGE
    names: tuple[Code, ...] = (Code("one"), Code("two"))
    title: str = 'A "title" of a page\\'


@pytest.fixture
def rendered(tmp_path: Path) -> Render:
    """Renders one template, ``x.py.j2``, beside others."""

    def text(template: str, **others: str) -> str:
        (tmp_path / "pack").mkdir()
        files = {"pack.toml": 'name = "pack"\n', "x.py.j2": template}
        for path, one in (files | {f"_{name}.j2": other for name, other in others.items()}).items():
            (tmp_path / "pack" / path).write_text(one, "utf-8")
        pack = load_pack("pack", (tmp_path,))
        return render(plan(View(), pack), pack)[0].text

    return text


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ api.package }} = 1\n", "example = 1\n"),
        ("x = {{ api.title | literal }}\n", "x = 'A \"title\" of a page\\\\'\n"),
        ("{{ api.title | docstring(0) }}\n", '"""A "title" of a page\\\\"""\n'),
        ("{{ api.title | toml }}", '"A \\"title\\" of a page\\\\"'),
        ("{{ [api.title] | json }}", '["A \\"title\\" of a page\\\\"]'),
        ("{{ api.title | markdown }}", 'A "title" of a page&#92;'),
        ("{{ 'a`b' | markdown_code }}", "``a`b``"),
        ("{{ api.names | join(' | ') }}", "one | two"),
        (
            "{% for x in api.names %}\n{{ x }}{% if not loop.last %},{% endif %}\n{% endfor %}",
            "one,two",
        ),
        ("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(api.package) }}", "<example>"),
        ("{% set x %}{{ api.package }}!{% endset %}{{ x }}", "example!"),
        ("{{ api.names | first }} {{ (api.names | last) }}", "one two"),
    ],
)
def test_a_template_prints_finished_text(rendered: Render, template: str, expected: str) -> None:
    """Words of a view as they are, text of a page through the filter of its position."""
    actual = rendered(template)

    assert expected == actual


def test_partials_are_included_and_imported(rendered: Render) -> None:
    """What a macro gives back is finished again."""
    template = "{% from '_m.j2' import f %}{{ f(api.package) }}{% include '_i.j2' %}"
    partials = {"m": "{% macro f(x) %}({{ x }}){% endmacro %}", "i": "[{{ api.package }}]\n"}
    expected = "(example)[example]\n"

    assert expected == rendered(template, **partials)


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("api.title", "write it through the filter"),
        ("'text'", "write it through the filter"),
        ("1", "write it through the filter"),
        ("none", "write it through the filter"),
        ("api", "write it through the filter"),
        ("api.names", "write it through the filter"),
        ("'' ~ api.package", "write it through the filter"),
        ("api.package.text", "write it through the filter"),
        ("'%s' % api.title", "write it through the filter"),
        ("api.names | join(api.title)", "spaces and punctuation"),
        ("[api.title] | join", "must be finished text"),
        ("api.package | literal", "without a filter"),
        ("api.titel", "titel"),
        ("missing", "missing"),
        ("api.package + api.package", "unsupported operand"),
        ("api.__class__", "unsafe"),
        ("api._x", "unsafe|_x"),
        ("api.names | map(attribute='text') | list", "no filter 'map'"),
        ("api.title | safe", "no filter 'safe'"),
        ("api.title | format", "no filter 'format'"),
        ("range(3)", "'range' is undefined"),
        ("dict()", "'dict' is undefined"),
        ("self", "write it through the filter"),
        ("1 / 0", "division"),
        ("undefined_function()", "undefined_function"),
    ],
)
def test_a_fault_in_a_template_is_told_by_line(
    rendered: Render, expression: str, message: str
) -> None:
    """Nothing unfinished gets out, and the author learns where and what to write instead."""
    with pytest.raises(PackError, match=message) as caught:
        rendered(f"# line 1\n{{% if true %}}\n{{{{ {expression} }}}}\n{{% endif %}}\n")
    expected = ("x.py.j2", 3)

    assert expected == (Path(caught.value.path).name, caught.value.line)


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("\n{% fro x in y %}", 2, "unknown tag 'fro'"),
        ("\n\n{% if x %}", 3, "end of template"),
        ("\n{{ x", 2, "end of print"),
        ("\n{% include '_none.j2' %}", 2, "_none.j2"),
        ("\n{% include '../pack.toml' %}", 2, "pack.toml"),
        ("\n{% include '/etc/passwd' %}", 2, "passwd"),
    ],
)
def test_a_template_that_is_none_is_told_by_line(
    rendered: Render, template: str, line: int, message: str
) -> None:
    """Syntax and includes; only the pack's own files can be included."""
    with pytest.raises(PackError, match=message) as caught:
        rendered(template)

    assert line == caught.value.line


def test_a_fault_in_a_partial_names_the_partial(rendered: Render) -> None:
    """Not the template that includes it."""
    with pytest.raises(PackError) as caught:
        rendered("{% include '_p.j2' %}", p="\n\n{{ api.title }}")
    expected = ("_p.j2", 3)

    assert expected == (Path(caught.value.path).name, caught.value.line)


def test_page_text_is_rendered_once(rendered: Render) -> None:
    """Template marks in a page are text."""
    expected = '"{{ 7 * 7 }}"\n'

    assert expected == rendered("{{ '{{ 7 * 7 }}' | literal }}\n")


def test_a_copied_file_is_left_as_it_is(tmp_path: Path) -> None:
    """The hand-written runtime may hold anything."""
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.toml").write_text('name = "pack"\n', "utf-8")
    (tmp_path / "pack" / "x.py").write_text("{{ not a template }}\n", "utf-8")
    pack = load_pack("pack", (tmp_path,))
    expected = (RenderedFile(path="x.py", text="{{ not a template }}\n", copied=True),)

    assert expected == render(plan(View(), pack), pack)
