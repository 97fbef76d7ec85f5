"""Mistakes in links and in what they lead to: headings, addresses of pages, pictures of other servers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from generator.content.checked import Checked, texts, warning, within
from generator.content.library import Entry, Page
from generator.content.markup import Link, links
from generator.problems import Place, Problem

_FOREIGN = re.compile(r"(?i)[a-z][a-z0-9+.-]*:|//")
_SCHEMES = ("https:", "http:", "mailto:", "tel:")
_TAKEN = frozenset({"q", "t", "assets", "cards", "search", "desk"})
"""First parts of addresses that are not pages': entries, topics, and what is no page at all."""

Fault: TypeAlias = tuple[str, str, str]


def heading_ids(checked: Checked) -> Iterator[Problem]:
    """Headings need ids of their own: ids made from words change with the words."""
    source = checked.library.settings.source
    for entry in checked.written:
        seen: dict[str, int] = {}
        of_source = {id_ for id_, _ in checked.headings.get((entry.id, source), ())}
        for id_, offset in checked.headings[entry.id, entry.lang]:
            if not id_:
                hint = "'faq check --fix' writes one that stays, the same in all languages: ## Costs {#costs}"
                text = "this heading has no id, so links to it would break when it is reworded"
                yield warning(within(entry, offset), "AA106", text, hint)
            elif id_ in seen:
                first = within(entry, seen[id_]).line
                message = f"the heading id '{id_}' is used twice, first in line {first}"
                yield Problem(within(entry, offset), "AA107", message)
            elif id_ not in of_source and (entry.id, source) in checked.headings:
                hint = "give it the id of the same heading there, so that links work in every language"
                text = f"no heading of {entry.id}.{source}.md has the id '{id_}'"
                yield warning(within(entry, offset), "AA211", text, hint)
            seen.setdefault(id_, offset)


def link_targets(checked: Checked) -> Iterator[Problem]:
    """Links between entries lead somewhere, and pictures come from this site."""
    sound: set[tuple[str, str]] = set()  # the same few targets again and again
    for text in texts(checked):
        for link in links(text.body):
            if link.picture:
                if _FOREIGN.match(link.target):
                    message = f"the picture '{link.target[:80]}' lies on another server and is not shown"
                    hint = "it would tell that server who reads what: put the file into docs/ and write ![…](/name.png)"
                    yield warning(within(text, link.offset), "AA117", message, hint)
            elif (link.target, text.lang) in sound:
                continue
            elif fault := _link_fault(checked, text, link):
                yield Problem(within(text, link.offset), *fault)
            elif not link.target.startswith("#"):
                sound.add((link.target, text.lang))


def _link_fault(checked: Checked, text: Entry | Page, link: Link) -> Fault | None:
    """Code, message and hint."""
    library = checked.library
    kind, _, target = link.target.partition(":")
    name, _, anchor = target.partition("#")
    if kind == "entry":
        return _entry_fault(checked, text, name, anchor)
    if kind == "topic":
        known = name in library.topics
    elif kind == "page":
        known = library.exists(kind, name) or f"page:{name}" in library.unreadable
    elif link.target.lower().startswith(_SCHEMES) or (link.target.startswith("#") and isinstance(text, Page)):
        return None
    elif link.target.startswith("#") and isinstance(text, Entry):
        return _anchor_fault(checked, text.id, text.lang, link.target[1:])
    else:
        hint = "write https://…, mailto:…, tel:…, entry:<id>, topic:<id> or page:<name>"
        return "AA109", f"the link '{link.target[:80]}' leads nowhere", hint
    return None if known else ("AA108", f"no {kind} is called '{name}'", "")


def _entry_fault(checked: Checked, text: Entry | Page, name: str, anchor: str) -> Fault | None:
    library = checked.library
    if name in library.by_id:
        lang = text.lang if text.lang in library.by_id[name] else library.settings.source
        return _anchor_fault(checked, name, lang, anchor) if anchor else None
    return None if name in library.unreadable else ("AA108", f"no entry has the id '{name}'", "")


def _anchor_fault(checked: Checked, id_: str, lang: str, anchor: str) -> Fault | None:
    if (id_, lang) not in checked.headings or any(h == anchor for h, _ in checked.headings[id_, lang]):
        return None
    return "AA108", f"'{id_}' has no heading {{#{anchor}}} in {lang}", ""


def page_names(checked: Checked) -> Iterator[Problem]:
    """A page of `docs/` has an address at the site's root, where those of languages, entries and files begin."""
    library = checked.library
    taken = {name.lower() for name in (*_TAKEN, *library.languages)}
    for name, by_lang in library.pages.items():
        page = next(iter(by_lang.values()))
        places = [(name, page.place()), *((old, page.place("aliases", n)) for n, old in enumerate(page.aliases))]
        yield from (_no_page(old, place) for old, place in places if old.lower() in taken)
    for (kind, name), gone in library.withdrawn.items():
        if kind == "page" and name.lower() in taken:
            yield _no_page(name, gone.place)


def _no_page(name: str, place: Place) -> Problem:
    message = f"no page can be called '{name}': the address /{name}/ belongs to the site itself"
    return Problem(place, "AA127", message, "give the page another name")
