"""Forms that nobody has seen and Bump may print: each is read, and the same in every layout."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from generator.decode import decode
from generator.diagnostics import Diagnostics, Severity
from generator.ir import (
    ArrayType,
    Field,
    NullableType,
    ObjectType,
    Operation,
    Root,
    ScalarType,
    TypeExpr,
    UnionType,
)
from generator.read import is_root, read, read_root
from generator.source import Source

FOOTER = "[Powered by Bump.sh](https://bump.sh)"
LAYOUTS = ("indented", "dedented", "flat")
DOCS = "https://docs.example/doc/orchard"


def laid_out(text: str, layout: str) -> str:
    """The text as published, without indentation and blank lines, or on one line."""
    if layout == "flat":
        return " ".join(text.split())
    if layout == "dedented":
        return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"
    return text


def page(
    parameters: str = "",
    responses: str = "### 200\nOK\n",
    *,
    title: str = "Count trees",
    verb: str = "GET /trees",
    text: str = "Counts them.",
    servers: str = "- https://o.example: https://o.example ()",
    auth: str = "- Garden key",
    footer: str = FOOTER,
) -> str:
    """A page as published with the form in its place."""
    return (
        f"# {title}\n\n**{verb}**\n\n{text}\n\n\n## Servers\n{servers}\n\n\n"
        f"## Authentication methods\n{auth}\n\n\n## Parameters\n\n{parameters}\n\n\n"
        f"## Responses\n\n{responses}\n\n{footer}\n"
    )


def read_one(text: str, *codes: str, path: str = "page.md") -> Operation:
    """The one operation of a page that has these findings and no others."""
    found = Diagnostics()
    operations = read(Source(path=path, text=text), found)

    assert sorted(codes) == sorted(one.code for one in found)
    assert 1 == len(operations)
    return operations[0]


def shape(type_: TypeExpr) -> str:
    """``{name: type}``, ``[item]``, ``a or b``, ``item?``."""
    match type_:
        case ScalarType():
            return type_.kind + (f"<{type_.format}>" if type_.format else "")
        case ObjectType():
            return "{" + listed(type_.fields) + "}"
        case ArrayType():
            return f"[{shape(type_.item)}]"
        case NullableType():
            return shape(type_.item) + "?"
        case UnionType():
            return " or ".join(map(shape, type_.members))
        case _:
            return "any"


def listed(fields: Iterable[Field]) -> str:
    """The names and types of fields; a deprecated one has a minus before it."""
    return ", ".join(f"{'-' * one.deprecated}{one.name}: {shape(one.type)}" for one in fields)


GROUPS = [
    (f"{level} {words}", location)
    for location, spellings in {
        "header": "Headers;Header parameters;Header Parameters;Request headers;Request Headers;"
        "Request header parameters;HTTP headers;headers",
        "cookie": "Cookies;Cookie parameters;Cookie Parameters;Request cookies;cookies",
        "path": "Path parameters;Path Parameters;Path params",
        "query": "Query parameters;Query Parameters;Query string parameters",
    }.items()
    for words in spellings.split(";")
    for level in ("##", "###", "####")
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("heading", "location"), GROUPS)
def test_parameter_group(heading: str, location: str, layout: str) -> None:
    """A group is known by any spelling and level of its heading, before and after others."""
    group = f"{heading}\n- **One** (string)\n  The first.\n- **Two[]** (array[string])\n"
    other = "### Query parameters\n- **q** (string)\n"
    body = "### Body: application/json (object)\n- **b** (string)\n"

    for parts in ((group, other, body), (other, group, body), (body, other, group)):
        operation = read_one(laid_out(page("\n".join(parts)), layout))
        found = {one.name: str(one.location) for one in operation.parameters}

        assert {"One": location, "Two[]": location, "q": "query"} == found
        assert ["{b: string}"] == [shape(one.type) for one in operation.bodies]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_of_a_group_without_items_are_text(layout: str) -> None:
    """A spelling nobody has seen opens a group only above items."""
    text = "### Body: application/json (object)\nWhat to know.\n#### Header\nIs never sent.\n"
    operation = read_one(laid_out(page(text + "- **b** (string)\n"), layout))

    assert () == operation.parameters
    assert "Is never sent." in operation.bodies[0].description


BODIES = [
    ("### Body: application/json (object)", "application/json {a: string, b: integer}"),
    ("### Body:  (object)", " {a: string, b: integer}"),
    ("### Body: (object)", " {a: string, b: integer}"),
    ("### Body (object)", " {a: string, b: integer}"),
    ("### Body", " {a: string, b: integer}"),
    ("### Request body", " {a: string, b: integer}"),
    ("### Body: text/x-y", "text/x-y {a: string, b: integer}"),
    ("### Request body: application/json (object)", "application/json {a: string, b: integer}"),
    ("#### Body parameters: a/b (object)", "a/b {a: string, b: integer}"),
    ("#### Body Parameters: a/b (object)", "a/b {a: string, b: integer}"),
    ("### Body: `a/b` (object)", "a/b {a: string, b: integer}"),
    (
        "### Body: a/b; Version=2023-10-31 (object)",
        "a/b; Version=2023-10-31 {a: string, b: integer}",
    ),
    ('### Body: a/b; mark="x y" (object)', 'a/b; mark="x y" {a: string, b: integer}'),
    ("### Body: */* (object)", "*/* {a: string, b: integer}"),
    ("### Body: a/b ()", "a/b {a: string, b: integer}"),
    ("### Body: a/b (object | object)", "a/b {a: string, b: integer}"),
    ("### Body: a/b (object | null)", "a/b {a: string, b: integer}?"),
    ("### Body: a/b (string | object)", "a/b string or {a: string, b: integer}"),
    ("### Body: a/b (object | array[object])", "a/b {a: string, b: integer} or [{}]"),
    ("### Body: a/b (array[object])", "a/b [{a: string, b: integer}]"),
    ("### Body: a/b (array[object] | null)", "a/b [{a: string, b: integer}]?"),
    ("### Body: a/b (array[object | object])", "a/b [{a: string, b: integer}]"),
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("heading", "meaning"), BODIES)
def test_body_with_items(heading: str, meaning: str, layout: str) -> None:
    """A body's heading gives its content type and where its items belong; in responses too."""
    body = f"{heading}\n- **a** (string)\n  An a.\n- **b** (integer)\n"
    answer = "### 200\nOK\n\n" + re.sub(r"^#+", "####", body)
    operation = read_one(laid_out(page(body, answer), layout))

    for one in (*operation.bodies, *operation.responses[0].bodies):
        assert meaning == f"{one.media_type} {shape(one.type)}"
    assert (1, 1) == (len(operation.bodies), len(operation.responses[0].bodies))


