"""How JSON becomes models, and models JSON."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from copy import copy, deepcopy
from dataclasses import FrozenInstanceError, dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Literal

import pytest
from _runtime._answers import read_answer
from _runtime._dates import parse_date, parse_datetime
from _runtime._decoding import decode
from _runtime._errors import DecodeError
from _runtime._headers import ResponseHeaders
from _runtime._models import Model, wire
from _runtime._results import Answer, ApiResponse, Items
from tiny_sdk import FakeTiny, Headers, Order, Task, pickled

WHOLE: dict[str, Any] = {
    "sid": "a",
    "age": 3,
    "ratio": 0.5,
    "done": False,
    "dateCreated": "2030-01-02T12:00:00Z",
    "due": "2030-01-02",
    "order": "FIFO",
    "labels": {"x": "y"},
    "children": [{"sid": "b", "children": []}],
    "anything": {"free": [1, None]},
    "size": 4,
}


def test_a_whole_object_becomes_typed() -> None:
    """Every documented type."""

    assert Task(
        sid="a",
        age=3,
        ratio=0.5,
        done=False,
        created=datetime(2030, 1, 2, 12, tzinfo=UTC),
        due=date(2030, 1, 2),
        order=Order.FIFO,
        labels={"x": "y"},
        children=[Task(sid="b", children=[])],
        anything={"free": [1, None]},
        size=4,
    ) == Task.from_dict(WHOLE)


@pytest.mark.parametrize(
    "data",
    [
        WHOLE,
        {},
        {"sid": "a"},
        {"sid": None, "order": None, "children": None},
        {"sid": "a", "beyond": {"x": [1]}, "_extra": 1, "__class__": "int", "__init__": None},
        {"sid": 1, "age": "x", "ratio": [], "done": "yes", "order": 7, "labels": [], "size": {}},
        {"sid": "a", "dateCreated": "soon", "due": 5, "children": {"sid": 1}},
        {"sid": "a", "children": [None, 1, {"sid": "c", "dateCreated": 3}]},
    ],
)
def test_lenient_decoding_loses_nothing(data: dict[str, Any]) -> None:
    """Missing, null, odd and unknown values come back out as they went in."""

    assert data == Task.from_dict(data).to_dict()
    json.dumps(Task.from_dict(data).to_dict())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "$: expected the field 'sid', found nothing"),
        ({"sid": None}, "$.sid: expected text, found NoneType"),
        ({"sid": "a", "age": "3"}, "$.age: expected an integer, found str"),
        ({"sid": "a", "age": True}, "$.age: expected an integer, found bool"),
        ({"sid": "a", "ratio": float("nan")}, "$.ratio: expected a number, found float"),
        ({"sid": "a", "done": 1}, "$.done: expected true or false, found int"),
        ({"sid": "a", "dateCreated": "x"}, "$.dateCreated: expected a date and time, found str"),
        ({"sid": "a", "due": "2030-02-30"}, "$.due: expected a date, found str"),
        ({"sid": "a", "order": 1}, "$.order: expected text, found int"),
        ({"sid": "a", "labels": {"k": 1}}, "$.labels.k: expected text, found int"),
        ({"sid": "a", "labels": []}, "$.labels: expected an object, found list"),
        ({"sid": "a", "children": {}}, "$.children: expected an array, found dict"),
        ({"sid": "a", "children": [1]}, "$.children[0]: expected an object, found int"),
        (
            {"sid": "a", "children": [{"sid": "b"}, {"sid": "c", "children": [{"sid": 1}]}]},
            "$.children[1].children[0].sid: expected text, found int",
        ),
        ({"sid": "a", "size": []}, "$.size: expected one of several types, found list"),
    ],
)
def test_strict_decoding_names_the_place(data: dict[str, Any], message: str) -> None:
    """The path leads to the odd value."""

    with pytest.raises(DecodeError) as caught:
        Task.from_dict(data, strict=True)

    assert message == str(caught.value)


def test_strict_accepts_what_is_documented_and_more() -> None:
    """Unknown fields and unknown enumeration values are how APIs grow."""
    data = {**WHOLE, "ratio": 1, "order": "NEW", "age": None, "beyond": 1, "size": "big"}

    assert data == Task.from_dict(data, strict=True).to_dict()


def test_deep_json_is_an_error_of_ours() -> None:
    """A model of itself, deeper than Python goes."""
    data: dict[str, Any] = {"sid": "x"}
    for _ in range(100_000):
        data = {"sid": "x", "children": [data]}

    with pytest.raises(DecodeError, match="deeply"):
        Task.from_dict(data)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015-07-30T20:00:00Z", datetime(2015, 7, 30, 20, tzinfo=UTC)),
        ("2015-07-30T20:00:00", datetime(2015, 7, 30, 20, tzinfo=UTC)),
        ("2015-07-30 20:00:00+00:00", datetime(2015, 7, 30, 20, tzinfo=UTC)),
        ("2015-07-30T20:00:00.123456789Z", datetime(2015, 7, 30, 20, 0, 0, 123456, tzinfo=UTC)),
        (
            "2015-07-30T20:00:00-0700",
            datetime(2015, 7, 30, 20, tzinfo=timezone(timedelta(hours=-7))),
        ),
        ("20150730T200000Z", datetime(2015, 7, 30, 20, tzinfo=UTC)),
        ("Thu, 30 Jul 2015 20:00:00 +0000", datetime(2015, 7, 30, 20, tzinfo=UTC)),
        ("Thu, 30 Jul 2015 20:00:00 GMT", datetime(2015, 7, 30, 20, tzinfo=UTC)),
        ("30 Jul 2015 20:00:00 -0000", datetime(2015, 7, 30, 20, tzinfo=UTC)),
        ("1512111011234", None),
        ("1438286400", None),
        ("2015-13-01T00:00:00Z", None),
        ("2015-07-30T25:00:00Z", None),
        ("Thu, 99 Jul 2015 20:00:00 +0000", None),
        ("at: noon", None),
        ("", None),
        ("é" * 50, None),
    ],
)
def test_times(text: str, expected: datetime | None) -> None:
    """ISO 8601 and RFC 2822; a time without a zone is UTC; the rest is no time."""

    assert expected == parse_datetime(text)


def test_dates() -> None:
    """One form only."""

    assert date(2030, 1, 2) == parse_date("2030-01-02")
    assert [None] * 5 == [
        parse_date(text) for text in ("20300102", "2030-W01-1", "2030-1-2", "", "2030-01-02T00")
    ]


def test_an_open_enumeration_is_text() -> None:
    """Equal, hashed, printed, pickled and copied as such; known values are constants."""
    new = Order("NEW")

    assert ("FIFO", "FIFO", "Order('FIFO')") == (Order.FIFO, f"{Order.FIFO}", repr(Order.FIFO))
    assert {"FIFO": 1} == {Order.FIFO: 1}
    assert (True, False) == (Order.FIFO.is_known, new.is_known)
    assert Order.FIFO is Order("FIFO") is deepcopy(Order.FIFO)
    assert Order.FIFO is pickled(Order.FIFO)
    assert (new, Order) == (pickled(new), type(deepcopy(new)))
    assert (Order.FIFO, Order.LIFO) == Order.known()
    assert '"FIFO"' == json.dumps(Order.FIFO)


def test_a_model_is_a_value() -> None:
    """Frozen, compared by its fields alone, shown without metadata."""
    task = Task.from_dict({"sid": "a", "beyond": "secret"})

    assert Task(sid="a") == task
    assert "secret" not in repr(task)
    assert {"beyond": "secret"} == task.extra
    assert {} == Task(sid="a").extra
    with pytest.raises(FrozenInstanceError):
        task.sid = "b"  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        task.novel = 1  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        Task("a")  # type: ignore[call-arg]


@pytest.mark.parametrize("again", [copy, deepcopy, pickled])
def test_copies_keep_the_metadata(again: Any) -> None:
    """Extra and response are not fields, and yet stay."""
    fake = FakeTiny()
    fake.reply(json={"sid": "a", "beyond": 1, "age": None}, headers={"X-Left": "4"})
    task = fake.team("T").fetch("a")
    other = again(task)

    assert task == other
    assert task.to_dict() == other.to_dict() == {"sid": "a", "beyond": 1, "age": None}
    assert task.response == other.response
    assert 4 == other.response.headers.x_left


class Mine(Task):
    """What a caller may make of a model; it is no class with slots alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Single(Model[Headers]):
    """A model of one field."""

    sid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty(Model[Headers]):
    """A model without fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shadowing(Model[Headers]):
    """A model whose first field is called like something every class has."""

    mro: str | None = None
    sid: str | None = None


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("cls", [Task, Mine, Single, Empty, Shadowing])
def test_a_model_is_of_the_class_that_read_it(cls: type[Model[Any]], strict: bool) -> None:
    """A frozen one, whatever is faster to make."""
    data = {"sid": "a", "children": [], "beyond": {"x": [1]}}
    model = cls.from_dict(data, strict=strict)

    with pytest.raises((FrozenInstanceError, TypeError)):  # Python has one more for no field
        model.sid = "b"  # type: ignore[attr-defined]
    assert (cls, data) == (type(model), model.to_dict())


def test_a_model_shares_nothing_with_what_it_was_read_from() -> None:
    """Documented or not, on any level."""
    data = deepcopy(WHOLE) | {"beyond": {"x": [{"y": 1}]}}
    model, strict = Task.from_dict(data), Task.from_dict(data, strict=True)
    whole = deepcopy(data)
    data["labels"]["x"] = data["anything"]["free"][1] = data["children"][0]["sid"] = "changed"
    data["beyond"]["x"][0]["y"] = "changed"

    assert [whole, whole] == [model.to_dict(), strict.to_dict()]


def test_only_a_result_has_a_response() -> None:
    """What was made by hand or stands inside another model says so."""

    for task in (Task(sid="a"), Task.from_dict({"sid": "a"})):
        with pytest.raises(AttributeError, match="this Task is not itself the result of a call"):
            _ = task.response


def test_a_model_by_hand_sends_what_was_set() -> None:
    """None says no value there."""
    task = Task(sid="a", created=datetime(2030, 1, 2, tzinfo=UTC), children=[Task(sid="b")])

    assert {
        "sid": "a",
        "dateCreated": "2030-01-02T00:00:00Z",
        "children": [{"sid": "b"}],
    } == task.to_dict()


@dataclass(frozen=True, slots=True, kw_only=True)
class One(Model[Headers]):
    """One field, renamed and required."""

    one: str = wire("the-one", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty(Model[Headers]):
    """No fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash(Model[Headers]):
    """A field with a builtin's name beside one that uses the builtin."""

    list: str | None = None
    names: list[str] | None = None  # type: ignore[valid-type]


