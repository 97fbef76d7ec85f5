"""Quizzes as polls of the network: which fit its buttons, and what becomes of them when both sides change one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.content.post_words import Quiz
from generator.social.counting import count
from generator.social.draft import Poll, tidy
from generator.social.merging import CLOSING, GONE, OPENING, merge
from generator.social.network import Network

STRICTEST = 25
"""How long an option is at most where a network's own number is not known: what the strictest of them takes."""


def poll(quiz: Quiz, network: Network) -> Poll | None:
    """The quiz as the network's poll; None where it has none, or where the words are too long for its buttons."""
    if network.poll is None:
        return None
    question = tidy(quiz.question) if network.poll.question_max else ""
    made = Poll(options=tuple(map(tidy, quiz.options)), right=quiz.right, question=question)
    longest = max(count(option, network) for option in made.options)
    too_long = network.poll.option_max is None and longest > STRICTEST
    return None if too_long or any(faults(made, network)) else made


def faults(made: Poll, network: Network) -> Iterator[tuple[str, str]]:
    """What a network's polls do not take, and the key of its file that says so."""
    rules = network.poll
    if rules is None:
        yield f"{network.label} has no polls", "poll"
        return
    if len(made.options) < rules.options_min:
        yield f"the poll has {len(made.options)} options, {network.label} wants {rules.options_min}", "poll.options_min"
    if rules.options_max and len(made.options) > rules.options_max:
        yield f"the poll has {len(made.options)} options, {network.label} takes {rules.options_max}", "poll.options_max"
    for option in made.options:
        size = count(option, network)
        if rules.option_max and size > rules.option_max:
            yield f"the option “{option}” counts {size}, {network.label} takes {rules.option_max}", "poll.option_max"
    size = count(made.question, network)
    if rules.question_max and size > rules.question_max:
        yield f"the poll's question counts {size}, {network.label} takes {rules.question_max}", "poll.question_max"


def with_picture(made: Poll | None, network: Network) -> bool:
    """Whether a post has its card: most networks show either a picture or a poll."""
    return made is None or network.poll is None or network.poll.with_picture


def described(made: Poll | None) -> str:
    """For whoever makes it by hand: its question, its options with the right one marked, its hours."""
    if made is None:
        return ""
    options = [f"{n}. {option}{' ✓' if n == made.right else ''}" for n, option in enumerate(made.options, 1)]
    return "\n".join([*([made.question, ""] if made.question else []), *options, "", f"{made.hours} h"])


def merge_poll(base: Poll | None, mine: Poll | None, theirs: Poll | None) -> tuple[Poll | None, int]:
    """What a person made of a poll, brought up to date option by option; one that they deleted stays deleted.

    Where the number of options differs the person's stay, and the new ones stand behind them in braces.
    """
    if theirs in {base, mine}:
        return mine, 0
    if mine == base:
        return theirs, 0
    if mine is None:
        return None, 0
    if base is None or theirs is None or not len(base.options) == len(mine.options) == len(theirs.options):
        new = [f"{OPENING}{option}{CLOSING}" for option in theirs.options] if theirs else [GONE]
        return replace(mine, options=(*mine.options, *new)), len(new)
    pairs = zip(
        (base.question, *base.options), (mine.question, *mine.options), (theirs.question, *theirs.options), strict=True
    )
    question, *options = (merge(*three, gap=" ") for three in pairs)
    merged = Poll(
        question=question.text,
        options=tuple(option.text for option in options),
        right=theirs.right if mine.right == base.right else mine.right,
        hours=theirs.hours if mine.hours == base.hours else mine.hours,
    )
    return merged, sum(one.conflicts for one in (question, *options))
