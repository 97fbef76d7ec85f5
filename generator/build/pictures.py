"""The cards that the site's pages and the posts show: composed for each entry, painted once, named by their content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import cards
from generator.build.project import Project
from generator.content.library import Entry
from generator.files import write_file
from generator.problems import Problem
from generator.social import Draft
from generator.text import plain, sentences

PREVIEW = ("wide", "png")
"""Size and format of the picture that link previews show (og:image)."""
_TEMPLATE = "qa"
_LONG = 100
_LONG_WORD = 20
"""Characters of a question, and of one of its words, from which a card may have no room for it."""
_SENTENCES = 3
"""How many sentences of an answer without a short one are tried on a card, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One picture of one entry."""

    entry: str
    lang: str
    size: str
    image_format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A composed card and the name it is published under, which changes with what it shows."""

    file: str
    """Below `cards/`: `hr/delivery-time-wide-1f3a5c7e.png`."""
    layout: cards.Layout
    image_format: str
    alt: str


def for_pages(project: Project) -> list[Wanted]:
    """A preview picture for each entry in each language."""
    return [Wanted(entry=e.id, lang=e.lang, size=PREVIEW[0], image_format=PREVIEW[1]) for e in project.library]


def for_draft(project: Project, draft: Draft) -> Wanted | None:
    """The picture of a post; None when its entry or network is gone."""
    network = project.networks.get(draft.network)
    if network is None or draft.language not in project.library.by_id.get(draft.entry, {}):
        return None
    image_format = next((f for f in network.image.formats if f in {"png", "jpg"}), "jpg")
    return Wanted(entry=draft.entry, lang=draft.language, size=draft.card, image_format=image_format)


def every_size(project: Project, want: Wanted) -> list[Wanted]:
    """A post's picture in all sizes: where it is shared again, another one may fit better."""
    return [replace(want, size=size) for size in project.card_files[_TEMPLATE].sizes]


def compose(project: Project, wanted: Iterable[Wanted]) -> tuple[dict[Wanted, Picture], list[Problem]]:
    """Every picture that can be drawn, and why the others cannot."""
    pictures: dict[Wanted, Picture] = {}
    problems: list[Problem] = []
    for want in dict.fromkeys(wanted):
        picture, more = _compose(project, want)
        problems += more
        if picture:
            pictures[want] = picture
    return pictures, list(dict.fromkeys(problems))


def _compose(project: Project, want: Wanted) -> tuple[Picture | None, list[Problem]]:
    entry = project.library.by_id[want.entry][want.lang]
    language = project.library.languages[want.lang]
    template = project.card_files[_TEMPLATE]
    place = entry.place("question")
    if want.size not in template.sizes:
        return None, [Problem(place, "AA402", f"no card has the size '{want.size}'")]
    layout, problems = cards.compose(template, want.size, words(project, entry), language, project.tokens, place=place)
    if layout is None:
        return None, problems
    digest = hashlib.sha256(repr(layout).encode()).hexdigest()[:8]
    file = f"{want.lang}/{want.entry}-{want.size}-{digest}.{want.image_format}"
    alt = cards.alt_text(layout)
    return Picture(file=file, layout=layout, image_format=want.image_format, alt=alt), problems


def check(project: Project) -> list[Problem]:
    """What the build would say of preview cards, for entries whose card could fail at all.

    Composing thousands takes seconds; what fails is letters that the typeface lacks and questions that are very long.
    """
    risky = [e for e in project.library if _is_risky(project, e)]
    wanted = [Wanted(entry=e.id, lang=e.lang, size=PREVIEW[0], image_format=PREVIEW[1]) for e in risky]
    return compose(project, wanted)[1]


def _is_risky(project: Project, entry: Entry) -> bool:
    shown = f"{entry.question}{entry.short or entry.body}{project.library.topic_title(entry.topic, entry.lang)}"
    long = len(entry.question) > _LONG or max(map(len, entry.question.split()), default=0) > _LONG_WORD
    return long or not all(character.isspace() or cards.has(character) for character in set(shown))


def words(project: Project, entry: Entry) -> cards.Words:
    """What an entry's card says: the short answer, or as many first sentences of the long one as fit."""
    library, addresses = project.library, project.addresses
    printed = library.printed.get(entry.lang, {})
    return cards.Words(
        question=entry.question,
        answers=(entry.short,) if entry.short else _beginnings(entry.body),
        topic=library.topic_title(entry.topic, entry.lang),
        address=addresses.absolute(addresses.entry(entry.id, entry.lang)).partition("://")[2].rstrip("/"),
        brand=library.settings.name,
        highlights=tuple(sorted({printed[name] for name in entry.facts if name in printed})),
    )


def _beginnings(body: str) -> tuple[str, ...]:
    """The answer's first three, two, one sentences; lists and tables make no card."""
    paragraph = plain(body).partition("\n")[0]
    parts = sentences(paragraph)[:_SENTENCES]
    return tuple(" ".join(parts[:count]) for count in range(len(parts), 0, -1))


def paint(
    pictures: Iterable[Picture], folder: Path, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> dict[str, bytes]:
    """Every picture's bytes by file name; those painted before are read, since a name stands for its content."""
    painted: dict[str, bytes] = {}
    todo = {picture.file: picture for picture in pictures}
    for count, (file, picture) in enumerate(sorted(todo.items()), 1):
        path = folder / file
        if path.is_file():
            painted[file] = path.read_bytes()
        else:
            painted[file] = cards.paint(picture.layout, picture.image_format)
            write_file(path, painted[file], durable=False)
        progress(count, len(todo))
    return painted


def clean(painted: Mapping[str, bytes], folder: Path) -> None:
    """Delete pictures that nothing shows any more."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and path.relative_to(folder).as_posix() not in painted:
            path.unlink()
