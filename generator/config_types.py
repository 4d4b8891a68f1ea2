"""The types that ``api.toml`` states, read in the pages' own notation."""

from __future__ import annotations

from collections.abc import Mapping

from generator.config import ApiConfig
from generator.diagnostics import Diagnostics
from generator.ir import AnyType, TypeExpr
from generator.read.notation import parse
from generator.shown import shown
from generator.value import replace

_HINT = (
    "A type is string, integer, number, boolean, object, array, array[…] or a model's name, "
    "perhaps with a format, as in string(date-time), and with | null."
)


def read_types(config: ApiConfig, diagnostics: Diagnostics) -> Mapping[str, TypeExpr]:
    """What each stated type means, by its text; a word that is no model yet is a reference.

    What cannot be read is an error at the word that cannot.
    """
    found: dict[str, TypeExpr] = {}
    for keys, text in config.types():
        parsed = parse(text, names=True)
        found[text] = parsed.type
        if parsed.known and parsed.type != AnyType():
            continue
        word = parsed.unknown[0] if parsed.unknown else text
        place = config.value_place(*keys)
        at = text.find(word.removesuffix("…"))
        if place.length == len(text) + 2:  # as it is written, in one pair of quotes
            place = replace(place, column=place.column + 1 + max(at, 0), length=len(word))
        message = f"{keys[-1]}: `{shown(word)}` is not a type" if word else "the type is empty"
        diagnostics.error("config-type", message, place, _HINT)
    return found
