"""New projects, new entries, and FAQs from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.build import translating
from generator.content.create import new_entry, new_project, usable_languages
from generator.content.data import read_all, read_texts
from generator.content.importers import folders
from generator.content.importers.imported import Imported, warning
from generator.content.importers.reading import read, read_folder
from generator.content.importers.writing import to_files
from generator.content.languages import unknown_language
from generator.content.load import load
from generator.content.schema.languages import LanguageFile
from generator.demand import kept
from generator.demand.gaps import Gap, Languages
from generator.demand.log import Question
from generator.files import paths, read_tree
from generator.personal import MASK
from generator.problems import Place, Problem, has_errors
from generator.search import read_tables
from generator.slug import slug


def init(root: Path, languages: Sequence[str], name: str) -> tuple[dict[str, bytes], list[Problem]]:
    """The files of a small FAQ; none where a project is already."""
    if (root / "faq").exists() or (root / "mkdocs.yml").exists():
        return {}, [Problem(Place("faq"), "AA013", "there is an FAQ here already", "name an empty folder")]
    files, problems = read_all(LanguageFile, "languages")
    problems += usable_languages(languages, files)
    samples, more = read_texts("init")
    problems += more
    return ({} if has_errors(problems) else new_project(samples, languages, name)), problems


def new(root: Path, id_: str, topic: str, lang: str, question: str) -> tuple[dict[str, bytes], list[Problem]]:
    """The file of a new entry or translation."""
    library, problems = load(root)
    if library is None:
        return {}, problems
    return new_entry(library, id_, topic, lang or library.settings.source, question)


def new_from_gap(
    root: Path, number: int, id_: str, topic: str, question: str
) -> tuple[dict[str, bytes], list[Problem]]:
    """The file of a new entry for a gap of the log that was kept, by its number from 1.

    What is not said otherwise is the gap's: its name is asked, an id made of that, and its topic.
    """
    library, problems = load(root)
    if library is None:
        return {}, problems
    path = root / kept.PATH
    asked, problems = kept.parse(path.read_bytes(), library) if path.is_file() else (None, [])
    if has_errors(problems):
        return {}, problems
    gaps = asked.gaps if asked else ()
    if not 0 < number <= len(gaps):
        hint = "keep what a log says with 'faq demand LOG --keep'; its report numbers the gaps"
        message = f"there is no gap {number}; {len(gaps)} are known"
        return {}, [Problem(Place(kept.PATH), "AA572", message, hint)]
    gap, source = gaps[number - 1], library.settings.source
    name, *also = _in_language(gap, source) or [gap.name]
    wanted = question or name
    also = [words for words in (name, *also) if words.casefold() != wanted.casefold() and MASK not in words]
    return new_entry(library, id_ or slug(wanted, source), topic or gap.topic, source, wanted, also=also)


def _in_language(gap: Gap, lang: str) -> list[str]:
    """A gap's examples in a language, its name first where that is one."""
    if set(gap.languages) == {lang}:
        return list(dict.fromkeys((gap.name, *gap.examples)))
    tables, _ = read_tables(gap.languages.keys() | {lang})
    languages = Languages(dict(sorted(tables.items())))
    return [words for words in gap.examples if languages.of(Question(words=words)) == lang]


def bring(
    source: Path, root: Path, lang: str | None = None, kind: str | None = None
) -> tuple[dict[str, bytes], list[Problem]]:
    """The files of an FAQ from elsewhere, and everything that could not be taken over.

    `source` is a file, a ZIP file or a folder, `kind` its format where that cannot be seen; `lang` is the language of
    entries that do not say theirs, empty stands for the source language of the project.
    """
    if source.suffix.lower() == translating.SUFFIX and not kind:
        return translating.from_translators(source, root, lang or "")
    library, problems = load(root)
    if library is None:
        return {}, problems
    settings = library.settings
    if lang and lang not in settings.languages:
        return {}, [unknown_language(Place("faq/faq.yml"), lang, settings)]
    imported, problems = _read(source, lang or settings.source, kind or "", () if lang else settings.languages)
    existing = read_tree(root / "faq")
    tree, more = to_files(imported, existing, languages=frozenset(settings.languages), source=settings.source)
    return {f"faq/{path}": content for path, content in tree.items()}, problems + more


def _read(source: Path, lang: str, form: str, languages: Sequence[str]) -> tuple[list[Imported], list[Problem]]:
    try:
        if not source.is_dir():
            return read(source.read_bytes(), source.name, lang=lang, form=form, languages=languages)
        files, problems = _files(source)
    except OSError as error:
        return [], [Problem(Place(source.name), "AA600", f"cannot be read: {error.strerror}")]
    if has_errors(problems):
        return [], problems
    entries, more = read_folder(files, source.name, lang=lang, form=form, languages=languages)
    return entries, problems + more


def _files(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The texts below a folder by path; links that lead out of it and huge files are told and not read."""
    found = {path: at for path, at in paths(folder).items() if folders.wanted(path)}
    if len(found) > folders.MAX_FILES:
        hint = "name the folder that holds the FAQ only"
        return {}, [Problem(Place(folder.name), "AA600", f"more than {folders.MAX_FILES} files", hint)]
    inside, room = folder.resolve(), folders.MAX_TOTAL
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path, at in found.items():
        size = at.stat().st_size
        if not at.resolve().is_relative_to(inside):
            problems.append(warning(Place(path), "AA612", "not read: a link that leads out of the folder"))
        elif size > min(room, folders.MAX_FILE):
            problems.append(warning(Place(path), "AA612", "not read: too large"))
        else:
            files[path] = at.read_bytes()
            room -= size
    return files, problems
