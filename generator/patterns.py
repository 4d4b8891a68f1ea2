"""Regular expressions that are compiled when they are first asked something."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def pattern(words: str, flags: int = 0) -> re.Pattern[str]:
    """Like ``re.compile``, but that a mistake in ``words`` is an error only at the first use.

    One page needs a third of the patterns that read English, and compiling all of them took a
    tenth of the run that one changed page starts.
    """
    return cast("re.Pattern[str]", Late(words, flags))


class Late:
    """A pattern that takes over the compiled one's methods, so that later calls cost no more."""

    __slots__ = ("flags", "pattern", *_METHODS)

    def __init__(self, words: str, flags: int) -> None:
        self.pattern = words
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called only for what is not there yet."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for one in _METHODS:
            setattr(self, one, getattr(compiled, one))
        return getattr(self, name)