WHOLE = {
    "object": "{}",
    "object | object": "{}",
    "array[object]": "[{}]",
    "array[string]": "[string]",
    "string(binary)": "string<binary>",
    "string | object": "string or {}",
    "string | array[string] | null": "string or [string]?",
    "": "any",
    "null": "any?",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("notation", "meaning"), WHOLE.items())
def test_body_without_items(notation: str, meaning: str, layout: str) -> None:
    """A whole body's type stands alone, with the type below it as text or without."""
    body = f"Body: a/b ({notation})\nWhat is sent.\n"
    again = f"Body: c/d ({notation})\n{notation}\n"
    text = page(f"### {body}\n### {again}", f"### 200\nOK\n\n#### {body}\n#### {again}")
    operation = read_one(laid_out(text, layout))

    for bodies in (operation.bodies, operation.responses[0].bodies):
        assert ["a/b", "c/d"] == [one.media_type for one in bodies]
        assert [meaning, meaning] == [shape(one.type) for one in bodies]
        assert ["What is sent.", ""] == [one.description for one in bodies]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_several_content_types_of_the_older_generation(layout: str) -> None:
    """Each ``## Body parameters`` and each ``#### Body Parameters`` is a body."""
    body = "## Body parameters\nContent-type: a/{}\nOf {}.\n- **x** (string)\n\n"
    answer = "#### Body Parameters: a/{} (object)\n- **y** (string)\n\n"
    text = page(
        body.format("b", "b") + body.format("c; v=1", "c"),
        "### 200: OK\n\n" + answer.format("b") + answer.format("c"),
    )
    operation = read_one(laid_out(text, layout))

    assert ["a/b", "a/c; v=1"] == [one.media_type for one in operation.bodies]
    assert ["Of b.", "Of c."] == [one.description for one in operation.bodies]
    assert ["a/b", "a/c"] == [one.media_type for one in operation.responses[0].bodies]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_multipart(layout: str) -> None:
    """Files are binary text, alone and in lists, and brackets belong to names."""
    text = "- **file** (string(binary))\n- **more[]** (array[string(binary)])\n  All.\n"
    body = read_one(
        laid_out(page("### Body: multipart/form-data (object)\n" + text), layout)
    ).bodies

    assert ["{file: string<binary>, more[]: [string<binary>]}"] == [shape(one.type) for one in body]


