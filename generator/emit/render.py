"""Templates to text: the only use of jinja2."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import TracebackType
from typing import Any, TypedDict

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.emit.code import Code, concatenated
from generator.emit.files import RenderedFile
from generator.emit.fingerprints import EVERYTHING, fields_of
from generator.emit.looks import Look, is_followed, looks_of
from generator.emit.marks import Marks, marked_line
from generator.emit.pack import Pack, PackError
from generator.emit.plan import FilePlan
from generator.emit.quoting import QuotingError, json_value, toml_string
from generator.emit.quoting_docstring import docstring
from generator.emit.quoting_markdown import markdown_code, markdown_text
from generator.emit.quoting_python import literal

_SEPARATOR = re.compile(r"[ ,.;|&/\n-]{0,8}")
_KEPT = "first last length list reverse select selectattr reject rejectattr unique".split()


def render(plans: tuple[FilePlan, ...], pack: Pack) -> tuple[RenderedFile, ...]:
    """Every planned file with its text, in order; raises ``PackError`` for a template's fault."""
    _refuse_marks(pack)
    marks = Marks()
    environment = _environment(pack, marks)
    return tuple(_file(one, environment, pack, marks) for one in plans)


def joined(items: Iterable[Code], separator: str = ", ") -> Code:
    """Finished texts with a separator of spaces and punctuation between."""
    texts = list(items)
    if not _SEPARATOR.fullmatch(separator):
        raise QuotingError("join: a separator is made of spaces and punctuation only")
    if not all(type(one) is Code for one in texts):
        raise QuotingError("join: every item must be finished text; quote each in a for loop")
    return concatenated(texts, separator)


FILTERS: Mapping[str, Callable[..., Code]] = {
    "literal": literal,
    "docstring": docstring,
    "toml": toml_string,
    "json": json_value,
    "markdown": markdown_text,
    "markdown_code": markdown_code,
    "join": joined,
}
"""What a template may write text of a page with, by position."""


class _Looked(TypedDict):
    reads: frozenset[str]
    looks: frozenset[str]


class _Environment(ImmutableSandboxedEnvironment):
    """Prints finished text only; what macros and blocks give back is finished again.

    ``looks`` are the attributes that were looked at, by the kinds of what has them, ``used`` the
    templates that looked; of each that was compiled ``followed`` says whether those are all.
    """

    looks: set[Look]
    used: set[str]
    followed: dict[str, bool]

    def _generate(self, source: nodes.Template, *args: Any, **options: Any) -> str:
        """jinja2 finds an unknown filter inside an ``if`` only when it runs, without its line."""
        for one in source.find_all(nodes.Filter):
            if one.name not in self.filters:
                known = ", ".join(sorted(self.filters))
                message = f"no filter {one.name!r}; there are {known}"
                raise jinja2.TemplateSyntaxError(message, one.lineno, args[0])
        self.followed[args[0]] = is_followed(source)
        return super()._generate(source, *args, **options)

    def get_template(self, name: Any, *args: Any, **options: Any) -> jinja2.Template:
        """The template, whichever asks for it."""
        self.used.add(name)
        return super().get_template(name, *args, **options)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a view is there to be read; all else the sandbox looks at, slowly."""
        kind: type = type(obj)
        self.looks.add((kind, attribute))
        if attribute in fields_of(kind):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What filters call, and brackets: whoever writes so may have anything in mind."""
        kind: type = type(obj)
        if fields_of(kind):
            self.looks.add((kind, EVERYTHING))
        return super().getitem(obj, argument)

    @staticmethod
    def concat(parts: Iterable[str]) -> Any:
        return Code("".join(parts))


def _environment(pack: Pack, marks: Marks) -> _Environment:
    templates = pack.templates
    environment = _Environment(
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        optimized=False,  # it takes longer than what it saves
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        newline_sequence="\n",
        finalize=partial(_finished, marks),
        cache_size=-1,
        auto_reload=False,
        loader=jinja2.FunctionLoader(lambda name: templates.get(name)),
    )
    environment.followed = {}
    environment.globals.clear()
    kept = {name: environment.filters[name] for name in _KEPT}
    environment.filters = kept | dict(FILTERS)
    return environment


def _finished(marks: Marks, value: object) -> str:
    """The text to print; jinja2 calls this for every ``{{ … }}``."""
    if type(value) is Code:
        return marks.put(value)
    if isinstance(value, jinja2.Undefined):
        return str(value)  # raises, with the name that is missing
    raise QuotingError(
        f"cannot print {_named(value)}: write it through the filter of its position "
        f"({', '.join(sorted(FILTERS))})"
    )


def _named(value: object) -> str:
    return f"the text {value[:60]!r}" if isinstance(value, str) else f"a {type(value).__name__}"


def _refuse_marks(pack: Pack) -> None:
    """Raise ``PackError`` where a template or a type holds a mark of ours."""
    found = marked_line({**pack.templates, "pack.toml": "".join(pack.types.values())})
    if found is not None:
        raise _fault(pack, *found, "holds one of U+FDD0 to U+FDD2, which are no characters")


def _file(one: FilePlan, environment: _Environment, pack: Pack, marks: Marks) -> RenderedFile:
    template = pack.shown_place(one.source)
    if one.template is None:
        return RenderedFile(
            path=one.path, text=one.text or "", copied=True, once=one.once, template=template
        )
    environment.looks, environment.used = set(), set()
    code = marks.cut(_text(one.template, one, environment, pack))
    return RenderedFile(
        path=one.path,
        text=code.text,
        once=one.once,
        parts=code.parts,
        template=template,
        **_looked(environment, type(one.context.get("api"))),
    )


def _looked(environment: _Environment, whole: type) -> _Looked:
    """What the templates of a file looked at; ``whole`` is the kind of the API's view."""
    followed = all(environment.followed.get(one, True) for one in environment.used)
    return _Looked(
        reads=frozenset(name for kind, name in environment.looks if kind is whole),
        looks=looks_of(environment.looks) if followed else frozenset({EVERYTHING}),
    )


def _text(name: str, one: FilePlan, environment: _Environment, pack: Pack) -> str:
    """The file with marks around what has traces."""
    try:
        template = environment.get_template(name)
        rendered = environment.concat(
            template.root_render_func(template.new_context(dict(one.context)))
        )
    except jinja2.TemplateSyntaxError as error:
        raise _fault(pack, error.name or name, error.lineno, str(error.message)) from error
    except jinja2.TemplateNotFound as error:
        raise _raised(pack, name, error, f"no template {error.message}") from error
    except Exception as error:
        raise _raised(pack, name, error, f"{error}") from error
    return str(rendered.text)


def _raised(pack: Pack, name: str, error: Exception, message: str) -> PackError:
    """The fault at the innermost template line the error went through."""
    line = 1
    at: TracebackType | None = error.__traceback__
    while at is not None:
        template = at.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, jinja2.Template):
            name, line = template.name or name, template.get_corresponding_lineno(at.tb_lineno)
        at = at.tb_next
    return _fault(pack, name, line, message)


def _fault(pack: Pack, name: str, line: int, message: str) -> PackError:
    return PackError(pack.places.get(name, name), line, message)
