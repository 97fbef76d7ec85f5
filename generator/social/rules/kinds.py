"""Rules for what a post tells: the answer itself, a myth with its fact first, a quiz with its explanation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from generator.problems import Severity
from generator.social.link_text import shows
from generator.social.rules import words
from generator.social.rules.base import OPTIONS, Complaint, Post, Rule
from generator.social.rules.sources import Kind


def answer(post: Post) -> Iterator[Complaint]:
    """D3: who reads the post has the answer, or its first step, without following the link.

    Where no sentence of it has room a question may lead to it; a post that does neither helps nobody.
    """
    if not post.network.limit or _tells(post.traced) or any(kinds is None for _, kinds in post.traced):
        return
    if post.draft.format == "hours":  # its answer is when somebody is there, and whatever entry that goes with
        return
    hint = "say the answer's first sentence; a short answer ('short') in the entry is taken first"
    leads = not post.network.links_clickable or shows(post.draft.text, post.draft.link, post.network)
    where = "on the card only" if _tells(post.card_traced) else "not in the post"
    yield Complaint(f"the answer is {where}", hint, Severity.WARNING if leads else None)


def _tells(traced: tuple[tuple[str, frozenset[Kind] | None], ...]) -> bool:
    return any(kinds is not None and Kind.ANSWER in kinds for _, kinds in traced)


def myth(post: Post) -> Iterator[Complaint]:
    """D13: the fact before the myth, the myth once and with a warning, then why, and the fact again."""
    if post.draft.format != "myth" or post.entry.myth is None:
        return
    fact, told, why = (_flat(text) for text in post.entry.myth)
    said, alt = _flat(post.prose), _flat(post.draft.alt)
    first, at = said.find(fact), said.find(told)
    if told in alt and fact not in alt:
        yield Complaint("the card shows the myth without the fact", "say the fact in 'alt' and on the card")
    if at < 0:
        return
    if not 0 <= first < at:
        yield Complaint("the myth comes before the fact", "begin with the fact: people remember what they read first")
    if said.count(told) > 1:
        yield Complaint("the myth is told twice", "tell it once; every time makes it more familiar")
    if not any(_flat(word) in said[first + len(fact) - 1 : at + 1] for word in post.limits.myth_words):
        yield Complaint("no word warns of the myth before it is told", f"such as “{_first(post.limits.myth_words)}”")
    if why not in said:
        yield Complaint("the post does not say why the myth misleads", "add the 'why' of the entry")
    if said.rfind(fact) <= at:
        hint = "end with the fact, where there is room"
        yield Complaint("the fact is not repeated after the myth", hint, Severity.WARNING)


def _flat(text: str) -> str:
    """Its words, each between two spaces, so that one text is found in another only as whole words."""
    return _spaced(words.tokens(text))


def _spaced(said: words.Tokens) -> str:
    return "".join(f" {word} " for word in said)


def _first(texts: tuple[str, ...]) -> str:
    return next(iter(texts), "…")


def quiz(post: Post) -> Iterator[Complaint]:
    """D14: two to four options, one of them right, and the explanation in the same post or soon after."""
    if post.draft.format != "quiz":
        return
    lines = [line.strip() for line in post.prose.split("\n") if line.strip()]
    poll = post.draft.poll
    first = 1 if poll else next((n for n, line in enumerate(lines) if _is_option(line)), len(lines))
    marked = [] if poll else list(takewhile(_is_option, lines[first:]))
    shown = poll.options if poll else [words.MARK.sub("", line) for line in marked]
    options = list(dict.fromkeys(map(words.tokens, shown)))
    if not 2 <= len(options) <= 4:
        yield Complaint(f"the quiz has {len(options)} options", "give two to four: “A) …”, each on a line")
        return
    rest = lines[first + len(marked) :]
    named = next((found for line in rest if (found := _options_in(line, options))), ())
    if len(named) > 1:
        yield Complaint("the quiz names more than one option as the right one", "name one")
    if len(named) == 1 and len([line for line in rest if words.tokens(line)]) > 1:
        return
    if not any(map(post.follows, post.world.of_entry.get((post.draft.channel, post.draft.entry), ()))):
        hint = "say the right option and why, in the post or in one within 72 hours"
        yield Complaint("the quiz does not tell its answer and why", hint)


def _is_option(line: str) -> bool:
    return line[:1].casefold() in OPTIONS and line[1:2] == ")"


def _options_in(line: str, options: list[words.Tokens]) -> tuple[words.Tokens, ...]:
    """The options that a line names; one within another does not count."""
    said = _flat(line)
    found = [option for option in options if option and _spaced(option) in said]
    return tuple(a for a in found if not any(a != b and _spaced(a) in _spaced(b) for b in found))


RULES: tuple[Rule[Post], ...] = (
    Rule("D3", "AA356", Severity.ERROR, answer),
    Rule("D13", "AA366", Severity.ERROR, myth),
    Rule("D14", "AA367", Severity.ERROR, quiz),
)
