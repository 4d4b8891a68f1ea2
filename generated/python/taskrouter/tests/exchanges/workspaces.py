"""Workspaces: ``client.workspaces``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createworkspace",
        call=lambda client, ids, given: client.workspaces.create(**given),
        method="POST",
        template="/v1/Workspaces",
        returns="Workspace",
        sent=[
            Sent(
                "friendly_name",
                "form",
                "FriendlyName",
                "FriendlyName & more",
                required=True,
            ),
            Sent(
                "event_callback_url",
                "form",
                "EventCallbackUrl",
                "https://example.com/hook?a=1&b=3",
            ),
            Sent("events_filter", "form", "EventsFilter", "EventsFilter & more"),
            Sent("multi_task_enabled", "form", "MultiTaskEnabled", False),
            Sent("template", "form", "Template", "NONE"),
            Sent("prioritize_queue_order", "form", "PrioritizeQueueOrder", "FIFO"),
        ],
    ),
    Exchange(
        name="listworkspace",
        call=lambda client, ids, given: client.workspaces.list(**given),
        method="GET",
        template="/v1/Workspaces",
        returns="Workspace",
        sent=[
            Sent("friendly_name", "query", "FriendlyName", "FriendlyName & more"),
            Sent("page_size", "query", "PageSize", 8),
            Sent("page", "query", "Page", 9),
            Sent("page_token", "query", "PageToken", "PageToken & more"),
        ],
        turning=Turning(
            style="next-url",
            items="workspaces",
            next="meta.next_page_url",
            limit="limit",
        ),
    ),
    Exchange(
        name="fetchworkspace",
        call=lambda client, ids, given: client.workspaces.fetch(ids[0], **given),
        method="GET",
        template="/v1/Workspaces/{Sid}",
        returns="Workspace",
    ),
    Exchange(
        name="updateworkspace",
        call=lambda client, ids, given: client.workspaces.update(ids[0], **given),
        method="POST",
        template="/v1/Workspaces/{Sid}",
        returns="Workspace",
        sent=[
            Sent(
                "default_activity_sid",
                "form",
                "DefaultActivitySid",
                "DefaultActivitySid & more",
            ),
            Sent(
                "event_callback_url",
                "form",
                "EventCallbackUrl",
                "https://example.com/hook?a=1&b=3",
            ),
            Sent("events_filter", "form", "EventsFilter", "EventsFilter & more"),
            Sent("friendly_name", "form", "FriendlyName", "FriendlyName & more"),
            Sent("multi_task_enabled", "form", "MultiTaskEnabled", True),
            Sent(
                "timeout_activity_sid",
                "form",
                "TimeoutActivitySid",
                "TimeoutActivitySid & more",
            ),
            Sent("prioritize_queue_order", "form", "PrioritizeQueueOrder", "LIFO"),
        ],
    ),
    Exchange(
        name="deleteworkspace",
        call=lambda client, ids, given: client.workspaces.delete(ids[0], **given),
        method="DELETE",
        template="/v1/Workspaces/{Sid}",
        returns="NoContent[Headers]",
    ),
]
