"""Which domains without `https://` in a text people mean as links: those with an ending that exists."""

from __future__ import annotations

import functools
from collections.abc import Callable

from generator.social.counting import _twitter_text


def is_domain(name: str) -> bool:
    """Whether `faq.example.hr` ends in a top level domain; `something.jpg` and `e.g` do not."""
    ending = name.rpartition(".")[2].lower()
    return bool(ending) and any(fits(ending) for fits in _endings())


@functools.cache
def _endings() -> tuple[Callable[[str], object], ...]:
    """The lists that X's parser comes with: of countries, and all others."""
    _twitter_text()  # what it does without
    from twitter_text.regexp.valid_cctld import valid_cctld  # noqa: PLC0415 - loads thousands of emoji, too
    from twitter_text.regexp.valid_gtld import valid_gtld  # noqa: PLC0415

    return valid_cctld.fullmatch, valid_gtld.fullmatch
