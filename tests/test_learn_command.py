"""The command ``learn``: what it writes and prints, and what it never does."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.traffic import HOST, PET, entry, har, write_api, write_har

Learn = Callable[..., Result]

GET_PET = f"GET {HOST}/v1/pets/7"
PET_FILE = "specs/examples/operation-getpet.200.json"


@pytest.fixture
def learn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learn:
    """Runs ``learn specs …`` in a folder that holds the pages and an archive of entries."""
    monkeypatch.chdir(tmp_path)
    write_api(tmp_path / "specs")

    def run(*entries: object, options: str = "", files: str = "a.har") -> Result:
        write_har(tmp_path / "a.har", *entries)
        return CliRunner().invoke(main, ["learn", "specs", *files.split(), *options.split()])

    return run


def pet(code: int = 200, /, **other: object) -> dict[str, Any]:
    """An answer to the request of one pet."""
    method, url = GET_PET.split()
    return entry(method, url, code, PET | other)


def findings(result: Result) -> list[str]:
    """The lines of findings, without their hints."""
    return [one for one in result.stderr.splitlines() if "[drift-" in one]


def written() -> dict[str, Any]:
    """The files beside the pages with what they hold."""
    return {
        one.name: json.loads(one.read_text(encoding="utf-8"))
        for one in sorted(Path("specs/examples").glob("*"))
    }


def test_an_answer_becomes_an_example(learn: Learn) -> None:
    """Its keys in their order, two spaces deep, a line end at the end, and nobody's values."""
    result = learn(pet())

    assert (0, "no drift\n") == (result.exit_code, result.stderr)
    assert (
        f"wrote {PET_FILE}: 1 answer added, 1 in all\n1 answer compared with the pages\n"
    ) == result.stdout
    assert """[
  {
    "id": "00000000-0000-0000-0000-000000000000",
    "status": "sold",
    "weight": 1.5,
    "owner": {
      "email": "person@example.com"
    },
    "friends": [
      "text"
    ]
  }
]
""" == Path(PET_FILE).read_text()


def test_learning_again_changes_nothing(learn: Learn) -> None:
    """Not even the time of the file."""
    learn(pet(), pet(weight=None))
    before = os.stat(PET_FILE)
    result = learn(pet(weight=None), pet())
    after = os.stat(PET_FILE)

    assert "2 answers compared with the pages\n" == result.stdout
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


@pytest.mark.parametrize("kept", ['[{"mine": "kept"}]', '{"mine": "kept"}'])
def test_answers_that_are_there_stay(learn: Learn, kept: str) -> None:
    """In front, and to the letter; one that stands alone becomes the first of a list."""
    Path("specs/examples").mkdir()
    Path(PET_FILE).write_text(kept)
    learn(pet())

    first, second = written()["operation-getpet.200.json"]
    assert {"mine": "kept"} == first
    assert list(PET) == list(second)


def test_an_answer_that_is_a_list_is_one_of_a_list(learn: Learn) -> None:
    """The page says that it answers an array."""
    learn(entry("GET", f"{HOST}/v1/pets", body=[PET]), entry("GET", f"{HOST}/v1/pets", body=[]))

    (answers,) = written().values()
    assert [[list, dict]] == [[type(answers[0]), type(answers[0][0])]]


def test_a_range_of_statuses_has_one_file(learn: Learn) -> None:
    """It is named as the page prints the status."""
    learn(*(entry(*GET_PET.split(), status, {"code": status}) for status in (404, 410)))

    assert {"operation-getpet.4XX.json": [{"code": 1}]} == written()


