"""A pack: everything that is known of one target language, read from a folder."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType

from generator.emit.code import Code
from generator.emit.naming import DEVICE_NAMES, Namespace, identifier
from generator.emit.pack_file import PackError, PackFile, read_pack_file
from generator.emit.proof_declared import united
from generator.emit.proof_shape import Shape
from generator.emit.shipped import shipped_templates
from generator.ir.page_text import each_once
from generator.value import Struct

__all__ = ["Pack", "PackError", "load_pack", "shipped_templates"]

TEMPLATE = ".j2"
"""The suffix of what is rendered; every other file is copied."""

_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


class Pack(Struct, frozen=True, kw_only=True):
    """One target language.

    ``templates`` and ``copies`` map paths inside the pack (``{package}/client.py.j2``) to text;
    ``places`` maps the same paths, and ``pack.toml``, to the file each was read from. ``proof``
    maps those of templates to what their files may hold, ``once`` those of files that are written
    where nothing is, and never again, to the file that exports what they export. ``digest`` is a SHA-256 in hex over all
    of it.
    """

    name: str
    formatter: str
    styles: Mapping[str, str]
    reserved: Mapping[str, frozenset[str]]
    types: Mapping[str, str]
    imports: Mapping[str, str]
    runtime: Mapping[str, str]
    paths: Mapping[str, str]
    once: Mapping[str, str]
    templates: Mapping[str, str]
    copies: Mapping[str, str]
    places: Mapping[str, str]
    proof: Mapping[str, Shape]
    digest: str

    def style(self, kind: str) -> str:
        """The case style of a kind of name: ``style("class") == "pascal"``."""
        return self._entry("styles", self.styles, kind)

    def reserved_for(self, kind: str) -> frozenset[str]:
        """The words this kind of name may not be."""
        words = self.reserved.get(kind, self.reserved.get("all", frozenset()))
        return words | DEVICE_NAMES if kind in ("module", "package") else words

    def identifier(self, text: str, kind: str) -> Code:
        """The text as a name of this kind, alone in its scope."""
        return identifier(text, self.style(kind), self.reserved_for(kind))

    def namespace(self, kind: str) -> Namespace:
        """A fresh scope in which this kind's reserved words are never given."""
        return Namespace(self.reserved_for(kind), "model" if kind == "class" else kind)

    def type_text(self, key: str, direction: str = "out", **parts: Code) -> Code:
        """The type's text with ``{item}`` and the like filled from ``parts``.

        ``<key>.<direction>`` goes before ``<key>``: ``array.in`` is what callers give. A key with
        a format falls back to the one without: ``string(uri)`` to ``string``.
        """
        text = self._type(key, direction)
        written = _PLACEHOLDER.sub(lambda found: self._part(key, found[1], parts), text)
        if not any(one.parts for one in parts.values()):
            return Code(written)
        return Code(written).at(each_once(*(one.traces for one in parts.values())))

    def shown_place(self, path: str) -> str:
        """The file of a path by the pack that has it: ``python/{package}/client.py.j2``."""
        return _shown(self.places.get(path, path), path)

    def _type(self, key: str, direction: str) -> str:
        for one in (key, key.partition("(")[0]):
            for name in (f"{one}.{direction}", one):
                if name in self.types:
                    return self.types[name]
        return self._entry("types", self.types, key)

    def _part(self, key: str, part: str, parts: Mapping[str, Code]) -> str:
        if part not in parts:
            known = ", ".join(f"{{{one}}}" for one in parts) or "no placeholder"
            raise self._error(f"[types] {key} asks for {{{part}}}; it can have {known}")
        return parts[part].text

    def _entry(self, table: str, entries: Mapping[str, str], key: str) -> str:
        if key not in entries:
            raise self._error(f'[{table}] lacks "{key}"; add a line for it')
        return entries[key]

    def _error(self, message: str) -> PackError:
        return PackError(self.places["pack.toml"], 1, message)


@cache
def _shown(place: str, path: str) -> str:
    folder = Path(place).as_posix().removesuffix(path).rstrip("/")
    return f"{folder.rpartition('/')[2]}/{path}"


