"""Worker channels: ``client.workspaces().workers().channels``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="listworkerchannel",
        call=lambda client, ids, given: client.workspaces(ids[0])
        .workers(ids[1])
        .channels.list(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels",
        returns="WorkerChannel",
        sent=[
            Sent("page_size", "query", "PageSize", 7),
            Sent("page", "query", "Page", 8),
            Sent("page_token", "query", "PageToken", "PageToken & more"),
        ],
        turning=Turning(
            style="next-url", items="channels", next="meta.next_page_url", limit="limit"
        ),
    ),
    Exchange(
        name="fetchworkerchannel",
        call=lambda client, ids, given: client.workspaces(ids[0])
        .workers(ids[1])
        .channels.fetch(ids[2], **given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
        returns="WorkerChannel",
    ),
    Exchange(
        name="updateworkerchannel",
        call=lambda client, ids, given: client.workspaces(ids[0])
        .workers(ids[1])
        .channels.update(ids[2], **given),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
        returns="WorkerChannel",
        sent=[
            Sent("capacity", "form", "Capacity", 7),
            Sent("available", "form", "Available", False),
        ],
    ),
]
