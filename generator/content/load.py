"""Walk a project's folder and bring back a Library and everything wrong with it: the part of content that reads."""

from __future__ import annotations

import functools
import gc
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.content import checks
from generator.content.data import read_all
from generator.content.entries import Parsed
from generator.content.facts import read_facts
from generator.content.joining import join
from generator.content.languages import SERBIAN, site_languages, unknown_language
from generator.content.library import Library, Topic, Withdrawal
from generator.content.organisation import Settings
from generator.content.reading import Reading
from generator.content.reviews import PATH as REVIEWS
from generator.content.reviews import parse_reviews
from generator.content.schema.base import M, is_id
from generator.content.schema.entry import (
    SOURCE_ONLY,
    EntryWords,
    PageMatter,
    ReplyMatter,
    SourceEntry,
    TopicFile,
    Translation,
    WithdrawnFile,
)
from generator.content.schema.languages import LanguageFile
from generator.content.schema.settings import FaqFile
from generator.content.settings import settings as make_settings
from generator.content.source import Source
from generator.problems import Place, Problem, Severity

_NAME = re.compile(r"(?P<id>.+)\.(?P<lang>[a-z]{2,3}(?:-[A-Z][a-z]{3})?)\.md")
_MAX_DEPTH = 8
"""Levels of folders; nothing of ours lies deeper than three."""
_ONLY_IN_TRANSLATIONS: Mapping[str, str] = {"source": "only a translation records the source text it was made from"}
_OURS = frozenset(
    {
        "faq.yml",
        "facts.yml",
        "glossary.yml",
        "withdrawn.yml",
        "_links.tsv",
        "_titles.tsv",
        "_posts.tsv",
        "_reviews.tsv",
        "_calendar.tsv",
        "_demand.csv",
        "_demand.yml",
        "_flags.csv",
    }
)


def load(root: Path, *, both_scripts: bool = True) -> tuple[Library | None, list[Problem]]:
    """Everything below a project's folder; no Library when faq.yml itself cannot be used.

    Without `both_scripts` Serbian is left in the script it is written in, which is enough to check it.
    """
    collecting = gc.isenabled()
    gc.disable()  # everything read is kept, so searching it for garbage again and again costs half the time for nothing
    try:
        return _load(root, both_scripts=both_scripts)
    finally:
        gc.freeze()  # nor is there anything to find in it later
        if collecting:
            gc.enable()


def _load(root: Path, *, both_scripts: bool) -> tuple[Library | None, list[Problem]]:
    reading = Reading(root)
    settings = _settings(reading)
    if settings is None:
        return None, reading.problems
    files, problems = read_all(LanguageFile, "languages", root / "faq" / "_data")
    reading.problems += problems
    _read_folders(reading, settings)
    _read_withdrawn(reading)
    _read_reviews(reading)
    facts_source = reading.yaml("faq/facts.yml") if os.path.lexists(root / "faq/facts.yml") else Source(path="")
    facts, problems = read_facts(facts_source) if facts_source else ({}, [])
    reading.problems += problems
    written_facts = frozenset(facts_source.data) if facts_source else None
    serbian = [code for code in settings.languages if code.startswith(SERBIAN)]
    sample = {code: [p.matter.question for p in reading.written.parsed if p.lang == code] for code in serbian}
    languages, problems = site_languages(files, settings, sample)
    reading.problems += problems
    library, problems = join(reading.written, settings, languages, facts, written_facts, both_scripts=both_scripts)
    return library, reading.problems + problems + checks.check(library)


def _settings(reading: Reading) -> Settings | None:
    if not (reading.root / "faq" / "faq.yml").is_file():
        hint = "name a project's folder with --root, or make a new one with 'faq init'"
        reading.report("faq/faq.yml", "AA013", "there is no such file", hint)
        return None
    src = reading.yaml("faq/faq.yml")
    faq = reading.valid(FaqFile, src)
    if (reading.root / "mkdocs.yml").is_file():
        broken = Source(path="mkdocs.yml", data={"site_url": "https://example.org/"})  # reported once is enough
        site = reading.yaml("mkdocs.yml", tags=True) or broken
    else:
        site = Source(path="mkdocs.yml")
    if faq is None or src is None:
        return None
    settings, problems = make_settings(faq, src, site)
    reading.problems += problems
    return settings


def _read_folders(reading: Reading, settings: Settings) -> None:
    """Sort every file of faq/ and docs/ into its list; what has no place is reported, nothing is passed over."""
    for path in _walk(reading, "faq"):
        parts = path.split("/")[1:]
        match parts:
            case [name] if name in _OURS:
                pass
            case ["_data" | "_drafts", *_]:
                pass
            case ["replies", name] if name.endswith(".md"):
                _read_reply(reading, path, settings)
            case [topic, "_topic.yml"] if topic != "replies":
                _read_topic(reading, path, topic)
            case [topic, name] if name.endswith(".md"):
                _read_entry(reading, path, topic, settings)
            case _:
                hint = "entries lie in faq/<topic>/<id>.<lang>.md"
                reading.report(path, "AA012", "this file has no place here and is not used", hint, Severity.WARNING)
    for path in _walk(reading, "docs"):
        if path.endswith(".md"):
            _read_page(reading, path, settings)


