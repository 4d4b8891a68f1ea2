"""English plurals, as far as names of resources need them."""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "indices": "index",
    "vertices": "vertex",
    "matrices": "matrix",
    "criteria": "criterion",
    "analyses": "analysis",
    "statuses": "status",
    "buses": "bus",
    "viruses": "virus",
    "caches": "cache",
    "niches": "niche",
    "movies": "movie",
    "cookies": "cookie",
    "aliases": "alias",
    "biases": "bias",
    "canvases": "canvas",
    "atlases": "atlas",
    "gases": "gas",
    "quizzes": "quiz",
    "bonuses": "bonus",
    "campuses": "campus",
    "axes": "axis",
    "apis": "api",
    "uris": "uri",
    "kpis": "kpi",
    "taxis": "taxi",
}
_UNCOUNTABLE = frozenset(
    "statistics analytics metrics_data news series species sms mms dns aws gps os ios https tls "
    "kubernetes redis chassis status address_data business progress access address process class bus basis analysis alias "
    "canvas atlas bias gas lens physics economics logistics diagnostics graphics metadata data "
    "media software hardware information this its us".split()
)


@lru_cache(maxsize=1 << 14)  # asked ten times for each word of an API
def singular(word: str) -> str:
    """One of them: ``queues`` -> ``queue``; a word that is no plural stays as it is."""
    if word in _UNCOUNTABLE or len(word) < 3:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")) or _is_of_o(word):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _is_of_o(word: str) -> bool:
    """``heroes`` and ``potatoes``, but neither ``shoes`` nor ``toes``."""
    return word.endswith("oes") and len(word) > 5


def is_plural(word: str) -> bool:
    """Whether the word names several things."""
    return singular(word) != word


def singular_words(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words with the last one in the singular: ``task, queues`` -> ``task, queue``."""
    return (*parts[:-1], singular(parts[-1])) if parts else ()
