"""What the API says about workflow cumulative statistics."""

from __future__ import annotations

from ..reading import Field, Known, Reading

READINGS: list[Reading] = [
    Reading(
        "WorkflowCumulativeStatistics",
        [
            Field("account_sid", "account_sid", "accountsid & more", "str"),
            Field("avg_task_acceptance_time", "avg_task_acceptance_time", 8, "int"),
            Field("start_time", "start_time", "2026-01-02T03:06:05Z", "datetime"),
            Field("end_time", "end_time", "2026-01-02T03:07:05Z", "datetime"),
            Field("reservations_created", "reservations_created", 11, "int"),
            Field("reservations_accepted", "reservations_accepted", 12, "int"),
            Field("reservations_rejected", "reservations_rejected", 13, "int"),
            Field("reservations_timed_out", "reservations_timed_out", 14, "int"),
            Field("reservations_canceled", "reservations_canceled", 15, "int"),
            Field("reservations_rescinded", "reservations_rescinded", 16, "int"),
            Field("split_by_wait_time", "split_by_wait_time", {"key": "value"}, "Any"),
            Field(
                "wait_duration_until_accepted",
                "wait_duration_until_accepted",
                {"key": "value"},
                "Any",
            ),
            Field(
                "wait_duration_until_canceled",
                "wait_duration_until_canceled",
                {"key": "value"},
                "Any",
            ),
            Field("tasks_canceled", "tasks_canceled", 20, "int"),
            Field("tasks_completed", "tasks_completed", 21, "int"),
            Field("tasks_entered", "tasks_entered", 22, "int"),
            Field("tasks_deleted", "tasks_deleted", 23, "int"),
            Field("tasks_moved", "tasks_moved", 24, "int"),
            Field(
                "tasks_timed_out_in_workflow", "tasks_timed_out_in_workflow", 25, "int"
            ),
            Field("workflow_sid", "workflow_sid", "workflowsid & more", "str"),
            Field("workspace_sid", "workspace_sid", "workspacesid & more", "str"),
            Field("url", "url", "https://example.com/hook?a=1&b=23", "str"),
        ],
    )
]

KNOWN: list[Known] = []
