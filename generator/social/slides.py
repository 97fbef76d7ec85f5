"""The pictures of a carousel or document: the first asks, a thought stands on each of the others, the last sums up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.content.schema.networks import CarouselRules
from generator.social.draft import Slide
from generator.social.parting import fits, part
from generator.social.phrases import Voice
from generator.social.prose import beginnings

_ENDS = 2
"""The first picture and the last."""
_MARK = re.compile(r"^(?:• |\d{1,3}\. )", re.MULTILINE)
_BULLET = "• "
_HEADING = re.compile(r"(?!• |\d{1,3}\. ).{1,60}(?<![.!…:;,])")
"""A line of its own that neither ends a sentence nor announces the next; a question may be a heading."""


@dataclass(frozen=True, slots=True)
class Deck:
    """The pictures of one post."""

    slides: tuple[Slide, ...]
    whole: bool
    """Whether they say all that this kind of post says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What pictures are made of."""

    remark: str
    """The text of the entry that stands in the format's first line, without the phrase around."""
    full: str
    """All that the format says: the whole answer, or its items."""
    beginning: str
    """As much of the answer as can be told where the whole cannot."""
    field: Callable[[str], str]
    """A text of the entry by the name that formats use."""
    voice: Voice


def deck(way: str, told: Told, rules: CarouselRules) -> Deck | None:
    """The pictures of a format that becomes pictures in a `way`; None where they have no room for it."""
    most = min(rules.max, rules.advised_max) - _ENDS
    found = _WAYS[way](told, rules, most) if most > 0 else None
    return found if found and len(found.slides) >= rules.min else None


def between(slides: Sequence[Slide]) -> str:
    """What stands between the first picture and the last, on one line and without marks of lists.

    Of two pictures the last does not sum up, but says it all.
    """
    return bare("\n".join(slide.said for slide in slides[1:-1] or slides[1:]))


def bare(text: str) -> str:
    """A text on one line and without marks of lists: pictures hold all of it if the one stands in the other."""
    return " ".join(_MARK.sub("", text).split())


def _parts(told: Told, rules: CarouselRules, most: int) -> Deck | None:
    """Question and answer: the whole one, else the short one, else whole sentences from the beginning."""
    short = told.field("short")
    whole = part(told.full, rules, most, rules.advised_min - _ENDS)
    pieces = whole or part(short, rules, most)
    if not pieces:
        for beginning in beginnings(short or told.beginning):
            more = part(beginning, rules, most)
            if not more:
                break
            pieces = more
    middle = [piece.text for piece in pieces]
    recaps = [short, *islice(beginnings(told.beginning), 1)]
    return _deck(told, rules, Slide(told.field("question")), map(_text, middle), recaps, whole=bool(whole))


def _items(told: Told, rules: CarouselRules, most: int) -> Deck | None:
    """An item of a list on each, or several where there are many; the last picture has them all, to be kept."""
    texts = [piece.text for line in told.full.split("\n") for piece in part(line, rules, most) or ()]
    if not 0 < len(texts) <= most or bare("\n".join(texts)) != bare(told.full):
        texts = [piece.text for piece in part(told.full, rules, most)]
    if not texts:
        return None
    question = told.field("question")
    last = Slide(question, told.full)
    if not fits(told.full, rules):
        last = Slide("", told.field("short") or question)
    return Deck((Slide(question), *map(_text, texts), last), whole=True)


def _fact(told: Told, rules: CarouselRules, most: int) -> Deck | None:
    """The fact first, then the myth under its warning, why it misleads, and the fact again."""
    myth = told.voice.say("myth", myth=told.field("myth.myth"))
    why = part(told.field("myth.why"), rules, most - 1)
    if not why or not all(fits(text, rules) for text in (told.remark, myth)):
        return None
    return _deck(told, rules, Slide(told.remark), map(_text, (myth, *(p.text for p in why))), [told.remark], whole=True)


def _quiz(told: Told, rules: CarouselRules, most: int) -> Deck | None:
    """Question and options first; the answer is seen by whoever goes on, and why it is right beside it."""
    cover = Slide(told.field("quiz.question"), told.field("quiz.options"))
    answer = told.voice.say("quiz_answer", letter=told.field("quiz.letter"), option=told.field("quiz.answer"))
    why = told.field("quiz.why")
    together = Slide(answer, why)
    middle = [together] if fits(together.said, rules) else [Slide(answer), *map(_text, _texts(why, rules, most - 1))]
    if not why or len(middle) > most or not all(fits(slide.said, rules) for slide in (cover, *middle)):
        return None
    return _deck(told, rules, cover, middle, [told.field("short"), answer], whole=True)


def _remark(told: Told, rules: CarouselRules, most: int) -> Deck | None:
    """A text that stands alone, if it says enough for pictures of its own."""
    texts = _texts(told.remark, rules, most, _ENDS)
    if len(texts) < _ENDS:
        return None
    return _deck(told, rules, Slide(told.field("question")), map(_text, texts), [told.remark], whole=True)


_WAYS: Mapping[str, Callable[[Told, CarouselRules, int], Deck | None]] = {
    "parts": _parts,
    "items": _items,
    "fact": _fact,
    "quiz": _quiz,
    "remark": _remark,
}


def _deck(  # noqa: PLR0913 - the pieces of a deck
    told: Told, rules: CarouselRules, cover: Slide, middle: Iterable[Slide], recaps: Iterable[str], *, whole: bool
) -> Deck:
    """The last picture says again what is worth keeping, or asks once more; it is the only one where it says it all."""
    last = Slide("", next((text for text in recaps if text and fits(text, rules)), told.field("question")))
    between = tuple(middle)
    return Deck((cover, *(() if between == (last,) else between), last), whole)


def _texts(text: str, rules: CarouselRules, most: int, least: int = 1) -> list[str]:
    return [piece.text for piece in part(text, rules, most, least)]


def _text(text: str) -> Slide:
    """A picture with its heading, if it has one; the mark of an item that stands alone is left out."""
    heading, gap, rest = text.partition("\n\n")
    if gap and _HEADING.fullmatch(heading):
        return Slide(heading, rest)
    alone = text.startswith(_BULLET) and "\n" not in text
    return Slide("", text.removeprefix(_BULLET) if alone else text)
