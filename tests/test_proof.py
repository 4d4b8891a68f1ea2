"""No file is written that is not what its pack and its pages say."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest
from generation import ROOT, call, tree

from generator.diagnostics import Diagnostics
from generator.documents import load_documents
from generator.emit import render as rendering
from generator.emit.alignment import with_lines
from generator.emit.api_view import api_view
from generator.emit.files import RenderedFile
from generator.emit.format import format_files
from generator.emit.pack import Pack, PackError, load_pack
from generator.emit.plan import FilePlan, plan
from generator.emit.proof import Difference, ProofError, prove
from generator.emit.render import render
from generator.emit.views import ApiView
from generator.ir import Api
from generator.pipeline import read_api
from generator.value import replace

TASKS = "taskrouter/resources/tasks.py"
MODEL = "taskrouter/models/task.py"
CLIENT = "taskrouter/client.py"

SHAPES = {
    # what somebody got into a file, where, and how the run says so
    "an import": (MODEL, "import datetime as dt", "import os", "imports os"),
    "a call": (MODEL, 'member("pending")', 'print("pending")', "calls print"),
    "a call of a call": (MODEL, 'member("pending")', 'member("x")()', "calls member()"),
    "a decorator": (TASKS, "    @property", "    @exit", "calls exit"),
    "a call in an annotation": (MODEL, "age: int | None", "age: exit()", "calls exit"),
    "a node": (MODEL, "age: int | None", "age: [x for x in ()]", "holds ListComp"),
    "an f-string": (MODEL, 'member("pending")', 'member(f"pending")', "holds JoinedStr"),
    "a dunder": (MODEL, "age: int | None", "age: Model.__class__", "'__class__'"),
    "a look-alike": (MODEL, "    age:", "    \u0430ge:", "holds the name '\\u0430ge'"),
    "a comment": (MODEL, "\n\nclass", "\n\n# coding: utf-8\nclass", "holds a comment"),
    "a bidi control": (MODEL, "A task,", "A \u202etask,", "holds U+202E"),
    "a syntax error": (MODEL, "class Task(", "class Task((", "does not parse"),
    "a return outside": (MODEL, "\n\nclass", "\n\nreturn\nclass", "does not parse"),
    "an encoding": (CLIENT, '"""The two', '# coding: utf-7\n"""The two', "holds a comment"),
}

FACTS = {
    "a verb": (TASKS, '"POST /v1/Workspaces/{WorkspaceSid}/Tasks"', '"PUT /v1/Workspaces/{WorkspaceSid}/Tasks"', "Tasks.create sends"),
    "a path": (TASKS, '"POST /v1/Workspaces/{WorkspaceSid}/Tasks"', '"POST /v1/Tasks"', "Tasks.create sends"),
    "a name in a query": (TASKS, '"PageSize": page_size', '"Size": page_size', "Tasks.list sends in query"),
    "a name in a form": (TASKS, '"Priority": priority', '"Urgency": priority', "Tasks.create sends in its body"),
    "a header": (TASKS, '"If-Match": if_match', '"If-None-Match": if_match', "sends in headers"),
    "one more": (TASKS, '"Priority": priority', '"Priority": priority, "Admin": "1"', "always sends"),
    "two swapped": (TASKS, '"Priority": priority', '"Priority": page_size', "passes"),
    "how lists go on": (TASKS, 'size="PageSize"', 'size="Size"', "goes on by"),
    "a value": (MODEL, 'member("pending")', 'member("waiting")', "TaskAssignmentStatus.PENDING"),
    "a value less": (MODEL, '    PENDING = member("pending")\n', "", "PENDING 'pending' is missing"),
    "a value of a type": (MODEL, 'Literal["pending", ', 'Literal["waiting", ', "is one of"),
    "a field": (MODEL, "    age: int", "    old: int", "Task.old 'old', which no document says"),
    "a server": (CLIENT, "https://taskrouter.twilio.com", "https://evil.example", "the address"),
    "a server that is computed": (CLIENT, '"https://taskrouter.twilio.com"', '"https://" + "x"', "the address"),
    "a variable": (CLIENT, '"TWILIO_AUTH_TOKEN"', '"HOME"', "the credentials' variables"),
    "where a key travels": (CLIENT, '"TWILIO_AUTH_TOKEN"),', '"TWILIO_AUTH_TOKEN"), query="key",', "query 'key'"),
    "a response header": ("taskrouter/headers.py", '"Access-Control-Allow-Origin"', '"Origin"', "Headers."),
    "a sample": ("tests/exchanges/tasks.py", 'method="POST"', 'method="PUT"', "the sample of"),
    "a listed operation": ("operations.json", '"path": "/v1/Workspaces"', '"path": "/v2"', "the operation"),
}  # fmt: skip


