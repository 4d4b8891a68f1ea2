"""Every documented model and enumeration."""

from __future__ import annotations

from ..reading import Known, Reading
from . import activity
from . import event
from . import reservation
from . import task
from . import task_channel
from . import task_queue
from . import task_queue_cumulative_statistics
from . import task_queue_real_time_statistics
from . import task_queue_statistics
from . import task_queues_real_time_statistics
from . import worker
from . import worker_channel
from . import worker_instance_statistics
from . import worker_statistics
from . import workers_cumulative_statistics
from . import workers_real_time_statistics
from . import workflow
from . import workflow_cumulative_statistics
from . import workflow_real_time_statistics
from . import workflow_statistics
from . import workspace
from . import workspace_cumulative_statistics
from . import workspace_real_time_statistics
from . import workspace_statistics

_ALL: list[Reading] = [
    *activity.READINGS,
    *event.READINGS,
    *reservation.READINGS,
    *task.READINGS,
    *task_channel.READINGS,
    *task_queue.READINGS,
    *task_queue_cumulative_statistics.READINGS,
    *task_queue_real_time_statistics.READINGS,
    *task_queue_statistics.READINGS,
    *task_queues_real_time_statistics.READINGS,
    *worker.READINGS,
    *worker_channel.READINGS,
    *worker_instance_statistics.READINGS,
    *worker_statistics.READINGS,
    *workers_cumulative_statistics.READINGS,
    *workers_real_time_statistics.READINGS,
    *workflow.READINGS,
    *workflow_cumulative_statistics.READINGS,
    *workflow_real_time_statistics.READINGS,
    *workflow_statistics.READINGS,
    *workspace.READINGS,
    *workspace_cumulative_statistics.READINGS,
    *workspace_real_time_statistics.READINGS,
    *workspace_statistics.READINGS,
]

READINGS: dict[str, Reading] = {one.model: one for one in _ALL}

KNOWN: list[Known] = [
    *activity.KNOWN,
    *event.KNOWN,
    *reservation.KNOWN,
    *task.KNOWN,
    *task_channel.KNOWN,
    *task_queue.KNOWN,
    *task_queue_cumulative_statistics.KNOWN,
    *task_queue_real_time_statistics.KNOWN,
    *task_queue_statistics.KNOWN,
    *task_queues_real_time_statistics.KNOWN,
    *worker.KNOWN,
    *worker_channel.KNOWN,
    *worker_instance_statistics.KNOWN,
    *worker_statistics.KNOWN,
    *workers_cumulative_statistics.KNOWN,
    *workers_real_time_statistics.KNOWN,
    *workflow.KNOWN,
    *workflow_cumulative_statistics.KNOWN,
    *workflow_real_time_statistics.KNOWN,
    *workflow_statistics.KNOWN,
    *workspace.KNOWN,
    *workspace_cumulative_statistics.KNOWN,
    *workspace_real_time_statistics.KNOWN,
    *workspace_statistics.KNOWN,
]