def test_models_of_any_size() -> None:
    """None, one, and names that hide builtins."""

    assert {"the-one": "x", "y": 1} == One.from_dict({"the-one": "x", "y": 1}).to_dict()
    assert {"y": 1} == Empty.from_dict({"y": 1}).to_dict()
    assert ["a"] == Clash.from_dict({"list": "l", "names": ["a"]}, strict=True).names
    with pytest.raises(TypeError):
        One()


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Any, {"a": 1}, {"a": 1}),
        (list[int], [1, 2], [1, 2]),
        (list[Order], ["FIFO"], [Order.FIFO]),
        (dict[str, list[date]], {"a": ["2030-01-02"]}, {"a": [date(2030, 1, 2)]}),
        (One | Task, {"sid": "x"}, Task(sid="x")),
        (One | Task, {"the-one": "x", "more": 1}, One(one="x")),
        (One | Task | None, None, None),
        (str | datetime, "2030-01-02T00:00:00Z", datetime(2030, 1, 2, tzinfo=UTC)),
        (datetime | str, "words", "words"),
        (int | list[Task], [{"sid": "x"}], [Task(sid="x")]),
        (Literal["a", "b"], "a", "a"),
    ],
)
def test_types_of_answers(kind: Any, value: Any, expected: Any) -> None:
    """Strict and lenient agree on what is well formed."""

    assert expected == decode(value, kind, strict=True)
    assert expected == decode(value, kind, strict=False)
    assert type(expected) is type(decode(value, kind, strict=False))


