"""Rules for what people hear who cannot see the card."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Severity
from generator.social.rules import words
from generator.social.rules.base import Complaint, Post, Rule
from generator.social.rules.claims import every_number


def alt_text(post: Post) -> Iterator[Complaint]:
    """D11: the alt text says what the card says, at once and not for long."""
    alt = post.draft.alt.strip()
    said = words.tokens(alt)
    for beginning in post.limits.alt_beginnings:
        first = words.tokens(beginning)
        if said[: len(first)] == first and alt.casefold() not in post.facts.text.casefold():
            hint = "screen readers say that it is a picture; begin with what it says"
            severity = Severity.WARNING if post.facts.text.casefold().startswith(beginning) else None
            yield Complaint(f"the alt text begins with “{beginning}”", hint, severity)
            break
    most = post.world.limits.common.alt_length
    if len(alt) > most:
        message = f"the alt text has {len(alt)} characters; people listen to about {most}"
        yield Complaint(message, "say what the card says, and leave the rest to the post", Severity.WARNING)


def card_figures(post: Post) -> Iterator[Complaint]:
    """D11: every number, date and price on the card is in the post or its alt text too."""
    if not post.facts.drawn or not post.network.limit or not post.draft.alt:
        return
    missing = post.facts.drawn - every_number(post.said, post.stated)
    if missing:
        message = f"a number on the card is neither in the post nor in its alt text: {', '.join(sorted(missing))}"
        yield Complaint(message, "say it in 'alt'")


RULES: tuple[Rule[Post], ...] = (
    Rule("D11", "AA363", Severity.ERROR, alt_text, "alt"),
    Rule("D11", "AA364", Severity.ERROR, card_figures, "alt"),
)
