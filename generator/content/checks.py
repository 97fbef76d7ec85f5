"""Mistakes that only show when files are seen together. One function, one rule; codes: handbook/problems.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.content.library import Entry, Library, Page
from generator.content.markup import Link, headings, links, oddities, position
from generator.problems import Place, Problem, Severity
from generator.text import numbers

_FOREIGN = re.compile(r"(?i)[a-z][a-z0-9+.-]*:|//")
_SCHEMES = ("https:", "http:", "mailto:", "tel:")
_TAKEN = frozenset({"q", "t", "assets", "cards", "search", "desk"})
"""First parts of addresses that are not pages': entries, topics, and what is no page at all."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The library, and what several rules need of its texts: taken apart once."""

    library: Library
    written: tuple[Entry, ...]
    """Entries that people wrote: the Latin sisters of Serbian ones would repeat every problem."""
    headings: dict[tuple[str, str], tuple[tuple[str, int], ...]]
    """(entry, language) -> its headings' ids ('' for none) and offsets in the text."""


Fault: TypeAlias = tuple[str, str, str]
Rule: TypeAlias = Callable[[Checked], Iterator[Problem]]


def check(library: Library) -> list[Problem]:
    """Every rule over the whole library."""
    written = tuple(e for e in library if e.lang in library.settings.languages)
    of_entry = {(e.id, e.lang): tuple(headings(e.body)) for e in written}
    checked = Checked(library, written, of_entry)
    return [problem for rule in CHECKS for problem in rule(checked)]


def unique_ids(checked: Checked) -> Iterator[Problem]:
    """An id names one entry in the whole FAQ; `A` and `a` would be one file on some disks."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in checked.written:
        known = first.setdefault((entry.id.lower(), entry.lang), entry)
        if known is not entry:
            hint = "rename one of the two, or delete it"
            yield Problem(entry.place(), "AA101", f"'{entry.id}' is already the id of {known.path}", hint)


def topics_exist(checked: Checked) -> Iterator[Problem]:
    """A folder of entries is a topic and needs a title."""
    library = checked.library
    for topic, ids in library.by_topic.items():
        if topic not in library.topics:
            entry = next(iter(library.by_id[ids[0]].values()))
            folder = entry.path.rpartition("/")[0]
            hint = f"write {folder}/_topic.yml with 'title: {{{library.settings.source}: …}}'"
            yield Problem(Place(f"{folder}/_topic.yml"), "AA102", f"the topic '{topic}' has no _topic.yml", hint)


def topic_titles(checked: Checked) -> Iterator[Problem]:
    """Topic titles and owners that are missing or unknown."""
    library = checked.library
    for topic in library.topics.values():
        missing = [code for code in library.settings.languages if code not in topic.titles]
        if missing and topic.titles:
            text = f"the topic '{topic.id}' has no title in {', '.join(missing)}"
            yield _warning(Place(topic.path), "AA105", text)
        if topic.owner and topic.owner not in library.settings.teams:
            yield _unknown_team(Place(topic.path), topic.owner)


def translations(checked: Checked) -> Iterator[Problem]:
    """A translation needs its source; a source misses translations."""
    library = checked.library
    source = library.settings.source
    for id_, by_lang in library.by_id.items():
        if source not in by_lang:
            if id_ in library.unreadable:
                continue
            for entry in by_lang.values():
                if entry.lang in library.settings.languages:
                    hint = f"write {id_}.{source}.md beside it, or delete this file"
                    yield Problem(
                        entry.place(), "AA104", f"a translation without its source: no {id_}.{source}.md", hint
                    )
        elif id_ not in library.unreadable:
            gaps = [code for code in library.languages if code in library.settings.languages and code not in by_lang]
            if gaps:
                yield _warning(by_lang[source].place(), "AA105", f"'{id_}' is not translated into {', '.join(gaps)}")


def graded_edits(checked: Checked) -> Iterator[Problem]:
    """Somebody has to say how much an edit of the source concerns its translations."""
    library = checked.library
    for id_ in sorted({id_ for (id_, _), state in library.standing.items() if state.to_grade}):
        entry = library.by_id[id_][library.settings.source]
        hint = f"say it with: faq status grade {entry.id} typo|medium|major"
        text = "the source was edited after it was translated, and nobody said how much"
        yield _warning(entry.place(), "AA118", text, hint)


def one_topic(checked: Checked) -> Iterator[Problem]:
    """All languages of an entry lie in one folder."""
    for entry in checked.written:
        source = checked.library.by_id[entry.id].get(checked.library.settings.source)
        if source and entry.topic != source.topic:
            hint = f"move it to faq/{source.topic}/"
            yield Problem(
                entry.place(), "AA104", f"'{entry.id}' lies in the topic '{source.topic}' in {source.lang}", hint
            )


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
                yield _warning(_within(entry, offset), "AA106", text, hint)
            elif id_ in seen:
                first = _within(entry, seen[id_]).line
                message = f"the heading id '{id_}' is used twice, first in line {first}"
                yield Problem(_within(entry, offset), "AA107", message)
            elif id_ not in of_source and (entry.id, source) in checked.headings:
                hint = "give it the id of the same heading there, so that links work in every language"
                text = f"no heading of {entry.id}.{source}.md has the id '{id_}'"
                yield _warning(_within(entry, offset), "AA211", text, hint)
            seen.setdefault(id_, offset)


def _within(text: Entry | Page, offset: int) -> Place:
    """The place of an offset in a text's body."""
    line, column = position(text.body, offset)
    return Place(text.path, text.body_line + line, column)


