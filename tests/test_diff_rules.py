"""The rules of ``diff`` on values: types, annotations, fingerprints, versions, changelogs."""

from __future__ import annotations

import pytest
from building import TEXT, linked, operation, query, record, values

from generator.diff.annotations import Annotations
from generator.diff.changes import Change, Level
from generator.diff.compare import compare
from generator.diff.kinds import KINDS
from generator.diff.markdown import sections, words
from generator.diff.release import Step, is_raised, proposed, step, with_section, with_version
from generator.diff.types import Relation, relation
from generator.ir import Api, Operation
from generator.passes.hoist import hoist
from generator.read.notation import parse_type
from generator.value import replace


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("string", "string", Relation.SAME),
        ("integer", "number", Relation.WIDENED),
        ("number", "integer", Relation.NARROWED),
        ("string", "integer", Relation.CHANGED),
        ("string", "string(uuid)", Relation.NARROWED),
        ("string(uuid)", "string(uri)", Relation.CHANGED),
        ("string | integer", "integer | string", Relation.SAME),
        ("string", "string | integer", Relation.WIDENED),
        ("string | null", "string", Relation.NARROWED),
        ("array[integer]", "array[number]", Relation.WIDENED),
        ("array[string]", "string", Relation.CHANGED),
        ("object", "object(uri-map)", Relation.NARROWED),
        ("", "boolean", Relation.NARROWED),
        ("boolean", "", Relation.WIDENED),
    ],
)
def test_types_are_told_by_the_values_they_hold(old: str, new: str, expected: Relation) -> None:
    """Wider holds all that the other holds, and more."""
    types = [parse_type(one) for one in (old, new)]

    assert None not in types
    assert expected is relation(types[0], types[1])  # type: ignore[arg-type]


OLD = Annotations({"SizeParam": "Literal['s', 'm'] | Size"}, frozenset({"Size"}))
NEW = Annotations({"SizeParam": "Literal['s', 'm', 'l'] | Size"}, frozenset({"Size"}))


@pytest.mark.parametrize(
    ("wanted", "given", "expected"),
    [
        ("str", "str", True),
        ("float", "int", True),
        ("int", "float", False),
        ("int | None", "int", True),
        ("int", "int | None", False),
        ("str", "Size", True),
        ("Size", "str", False),
        ("str", "SizeParam", True),
        ("SizeParam", "str", False),
        ("Any", "str", True),
        ("list[str]", "list[Size]", False),
        ("Sequence[str]", "Sequence[Size]", True),
        ("Sequence[float]", "list[int]", True),
        ("list[Any]", "list[str]", True),
        ("Mapping[str, Any]", "dict[str, Any]", True),
        ("dt.date", "dt.datetime", True),
        ("dt.datetime | str", "dt.date | str", False),
        ("Items[Crate]", "Crate", False),
    ],
)
def test_annotations_are_told_as_a_type_checker_does(
    wanted: str, given: str, expected: bool
) -> None:
    """Lists hold exactly what they say; sequences may hold something narrower."""
    assert expected == NEW.accepts(wanted, given, OLD)


def test_values_of_an_alias_are_those_of_its_version() -> None:
    """The name is the same; what it stands for is not."""
    assert NEW.accepts("SizeParam | None", "SizeParam", OLD)
    assert not OLD.accepts("SizeParam", "SizeParam | None", NEW)
    assert not OLD.accepts("Literal['s', 'm'] | Size", "SizeParam", NEW)


def test_a_fingerprint_is_of_what_changed() -> None:
    """Another value is another change; another reason or effect is not."""
    one = Change(kind=KINDS["request-field-value-removed"], call="GET /", subject="x", before="a")

    assert one.fingerprint != replace(one, before="b").fingerprint
    assert one.fingerprint == replace(one, reason="because", reread=True).fingerprint
    assert 12 == len(one.fingerprint)


def test_effects_can_only_make_it_worse() -> None:
    """The table says the least that a kind means."""
    assert all(one.sentence and one.id == id_ for id_, one in KINDS.items())
    assert {*Level} == {one.level for one in KINDS.values()}


def api(*operations: Operation) -> Api:
    """The finished API of operations."""
    return hoist(linked(*operations))


def kinds(old: Api, new: Api) -> list[str]:
    """The kinds of changes between two APIs."""
    return [one.kind.id for one in compare(old, new)]


def test_known_values_that_are_all_are_told() -> None:
    """A list of values that takes no other refuses what was accepted."""
    said = values("a", "b")
    old, new = (
        api(operation("GET /pets", "List pets", parameters=(query("sort", known=one),)))
        for one in (said, replace(said, open=False))
    )

    assert ["request-parameter-values-closed"] == kinds(old, new)
    assert ["request-parameter-values-opened"] == kinds(new, old)


