"""A review as tables, the same for terminal and comment: a section for each kind of thing, the most urgent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.build.comparing import GONE, MOVED, RENAMED, STALE, STATE, CardChange, DraftChange, Review
from generator.content.comparing import CHANGED, EntryChange, FactChange, WordsChange
from generator.links import comparing as links
from generator.links.comparing import AddressChange

_ALL_OF_IT = 3
"""So many names are told; of more the first and how many follow."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    kind: str
    """What is counted."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    names: frozenset[int] = frozenset()
    """Columns of ids, addresses and paths, which are no words."""
    advice: str = ""
    """What to do about it."""
    urgent: bool = False

    @property
    def counts(self) -> str:
        """`2 changed, 1 added`."""
        return ", ".join(f"{count} {kind}" for kind, count in Counter(row.kind for row in self.rows).most_common())


def sections(review: Review) -> tuple[Section, ...]:
    """Those that have something to tell."""
    made = (
        make(review)
        for make in (_errors, _links, _recalls, _facts, _entries, _texts, _translations, _drafts, _cards, _files)
    )
    return tuple(section for section in made if section.rows)


def _errors(review: Review) -> Section:
    return Section(
        title="Errors",
        columns=("", "at", "code", "what is wrong"),
        rows=tuple(Row("new", ("new", str(one.place), one.code, one.message)) for one in review.errors),
        names=frozenset({1}),
        advice="nothing is built while there are errors; `faq check` says what to do about each",
        urgent=True,
    )


def _links(review: Review) -> Section:
    lost = any(one.kind in {links.LOST, links.TAKEN} for one in review.links)
    new = tuple(f"/{address}" for address in review.published)
    return Section(
        title="Addresses",
        columns=("", "of", "lead to", "addresses"),
        rows=(
            *(
                Row(one.kind, (one.kind, str(one.target), _where(one), _some(f"/{a}" for a in one.addresses)))
                for one in review.links
            ),
            *([Row("new", ("new", "", "", _some(new)))] if new else []),
        ),
        names=frozenset({1, 2, 3}),
        advice="`faq links rename` or `faq links retire` says where lost addresses lead" if lost else "",
        urgent=lost,
    )


def _where(one: AddressChange) -> str:
    """What answers there; the same thing at another address where that is all that moved."""
    return str(one.now) if one.now and (one.now != one.target or one.kind == links.MOVED) else ""


def _recalls(review: Review) -> Section:
    return Section(
        title="Posts to correct",
        columns=("post", "went out", "changes"),
        rows=tuple(
            Row(
                "post" if len(review.recalls) == 1 else "posts",
                (
                    one.record.id,
                    f"{one.record.slot:%Y-%m-%d %H:%M}",
                    "; ".join(map(str, one.changes)) or "its entry is gone",
                ),
            )
            for one in review.recalls
        ),
        names=frozenset({0}),
        advice="`faq status recall` has a correction for each",
        urgent=True,
    )


def _facts(review: Review) -> Section:
    def used(fact: FactChange) -> str:
        drafts = review.users.get(fact.name, ())
        parts = (("entry", "entries", fact.entries), ("page", "pages", fact.pages), ("reply", "replies", fact.replies))
        told = [_counted(*part) for part in (*parts, ("draft", "drafts", drafts)) if part[2]]
        return "; ".join(told) or "nothing"

    return Section(
        title="Facts",
        columns=("", "fact", "reads", "is said in"),
        rows=tuple(Row(one.kind, (one.kind, one.name, _reads(one), used(one))) for one in review.words.facts),
        names=frozenset({1}),
    )


def _reads(fact: FactChange) -> str:
    return "; ".join(f"{lang}: {old or '(none)'} → {new or '(gone)'}" for lang, old, new in fact.values)


def _counted(one: str, many: str, names: Sequence[str]) -> str:
    return f"{len(names)} {one if len(names) == 1 else many}: {_some(names)}"


def _some(names: Iterable[str]) -> str:
    """`a, b, c and 4 more`."""
    told = list(names)
    more = f" and {len(told) - _ALL_OF_IT} more" if len(told) > _ALL_OF_IT else ""
    return ", ".join(told[:_ALL_OF_IT]) + more


def _entries(review: Review) -> Section:
    def what(one: EntryChange) -> str:
        told = [f"was {one.was}"] if one.kind == RENAMED else []
        told += [f"was “{one.asked}”"] if one.asked else []
        told += [_of_language(words) for words in _alike(one.words)]
        return "; ".join([*told, *([f"all languages: {', '.join(one.keys)}"] if one.keys else [])])

    return Section(
        title="Entries",
        columns=("", "entry", "question", "what"),
        rows=tuple(Row(one.kind, (one.kind, one.id, one.question, what(one))) for one in review.words.entries),
        names=frozenset({1}),
    )


def _alike(words: Iterable[WordsChange]) -> Iterator[tuple[str, WordsChange]]:
    """Languages that fare alike, and how."""
    groups: dict[tuple[str, tuple[str, ...]], list[WordsChange]] = {}
    for one in words:
        groups.setdefault((one.kind, one.parts), []).append(one)
    return ((", ".join(one.lang for one in group), group[0]) for group in groups.values())


def _of_language(words: tuple[str, WordsChange]) -> str:
    languages, one = words
    return f"{languages}: {', '.join(one.parts) or one.kind}"


def _texts(review: Review) -> Section:
    return Section(
        title="Pages, replies and topics",
        columns=("", "what", "name", "languages"),
        rows=tuple(
            Row(one.kind, (one.kind, one.what, one.name, ", ".join(one.languages))) for one in review.words.texts
        ),
        names=frozenset({2}),
    )


def _translations(review: Review) -> Section:
    groups: dict[tuple[str, str, str], list[str]] = {}
    for one in review.words.translations:
        groups.setdefault((one.id, one.before, one.now), []).append(one.lang)
    worse = any(one.is_worse for one in review.words.translations)
    return Section(
        title="Translations",
        columns=("", "entry", "languages", "before"),
        rows=tuple(Row(now, (now, id_, ", ".join(langs), before)) for (id_, before, now), langs in groups.items()),
        names=frozenset({1}),
        advice="`faq status` lists what waits for translators" if worse else "",
    )


_DRAFT: dict[str, Callable[[DraftChange], str]] = {
    STALE: lambda one: one.detail,
    RENAMED: lambda one: f"its entry is called {one.detail} now",
    CHANGED: lambda one: one.detail,
    GONE: lambda one: f"its entry is gone{f' in {one.detail}' if one.detail else ''}: retire or delete it",
    MOVED: lambda one: f"was at {one.detail}",
    STATE: lambda one: f"{one.detail} → {one.state}",
}


def _drafts(review: Review) -> Section:
    behind = any(one.kind in {STALE, RENAMED, GONE} for one in review.drafts)
    return Section(
        title="Drafts",
        columns=("", "draft", "goes out", "what"),
        rows=tuple(
            Row(
                one.kind,
                (one.kind, one.id, f"{one.slot:%Y-%m-%d %H:%M}", _DRAFT[one.kind](one) if one.kind in _DRAFT else ""),
            )
            for one in review.drafts
        ),
        names=frozenset({1}),
        advice="`faq plan` brings them up to date; approved ones are then in review again" if behind else "",
    )


def _cards(review: Review) -> Section:
    def files(one: CardChange) -> str:
        return f"{one.files} file{'' if one.files == 1 else 's'}"

    return Section(
        title="Cards",
        columns=("", "entry", "card", "languages", "files"),
        rows=tuple(
            Row(one.kind, (one.kind, one.entry, one.card, ", ".join(one.languages), files(one))) for one in review.cards
        ),
        names=frozenset({1, 2}),
    )


def _files(review: Review) -> Section:
    return Section(
        title="Settings and other files",
        columns=("file",),
        rows=tuple(Row("changed", (path,)) for path in review.files),
        names=frozenset({0}),
        advice="they may concern every page",
    )
