"""What a draft may say: its entry's public words, its language's phrases, the organisation's names and hours."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import get_timezone_location

from generator.content.library import Entry, Library
from generator.content.markup import links
from generator.content.organisation import Settings
from generator.language import Language
from generator.links import Addresses
from generator.social.rules.claims import Claims, Units, claims, every_number, month_stems
from generator.social.rules.words import Tokens, addresses, tokens, units, without_addresses
from generator.text import plain


class Kind(StrEnum):
    """What a piece of text is."""

    QUESTION = "question"
    ANSWER = "answer"
    PHRASE = "phrase"


Pieces: TypeAlias = Mapping[str, tuple[tuple[Tokens, Kind], ...]]
"""First word -> the pieces that begin with it."""

_NOT_PUBLIC = frozenset(
    {"id", "lang", "topic", "question", "body", "also_asked", "facts", "written", "written_posts", "source", "meta"}
    | {"path", "origin", "body_line"}
)
"""Fields of an entry that are not words of its answer, or that are read in their own way."""
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """An entry in one language as a source of posts."""

    text: str
    """Every public word of it."""
    pieces: Pieces
    stated: Claims
    numbers: frozenset[str]
    """All of them, also those within dates and amounts."""
    drawn: frozenset[str]
    """Those of question and short answer, which a card shows."""
    links: frozenset[str]
    """As `same_address` writes them."""


class Sources:
    """The sources of a library, each made once, when it is first asked for."""

    def __init__(self, library: Library, templates: Mapping[str, str], amounts: Units) -> None:
        self.library, self.amounts = library, amounts
        self._templates = tuple(
            tokens(line) for text in templates.values() for line in _TAG.sub("\n", text).split("\n")
        )
        self._facts: dict[tuple[str, str], Facts] = {}
        self._phrases: dict[str, Pieces] = {}
        self._addresses = Addresses(library.settings.url, library.settings.source)

    def facts(self, entry: Entry, language: Language) -> Facts:
        """What an entry gives in a language."""
        key = (entry.id, entry.lang)
        if key not in self._facts:
            self._facts[key] = self._read(entry, language)
        return self._facts[key]

    def phrases(self, language: Language) -> Pieces:
        """What may stand around an answer: phrases, names, and words of the organisation's own templates."""
        if language.code not in self._phrases:
            names = [name for name in _names(self.library.settings, language.code) if name]
            names += [self.library.topic_title(topic, language.code) for topic in self.library.topics]
            said = [
                *_phrases(language),
                *map(tokens, names),
                *_hours(self.library.settings, language),
                *self._templates,
            ]
            self._phrases[language.code] = _by_first((piece, Kind.PHRASE) for piece in said)
        return self._phrases[language.code]

    def _read(self, entry: Entry, language: Language) -> Facts:
        body = plain(entry.body)
        answer = [*_texts(entry), body]
        text = "\n".join([entry.question, *answer])
        told = [without_addresses(part) for part in answer]
        pieces = [(piece, Kind.QUESTION) for piece in units(entry.question)]
        pieces += [(piece, Kind.ANSWER) for part in told for piece in units(part)]
        stated = claims(text, language.locale, self.amounts)
        card = f"{entry.question}\n{entry.short}"
        known = "\n".join(_known(entry, self.library.settings))
        return Facts(
            text=text,
            pieces=_by_first(pieces),
            stated=stated,
            numbers=every_number(text, stated) | every_number(known, claims(known, language.locale, {})),
            drawn=every_number(card, claims(card, language.locale, self.amounts)),
            links=frozenset(map(same_address, self._links(entry, text))),
        )

    def _links(self, entry: Entry, text: str) -> Iterator[str]:
        """Where an entry leads: its own address, and the addresses in its answer."""
        yield self._addresses.absolute(self._addresses.entry(entry.id, entry.lang))
        yield from addresses(text)
        for link in links(entry.body):
            target = link.target.removeprefix("entry:")
            is_entry = target != link.target
            path = self._addresses.entry(target.partition("#")[0], entry.lang) if is_entry else ""
            yield self._addresses.absolute(path) if is_entry else target
        yield self.library.settings.url
        yield from (channel.url for channel in self.library.settings.service)


