"""Decisions about drafts: whether a state may follow another, and what an approval covers."""

from __future__ import annotations

import hashlib
import json
from itertools import zip_longest

from generator.problems import Problem
from generator.social.draft import Draft, drawn_words, place, tidy
from generator.social.moments import format_slot
from generator.social.states import TRANSITIONS

_SEALED = ("text", "alt", "slides", "card", "slot", "poll")
_DIGITS = 12


def transition_fault(draft: Draft, before: str) -> Problem | None:
    """AA340 where a draft's file has a state that the one before it does not lead to."""
    if draft.state == before or draft.state in TRANSITIONS[before]:
        return None
    message = f"a draft that is '{before}' cannot become '{draft.state}'"
    allowed = " or ".join(f"'{state}'" for state in TRANSITIONS[before])
    return Problem(place(draft), "AA340", message, f"write 'state: {before}' again, or {allowed}")


def seal(draft: Draft) -> str:
    """What an approval covers, as the ledger keeps it: 12 digits for each of text, alt, slides, card, slot, poll."""
    slides = json.dumps(drawn_words(draft.slides), ensure_ascii=False)
    poll = [json.dumps(draft.poll.written(), ensure_ascii=False)] if draft.poll else []
    parts = (tidy(draft.text), tidy(draft.alt), slides, draft.card, format_slot(draft.slot), *poll)
    return " ".join(hashlib.sha256(p.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS] for p in parts)


def broken(draft: Draft, sealed: str) -> tuple[str, ...]:
    """What changed since a draft was approved with this seal; nothing where there is no seal."""
    if not sealed:
        return ()
    pairs = zip_longest(_SEALED, seal(draft).split(" "), sealed.split(" "), fillvalue="")  # most have no poll
    return tuple(name for name, now, then in pairs if now != then)
