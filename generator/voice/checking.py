"""All rules of voice asked of one text: what is found, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeAlias

import regex

from generator.content.schema.rules import LanguageRules, PostRules
from generator.content.schema.voice import RuleName, VoiceFile, VoiceGroup
from generator.text import sentence_spans
from generator.voice.masking import markdown_letters, plain_letters
from generator.voice.phrases import Found, Matcher, Sets, steps
from generator.voice.shape import empty_links, exclaimed, long_sentences, shouted
from generator.voice.tokens import HOLE, Token, folded, tokens

Kind: TypeAlias = Literal["question", "short", "answer", "opening", "reply", "draft"]
"""`opening` is an answer that stands without a short one, so that it comes first."""
CODES: Mapping[RuleName, str] = {
    "robot": "AA140",
    "promise": "AA141",
    "vague": "AA142",
    "blame": "AA143",
    "shouting": "AA144",
    "past": "AA145",
    "links": "AA146",
    "length": "AA147",
    "order": "AA148",
    "next_step": "AA149",
    "avoid": "AA150",
}
PHRASES: tuple[RuleName, ...] = ("robot", "promise", "vague", "blame", "past", "avoid")
ASKED: Mapping[Kind, frozenset[RuleName]] = {
    "question": frozenset({"shouting"}),
    "short": frozenset({*PHRASES, "shouting", "links", "length", "order"}),
    "answer": frozenset({*PHRASES, "shouting", "links", "length"}),
    "opening": frozenset({*PHRASES, "shouting", "links", "length", "order"}),
    "reply": frozenset({*PHRASES, "shouting", "links", "length", "order", "next_step"}),
    "draft": frozenset(PHRASES),  # the rules of posts ask the others: AA357, AA362, AA365
}
FIRST_SENTENCES = 3
"""Of a reply: greeting, thanks, and then the answer."""
_LEADS_ON = regex.compile(r"[?]|https?://|\d[.:]\s?\d")


class Finding(NamedTuple):
    """Words that are better said otherwise."""

    rule: RuleName
    start: int
    end: int
    instead: str


@dataclass(frozen=True, kw_only=True)
class Voice:
    """How to sound in one language of one project."""

    words: VoiceFile = field(default_factory=VoiceFile)
    limits: LanguageRules = field(default_factory=LanguageRules)
    common: PostRules = field(default_factory=PostRules)
    off: frozenset[str] = frozenset()
    """Rules that the project does not want."""
    avoid: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    """The project's own phrases: never and always right."""

    def in_letters(self, made: Callable[[str], str]) -> Voice:
        """The same in other letters."""
        words = VoiceFile.model_validate(_made(self.words.model_dump(), made))
        return replace(self, words=words, avoid=tuple(map(made, self.avoid)), accept=tuple(map(made, self.accept)))

    @cached_property
    def groups(self) -> Sequence[tuple[RuleName, VoiceGroup, bool]]:
        """Rule, phrases, and whether they are wrong in entries only."""
        named: Iterable[tuple[RuleName, Iterable[VoiceGroup]]] = (
            ("robot", self.words.robot),
            ("promise", self.words.promise),
            ("vague", self.words.vague),
            ("blame", self.words.blame),
            ("past", self.words.past),
            ("order", self.words.openings),
            # A language that somebody adds may say nothing here.
            ("avoid", (VoiceGroup.model_construct(words=self.avoid, instead=self.say("avoid")),)),
        )
        found = [(rule, group, False) for rule, groups in named for group in groups]
        found += [("order", group, True) for group in self.words.thanks]
        return [one for one in found if one[0] not in self.off]

    def say(self, key: Literal["capitals", "exclamation", "links", "length", "next_step", "avoid"]) -> str:
        """What to write instead, in the language; empty where its file does not say."""
        return self.words.instead.get(key, "")

    @cached_property
    def phrases(self) -> Sequence[tuple[RuleName, str, bool]]:
        """What each phrase of the matcher is, and what to write instead."""
        return [(rule, group.instead, entries) for rule, group, entries in self.groups for _ in group.words]

    @cached_property
    def written(self) -> _Words:
        """The phrases as they are written."""
        return self._words(str)

    @cached_property
    def typed(self) -> _Words:
        """The phrases as people type them without diacritics."""
        return self._words(folded)

    def _words(self, fold: Callable[[str], str]) -> _Words:
        sets: Sets = self.words.sets
        return _Words(
            Matcher(steps(phrase, sets, fold) for _, group, _ in self.groups for phrase in group.words),
            Matcher(steps(phrase, sets, fold) for phrase in (*self.words.fine, *self.accept)),
            Matcher(steps(phrase, sets, fold) for phrase in self.words.next_step),
        )

    @cached_property
    def has_marks(self) -> bool:
        """Whether the language's phrases have letters that people type without their marks."""
        return any(folded(word) != word for _, group, _ in self.groups for word in group.words)

    def check(self, text: str, kind: Kind, *, markdown: bool = True, leads_on: bool = False) -> list[Finding]:
        """Everything that is better said otherwise, in order; `leads_on` where a placeholder is a link or a time."""
        asked = ASKED[kind] - self.off
        letters = markdown_letters(text) if markdown else plain_letters(text)
        spans = list(sentence_spans(letters))
        found = list(self._shape(letters, spans, asked))
        said = tokens(letters, spans) if asked - {"shouting"} else []
        if said:
            words = self.typed if self.has_marks and all(token.word.isascii() for token in said) else self.written
            fine = {at: one for one in words.fine.find(said) for at in range(one.first, one.last + 1)}
            found += self._phrases(said, kind, asked, words, fine)
            if "links" in asked:
                found += self._links(said, fine)
            leads_on = leads_on or bool(_LEADS_ON.search(text)) or next(words.next_step.find(said), None) is not None
            if "next_step" in asked and not leads_on and self.words.next_step:
                found.append(Finding("next_step", said[-1].start, said[-1].end, self.say("next_step")))
        return sorted(set(found), key=lambda one: (one.start, one.end, one.rule))

    def _shape(self, letters: str, spans: Sequence[tuple[int, int]], asked: frozenset[str]) -> Iterator[Finding]:
        if "shouting" in asked:
            for span in shouted(letters, self.common.capital_letters, self.limits.acronyms):
                yield Finding("shouting", *span, self.say("capitals"))
            for span in exclaimed(letters, self.common.exclamations):
                yield Finding("shouting", *span, self.say("exclamation"))
        if "length" in asked:
            for span in long_sentences(letters, spans, self.limits.answer_sentence_words):
                yield Finding("length", *span, self.say("length"))

    def _phrases(
        self, said: Sequence[Token], kind: Kind, asked: frozenset[str], words: _Words, fine: Mapping[int, Found]
    ) -> Iterator[Finding]:
        timed = {token.sentence for token in said if token.word[0] == HOLE or token.word.isdecimal()}
        reached = -1
        for one in words.wrong.find(said):
            rule, instead, entries = self.phrases[one.phrase]
            if rule not in asked or (entries and kind == "reply"):
                continue
            if _is_fine(one, fine):
                continue
            if rule == "vague" and said[one.first].sentence in timed:  # the number may well be the time
                continue
            if rule == "past" and kind == "reply" and not said[one.first].sentence:  # a greeting with a name
                continue
            if rule == "order" and not _leading(said, one.first, kind):
                continue
            if one.last > reached:  # of two phrases within each other one is enough
                reached = one.last
                yield Finding(rule, said[one.first].start, said[one.last].end, instead)

    def _links(self, said: Sequence[Token], fine: Mapping[int, Found]) -> Iterator[Finding]:
        for one in empty_links(said, self.limits.empty_links):
            if not _is_fine(one, fine):
                yield Finding("links", said[one.first].start, said[one.last].end, self.say("links"))


class _Words(NamedTuple):
    wrong: Matcher
    fine: Matcher
    next_step: Matcher


def _is_fine(one: Found, fine: Mapping[int, Found]) -> bool:
    """Whether words belong to a harmless phrase; one that is only a part of theirs makes nothing better."""
    said = [fine[at] for at in range(one.first, one.last + 1) if at in fine]
    return any(
        span.first < one.first or span.last > one.last or (span.first, span.last) == (one.first, one.last)
        for span in said
    )


def _made(value: Any, made: Callable[[str], str]) -> Any:  # noqa: ANN401 - any part of a data file
    if isinstance(value, str):
        return made(value)
    if isinstance(value, dict):
        return {key: _made(one, made) for key, one in value.items()}
    return [_made(one, made) for one in value]


def _leading(said: Sequence[Token], at: int, kind: Kind) -> bool:
    """Whether a word begins the text, or one of a reply's first sentences."""
    if kind != "reply":
        return at == 0
    return said[at].sentence < FIRST_SENTENCES and (not at or said[at - 1].sentence != said[at].sentence)
