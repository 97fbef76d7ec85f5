"""Rules for posts that a program hands to a network's own interface."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Severity
from generator.social.rules import words
from generator.social.rules.base import Complaint, Post, Rule


def escaped(post: Post) -> Iterator[Complaint]:
    """D16: LinkedIn's interface drops the text behind signs that are not escaped."""
    if not post.world.api:
        return
    signs = post.world.limits.common.escaped.get(post.network.id, "").split()
    text = words.without_addresses(post.draft.text)
    found = next((sign for sign in signs if sign in text), "")
    if found:
        message = f"{post.network.label} drops what follows '{found}' when a program posts it"
        yield Complaint(message, f"write \\{found} where your program does not, or leave it out")


RULES: tuple[Rule[Post], ...] = (Rule("D16", "AA369", Severity.WARNING, escaped),)
