"""A text in several posts: cut between sentences where possible, never inside what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import regex

from generator.social.counting import fits
from generator.social.network import Network
from generator.text import sentences

MOST_PARTS = 6
"""A thread of more is not read to its end: the site has the answer."""
PARTING = "\n---\n"
_SPACE = re.compile(r"[ \t\n]+")  # never a no-break space
_NUMBER = re.compile(r" \(\d{1,2}/\d{1,2}\)\Z")
_ENDS_IN_DIGIT = re.compile(r"\d[.)\]\"'”“’»]*$")
_LIST_NUMBER = re.compile(r"\d+[.)]")
_BEGINS_WITH_DIGIT = re.compile(r"[(\[\"'„“”‘«€$£~≈<>≤≥+−–-]*\d")
_ADDRESS = re.compile(r"https?://|[\w-]+(?:\.[\w-]+)+/\S")
_CURRENCY = regex.compile(r"\p{Sc}|[%‰°]")
_AFTER_CLAUSE = re.compile(r"[,;:–—)][\"'”“’»]*$")
_SENTENCE_END = re.compile(r"[.!?…][)\]\"'”“’»]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text and the white space that stood behind it."""

    text: str
    gap: str


class Cut(IntEnum):
    """How well a text can be parted somewhere; larger is better."""

    WORD = 1
    CLAUSE = 2
    INTRODUCTION = 3
    """Behind a heading, or a line that announces what follows."""
    SENTENCE = 4
    PARAGRAPH = 5


def join(pieces: Sequence[Piece]) -> str:
    """The text that was split, to the last character."""
    return "".join(piece.text + piece.gap for piece in pieces)


def split(text: str, network: Network) -> tuple[Piece, ...]:
    """The text in at least two parts that fit with their numbers; none where that is impossible.

    A part is as long as may be, but ends with a paragraph or a sentence where one ends in it; a sentence is cut only
    where it does not fit alone, and never within a word, a number and its unit, a date, a price or an address.
    """
    most = min(MOST_PARTS, network.thread_max or MOST_PARTS)
    pieces = _split(text, list(cuts(text)), network, most)
    return pieces if len(pieces) > 1 and all(map(_is_a_part, pieces)) else ()


def numbered(pieces: Sequence[Piece]) -> str:
    """The text of a draft: parts with their numbers, parted by lines of three hyphens."""
    return PARTING.join(f"{piece.text} ({n}/{len(pieces)})" for n, piece in enumerate(pieces, 1))


def unnumbered(part: str) -> str:
    """A part of a thread without its number."""
    return _NUMBER.sub("", part)


def words(parts: Iterable[str]) -> str:
    """What the parts of a draft say, on one line: a sentence that was parted is whole again, numbers are gone."""
    return " ".join(" ".join(map(unnumbered, parts)).split())


def cuts(text: str) -> Iterator[tuple[int, int, Cut]]:
    """Where a text may be parted: beginning and end of white space, and how well."""
    ends = _sentence_ends(text)
    spaces = [found for found in _SPACE.finditer(text) if found.start() and found.end() < len(text)]
    starts = [0, *(found.end() for found in spaces)]
    words = [text[start : found.start()] for start, found in zip(starts, spaces, strict=False)]
    for n, found in enumerate(spaces):
        following = text[found.end() : starts[n + 2] if n + 2 < len(starts) else len(text)].split(None, 1)[0]
        if not _belongs_together(words[max(0, n - 1) : n + 1], found[0], following, ends=found.start() in ends):
            yield found.start(), found.end(), _grade(words[n], found[0], ends=found.start() in ends)


def _sentence_ends(text: str) -> frozenset[int]:
    """Offsets at which a sentence ends."""
    found, at = [], 0
    for sentence in sentences(text):
        for word in sentence.split():
            at = text.index(word, at) + len(word)
        found.append(at)
    return frozenset(found)


def _belongs_together(before: Sequence[str], space: str, following: str, *, ends: bool) -> bool:
    """Whether the words around a space are one thing: `14 days`, `15 May 2027`, `Kč 500`, `2–3 working days`."""
    word = before[-1]
    if word in {"•", "–", "—"} or _ADDRESS.match(following) or _CURRENCY.match(following):
        return True
    if "\n" in space and not _LIST_NUMBER.fullmatch(word):
        return False
    if any(map(_ENDS_IN_DIGIT.search, before)):
        return not (ends or (_AFTER_CLAUSE.search(word) and not _BEGINS_WITH_DIGIT.match(following)))
    return bool(_BEGINS_WITH_DIGIT.match(following)) and not (ends and _SENTENCE_END.search(word))


def _grade(word: str, space: str, *, ends: bool) -> Cut:
    if space.count("\n") > 1:
        return Cut.PARAGRAPH if _SENTENCE_END.search(word) else Cut.INTRODUCTION
    if "\n" in space:
        return Cut.INTRODUCTION if word.endswith(":") else Cut.SENTENCE
    if ends and _SENTENCE_END.search(word):
        return Cut.SENTENCE
    return Cut.CLAUSE if _AFTER_CLAUSE.search(word) else Cut.WORD


def _split(text: str, possible: Sequence[tuple[int, int, Cut]], network: Network, most: int) -> tuple[Piece, ...]:
    """Part after part, each the longest with a good end; nothing where one cannot end anywhere."""
    pieces: list[Piece] = []
    start = 0
    while not fits(f"{text[start:]} ({most}/{most})", network):
        fitting = _fitting(text, start, possible, f" ({most}/{most})", network)
        if not fitting or len(pieces) + 1 == most:
            return ()
        end, following, _ = _best(fitting, start)
        pieces.append(Piece(text[start:end], text[end:following]))
        start = following
    return (*pieces, Piece(text[start:], ""))


def _fitting(
    text: str, start: int, possible: Sequence[tuple[int, int, Cut]], number: str, network: Network
) -> Sequence[tuple[int, int, Cut]]:
    """The cuts at which a part that begins at `start` may end; longer parts count more, so halving finds the last."""
    here = [cut for cut in possible if cut[0] > start]
    low, high = 0, len(here)
    while low < high:
        middle = (low + high) // 2
        if fits(f"{text[start : here[middle][0]]}{number}", network):
            low = middle + 1
        else:
            high = middle
    return here[:low]


def _best(fitting: Sequence[tuple[int, int, Cut]], start: int) -> tuple[int, int, Cut]:
    """The last cut of the best kind; a paragraph's end only counts as better in the second half."""
    half = start + (fitting[-1][0] - start) // 2

    def worth(cut: tuple[int, int, Cut]) -> tuple[int, int]:
        kind = min(cut[2], Cut.SENTENCE) if cut[0] < half else cut[2]
        return kind, cut[0]

    return max(fitting, key=worth)


def _is_a_part(piece: Piece) -> bool:
    """Not empty, and without a line that would part it when it is read again."""
    return bool(piece.text) and piece.text == piece.text.strip() and not re.search(r"^---$", piece.text, re.MULTILINE)


def possible(network: Network) -> bool:
    """Whether a network shows several posts as one thread."""
    return network.thread