def test_a_union_that_nothing_fits_is_kept() -> None:
    """The closest model takes an odd object, other values stay."""
    odd = {"sid": 5}

    assert Task(sid=5) == decode(odd, One | Task, strict=False)  # type: ignore[arg-type]
    assert "odd" == decode("odd", int | list[str], strict=False)  # type: ignore[arg-type]


def _response(content: bytes, media_type: str = "application/json") -> ApiResponse[Headers]:
    return ApiResponse(
        status_code=200,
        headers=Headers({"Content-Type": media_type}),
        method="GET",
        path="/x",
        content=content,
    )


@pytest.mark.parametrize(
    ("into", "content", "media_type", "expected"),
    [
        (Answer[bytes], b"\xff", "application/octet-stream", b"\xff"),
        (Answer[str], b"words", "text/plain", "words"),
        (Answer[str], b"caf\xe9", "text/plain; charset=latin-1", "café"),
        (Answer[str], b"\xff", "text/plain; charset=nonsense", "\ufffd"),
        (Answer[str], b'"words"', "application/json", "words"),
        (Answer[int], b"3", "application/json", 3),
        (Answer[Any], b'{"a": 1}', "application/problem+json; charset=utf-8", {"a": 1}),
        (Answer[Any], b"words", "text/plain", "words"),
        (Answer[Any], b"", "", None),
        (Answer[Any], b"", "application/json", None),
        (Answer[Task | None], b"", "application/json", None),
        (Answer[dict[str, Order]], b'{"a": "FIFO"}', "application/json", {"a": Order.FIFO}),
    ],
)
def test_answers(into: type[Answer[Any]], content: bytes, media_type: str, expected: Any) -> None:
    """The value follows the promised type and the answer's media type."""
    response = _response(content, media_type)

    assert Answer(expected, response) == read_answer(response, into, strict=True)


