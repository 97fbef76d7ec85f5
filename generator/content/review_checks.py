"""Rules about reviews: those that an edit made void, and those of what is no entry."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.checked import Checked, Rule, warning
from generator.problems import Problem


def void_reviews(checked: Checked) -> Iterator[Problem]:
    """What was found true once reads otherwise now; a translation is told of only where its source is not."""
    source = checked.library.settings.source
    for entry in checked.written:
        original = checked.library.by_id[entry.id].get(source, entry)
        if entry.meta.voided and (entry.lang == source or not original.meta.voided):
            option = "" if entry.lang == source else f" --lang {entry.lang}"
            message = f"words or facts of this text changed after its review of {entry.meta.voided}"
            hint = f"read it again, and record that with: faq review {entry.id}{option}"
            yield warning(entry.place(), "AA161", message, hint)


def reviewed_entries(checked: Checked) -> Iterator[Problem]:
    """A review is of an entry: a present one, a former one, or one that cannot be read now."""
    library = checked.library
    if not library.reviews or "faq/withdrawn.yml" in library.unreadable:
        return
    known = {*library.by_id, *library.unreadable, *(name for kind, name in library.withdrawn if kind == "entry")}
    for entry in checked.written:
        known.update(name.partition("#")[0] for name in (*entry.meta.aliases, *entry.meta.replaces))
    for notice in library.withdrawn.values():
        known.update(name.partition("#")[0] for name in (*notice.aliases, *notice.replaces))
    for review in library.reviews:
        if review.entry not in known:
            hint = "correct the line, or delete it where there never was such an entry"
            yield warning(review.place, "AA162", f"a review of '{review.entry}', which no entry is called", hint)


REVIEW_CHECKS: tuple[Rule, ...] = (void_reviews, reviewed_entries)
