"""The ledger: what was inferred, from which words, and what nobody said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.config import (
    ApiConfig,
    AuthConfig,
    ClientConfig,
    ErrorConfig,
    OperationConfig,
    PaginationConfig,
)
from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.passes.entry import Entry, Standing, Topic
from generator.passes.ledger import Total, ledger, totals
from generator.pipeline import Documents, read_api
from generator.source import Source

CREATE = """# Create pet

**POST /pets**

## Servers
- https://shop.example: https://shop.example ()

## Authentication methods
- Api key

## Parameters

### Headers
- **If-Match** (string)
  Required. The version you have.

### Body: application/json (object)
- **name** (string)
  At most 64 characters.
- **kind** (string)
  What it is. One of
  `cat`, `dog` or `bird`. Defaults to `cat`.
- **id** (string)
  Read-only. Its number.
- **tags** (object)
  Whatever you like.

## Responses

### 201
Created.

#### Body: application/json (object)
- **id** (string)
  Its number.
- **name** (string)
  Its name.
- **kind** (string)
  Deprecated. Its kind.
"""

LIST = """# List pets

**GET /pets**

## Servers
- https://shop.example: https://shop.example ()

## Authentication methods
- Api key

## Parameters

### Query parameters
- **limit** (integer)
  How many.

## Responses

### 200
OK

#### Body: application/json (object)
- **pets** (array[object])
  The pets.
"""

STATED = ApiConfig(
    client=ClientConfig(base_url="https://shop.example"),
    auth={"Api key": AuthConfig(kind="api-key", header="X-Key")},
    errors=ErrorConfig(message="message"),
    pagination=PaginationConfig(style="offset", parameter="offset"),
)


def entries(config: ApiConfig | None = None, **pages: str) -> tuple[Entry, ...]:
    """The ledger of pages of these texts, by default the two above."""
    texts = pages or {"create_pet": CREATE, "list_pets": LIST}
    sources = tuple(Source(path=f"shop/operation-{id_}.md", text=texts[id_]) for id_ in texts)
    config = config or ApiConfig()
    found = Diagnostics()
    api = read_api(Documents(name="shop", sources=sources, config=config), found)
    assert api is not None, list(found)
    return ledger(api, config, sources)


def lines(found: tuple[Entry, ...], standing: Standing, topic: Topic | None = None) -> list[str]:
    """Operation, place and message of the entries of a kind; ``*`` for the whole API."""
    return [
        f"{one.operation or '*'}:{one.span.line}:{one.span.column} {one.message}"
        for one in found
        if one.standing is standing and topic in (None, one.topic)
    ]


def test_every_inferred_fact_is_an_entry_at_its_words() -> None:
    """Values, defaults, limits, marks and item types, in the order of the page."""
    assert [
        "create_pet:14:1 `If-Match` is required",
        "create_pet:19:3 `name` has maxLength `64`",
        "create_pet:21:15 `kind` is one of `cat`, `dog`, `bird`",
        "create_pet:22:27 `kind` is `cat` by default",
        "create_pet:23:1 `id` is read-only",
        "create_pet:38:1 `201 kind` is deprecated",
        "list_pets:23:1 `200 pets` lists `pet` items, as `create_pet` describes them",
    ] == lines(entries(STATED), Standing.INFERRED)


def test_an_inferred_fact_names_words_rule_and_value() -> None:
    """A reader can judge it without opening the page; words over two lines become one."""
    (found,) = (one for one in entries() if (one.topic, one.names) == (Topic.VALUES, ("kind",)))

    assert ("One of `cat`, `dog` or `bird`", "one-of", ("cat", "dog", "bird"), "prose") == (
        found.words,
        found.rule,
        found.value,
        found.origin,
    )


def test_limits_of_one_phrase_are_one_entry() -> None:
    """Each under its keyword, in the order of the phrase."""
    page = CREATE.replace("At most 64 characters", "Between 2 and 64 characters")
    (found,) = (one for one in entries(create_pet=page) if one.topic is Topic.LIMIT)

    assert (("minLength", 2), ("maxLength", 64)) == found.limits
    assert "`name` has minLength `2` and maxLength `64`" == found.message


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        (Topic.REQUIRED, "Required."),
        (Topic.READ_ONLY, "Read-only."),
        (Topic.DEPRECATED, "Deprecated."),
        (Topic.LIMIT, "At most 64 characters"),
        (Topic.DEFAULT, "Defaults to `cat`"),
        (Topic.TYPE, ""),
    ],
)
def test_each_kind_of_fact_shows_the_words_it_was_read_from(topic: Topic, words: str) -> None:
    """What REST convention gave away was read in no words."""
    (found,) = (
        one for one in entries() if one.topic is topic and one.standing is Standing.INFERRED
    )

    assert words == found.words


def test_a_deprecated_operation_is_inferred_from_its_description() -> None:
    """The notation has no word for it."""
    page = LIST.replace("**GET /pets**\n", "**GET /pets**\n\nDeprecated. Use cats instead.\n")

    assert ["list_pets:3:1 the operation is deprecated"] == lines(
        entries(STATED, list_pets=page), Standing.INFERRED
    )


def test_what_nobody_said_is_one_entry_a_page_and_topic() -> None:
    """Names are gathered; the whole API's gaps are told once, at its first page."""
    assert [
        "*:3:1 how “Api key” works is not said",
        "create_pet:3:1 what an error answer holds is not said",
        "create_pet:3:1 whether `name`, `kind`, `tags` must be given is not said",
        "create_pet:3:1 what `tags` holds is not said",
        "list_pets:3:1 what an error answer holds is not said",
        "list_pets:3:1 how the list `pets` goes on is not said",
        "list_pets:3:1 whether `limit` must be given is not said",
    ] == lines(entries(), Standing.UNKNOWN)


