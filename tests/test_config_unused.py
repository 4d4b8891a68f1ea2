"""What ``api.toml`` says of nothing, or cannot say: told with its line and the nearest name."""

from __future__ import annotations

import pytest
from shop import shop_with

UNUSED = (
    # what api.toml says, the place, and the hint
    ('[operations.creat_pet]\nname = "x"', "1:13", "Did you mean create_pet?"),
    ('[operations.create_pet]\nrequired = ["kind", "onwer"]', "2:21", "Did you mean owner?"),
    ('[operations.create_pet.fields.onwer]\ntype = "string"', "1:31", "Did you mean owner?"),
    ('[operations.fetch_pet.fields]\nweight.name = "x"', "2:1", "Did you mean 200 weight?"),
    ("[operations.fetch_pet]\npagination = { style = 'link-header' }", "2:1", 'items = "…"'),
    ('[operations.fetch_pet]\nreturns = "array[Pet]"', "2:1", "Name the model"),
    ("[fields.wieght]\nrequired = true", "1:9", "Did you mean weight?"),
    ('[models.Pat]\nname = "Animal"', "1:9", "Did you mean Pet?"),
    ('[models.Owner]\nfields.name = "string"', "1:9", "A field takes its name as a type."),
    ('[resources.pet]\nname = "animals"', "1:12", "Did you mean pets?"),
    (
        '[auth."Api keys"]\nkind = "bearer"\ntoken = { name = "t" }',
        "1:7",
        "Did you mean Api key?",
    ),
    ('[groups]\nPets = [\n  "create_pet",\n  "list_pet",\n]', "4:3", "Did you mean list_pets?"),
    ('[pagination]\nstyle = "next-url"\nnext = "links.next"', "1:2", ""),
)

REFUSED = (
    # what api.toml says, the place, the code and what the hint says
    ('[fields.weight]\ntype = "array[strin"', "2:9", "config-type", "array[…]"),
    ('[fields.weight]\ntype = "array[string | 7up]"', "2:24", "config-type", "array[…]"),
    ('[fields.weight]\ntype = "array[Pat]"', "2:8", "config-type", "Did you mean Pet?"),
    ("[models.Pet.fields]\nweight = 'Wieght | null'", "2:10", "config-type", ""),
    ('[models.Owner.fields]\nage = { type = "(" }', "2:17", "config-type", "array[…]"),
    ('[operations.create_pet]\nreturns = "array["', "2:12", "config-type", "array[…]"),
    ('[operations.create_pet]\nserver = "Big"', "2:1", "config-value", "[[servers]]"),
    (
        '[[servers]]\nurl = "https://a.io"\nname = "Bigger"\n[operations.create_pet]\nserver = "Biger"',
        "5:1",
        "config-value",
        "Did you mean Bigger?",
    ),
    ('[operations.count_pets]\nresource = "a().b().c"', "2:1", "config-value", "workspaces()"),
    ('[operations.count_pets]\nresource = "a-b"', "2:1", "config-value", "workspaces()"),
    ('[models.Pet]\nname = "PetKind"', "2:1", "name-collision", "another name"),
    ('[[servers]]\nurl = "a.io"', "2:1", "config-value", "https://"),
    ('[[servers]]\nname = "x"', "1:3", "config-missing-key", "Add url"),
    (
        '[[servers]]\nurl = "https://{a}.io"\nvariables = { b = "1" }',
        "3:15",
        "config-value",
        "{a}",
    ),
    ('[fields.weight]\nname = "1st"', "2:1", "config-value", "Write words"),
    ('[models."…"]\nname = "X"', "1:9", "config-value", "Write words"),
    ('[models.Pet.fields]\nweight.name = "ü"', "2:8", "config-value", "Write words"),
    ('[client]\nidempotency_header = "a b"', "2:1", "config-value", "Idempotency-Key"),
    ("[operations.create_pet]\nidempotency_header = true", "2:1", "config-value", ""),
    ('[fields.weight]\nvalues = ["a", {}]', "2:16", "config-value", ""),
    ("[fields.weight]\ndefault = 1979-05-27", "2:1", "config-value", ""),
    ('[fields.weight]\nstyle = "comas"', "2:1", "config-value", ""),
    ("[fields.weight]\nopn = false", "2:1", "config-unknown-key", "Did you mean open?"),
    ("[models.Pet.fields]\nweight = 1", "2:1", "config-value", ""),
)


@pytest.mark.parametrize(("text", "place", "hint"), UNUSED)
def test_a_statement_about_nothing_is_a_warning(text: str, place: str, hint: str) -> None:
    """It has its line and the nearest name, and the rest of the API is there."""
    api, found = shop_with(text)
    told = [one for one in found if one.code == "config-unused"]

    assert api is not None
    assert [f"api.toml:{place}"] == [str(one.span) for one in told]
    assert hint in told[0].hint


@pytest.mark.parametrize("text", [one for one, *_ in UNUSED])
def test_what_is_said_of_other_pages_is_no_fault_of_one_page(text: str) -> None:
    """Only the whole API can tell that a statement applies to nothing."""
    _, found = shop_with(text, pages=("operation-count_pets.md",))

    assert [] == [one for one in found if one.code == "config-unused"]


@pytest.mark.parametrize(("text", "place", "code", "hint"), REFUSED)
def test_what_cannot_be_is_an_error_at_its_place(
    text: str, place: str, code: str, hint: str
) -> None:
    """Nothing is made of it; the column is that of the very word where one is wrong."""
    api, found = shop_with(text)
    (told,) = (one for one in found if one.severity.value == "error")

    assert (None, f"api.toml:{place}", code) == (api, str(told.span), told.code)
    assert hint in told.hint


def test_a_model_of_another_page_is_a_free_object() -> None:
    """One page alone does not know what all of them describe."""
    text = '[operations.count_pets]\nfields."200 body".type = "array[Pet]"'
    api, found = shop_with(text, pages=("operation-count_pets.md",))

    assert api is not None
    assert [] == [one for one in found if one.severity.value == "error"]