@cache
def api_of(name: str) -> Api:
    """The API of a folder of ``specs``."""
    documents = load_documents(ROOT / "specs" / name, Diagnostics())
    assert documents is not None
    api = read_api(documents, Diagnostics())
    assert api is not None
    return api


class Made:
    """One SDK in memory, with what it was made of."""

    def __init__(self, api: Api, pack: Pack) -> None:
        self.api, self.pack = api, pack
        self.view: ApiView = api_view(api, pack)
        self.plans = plan(self.view, pack)
        rendered = render(self.plans, pack)
        files = with_lines(rendered, format_files(rendered, pack.formatter))
        self.files = {one.path: (one, made) for one, made in zip(files, self.plans, strict=True)}

    def prove(self, *pairs: tuple[RenderedFile, FilePlan]) -> None:
        """Hold these files, all without any, against the API."""
        given = pairs or tuple(self.files.values())
        files, plans = zip(*given, strict=True)
        prove(files, plans, api=self.api, view=self.view, pack=self.pack)

    def differences(self, path: str, edit: Callable[[str], str]) -> tuple[Difference, ...]:
        """What is wrong with one file once it is edited."""
        file, made = self.files[path]
        edited = edit(file.text)
        assert edited != file.text, "the edit changes nothing"
        with pytest.raises(ProofError) as refused:
            self.prove((replace(file, text=edited), made))
        return refused.value.differences


@cache
def made(name: str = "taskrouter", pack: str = "python") -> Made:
    """One SDK for all tests."""
    return Made(api_of(name), load_pack(pack, (ROOT / "templates",)))


@pytest.mark.parametrize("pack", ["python", "openapi"])
@pytest.mark.parametrize("name", ["taskrouter", "train-travel"])
def test_what_is_generated_is_proven(name: str, pack: str) -> None:
    """Nothing differs where nothing was touched."""
    made(name, pack).prove()


def test_a_proof_that_was_made_stands_for_the_same_text_and_the_same_facts_alone() -> None:
    """With an earlier proof at hand, another text or another API is looked at all the same."""
    here = made()
    files, plans = zip(*here.files.values(), strict=True)
    hold = partial(prove, api=here.api, view=here.view, pack=here.pack)
    proven = hold(files, plans)
    edited = [replace(one, text=one.text.replace("/v1/", "/v2/")) for one in files]
    other = replace(here.api, servers=())

    assert proven == hold(files, plans, proven=proven)

    with pytest.raises(ProofError, match="v2"):
        hold(edited, plans, proven=proven)
    with pytest.raises(ProofError, match="the address"):
        hold(files, plans, api=other, proven=proven)


def test_a_proof_that_was_made_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is parsed where text and facts are known to agree."""
    here = made()
    files, plans = zip(*here.files.values(), strict=True)
    hold = partial(prove, api=here.api, view=here.view, pack=here.pack)
    proven = hold(files, plans)
    monkeypatch.setattr("generator.emit.proof._CHECKS", {".py": None, ".json": None, ".toml": None})

    assert proven == hold(files, plans, proven=proven)


@pytest.mark.parametrize("case", SHAPES)
def test_a_file_holds_only_what_its_pack_declares(case: str) -> None:
    """Whatever else is in one stops the run, with the line in the file."""
    path, old, new, expected = SHAPES[case]
    found = made().differences(path, lambda text: text.replace(old, new, 1))

    assert any(expected in one.message for one in found), found


@pytest.mark.parametrize("case", FACTS)
def test_a_fact_of_the_pages_is_read_back(case: str) -> None:
    """A file that says something else than the model does is not written."""
    path, old, new, expected = FACTS[case]
    found = made().differences(path, lambda text: text.replace(old, new, 1))

    assert any(expected in one.message for one in found), found


def test_a_difference_names_the_line_of_the_file_and_of_the_page() -> None:
    """Of a route: the line that says it, and the operation's place."""
    _, old, new, _ = FACTS["a verb"]
    text = made().files[TASKS][0].text
    (found,) = made().differences(TASKS, lambda text: text.replace(old, new, 1))

    assert found.span is not None
    assert (TASKS, "operation-createtask.md") == (found.path, Path(found.span.path).name)
    assert abs(found.line - text[: text.index(old)].count("\n")) <= 1


def test_one_fact_may_not_stand_twice() -> None:
    """The second could be what a reader does not see."""
    member = '    PENDING = member("pending")\n'
    found = made().differences(MODEL, lambda text: text.replace(member, member * 2, 1))

    assert ["PENDING" in one.message for one in found] == [True]


def test_the_awaited_twin_is_held_to_the_same_facts() -> None:
    """The last of two methods of one name is that of the awaited class."""
    route = '"DELETE /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}"'

    def edit(text: str) -> str:
        head, _, tail = text.rpartition(route)
        return f'{head}"DELETE /v1/Workspaces/{{WorkspaceSid}}"{tail}'

    (found,) = made().differences(TASKS, edit)

    assert "AsyncTasks.delete sends" in found.message


