"""Pages for Hypothesis: well-formed ones by the grammar, and what vandals make of them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

PIECES = (
    '"""', "'''", "\\", "`", "```\n", "{{ x }}", "{% raw %}", "# ", "## Responses\n", "### 200\n",
    "- **a** (string)\n", "  - **b** (object)\n", "**GET /x**", "\u202e", "\ufeff", "\u2028", "\r",
    "\x00", "<!--", "-->", "array[", "]", " | null", "(", ")", "One of `a`, `b`.", "Default: `x`.",
    "#### Body: application/json (object)\n", "\t", "\n\n", " " * 40, "é", "0" * 30, "[x](", "%s",
    "{id}", "__class__", "import os", "$(id)", "::error::x", "\U0001f600", "a\u0300",
)  # fmt: skip
"""What is put into pages at random."""

NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_.\[\]-]{0,12}", fullmatch=True)
NASTY = st.sampled_from(
    (
        "class", "self", "None", "__init__", "a b", "1st", "$top", "@type", "Größe", "x" * 60,
        "mro", "name", "value", "import", "a.b", "a[b]", "A", "a", "a_", "A-", "{x}", "client",
    )
)  # fmt: skip
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"])
    | st.sampled_from(" .,:'\"`\\"),
    max_size=60,
).map(lambda text: " ".join(text.split()))
"""Text of one line; Markdown marks at its beginning are part of the fun."""
TYPES = st.sampled_from(
    (
        "string", "integer", "number", "boolean", "object", "array[string]", "array[object]",
        "string(date-time)", "string | null", "integer | string", "", "object(uri-map)",
        "array[array[integer]]", "money",
    )
)  # fmt: skip
FACTS = st.sampled_from(
    ("", "One of `a`, `b` or `c`.", "Default: `5`.", "At most 64 characters.", "Required.")
)


@dataclass(frozen=True, slots=True)
class Item:
    """A field or a parameter, as a page lists it."""

    name: str
    type: str
    about: str
    inside: tuple[Item, ...] = ()

    def lines(self, indent: str = "") -> str:
        """The item with what is below it."""
        inner = indent + "  "
        below = "".join(one.lines(inner) for one in self.inside)
        return f"{indent}- **{self.name}** ({self.type})\n{inner}{self.about}\n{below}"


@dataclass(frozen=True, slots=True)
class Page:
    """A page in its parts."""

    title: str
    method: str
    path: str
    about: str
    query: tuple[Item, ...]
    sent: tuple[Item, ...]
    answered: tuple[Item, ...]

    def text(self) -> str:
        """The page as published."""
        return (
            f"# {self.title}\n\n**{self.method} {self.path}**\n\n{self.about}\n\n"
            "## Servers\n\n- https://api.example.com: https://api.example.com ()\n\n"
            f"## Parameters\n\n{_listed('### Query parameters', self.query)}"
            f"{_listed('### Body: application/json (object)', self.sent)}"
            "## Responses\n\n### 200\n\nDone.\n\n"
            f"{_listed('#### Body: application/json (object)', self.answered)}"
            "[Powered by Bump.sh](https://bump.sh)\n"
        )


def _listed(heading: str, items: tuple[Item, ...]) -> str:
    return f"{heading}\n\n{''.join(one.lines() for one in items)}\n" if items else ""


def items(*, names: st.SearchStrategy[str] = NAMES, depth: int = 1) -> st.SearchStrategy[Item]:
    """Items with others below those that can hold them."""
    about = st.builds("{} {}".format, WORDS.map(lambda text: "It is " + text + "."), FACTS)
    plain = st.builds(Item, names, TYPES, about.map(str.strip))
    if not depth:
        return plain
    inner = st.lists(items(names=names, depth=depth - 1), max_size=3, unique_by=_name).map(tuple)
    return plain | st.builds(Item, names, st.just("object"), about.map(str.strip), inner)


def _name(item: Item) -> str:
    return item.name


def _several(names: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Item, ...]]:
    return st.lists(items(names=names), max_size=4, unique_by=_name).map(tuple)


def pages(names: st.SearchStrategy[str] = NAMES) -> st.SearchStrategy[Page]:
    """Pages that a documentation could hold."""
    return st.builds(
        Page,
        st.sampled_from(("Create a pet", "List pets", "Fetch pet", "Purge")),
        st.sampled_from(("GET", "POST", "PUT", "DELETE")),
        st.sampled_from(("/pets", "/pets/{id}", "/v1/shops/{shop}/pets")),
        WORDS.map(lambda text: "It is " + text + "."),
        _several(names),
        _several(names),
        _several(names),
    )


def vandalised(text: str, seed: int, times: int) -> str:
    """The page with pieces put in, cut out, doubled and swapped; the same for the same seed."""
    chance = Random(seed)
    for _ in range(times):
        at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        to = min(to, at + 200)
        act = chance.randrange(4)
        if act == 0:
            text = text[:at] + chance.choice(PIECES) + text[at:]
        elif act == 1:
            text = text[:at] + text[to:]
        elif act == 2:
            text = text[:to] + text[at:to] + text[to:]
        else:
            text = text[:at] + chance.choice(PIECES) * chance.randrange(1, 5) + text[to:]
    return text
