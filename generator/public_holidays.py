"""Public holidays of a country or a part of one, for whoever must know when nobody works."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import date


def public_holidays(place: str, years: Iterable[int]) -> frozenset[date] | None:
    """The holidays of a place like `HR` or `DE-BY` in some years; none without a place, None for one nobody knows."""
    if not place:
        return frozenset()
    return _of(place, tuple(sorted(set(years))))


@functools.lru_cache(maxsize=256)
def _of(place: str, years: tuple[int, ...]) -> frozenset[date] | None:
    from holidays import country_holidays  # noqa: PLC0415 - only needed where it is asked for

    country, _, part = place.partition("-")
    try:
        return frozenset(country_holidays(country, subdiv=part or None, years=years))
    except NotImplementedError:
        return None
