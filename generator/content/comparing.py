"""Two libraries held against each other: what an editor changed in entries, facts and pages, and what follows from it.

Words are compared as their authors wrote them, so a fact that reads otherwise is one change and not one of each text.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.content.library import Entry, Library, Reply
from generator.content.meta import Meta
from generator.content.translations import is_begun_only

ADDED, CHANGED, REMOVED, RENAMED = "added", "changed", "removed", "renamed"
BEHIND = ("ungraded", "medium", "major")
"""How a translation stands that does not say what its source says, from the least sure to the worst."""
_KEYS: Mapping[str, str] = {
    "skip_posts": "posts",
    "tells_hours": "posts",
    "posting": "posts",
    "voided": "reviewed",
}
"""Fields of `Meta` that are called otherwise in the front matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsChange:
    """What became of an entry's words in one language."""

    lang: str
    kind: str
    """`added`, `changed` or `removed`."""
    parts: tuple[str, ...] = ()
    """Of a change: `question`, `short`, `answer`, `also_asked`, `posts`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """What became of one entry."""

    id: str
    kind: str
    """`added`, `changed`, `removed` or `renamed`."""
    question: str
    """In the source language, as it is now or was last."""
    asked: str = ""
    """How it was asked before, where it is asked otherwise now."""
    was: str = ""
    """Its former id."""
    words: tuple[WordsChange, ...] = ()
    keys: tuple[str, ...] = ()
    """What changed of what holds for all languages, as the front matter calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A fact that reads otherwise, and who says it."""

    name: str
    kind: str
    values: tuple[tuple[str, str, str], ...]
    """Language, how it read, how it reads; empty where it was not there or is gone."""
    entries: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """A page, service reply or topic that came, went or says something else."""

    what: str
    """`page`, `reply` or `topic`."""
    name: str
    kind: str
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A translation that stands otherwise to its source than it did."""

    id: str
    lang: str
    before: str
    """A state's standing, or `missing`; empty where the entry was not there."""
    now: str

    @property
    def is_worse(self) -> bool:
        """Whether somebody has to translate."""
        return self.now not in {"fresh", "typo"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that differs between two libraries."""

    entries: tuple[EntryChange, ...]
    facts: tuple[FactChange, ...]
    texts: tuple[TextChange, ...]
    translations: tuple[Standing, ...]


def compare(old: Library, new: Library) -> Changes:
    """What changed from one library to the other; files that cannot be read on either side count as unchanged."""
    return Changes(
        entries=tuple(_entries(old, new)),
        facts=tuple(_facts(old, new)),
        texts=tuple(_texts(old, new)),
        translations=tuple(_translations(old, new)),
    )


def _unreadable(old: Library, new: Library) -> frozenset[str]:
    return old.unreadable | new.unreadable


def _entries(old: Library, new: Library) -> Iterator[EntryChange]:
    skipped, former = _unreadable(old, new), _former(old, new)
    for id_, now in new.by_id.items():
        if id_ in skipped or former.get(id_, "") in skipped:
            continue
        was = former.get(id_, "")
        before = old.by_id.get(was or id_, {})
        words = tuple(_words(before, now))
        keys = _keys(_source(old, before), _source(new, now)) if before else ()
        if was or words or keys:
            kind = RENAMED if was else CHANGED if before else ADDED
            question, asked = _source(new, now).question, _source(old, before).question if before else ""
            asked = asked if asked != question else ""
            yield EntryChange(id=id_, kind=kind, question=question, asked=asked, was=was, words=words, keys=keys)
    renamed = set(former.values())
    for id_, before in old.by_id.items():
        if id_ not in new.by_id and id_ not in renamed and id_ not in skipped:
            words = tuple(_words(before, {}))
            yield EntryChange(id=id_, kind=REMOVED, question=_source(old, before).question, words=words)


def _former(old: Library, new: Library) -> dict[str, str]:
    """Id of an entry that is new here -> the id that it had, where it says so."""
    return {
        id_: was
        for id_, by_lang in new.by_id.items()
        if id_ not in old.by_id
        for was in _source(new, by_lang).meta.aliases
        if was in old.by_id and was not in new.by_id
    }


def _source(library: Library, by_lang: Mapping[str, Entry]) -> Entry:
    """The words that others are translated from, or the first where nobody wrote them."""
    return by_lang.get(library.settings.source) or next(iter(by_lang.values()))


def _written(by_lang: Mapping[str, Entry]) -> dict[str, Entry]:
    """Without what was only put into another script: it has the path of what it was made from."""
    paths: dict[str, str] = {}
    return {lang: entry for lang, entry in by_lang.items() if paths.setdefault(entry.path, lang) == lang}


def _words(before: Mapping[str, Entry], now: Mapping[str, Entry]) -> Iterator[WordsChange]:
    old, new = _written(before), _written(now)
    for lang in dict.fromkeys([*new, *old]):
        if lang not in old or lang not in new:
            yield WordsChange(lang=lang, kind=REMOVED if lang in old else ADDED)
        elif parts := _parts(old[lang], new[lang]):
            yield WordsChange(lang=lang, kind=CHANGED, parts=parts)


def _parts(old: Entry, new: Entry) -> tuple[str, ...]:
    told = zip(("question", "short", "answer"), old.written, new.written, strict=True)
    found = [name for name, before, now in told if before != now]
    found += ["also_asked"] if old.also_asked != new.also_asked else []
    found += ["posts"] if old.written_posts != new.written_posts else []
    return tuple(found)


def _keys(old: Entry, new: Entry) -> tuple[str, ...]:
    names = [field.name for field in dataclasses.fields(Meta)]
    found = [_KEYS.get(name, name) for name in names if getattr(old.meta, name) != getattr(new.meta, name)]
    return tuple(dict.fromkeys((["topic"] if old.topic != new.topic else []) + found))


def _facts(old: Library, new: Library) -> Iterator[FactChange]:
    spoken = [lang for lang in new.settings.languages if lang in new.printed]
    before, now = _users(old), _users(new)
    for name in sorted({*old.facts, *new.facts}):
        read = [(lang, old.printed.get(lang, {}).get(name, ""), new.printed[lang].get(name, "")) for lang in spoken]
        both = name in old.facts and name in new.facts
        values = tuple(row for row in read if row[1] != row[2] and (row[0] in old.printed or not both))
        if values and any(value for row in values for value in row[1:]):
            kind = CHANGED if both else ADDED if name in new.facts else REMOVED
            users = now if name in new.facts else before
            told = {who: tuple(by_name.get(name, ())) for who, by_name in users.items()}
            yield FactChange(name=name, kind=kind, values=values, **told)


def _users(library: Library) -> dict[str, dict[str, dict[str, None]]]:
    """Field of `FactChange` -> fact -> entries, pages and replies that use it in any language."""
    pages = (page for by_lang in library.pages.values() for page in by_lang.values())
    found: dict[str, dict[str, dict[str, None]]] = {"entries": {}, "pages": {}, "replies": {}}
    said = [("entries", entry.id, entry.facts) for entry in library]
    said += [("pages", page.name, page.facts) for page in pages]
    said += [("replies", reply.id, reply.facts) for reply in library.replies]
    for who, id_, facts in said:
        for name in facts:
            found[who].setdefault(name, {})[id_] = None
    return found


def _texts(old: Library, new: Library) -> Iterator[TextChange]:
    yield from _named("page", _pages(old), _pages(new), _unreadable(old, new))
    yield from _named("reply", _replies(old), _replies(new), _unreadable(old, new))
    yield from _named("topic", _topics(old), _topics(new), frozenset())


Said = Mapping[str, Mapping[str, object]]
"""Name -> language -> something to compare."""


def _named(what: str, old: Said, new: Said, skipped: Collection[str]) -> Iterator[TextChange]:
    for name in dict.fromkeys([*new, *old]):
        before, now = old.get(name, {}), new.get(name, {})
        differ = tuple(lang for lang in dict.fromkeys([*now, *before]) if before.get(lang) != now.get(lang))
        if differ and f"{what}:{name}" not in skipped:
            kind = CHANGED if before and now else ADDED if now else REMOVED
            yield TextChange(what=what, name=name, kind=kind, languages=differ)


def _pages(library: Library) -> Said:
    return {
        name: {lang: page.written for lang, page in by_lang.items() if lang in library.settings.languages}
        for name, by_lang in library.pages.items()
    }


def _replies(library: Library) -> Said:
    def said(reply: Reply) -> object:
        return reply.title, reply.when, reply.written, reply.fields, reply.choices, reply.private

    found: dict[str, dict[str, object]] = {}
    for reply in library.replies:
        if reply.lang in library.settings.languages:
            found.setdefault(reply.id, {})[reply.lang] = said(reply)
    return found


def _topics(library: Library) -> Said:
    return {topic.id: topic.titles for topic in library.topics.values()}


def _translations(old: Library, new: Library) -> Iterator[Standing]:
    skipped, former = _unreadable(old, new), _former(old, new)
    source, languages = new.settings.source, new.settings.languages[1:]
    for id_, by_lang in new.by_id.items():
        was = former.get(id_, id_)
        if source not in by_lang or id_ in skipped or was in skipped:
            continue
        for lang in languages:
            before, now = _standing(old, was, lang), _standing(new, id_, lang)
            if _matters(before, now):
                yield Standing(id_, lang, before, now)


def _standing(library: Library, id_: str, lang: str) -> str:
    if id_ not in library.by_id or library.settings.source not in library.by_id[id_]:
        return ""
    by_lang = library.by_id[id_]
    if lang not in by_lang:
        return "missing" if lang in library.settings.languages else ""
    if is_begun_only(by_lang[lang], by_lang[library.settings.source]):
        return "missing"
    return library.standing[id_, lang].standing


def _matters(before: str, now: str) -> bool:
    """Whether there is something new to translate, or something was brought up to date."""
    waits = (*BEHIND, "missing")
    return before != now and (now in waits or (before in waits and now in {"fresh", "typo"}))
