"""Proofreading of a project: every text that people wrote, and every translation beside its source."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import regex

from generator.build.project import Project
from generator.content.library import Entry, Library
from generator.content.markup import position
from generator.content.schema.proof import ProofFile, TermWords
from generator.language import Language
from generator.problems import Place, Problem, Severity
from generator.proof import Difference, Finding, Glossary, Side, Style, check, figures, of_words, targets
from generator.proof.letters import letters
from generator.search.analysis import Analyser

Keys: TypeAlias = tuple[str | int, ...]
_POSTS: tuple[Keys, ...] = (
    ("tip",),
    ("myth", "fact"),
    ("myth", "myth"),
    ("myth", "why"),
    ("did_you_know",),
    ("changed",),
    ("quiz", "question"),
    ("quiz", "options"),
    ("quiz", "right"),
    ("quiz", "why"),
    ("checklist",),
)
"""Where the texts of `Entry.written_posts` stand in the front matter, in their order."""
_WORD = regex.compile(r"\p{Cyrillic}+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text, and where its letters stand."""

    lang: str
    text: str
    place: Callable[[int, int], Place]
    """Of the letters from one offset to another."""
    markdown: bool = True
    customers: bool = False
    """Whether it is in customers' own words, who type as they like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What a language's texts are read by."""

    language: Language
    style: Style
    glossary: Glossary


def proofread(project: Project) -> list[Problem]:
    """Everything in the texts of a project that had better be written otherwise, or that a translation says otherwise."""
    library = project.library
    texts = list(written_texts(library))
    readers = _readers(project, texts)
    problems = [problem for text in texts for problem in _of_text(text, readers[text.lang])]
    problems += _of_translations(project, readers)
    return problems


def _of_text(text: Written, reader: Reader) -> Iterator[Problem]:
    found = (
        letters(text.text, reader.style)
        if text.customers
        else check(text.text, reader.style, reader.glossary, markdown=text.markdown)
    )
    for one in found:
        yield _warning(text.place(one.start, one.end), one)


def _warning(place: Place, said: Finding | Difference) -> Problem:
    return Problem(place, said.code, said.message, said.hint, Severity.WARNING)


def written_texts(library: Library) -> Iterator[Written]:
    """Every text that people wrote and others read; the Latin sisters of Serbian ones would repeat every problem."""
    languages = library.settings.languages
    for entry in library:
        if entry.lang in languages:
            yield from _of_entry(entry)
    for reply in library.replies:
        if reply.lang in languages:
            place = functools.partial(_in_body, reply.path, reply.body_line, reply.written)
            yield Written(lang=reply.lang, text=reply.written, place=place)
    for by_lang in library.pages.values():
        for page in by_lang.values():
            if page.lang in languages:
                yield Written(
                    lang=page.lang, text=page.body, place=functools.partial(_in_body, page.path, page.body_line, page.body)
                )
                for key, text in (("title", page.title), ("description", page.description)):
                    yield _front(page.place, page.lang, (key,), text)
    for topic in library.topics.values():
        for code, title in topic.titles.items():
            if code in languages:
                yield _front(topic.place, code, ("title", code), title)


def _of_entry(entry: Entry) -> Iterator[Written]:
    question, short, body = entry.written
    yield _front(entry.place, entry.lang, ("question",), question)
    yield _front(entry.place, entry.lang, ("short",), short, markdown=True)
    yield Written(lang=entry.lang, text=body, place=functools.partial(_in_body, entry.path, entry.body_line, body))
    for keys, text in zip(_POSTS, entry.written_posts, strict=False):
        yield _front(entry.place, entry.lang, ("posts", *keys), text)
    for n, text in enumerate(entry.also_asked):
        yield _front(entry.place, entry.lang, ("also_asked", n), text, customers=True)


def _in_body(path: str, first: int, body: str, start: int, _end: int) -> Place:
    line, column = position(body, start)
    return Place(path, first + line, column)


def _front(
    origin: Callable[..., Place], lang: str, keys: Keys, text: str, *, markdown: bool = False, customers: bool = False
) -> Written:
    def place(start: int, end: int) -> Place:
        return _in_front(origin, keys, text, start, end)

    return Written(lang=lang, text=text, place=place, markdown=markdown, customers=customers)


