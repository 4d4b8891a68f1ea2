"""What ``api.toml`` states: everything about an API that its pages do not say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, Struct

from generator.config_calls import FieldConfig, ModelConfig, OperationConfig, ResourceConfig
from generator.config_client import (
    AuthConfig,
    ClientConfig,
    CredentialConfig,
    ErrorConfig,
    PaginationConfig,
    ServerConfig,
)
from generator.source import SourceSpan

__all__ = [
    "AcceptConfig",
    "ApiConfig",
    "AuthConfig",
    "ClientConfig",
    "CredentialConfig",
    "ErrorConfig",
    "FieldConfig",
    "ModelConfig",
    "OperationConfig",
    "PaginationConfig",
    "ResourceConfig",
    "ServerConfig",
]


class AcceptConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A change that ``diff`` reports and that is accepted ``until`` a day, that day included."""

    fingerprint: Annotated[
        str, Meta(description="The change, as diff prints it.", examples=["767d0eca9b41"])
    ]
    until: Annotated[
        dt.date, Meta(description="The last day on which it is accepted.", examples=["2026-12-31"])
    ]
    reason: Annotated[
        str, Meta(description="Why, for whoever reads it then.", examples=["Nobody calls it."])
    ]


class ApiConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One ``api.toml``; every part is optional."""

    packs: Annotated[
        tuple[str, ...],
        Meta(description="Target languages, by the names of packs.", examples=[["python"]]),
    ] = ("python",)
    client: Annotated[
        ClientConfig,
        Meta(description="Names and address of the client.", examples=[{"name": "TaskRouter"}]),
    ] = ClientConfig()
    servers: Annotated[
        tuple[ServerConfig, ...],
        Meta(
            description="All addresses, the usual one first.",
            examples=[[{"url": "https://api.example.com/v1"}]],
        ),
    ] = ()
    auth: Annotated[
        dict[str, AuthConfig],
        Meta(
            description="Methods of authentication, as the pages call them.",
            examples=[{"Api key": {"kind": "bearer", "token": {"name": "token"}}}],
        ),
    ] = {}
    errors: Annotated[
        ErrorConfig,
        Meta(
            description="Where an error answer keeps its parts.", examples=[{"message": "message"}]
        ),
    ] = ErrorConfig()
    pagination: Annotated[
        PaginationConfig | None,
        Meta(
            description="How every list goes on that has the parts.",
            examples=[{"style": "next-url", "next": "meta.next"}],
        ),
    ] = None
    groups: Annotated[
        dict[str, tuple[str, ...]],
        Meta(
            description="Headings with their pages, in place of those of the docs root.",
            examples=[{"Workspaces": ["createworkspace"]}],
        ),
    ] = {}
    fields: Annotated[
        dict[str, FieldConfig],
        Meta(
            description="Arguments and fields of that name, wherever a page has one.",
            examples=[{"Status": {"values": ["open", "done"]}}],
        ),
    ] = {}
    models: Annotated[
        dict[str, ModelConfig],
        Meta(
            description="Models by their classes, and new ones.",
            examples=[{"TaskValue": {"name": "Task"}}],
        ),
    ] = {}
    operations: Annotated[
        dict[str, OperationConfig],
        Meta(
            description="Pages, by their names without operation- and .md.",
            examples=[{"createtask": {"required": ["Name"]}}],
        ),
    ] = {}
    resources: Annotated[
        dict[str, ResourceConfig],
        Meta(
            description="Resources, by their places in calls.",
            examples=[{"workspaces().tasks": {"noun": "task"}}],
        ),
    ] = {}
    limits: Annotated[
        dict[str, int],
        Meta(
            description="How much may be read, where that is more than usual.",
            examples=[{"fields": 8_000}],
        ),
    ] = {}
    accept: Annotated[
        tuple[AcceptConfig, ...],
        Meta(
            description="Changes at which diff need not stop.",
            examples=[
                [{"fingerprint": "767d0eca9b41", "until": "2026-12-31", "reason": "Unused."}]
            ],
        ),
    ] = ()

    def types(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Every type that is stated, as it is written, with the way to its key."""
        for name, one in self.fields.items():
            yield from _type(("fields", name, "type"), one.type)
        for model, config in self.models.items():
            for name, said in config.fields.items():
                keys = ("models", model, "fields", name)
                if isinstance(said, str):
                    yield keys, said
                else:
                    yield from _type((*keys, "type"), said.type)
        for id_, operation in self.operations.items():
            yield from _type(("operations", id_, "returns"), operation.returns)
            for name, one in operation.fields.items():
                yield from _type(("operations", id_, "fields", name, "type"), one.type)

    def place(self, *keys: str | int) -> SourceSpan:
        """Where a key stands: ``place("operations", "createtask")``."""
        return SourceSpan(path="api.toml")

    def value_place(self, *keys: str | int) -> SourceSpan:
        """Where the value of a key stands; the key itself where that is not known."""
        return self.place(*keys)


def _type(keys: tuple[str, ...], text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    if text:
        yield keys, text
