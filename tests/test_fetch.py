"""``docs2sdk fetch`` against a documentation on the loopback: what is written, kept and told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.diagnostics import Diagnostics
from generator.fetch.mirror import Request as Wish
from generator.fetch.mirror import fetch
from tests.docs_site import Request, Site, serving, tagged

AIR = Path("specs/air")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A documentation of two pages; the working folder is empty."""
    monkeypatch.chdir(tmp_path)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving() as served:
        served.page("a")
        served.page("b")
        yield served


def call(site: Site, *arguments: str) -> Result:
    """The command for the site's root."""
    return CliRunner().invoke(main, ["fetch", site.root, "--allow-http", *arguments])


def names(folder: Path = AIR) -> list[str]:
    """The files of a folder, hidden ones too."""
    return sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []


def page(name: str) -> Path:
    return AIR / f"operation-{name}.md"


def contents() -> dict[str, tuple[bytes, int]]:
    """Every file below the working folder with its text and time."""
    found = (one for one in Path().rglob("*") if one.is_file())
    return {one.as_posix(): (one.read_bytes(), one.stat().st_mtime_ns) for one in found}


def test_every_page_that_a_root_lists_is_written(site: Site) -> None:
    """With the root itself as index.md, in a folder named by the address."""
    done = call(site)

    assert (0, "") == (done.exit_code, done.stderr)
    assert "specs/air: 3 files: 3 new, 0 changed, 0 kept, 0 removed\n" == done.stdout
    assert [".docs2sdk-fetch.json", "index.md", "operation-a.md", "operation-b.md"] == names()
    assert site.root_text() == (AIR / "index.md").read_bytes()
    assert "# A\n" == page("a").read_text().splitlines(keepends=True)[0]


def test_what_was_fetched_can_be_generated_from(site: Site) -> None:
    """The folder is one of pages as any other."""
    call(site)
    done = CliRunner().invoke(main, ["generate", "specs/air"])

    assert (0, "") == (done.exit_code, done.stderr)
    assert "generated/python/air: 2 operations" in done.stdout


def test_a_second_fetch_asks_for_changes_alone_and_touches_nothing(site: Site) -> None:
    """The server answers 304, and no file is written, the state neither."""
    call(site)
    before = contents()
    done = call(site)

    assert (0, "") == (done.exit_code, done.stderr)
    assert "specs/air: 3 files: 0 new, 0 changed, 3 kept, 0 removed\n" == done.stdout
    assert before == contents()
    assert {
        "/doc/air.md",
        "/doc/air/operation/operation-a.md",
        "/doc/air/operation/operation-b.md",
    } == set(site.conditions)


def test_pages_are_told_by_their_date_where_there_is_no_tag(site: Site) -> None:
    """Last-Modified is sent back as it came."""
    date = "Sat, 01 Aug 2026 10:00:00 GMT"
    sent: list[str | None] = []

    def answer(request: Request) -> None:
        sent.append(request.headers["If-Modified-Since"])
        request.send(b"# A", Last_Modified=date, status=304 if sent[-1] else 200)

    site.at("a", answer)
    call(site)
    done = call(site)

    assert (0, [None, date]) == (done.exit_code, sent)


def test_a_server_without_either_keeps_files_all_the_same(site: Site) -> None:
    """The same text is not written again."""
    site.at("a", lambda request: request.send(b"# A"))
    call(site)
    before = contents()
    done = call(site)

    assert "0 changed, 3 kept" in done.stdout
    assert before == contents()


def test_changed_pages_are_named(site: Site) -> None:
    """New and changed ones, with what was before gone."""
    call(site)
    site.page("b", "# Other")
    site.page("c")
    done = call(site)

    assert (
        "  ~ index.md\n  ~ operation-b.md\n  + operation-c.md\n"
        "specs/air: 4 files: 1 new, 2 changed, 1 kept, 0 removed\n"
    ) == done.stdout
    assert "# Other" == page("b").read_text()


