"""A picture from its words to its file: pure functions of one value, so any process or machine can do the work."""

from __future__ import annotations

import contextlib
import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import cards
from generator.cards import Canvas, Kind, Layout, Look, Words
from generator.problems import Place, Problem, has_errors

DOCUMENT = "pdf"
"""The format that holds several pages."""
_NO_ROOM = "AA402"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One way to draw a page: a kind of card, and what it says."""

    template: Kind
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """All that one file is made of; equal jobs make equal bytes. Pickled, it is all that a worker needs."""

    name: str
    """`hr/delivery-time-qa-wide`; the file's name goes on with a hash of what it shows."""
    pages: tuple[tuple[Attempt, ...], ...]
    """Of each page the ways to draw it; the first for which there is room is taken."""
    canvas: Canvas
    look: Look
    image_format: str
    formats: tuple[str, ...] = ()
    """What may be taken instead, where a card is better saved in it."""
    max_bytes: int = 0
    """How large the file may be; as large as it comes where this is 0."""
    note: Mapping[str, str]
    """What the file says of itself in its metadata."""
    place: Place
    """Where the words were written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A picture that can be painted, or the reasons why it cannot: then it has no name."""

    file: str = ""
    image_format: str = ""
    width: int = 0
    height: int = 0
    alt: str = ""
    problems: tuple[Problem, ...] = ()
    layouts: tuple[Layout, ...] = ()
    """Page by page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The bytes of a file, and everything that is known of it. Travels light: without the layouts."""

    composed: Composed
    content: bytes


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for garbage: cards make none in circles, and what they keep would be looked through each time."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


@_uncollected()
def render(job: Job) -> Rendered:
    """The whole work on one file. No state, no I/O but fonts of the package: `executor.map(render, jobs)` is safe."""
    return _finished(compose(job), job)


@_uncollected()
def render_batch(jobs: Sequence[Job]) -> list[Rendered]:
    """The same of several: all are composed before the first is painted.

    Painting goes through so much memory that each card would be composed with the processor's caches empty.
    """
    composed = [compose(job) for job in jobs]
    return [_finished(one, job) for one, job in zip(composed, jobs, strict=True)]


def _finished(composed: Composed, job: Job) -> Rendered:
    content, problems = paint(composed, job) if composed.file else (b"", [])
    if has_errors(problems):
        return Rendered(composed=Composed(problems=(*composed.problems, *problems)), content=b"")
    return Rendered(composed=replace(composed, layouts=()), content=content or b"")


def compose(job: Job) -> Composed:
    """Everything but the pixels: enough for the file's name and its alternative text."""
    layouts, problems = list[Layout](), list[Problem]()
    for attempts in job.pages:
        layout, more = _first_that_fits(attempts, job)
        problems += more
        if layout:
            layouts.append(layout)
    if has_errors(problems) or not layouts:
        return Composed(problems=tuple(dict.fromkeys(problems)))
    image_format = _format(layouts, job)
    return Composed(
        file=f"{job.name}-{_digest(layouts, job)}.{image_format}",
        image_format=image_format,
        width=layouts[0].width,
        height=layouts[0].height,
        alt="\n".join(map(cards.alt_text, layouts)),
        problems=tuple(dict.fromkeys(problems)),
        layouts=tuple(layouts),
    )


def paint(composed: Composed, job: Job) -> tuple[bytes | None, list[Problem]]:
    """The file of a composed job; what is larger than it may be is AA406."""
    note = {**job.note, "alt": composed.alt}
    if composed.image_format == DOCUMENT:
        return cards.pdf(composed.layouts, note), []
    (layout,) = composed.layouts
    if job.max_bytes:
        return cards.encode_within(layout, composed.image_format, job.max_bytes, job.place, note)
    return cards.paint(layout, composed.image_format, note), []


def _format(layouts: list[Layout], job: Job) -> str:
    if job.image_format == DOCUMENT:
        return DOCUMENT
    return (cards.suited(layouts[0], job.formats) if job.formats else None) or job.image_format


def _first_that_fits(attempts: tuple[Attempt, ...], job: Job) -> tuple[Layout | None, list[Problem]]:
    """What has no room gives way without a word to what says less; anything else that is wrong stays said."""
    problems: list[Problem] = []
    for attempt in attempts:
        layout, problems = cards.compose(attempt.template, job.canvas, attempt.words, job.look, job.place)
        if layout or {problem.code for problem in problems if has_errors([problem])} != {_NO_ROOM}:
            return layout, problems
    return None, problems


def _digest(layouts: list[Layout], job: Job) -> str:
    """Of everything that can be seen, fonts too, and of the note: the name changes with the file."""
    shown = [(layout, layout.typeface.digest) for layout in layouts]
    return hashlib.sha256(repr((shown, sorted(job.note.items()))).encode("utf-8", "surrogatepass")).hexdigest()[:8]