def test_a_list_carries_its_response() -> None:
    """And is a list otherwise."""
    response = _response(b'[{"sid": "a"}]')
    items = read_answer(response, Items[Task], strict=True)

    assert [Task(sid="a")] == items == pickled(items)
    assert response is items.response


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not JSON: ''"),
        (b"<html>" + b"x" * 1000, "not JSON: '<html>x{194}' "),
        (b"[1]", r"\$: expected an object, found list"),
        (b"\xff\xfe\xfa", "not JSON"),
        (b"[" * 200_000, "deeply"),
        (b'{"sid": ' + b"9" * 5000 + b"}", "not JSON"),
    ],
)
def test_what_is_no_object_is_an_error(content: bytes, message: str) -> None:
    """With status and media type, and no more than 200 characters of the body."""

    with pytest.raises(DecodeError, match=message) as caught:
        read_answer(_response(content, "text/html"), Task, strict=False)

    assert str(caught.value).endswith(" [status 200, text/html] (GET /x)")
    assert len(str(caught.value)) < 300


def test_strict_errors_carry_the_response() -> None:
    """The path into the JSON, and where it came from."""
    fake = FakeTiny(strict=True)
    fake.reply(json={"sid": "a", "children": [{"sid": 1}]})

    with pytest.raises(DecodeError, match=r"^\$\.children\[0\]\.sid: .*Tasks/\{Sid\}") as caught:
        fake.team("T").fetch("a")

    assert caught.value.response is not None
    assert 200 == caught.value.response.status_code


def test_headers_by_name_and_type() -> None:
    """Names without case; what does not parse is None; values stay out of repr."""
    headers = ResponseHeaders({"X-N": "5", "x-bad": "five", "X-Yes": "TRUE", "X-F": "1.5"})

    assert ("5", "5", None) == (headers["x-n"], headers.get("X-N"), headers.get("none"))
    assert (5, None, None) == tuple(map(headers._integer, ("x-n", "X-Bad", "no")))
    assert (1.5, None, True, None) == (
        headers._number("X-F"),
        headers._number("x-bad"),
        headers._boolean("x-yes"),
        headers._boolean("x-bad"),
    )
    assert ("five", None) == (headers._text("X-BAD"), headers._text("no"))
    assert "ResponseHeaders(x-n, x-bad, x-yes, x-f)" == repr(headers)


def test_a_model_is_read_when_it_is_looked_at() -> None:
    """Once, and as it was when it was made, whatever its maker does with the data."""
    data: dict[str, Any] = {"sid": "a", "labels": {"x": "1"}, "children": [{"sid": "b"}], "more": 1}
    task = Task.from_dict(data)
    data["labels"]["x"] = data["children"][0]["sid"] = "changed"
    data["sid"] = "changed"
    assert task.children is not None

    assert ("a", {"x": "1"}, "b") == (task.sid, task.labels, task.children[0].sid)
    assert task.children is task.children
    assert {"more": 1} == task.extra


def test_an_attribute_that_is_no_field_is_missed_before_and_after_reading() -> None:
    """Reading late hides no misspelling."""
    task = Task.from_dict({"sid": "a"})

    for _ in range(2):
        with pytest.raises(AttributeError, match="nonsense"):
            _ = task.nonsense  # type: ignore[attr-defined]


def test_models_read_at_once_by_many_threads_are_whole() -> None:
    """No thread sees a field that another has not read yet."""
    body = [{"sid": str(number), "dateCreated": "2030-01-02T03:04:05Z"} for number in range(200)]
    tasks: list[Task] = decode(body, list[Task], strict=False)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: (tasks[n % 200].created, tasks[n % 200].sid), range(3200)))

    assert {datetime} == {type(created) for created, _ in found}
    assert [str(n % 200) for n in range(3200)] == [sid for _, sid in found]
