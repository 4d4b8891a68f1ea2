"""Every limit: at its number pages are read, one above is an error that says how to raise it."""

from __future__ import annotations

import dataclasses
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from building import PLACE
from generation import call
from hypothesis import given
from hypothesis import strategies as st

from generator.config import ApiConfig
from generator.config_file import parse_config
from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.emit.pack import load_pack, shipped_templates
from generator.ir import Api, Constraint, ObjectType
from generator.limits import DEFAULTS, NAMES, LimitError, Limits, counts, most, raised, within
from generator.pipeline import Documents, emit_api, read_api
from generator.source import Source
from generator.value import replace

Make = Callable[[int], str]
"""A page that holds so much of what a limit counts."""


def page(
    *,
    title: str = "Create pet",
    path: str = "/pets",
    server: str = "https://api.io",
    items: str = "- **name** (string)\n  Its name.",
    about: str = "Makes a pet.",
) -> str:
    """A page as published, with what a case changes."""
    return (
        f"# {title}\n\n**POST {path}**\n\n{about}\n\n## Servers\n\n- {server}: {server} ()\n\n"
        f"## Parameters\n\n### Body: application/json (object)\n\n{items}\n\n"
        "## Responses\n\n### 204\n\nDone.\n\n[Powered by Bump.sh](https://bump.sh)\n"
    )


def typed(type_: str, about: str = "A value.") -> str:
    """A page with one field."""
    return page(items=f"- **name** ({type_})\n  {about}")


def many(number: int, line: str = "- **f{}** (string)\n  One.") -> str:
    """So many items, each with its number."""
    return "\n".join(line.replace("{}", str(at)) for at in range(number))


def nested(levels: int) -> str:
    """Fields in fields: so many levels in all."""
    lines = [f"{'  ' * at}- **f{at}** (object)\n{'  ' * at}  One." for at in range(levels)]
    return page(items="\n".join(lines))


def quoted(number: int) -> str:
    """A field that may have so many values."""
    return typed("string", "One of " + ", ".join(f"`v{at}`" for at in range(number)) + ".")


def parameters(number: int) -> str:
    """An operation with so many query parameters."""
    return page().replace("### Body", "### Query parameters\n\n" + many(number) + "\n\n### Body")


def placeholders(number: int) -> str:
    """A path with so many names in braces."""
    return page(path="".join(f"/{{p{at}}}" for at in range(number)))


def joined(number: int) -> str:
    """So many operations in one document."""
    return "".join(page(title=f"Op {at}", path=f"/p{at}") for at in range(number))


PAGES: dict[str, tuple[Make, int]] = {
    # name: a page that holds a number of it, and a number to set the limit to
    "page-bytes": (lambda n: page() + " " * (n - len(page())), 2_000),
    "input-bytes": (lambda n: page() + " " * (n - len(page())), 2_000),
    "line": (lambda n: page(about="é" * n), 300),
    "operations": (joined, 3),
    "fields": (lambda n: page(items=many(n)), 7),
    "model-fields": (lambda n: page(items=many(n)), 7),
    "parameters": (parameters, 4),
    "placeholders": (placeholders, 5),
    "nesting": (nested, 5),
    "type-nesting": (lambda n: typed("array[" * n + "string" + "]" * n), 6),
    "type-length": (lambda n: typed("array[" + "s" * (n - 7) + "]"), 60),
    "union": (lambda n: typed(" | ".join(["string", "integer", "number", "object"][:n])), 3),
    "values": (quoted, 12),
    "name": (lambda n: page(items=f"- **{'n' * n}** (string)"), 20),
    "title": (lambda n: page(title="t" * n), 30),
    "description": (lambda n: page(about="a" * n), 90),
    "path": (lambda n: page(path="/" + "p" * (n - 1)), 40),
    "url": (lambda n: page(server="https://" + "s" * (n - 11) + ".io"), 50),
    "default": (lambda n: typed("string", f"Default: `{'d' * n}`."), 25),
}
"""The limits of one page; those of folders and of output have tests of their own."""


