"""The front matter of entry pages and topic pages: everything their templates print."""

from __future__ import annotations

import mimetypes
from datetime import date

from babel.dates import format_date

from generator.content.gist import gist
from generator.content.library import Entry
from generator.links import relative
from generator.site import former_pages, structured
from generator.site.document import document
from generator.site.feedback import feedback
from generator.site.shape import Shape, unbroken

_HEADINGS_FOR_CONTENTS = 3
"""A table of contents is drawn from so many headings on."""


def entry_page(shape: Shape, entry: Entry, lang: str) -> bytes:
    """The page of one entry at a language's address; the words may be those of another language (`entry.lang`)."""
    here = shape.addresses.entry(entry.id, lang)
    topic = shape.topic(entry.topic, lang)
    former = former_pages.inside(shape, here)
    meta: dict[str, object] = {
        "template": "entry.html",
        "description": gist(entry),
        "short": unbroken(entry.short),
        "permalink": shape.addresses.absolute(here),
        "canonical": shape.addresses.absolute(shape.addresses.entry(entry.id, entry.lang)),
        **shape.other_words(entry.lang, lang),
        **_outdated(shape, entry, here),
        "topic": {"title": topic, "href": relative(shape.addresses.topic(entry.topic, lang), here)},
        "home": relative(shape.addresses.home(lang), here),
        "copied": f"{gist(entry)}\n{shape.addresses.absolute(here)}",
        "in_topic": _in_topic(shape, entry, lang),
        "related": [_link(shape, e, lang, here) for e in shape.related(entry, lang)],
        "feedback": feedback(shape, entry, lang),
        "notes": _notes(shape, entry, lang),
        "languages": shape.translations("entry", entry.id, lang),
        "structured": structured.of_entry(shape, entry, lang),
        "published": _day(shape.dates.published(entry)),
        "modified": _day(shape.dates.updated(entry)),
        "card": card(shape, entry.id, entry.lang),
        "moved": former_pages.moved(shape, here, lang, former),
        "hide": [] if entry.body.count("\n## ") >= _HEADINGS_FOR_CONTENTS else ["toc"],
    }
    body = former_pages.with_former_ids(shape.markdown(entry.body, lang, here), former)
    return document(entry.question, meta, body)


def _outdated(shape: Shape, entry: Entry, here: str) -> dict[str, object]:
    """For a translation that says what is wrong by now: a warning, and the page that it was made from."""
    library = shape.library
    state = library.standing.get((entry.id, entry.lang))
    if state is None or state.standing != "major":
        return {}
    source = library.settings.source
    original, language = library.by_id[entry.id][source], library.languages[source]
    warning = {
        "text": library.languages[entry.lang].say("site", "outdated"),
        "href": relative(shape.addresses.entry(entry.id, source), here),
        "language": language.tag,
        "name": language.name,
        "question": original.question,
    }
    return {"outdated": warning}


def _in_topic(shape: Shape, entry: Entry, lang: str) -> dict[str, object]:
    """The questions before and behind an entry, and what to call the way to them; empty for an only one."""
    here = shape.addresses.entry(entry.id, lang)
    before, behind = (_link(shape, e, lang, here) if e else None for e in shape.neighbours(entry, lang))
    if not before and not behind:
        return {}
    title = shape.library.languages[lang].say("site", "more", topic=shape.topic(entry.topic, lang))
    return {"title": title, "previous": before, "next": behind}


def topic_page(shape: Shape, topic: str, lang: str) -> bytes:
    """All entries of a topic, each with its short answer."""
    library = shape.library
    here = shape.addresses.topic(topic, lang)
    title = shape.topic(topic, lang)
    shown, former = shape.entries(topic, lang), _former_questions(shape, topic, here)
    translated, source = shape.has("topic", topic, lang), library.settings.source
    description = library.languages[lang].say("site", "topic_description", topic=title, name=library.settings.name)
    meta: dict[str, object] = {
        "template": "topic.html",
        "description": description,
        "permalink": shape.addresses.absolute(here),
        "canonical": shape.addresses.absolute(shape.addresses.topic(topic, lang if translated else source)),
        "home": relative(shape.addresses.home(lang), here),
        "questions": [{**item(shape, e, lang, here), "former": former.get(e.id, [])} for e in shown],
        "moved": former_pages.moved(shape, here, lang, {old: id_ for id_, ids in former.items() for old in ids}),
        "languages": shape.translations("topic", topic, lang),
        "structured": structured.of_topic(shape, topic, lang),
        "card": card(shape, f"topic:{topic}", lang),
        "hide": ["toc"],
        "search": {"exclude": True},
    }
    return document(title, meta)


def _former_questions(shape: Shape, topic: str, here: str) -> dict[str, list[str]]:
    """Entry of a topic -> former ids that its question has on the topic's page."""
    found: dict[str, list[str]] = {}
    here_now = frozenset(shape.library.by_topic.get(topic, ()))
    for anchor, to in shape.former.marks.get(here, {}).items():
        if to.target.kind == "entry" and to.target.name in here_now:
            found.setdefault(to.target.name, []).append(anchor)
    return found


def item(shape: Shape, entry: Entry, lang: str, page: str) -> dict[str, str]:
    """An entry as lists of a language show it; `lang` says whose words these are where they are another's."""
    return {**_link(shape, entry, lang, page), "short": gist(entry)}


def _link(shape: Shape, entry: Entry, lang: str, page: str) -> dict[str, str]:
    """An entry without its answer, so that a changed answer changes no page of another entry."""
    href = relative(shape.addresses.entry(entry.id, lang), page)
    link = {"id": entry.id, "question": entry.question, "href": href}
    return link if entry.lang == lang else {**link, "lang": shape.library.languages[entry.lang].tag}


def _notes(shape: Shape, entry: Entry, lang: str) -> list[str]:
    """Who answers, and when the answer was last reviewed."""
    language = shape.library.languages[lang]
    notes = []
    if entry.meta.reviewed:
        day = format_date(entry.meta.reviewed, "long", locale=language.locale)
        notes.append(language.say("site", "reviewed", date=day))
    owner = shape.library.owner(entry)
    if owner in shape.library.settings.teams and shape.team(owner, lang):
        notes.append(language.say("site", "answered_by", team=shape.team(owner, lang)))
    return notes


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def card(shape: Shape, name: str, lang: str) -> dict[str, object] | None:
    """The picture that links to a page show: of an entry's id, `topic:…` or `page:…`; None where there is none."""
    shown = shape.cards.get((name, lang))
    if shown is None:
        return None
    url = shape.addresses.absolute(f"cards/{shown.file}")
    kind = mimetypes.guess_type(shown.file)[0] or "image/png"
    return {"url": url, "type": kind, "width": shown.width, "height": shown.height, "alt": shown.alt}
