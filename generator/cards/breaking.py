"""Where lines may end: rules of what stays together, and the atoms that are left."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

import regex

from generator.cards import scripts

NBSP = "\u00a0"

Measure: TypeAlias = Callable[[int, int], float]
"""Width of text[start:end]."""

_LEFT_WORD = 0.12
_SMALL_WORD = 0.03
PAUSE = -0.05
_AT_JOINT = 2.0
_HYPHENATED = 4.0
_PUNCTUATION = ",.;:!?…–—、。，！？；：،؛؟۔"
_PAUSES = frozenset((". ", "! ", "? ", ", ", "؟ ", "، "))

_DASH = re.compile(r" (?=(?:[–—/]|-{1,2}) )")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"(?<=\d) (?=(\w+|[%€$£₽°‰]))")
_UNITS = frozenset("hs")
"""One-letter words that are units behind a number: 16 h, 5 s."""
_ORDINAL = re.compile(r"(?<=\d\.) (?=(\w))")
_SMALL_BEFORE_NUMBER = re.compile(r"(?<!\w)([^\W\d_]{1,2}|[#№§€$£]) (?=\d)")
_INITIALS = re.compile(r"(?<!\w)([^\W\d_]\.) (?=[^\W\d_]\.)")
_LETTERS = re.compile(r"[^\W\d_]{5,}")
_EMOJI = regex.compile(
    r" (?=[\p{Extended_Pictographic}\p{Regional_Indicator}--[\u2000-\u25ff©®™]])", flags=regex.VERSION1
)
"""A picture behind a word belongs to it; arrows and marks of trade are signs."""
_ADDRESS = re.compile(r"[/@_]|\.\w")
"""In a web or mail address a hyphen of ours would be read as part of it."""
_JOINTS = re.compile(r"[/@._?&=–—-](?=.)")


class Atom(NamedTuple):
    """A stretch of text that stays on one line; lengths in the measure's unit."""

    start: int
    end: int
    width: float
    space: float = 0.0
    """Of the space behind it, where the line goes on."""
    cost: float = 0.0
    """Of ending a line behind it."""
    hyphen: float = 0.0
    """Width of the hyphen that ending a line behind it adds."""


def glue(text: str, one_letter: frozenset[str], leaning: frozenset[str] = frozenset()) -> str:
    """The text with spaces made non-breaking where no line may end; its length does not change.

    After one-letter words, before those `leaning` on the word that they follow (Croatian *li*), between numbers and
    units, digit groups, parts of dates, initials, and before dashes (Internetová jazyková příručka,
    prirucka.ujc.cas.cz/?id=880; the same is good practice in the other languages).
    """
    if one_letter:
        text = _one_letter(one_letter).sub(rf"\1{NBSP}", text)
    if leaning:
        text = _leaning(leaning).sub(NBSP, text)
    text = _DASH.sub(NBSP, text)
    if not scripts.is_plain(text):
        text = _EMOJI.sub(NBSP, text)
    text = _INITIALS.sub(rf"\1{NBSP}", text)
    if not _DIGIT.search(text):
        return text
    text = _SMALL_BEFORE_NUMBER.sub(rf"\1{NBSP}", text)
    text = _ORDINAL.sub(lambda found: NBSP if found[1].isdigit() or found[1].islower() else " ", text)
    small = one_letter - _UNITS
    return _NUMBER.sub(lambda found: " " if found[1] in small else NBSP, text)


@functools.cache
def _one_letter(letters: frozenset[str]) -> re.Pattern[str]:
    both = "".join(sorted({form for letter in letters for form in (letter, letter.upper())}))
    return re.compile(rf"(?<![\w'’-])([{re.escape(both)}]) (?=\S)")


@functools.cache
def _leaning(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<=\w) (?=(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w))")


def words(text: str, measure: Measure, space: float, language: str) -> tuple[Atom, ...]:
    """The text cut at its breaking spaces, and into phrases where a script has no spaces."""
    found = [(match.start(), match.end()) for match in re.finditer(r"[^ ]+", text)]
    if not scripts.is_spaceless(text):
        return tuple(Atom(start, end, measure(start, end), space, _end_cost(text, start, end)) for start, end in found)
    return tuple(
        Atom(
            start + left,
            start + right,
            measure(start + left, start + right),
            space if start + right == end else 0.0,
            _end_cost(text, start + left, start + right),
        )
        for start, end in found
        for left, right in scripts.phrases(text[start:end], language)
    )


def address(text: str, measure: Measure) -> tuple[Atom, ...]:
    """A web address cut behind its slashes and hyphens; nothing is added where it breaks."""
    cuts = [0, *(match.end() for match in re.finditer(r"[/-](?=.)", text)), len(text)]
    return tuple(
        Atom(start, end, measure(start, end), 0.0, 0.0 if text[end - 1] == "/" else 0.1)
        for start, end in itertools.pairwise(cuts)
    )


def _end_cost(text: str, start: int, end: int) -> float:
    """What a line's end behind this word costs or gains."""
    if text[end - 1] in _PUNCTUATION:
        return PAUSE
    cost = _SMALL_WORD if end - start <= 2 else 0.0
    if text[max(0, start - 2) : start] in _PAUSES:
        cost += _LEFT_WORD
    return cost


def torn(  # noqa: PLR0913, PLR0917 - the atom and all it was measured with
    text: str, atom: Atom, measure: Measure, space: float, hyphen: float, language: str
) -> Iterator[Atom]:
    """The parts of an atom that is wider than its box: at glued spaces, at joints of addresses, else hyphenated."""
    word = text[atom.start : atom.end]
    ends = {match.start(): (1, 0.0, _AT_JOINT) for match in re.finditer(NBSP, word)}
    ends |= {match.end(): (0, 0.0, _AT_JOINT) for match in _JOINTS.finditer(word)}
    ends |= dict.fromkeys(scripts.breaks(word), (0, 0.0, _AT_JOINT)) if scripts.is_spaceless(word) else {}
    dictionary = None if _ADDRESS.search(word) else _dictionary(language)
    for letters in _LETTERS.finditer(word) if dictionary else ():
        for position in dictionary.positions(letters[0]) if dictionary else ():
            ends.setdefault(letters.start() + position, (0, hyphen, _HYPHENATED))
    start = 0
    for end in sorted(ends):
        skipped, added, cost = ends[end]
        width = measure(atom.start + start, atom.start + end)
        yield Atom(atom.start + start, atom.start + end, width, skipped * space, cost, added)
        start = end + skipped
    yield Atom(atom.start + start, atom.end, measure(atom.start + start, atom.end), atom.space, atom.cost)


@functools.cache
def _dictionary(language: str) -> Any:  # noqa: ANN401 - pyphen has no types
    """Hyphenation of a language (BCP 47), or None where pyphen has none."""
    import pyphen  # noqa: PLC0415 - few cards have a word so long

    name = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=name) if name else None