def findings(folder: Path, text: str, limits: dict[str, int]) -> list[tuple[str, str, str]]:
    """Code, message and hint of every error in a folder of one page."""
    folder.mkdir(exist_ok=True)
    (folder / "create_pet.md").write_text(text, encoding="utf-8")
    found = Diagnostics()
    documents = load_documents(folder, found, limits)
    if documents is not None:
        read_api(documents, found)
    return [(one.code, one.message, one.hint) for one in found if one.severity == "error"]


@pytest.mark.parametrize("name", PAGES)
def test_a_limit_allows_its_number_and_not_one_more(name: str, tmp_path: Path) -> None:
    """The error says the number, what was found, and both ways to raise it; raised, it is gone."""
    make, number = PAGES[name]
    least = {"page-bytes": len(page()), "input-bytes": len(page())}.get(name, 0)
    number += least
    at = findings(tmp_path / "pets", make(number), {name: number})
    above = findings(tmp_path / "pets", make(number + 1), {name: number})
    told = f"has {number + 1} {counts(name)}; at most {number} are read"
    again = findings(tmp_path / "pets", make(number + 1), {name: number + 1})

    assert ([], []) == (at, again)
    assert [(f"limit-{name}", told)] == [(code, message) for code, message, _ in above]

    assert f"--limit {name}={number + 1}" in above[0][2]
    assert f"{name} = {number + 1} under [limits]" in above[0][2]


def test_every_limit_has_a_test() -> None:
    """A new limit needs a page that holds too much of it."""
    assert {*NAMES} == {*PAGES, "pages", "output-bytes", "prose", "digits"}


def test_a_folder_has_so_many_pages(tmp_path: Path) -> None:
    """They are counted before any is opened."""
    for at in range(3):
        (tmp_path / f"{at}.md").write_bytes(b"\xff")
    found = Diagnostics()
    loaded = load_documents(tmp_path, found, {"pages": 2})

    assert loaded is None
    assert ["limit-pages"] == [one.code for one in found]


def test_output_has_so_many_bytes() -> None:
    """More is refused before the formatter sees it."""
    source = Source(path="create_pet.md", text=page())
    api = read_api(Documents(name="pets", sources=(source,), config=ApiConfig()), Diagnostics())
    pack = load_pack("python", (shipped_templates(),))
    assert api is not None

    with pytest.raises(LimitError, match="bytes of output; at most 1000 are read") as told:
        emit_api(api, pack, limits=dataclasses.replace(DEFAULTS, output_bytes=1_000))

    assert "--limit output-bytes=" in told.value.hint


def test_a_long_description_says_that_its_end_was_not_searched(tmp_path: Path) -> None:
    """The text is kept whole; with the limit raised, its values are found."""
    text = typed("string", "Some words. " * 10 + "One of `a` or `b`.")
    source = Source(path="create_pet.md", text=text)
    config = ApiConfig()
    known = []
    for limits in (dataclasses.replace(DEFAULTS, prose=100), DEFAULTS):
        found = Diagnostics()
        documents = Documents(name="p", sources=(source,), config=config, limits=limits)
        api = read_api(documents, found)
        assert api is not None
        known.append((len(api.models), ["limit-prose"] == [one.code for one in found]))

    assert [(0, True), (1, False)] == known


@pytest.mark.parametrize(
    ("type_", "text", "digits"),
    [
        ("integer", f"Default: `{'9' * 18}`.", 0),
        ("integer", f"Default: `{'9' * 19}`.", 19),
        ("integer", f"Defaults to {'9' * 20}.", 20),
        ("number", f"Maximum value is `-{'9' * 5_000}`.", 5_000),
        ("integer", "Between 1 and 9,223,372,036,854,775,807.", 19),
        ("integer", f"One of `{'9' * 19}` or `1`.", 19),
        ("string", f"At most {'9' * 20} characters.", 20),
        ("string", f"Default: `{'9' * 20}`.", 0),
        ("integer", f"Such as {'9' * 20}.", 0),
    ],
)
def test_a_number_of_many_digits_is_told(
    type_: str, text: str, digits: int, tmp_path: Path
) -> None:
    """It is no fact, which is a note with its place; the text is kept."""
    (tmp_path / "create_pet.md").write_text(typed(type_, text), encoding="utf-8")
    found = Diagnostics()
    documents = load_documents(tmp_path, found)
    assert documents is not None
    api = read_api(documents, found)
    told = [(one.message, one.span.line) for one in found if one.code == "limit-digits"]
    message = f"has {digits} digits in a number; at most 18 are read"

    assert api is not None
    assert ([(message, 15)] if digits else []) == told


