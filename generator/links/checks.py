"""What the content says of former names, moved headings and withdrawals, and what of it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from generator.content.library import Entry, Page, Topic
from generator.content.meta import Meta
from generator.links.live import Live
from generator.links.old import claims
from generator.links.target import Target, address_of, parse_target
from generator.problems import Place, Problem, Severity

Rule: TypeAlias = Callable[[Live], Iterator[Problem]]


def check(live: Live) -> list[Problem]:
    """Every rule."""
    return [problem for rule in CHECKS for problem in rule(live)]


def moved_headings(live: Live) -> Iterator[Problem]:
    """A heading that moved is not there any more, and what it moved to is (AA209)."""
    for target, text in _sources(live):
        moved = text.meta.moved if isinstance(text, Entry) else text.moved
        for anchor, where in moved.items():
            place = text.place("moved", anchor)
            former = target._replace(anchor=anchor)
            goal = parse_target(where, target)
            if "#" not in anchor and live.has_heading(former):
                hint = f"give the new heading another id: whoever kept a link to #{anchor} must not find other words"
                yield Problem(place, "AA209", f"the heading '{former}' is there, so it cannot have moved", hint)
            elif goal is None or live.resolve(goal) is None:
                hint = "write '#heading', 'entry' or 'entry#heading', of what is there"
                yield Problem(place, "AA209", f"'{anchor}' cannot have moved to '{where[:80]}'", hint)


def headings_of_former(live: Live) -> Iterator[Problem]:
    """`aliases: [old#heading]` names a heading that is there (AA209)."""
    for target, name, place in _former_names(live):
        anchor = name.partition("#")[2]
        if anchor and live.resolve(target._replace(anchor=anchor)) is None:
            yield Problem(place, "AA209", f"'{name}' names a heading that '{target}' does not have")


def _sources(live: Live) -> Iterator[tuple[Target, Entry | Page]]:
    """Entries and pages in the source language."""
    source = live.library.settings.source
    kinds: tuple[tuple[str, Mapping[str, Mapping[str, Entry | Page]]], ...] = (
        ("entry", live.library.by_id),
        ("page", live.library.pages),
    )
    for kind, by_name in kinds:
        for name, by_lang in by_name.items():
            if source in by_lang:
                yield Target(kind, name), by_lang[source]


def former_names(live: Live) -> Iterator[Problem]:
    """A former name is nobody's present one and belongs to one thing (AA115)."""
    heirs: dict[Target, Target] = {}
    for target, name, place in _former_names(live):
        former = Target(target.kind, name.partition("#")[0])
        known = heirs.setdefault(former, target)
        if live.exists(former):
            yield Problem(place, "AA115", f"'{former}' is there now, so it cannot be a former name")
        elif known != target:
            yield Problem(place, "AA115", f"'{former}' is already a former name of '{known}'")
        elif (former.kind, former.name) in live.library.withdrawn:
            hint = "delete its record there if another one answers for it now"
            yield Problem(place, "AA115", f"'{former}' is withdrawn in faq/withdrawn.yml", hint)


def _former_names(live: Live) -> Iterator[tuple[Target, str, Place]]:
    """Whatever has former names or replaces others: itself, each name, and where that is written."""
    for target, text in _sources(live):
        named = text.meta if isinstance(text, Entry) else text
        yield from _written(target, named, text)
    for topic in live.library.topics.values():
        yield from _written(Target("topic", topic.id), topic, topic)
    for (kind, id_), gone in live.library.withdrawn.items():
        yield from ((Target(kind, id_), name, gone.place) for name in (*gone.aliases, *gone.replaces))


def _written(
    target: Target, named: Meta | Page | Topic, text: Entry | Page | Topic
) -> Iterator[tuple[Target, str, Place]]:
    for key, names in (("aliases", named.aliases), ("replaces", named.replaces)):
        yield from ((target, name, text.place(key, n)) for n, name in enumerate(names))


def withdrawals(live: Live) -> Iterator[Problem]:
    """What is withdrawn is gone, and what comes closest is there (AA210)."""
    for (kind, name), gone in live.library.withdrawn.items():
        target = Target(kind, name)
        if live.exists(target):
            hint = "delete this record if the same question is answered again; else give the new one another id"
            yield Problem(gone.place, "AA210", f"'{target}' is withdrawn and there", hint)
        missing = [code for code in live.library.settings.languages if code not in gone.why]
        if missing:
            message = f"'{target}' does not say in {', '.join(missing)} why it is withdrawn"
            yield Problem(gone.place, "AA212", message, "write it there: why: {en: …, hr: …}", Severity.WARNING)
        closest = parse_target(gone.see) if gone.see else target
        answer = live.resolve(closest) if closest else None
        if gone.see and (answer is None or live.is_withdrawn(answer)):
            hint = "write an entry's id, topic:<id> or page:<name> of what is there, or delete 'see'"
            yield Problem(gone.place, "AA210", f"'{gone.see[:80]}' is not there to be seen instead of '{target}'", hint)


def old_addresses(live: Live) -> Iterator[Problem]:
    """An address of another site lies below this one (AA611), and nobody else answers there (AA613)."""
    former = {address_of(old, lang, live.addresses): old for old in live.heirs for lang in live.library.languages}
    for claim in claims(live.library, live.addresses):
        written, place = claim.entry.was[claim.number], claim.entry.place("was", claim.number)
        own = Target("entry", claim.entry.id)
        if not claim.key:
            message = f"the old address {written} lies outside of {live.addresses.base}, so no page can answer there"
            hint = "redirect it where that address is served from"
            yield Problem(place, "AA611", message, hint, Severity.WARNING)
            continue
        _, served = live.found.get((claim.key, "")) or live.was.get((claim.key, "")) or ("", None)
        other = f"'{served}'" if served and served != own else "this site's own files" if claim.is_ours else ""
        if not other and claim.key in former and live.resolve(former[claim.key]) != own:
            other = f"the former '{former[claim.key]}'"
        if other:
            message = f"the old address {written} belongs to {other} and does not lead here"
            yield Problem(place, "AA613", message, "delete the line where it is wrong", Severity.WARNING)


CHECKS: tuple[Rule, ...] = (moved_headings, headings_of_former, former_names, withdrawals, old_addresses)
