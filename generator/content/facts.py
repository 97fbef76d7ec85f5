"""Named facts: typed values, written once, printed in each language as CLDR has it."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit

from generator.content.source import Source
from generator.language import Language
from generator.problems import Place, Problem

NBSP = "\N{NO-BREAK SPACE}"
_LEAP_YEAR = 2028
_AMOUNTS = frozenset({"days", "workdays", "hours", "money", "range"})
_WORD = 3
"""Letters of a unit that is a word, not a sign."""
_CHANGED = "changed"
_LATIN_SISTER = "_Latn"
"""Babel's locale of Serbian in Latin letters lacks most units, so its facts are made from the Cyrillic ones."""

Amounts: TypeAlias = tuple[Decimal, ...]
"""One number, or the two ends of a range."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A fact in one language: `{{ x }}` prints the text, `{{ x.number }}` only the number."""

    text: str
    number: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: its type, and its value as written for everybody and for single markets or languages."""

    name: str
    kind: str
    value: object
    unit: str = ""
    special: Mapping[str, object] = field(default_factory=dict)
    """Language code or market code -> value."""
    changed: date | None = None
    """The day since which it reads as it does."""
    before: Fact | None = None
    """What it was until then."""
    place: Place

    def printed(self, language: Language, market: str = "") -> Printed:
        """The value that holds there, in that language's form."""
        base = language.code.split("-")[0]
        value = next((self.special[k] for k in (language.code, base, market) if k in self.special), self.value)
        if not language.locale.endswith(_LATIN_SISTER):
            return KINDS[self.kind].show(value, language, self.unit)
        cyrillic = replace(language, locale=language.locale.removesuffix(_LATIN_SISTER))
        printed = KINDS[self.kind].show(value, cyrillic, self.unit)
        return Printed(language.in_latin(printed.text), language.in_latin(printed.number))


@dataclass(frozen=True, slots=True)
class Kind:
    """How one type of fact is read and printed. `read` raises ValueError with what is expected."""

    read: Callable[[object], object]
    show: Callable[..., Printed]


def values(fact: Fact) -> str:
    """A fact's values for all markets and languages as one text, the same however CLDR prints them."""
    special = {key: _plain(value) for key, value in fact.special.items()}
    return json.dumps([fact.kind, fact.unit, _plain(fact.value), special], sort_keys=True)


def _plain(value: object) -> str | list[str]:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return [str(_plain(part)) for part in value] if isinstance(value, tuple) else str(value)


def figure(fact: Fact, printed: Printed) -> tuple[str, str] | None:
    """A number to be set large and the words behind it; None for dates, times and texts, which are no amounts.

    A currency or a sign like °C stays at its number, and the words are empty.
    """
    if fact.kind not in _AMOUNTS:
        return None
    before, number, unit = printed.text.partition(printed.number)
    if fact.kind == "money" or before.strip() or sum(map(str.isalpha, unit)) < _WORD:
        return printed.text, ""
    return number, unit.strip()


def read_facts(src: Source) -> tuple[dict[str, Fact], list[Problem]]:
    """`facts.yml`: name -> fact; each broken fact is reported and left out."""
    facts: dict[str, Fact] = {}
    problems: list[Problem] = []
    for name, written in src.data.items():
        fact, found = _fact(name, written, src)
        problems += found
        if fact:
            facts[name] = fact
    return facts, problems


