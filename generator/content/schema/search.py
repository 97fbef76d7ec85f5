"""`data/search/<language>.yml` and `data/letters.yml`: what the search knows of a language, and of letters."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.content.schema.base import Text, Written

Folded = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+$")]
"""Letters as folding leaves them."""


class SuffixSettings(Written):
    """Endings that are taken off words: the longest that fits, `passes` times, while `keep` letters remain."""

    passes: Annotated[int, Field(ge=1, le=3)] = 1
    keep: Annotated[int, Field(ge=2, le=5)] = 3
    list: Text


class SearchFile(Written):
    """One language."""

    folds: dict[Text, str] = {}
    """Letters that are one in this language whichever way they are typed; a `$` behind them: only at a word's end."""
    suffixes: SuffixSettings | None = None
    prefixes: tuple[Folded, ...] = ()
    """What may stand before a word of the same family: `na` in Croatian *napraviti*."""
    stop: str = ""
    """Words that say little of what is asked, parted by blanks."""
    synonyms: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = ()
    """Words for one thing."""
    related: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = ()
    """Words that point to the same questions."""


class LettersFile(Written):
    """Letters of all languages."""

    letters: dict[str, str]
