"""Answers of colleagues in a log: whether they link to the FAQ. Their words go no further than this."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

_LISTS: Final = ("comments", "conversations", "messages", "replies")
_TEXTS: Final = ("body", "body_text", "plain_body", "html_body", "content", "message", "text")
_DEEP: Final = 2
"""`{"ticket": {"comments": […]}}` is looked into."""
_BY_CUSTOMERS: Final = {
    "incoming": {"true", "1"},
    "message_type": {"incoming", "activity", "template", "0", "2", "3"},
    "sender_type": {"contact", "customer", "user", "visitor"},
    "private": {"true", "1"},
    "public": {"false", "0"},
}
"""Field -> values of what is no answer to a customer: the customer's own, a machine's, or a note among colleagues."""


def links_to(answer: str, site: str) -> bool:
    """Whether an answer has a link to the site at this address or to anything below it."""
    return bool(site) and _link(site).search(answer) is not None


@functools.lru_cache(maxsize=8)
def _link(site: str) -> re.Pattern[str]:
    """People leave `https://` out; `shop-faq.example` and `faq.example.com` are other sites than `faq.example`."""
    plain = re.escape(site.partition("://")[2].rstrip("/") or site)
    return re.compile(rf"(?<![\w.@-]){plain}(?![\w-]|\.\w)", re.IGNORECASE)


def answers_in(ticket: Mapping[str, Any]) -> str:
    """What colleagues wrote to the customer in a ticket that holds its conversation."""
    return "\n".join(_answers(ticket, _DEEP))


def _answers(ticket: Mapping[str, Any], deep: int) -> Iterator[str]:
    asker = ticket.get("requester_id")
    for name, value in ticket.items():
        if isinstance(value, dict) and deep > 1:
            yield from _answers(value, deep - 1)
        elif isinstance(value, list) and name in _LISTS:
            for one in value:
                if isinstance(one, dict) and _is_answer(one, asker):
                    yield from (one[key] for key in _TEXTS if isinstance(one.get(key), str))


def _is_answer(message: Mapping[str, Any], asker: object) -> bool:
    if asker is not None and asker in [message.get("author_id"), message.get("user_id")]:
        return False
    said = {key: str(value).lower() for key, value in message.items() if isinstance(value, str | int)}
    return not any(said.get(key) in values for key, values in _BY_CUSTOMERS.items())
