"""A review as text for the terminal, as Markdown for the comment of a pull request, and as data for programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime

from generator import problems
from generator.build.comparing import Review
from generator.build.review_sections import Section, sections
from generator.problems import visible
from generator.social import recall
from generator.text import shortened

MARK = "<!-- faq diff -->"
"""The first line of every comment, by which the next run finds it and writes over it."""
_NOTHING = "Nothing changes for anybody."
_WIDTHS = (12, 48, 60)
"""What the first columns of a table on the terminal take at most."""
_LONGEST = 200
_OPEN = 5
"""Longer tables are folded in a comment."""
_MOST = (100, 25, 5, 0)
"""Rows of a table in a comment: as many as let the whole be short enough."""
_SIZE = 60_000
"""Characters; GitHub takes 65,536."""


def as_text(review: Review) -> str:
    """For people at a terminal."""
    blocks = ["\n".join(_block(section)) for section in sections(review)]
    return "\n\n".join(blocks + _unread(review)) or _NOTHING


def _block(section: Section) -> Iterator[str]:
    yield f"{section.title}: {section.counts}"
    rows = [[visible(shortened(cell, _LONGEST)) for cell in row.cells] for row in section.rows]
    widths = [min(max(map(len, column)), most) for column, most in zip(zip(*rows, strict=True), _WIDTHS, strict=False)]
    widths = widths[: len(section.columns) - 1]
    for row in rows:
        aligned = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)]
        yield "  " + "  ".join([*aligned, *row[len(widths) :]]).rstrip()
    if section.advice:
        yield f"  {section.advice.replace('`', '')}"


def _unread(review: Review) -> list[str]:
    names = ", ".join(map(visible, review.unreadable))
    return [f"Not compared, since it cannot be read before or now: {names}"] if names else []


def as_markdown(review: Review) -> str:
    """For the comment of a pull request; short enough for every platform, and without anything but what it says."""
    found = sections(review)
    for most in _MOST:
        text = "\n\n".join(_comment(found, review, most)) + "\n"
        if len(text) <= _SIZE:
            break
    return text


def _comment(found: Sequence[Section], review: Review, most: int) -> Iterator[str]:
    yield f"{MARK}\n### What this changes"
    if not found:
        yield _NOTHING
    else:
        lines = (f"| {'⚠️ ' if section.urgent else ''}{section.title} | {section.counts} |" for section in found)
        yield "\n".join(["| | |", "|---|---|", *lines])
    for section in found:
        yield from _table(section, most)
    yield from map(escaped, _unread(review))


def _table(section: Section, most: int) -> Iterator[str]:
    heading = f"{section.title}: {section.counts}"
    folded = len(section.rows) > _OPEN
    yield f"<details><summary>{heading}</summary>" if folded else f"**{heading}**"
    rows = section.rows[:most]
    if rows:
        head = ["| " + " | ".join(section.columns) + " |", "|" + "---|" * len(section.columns)]
        yield "\n".join(head + [_line(row.cells, section) for row in rows])
    if len(section.rows) > len(rows):
        yield f"… and {len(section.rows) - len(rows)} more: run `faq diff` to see all."
    if section.advice:
        yield f"{section.advice[0].upper()}{section.advice[1:]}."
    if folded:
        yield "</details>"


def _line(cells: Sequence[str], section: Section) -> str:
    told = (_name(cell) if n in section.names else escaped(shortened(cell, _LONGEST)) for n, cell in enumerate(cells))
    return "| " + " | ".join(told) + " |"


def _name(text: str) -> str:
    """Ids, addresses and paths as code: nothing in it is read as Markdown, a link or a mention."""
    plain = visible(shortened(text, _LONGEST)).replace("`", "'").replace("|", "\\|")
    return f"`{plain}`" if plain else ""


_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~$&]")
_MENTION = re.compile(r"([@#!%$~&])(?=\w)")
_NO_WIDTH = "\N{ZERO WIDTH SPACE}"


def escaped(text: str) -> str:
    """Words from outside as they are read: no markup, no HTML, no link, and nobody and no issue is mentioned by it."""
    plain = _MENTION.sub(rf"\1{_NO_WIDTH}", visible(text))
    plain = _MARKUP.sub(lambda found: f"&#{ord(found[0])};", plain)
    return plain.replace("://", "&#58;//").replace("www.", "www&#46;")


def as_data(review: Review) -> dict[str, object]:
    """For programs."""
    words = review.words
    return {
        "entries": [asdict(one) for one in words.entries],
        "facts": [
            {
                **asdict(one),
                "values": [{"language": lang, "old": old, "new": new} for lang, old, new in one.values],
                "drafts": list(review.users.get(one.name, ())),
            }
            for one in words.facts
        ],
        "texts": [asdict(one) for one in words.texts],
        "translations": [{**asdict(one), "worse": one.is_worse} for one in words.translations],
        "links": [
            {
                "kind": one.kind,
                "of": str(one.target),
                "to": str(one.now) if one.now else "",
                "addresses": list(one.addresses),
            }
            for one in review.links
        ],
        "published": list(review.published),
        "drafts": [{**asdict(one), "slot": _time(one.slot)} for one in review.drafts],
        "recall": recall.as_data(review.recalls),
        "cards": [asdict(one) for one in review.cards],
        "files": list(review.files),
        "unreadable": list(review.unreadable),
        "errors": problems.as_data(review.errors),
    }


def _time(slot: datetime) -> str:
    return slot.isoformat()
