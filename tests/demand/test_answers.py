"""Whether colleagues' answers link to the FAQ is known without a word of theirs."""

from __future__ import annotations

import json

import pytest

from generator.demand import read
from generator.demand.answers import links_to

SITE = "https://faq.shop.example/help/"


@pytest.mark.parametrize(
    "answer",
    [
        "See https://faq.shop.example/help/q/refund/#when.",
        '<a href="http://FAQ.shop.example/help/">here</a>',
        "faq.shop.example/help",
        "(faq.shop.example/help/hr/q/refund?utm_source=x)",
    ],
)
def test_a_link_to_the_site_is_one_however_it_is_written(answer: str) -> None:
    assert links_to(answer, SITE)


@pytest.mark.parametrize(
    "answer",
    [
        "See https://shop.example/help/",
        "https://my-faq.shop.example/help/",
        "https://faq.shop.example/helpers",
        "ana@faq.shop.example/help",
        "faq.shop.example",
        "",
    ],
)
def test_other_sites_and_other_folders_are_not_ours(answer: str) -> None:
    assert not links_to(answer, SITE)


def linked(content: object, name: str = "log.json") -> list[bool | None]:
    text = content if isinstance(content, str) else json.dumps(content)
    found, problems = read(text.encode(), name, {}, SITE)
    assert problems == []
    assert "secret" not in repr(found)
    return [one.linked for one in found]


def test_a_column_with_answers_is_looked_into_and_may_be_missing_at_the_end_of_a_row() -> None:
    table = f"subject,reply\nWhere is it?,secret {SITE}q/x/\nHow much?,secret\nWhy?,\nWho?\n"
    assert linked(table, "log.csv") == [True, False, None, None]


def test_in_tickets_with_their_conversation_only_colleagues_answers_to_the_customer_count() -> None:
    zendesk = {
        "subject": "Where is it?",
        "requester_id": 7,
        "comments": [
            {"author_id": 7, "public": True, "body": f"I read {SITE}"},
            {"author_id": 9, "public": False, "body": f"send {SITE}"},
            {"author_id": 9, "public": True, "body": "secret"},
        ],
    }
    freshdesk = {
        "subject": "Where is it?",
        "conversations": [
            {"incoming": True, "private": False, "body_text": "secret"},
            {"incoming": False, "private": False, "body_text": f"secret {SITE}"},
        ],
    }
    unanswered = {"subject": "Where is it?", "conversations": [{"incoming": True, "body_text": SITE}]}
    assert linked([zendesk, freshdesk, {"ticket": freshdesk}, unanswered]) == [False, True, True, None]


def test_hostile_conversations_are_no_fault() -> None:
    odd = {
        "subject": "Where?",
        "requester_id": [1],
        "comments": [1, None, {"author_id": [1], "body": 7}, {"body": [1]}],
    }
    assert linked([odd]) == [None]


def test_the_answers_in_a_conversation_count_once() -> None:
    messages = [
        {"message_type": 0, "content": "Hello, where is it?"},
        {"message_type": 1, "content": f"secret {SITE}"},
        {"message_type": 0, "content": "Thank you, and how much was it?"},
    ]
    assert linked([{"id": 1, "messages": messages}]) == [True, None]
