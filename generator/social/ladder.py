"""How much of a post a network takes: all, less, all in a thread or in pictures, or the question and the link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from generator.social import threads
from generator.social.counting import count, fits
from generator.social.draft import Poll, Slide, split_parts
from generator.social.material import Material
from generator.social.network import Network
from generator.social.prose import beginnings


class Fit(StrEnum):
    """The rungs of the ladder, the best first."""

    FULL = "full"
    SHORT = "short"
    THREAD = "thread"
    CAROUSEL = "carousel"
    """All of it in pictures to leaf through."""
    LINK = "link"
    PICTURE = "picture"
    """No text at all: everything stands on the picture of a story."""


class Render(Protocol):
    """Makes a post of its words."""

    def __call__(self, opening: str, answer: str, fit: Fit, *, hashtags: bool) -> str:
        """The whole text."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text that a network takes."""

    fit: Fit
    answer: str
    text: str
    slides: tuple[Slide, ...] = ()
    """Its pictures, where it has several."""
    poll: Poll | None = None


def answered(material: Material, opening_of_answer: str, network: Network, render: Render) -> Fitted | None:
    """A question with its answer; `opening_of_answer` is told sentence by sentence where nobody wrote a short one."""

    def plainly(answer: str, fit: Fit) -> str:
        return render(material.openings[-1], answer, fit, hashtags=False)

    room = network.whole_answer
    if material.full and room:
        text = plainly(material.full, Fit.FULL)
        if count(text, network) <= room and fits(text, network):
            return _dressed(material, material.full, Fit.FULL, network, render)
    if material.short and fits(plainly(material.short, Fit.SHORT), network):
        return _dressed(material, material.short, Fit.SHORT, network, render)
    thread = None if material.short else _thread(material, network, render)
    if thread:
        return thread
    best = ""
    for answer in beginnings(material.short or opening_of_answer):
        text = plainly(answer, Fit.SHORT)
        if not fits(text, network) or (room and count(text, network) > room):
            break
        best = answer
    if not best and material.full and fits(plainly(material.full, Fit.FULL), network):
        return _dressed(material, material.full, Fit.FULL, network, render)  # longer than is liked, but the answer
    fit = Fit.LINK if not best else Fit.FULL if best == material.full else Fit.SHORT
    if fit is not Fit.LINK or fits(plainly("", fit), network):
        return _dressed(material, best, fit, network, render)
    return None


def told(material: Material, network: Network, render: Render) -> Fitted | None:
    """Words that an entry has for this kind of post, all of them or none."""
    for fit, answer in _levels(material):
        if fits(render(material.openings[-1], answer, fit, hashtags=False), network):
            return _dressed(material, answer, fit, network, render)
    return _thread(material, network, render) if material.splits else None


def beside(answers: Iterable[str], material: Material, network: Network, render: Render) -> Fitted | None:
    """The text beside pictures that tell it all: the first of these answers that fits."""
    for answer in answers:
        if fits(render(material.openings[-1], answer, Fit.CAROUSEL, hashtags=False), network):
            return _dressed(material, answer, Fit.CAROUSEL, network, render)
    return None


def asked(material: Material, poll: Poll, answer: str, network: Network, render: Render) -> Fitted | None:
    """A poll, and its answer in the same post or the next; each post fits, or there is no poll."""
    for opening, hashtags in ((material.openings[0], True), (material.openings[-1], False)):
        text = render(opening, answer, Fit.FULL, hashtags=hashtags)
        if all(fits(part, network) for part in split_parts(text)):
            return Fitted(Fit.FULL, answer, text, poll=poll)
    return None


def _levels(material: Material) -> Iterator[tuple[Fit, str]]:
    yield Fit.FULL, material.full
    if material.short or not material.splits:
        yield Fit.SHORT, material.short


def _dressed(material: Material, answer: str, fit: Fit, network: Network, render: Render) -> Fitted:
    """With the better opening and hashtags as far as there is room, and the first line is seen before "more"."""
    best, last = material.openings[0], material.openings[-1]
    for opening, hashtags in ((best, True), (last, True), (best, False)):
        text = render(opening, answer, fit, hashtags=hashtags)
        if fits(text, network) and len(text.partition("\n")[0]) <= network.fold:
            return Fitted(fit, answer, text)
    text = render(last, answer, fit, hashtags=True)
    return Fitted(fit, answer, text if fits(text, network) else render(last, answer, fit, hashtags=False))


def _thread(material: Material, network: Network, render: Render) -> Fitted | None:
    if not material.full or not threads.possible(network):
        return None
    for opening, hashtags in ((material.openings[0], True), (material.openings[-1], False)):
        pieces = threads.split(render(opening, material.full, Fit.THREAD, hashtags=hashtags), network)
        if pieces:
            return Fitted(Fit.THREAD, material.full, threads.numbered(pieces))
    return None
