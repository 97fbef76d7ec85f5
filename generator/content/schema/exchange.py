"""`data/exchange/<name>.yml`: a format that takes the whole FAQ, and what it has a place for."""

from __future__ import annotations

from typing import Literal

from generator.content.schema.exports import Target


class ExchangeFile(Target):
    """One format; its code is the module of that name in `generator/exchange`."""

    holds: tuple[Literal["id", "language", "topic", "short", "also_asked", "order", "tags", "outdated"], ...] = ()
    """What is in its files besides questions and answers; what is not is told at every export."""
    html: bool = False
    """Whether answers go out as HTML: rendering them takes time that others save."""
