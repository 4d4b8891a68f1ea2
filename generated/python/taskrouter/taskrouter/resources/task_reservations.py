from __future__ import annotations

from collections.abc import Sequence

from .._runtime._omit import OMIT, Omit
from .._runtime._paging import AsyncPages, Pages, Paging
from .._runtime._resource import AsyncResource, Resource
from ..models.reservation import (
    ConferenceStatusCallbackEventParam,
    Reservation,
    ReservationBeepParam,
    ReservationConferenceRecordParam,
    ReservationConferenceTrimParam,
    ReservationJitterBufferSizeParam,
    ReservationRecordingChannelsParam,
    ReservationRegionParam,
    ReservationStatusCallbackEventParam,
    ReservationStatusParam,
    ReservationSupervisorModeParam,
    ReservationWaitMethodParam,
    StatusCallbackMethodParam,
)

PAGING = Paging(
    style="next-url", items="reservations", next="meta.next_page_url", size="PageSize"
)


class TaskReservations(Resource):
    """Task reservations: ``client.workspaces().tasks().reservations``."""

    def list(
        self,
        *,
        reservation_status: ReservationStatusParam | Omit = OMIT,
        worker_sid: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> Pages[Reservation]:
        """List task reservation.

        Lists the reservations made for one task, page by page.

        Args:
            reservation_status: Keep only reservations in this status. One of `pending`,
                `accepted`, `rejected`, `timeout`, `canceled`, `rescinded`, `wrapping`
                or `completed`.
            worker_sid: Keep only reservations of this worker. Exactly 34 characters,
                beginning with `WK`.
            page_size: How many reservations to return per page. Between 1 and 1000.
                Defaults to `50`.
            page: Number of the page, kept for the client's own use. At least 0.
            page_token: Token of the page to return, as handed out with the page before
                it.
            limit: Stop after this many items, however many a page holds.
        """
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Tasks/{TaskSid}/Reservations",
            item=Reservation,
            paging=PAGING,
            limit=limit,
            query={
                "ReservationStatus": reservation_status,
                "WorkerSid": worker_sid,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    def fetch(self, sid: str) -> Reservation:
        """Fetch task reservation.

        Returns one reservation of a task for a worker.

        Args:
            sid: SID of the reservation to fetch. Exactly 34 characters, beginning with
                `WR`.
        """
        return self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Tasks/{TaskSid}/Reservations/{Sid}",
            sid,
            into=Reservation,
        )

    def update(
        self,
        sid: str,
        *,
        if_match: str | Omit = OMIT,
        reservation_status: ReservationStatusParam | Omit = OMIT,
        worker_activity_sid: str | Omit = OMIT,
        instruction: str | Omit = OMIT,
        dequeue_post_work_activity_sid: str | Omit = OMIT,
        dequeue_from: str | Omit = OMIT,
        dequeue_record: str | Omit = OMIT,
        dequeue_timeout: int | Omit = OMIT,
        dequeue_to: str | Omit = OMIT,
        dequeue_status_callback_url: str | Omit = OMIT,
        call_from: str | Omit = OMIT,
        call_record: str | Omit = OMIT,
        call_timeout: int | Omit = OMIT,
        call_to: str | Omit = OMIT,
        call_url: str | Omit = OMIT,
        call_status_callback_url: str | Omit = OMIT,
        call_accept: bool | Omit = OMIT,
        redirect_call_sid: str | Omit = OMIT,
        redirect_accept: bool | Omit = OMIT,
        redirect_url: str | Omit = OMIT,
        to: str | Omit = OMIT,
        from_: str | Omit = OMIT,
        status_callback: str | Omit = OMIT,
        status_callback_method: StatusCallbackMethodParam | Omit = OMIT,
        status_callback_event: (
            Sequence[ReservationStatusCallbackEventParam] | Omit
        ) = OMIT,
        timeout: int | Omit = OMIT,
        record: bool | Omit = OMIT,
        muted: bool | Omit = OMIT,
        beep: ReservationBeepParam | Omit = OMIT,
        start_conference_on_enter: bool | Omit = OMIT,
        end_conference_on_exit: bool | Omit = OMIT,
        wait_url: str | Omit = OMIT,
        wait_method: ReservationWaitMethodParam | Omit = OMIT,
        early_media: bool | Omit = OMIT,
        max_participants: int | Omit = OMIT,
        conference_status_callback: str | Omit = OMIT,
        conference_status_callback_method: StatusCallbackMethodParam | Omit = OMIT,
        conference_status_callback_event: (
            Sequence[ConferenceStatusCallbackEventParam] | Omit
        ) = OMIT,
        conference_record: ReservationConferenceRecordParam | Omit = OMIT,
        conference_trim: ReservationConferenceTrimParam | Omit = OMIT,
        recording_channels: ReservationRecordingChannelsParam | Omit = OMIT,
        recording_status_callback: str | Omit = OMIT,
        recording_status_callback_method: StatusCallbackMethodParam | Omit = OMIT,
        conference_recording_status_callback: str | Omit = OMIT,
        conference_recording_status_callback_method: (
            StatusCallbackMethodParam | Omit
        ) = OMIT,
        region: ReservationRegionParam | Omit = OMIT,
        sip_auth_username: str | Omit = OMIT,
        sip_auth_password: str | Omit = OMIT,
        dequeue_status_callback_event: Sequence[str] | Omit = OMIT,
        post_work_activity_sid: str | Omit = OMIT,
        supervisor_mode: ReservationSupervisorModeParam | Omit = OMIT,
        supervisor: str | Omit = OMIT,
        end_conference_on_customer_exit: bool | Omit = OMIT,
        beep_on_customer_entrance: bool | Omit = OMIT,
        jitter_buffer_size: ReservationJitterBufferSizeParam | Omit = OMIT,
    ) -> Reservation:
        """Update task reservation.

        Answers a reservation of a task: accept it, reject it, or carry out an
        instruction such as a call or a conference.

        Args:
            sid: SID of the reservation to update. Exactly 34 characters, beginning with
                `WR`.
            if_match: Apply the update only if the reservation still has this `ETag`.
            reservation_status: New status of the reservation. One of `pending`,
                `accepted`, `rejected`, `timeout`, `canceled`, `rescinded`, `wrapping`
                or `completed`.
            worker_activity_sid: SID of the activity the worker enters if the
                reservation is rejected. Exactly 34 characters, beginning with `WA`.
            instruction: Instruction to carry out, such as dequeue, call, redirect,
                conference or supervise.
            dequeue_post_work_activity_sid: SID of the activity the worker enters after
                a dequeue instruction. Exactly 34 characters, beginning with `WA`.
            dequeue_from: Caller ID the worker sees on a dequeue instruction.
            dequeue_record: Which legs of the call to record on a dequeue instruction:
                both, or just one.
            dequeue_timeout: Timeout of the call on a dequeue instruction.
            dequeue_to: Contact URI of the worker for a dequeue instruction: a client
                URI, a SIP URI or a phone number in E.164 form.
            dequeue_status_callback_url: Address to call when the call of a dequeue
                instruction has completed.
            call_from: Caller ID of the outgoing call on a call instruction.
            call_record: Which legs of the call to record on a call instruction: both,
                or just one.
            call_timeout: Timeout of the call on a call instruction.
            call_to: Contact URI of the worker for a call instruction: a client URI, a
                SIP URI or a phone number in E.164 form.
            call_url: Address of the TwiML to run when the worker answers on a call
                instruction.
            call_status_callback_url: Address to call when the call of a call
                instruction has completed.
            call_accept: Whether a call instruction also accepts the reservation.
            redirect_call_sid: SID of the waiting call that a redirect instruction
                moves. Exactly 34 characters, beginning with `CA`.
            redirect_accept: Whether a redirect instruction also accepts the
                reservation.
            redirect_url: Address of the TwiML that a redirect instruction sends the
                call to.
            to: Contact URI of the worker for a conference instruction: a client URI, a
                SIP URI or a phone number in E.164 form.
            from_: Caller ID the worker sees on a conference instruction.
            status_callback: Address that receives the status of the call on a
                conference instruction.
            status_callback_method: HTTP method for `StatusCallback`. One of `GET` or
                `POST`. Defaults to `POST`.
            status_callback_event: Call progress events to send to `StatusCallback`. One
                of `initiated`, `ringing`, `answered` or `completed`.
            timeout: Timeout of the call on a conference instruction.
            record: Whether to record the participant, the time between conferences
                included. Defaults to `false`.
            muted: Whether the agent is muted during the conference. Defaults to
                `false`.
            beep: Whether or when to beep as the participant joins or leaves. One of
                `true`, `false`, `onEnter` or `onExit`. Defaults to `true`.
            start_conference_on_enter: Whether the conference starts when the
                participant joins. If `false`, they are muted and hear music until
                someone else starts it. Defaults to `true`.
            end_conference_on_exit: Whether the conference ends when the agent leaves.
            wait_url: Address of the music for participants who wait for the conference
                to start. The standard hold music plays if it is omitted.
            wait_method: HTTP method for `WaitUrl`; a static audio file can be cached
                with `GET`. One of `GET` or `POST`. Defaults to `POST`.
            early_media: Whether the agent hears the state of the outgoing call, such as
                ringing. Defaults to `true`.
            max_participants: Most participants the conference can have. Between 2 and
                250. Defaults to `250`.
            conference_status_callback: Address that receives the conference events.
                Only the first participant to join can set it.
            conference_status_callback_method: HTTP method for
                `ConferenceStatusCallback`. One of `GET` or `POST`. Defaults to `POST`.
            conference_status_callback_event: Conference events to send to
                `ConferenceStatusCallback`. One of `start`, `end`, `join`, `leave`,
                `mute`, `hold` or `speaker`.
            conference_record: Whether or when to record the conference. One of `true`,
                `false`, `record-from-start` or `do-not-record`. Defaults to `false`.
            conference_trim: What to do with silence at either end of a conference
                recording. One of `trim-silence` or `do-not-trim`. Defaults to
                `trim-silence`.
            recording_channels: Channels of the final recording. One of `mono` or
                `dual`. Defaults to `mono`.
            recording_status_callback: Address to call when the status of the recording
                changes.
            recording_status_callback_method: HTTP method for `RecordingStatusCallback`.
                One of `GET` or `POST`. Defaults to `POST`.
            conference_recording_status_callback: Address to call when the conference
                recording is available.
            conference_recording_status_callback_method: HTTP method for
                `ConferenceRecordingStatusCallback`. One of `GET` or `POST`. Defaults to
                `POST`.
            region: Region in which the recorded audio is mixed. One of `us1`, `us2`,
                `br1`, `ie1`, `de1`, `sg1`, `jp1` or `au1`.
            sip_auth_username: User name for SIP authentication.
            sip_auth_password: Password for SIP authentication.
            dequeue_status_callback_event: Call progress events to send to your webhook
                on a dequeue instruction.
            post_work_activity_sid: SID of the activity the worker enters after a
                conference instruction. Exactly 34 characters, beginning with `WA`.
            supervisor_mode: How the supervisor takes part in the call. One of
                `monitor`, `whisper` or `barge`.
            supervisor: SID or URI of the supervisor for a supervise instruction.
            end_conference_on_customer_exit: Whether the conference ends when the
                customer leaves.
            beep_on_customer_entrance: Whether to beep when the customer joins.
            jitter_buffer_size: Size of the jitter buffer of the conference. One of
                `small`, `medium`, `large` or `off`.
        """
        return self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Tasks/{TaskSid}/Reservations/{Sid}",
            sid,
            into=Reservation,
            headers={"If-Match": if_match},
            form={
                "ReservationStatus": reservation_status,
                "WorkerActivitySid": worker_activity_sid,
                "Instruction": instruction,
                "DequeuePostWorkActivitySid": dequeue_post_work_activity_sid,
                "DequeueFrom": dequeue_from,
                "DequeueRecord": dequeue_record,
                "DequeueTimeout": dequeue_timeout,
                "DequeueTo": dequeue_to,
                "DequeueStatusCallbackUrl": dequeue_status_callback_url,
                "CallFrom": call_from,
                "CallRecord": call_record,
                "CallTimeout": call_timeout,
                "CallTo": call_to,
                "CallUrl": call_url,
                "CallStatusCallbackUrl": call_status_callback_url,
                "CallAccept": call_accept,
                "RedirectCallSid": redirect_call_sid,
                "RedirectAccept": redirect_accept,
                "RedirectUrl": redirect_url,
                "To": to,
                "From": from_,
                "StatusCallback": status_callback,
                "StatusCallbackMethod": status_callback_method,
                "StatusCallbackEvent": status_callback_event,
                "Timeout": timeout,
                "Record": record,
                "Muted": muted,
                "Beep": beep,
                "StartConferenceOnEnter": start_conference_on_enter,
                "EndConferenceOnExit": end_conference_on_exit,
                "WaitUrl": wait_url,
                "WaitMethod": wait_method,
                "EarlyMedia": early_media,
                "MaxParticipants": max_participants,
                "ConferenceStatusCallback": conference_status_callback,
                "ConferenceStatusCallbackMethod": conference_status_callback_method,
                "ConferenceStatusCallbackEvent": conference_status_callback_event,
                "ConferenceRecord": conference_record,
                "ConferenceTrim": conference_trim,
                "RecordingChannels": recording_channels,
                "RecordingStatusCallback": recording_status_callback,
                "RecordingStatusCallbackMethod": recording_status_callback_method,
                "ConferenceRecordingStatusCallback": conference_recording_status_callback,
                "ConferenceRecordingStatusCallbackMethod": conference_recording_status_callback_method,
                "Region": region,
                "SipAuthUsername": sip_auth_username,
                "SipAuthPassword": sip_auth_password,
                "DequeueStatusCallbackEvent": dequeue_status_callback_event,
                "PostWorkActivitySid": post_work_activity_sid,
                "SupervisorMode": supervisor_mode,
                "Supervisor": supervisor,
                "EndConferenceOnCustomerExit": end_conference_on_customer_exit,
                "BeepOnCustomerEntrance": beep_on_customer_entrance,
                "JitterBufferSize": jitter_buffer_size,
            },
        )


