from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from .._runtime._results import NoContent
from ..headers import Headers
from ..models.workflow import Workflow

if TYPE_CHECKING:
    from .workflow_cumulative_statistics import (
        AsyncWorkflowCumulativeStatisticsResource,
        WorkflowCumulativeStatisticsResource,
    )
    from .workflow_real_time_statistics import (
        AsyncWorkflowRealTimeStatisticsResource,
        WorkflowRealTimeStatisticsResource,
    )
    from .workflow_statistics import (
        AsyncWorkflowStatisticsResource,
        WorkflowStatisticsResource,
    )

PAGING = Paging(
    style="next-url", items="workflows", next="meta.next_page_url", size="PageSize"
)


class Workflows(Resource):
    """Workflows: ``client.workspaces().workflows``."""

    def __call__(self, workflow_sid: str) -> WorkflowItem:
        """Choose one workflow by its id; sends nothing."""
        return WorkflowItem(self, workflow_sid)

    def create(
        self,
        *,
        friendly_name: str,
        configuration: str,
        assignment_callback_url: str | Omit = OMIT,
        fallback_assignment_callback_url: str | Omit = OMIT,
        task_reservation_timeout: int | Omit = OMIT,
    ) -> Workflow:
        """Create workflow.

        Adds a workflow, the set of rules that sends tasks to task queues.

        Args:
            friendly_name: Name that describes the workflow.
            configuration: JSON text with the routing rules of the workflow.
            assignment_callback_url: Address in your application that handles task
                assignments.
            fallback_assignment_callback_url: Address that is called if the assignment
                callback fails.
            task_reservation_timeout: Seconds to wait for your application to confirm an
                assignment. At most 86400. Defaults to `120`.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Workflows",
            into=Workflow,
            form={
                "FriendlyName": friendly_name,
                "Configuration": configuration,
                "AssignmentCallbackUrl": assignment_callback_url,
                "FallbackAssignmentCallbackUrl": fallback_assignment_callback_url,
                "TaskReservationTimeout": task_reservation_timeout,
            },
        )

    def list(
        self,
        *,
        friendly_name: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> Pages[Workflow]:
        """List workflow.

        Lists the workflows of a workspace, page by page.

        Args:
            friendly_name: Keep only workflows with this friendly name.
            page_size: How many workflows to return per page. Between 1 and 1000.
                Defaults to `50`.
            page: Number of the page, kept for the client's own use. At least 0.
            page_token: Token of the page to return, as handed out with the page before
                it.
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Workflows",
            item=Workflow,
            paging=PAGING,
            limit=limit,
            query={
                "FriendlyName": friendly_name,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    def fetch(self, sid: str) -> Workflow:
        """Fetch workflow.

        Returns one workflow with its routing configuration.

        Args:
            sid: SID of the workflow to fetch. Exactly 34 characters, beginning with
                `WW`.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}", sid, into=Workflow
        )

    def update(
        self,
        sid: str,
        *,
        friendly_name: str | Omit = OMIT,
        assignment_callback_url: str | Omit = OMIT,
        fallback_assignment_callback_url: str | Omit = OMIT,
        configuration: str | Omit = OMIT,
        task_reservation_timeout: int | Omit = OMIT,
        re_evaluate_tasks: str | Omit = OMIT,
    ) -> Workflow:
        """Update workflow.

        Changes the name, the callbacks, the timeout or the rules of a workflow.

        Args:
            sid: SID of the workflow to update. Exactly 34 characters, beginning with
                `WW`.
            friendly_name: Name that describes the workflow.
            assignment_callback_url: Address in your application that handles task
                assignments.
            fallback_assignment_callback_url: Address that is called if the assignment
                callback fails.
            configuration: JSON text with the routing rules of the workflow.
            task_reservation_timeout: Seconds to wait for your application to confirm an
                assignment. At most 86400. Defaults to `120`.
            re_evaluate_tasks: Whether tasks already in the workflow go through the
                rules again. Defaults to `false`.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
            sid,
            into=Workflow,
            form={
                "FriendlyName": friendly_name,
                "AssignmentCallbackUrl": assignment_callback_url,
                "FallbackAssignmentCallbackUrl": fallback_assignment_callback_url,
                "Configuration": configuration,
                "TaskReservationTimeout": task_reservation_timeout,
                "ReEvaluateTasks": re_evaluate_tasks,
            },
        )

    def delete(self, sid: str) -> NoContent[Headers]:
        """Delete workflow.

        Removes a workflow from its workspace.

        Args:
            sid: SID of the workflow to delete. Exactly 34 characters, beginning with
                `WW`.
        """
        return self._send(
            "DELETE /v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
            sid,
            into=NoContent[Headers],
        )


