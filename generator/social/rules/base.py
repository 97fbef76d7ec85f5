"""What a rule is, and what it may look at: a draft, its network, its entry, its language, and the rest of the plan."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from generator.content.library import Entry, Library
from generator.content.schema.rules import LanguageRules, PostRules
from generator.files import Tree
from generator.language import Language
from generator.links import Addresses
from generator.problems import Place, Problem, Severity
from generator.social.draft import FOLDER, Draft
from generator.social.network import Network
from generator.social.rules import words
from generator.social.rules.claims import Claims, claims
from generator.social.rules.sources import Facts, Kind, Sources, calendar_names, trace
from generator.social.rules.spots import spot
from generator.text import sentences

T = TypeVar("T")
Traced: TypeAlias = tuple[str, frozenset[Kind] | None]
"""A sentence, and of what kinds its pieces are; None where it comes from nowhere."""
SILENT = frozenset({"held", "retired"})
"""States of drafts that are not posted."""
FOLLOW_UP = timedelta(hours=72)
OPTIONS = frozenset("abcdабвг")
"""Letters of a quiz's options, in small."""
NOTE_WORDS = (3, 4, 5)
"""As many words of a note in a row are no accident: five, or the whole of a shorter one."""


class Complaint(NamedTuple):
    """What a rule has to say of a draft."""

    message: str
    hint: str
    severity: Severity | None = None
    """Where it is not the rule's own."""
    about: Draft | None = None
    """Rules over many drafts say which one they mean."""
    at: str = ""
    """The words of the draft that it is about, where there are such."""


class Rule(NamedTuple, Generic[T]):
    """A rule: its name in the list of rules, its code, how bad breaking it is, and the function that finds it."""

    name: str
    code: str
    severity: Severity
    find: Callable[[T], Iterable[Complaint]]
    key: str = ""
    """What it looks at, of the draft's front matter; empty for the post itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The thresholds of all rules; a language without a file has the English numbers and no words."""

    common: PostRules = field(default_factory=PostRules)
    languages: Mapping[str, LanguageRules] = field(default_factory=dict)

    def of(self, language: Language) -> LanguageRules:
        """The thresholds of a language; in Latin letters those of its Cyrillic sister."""
        if language.code in self.languages:
            return self.languages[language.code]
        found = self.languages.get(language.code.partition("-")[0])
        if found is None:
            return LanguageRules()
        made = {
            key: tuple(map(language.in_latin, value)) if isinstance(value, tuple) else value
            for key, value in found.model_dump().items()
        }
        return LanguageRules(**made)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnNetwork:
    """A draft and the network it is for."""

    draft: Draft
    network: Network


@dataclass(frozen=True, kw_only=True)
class World:
    """What all drafts of an FAQ are measured by."""

    library: Library
    networks: Mapping[str, Network]
    limits: Limits = field(default_factory=Limits)
    templates: Mapping[str, str] = field(default_factory=dict)
    """Sources of post templates: words of their own may be said."""
    drafts: Sequence[Draft] = ()
    """Every draft of the FAQ, also those that are not asked about."""
    files: Tree = field(default_factory=dict)
    """The folder of drafts, so that problems can say in which line of a file they are."""
    taker: str = ""
    """What the drafts go out to, and how many minutes it wants between two posts of a channel."""
    gap_minutes: int = 1
    api: bool = False
    """Whether posts go to a network's programming interface rather than through people or a scheduler's table."""

    @functools.cached_property
    def addresses(self) -> Addresses:
        """Where the site's pages are."""
        return Addresses(self.library.settings.url, self.library.settings.source)

    @functools.cached_property
    def sources(self) -> Sources:
        """What drafts may say, by entry and language."""
        return Sources(self.library, self.templates, self.limits.common.units)

    @functools.cached_property
    def notes(self) -> Mapping[words.Tokens, str]:
        """A few words in a row of a note for agents -> the entry it belongs to."""
        found: dict[words.Tokens, str] = {}
        for entry in self.library:
            said = words.tokens(entry.meta.note)
            for run in words.runs(said, min(len(said), max(NOTE_WORDS))) if len(said) >= min(NOTE_WORDS) else ():
                found.setdefault(run, entry.id)
        return found

    @functools.cached_property
    def of_entry(self) -> Mapping[tuple[str, str], Sequence[Draft]]:
        """Channel and entry -> its drafts there."""
        found: dict[tuple[str, str], list[Draft]] = {}
        for draft in self.drafts:
            found.setdefault((draft.channel, draft.entry), []).append(draft)
        return found

    @functools.cached_property
    def by_language(self) -> Mapping[str, LanguageRules]:
        """Code of a site language -> its thresholds."""
        return {code: self.limits.of(language) for code, language in self.library.languages.items()}


