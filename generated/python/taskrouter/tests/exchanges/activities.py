"""Activities: ``client.workspaces().activities``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createactivity",
        call=lambda client, ids, given: client.workspaces(ids[0]).activities.create(
            **given
        ),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/Activities",
        returns="Activity",
        sent=[
            Sent(
                "friendly_name",
                "form",
                "FriendlyName",
                "FriendlyName & more",
                required=True,
            ),
            Sent("available", "form", "Available", False),
        ],
    ),
    Exchange(
        name="listactivity",
        call=lambda client, ids, given: client.workspaces(ids[0]).activities.list(
            **given
        ),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Activities",
        returns="Activity",
        sent=[
            Sent("friendly_name", "query", "FriendlyName", "FriendlyName & more"),
            Sent("available", "query", "Available", "Available & more"),
            Sent("page_size", "query", "PageSize", 9),
            Sent("page", "query", "Page", 10),
            Sent("page_token", "query", "PageToken", "PageToken & more"),
        ],
        turning=Turning(
            style="next-url",
            items="activities",
            next="meta.next_page_url",
            limit="limit",
        ),
    ),
    Exchange(
        name="fetchactivity",
        call=lambda client, ids, given: client.workspaces(ids[0]).activities.fetch(
            ids[1], **given
        ),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
        returns="Activity",
    ),
    Exchange(
        name="updateactivity",
        call=lambda client, ids, given: client.workspaces(ids[0]).activities.update(
            ids[1], **given
        ),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
        returns="Activity",
        sent=[Sent("friendly_name", "form", "FriendlyName", "FriendlyName & more")],
    ),
    Exchange(
        name="deleteactivity",
        call=lambda client, ids, given: client.workspaces(ids[0]).activities.delete(
            ids[1], **given
        ),
        method="DELETE",
        template="/v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
        returns="NoContent[Headers]",
    ),
]
