"""Who publishes the FAQ: brand, languages, markets, teams, contact, and the rhythm of its posts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from generator.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """A country the organisation serves."""

    code: str
    languages: tuple[str, ...]
    timezone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Who owns topics and answers questions; people by first name or initials."""

    id: str
    names: Mapping[str, str]
    people: tuple[str, ...] = ()
    backup: str = ""
    public: bool = True
    """Whether the public site names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceChannel:
    """Where customers ask: who answers there, and within how many minutes of opening hours."""

    name: str
    address: str
    url: str
    team: str
    reply_minutes: int


def is_quiet(clock: time, spans: Iterable[tuple[time, time]]) -> bool:
    """Whether a time lies in one of the spans: each up to its end, over midnight where it ends before it begins."""
    return any(a <= clock < b if a < b else clock >= a or clock < b for a, b in spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostChannel:
    """Where drafts go: one account of one network in one language, and its weekly slots."""

    id: str
    network: str
    language: str
    timezone: str
    slots: tuple[tuple[int, time], ...]
    """Weekday (Monday is 0) and wall-clock time in the channel's zone."""
    quiet: tuple[tuple[time, time], ...] = ()
    """Hours without posts, each up to its end; one that ends before it begins runs over midnight."""
    per_day: int | None = None
    per_week: int | None = None
    hours_between: int = 2
    """Hours that lie at least between two posts."""
    cooldown: int = 60
    """Days between two posts of one entry."""
    cycles: int | None = None
    """How often an entry is posted; as often as its turn comes where this is None."""
    blocked: tuple[tuple[date, date], ...] = ()
    """First and last days of times without posts."""
    holidays: str = ""
    """On whose public holidays nothing is posted: a country like `HR`, or a part of one like `DE-BY`."""
    polls: bool = False
    """Whether a quiz is a poll where the network has them."""
    place: Place = field(default=Place("faq/faq.yml"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the search of the site is told."""

    synonyms: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """Language code -> groups of words that mean the same here."""
    report: str = ""
    """An https address that is told of searches without an answer; empty for nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandFile:
    """A file that faq.yml names, as written, and where."""

    path: str
    place: Place = field(default=Place("faq/faq.yml"), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Branding:
    """What faq.yml says of the brand; its files are not read yet."""

    colors: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Scheme (light, dark) -> token -> `#rrggbb`; only what the brand changes."""
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict, compare=False)
    """(Scheme, token) -> where its colour is written."""
    logo: BrandFile | None = None
    """Below docs/; None for the built-in mark."""
    logo_dark: BrandFile | None = None
    fonts: Mapping[str, BrandFile] = field(default_factory=dict)
    """Weight (medium, bold, heavy) -> its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRules:
    """What texts are not asked, and the organisation's own phrases by language code."""

    allow: frozenset[str] = frozenset()
    avoid: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    accept: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """faq.yml and the few lines of mkdocs.yml that matter to us."""

    name: str
    languages: tuple[str, ...]
    """Codes as written; the first is the source language."""
    url: str
    """Where the site will be published, ends in `/`."""
    engine: str = "mkdocs"
    tagline: Mapping[str, str] = field(default_factory=dict)
    markets: tuple[Market, ...] = ()
    branding: Branding = field(default_factory=Branding)
    tone: str = "warm"
    address: Mapping[str, str] = field(default_factory=dict)
    """Language code -> `formal` or `informal`; formal where it is missing."""
    voice: VoiceRules = field(default_factory=VoiceRules)
    home: tuple[str, ...] = ()
    """Ids of the most useful questions, in order."""
    teams: Mapping[str, Team] = field(default_factory=dict)
    timezone: str = "UTC"
    hours: Mapping[int, tuple[tuple[time, time], ...]] = field(default_factory=dict)
    """Weekday (Monday is 0) -> opening spans."""
    holidays: str = ""
    """Whose public holidays are kept: a country like `HR`, or a part of one like `DE-BY`."""
    holidays_place: Place | None = None
    out_of_hours: str = ""
    """The team that colleagues ask when nobody else is there."""
    closed: tuple[date, ...] = ()
    """Further days on which nobody is there."""
    email: str = ""
    phone: str = ""
    service: tuple[ServiceChannel, ...] = ()
    feedback: str = ""
    """Where readers say whether an answer helped: an e-mail address, an https address that takes forms, or nowhere."""
    search: Search = field(default_factory=Search)
    posts: tuple[PostChannel, ...] = ()
    latin_words: Mapping[str, str] = field(default_factory=dict)
    """Beginnings of words in Cyrillic -> how Serbian Latin spells them here."""

    @property
    def source(self) -> str:
        """The code of the language everything is first written in."""
        return self.languages[0]

    def informal(self, code: str) -> bool:
        """Whether readers of a language are spoken to informally; Latin Serbian is as Cyrillic is."""
        return (self.address.get(code) or self.address.get(code.partition("-")[0])) == "informal"

    def market(self, language: str) -> Market | None:
        """The market a language is spoken in, the first that names it."""
        return next((m for m in self.markets if language in m.languages), None)
