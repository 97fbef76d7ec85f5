"""Words on a template: what can be drawn, at which length it fits, and whether it can be read."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.cards import color, fonts, icons
from generator.cards.drawing import Layout, Text
from generator.cards.layout import lay_out
from generator.cards.look import Look
from generator.cards.setting import Setting
from generator.cards.template import Canvas, Kind
from generator.cards.words import Words, readable
from generator.problems import Place, Problem, Severity, has_errors

_ENOUGH = 4.5
_ICONS = dict.fromkeys(("mark", "label", *icons.names()))
_NOWHERE = Place("faq/faq.yml")
_TEMPLATES = Place("faq/_data/cards")
_IN_ROWS = frozenset({"topic"})
"""Roles that rows alone have, of which they say what has room."""
_MOST_TRIED = 60
"""Combinations of candidates; people write two or three of one role."""


def compose(
    kind: Kind, canvas: Canvas, words: Words, look: Look, place: Place = _NOWHERE
) -> tuple[Layout | None, list[Problem]]:
    """The card, or None and why: no glyph (AA401), no room (AA402), no contrast (AA403), no such name (AA404).

    Type shrinks along the canvas's scales; then the next candidate of a role is tried, and at last a role that the
    kind does not need is left out. Text is never cut. `place` is where the entry's words are written.
    Raises KeyError for a scheme that does not exist.
    """
    template = kind.layouts.get(canvas.name) or kind.layouts.get(canvas.shape)
    kept, problems = readable(_shown(words, look), place, look.typeface, look.language.tag)
    problems += [*_missing(kind, kept, place), *_unknown(kind, canvas, look)]
    if template is None:
        problems.append(Problem(_TEMPLATES, "AA404", f"a card template has no layout for {canvas.name} cards"))
    if template is None or has_errors(problems):
        return None, problems
    too_long = ""
    for tried in _candidates(kind, kept):
        layout, left_out = lay_out(template, _setting(kind, canvas, tried, look))
        if isinstance(layout, Layout):
            problems += [*_left_out(left_out, canvas.name, place), *_pale(layout, look)]
            return (None if has_errors(problems) else layout), problems
        too_long = too_long or layout.role
    return None, [*problems, _no_room(too_long, canvas.name, place)]


def _shown(words: Words, look: Look) -> Words:
    """Without the brand where none may be shown, without its name where the logo spells it."""
    hidden = set() if look.with_brand else {"brand", "address"}
    if look.has_wordmark:
        hidden.add("brand")
    texts = {role: candidates for role, candidates in words.texts.items() if role not in hidden}
    code = words.code if look.with_brand else ""
    return Words(texts=texts, items=words.items, highlights=words.highlights, code=code)


def _setting(kind: Kind, canvas: Canvas, words: Words, look: Look) -> Setting:
    phrases = {key: look.language.say("cards", key) for key in kind.names["phrase"]}
    return Setting(
        texts={**phrases, **{role: candidates[0] for role, candidates in words.texts.items()}},
        shorter={role: candidates[1:] for role, candidates in words.texts.items() if role in _IN_ROWS},
        items=words.items,
        highlights=words.highlights,
        code=words.code,
        canvas=canvas,
        styles=kind.styles,
        look=look,
        ruler=fonts.ruler(look.typeface, look.language.tag),
        cap_height=fonts.cap_height(look.typeface),
    )


def _candidates(kind: Kind, words: Words) -> Iterator[Words]:
    """One text for each role, the best of all first, then those that are shorter; only at last roles are left out.

    What stands in a row keeps all of its texts: the row chooses, since no height depends on it.
    """
    roles = [role for role in words.texts if role in kind.roles]
    lists = [_choices(role, words.texts[role]) for role in roles]
    ways = itertools.product(*(range(len(candidates)) for candidates in lists))
    for way in itertools.islice(sorted(ways, key=sum), _MOST_TRIED):
        chosen = (choices[at] for choices, at in zip(lists, way, strict=True))
        yield replace(words, texts=dict(zip(roles, chosen, strict=True)))
    shortest = {role: choices[-1] for role, choices in zip(roles, lists, strict=True)}
    for role in kind.drops:
        if shortest.pop(role, None) or (role == "items" and words.items):
            words = replace(words, texts=dict(shortest), items=() if role == "items" else words.items)
            yield words


def _choices(role: str, candidates: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [candidates] if role in _IN_ROWS else [(candidate,) for candidate in candidates]


def _no_room(role: str, size: str, place: Place) -> Problem:
    verb, them = ("are", "them") if role == "items" else ("is", "it")
    message = f"the {role} {verb} too long for a card ({size})"
    return Problem(place, "AA402", message, f"shorten {them}; what can do without has already been left out")


def _missing(kind: Kind, words: Words, place: Place) -> Iterator[Problem]:
    """AA401 for what a kind needs and the words do not have."""
    for need in kind.needs:
        if not (words.items if need == "items" else words.code if need == "code" else words.of(need)):
            yield Problem(place, "AA401", f"{need}: nothing is left to draw", f"write the {need} in letters")


def _unknown(kind: Kind, canvas: Canvas, look: Look) -> Iterator[Problem]:
    """AA404 for what a template of one's own names and does not exist."""
    known: Mapping[str, Mapping[str, object]] = {
        "colour": look.tokens.scheme(look.scheme),
        "phrase": look.language.phrases.get("cards", {}),
        "style": kind.styles,
        "scale": canvas.scales,
        "gap": canvas.gaps,
        "size": canvas.sizes,
        "radius": canvas.radii,
        "part": {},
        "icon": _ICONS,
    }
    for what, names in kind.names.items():
        for name in () if known[what].keys() >= names else sorted(names - known[what].keys()):
            whose = f", which {look.language.name} does not have" if what == "phrase" else ""
            message, hint = f"a card template names the {what} '{name}'{whose}", f"there are {', '.join(known[what])}"
            yield Problem(_TEMPLATES, "AA404", message, hint if known[what] else "write it in design.yml")


