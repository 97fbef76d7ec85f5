"""hours.json: by what a reader's browser says whether somebody is there now; so no page depends on the day."""

from __future__ import annotations

import json
from datetime import date, time

from generator.content.library import Library
from generator.content.organisation import Settings
from generator.language import Language
from generator.public_holidays import public_holidays
from generator.site.contact import city, clock

FILE = "hours.json"
"""At the root of the site."""
_DAYS = 7
_PLACEHOLDERS = ("day", "number", "month", "time")
_ON_DAYS = ("on_mon", "on_tue", "on_wed", "on_thu", "on_fri", "on_sat", "on_sun")
_PHRASES = ("here_now", "here_later", "on_today", "on_tomorrow", "on_date")
"""Said by the script, which fills in their placeholders."""


def hours(library: Library, today: date) -> bytes:
    """Opening hours, the closed days of this year and the next, and the words to say it in each language.

    Minutes count from midnight in the zone; nothing is known of days after `until`.
    """
    settings = library.settings
    week = [[[_minutes(t) for t in span] for span in settings.hours.get(day, ())] for day in range(_DAYS)]
    data = {
        "zone": settings.timezone,
        "week": week,
        "closed": sorted(day.isoformat() for day in closed_days(settings, today.year)),
        "until": date(today.year + 1, 12, 31).isoformat(),
        "say": {language.tag: _words(settings, language) for language in library.languages.values()},
    }
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def closed_days(settings: Settings, year: int) -> frozenset[date]:
    """Public holidays and the days of faq.yml, in a year and the next. Unknown holidays count as none."""
    years = (year, year + 1)
    holidays = public_holidays(settings.holidays, years) or frozenset()
    return holidays | {day for day in settings.closed if day.year in years}


def _words(settings: Settings, language: Language) -> dict[str, object]:
    moments = {t for spans in settings.hours.values() for span in spans for t in span}
    say = {key: _phrase(language, key) for key in _PHRASES}
    return {
        **say,
        "on_months": language.say("site", "on_months").split(),
        "on_days": [_phrase(language, key) for key in _ON_DAYS],
        "clock": {str(_minutes(t)): clock(t, language) for t in sorted(moments)},
        "zone": language.say("site", "zone", city=city(settings.timezone, language)),
    }


def _phrase(language: Language, key: str) -> str:
    """A phrase whose placeholders are kept for the script."""
    kept = {name: f"{{{name}}}" for name in _PLACEHOLDERS}
    return language.say("site", key, None, **kept)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
