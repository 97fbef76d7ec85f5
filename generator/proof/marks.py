"""Quotation marks, dashes and dots as a language has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.schema.proof import ProofFile
from generator.proof.finding import Finding
from generator.proof.seen import HOLE, OPAQUE

_QUOTE = re.compile('["„“”‟«»‹›‚‘]|(?<=[\\w.!?…])’')
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t]*\n))+")
_AFTER_OPENING = re.compile(rf"[\w({HOLE}{OPAQUE}\[„“”«»‹›‚‘…–—-]")
_INCHES = re.compile(r'\d"(?=[\s,.;:)x×]|$)')
_FIGURE = rf"(?:\d{{1,4}}(?:[.,]\d{{1,3}})?|{HOLE})"
_RANGE = re.compile(rf"(?<![\w.,:/+–-])(?<!\d )({_FIGURE})(-|–|—)({_FIGURE})(?![\w–-]|[.,:/ ]?\d)")
_HYPHEN = re.compile(r"(?<=\S) (-) (?=\S)")
_DOUBLE = re.compile(r"(?<![-\S])--(?=\s)|(?<=[^\W\d_])-{2,3}(?=[^\W\d_])")
_LOPSIDED = re.compile(r"(?<=[^\W\d_])([–—])(?= +\w)|(?<=\w )([–—])(?=[^\W\d_])")
_DOTS = re.compile(r"(?<![./\\])\.{3,}(?![/\\])|…\.+|(?<=\w)\. \. \.|(?<=\w)\.\.(?=\s|$)")
"""Two dots at a word are a slip, which reads as one, too."""
_SHOWN = 30


def quotes(text: str, file: ProofFile) -> Iterator[Finding]:
    """Marks that the language does not have, those that are turned the wrong way, and those that are not closed."""
    if not file.quotes or not _QUOTE.search(text):
        return
    for paragraph in _PARAGRAPH.finditer(text):
        yield from _quotes(text, *paragraph.span(), file.quotes)


def _quotes(text: str, start: int, end: int, pairs: tuple[str, ...]) -> Iterator[Finding]:
    closing: dict[str, str] = {}
    for pair in pairs:
        closing[pair[0]] = closing.get(pair[0], "") + pair[2]
    recommended = pairs[0].replace(" ", "…")
    opened: list[tuple[str, int]] = []
    for found in _QUOTE.finditer(text, start, end):
        mark, at = found[0], found.start()
        top = opened[-1][0] if opened else ""
        opens = _opens(text, at)
        if top and mark in closing.get(top, ""):
            opened.pop()
        elif mark in closing and opens:
            opened.append((mark, at))
        elif mark == "’" or (mark == '"' != top and _INCHES.match(text, at - 1)):
            continue  # an apostrophe, or inches
        elif top and (top == mark == '"' or not opens):
            _, first = opened.pop()
            right = f"{top}…{closing[top][0]}" if top in closing else recommended
            yield _wrong(text, first, at, right)
        else:
            opened.append((mark, at))
    for mark, at in opened:
        yield _lonely(mark, at, closing.get(mark, ""), recommended)


def _lonely(mark: str, at: int, closing: str, recommended: str) -> Finding:
    if closing:
        message, hint = f"the quotation mark {mark} is not closed in its paragraph", f"close it: {mark}…{closing[0]}"
    else:
        message, hint = f"the quotation mark {mark} is none that this language has here", f"write {recommended}"
    return Finding("AA182", at, at + 1, message, hint)


def _opens(text: str, at: int) -> bool:
    """Whether a mark stands where a quotation begins."""
    before = text[at - 1 : at]
    return not (before.isalnum() or before in {".", ",", "!", "?", "…", HOLE, OPAQUE}) and bool(
        _AFTER_OPENING.match(text, at + 1)
    )


def _wrong(text: str, first: int, last: int, right: str) -> Finding:
    words = text[first + 1 : min(last, first + _SHOWN + 2)].replace(HOLE, "…").replace(OPAQUE, "…")
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    message = f"{text[first]}{shown}{text[last]} has other quotation marks than this language"
    return Finding("AA182", first, last + 1, message, f"write {right}")


def dashes(text: str, file: ProofFile) -> Iterator[Finding]:
    """Hyphens where a dash belongs, dashes that the language does not have, and blanks on one side only."""
    yield from _ranges(text, file.ranges)
    if file.dashes:
        yield from _hyphens(text, file.dashes[0])
        yield from _strange(text, file.dashes)


def _hyphens(text: str, dash: str) -> Iterator[Finding]:
    for found in _HYPHEN.finditer(text):
        figures = text[found.start() - 1].isdigit() and text[found.end()].isdigit()
        if not (figures and "=" in text[found.end() : found.end() + _SHOWN]):  # a sum
            yield _dash(*found.span(1), "a hyphen stands for a dash", f"write {dash}")
    for found in _DOUBLE.finditer(text):
        yield _dash(*found.span(), f"{found[0]} stands for a dash", f"write {dash}")


def _strange(text: str, known: tuple[str, ...]) -> Iterator[Finding]:
    for sign in "–—":
        if sign not in known:
            for found in re.finditer(rf"(?<![\d{HOLE}]){sign}|{sign}(?![\d{HOLE}])", text):
                yield _dash(*found.span(), f"the dash {sign} is not this language's", f"write {known[0]}")
    for found in _LOPSIDED.finditer(text):
        if found[0] in known:
            yield _dash(*found.span(), "the dash has a blank on one side only", "leave a blank on both sides")


def _ranges(text: str, marks: tuple[str, ...]) -> Iterator[Finding]:
    for found in _RANGE.finditer(text) if marks else ():
        first, mark, last = found.groups()
        if mark not in marks and (HOLE in first + last or _rises(first, last)):
            right = f"{first}{marks[0]}{last}".replace(HOLE, "…")
            yield _dash(*found.span(2), f"a range has {mark} between its figures", f"write {right}")


def _rises(first: str, last: str) -> bool:
    """Whether two figures are a range; numbers of norms, phones and orders are none."""
    if (first[0] == "0" and len(first) > 2) or (last[0] == "0"):
        return False
    low, high = float(first.replace(",", ".")), float(last.replace(",", "."))
    return low < high or (len(first) == 4 and len(last) == 2 and first.isdigit() and last.isdigit())


def _dash(start: int, end: int, message: str, hint: str) -> Finding:
    return Finding("AA183", start, end, message, hint)


def ellipsis(text: str, file: ProofFile) -> Iterator[Finding]:
    """Dots in a row."""
    if file.ellipsis and (".." in text or ". ." in text or "…." in text):
        for found in _DOTS.finditer(text):
            yield Finding("AA185", *found.span(), f"{found[0]} stands for an ellipsis", f"write {file.ellipsis}")
