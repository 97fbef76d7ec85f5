"""Rules for when posts go out: people move drafts, and the planner's promises must still hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise

from generator.content.organisation import PostChannel
from generator.problems import Severity
from generator.social.draft import Draft
from generator.social.moments import format_slot
from generator.social.rules.base import Complaint, Plan, Post, Rule
from generator.social.timetable import closed

_MOVE = "choose another time in 'slot'"


def same_minute(drafts: Iterable[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Two posts of a channel at one time: schedulers send one of them, or both as one."""
    first: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        earlier = first.setdefault((draft.channel, format_slot(draft.slot)), draft)
        if earlier is not draft:
            yield earlier, draft


def one_slot(plan: Plan) -> Iterator[Complaint]:
    """P4: a channel has one post at a time, and no two drafts have one id, which some disks would allow."""
    for earlier, later in same_minute(plan.by_time):
        if later.id in plan.asked or earlier.id in plan.asked:
            yield Complaint(f"{format_slot(later.slot)} is taken by '{earlier.id}'", _MOVE, about=later)
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
            about, other = (later, earlier) if later.id in plan.asked else (earlier, later)
            gap = later.slot - earlier.slot
            if timedelta(0) < gap < between and not (_regular(channel, earlier) and _regular(channel, later)):
                minutes = int(gap.total_seconds() // 60)
                yield Complaint(f"'{other.id}' is posted {minutes} minutes from it", _MOVE, about=about)
            topic = _topic(plan, later)
            if topic and topic == _topic(plan, earlier):
                message = f"the topic '{topic}' follows itself in '{id_}': the other one is '{other.id}'"
                yield Complaint(message, "change the times of two drafts", Severity.WARNING, about=about)


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


PLAN_RULES: tuple[Rule[Plan], ...] = (
    Rule("P4", "AA514", Severity.ERROR, one_slot),
    Rule("P3", "AA375", Severity.ERROR, apart),
)
RULES: tuple[Rule[Post], ...] = (Rule("P2", "AA374", Severity.ERROR, open_time),)
