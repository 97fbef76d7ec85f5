"""New projects, new entries, and FAQs from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.content.create import new_entry, new_project, usable_languages
from generator.content.data import read_all, read_texts
from generator.content.importers.reading import read
from generator.content.importers.writing import to_files
from generator.content.languages import unknown_language
from generator.content.load import load
from generator.content.schema.languages import LanguageFile
from generator.files import read_tree
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


def bring(source: Path, root: Path, lang: str) -> tuple[dict[str, bytes], list[Problem]]:
    """The files of an FAQ from elsewhere, and everything that could not be taken over.

    `lang` is the language of entries that do not say theirs; empty stands for the source language of the project.
    """
    library, problems = load(root)
    if library is None:
        return {}, problems
    settings = library.settings
    if lang and lang not in settings.languages:
        return {}, [unknown_language(Place("faq/faq.yml"), lang, settings)]
    try:
        content = source.read_bytes()
    except OSError as error:
        return {}, [Problem(Place(source.name), "AA600", f"cannot be read: {error.strerror}")]
    imported, problems = read(content, source.name, lang=lang or settings.source)
    existing = read_tree(root / "faq")
    tree, more = to_files(imported, existing, languages=frozenset(settings.languages), source=settings.source)
    return {f"faq/{path}": content for path, content in tree.items()}, problems + more
