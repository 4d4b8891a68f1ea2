"""What an earlier run made is made again only where its template would print something else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import msgspec
import pytest
from generation import call, tree

from generator import making
from generator.cache.store import Store
from generator.emit.code import Code
from generator.emit.fingerprints import EVERYTHING, Fingerprints
from generator.emit.views import ChildView
from generator.ir.page_text import PageText, Trace
from generator.source import SourceSpan

TRAINS = Path(__file__).parent.parent / "specs" / "train-travel"


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pages of a small API; the cache may be used, and there is a pack to add to."""
    monkeypatch.delenv("DOCS2SDK_NO_CACHE", raising=False)
    monkeypatch.setenv("DOCS2SDK_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TRAINS, tmp_path / "trains")
    Path("packs/ours").mkdir(parents=True)
    Path("packs/ours/pack.toml").write_text('name = "ours"\nextends = "python"\n')
    return Path("trains")


def generate(out: str = "out", *more: str) -> dict[str, bytes]:
    """All that lies in the output afterwards."""
    done = call("generate", "trains", "--templates", "packs", "--pack", "ours", "--out", out, *more)
    assert 0 == done.exit_code, done.output
    return tree(Path(out))


def replace_in(page: Path, old: str, new: str) -> None:
    """Other words on a page that has these."""
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new), "utf-8")


