"""Which posts of a channel are nearly the same: each is compared only with a few that share rare pairs of words."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import TypeAlias

from generator.problems import Severity
from generator.social.draft import Draft
from generator.social.rules.base import Complaint, Plan, Rule
from generator.social.rules.sources import same_address
from generator.social.rules.words import Tokens, prose, tokens

Words: TypeAlias = frozenset[tuple[str, int]]
"""Each word with the number of its occurrence: a text that says a word twice has two of them."""
Feature: TypeAlias = tuple[str, ...]
_RAREST = 12
"""Features by which a draft is found."""
_MOST_COMPARED = 20


def alike(plan: Plan) -> Iterator[Complaint]:
    """D15: a channel does not say the same twice within its cooldown, nor an account of some networks ever.

    Linear: texts that are nearly the same share nearly all neighbouring words, so a draft is compared with at most
    so many earlier ones that have its rarest pairs of words, and is done at the first that is alike.
    """
    common = plan.world.limits.common
    wait = common.cooldown_days
    for (name, _), drafts in plan.accounts(common.never_twice).items():
        for earlier, later in pairs(drafts, wait, common.similarity):
            if later.id in plan.asked or earlier.id in plan.asked:
                yield _complaint(earlier, later, plan)
        for earlier, later in repeated(drafts, wait) if name in common.never_twice else ():
            if later.id in plan.asked:
                message = f"the post says word for word what '{earlier.id}' says"
                hint = "say it in another way; the network forbids the same text for all time"
                yield Complaint(message, hint, Severity.WARNING, about=later)


def _complaint(earlier: Draft, later: Draft, plan: Plan) -> Complaint:
    about, other = (later, earlier) if later.id in plan.asked else (earlier, later)
    message = f"the post says nearly the same as '{other.id}', {_days(earlier, later)} days apart"
    severity = None if earlier.channel == later.channel else Severity.WARNING
    return Complaint(message, "move one of them, delete it, or say it in another way", severity, about=about)


def pairs(drafts: Sequence[Draft], wait: int, share: float) -> Iterator[tuple[Draft, Draft]]:
    """For each draft, by time, an earlier one within so many days that is alike, if there is one."""
    said = [_said(draft) for draft in drafts]
    often = Counter(feature for text in said for feature in _features(text))
    index: dict[Feature, deque[int]] = {}
    for n, draft in enumerate(drafts):
        rare = sorted(_features(said[n]), key=lambda feature: (often[feature], feature))[:_RAREST]
        words = _words(said[n])
        near = islice(_candidates(draft, rare, index, drafts, wait), _MOST_COMPARED)
        found = next((m for m in near if likeness(words, _words(said[m])) >= share), None)
        if found is not None:
            yield drafts[found], draft
        for feature in rare:
            index.setdefault(feature, deque()).append(n)


def _candidates(
    draft: Draft, rare: Sequence[Feature], index: Mapping[Feature, deque[int]], drafts: Sequence[Draft], wait: int
) -> Iterator[int]:
    """Each draft within the time that has one of the features, the latest first; those too long ago are forgotten."""
    met: set[int] = set()
    for feature in rare:
        kept = index.get(feature, deque())
        while kept and _days(drafts[kept[0]], draft) >= wait:
            kept.popleft()
        for n in islice(reversed(kept), _MOST_COMPARED):
            if n not in met:
                met.add(n)
                yield n


def _features(said: Tokens) -> frozenset[Feature]:
    """Neighbouring words, and the words as a whole, whatever their order."""
    return frozenset({*pairwise(said), tuple(sorted(said))})


def _days(earlier: Draft, later: Draft) -> int:
    """By the calendar, as the planner counts them."""
    return (later.slot.date() - earlier.slot.date()).days


def likeness(a: Words, b: Words) -> float:
    """From 0 to 1: the words that two texts share, of all they have, each counted as often as it is said."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def repeated(drafts: Sequence[Draft], wait: int) -> Iterator[tuple[Draft, Draft]]:
    """Drafts with exactly the words of an earlier one that is so long ago that `pairs` does not see it."""
    last: dict[tuple[str, ...], Draft] = {}
    for draft in drafts:
        said = _said(draft)
        earlier = last.get(said)
        if earlier and _days(earlier, draft) >= wait:
            yield earlier, draft
        last[said] = draft


def _said(draft: Draft) -> Tokens:
    """The words of a post and where it leads: short questions about two things may differ in one word only."""
    return (*tokens(prose(draft)), same_address(draft.link))


def _words(said: Tokens) -> Words:
    seen: Counter[str] = Counter()
    found = []
    for word in said:
        seen[word] += 1
        found.append((word, seen[word]))
    return frozenset(found)


RULES: tuple[Rule[Plan], ...] = (Rule("D15", "AA368", Severity.ERROR, alike),)
