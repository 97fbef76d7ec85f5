"""From validated files to entries: facts filled in, what holds for all languages shared, Latin Serbian made."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from generator.content.facts import Fact, Printed
from generator.content.library import Entry, Page, Reply
from generator.content.meta import Edit, Meta, Posting
from generator.content.post_words import NONE, PostWords, Quiz
from generator.content.schema import entry as schema
from generator.content.schema.entry import EntryWords, PageMatter, ReplyMatter, SourceEntry, Translation
from generator.content.source import Source
from generator.content.templates import fill
from generator.language import Language
from generator.problems import Place, Problem
from generator.text import outside_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """An entry's file, read and validated; its texts still hold `{{ names }}`."""

    id: str
    lang: str
    topic: str
    matter: EntryWords
    source: Source


_NO_FACTS = frozenset({"lang", "market"})


class Filler:
    """Fills texts of one language, and gathers what was used and what was wrong."""

    def __init__(
        self, language: Language, market: str, facts: Mapping[str, Fact], written: frozenset[str] | None = frozenset()
    ) -> None:
        """`written` are the names in facts.yml, those of broken facts too; None when it cannot be read at all."""
        self.facts_known = written is not None
        self.values: dict[str, object] = {name: Printed("…", "…") for name in written or ()}
        self.values |= {name: fact.printed(language, market) for name, fact in facts.items()}
        self.values |= {"lang": Printed(language.code, language.code), "market": Printed(market, market)}
        self.before = {name: str(fact.before.printed(language, market)) for name, fact in facts.items() if fact.before}
        self.problems: list[Problem] = []
        self.used: set[str] = set()

    def __call__(self, text: str | None, src: Source, *keys: str | int, keep: frozenset[str] = frozenset()) -> str:
        """The text filled; it stands at `keys` of the front matter, or, without keys, below it."""
        if not text or not ("{{" in text or "{%" in text):
            return text or ""

        def begin() -> Place:
            return src.place(*keys) if keys else Place(src.path, src.body_line)

        filled, used, problems = fill(text, self.values, begin, keep=keep)
        self.used |= used
        if problems:
            self.problems += [p for p in problems if self.facts_known or p.code != "AA030"]
        return filled

    def take_used(self) -> frozenset[str]:
        """The names of facts used since the last call."""
        used, self.used = self.used - _NO_FACTS, set()
        return frozenset(used)


def meta(matter: SourceEntry) -> Meta:
    """What holds for all languages of an entry."""
    return Meta(
        owner=matter.owner or "",
        reviewed=matter.reviewed,
        review_every=matter.review_every,
        season=matter.season,
        tags=matter.tags,
        aliases=matter.aliases,
        replaces=matter.replaces,
        moved=matter.moved,
        order=matter.order,
        skip_posts=matter.posts.skip,
        tells_hours=matter.posts.hours,
        posting=Posting(
            first=matter.posts.first,
            until=matter.posts.until,
            cooldown=matter.posts.cooldown,
            cycles=matter.posts.cycles,
        ),
        note=matter.note or "",
        edits=tuple(Edit(hash=edit.hash, grade=edit.grade, on=edit.on) for edit in matter.edits),
    )


def entry(parsed: Parsed, shared: Meta, fill_in: Filler) -> Entry:
    """One entry with its texts filled; problems gather in `fill_in`."""
    matter, src = parsed.matter, parsed.source
    tip, myth = matter.posts.tip, matter.posts.myth
    words = _post_words(matter.posts)
    return Entry(
        id=parsed.id,
        lang=parsed.lang,
        topic=parsed.topic,
        question=fill_in(matter.question, src, "question"),
        short=fill_in(matter.short, src, "short"),
        body=fill_in(src.body, src),
        also_asked=_also_asked(matter.also_asked, src, fill_in),
        was=matter.was,
        tip=fill_in(tip, src, "posts", "tip"),
        myth=_myth(myth.fact, myth.myth, myth.why, src, fill_in) if myth else None,
        posts=words.map(lambda text, *keys: fill_in(text, src, "posts", *keys)),
        facts=fill_in.take_used(),
        written=(matter.question, matter.short or "", src.body),
        written_posts=_written_posts(tip, myth, words),
        source=(matter.source or "") if isinstance(matter, Translation) else "",
        meta=shared,
        path=src.path,
        origin=src.place,
        body_line=src.body_line,
    )


