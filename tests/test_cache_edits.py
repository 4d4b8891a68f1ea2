"""After any row of edits, a run with a cache writes the bytes of a run without."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from generation import call, tree

ROOT = Path(__file__).parent.parent
TRAINS = ROOT / "specs" / "train-travel"
EDITS = 200


Edit = Callable[[random.Random], None]

PAGES, PACKS, CONFIG = Path("trains"), Path("packs/ours"), Path("trains/api.toml")


def _pages() -> list[Path]:
    return sorted(PAGES.glob("operation-*.md"))


def word_a_page(chance: random.Random) -> None:
    """Other words, or one more line, or one less, somewhere on a page."""
    page = chance.choice([*_pages(), PAGES / "index.md"])
    lines = page.read_text("utf-8").split("\n")
    at = chance.randrange(2, len(lines))
    match chance.randrange(4):
        case 0:
            lines[at] += f" Said {chance.randrange(1000)} times."
        case 1:
            lines.insert(
                at, f"- **Extra{chance.randrange(9)}** (string | null)\n  One of `a`, `b`."
            )
        case 2:
            del lines[at]
        case _:
            lines.insert(at, "")
    page.write_text("\n".join(lines) if chance.random() < 0.95 else "", "utf-8")


def type_a_field(chance: random.Random) -> None:
    """Another type of a field, known or not."""
    page = chance.choice(_pages())
    kinds = ["(string)", "(integer)", "(boolean)", "(array[string])", "(object)", "(thing)"]
    text = page.read_text("utf-8")
    old = re.findall(r"\([a-z][^)\n]*\)", text)
    if old:
        page.write_text(text.replace(chance.choice(old), chance.choice(kinds), 1), "utf-8")


def add_a_page(chance: random.Random) -> None:
    """A page like another one, at a path of its own or at the same."""
    page = chance.choice(_pages())
    number = chance.randrange(1000)
    text = page.read_text("utf-8")
    if chance.random() < 0.9:
        text = re.sub(r"\*\*([A-Z]+) /(\w+)", rf"**\1 /more{number}", text, count=1)
    (PAGES / f"operation-more-{number}.md").write_text(text, "utf-8")


def remove_a_page(chance: random.Random) -> None:
    """One page less, but never the last."""
    if len(_pages()) > 3:
        chance.choice(_pages()).unlink()


def rename_a_page(chance: random.Random) -> None:
    """The same words in a file of another name."""
    page = chance.choice(_pages())
    page.rename(page.with_name(f"operation-renamed-{chance.randrange(1000)}.md"))


def edit_a_template(chance: random.Random) -> None:
    """A line more in one of our own templates, or a template that comes or goes."""
    match chance.randrange(4):
        case 0:
            page = PACKS / "README.md.j2"
            word = "nothing" if chance.random() < 0.1 else "title"
            line = f"# {{{{ api.{word}|markdown }}}} {chance.randrange(1000)}\n"
            page.write_text("{# receives api: ApiView #}\n" + line, "utf-8")
        case 1:
            place = PACKS / f"{{package}}/extra_{chance.randrange(3)}.py"
            place.parent.mkdir(exist_ok=True)
            place.write_text(f"X={chance.randrange(1000)}\n", "utf-8")
        case 2:
            place = PACKS / "{package}/each_{model}.py.j2"
            place.parent.mkdir(exist_ok=True)
            said = "# {{ model.module }}\n" * chance.randrange(3)
            place.write_text("{# receives model: ModuleView #}\nY=[1,\n2]\n" + said, "utf-8")
        case _:
            ours = sorted(one for one in PACKS.rglob("*.*") if one.name != "pack.toml")
            if ours:
                chance.choice(ours).unlink()


def edit_the_config(chance: random.Random) -> None:
    """A statement more in ``api.toml``, some of them wrong; or the file as it was."""
    text = (TRAINS / "api.toml").read_text("utf-8")
    number = chance.randrange(1000)
    more = (
        "",
        f'[models.Trip]\nname = "Journey{number}"\n',
        f"[fields.limit]\ndefault = {number}\n",
        '[fields.origin]\ntype = "string | null"\n',
        f'[fields.nothing{number}]\ntype = "string"\n',
        '[fields.origin]\ntyp = "string"\n',
    )
    CONFIG.write_text(text + chance.choice(more), "utf-8")


def edit_the_examples(chance: random.Random) -> None:
    """A sample answer that comes, changes or goes."""
    place = PAGES / "examples" / "get-trips.200.json"
    if place.is_file() and chance.random() < 0.4:
        place.unlink()
    else:
        place.write_text(f'{{"data": [{{"id": "x", "k{chance.randrange(5)}": 1}}]}}\n', "utf-8")


KINDS: tuple[Edit, ...] = (
    word_a_page,
    word_a_page,
    type_a_field,
    add_a_page,
    remove_a_page,
    rename_a_page,
    edit_a_template,
    edit_the_config,
    edit_the_examples,
)


def outcome(out: str, *more: str) -> tuple[object, ...]:
    """How ``generate`` leaves, all that it says but for the seconds, and all that lies there."""
    arguments = ("generate", PAGES, "--templates", "packs", "--pack", "ours", "--out", out)
    done = call(*arguments, *more)
    said = re.sub(r"in \d+\.\d s", "in … s", done.output).replace(f"{out}/", "")
    return done.exit_code, said, tree(Path(out))


def restart() -> None:
    """The pages as they are in ``specs``, and a pack that adds nothing."""
    for folder in (PAGES, Path("packs")):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TRAINS, PAGES)
    PACKS.mkdir(parents=True)
    (PACKS / "pack.toml").write_text('name = "ours"\nextends = "python"\n', "utf-8")


def check_edits(seed: int, edits: int) -> set[int]:
    """Raise where cold and warm differ; the exit codes seen."""
    chance = random.Random(seed)
    codes: set[int] = set()
    restart()
    for number in range(edits):
        edit = chance.choice(KINDS)
        edit(chance)
        cold, warm = outcome("cold", "--no-cache"), outcome("warm")
        if number % 3 == 0:
            assert warm[0] == outcome("warm")[0]

        assert cold == warm, f"seed {seed}, edit {number}: {edit.__name__}"

        assert isinstance(cold[0], int)
        codes.add(cold[0])
        if cold[0] != 0 and chance.random() < 0.7:
            restart()
    assert len(tree(Path("warm"))) > 40
    return codes


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder to work in, with a cache of its own."""
    monkeypatch.delenv("DOCS2SDK_NO_CACHE", raising=False)
    monkeypatch.setenv("DOCS2SDK_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("cached")
def test_a_few_edits_come_out_the_same_with_and_without_a_cache() -> None:
    """Bytes, words and exit codes: the quick form of the proof below."""
    assert check_edits(seed=1, edits=4) <= {0, 1, 2}


@pytest.mark.slow
@pytest.mark.usefixtures("cached")
def test_two_hundred_edits_come_out_the_same_with_and_without_a_cache() -> None:
    """Pages, templates, ``api.toml`` and examples edited, added, renamed and removed, at random."""
    assert {0, 1, 2} == check_edits(seed=6, edits=EDITS)
