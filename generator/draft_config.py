"""A draft of ``api.toml``: what is known filled in, and a commented line for each unknown."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.config import ApiConfig, ClientConfig, ErrorConfig, PaginationConfig
from generator.emit.naming import identifier
from generator.emit.quoting import toml_string
from generator.ir import Api, AuthKind, words
from generator.passes.entry import Entry, Standing, Topic
from generator.passes.error_parts import error_parts
from generator.passes.ledger import ledger
from generator.passes.paging import Guess, guess_paging
from generator.passes.places import places
from generator.passes.stated_fields import place_path
from generator.shown import shown

_BASE_URL = re.compile(r"https?://[^\s{}<>\"]+")
_OPEN = re.compile(r"(?:array\[)*(?:object|array)\]*(?: \| null)?")
MOST_SHAPES = 12
"""Values of unknown shape that a draft asks about; lint has them all."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def draft(api: Api, config: ApiConfig) -> str:
    """An ``api.toml`` that is valid as it stands and says only what ``config`` does not.

    A comment is a line to complete and to take the ``#`` from, or a sentence about the lines below
    it. Taking all of them in gives a valid file, too.
    """
    unknown = [one for one in ledger(api, config, ()) if one.standing is Standing.UNKNOWN]
    paging, unpaged = _pagination(api, config, unknown)
    parts = [
        _head(config),
        _client(api, config),
        *_auth(api),
        _errors(api, config),
        paging,
        *_shapes(api, config, unknown),
        *_operations(unknown, unpaged),
    ]
    return "\n\n".join("\n".join(one) for one in parts if one) + "\n"


def _head(config: ApiConfig) -> list[str]:
    if config != ApiConfig():  # there is a file already, or it would be the defaults
        return ["# What this api.toml and its pages do not say yet."]
    packs = ", ".join(_string(one) for one in config.packs)
    return [
        "# What the pages do not say. Complete what is commented, then take the # away.",
        "# Each list of required names holds all that may be: keep those that must be given.",
        f"packs = [{packs}]",
    ]


def _client(api: Api, config: ApiConfig) -> list[str]:
    """The client's names and address; commented where the file has the table already."""
    stated = config.client
    lines = []
    if not stated.name:
        lines.append(f"name = {_string(identifier(api.name, 'pascal').text)}")
    if not stated.package:
        lines.append(f"package = {_string(identifier(api.name, 'snake').text)}")
    if not stated.version and not api.version:
        lines.append('# version = "1.0.0"')
    if not stated.base_url:
        lines += _base_url([one.url for one in api.servers])
    if not lines:
        return []
    whole = ["[client]", *lines]
    return whole if stated == ClientConfig() else [_commented(one) for one in whole]


def _base_url(urls: list[str]) -> list[str]:
    usable = [one for one in urls if _BASE_URL.fullmatch(one)]
    if not usable:
        return ['# base_url = "https://…"', *(f"# The pages name {shown(one)}" for one in urls)]
    first = f"base_url = {_string(usable[0])}"
    # The first server is the one a client uses unless told otherwise: only then it is known.
    known = first if usable[0] == urls[0] else f"# {first}"
    return [known, *(f"# The pages also name {shown(one)}" for one in urls if one != usable[0])]


def _auth(api: Api) -> list[list[str]]:
    """A block for each method whose workings are unknown, as the pages call it."""
    prefix = identifier(api.name, "upper").text
    titles = [one.title for one in api.auth_schemes if one.kind is AuthKind.UNKNOWN]
    if not api.auth_schemes:
        titles = ["Authentication"]
    return [
        [f"# [auth.{_string(title)}]", *(f"# {line}" for line in _auth_lines(title, prefix))]
        for title in titles
    ]


def _auth_lines(title: str, prefix: str) -> list[str]:
    """The kind that a title's words suggest, with credentials of usual names."""
    name = set(words(title))
    if "basic" in name:
        return [
            'kind = "basic"  # or "bearer", or "api-key"',
            f'username = {{ name = "username", env = "{prefix}_USERNAME" }}',
            f'password = {{ name = "password", env = "{prefix}_PASSWORD" }}',
        ]
    if "key" in name or "apikey" in name:
        return [
            'kind = "api-key"  # or "basic", or "bearer"',
            'header = "X-API-Key"  # or query = "…"',
            f'token = {{ name = "api_key", env = "{prefix}_API_KEY" }}',
        ]
    return [
        'kind = "bearer"  # or "basic" with username and password, or "api-key" with header',
        f'token = {{ name = "token", env = "{prefix}_TOKEN" }}',
    ]


