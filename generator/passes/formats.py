"""What single texts of a sample are: of a format, or a key that is data and no name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from urllib.parse import urlsplit

from generator.patterns import pattern

_LONGEST = 2_000
"""Characters of a text that may be of a format; longer ones are prose or contents."""

_DATE_TIME = pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_RFC_2822 = pattern(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})",
    re.ASCII,
)
_DATE = pattern(r"\d{4}-\d\d-\d\d", re.ASCII)
_UUID = pattern(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_URI = pattern(r"[a-z][a-z0-9+.-]{1,15}://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_EMAIL = pattern(r"[\w.%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}", re.I | re.ASCII)

_NUMBER = pattern(r"[+-]?\d+(?:[.,:/-]\d+)*", re.ASCII)
_LOCALE = pattern(r"[a-z]{2,3}[-_](?:[A-Z][a-z]{3}[-_])?[A-Z]{2}")
_LANGUAGE = pattern(r"[a-z]{2}")
_ADDRESS = pattern(r"/\S*|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}|\+\d{6,15}")
_ID = pattern(r"(?:[A-Za-z]{1,8}[_-])?(?P<own>[0-9A-Za-z]{8,})")
_HEX = pattern(r"[A-Za-z]{0,4}[0-9a-f]{16,}|[A-Za-z]{0,4}[0-9A-F]{16,}")
_CHANGE = pattern(r"(?<=[0-9])(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9])")
_FEW_CHANGES = 3
"""Changes between letters and digits that a name may have (``x509certificate`` has two)."""


def format_of(texts: Sequence[str]) -> str | None:
    """The format that all texts have, in the notation's word: ``date-time``, ``date``, ``uuid``,
    ``uri``, ``email`` or ``date-time-rfc-2822``; ``None`` where one of them has none."""
    for name, matches in _FORMATS.items():
        if texts and all(len(one) <= _LONGEST and matches(one) for one in texts):
            return name
    return None


def is_data(key: str, siblings: Collection[str]) -> bool:
    """Whether an object's key is data: an id, a number, a date, a locale, an address.

    Two letters are a language only beside a whole locale (``en`` beside ``en-GB``).
    """
    if _LANGUAGE.fullmatch(key):
        return any(_LOCALE.fullmatch(one) for one in siblings)
    if len(key) > _LONGEST:
        return True
    patterns = (_NUMBER, _LOCALE, _ADDRESS)
    return format_of([key]) is not None or any(x.fullmatch(key) for x in patterns) or _is_id(key)


def _is_id(key: str) -> bool:
    """Whether only a machine would have made the key: ``WSaaaa0000bbbb1111``, ``cus_4QFJOjw2p``."""
    found = _ID.fullmatch(key)
    if found is None or not any(one.isdigit() for one in found["own"]):
        return False
    own = found["own"]
    return bool(_HEX.fullmatch(own)) or own.isdigit() or len(_CHANGE.findall(own)) >= _FEW_CHANGES


def _parses(text: str, parse: Callable[[str], object]) -> bool:
    try:
        parse(text)
    except (ValueError, TypeError, OverflowError):
        return False
    return True


def _is_uri(text: str) -> bool:
    return bool(_URI.fullmatch(text)) and _parses(text, lambda one: urlsplit(one).port)


def _parsed_rfc_2822(text: str) -> datetime:
    from email.utils import (
        parsedate_to_datetime,
    )  # imports sockets, which few APIs' dates are worth

    return parsedate_to_datetime(text)


_FORMATS: dict[str, Callable[[str], bool]] = {
    "date-time": lambda x: bool(_DATE_TIME.fullmatch(x)) and _parses(x, datetime.fromisoformat),
    "date": lambda x: bool(_DATE.fullmatch(x)) and _parses(x, date.fromisoformat),
    "date-time-rfc-2822": lambda x: (bool(_RFC_2822.fullmatch(x)) and _parses(x, _parsed_rfc_2822)),
    "uuid": lambda x: bool(_UUID.fullmatch(x)),
    "uri": _is_uri,
    "email": lambda x: bool(_EMAIL.fullmatch(x)),
}
