"""Everything that was read becomes one Library: facts filled in, metadata shared, Serbian in its second script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.content import entries, reviews, translations
from generator.content.entries import Filler, Parsed
from generator.content.facts import Fact, Printed, figure, values
from generator.content.library import Entry, FactChange, Library, Page, Reply, Topic, Withdrawal
from generator.content.meta import Meta, Review
from generator.content.organisation import Settings
from generator.content.schema.entry import PageMatter, ReplyMatter, SourceEntry
from generator.content.source import Source
from generator.language import Language, is_cyrillic
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Written:
    """Validated files of faq/ and docs/, their texts not yet filled; `(id, language, matter, source)` each."""

    parsed: list[Parsed] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    replies: list[tuple[str, str, ReplyMatter, Source]] = field(default_factory=list)
    pages: list[tuple[str, str, PageMatter, Source]] = field(default_factory=list)
    withdrawn: list[Withdrawal] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)


def join(  # noqa: PLR0913 - what was read, and what holds for it
    written: Written,
    settings: Settings,
    languages: Mapping[str, Language],
    facts: Mapping[str, Fact],
    fact_names: frozenset[str] | None,
    *,
    both_scripts: bool,
) -> tuple[Library, list[Problem]]:
    """The library and what is wrong with texts that use facts.

    `fact_names` holds the names of broken facts too, so that nobody is told of them twice; None when facts.yml cannot
    be read at all.
    """
    fillers = {}
    for code, language in languages.items():
        market = settings.market(code.split("-")[0])
        fillers[code] = Filler(language, market.code if market else "", facts, fact_names)
    shared = {p.id: entries.meta(p.matter) for p in written.parsed if isinstance(p.matter, SourceEntry)}
    made = [entries.entry(p, shared.get(p.id, Meta()), fillers[p.lang]) for p in written.parsed if p.lang in fillers]
    told = {name: values(fact) for name, fact in facts.items()}
    known = reviews.reviewed(made, written.reviews, settings.source, told)
    made, shared = known.entries, {**shared, **known.metas}
    elsewhere = _elsewhere(written, settings, languages, facts, shared) if both_scripts else []
    replies = [entries.reply(*r, fillers[r[1]]) for r in written.replies if r[1] in fillers]
    pages = [entries.page(*p, fillers[p[1]]) for p in written.pages if p[1] in fillers]
    spoken = {*settings.languages, *(channel.language for channel in settings.posts)}
    for code, language in languages.items():
        if language.script == "Latn" and language.tag.endswith("-Latn") and (both_scripts or code in spoken):
            made, replies, pages = _in_latin(language, made, replies, pages, settings)
    library = Library.of(
        made,
        settings=settings,
        languages=languages,
        topics=written.topics,
        replies=replies,
        pages=pages,
        withdrawn=written.withdrawn,
        facts={name: fact.place for name, fact in facts.items()},
        printed={code: {name: str(filler.values[name]) for name in facts} for code, filler in fillers.items()},
        figures={code: _figures(filler, facts) for code, filler in fillers.items()},
        days=frozenset(name for name, fact in facts.items() if fact.kind == "date"),
        elsewhere=elsewhere,
        unreadable=frozenset(written.unreadable),
    )
    library = replace(
        library,
        standing=translations.states(library),
        changes=_changes(facts, fillers),
        values=told,
        reviews=tuple(written.reviews),
        holding=known.holding,
    )
    return library, [problem for filler in fillers.values() for problem in filler.problems]


def _changes(facts: Mapping[str, Fact], fillers: Mapping[str, Filler]) -> dict[str, FactChange]:
    return {
        name: FactChange(on=fact.changed, before={code: filler.before[name] for code, filler in fillers.items()})
        for name, fact in facts.items()
        if fact.changed
    }


def _figures(filler: Filler, facts: Mapping[str, Fact]) -> dict[str, tuple[str, str]]:
    """Fact -> its number and the words behind it, in the form of one language."""
    values = {name: filler.values[name] for name in facts}
    found = {name: figure(facts[name], value) for name, value in values.items() if isinstance(value, Printed)}
    return {name: parts for name, parts in found.items() if parts}


def _elsewhere(
    written: Written,
    settings: Settings,
    languages: Mapping[str, Language],
    facts: Mapping[str, Fact],
    shared: Mapping[str, Meta],
) -> list[tuple[str, Entry]]:
    """Entries for languages that lack them: the source's words, with the facts that hold in that language's market.

    Only where the market is another one; their problems are those of the source, told once.
    """
    if settings.source not in languages:
        return []
    translated = {(p.id, p.lang) for p in written.parsed}
    sources = [p for p in written.parsed if p.lang == settings.source]
    home = settings.market(settings.source)
    made = []
    for code in languages:
        base = code if code in settings.languages else code.split("-")[0]
        market = settings.market(base)
        if market == home or base == settings.source:
            continue
        filler = Filler(languages[settings.source], market.code if market else "", facts, frozenset(facts))
        missing = [p for p in sources if (p.id, base) not in translated]
        made += [(code, entries.entry(p, shared.get(p.id, Meta()), filler)) for p in missing]
    return made


def _in_latin(
    language: Language, made: list[Entry], replies: list[Reply], pages: list[Page], settings: Settings
) -> tuple[list[Entry], list[Reply], list[Page]]:
    """With Latin sisters of what is written in Cyrillic; in an FAQ written in Latin, Cyrillic texts become Latin."""
    code = language.code
    if code not in settings.languages:
        base = code.split("-", maxsplit=1)[0]
        return (
            made + [entries.latin_entry(e, language) for e in made if e.lang == base],
            replies + [entries.latin_reply(r, language) for r in replies if r.lang == base],
            pages + [entries.latin_page(p, language) for p in pages if p.lang == base],
        )
    return (
        [entries.latin_entry(e, language) if e.lang == code and is_cyrillic(e.question) else e for e in made],
        [entries.latin_reply(r, language) if r.lang == code and is_cyrillic(r.body) else r for r in replies],
        [entries.latin_page(p, language) if p.lang == code and is_cyrillic(p.title) else p for p in pages],
    )
