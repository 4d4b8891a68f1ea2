"""TaskRouter"""

from __future__ import annotations

TYPE_CHECKING = False  # not typing's, which takes longer to import than all the rest
if TYPE_CHECKING:
    from typing import Any

    from ._runtime._downloads import AsyncDownload, Download
    from ._runtime._errors import (
        APIConnectionError,
        APIError,
        APIRedirectError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        ConflictError,
        DecodeError,
        InternalServerError,
        MissingCredentialsError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
    )
    from ._runtime._omit import OMIT, Omit
    from ._runtime._paging import AsyncPages, Page, Pages
    from ._runtime._results import Answer, ApiResponse, Items, NoContent
    from .client import AsyncTaskRouter, TaskRouter
    from .custom import *
    from .headers import Headers
    from .models.activity import Activity
    from .models.event import Event
    from .models.reservation import (
        ConferenceStatusCallbackEvent,
        Reservation,
        ReservationBeep,
        ReservationConferenceRecord,
        ReservationConferenceTrim,
        ReservationJitterBufferSize,
        ReservationRecordingChannels,
        ReservationRegion,
        ReservationStatus,
        ReservationStatusCallbackEvent,
        ReservationSupervisorMode,
        ReservationWaitMethod,
        StatusCallbackMethod,
    )
    from .models.task import Task, TaskAssignmentStatus
    from .models.task_channel import TaskChannel
    from .models.task_queue import TaskQueue, TaskQueueTaskOrder
    from .models.task_queue_cumulative_statistics import TaskQueueCumulativeStatistics
    from .models.task_queue_real_time_statistics import TaskQueueRealTimeStatistics
    from .models.task_queue_statistics import TaskQueueStatistics
    from .models.task_queues_real_time_statistics import TaskQueuesRealTimeStatistics
    from .models.worker import Worker
    from .models.worker_channel import WorkerChannel
    from .models.worker_instance_statistics import WorkerInstanceStatistics
    from .models.worker_statistics import WorkerStatistics
    from .models.workers_cumulative_statistics import WorkersCumulativeStatistics
    from .models.workers_real_time_statistics import WorkersRealTimeStatistics
    from .models.workflow import Workflow
    from .models.workflow_cumulative_statistics import WorkflowCumulativeStatistics
    from .models.workflow_real_time_statistics import WorkflowRealTimeStatistics
    from .models.workflow_statistics import WorkflowStatistics
    from .models.workspace import (
        Workspace,
        WorkspacePrioritizeQueueOrder,
        WorkspaceTemplate,
    )
    from .models.workspace_cumulative_statistics import WorkspaceCumulativeStatistics
    from .models.workspace_real_time_statistics import WorkspaceRealTimeStatistics
    from .models.workspace_statistics import WorkspaceStatistics