def test_a_vanished_page_is_named_and_kept(site: Site) -> None:
    """Each time, until somebody decides; it is no error."""
    call(site)
    site.listed.pop()
    first, second = call(site), call(site)

    assert (0, 0) == (first.exit_code, second.exit_code)
    assert second.stderr == first.stderr
    assert "specs/air/operation-b.md:1:1: warning[page-vanished]: " in first.stderr
    assert page("b").is_file()


def test_prune_removes_what_vanished(site: Site) -> None:
    """And nothing that was not fetched."""
    call(site)
    (AIR / "operation-own.md").write_text("# Own")
    (AIR / "api.toml").write_text("")
    site.listed.pop()
    done = call(site, "--prune")
    again = call(site)

    assert (0, "") == (done.exit_code, done.stderr)
    assert "  - operation-b.md\n  ~ index.md\n" in done.stdout
    assert [
        ".docs2sdk-fetch.json",
        "api.toml",
        "index.md",
        "operation-a.md",
        "operation-own.md",
    ] == names()
    assert "" == again.stderr


def test_prune_keeps_a_vanished_page_that_was_edited(site: Site) -> None:
    """Nobody's work goes without being asked for."""
    call(site)
    page("b").write_text("# Mine")
    site.listed.pop()
    kept = call(site, "--prune")
    text = page("b").read_text()
    gone = call(site, "--prune", "--force")

    assert (1, "# Mine") == (kept.exit_code, text)
    assert "error[edited-file]" in kept.stderr
    assert (0, False) == (gone.exit_code, page("b").exists())


def test_an_edited_page_stays_while_its_original_does(site: Site) -> None:
    """A warning says so each time."""
    call(site)
    page("a").write_text("# Mine")
    done = call(site)

    assert 0 == done.exit_code
    assert "specs/air/operation-a.md:1:1: warning[edited-page]: " in done.stderr
    assert "# Mine" == page("a").read_text()


def test_an_edited_page_whose_original_changed_stops_the_fetch(site: Site) -> None:
    """Both have something to say; nothing else is written either."""
    call(site)
    page("a").write_text("# Mine")
    site.page("a", "# Theirs")
    site.page("b", "# Other")
    before = contents()
    done = call(site)

    assert 1 == done.exit_code
    assert "specs/air/operation-a.md:1:1: error[edited-file]: " in done.stderr
    assert before == contents()


def test_force_replaces_edited_pages(site: Site) -> None:
    """Also those whose original has not changed since."""
    call(site)
    original = page("a").read_text()
    for name in ("a", "b"):
        page(name).write_text("# Mine")
    site.page("b", "# Theirs")
    done = call(site, "--force")

    assert 0 == done.exit_code
    assert (original, "# Theirs") == (page("a").read_text(), page("b").read_text())


def test_pages_that_were_there_before_are_adopted_or_stop_the_fetch(site: Site) -> None:
    """A folder somebody filled by hand is theirs."""
    AIR.mkdir(parents=True)
    page("a").write_text("# Mine")
    stopped = call(site)
    call(site, "other")
    page("a").write_bytes(Path("other/operation-a.md").read_bytes().replace(b"\n", b"\r\n"))
    adopted = call(site)

    assert 1 == stopped.exit_code
    assert "error[foreign-file]" in stopped.stderr
    assert (0, "") == (adopted.exit_code, adopted.stderr)
    assert "2 new, 0 changed, 1 kept" in adopted.stdout
    assert b"\r\n" in page("a").read_bytes()


def test_a_page_that_was_deleted_here_comes_again(site: Site) -> None:
    """It is asked for as a whole."""
    call(site)
    page("a").unlink()
    done = call(site)

    assert "  + operation-a.md\n" in done.stdout
    assert page("a").is_file()


def test_a_limit_takes_the_first_pages_and_calls_none_vanished(site: Site) -> None:
    """What lies behind the limit stays as it is."""
    first = call(site, "--limit", "1")
    few = names()
    call(site)
    again = call(site, "--limit", "1")

    assert "specs/air: 2 files: 2 new" in first.stdout
    assert [".docs2sdk-fetch.json", "index.md", "operation-a.md"] == few
    assert (0, "") == (again.exit_code, again.stderr)
    assert page("b").is_file()


