"""faq.yml and the site's lines of mkdocs.yml as Settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias
from urllib.parse import urlsplit

from generator.content.organisation import (
    BrandFile,
    Branding,
    Market,
    PostChannel,
    Search,
    ServiceChannel,
    Settings,
    Team,
    VoiceRules,
)
from generator.content.schema.settings import WEEKDAYS, BrandSettings, ContactSettings, FaqFile, PostChannelSettings
from generator.content.source import Source
from generator.problems import Problem

Fault: TypeAlias = tuple[str, tuple[str | int, ...]]
"""A message, and the keys of the value that is at fault."""


def settings(faq: FaqFile, faq_source: Source, site: Source) -> tuple[Settings, list[Problem]]:
    """Both files' values, and what does not fit together (AA013, AA110)."""
    url, problems = _site_url(site)
    problems += _names(faq, faq_source)
    contact = faq.contact or ContactSettings(timezone="UTC", hours={})
    markets = tuple(Market(code=k, languages=m.languages, timezone=m.timezone) for k, m in faq.markets.items())
    zones = {language: m.timezone for m in reversed(markets) for language in m.languages}
    return Settings(
        name=faq.name,
        languages=faq.languages,
        url=url,
        engine=faq.engine,
        tagline=faq.tagline,
        markets=markets,
        branding=_branding(faq.brand, faq_source),
        tone=faq.voice.tone,
        address=faq.voice.address,
        voice=VoiceRules(allow=frozenset(faq.voice.allow), avoid=faq.voice.avoid, accept=faq.voice.accept),
        home=faq.home,
        teams={
            k: Team(id=k, names=t.name, people=t.people, backup=t.backup or "", public=t.public)
            for k, t in faq.teams.items()
        },
        timezone=contact.timezone,
        hours={WEEKDAYS.index(day): spans for day, spans in contact.hours.items()},
        holidays=contact.holidays or "",
        holidays_place=faq_source.place("contact", "holidays") if contact.holidays else None,
        closed=tuple(sorted(contact.closed)),
        out_of_hours=contact.out_of_hours or "",
        email=contact.email or "",
        phone=contact.phone or "",
        service=tuple(ServiceChannel(**channel.model_dump()) for channel in contact.channels),
        feedback=_feedback(faq) or "",
        search=Search(synonyms=faq.search.synonyms, report=faq.search.report or ""),
        posts=tuple(
            _post_channel(channel, _zone_of(channel, faq, zones), faq_source, n) for n, channel in enumerate(faq.posts)
        ),
        latin_words=faq.latin_words,
    ), problems


def _branding(brand: BrandSettings, src: Source) -> Branding:
    def file(path: str | None, *keys: str) -> BrandFile | None:
        return BrandFile(path=path, place=src.place("brand", *keys)) if path else None

    fonts = {weight: file(path, "fonts", weight) for weight, path in brand.fonts.items()}
    return Branding(
        colors={scheme: dict(colors) for scheme, colors in brand.colors.items()},
        places={
            (scheme, name): src.place("brand", "colors", scheme, name)
            for scheme, colors in brand.colors.items()
            for name in colors
        },
        logo=file(brand.logo, "logo"),
        logo_dark=file(brand.logo_dark, "logo_dark"),
        fonts={weight: found for weight, found in fonts.items() if found},
    )


def _feedback(faq: FaqFile) -> str | None:
    """The address readers' feedback goes to; that of the contact unless another is given."""
    if faq.feedback:
        return faq.feedback.url or faq.feedback.email
    return faq.contact.email if faq.contact else None


def _zone_of(channel: PostChannelSettings, faq: FaqFile, zones: Mapping[str, str]) -> str:
    """Its own; its market's; where its language is spoken, its other script too; where the organisation is."""
    market = faq.markets.get(channel.market or "")
    language = channel.language
    spoken = zones.get(language) or zones.get(language.partition("-")[0])
    home = faq.contact.timezone if faq.contact else "UTC"
    return channel.timezone or (market.timezone if market else None) or spoken or home


