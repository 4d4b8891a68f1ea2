"""What ``api.toml`` states of single calls: operations, fields, models and resources."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from generator.config_client import PaginationConfig


class FieldConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is known of one argument or of one field of an answer; unsaid keys change nothing."""

    name: Annotated[
        str, Meta(description="What the argument or attribute is called.", examples=["status"])
    ] = ""
    type: Annotated[
        str,
        Meta(
            description="The type in the pages' own notation; a model by its name.",
            examples=["string(date-time) | null", "array[Worker]"],
        ),
    ] = ""
    required: Annotated[
        bool | None, Meta(description="Whether it is always there.", examples=[True])
    ] = None
    values: Annotated[
        tuple[str | int | float | bool, ...] | None,
        Meta(description="Its values; [] where it has no known ones.", examples=[["low", "high"]]),
    ] = None
    open: Annotated[
        bool | None,
        Meta(description="false: there will never be other values.", examples=[False]),
    ] = None
    default: Annotated[
        str | int | float | bool | None,
        Meta(description="What the service uses when nothing is sent.", examples=["low"]),
    ] = None
    deprecated: Annotated[
        bool | None, Meta(description="Whether it should no longer be used.", examples=[True])
    ] = None
    read_only: Annotated[
        bool | None, Meta(description="Whether only the service sets it.", examples=[True])
    ] = None
    style: Annotated[
        Literal["repeat", "comma", "brackets", "indices"] | None,
        Meta(
            description="How a list or an object travels in a query or form: a=1&a=2, a=1,2, "
            "a[]=1&a[]=2 (an object: a[k]=1), a[0]=1&a[1]=2.",
            examples=["brackets"],
        ),
    ] = None


class ModelConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A model of the SDK, by its class; with ``fields`` it may be one that no page describes."""

    name: Annotated[
        str, Meta(description="What it is called instead.", examples=["Reservation"])
    ] = ""
    fields: Annotated[
        dict[str, str | FieldConfig],
        Meta(
            description="Fields by their names on the wire: a type, or a table of keys.",
            examples=[{"sid": "string", "worker": "Worker"}],
        ),
    ] = {}


class OperationConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one page does not say. The key is the page's name without ``operation-`` and ``.md``."""

    required: Annotated[
        tuple[str, ...] | None,
        Meta(
            description="What must be given; the others are optional then. [] where all are.",
            examples=[["FriendlyName"]],
        ),
    ] = None
    name: Annotated[str, Meta(description="The function's name.", examples=["create"])] = ""
    resource: Annotated[
        str,
        Meta(
            description="The place in the tree of calls it belongs to.",
            examples=["workspaces().tasks"],
        ),
    ] = ""
    returns: Annotated[
        str,
        Meta(
            description="The name of the answer's model; the answer's type where the page lists "
            "nothing of it.",
            examples=["Workspace", "array[Task]"],
        ),
    ] = ""
    pagination: Annotated[
        PaginationConfig | Literal[False] | None,
        Meta(
            description="How this list goes on, or false.",
            examples=[{"style": "cursor", "next": "next", "parameter": "after"}],
        ),
    ] = None
    fields: Annotated[
        dict[str, FieldConfig],
        Meta(
            description="Arguments and fields of this page, as lint names them: Status, "
            "address.city, 200 items[].sid, 200 body.",
            examples=[{"Status": {"values": ["open", "done"]}}],
        ),
    ] = {}
    deprecated: Annotated[
        bool | None, Meta(description="Whether it should no longer be called.", examples=[True])
    ] = None
    server: Annotated[
        str,
        Meta(
            description="The server that answers: an address, or the name of one.",
            examples=["https://upload.example.com"],
        ),
    ] = ""
    idempotency_header: Annotated[
        str | Literal[False] | None,
        Meta(
            description="The header that makes it safe to repeat it, or false.",
            examples=["Idempotency-Key"],
        ),
    ] = None
    skip: Annotated[bool, Meta(description="Leave it out.", examples=[True])] = False


class ResourceConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names of one resource. The key is its place in calls: ``"workspaces().task_queues"``."""

    name: Annotated[str, Meta(description="The attribute.", examples=["task_queues"])] = ""
    noun: Annotated[str, Meta(description="One of them.", examples=["task_queue"])] = ""
    collection: Annotated[str, Meta(description="All of them.", examples=["task_queues"])] = ""
