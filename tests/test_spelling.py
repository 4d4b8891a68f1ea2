"""Values that two pages spell in two ways are taken from neither."""

from __future__ import annotations

from generator.config import ApiConfig
from generator.diagnostics import Diagnostics
from generator.ir import Api
from generator.pipeline import Documents, read_api
from generator.source import Source


def _page(verb: str, description: str, name: str = "kind") -> str:
    return (
        f"# Pump\n\n**{verb} /pumps**\n\n## Servers\n\n## Parameters\n\n### Query parameters\n"
        f"- **{name}** (string)\n  {description}\n\n## Responses\n\n"
        "[Powered by Bump.sh](https://bump.sh)\n"
    )


def _api(*pages: str) -> tuple[Api, list[str]]:
    """The API, and the codes of what was reported."""
    diagnostics = Diagnostics()
    sources = tuple(
        Source(path=f"operation-{number}.md", text=text) for number, text in enumerate(pages)
    )
    api = read_api(Documents(name="pumps", sources=sources, config=ApiConfig()), diagnostics)
    assert api is not None
    return api, [one.code for one in diagnostics.sorted()]


def _values(api: Api) -> list[tuple[object, ...] | None]:
    fields = [one for operation in api.operations for one in operation.parameters]
    return [one.values.values if one.values else None for one in fields]


def test_value_spelled_in_two_ways_is_left_out() -> None:
    """One of the pages is wrong, and none says which; the note names both places."""
    pages = (_page("GET", "One of `on` or `half-on`."), _page("POST", "One of `on` or `half_on`."))
    api, codes = _api(*pages)

    assert [None, None] == _values(api)
    assert 1 == codes.count("two-spellings")


def test_lists_that_differ_in_more_are_both_right() -> None:
    """Two operations may take different values."""
    api, codes = _api(_page("GET", "One of `a` or `b`."), _page("POST", "One of `a` or `c`."))

    assert [("a", "b"), ("a", "c")] == _values(api)
    assert "two-spellings" not in codes


def test_fields_of_other_names_are_not_compared() -> None:
    """What one field calls its values says nothing about another."""
    pages = (
        _page("GET", "One of `on` or `half-on`."),
        _page("POST", "One of `on` or `half_on`.", "state"),
    )

    assert [("on", "half-on"), ("on", "half_on")] == _values(_api(*pages)[0])
