"""What pages exist in which language, and how they refer to each other."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from generator.content.library import BUILT_PAGES, Entry, Library, Page
from generator.language import with_territory
from generator.links import Addresses, relative
from generator.links.former import Former
from generator.links.target import Target, address_of
from generator.site.dates import Dates
from generator.site.related import related
from generator.text import outside_code

_OUR_LINK = re.compile(
    r"(?P<before>\]\([ \t]*<?|^ {0,3}\[[^\[\]\n]+\]:[ \t]+<?)"
    r"(?P<kind>entry|topic|page):(?P<name>[\w-]+)(?P<anchor>#[\w-]+)?",
    re.MULTILINE,
)
_RELATIVE = re.compile(
    r"(?P<before>\]\([ \t]*<?|^ {0,3}\[[^\[\]\n]+\]:[ \t]+<?)(?![A-Za-z][\w+.-]*:)(?P<target>[^\s<>()]+)", re.MULTILINE
)
_OUR_FILE = re.compile(r"(?P<before>\]\([ \t]*<?)/(?P<name>[^/\s)>][^\s)>]*)")
"""A picture, written from docs/: a link that begins with a slash is an error."""
_RANGE = re.compile(r"(?<=\d)–(?=\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardImage:
    """The picture that previews show beside a link to a page."""

    file: str
    """Below `cards/`."""
    width: int
    height: int
    alt: str


@dataclass(frozen=True, kw_only=True)
class Shape:
    """The site's skeleton. An address is a path from the site's root, as in `Addresses`."""

    library: Library
    addresses: Addresses
    former: Former = field(default_factory=Former)
    """Addresses that lead on."""
    cards: Mapping[tuple[str, str], CardImage] = field(default_factory=dict)
    """(Entry, `topic:…` or `page:…`, language code) -> its card."""
    dates: Dates = field(default_factory=Dates)

    def topics(self) -> tuple[str, ...]:
        """Topics that have entries, in order: the same in every language."""
        return tuple(self.library.by_topic)

    def entries(self, topic: str, lang: str) -> list[Entry]:
        """A topic's entries as a language shows them, in order; the untranslated ones in the source's words."""
        return [self.library.shown(id_, lang) for id_ in self.library.by_topic.get(topic, ())]

    @functools.cached_property
    def _positions(self) -> dict[str, int]:
        """Found once: every page of a topic needs its neighbours."""
        return {id_: at for ids in self.library.by_topic.values() for at, id_ in enumerate(ids)}

    def neighbours(self, entry: Entry, lang: str) -> tuple[Entry | None, Entry | None]:
        """The entries before and behind one in its topic, as a language shows them."""
        ids, at = self.library.by_topic[entry.topic], self._positions[entry.id]
        before = self.library.shown(ids[at - 1], lang) if at else None
        return before, self.library.shown(ids[at + 1], lang) if at + 1 < len(ids) else None

    def related(self, entry: Entry, lang: str) -> list[Entry]:
        """Entries of any topic on much the same, the closest first, as a language shows them."""
        return [self.library.shown(id_, lang) for id_ in self._related.get(entry.id, ())]

    @functools.cached_property
    def _related(self) -> dict[str, tuple[str, ...]]:
        return related(self.library)

    def pages(self) -> list[str]:
        """Names of the pages that are neither entry nor topic: those that are always there, then those people wrote."""
        return list(dict.fromkeys([*BUILT_PAGES, *sorted(self.library.pages)]))

    def page(self, name: str, lang: str) -> Page | None:
        """A hand-written page as a language shows it: the translation, or else the source language's; None for neither.

        The pages that are always there say enough without, so they are not shown in another language's words.
        """
        by_lang = self.library.pages.get(name, {})
        if lang in by_lang or name in BUILT_PAGES:
            return by_lang.get(lang)
        return by_lang.get(self.library.settings.source) or next(iter(by_lang.values()), None)

    def page_title(self, name: str, lang: str) -> str:
        """The heading of a hand-written page, or of one that is always there."""
        page = self.page(name, lang)
        standard = {"index": "home_title", "a-z": "all_questions", "contact": "contact"}.get(name)
        say = self.library.languages[lang].say
        return (page.title if page else "") or (say("site", standard) if standard else name)

    def page_description(self, name: str, lang: str) -> str:
        """One sentence on a page that is neither entry nor topic."""
        page = self.page(name, lang)
        if page and page.description:
            return page.description
        settings, say = self.library.settings, self.library.languages[lang].say
        if name == "index":
            return self.words(settings.tagline, lang) or say("site", "home_description", name=settings.name)
        if name == "a-z":
            return say("site", "all_questions_description", name=settings.name)
        return say("site", "contact_description") if name == "contact" else ""

    def words(self, texts: Mapping[str, str], lang: str) -> str:
        """A text given per language: in this one, in its other script, in the source language, or empty."""
        if lang in texts:
            return texts[lang]
        sister = texts.get(lang.partition("-")[0], "")
        if sister:
            language = self.library.languages[lang]
            return language.in_latin(sister) if language.script == "Latn" else sister
        return texts.get(self.library.settings.source, "")

    def topic(self, topic: str, lang: str) -> str:
        """A topic's title, or its id."""
        known = self.library.topics.get(topic)
        return (self.words(known.titles, lang) if known else "") or topic

    def team(self, team: str, lang: str) -> str:
        """A team's name, or its id; empty for one that the public site does not name."""
        known = self.library.settings.teams.get(team)
        if known and not known.public:
            return ""
        return (self.words(known.names, lang) if known else "") or team

    def has(self, kind: str, name: str, lang: str) -> bool:
        """Whether an `entry`, `topic` or `page` is really there in a language, in words of that language."""
        if kind == "entry":
            return lang in self.library.by_id.get(name, {})
        if kind == "topic":
            by_id = self.library.by_id
            return any(lang in by_id[id_] for id_ in self.library.by_topic.get(name, ()))
        return name in BUILT_PAGES or lang in self.library.pages.get(name, {})

    def address(self, kind: str, name: str, lang: str, anchor: str = "") -> str:
        """Where an `entry`, `topic` or `page` lives in a language."""
        return address_of(Target(kind, name, anchor), lang, self.addresses)

    def find(self, kind: str, name: str, lang: str, anchor: str = "") -> str | None:
        """The address in a language; None for what nobody wrote."""
        return self.address(kind, name, lang, anchor) if self.library.exists(kind, name) else None

    def markdown(self, body: str, lang: str, page: str) -> str:
        """Markdown whose pictures and `entry:`, `topic:` and `page:` links lead from an address to their targets.

        A target that nobody wrote is left as it is: the checks of the content have reported it.
        """
        return outside_code(
            body, lambda text: unbroken(self._linked(text, lang, lambda target: relative(target, page)))
        )

    def portable(self, body: str, lang: str, page: str) -> str:
        """Markdown of the page at an address, with every link absolute, for readers who are not on the site."""

        def link(found: re.Match[str]) -> str:
            target: str = found["target"]
            return f"{found['before']}{urljoin(self.addresses.absolute(page), target)}"

        return outside_code(body, lambda text: _RELATIVE.sub(link, self._linked(text, lang, self.addresses.absolute)))

    def _linked(self, text: str, lang: str, written: Callable[[str], str]) -> str:
        """Our links and pictures replaced by addresses in the form that `written` gives them."""

        def link(found: re.Match[str]) -> str:
            target = self.find(found["kind"], found["name"], lang, (found["anchor"] or "")[1:])
            return found[0] if target is None else found["before"] + written(target)

        def file(found: re.Match[str]) -> str:
            return found["before"] + written(self.addresses.home(lang) + found["name"])

        return _OUR_FILE.sub(file, _OUR_LINK.sub(link, text))

    def translations(self, kind: str, name: str, lang: str) -> list[dict[str, object]]:
        """For each site language the same page there; `url` only where it is in words of that language."""
        here = self.address(kind, name, lang)
        rows: list[dict[str, object]] = []
        for code, language in self.library.languages.items():
            target = self.address(kind, name, code)
            url = self.addresses.absolute(target) if self.has(kind, name, code) else ""
            row = {"tag": language.tag, "name": language.name, "href": relative(target, here), "url": url}
            rows.append({**row, "locale": with_territory(language.locale), "current": code == lang})
        return rows

    def other_words(self, shown: str, lang: str) -> dict[str, str]:
        """Front matter of a page of a language whose words are in another: their tag, and a notice. Empty otherwise."""
        if shown == lang:
            return {}
        language, other = self.library.languages[lang], self.library.languages[shown]
        notice = language.say("site", "untranslated", language=language.name_of(other))
        return {"words_lang": other.tag, "locale": with_territory(other.locale), "notice": notice}


def unbroken(text: str) -> str:
    """`4–6 days` does not part behind its dash at the end of a line: a word joiner holds it."""
    return _RANGE.sub("–\N{WORD JOINER}", text) if "–" in text else text