def link_targets(checked: Checked) -> Iterator[Problem]:
    """Links between entries lead somewhere, and pictures come from this site."""
    sound: set[tuple[str, str]] = set()  # the same few targets again and again
    for text in _texts(checked):
        for link in links(text.body):
            if link.picture:
                if _FOREIGN.match(link.target):
                    message = f"the picture '{link.target[:80]}' lies on another server and is not shown"
                    hint = "it would tell that server who reads what: put the file into docs/ and write ![…](/name.png)"
                    yield _warning(_within(text, link.offset), "AA117", message, hint)
            elif (link.target, text.lang) in sound:
                continue
            elif fault := _link_fault(checked, text, link):
                yield Problem(_within(text, link.offset), *fault)
            elif not link.target.startswith("#"):
                sound.add((link.target, text.lang))


def _texts(checked: Checked) -> Iterator[Entry | Page]:
    """Everything that people wrote in Markdown."""
    yield from checked.written
    written = checked.library.settings.languages
    yield from (p for by_lang in checked.library.pages.values() for p in by_lang.values() if p.lang in written)


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


def markup(checked: Checked) -> Iterator[Problem]:
    """HTML and attribute lists: shown as text, because pages carry no foreign code."""
    for text in _texts(checked):
        for line, column, what in oddities(text.body):
            place = Place(text.path, text.body_line + line, column)
            yield _warning(place, "AA116", f"{what} is shown as text", "write it in Markdown")


def used_facts(checked: Checked) -> Iterator[Problem]:
    """A fact that no text uses is either forgotten or written as a literal somewhere."""
    library = checked.library
    if library.unreadable:  # one of those may use it
        return
    used = {name for text in (*_texts(checked), *library.replies) for name in text.facts}
    for name, place in library.facts.items():
        if name not in used:
            yield _warning(place, "AA112", f"no text uses the fact '{name}'", "use it, or delete it")


def same_numbers(checked: Checked) -> Iterator[Problem]:
    """Numbers and facts of a translation are those of its source."""
    library = checked.library
    source = library.settings.source
    for entry in checked.written:
        original = library.by_id[entry.id].get(source)
        if original is None or original is entry:
            continue
        if entry.facts != original.facts:
            names = ", ".join(sorted(entry.facts ^ original.facts))
            text = f"this translation and {original.path} do not use the same facts: {names}"
            yield _warning(entry.place(), "AA111", text)
        elif _digits(original) != _digits(entry) and (missing := _literals(original) - _literals(entry)):
            text = f"numbers of {original.path} are not in this translation: {', '.join(sorted(missing))}"
            yield _warning(entry.place(), "AA111", text)


_NO_DIGITS = bytes(set(range(256)) - set(b"0123456789"))
_NOT_PROSE = re.compile(r"[{\]](?:\{[^}]*\}\}|#[^}]*\}|\([^)]*\))")


def _digits(entry: Entry) -> bytes:
    """The digits of an entry in order: where they are the same, numbers are, and this is far faster to see."""
    return "\n".join(entry.written).encode().translate(None, _NO_DIGITS)


def _literals(entry: Entry) -> frozenset[str]:
    """Numbers of an entry as written; facts, heading ids and addresses left out."""
    return frozenset(numbers(_NOT_PROSE.sub(" ", "\n".join(entry.written))))


def short_answers(checked: Checked) -> Iterator[Problem]:
    """Posts, cards, search and previews need the answer in a sentence or two; an answer needs a body or a short one."""
    for entry in checked.written:
        if not entry.short and not entry.body.strip():
            yield Problem(
                entry.place(), "AA114", "there is no answer: neither 'short' nor a text below the front matter"
            )
        elif not entry.short:
            yield _warning(
                entry.place("question"), "AA113", "no 'short' answer: posts and cards take the first sentences"
            )


def owners(checked: Checked) -> Iterator[Problem]:
    """Owners are teams of faq.yml."""
    for entry in checked.written:
        owner = entry.meta.owner
        if entry.lang == checked.library.settings.source and owner and owner not in checked.library.settings.teams:
            yield _unknown_team(entry.place("owner"), owner)


def home_questions(checked: Checked) -> Iterator[Problem]:
    """The questions on the home page exist."""
    library = checked.library
    for id_ in library.settings.home:
        if id_ not in library.by_id and id_ not in library.unreadable:
            yield Problem(Place("faq/faq.yml"), "AA108", f"'home' names '{id_}', which no entry is called")


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


CHECKS: tuple[Rule, ...] = (
    unique_ids,
    topics_exist,
    topic_titles,
    translations,
    graded_edits,
    one_topic,
    heading_ids,
    link_targets,
    markup,
    used_facts,
    same_numbers,
    short_answers,
    owners,
    home_questions,
    page_names,
)


def _unknown_team(place: Place, owner: str) -> Problem:
    return Problem(place, "AA110", f"no team is called '{owner}'", "teams stand in faq/faq.yml")


def _warning(place: Place, code: str, message: str, hint: str = "") -> Problem:
    return Problem(place, code, message, hint, Severity.WARNING)
