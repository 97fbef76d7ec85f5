"""faq.yml: brand, languages, markets, teams, contact and the rhythm of posts."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from generator.content.organisation import is_quiet
from generator.content.schema.base import Code, CyrillicWord, Id, LatinWord, Text, Written, number_of_days
from generator.content.schema.voice import Phrase, RuleName

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = r"([01]\d|2[0-3]):([0-5]\d)"
_SLOT = re.compile(rf"({'|'.join(WEEKDAYS)}) {_CLOCK}")
_SPAN = re.compile(rf"{_CLOCK}-{_CLOCK}")
_DATES = re.compile(r"(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?")

_ENDPOINT = re.compile(r"https://[A-Za-z0-9.-]+(:\d{1,5})?/[A-Za-z0-9/._~!$&()*+=:@%-]*")

_WEEK = 7 * 24 * 60
Span = tuple[time, time]


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"is no time zone ({name!r}); write one like Europe/Zagreb") from None
    return name


def _endpoint(address: str) -> str:
    """Only what a Content-Security-Policy can name exactly."""
    if not _ENDPOINT.fullmatch(address):
        raise ValueError("must be an address with https://, without '?', '#', ',' and ';'")
    return address


def _group(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) < 2:
        raise ValueError("needs two words or more that mean the same")
    return words


def _slot(text: object) -> object:
    found = _SLOT.fullmatch(text) if isinstance(text, str) else None
    if not found:
        raise ValueError(f"cannot be {str(text)[:40]!r}; write a weekday and a time like 'tue 09:00'")
    return WEEKDAYS.index(found[1]), time(int(found[2]), int(found[3]))


def _spans(text: object) -> object:
    spans: list[Span] = []
    for part in str(text).split(","):
        found = _SPAN.fullmatch(part.strip()) if isinstance(text, str) else None
        if not found:
            raise ValueError("must be opening hours like '08:00-16:00' or '08:00-12:00, 14:00-18:00'")
        start, end = time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))
        if end <= start or (spans and start <= spans[-1][1]):
            raise ValueError("must run forward within one day")
        spans.append((start, end))
    return tuple(spans)


def _quiet(text: object) -> object:
    spans: list[Span] = []
    for part in str(text).split(","):
        found = _SPAN.fullmatch(part.strip()) if isinstance(text, str) else None
        if not found:
            raise ValueError("must be hours without posts like '21:00-08:00'")
        spans.append((time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))))
    return tuple(spans)


def _dates(text: object) -> object:
    found = _DATES.fullmatch(text) if isinstance(text, str) else None
    try:
        first = date.fromisoformat(found[1] if found else "")
        last = date.fromisoformat(found[2]) if found and found[2] else first
    except ValueError:
        raise ValueError("must be a date like 2026-12-24, or two like 2026-12-24..2027-01-02") from None
    if last < first:
        raise ValueError("ends before it begins")
    return first, last


def _weekday_keys(hours: object) -> object:
    """`mon-fri` stands for five days."""
    if not isinstance(hours, dict):
        return hours
    days: dict[str, object] = {}
    for key, value in hours.items():
        first, _, last = str(key).partition("-")
        if first not in WEEKDAYS or (last and last not in WEEKDAYS):
            raise ValueError(f"has an unknown day {key!r}; days are {', '.join(WEEKDAYS)}, or mon-fri")
        start, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        for day in WEEKDAYS[start : end + 1]:
            days[day] = value
    return days


Zone = Annotated[str, AfterValidator(_zone)]
Color = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
ContactUrl = Annotated[str, StringConstraints(pattern=r"^(https?://|mailto:|tel:)[^\s\"'<>]+$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s\"'<>?&%,;:]+@[^@\s\"'<>?&%,;:]+$")]
Endpoint = Annotated[str, AfterValidator(_endpoint)]
Holidays = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class MarketSettings(Written):
    """A country and the languages customers there are answered in."""

    languages: tuple[Code, ...]
    timezone: Zone


class BrandSettings(Written):
    """Colours of the shared tokens, a logo below docs/, and a typeface; the files themselves are read elsewhere."""

    colors: dict[Literal["light", "dark"], dict[Id, Color]] = {}
    logo: Text | None = None
    logo_dark: Text | None = None
    fonts: dict[Literal["medium", "bold", "heavy"], Text] = {}

    @model_validator(mode="after")
    def _light_first(self) -> BrandSettings:
        if self.logo_dark and not self.logo:
            raise ValueError("has 'logo_dark' without 'logo'")
        return self


class VoiceSettings(Written):
    """How the organisation sounds."""

    tone: Literal["warm", "formal", "playful"] = "warm"
    address: dict[Code, Literal["formal", "informal"]] = {}
    """How readers are spoken to where a language knows the difference; formal where nothing is said."""
    allow: tuple[RuleName, ...] = ()
    """Rules of voice that are not asked."""
    avoid: dict[Code, tuple[Phrase, ...]] = {}
    accept: dict[Code, tuple[Phrase, ...]] = {}
    """The organisation's own phrases: never and always right."""


