"""The front matter of entry pages and topic pages: everything their templates print."""

from __future__ import annotations

from babel.dates import format_date

from generator.content.library import Entry
from generator.links import relative
from generator.site.document import document
from generator.site.feedback import feedback
from generator.site.shape import CardImage, Shape, gist, unbroken
from generator.text import plain

_HEADINGS_FOR_CONTENTS = 3
"""A table of contents is drawn from so many headings on."""


def entry_page(shape: Shape, entry: Entry, lang: str) -> bytes:
    """The page of one entry at a language's address; the words may be those of another language (`entry.lang`)."""
    here = shape.addresses.entry(entry.id, lang)
    topic = shape.topic(entry.topic, lang)
    meta: dict[str, object] = {
        "template": "entry.html",
        "description": gist(entry),
        "short": unbroken(entry.short),
        "permalink": shape.addresses.absolute(here),
        "canonical": shape.addresses.absolute(shape.addresses.entry(entry.id, entry.lang)),
        **shape.other_words(entry.lang, lang),
        "topic": {"title": topic, "href": relative(shape.addresses.topic(entry.topic, lang), here)},
        "home": relative(shape.addresses.home(lang), here),
        "copied": f"{gist(entry)}\n{shape.addresses.absolute(here)}",
        "in_topic": _in_topic(shape, entry, lang),
        "related": [item(shape, e, lang, here) for e in shape.related(entry, lang)],
        "feedback": feedback(shape, entry, lang),
        "notes": _notes(shape, entry, lang),
        "languages": shape.translations("entry", entry.id, lang),
        "structured": structured(entry),
        "card": _card(shape, shape.cards.get((entry.id, entry.lang))),
        "hide": [] if entry.body.count("\n## ") >= _HEADINGS_FOR_CONTENTS else ["toc"],
    }
    return document(entry.question, meta, shape.markdown(entry.body, lang, here))


def _in_topic(shape: Shape, entry: Entry, lang: str) -> dict[str, object]:
    """The questions before and behind an entry, and what to call the way to them; empty for an only one."""
    here = shape.addresses.entry(entry.id, lang)
    before, behind = (item(shape, e, lang, here) if e else None for e in shape.neighbours(entry, lang))
    if not before and not behind:
        return {}
    title = shape.library.languages[lang].say("site", "more", topic=shape.topic(entry.topic, lang))
    return {"title": title, "previous": before, "next": behind}


def topic_page(shape: Shape, topic: str, lang: str) -> bytes:
    """All entries of a topic, each with its short answer."""
    library = shape.library
    here = shape.addresses.topic(topic, lang)
    title = shape.topic(topic, lang)
    translated, source = shape.has("topic", topic, lang), library.settings.source
    description = library.languages[lang].say("site", "topic_description", topic=title, name=library.settings.name)
    meta: dict[str, object] = {
        "template": "topic.html",
        "description": description,
        "permalink": shape.addresses.absolute(here),
        "canonical": shape.addresses.absolute(shape.addresses.topic(topic, lang if translated else source)),
        "home": relative(shape.addresses.home(lang), here),
        "questions": [item(shape, e, lang, here) for e in shape.entries(topic, lang)],
        "languages": shape.translations("topic", topic, lang),
        "hide": ["toc"],
        "search": {"exclude": True},
    }
    return document(title, meta)


def item(shape: Shape, entry: Entry, lang: str, page: str) -> dict[str, str]:
    """An entry as lists of a language show it; `lang` says whose words these are where they are another's."""
    href = relative(shape.addresses.entry(entry.id, lang), page)
    item = {"id": entry.id, "question": entry.question, "short": gist(entry), "href": href}
    return item if entry.lang == lang else {**item, "lang": shape.library.languages[entry.lang].tag}


def _notes(shape: Shape, entry: Entry, lang: str) -> list[str]:
    """Who answers, and when the answer was last reviewed."""
    language = shape.library.languages[lang]
    notes = []
    if entry.meta.reviewed:
        date = format_date(entry.meta.reviewed, "long", locale=language.locale)
        notes.append(language.say("site", "reviewed", date=date))
    topic = shape.library.topics.get(entry.topic)
    owner = entry.meta.owner or (topic.owner if topic else "")
    if owner in shape.library.settings.teams and shape.team(owner, lang):
        notes.append(language.say("site", "answered_by", team=shape.team(owner, lang)))
    return notes


def structured(entry: Entry) -> dict[str, object]:
    """The entry as schema.org knows it (https://schema.org/FAQPage)."""
    text = "\n\n".join(part for part in (entry.short, plain(entry.body)) if part)
    answer = {"@type": "Answer", "text": text}
    question = {"@type": "Question", "name": entry.question, "acceptedAnswer": answer}
    return {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": [question]}


def _card(shape: Shape, card: CardImage | None) -> dict[str, object] | None:
    if card is None:
        return None
    url = shape.addresses.absolute(f"cards/{card.file}")
    return {"url": url, "width": card.width, "height": card.height, "alt": card.alt}
