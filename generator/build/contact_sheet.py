"""The contact sheet: every kind of card in every size, language and scheme, to be looked at before a change ships."""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml
from babel import Locale
from babel.core import get_global, parse_locale

from generator import files, memo
from generator.build import card_words, sheet_pages
from generator.build.bench import Bench, Task
from generator.build.card_words import Given
from generator.build.painting import Made
from generator.build.project import Project
from generator.build.sheet_pages import SCHEMES, Cell
from generator.build.wanted import Wanted
from generator.cards import Look, Words
from generator.content.data import PACKAGE
from generator.language import Language
from generator.slug import slug
from generator.social.draft import readable

_STATE = "sheet"
"""Which cards the last sheet showed."""
_BEFORE = "before"
"""Folder of cards as they were until something changed."""
_LAST = ".last"
"""Folder that holds them while a new program paints."""
_CANDIDATES = 5
"""So many entries of the source language that have the words for a kind are tried in the others."""
_TORTURE_SIZES = ("story", "square", "wide")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the last sheet showed, and which of its cards had looked otherwise before."""

    program: str = ""
    cards: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Cell -> file and digest."""
    changed: Mapping[str, str] = field(default_factory=dict)
    """Cell -> its former file, below `before/`."""


def tasks(project: Project) -> dict[Cell, Task]:
    """The cards to be made for the sheet: as many as kinds, sizes and languages ask for, however large the FAQ is."""
    bench = Bench(project)
    found = {
        Cell(group=kind, lang=lang, size=size, scheme=scheme, entry=entry): bench.task(
            Wanted(entry=entry, lang=lang, kind=kind, size=size, scheme=scheme, image_format="png", exact=True)
        )
        for kind, lang, entry in _chosen(project)
        for size, scheme in _looks(project)
    }
    return found | dict(_torture(project, bench))


def _looks(project: Project) -> Iterator[tuple[str, str]]:
    """Sizes from the tallest to the widest; dark ones once for each shape, as only colours differ."""
    canvases = project.canvases
    sizes = sorted(canvases, key=lambda size: canvases[size].width / canvases[size].height)
    yield from ((size, SCHEMES[0]) for size in sizes)
    yield from ((size, SCHEMES[1]) for size in {canvases[size].shape: size for size in sizes}.values())


def _chosen(project: Project) -> Iterator[tuple[str, str, str]]:
    """Kind, language, and an entry that has the words: the same one in all languages, where they have it."""
    library = project.library
    first = [id_ for id_ in library.settings.home if id_ in library.by_id]
    order = list(dict.fromkeys([*first, *library.by_id]))
    for kind in card_words.KINDS:
        having = (id_ for id_ in order if _has_words(project, kind, id_, library.settings.source))
        candidates = tuple(itertools.islice(having, _CANDIDATES))
        for lang in library.languages:
            if entry := next((id_ for id_ in candidates if _has_words(project, kind, id_, lang)), None):
                yield kind, lang, entry


def _has_words(project: Project, kind: str, id_: str, lang: str) -> bool:
    entry = project.library.by_id[id_].get(lang)
    if entry is None:
        return False
    given = Given(entry=entry, library=project.library, addresses=project.addresses)
    return card_words.of_entry(kind, given) is not None


def _torture(project: Project, bench: Bench) -> Iterator[tuple[Cell, Task]]:
    """Texts that break cards, as question and answer."""
    path, settings = PACKAGE / "sheet" / "torture.yml", project.library.settings
    for row in yaml.safe_load(path.read_text(encoding="utf-8")):
        name, language = row["name"], _language(project, row["language"])
        typeface = project.brand.typeface.on_cards(language.tag)
        look = Look(language=language, tokens=project.tokens, typeface=typeface)
        texts = {"question": row["question"], "answer": row["answer"]}
        texts |= {"brand": settings.name, "address": readable(settings.url)}
        words = Words(texts={role: (text,) for role, text in texts.items()})
        made = bench.tasks_of(f"torture/{slug(name, 'en')}", "qa", _TORTURE_SIZES, look, words)
        for size, task in made.items():
            yield Cell(group=name, lang=language.tag, size=size, scheme="light", entry=sheet_pages.TORTURE), task


def _language(project: Project, code: str) -> Language:
    """One of the site's, or another with the source language's phrases."""
    languages = project.library.languages
    if code in languages:
        return languages[code]
    return borrowed(languages[project.library.settings.source], code)


def borrowed(source: Language, code: str) -> Language:
    """A language that the site does not have, with another's phrases."""
    direction = "rtl" if Locale.parse(code).character_order == "right-to-left" else "ltr"
    script = parse_locale(get_global("likely_subtags").get(code, code))[2]
    return replace(
        source, code=code, tag=code, locale=code, script=script or source.script, direction=direction, typography={}
    )


def read_shown(folder: Path) -> Shown:
    """What the last sheet showed; nothing where its file is missing or damaged."""
    try:
        data = json.loads((folder / _STATE).read_bytes())
        cards = {cell: (str(file), str(digest)) for cell, (file, digest) in data["cards"].items()}
        changed = {str(cell): str(file) for cell, file in data["changed"].items()}
        return Shown(program=str(data["program"]), cards=cards, changed=changed)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Shown()


def keep(shown: Shown, folder: Path) -> None:
    """Before anything is painted: another program may paint other pixels under a name that stays."""
    shutil.rmtree(folder / _LAST, ignore_errors=True)
    if shown.program != memo.program():
        _link({file: folder / file for file, _ in shown.cards.values()}, folder / _LAST)


def write(project: Project, made: Mapping[Cell, Made], shown: Shown, folder: Path) -> set[str]:
    """The sheet's pages beside the cards; the names of its files that are no cards of today."""
    cards = {cell.key: (one.composed.file, one.digest) for cell, one in made.items() if one.digest}
    changed = _changed(cards, shown, folder)
    before = {cell: f"{_BEFORE}/{changed[cell.key]}" for cell in made if cell.key in changed}
    tree = sheet_pages.pages(project, {cell: one.composed for cell, one in made.items()}, before)
    files.write(tree, folder, durable=False)
    state = {"program": memo.program(), "cards": cards, "changed": changed}
    files.write_file(folder / _STATE, json.dumps(state, ensure_ascii=False, sort_keys=True).encode(), durable=False)
    shutil.rmtree(folder / _LAST, ignore_errors=True)
    return {_STATE, *tree, *before.values()}


def _changed(cards: Mapping[str, tuple[str, str]], shown: Shown, folder: Path) -> dict[str, str]:
    """Cell -> its former file, now below `before/`. Where nothing changed, the last comparison stays."""
    different = {
        cell: file for cell, (file, digest) in shown.cards.items() if cell in cards and cards[cell][1] != digest
    }
    sources = {file: _either(folder / _LAST / file, folder / file) for file in different.values()}
    different = {cell: file for cell, file in different.items() if sources[file].is_file()}
    if different:
        shutil.rmtree(folder / _BEFORE, ignore_errors=True)
        _link(sources, folder / _BEFORE)
        return different
    return {c: file for c, file in shown.changed.items() if c in cards and (folder / _BEFORE / file).is_file()}


def _either(first: Path, second: Path) -> Path:
    return first if first.is_file() else second


def _link(sources: Mapping[str, Path], folder: Path) -> None:
    """Give files a second name below a folder; what is gone is left out. Names come from a file: none leads outside."""
    for name, source in sources.items():
        target = folder / name
        if source.is_file() and ".." not in target.parts:
            target.parent.mkdir(parents=True, exist_ok=True)
            files.link(source, target)
