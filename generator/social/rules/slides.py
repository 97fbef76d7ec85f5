"""Rules for pictures to leaf through: how many, how much on each, and what the first one may not give away."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.schema.networks import CarouselRules
from generator.problems import Severity
from generator.social import prose
from generator.social.parting import fits, lines
from generator.social.rules import words
from generator.social.rules.base import Complaint, OnNetwork, Post, Rule
from generator.social.slides import bare, between

_FEW = 2
"""Pictures that make a carousel on a network that has no number of its own."""


def amount(fit: OnNetwork) -> Iterator[Complaint]:
    """As many pictures as the network takes."""
    network, pictures = fit.network, len(fit.draft.slides)
    rules = network.carousel or CarouselRules(min=_FEW, max=network.image.max_images)
    severity = None if network.confirmed("carousel" if network.carousel else "image.max_images") else Severity.WARNING
    if not pictures:
        if rules.always:
            yield Complaint(f"{network.label} takes several pictures, and the draft has no slides", _ADD)
    elif pictures > rules.max:
        message = f"the draft has {pictures} slides, {network.label} takes {rules.max} pictures"
        yield Complaint(message, "say less, or put two thoughts on one slide", severity)
    elif pictures < rules.min:
        yield Complaint(f"the draft has {pictures} slide, {network.label} wants {rules.min}", _ADD, severity)
    elif pictures > rules.advised_max:
        message = f"the draft has {pictures} slides; few people look at more than {rules.advised_max}"
        yield Complaint(message, "leave the rest to the answer's page", Severity.WARNING)


_ADD = "add a slide, or delete the file to have the post made anew"


def room(fit: OnNetwork) -> Iterator[Complaint]:
    """C3: no more on one picture than people read on a phone; the question on the first is as long as it is."""
    rules = fit.network.carousel or CarouselRules(max=fit.network.image.max_images)
    question = fit.draft.slides[0].title if fit.draft.slides else ""
    for number, slide in enumerate(fit.draft.slides, start=1):
        said = slide.text if question in {slide.title, slide.text} and question != slide.said else slide.said
        if fits(said, rules) or said == question:
            continue
        size = len(said.split())
        message = f"slide {number} has {size} words, more than {rules.words}"
        if size <= rules.words:
            message = f"slide {number} takes about {lines(said, rules.letters)} lines, more than {rules.lines}"
        yield Complaint(message, "make two slides of it, or say it in fewer words")


def cover(post: Post) -> Iterator[Complaint]:
    """D13: the first picture is seen alone; a myth on it would be all that many people ever read."""
    if post.draft.format != "myth" or not post.draft.slides or post.entry.myth is None:
        return
    fact, myth, _ = (_words(text) for text in post.entry.myth)
    first = _words(post.draft.slides[0].said)
    if myth in first and fact not in first:
        yield Complaint("the first slide shows the myth without the fact", "begin with the fact; the myth comes second")


def spoiler(post: Post) -> Iterator[Complaint]:
    """D14: the first picture asks; the others tell the answer and why."""
    quiz = post.entry.posts.quiz
    if post.draft.format != "quiz" or not post.draft.slides or quiz is None:
        return
    right, why = _words(quiz.answer), _words(quiz.why)
    first, rest = _words(post.draft.slides[0].said), _words(bare("\n".join(s.said for s in post.draft.slides[1:])))
    if why in first or first.count(right) > 1:
        yield Complaint("the first slide of the quiz gives the answer away", "tell it on the second one")
    if right not in rest:
        yield Complaint("no slide of the quiz tells its answer", "say the right option on the second one")


def more(post: Post) -> Iterator[Complaint]:
    """C5: few pictures, although the answer has more to say."""
    rules, slides = post.network.carousel, post.draft.slides
    if rules is None or not slides or len(slides) >= rules.advised_min or post.draft.format not in {"qa", "ask_before"}:
        return
    whole = prose.whole(post.entry)
    if not whole or _words(bare(whole)) in _words(between(slides)):
        return
    message = f"the draft has {len(slides)} slides, and the answer says more; {rules.advised_min} are looked at longer"
    yield Complaint(message, "tell more of the answer", Severity.WARNING)


def _words(text: str) -> str:
    return f" {' '.join(words.tokens(text))} "


FIT_RULES: tuple[Rule[OnNetwork], ...] = (
    Rule("C5", "AA328", Severity.ERROR, amount),
    Rule("C3", "AA329", Severity.ERROR, room),
)
RULES: tuple[Rule[Post], ...] = (
    Rule("D13", "AA366", Severity.ERROR, cover),
    Rule("D14", "AA367", Severity.ERROR, spoiler),
    Rule("C5", "AA328", Severity.WARNING, more),
)