def _post_channel(channel: PostChannelSettings, zone: str, src: Source, index: int) -> PostChannel:
    return PostChannel(
        id=channel.id,
        network=channel.network,
        language=channel.language,
        timezone=zone,
        slots=tuple(sorted(set(channel.slots))),
        quiet=channel.quiet,
        per_day=channel.cadence.per_day,
        per_week=channel.cadence.per_week,
        hours_between=channel.cadence.hours_between,
        cooldown=channel.cooldown,
        cycles=channel.cycles,
        blocked=tuple(sorted(channel.blocked)),
        holidays=channel.holidays or "",
        polls=channel.polls,
        place=src.place("posts", index),
    )


def _site_url(site: Source) -> tuple[str, list[Problem]]:
    url = site.data.get("site_url", "")
    if isinstance(url, str) and _is_base(url):
        return url.rstrip("/") + "/", []
    hint = "write where the FAQ will be published, like 'site_url: https://faq.example.org/'"
    place = site.place("site_url")
    return "https://example.org/", [Problem(place, "AA013", "'site_url' must be an address with https://", hint)]


def _is_base(url: str) -> bool:
    """Whether addresses of pages can be made by writing behind it."""
    if not url.startswith(("http://", "https://")) or any(c in '?#<>"\\' or c.isspace() for c in url):
        return False
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # an open bracket, or a port that is no number
        return False


def _names(faq: FaqFile, src: Source) -> list[Problem]:
    """Names of teams, languages and channels that are used but not defined, or defined twice."""
    faults = [*_languages(faq), *_teams(faq), *_posts(faq)]
    return _voice(faq, src) + [Problem(src.place(*keys), "AA110", message) for message, keys in faults]


def _languages(faq: FaqFile) -> Iterator[Fault]:
    for index, code in enumerate(faq.languages):
        if code in faq.languages[:index]:
            yield f"the language '{code}' is listed twice", ("languages", index)
    for market, values in faq.markets.items():
        for code in values.languages:
            if code not in faq.languages:
                yield f"the market {market} names '{code}', which is not in 'languages'", ("markets", market)
    for code in faq.search.synonyms:
        if code not in faq.languages and code.partition("-")[0] not in faq.languages:
            yield f"'{code}' is not in 'languages'", ("search", "synonyms", code)


def _voice(faq: FaqFile, src: Source) -> list[Problem]:
    """Languages whose readers are spoken to though there are none; Serbian is one, whatever its letters."""
    known = {code.partition("-")[0] for code in faq.languages}
    hint = f"its languages are {', '.join(faq.languages)}; write {{{faq.languages[0]}: …}}"
    return [
        Problem(src.place("voice", key, code), "AA110", f"'{code}' is not in 'languages'", hint)
        for key, codes in (("address", faq.voice.address), ("avoid", faq.voice.avoid), ("accept", faq.voice.accept))
        for code in codes
        if code.partition("-")[0] not in known
    ]


def _teams(faq: FaqFile) -> Iterator[Fault]:
    for name, team in faq.teams.items():
        if team.backup and team.backup not in faq.teams:
            yield f"no team is called '{team.backup}'", ("teams", name, "backup")
    for index, service in enumerate(faq.contact.channels if faq.contact else ()):
        if service.team not in faq.teams:
            yield f"no team is called '{service.team}'", ("contact", "channels", index, "team")
    out_of_hours = faq.contact.out_of_hours if faq.contact else None
    if out_of_hours and out_of_hours not in faq.teams:
        yield f"no team is called '{out_of_hours}'", ("contact", "out_of_hours")


def _posts(faq: FaqFile) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, post in enumerate(faq.posts):
        if post.language.split("-")[0] not in faq.languages and post.language not in faq.languages:
            yield f"'{post.language}' is not in 'languages'", ("posts", index, "language")
        if post.market and post.market not in faq.markets:
            yield f"no market is called '{post.market}'", ("posts", index, "market")
        if post.id.lower() in seen:
            yield f"two channels are called '{post.id}'", ("posts", index, "id")
        seen.add(post.id.lower())