@pytest.mark.parametrize(
    ("answers", "lines"),
    [
        ([pet(status="stolen")], [
            "operation-getpet.md:22:1: note[drift-value]: `200 status` has a value that the page"
            " does not list in 1 of 1 answer"]),
        ([pet(), pet(weight="heavy"), pet(weight=None)], [
            "operation-getpet.md:24:1: warning[drift-type]: `200 weight` is a string in 1 of 3"
            " answers; the page says number | null"]),
        ([pet(friends=["Rex", None])], [
            "operation-getpet.md:28:1: warning[drift-type]: `200 friends[]` is null in 1 of 1"
            " answer; the page says array[string]"]),
        ([pet(id=None)], [
            "operation-getpet.md:20:1: warning[drift-type]: `200 id` is null in 1 of 1 answer;"
            " the page says string(uuid)"]),
        ([pet(id="no-uuid")], [
            "operation-getpet.md:20:1: note[drift-type]: `200 id` is text of another format in 1"
            " of 1 answer; the page says string(uuid)"]),
        ([pet(chip_number=12), pet()], [
            "operation-getpet.md:19:1: warning[drift-undocumented]: `200 chip_number` (integer) is"
            " in 1 of 2 answers; the page does not list it"]),
        ([pet(**{"ada@shop.test": 12})], [
            "operation-getpet.md:19:1: warning[drift-undocumented]: `200 …` (integer) is in 1 of 1"
            " answer; the page does not list it"]),
        ([entry(*GET_PET.split(), 200, {k: v for k, v in PET.items() if k != "owner"})], [
            "operation-getpet.md:26:1: note[drift-missing]: `200 owner` is missing in 1 of 1"
            " answer"]),
        ([entry(*GET_PET.split(), 200, [PET])], [
            "operation-getpet.md:19:1: warning[drift-type]: `200 body` is an array in 1 of 1"
            " answer; the page says object"]),
        ([pet(202), pet(202)], [
            "operation-getpet.md:3:1: warning[drift-status]: answers with 202, 2 times, which the"
            " page does not describe; it describes 200, 4XX, 204"]),
        ([entry(*GET_PET.split(), 503)], [
            "operation-getpet.md:3:1: note[drift-status]: answers with 503, once, which the page"
            " does not describe; it describes 200, 4XX, 204"]),
        ([entry(*GET_PET.split(), 204, {"a": 1})], [
            "operation-getpet.md:38:1: warning[drift-undocumented]: `204` has JSON in 1 answer; the"
            " page describes no JSON body"]),
        ([entry("DELETE", f"{HOST}/v1/pets/ada", 204), entry("PUT", f"{HOST}/v1/pets", 405)], [
            "operation-addpet.md:1:1: note[drift-operation]: DELETE /base/v1/pets/{…} is answered"
            " and no page describes it: once, first entry 1 of a.har"]),
        ([entry("GET", f"{HOST}/v1/pets?limit=1&tags=a&sort=name", 200, []),
          entry("GET", f"{HOST}/v1/pets?x=1", 400)], [
            "operation-listpets.md:3:1: warning[drift-status]: answers with 400, once, which the"
            " page does not describe; it describes 200",
            "operation-listpets.md:3:1: warning[drift-undocumented]: `sort` is sent in the query"
            " of 1 of 1 accepted request; the page does not list it"]),
        ([entry("POST", f"{HOST}/v1/pets", 201, {"id": "x"}, postData={
            "mimeType": "application/json", "text": '{"name": 1, "colour": 2}'})], [
            "operation-addpet.md:3:1: warning[drift-undocumented]: `colour` is sent in the body of"
            " 1 of 1 accepted request; the page does not list it"]),
    ],
)  # fmt: skip
def test_drift_is_told_on_the_line_of_the_page(
    learn: Learn, answers: list[object], lines: list[str]
) -> None:
    """With what is there, how often, and what the page says."""
    assert [f"specs/{one}" for one in lines] == findings(learn(*answers))


def test_warnings_come_before_notes(learn: Learn) -> None:
    """Only so many findings are printed as text."""
    lines = findings(learn(pet(weight="x"), pet(status="stolen")))

    assert ["warning[drift-type]:", "note[drift-value]:"] == [one.split()[1] for one in lines]


def test_examples_do_not_hide_drift(learn: Learn) -> None:
    """What was learned is not what the page says."""
    first = findings(learn(pet(chip_number=12)))

    assert first == findings(learn(pet(chip_number=12)))
    assert 1 == len(first)


def test_what_teaches_nothing_is_counted(learn: Learn) -> None:
    """Other hosts, redirects, preflights and answers that are no JSON are no errors."""
    html = entry(*GET_PET.split(), 200, "x")
    html["response"]["content"]["mimeType"] = "text/html"
    result = learn(
        7,
        entry("GET", "https://other.test/", body={}),
        entry("OPTIONS", f"{HOST}/v1/pets", 204),
        entry(*GET_PET.split(), 304),
        entry(*GET_PET.split(), 0),
        entry(*GET_PET.split(), 200),
        html,
    )

    assert """0 answers compared with the pages
  left aside: answers that are not JSON: 1
  left aside: answers without a body: 1
  left aside: entries that are no exchange: 1
  left aside: preflights: 1
  left aside: redirects and answers not modified: 1
  left aside: requests to other hosts: 1
  left aside: requests without an answer: 1
  if it was recorded elsewhere, say where: --base-url URL
""" == result.stdout
    assert (0, "no drift\n") == (result.exit_code, result.stderr)