def test_a_copied_file_is_the_packs_own() -> None:
    """To the byte."""
    path = "taskrouter/_runtime/_client.py"
    (found,) = made().differences(path, lambda text: f"{text}\n")

    assert "is not what the pack holds" == found.message


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [("pyproject.toml", "[project]", "[project"), ("operations.json", "[", "")],
)
def test_other_languages_must_parse(path: str, old: str, new: str) -> None:
    """TOML and JSON have no second chance either."""
    (found,) = made().differences(path, lambda text: text.replace(old, new, 1))

    assert "does not parse" in found.message


def test_an_openapi_document_has_the_verbs_and_paths_of_the_pages() -> None:
    """No more and no fewer."""
    found = made("train-travel", "openapi").differences(
        "openapi.json", lambda text: text.replace('"/stations"', '"/station"', 1)
    )

    assert any("GET /station" in one.message for one in found), found


def test_nothing_is_written_where_the_proof_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run ends with an error at the page, and the output stays as it was."""
    pages = tmp_path / "rail"
    pages.mkdir()
    page = ROOT / "specs" / "train-travel" / "operation-get-stations.md"
    (pages / page.name).write_bytes(page.read_bytes())
    assert 0 == call("generate", pages, "--out", tmp_path / "out").exit_code
    before = tree(tmp_path / "out")
    literal = rendering.FILTERS["literal"]

    def broken(value: object) -> object:
        return literal("GET /elsewhere" if value == "GET /stations" else value)

    monkeypatch.setattr(rendering, "FILTERS", {**rendering.FILTERS, "literal": broken})
    monkeypatch.chdir(tmp_path)
    (pages / page.name).write_bytes(page.read_bytes() + b"\n")
    result = call("generate", "rail", "--out", "out")

    assert 1 == result.exit_code
    assert "rail/operation-get-stations.md:" in result.output
    assert "'GET /elsewhere', where 'GET /stations' is due" in result.output
    assert before == tree(tmp_path / "out")


EXTENDED = 'name = "ours"\nextends = "python"\n'
OWN = {
    "what it declares": ('[proof.files."x.py.j2"]\nnodes = ["Import"]\nimports = ["os"]\n', True),
    "nothing": ("", True),
    "something else": ('[proof.files."x.py.j2"]\nimports = ["os"]\n', False),
}


def own_pack(folder: Path, toml: str) -> Pack:
    """A pack that extends Python's and has a file of its own, which imports ``os``."""
    (folder / "ours").mkdir()
    (folder / "ours" / "pack.toml").write_text(EXTENDED + toml, "utf-8")
    (folder / "ours" / "x.py.j2").write_text("import os\n", "utf-8")
    return load_pack("ours", (folder, ROOT / "templates"))


@pytest.mark.parametrize("case", OWN)
def test_a_pack_declares_the_shape_of_its_own_files(case: str, tmp_path: Path) -> None:
    """A template without an entry has none: its files must parse, and may hold anything."""
    toml, allowed = OWN[case]
    made_here = Made(api_of("train-travel"), own_pack(tmp_path, toml))
    if allowed:
        made_here.prove()
    else:
        with pytest.raises(ProofError, match=r"x\.py:1: holds Import"):
            made_here.prove()


def test_a_pack_keeps_the_shapes_of_the_pack_it_extends(tmp_path: Path) -> None:
    """A replaced entry replaces that one alone."""
    entry = '[proof.files."{package}/testing.py.j2"]\nnodes = ["With"]\n'
    shapes = own_pack(tmp_path, entry).proof

    assert {"With", "Module"} <= shapes["{package}/testing.py.j2"].nodes
    assert "ClassDef" not in shapes["{package}/testing.py.j2"].nodes
    assert shapes["{package}/client.py.j2"] == made().pack.proof["{package}/client.py.j2"]


FAULTY = {
    "[proof]\nnode = []\n": (4, 'unknown key "node"; did you mean "nodes"?'),
    "[proof]\nnodes = 1\n": (4, "nodes must be a list of words"),
    '[proof.files."x"]\nfacts = { route = [] }\n': (4, 'did you mean "routes"?'),
    "[proof]\nfiles = 1\n": (4, "files must be a table"),
    "proof = 1\n": (3, "proof must be a table"),
}


@pytest.mark.parametrize("toml", FAULTY)
def test_a_fault_in_the_declaration_has_a_line(toml: str, tmp_path: Path) -> None:
    """A misspelt key would prove nothing, silently."""
    line, expected = FAULTY[toml]
    with pytest.raises(PackError) as refused:
        own_pack(tmp_path, toml)

    assert expected in refused.value.message
    assert line == refused.value.line