@pytest.mark.parametrize("unit", ["  ", "   ", "    ", "\t"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_children_are_told_by_any_indentation(unit: str, gap: str) -> None:
    """An item's children are indented by two spaces or more, or a tab, at every level."""
    text = (
        f"- **a** (object)\n{unit}An a.\n{gap}{unit}- **b** (array[object])\n{unit * 2}A b.\n\n"
        f"{unit * 2}Still b.\n{gap}{unit * 2}- **c** (string)\n{unit * 3}A c.\n{gap}"
        f"{unit * 2}- **d** (object | null)\n{unit * 3}- **e** (string)\n"
        f"{unit}- **f** (string)\n- **g** (string)\n"
    )
    type_ = read_one(page("### Body: a/b (object)\n" + text)).bodies[0].type

    assert "{a: {b: [{c: string, d: {e: string}?}], f: string}, g: string}" == shape(type_)
    assert isinstance(type_, ObjectType)
    assert "An a." == type_.fields[0].description
    assert isinstance(type_.fields[0].type, ObjectType)
    assert "A b.\n\nStill b." == type_.fields[0].type.fields[0].description


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("colon", ["", ":"])
@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("default", "default"),
        ("Default", "default"),
        ("4XX", "4XX"),
        ("2xx", "2XX"),
        ("204", "204"),
    ],
)
def test_status(printed: str, status: str, colon: str, layout: str) -> None:
    """Ranges and the default are statuses in both generations, with headers and a summary line."""
    headings = ["#### Headers", "#### Response headers", "#### Header parameters", "### Headers"]
    for heading in headings:
        text = (
            f"### {printed}{colon}\nAll trees.\n\nThe list of each.\n\n{heading}\n- **H** (string)\n\n"
            "#### Body: a/b (array[string])\n\n### 599\nLast.\n"
        )
        first, last = read_one(laid_out(page("", text), layout)).responses

        assert (status, "599") == (first.status, last.status)
        assert "All trees. The list of each." == " ".join(first.description.split())
        assert ["H"] == [one.name for one in first.headers]
        assert ["[string]"] == [shape(one.type) for one in first.bodies]


SERVERS = [
    ("- https://{region}.a.example: https://{region}.a.example ()", "https://{region}.a.example||"),
    ("- {s}://{host}/api: {s}://{host}/api ()", "{s}://{host}/api||"),
    ("- Own: {base} (Yours)", "{base}|Own|Yours"),
    (
        "- EU: slow (old): https://s.example/v1 (EU: slow (old))",
        "https://s.example/v1|EU: slow (old)|EU: slow (old)",
    ),
    ("- A - B: https://s.example (A - B)", "https://s.example|A - B|A - B"),
    ("- Path: https://s.example/a_(b) ()", "https://s.example/a_(b)|Path|"),
    ("- Local: http://localhost:8080 (Mine)", "http://localhost:8080|Local|Mine"),
    ("- localhost:8080: localhost:8080 ()", "localhost:8080||"),
    ("- /api/v1: /api/v1 ()", "/api/v1||"),
    ("- /: / ()", "/||"),
    ("- Own: https://<HOST_URL> ()", "https://<HOST_URL>|Own|"),
    ("- Sockets: wss://s.example (Live)", "wss://s.example|Sockets|Live"),
    ("- https://s.example", "https://s.example||"),
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("line", "meaning"), SERVERS)
def test_server(line: str, meaning: str, layout: str) -> None:
    """An address keeps its variables; a name may hold colons, dashes and parentheses."""
    servers = read_one(laid_out(page(servers=line), layout)).servers

    assert [meaning] == [f"{one.url}|{one.name}|{one.description}" for one in servers]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_server(layout: str) -> None:
    """An empty list of servers is none."""
    operation = read_one(
        laid_out(page("### Query parameters\n- **q** (string)\n", servers=""), layout)
    )

    assert () == operation.servers
    assert ["q"] == [one.name for one in operation.parameters]


