"""Reader of web pages: questions as schema.org's FAQPage in JSON-LD, else those that the page shows to open."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from generator.content.importers import ids, json_ld, shown
from generator.content.importers.answers import relinked
from generator.content.importers.disclosures import Question, disclosures
from generator.content.importers.from_html import to_markdown
from generator.content.importers.imported import MAX_TEXT, Imported, not_as_it_was, not_taken_over, unreadable, warning
from generator.content.importers.page_tree import tree
from generator.content.importers.plain import split_short
from generator.problems import Place, Problem

_LANGUAGE: Final = re.compile(r"<html\b[^<>]{0,1000}?\slang\s*=\s*[\"']?([A-Za-z0-9_-]{1,35})", re.IGNORECASE)
_LINK: Final = re.compile(r"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_CANONICAL: Final = re.compile(r"\srel\s*=\s*[\"']?canonical\b", re.IGNORECASE)
_HREF: Final = re.compile(r"\shref\s*=\s*[\"']?(https?://[^\s\"'<>]+)", re.IGNORECASE)
_HEADING: Final = re.compile(r"(?<=<)(/?h)([3-6])\b")


def read(text: str, name: str, lang: str) -> tuple[list[Imported], list[Problem]]:
    """Entries of every FAQPage of a page, or else of what it shows as questions, all in `lang`."""
    entries, problems = json_ld.read(text, name, lang)
    if not entries and not problems:
        entries = _on_page(text, name, lang, problems)
    if not entries and not problems:
        hint = "save the page as the browser got it; other FAQs can be imported as CSV or Markdown"
        message = "the page has no FAQPage data, nothing that opens, no <dl>, and no headings that ask"
        problems.append(unreadable(Place(name), message, hint))
    said = language(text)
    if said and said.lower().split("-")[0] != lang.lower().split("-")[0]:
        message = f"the page says that it is in '{said[:20]}', and was read as '{lang}'"
        problems.append(warning(Place(name), "AA606", message, "give the language when importing"))
    return _with_ids(_at(entries, _address(text))), problems


def _address(page: str) -> str:
    """What the page says its address is, for links that are relative to it."""
    found = next((tag[0] for tag in _LINK.finditer(page) if _CANONICAL.search(tag[0])), "")
    href = _HREF.search(found)
    return href[1] if href else ""


def _at(entries: list[Imported], address: str) -> list[Imported]:
    """Entries that say no address of their own are parts of the page's."""
    if not address:
        return entries
    return [
        entry if entry.source_url else replace(entry, source_url=f"{address}#{entry.id}" if entry.id else address)
        for entry in entries
    ]


def _with_ids(entries: list[Imported]) -> list[Imported]:
    """Entries whose ids say something, so that what programs have counted becomes no address; links follow."""
    ours = [ids.telling(entry.id) or entry.source_url.endswith(f"/q/{entry.id}/") for entry in entries]
    made = ids.fill([entry if own else replace(entry, id="") for entry, own in zip(entries, ours, strict=True)])
    new = {f"#{old.id}": f"#{entry.id}" for old, entry in zip(entries, made, strict=True) if old.id}
    return [replace(entry, answer=relinked(entry.answer, new.get)) for entry in made]


def language(page: str) -> str:
    """What the page says of its language: `hr-HR`."""
    found = _LANGUAGE.search(page)
    return found[1].replace("_", "-") if found else ""


def _on_page(page: str, name: str, lang: str, problems: list[Problem]) -> list[Imported]:
    """Entries that the page's text shows: those that attributes name, else what opens, else headings that ask."""
    elements = tree(page)
    questions = shown.named(elements) or max(disclosures(page), shown.opened(elements), key=len)
    if not questions:
        questions, others = shown.asking(elements)
        problems += not_taken_over(Place(name), [f"the heading '{words[:60]}', which asks nothing" for words in others])
    entries = []
    for found in questions:
        place = Place(name, found.line)
        source = found.answer(page)
        lacking = "has no question" if not found.words else "has no answer" if not source.strip() else ""
        lacking = lacking or (f"has more than {MAX_TEXT} characters" if len(source) > MAX_TEXT else "")
        if lacking:
            problems.append(warning(place, "AA603", f"not imported: '{found.words[:60]}' {lacking}"))
            continue
        entry, lost = _disclosed(found, source, lang, place)
        entries.append(entry)
        problems += not_as_it_was(entry, lost)
    return entries


def _disclosed(found: Question, source: str, lang: str, place: Place) -> tuple[Imported, list[str]]:
    short, rest = split_short(source)
    if found.url:  # a page of our own, whose topics are headings of the second level
        rest = _HEADING.sub(lambda heading: f"{heading[1]}{int(heading[2]) - 1}", rest)
    answer, lost = to_markdown(rest)
    return Imported(
        id=found.id,
        lang=lang,
        category=found.category,
        category_id=found.category_id if found.url or ids.telling(found.category_id) else "",
        question=found.words,
        short=short,
        answer=answer,
        also_asked=tuple(found.also),
        source_url=found.url,
        order=int(found.order) if re.fullmatch(r"[0-9]{1,9}", found.order) else None,
        place=place,
    ), lost
