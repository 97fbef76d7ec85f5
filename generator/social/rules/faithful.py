"""Whether a draft says what its entry says: every sentence, figure, date, price and link, and nothing internal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Severity
from generator.social.rules.base import NOTE_WORDS, Complaint, Post, Rule
from generator.social.rules.claims import Claims
from generator.social.rules.sources import same_address
from generator.social.rules.words import addresses, runs, tokens
from generator.text import shortened

_SHOWN = 80


def sentences_traced(post: Post) -> Iterator[Complaint]:
    """Every sentence is the entry's or a phrase of the language file; people may write others, and should know."""
    for where, traced in (("", post.traced), ("on the card: ", post.card_traced)):
        for sentence, kinds in traced:
            if kinds is None:
                message = f"{where}this sentence is not in the entry: {shortened(sentence, _SHOWN)}"
                hint = f"make sure that it is true, or add it to {post.entry.path or post.entry.id}"
                yield Complaint(message, hint, at=sentence)


def figures_traced(post: Post) -> Iterator[Complaint]:
    """Every number, date and amount stands in the entry."""
    known = post.facts
    hint = f"correct it, or write it into {post.entry.path or post.entry.id} first"
    for what, values in _unknown(post.stated, known.stated, known.numbers).items():
        for value in values:
            yield Complaint(f"{what} is not in the entry: {value}", hint, at=value)


def _unknown(found: Claims, stated: Claims, numbers: frozenset[str]) -> dict[str, list[str]]:
    named = {(day, month) for day, month, _ in stated.days}
    days = [day for day in found.days if day not in stated.days and not (day[2] is None and day[:2] in named)]
    return {
        "a number": sorted(found.numbers - numbers),
        "a date": sorted(f"{d}. {m}." + (f" {y}." if y else "") for d, m, y in days),
        "an amount": sorted(f"{number} {unit}" for number, unit in found.amounts - stated.amounts),
    }


def links_traced(post: Post) -> Iterator[Complaint]:
    """Every link is the draft's own or one of the entry's."""
    own = same_address(post.draft.link)
    for address in dict.fromkeys(addresses(f"{post.draft.text}\n{post.card}")):
        if same_address(address) not in post.facts.links | {own}:
            message = f"a link is not in the entry: {address[:_SHOWN]}"
            yield Complaint(message, "take it out, or add it to the entry", at=address)


def notes_kept(post: Post) -> Iterator[Complaint]:
    """D18: nothing of a note for agents, of whatever entry, is said in public."""
    secret = post.world.notes
    if not secret:
        return
    said = tokens(post.said)
    public = f" {' '.join(tokens(post.facts.text))} "
    for run in (run for size in NOTE_WORDS for run in runs(said, size)):
        words = " ".join(run)
        if run in secret and f" {words} " not in public:
            yield Complaint(f"the post says what a note for agents says: {words}", f"take it out; see '{secret[run]}'")
            return


RULES: tuple[Rule[Post], ...] = (
    Rule("faithful sentences", "AA372", Severity.WARNING, sentences_traced),
    Rule("faithful figures", "AA373", Severity.ERROR, figures_traced),
    Rule("faithful links", "AA373", Severity.ERROR, links_traced),
    Rule("D18", "AA371", Severity.ERROR, notes_kept),
)
