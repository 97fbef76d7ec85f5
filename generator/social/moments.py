"""Slots as text, `2026-12-01 09:00 Europe/Zagreb`, and the hours that no clock or two clocks show."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

_SLOT = re.compile(r"(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d) ([A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*)", re.ASCII)


class ClockFault(StrEnum):
    """Why a wall-clock time is not one moment."""

    SKIPPED = "is skipped: clocks go forward over it"
    DOUBLED = "happens twice: clocks go back over it"


def moment(day: date, clock: time, zone: str) -> datetime:
    """A wall-clock time in a zone; raises KeyError, ValueError or OSError for a name that is no zone."""
    return datetime.combine(day, clock, ZoneInfo(zone))


def clock_fault(when: datetime) -> ClockFault | None:
    """What is wrong with a wall-clock time on a day when clocks change."""
    if when.replace(fold=0).utcoffset() == when.replace(fold=1).utcoffset():
        return None
    back = when.astimezone(UTC).astimezone(when.tzinfo)
    return ClockFault.DOUBLED if _wall(back) == _wall(when) else ClockFault.SKIPPED


def _wall(when: datetime) -> datetime:
    return when.replace(tzinfo=None, fold=0)


def format_slot(when: datetime) -> str:
    """Wall-clock time and zone: what people mean, whatever the offset will be."""
    return f"{when:%Y-%m-%d %H:%M} {zone_name(when)}"


def parse_slot(text: str) -> datetime | None:
    """What format_slot wrote; None for anything else, for a day no calendar has, for a zone no map has."""
    found = _SLOT.fullmatch(text.strip())
    if not found:
        return None
    try:
        return datetime(*(int(part) for part in found.groups()[:5]), tzinfo=ZoneInfo(found[6]))  # type: ignore[arg-type, misc]
    except (KeyError, ValueError, OSError):
        return None


def zone_name(when: datetime) -> str:
    """`Europe/Zagreb`; UTC for a moment without a named zone."""
    return when.tzinfo.key if isinstance(when.tzinfo, ZoneInfo) else "UTC"
