"""Atom feeds of new and changed answers, one per language (RFC 4287); dates come from the project's records."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from datetime import date
from urllib.parse import quote, urlsplit

from generator.content.gist import gist
from generator.content.library import Entry
from generator.site import visible
from generator.site.shape import Shape

MOST = 30
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold, escaped or not."""


def feed_address(shape: Shape, lang: str) -> str:
    """The absolute address of a language's feed; empty while no answer of it has a date."""
    return shape.addresses.absolute(f"{shape.addresses.home(lang)}feed.xml") if _newest(shape, lang) else ""


def feed(shape: Shape, lang: str) -> bytes | None:
    """The newest answers of a language; None while none has a date, because a feed must say when it changed."""
    entries = _newest(shape, lang)
    if not entries:
        return None
    library, language = shape.library, shape.library.languages[lang]
    name = library.settings.name
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language.tag})
    address = feed_address(shape, lang)
    _add(root, "id", address)
    _add(root, "title", language.say("site", "feed", name=name))
    _add(root, "subtitle", shape.page_description("index", lang))
    _add(root, "updated", _moment(entries[0][0]))
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=address)
    home = shape.addresses.absolute(shape.addresses.home(lang))
    ET.SubElement(root, "link", rel="alternate", type="text/html", hreflang=language.tag, href=home)
    author = ET.SubElement(root, "author")
    _add(author, "name", name)
    _add(author, "uri", shape.addresses.base)
    for updated, published, entry in entries:
        _entry(root, shape, entry, updated, published)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def _newest(shape: Shape, lang: str) -> list[tuple[date, date, Entry]]:
    """When changed, when published, which: newest first, equal days in the order of ids."""
    dated = []
    for entry in shape.library.in_language(lang):
        published, updated = shape.dates.published(entry), shape.dates.updated(entry)
        if published and updated:
            dated.append((updated, published, entry))
    dated.sort(key=lambda row: (-row[0].toordinal(), -row[1].toordinal(), row[2].id))
    return dated[:MOST]


def _entry(root: ET.Element, shape: Shape, entry: Entry, updated: date, published: date) -> None:
    here = shape.addresses.entry(entry.id, entry.lang)
    node = ET.SubElement(root, "entry")
    _add(node, "id", _tag(shape.addresses.base, here, published))
    _add(node, "title", entry.question)
    href, language = shape.addresses.absolute(here), shape.library.languages[entry.lang]
    ET.SubElement(node, "link", rel="alternate", type="text/html", hreflang=language.tag, href=href)
    _add(node, "published", _moment(published))
    _add(node, "updated", _moment(updated))
    ET.SubElement(node, "category", term=entry.topic, label=_clean(shape.topic(entry.topic, entry.lang)))
    _add(node, "summary", gist(entry))
    lead = f"<p>{html.escape(entry.short)}</p>\n" if entry.short else ""
    content = _add(node, "content", lead + visible.html(shape.portable(entry.body, entry.lang, here)))
    content.set("type", "html")


def _tag(base: str, path: str, since: date) -> str:
    """A name that stays when the site moves to another scheme or port (RFC 4151)."""
    parts = urlsplit(base)
    return f"tag:{parts.hostname},{since}:{quote(parts.path + path)}"


def _moment(day: date) -> str:
    """A day as RFC 3339 wants it."""
    return f"{day}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    node = ET.SubElement(parent, name)
    node.text = _clean(text)
    return node


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
