"""How hard an answer is to read: LIX, words of a sentence plus long words of a hundred.

LIX (Björnsson 1968) needs no syllables, and its author compared newspapers of eleven languages with it ("Readability of
Newspapers in 11 Languages", 1983); formulas after Flesch are fitted to one language each. What is hard differs by
language, because words do: `lix` in `data/proof/<language>.yml` is what 19 of 20 answers of 40 words and more stay
below in FAQs of well-known projects, from 59 in English to 73 in Czech, whose words are longer.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import regex

from generator.text import sentence_spans
from generator.voice.masking import markdown_letters

LONG: Final = 6
"""Letters; a word of more is long."""
_WORDS, _SENTENCES = 40, 3
"""Of an answer at least: in fewer one long word makes the difference."""
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’-]*|\ue000+")
_HOLE = "\ue000"


class Sentence(NamedTuple):
    """Where it stands in the answer, and how many words it has."""

    words: int
    start: int
    end: int


class Ease(NamedTuple):
    """How an answer reads."""

    lix: float
    longest: tuple[Sentence, ...]
    """Longest first; at most two."""


def ease(answer: str) -> Ease | None:
    """Of an answer in Markdown; nothing of one that is too short to tell."""
    letters = markdown_letters(answer)
    found, long = [], 0
    for start, end in sentence_spans(letters):
        words = _WORD.findall(letters, start, end)
        if len(words) > 1:  # a number in a table is none
            found.append(Sentence(len(words), start, end))
            long += sum(len(word) > LONG and word[0] != _HOLE for word in words)
    count = sum(one.words for one in found)
    if count < _WORDS or len(found) < _SENTENCES:
        return None
    longest = sorted(found, key=lambda one: (-one.words, one.start))[:2]
    return Ease(count / len(found) + 100 * long / count, tuple(longest))