def test_what_api_toml_states_is_neither_inferred_nor_unknown() -> None:
    """A name that is required by api.toml settles the others of its page, too."""
    config = ApiConfig(
        client=STATED.client,
        auth=STATED.auth,
        errors=STATED.errors,
        operations={
            "create_pet": OperationConfig(required=("name",)),
            "list_pets": OperationConfig(required=(), pagination=False),
        },
    )

    assert ["create_pet:3:1 what `tags` holds is not said"] == lines(
        entries(config), Standing.UNKNOWN
    )


def test_hints_are_lines_of_api_toml() -> None:
    """Whatever a human can settle names the place where."""
    hints = {one.topic: one.hint for one in entries() if one.standing is Standing.UNKNOWN}

    assert {
        Topic.AUTHENTICATION: '[auth."Api key"] kind = "basic", "bearer" or "api-key"',
        Topic.ERRORS: '[errors] message = "…"',
        Topic.PAGINATION: '[pagination] style = "…", or [operations.list_pets] pagination = false',
        Topic.REQUIRED: "[operations.list_pets] required = [names of those that must]",
        Topic.SHAPE: '[operations.create_pet.fields.tags] type = "…"',
    } == hints


def test_an_api_without_server_or_authentication_says_so_once() -> None:
    """However many pages there are, and with their number."""
    bare = LIST.replace("## Servers\n- https://shop.example: https://shop.example ()\n\n", "")
    bare = bare.replace("## Authentication methods\n- Api key\n\n", "")
    found = entries(list_pets=bare, list_toys=bare.replace("pets", "toys"))

    assert [
        ("how callers prove who they are is not said", 2),
        ("which server answers is not said", 2),
    ] == [(one.message, one.pages) for one in found if not one.operation]


def test_a_documented_error_body_is_enough() -> None:
    """Its shapes are told for the first status of those that share them."""
    error = "\n### {}\nNo.\n\n#### Body: application/json (object)\n- **why** (object)\n  Why.\n"
    page = LIST + error.format(400) + error.format(404)
    found = entries(list_pets=page)

    assert [] == lines(found, Standing.UNKNOWN, Topic.ERRORS)
    assert ["list_pets:3:1 what `200 pets`, `400 why` hold is not said"] == lines(
        found, Standing.UNKNOWN, Topic.SHAPE
    )


def test_nested_places_are_named_by_their_way() -> None:
    """Objects by dots, lists by brackets."""
    page = LIST.replace(
        "- **pets** (array[object])\n  The pets.\n",
        "- **pets** (array[object])\n  The pets.\n"
        "  - **size** (integer)\n    At most 9.\n"
        "  - **home** (object)\n    Where it lives.\n",
    )
    found = entries(STATED, list_pets=page)

    assert ["list_pets:26:5 `200 pets[].size` has maximum `9`"] == lines(
        found, Standing.INFERRED, Topic.LIMIT
    )
    assert ["list_pets:3:1 what `200 pets[].home` holds is not said"] == lines(
        found, Standing.UNKNOWN, Topic.SHAPE
    )


def test_page_text_is_safe_in_every_part_that_is_printed() -> None:
    """Hidden characters show; commands of a CI log are broken."""
    page = CREATE.replace("`cat`", "`::warning::\u202e`").replace("name", "na\u200bme::x")
    for one in entries(create_pet=page):
        text = f"{one.message}{one.words}{one.hint}"

        assert "::" not in text
        assert text.isprintable()


def test_totals_count_facts_names_and_pages() -> None:
    """In the order of topics, inferred first."""
    found = entries()

    assert (
        Total(standing=Standing.INFERRED, topic=Topic.VALUES, number=1, pages=1) == totals(found)[0]
    )
    assert {
        Topic.REQUIRED: (4, 2),
        Topic.SHAPE: (1, 1),
        Topic.ERRORS: (2, 2),
        Topic.AUTHENTICATION: (1, 2),
        Topic.PAGINATION: (1, 1),
    } == {
        one.topic: (one.number, one.pages)
        for one in totals(found)
        if one.standing is Standing.UNKNOWN
    }
    assert () == totals(())


def test_entries_cannot_be_changed() -> None:
    """They are values."""
    one: Any = entries()[0]
    with pytest.raises(AttributeError):
        one.message = "other"


@pytest.mark.parametrize("name", ["box", "adyen_management_v3", "twilio_conversations_v1_2025"])
def test_the_words_of_real_pages_stand_in_them(shared: Path, name: str) -> None:
    """Every fact read in prose shows words, and the page holds them."""
    found = Diagnostics()
    documents = load_documents(shared / "corpus" / name, found)
    assert documents is not None
    api = read_api(documents, found)
    assert api is not None
    texts = {one.path: " ".join(one.text.split()) for one in documents.sources}
    read_in = [one for one in ledger(api, documents.config, documents.sources) if one.words]

    assert 50 < len(read_in)
    assert [] == [one for one in read_in if one.words.rstrip("…") not in texts[one.span.path]]