TITLES = [
    "X trees (deprecated)",
    "X trees [Deprecated]",
    "[Deprecated] X trees",
    "Deprecated: X trees",
    "(deprecated) X trees",
    "X trees - deprecated",
    "**Deprecated** X trees",
    "~~X trees~~",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "title",
    TITLES,
)
def test_deprecated_title(title: str, layout: str) -> None:
    """A mark in the title deprecates the operation and stays in its title."""
    operation = read_one(laid_out(page(title=title), layout))

    assert operation.deprecated
    assert title == operation.title


@pytest.mark.parametrize(
    "title", ["Remove deprecated keys", "Deprecated keys", "List what is deprecated"]
)
def test_title_about_something_deprecated(title: str) -> None:
    """A title that speaks of deprecated things deprecates nothing."""
    assert not read_one(page(title=title)).deprecated


MARKS = [
    "**Deprecated**",
    "**Deprecated.** Use x.",
    "Deprecated. Use x.",
    "(deprecated) Old.",
    "DEPRECATED: x",
]
MARKS += [
    "> **Deprecated**\n  > Old.",
    "⚠️ Deprecated. Old.",
    "_Deprecated_ Old.",
    "Old one. (Deprecated)",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("text", MARKS)
def test_deprecated_description(text: str, layout: str) -> None:
    """A mark that begins or ends a description deprecates an operation, parameter or field."""
    item = f"- **x** (string)\n  {text}\n- **y** (string)\n"
    parts = f"### Query parameters\n{item}\n### Body: a/b (object)\n{item}"
    operation = read_one(laid_out(page(parts, text=text), layout))

    assert operation.deprecated
    assert "-x: string, y: string" == listed(operation.parameters)
    assert "{-x: string, y: string}" == shape(operation.bodies[0].type)


def test_deprecated_on_its_own_line() -> None:
    """The word alone on the first line is a mark where lines are kept."""
    item = "### Query parameters\n- **x** (string)\n  Deprecated\n\n  Counts them.\n"
    operation = read_one(page(item, text="Deprecated\n\nCounts them."))

    assert operation.deprecated
    assert operation.parameters[0].deprecated


ITEMS = [
    "**x** (string) (deprecated)",
    "**x** (string) **Deprecated**",
    "**x** (deprecated) (string)",
    "**x (deprecated)** (string)",
    "**x** (string, deprecated)",
    "~~**x**~~ (string)",
    "**x** [Deprecated] (string)",
    "**x** **deprecated** (string)",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "item",
    ITEMS,
)
def test_deprecated_item(item: str, layout: str) -> None:
    """A mark at the name or the type deprecates the item and is part of neither."""
    text = f"- {item}\n  An x.\n- **y** (string)\n"
    operation = read_one(
        laid_out(page(f"### Path parameters\n{text}", verb="GET /{x}/{y}"), layout)
    )

    assert "-x: string, y: string" == listed(operation.parameters)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_deprecated_authentication(layout: str) -> None:
    """A mark is no part of a method's name."""
    lines = "- Key one (deprecated)\n- Key two [Deprecated]\n- Key three **Deprecated**\n- Deprecated key\n"
    operation = read_one(laid_out(page(auth=lines), layout))

    assert ("Key one", "Key two", "Key three", "Deprecated key") == operation.auth


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", ["TreeFell", "tree.fell", "https://hook.example.com/fell"])
def test_webhook(path: str, layout: str) -> None:
    """A webhook's name or address stands for its path, with a warning."""
    text = page("### Body: a/b (object)\n- **x** (string)\n", verb=f"POST {path}")

    assert path == read_one(laid_out(text, layout), "odd-path").path


def test_webhook_named_in_words_is_left_out() -> None:
    """A name with spaces cannot be called; it does not stop what lies beside it."""
    found = Diagnostics()

    assert () == read(Source(path="page.md", text=page(verb="POST tree fell")), found)
    assert [(Severity.WARNING, "odd-path")] == [(one.severity, one.code) for one in found]


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        ("//openapi", Severity.WARNING),
        ("/trees/{tree", Severity.ERROR),
        ("/trees/'{tree}'", Severity.ERROR),
        ("/trees/../sheds", Severity.ERROR),
        ("/trees/%2E%2e;x/sheds", Severity.ERROR),
    ],
)
def test_a_path_that_cannot_be_called_becomes_no_operation(path: str, severity: Severity) -> None:
    """What documents are known to have costs its page; what is a slip or worse stops the run."""
    found = Diagnostics()

    assert () == read(Source(path="page.md", text=page(verb=f"GET {path}")), found)
    assert [(severity, "odd-path")] == [(one.severity, one.code) for one in found]