def test_a_number_of_64_bits_can_be_allowed() -> None:
    """The option reads one digit more, and no number beyond 64 bits."""
    source = Source(
        path="create_pet.md",
        text=typed("integer", "Between -9,223,372,036,854,775,809 and 9223372036854775807."),
    )
    known = []
    for text in (source.text, source.text.replace("809", "808")):
        documents = Documents(
            name="p",
            sources=(replace(source, text=text),),
            config=ApiConfig(),
            limits=dataclasses.replace(DEFAULTS, digits=19),
        )
        api = read_api(documents, Diagnostics())
        assert api is not None
        known.append(sorted(one.value for one in _constraints(api)))

    assert [[], [-(2**63), 2**63 - 1]] == known


def test_a_number_of_many_digits_is_no_fact() -> None:
    """Neither a bound nor a default nor one of several values; the same with one digit less is."""
    texts = ("Default: `{}`.", "At most {}.", "One of `{}` or `1`.")
    found = []
    for digits in (18, 19):
        for text in texts:
            page_ = typed("integer", text.format("9" * digits))
            source = Source(path="create_pet.md", text=page_)
            documents = Documents(name="p", sources=(source,), config=ApiConfig())
            api = read_api(documents, Diagnostics())
            assert api is not None
            body = api.operations[0].bodies[0].type
            assert isinstance(body, ObjectType)
            (field,) = body.fields
            found.append((field.default, field.constraints, field.values) != (None, (), None))

    assert [True] * 3 + [False] * 3 == found


def _constraints(api: Api) -> list[Constraint]:
    """Those of the first body of the first operation."""
    body = api.operations[0].bodies[0].type
    assert isinstance(body, ObjectType)
    return [limit for one in body.fields for limit in one.constraints]


def test_every_limit_says_what_it_is() -> None:
    """Each has words for messages, a reason, and a number it can be raised to."""
    told = [(one.metadata["counts"], one.metadata["why"]) for one in dataclasses.fields(Limits)]
    beyond = [most(one.name) > getattr(DEFAULTS, one.name) for one in dataclasses.fields(Limits)]

    assert all(all(one) for one in told)
    assert all(beyond)


@given(name=st.sampled_from(NAMES), number=st.integers(min_value=1, max_value=10**12))
def test_more_is_refused_and_no_less(name: str, number: int) -> None:
    """Whatever the limit and the number."""
    found = Diagnostics()
    allowed = getattr(DEFAULTS, name.replace("-", "_"))
    small = within(DEFAULTS, name, number, span=PLACE, diagnostics=found)

    assert (number <= allowed, int(number > allowed)) == (small, len(found))


def test_api_toml_raises_limits_and_the_option_beats_it(tmp_path: Path) -> None:
    """The narrower call decides."""
    (tmp_path / "api.toml").write_text("[limits]\nfields = 3\n", encoding="utf-8")
    (tmp_path / "a.md").write_text(page(), encoding="utf-8")
    loaded = load_documents(tmp_path, Diagnostics())
    given_too = load_documents(tmp_path, Diagnostics(), {"fields": 4})

    assert loaded is not None
    assert given_too is not None
    assert (3, 4) == (loaded.limits.fields, given_too.limits.fields)
    assert raised(DEFAULTS, {"fields": 3}) == loaded.limits


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[limits]\nfield = 3\n", "limits: no limit is called field; did you mean fields?"),
        ("[limits]\nfields = 0\n", "limits: fields is at least 1 and at most 500000"),
        ("[limits]\nfields = 500001\n", "limits: fields is at least 1 and at most 500000"),
        ("[limits]\nfields = true\n", "limits.fields: expected a whole number, found true"),
    ],
)
def test_a_limit_that_cannot_be_is_an_error_of_api_toml(text: str, message: str) -> None:
    """With the line of the key."""
    found = Diagnostics()
    config = parse_config(Source(path="api.toml", text=text), found)

    assert config is None
    assert [(message, "api.toml:2:1")] == [(one.message, str(one.span)) for one in found]