def test_a_dry_run_writes_nothing(site: Site) -> None:
    """It says what would be done."""
    done = call(site, "--dry-run")

    assert 0 == done.exit_code
    assert done.stdout.endswith("3 new, 0 changed, 0 kept, 0 removed; nothing was written\n")
    assert {} == contents()


def test_a_page_that_fails_leaves_everything_as_it_was(site: Site) -> None:
    """The whole download comes before the first file."""
    call(site)
    site.page("a", "# Changed")
    del site.answers["/doc/air/operation/operation-b.md"]
    before = contents()
    done = call(site)

    assert 1 == done.exit_code
    assert f"{site.url}/doc/air/operation/operation-b.md:1:1: error[fetch-status]: " in done.stderr
    assert "was answered 404 Not Found" in done.stderr
    assert done.stderr.endswith("1 error; nothing was written\n")
    assert before == contents()


def test_keep_going_writes_the_others(site: Site) -> None:
    """The exit code still says that something failed."""
    call(site)
    old = page("b").read_text()
    site.page("a", "# Changed")
    del site.answers["/doc/air/operation/operation-b.md"]
    done = call(site, "--keep-going")

    assert 1 == done.exit_code
    assert "1 failed" in done.stdout
    assert ("# Changed", old) == (page("a").read_text(), page("b").read_text())


def test_the_state_is_the_same_for_the_same_pages(site: Site) -> None:
    """Sorted, without dates of ours: it is committed beside the pages."""
    call(site, "one")
    site.listed.reverse()
    site.answers["/doc/air.md"] = lambda request: request.send(site.root_text())
    call(site, "two")
    one, two = (json.loads(Path(f"{x}/.docs2sdk-fetch.json").read_bytes()) for x in ("one", "two"))
    del one["files"]["index.md"], two["files"]["index.md"]

    assert one == two
    assert ["operation-a.md", "operation-b.md"] == list(one["files"])
    assert ["etag", "last_modified", "sha256", "url"] == list(one["files"]["operation-a.md"])


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"root": 1, "files": {}}', "x" * 99, "[" * 9999])
def test_a_damaged_state_is_a_warning_and_costs_a_download(site: Site, text: str) -> None:
    """The pages are there and the same, so they are taken for fetched ones."""
    call(site)
    (AIR / ".docs2sdk-fetch.json").write_text(text)
    damaged, again = call(site), call(site)

    assert 0 == damaged.exit_code
    assert "warning[fetch-state]" in damaged.stderr
    assert "3 kept" in damaged.stdout
    assert "" == again.stderr


def test_names_in_a_state_never_lead_out_of_the_folder(site: Site) -> None:
    """Whoever wrote it: a file elsewhere is neither read nor removed."""
    call(site)
    state = AIR / ".docs2sdk-fetch.json"
    value = json.loads(state.read_text())
    entry = value["files"]["operation-a.md"]
    names_outside = ["../../victim.md", "/etc/hostname", "operation-../x.md", "api.toml"]
    value["files"] |= dict.fromkeys(names_outside, entry)
    state.write_text(json.dumps(value))
    Path("victim.md").write_bytes(page("a").read_bytes())
    (AIR / "api.toml").write_bytes(page("a").read_bytes())
    done = call(site, "--prune")

    assert (0, "") == (done.exit_code, done.stderr)
    assert Path("victim.md").is_file()
    assert (AIR / "api.toml").is_file()


