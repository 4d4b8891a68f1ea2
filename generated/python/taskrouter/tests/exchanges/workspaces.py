"""Workspaces: ``client.workspaces``."""

from __future__ import annotations

from ..exchange import Exchange

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createworkspace",
        call=lambda client, some_id: client.workspaces.create(
            friendly_name="FriendlyName & more",
            event_callback_url="https://example.com/hook?a=1&b=2",
            events_filter="EventsFilter & more",
            multi_task_enabled=True,
            template="NONE",
            prioritize_queue_order="LIFO",
        ),
        method="POST",
        target="/v1/Workspaces",
        template="/v1/Workspaces",
        returns="Workspace",
        form=[
            ("FriendlyName", "FriendlyName & more"),
            ("EventCallbackUrl", "https://example.com/hook?a=1&b=2"),
            ("EventsFilter", "EventsFilter & more"),
            ("MultiTaskEnabled", "true"),
            ("Template", "NONE"),
            ("PrioritizeQueueOrder", "LIFO"),
        ],
    ),
    Exchange(
        name="listworkspace",
        call=lambda client, some_id: client.workspaces.list(
            friendly_name="FriendlyName & more",
            page_size=7,
            page=7,
            page_token="PageToken & more",
        ),
        method="GET",
        target="/v1/Workspaces",
        template="/v1/Workspaces",
        returns="Workspace",
        pages=True,
        query=[
            ("FriendlyName", "FriendlyName & more"),
            ("PageSize", "7"),
            ("Page", "7"),
            ("PageToken", "PageToken & more"),
        ],
    ),
    Exchange(
        name="fetchworkspace",
        call=lambda client, some_id: client.workspaces.fetch(some_id),
        method="GET",
        target="/v1/Workspaces/a%2Fb%20%3F1",
        template="/v1/Workspaces/{Sid}",
        returns="Workspace",
    ),
    Exchange(
        name="updateworkspace",
        call=lambda client, some_id: client.workspaces.update(
            some_id,
            default_activity_sid="DefaultActivitySid & more",
            event_callback_url="https://example.com/hook?a=1&b=2",
            events_filter="EventsFilter & more",
            friendly_name="FriendlyName & more",
            multi_task_enabled=True,
            timeout_activity_sid="TimeoutActivitySid & more",
            prioritize_queue_order="LIFO",
        ),
        method="POST",
        target="/v1/Workspaces/a%2Fb%20%3F1",
        template="/v1/Workspaces/{Sid}",
        returns="Workspace",
        form=[
            ("DefaultActivitySid", "DefaultActivitySid & more"),
            ("EventCallbackUrl", "https://example.com/hook?a=1&b=2"),
            ("EventsFilter", "EventsFilter & more"),
            ("FriendlyName", "FriendlyName & more"),
            ("MultiTaskEnabled", "true"),
            ("TimeoutActivitySid", "TimeoutActivitySid & more"),
            ("PrioritizeQueueOrder", "LIFO"),
        ],
    ),
    Exchange(
        name="deleteworkspace",
        call=lambda client, some_id: client.workspaces.delete(some_id),
        method="DELETE",
        target="/v1/Workspaces/a%2Fb%20%3F1",
        template="/v1/Workspaces/{Sid}",
        returns="NoContent[Headers]",
    ),
]
