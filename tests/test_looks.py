"""What templates look at is told attribute by attribute only where nothing else can count."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

from generator import emit
from generator.emit.call_views import PagingView
from generator.emit.code import Code
from generator.emit.files import RenderedFile
from generator.emit.fingerprints import EVERYTHING, fields_of
from generator.emit.pack import load_pack
from generator.emit.plan import plan
from generator.emit.quoting import QuotingError
from generator.emit.render import FILTERS, render
from generator.emit.views import ChildView, MemberView

CHILD = ChildView(attribute=Code("a"), name=Code("A"), twin=Code("B"), module=Code("m"), doc="d")
MEMBER = MemberView(name=Code("M"), value="v")


def rendered(folder: Path, template: str) -> RenderedFile:
    """One template, for the view of a member, beside a part that shows its value."""
    (folder / "pack").mkdir()
    files = {
        "pack.toml": 'name = "pack"\n',
        "x.txt.j2": template,
        "_x.j2": "{{ api.value|literal }}",
        "_m.j2": "{% macro m(one) %}{{ one.value|literal }}{% endmacro %}",
        "_odd.j2": "{% if api == api %}{{ api.value|literal }}{% endif %}",
    }
    for path, text in files.items():
        (folder / "pack" / path).write_text(text, "utf-8")
    pack = load_pack("pack", (folder,))
    return render(plan(MEMBER, pack), pack)[0]


@pytest.mark.parametrize(
    ("template", "looks"),
    [
        ("{{ api.value|literal }}", {"MemberView.value"}),
        ("{% if api.value == 'v' %}{{ api.name }}{% endif %}", {"MemberView.value", "MemberView.name"}),
        ("{% if 'v' in api.value and api.name is defined %}x{% endif %}", {"MemberView.value", "MemberView.name"}),
        ("{% for one in (api, api) %}{{ loop.index|literal }}{{ one.name }}{% endfor %}", {"MemberView.name"}),
        ("{% set one = api %}{{ one.name.text|literal }}", {"MemberView.name", "Code.text"}),
        ("{% with one = api %}{{ one.name }}{% endwith %}", {"MemberView.name"}),
        ("{{ ((api, api)|last).name }}", {"MemberView.name"}),
        ("{% if api is none %}x{% endif %}", set()),
        ("{% include '_x.j2' %}", {"MemberView.value"}),
        ("{% import '_m.j2' as of %}{{ of.m(api) }}", {"MemberView.value"}),
        ("{% if api == api %}x{% endif %}", {EVERYTHING}),
        ("{% if 1 < 2 < 3 %}x{% endif %}", {EVERYTHING}),
        ("{% if api in (api,) %}x{% endif %}", {EVERYTHING}),
        ("{% if api is eq(api) %}x{% endif %}", {EVERYTHING}),
        ("{{ (api ~ '')|literal }}", {EVERYTHING}),
        ("{{ ('%s' % api)|literal }}", {EVERYTHING}),
        ("{{ ('' + 'x')|literal }}", {EVERYTHING}),
        ("{{ '{}'.format(api)|literal }}", {EVERYTHING}),
        ("{{ (api, api).index(api)|literal }}", {EVERYTHING}),
        ("{{ {api: 1}[api]|literal }}", {EVERYTHING}),
        ("{{ (api, api)|unique|list|length|literal }}", {EVERYTHING}),
        ("{% if (api,)|select('eq', api)|list %}x{% endif %}", {EVERYTHING}),
        ("{% if (api,)|selectattr('value')|list %}x{% endif %}", {EVERYTHING}),
        ("{{ api['value']|literal }}", {EVERYTHING}),
        ("{% for one in (api, api) %}{% if loop.changed(one) %}x{% endif %}{% endfor %}", {EVERYTHING}),
        ("{% include '_odd.j2' %}", {EVERYTHING}),
        ("{% include ['_none.j2', '_odd.j2'] %}", {EVERYTHING}),
        ("{% block x %}{{ api.value|literal }}{% endblock %}", {EVERYTHING}),
        ("{% if api.nothing is defined %}x{% endif %}", {EVERYTHING}),
    ],
)  # fmt: skip
def test_a_look_is_told_by_name_or_as_one_at_everything(
    template: str, looks: set[str], tmp_path: Path
) -> None:
    """Comparing views, printing them, and asking in other ways than by name sees all of them."""
    found = rendered(tmp_path, template).looks

    assert looks == ({EVERYTHING} if EVERYTHING in found else found)


@pytest.mark.parametrize("name", sorted(FILTERS))
@pytest.mark.parametrize("value", [CHILD, (CHILD,), [CHILD], {"a": CHILD}])
def test_no_filter_takes_a_view(name: str, value: object) -> None:
    """It would print of it what no template asked for by name."""
    with pytest.raises((QuotingError, TypeError, AttributeError)):
        FILTERS[name](value, *([4] if name == "docstring" else []))


def test_views_have_nothing_that_templates_use_without_its_name() -> None:
    """No truth, length, items or text of their own: what those saw would not be told."""
    modules = [
        importlib.import_module(one.name)
        for one in pkgutil.iter_modules(emit.__path__, "generator.emit.")
        if one.name.endswith(("views", "view"))
    ]
    kinds = {kind for one in modules for kind in vars(one).values() if isinstance(kind, type)}
    views = [one for one in kinds if fields_of(one)]
    odd = {"__bool__", "__len__", "__iter__", "__str__", "__html__", "__contains__", "__call__"}

    assert PagingView in views
    assert [] == [one for one in views if any(odd & vars(kind).keys() for kind in one.__mro__[:-1])]