def test_a_body_that_must_be_sent_is_told() -> None:
    """No page says so today."""
    old = operation("POST /pets", "Create pet", sent=record("name"))
    body = replace(old.bodies[0], required=True)

    assert ["request-body-became-required"] == kinds(api(old), api(replace(old, bodies=(body,))))


def test_the_same_words_read_otherwise_say_so() -> None:
    """Whoever compares two dumps sees what only the reading changed."""
    old = operation("GET /pets", "List pets", parameters=(query("sort"),))
    known = operation("GET /pets", "List pets", parameters=(query("sort", known=values("a")),))
    (found,) = (one for one in compare(api(old), api(known)) if one.kind.id.startswith("request"))

    assert found.reread
    assert "(same words, read otherwise)" in found.message


def test_the_order_of_pages_changes_nothing() -> None:
    """Twice the same operations, in whatever order."""
    pages = [operation(f"GET /things{n}", f"List things{n}", answer=TEXT) for n in range(5)]

    assert () == compare(api(*pages), api(*reversed(pages)))


@pytest.mark.parametrize(
    ("levels", "version", "expected"),
    [
        ((), "1.2.3", "1.2.3"),
        ((Level.BREAKING, Level.WORDING), "1.2.3", "2.0.0"),
        ((Level.ADDITIVE, Level.WORDING), "1.2.3", "1.3.0"),
        ((Level.WORDING,), "1.2.3", "1.2.4"),
        ((Level.BREAKING,), "0.2.3", "0.3.0"),
        ((Level.ADDITIVE,), "0.2.3", "0.2.4"),
        ((Level.WORDING,), "0.2.3", "0.2.4"),
        ((Level.BREAKING,), "2025-12-08", ""),
        ((Level.BREAKING,), "1.2", ""),
    ],
)
def test_a_version_goes_up_as_semver_says(
    levels: tuple[Level, ...], version: str, expected: str
) -> None:
    """Below 1.0.0 the second number stands for the first."""
    kinds = {
        Level.BREAKING: "operation-removed",
        Level.ADDITIVE: "operation-added",
        Level.WORDING: "api-title-changed",
    }
    changes = [Change(kind=KINDS[kinds[one]]) for one in levels]

    assert expected == proposed(version, step(changes, version))


def test_a_version_that_is_high_enough_is_kept() -> None:
    """Compared as numbers; nothing is said of what is no version."""
    assert is_raised("1.10.0", "1.9.0")
    assert not is_raised("1.8.9", "1.9.0")
    assert not is_raised("next", "1.9.0")
    assert "1.2.4" == proposed("1.2.3", Step.PATCH)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[client]\nversion = "2.0.0"\n'),
        ('packs = ["python"] # ours\n', None),
        ('[client]\nname = "A"\n\n[errors]\ncode = "c"\n', None),
        ('client = { name = "A" }\n', 'client = { name = "A", version = "2.0.0"}\n'),
        ('client.version = "1.0.0" # old\n', 'client.version = "2.0.0" # old\n'),
    ],
)
def test_a_version_is_set_without_touching_the_rest(before: str, after: str | None) -> None:
    """Every line that was there is still there."""
    found = with_version(before, "2.0.0")

    assert 'version = "2.0.0"' in found
    assert set(before.splitlines()) <= set(found.splitlines()) or after == found
    assert after in (None, found)


def test_a_broken_file_is_not_written_over() -> None:
    """The caller reports it."""
    for text in ("[client", 'client = "x"'):
        with pytest.raises(ValueError, match=r"\w"):
            with_version(text, "2.0.0")


def test_a_changelog_grows_at_its_top() -> None:
    """The newest first; the same version again is replaced; what people wrote stays."""
    added = (Change(kind=KINDS["operation-added"], call="GET /a"),)
    gone = (Change(kind=KINDS["operation-removed"], call="GET /b"),)
    first = with_section("# Changelog\n\nOurs.\n", "1.0.0", added)
    second = with_section(first, "2.0.0", gone)
    again = with_section(second, "2.0.0", added)

    assert "# Changelog\n\nOurs.\n\n## 1.0.0\n\n### Added\n\n- GET /a: is new\n" == first
    assert second.index("## 2.0.0") < second.index("## 1.0.0")
    assert "is gone" not in again
    assert second.count("## ") == again.count("## ")


def test_text_of_a_page_is_no_markdown() -> None:
    """A name cannot end its code span, and words cannot become a link or a tag."""
    found = words("field `a` holds [x](javascript:alert(1)) <b> `unbalanced")

    assert "](javascript:" not in found
    assert "<b>" not in found
    assert "No change." == sections(())