LINK = f"[Plant a tree]({DOCS}/operation/operation-planttree.md)"
OTHERS = {
    "group": f"# Trees\n\nAll of them.\n\n## Endpoints\n\n- {LINK}\n\n{FOOTER}\n",
    "group-in-headings": f"# Trees\n\n## {LINK}\n\n**POST /trees**\n\nPlants.\n\n{FOOTER}\n",
    "group-without-heading": f"# Trees\n\nAll of them.\n\n- {LINK}\n\n{FOOTER}\n",
    "group-without-list": f"# Trees\n\nAll of them.\n\n{FOOTER}\n",
    "topic-begin": "# How to begin\n\nAsk for a key.\n\n## Parameters\n\nUse **limit**.\n",
    "help": f"# How to begin\n\nCall\n\n**GET /trees**\n\nto begin.\n\n{FOOTER}\n",
    "authentication": "# Authentications\n\n## Garden key\n\nHeader: X-Key\n",
    "llms": f"# Hub\n\n## Description\n\nOurs.\n\n## APIs\n\n- [Api: train/book]({DOCS}.md)\n\n{FOOTER}\n",
}


# The help page on one line cannot be told from the title of an operation.
OTHERS_TOLD = [(name, layout) for name in OTHERS for layout in LAYOUTS]
OTHERS_TOLD.remove(("help", "flat"))


@pytest.mark.parametrize(("name", "layout"), OTHERS_TOLD)
def test_page_of_another_kind(name: str, layout: str) -> None:
    """A page of the documentation that is no operation is passed over with a note."""
    source = Source(path=f"docs/{name}.md", text=laid_out(OTHERS[name], layout))
    found = Diagnostics()

    assert not is_root(source)
    assert () == read(source, found)
    assert [(Severity.NOTE, "not-an-operation")] == [(one.severity, one.code) for one in found]


@pytest.mark.parametrize("name", ["operation-x", "topic-x", "page"])
def test_operation_that_lost_its_verb_is_an_error(name: str) -> None:
    """No note hides an operation: its sections give it away, whatever its page is called."""
    found = Diagnostics()
    text = page().replace("**GET /trees**\n", "")

    assert () == read(Source(path=f"{name}.md", text=text), found)
    assert ["no-operation"] == [one.code for one in found]


def root(text: str, layout: str, path: str = "index.md") -> Root:
    """What a root says that has nothing wrong with it."""
    source = Source(path=path, text=laid_out(text, layout))
    found = Diagnostics()
    model = read_root(source, found)

    assert model is not None
    assert [] == list(found)
    assert () == read(source, found)
    return model


