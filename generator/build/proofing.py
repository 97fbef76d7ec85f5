"""Proofreading of a project: every text that people wrote, and every translation beside its source."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import regex

from generator.build import consistency
from generator.build.project import Project
from generator.build.written import Written, of_entry, written_texts
from generator.content.library import Entry, Library
from generator.content.schema.proof import GlossaryFile, ProofCommon, ProofFile, TermWords
from generator.language import Language
from generator.problems import Place, Problem, Severity
from generator.proof import Difference, Finding, Glossary, Side, Style, check, figures, letters, of_words, targets
from generator.search import Tables
from generator.search.analysis import Analyser

_SIGNS = 2
"""Letters that an amount may have before its number."""
_CYRILLIC_WORD = regex.compile(r"\p{Cyrillic}+")


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What texts are read by."""

    files: Mapping[str, ProofFile]
    common: ProofCommon
    tables: Mapping[str, Tables]
    units: Mapping[str, tuple[str, ...]]
    glossary: GlossaryFile = field(default_factory=GlossaryFile)
    longest: Mapping[str, int] = field(default_factory=dict)
    """Words of a sentence that are too many in themselves, by language: voicing tells of those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The same for one language."""

    language: Language
    style: Style
    glossary: Glossary


def of_project(project: Project) -> list[Problem]:
    """Everything in the texts of a project that had better be written otherwise."""
    rules = Rules(
        files=project.proof,
        common=project.proof_common,
        tables=project.tables,
        units=project.limits.common.units,
        glossary=project.glossary,
        longest={
            code: project.limits.of(language).answer_sentence_words
            for code, language in project.library.languages.items()
        },
    )
    return proofread(project.library, rules)


def proofread(library: Library, rules: Rules) -> list[Problem]:
    """Everything in the texts of a library, and everything that a translation says otherwise than its source."""
    texts = list(written_texts(library))
    by_lang = readers(library, rules, texts)
    problems = [problem for text in texts for problem in of_text(text, by_lang[text.lang])]
    files = {code: reader.style.file for code, reader in by_lang.items()}
    consistent = list(consistency.check(library, files, rules.tables, rules.units))
    problems += consistent
    problems += _of_translations(library, rules, by_lang, {one.place for one in consistent})
    hard = consistency.hard_answers(library, files, rules.longest)
    return [*problems, *hard]


def of_text(text: Written, reader: Reader) -> Iterator[Problem]:
    """One text; customers type as they like, but with the letters of their language."""
    if text.customers:
        found = letters(text.text, reader.style)
    else:
        found = check(text.text, reader.style, reader.glossary, markdown=text.markdown)
    for one in found:
        yield _warning(text.place(one.start, one.end), one)


def _warning(place: Place, said: Finding | Difference) -> Problem:
    return Problem(place, said.code, said.message, said.hint, Severity.WARNING)


def readers(library: Library, rules: Rules, texts: Iterable[Written]) -> Mapping[str, Reader]:
    """What each language of the site is read by; its own texts tell which words it has."""
    known: dict[str, set[str]] = {}
    for text in texts:
        known.setdefault(text.lang, set()).update(word.lower() for word in _CYRILLIC_WORD.findall(text.text))
    languages = (library.languages[code] for code in library.settings.languages)
    return {one.code: _reader(rules, one, known.get(one.code, set())) for one in languages}


def _reader(rules: Rules, language: Language, known: set[str]) -> Reader:
    base = language.code.partition("-")[0]
    file = rules.files.get(language.code) or rules.files.get(base) or ProofFile()
    named = rules.glossary.terms.items()
    terms = [(id_, said) for id_, by_lang in named if (said := by_lang.get(language.code) or by_lang.get(base))]
    if language.script == "Latn" and language.tag.startswith("sr"):
        file = _file_in_latin(file, language.in_latin)
        terms = [(id_, _term_in_latin(said, language.in_latin)) for id_, said in terms]
    tables = rules.tables[language.code]
    style = Style(
        script=language.script,
        direction=language.direction,
        file=file,
        common=rules.common,
        known=frozenset({*known, *(word.lower() for word in tables.stop)}),
    )
    endings = {one: others.split() for one, others in file.endings.items()}
    glossary = Glossary(terms, _stemmer(tables), endings, file.longest_ending)
    return Reader(language=language, style=style, glossary=glossary)


def _stemmer(tables: Tables) -> Callable[[str], str]:
    analyser = Analyser(tables)

    def stem(word: str) -> str:
        """That of a word with a hyphen is one, too."""
        return " ".join(analyser.stems(word)[:1])

    return stem


def _file_in_latin(file: ProofFile, made: Callable[[str], str]) -> ProofFile:
    same = ("times", "counts", "numbers")
    words = {key: {name: made(said) for name, said in getattr(file, key).items()} for key in same}
    both = {key: {made(one): made(other) for one, other in getattr(file, key).items()} for key in ("endings", "spans")}
    return file.model_copy(update={**words, **both})


def _term_in_latin(term: TermWords, made: Callable[[str], str]) -> TermWords:
    lists = {key: tuple(map(made, getattr(term, key))) for key in ("also", "never", "fine")}
    return term.model_copy(update={"say": made(term.say), **lists})


def _of_translations(
    library: Library, rules: Rules, by_lang: Mapping[str, Reader], told: Container[Place]
) -> Iterator[Problem]:
    """What is told of an amount already, with the fact that it should be, is not told again as a number."""
    source = library.settings.source
    for entries in library.by_id.values():
        if source not in entries:
            continue
        first = _side(entries[source], by_lang[source])
        for code in library.settings.languages:
            if code != source and code in entries:
                entry = entries[code]
                second = _side(entry, by_lang[code])
                for one in (*figures(first, second, rules.units), *targets(first, second)):
                    place = _place_of(entry, one.words)
                    if not (one.alone and any(_before(place, by) in told for by in range(_SIGNS + 1))):
                        yield _warning(place, one)


def _before(place: Place, by: int) -> Place:
    """Where an amount begins that has this number: `€ 30`."""
    return replace(place, column=place.column - by)


def _side(entry: Entry, reader: Reader) -> Side:
    return Side(
        parts=(*entry.written, *entry.written_posts),
        lang=entry.lang,
        locale=reader.language.locale,
        file=reader.style.file,
        path=entry.path,
    )


def _place_of(entry: Entry, words: str) -> Place:
    """Where a number or an address stands in a translation; its question where it lacks one."""
    for text in of_entry(entry) if words else ():
        found = words if words in text.text else of_words(text.text, words)
        if found and not text.customers:
            at = text.text.find(found)
            return text.place(at, at + len(found))
    return entry.place("question")
