"""A draft of ``api.toml``: valid as it stands, valid when filled in, and saying nothing twice."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from building import TEXT, field, linked, operation, query, record

from generator.config import (
    ApiConfig,
    AuthConfig,
    ClientConfig,
    ErrorConfig,
    OperationConfig,
    PaginationConfig,
)
from generator.config_file import parse_config
from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.draft_config import draft
from generator.ir import Api, ArrayType, Field, ObjectType, Operation
from generator.pipeline import Documents, read_api
from generator.source import Source

CORPUS = (
    "adyen_management_v3",
    "box",
    "train_travel",
    "train_travel_2025",
    "twilio_conversations_v1",
    "twilio_studio_v2",
    "twilio_taskrouter_v1",
)

SHOP = (
    operation(
        "GET /pets",
        "List pets",
        answer=record(field("pets", ArrayType(item=ObjectType())), field("next_cursor", TEXT)),
        parameters=(query("cursor"), query("limit")),
        servers=("https://shop.example/v1", "https://test.shop.example"),
        auth=("Api key",),
    ),
    operation("POST /pets", "Create pet", sent=record("name", "kind"), auth=("Basic auth",)),
    operation("GET /tags", "List tags", answer=ArrayType(item=ObjectType()), auth=("Api key",)),
)

WHOLE = """\
# What the pages do not say. Complete what is commented, then take the # away.
# Each list of required names holds all that may be: keep those that must be given.
packs = ["python"]

[client]
name = "Shop"
package = "shop"
# version = "1.0.0"
base_url = "https://shop.example/v1"
# The pages also name https://test.shop.example

# [auth."Api key"]
# kind = "api-key"  # or "basic", or "bearer"
# header = "X-API-Key"  # or query = "…"
# token = { name = "api_key", env = "SHOP_API_KEY" }

# [auth."Basic auth"]
# kind = "basic"  # or "bearer", or "api-key"
# username = { name = "username", env = "SHOP_USERNAME" }
# password = { name = "password", env = "SHOP_PASSWORD" }

# [errors]
# code = "code"
# message = "message"

# A guess from the names on 1 of 2 pages of lists.
# [pagination]
# style = "cursor"
# next = "next_cursor"
# parameter = "cursor"
# size = "limit"

# What these hold is not listed: name a model of [models], as in array[Worker], or keep
# the type, which says that it is free.
# [fields.pets]  # on 1 page
# type = "object"

# [operations.create-pet]
# required = ["name", "kind"]

# [operations.list-pets]
# required = ["cursor", "limit"]

# [operations.list-tags]
# pagination = false
"""


def parsed(text: str) -> ApiConfig:
    """The configuration, which must be without a fault."""
    found = Diagnostics()
    config = parse_config(Source(path="api.toml", text=text), found)

    assert [] == list(found)
    assert config is not None
    return config


def said(config: ApiConfig) -> dict[str, object]:
    """What a configuration states, wherever it was read from."""
    return {name: getattr(config, name) for name in ApiConfig.__struct_fields__}


def taken_in(text: str) -> str:
    """The draft with the ``#`` taken from each line that is to be completed."""
    return re.sub(r"^# (?=\[|[a-z_]+ = )", "", text, flags=re.MULTILINE)


def of_folder(folder: Path) -> tuple[Api, Documents]:
    """A folder's API and documents."""
    found = Diagnostics()
    documents = load_documents(folder, found)
    assert documents is not None
    api = read_api(documents, found)
    assert api is not None
    return api, documents


def test_a_draft_fills_in_what_is_known_and_comments_what_is_not() -> None:
    """Names, address and headings are there; each unknown is a line to complete."""
    assert WHOLE == draft(linked(*SHOP), ApiConfig())


def test_a_draft_is_valid_as_it_stands() -> None:
    """It states names and address, nothing that was only guessed."""
    client = ClientConfig(name="Shop", package="shop", base_url="https://shop.example/v1")
    actual = parsed(draft(linked(*SHOP), ApiConfig()))

    assert said(ApiConfig(client=client)) == said(actual)


def test_a_draft_taken_in_leaves_nothing_to_draft() -> None:
    """Every commented line is one that api.toml knows, and settles what it is there for."""
    config = parsed(taken_in(draft(linked(*SHOP), ApiConfig())))
    api = linked(*SHOP, config=config)

    assert "# What this api.toml and its pages do not say yet.\n" == draft(api, config)


@pytest.mark.parametrize("name", CORPUS)
def test_drafts_of_real_apis_are_valid_before_and_after(shared: Path, name: str) -> None:
    """Whatever pages hold, the draft parses as it stands and with every line taken in."""
    api, documents = of_folder(shared / "corpus" / name)
    text = draft(api, documents.config)
    plain, whole = parsed(text), parsed(taken_in(text))

    assert plain.client.name == whole.client.name != ""
    assert plain.auth == {} != whole.auth
    assert len(whole.operations) <= len(api.operations)