def _also_asked(asked: tuple[str, ...], src: Source, fill_in: Filler) -> tuple[str, ...]:
    """Customers' words seldom hold facts."""
    if not any(["{" in question for question in asked]):  # noqa: C419 - a list of three is faster
        return asked
    return tuple(fill_in(question, src, "also_asked", n) for n, question in enumerate(asked))


def _post_words(posts: schema.PostWords) -> PostWords:
    """As they were written, facts not yet filled in."""
    if not (posts.did_you_know or posts.changed or posts.quiz or posts.checklist or posts.own):
        return NONE
    quiz = Quiz(**posts.quiz.model_dump()) if posts.quiz else None
    return PostWords(
        did_you_know=posts.did_you_know or "",
        changed=posts.changed or "",
        quiz=quiz,
        checklist=posts.checklist or (),
        own=tuple(sorted(posts.own.items())),
    )


def _written_posts(tip: str | None, myth: schema.Myth | None, words: PostWords) -> tuple[str, ...]:
    told = (myth.fact, myth.myth, myth.why) if myth else ()
    if words == NONE:
        return (tip or "", *told) if tip or told else ()
    return (tip or "", *(told or ("", "", "")), *words.texts())


def _myth(fact: str, myth: str, why: str, src: Source, fill_in: Filler) -> tuple[str, str, str]:
    def part(text: str, key: str) -> str:
        return fill_in(text, src, "posts", "myth", key)

    return part(fact, "fact"), part(myth, "myth"), part(why, "why")


def reply(id_: str, lang: str, matter: ReplyMatter, src: Source, fill_in: Filler) -> Reply:
    """A service reply: facts filled, placeholders kept."""
    body = fill_in(src.body, src, keep=frozenset(matter.fields))
    return Reply(
        id=id_,
        lang=lang,
        title=matter.title,
        when=matter.when,
        fields=matter.fields,
        body=body,
        path=src.path,
        facts=fill_in.take_used(),
        written=src.body,
        body_line=src.body_line,
        choices=matter.choices,
        private=matter.private,
    )


def page(name: str, lang: str, matter: PageMatter, src: Source, fill_in: Filler) -> Page:
    """A hand-written page with its facts filled."""
    return Page(
        name=name,
        lang=lang,
        title=fill_in(matter.title, src, "title"),
        description=fill_in(matter.description, src, "description"),
        body=fill_in(src.body, src),
        path=src.path,
        body_line=src.body_line,
        facts=fill_in.take_used(),
        written=(matter.title, matter.description or "", src.body),
        aliases=matter.aliases,
        replaces=matter.replaces,
        moved=matter.moved,
        origin=src.place,
    )


def latin_entry(e: Entry, language: Language) -> Entry:
    """The Latin sister of an entry written in Serbian Cyrillic; code in the answer stays as it is."""
    made = language.in_latin
    return dataclasses.replace(
        e,
        lang=language.code,
        question=made(e.question),
        short=made(e.short),
        body=outside_code(e.body, made),
        also_asked=tuple(map(made, e.also_asked)),
        was=(),
        tip=made(e.tip),
        myth=(made(e.myth[0]), made(e.myth[1]), made(e.myth[2])) if e.myth else None,
        posts=e.posts.map(lambda text, *_: made(text)),
    )


def latin_reply(r: Reply, language: Language) -> Reply:
    """The Latin sister of a service reply."""
    made = language.in_latin
    return dataclasses.replace(
        r,
        lang=language.code,
        title=made(r.title),
        when=made(r.when),
        body=outside_code(r.body, made),
        choices={name: tuple(map(made, texts)) for name, texts in r.choices.items()},
    )


def latin_page(p: Page, language: Language) -> Page:
    """The Latin sister of a hand-written page."""
    made = language.in_latin
    return dataclasses.replace(
        p,
        lang=language.code,
        title=made(p.title),
        description=made(p.description),
        body=outside_code(p.body, made),
    )
