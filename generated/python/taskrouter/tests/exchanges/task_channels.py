"""Task channels: ``client.workspaces().task_channels``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createtaskchannel",
        call=lambda client, ids, given: client.workspaces(ids[0]).task_channels.create(
            **given
        ),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/TaskChannels",
        returns="TaskChannel",
        sent=[
            Sent(
                "friendly_name",
                "form",
                "FriendlyName",
                "FriendlyName & more",
                required=True,
            ),
            Sent(
                "unique_name", "form", "UniqueName", "UniqueName & more", required=True
            ),
            Sent("channel_optimized_routing", "form", "ChannelOptimizedRouting", True),
        ],
    ),
    Exchange(
        name="listtaskchannel",
        call=lambda client, ids, given: client.workspaces(ids[0]).task_channels.list(
            **given
        ),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/TaskChannels",
        returns="TaskChannel",
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
        name="fetchtaskchannel",
        call=lambda client, ids, given: client.workspaces(ids[0]).task_channels.fetch(
            ids[1], **given
        ),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
        returns="TaskChannel",
    ),
    Exchange(
        name="updatetaskchannel",
        call=lambda client, ids, given: client.workspaces(ids[0]).task_channels.update(
            ids[1], **given
        ),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
        returns="TaskChannel",
        sent=[
            Sent("friendly_name", "form", "FriendlyName", "FriendlyName & more"),
            Sent("channel_optimized_routing", "form", "ChannelOptimizedRouting", False),
        ],
    ),
    Exchange(
        name="deletetaskchannel",
        call=lambda client, ids, given: client.workspaces(ids[0]).task_channels.delete(
            ids[1], **given
        ),
        method="DELETE",
        template="/v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
        returns="NoContent[Headers]",
    ),
]
