"""Words on a template: what can be drawn, at which length it fits, and whether it can be read."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.cards import color, fonts
from generator.cards.drawing import Layout, Text
from generator.cards.layout import lay_out
from generator.cards.setting import Setting
from generator.cards.tokens import Tokens
from generator.cards.words import Words, readable
from generator.content.schema.cards import CardFile
from generator.language import Language
from generator.problems import Place, Problem, Severity, has_errors

_ENOUGH = 4.5
_NOWHERE = Place("faq/faq.yml")
_TEMPLATES = Place("faq/_data/cards")


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


def compose(  # noqa: PLR0913, PLR0917 - what a card depends on
    template: CardFile,
    size: str,
    words: Words,
    language: Language,
    tokens: Tokens,
    scheme: str = "light",
    place: Place = _NOWHERE,
) -> tuple[Layout | None, list[Problem]]:
    """The card, or None and why: no glyph (AA401), no room (AA402), no contrast (AA403), no such colour (AA404).

    The first of `words.answers` that fits beside the question is taken; without one the question stands alone.
    Type shrinks along the template's scales, text is never cut. `place` is where the entry's words are written.
    Raises KeyError for a size or scheme that does not exist.
    """
    canvas, colors = template.sizes[size], tokens.scheme(scheme)
    kept, problems = readable(words, place)
    problems += _unknown(template, colors, language)
    if has_errors(problems):
        return None, problems
    for answer in (*kept.answers, ""):
        setting = Setting(
            texts=_texts(kept, answer, language),
            highlights=kept.highlights,
            styles=template.styles,
            colors=colors,
            language=language,
            ruler=Face(language.tag),
            cap_height=fonts.CAP_HEIGHT,
        )
        layout, left_out = lay_out(canvas, setting)
        if layout:
            problems += [*_left_out(left_out, size, place), *_pale(layout, tokens, scheme)]
            return (None if has_errors(problems) else layout), problems
    hint = "shorten the question; the answer has already been left out"
    return None, [*problems, Problem(place, "AA402", f"the question is too long for a card ({size})", hint)]


def _texts(words: Words, answer: str, language: Language) -> dict[str, str]:
    """Role -> text."""
    own = {"question": words.question, "topic": words.topic, "address": words.address, "brand": words.brand}
    phrases = {key: language.say("cards", key) for key in language.phrases.get("cards", {})}
    return {**phrases, **own, "answer": answer}


def _unknown(template: CardFile, colors: Mapping[str, str], language: Language) -> Iterator[Problem]:
    """AA404 for what a template of one's own names and does not exist."""
    for name in sorted(template.tokens - colors.keys()):
        yield Problem(
            _TEMPLATES, "AA404", f"a card template names the colour '{name}'", f"there are {', '.join(colors)}"
        )
    phrases = language.phrases.get("cards", {})
    for name in sorted(template.phrases - phrases.keys()):
        message = f"a card template names the phrase '{name}', which {language.name} does not have"
        yield Problem(_TEMPLATES, "AA404", message, f"there are {', '.join(phrases)}")


def _left_out(roles: list[str], size: str, place: Place) -> Iterator[Problem]:
    for role in roles:
        message = f"the {role} is too long for a card ({size}) and left out"
        yield Problem(place, "AA402", message, "shorten it, or live without it on cards", Severity.WARNING)


def _pale(layout: Layout, tokens: Tokens, scheme: str) -> Iterator[Problem]:
    """AA403 at the brand's colours, for every text that is too faint on what lies below it."""
    names = {value: name for name, value in reversed(list(tokens.scheme(scheme).items()))}
    ornaments = list(layout.texts("ornament"))
    for text in layout.texts():
        below = {text.on, *(c for o in ornaments if text.on == o.on and _overlap(text, o) for c in o.colors())}
        for shade, ground in itertools.product(text.colors(), sorted(below)):
            ratio = _contrast(shade, ground)
            least = _least(text, shade)
            if text.role != "ornament" and ratio < least:
                message = (
                    f"{scheme} {names[shade]} {shade} on {names[ground]} {ground} has contrast {ratio:.2f}:1, "
                    f"the {text.role} on cards needs {least:g}:1"
                )
                better = color.passing(shade, ground, least)
                hint = f"the nearest colour that passes is {better}" if better else f"change {names[ground]} first"
                yield Problem(tokens.place, "AA403", message, hint)


def _least(text: Text, shade: str) -> float:
    """For facts set heavy in another colour, within a text, less is enough: they are large and bold (WCAG 1.4.3)."""
    pieces = [piece for line in text.lines for piece in line.pieces]
    plain = {piece.color for piece in pieces if piece.weight != "heavy"}
    return min(text.contrast, _ENOUGH) if plain and shade not in plain else text.contrast


_contrast = functools.lru_cache(maxsize=1024)(color.contrast)


def _overlap(one: Text, other: Text) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height