HEAD = "# Orchard API\n{0}\n## Description\n{0}{1}\nAll about trees.\n\n## Servers\n{0}- A: https://o.example ()\n\n"
TREES = f"[Trees]({DOCS}/group/endpoint-trees.md)"
OLD_ROOT = (
    HEAD.format("", "") + f"## Endpoints\n- {TREES}\n- [Sheds]({DOCS}/group/endpoint-sheds.md)\n"
)
ENTRIES = [
    f"- [Plant\n]({DOCS}/operation/operation-plant.md)",
    f"- [Fell [old]]({DOCS}/operation/operation-fell)",
]
ENTRIES += [f"- [Dig (it)](<{DOCS}/operation/operation-dig.md#top>) (deprecated)"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_root_of_groups_alone(layout: str) -> None:
    """The root of mid-2025 names its groups and none of their pages."""
    model = root(
        f"{OLD_ROOT}\n## Webhooks\n- [Events]({DOCS}/group/webhook-e.md)\n\n{FOOTER}\n", layout
    )

    assert ("Orchard API", "All about trees.") == (model.title, model.description)
    assert [("Trees", ()), ("Sheds", ()), ("Events", ())] == [
        (one.name, one.pages) for one in model.groups
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_root_without_a_title(layout: str) -> None:
    """An API that nobody named has a root all the same, with its servers and groups."""
    model = root(OLD_ROOT.replace("# Orchard API", "# "), layout)

    assert ("", "All about trees.") == (model.title, model.description)
    assert ["https://o.example"] == [one.url for one in model.servers]
    assert ["Trees", "Sheds"] == [one.name for one in model.groups]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("footer", [FOOTER, ""])
@pytest.mark.parametrize("heading", ["## Endpoints and operations", "## Endpoints"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_root_of_operations(heading: str, gap: str, footer: str, layout: str) -> None:
    """Link text may hold brackets and line breaks; blank lines and a file's address are no matter."""
    head = HEAD.format(
        gap, "This is version `2` of this API documentation. Last update on Aug 3, 2026."
    )
    if gap:
        head = head.replace("API\n", f"API\n\nOpenAPI file: {DOCS}.json\n", 1)
    entries = "".join(f"{gap}{one}\n" for one in ENTRIES)
    topics = f"## Topics\n{gap}### [Authentications]({DOCS}/authentication.md)\n\n"
    model = root(f"{head}{topics}{heading}\n{gap}### {TREES}\n{entries}\n{footer}\n", layout)

    assert ("Orchard API", "2", "All about trees.") == (
        model.title,
        model.version,
        model.description,
    )
    assert ["https://o.example"] == [one.url for one in model.servers]
    assert [("Trees", ("operation-plant", "operation-fell", "operation-dig"))] == [
        (one.name, one.pages) for one in model.groups
    ]


FOOTERS = [FOOTER, "[Powered by Bump.sh](https://bump.sh/)", "[Powered by bump.sh](http://bump.sh)"]
FOOTERS += [
    "Powered by [Bump.sh](https://bump.sh)",
    "[Powered by Bump](https://bump.sh?utm_source=md)",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("footer", FOOTERS)
def test_footer(footer: str, layout: str) -> None:
    """The footer ends the page in any spelling."""
    assert "OK" == read_one(laid_out(page(footer=footer), layout)).responses[-1].description


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("footer", ["", "[Powered by", "[Powered by Bump.sh](https://bu"])
def test_footer_that_is_missing(footer: str, layout: str) -> None:
    """A page without its whole footer is read, with a warning."""
    operation = read_one(laid_out(page(footer=footer), layout), "page-incomplete")

    assert ["OK"] == [one.description for one in operation.responses]


@pytest.mark.parametrize("indent", ["", "  ", "    ", "\t"])
def test_description_goes_on_with_any_indentation(indent: str) -> None:
    """The lines of a description are its own, indented or not."""
    lines = "".join(f"{indent}{one}\n" if one else "\n" for one in ("One.", "Two.", "", "Three."))
    operation = read_one(page(f"### Query parameters\n- **x** (string)\n{lines}- **y** (string)\n"))

    assert ["One.\nTwo.\n\nThree.", ""] == [one.description for one in operation.parameters]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_bytes(ending: str, mark: bytes, layout: str) -> None:
    """Line endings and a byte order mark change nothing."""
    text = laid_out(page("### Query parameters\n- **x** (string)\n  One.\n  Two.\n"), layout)
    found = Diagnostics()
    source = decode(mark + text.replace("\n", ending).encode(), "page.md", found)

    assert source is not None
    assert read_one(text) == read_one(source.text)
