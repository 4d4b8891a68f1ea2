"""Kinds of bodies, by media type."""

from __future__ import annotations


def is_json(media_type: str) -> bool:
    """Whether the body is JSON; a page that names no type means JSON (FORMAT.md, section 5)."""
    kind = media_type.partition(";")[0].strip().lower()
    return kind in {"", "*/*", "application/json", "text/json"} or kind.endswith("+json")


def is_form(media_type: str) -> bool:
    """Whether the body is an HTML form in a line."""
    return media_type.partition(";")[0].strip().lower() == "application/x-www-form-urlencoded"


def is_multipart(media_type: str) -> bool:
    """Whether the body is a form in parts, as uploads are."""
    return media_type.strip().lower().startswith("multipart/")


def is_text(media_type: str) -> bool:
    """Whether the body is text for people or spreadsheets."""
    kind = media_type.partition(";")[0].strip().lower()
    return kind.startswith("text/") or kind.endswith(("/xml", "+xml", "/csv", "+csv", "/yaml"))
