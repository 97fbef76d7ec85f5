"""What pages exist in which language, and how they refer to each other."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from generator.content.library import Entry, Library
from generator.language import latin, with_territory
from generator.links import Addresses, relative
from generator.site.dates import Dates
from generator.text import outside_code, plain, sentences

_OUR_LINK = re.compile(
    r"(?P<before>\]\([ \t]*<?|^ {0,3}\[[^\]\n]+\]:[ \t]+<?)"
    r"(?P<kind>entry|topic|page):(?P<name>[\w-]+)(?P<anchor>#[\w-]+)?",
    re.MULTILINE,
)
_RELATIVE = re.compile(
    r"(?P<before>\]\([ \t]*<?|^ {0,3}\[[^\]\n]+\]:[ \t]+<?)(?![A-Za-z][\w+.-]*:)(?P<target>[^\s<>()]+)", re.MULTILINE
)
_RANGE = re.compile(r"(?<=\d)–(?=\d)")
BUILT = ("index", "contact")
"""Pages that exist in every language, with hand-written words or without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardImage:
    """The picture that previews show beside a link to an entry."""

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
    cards: Mapping[tuple[str, str], CardImage] = field(default_factory=dict)
    """(Entry, language code) -> its card."""
    dates: Dates = field(default_factory=Dates)

    def topics(self, lang: str) -> tuple[str, ...]:
        """Topics with something to read in a language, in order."""
        return tuple(t for t in self.library.by_topic if self.has("topic", t, lang))

    def entries(self, topic: str, lang: str) -> list[Entry]:
        """A topic's entries in a language, in order."""
        return self._in_topic.get((topic, lang), [])

    @functools.cached_property
    def _in_topic(self) -> dict[tuple[str, str], list[Entry]]:
        """Found once: every page of a topic needs its neighbours."""
        found: dict[tuple[str, str], list[Entry]] = {}
        for topic, ids in self.library.by_topic.items():
            for id_ in ids:
                for lang, entry in self.library.by_id[id_].items():
                    found.setdefault((topic, lang), []).append(entry)
        return found

    @functools.cached_property
    def _positions(self) -> dict[tuple[str, str], int]:
        return {(e.id, e.lang): at for entries in self._in_topic.values() for at, e in enumerate(entries)}

    def neighbours(self, entry: Entry, most: int) -> list[Entry]:
        """Other entries of the topic, those that follow first; a few, because a page must not grow with the topic."""
        entries, at = self.entries(entry.topic, entry.lang), self._positions[entry.id, entry.lang]
        following = entries[at + 1 : at + 1 + most]
        return following + entries[: min(at, most - len(following))]

    def pages(self, lang: str) -> list[str]:
        """Names of the pages that are neither entry nor topic: home and contact, then those people wrote."""
        written = sorted(name for name, by_lang in self.library.pages.items() if lang in by_lang)
        return list(dict.fromkeys([*BUILT, *written]))

    def page_title(self, name: str, lang: str) -> str:
        """The heading of a hand-written page, of home, or of the contact page."""
        page = self.library.pages.get(name, {}).get(lang)
        standard = {"index": "home_title", "contact": "contact"}.get(name)
        say = self.library.languages[lang].say
        return (page.title if page else "") or (say("site", standard) if standard else name)

    def page_description(self, name: str, lang: str) -> str:
        """One sentence on a page that is neither entry nor topic."""
        page = self.library.pages.get(name, {}).get(lang)
        if page and page.description:
            return page.description
        settings, say = self.library.settings, self.library.languages[lang].say
        if name == "index":
            return self.words(settings.tagline, lang) or say("site", "home_description", name=settings.name)
        return say("site", "contact_description") if name == "contact" else ""

    def words(self, texts: Mapping[str, str], lang: str) -> str:
        """A text given per language: in this one, in its other script, in the source language, or empty."""
        if lang in texts:
            return texts[lang]
        sister = texts.get(lang.partition("-")[0], "")
        if sister:
            return latin(sister) if self.library.languages[lang].script == "Latn" else sister
        return texts.get(self.library.settings.source, "")

    def topic(self, topic: str, lang: str) -> str:
        """A topic's title, or its id."""
        known = self.library.topics.get(topic)
        return (self.words(known.titles, lang) if known else "") or topic

    def team(self, team: str, lang: str) -> str:
        """A team's name, or its id."""
        known = self.library.settings.teams.get(team)
        return (self.words(known.names, lang) if known else "") or team

    def has(self, kind: str, name: str, lang: str) -> bool:
        """Whether there is an `entry`, `topic` or `page` of that name in a language."""
        if kind == "entry":
            return lang in self.library.by_id.get(name, {})
        if kind == "topic":
            by_id = self.library.by_id
            return any(lang in by_id[id_] for id_ in self.library.by_topic.get(name, ()))
        return name in BUILT or lang in self.library.pages.get(name, {})

    def address(self, kind: str, name: str, lang: str, anchor: str = "") -> str:
        """Where an `entry`, `topic` or `page` lives in a language."""
        if kind == "entry":
            return self.addresses.entry(name, lang, anchor)
        if kind == "topic":
            return self.addresses.topic(name, lang, anchor)
        return self.addresses.page(name, lang) + (f"#{anchor}" if anchor else "")

    def find(self, kind: str, name: str, lang: str, anchor: str = "") -> str | None:
        """The address in a language, else in the source language; None where neither has it."""
        for code in (lang, self.library.settings.source):
            if self.has(kind, name, code):
                return self.address(kind, name, code, anchor)
        return None

    def markdown(self, body: str, lang: str, page: str) -> str:
        """Markdown whose `entry:`, `topic:` and `page:` links lead from the page at an address to their targets.

        A target that nobody wrote is left as it is: the checks of the content have reported it.
        """
        return outside_code(
            body, lambda text: unbroken(self._linked(text, lang, lambda target: relative(target, page)))
        )

    def portable(self, body: str, lang: str, page: str) -> str:
        """Markdown of the page at an address, with every link absolute, for readers who are not on the site."""

        def link(found: re.Match[str]) -> str:
            target: str = found["target"]
            if target.startswith("/"):
                return f"{found['before']}{self.addresses.absolute(target.lstrip('/'))}"
            return f"{found['before']}{urljoin(self.addresses.absolute(page), target)}"

        return outside_code(body, lambda text: _RELATIVE.sub(link, self._linked(text, lang, self.addresses.absolute)))

    def _linked(self, text: str, lang: str, written: Callable[[str], str]) -> str:
        """Our links replaced by addresses in the form that `written` gives them."""

        def link(found: re.Match[str]) -> str:
            target = self.find(found["kind"], found["name"], lang, (found["anchor"] or "")[1:])
            return found[0] if target is None else found["before"] + written(target)

        return _OUR_LINK.sub(link, text)

    def translations(self, kind: str, name: str, lang: str, topic: str = "") -> list[dict[str, object]]:
        """For each site language where the language switch leads from a page, and whether that is the same page.

        Where the page itself is missing, the switch leads to its topic, or else to the language's home.
        """
        here = self.address(kind, name, lang)
        rows: list[dict[str, object]] = []
        for code, language in self.library.languages.items():
            real = self.has(kind, name, code)
            if real:
                target = self.address(kind, name, code)
            elif topic and self.has("topic", topic, code):
                target = self.address("topic", topic, code)
            else:
                target = self.addresses.home(code)
            row = {"tag": language.tag, "name": language.name, "href": relative(target, here)}
            row["locale"] = with_territory(language.locale)
            rows.append({**row, "url": self.addresses.absolute(target) if real else "", "current": code == lang})
        return rows


def unbroken(text: str) -> str:
    """`4–6 days` does not part behind its dash at the end of a line: a word joiner holds it."""
    return _RANGE.sub("–\N{WORD JOINER}", text) if "–" in text else text


def gist(entry: Entry) -> str:
    """The short answer, or the first two sentences where nobody wrote one; plain text."""
    return entry.short or " ".join(sentences(plain(entry.body))[:2])