def load_pack(name: str, folders: tuple[Path, ...]) -> Pack:
    """The pack of that name in the first folder that has it, with all it extends beneath.

    Own files replace those of the same path; tables merge by key, reserved words add up. Raises
    ``PackError``.
    """
    layers = _layers(name, folders)
    files: dict[str, Path] = {}
    for layer in reversed(layers):
        files |= _files(Path(layer.path).parent)
    texts = {path: _text(files[path]) for path in sorted(files)}
    said = [layer.formatter for layer in layers if layer.formatter is not None]
    return Pack(
        name=name,
        formatter=said[0] if said else "",
        styles=_merged([layer.styles for layer in layers]),
        reserved=_united([layer.reserved for layer in layers]),
        types=_merged([layer.types for layer in layers]),
        imports=_merged([layer.imports for layer in layers]),
        runtime=_merged([layer.runtime for layer in layers]),
        paths=_merged([layer.paths for layer in layers]),
        once=_known(_merged([layer.once for layer in layers]), texts, layers[0].path),
        templates=_chosen(texts, True),
        copies=_chosen(texts, False),
        places=MappingProxyType(
            {"pack.toml": layers[0].path} | {path: str(place) for path, place in files.items()}
        ),
        proof=united(layer.proof for layer in layers),
        digest=_digest(layers, texts),
    )


def _layers(name: str, folders: tuple[Path, ...]) -> list[PackFile]:
    """The pack's own file first, then what it extends, in order."""
    layers = [read_pack_file(_find(name, folders, None))]
    seen = [name]
    while (parent := layers[-1].extends) != "":
        if parent in seen:
            chain = " -> ".join((*seen, parent))
            raise PackError(layers[-1].path, 1, f"a pack cannot extend itself: {chain}")
        seen.append(parent)
        layers.append(read_pack_file(_find(parent, folders, layers[-1].path)))
    return layers


def _find(name: str, folders: tuple[Path, ...], asked_by: str | None) -> Path:
    for folder in folders:
        place = folder / name / "pack.toml"
        if place.is_file():
            return place
    known = sorted({one.parent.name for folder in folders for one in folder.glob("*/pack.toml")})
    near = get_close_matches(name, known, n=1)
    hint = f'did you mean "{near[0]}"?' if near else f"there are: {', '.join(known) or 'none'}"
    raise PackError(asked_by or str(folders[0] / name), 1, f'no pack "{name}"; {hint}')


def _files(folder: Path) -> dict[str, Path]:
    """Every file of the pack by its path with ``/``, but its ``pack.toml`` and hidden things."""
    found = {}
    for above, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if one[0] != "." and one != "__pycache__"]
        own = Path(os.path.relpath(above, folder)).as_posix()
        for name in names:
            path = name if own == "." else f"{own}/{name}"
            place = os.path.join(above, name)
            if name[0] != "." and path != "pack.toml" and os.path.isfile(place):
                found[path] = Path(place)
    return found


def _text(place: Path) -> str:
    try:
        return place.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise PackError(str(place), 1, "not UTF-8; a pack holds text files only") from error


def _merged(tables: list[dict[str, str]]) -> Mapping[str, str]:
    merged: dict[str, str] = {}
    for table in reversed(tables):
        merged |= table
    return MappingProxyType(merged)


def _known(once: Mapping[str, str], texts: dict[str, str], path: str) -> Mapping[str, str]:
    """The table, whose keys have to be files of the pack."""
    for one in once:
        if one not in texts:
            raise PackError(path, 1, f'[once] names "{one}", which is no file of the pack')
    return once


def _united(tables: list[dict[str, frozenset[str]]]) -> Mapping[str, frozenset[str]]:
    """Each kind's reserved words with those of ``all``."""
    kinds = {kind for table in tables for kind in table}
    none: frozenset[str] = frozenset()
    every = none.union(*(table.get("all", none) for table in tables))
    united = {kind: every.union(*(table.get(kind, none) for table in tables)) for kind in kinds}
    return MappingProxyType(united)


def _chosen(texts: dict[str, str], templates: bool) -> Mapping[str, str]:
    chosen = {path: text for path, text in texts.items() if path.endswith(TEMPLATE) is templates}
    return MappingProxyType(chosen)


def _digest(layers: list[PackFile], texts: dict[str, str]) -> str:
    """Names and lengths go in too, so that no two packs give the same bytes."""
    parts = [layer.text for layer in layers] + [one for pair in texts.items() for one in pair]
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()
