"""Words on a template: what can be drawn, at which length it fits, and whether it can be read."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from generator.cards import color, fonts
from generator.cards.drawing import Layout, Text
from generator.cards.layout import Composer, Setting
from generator.cards.tokens import Tokens
from generator.cards.words import Words, readable
from generator.content.schema.cards import CardFile
from generator.language import Language
from generator.problems import Place, Problem, Severity, has_errors

_NOWHERE = Place("faq/faq.yml")


@dataclass(frozen=True, slots=True)
class Face:
    """The bundled typeface in one language."""

    language: str

    def width(self, text: str, weight: str, /) -> float:
        """Advance in em."""
        return fonts.shape(text, weight, self.language).width

    def bearing(self, text: str, weight: str, /) -> float:
        """Empty width before the first letter, in em."""
        return fonts.shape(text, weight, self.language).bearing


def compose(
    template: CardFile,
    size: str,
    words: Words,
    language: Language,
    tokens: Tokens,
    scheme: str = "light",
    place: Place = _NOWHERE,
) -> tuple[Layout | None, list[Problem]]:
    """The card, or None and why: no glyph (AA401), no room (AA402), no contrast (AA403).

    The first of `words.answers` that fits beside the question is taken; without one the question stands alone.
    Type shrinks along the template's scales, text is never cut. `place` is where the entry's words are written.
    Raises KeyError for a size or scheme that does not exist.
    """
    canvas, colors = template.sizes[size], tokens.scheme(scheme)
    kept, problems = readable(words, place)
    if has_errors(problems):
        return None, problems
    for answer in (*kept.answers, ""):
        setting = Setting(
            texts=_texts(kept, answer, language),
            highlights=kept.highlights,
            colors=colors,
            language=language,
            ruler=Face(language.tag),
            cap_height=fonts.CAP_HEIGHT,
        )
        composer = Composer(template, setting)
        if layout := composer.card(canvas):
            problems += _left_out(composer.left_out, size, place)
            problems += _pale(layout, tokens, scheme)
            return (None if has_errors(problems) else layout), problems
    hint = "shorten the question; the answer has already been left out"
    return None, [*problems, Problem(place, "AA402", f"the question is too long for a card ({size})", hint)]


def _texts(words: Words, answer: str, language: Language) -> dict[str, str]:
    phrases = {key: language.say("cards", key) for key in language.phrases.get("cards", {})}
    own = {"question": words.question, "answer": answer, "topic": words.topic, "address": words.address, "brand": words.brand}
    return {**phrases, **own}


def _left_out(roles: list[str], size: str, place: Place) -> Iterator[Problem]:
    for role in roles:
        hint = "shorten it, or live without it on cards"
        yield Problem(place, "AA402", f"the {role} is too long for a card ({size}) and left out", hint, Severity.WARNING)


def _pale(layout: Layout, tokens: Tokens, scheme: str) -> Iterator[Problem]:
    """AA403 at the brand's colours, for every text that is too faint on what lies below it."""
    names = {value: name for name, value in reversed(list(tokens.scheme(scheme).items()))}
    ornaments = list(layout.texts("ornament"))
    for text in layout.texts():
        below = {text.on, *(c for o in ornaments if text.on == o.on and _overlap(text, o) for c in o.colors())}
        for shade in text.colors():
            for ground in sorted(below if text.role != "ornament" else ()):
                ratio = _contrast(shade, ground)
                if ratio < text.contrast:
                    message = (
                        f"{scheme} {names[shade]} {shade} on {names[ground]} {ground} has contrast {ratio:.2f}:1, "
                        f"the {text.role} on cards needs {text.contrast:g}:1"
                    )
                    better = color.passing(shade, ground, text.contrast)
                    hint = f"the nearest colour that passes is {better}" if better else f"change {names[ground]} first"
                    yield Problem(tokens.place, "AA403", message, hint)


_contrast = functools.lru_cache(maxsize=1024)(color.contrast)


def _overlap(one: Text, other: Text) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height
