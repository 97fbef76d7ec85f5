"""Three-way merge by sentence: what nobody touched follows the entry, what a person wrote stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from generator.social.draft import Slide, tidy
from generator.text import sentences

OPENING = "{{ the entry says now: "
GONE = "{{ the entry says this no more }}"
CLOSING = " }}"
_OURS = re.compile(rf"\s*(?:{re.escape(OPENING)}(?P<said>[^{{}}]*){re.escape(CLOSING)}|{re.escape(GONE)})")
"""Two braces, because a post that holds any is never exported: it would read like a template left unfilled."""
Units = Sequence[str]
Slides = tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome: `conflicts` counts sentences that both sides changed, and which stand there in both forms."""

    text: str
    conflicts: int = 0


def merge(base: str, mine: str, theirs: str, *, gap: str = "\n") -> Merged:
    """What a person made of `base`, brought up to date with `theirs`.

    Each sentence that is still as in `base` follows `theirs`. Where both changed the person's form stays, and the
    new one is written behind it, after `gap`, in braces that keep the draft from being exported.
    """
    base, mine, theirs = tidy(base), tidy(mine), tidy(theirs)
    if theirs in {base, mine}:
        return Merged(mine)
    if mine == base:
        return Merged(theirs)
    old, own, new = units(base), units(_without_ours(mine, base)), units(theirs)
    made: list[str] = []
    conflicts = 0
    for a, b, c in _chunks(old, own, new):
        text, clash = _settle(a, b, c, gap)
        made.append(text)
        conflicts += clash
    return Merged(tidy("".join(made)), conflicts)


def merge_slides(
    base: Sequence[Slide], mine: Sequence[Slide], theirs: Sequence[Slide]
) -> tuple[tuple[Slide, ...], int]:
    """Slide by slide where the machine still makes as many; slides that a person added stay, and so do gaps.

    Else the person's slides, and behind them the new ones in braces. Alt texts are a person's, and stay.
    """
    base, mine, theirs = tuple(base), tuple(mine), tuple(theirs)
    if theirs in {base, mine}:
        return mine, 0
    if mine == base:
        return theirs, 0
    merged = _slide_by_slide(base, mine, theirs) if len(base) == len(theirs) else None
    if merged is not None:
        return tuple(slide for slide, _ in merged), sum(clashes for _, clashes in merged)
    ours = tuple(Slide(slide.title, f"{OPENING}{slide.text}{CLOSING}") for slide in theirs)
    return mine + ours, len(ours) or 1


def _slide_by_slide(base: Slides, mine: Slides, theirs: Slides) -> list[tuple[Slide, int]] | None:
    """Each slide with its conflicts; None where nobody can say which of the person's slides was which."""
    found: list[tuple[Slide, int]] = []
    said = [slide.said for slide in base], [slide.said for slide in mine]
    for kind, start, end, own, own_end in SequenceMatcher(None, *said, autojunk=False).get_opcodes():
        if kind == "delete":
            continue
        if kind != "insert" and end - start != own_end - own:
            return None
        olds = base[start:end] if kind != "insert" else mine[own:own_end]
        news = theirs[start:end] if kind != "insert" else mine[own:own_end]
        found += [_merged(*slides) for slides in zip(olds, mine[own:own_end], news, strict=True)]
    return found


def _merged(old: Slide, own: Slide, new: Slide) -> tuple[Slide, int]:
    title, text = merge(old.title, own.title, new.title, gap=" "), merge(old.text, own.text, new.text)
    return Slide(title.text, text.text, own.alt), title.conflicts + text.conflicts


def has_conflict(text: str) -> bool:
    """Whether somebody still has to choose between two forms."""
    return OPENING in text or GONE in text


def units(text: str) -> list[str]:
    """The sentences of a text, each with the white space before it; joined they are the text."""
    starts = []
    at = 0
    for sentence in sentences(text):
        words = sentence.split()
        begin = text.find(words[0], at) if words else -1
        if begin < 0:
            continue
        starts.append(begin)
        at = _behind(text, words, begin)
    ends = [_after_space(text, start) for start in starts[1:]]
    cuts = [0, *ends, len(text)] if starts else [0, len(text)]
    return [text[start:end] for start, end in pairwise(cuts) if start < end]


def _behind(text: str, words: Sequence[str], begin: int) -> int:
    """Where a sentence ends: its words stand in the text in order, with whatever space between them."""
    at = begin
    for word in words:
        at = text.index(word, at) + len(word)
    return at


def _after_space(text: str, start: int) -> int:
    """The beginning of the white space before a place, which belongs to the sentence that follows."""
    return len(text[:start].rstrip())


def _chunks(old: Units, own: Units, new: Units) -> Iterator[tuple[Units, Units, Units]]:
    """Stretches of base, mine and theirs, parted where all three agree."""
    a = b = c = 0
    for start, to_own, to_new in _common(old, own, new):
        if (a, b, c) != (start, to_own, to_new):
            yield old[a:start], own[b:to_own], new[c:to_new]
        yield old[start : start + 1], own[to_own : to_own + 1], new[to_new : to_new + 1]
        a, b, c = start + 1, to_own + 1, to_new + 1
    if (a, b, c) != (len(old), len(own), len(new)):
        yield old[a:], own[b:], new[c:]


def _common(old: Units, own: Units, new: Units) -> Iterator[tuple[int, int, int]]:
    """Sentences of the base that both sides kept, with where they stand there."""
    in_own, in_new = _matches(old, own), _matches(old, new)
    for index in range(len(old)):
        if index in in_own and index in in_new:
            yield index, in_own[index], in_new[index]


def _matches(old: Units, other: Units) -> dict[int, int]:
    blocks = SequenceMatcher(None, old, other, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}


def _settle(old: Units, own: Units, new: Units, gap: str) -> tuple[str, int]:
    if own == old:
        return "".join(new), 0
    if new in (old, own):  # lists, so no set
        return "".join(own), 0
    if len(old) == len(own) == len(new) > 1:  # neighbours that were changed one by one are no conflict
        settled = [_settle([a], [b], [c], gap) for a, b, c in zip(old, own, new, strict=True)]
        return "".join(text for text, _ in settled), sum(clash for _, clash in settled)
    said = "".join(new).strip()
    marked = f"{OPENING}{said}{CLOSING}" if said else GONE
    return f"{''.join(own)}{gap}{marked}", 1


def _without_ours(mine: str, base: str) -> str:
    """Without the braces of an earlier conflict that still hold what the machine wrote: they are written anew."""

    def drop(found: re.Match[str]) -> str:
        said = found["said"]
        return "" if said is None or said in base else found[0]

    return _OURS.sub(drop, mine)
