"""Worker channels: ``client.workspaces().workers().channels``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="listworkerchannel",
        call=lambda client, some_id: client.workspaces(some_id)
        .workers(some_id)
        .channels.list(page_size=7, page=7, page_token="PageToken & more"),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workers/a%2Fb%20%3F1/Channels",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels",
        returns="WorkerChannel",
        pages=True,
        query=[("PageSize", "7"), ("Page", "7"), ("PageToken", "PageToken & more")],
    ),
    Exchange(
        name="fetchworkerchannel",
        call=lambda client, some_id: client.workspaces(some_id)
        .workers(some_id)
        .channels.fetch(some_id),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workers/a%2Fb%20%3F1/Channels/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
        returns="WorkerChannel",
    ),
    Exchange(
        name="updateworkerchannel",
        call=lambda client, some_id: client.workspaces(some_id)
        .workers(some_id)
        .channels.update(some_id, capacity=7, available=True),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1/Workers/a%2Fb%20%3F1/Channels/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
        returns="WorkerChannel",
        form=[("Capacity", "7"), ("Available", "true")],
    ),
]