def trace(said: Tokens, sources: Sequence[Pieces], names: frozenset[str]) -> frozenset[Kind] | None:
    """Of what kinds the pieces are that make up a sentence, or None where a word of it comes from nowhere.

    Numbers and `names` (of months and days) may stand between pieces: they are filled into phrases, and figures are
    checked on their own.
    """
    reached: list[frozenset[Kind] | None] = [None] * (len(said) + 1)
    reached[0] = frozenset()
    for at, word in enumerate(said):
        kinds = reached[at]
        if kinds is None:
            continue
        if word[0].isdigit() or word in names:
            reached[at + 1] = kinds | (reached[at + 1] or frozenset())
        for source in sources:
            for piece, kind in source.get(word, ()):
                end = at + len(piece)
                if said[at:end] == piece:
                    reached[end] = kinds | {kind} | (reached[end] or frozenset())
    return reached[-1] or None


def calendar_names(language: Language) -> frozenset[str]:
    """Names of days and months as they stand in sentences."""
    return _calendar_names(language.locale)


@functools.cache
def _calendar_names(code: str) -> frozenset[str]:
    locale = Locale.parse(code)
    forms = [locale.days[context][width] for context in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    days = {name for form in forms for name in form.values()}
    months = {name for number in month_stems(code) for name in _month_names(locale, number)}
    return frozenset(word for name in days | months for word in tokens(name))


def _month_names(locale: Locale, number: int) -> Iterator[str]:
    for context in ("format", "stand-alone"):
        yield locale.months[context]["wide"][number]


def same_address(address: str) -> str:
    """An address without scheme, statistics and last slash: those do not change where it leads."""
    parts = urlsplit(address if "://" in address else f"https://{address}")
    query = "&".join(part for part in parts.query.split("&") if part and not part.startswith("utm_"))
    return (parts.netloc.removeprefix("www.") + parts.path).rstrip("/").casefold() + (f"?{query}" if query else "")


def _texts(entry: Entry) -> Iterator[str]:
    """Every word of an entry that is for readers, whatever fields there are."""
    for field in dataclasses.fields(entry):
        if field.name not in _NOT_PUBLIC:
            yield from _strings(getattr(entry, field.name))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, Mapping):
        yield from (text for part in value.values() for text in _strings(part))
    elif isinstance(value, Iterable):
        yield from (text for part in value for text in _strings(part))
    elif dataclasses.is_dataclass(value):
        yield from (text for field in dataclasses.fields(value) for text in _strings(getattr(value, field.name)))


def _phrases(language: Language) -> Iterator[Tokens]:
    """The words of phrases for posts and cards around their placeholders."""
    for room, phrases in language.phrases.items():
        if room.startswith(("posts", "cards")):
            for text in _strings(phrases):
                for piece in _PLACEHOLDER.split(text):
                    yield tokens(piece)
                    yield from units(piece)


def _names(settings: Settings, code: str) -> Iterator[str]:
    yield settings.name
    yield settings.tagline.get(code, "")
    yield from (team.names.get(code, "") for team in settings.teams.values() if team.public)
    yield from (text for channel in settings.service for text in (channel.name, channel.address))
    yield from (settings.email, settings.phone)


def _hours(settings: Settings, language: Language) -> Iterator[Tokens]:
    """`Monday–Friday: 08:00–16:00` for every run of days with the same hours, and the city whose time it is."""
    names = Locale.parse(language.locale).days
    open_days = [day for day, spans in sorted(settings.hours.items()) if spans]
    for first in open_days:
        for last in open_days:
            if last < first or any(settings.hours.get(day) != settings.hours[first] for day in range(first, last + 1)):
                continue
            times = tokens(", ".join(f"{start:%H:%M}–{end:%H:%M}" for start, end in settings.hours[first]))
            for context in ("format", "stand-alone"):
                days = [names[context]["wide"][day] for day in dict.fromkeys((first, last))]
                yield tokens(" ".join(days)) + times
    if open_days:
        yield tokens(get_timezone_location(ZoneInfo(settings.timezone), language.locale, return_city=True))


def _known(entry: Entry, settings: Settings) -> Iterator[str]:
    """Figures that a post may say beside those of the answer: hours, phone, names, when the answer changed."""
    yield from (settings.name, settings.phone, *settings.tagline.values())
    yield from (
        f"{end:%H:%M} {end.hour} {end.minute}" for spans in settings.hours.values() for span in spans for end in span
    )
    yield from (channel.address for channel in settings.service)
    days = [edit.on for edit in entry.meta.edits]
    days += [entry.meta.reviewed] if entry.meta.reviewed else []
    yield from (f"{day.day} {day.month} {day.year}" for day in days)


def _by_first(pieces: Iterable[tuple[Tokens, Kind]]) -> Pieces:
    found: dict[str, dict[tuple[Tokens, Kind], None]] = {}
    for piece, kind in pieces:
        if piece:
            found.setdefault(piece[0], {})[piece, kind] = None
    return {first: tuple(all_) for first, all_ in found.items()}
