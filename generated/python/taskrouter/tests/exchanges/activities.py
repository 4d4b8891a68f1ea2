"""Activities: ``client.workspaces().activities``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createactivity",
        call=lambda client, some_id: client.workspaces(some_id).activities.create(
            friendly_name="FriendlyName & more", available=True
        ),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1/Activities",
        template="/v1/Workspaces/{WorkspaceSid}/Activities",
        returns="Activity",
        form=[("FriendlyName", "FriendlyName & more"), ("Available", "true")],
    ),
    Exchange(
        name="listactivity",
        call=lambda client, some_id: client.workspaces(some_id).activities.list(
            friendly_name="FriendlyName & more",
            available="Available & more",
            page_size=7,
            page=7,
            page_token="PageToken & more",
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Activities",
        template="/v1/Workspaces/{WorkspaceSid}/Activities",
        returns="Activity",
        pages=True,
        query=[
            ("FriendlyName", "FriendlyName & more"),
            ("Available", "Available & more"),
            ("PageSize", "7"),
            ("Page", "7"),
            ("PageToken", "PageToken & more"),
        ],
    ),
    Exchange(
        name="fetchactivity",
        call=lambda client, some_id: client.workspaces(some_id).activities.fetch(
            some_id
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/Activities/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
        returns="Activity",
    ),
    Exchange(
        name="updateactivity",
        call=lambda client, some_id: client.workspaces(some_id).activities.update(
            some_id, friendly_name="FriendlyName & more"
        ),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1/Activities/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
        returns="Activity",
        form=[("FriendlyName", "FriendlyName & more")],
    ),
    Exchange(
        name="deleteactivity",
        call=lambda client, some_id: client.workspaces(some_id).activities.delete(
            some_id
        ),
        method="DELETE",
        target="/v1/Workspaces/a%2Fb%20%3F1/Activities/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
        returns="NoContent[Headers]",
    ),
]
