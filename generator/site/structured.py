"""What pages say to machines in JSON-LD: the question, answer and path that people see there (https://schema.org/FAQPage)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.gist import gist
from generator.content.library import Entry
from generator.site import visible
from generator.site.shape import Shape

Node = dict[str, object]
Step = tuple[str, str]
"""What a step of the path is called, and its address."""


def of_entry(shape: Shape, entry: Entry, lang: str) -> Node:
    """The page of an entry at a language's address; the entry may be written in another one, where it is at home."""
    topic = (shape.topic(entry.topic, lang), shape.addresses.topic(entry.topic, lang))
    here = (entry.question, shape.addresses.entry(entry.id, lang))
    text = "\n\n".join(part for part in (entry.short, visible.words(entry.body)) if part)
    published, updated = shape.dates.published(entry), shape.dates.updated(entry)
    node = _page(shape, shape.addresses.entry(entry.id, entry.lang), entry.lang)
    node |= {"datePublished": published.isoformat()} if published else {}
    node |= {"dateModified": updated.isoformat()} if updated else {}
    node |= {"breadcrumb": _path(shape, [_home(shape, lang), topic, here])}
    return node | {"mainEntity": [_question(entry.question, text)]}


def of_topic(shape: Shape, topic: str, lang: str) -> Node:
    """A topic's page: each question with its short answer."""
    here = (shape.topic(topic, lang), shape.addresses.topic(topic, lang))
    shown = lang if shape.has("topic", topic, lang) else shape.library.settings.source
    node = _page(shape, shape.addresses.topic(topic, shown), shown)
    node |= {"breadcrumb": _path(shape, [_home(shape, lang), here])}
    return node | {"mainEntity": [_question(e.question, gist(e)) for e in shape.entries(topic, lang)]}


def _page(shape: Shape, address: str, lang: str) -> Node:
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "url": shape.addresses.absolute(address),
        "inLanguage": shape.library.languages[lang].tag,
    }


def _path(shape: Shape, steps: Sequence[Step]) -> Node:
    """From home to the page itself."""
    rows = [
        {"@type": "ListItem", "position": number, "name": name, "item": shape.addresses.absolute(address)}
        for number, (name, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": rows}


def _home(shape: Shape, lang: str) -> Step:
    return shape.library.languages[lang].say("site", "home"), shape.addresses.home(lang)


def _question(question: str, answer: str) -> Node:
    return {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