def _fact(name: str, written: object, src: Source) -> tuple[Fact | None, list[Problem]]:
    place = src.place(name)
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        return None, [
            Problem(place, "AA020", f"a fact cannot be called '{name}'", "use a-z, 0-9 and _, like return_window")
        ]
    if not isinstance(written, dict) or len(kinds := [k for k in written if k in KINDS]) != 1:
        hint = f"write {name}: {{days: 14}}; types are {', '.join(sorted(KINDS))}"
        return None, [Problem(place, "AA020", f"the fact '{name}' must have one type", hint)]
    kind = kinds[0]
    values: dict[str, object] = {}
    problems = []
    for key, value in written.items():
        if key == _CHANGED:
            continue
        if key == "unit" and kind == "range" and isinstance(value, str):
            continue
        if key != kind and not re.fullmatch(r"[A-Z]{2}|[a-z]{2,3}(-[A-Z][a-z]{3})?", key):
            hint = "besides its type a fact has values for markets (HR, CZ) or languages (hr, cs), and a range its unit"
            problems.append(Problem(src.place(name, key), "AA020", f"'{key}' is not known in the fact '{name}'", hint))
            continue
        try:
            values[key] = KINDS[kind].read(value)
        except ValueError as error:
            problems.append(Problem(src.place(name, key), "AA020", f"'{name}.{key}' {error}"))
    if problems:
        return None, problems
    unit = str(written.get("unit", ""))
    fact = Fact(name=name, kind=kind, value=values.pop(kind), unit=unit, special=values, place=place)
    return _with_past(fact, written[_CHANGED], src) if _CHANGED in written else (fact, [])


def _with_past(fact: Fact, written: object, src: Source) -> tuple[Fact, list[Problem]]:
    """What a fact was before, `changed: {on: 2026-11-20, days: 30}`; values that are not named did not change."""
    hint = f"write the day and what it was: changed: {{on: 2026-11-20, {fact.kind}: …}}"
    place, given = src.place(fact.name, _CHANGED), written if isinstance(written, dict) else {}
    try:
        year, month, day = _date(given.get("on"))
        values = {key: KINDS[fact.kind].read(value) for key, value in given.items() if key != "on"}
    except ValueError as error:
        return fact, [Problem(place, "AA020", f"'{fact.name}.{_CHANGED}' {error}", hint)]
    if year is None or not values or values.keys() - {fact.kind, *fact.special}:
        message = f"'{fact.name}.{_CHANGED}' must have a day with its year, and values that the fact has"
        return fact, [Problem(place, "AA020", message, hint)]
    before = replace(fact, value=values.pop(fact.kind, fact.value), special={**fact.special, **values})
    return replace(fact, changed=date(year, month, day), before=before), []


def _amounts(value: object) -> Amounts:
    texts = value if isinstance(value, list) else [value]
    try:
        amounts = tuple(Decimal(str(text)) for text in texts) if str(value).isascii() else ()
    except InvalidOperation:
        amounts = ()
    if not 1 <= len(amounts) <= 2 or not all(a.is_finite() and abs(a) < 10**12 for a in amounts):
        raise ValueError(f"must be a number or a range like 14 or [2, 3], not {str(value)[:40]!r}")
    if len(amounts) == 2 and amounts[0] >= amounts[1]:
        raise ValueError("must be a range from the smaller to the larger number")
    return amounts


def _time_span(value: object) -> Amounts:
    amounts = _amounts(value)
    if amounts[0] <= 0:
        raise ValueError(f"must be more than nothing, not {str(value)[:40]!r}")
    return amounts


def _range(value: object) -> Amounts:
    amounts = _amounts(value)
    if len(amounts) != 2:
        raise ValueError("must be two numbers like [18, 25]")
    return amounts


def _money(value: object) -> tuple[Decimal, str]:
    found = re.fullmatch(r"(\d{1,12}(?:\.\d{1,2})?) ([A-Z]{3})", value) if isinstance(value, str) else None
    if not found or found[2] not in Locale("en").currencies:
        raise ValueError(f"must be an amount and a currency like '3.90 EUR', not {str(value)[:40]!r}")
    return Decimal(found[1]), found[2]


def _date(value: object) -> tuple[int | None, int, int]:
    """Year (or None for every year), month, day."""
    expected = f"must be a date like 2027-05-15 or 05-15, not {str(value)[:40]!r}"
    found = re.fullmatch(r"(?:(\d{4})-)?(\d\d)-(\d\d)", value) if isinstance(value, str) else None
    if not found:
        raise ValueError(expected)
    try:
        day = date(int(found[1] or _LEAP_YEAR), int(found[2]), int(found[3]))
    except ValueError:
        raise ValueError(expected) from None
    return (day.year if found[1] else None, day.month, day.day)