class WorkflowItem(Resource):
    """What belongs to one workflow."""

    @property
    def cumulative_statistics(self) -> WorkflowCumulativeStatisticsResource:
        from . import workflow_cumulative_statistics as child

        return child.WorkflowCumulativeStatisticsResource(self)

    @property
    def real_time_statistics(self) -> WorkflowRealTimeStatisticsResource:
        from . import workflow_real_time_statistics as child

        return child.WorkflowRealTimeStatisticsResource(self)

    @property
    def statistics(self) -> WorkflowStatisticsResource:
        from . import workflow_statistics as child

        return child.WorkflowStatisticsResource(self)


class AsyncWorkflows(AsyncResource):
    """Workflows, awaited; see ``Workflows``."""

    def __call__(self, workflow_sid: str) -> AsyncWorkflowItem:
        """Choose one workflow by its id; sends nothing."""
        return AsyncWorkflowItem(self, workflow_sid)

    async def create(
        self,
        *,
        friendly_name: str,
        configuration: str,
        assignment_callback_url: str | Omit = OMIT,
        fallback_assignment_callback_url: str | Omit = OMIT,
        task_reservation_timeout: int | Omit = OMIT,
    ) -> Workflow:
        """Create workflow. See ``Workflows.create``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Workflows",
            into=Workflow,
            form={
                "FriendlyName": friendly_name,
                "Configuration": configuration,
                "AssignmentCallbackUrl": assignment_callback_url,
                "FallbackAssignmentCallbackUrl": fallback_assignment_callback_url,
                "TaskReservationTimeout": task_reservation_timeout,
            },
        )

    def list(
        self,
        *,
        friendly_name: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> AsyncPages[Workflow]:
        """List workflow. See ``Workflows.list``."""
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Workflows",
            item=Workflow,
            paging=PAGING,
            limit=limit,
            query={
                "FriendlyName": friendly_name,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    async def fetch(self, sid: str) -> Workflow:
        """Fetch workflow. See ``Workflows.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}", sid, into=Workflow
        )

    async def update(
        self,
        sid: str,
        *,
        friendly_name: str | Omit = OMIT,
        assignment_callback_url: str | Omit = OMIT,
        fallback_assignment_callback_url: str | Omit = OMIT,
        configuration: str | Omit = OMIT,
        task_reservation_timeout: int | Omit = OMIT,
        re_evaluate_tasks: str | Omit = OMIT,
    ) -> Workflow:
        """Update workflow. See ``Workflows.update``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
            sid,
            into=Workflow,
            form={
                "FriendlyName": friendly_name,
                "AssignmentCallbackUrl": assignment_callback_url,
                "FallbackAssignmentCallbackUrl": fallback_assignment_callback_url,
                "Configuration": configuration,
                "TaskReservationTimeout": task_reservation_timeout,
                "ReEvaluateTasks": re_evaluate_tasks,
            },
        )

    async def delete(self, sid: str) -> NoContent[Headers]:
        """Delete workflow. See ``Workflows.delete``."""
        return await self._send(
            "DELETE /v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
            sid,
            into=NoContent[Headers],
        )


class AsyncWorkflowItem(AsyncResource):
    """What belongs to one workflow."""

    @property
    def cumulative_statistics(self) -> AsyncWorkflowCumulativeStatisticsResource:
        from . import workflow_cumulative_statistics as child

        return child.AsyncWorkflowCumulativeStatisticsResource(self)

    @property
    def real_time_statistics(self) -> AsyncWorkflowRealTimeStatisticsResource:
        from . import workflow_real_time_statistics as child

        return child.AsyncWorkflowRealTimeStatisticsResource(self)

    @property
    def statistics(self) -> AsyncWorkflowStatisticsResource:
        from . import workflow_statistics as child

        return child.AsyncWorkflowStatisticsResource(self)