def _walk(reading: Reading, folder: str) -> Iterator[str]:
    """Paths of all files below a folder, sorted, hidden ones left out; folders behind links are not entered."""
    try:
        found = sorted(os.scandir(f"{reading.root}/{folder}"), key=lambda item: item.name)
    except FileNotFoundError:
        return
    except OSError as error:
        reading.report(folder, "AA011", f"cannot be read: {error.strerror}")
        return
    if folder.count("/") > _MAX_DEPTH:
        reading.report(folder, "AA012", "folders lie too deep inside each other", "entries lie in faq/<topic>/")
        return
    for item in found:
        if item.name.startswith("."):
            continue
        path = f"{folder}/{item.name}"
        if not _is_unicode(path):
            shown = path.encode("utf-8", "backslashreplace").decode()
            reading.report(shown, "AA012", "the file's name is not UTF-8", "rename it with letters a-z, digits and '-'")
        elif item.is_dir(follow_symlinks=False):
            yield from _walk(reading, path)
        elif item.is_symlink() and not item.name.endswith((".md", ".yml")):
            hint = "put the files themselves here: links could lead out of the folder or in circles"
            reading.report(path, "AA011", "this is a link and is not followed", hint)
        else:
            yield path


def _is_unicode(name: str) -> bool:
    """Whether a name on disk is text; Python keeps other bytes as lone surrogates, which nothing can print."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _id_and_language(reading: Reading, path: str, settings: Settings) -> tuple[str, str] | None:
    """`<id>.<lang>.md` taken apart; None, with the reason reported, when it is not such a name."""
    name = path.rpartition("/")[2]
    found = _NAME.fullmatch(name)
    if not found:
        reading.report(path, "AA012", "the file's name must be <id>.<language>.md", "like delivery-time.hr.md")
        return None
    id_, lang = found["id"], found["lang"]
    if not is_id(id_):
        hint = "ids have up to 80 letters a-z, digits, '-' and '_', and begin with a letter or digit"
        reading.report(path, "AA012", f"'{id_}' cannot be an id", hint)
        return None
    if lang not in settings.languages:
        reading.problems.append(unknown_language(Place(path), lang, settings))
        return None
    return id_, lang


def _read_entry(reading: Reading, path: str, topic: str, settings: Settings) -> None:
    name = _id_and_language(reading, path, settings)
    if name is None:
        return
    id_, lang = name
    src = reading.markdown(path)
    matter: EntryWords | None
    if lang == settings.source:
        matter = reading.valid(SourceEntry, src, _ONLY_IN_TRANSLATIONS)
    else:
        matter = reading.valid(Translation, src, _elsewhere(settings.source))
    if src is None or matter is None:
        reading.written.unreadable.add(id_)
    else:
        reading.written.parsed.append(Parsed(id=id_, lang=lang, topic=topic, matter=matter, source=src))


@functools.cache
def _elsewhere(source_language: str) -> Mapping[str, str]:
    """What a translation may not say, and where it belongs."""
    return dict.fromkeys(SOURCE_ONLY, f"it holds for all languages: write it in the entry's .{source_language}.md file")


def _read_topic(reading: Reading, path: str, topic: str) -> None:
    if not is_id(topic):
        reading.report(path, "AA012", f"'{topic}' cannot be a topic's folder", "use letters a-z, digits, '-' and '_'")
    src = reading.yaml(path)
    matter = reading.valid(TopicFile, src)
    made = Topic(id=topic, titles={}, path=path)
    if matter:
        icon, owner = matter.icon or "", matter.owner or ""
        made = Topic(
            id=topic,
            titles=matter.title,
            order=matter.order,
            icon=icon,
            owner=owner,
            aliases=matter.aliases,
            replaces=matter.replaces,
            path=path,
            origin=src.place if src else None,
        )
    reading.written.topics.append(made)


def _read_withdrawn(reading: Reading) -> None:
    """What is gone for good; a broken file leaves nothing withdrawn, and nobody is told twice of what follows."""
    path = "faq/withdrawn.yml"
    if not os.path.lexists(reading.root / path):
        return
    src = reading.yaml(path)
    matter = reading.valid(WithdrawnFile, src)
    if matter is None or src is None:
        reading.written.unreadable.add(path)
        return
    kinds = {"entry": ("entries", matter.entries), "topic": ("topics", matter.topics), "page": ("pages", matter.pages)}
    for kind, (key, records) in kinds.items():
        for name, one in records.items():
            place = src.place(key, name)
            given = one.model_dump() | {"see": one.see or ""}
            reading.written.withdrawn.append(Withdrawal(kind=kind, name=name, place=place, **given))


def _read_reviews(reading: Reading) -> None:
    text = reading.text(REVIEWS) if os.path.lexists(reading.root / REVIEWS) else None
    if text:
        reading.written.reviews[:], problems = parse_reviews(text)
        reading.problems += problems


def _read_reply(reading: Reading, path: str, settings: Settings) -> None:
    if read := _read_words(reading, path, settings, ReplyMatter, "reply"):
        reading.written.replies.append(read)


def _read_page(reading: Reading, path: str, settings: Settings) -> None:
    if read := _read_words(reading, path, settings, PageMatter, "page"):
        reading.written.pages.append(read)


def _read_words(
    reading: Reading, path: str, settings: Settings, model: type[M], kind: str
) -> tuple[str, str, M, Source] | None:
    """Id, language, front matter and file; what cannot be read is remembered, so that nobody is told of it twice."""
    name = _id_and_language(reading, path, settings)
    src = reading.markdown(path) if name else None
    matter = reading.valid(model, src)
    if name and src and matter:
        return *name, matter, src
    if name:
        reading.written.unreadable.add(f"{kind}:{name[0]}")
    return None
