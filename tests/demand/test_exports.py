"""What helpdesks export is read by their own names: customers' questions, and no agent's replies."""

from __future__ import annotations

from datetime import date

import pytest

from generator.demand import read

EXPORTS = {
    "a view of Zendesk": "Summation column,Id,Requester,Requester email,Subject,Tags,Via,Created at,Updated at\n"
    "1,7,Ana,ana@mail.example,Where is my parcel?,vip,Mail,2026-11-02 09:15,2026-11-20 10:00\n",
    "Zendesk Explore": "Ticket ID,Ticket created - Date,Requester locale,Ticket subject,Tickets\n"
    "7,2026-11-02,en-GB,Where is my parcel?,1\n",
    "Zendesk's API": """{"tickets": [{"id": 7, "url": "https://x.example/7", "created_at": "2026-11-02T09:15:00Z",
        "updated_at": "2026-11-20T09:15:00Z", "subject": "Where is my parcel?", "raw_subject": "Where is my parcel?",
        "description": "Hi, I am Ana Horvat", "requester": {"locale": "en-GB", "name": "Ana"}}], "count": 1}""",
    "Freshdesk": "Ticket ID,Subject,Status,Agent,Group,Created time,Due by Time,Full name,Title,Language\n"
    "7,Where is my parcel?,Open,Eva,,2026-11-02 09:15:00,2026-11-03 09:15:00,Ana,Mrs,en\n",
    "Freshdesk's API": """[{"id": 7, "subject": "Where is my parcel?", "created_at": "2026-11-02T09:15:00Z",
        "description_text": "Hi, I am Ana Horvat", "due_by": "2026-11-05T09:15:00Z", "requester": {"name": "Ana"}}]""",
    "Freshdesk's conversations": """[{"body": "<b>Where is my parcel?</b>", "body_text": "Where is my parcel?",
        "incoming": true, "private": false, "created_at": "2026-11-02T09:15:00Z"},
        {"body_text": "We look into it.", "incoming": false, "private": false, "created_at": "2026-11-03T09:15:00Z"},
        {"body_text": "Lost again!", "incoming": true, "private": true, "created_at": "2026-11-03T09:15:00Z"}]""",
    "LiveAgent's API": """[{"id": "a1", "owner_name": "Ana", "subject": "Where is my parcel?", "channel_type": "E",
        "date_created": "2026-11-02 09:15:00", "date_changed": "2026-11-20 09:15:00"}]""",
    "Chatwoot's messages": """{"meta": {"contact": {"name": "Ana"}}, "payload": [
        {"id": 1, "content": "Where is my parcel?", "message_type": 0, "created_at": 1793610900, "private": false,
         "sender": {"name": "Ana", "type": "contact"}},
        {"id": 2, "content": "We look into it.", "message_type": 1, "created_at": 1793611900, "private": false},
        {"id": 3, "content": "Eva took it", "message_type": 2, "created_at": 1793611900, "private": false},
        {"id": 4, "content": "Rate us", "message_type": 3, "created_at": 1793611900, "content_type": "input_csat"}]}""",
    "Chatwoot's conversations": """{"data": {"meta": {"all_count": 2}, "payload": [
        {"id": 7, "created_at": 1793610000, "additional_attributes": {"browser_language": "en"}, "meta": {"sender": {}},
         "messages": [{"content": "Where is my parcel?", "message_type": 0, "created_at": 1793610900}],
         "last_non_activity_message": {"content": "Where is my parcel?", "message_type": 0}},
        {"id": 8, "messages": [{"content": "Bye!", "message_type": 1, "created_at": 1793610900}],
         "last_non_activity_message": {"content": "Bye!", "message_type": 1}},
        {"id": 9, "messages": [], "created_at": 1793610000}]}}""",
    "Chatwoot's webhooks": """
{"event": "…", "content": "Where is my parcel?", "message_type": "incoming", "created_at": "2026-11-02 09:15"}
{"event": "…", "content": "We look into it.", "message_type": "outgoing", "created_at": "2026-11-02 09:20"}
""",
}
"""As the helpdesks document them, shortened."""


@pytest.mark.parametrize("export", EXPORTS)
def test_exports_of_helpdesks_are_read(export: str) -> None:
    found, problems = read(EXPORTS[export].encode(), "export", {})
    assert [(one.words, one.day) for one in found] == [("Where is my parcel?", date(2026, 11, 2))]
    assert found[0].language in {"", "en", "en-gb"}
    assert problems == []