def _time(value: object) -> time:
    found = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)", value) if isinstance(value, str) else None
    if not found:
        raise ValueError(f"must be a time like 14:00, not {str(value)[:40]!r}")
    return time(int(found[1]), int(found[2]))


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be a text")
    return value.strip()


def _numbers(amounts: Amounts, language: Language) -> str:
    return "–".join(format_decimal(amount, locale=language.locale) for amount in amounts)


def _show_unit(cldr_unit: str) -> Callable[[Amounts, Language, str], Printed]:
    def show(amounts: Amounts, language: Language, _unit: str) -> Printed:
        """The plural form is the one of the last number, as CLDR's range rules have it in our languages."""
        number = _numbers(amounts, language)
        last = format_decimal(amounts[-1], locale=language.locale)
        whole = format_unit(amounts[-1], cldr_unit, length="long", locale=language.locale)
        return Printed(_glue(whole.replace(last, number, 1)), number)

    return show


def _show_workdays(amounts: Amounts, language: Language, _unit: str) -> Printed:
    forms = language.units["workday"]
    number = _numbers(amounts, language)
    word = forms.get(language.plural(float(amounts[-1]))) or forms["other"]
    return Printed(f"{number}{NBSP}{word}", number)


def _show_money(value: tuple[Decimal, str], language: Language, _unit: str) -> Printed:
    amount, currency = value
    pattern, number = _money_patterns(language.locale, whole=amount == amount.to_integral())
    text = format_currency(amount, currency, format=pattern, locale=language.locale, currency_digits=False)
    return Printed(_glue(text), format_decimal(amount, format=number, locale=language.locale))


@functools.cache
def _money_patterns(locale: str, *, whole: bool) -> tuple[str, str]:
    """The locale's patterns with and without currency; whole amounts have no decimals: 50 €, not 50,00 €."""
    parsed = Locale.parse(locale)
    pattern = str(parsed.currency_formats["standard"].pattern)
    number = str(parsed.decimal_formats[None].pattern)
    return (pattern.replace(".00", "") if whole else pattern), number.replace(".###", "" if whole else ".00")


def _show_range(amounts: Amounts, language: Language, unit: str) -> Printed:
    number = _numbers(amounts, language)
    return Printed(f"{number}{NBSP}{unit}" if unit else number, number)


def _show_date(value: tuple[int | None, int, int], language: Language, _unit: str) -> Printed:
    year, month, day = value
    if year is None:
        text = format_skeleton("MMMMd", date(_LEAP_YEAR, month, day), locale=language.locale)
    else:
        text = format_date(date(year, month, day), format="long", locale=language.locale)
    return Printed(_glue(text), str(day))


def _show_time(value: time, language: Language, _unit: str) -> Printed:
    text = format_time(value, format="short", locale=language.locale).replace("\u202f", NBSP)
    return Printed(text, text)


def _show_plain(value: str, _language: Language, _unit: str) -> Printed:
    return Printed(value, value)


def _glue(text: str) -> str:
    """A number and its unit never part at a line's end (Czech ÚJČ, Slovene EU style guide)."""
    return re.sub(r"(?<=[\d.]) (?=\S)", NBSP, text)


KINDS: Mapping[str, Kind] = {
    "days": Kind(_time_span, _show_unit("duration-day")),
    "workdays": Kind(_time_span, _show_workdays),
    "hours": Kind(_time_span, _show_unit("duration-hour")),
    "money": Kind(_money, _show_money),
    "date": Kind(_date, _show_date),
    "time": Kind(_time, _show_time),
    "range": Kind(_range, _show_range),
    "plain": Kind(_text, _show_plain),
}
"""Type as written in facts.yml -> how to read and print it."""
