"""The last look at finished files: whatever is written is what the pack and the pages say."""

from __future__ import annotations

import ast
import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import PurePosixPath

from generator.emit.code import Code
from generator.emit.files import RenderedFile
from generator.emit.pack import Pack
from generator.emit.plan import FilePlan
from generator.emit.proof_facts import Fact, facts_in
from generator.emit.proof_listed import listed_in
from generator.emit.proof_model import Due, Dues
from generator.emit.proof_shape import Shape, comments_of, excesses, imported, raw_excesses
from generator.emit.views import ApiView
from generator.ir import Api
from generator.source import SourceSpan
from generator.value import Struct


class Difference(Struct, frozen=True, kw_only=True):
    """What a generated file says and should not, or the other way round.

    ``line`` is that of the generated file ``path``, from 1; ``span`` the documents' place it is
    about, where there is one.
    """

    path: str
    line: int
    message: str
    span: SourceSpan | None = None


class ProofError(Exception):
    """Files that are not what was meant: a fault of ours or of a template's, never of a page."""

    def __init__(self, differences: tuple[Difference, ...]) -> None:
        first = differences[0]
        super().__init__(f"{first.path}:{first.line}: {first.message}")
        self.differences = differences


def prove(
    files: Iterable[RenderedFile],
    plans: Iterable[FilePlan],
    *,
    api: Api,
    view: ApiView,
    pack: Pack,
    proven: frozenset[str] = frozenset(),
) -> frozenset[str]:
    """Raise ``ProofError`` unless every file is what ``[proof]`` of its pack and the API say.

    ``files`` are finished and in the order of ``plans``. Copies must be the pack's own, Python,
    JSON and TOML must parse. A file for whose template ``[proof]`` has an entry is held against
    its shape, and the facts that the entry names are read back and compared with ``api``.

    What comes back stands for the files with all they were held against; with the same in
    ``proven``, an earlier proof by the same program and pack need not be made again.
    """
    proof = _Proof(api, view, pack)
    found: list[Difference] = []
    seals = set()
    for file, made in zip(files, plans, strict=True):
        seal = proof.seal(file, made)
        if not seal or seal not in proven:
            found += proof.of(file, made)
        seals.add(seal)
    if found:
        raise ProofError(tuple(found))
    return frozenset(seals)


class _Proof:
    def __init__(self, api: Api, view: ApiView, pack: Pack) -> None:
        self._dues = Dues(api, view)
        self._pack = pack
        self._comments = comments_of(pack.templates.values())
        names = ("package", "client", "twin", "fake", "fake_twin")
        words = {name: getattr(view, name) for name in names}
        self._words = {name: [one.text] for name, one in words.items() if type(one) is Code}
        self._named = tuple(sorted((name, *own) for name, own in self._words.items()))
        self._words["imports"] = list(_modules(pack.imports.values()))

    def seal(self, file: RenderedFile, made: FilePlan) -> str:
        """A hash of the file and of all it is held against, but for the pack; empty for none."""
        if file.copied:
            return ""
        shape = self._pack.proof.get(made.source, Shape())
        try:
            due = [(one.names, one.facts) for one in self._dues.owed(shape.facts, made.context)]
        except ValueError:  # the view has other parts than the API: no proof will be had
            return ""
        held = sha256(
            repr((made.source, file.path, self._named, due)).encode("ascii", "backslashreplace")
        )
        held.update(file.text.encode("utf-8"))
        return held.hexdigest()

    def of(self, file: RenderedFile, made: FilePlan) -> Iterator[Difference]:
        """Everything that is wrong with one file."""
        if file.copied:
            if file.text != self._pack.copies.get(made.source):
                yield self._difference(file, 1, "is not what the pack holds")
            return
        check = _CHECKS.get(PurePosixPath(file.path).suffix)
        if check is not None:
            try:
                yield from check(self, file, made)
            except (SyntaxError, ValueError, RecursionError) as error:
                line = getattr(error, "lineno", None) or 1
                yield self._difference(file, line, f"does not parse: {error}")

    def python(self, file: RenderedFile, made: FilePlan) -> Iterator[Difference]:
        """What is wrong with Python; the very bytes are parsed, as a first line may say how."""
        data = file.text.encode("utf-8")
        tree = ast.parse(data)
        compile(tree, file.path, "exec", dont_inherit=True)
        shape = self._pack.proof.get(made.source)
        if shape is None:
            return
        for one in (*excesses(tree, shape, self._words), *raw_excesses(data, self._comments)):
            yield self._difference(file, one.line, one.what)
        yield from self._compared(file, made, shape, facts_in(tree, shape.facts))

    def json(self, file: RenderedFile, made: FilePlan) -> Iterator[Difference]:
        """What is wrong with JSON."""
        value = json.loads(file.text)
        shape = self._pack.proof.get(made.source, Shape())
        yield from self._compared(file, made, shape, listed_in(value, shape.facts))

    def toml(self, file: RenderedFile, made: FilePlan) -> Iterator[Difference]:
        """What is wrong with TOML: nothing, if it can be read."""
        tomllib.loads(file.text)
        yield from ()

    def _compared(
        self, file: RenderedFile, made: FilePlan, shape: Shape, facts: Iterable[Fact]
    ) -> Iterator[Difference]:
        """Where the facts are not those that are due, each of them once."""
        due = {one.about: one for one in self._dues.of(shape.facts, made.context)}
        seen: set[str] = set()
        for fact in facts:
            wanted = due.get(fact.about)
            if wanted is None or fact.about in seen:
                message = f"{fact.about} {_shown(fact.value)}, which no document says"
                yield self._difference(file, fact.line, message, wanted)
            elif repr(wanted.value) != repr(fact.value):
                message = f"{fact.about} {_shown(fact.value)}, where {_shown(wanted.value)} is due"
                yield self._difference(file, fact.line, message, wanted)
            seen.add(fact.about)
        for about in due.keys() - seen:
            message = f"{about} {_shown(due[about].value)} is missing"
            yield self._difference(file, 1, message, due[about])

    def _difference(
        self, file: RenderedFile, line: int, message: str, due: Due | None = None
    ) -> Difference:
        """At the documents' place of what is due, else of what stands in that line."""
        span = due.span if due is not None else None
        traces = file.lines.get(line, ())
        if span is None and traces:
            span = traces[0].span
        return Difference(path=file.path, line=line, message=message, span=span)


_CHECKS: Mapping[str, Callable[[_Proof, RenderedFile, FilePlan], Iterator[Difference]]] = {
    ".py": _Proof.python,
    ".pyi": _Proof.python,
    ".json": _Proof.json,
    ".toml": _Proof.toml,
}


def _modules(lines: Iterable[str]) -> Iterator[str]:
    """The modules of import lines; packs of other languages have lines that are no Python."""
    for line in lines:
        with suppress(SyntaxError):
            yield from (one for node in ast.parse(line).body for one in imported(node))


def _shown(value: object) -> str:
    return f"{value!a}"[:200]
