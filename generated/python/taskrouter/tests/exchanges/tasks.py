"""Tasks: ``client.workspaces().tasks``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="createtask",
        call=lambda client, ids, given: client.workspaces(ids[0]).tasks.create(**given),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/Tasks",
        returns="Task",
        sent=[
            Sent("timeout", "form", "Timeout", 7),
            Sent("priority", "form", "Priority", 8),
            Sent("task_channel", "form", "TaskChannel", "TaskChannel & more"),
            Sent("workflow_sid", "form", "WorkflowSid", "WorkflowSid & more"),
            Sent("attributes", "form", "Attributes", "Attributes & more"),
            Sent(
                "virtual_start_time", "form", "VirtualStartTime", "2026-01-02T03:09:05Z"
            ),
            Sent("routing_target", "form", "RoutingTarget", "RoutingTarget & more"),
            Sent("ignore_capacity", "form", "IgnoreCapacity", "IgnoreCapacity & more"),
            Sent("task_queue_sid", "form", "TaskQueueSid", "TaskQueueSid & more"),
        ],
    ),
    Exchange(
        name="listtask",
        call=lambda client, ids, given: client.workspaces(ids[0]).tasks.list(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Tasks",
        returns="Task",
        sent=[
            Sent("priority", "query", "Priority", 7),
            Sent(
                "assignment_status",
                "query",
                "AssignmentStatus",
                ["reserved", "assigned"],
                [("AssignmentStatus", "reserved"), ("AssignmentStatus", "assigned")],
            ),
            Sent("workflow_sid", "query", "WorkflowSid", "WorkflowSid & more"),
            Sent("workflow_name", "query", "WorkflowName", "WorkflowName & more"),
            Sent("task_queue_sid", "query", "TaskQueueSid", "TaskQueueSid & more"),
            Sent("task_queue_name", "query", "TaskQueueName", "TaskQueueName & more"),
            Sent(
                "evaluate_task_attributes",
                "query",
                "EvaluateTaskAttributes",
                "EvaluateTaskAttributes & more",
            ),
            Sent("routing_target", "query", "RoutingTarget", "RoutingTarget & more"),
            Sent("ordering", "query", "Ordering", "Ordering & more"),
            Sent("has_addons", "query", "HasAddons", False),
            Sent("page_size", "query", "PageSize", 17),
            Sent("page", "query", "Page", 18),
            Sent("page_token", "query", "PageToken", "PageToken & more"),
        ],
        turning=Turning(
            style="next-url", items="tasks", next="meta.next_page_url", limit="limit"
        ),
    ),
    Exchange(
        name="fetchtask",
        call=lambda client, ids, given: client.workspaces(ids[0]).tasks.fetch(
            ids[1], **given
        ),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}",
        returns="Task",
    ),
    Exchange(
        name="updatetask",
        call=lambda client, ids, given: client.workspaces(ids[0]).tasks.update(
            ids[1], **given
        ),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}",
        returns="Task",
        sent=[
            Sent("if_match", "headers", "If-Match", "IfMatch & more"),
            Sent("attributes", "form", "Attributes", "Attributes & more"),
            Sent("assignment_status", "form", "AssignmentStatus", "assigned"),
            Sent("reason", "form", "Reason", "Reason & more"),
            Sent("priority", "form", "Priority", 11),
            Sent("task_channel", "form", "TaskChannel", "TaskChannel & more"),
            Sent(
                "virtual_start_time", "form", "VirtualStartTime", "2026-01-02T03:10:05Z"
            ),
        ],
    ),
    Exchange(
        name="deletetask",
        call=lambda client, ids, given: client.workspaces(ids[0]).tasks.delete(
            ids[1], **given
        ),
        method="DELETE",
        template="/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}",
        returns="NoContent[Headers]",
        sent=[Sent("if_match", "headers", "If-Match", "IfMatch & more")],
    ),
]