def test_a_staging_host_is_the_api_where_it_is_named(learn: Learn) -> None:
    """Its address stands in the place of the documented server's."""
    recorded = entry("GET", "http://localhost:8080/v1/pets/7", body=PET)
    result = learn(recorded, options="--base-url http://localhost:8080/")

    assert "1 answer compared with the pages" in result.stdout
    assert ["operation-getpet.200.json"] == list(written())


def test_an_operation_that_is_skipped_is_not_learned(learn: Learn) -> None:
    """Its page is there, so its requests are not said to lack one."""
    Path("specs/api.toml").write_text("[operations.getpet]\nskip = true\n")
    result = learn(pet())

    assert "requests of pages that api.toml skips: 1" in result.stdout
    assert not Path("specs/examples").exists()


def test_one_answer_may_stand_in_a_file(learn: Learn) -> None:
    """Named for its page, or with options."""
    Path("getpet.200.json").write_text(json.dumps(PET))
    named = learn(files="getpet.200.json")
    Path("x.json").write_text(json.dumps(PET | {"weight": None}))
    told = learn(files="x.json", options="--page operation-getpet.md --status 200")

    assert (0, 0) == (named.exit_code, told.exit_code)
    assert [1.5, None] == [one["weight"] for one in written()["operation-getpet.200.json"]]


def test_an_unknown_page_is_an_error(learn: Learn) -> None:
    """The nearest one is named, and nothing is written."""
    Path("getpat.200.json").write_text(json.dumps(PET))
    result = learn(pet(), files="a.har getpat.200.json")

    assert 1 == result.exit_code
    assert "error[traffic-page]: there is no page `getpat`" in result.stderr
    assert "getpet" in result.stderr
    assert not Path("specs/examples").exists()


def test_nothing_is_written_where_an_input_is_broken(learn: Learn) -> None:
    """Though the other archive is whole."""
    Path("b.har").write_text('{"log":\n {"entries": [}}')
    result = learn(pet(), files="a.har b.har")

    assert 1 == result.exit_code
    assert "b.har:2:15: error[traffic-syntax]: is not JSON" in result.stderr
    assert not Path("specs/examples").exists()


def test_a_broken_example_stops_the_run(learn: Learn) -> None:
    """It is somebody's file, and is not replaced."""
    Path("specs/examples").mkdir()
    Path(PET_FILE).write_text("[\n  {]")
    result = learn(pet())

    assert 1 == result.exit_code
    assert f"{PET_FILE}:2:4: error[example-syntax]" in result.stderr
    assert "[\n  {]" == Path(PET_FILE).read_text()


@pytest.mark.parametrize(
    ("where", "code"), [("specs/examples", "output"), (PET_FILE, "link-outside")]
)
def test_no_link_is_written_through(learn: Learn, where: str, code: str) -> None:
    """Behind it may be anything."""
    outside = Path("outside")
    outside.mkdir()
    Path(where).parent.mkdir(exist_ok=True)
    target = outside if where.endswith("examples") else outside / "x.json"
    Path(where).symlink_to(target.absolute())
    result = learn(pet())

    assert result.exit_code in {1, 3}
    assert f"error[{code}]" in result.stderr
    assert [] == list(outside.iterdir())


def test_a_dry_run_writes_nothing(learn: Learn) -> None:
    """It says what would be written."""
    result = learn(pet(), options="--dry-run")

    assert f"would write {PET_FILE}: 1 answer added, 1 in all\n" in result.stdout
    assert not Path("specs/examples").exists()


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_drift_fails_a_run_where_it_is_asked_to(learn: Learn, fail_on: str, code: int) -> None:
    """As findings of lint do."""
    assert code == learn(pet(chip=1), options=f"--fail-on {fail_on}").exit_code


def test_json_is_one_object(learn: Learn) -> None:
    """Findings, files and counts for programs."""
    value = json.loads(learn(pet(chip=1), 7, options="--format json").stdout)
    path = "examples/operation-getpet.200.json"

    assert ["diagnostics", "written", "files", "counts"] == list(value)
    assert [{"path": path, "added": 1, "answers": 1}] == value["files"]
    assert {"learned": 1, "aside": {"malformed": 1}} == value["counts"]
    assert ["drift-undocumented"] == [one["code"] for one in value["diagnostics"]]