class AsyncTaskReservations(AsyncResource):
    """Task reservations, awaited; see ``TaskReservations``."""

    def list(
        self,
        *,
        reservation_status: ReservationStatusParam | Omit = OMIT,
        worker_sid: str | Omit = OMIT,
        page_size: int | Omit = OMIT,
        page: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        limit: int | None = None,
    ) -> AsyncPages[Reservation]:
        """List task reservation. See ``TaskReservations.list``."""
        return self._pages(
            "GET /v1/Workspaces/{WorkspaceSid}/Tasks/{TaskSid}/Reservations",
            item=Reservation,
            paging=PAGING,
            limit=limit,
            query={
                "ReservationStatus": reservation_status,
                "WorkerSid": worker_sid,
                "PageSize": page_size,
                "Page": page,
                "PageToken": page_token,
            },
        )

    async def fetch(self, sid: str) -> Reservation:
        """Fetch task reservation. See ``TaskReservations.fetch``."""
        return await self._send(
            "GET /v1/Workspaces/{WorkspaceSid}/Tasks/{TaskSid}/Reservations/{Sid}",
            sid,
            into=Reservation,
        )

    async def update(
        self,
        sid: str,
        *,
        if_match: str | Omit = OMIT,
        reservation_status: ReservationStatusParam | Omit = OMIT,
        worker_activity_sid: str | Omit = OMIT,
        instruction: str | Omit = OMIT,
        dequeue_post_work_activity_sid: str | Omit = OMIT,
        dequeue_from: str | Omit = OMIT,
        dequeue_record: str | Omit = OMIT,
        dequeue_timeout: int | Omit = OMIT,
        dequeue_to: str | Omit = OMIT,
        dequeue_status_callback_url: str | Omit = OMIT,
        call_from: str | Omit = OMIT,
        call_record: str | Omit = OMIT,
        call_timeout: int | Omit = OMIT,
        call_to: str | Omit = OMIT,
        call_url: str | Omit = OMIT,
        call_status_callback_url: str | Omit = OMIT,
        call_accept: bool | Omit = OMIT,
        redirect_call_sid: str | Omit = OMIT,
        redirect_accept: bool | Omit = OMIT,
        redirect_url: str | Omit = OMIT,
        to: str | Omit = OMIT,
        from_: str | Omit = OMIT,
        status_callback: str | Omit = OMIT,
        status_callback_method: StatusCallbackMethodParam | Omit = OMIT,
        status_callback_event: (
            Sequence[ReservationStatusCallbackEventParam] | Omit
        ) = OMIT,
        timeout: int | Omit = OMIT,
        record: bool | Omit = OMIT,
        muted: bool | Omit = OMIT,
        beep: ReservationBeepParam | Omit = OMIT,
        start_conference_on_enter: bool | Omit = OMIT,
        end_conference_on_exit: bool | Omit = OMIT,
        wait_url: str | Omit = OMIT,
        wait_method: ReservationWaitMethodParam | Omit = OMIT,
        early_media: bool | Omit = OMIT,
        max_participants: int | Omit = OMIT,
        conference_status_callback: str | Omit = OMIT,
        conference_status_callback_method: StatusCallbackMethodParam | Omit = OMIT,
        conference_status_callback_event: (
            Sequence[ConferenceStatusCallbackEventParam] | Omit
        ) = OMIT,
        conference_record: ReservationConferenceRecordParam | Omit = OMIT,
        conference_trim: ReservationConferenceTrimParam | Omit = OMIT,
        recording_channels: ReservationRecordingChannelsParam | Omit = OMIT,
        recording_status_callback: str | Omit = OMIT,
        recording_status_callback_method: StatusCallbackMethodParam | Omit = OMIT,
        conference_recording_status_callback: str | Omit = OMIT,
        conference_recording_status_callback_method: (
            StatusCallbackMethodParam | Omit
        ) = OMIT,
        region: ReservationRegionParam | Omit = OMIT,
        sip_auth_username: str | Omit = OMIT,
        sip_auth_password: str | Omit = OMIT,
        dequeue_status_callback_event: Sequence[str] | Omit = OMIT,
        post_work_activity_sid: str | Omit = OMIT,
        supervisor_mode: ReservationSupervisorModeParam | Omit = OMIT,
        supervisor: str | Omit = OMIT,
        end_conference_on_customer_exit: bool | Omit = OMIT,
        beep_on_customer_entrance: bool | Omit = OMIT,
        jitter_buffer_size: ReservationJitterBufferSizeParam | Omit = OMIT,
    ) -> Reservation:
        """Update task reservation. See ``TaskReservations.update``."""
        return await self._send(
            "POST /v1/Workspaces/{WorkspaceSid}/Tasks/{TaskSid}/Reservations/{Sid}",
            sid,
            into=Reservation,
            headers={"If-Match": if_match},
            form={
                "ReservationStatus": reservation_status,
                "WorkerActivitySid": worker_activity_sid,
                "Instruction": instruction,
                "DequeuePostWorkActivitySid": dequeue_post_work_activity_sid,
                "DequeueFrom": dequeue_from,
                "DequeueRecord": dequeue_record,
                "DequeueTimeout": dequeue_timeout,
                "DequeueTo": dequeue_to,
                "DequeueStatusCallbackUrl": dequeue_status_callback_url,
                "CallFrom": call_from,
                "CallRecord": call_record,
                "CallTimeout": call_timeout,
                "CallTo": call_to,
                "CallUrl": call_url,
                "CallStatusCallbackUrl": call_status_callback_url,
                "CallAccept": call_accept,
                "RedirectCallSid": redirect_call_sid,
                "RedirectAccept": redirect_accept,
                "RedirectUrl": redirect_url,
                "To": to,
                "From": from_,
                "StatusCallback": status_callback,
                "StatusCallbackMethod": status_callback_method,
                "StatusCallbackEvent": status_callback_event,
                "Timeout": timeout,
                "Record": record,
                "Muted": muted,
                "Beep": beep,
                "StartConferenceOnEnter": start_conference_on_enter,
                "EndConferenceOnExit": end_conference_on_exit,
                "WaitUrl": wait_url,
                "WaitMethod": wait_method,
                "EarlyMedia": early_media,
                "MaxParticipants": max_participants,
                "ConferenceStatusCallback": conference_status_callback,
                "ConferenceStatusCallbackMethod": conference_status_callback_method,
                "ConferenceStatusCallbackEvent": conference_status_callback_event,
                "ConferenceRecord": conference_record,
                "ConferenceTrim": conference_trim,
                "RecordingChannels": recording_channels,
                "RecordingStatusCallback": recording_status_callback,
                "RecordingStatusCallbackMethod": recording_status_callback_method,
                "ConferenceRecordingStatusCallback": conference_recording_status_callback,
                "ConferenceRecordingStatusCallbackMethod": conference_recording_status_callback_method,
                "Region": region,
                "SipAuthUsername": sip_auth_username,
                "SipAuthPassword": sip_auth_password,
                "DequeueStatusCallbackEvent": dequeue_status_callback_event,
                "PostWorkActivitySid": post_work_activity_sid,
                "SupervisorMode": supervisor_mode,
                "Supervisor": supervisor,
                "EndConferenceOnCustomerExit": end_conference_on_customer_exit,
                "BeepOnCustomerEntrance": beep_on_customer_entrance,
                "JitterBufferSize": jitter_buffer_size,
            },
        )
