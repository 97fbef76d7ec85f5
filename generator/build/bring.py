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
from generator.files import paths, read_tree
from generator.problems import Place, Problem, has_errors


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
    imported, problems = _read(source, lang or settings.source, kind or "")
    existing = read_tree(root / "faq")
    tree, more = to_files(imported, existing, languages=frozenset(settings.languages), source=settings.source)
    return {f"faq/{path}": content for path, content in tree.items()}, problems + more


def _read(source: Path, lang: str, form: str) -> tuple[list[Imported], list[Problem]]:
    try:
        if not source.is_dir():
            return read(source.read_bytes(), source.name, lang=lang, form=form)
        files, problems = _files(source)
    except OSError as error:
        return [], [Problem(Place(source.name), "AA600", f"cannot be read: {error.strerror}")]
    if has_errors(problems):
        return [], problems
    entries, more = read_folder(files, source.name, lang=lang, form=form)
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
