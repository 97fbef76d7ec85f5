"""What every draft must hold, whoever wrote it: asked when it is planned and again when it is exported."""

from __future__ import annotations

import re

from generator.problems import Problem, Severity
from generator.social.counting import count, count_alt, fits
from generator.social.draft import Draft, place
from generator.social.moments import clock_fault, format_slot
from generator.social.network import Network
from generator.social.tagging import linked_hashtags

_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}")


def check(draft: Draft, network: Network) -> list[Problem]:
    """AA320 to AA324, and AA302 for an hour that clocks skip or repeat, at the draft's file."""
    found = [rule(draft, network) for rule in (_length, _hashtags, _alt, _link, _leftover, _clock)]
    return [problem for problem in found if problem]


def _length(draft: Draft, network: Network) -> Problem | None:
    size = count(draft.text, network)
    if fits(draft.text, network) and (size or not network.limit):
        return None
    message = f"the post counts {size} on {network.label}, which takes {network.limit}"
    if not size:
        return Problem(place(draft), "AA320", "the post has no text", "write one, or delete the file")
    if size <= network.limit:
        message = f"the post has {len(draft.text.encode())} bytes, {network.label} takes {network.max_text_bytes}"
    severity = Severity.WARNING if network.soft else Severity.ERROR
    return Problem(place(draft), "AA320", message, "shorten the text by whole sentences", severity)


def _hashtags(draft: Draft, network: Network) -> Problem | None:
    tags = len(linked_hashtags(draft.text, network))
    if network.hashtags_max is None or tags <= network.hashtags_max:
        return None
    message = f"the post has {tags} hashtags, {network.label} takes {network.hashtags_max}"
    severity = Severity.ERROR if network.confirmed("hashtags_max") else Severity.WARNING
    return Problem(place(draft), "AA321", message, "keep the one or two that people look for", severity)


def _alt(draft: Draft, network: Network) -> Problem | None:
    size = count_alt(draft.alt, network)
    if 0 < size <= network.alt_max:
        return None
    if size:
        message = f"the alt text has {size} characters, {network.label} takes {network.alt_max}"
        severity = Severity.ERROR if network.confirmed("alt_max") else Severity.WARNING
        return Problem(place(draft), "AA322", message, "shorten 'alt'", severity)
    if not network.alt_taken:
        return None
    hint = "say in 'alt' what the card says"
    return Problem(place(draft), "AA322", "the card has no alt text", hint, Severity.WARNING)


def _link(draft: Draft, network: Network) -> Problem | None:
    if not network.links_clickable or draft.link in draft.text:
        return None
    message = "the link to the answer is not in the post"
    return Problem(place(draft), "AA323", message, f"add {draft.link}", Severity.WARNING)


def _leftover(draft: Draft, _network: Network) -> Problem | None:
    found = _LEFTOVER.search(f"{draft.text}\n{draft.alt}")
    message = f"the post still holds a placeholder ({found[0] if found else ''})"
    return Problem(place(draft), "AA324", message, "fill it in") if found else None


def _clock(draft: Draft, _network: Network) -> Problem | None:
    fault = clock_fault(draft.slot)
    message = f"{format_slot(draft.slot)} {fault}"
    return Problem(place(draft), "AA302", message, "choose another hour in 'slot'") if fault else None
