"""The life of a draft as data: its states, and which may follow which."""

from __future__ import annotations

from collections.abc import Mapping

TRANSITIONS: Mapping[str, tuple[str, ...]] = {
    "draft": ("review", "approved", "held", "retired"),
    "review": ("approved", "draft", "held", "retired"),
    "approved": ("exported", "published", "review", "draft", "held", "retired"),
    "exported": ("published", "review", "retired"),
    "published": ("retired",),
    "held": ("draft", "review", "retired"),
    "retired": ("draft", "review"),
}
"""State -> the states that a person may write in its place. What goes out was approved before: that is the one rule."""
STATES = tuple(TRANSITIONS)
OPEN_STATES = frozenset({"draft", "review", "approved"})
"""States on the way out."""
FOLLOWING = OPEN_STATES | {"held"}
"""States in which a draft still follows its entry."""
OUT = frozenset({"exported", "published"})
"""States in which others have the draft."""
