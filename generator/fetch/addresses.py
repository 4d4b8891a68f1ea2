"""Addresses of documentation: which are asked, and what files and folders are called by them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, urljoin, urlsplit

from generator.diagnostics import Diagnostics
from generator.emit.paths import path_fault
from generator.ir import words
from generator.limits import DEFAULTS
from generator.page_files import ROOTS
from generator.read import LinkKind, RootLink
from generator.source import SourceSpan
from generator.value import Struct

USAGE = "fetch-address"
"""The code of an address that the caller should not have given."""
LONGEST = 2_000
"""Characters of an address."""

_HINT = "An address looks like https://docs.example.com/my-api.md"
_PORTS = {"https": 443, "http": 80}
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\]")
_PAGE_NAME = re.compile(r"operation-[A-Za-z0-9_][A-Za-z0-9_.~-]{0,180}")
_FOLDER_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_SAYS_NOTHING = re.compile(
    r"(?:index|source|llms|llms-full|readme|docs?|apis?|reference|v?[\d.-]*)"
)


class AddressError(ValueError):
    """Why an address is not asked; ``hint`` says what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Page(Struct, frozen=True, kw_only=True):
    """A page to download: the file's name, its address, and where the root lists it."""

    name: str
    url: str
    span: SourceSpan


def root_address(text: str, *, allow_http: bool) -> str:
    """The address of a docs root as it is asked for, without a fragment; raises ``AddressError``."""
    url = _plain(text)
    if url.scheme == "http" and not allow_http:
        raise AddressError("is not https", "Write https://, or add --allow-http.")
    return url._replace(path=url.path or "/").geturl()


def beside(address: str, base: str) -> str:
    """The address a link at ``base`` leads to, without a fragment.

    Raises ``AddressError`` where that is another scheme, host or port.
    """
    try:
        url = _plain(urljoin(base, address))
    except AddressError:
        raise
    except ValueError:
        raise AddressError("is no address", _HINT) from None
    if _origin(url) != _origin(_plain(base)):
        hint = "Pages are taken from one host alone; fetch from that one if you trust it."
        raise AddressError(f"leads to another host: {url.scheme}://{url.netloc}", hint)
    return url.geturl()


def markdown(url: str) -> str:
    """The address of the Markdown: a page's own address with ``.md`` behind its path."""
    split = urlsplit(url)
    path = split.path.rstrip("/")
    return url if path.endswith((".md", ".txt")) else split._replace(path=f"{path}.md").geturl()


def pages(links: Iterable[RootLink], base: str, diagnostics: Diagnostics) -> tuple[Page, ...]:
    """The pages that links name, each once, in order; what must not be a file is reported."""
    found: dict[str, Page] = {}
    for link in links:
        if link.kind is not LinkKind.PAGE:
            continue
        fault = _name_fault(link.name)
        if fault:
            hint = "Pages are called operation-, then letters, digits, _ . ~ and -."
            diagnostics.error("fetch-name", f"names a page that {fault}", link.span, hint)
            continue
        try:
            url = markdown(beside(link.address, base))
        except AddressError as wrong:
            diagnostics.error("fetch-outside", wrong.message, link.span, wrong.hint)
            continue
        page = Page(name=f"{link.name}.md", url=url, span=link.span)
        other = found.setdefault(page.name.casefold(), page)
        if (other.name, other.url) != (page.name, page.url):
            message = f"would be the same file as {other.url}"
            diagnostics.error("fetch-name", message, link.span, "Fetch one version of the API.")
    return tuple(found.values())


def check_count(every: tuple[Page, ...], root: str, diagnostics: Diagnostics) -> bool:
    """Whether there are not more pages than one API may have, the root included."""
    if len(every) < DEFAULTS.pages:
        return True
    message = f"lists {len(every)} pages; at most {DEFAULTS.pages - 1} are fetched"
    hint = "Fetch the first ones with --limit, or from a root of one API."
    diagnostics.error("too-many-pages", message, SourceSpan(path=root), hint)
    return False


def shown_address(text: str) -> str:
    """The address for a message: without credentials, which must not get into a log."""
    return re.sub(r"//[^/]*@", "//…@", text)


def kept_address(url: str) -> str:
    """The address for the state, which is committed: a query may hold a key."""
    return urlsplit(url)._replace(query="").geturl()


def folder_of(url: str) -> str:
    """What a folder is called by the address of the root; empty where that says nothing."""
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    name = re.sub(r"\.(?:md|txt)\Z", "", last).lower()
    if "%" in name or _SAYS_NOTHING.fullmatch(name):
        return ""
    return _folder(name)


def folder_of_title(title: str, url: str) -> str:
    """What a folder is called by the API's title, or the host where that has no words."""
    return _folder(title) or _folder(urlsplit(url).hostname or "") or "api"


def is_file_name(name: str) -> bool:
    """Whether a fetched file may be called so: a page's name with ``.md``, or a root's."""
    return name in ROOTS or (name.endswith(".md") and not _name_fault(name[: -len(".md")]))


def root_name(url: str) -> str:
    """What the root's own file is called."""
    return "llms.txt" if urlsplit(url).path.endswith("/llms.txt") else "index.md"


def _plain(text: str) -> SplitResult:
    """The parts of an address that has nothing in it that two programs could read otherwise."""
    if len(text) > LONGEST or not text.isascii() or not text.isprintable():
        raise AddressError("is no address: too long, or not of printable ASCII", _HINT)
    if " " in text or "\\" in text:
        raise AddressError("is no address: it holds a space or a backslash", _HINT)
    try:
        url = urlsplit(text)
        port = url.port
    except ValueError:
        raise AddressError("is no address", _HINT) from None
    if url.scheme not in _PORTS:
        raise AddressError(f"has the scheme {url.scheme!r} where https is needed", _HINT)
    if "@" in url.netloc:
        raise AddressError("holds credentials", "Leave out what stands before the @.")
    if not _HOST.fullmatch(url.netloc.removesuffix(f":{port}")):
        raise AddressError("names no host", _HINT)
    return url._replace(fragment="")


def _origin(url: SplitResult) -> tuple[str, str, int]:
    return url.scheme, (url.hostname or "").lower(), url.port or _PORTS[url.scheme]


def _name_fault(name: str) -> str:
    """Why no file may have a page's name; empty if one may."""
    if not _PAGE_NAME.fullmatch(name):
        return "is not called by letters, digits, _ . ~ and - alone, or is too long"
    return "has dots in a row" if ".." in name or name.endswith(".") else ""


def _folder(text: str) -> str:
    """The text where a folder may be called so, else its words; empty where it has none."""
    name = text if _FOLDER_NAME.fullmatch(text) else "-".join(words(text))[:60].strip("-")
    return f"{name}-api" if name and path_fault(name) else name