@pytest.mark.parametrize(
    ("path", "title", "folder"),
    [
        ("/doc/air.md", "Other", "air"),
        ("/source.md", "My Air API", "my-air-api"),
        ("/doc/elastic/v9.md", "Élan & Co.", "elan-co"),
        ("/doc/air/llms.txt", "Air", "air"),
        ("/x/index.md", "../../../etc", "etc"),
        ("/source.md", "CON", "con-api"),
        ("/source.md", "航空", "127-0-0-1"),
        ("/Air%2F..%2FX.md", "Air", "air"),
        ("/doc/Air_API.md", "Air", "air_api"),
    ],
)
def test_the_folder_is_called_by_the_address_or_the_title(
    site: Site, path: str, title: str, folder: str
) -> None:
    """A version or "index" says nothing; what is not a plain name becomes words."""
    site.answers[path] = lambda request: request.send(site.root_text(title))
    url = f"{site.url}{path}"
    done = CliRunner().invoke(main, ["fetch", url, "--allow-http"])

    assert (0, "") == (done.exit_code, done.stderr)
    assert done.stdout.startswith(f"specs/{folder}: 3 files")
    assert [folder] == names(Path("specs"))


def test_a_folder_of_another_documentation_is_not_taken_unless_named(site: Site) -> None:
    """Two documentations may be called alike."""
    call(site)
    site.answers["/other/air.md"] = lambda request: request.send(site.root_text())
    arguments = ["fetch", f"{site.url}/other/air.md", "--allow-http"]
    stopped = CliRunner().invoke(main, arguments)
    named = CliRunner().invoke(main, [*arguments, "specs/air"])

    assert (2, 0) == (stopped.exit_code, named.exit_code)
    assert f"specs/air:1:1: error[fetch-address]: holds the pages of {site.root}" in stopped.stderr


def test_an_llms_txt_is_a_root_by_its_own_name(site: Site) -> None:
    """It is kept as llms.txt, which is where generate looks for it."""
    site.answers["/llms.txt"] = lambda request: request.send(site.root_text(), kind="text/plain")
    done = CliRunner().invoke(main, ["fetch", f"{site.url}/llms.txt", "--allow-http", "air"])

    assert 0 == done.exit_code
    assert [".docs2sdk-fetch.json", "llms.txt", "operation-a.md", "operation-b.md"] == names(
        Path("air")
    )


def test_a_list_of_somebodys_own_gives_its_pages_and_is_not_kept(site: Site) -> None:
    """It is no root that generate could read; links may be relative, with or without .md."""
    text = "# Air\n\n> For machines.\n\n## Docs\n\n- [A](air/operation/operation-a): one\n"
    site.answers["/doc/llms.txt"] = lambda request: request.send(text.encode(), kind="text/plain")
    done = CliRunner().invoke(main, ["fetch", f"{site.url}/doc/llms.txt", "--allow-http", "air"])

    assert 0 == done.exit_code, done.stderr
    assert [".docs2sdk-fetch.json", "operation-a.md"] == names(Path("air"))


def test_groups_without_pages_are_asked_for_theirs(site: Site) -> None:
    """Older roots list groups alone."""
    group = f"{site.url}/doc/air/group/endpoint-air"
    text = f"# Air\n\n## Description\nFlies.\n\n## Servers\n\n## Endpoints\n- [Air]({group})\n"
    links = "- [A](../operation/operation-a.md)\n- [B](../operation/operation-b.md)\n"
    site.answers["/doc/air.md"] = lambda request: request.send(text.encode())
    site.answers["/doc/air/group/endpoint-air.md"] = lambda request: request.send(
        f"# Air\n\n{links}".encode()
    )
    done = call(site)

    assert (0, "") == (done.exit_code, done.stderr)
    assert [".docs2sdk-fetch.json", "index.md", "operation-a.md", "operation-b.md"] == names()


def test_a_group_that_fails_lets_no_page_count_as_vanished(site: Site) -> None:
    """Its pages are unknown, not gone."""
    call(site)
    group = f"{site.url}/doc/air/group/endpoint-air.md"
    lists = f"- [A]({site.listed[0]})\n### [Air]({group})\n"
    text = f"# Air\n\n## Description\nFlies.\n\n## Servers\n\n## Endpoints\n{lists}"
    site.answers["/doc/air.md"] = lambda request: request.send(text.encode())
    done = call(site, "--prune", "--keep-going")

    assert 1 == done.exit_code
    assert "error[fetch-status]" in done.stderr
    assert page("b").is_file()