class TeamSettings(Written):
    """Who owns topics; people by first name or initials."""

    name: dict[Code, Text]
    people: tuple[Text, ...] = ()
    backup: Id | None = None
    public: bool = True


class ServiceChannelSettings(Written):
    """Where customers ask, and the promised time to a first answer in opening hours."""

    name: Text
    address: Text
    url: ContactUrl
    team: Id
    reply_minutes: Annotated[int, Field(ge=1, le=10_080)]


class ContactSettings(Written):
    """When somebody answers, and where."""

    timezone: Zone
    hours: Annotated[dict[Day, Annotated[tuple[Span, ...], BeforeValidator(_spans)]], BeforeValidator(_weekday_keys)]
    holidays: Holidays | None = None
    closed: tuple[date, ...] = ()
    out_of_hours: Id | None = None
    """The team that colleagues ask then."""
    email: Email | None = None
    phone: Annotated[str, StringConstraints(pattern=r"^\+?[\d ()/-]{3,30}$")] | None = None
    channels: tuple[ServiceChannelSettings, ...] = ()


class FeedbackSettings(Written):
    """Where readers' answers to "was this helpful?" go: to one of the two."""

    email: Email | None = None
    url: Endpoint | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> FeedbackSettings:
        if (self.email is None) == (self.url is None):
            raise ValueError("needs either 'email' or 'url'")
        return self


class SearchSettings(Written):
    """What the site's search is told: words that mean the same here, and where searches without an answer go."""

    synonyms: dict[Code, tuple[Annotated[tuple[Text, ...], AfterValidator(_group)], ...]] = {}
    report: Endpoint | None = None


class CadenceSettings(Written):
    """How close posts may come, whatever the slots are."""

    per_day: Annotated[int, Field(ge=1, le=100)] | None = None
    per_week: Annotated[int, Field(ge=1, le=700)] | None = None
    hours_between: Annotated[int, Field(ge=0, le=720)] = 2


class PostChannelSettings(Written):
    """One account of one network in one language."""

    id: Id
    network: Id
    language: Code
    market: Country | None = None
    timezone: Zone | None = None
    slots: tuple[Annotated[tuple[int, time], BeforeValidator(_slot)], ...]
    quiet: Annotated[tuple[Span, ...], BeforeValidator(_quiet)] = ()
    cadence: CadenceSettings = CadenceSettings()
    cooldown: Annotated[int, BeforeValidator(number_of_days)] = 60
    cycles: Annotated[int, Field(ge=1, le=1000)] | None = None
    blocked: tuple[Annotated[tuple[date, date], BeforeValidator(_dates)], ...] = ()
    holidays: Holidays | None = None
    polls: bool = False
    """Whether a quiz is a poll where the network has them: not every scheduler can send one."""

    @model_validator(mode="after")
    def _awake(self) -> PostChannelSettings:
        for weekday, clock in self.slots:
            if is_quiet(clock, self.quiet):
                raise ValueError(f"has the slot '{WEEKDAYS[weekday]} {clock:%H:%M}' in its quiet hours")
        minutes = sorted({(day * 24 + clock.hour) * 60 + clock.minute for day, clock in self.slots})
        following = [*minutes[1:], *(first + _WEEK for first in minutes[:1])]
        if any(b - a < self.cadence.hours_between * 60 for a, b in zip(minutes, following, strict=True)):
            hours = self.cadence.hours_between
            raise ValueError(f"has slots less than {hours} hours apart; move them, or lower 'cadence.hours_between'")

        return self


class FaqFile(Written):
    """The whole of faq.yml."""

    name: Text
    languages: Annotated[tuple[Code, ...], Field(min_length=1)]
    tagline: dict[Code, Text] = {}
    engine: Literal["mkdocs", "properdocs", "zensical"] = "mkdocs"
    markets: dict[Country, MarketSettings] = {}
    brand: BrandSettings = BrandSettings()
    voice: VoiceSettings = VoiceSettings()
    home: tuple[Id, ...] = ()
    teams: dict[Id, TeamSettings] = {}
    contact: ContactSettings | None = None
    feedback: FeedbackSettings | None = None
    search: SearchSettings = SearchSettings()
    posts: tuple[PostChannelSettings, ...] = ()
    latin_words: dict[CyrillicWord, LatinWord] = {}
