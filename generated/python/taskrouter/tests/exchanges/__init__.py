"""Every documented operation as a call with samples."""

from __future__ import annotations

from ..exchange import Exchange
from . import activities
from . import events
from . import task_channels
from . import task_queue_cumulative_statistics
from . import task_queue_real_time_statistics
from . import task_queue_statistics
from . import task_queues
from . import task_queues_real_time_statistics
from . import task_queues_statistics
from . import task_reservations
from . import tasks
from . import worker_channels
from . import worker_instance_statistics
from . import worker_reservations
from . import worker_statistics
from . import workers
from . import workers_cumulative_statistics
from . import workers_real_time_statistics
from . import workflow_cumulative_statistics
from . import workflow_real_time_statistics
from . import workflow_statistics
from . import workflows
from . import workspace_cumulative_statistics
from . import workspace_real_time_statistics
from . import workspace_statistics
from . import workspaces

EXCHANGES: list[Exchange] = [
    *activities.EXCHANGES,
    *events.EXCHANGES,
    *task_channels.EXCHANGES,
    *task_queue_cumulative_statistics.EXCHANGES,
    *task_queue_real_time_statistics.EXCHANGES,
    *task_queue_statistics.EXCHANGES,
    *task_queues.EXCHANGES,
    *task_queues_real_time_statistics.EXCHANGES,
    *task_queues_statistics.EXCHANGES,
    *task_reservations.EXCHANGES,
    *tasks.EXCHANGES,
    *worker_channels.EXCHANGES,
    *worker_instance_statistics.EXCHANGES,
    *worker_reservations.EXCHANGES,
    *worker_statistics.EXCHANGES,
    *workers.EXCHANGES,
    *workers_cumulative_statistics.EXCHANGES,
    *workers_real_time_statistics.EXCHANGES,
    *workflow_cumulative_statistics.EXCHANGES,
    *workflow_real_time_statistics.EXCHANGES,
    *workflow_statistics.EXCHANGES,
    *workflows.EXCHANGES,
    *workspace_cumulative_statistics.EXCHANGES,
    *workspace_real_time_statistics.EXCHANGES,
    *workspace_statistics.EXCHANGES,
    *workspaces.EXCHANGES,
]
