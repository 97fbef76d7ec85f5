"""Pairs of a brand's colours that people could not tell apart, and the nearest colour for each that they could."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.cards import Tokens
from generator.cards.color import contrast, passing_all
from generator.content.schema.contrast import PairSettings
from generator.problems import Problem

CODE = "AA130"


class Pair(NamedTuple):
    """One colour on one ground."""

    color: str
    ground: str
    least: float
    where: str


def check(tokens: Tokens, pairs: Iterable[PairSettings]) -> list[Problem]:
    """AA130 for each colour of a scheme that is too close to others: where faq.yml writes it, with one that is not.

    Of a pair the colour is to blame, unless only its ground is the brand's own.
    """
    wanted = _pairs(pairs)
    return [problem for scheme in tokens.schemes for problem in _scheme(tokens, scheme, wanted)]


def settle(tokens: Tokens, derived: Mapping[str, Collection[str]], pairs: Iterable[PairSettings]) -> Tokens:
    """The same colours, where those that are `derived` (scheme -> tokens) from others move as far as they must.

    Nobody wrote them, so nobody can be asked to write them otherwise: a light brand gets a darker deep ground.
    """
    wanted = _pairs(pairs)
    schemes = {scheme: dict(colors) for scheme, colors in tokens.schemes.items()}
    for scheme, names in derived.items():
        for name in names:
            others = [_turned(pair, name) for pair in wanted if name in {pair.color, pair.ground}]
            grounds = [(schemes[scheme][pair.ground], pair.least) for pair in others]
            schemes[scheme][name] = passing_all(schemes[scheme][name], grounds) or schemes[scheme][name]
    return replace(tokens, schemes=schemes)


def _pairs(pairs: Iterable[PairSettings]) -> list[Pair]:
    return [Pair(p.color, ground, p.least, p.where) for p in pairs for ground in p.grounds]


def _scheme(tokens: Tokens, scheme: str, pairs: list[Pair]) -> Iterator[Problem]:
    colors = tokens.scheme(scheme)
    blamed: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if ratio(colors, pair) < pair.least:
            only_ground = (scheme, pair.color) not in tokens.places and (scheme, pair.ground) in tokens.places
            blamed[pair.ground if only_ground else pair.color].append(pair)
    for name, failing in blamed.items():
        others = [_turned(pair, name) for pair in pairs if name in {pair.color, pair.ground}]
        yield Problem(
            tokens.place_of(scheme, name), CODE, _message(scheme, name, colors, failing), _hint(colors, name, others)
        )


def ratio(colors: Mapping[str, str], pair: Pair) -> float:
    """The contrast of a pair's colours."""
    return contrast(colors[pair.color], colors[pair.ground])


def _turned(pair: Pair, name: str) -> Pair:
    """The pair as seen from one of its two."""
    return pair if pair.color == name else pair._replace(color=name, ground=pair.color)


def _message(scheme: str, name: str, colors: Mapping[str, str], failing: list[Pair]) -> str:
    needed: dict[tuple[str, float], list[str]] = defaultdict(list)
    for pair in failing:
        other = _turned(pair, name).ground
        needed[pair.where, pair.least].append(f"{other} {colors[other]} ({ratio(colors, pair):.2f}:1)")
    said = "; ".join(f"{', '.join(others)}: {where} need {least:g}:1" for (where, least), others in needed.items())
    return f"{scheme} {name} {colors[name]} is too close to {said}"


def _hint(colors: Mapping[str, str], name: str, pairs: list[Pair]) -> str:
    better = passing_all(colors[name], [(colors[pair.ground], pair.least) for pair in pairs])
    if better:
        return f"the nearest colour that passes is {better}"
    grounds = ", ".join(dict.fromkeys(f"{pair.ground} {colors[pair.ground]}" for pair in pairs))
    return f"no colour can be told from all of {grounds}: bring these closer together first"