def test_a_draft_holds_only_what_the_file_does_not_say() -> None:
    """A table the file has already is commented, so that the draft can be appended."""
    config = ApiConfig(
        client=ClientConfig(name="PetShop", base_url="https://pets.example"),
        auth={
            "Api key": AuthConfig(kind="api-key", header="X-Key"),
            "Basic auth": AuthConfig(kind="basic"),
        },
        errors=ErrorConfig(message="message"),
        pagination=PaginationConfig(style="cursor", next="next_cursor", parameter="cursor"),
        operations={
            "create-pet": OperationConfig(required=("name",)),
            "list-pets": OperationConfig(required=()),
        },
    )

    assert (
        "# What this api.toml and its pages do not say yet.\n"
        "\n"
        "# [client]\n"
        '# package = "shop"\n'
        '# version = "1.0.0"\n'
        "\n"
        "# What these hold is not listed: name a model of [models], as in array[Worker], or keep\n"
        "# the type, which says that it is free.\n"
        "# [fields.pets]  # on 1 page\n"
        '# type = "object"\n'
        "\n"
        "# [operations.list-tags]\n"
        "# pagination = false\n"
    ) == draft(linked(*SHOP, config=config), config)


@pytest.mark.parametrize("name", ["taskrouter", "train-travel"])
def test_a_draft_can_be_appended_to_the_file_it_completes(root: Path, name: str) -> None:
    """Our own specs: no table comes twice."""
    api, documents = of_folder(root / "specs" / name)
    before = (root / "specs" / name / "api.toml").read_text(encoding="utf-8")

    assert said(documents.config) == said(parsed(before + draft(api, documents.config)))


def listing(*fields: Field | str, names: tuple[str, ...] = ()) -> Operation:
    """A list of things whose answer holds these fields, too."""
    items = field("things", ArrayType(item=ObjectType()))
    return operation(
        "GET /things",
        "List things",
        answer=record(items, *fields),
        parameters=tuple(query(one) for one in names),
    )


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (listing(field("meta", record("next_page_url"))), {"next": "meta.next_page_url"}),
        (listing("nextLink", names=("top",)), {"next": "nextLink"}),
        (listing("nextPageToken", names=("pageToken",)), {"next": "nextPageToken"}),
        (listing(field("paging", ObjectType()), names=("after",)), {"next": "paging.next"}),
        (listing(names=("offset", "limit")), {"parameter": "offset", "size": "limit"}),
        (listing(names=("page", "per_page")), {"parameter": "page", "size": "per_page"}),
        (listing(field("links", ObjectType())), {"next": "links.next"}),
    ],
)
def test_pagination_is_guessed_from_names(page: Operation, expected: dict[str, str]) -> None:
    """Names that lists use everywhere; the guess is a comment."""
    text = draft(linked(page), ApiConfig())
    guess = tomllib.loads(taken_in(text))["pagination"]

    assert parsed(text).pagination is None
    assert expected == {key: guess[key] for key in expected}


def test_no_guess_is_made_without_a_sign() -> None:
    """The list is then whole, or a human knows better."""
    text = draft(linked(listing(names=("colour",))), ApiConfig())

    assert "[pagination]" not in text
    assert "# pagination = false\n" in text


def test_error_parts_are_guessed_from_documented_errors(shared: Path) -> None:
    """The names that the pages' own errors have."""
    api, documents = of_folder(shared / "corpus" / "box")
    config = parsed(taken_in(draft(api, documents.config)))

    assert (
        ErrorConfig(code="code", message="message", more_info="help_url", status="status")
        == config.errors
    )


def test_an_address_with_variables_is_left_to_a_human() -> None:
    """A client cannot use it as it stands; what is unusable is shown in a comment."""
    page = operation("GET /x", "Get x", servers=("https://{region}.example", "https://b.example"))
    only = operation("GET /x", "Get x", servers=("/relative",))

    assert '# base_url = "https://b.example"\n' in draft(linked(page), ApiConfig())
    assert "# The pages name /relative\n" in draft(linked(only), ApiConfig())
    assert "" == parsed(draft(linked(only), ApiConfig())).client.base_url


def test_page_text_cannot_leave_its_line() -> None:
    """Quotes, line ends and hidden characters of a page stay text, in comments and values."""
    evil = 'x"]\n[resources.y]\nname = "\u202e\x1b[31m\u2028'
    page = operation(
        "POST /x",
        "Create x",
        sent=record(evil),
        servers=(f"https://{evil}",),
        auth=(evil,),
        id=evil,
    )
    text = draft(linked(page), ApiConfig())

    assert said(ApiConfig(client=ClientConfig(name="Shop", package="shop"))) == said(parsed(text))
    assert all(one.isprintable() for one in text.split("\n"))
    assert {evil} == set(parsed(taken_in(text)).auth)
    assert (evil,) == parsed(taken_in(text)).operations[evil].required
