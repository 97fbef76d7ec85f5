"""The words the rest of the program speaks: entries, topics, pages, and the library of them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.content.meta import UNSAID, Meta, Review, State
from generator.content.organisation import Settings
from generator.content.post_words import NONE, PostWords
from generator.language import Language, pick
from generator.latin import latin
from generator.problems import Place

BUILT_PAGES = ("index", "a-z", "contact")
"""Pages that exist in every language, with hand-written words or without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One question answered in one language, facts filled in."""

    id: str
    lang: str
    """A language's code."""
    topic: str
    question: str
    short: str = ""
    """The answer in a sentence or two, plain text; empty where nobody wrote one."""
    body: str = ""
    """The answer in Markdown; links to other entries still read `entry:id#anchor`."""
    also_asked: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    """Addresses of this answer in this language on another site: `/hc/articles/12-where`."""
    tip: str = ""
    myth: tuple[str, str, str] | None = None
    """Fact, myth, why."""
    posts: PostWords = NONE
    facts: frozenset[str] = frozenset()
    """Names of the facts its texts use."""
    written: tuple[str, str, str] = field(default=("", "", ""), repr=False)
    """Question, short answer and answer as their author wrote them, with `{{ names }}` of facts."""
    written_posts: tuple[str, ...] = field(default=(), repr=False)
    """Tip, fact, myth, why and `PostWords.texts`, in the same way; those behind the last that is there are left out."""
    source: str = ""
    """In a translation the fingerprint of the source text it was made from; empty where nobody recorded it."""
    meta: Meta = UNSAID
    path: str = ""
    """From the root of the project: `faq/delivery/delivery-time.hr.md`."""
    origin: Callable[..., Place] | None = field(default=None, repr=False, compare=False)
    """Keys of the front matter -> where the value was written."""
    body_line: int = 1

    def place(self, *keys: str | int, words: str = "") -> Place:
        """Where a value of the front matter was written, or words in it, or its nearest written parent, or the top."""
        if self.origin is None:
            return Place(self.path)
        return self.origin(*keys, words=words) if words else self.origin(*keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A folder of entries."""

    id: str
    titles: Mapping[str, str]
    """By language code."""
    order: int = 1000
    icon: str = ""
    owner: str = ""
    aliases: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    path: str = ""
    origin: Callable[..., Place] | None = field(default=None, repr=False, compare=False)

    def place(self, *keys: str | int, words: str = "") -> Place:
        """Where a value was written, or words in it."""
        return self.origin(*keys, words=words) if self.origin else Place(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """An entry, topic or page that is gone for good; its address says so."""

    kind: str
    """`entry`, `topic` or `page`."""
    name: str
    on: date
    why: Mapping[str, str]
    """By language code."""
    question: Mapping[str, str] = field(default_factory=dict)
    """What it was called, by language code."""
    see: str = ""
    """What comes closest: `entry`, `entry#heading`, `topic:name` or `page:name`."""
    aliases: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    """As an entry has them."""
    place: Place = field(default=Place("faq/withdrawn.yml"), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A service reply with placeholders, in one language."""

    id: str
    lang: str
    title: str
    when: str
    fields: Mapping[str, str]
    """Placeholder -> type (text, date, time, days, link, order, choice, promise)."""
    body: str
    """Facts filled in; placeholders still read `{{ name }}`."""
    path: str
    facts: frozenset[str] = frozenset()
    written: str = ""
    """The body with its `{{ facts }}`."""
    body_line: int = 1
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Placeholder of the type `choice` -> what may stand there."""
    private: bool = False
    """Whether its author says that it belongs in a private message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A hand-written page of docs/, in one language."""

    name: str
    lang: str
    title: str
    description: str
    body: str
    path: str
    body_line: int = 1
    facts: frozenset[str] = frozenset()
    written: tuple[str, str, str] = field(default=("", "", ""), repr=False)
    """Title, description and body with their `{{ facts }}`."""
    aliases: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    origin: Callable[..., Place] | None = field(default=None, repr=False, compare=False)

    def place(self, *keys: str | int, words: str = "") -> Place:
        """Where a value of the front matter was written, or words in it."""
        return self.origin(*keys, words=words) if self.origin else Place(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A fact that read otherwise until a day."""

    on: date
    before: Mapping[str, str]
    """Language -> how it read there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything that was read, found by id and language without searching."""

    settings: Settings
    languages: Mapping[str, Language]
    """Site languages by code in the site's order, the derived Serbian Latin included."""
    topics: Mapping[str, Topic]
    """In order."""
    entries: tuple[Entry, ...]
    """By topic, order and id, then by language."""
    by_id: Mapping[str, Mapping[str, Entry]] = field(repr=False)
    by_topic: Mapping[str, tuple[str, ...]] = field(repr=False)
    """Topic -> ids in order."""
    replies: tuple[Reply, ...] = ()
    pages: Mapping[str, Mapping[str, Page]] = field(default_factory=dict)
    """Name -> language -> page."""
    withdrawn: Mapping[tuple[str, str], Withdrawal] = field(default_factory=dict)
    """(Kind, name) -> why it is gone."""
    facts: Mapping[str, Place] = field(default_factory=dict)
    """Name -> where it is written."""
    printed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language -> fact -> how it reads there: `14 dana`."""
    changes: Mapping[str, FactChange] = field(default_factory=dict)
    """Fact -> what it was before, where facts.yml says so."""
    values: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Fact -> its values for all markets and languages as one text, the same however they are printed."""
    figures: Mapping[str, Mapping[str, tuple[str, str]]] = field(default_factory=dict)
    """Language -> fact that is an amount -> its number and the words behind it: `14`, `dana`."""
    days: frozenset[str] = frozenset()
    """Facts that are dates."""
    elsewhere: Mapping[tuple[str, str], Entry] = field(default_factory=dict, repr=False)
    """(Id, language without a translation) -> the source language's words with the facts of that language's market."""
    unreadable: frozenset[str] = frozenset()
    """Ids of entries, `page:<name>` and `reply:<id>` that could not be read: nobody is told twice of what follows."""
    standing: Mapping[tuple[str, str], State] = field(default_factory=dict)
    """(Entry, language) of every translation -> how it stands to its source."""
    reviews: tuple[Review, ...] = ()
    """As they were recorded, those that do not hold any more too."""
    holding: frozenset[tuple[str, str]] = frozenset()
    """(Entry, language) of texts that have a review of their own which holds."""

    @classmethod
    def of(  # noqa: PLR0913 - keywords, each a part of the library
        cls,
        entries: Iterable[Entry],
        *,
        settings: Settings,
        languages: Mapping[str, Language],
        topics: Iterable[Topic],
        replies: Iterable[Reply] = (),
        pages: Iterable[Page] = (),
        withdrawn: Iterable[Withdrawal] = (),
        facts: Mapping[str, Place] | None = None,
        printed: Mapping[str, Mapping[str, str]] | None = None,
        figures: Mapping[str, Mapping[str, tuple[str, str]]] | None = None,
        days: frozenset[str] = frozenset(),
        elsewhere: Iterable[tuple[str, Entry]] = (),
        unreadable: frozenset[str] = frozenset(),
    ) -> Library:
        """Sort and index once; of two entries with one id and language the first by path is kept."""
        ordered_topics = {t.id: t for t in sorted(topics, key=lambda t: (t.order, t.id))}
        topic_rank = {id_: n for n, id_ in enumerate(ordered_topics)}
        language_rank = {code: n for n, code in enumerate(languages)}
        last = len(ordered_topics) + 1

        def rank(entry: Entry) -> tuple[int, str, int, str, int, str]:
            return (
                topic_rank.get(entry.topic, last),
                entry.topic,
                entry.meta.order,
                entry.id,
                language_rank.get(entry.lang, last),
                entry.path,
            )

        kept = tuple(sorted(entries, key=rank))
        by_id: dict[str, dict[str, Entry]] = {}
        by_topic: dict[str, dict[str, None]] = {}
        for entry in kept:
            by_id.setdefault(entry.id, {}).setdefault(entry.lang, entry)
            by_topic.setdefault(entry.topic, {})[entry.id] = None
        by_name: dict[str, dict[str, Page]] = {}
        for page in sorted(pages, key=lambda p: p.path):
            by_name.setdefault(page.name, {})[page.lang] = page
        return cls(
            settings=settings,
            languages=languages,
            topics=ordered_topics,
            entries=kept,
            by_id=by_id,
            by_topic={topic: tuple(ids) for topic, ids in by_topic.items()},
            replies=tuple(sorted(replies, key=lambda r: (r.id, language_rank.get(r.lang, last)))),
            pages=by_name,
            withdrawn={(w.kind, w.name): w for w in sorted(withdrawn, key=lambda w: (w.kind, w.name))},
            facts=facts or {},
            printed=printed or {},
            figures=figures or {},
            days=days,
            elsewhere={(entry.id, code): entry for code, entry in elsewhere},
            unreadable=unreadable,
        )

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def in_language(self, code: str) -> Iterator[Entry]:
        """The entries of one language, in order."""
        return (entry for entry in self.entries if entry.lang == code)

    def shown(self, id_: str, code: str) -> Entry:
        """What a customer of a language reads: the translation, or else the words of the source language.

        Raises KeyError for an entry that nobody wrote.
        """
        by_lang = self.by_id[id_]
        found = by_lang.get(code) or self.elsewhere.get((id_, code)) or by_lang.get(self.settings.source)
        return found or next(iter(by_lang.values()))

    def exists(self, kind: str, name: str) -> bool:
        """Whether there is an `entry`, `topic` or `page` of that name, in whatever language."""
        if kind == "entry":
            return name in self.by_id
        if kind == "topic":
            return name in self.topics or name in self.by_topic
        return name in BUILT_PAGES or name in self.pages

    def owner(self, entry: Entry) -> str:
        """The team that answers for an entry: its own, or that of its topic; empty where there is none."""
        topic = self.topics.get(entry.topic)
        return entry.meta.owner or (topic.owner if topic else "")

    def topic_title(self, topic: str, code: str) -> str:
        """A topic's title in a language; its id where it has none."""
        titles = self.topics[topic].titles if topic in self.topics else {}
        language = self.languages.get(code)
        made = language.in_latin if language else latin
        return pick(titles, code, self.settings.source, made) or topic
