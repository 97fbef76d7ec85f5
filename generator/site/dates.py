"""When answers appeared and last changed, as the project's own records say; never a clock, never a file's time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.content.library import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """(Entry, language code) -> day."""

    since: Mapping[tuple[str, str], date] = field(default_factory=dict)
    """Since when an answer has its address."""
    changed: Mapping[tuple[str, str], date] = field(default_factory=dict)
    """When its meaning last changed; corrected spelling does not count."""

    def published(self, entry: Entry) -> date | None:
        """The day the answer appeared in its language; None where nobody recorded it."""
        return self.since.get((entry.id, entry.lang))

    def updated(self, entry: Entry) -> date | None:
        """The later of both days; None where neither is known."""
        key = (entry.id, entry.lang)
        return max((day for day in (self.since.get(key), self.changed.get(key)) if day), default=None)
