"""Which column of a log is what: the names that helpdesks and search reports use, and a mapping where they do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "question": (
        "question",
        "query",
        "search_query",
        "search_string",
        "search_term",  # Google Analytics
        "search_terms",
        "top_queries",  # Google's Search Console
        "keyword",
        "keywords",
        "words",
        "subject",  # Zendesk's views and API, Freshdesk's export and API, LiveAgent's API
        "ticket_subject",  # Zendesk Explore
        "raw_subject",  # Zendesk's API, where the subject is a placeholder
        "title",
        "first_message",
        "message",
        "preview",
        "text",
        "content",  # Chatwoot's API and webhooks
        "description_text",  # Freshdesk's API: the description without its markup
        "body_text",  # Freshdesk's conversations
        "body",
        "description",
        *("pitanje", "upit", "predmet", "питање", "упит", "предмет"),
        *("vprašanje", "zadeva", "otázka", "dotaz", "předmět", "въпрос", "тема"),
        "search",  # Algolia
        "label",  # Matomo
    ),
    "day": (
        "day",
        "date",
        "created_at",  # Zendesk, Freshdesk's API, Chatwoot (in seconds, or as a time in webhooks)
        "created",
        "created_time",  # Freshdesk's export
        "date_created",  # LiveAgent's API
        "creation_date",
        "ticket_created",
        "ticket_created_date",  # Zendesk Explore: `Ticket created - Date`
        "ticket_created_timestamp",
        "requested",
        "timestamp",
        "time",
        "month",
        *("datum", "датум", "дата", "dan", "vytvořeno", "ustvarjeno"),
    ),
    "language": (
        "language",  # of the contact in Freshdesk's export
        "lang",
        "locale",  # of the requester in Zendesk's API
        "requester_locale",  # Zendesk Explore
        "ticket_language",
        "contact_language",
        "conversation_language",  # Chatwoot, where it detects languages
        "browser_language",  # Chatwoot
        *("jezik", "језик", "jazyk", "език"),
    ),
    "entry": ("entry", "article_id", "faq"),
    "count": (
        "count",
        "searches",
        "times",
        "number_of_searches",
        "search_count",
        "event_count",  # Google Analytics
        "clicks",  # Google's Search Console
        "nb_visits",  # Matomo
        *("broj", "број", "število", "počet", "брой"),
    ),
    "answer": (
        "answer",
        "agent_answer",
        "reply",
        "agent_reply",
        "public_comment",
        "latest_comment",
        "last_comment",
        "comment",
        "response",
        "resolution",
    ),
}
"""Field -> names, the most telling first: a ticket's subject says more shortly what its body says.

Where a helpdesk is named, its documentation or code has the name, or several programs that read its files; the
handbook says which (`handbook/demand.md`). Names of search reports differ too much to be verified.
"""


def normal(name: str) -> str:
    """`Created at` is `created_at`."""
    return "_".join(name.strip().lower().replace("-", " ").replace("_", " ").split())


def parse(text: str) -> tuple[dict[str, str], str]:
    """`question=Subject,day=Created at` as field -> column, and what is wrong with it (or nothing)."""
    found = {}
    for part in filter(str.strip, text.split(",")):
        field, equals, column = part.partition("=")
        if field.strip() not in FIELDS or not equals or not column.strip():
            return {}, f"write like question=Subject,day=Created at; before = stands {', '.join(FIELDS)}"
        found[field.strip()] = column.strip()
    return found, ""


def chosen(names: Iterable[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Field -> the column of a log that has it; what the mapping names has no other."""
    by_name = {normal(name): name for name in reversed(list(names))}
    found = {}
    for field, known in FIELDS.items():
        wanted = (normal(mapping[field]),) if field in mapping else known
        column = next((by_name[name] for name in wanted if name in by_name), None)
        if column is not None:
            found[field] = column
    return found