def _in_front(origin: Callable[..., Place], keys: Keys, text: str, start: int, end: int) -> Place:
    """Letters of a value of the front matter: found by the words that they stand in."""
    first = max(text.rfind(" ", 0, max(0, start - 1)), text.rfind("\n", 0, start)) + 1
    last = min((at for at in (text.find(" ", end + 1), text.find("\n", end)) if at >= 0), default=len(text))
    line = text[first:last]
    whole = origin(*keys)
    if not line.strip():
        return whole
    found = origin(*keys, words=line)
    if found == whole and not text.startswith(line):
        return whole
    return Place(found.path, found.line, found.column + start - first)


def _readers(project: Project, texts: list[Written]) -> Mapping[str, Reader]:
    known: dict[str, set[str]] = {}
    for text in texts:
        known.setdefault(text.lang, set()).update(word.lower() for word in _WORD.findall(text.text))
    library = project.library
    return {code: _reader(project, library.languages[code], known.get(code, set())) for code in library.settings.languages}


def _reader(project: Project, language: Language, words: set[str]) -> Reader:
    base = language.code.partition("-")[0]
    file = project.proof.get(language.code) or project.proof.get(base) or ProofFile()
    terms = [
        (id_, said)
        for id_, by_lang in project.glossary.terms.items()
        if (said := by_lang.get(language.code) or by_lang.get(base))
    ]
    made = language.in_latin if language.script == "Latn" and language.tag.startswith("sr") else None
    if made:
        file = ProofFile.model_validate(
            file.model_dump() | {"numbers": {n: made(w) for n, w in file.numbers.items()}}
        )
        terms = [(id_, _made(said, made)) for id_, said in terms]
    analyser = Analyser(project.tables[language.code])
    style = Style(
        script=language.script,
        direction=language.direction,
        file=file,
        common=project.proof_common,
        known=frozenset(words | {word.lower() for word in project.tables[language.code].stop}),
    )
    return Reader(language=language, style=style, glossary=Glossary(terms, _stem(analyser)))


def _stem(analyser: Analyser) -> Callable[[str], str]:
    """One stem of a word, whatever its hyphens."""

    def stem(word: str) -> str:
        return " ".join(analyser.stems(word)[:1])

    return stem


def _made(words: TermWords, made: Callable[[str], str]) -> TermWords:
    return TermWords.model_validate(
        {
            "say": made(words.say),
            "also": [made(one) for one in words.also],
            "not": [made(one) for one in words.never],
            "fine": [made(one) for one in words.fine],
        }
    )


def _of_translations(project: Project, readers: Mapping[str, Reader]) -> Iterator[Problem]:
    library = project.library
    source = library.settings.source
    for by_lang in library.by_id.values():
        original = by_lang.get(source)
        if original is None:
            continue
        first = _side(original, readers[source])
        for code in library.settings.languages:
            entry = by_lang.get(code)
            if code != source and entry is not None:
                yield from _compared(project, first, entry, readers)


def _compared(project: Project, first: Side, entry: Entry, readers: Mapping[str, Reader]) -> Iterator[Problem]:
    second = _side(entry, readers[entry.lang])
    for one in (*figures(first, second, project.limits.common.units), *targets(first, second)):
        yield _warning(_place_of(entry, one.words), one)
    said, own = readers[first.lang].glossary, readers[entry.lang].glossary
    for term in own.terms:
        if term.id in said.used(first.text) and term.id not in own.used(second.text):
            if any(other.id == term.id for other, _ in own.wrong(second.text)):
                continue  # told where it stands
            word = next(other.say for other in said.terms if other.id == term.id)
            message = f"{first.path} speaks of “{word}”, this translation never of “{term.say}” (glossary: {term.id})"
            hint = "use the word, or list the one that stands here under 'also' in faq/glossary.yml"
            yield Problem(entry.place("question"), "AA168", message, hint, Severity.WARNING)


def _side(entry: Entry, reader: Reader) -> Side:
    return Side(
        parts=(*entry.written, *entry.written_posts),
        lang=entry.lang,
        locale=reader.language.locale,
        file=reader.style.file,
        path=entry.path,
    )


def _place_of(entry: Entry, words: str) -> Place:
    """Where a number or an address stands in a translation; the top of the entry where it lacks one."""
    for text in _of_entry(entry) if words else ():
        at = text.text.find(words)
        if at < 0 and words.replace(".", "").isdigit() and (run := of_words(text.text, words)):
            at = text.text.find(run)
        if at >= 0 and not text.customers:
            return text.place(at, at + len(words))
    return entry.place("question")
