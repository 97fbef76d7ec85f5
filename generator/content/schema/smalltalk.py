"""`data/smalltalk.yml`: what customers say around a question."""

from __future__ import annotations

from generator.content.schema.base import Text, Written


class SmallTalkFile(Written):
    """Patterns, each of one phrase."""

    greetings: tuple[Text, ...]
    """Before a question, whatever follows."""
    greetings_apart: tuple[Text, ...]
    """The same, only where a comma or the like follows: the words mean other things, too."""
    addressed: tuple[Text, ...]
    """Whom a greeting is to, beside names."""
    closings: tuple[Text, ...]
    """Behind a question."""
    alone: tuple[Text, ...]
    """Messages that ask nothing."""
    devices: tuple[Text, ...]
    """With these begin lines that a program writes below a letter."""
    dated: tuple[Text, ...]
    """With these begins, before a day, the line above a letter that is quoted."""
    wrote: tuple[Text, ...]
    """With these that line ends."""
