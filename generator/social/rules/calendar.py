"""Rules for when posts go out: people move drafts, and the planner's promises must still hold."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import UTC, timedelta
from itertools import groupby, pairwise

from generator.content.organisation import PostChannel
from generator.problems import Severity
from generator.social.draft import Draft
from generator.social.moments import format_slot
from generator.social.rules.base import Complaint, Plan, Post, Rule
from generator.social.timetable import closed, paced

_MOVE = "choose another time in 'slot'"
_PERIODS: tuple[tuple[str, str, Callable[[Draft], Hashable]], ...] = (
    ("per_day", "on that day", lambda draft: draft.slot.date()),
    ("per_week", "in that week", lambda draft: draft.slot.isocalendar()[:2]),
)
"""A limit of a cadence, what it is called, and what two posts of one such time have in common."""


def one_slot(plan: Plan) -> Iterator[Complaint]:
    """P4: a channel has one post at a time, and no two drafts have one id, which some disks would allow.

    Schedulers send one of two posts at one time, or both as one; some ask for minutes between posts.
    """
    minutes = plan.world.gap_minutes
    for drafts in plan.by_channel.values():
        for earlier, later in pairwise(drafts):
            gap = _gap(earlier, later)
            if gap < timedelta(minutes=minutes) and plan.asked & {earlier.id, later.id}:
                about, other = _about(plan, earlier, later)
                near = f"{plan.world.taker} asks for {minutes} minutes between posts, '{other.id}' is nearer"
                yield Complaint(
                    near if gap else f"{format_slot(about.slot)} is taken by '{other.id}'", _MOVE, about=about
                )
    first: dict[str, Draft] = {}
    for draft in plan.by_time:
        if first.setdefault(draft.id, draft) is not draft:
            hint = "delete one of them: names of drafts do not differ in capitals only"
            yield Complaint(f"two drafts are called '{draft.id}'", hint, about=draft)


def apart(plan: Plan) -> Iterator[Complaint]:
    """P3: two posts of a channel are not close, unless its own slots are; a topic does not follow itself."""
    channels = {channel.id: channel for channel in plan.world.library.settings.posts}
    for id_, drafts in plan.by_channel.items():
        channel = channels.get(id_)
        hours = channel.hours_between if channel else plan.world.limits.common.hours_between
        between = timedelta(hours=hours)
        for earlier, later in pairwise(drafts):
            if not {earlier.id, later.id} & plan.asked:
                continue
            about, other = _about(plan, earlier, later)
            gap = _gap(earlier, later)
            if timedelta(0) < gap < between and not (_regular(channel, earlier) and _regular(channel, later)):
                minutes = int(gap.total_seconds() // 60)
                yield Complaint(f"'{other.id}' is posted {minutes} minutes from it", _MOVE, about=about)
            topic = _topic(plan, later)
            if topic and topic == _topic(plan, earlier):
                message = f"the topic '{topic}' follows itself in '{id_}': the other one is '{other.id}'"
                yield Complaint(message, "change the times of two drafts", Severity.WARNING, about=about)


def crowded(plan: Plan) -> Iterator[Complaint]:
    """P3: no more posts in a day or week than the channel takes; what its network takes well only warns."""
    world = plan.world
    channels = {channel.id: channel for channel in world.library.settings.posts}
    for id_, drafts in plan.by_channel.items():
        channel = channels.get(id_)
        if channel is None or channel.network not in world.networks:
            continue
        cadence = paced(channel, world.networks[channel.network])
        for limit, when, period in _PERIODS:
            most = getattr(cadence, limit)
            severity = None if getattr(channel, limit) else Severity.WARNING
            for together in _more_than(most, drafts, period) if most else ():
                about = next((draft for draft in reversed(together) if draft.id in plan.asked), None)
                if about:
                    message = f"'{id_}' has {len(together)} posts {when}, more than {most} ({limit})"
                    yield Complaint(message, _MOVE, severity, about=about)


def _more_than(most: int, drafts: Sequence[Draft], period: Callable[[Draft], Hashable]) -> Iterator[Sequence[Draft]]:
    """The drafts, by time, of each day or week that has more."""
    groups = (list(group) for _, group in groupby(drafts, period))
    return (group for group in groups if len(group) > most)


def _about(plan: Plan, earlier: Draft, later: Draft) -> tuple[Draft, Draft]:
    """The one that the question is about, and the other."""
    return (later, earlier) if later.id in plan.asked else (earlier, later)


def _gap(earlier: Draft, later: Draft) -> timedelta:
    """As clocks run, also over the night on which they change."""
    return later.slot.astimezone(UTC) - earlier.slot.astimezone(UTC)


def _regular(channel: PostChannel | None, draft: Draft) -> bool:
    slot = draft.slot
    return channel is not None and (slot.weekday(), slot.time().replace(tzinfo=None)) in channel.slots


def _topic(plan: Plan, draft: Draft) -> str:
    return next((entry.topic for entry in plan.world.library.by_id.get(draft.entry, {}).values()), "")


def open_time(post: Post) -> Iterator[Complaint]:
    """P2: not in quiet hours, on a blocked date or holiday, before or after its entry may be posted, out of season."""
    draft, meta = post.draft, post.entry.meta
    day = draft.slot.date()
    channel = next((channel for channel in post.world.library.settings.posts if channel.id == draft.channel), None)
    why = closed(channel, draft.slot) if channel else ""
    if why:
        yield Complaint(why, _MOVE)
    if meta.posting.first and day < meta.posting.first:
        yield Complaint(f"the entry is not posted before {meta.posting.first}", _MOVE)
    if meta.posting.until and day > meta.posting.until:
        yield Complaint(f"the entry is not posted after {meta.posting.until}", _MOVE)
    if meta.season and not meta.season.holds(day):
        window = "{:02}-{:02}..{:02}-{:02}".format(*meta.season.start, *meta.season.end)
        yield Complaint(f"{day} is out of the entry's season ({window})", _MOVE)


SLOT_RULES: tuple[Rule[Plan], ...] = (Rule("P4", "AA514", Severity.ERROR, one_slot, "slot"),)
PLAN_RULES: tuple[Rule[Plan], ...] = (
    Rule("P3", "AA375", Severity.ERROR, apart, "slot"),
    Rule("P3", "AA375", Severity.ERROR, crowded, "slot"),
)
RULES: tuple[Rule[Post], ...] = (Rule("P2", "AA374", Severity.ERROR, open_time, "slot"),)
