"""The cards that the site's pages and the posts show: composed for each entry, painted once, named by their content."""

from __future__ import annotations

import functools
import hashlib
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from generator import cards, files, memo
from generator.build.project import Project
from generator.content.library import Entry
from generator.language import Language
from generator.problems import Problem
from generator.social import Draft
from generator.social.polls import with_picture
from generator.text import plain, sentences

PREVIEW = ("wide", "png")
"""Size and format of the picture that link previews show (og:image)."""
Known: TypeAlias = Mapping[str, tuple[str, str, int, int, str]]
"""Digest of all that a card is made of -> digest of what was painted of it, file, width, height, words."""
_NOTHING: Known = MappingProxyType({})
_TEMPLATE = "qa"
_MANIFEST = "composed"
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
    """A card and the name it is published under, which changes with what it shows."""

    made_of: str
    """Digest of everything that its drawing depends on."""
    file: str
    """Below `cards/`: `hr/delivery-time-wide-1f3a5c7e.png`."""
    width: int
    height: int
    alt: str
    image_format: str
    painted: str = ""
    """Digest of the file, where it was painted by an earlier build."""
    layout: cards.Layout | None = None
    """What to paint; None where it is painted."""


def for_pages(project: Project) -> list[Wanted]:
    """A preview picture for each entry in each language."""
    return [Wanted(entry=e.id, lang=e.lang, size=PREVIEW[0], image_format=PREVIEW[1]) for e in project.library]


def for_draft(project: Project, draft: Draft) -> Wanted | None:
    """The picture of a post; None where it has none or a poll in its place, and when its entry or network is gone."""
    network = project.networks.get(draft.network)
    if network is None or not draft.card or draft.language not in project.library.by_id.get(draft.entry, {}):
        return None
    if not with_picture(draft.poll, network):
        return None
    image_format = next((f for f in network.image.formats if f in {"png", "jpg"}), "jpg")
    return Wanted(entry=draft.entry, lang=draft.language, size=draft.card, image_format=image_format)


def every_size(project: Project, want: Wanted) -> list[Wanted]:
    """A post's picture in all sizes: where it is shared again, another one may fit better."""
    return [replace(want, size=size) for size in project.canvases]


def compose(
    project: Project, wanted: Iterable[Wanted], known: Known = _NOTHING
) -> tuple[dict[Wanted, Picture], list[Problem]]:
    """Every picture that can be drawn, and why the others cannot. Those that are `known` are not composed again."""
    pictures: dict[Wanted, Picture] = {}
    problems: list[Problem] = []
    look = _look(project)
    for want in dict.fromkeys(wanted):
        shown = words(project, project.library.by_id[want.entry][want.lang])
        made_of = files.digest(repr((look(want.lang), want, shown)).encode("utf-8", "surrogatepass"))
        if made_of in known:
            pictures[want] = _painted(want, made_of, known[made_of])
            continue
        picture, more = _compose(project, want, shown, made_of)
        problems += more
        if picture:
            pictures[want] = picture
    return pictures, list(dict.fromkeys(problems))


def _painted(want: Wanted, made_of: str, row: tuple[str, str, int, int, str]) -> Picture:
    digest, file, width, height, alt = row
    return Picture(
        made_of=made_of,
        file=file,
        width=width,
        height=height,
        alt=alt,
        image_format=want.image_format,
        painted=digest,
    )


def _look(project: Project) -> Callable[[str], str]:
    """Language -> a digest of what all its cards depend on."""
    canvases = [canvas.model_dump_json() for canvas in project.canvases.values()]
    shared = (project.card_files[_TEMPLATE].model_dump_json(), canvases, sorted(project.tokens.schemes.items()))

    @functools.cache
    def look(lang: str) -> str:
        language: Language = project.library.languages[lang]
        return files.digest(repr((shared, language)).encode())

    return look


def _compose(project: Project, want: Wanted, shown: cards.Words, made_of: str) -> tuple[Picture | None, list[Problem]]:
    entry = project.library.by_id[want.entry][want.lang]
    language = project.library.languages[want.lang]
    place = entry.place("question")
    if want.size not in project.canvases:
        return None, [Problem(place, "AA402", f"no card has the size '{want.size}'")]
    look = cards.Look(language=language, tokens=project.tokens)
    layout, problems = cards.compose(project.card_files[_TEMPLATE], project.canvases[want.size], shown, look, place)
    if layout is None:
        return None, problems
    digest = hashlib.sha256(repr(layout).encode()).hexdigest()[:8]
    picture = Picture(
        made_of="" if problems else made_of,  # what has problems is composed again, so that they are said again
        file=f"{want.lang}/{want.entry}-{want.size}-{digest}.{want.image_format}",
        width=layout.width,
        height=layout.height,
        alt=cards.alt_text(layout),
        image_format=want.image_format,
        layout=layout,
    )
    return picture, problems


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
        texts={
            "question": (entry.question,),
            "answer": (entry.short,) if entry.short else _beginnings(entry.body),
            "topic": (library.topic_title(entry.topic, entry.lang),),
            "address": (addresses.absolute(addresses.entry(entry.id, entry.lang)).partition("://")[2].rstrip("/"),),
            "brand": (library.settings.name,),
        },
        highlights=tuple(sorted({printed[name] for name in entry.facts if name in printed})),
    )


def _beginnings(body: str) -> tuple[str, ...]:
    """The answer's first three, two, one sentences; lists and tables make no card."""
    paragraph = plain(body).partition("\n")[0]
    parts = sentences(paragraph)[:_SENTENCES]
    return tuple(" ".join(parts[:count]) for count in range(len(parts), 0, -1))


def recall(folder: Path) -> Known:
    """The cards that this very program painted into a folder and nobody changed since; others are deleted."""
    rows = memo.read(folder / _MANIFEST, memo.program())
    if rows is None:
        shutil.rmtree(folder, ignore_errors=True)
        memo.write(folder / _MANIFEST, memo.program(), {})
        return {}
    present = files.digests(folder)
    known = {}
    for made_of, (digest, file, *row) in rows.items():
        if present.get(file) == digest:
            known[made_of] = (digest, file, *row)
        else:
            (folder / file).unlink(missing_ok=True)
    return known


def paint(
    pictures: Collection[Picture], folder: Path, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> dict[str, Path]:
    """File name -> where each picture lies; those painted before are not painted again, since a name stands for one.

    After `recall`, which throws out what cannot be trusted.
    """
    paths = {picture.file: folder / picture.file for picture in pictures}
    todo = {p.file: p for p in pictures if p.layout and not paths[p.file].is_file()}
    for count, (file, picture) in enumerate(sorted(todo.items()), 1):
        if picture.layout:
            files.write_file(paths[file], cards.paint(picture.layout, picture.image_format), durable=False)
        progress(count, len(todo))
    return paths


def remember(pictures: Collection[Picture], folder: Path) -> None:
    """What `recall` gives the next build; pictures that nothing shows any more are deleted."""
    files.delete_others({_MANIFEST, *(picture.file for picture in pictures)}, folder)
    rows = {
        p.made_of: (p.painted or files.digest((folder / p.file).read_bytes()), p.file, p.width, p.height, p.alt)
        for p in pictures
        if p.made_of
    }
    memo.write(folder / _MANIFEST, memo.program(), dict(sorted(rows.items())))