def test_annotations_are_for_github(learn: Learn) -> None:
    """Each finding on its line, and one notice of the counts."""
    first, second = learn(pet(chip=1), options="--format github").stdout.splitlines()

    assert first.startswith("::warning file=specs/operation-getpet.md,line=19,col=1,")
    assert "::notice title=learn::1 answer compared with the pages" == second


@pytest.mark.parametrize(
    "options",
    ["--page x", "--status 200", "--page x --status 20", "--base-url /v1", "--format html"],
)
def test_options_that_cannot_be_meant_are_wrong_usage(learn: Learn, options: str) -> None:
    """Before anything is read."""
    assert 2 == learn(pet(), options=options).exit_code


def test_pages_without_a_host_need_to_be_told_one(learn: Learn) -> None:
    """Traffic belongs to an API by its address."""
    for page in Path("specs").glob("*.md"):
        page.write_text(page.read_text().replace(f"- {HOST}: {HOST} ()\n", ""))
    result = learn(pet())

    assert 2 == result.exit_code
    assert "--base-url" in result.stderr
    assert 0 == learn(pet(), options=f"--base-url {HOST}").exit_code


SECRETS = (
    "canaryqqname",
    "canaryqqpass",
    "canary.qq@shop.test",
    "eyJhbGciOiJIUzI1NiJ9.Y2FuYXJ5cXE.c2ln",
    "sk_live_canaryqq4242424242",
    "WScafe0123456789abcdef0123456789ab",
    "+442079460991",
    "4000056655665556",
    "10.99.98.97",
    "https://canaryqq:pw@shop.test/x?token=canaryqq",
    "Canary Qq",
    "5b3e1f0a-91c2-4c55-8f6e-0b8f6a1c2d3e",
)
KEYS = SECRETS[2:]
"""Secrets that are seen to be no name of a field where they are keys."""


def full_of(secret: str, *, keyed: bool) -> dict[str, Any]:
    """An entry with a secret wherever one may stand."""
    made = deepcopy(pet())
    sent = quote(secret, safe="@+ .")
    pairs = [{"name": "X-Secret", "value": secret}, {"name": "Cookie", "value": f"s={secret}"}]
    body: dict[str, Any] = PET | {
        "id": secret,
        "status": secret,
        "password": secret,
        "api_key": secret,
        "notes": [f"call {secret} now", {"deep": [[secret]]}],
        "owner": {"name": secret, "users": {secret: {"since": secret}}},
    }
    if keyed:
        body |= {secret: {secret: [secret]}, "seen": {secret: 1}}
    made["request"] |= {
        "url": f"{HOST}/v1/pets/{sent}?token={sent}",
        "headers": pairs,
        "cookies": pairs,
        "queryString": [{"name": secret if keyed else "q", "value": secret}],
        "postData": {"mimeType": "application/json", "text": json.dumps({"a": secret})},
    }
    text = base64.b64encode(json.dumps(body).encode()).decode()
    content = {"mimeType": "application/json", "encoding": "base64", "text": text}
    made["response"] |= {"headers": pairs, "cookies": pairs, "content": content}
    made["_note"] = secret
    return made


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_no_secret_is_written_or_printed(learn: Learn, secret: str, style: str) -> None:
    """Wherever it stood: address, headers, cookies, query, bodies, keys; found or not found."""
    made = full_of(secret, keyed=secret in KEYS)
    lost, odd, broken = deepcopy(made), deepcopy(made), deepcopy(made)
    lost["request"]["url"] = f"{HOST}/{secret}/{secret}?{secret}={secret}"
    odd["response"]["status"] = 418
    broken["response"]["content"] = {"mimeType": "application/json", "text": f'{{"{secret}'}
    result = learn(made, lost, odd, broken, {"request": secret}, options=f"--format {style}")
    Path("b.har").write_text(f'{{"log": {secret}}}')
    failed = learn(made, files="b.har", options=f"--format {style}")
    files = "".join(one.read_text() for one in Path("specs/examples").iterdir())

    assert (0, 1) == (result.exit_code, failed.exit_code)
    assert "drift-" in result.output
    for text in (files, result.output, failed.output):
        assert secret not in text
        assert "canary" not in text.lower()


def test_an_archive_of_many_entries_is_learned_in_order(learn: Learn) -> None:
    """The same traffic in another order gives the same file."""
    entries = [pet(weight=one) for one in (1, None, 2.5, 3)]
    learn(*entries)
    first = Path(PET_FILE).read_bytes()
    Path(PET_FILE).unlink()
    learn(*reversed(entries))

    assert first == Path(PET_FILE).read_bytes()
    assert 4 == len(har(*entries)["log"]["entries"])
