from __future__ import annotations

import datetime as dt

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from ..models.event import Event

PAGING = Paging(
    style="next-url", items="events", next="meta.next_page_url", size="PageSize"
)


class Events(Resource):
    """Events: ``client.workspaces().events``."""

    def list(
        self,
        *,
        end_date: dt.datetime | str | Omit = OMIT,
        event_type: str | Omit = OMIT,
        minutes: int | Omit = OMIT,
        reservation_sid: str | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        task_queue_sid: str | Omit = OMIT,
        task_sid: str | Omit = OMIT,
        worker_sid: str | Omit = OMIT,
        workflow_sid: str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
        sid: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> Pages[Event]:
        """List event.

        Lists the events of a workspace, page by page, filtered by time, type or the
        resource they concern.

        Args:
            end_date: Keep only events up to this time, in GMT and ISO 8601 form.
            event_type: Keep only events of this type.
            minutes: Number of minutes to look back for events. Task attributes are
                redacted beyond 43,200 minutes. Defaults to `15`.
            reservation_sid: Keep only events about this reservation. Exactly 34
                characters, beginning with `WR`.
            start_date: Keep only events from this time on, in ISO 8601 form. Task
                attributes are redacted in events older than 30 days.
            task_queue_sid: Keep only events about this task queue. Exactly 34
                characters, beginning with `WQ`.
            task_sid: Keep only events about this task. Exactly 34 characters, beginning
                with `WT`.
            worker_sid: Keep only events about this worker. Exactly 34 characters,
                beginning with `WK`.
            workflow_sid: Keep only events about this workflow. Exactly 34 characters,
                beginning with `WW`.
            task_channel: Keep only events about this task channel.
            sid: SID of a single event to return. Exactly 34 characters, beginning with
                `EV`.
            page_size: How many events to return per page. Between 1 and 1000. Defaults
                to `50`.
            page: Number of the page, kept for the client's own use. At least 0.
            page_token: Token of the page to return, as handed out with the page before
                it.
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Events",
            item=Event,
            paging=PAGING,
            limit=limit,
            query={
                "EndDate": end_date,
                "EventType": event_type,
                "Minutes": minutes,
                "ReservationSid": reservation_sid,
                "StartDate": start_date,
                "TaskQueueSid": task_queue_sid,
                "TaskSid": task_sid,
                "WorkerSid": worker_sid,
                "WorkflowSid": workflow_sid,
                "TaskChannel": task_channel,
                "Sid": sid,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    def fetch(self, sid: str) -> Event:
        """Fetch event.

        Returns one event from the log of a workspace.

        Args:
            sid: SID of the event to fetch. Exactly 34 characters, beginning with `EV`.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Events/{Sid}", sid, into=Event
        )


class AsyncEvents(AsyncResource):
    """Events, awaited; see ``Events``."""

    def list(
        self,
        *,
        end_date: dt.datetime | str | Omit = OMIT,
        event_type: str | Omit = OMIT,
        minutes: int | Omit = OMIT,
        reservation_sid: str | Omit = OMIT,
        start_date: dt.datetime | str | Omit = OMIT,
        task_queue_sid: str | Omit = OMIT,
        task_sid: str | Omit = OMIT,
        worker_sid: str | Omit = OMIT,
        workflow_sid: str | Omit = OMIT,
        task_channel: str | Omit = OMIT,
        sid: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> AsyncPages[Event]:
        """List event. See ``Events.list``."""
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Events",
            item=Event,
            paging=PAGING,
            limit=limit,
            query={
                "EndDate": end_date,
                "EventType": event_type,
                "Minutes": minutes,
                "ReservationSid": reservation_sid,
                "StartDate": start_date,
                "TaskQueueSid": task_queue_sid,
                "TaskSid": task_sid,
                "WorkerSid": worker_sid,
                "WorkflowSid": workflow_sid,
                "TaskChannel": task_channel,
                "Sid": sid,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    async def fetch(self, sid: str) -> Event:
        """Fetch event. See ``Events.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Events/{Sid}", sid, into=Event
        )
