"""Rules that need a draft and its network only: does it fit, with link and alt text, and nothing left over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Severity
from generator.social import polls
from generator.social.counting import count, count_alt, fits
from generator.social.link_text import shown, shows
from generator.social.moments import clock_fault, format_slot
from generator.social.rules.base import Complaint, OnNetwork, Rule
from generator.social.tagging import linked_hashtags

_LEFTOVER = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\}\}|\{%|%\}|\{[a-z_]+\}|\b(?:TODO|TBD|FIXME|XXX)\b|\b[Ll]orem ipsum\b"
)


def length(fit: OnNetwork) -> Iterator[Complaint]:
    """D1: every post of a draft fits, counted as its network counts."""
    network = fit.network
    for number, part in enumerate(fit.draft.parts, start=1):
        which = "the post" if len(fit.draft.parts) == 1 else f"post {number} of the thread"
        size = count(part, network)
        if not size:
            if network.limit:  # on some networks everything stands on the picture
                yield Complaint(f"{which} has no text", "write one, or delete the file")
        elif not fits(part, network):
            message = f"{which} counts {size} on {network.label}, which takes {network.limit}"
            if size <= network.limit:
                message = f"{which} has {len(part.encode())} bytes, {network.label} takes {network.max_text_bytes}"
            severity = Severity.WARNING if network.soft else Severity.ERROR
            yield Complaint(message, "shorten the text by whole sentences", severity)


def thread(fit: OnNetwork) -> Iterator[Complaint]:
    """D1: as many posts as the network shows together."""
    parts, most = len(fit.draft.parts), fit.network.thread_max
    if parts > 1 and not fit.network.thread:
        yield Complaint(f"{fit.network.label} has no threads, and the draft has {parts} posts", "make one post of it")
    elif most and parts > most:
        message = f"the thread has {parts} posts, {fit.network.label} takes {most}"
        severity = None if fit.network.confirmed("thread_max") else Severity.WARNING
        yield Complaint(message, "shorten the text by whole sentences", severity)


def hashtags(fit: OnNetwork) -> Iterator[Complaint]:
    """D7: no more hashtags than the network takes; each post of a thread is a post."""
    most = fit.network.hashtags_max
    tags = max(len(linked_hashtags(part, fit.network)) for part in fit.draft.parts)
    if most is not None and tags > most:
        message = f"the post has {tags} hashtags, {fit.network.label} takes {most}"
        severity = None if fit.network.confirmed("hashtags_max") else Severity.WARNING
        yield Complaint(message, "keep the one or two that people look for", severity)


def alt(fit: OnNetwork) -> Iterator[Complaint]:
    """D11: a card has an alt text, no longer than the network takes; until it is drawn there may be none."""
    pictured = fit.draft.card and polls.with_picture(fit.draft.poll, fit.network)
    for alt in fit.draft.alts:
        size = count_alt(alt, fit.network)
        if not size and fit.network.alt_taken and pictured:
            surely = fit.draft.images or fit.network.image.required
            severity = None if surely else Severity.WARNING
            yield Complaint("the card has no alt text", "say in 'alt' what the card says", severity)
        elif size > fit.network.alt_max:
            message = f"the alt text has {size} characters, {fit.network.label} takes {fit.network.alt_max}"
            yield Complaint(message, "shorten 'alt'", None if fit.network.confirmed("alt_max") else Severity.WARNING)


def link(fit: OnNetwork) -> Iterator[Complaint]:
    """D5: the post leads to the whole answer, where links can be clicked."""
    draft, network = fit.draft, fit.network
    if network.links_clickable and not shows(draft.text, draft.link, network):
        yield Complaint("the link to the answer is not in the post", f"add {shown(draft.link, network)}")


def poll(fit: OnNetwork) -> Iterator[Complaint]:
    """D14: the network has polls, and its buttons take the options."""
    for message, key in polls.faults(fit.draft.poll, fit.network) if fit.draft.poll else ():
        severity = None if fit.network.confirmed(key) else Severity.WARNING
        yield Complaint(message, "shorten 'poll', or delete it and write the options into the text", severity)


def leftover(fit: OnNetwork) -> Iterator[Complaint]:
    """D18: nothing is left that somebody or something should have filled in."""
    drawn = (text for slide in fit.draft.slides for text in (slide.said, slide.alt))
    asked = fit.draft.poll.texts if fit.draft.poll else ()
    found = _LEFTOVER.search("\n".join((fit.draft.text, fit.draft.alt, *drawn, *asked)))
    if found:
        yield Complaint(f"the post still holds a placeholder ({found[0][:40]})", "fill it in", at=found[0])


def clock(fit: OnNetwork) -> Iterator[Complaint]:
    """P1: the time is one moment; clocks go neither forward nor back over it."""
    fault = clock_fault(fit.draft.slot)
    if fault:
        yield Complaint(f"{format_slot(fit.draft.slot)} {fault}", "choose another hour in 'slot'")


RULES: tuple[Rule[OnNetwork], ...] = (
    Rule("D1", "AA320", Severity.ERROR, length),
    Rule("D1", "AA320", Severity.ERROR, thread),
    Rule("D7", "AA321", Severity.ERROR, hashtags),
    Rule("D11", "AA322", Severity.ERROR, alt, "alt"),
    Rule("D5", "AA323", Severity.ERROR, link),
    Rule("D14", "AA326", Severity.ERROR, poll),
    Rule("D18", "AA324", Severity.ERROR, leftover),
    Rule("P1", "AA302", Severity.ERROR, clock, "slot"),
)
