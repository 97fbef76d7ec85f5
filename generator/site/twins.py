"""Every page once more as clean Markdown, and `llms.txt`, the list of them (https://llmstxt.org)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import cast

from generator.content.gist import gist
from generator.content.library import Entry
from generator.site.a_to_z import PAGE, by_letter
from generator.site.contact import contact
from generator.site.shape import Shape
from generator.site.visible import without_heading_ids
from generator.text import outside_code

_MARKS = re.compile(r"([\\`*_\[\]])")
"""What would make formatting of words that are none; `<` becomes `&lt;`, which every parser knows."""
_HTML = re.compile(r"<(?!/?(?:br|sub|sup|kbd)\s*/?>|https?://[^\s<>]+>|mailto:[^\s<>]+>|[^\s<>@/]+@[^\s<>@]+>)")
_UNSAFE = re.compile(r"(\]\([ \t]*<?)(?!https?:|mailto:|tel:)[A-Za-z][\w+.-]*:[^\s<>()]*", re.IGNORECASE)


def twin_path(address: str) -> str:
    """`hr/q/delivery-time/` -> `hr/q/delivery-time/index.md`."""
    return f"{address}index.md"


def twins(shape: Shape, lang: str) -> dict[str, bytes]:
    """Path below the site -> Markdown, for each page at a language's addresses; and the language's llms.txt."""
    files: dict[str, str] = {}
    for topic in shape.topics():
        files[twin_path(shape.addresses.topic(topic, lang))] = _topic(shape, topic, lang)
        for entry in shape.entries(topic, lang):
            files[twin_path(shape.addresses.entry(entry.id, lang))] = _entry(shape, entry, lang)
    for name in shape.pages():
        files[twin_path(shape.addresses.page(name, lang))] = _page(shape, name, lang)
    files[f"{shape.addresses.home(lang)}llms.txt"] = llms(shape, lang)
    return {path: text.encode() for path, text in files.items()}


def llms(shape: Shape, lang: str) -> str:
    """Topics as sections, each question with the address of its Markdown and its short answer."""
    library, absolute = shape.library, shape.addresses.absolute
    others = [
        _link(language.name, absolute(f"{shape.addresses.home(code)}llms.txt"))
        for code, language in library.languages.items()
        if code != lang
    ]
    tagline = shape.words(library.settings.tagline, lang) or shape.page_description("index", lang)
    parts = [f"# {_text(library.settings.name)}", f"> {_text(tagline)}", *_list(others)]
    for topic in shape.topics():
        rows = [_row(shape, e, lang, twin=True) for e in shape.entries(topic, lang) if e.lang == lang]
        parts += [f"## {_text(shape.topic(topic, lang))}", *_list(rows)] if rows else []
    return _joined(parts)


def _entry(shape: Shape, entry: Entry, lang: str) -> str:
    here = shape.addresses.entry(entry.id, lang)
    lead = [f"> {_text(entry.short)}"] if entry.short else []
    return _joined(
        [
            f"# {_text(entry.question)}",
            *lead,
            _clean(shape.portable(entry.body, lang, here)),
            "---",
            _about(shape, here, entry.lang, entry.meta.reviewed, say_in=lang),
        ]
    )


def _topic(shape: Shape, topic: str, lang: str) -> str:
    here = shape.addresses.topic(topic, lang)
    rows = [_row(shape, e, lang) for e in shape.entries(topic, lang)]
    return _joined([f"# {_text(shape.topic(topic, lang))}", *_list(rows), "---", _about(shape, here, lang)])


def _page(shape: Shape, name: str, lang: str) -> str:
    here, page = shape.addresses.page(name, lang), shape.page(name, lang)
    description = shape.page_description(name, lang)
    parts = [
        f"# {_text(shape.page_title(name, lang))}",
        *([f"> {_text(description)}"] if description else []),
        *([_clean(shape.portable(page.body, lang, here))] if page else []),
    ]
    if name == "index":
        say = shape.library.languages[lang].say
        topics = [
            _link(shape.topic(t, lang), shape.addresses.absolute(shape.addresses.topic(t, lang)))
            for t in shape.topics()
        ]
        parts += [f"## {say('site', 'topics')}", *_list(topics)]
    elif name == PAGE:
        for letter, entries in by_letter(shape, lang):
            parts += [f"## {_text(letter)}", *_list(_row(shape, entry, lang) for entry in entries)]
    elif name == "contact":
        parts += contact_parts(shape, lang)
    return _joined([*parts, "---", _about(shape, here, page.lang if page else lang, say_in=lang)])


def contact_parts(shape: Shape, lang: str) -> list[str]:
    """Addresses, opening hours and channels, as the contact page shows them."""
    say, known = shape.library.languages[lang].say, contact(shape, lang)
    rows = [f"{say('site', key)}: {_text(str(known[key]))}" for key in ("email", "phone") if known[key]]
    parts = _list(rows)
    hours = cast(Sequence[Mapping[str, Sequence[str]]], known["hours"])
    if hours:
        spans = [f"{row['days']}: {', '.join(row['times'])}" for row in hours]
        parts += [f"## {say('site', 'hours')}", *_list(spans), str(known["zone"])]
    channels = cast(Sequence[Mapping[str, str]], known["channels"])
    if channels:
        soon = say("site", "in_hours")
        ways = [f"{_text(c['name'])}: {_link(c['address'], c['url'])}. {soon}: {_text(c['reply'])}" for c in channels]
        parts += [f"## {say('site', 'channels')}", *_list(ways)]
    return parts


def _row(shape: Shape, entry: Entry, lang: str, *, twin: bool = False) -> str:
    """A question as lists show it; `twin` leads to its Markdown."""
    address = shape.addresses.entry(entry.id, lang)
    link = _link(entry.question, shape.addresses.absolute(twin_path(address) if twin else address))
    return f"{link}: {_text(gist(entry))}"


def _about(shape: Shape, here: str, lang: str, reviewed: date | None = None, *, say_in: str = "") -> str:
    """Permanent address, language, and when the answer was last reviewed."""
    say = shape.library.languages[say_in or lang].say
    rows = [
        say("site", "twin_address", url=f"<{shape.addresses.absolute(here)}>"),
        say("site", "twin_language", name=shape.library.languages[lang].name),
    ]
    if reviewed:
        rows.append(say("site", "reviewed", date=reviewed.isoformat()))
    return _list(rows)[0]


def _list(rows: Iterable[str]) -> list[str]:
    """A list as one block, none without rows."""
    text = "\n".join(f"- {row}" for row in rows)
    return [text] if text else []


def _link(words: str, address: str) -> str:
    return f"[{_text(words)}]({address})"


def _text(words: str) -> str:
    """Plain words on one line, none of which Markdown takes for formatting."""
    return _MARKS.sub(r"\\\1", " ".join(words.split())).replace("<", "&lt;")


def _clean(markdown: str) -> str:
    """Markdown without ids of headings; HTML and addresses that run code are as harmless as on the page."""

    def change(text: str) -> str:
        return _HTML.sub("&lt;", _UNSAFE.sub(r"\1", without_heading_ids(text)))

    return outside_code(markdown, change).strip()


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