@pytest.mark.parametrize("given_", ["fields", "fields=x", "fields=-1", "rows=3", "fields=9999999"])
def test_an_option_that_cannot_be_is_wrong_usage(given_: str, tmp_path: Path) -> None:
    """It ends the command before anything is read."""
    assert 2 == call("generate", tmp_path, "--limit", given_).exit_code


def test_the_option_lets_a_page_through(tmp_path: Path) -> None:
    """What a finding says to write works as it is written."""
    (tmp_path / "pets").mkdir()
    (tmp_path / "pets" / "create_pet.md").write_text(page(title="t" * 1_025), encoding="utf-8")
    command = ("generate", tmp_path / "pets", "--out", tmp_path / "out", "--quiet")
    refused = call(*command)
    hint = next(one for one in refused.stderr.splitlines() if "hint: " in one)
    option = hint.partition("--limit ")[2].partition(",")[0]

    assert (1, "title=1025") == (refused.exit_code, option)
    assert not (tmp_path / "out").exists()
    assert 0 == call(*command, "--limit", option).exit_code


@pytest.mark.parametrize(
    "command",
    [
        "generate pets --out out --quiet",
        "check pets --out out",
        "check pets --out out --format json",
        "lint pets",
        "dump pets",
        "diff pets pets",
        "diff --base HEAD pets",
        "learn pets create_pet.204.json --dry-run",
    ],
)
def test_every_command_that_reads_pages_has_the_option(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same page is refused without it and read with it, in a folder and in a revision."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pets").mkdir()
    (tmp_path / "pets" / "create_pet.md").write_text(page(title="t" * 1_025), encoding="utf-8")
    (tmp_path / "create_pet.204.json").write_text("{}")
    author = ("-c", "user.name=a", "-c", "user.email=a@example.com")
    for git in (("init", "-q"), ("add", "."), (*author, "commit", "-qm", "Pages")):
        subprocess.run(["git", *git], check=True)
    refused = call(*command.split())
    read = call(*command.split(), "--limit", "title=1025")

    assert 1 == refused.exit_code
    assert "limit-title" in refused.output
    assert "limit-title" not in read.output


@pytest.mark.parametrize(
    "type_", ["array[" * 3_000 + "string" + "]" * 3_000, "string | " * 3_000 + "null"]
)
@pytest.mark.parametrize("flat", [False, True])
def test_a_type_without_end_is_an_error_and_no_text(type_: str, flat: bool, tmp_path: Path) -> None:
    """What is too long to be read as a type must not pass for the description before it."""
    text = typed(type_)
    found = findings(tmp_path / "pets", " ".join(text.split()) if flat else text, {})

    assert ["limit-type-length"] == [code for code, _, _ in found]


def test_the_readme_lists_every_limit(root: Path) -> None:
    """With its numbers and what it counts, in the order of the code."""
    rows = re.findall(r"^\| `([a-z-]+)` \| ([\d,]+) \| ([\d,]+) \| (.+) \|$", readme(root), re.M)
    expected = [
        (
            name,
            f"{getattr(DEFAULTS, name.replace('-', '_')):,}",
            f"{most(name):,}",
            counts(name).replace("|", "\\|"),
        )
        for name in NAMES
    ]

    assert expected == rows


def readme(root: Path) -> str:
    """The section on security."""
    text = (root / "README.md").read_text(encoding="utf-8")
    return text.partition("\n## Security\n")[2].partition("\n## ")[0]
