"""The generated SDKs' documents: what README and REFERENCE show runs, and docstrings say it once."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_generated_sdks import GENERATED, SDKS, client_of, package_of, python

TOPICS = [
    *("A first call", "Answers", "Lists", "Errors", "Async", "Retries and timeouts", "Files"),
    *("Around every attempt", "Logging", "What has no method", "Your own code"),
    "Tests without a network",
]
WIDTH = 100

CALLS = """
import asyncio, inspect, json, os
import {package}.testing as testing

rows = json.loads(os.environ["ROWS"])


def blocking():
    client = testing.Fake{client}()
    for row in rows:
        answer = eval(row, {{"client": client}})
        if type(answer).__name__ == "Pages":
            assert answer.first() is not None
        yield type(answer).__name__


async def awaited():
    client, found = testing.FakeAsync{client}(), []
    for row in rows:
        answer = eval(row, {{"client": client}})
        if inspect.isawaitable(answer):
            found.append(type(await answer).__name__)
        else:
            assert await answer.first() is not None
            found.append(type(answer).__name__.removeprefix("Async"))
    return found


print(json.dumps([[*blocking()], asyncio.run(awaited())]))
"""

every_sdk = pytest.mark.parametrize("name", SDKS)


def blocks(text: str) -> list[str]:
    """The Python of a document."""
    return re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)


@every_sdk
@pytest.mark.parametrize("document", ["README.md", "REFERENCE.md"])
def test_every_block_runs(name: str, document: str, tmp_path: Path) -> None:
    """One after the other, in one program, with the fakes in the clients' places."""
    sdk = GENERATED / name
    package, client = package_of(sdk), client_of(sdk)
    text = (sdk / document).read_text("utf-8")
    stand_in = f"import {package}, {package}.testing\n"
    for one in (client, f"Async{client}"):
        stand_in += f"{package}.{one} = {package}.testing.Fake{one}\n"
    done = python(sdk, tmp_path, "-W", "error", "-c", "\n".join([stand_in, *blocks(text)]))

    assert (0, "") == (done.returncode, done.stderr)
    assert text.count("```") == 2 * (len(blocks(text)) + text.count("```sh\n"))
    assert not [one for one in blocks(text) if re.search(r"\b(\w+), \)", one)]  # as people write


@every_sdk
def test_the_readme_has_what_users_look_for(name: str) -> None:
    """Its headings, and a program under each that a program can show."""
    readme = (GENERATED / name / "README.md").read_text("utf-8")

    assert TOPICS == re.findall(r"^## (.+)$", readme, re.M)
    assert len(blocks(readme)) >= 10


@every_sdk
def test_each_call_of_the_reference_can_be_made(name: str, tmp_path: Path) -> None:
    """On both fakes, with the arguments it shows; the answer is of the class it names."""
    sdk = GENERATED / name
    reference = (sdk / "REFERENCE.md").read_text("utf-8")
    rows = re.findall(r"^\| `(client\..+?)` \| `(\w+)", reference, re.M)
    calls = [written_out(call) for call, _ in rows]
    program = CALLS.format(package=package_of(sdk), client=client_of(sdk))
    done = python(sdk, tmp_path, "-c", program, ROWS=json.dumps(calls))

    assert (0, "") == (done.returncode, done.stderr)
    assert [[kind for _, kind in rows]] * 2 == json.loads(done.stdout)


def written_out(call: str) -> str:
    """``tasks(sid).create(name=, …)`` as code: a text for each id and each argument."""
    call = re.sub(r",? ?…", "", call)
    call = re.sub(r"(\w+)=(?=[,)])", r"\1='x'", call)
    return re.sub(r"(?<=[(])(\w+)(?=[,)])|(?<=, )(\w+)(?=[,)])", "'x'", call)


def docstrings(sdk: Path) -> Iterator[tuple[str, str]]:
    """Every docstring of the package, by class and function; that of an attribute by its class."""
    for path in sorted((sdk / package_of(sdk)).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                yield path.name, str(node.value.value)


@every_sdk
def test_docstrings_hold_no_code_that_nobody_runs(name: str) -> None:
    """Programs stand in the README, where they are run; lines are short."""
    found = list(docstrings(GENERATED / name))

    assert len(found) > 100
    assert [] == [text for _, text in found if ">>>" in text or "```" in text]
    assert [] == [line for _, text in found for line in text.splitlines() if len(line) > WIDTH]


@every_sdk
def test_a_description_stands_once(name: str) -> None:
    """The awaited twin points to the function that blocks, which has the words."""
    sdk = GENERATED / name
    twins = 0
    for path in sorted((sdk / package_of(sdk) / "resources").glob("*.py")):
        classes = {
            node.name: {one.name: ast.get_docstring(one) or "" for one in functions(node)}
            for node in ast.parse(path.read_text("utf-8")).body
            if isinstance(node, ast.ClassDef)
        }
        for owner, said in classes.items():
            for function, text in said.items() if owner.startswith("Async") else ():
                twin = owner.removeprefix("Async")
                twins += 1
                assert " ".join(text.split()).endswith(f"See ``{twin}.{function}``."), (
                    path,
                    function,
                )
                assert len(classes[twin][function]) > 5
                assert len(text.splitlines()) <= 2

    assert twins >= 7


def functions(node: ast.ClassDef) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The calls of a resource."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [one for one in node.body if isinstance(one, kinds)]
    return [one for one in found if not one.decorator_list and not one.name.startswith("_")]
