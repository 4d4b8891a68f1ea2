"""Dates and times as the wire writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

_from_iso = datetime.fromisoformat


def parse_datetime(text: str) -> datetime | None:
    """An aware time from ISO 8601 or RFC 2822 text (UTC where no zone is given), or None."""
    # Without a dash or a T where ISO has one, digits are rather a Unix time: leave them alone.
    if len(text) > 8 and (text[4] == "-" or text[8] == "T"):
        try:
            moment = _from_iso(text)
        except ValueError:
            return None
    elif ":" in text:
        found = _parse_rfc2822(text)
        if found is None:
            return None
        moment = found
    else:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def parse_date(text: str) -> date | None:
    """A date from `YYYY-MM-DD`, or None."""
    if len(text) != 10 or text[4] + text[7] != "--":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _parse_rfc2822(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime  # imported late: few APIs need it

    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None


def format_datetime(moment: datetime) -> str:
    """ISO 8601 with `Z` for UTC; a time without a zone is taken as UTC, as it is when read."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    text = aware.isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text
