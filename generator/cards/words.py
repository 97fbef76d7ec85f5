"""The words of a card, freed of what no typeface draws; what cannot be drawn is a problem, never a blank square."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.cards import glyphs
from generator.cards.typeface import Typeface
from generator.problems import Place, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What stands on a card: plain text, NFC."""

    question: str
    answers: tuple[str, ...]
    """Candidates, best first; without any that fits the question stands alone."""
    topic: str
    address: str
    """Readable, without scheme: `faq.zrno.example/hr/q/delivery-time`."""
    brand: str
    highlights: tuple[str, ...] = ()
    """Parts of the answer to set heavy in the brand's colour."""


def readable(words: Words, place: Place, typeface: Typeface, language: str) -> tuple[Words, list[Problem]]:
    """The words without what is not seen or not drawn, and AA401 for what has no glyph."""
    cleaned = _each(words, glyphs.clean)
    texts = [("question", cleaned.question), ("topic", cleaned.topic), ("address", cleaned.address)]
    texts += [("brand", cleaned.brand), *(("answer", answer) for answer in cleaned.answers)]
    found = (problem for field, text in texts for problem in glyphs.problems(field, text, place, typeface, language))
    problems = list(dict.fromkeys(found))
    kept = _each(cleaned, lambda text: glyphs.drawable(text, typeface))
    if not kept.question:
        problems.append(Problem(place, "AA401", "question: nothing is left to draw", "write the question in letters"))
    return kept, problems


def _each(words: Words, change: Callable[[str], str]) -> Words:
    return Words(
        question=change(words.question),
        answers=tuple(filter(None, map(change, words.answers))),
        topic=change(words.topic),
        address=change(words.address),
        brand=change(words.brand),
        highlights=tuple(filter(None, map(change, words.highlights))),
    )