def _left_out(roles: list[str], size: str, place: Place) -> Iterator[Problem]:
    for role in roles:
        message = f"the {role} is too long for a card ({size}) and left out"
        yield Problem(place, "AA402", message, "shorten it, or live without it on cards", Severity.WARNING)


def _pale(layout: Layout, look: Look) -> Iterator[Problem]:
    """AA403 at the brand's colours, for every text that is too faint on what lies below it."""
    tokens, scheme = look.tokens, look.scheme
    ornaments = list(layout.texts("ornament"))
    for text in layout.texts():
        if text.role == "ornament":
            continue
        below = {text.on, *filter(None, [layout.paper_end if text.on == layout.paper else ""])}
        below |= {c for o in ornaments if text.on == o.on and _overlap(text, o) for c in o.colors()}
        for shade, ground in itertools.product(text.colors(), sorted(below)):
            ratio = _contrast(shade, ground)
            if ratio < text.contrast and ratio < (least := least_contrast(text, shade)):
                names = {value: name for name, value in reversed(list(tokens.scheme(scheme).items()))}
                message = (
                    f"{scheme} {names[shade]} {shade} on {names[ground]} {ground} has contrast {ratio:.2f}:1, "
                    f"the {text.role} on cards needs {least:g}:1"
                )
                better = color.passing(shade, ground, least)
                hint = f"the nearest colour that passes is {better}" if better else f"change {names[ground]} first"
                yield Problem(tokens.place, "AA403", message, hint)


def least_contrast(text: Text, shade: str) -> float:
    """For facts set heavy in another colour, within a text, less is enough: they are large and bold (WCAG 1.4.3)."""
    pieces = [piece for line in text.lines for piece in line.pieces]
    plain = {piece.color for piece in pieces if piece.weight != "heavy"}
    return min(text.contrast, _ENOUGH) if plain and shade not in plain else text.contrast


_contrast = functools.lru_cache(maxsize=1024)(color.contrast)


def _overlap(one: Text, other: Text) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height