def remade(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of all files that are rendered from now on."""
    paths: list[str] = []
    render = making._rendered

    def note(plans: object, pack: object) -> object:
        paths.extend(one.path for one in plans if one.template)  # type: ignore[attr-defined]
        return render(plans, pack)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "_rendered", note)
    return paths


def test_words_of_one_page_make_only_its_own_files_again(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that say what it says, and those that name all pages."""
    generate()
    paths = remade(monkeypatch)
    replace_in(pages / "operation-get-stations.md", "Lists train stations", "Names train stations")
    after = generate()

    assert "train_travel/resources/stations.py" in paths
    assert "train_travel/resources/bookings.py" not in paths
    assert "train_travel/models/booking.py" not in paths
    assert after == generate("cold", "--no-cache")


def test_a_place_over_two_lines_is_where_it_was_while_those_lines_are(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other words above it are nothing to it; a line that ends elsewhere is."""
    long = "State of\n  the quota: how much of it is left."
    for one in pages.glob("operation-*.md"):
        text = one.read_text("utf-8")
        one.write_text(re.sub(r"(\*\*RateLimit\*\* .*\n  ).*", rf"\1{long}", text), "utf-8")
    page = pages / "operation-get-bookings.md"
    generate()
    paths = remade(monkeypatch)
    replace_in(page, "Lists your own bookings", "Lists all of your bookings")
    generate()
    headers = "train_travel/headers.py"

    assert headers not in paths

    replace_in(page, "State of\n  the quota:", "State of the\n  quota:")
    after = generate()

    assert headers in paths
    assert after == generate("cold", "--no-cache")


@pytest.mark.parametrize(
    "words",
    [
        '{% if api.title == "Rails" %}yes{% endif %}',
        '{% set x = api %}{% if x.title == "Rails" %}yes{% endif %}',
        '{% if api["title"] == "Rails" %}yes{% endif %}',
        '{% if [api]|selectattr("title", "equalto", "Rails")|list|length %}yes{% endif %}',
        '{% if [api]|selectattr("title")|list|length %}{% include "_more.j2" %}{% endif %}',
    ],
)
def test_what_a_template_looks_at_is_noticed_however_it_looks(pages: Path, words: str) -> None:
    """By name, in brackets, through a filter, in a part that it includes."""
    more = '{# receives api: ApiView #}{% if api.title == "Rails" %}yes{% endif %}'
    Path("packs/ours/_more.j2").write_text(more)
    place = Path("packs/ours/each/{model}.txt.j2")
    place.parent.mkdir()
    place.write_text("{# receives api: ApiView, model: ModelModuleView #}" + words)
    before = generate()
    replace_in(pages / "index.md", "# Train Travel API", "# Rails")
    after = generate()
    told = {path: text for path, text in after.items() if "/each/" in path}

    assert {b"yes\n"} == set(told.values())
    assert {b""} == {before[path] for path in told}
    assert after == generate("cold", "--no-cache")


EACH = "{% for r in api.resource_modules %}{% for f in r.functions %}"
ENDS = "{% endfor %}{% endfor %}"


@pytest.mark.parametrize(
    "words",
    [
        EACH + "{{ f.doc|docstring(0) }}" + ENDS,
        EACH + '{{ f["doc"]|docstring(0) }}' + ENDS,
        EACH + '{{ (f ~ "")|literal }}' + ENDS,
        EACH + '{{ "{}".format(f)|literal }}' + ENDS,
        EACH + '{% set say = "{}".format %}{{ say(f)|literal }}' + ENDS,
        EACH + '{% if [f]|selectattr("doc.summary", "eq", "New.")|list %}x{% endif %}' + ENDS,
        EACH + '{% if [f.doc.summary, "New."]|unique|list|length == 1 %}x{% endif %}' + ENDS,
        EACH + "{% with g = f %}{{ g.doc|docstring(0) }}{% endwith %}" + ENDS,
        EACH + '{% include "_one.j2" %}' + ENDS,
        '{% set name = "_one.j2" %}' + EACH + "{% include name %}" + ENDS,
        EACH + '{% include ["_none.j2", "_one.j2"] %}' + ENDS,
        "{% macro m(all) %}{% for r in all %}{% for f in r.functions %}{{ f.doc|docstring(0) }}"
        + ENDS
        + "{% endmacro %}{{ m(api.resource_modules) }}",
        '{% import "_all.j2" as all %}{{ all.docs(api) }}',
        '{% from "_all.j2" import docs %}{{ docs(api) }}',
        "{% for f in api.functions %}{{ f.doc|docstring(0) }}{% endfor %}",
        "{% for f in api.functions %}{{ f.doc.body|docstring(0) }}{% endfor %}",
        "{% for f in api.functions %}{% if f.doc.body == 'New.' %}x{% endif %}{% endfor %}",
        "{% for f in api.functions %}{% if f.twin_doc in ['New.'] %}x{% endif %}{% endfor %}",
        "{% for p in api.document.paths %}{{ p.operations[0].description|literal }}{% endfor %}",
    ],
)
def test_words_are_noticed_wherever_they_hang(pages: Path, words: str) -> None:
    """Below the API's view, in loops, macros and parts, by name or as a whole."""
    Path("packs/ours/_one.j2").write_text("{# receives f #}{{ f.doc|docstring(0) }}")
    macro = "{% for f in api.functions %}{{ f.doc|docstring(0) }}{% endfor %}"
    Path("packs/ours/_all.j2").write_text("{% macro docs(api) %}" + macro + "{% endmacro %}")
    Path("packs/ours/all.txt.j2").write_text("{# receives api: ApiView #}" + words)
    generate()
    page = pages / "operation-get-stations.md"
    text = page.read_text("utf-8")
    page.write_text(re.sub(r"\nLists train.*\n", "\nNew.\n", text), "utf-8")
    after = generate()

    assert after == generate("cold", "--no-cache")


def test_what_no_template_asks_for_makes_no_file_again(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A description of an argument is in one file; the list of all calls only names them."""
    generate()
    paths = remade(monkeypatch)
    replace_in(pages / "operation-get-stations.md", "Text to look for", "Words to look for")
    after = generate()

    assert ["train_travel/resources/stations.py"] == paths
    assert after == generate("cold", "--no-cache")


def view(doc: str) -> ChildView:
    """A view with a text."""
    return ChildView(attribute=Code("a"), name=Code("A"), twin=Code("B"), module=Code("a"), doc=doc)


def test_a_fingerprint_is_of_values_and_of_where_they_are_from() -> None:
    """The same text from another line is another thing; the same object twice is not."""
    here, there = (
        PageText("x", (Trace(span=SourceSpan(path="p.md", line=line), fact="title"),))
        for line in (1, 2)
    )
    one, two, three = (
        Fingerprints(None).of((view(text), view(other)))
        for text, other in ((here, here), (PageText("x", here.traces), here), (there, here))
    )

    assert one == two
    assert one != three


def test_what_nobody_can_look_into_has_no_fingerprint() -> None:
    """A function may print anything; so may a number that is too large to write down."""
    for odd in (print, 2**70, "\ud800"):
        with pytest.raises(ValueError, match=r"."):
            Fingerprints(None).of(view(odd))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc1",
        msgspec.msgpack.encode([]),
        msgspec.msgpack.encode([{}, [], {"x.py": ["key", [], 1, "x"]}, [[], [], [], {}]]),
        msgspec.msgpack.encode([{}, [], {}, [[], [], [], {"x.py": [["p.md"], {1: 0}]}]]),
    ],
)
def test_what_no_run_can_have_kept_is_nothing(
    pages: Path, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes of another kind, of another shape, and numbers of nothing."""
    before = generate()
    (entry,) = Path("kept/files").glob("*/*")
    Store(Path("kept")).put("files", entry.name, data)
    shutil.rmtree("kept/runs")
    paths = remade(monkeypatch)
    after = generate()

    assert before == after
    assert "train_travel/client.py" in paths


def test_only_what_is_asked_of_views_counts() -> None:
    """Of all views of the kind, however deep; another attribute may say what it likes."""
    prints = Fingerprints(None)
    same, docs = (view("a"), view("b")), {"api": (view("a"), view("c"))}

    assert prints.of_looks({"api": same}, {"ChildView.name"}) == prints.of_looks(
        docs, {"ChildView.name"}
    )
    assert prints.of_looks({"api": same}, {"ChildView.doc"}) != prints.of_looks(
        docs, {"ChildView.doc"}
    )
    assert prints.of_looks({"api": same}, set()) != prints.of_looks({"api": same[:1]}, set())


def test_a_look_at_more_has_no_fingerprint() -> None:
    """Whoever compares two views sees all of both."""
    with pytest.raises(ValueError, match="all of it"):
        Fingerprints(None).of_looks({"api": view("a")}, {"ChildView.name", EVERYTHING})
