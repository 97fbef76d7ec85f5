"""What a library says twice: facts written out, two entries for one question, and answers that are hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from babel import Locale

from generator.build.written import Written, in_body, of_entry, of_page, of_reply
from generator.content.library import Entry, Library
from generator.content.markup import links
from generator.content.schema.proof import ProofFile
from generator.problems import Problem, Severity
from generator.proof.amounts import Amount, Measures, amounts, measures
from generator.proof.contradictions import Spoken, contradictions
from generator.proof.duplicates import Twins, duplicates, likely
from generator.proof.passages import Facts, Passage
from generator.proof.readability import Ease, ease
from generator.proof.seen import seen
from generator.search import Document, Tables
from generator.search.analysis import Analyser
from generator.social.rules.claims import Units

_UNTRUE = frozenset(
    {("posts", "changed"), ("posts", "myth", "myth"), ("posts", "quiz", "question"), ("posts", "quiz", "options")}
)
"""Texts that tell what was, or what is wrong."""
_ANY = 1000
"""No sentence has so many words."""
_SIGN = re.compile(r"\d[\d.,\s–]*(?P<sign>[^\d\s–.,]\D*)")


def check(
    library: Library, files: Mapping[str, ProofFile], tables: Mapping[str, Tables], units: Units
) -> Iterator[Problem]:
    """Facts written out, and entries that answer one question; `files` and `tables` by language."""
    yield from contradictions(spoken(library, files, tables, units))
    yield from _duplicates(library, tables)


def spoken(
    library: Library, files: Mapping[str, ProofFile], tables: Mapping[str, Tables], units: Units
) -> dict[str, Spoken]:
    """The languages that people write in, with their facts."""
    known = {code: _measures(library, code, files[code], units) for code in library.settings.languages}
    given = {code: _amounts(library.printed.get(code, {}), known[code]) for code in known}
    every = {
        name: frozenset((one.measure, one.values) for by_name in given.values() if (one := by_name.get(name)))
        for name in library.facts
    }
    readers = {code: Analyser(tables[code]) for code in known}
    return {
        code: Spoken(
            passages=tuple(_passages(library, code)),
            facts=Facts(
                shown=library.printed.get(code, {}),
                amounts=given[code],
                before=_amounts({name: one.before.get(code, "") for name, one in library.changes.items()}, known[code]),
                elsewhere=every,
                markets=frozenset(readers[code].stems(" ".join(_markets(library, code)))),
            ),
            measures=known[code],
            analyser=readers[code],
        )
        for code in known
    }


def _measures(library: Library, code: str, file: ProofFile, units: Units) -> Measures:
    """A language's, with the signs that its facts have: °C, SHU."""
    locale, words = library.languages[code].locale, measures(file, (), units, library.languages[code].locale)
    found = [hit["sign"] for text in library.printed.get(code, {}).values() if (hit := _SIGN.fullmatch(text))]
    return measures(file, [sign for sign in found if not words.named(sign)[0]], units, locale)


def _markets(library: Library, code: str) -> Iterator[str]:
    """What the countries of the markets are called in a language."""
    names = Locale.parse(library.languages[code].locale).territories
    yield from (names.get(market.code, "") for market in library.settings.markets)


def _amounts(texts: Mapping[str, str], known: Measures) -> dict[str, Amount]:
    """Of facts that are an amount and nothing else."""
    found = {name: amounts(text, known) for name, text in texts.items()}
    return {name: one[0] for name, one in found.items() if [(a.start, a.end) for a in one] == [(0, len(texts[name]))]}


def _passages(library: Library, code: str) -> Iterator[Passage]:
    """Everything that tells customers something."""
    for entry in library.in_language(code):
        asked = " ".join((entry.question, *entry.also_asked))
        for text in of_entry(entry):
            if not text.customers:
                yield _passage((entry.id, *map(str, text.keys)), text, asked)
    for reply in library.replies:
        if reply.lang == code:
            yield _passage(("reply", reply.id), of_reply(reply), f"{reply.title} {reply.when}")
    for name, by_lang in library.pages.items():
        if code in by_lang:
            for text in of_page(by_lang[code]):
                yield _passage(("page", name, *map(str, text.keys)), text, by_lang[code].title)


def _passage(key: tuple[str, ...], text: Written, subject: str) -> Passage:
    return Passage(key=key, text=text.text, subject=subject, place=text.place, is_true=text.keys not in _UNTRUE)


def _duplicates(library: Library, tables: Mapping[str, Tables]) -> Iterator[Problem]:
    """Pairs of entries that answer one question, each told once: in the first language that shows it."""
    known = _linked(library)
    languages = library.settings.languages
    pairs = {code: likely([document(one) for one in library.in_language(code)], tables[code]) for code in languages}
    for found in duplicates(pairs):
        if frozenset({found.one, found.other}) not in known:
            one, other = (library.by_id[id_][found.lang] for id_ in (found.one, found.other))
            yield _duplicate(one, other, found)


def _linked(library: Library) -> set[frozenset[str]]:
    """Pairs of entries of which one leads to the other: their authors know of both."""
    return {
        frozenset({entry.id, link.target.removeprefix("entry:").partition("#")[0]})
        for entry in library
        for link in links(entry.body)
        if link.target.startswith("entry:")
    }


def document(entry: Entry) -> Document:
    """An entry as the search has it, but for its topic's name, which many have."""
    text = seen(entry.body).text
    return Document(id=entry.id, title=entry.question, also=entry.also_asked, short=entry.short, text=text)


def _duplicate(one: Entry, other: Entry, found: Twins) -> Problem:
    message = f"{other.path} seems to answer this question, too: “{other.question}”"
    hint = (
        f"it has {found.words:.0%} of this answer's words; make one entry of both, or link one to the other,"
        " which tells readers what is different"
    )
    return Problem(one.place("question"), "AA192", message, hint, Severity.WARNING)


def hard_answers(library: Library, files: Mapping[str, ProofFile], longest: Mapping[str, int]) -> Iterator[Problem]:
    """Answers that are hard to read; of those with a sentence of more words than `longest` that is told already."""
    for entry in library:
        most = files[entry.lang].lix if entry.lang in files else None
        read = ease(entry.written[2]) if most else None
        if read and most and read.lix >= most and read.longest[0].words <= longest.get(entry.lang, _ANY):
            yield _hard(entry, read, most)


def _hard(entry: Entry, read: Ease, most: int) -> Problem:
    first, second = ((one.words, in_body(entry, one.start)) for one in read.longest)
    message = f"the answer is hard to read (LIX {read.lix:.0f}, and {most} is much in this language)"
    hint = f"part its longest sentences, this one of {first[0]} words and that of {second[0]} in line {second[1].line}"
    return Problem(first[1], "AA193", message, f"{hint}; say it in shorter words", Severity.WARNING)
