"""Every address that answers by itself now, and where former names and headings lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.content.library import BUILT_PAGES, Entry, Library, Page
from generator.content.markup import headings
from generator.links.addresses import Addresses
from generator.links.lock import Key
from generator.links.old import claims
from generator.links.target import Target, parse_target

_MOST_HOPS = 20


@dataclass(frozen=True, kw_only=True)
class Live:
    """What the content says of addresses, before anything that was published earlier is looked at."""

    library: Library
    addresses: Addresses

    @cached_property
    def found(self) -> dict[Key, tuple[str, Target]]:
        """(Path, anchor) -> language and what answers there; notices of what is withdrawn are none."""
        found: dict[Key, tuple[str, Target]] = {}
        for lang in self.library.languages:
            for path, anchor, target in self._of_language(lang):
                found.setdefault((path, anchor), (lang, target))
        return found

    def _of_language(self, lang: str) -> Iterator[tuple[str, str, Target]]:
        library, addresses = self.library, self.addresses
        for topic in dict.fromkeys([*library.topics, *library.by_topic]):
            path = addresses.topic(topic, lang)
            yield path, "", Target("topic", topic)
            for id_ in library.by_topic.get(topic, ()):
                yield path, id_, Target("entry", id_)
        for id_ in library.by_id:
            path = addresses.entry(id_, lang)
            yield path, "", Target("entry", id_)
            for anchor in self.anchors(Target("entry", id_), lang):
                yield path, anchor, Target("entry", id_, anchor)
        for name in dict.fromkeys([*BUILT_PAGES, *library.pages]):
            path = addresses.page(name, lang)
            yield path, "", Target("page", name)
            for anchor in self.anchors(Target("page", name), lang):
                yield path, anchor, Target("page", name, anchor)

    def anchors(self, target: Target, lang: str) -> frozenset[str]:
        """Ids of the headings that an entry or page shows in a language."""
        return self._anchors.get((target.kind, target.name), {}).get(lang, frozenset())

    @cached_property
    def _anchors(self) -> dict[tuple[str, str], dict[str, frozenset[str]]]:
        found: dict[tuple[str, str], dict[str, frozenset[str]]] = {}
        kinds: tuple[tuple[str, Mapping[str, Mapping[str, Entry | Page]]], ...] = (
            ("entry", self.library.by_id),
            ("page", self.library.pages),
        )
        for kind, by_name in kinds:
            for name, by_lang in by_name.items():
                ids = {lang: frozenset(id_ for id_, _ in headings(text.body) if id_) for lang, text in by_lang.items()}
                found[kind, name] = {lang: self._shown(ids, kind, name, lang) for lang in self.library.languages}
        return found

    def _shown(self, ids: Mapping[str, frozenset[str]], kind: str, name: str, lang: str) -> frozenset[str]:
        """Headings of the words that a language shows: its own, those of its other script, or the source's."""
        for code in (lang, lang.partition("-")[0]):
            if code in ids:
                return ids[code]
        if kind == "page" and name in BUILT_PAGES:  # stand without words, so no others are shown
            return frozenset()
        return ids.get(self.library.settings.source, frozenset())

    @cached_property
    def was(self) -> dict[Key, tuple[str, Target]]:
        """Old addresses of another site, below the root of this one -> language and whose they were first."""
        return {
            (claim.key, ""): (claim.entry.lang, Target("entry", claim.entry.id))
            for claim in reversed(list(claims(self.library, self.addresses)))
            if claim.key and not claim.is_ours and (claim.key, "") not in self.found
        }

    @cached_property
    def heirs(self) -> dict[Target, Target]:
        """Former name, or name of what is gone, -> what answers for it. A name in use has no heir."""
        heirs = {old: new for new, aliases, replaces in self._named for old, new in _heirs(new, (*replaces, *aliases))}
        return {old: new for old, new in heirs.items() if not self.exists(old)}

    @cached_property
    def _replaced(self) -> frozenset[Target]:
        """What is gone and not only called otherwise: its headings are not those of its heir."""
        return frozenset(old for new, _, replaces in self._named for old, _ in _heirs(new, replaces))

    @cached_property
    def _named(self) -> list[tuple[Target, tuple[str, ...], tuple[str, ...]]]:
        """Everything that is there or withdrawn, with its former names and the names it replaces."""
        library, source = self.library, self.library.settings.source
        gone = [(Target(kind, name), one.aliases, one.replaces) for (kind, name), one in library.withdrawn.items()]
        entries = [
            (Target("entry", id_), by_lang[source].meta.aliases, by_lang[source].meta.replaces)
            for id_, by_lang in library.by_id.items()
            if source in by_lang
        ]
        topics = [(Target("topic", topic.id), topic.aliases, topic.replaces) for topic in library.topics.values()]
        pages = [
            (Target("page", name), by_lang[source].aliases, by_lang[source].replaces)
            for name, by_lang in library.pages.items()
            if source in by_lang
        ]
        return [*gone, *entries, *topics, *pages]

    def exists(self, target: Target) -> bool:
        """Whether an entry, topic or page is there now, headings aside."""
        return self.library.exists(target.kind, target.name)

    def is_withdrawn(self, target: Target) -> bool:
        """Whether it is gone for good, with a notice at its address."""
        return (target.kind, target.name) in self.library.withdrawn and not self.exists(target)

    def moved(self, target: Target) -> str:
        """What the source language's file says of a former heading, as written; empty for nothing."""
        source = self.library.settings.source
        if self.is_withdrawn(target):
            return self.library.withdrawn[target.kind, target.name].moved.get(target.anchor, "")
        if target.kind == "entry":
            entry = self.library.by_id.get(target.name, {}).get(source)
            return entry.meta.moved.get(target.anchor, "") if entry else ""
        page = self.library.pages.get(target.name, {}).get(source) if target.kind == "page" else None
        return page.moved.get(target.anchor, "") if page else ""

    def resolve(self, target: Target) -> Target | None:
        """What answers for a target now: itself, its heir, or its withdrawn self; None when nothing does.

        A heading that went with its entry to an heir is answered by the heir where it has no such heading. One that
        vanished from a living entry, or whose moves go in a circle, is lost.
        """
        inherited = False
        for _ in range(_MOST_HOPS):
            if not self.is_withdrawn(target) and not self.exists(target):
                if target.whole not in self.heirs:
                    return None
                target, inherited = self._inherit(target), True
            if not target.anchor or self.has_heading(target):
                return target
            if self.is_withdrawn(target) and not self.moved(target):
                return target
            following = parse_target(self.moved(target), target)
            if following is None:
                return target.whole if inherited else None
            target = following
        return None

    def _inherit(self, target: Target) -> Target:
        """The heir of a former name; a heading that the heir has too, or says where it is, is kept.

        So is one of an heir that is withdrawn: it may be brought back.
        """
        heir = self.heirs[target.whole]
        merged = heir._replace(anchor=f"{target.name}#{target.anchor}")
        if target.anchor and self.moved(merged):
            return merged
        if target.whole in self._replaced:
            return heir
        kept = heir._replace(anchor=target.anchor)
        known = self.has_heading(kept) or self.moved(kept) or self.is_withdrawn(kept)
        return kept if target.anchor and known else heir

    def has_heading(self, target: Target) -> bool:
        """Whether any language has the heading; a translation that lacks it is answered by the page's top."""
        by_lang = self._anchors.get((target.kind, target.name), {})
        return any(target.anchor in ids for ids in by_lang.values())


def _heirs(new: Target, names: tuple[str, ...]) -> list[tuple[Target, Target]]:
    """`old` leads to the whole of `new`; `old#heading` is what is a heading of `new` now."""
    parted = (name.partition("#") for name in names)
    return [(Target(new.kind, old), new._replace(anchor=anchor)) for old, _, anchor in parted]