else:  # a checker must not believe that every name exists

    def __getattr__(name: str) -> Any:
        # What a name needs is imported when it is asked for: importing the package costs nothing.
        module: Any
        if name in ("TaskRouter", "AsyncTaskRouter"):
            from . import client as module
        elif name == "Headers":
            from . import headers as module
        elif name == "Activity":
            from .models import activity as module
        elif name == "Event":
            from .models import event as module
        elif name in (
            "ConferenceStatusCallbackEvent",
            "Reservation",
            "ReservationBeep",
            "ReservationConferenceRecord",
            "ReservationConferenceTrim",
            "ReservationJitterBufferSize",
            "ReservationRecordingChannels",
            "ReservationRegion",
            "ReservationStatus",
            "ReservationStatusCallbackEvent",
            "ReservationSupervisorMode",
            "ReservationWaitMethod",
            "StatusCallbackMethod",
        ):
            from .models import reservation as module
        elif name in ("Task", "TaskAssignmentStatus"):
            from .models import task as module
        elif name == "TaskChannel":
            from .models import task_channel as module
        elif name in ("TaskQueue", "TaskQueueTaskOrder"):
            from .models import task_queue as module
        elif name == "TaskQueueCumulativeStatistics":
            from .models import task_queue_cumulative_statistics as module
        elif name == "TaskQueueRealTimeStatistics":
            from .models import task_queue_real_time_statistics as module
        elif name == "TaskQueueStatistics":
            from .models import task_queue_statistics as module
        elif name == "TaskQueuesRealTimeStatistics":
            from .models import task_queues_real_time_statistics as module
        elif name == "Worker":
            from .models import worker as module
        elif name == "WorkerChannel":
            from .models import worker_channel as module
        elif name == "WorkerInstanceStatistics":
            from .models import worker_instance_statistics as module
        elif name == "WorkerStatistics":
            from .models import worker_statistics as module
        elif name == "WorkersCumulativeStatistics":
            from .models import workers_cumulative_statistics as module
        elif name == "WorkersRealTimeStatistics":
            from .models import workers_real_time_statistics as module
        elif name == "Workflow":
            from .models import workflow as module
        elif name == "WorkflowCumulativeStatistics":
            from .models import workflow_cumulative_statistics as module
        elif name == "WorkflowRealTimeStatistics":
            from .models import workflow_real_time_statistics as module
        elif name == "WorkflowStatistics":
            from .models import workflow_statistics as module
        elif name in (
            "Workspace",
            "WorkspacePrioritizeQueueOrder",
            "WorkspaceTemplate",
        ):
            from .models import workspace as module
        elif name == "WorkspaceCumulativeStatistics":
            from .models import workspace_cumulative_statistics as module
        elif name == "WorkspaceRealTimeStatistics":
            from .models import workspace_real_time_statistics as module
        elif name == "WorkspaceStatistics":
            from .models import workspace_statistics as module
        elif name in ("AsyncPages", "Page", "Pages"):
            from ._runtime import _paging as module
        elif name in ("Answer", "ApiResponse", "Items", "NoContent"):
            from ._runtime import _results as module
        elif name in ("OMIT", "Omit"):
            from ._runtime import _omit as module
        elif name in ("AsyncDownload", "Download"):
            from ._runtime import _downloads as module
        elif name in __all__:
            from ._runtime import _errors as module
        else:  # what users added, unless the import system asks for a module of ours
            module = None
            if name[:1] != "_" and name not in ("client", "custom", "headers"):
                from . import custom as module
            if name not in getattr(module, "__all__", ()):
                raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(module, name)


__version__ = "1.0.0"

__all__ = [
    "TaskRouter",
    "AsyncTaskRouter",
    "Headers",
    "APIConnectionError",
    "APIError",
    "APIRedirectError",
    "APIStatusError",
    "APITimeoutError",
    "Answer",
    "ApiResponse",
    "AsyncDownload",
    "AsyncPages",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "DecodeError",
    "Download",
    "InternalServerError",
    "Items",
    "MissingCredentialsError",
    "NoContent",
    "NotFoundError",
    "OMIT",
    "Omit",
    "Page",
    "Pages",
    "PermissionDeniedError",
    "RateLimitError",
    "UnprocessableEntityError",
    "Activity",
    "ConferenceStatusCallbackEvent",
    "Event",
    "Reservation",
    "ReservationBeep",
    "ReservationConferenceRecord",
    "ReservationConferenceTrim",
    "ReservationJitterBufferSize",
    "ReservationRecordingChannels",
    "ReservationRegion",
    "ReservationStatus",
    "ReservationStatusCallbackEvent",
    "ReservationSupervisorMode",
    "ReservationWaitMethod",
    "StatusCallbackMethod",
    "Task",
    "TaskAssignmentStatus",
    "TaskChannel",
    "TaskQueue",
    "TaskQueueCumulativeStatistics",
    "TaskQueueRealTimeStatistics",
    "TaskQueueStatistics",
    "TaskQueueTaskOrder",
    "TaskQueuesRealTimeStatistics",
    "Worker",
    "WorkerChannel",
    "WorkerInstanceStatistics",
    "WorkerStatistics",
    "WorkersCumulativeStatistics",
    "WorkersRealTimeStatistics",
    "Workflow",
    "WorkflowCumulativeStatistics",
    "WorkflowRealTimeStatistics",
    "WorkflowStatistics",
    "Workspace",
    "WorkspaceCumulativeStatistics",
    "WorkspacePrioritizeQueueOrder",
    "WorkspaceRealTimeStatistics",
    "WorkspaceStatistics",
    "WorkspaceTemplate",
]


def __dir__() -> list[str]:
    from .custom import __all__ as own

    return [*__all__, *own]
