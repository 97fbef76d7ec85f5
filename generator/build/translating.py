"""Give texts to translators as PO files, and take their translations back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from generator.build.exporting import Exported
from generator.build.project import Project
from generator.content.importers.imported import unreadable
from generator.content.library import Library
from generator.content.load import load
from generator.content.source import decode
from generator.exchange import po
from generator.exchange.for_translators import catalogue
from generator.exchange.from_translators import titles, to_files
from generator.files import read_tree
from generator.problems import Place, Problem, has_errors

SUFFIX: Final = ".po"
NAME: Final = "po"
"""The export's."""
_MAX_BYTES: Final = 50_000_000
"""Ten thousand entries with their translations have some 35 MB."""


def for_translators(
    project: Project, languages: Sequence[str], before: Sequence[Path] = ()
) -> tuple[Exported, list[Problem]]:
    """A PO file for each language (all but the source); `before` are those that translators delivered earlier."""
    library = project.library
    earlier: dict[str, list[po.Message]] = {}
    problems: list[Problem] = []
    for path in before:
        messages, headers, more = _read(path)
        problems += more
        earlier.setdefault(_language(library, path, headers), []).extend(messages)
    wanted = languages or library.settings.languages[1:]
    if not wanted and not problems:
        hint = "add one to 'languages' in faq.yml"
        problems.append(Problem(Place("faq/faq.yml"), "AA503", "there is no language to translate into", hint))
    if has_errors(problems):
        return Exported(), problems
    made = {f"{NAME}/{lang}.po": catalogue(library, lang, earlier.get(lang, ())) for lang in wanted}
    return Exported(files=made), problems


def from_translators(source: Path, root: Path, lang: str) -> tuple[dict[str, bytes], list[Problem]]:
    """The files of a project that a PO file changes, and what of it was not taken; `lang` where it says no language."""
    library, problems = load(root, both_scripts=False)
    if library is None:
        return {}, problems
    messages, headers, problems = _read(source)
    if has_errors(problems):
        return {}, problems
    known = library.settings.languages[1:]
    code = lang or _language(library, source, headers)
    if code not in known:
        said = f"in '{code[:20]}'" if code else "in no language that it names"
        hint = f"languages with translations are {', '.join(known) or 'none yet'}; give the right one with --lang"
        return {}, [unreadable(Place(source.name), f"this PO file is {said}", hint)]
    files = read_tree(root / "faq")
    there = {f"faq/{path}": decode(files[path], path)[0] or "" for path in files if path.endswith(f".{code}.md")}
    tree, problems = to_files(messages, library, code, there)
    topics = {path: content for path, content in files.items() if path.endswith("/_topic.yml")}
    named, more = titles(messages, library, code, topics)
    problems += more
    return ({} if has_errors(problems) else {**tree, **named}), problems


def _read(path: Path) -> tuple[list[po.Message], dict[str, str], list[Problem]]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            message = f"the file is larger than the {_MAX_BYTES // 1_000_000} MB that are read"
            return [], {}, [unreadable(Place(path.name), message, "split it")]
        return po.read(path.read_bytes(), path.name)
    except OSError as error:
        return [], {}, [unreadable(Place(path.name), f"cannot be read: {error.strerror}")]


def _language(library: Library, path: Path, headers: dict[str, str]) -> str:
    """The project's code for what the header says, as `hr_HR` or `sr@latin`; else what the file's name ends with."""
    said = headers.get("language", "") or path.stem.rpartition(".")[2]
    tag = said.replace("_", "-").replace("@latin", "-Latn")
    codes = {code.lower(): code for code in library.settings.languages}
    codes |= {library.languages[code].tag.lower(): code for code in library.settings.languages}
    base = "" if "latn" in tag.lower() else tag.partition("-")[0]
    return codes.get(tag.lower()) or codes.get(base.lower()) or said