def test_a_hub_of_apis_names_one_to_fetch(site: Site) -> None:
    """Its pages are those of several APIs."""
    text = f"# Hub\n\n## Description\nAll.\n\n## APIs\n- [Api: air]({site.root})\n"
    site.answers["/llms.txt"] = lambda request: request.send(text.encode())
    done = CliRunner().invoke(main, ["fetch", f"{site.url}/llms.txt", "--allow-http"])

    assert 1 == done.exit_code
    assert "lists 1 APIs, not the pages of one" in done.stderr
    assert f"docs2sdk fetch {site.root}" in done.stderr


def test_topics_and_authentication_are_not_fetched_and_not_missed(site: Site) -> None:
    """The root lists them, and no word of theirs reaches an SDK: the same bytes with and without."""
    more = (
        f"\n## Topics\n- [Start]({site.url}/doc/air/topic/topic-start.md)\n"
        f"### [Authentications]({site.url}/doc/air/authentication.md)\n"
    )
    site.answers["/doc/air.md"] = lambda request: request.send(site.root_text() + more.encode())
    done = call(site)
    asked = set(site.asked)
    assert 0 == CliRunner().invoke(main, ["generate", str(AIR), "--out", "without"]).exit_code
    (AIR / "topic-start.md").write_text("# Start\n\nSend the header `X-Key`.\n")
    (AIR / "authentication.md").write_text("# Authentications\n\n## Key (api_key)\n\nX-Key\n")
    assert 0 == CliRunner().invoke(main, ["generate", str(AIR), "--out", "with"]).exit_code

    assert (0, "") == (done.exit_code, done.stderr)
    assert [] == [one for one in asked if "topic" in one or "authentication" in one]
    assert generated("without") == generated("with")


def generated(out: str) -> dict[str, bytes]:
    """What is generated, but for the list of what it was made from."""
    files = (one for one in Path(out).rglob("*") if one.is_file())
    return {
        one.relative_to(out).as_posix(): one.read_bytes()
        for one in files
        if one.name != ".docs2sdk.json"
    }


def test_progress_is_told_page_by_page(site: Site) -> None:
    """For the bar: how many are done, of how many, under the folder's name."""
    told: list[tuple[str, int, int]] = []

    def track(label: str) -> Callable[[int, int], None]:
        return lambda done, total: told.append((label, done, total))

    wanted = Wish(url=site.root, specs=Path("specs"), allow_http=True, track=track)
    outcome = fetch(wanted, Diagnostics())

    assert outcome is not None
    assert [("specs/air", 1, 2), ("specs/air", 2, 2)] == told


def test_quiet_prints_errors_alone(site: Site) -> None:
    """Nothing at all where all is well."""
    call(site)
    site.listed.pop()
    done = call(site, "--quiet")

    assert (0, "", "") == (done.exit_code, done.stdout, done.stderr)


def test_at_most_four_pages_are_asked_for_at_once(site: Site) -> None:
    """And as many as that."""
    for number in range(20):
        site.page(f"n{number}")
    site.slow = 0.03
    done = call(site)

    assert (0, 4) == (done.exit_code, site.at_once)


@pytest.mark.parametrize("api", ["train_travel", "train_travel_2025", "twilio_taskrouter_v1_2025"])
def test_whole_documentations_arrive_as_they_are(site: Site, shared: Path, api: str) -> None:
    """Roots of both generations, every page byte for byte."""
    folder = shared / "corpus" / api
    root = (folder / "index.md").read_bytes().replace(b"https://docs.example.com", b"")
    site.answers["/doc/api.md"] = tagged(root)
    for file in folder.glob("operation-*.md"):
        site.answers[f"/doc/api/operation/{file.name}"] = tagged(file.read_bytes())
    url = f"{site.url}/doc/api.md"
    done = CliRunner().invoke(main, ["fetch", url, "--allow-http", api])
    expected = {one.name: one.read_bytes() for one in folder.glob("operation-*.md")}

    assert (0, "") == (done.exit_code, done.stderr)
    assert expected == {one.name: one.read_bytes() for one in Path(api).glob("operation-*.md")}
    assert root == (Path(api) / "index.md").read_bytes()
