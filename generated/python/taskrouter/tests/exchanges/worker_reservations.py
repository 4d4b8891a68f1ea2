"""Worker reservations: ``client.workspaces().workers().reservations``."""

from __future__ import annotations

from ..exchange import Exchange, Sent, Turning

EXCHANGES: list[Exchange] = [
    Exchange(
        name="listworkerreservation",
        call=lambda client, ids, given: client.workspaces(ids[0])
        .workers(ids[1])
        .reservations.list(**given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Reservations",
        returns="Reservation",
        sent=[
            Sent("reservation_status", "query", "ReservationStatus", "pending"),
            Sent("page_size", "query", "PageSize", 8),
            Sent("page", "query", "Page", 9),
            Sent("page_token", "query", "PageToken", "PageToken & more"),
        ],
        turning=Turning(
            style="next-url",
            items="reservations",
            next="meta.next_page_url",
            limit="limit",
        ),
    ),
    Exchange(
        name="fetchworkerreservation",
        call=lambda client, ids, given: client.workspaces(ids[0])
        .workers(ids[1])
        .reservations.fetch(ids[2], **given),
        method="GET",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Reservations/{Sid}",
        returns="Reservation",
    ),
    Exchange(
        name="updateworkerreservation",
        call=lambda client, ids, given: client.workspaces(ids[0])
        .workers(ids[1])
        .reservations.update(ids[2], **given),
        method="POST",
        template="/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Reservations/{Sid}",
        returns="Reservation",
        sent=[
            Sent("if_match", "headers", "If-Match", "IfMatch & more"),
            Sent("reservation_status", "form", "ReservationStatus", "accepted"),
            Sent(
                "worker_activity_sid",
                "form",
                "WorkerActivitySid",
                "WorkerActivitySid & more",
            ),
            Sent("instruction", "form", "Instruction", "Instruction & more"),
            Sent(
                "dequeue_post_work_activity_sid",
                "form",
                "DequeuePostWorkActivitySid",
                "DequeuePostWorkActivitySid & more",
            ),
            Sent("dequeue_from", "form", "DequeueFrom", "DequeueFrom & more"),
            Sent("dequeue_record", "form", "DequeueRecord", "DequeueRecord & more"),
            Sent("dequeue_timeout", "form", "DequeueTimeout", 14),
            Sent("dequeue_to", "form", "DequeueTo", "DequeueTo & more"),
            Sent(
                "dequeue_status_callback_url",
                "form",
                "DequeueStatusCallbackUrl",
                "https://example.com/hook?a=1&b=11",
            ),
            Sent("call_from", "form", "CallFrom", "CallFrom & more"),
            Sent("call_record", "form", "CallRecord", "CallRecord & more"),
            Sent("call_timeout", "form", "CallTimeout", 19),
            Sent("call_to", "form", "CallTo", "CallTo & more"),
            Sent("call_url", "form", "CallUrl", "https://example.com/hook?a=1&b=16"),
            Sent(
                "call_status_callback_url",
                "form",
                "CallStatusCallbackUrl",
                "https://example.com/hook?a=1&b=17",
            ),
            Sent("call_accept", "form", "CallAccept", True),
            Sent(
                "redirect_call_sid", "form", "RedirectCallSid", "RedirectCallSid & more"
            ),
            Sent("redirect_accept", "form", "RedirectAccept", True),
            Sent(
                "redirect_url",
                "form",
                "RedirectUrl",
                "https://example.com/hook?a=1&b=21",
            ),
            Sent("to", "form", "To", "To & more"),
            Sent("from_", "form", "From", "From & more"),
            Sent(
                "status_callback",
                "form",
                "StatusCallback",
                "https://example.com/hook?a=1&b=24",
            ),
            Sent("status_callback_method", "form", "StatusCallbackMethod", "POST"),
            Sent(
                "status_callback_event",
                "form",
                "StatusCallbackEvent",
                ["initiated", "ringing"],
                [
                    ("StatusCallbackEvent", "initiated"),
                    ("StatusCallbackEvent", "ringing"),
                ],
            ),
            Sent("timeout", "form", "Timeout", 32),
            Sent("record", "form", "Record", True),
            Sent("muted", "form", "Muted", False),
            Sent("beep", "form", "Beep", "true"),
            Sent("start_conference_on_enter", "form", "StartConferenceOnEnter", False),
            Sent("end_conference_on_exit", "form", "EndConferenceOnExit", True),
            Sent("wait_url", "form", "WaitUrl", "https://example.com/hook?a=1&b=33"),
            Sent("wait_method", "form", "WaitMethod", "GET"),
            Sent("early_media", "form", "EarlyMedia", False),
            Sent("max_participants", "form", "MaxParticipants", 41),
            Sent(
                "conference_status_callback",
                "form",
                "ConferenceStatusCallback",
                "https://example.com/hook?a=1&b=37",
            ),
            Sent(
                "conference_status_callback_method",
                "form",
                "ConferenceStatusCallbackMethod",
                "GET",
            ),
            Sent(
                "conference_status_callback_event",
                "form",
                "ConferenceStatusCallbackEvent",
                ["join", "leave"],
                [
                    ("ConferenceStatusCallbackEvent", "join"),
                    ("ConferenceStatusCallbackEvent", "leave"),
                ],
            ),
            Sent("conference_record", "form", "ConferenceRecord", "record-from-start"),
            Sent("conference_trim", "form", "ConferenceTrim", "do-not-trim"),
            Sent("recording_channels", "form", "RecordingChannels", "mono"),
            Sent(
                "recording_status_callback",
                "form",
                "RecordingStatusCallback",
                "https://example.com/hook?a=1&b=43",
            ),
            Sent(
                "recording_status_callback_method",
                "form",
                "RecordingStatusCallbackMethod",
                "GET",
            ),
            Sent(
                "conference_recording_status_callback",
                "form",
                "ConferenceRecordingStatusCallback",
                "https://example.com/hook?a=1&b=45",
            ),
            Sent(
                "conference_recording_status_callback_method",
                "form",
                "ConferenceRecordingStatusCallbackMethod",
                "GET",
            ),
            Sent("region", "form", "Region", "sg1"),
            Sent(
                "sip_auth_username", "form", "SipAuthUsername", "SipAuthUsername & more"
            ),
            Sent(
                "sip_auth_password", "form", "SipAuthPassword", "SipAuthPassword & more"
            ),
            Sent(
                "dequeue_status_callback_event",
                "form",
                "DequeueStatusCallbackEvent",
                [
                    "DequeueStatusCallbackEvent & more",
                    "DequeueStatusCallbackEvent2 & more",
                ],
                [
                    ("DequeueStatusCallbackEvent", "DequeueStatusCallbackEvent & more"),
                    (
                        "DequeueStatusCallbackEvent",
                        "DequeueStatusCallbackEvent2 & more",
                    ),
                ],
            ),
            Sent(
                "post_work_activity_sid",
                "form",
                "PostWorkActivitySid",
                "PostWorkActivitySid & more",
            ),
            Sent(
                "end_conference_on_customer_exit",
                "form",
                "EndConferenceOnCustomerExit",
                True,
            ),
            Sent("beep_on_customer_entrance", "form", "BeepOnCustomerEntrance", False),
            Sent("jitter_buffer_size", "form", "JitterBufferSize", "small"),
        ],
    ),
]
