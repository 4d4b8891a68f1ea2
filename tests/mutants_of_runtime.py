"""Mistakes in the runtime that every SDK carries, as replacements: file, then old and new text."""

from __future__ import annotations

RUNTIME: dict[str, tuple[tuple[str, str], ...]] = {
    "_runtime/_errors.py": (
        ("400: BadRequestError,", "400: ConflictError,"),
        ("401: AuthenticationError,", "402: AuthenticationError,"),
        ("403: PermissionDeniedError,", "403: AuthenticationError,"),
        ("    404: NotFoundError,\n", ""),
        ("409: ConflictError,", "409: NotFoundError,"),
        ("422: UnprocessableEntityError,", "422: BadRequestError,"),
        ("    429: RateLimitError,\n", ""),
        ("if status >= 500", "if status > 500"),
        ("self.method, self.path = response.method,", "self.path, self.method = response.method,"),
        ('self.code: str | int | None = facts.get("code")', "self.code = None"),
    ),
    "_runtime/_retry.py": (
        ("if status == 429:", "if status == 420:"),
        ("status == 408 or status >= 500", "status >= 500"),
        ("status == 408 or status >= 500", "status == 408 or status > 500"),
        ("return status == 503 and retry_after", "return status == 500 and retry_after"),
        ("LONGEST_WAIT = 60.0", "LONGEST_WAIT = 59.0"),
        ("LONGEST_WAIT = 60.0", "LONGEST_WAIT = 120.0"),
        ("return keyed or method in _REPEATABLE or not opened", "return True"),
        ('"PUT", "DELETE"}', '"PUT", "DELETE", "POST"}'),
        ('{"GET", "HEAD", "OPTIONS",', '{"HEAD", "OPTIONS",'),
        ("return float(text)", "return float(text) * 60"),
    ),
    "_runtime/_exchange.py": (
        ("late or self.retries >= self", "late or self.retries > self"),
        ("if target is None:\n            raise", "if target == 0:\n            raise"),
    ),
    "_runtime/_paths.py": (
        ('quote(text, safe="")', 'quote(text, safe="/")'),
        ('quote(text, safe="")', "text"),
        ("    if not text:\n", "    if text is None:\n"),
        ('if any(part in (".", "..")', 'if any(part in ("..",)'),
        (r're.split(r"[/\\]", text)', "[text]"),
    ),
    "_runtime/_resource.py": (("(*parent._ids, *ids)", "(*ids, *parent._ids)"),),
    "_runtime/_encoding.py": (
        ('return "true" if value else "false"', "return str(value)"),
        ('FORM = "application/x-www-form-urlencoded"', 'FORM = "application/x-www-form"'),
        ('or "application/json"', 'or "text/json"'),
        ('styles.get(name, "repeat")', 'styles.get(name, "comma")'),
    ),
    "_runtime/_auth.py": (
        ('"Authorization", f"Basic {token}"', '"Authorization", f"basic:{token}"'),
        ('"Authorization", f"Basic {token}"', '"Authentication", f"Basic {token}"'),
        ('f"{name}:{secret}"', 'f"{secret}:{name}"'),
    ),
    "_runtime/_headers.py": (
        ('"false": False', '"false": True'),
        ("return self._values.get(name.lower())\n", "return self._values.get(name)\n"),
    ),
    "_runtime/_paging.py": (
        ("following if self._left > 0 else None", "following"),
        ("self._left -= len(items)", "self._left -= 0"),
        ("items = items[: self._left]", "items = items[self._left :]"),
    ),
    "_runtime/_converters.py": (
        ("    if kind is date:\n        return _day\n", ""),
        ("    if kind is datetime:\n        return _moment\n", ""),
        ("return known.get(value) or kind(value)", "return value"),
    ),
    "_runtime/_models.py": (("return wires | dict(self.extra)", "return wires"),),
    "_runtime/_dates.py": (("moment.replace(tzinfo=UTC)\n\n\ndef parse", "moment\n\n\ndef parse"),),
    "_runtime/_answers.py": (
        ("    if kind is NoContent:", "    if kind is Items and not inner:"),
        ('object.__setattr__(value, "_response", response)', "pass"),
    ),
    "_runtime/_requests.py": (
        ('headers["User-Agent"] = agent', "pass"),
        ('headers["Content-Type"] = body.content_type', "pass"),
    ),
}
