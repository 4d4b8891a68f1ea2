"""What a text is by its look, and the harmless text that looks the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from ipaddress import IPv6Address
from urllib.parse import urlsplit

from generator.value import Struct

SECRET = "secret"
"""Stands for what lets somebody in."""

_ID = "id_{:016d}"
_CHANGE = re.compile(r"(?<=[0-9])(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9])")

_LONGEST = 2_000
"""Characters of a text that may have a format; longer ones are prose or contents."""


class Format(Struct, frozen=True, kw_only=True):
    """A look: whether a text has it, and the ``n``-th harmless text that has it too.

    Texts for different ``n`` differ, so that distinct keys stay distinct; 0 is for values.
    """

    name: str
    matches: Callable[[str], bool]
    harmless: Callable[[str, int], str]


@lru_cache(maxsize=16_384)  # answers repeat themselves
def format_of(text: str) -> Format | None:
    """The first format of the table that the text has; ``None`` for words."""
    if len(text) > _LONGEST:
        return _CONTENT if _CONTENT.matches(text[:_LONGEST]) else None
    return next((one for one in FORMATS if one.matches(text)), None)


def _full(pattern: str, flags: int = 0) -> Callable[[str], bool]:
    compiled = re.compile(pattern, flags | re.ASCII)
    return lambda text: compiled.fullmatch(text) is not None


def _start(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.ASCII)
    return lambda text: compiled.match(text) is not None


def _parses(pattern: str, parse: Callable[[str], object]) -> Callable[[str], bool]:
    """Whether a text has the pattern and ``parse`` takes it."""
    looks = _full(pattern)

    def matches(text: str) -> bool:
        try:
            return looks(text) and parse(text) is not None
        except (ValueError, TypeError, OverflowError):
            return False

    return matches


def _secret(text: str, n: int) -> str:
    return f"{SECRET}{n or ''}"


def _fixed(value: str, numbered: str) -> Callable[[str, int], str]:
    """``value``, and for a key ``numbered`` with its number in the place of ``{}``."""
    return lambda text, n: numbered.format(n) if n else value


def _zeros(text: str, n: int) -> str:
    length = min(len(text), 128)
    return f"{n:0{length}d}"


def _vendor_id(text: str, n: int) -> str:
    return f"{text[:2]}{n:032d}"


def _number(text: str, n: int) -> str:
    if n:
        return str(n)
    return "1.5" if "." in text else "1"


def _sums_up(text: str) -> bool:
    """The check digit of payment cards (ISO/IEC 7812-1)."""
    digits = [int(one) for one in text if one.isdigit()][::-1]
    doubled = [sum(divmod(2 * one, 10)) for one in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _is_card(text: str) -> bool:
    return 13 <= sum(one.isdigit() for one in text) <= 19 and _sums_up(text)


def _is_account(text: str) -> bool:
    """The check digits of an IBAN (ISO 13616)."""
    turned = (text[4:] + text[:4]).replace(" ", "").upper()
    return int("".join(str(int(one, 36)) for one in turned)) % 97 == 1


def _is_json(text: str) -> bool:
    try:
        return text[:1] in {"{", "["} and isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def _empty_json(text: str, n: int) -> str:
    return _ID.format(n) if n else {"{": "{}", "[": "[]"}[text[0]]


def _is_id(text: str) -> bool:
    """Whether a letter or a few stand before what only a machine would have made."""
    found = re.fullmatch(r"[A-Za-z]{1,8}[_-]([0-9A-Za-z]{8,})", text, re.ASCII)
    if found is None:
        return False
    return sum(map(str.isdigit, found[1])) >= 4 or len(_CHANGE.findall(found[1])) >= 3


def _is_token(text: str) -> bool:
    """Whether only a machine would have made it: long, of letters and digits in turns."""
    alphabet = re.fullmatch(r"[A-Za-z0-9+/=_.~-]{16,}", text, re.ASCII)
    return alphabet is not None and len(_CHANGE.findall(text)) >= 3


_VENDOR = (
    r"(?:A[KS]IA|AIza|ya29\.|SG\.|gh[oprsu]_|github_pat_|glpat-|xox[a-z]-|npm_|pypi-|shp(?:at|ca|pa|ss)_"
    r"|sq0[a-z]{3}-|[spr]k_(?:live|test)_|whsec_|dop_v1_|hf_|sk-|key-|EAA[A-Z]|-----BEGIN )"
)
_CONTENT = Format(name="content", matches=_full(r"[A-Za-z0-9+/=_\s-]{200,}"), harmless=_secret)
_ZONE = r"(?:Z|[+-]\d\d:\d\d)"
_TIME = r"\d{4}-\d\d-\d\d%s\d\d:\d\d:\d\d(?:\.\d{1,9})?"

FORMATS: tuple[Format, ...] = (
    Format(name="boolean", matches=_full("true|false"), harmless=lambda text, n: text),
    Format(name="vendor-key", matches=_start(_VENDOR), harmless=_secret),
    Format(name="jwt", matches=_start(r"eyJ[\w-]{8,}\.[\w-]+"), harmless=_secret),
    Format(name="authorization", harmless=_secret,
           matches=_start(r"(?i:bearer|basic|digest|apikey|token|negotiate) +\S")),
    Format(name="date-time", matches=_parses(_TIME % "T" + _ZONE, datetime.fromisoformat),
           harmless=_fixed("2020-01-01T00:00:00Z", "2020-01-01T00:00:00.{:06d}Z")),
    Format(name="local-date-time", matches=_parses(_TIME % "[T ]", datetime.fromisoformat),
           harmless=lambda text, n: f"2020-01-01{text[10]}00:00:00" + (f".{n:06d}" if n else "")),
    Format(name="date-time-basic-zone",
           matches=_parses(_TIME % "T" + r"[+-]\d{4}", datetime.fromisoformat),
           harmless=_fixed("2020-01-01T00:00:00+0000", "2020-01-01T00:00:00.{:06d}+0000")),
    Format(name="date-time-rfc-2822", harmless=_fixed(
           "Wed, 01 Jan 2020 00:00:00 +0000", "Wed, 01 Jan 2020 00:00:00 +{:04d}"),
           matches=_parses(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \S+",
                           parsedate_to_datetime)),
    Format(name="date", matches=_parses(r"\d{4}-\d\d-\d\d", date.fromisoformat),
           harmless=lambda text, n: date.fromordinal(737425 + n).isoformat()),
    Format(name="time", matches=_full(r"[0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?"),
           harmless=_fixed("00:00:00", "00:00:00.{:06d}")),
    Format(name="duration", matches=_full(r"P(?=\w)(?:\d+[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?"),
           harmless=_fixed("PT1S", _ID)),
    Format(name="uuid", matches=_full(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
           harmless=lambda text, n: f"00000000-0000-0000-0000-{n:012d}"),
    Format(name="uri", harmless=_fixed("https://example.com/", "https://example.com/{}"),
           matches=_parses(r"[A-Za-z][A-Za-z0-9+.-]{1,15}://[^\s<>\"{}|\\^`]+", urlsplit)),
    Format(name="email", harmless=_fixed("person@example.com", "person{}@example.com"),
           matches=_full(r"[\w.%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,63}")),
    Format(name="vendor-id", matches=_full(r"[A-Z]{2}[0-9a-fA-F]{32}"), harmless=_vendor_id),
    Format(name="iban", matches=_parses(r"[A-Z]{2}\d\d(?: ?[A-Z0-9]){11,30}",
                                        lambda text: _is_account(text) or None),
           harmless=_fixed("GB82WEST12345698765432", _ID)),
    Format(name="hex", matches=_full(r"[0-9a-f]{16,}|[0-9A-F]{16,}"), harmless=_zeros),
    Format(name="ssn", matches=_full(r"\d{3}-\d\d-\d{4}"),
           harmless=lambda text, n: f"000-00-{n:04d}"),
    Format(name="ipv4", matches=_full(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)"),
           harmless=lambda text, n: f"192.0.{2 + n // 256}.{(n or 1) % 256}"),
    Format(name="ipv6", matches=_parses(r"[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*", IPv6Address),
           harmless=lambda text, n: f"2001:db8::{n or 1:x}"),
    Format(name="card", harmless=lambda text, n: f"{n:016d}",
           matches=_parses(r"\d(?:[ -]?\d){12,18}", lambda text: _is_card(text) or None)),
    Format(name="number", matches=_full(r"-?\d{1,15}(?:\.\d{1,15})?(?:[eE][+-]?\d{1,3})?"),
           harmless=_number),
    Format(name="phone", harmless=lambda text, n: f"+15555550{100 + n}",
           matches=_full(r"\+?\(?\d(?:[ ().-]{0,2}\d){6,17}")),
    Format(name="id", matches=_is_id, harmless=lambda text, n: _ID.format(n)),
    Format(name="token", matches=_is_token, harmless=_secret),
    Format(name="path", matches=_full(r"/\S*"), harmless=_fixed("/example", "/example/{}")),
    Format(name="json", matches=_is_json, harmless=_empty_json),
)  # fmt: skip
"""Every look, the more particular before the more general."""