@dataclass(frozen=True, kw_only=True)
class Post:
    """A draft with all that its rules look at; made only for drafts whose entry, language and network there are."""

    draft: Draft
    network: Network
    entry: Entry
    language: Language
    limits: LanguageRules
    world: World

    @functools.cached_property
    def prose(self) -> str:
        """What the post says, addresses, hashtags and numbers of parts left out."""
        return words.prose(self.draft)

    @functools.cached_property
    def said(self) -> str:
        """What the post, its alt text and its slides say."""
        return f"{self.prose}\n{words.without_addresses(self.card)}"

    @property
    def card(self) -> str:
        """What stands beside the text, as far as the draft knows: alt text, poll, pictures of a carousel."""
        asked = self.draft.poll.texts if self.draft.poll else ()
        return "\n".join((self.draft.alt, *asked, words.pictured(self.draft)))

    @functools.cached_property
    def stated(self) -> Claims:
        """The figures of post and alt text."""
        return claims(self.said, self.language.locale, self.world.limits.common.units)

    @functools.cached_property
    def facts(self) -> Facts:
        """What its entry gives."""
        return self.world.sources.facts(self.entry, self.language)

    def follows(self, other: Draft) -> bool:
        """Whether another draft comes so soon after this one that people still remember it."""
        return timedelta(0) < other.slot - self.draft.slot <= FOLLOW_UP

    @functools.cached_property
    def traced(self) -> tuple[Traced, ...]:
        """Every sentence of the post."""
        return self._trace(self.prose)

    @functools.cached_property
    def card_traced(self) -> tuple[Traced, ...]:
        """Every sentence of its alt text and its slides."""
        return self._trace(words.without_addresses(self.card))

    def tells(self, text: str) -> bool:
        """Whether a part of the post is more than phrases: the entry's words, or a person's."""
        return any(kinds is None or kinds - {Kind.PHRASE} for _, kinds in self._trace(text))

    def _trace(self, text: str) -> tuple[Traced, ...]:
        found: list[Traced] = []
        for line in words.EMOJI.sub("", text).split("\n"):
            said = words.MARK.sub("", line).strip()
            whole = self._kinds(said)
            found += [(said, whole)] if whole else [(one, self._kinds(one)) for one in sentences(said)]
        found = [(said, kinds) for said, kinds in found if words.tokens(said)]
        if len(self.draft.parts) > 1 and any(kinds is None for _, kinds in found):
            whole = self._kinds(" ".join(said for said, _ in found))  # a sentence may run on into the next post
            return ((text, whole),) if whole else tuple(found)
        return tuple(found)

    def _kinds(self, said: str) -> frozenset[Kind] | None:
        """Of what kinds the pieces of a text are; None where a word of it comes from nowhere."""
        names = calendar_names(self.language)
        if self.draft.format == "quiz":
            names |= OPTIONS
        return trace(words.tokens(said), (self.facts.pieces, self.world.sources.phrases(self.language)), names)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All drafts that go out or went out, by time; rules over many drafts look at them all and tell of those asked."""

    world: World
    asked: frozenset[str]
    """Ids of the drafts that the question is about."""

    @functools.cached_property
    def by_time(self) -> Sequence[Draft]:
        """Every draft but those that are not posted."""
        drafts = [draft for draft in self.world.drafts if draft.state not in SILENT]
        return sorted(drafts, key=lambda draft: (draft.slot.astimezone(UTC), draft.id))

    @functools.cached_property
    def by_channel(self) -> Mapping[str, Sequence[Draft]]:
        """Channel -> its drafts by time."""
        return {channel: drafts for (channel, _), drafts in self.accounts(()).items()}

    def accounts(self, together: Collection[str]) -> Mapping[tuple[str, str], Sequence[Draft]]:
        """(Channel, ``) -> its drafts by time; those of networks in `together` are by (network, language)."""
        found: dict[tuple[str, str], list[Draft]] = {}
        for draft in self.by_time:
            key = (draft.network, draft.language) if draft.network in together else (draft.channel, "")
            found.setdefault(key, []).append(draft)
        return found


def complain(rules: Iterable[Rule[T]], asked: T, files: Tree, draft: Draft | None = None) -> Iterator[Problem]:
    """What rules find, each at its place in its draft's file."""
    for rule in rules:
        for found in rule.find(asked):
            about = found.about or draft
            where = spot(about, files, rule.key, found.at) if about else Place(FOLDER)
            yield Problem(where, rule.code, found.message, found.hint, found.severity or rule.severity)