def _errors(api: Api, config: ApiConfig) -> list[str]:
    """Where error answers keep their parts, as far as names on the pages suggest it."""
    if config.errors != ErrorConfig():
        return []
    found = error_parts(api.operations)
    lines = [f"# {part} = {_string(path)}" for part, path in found.items()]
    guess = ['# code = "code"', '# message = "message"']
    return ["# [errors]", *(lines or guess)]


def _pagination(
    api: Api, config: ApiConfig, unknown: list[Entry]
) -> tuple[list[str], frozenset[str]]:
    """A guess for most lists, and the ids of the lists it does not fit."""
    wanted = {one.operation for one in unknown if one.topic is Topic.PAGINATION}
    lists = [one for one in api.operations if one.id in wanted]
    if not lists:
        return [], frozenset()
    guesses = {one.id: guess_paging(one) for one in lists}
    counted = Counter(one for one in guesses.values() if one is not None)
    if config.pagination is not None or not counted:
        return [], frozenset(guesses)
    best, number = counted.most_common(1)[0]
    fitting = {id_ for id_, one in guesses.items() if one is not None and _alike(one, best)}
    return _guessed(best, number, len(lists)), frozenset(set(guesses) - fitting)


def _alike(one: Guess, other: Guess) -> bool:
    left, right = one.pagination, other.pagination
    return (left.style, left.next, left.parameter) == (right.style, right.next, right.parameter)


def _guessed(guess: Guess, number: int, lists: int) -> list[str]:
    said = guess.pagination
    lines = [f"# A guess from the names on {number} of {lists} pages of lists.", "# [pagination]"]
    lines.append(f'# style = "{said.style}"')
    lines += [f"# {key} = {_string(value)}" for key, value in _parts(said) if value]
    if guess.holder:
        lines.append(f"# What “{shown(guess.holder)}” holds is not listed: correct next.")
    return lines


def _parts(said: PaginationConfig) -> Iterable[tuple[str, str]]:
    return ("next", said.next), ("parameter", said.parameter), ("size", said.size)


def _shapes(api: Api, config: ApiConfig, unknown: list[Entry]) -> list[list[str]]:
    """A commented table for each value that most pages leave open, with the type they print."""
    wanted = {
        (one.operation, name) for one in unknown if one.topic is Topic.SHAPE for name in one.names
    }
    counted: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for operation in api.operations:
        for one in places(operation):
            path = place_path(one.name)
            if (operation.id, one.name) in wanted and path not in config.fields:
                counted[path] += 1
                printed.setdefault(path, one.field.notation)
    most = sorted(counted, key=lambda path: (-counted[path], path))[:MOST_SHAPES]
    head = [
        "# What these hold is not listed: name a model of [models], as in array[Worker], or keep"
    ]
    head.append("# the type, which says that it is free.")
    tables = [
        [
            f"# [fields.{_key(path)}]  # on {_pages(counted[path])}",
            f"# type = {_string(_type(printed[path]))}",
        ]
        for path in most
    ]
    return [[*head, *tables[0]], *tables[1:]] if tables else []


def _type(notation: str) -> str:
    """What a page prints, if it is a list or an object, else an object."""
    plain = _OPEN.fullmatch(notation)
    return notation if plain and notation.count("[") == notation.count("]") else "object"


def _pages(number: int) -> str:
    return f"{number} pages" if number > 1 else "1 page"


def _operations(unknown: list[Entry], unpaged: frozenset[str]) -> list[list[str]]:
    """A commented table for each page with something to fill in, by the pages' names."""
    lines: dict[str, list[str]] = defaultdict(list)
    for one in unknown:
        if one.topic is Topic.REQUIRED:
            names = ", ".join(_string(name) for name in one.names)
            lines[one.operation].append(f"# required = [{names}]")
        elif one.topic is Topic.PAGINATION and one.operation in unpaged:
            lines[one.operation].append("# pagination = false")
    return [[f"# [operations.{_key(id_)}]", *lines[id_]] for id_ in sorted(lines)]


def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else _string(name)


def _string(text: str) -> str:
    """The text as a TOML string on one line."""
    return toml_string(text).text


def _commented(line: str) -> str:
    return line if line.startswith("#") else f"# {line}"
