"""Task channels: ``client.workspaces().task_channels``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createtaskchannel",
        call=lambda client, some_id: client.workspaces(some_id).task_channels.create(
            friendly_name="FriendlyName & more",
            unique_name="UniqueName & more",
            channel_optimized_routing=True,
        ),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskChannels",
        template="/v1/Workspaces/{WorkspaceSid}/TaskChannels",
        returns="TaskChannel",
        form=[
            ("FriendlyName", "FriendlyName & more"),
            ("UniqueName", "UniqueName & more"),
            ("ChannelOptimizedRouting", "true"),
        ],
    ),
    Exchange(
        name="listtaskchannel",
        call=lambda client, some_id: client.workspaces(some_id).task_channels.list(
            page_size=7, page=7, page_token="PageToken & more"
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskChannels",
        template="/v1/Workspaces/{WorkspaceSid}/TaskChannels",
        returns="TaskChannel",
        pages=True,
        query=[("PageSize", "7"), ("Page", "7"), ("PageToken", "PageToken & more")],
    ),
    Exchange(
        name="fetchtaskchannel",
        call=lambda client, some_id: client.workspaces(some_id).task_channels.fetch(
            some_id
        ),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskChannels/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
        returns="TaskChannel",
    ),
    Exchange(
        name="updatetaskchannel",
        call=lambda client, some_id: client.workspaces(some_id).task_channels.update(
            some_id, friendly_name="FriendlyName & more", channel_optimized_routing=True
        ),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskChannels/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
        returns="TaskChannel",
        form=[
            ("FriendlyName", "FriendlyName & more"),
            ("ChannelOptimizedRouting", "true"),
        ],
    ),
    Exchange(
        name="deletetaskchannel",
        call=lambda client, some_id: client.workspaces(some_id).task_channels.delete(
            some_id
        ),
        method="DELETE",
        target="/v1/Workspaces/a%2Fb%20%3F1/TaskChannels/a%2Fb%20%3F1",
        template="/v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
        returns="NoContent[Headers]",
    ),
]
