"""What pages say to machines in JSON-LD: the question, answer and path that people see there (https://schema.org/FAQPage)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.library import Entry
from generator.site import visible
from generator.site.shape import Shape, gist

Node = dict[str, object]


def of_entry(shape: Shape, entry: Entry, lang: str) -> Node:
    """The page of an entry at a language's address; the entry may be written in another one."""
    title = shape.topic(entry.topic, lang)
    path = [_home(shape, lang), (title, shape.addresses.topic(entry.topic, lang)), (entry.question, "")]
    text = "\n\n".join(part for part in (entry.short, visible.words(entry.body)) if part)
    published, updated = shape.dates.published(entry), shape.dates.updated(entry)
    node = _page(shape, shape.addresses.entry(entry.id, lang), entry.lang, path)
    node |= {"datePublished": published.isoformat()} if published else {}
    node |= {"dateModified": updated.isoformat()} if updated else {}
    return node | {"mainEntity": [_question(entry.question, text)]}


def of_topic(shape: Shape, topic: str, lang: str) -> Node:
    """A topic's page: each question with its short answer."""
    path = [_home(shape, lang), (shape.topic(topic, lang), "")]
    node = _page(shape, shape.addresses.topic(topic, lang), lang, path)
    return node | {"mainEntity": [_question(e.question, gist(e)) for e in shape.entries(topic, lang)]}


def _page(shape: Shape, here: str, lang: str, path: Sequence[tuple[str, str]]) -> Node:
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "url": shape.addresses.absolute(here),
        "inLanguage": shape.library.languages[lang].tag,
        "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": _steps(shape, here, path)},
    }


def _steps(shape: Shape, here: str, path: Sequence[tuple[str, str]]) -> list[Node]:
    """From home to this page, whose own address is left out of the path."""
    return [
        {
            "@type": "ListItem",
            "position": number,
            "name": name,
            "item": shape.addresses.absolute(here if number == len(path) else address),
        }
        for number, (name, address) in enumerate(path, start=1)
    ]


def _home(shape: Shape, lang: str) -> tuple[str, str]:
    return shape.library.languages[lang].say("site", "home"), shape.addresses.home(lang)


def _question(question: str, answer: str) -> Node:
    return {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
