"""Any number of Czech FAQ entries made of a list of words: few words are frequent, many rare, new ones never end.

The size of an index depends on that more than on anything else: 575 real entries (64,000 words) have 4,700 stems, 575
of these (59,000) have 4,400. Entries belong to a topic, whose words they prefer. The same number, the same entry.
"""

from __future__ import annotations

import bisect
import itertools
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

CASES = ("nom", "gen", "acc", "loc", "ins", "pl", "genpl")
VERB_FORMS = ("inf", "he", "you", "past", "passive", "verbal")
SOFTENED = {"k": "c", "h": "z", "r": "ř", "g": "z"}
SLOT = re.compile(r"\{(\w+)(?: (\w+))?\}")
WORDS_OF_AN_ANSWER = 92
FLATNESS = 10.0
"""Zipf's law with an offset, as Mandelbrot has it: the first words of a list are not as much ahead."""


class Entry(NamedTuple):
    """A question and its answer."""

    id: str
    topic: str
    title: str
    paragraphs: tuple[str, ...]

    @property
    def short(self) -> str:
        """The short answer: the first sentence."""
        return self.paragraphs[0].partition(". ")[0].removesuffix(".") + "."

    @property
    def text(self) -> str:
        """The whole answer, the short one among it."""
        return " ".join(self.paragraphs)


class Noun(NamedTuple):
    """A noun in all its cases, and its gender."""

    gender: str
    forms: tuple[str, ...]


class Ranked:
    """Things by how often they are said, the most frequent first."""

    def __init__(self, things: Sequence[Any]) -> None:
        self.things = things
        self.sums = list(itertools.accumulate(1 / (rank + FLATNESS) for rank in range(len(things))))

    def draw(self, chance: random.Random) -> Any:  # noqa: ANN401 - nouns or words
        """One of them."""
        return self.things[bisect.bisect(self.sums, chance.random() * self.sums[-1])]


def entries(count: int) -> Iterator[Entry]:
    """The first entries of an FAQ without end."""
    writer = Writer(yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")))
    return (writer.entry(number) for number in range(count))


class Writer:
    """Fills sentences with words."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.titles, self.sentences = data["titles"], data["sentences"]
        topics = {topic: nouns(data, words) for topic, words in data["topics"].items()}
        common = nouns(data, data["general"])
        verbs = list(conjugated(data))
        self.topics = {topic: Ranked(own) for topic, own in topics.items()}
        self.common = Ranked(common)
        self.rare = Ranked(rare_nouns(data, [*itertools.chain(*topics.values()), *common], verbs))
        self.verbs = Ranked(verbs)
        self.adjectives = Ranked(list(declined_adjectives(data)))
        self.names = Ranked(names(data["syllables"]))
        self.slots: dict[str, Callable[[random.Random, str, str], str]] = {
            "np": self.noun_phrase,
            "verb": lambda chance, form, _: self.verbs.draw(chance)[VERB_FORMS.index(form)],
            "verbal": lambda chance, case, _: self.verbs.draw(chance)[-1] + ("m" if case == "ins" else ""),
            "adj": lambda chance, case, _: self.adjectives.draw(chance)["f"][CASES.index(case)],
            "name": lambda chance, *_: self.names.draw(chance),
            "number": lambda chance, *_: str(int(1 / (chance.random() + 0.0005) * 3)),
            "code": lambda chance, *_: f"{self.names.draw(chance)[:2].upper()}{chance.randrange(10, 900)}",
        }

    def entry(self, number: int) -> Entry:
        """The entry of a number: a title, and sentences till there are enough words."""
        chance = random.Random(number)  # noqa: S311 - the same every time
        topic = list(self.topics)[number % len(self.topics)]
        title = self.filled(chance.choice(self.titles), chance, topic)
        length = chance.uniform(0.4, 1.6) * WORDS_OF_AN_ANSWER
        sentences: list[str] = []
        while sum(sentence.count(" ") + 1 for sentence in sentences) < length:
            sentences.append(self.filled(chance.choice(self.sentences), chance, topic))
        paragraphs = tuple(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
        return Entry(f"otazka-{number}", topic, title, paragraphs)

    def filled(self, sentence: str, chance: random.Random, topic: str) -> str:
        """A sentence with words in its slots; a slot with a capital begins with one."""

        def fill(match: re.Match[str]) -> str:
            kind, form = match[1], match[2] or ""
            words = self.slots[kind.lower()](chance, form, topic)
            return words[0].upper() + words[1:] if kind[0].isupper() else words

        return SLOT.sub(fill, sentence)

    def noun_phrase(self, chance: random.Random, case: str, topic: str) -> str:
        """A noun, often with an adjective, sometimes with another noun's genitive."""
        noun = self.noun(chance, topic)
        words = [noun.forms[CASES.index(case)]]
        if chance.random() < 0.45:
            words.insert(0, self.adjectives.draw(chance)[noun.gender][CASES.index(case)])
        if chance.random() < 0.2:
            words.append(self.noun(chance, topic).forms[1])
        return " ".join(words)

    def noun(self, chance: random.Random, topic: str) -> Noun:
        """Mostly of the topic, or a common one, at times a rare one."""
        place = chance.random()
        ranked = self.topics[topic] if place < 0.48 else self.common if place < 0.72 else self.rare
        noun: Noun = ranked.draw(chance)
        return noun


def nouns(data: Mapping[str, Any], words: Mapping[str, str]) -> list[Noun]:
    """The nouns listed under their patterns, the frequent ones of each first."""
    declined_ = [[declined(word, data["patterns"][pattern]) for word in words[pattern].split()] for pattern in words]
    return [noun for row in itertools.zip_longest(*declined_) for noun in row if noun]


def declined(word: str, pattern: Mapping[str, Any]) -> Noun:
    """A noun in all cases."""
    ending = pattern["endings"][0]
    if not word.endswith(ending):
        raise ValueError(f"{word} does not end in -{ending}")
    stem = word.removesuffix(ending)
    return Noun(pattern["gender"], (word, *(with_ending(stem, end) for end in pattern["endings"][1:])))


def with_ending(stem: str, ending: str) -> str:
    """A case: `ě` softens what is before it, a bare stem gets an `e` into two consonants at its end."""
    if ending == "ě":
        last = stem[-1]
        return stem[:-1] + SOFTENED[last] + "e" if last in SOFTENED else stem + ("ě" if last in "dtnbpvmf" else "e")
    if ending == "-":
        return f"{stem[:-1]}e{stem[-1]}" if stem[-1] in "klnr" and stem[-2] not in "aáeéiíoóuúůyý" else stem
    return stem + ending


def declined_adjectives(data: Mapping[str, Any]) -> Iterator[dict[str, list[str]]]:
    """Adjectives per gender, in all cases."""
    for word in data["ý"].split():
        endings = data["adjectives"][word[-1]]
        yield {gender: [word[:-1] + end for end in endings[gender]] for gender in "mfn"}


def conjugated(data: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """The verbs that are listed, then each again with prefixes."""
    listed = [(word.removesuffix(ending), ending) for ending, words in data["verb"].items() for word in words.split()]
    listed.sort(key=lambda verb: len(verb[0]))
    for prefix in ("", *data["prefixes"].split()):
        for stem, ending in listed:
            yield tuple(f"{prefix}{stem}{end}" for end in data["verbs"][ending])


def rare_nouns(data: Mapping[str, Any], listed: Sequence[Noun], verbs: Sequence[tuple[str, ...]]) -> list[Noun]:
    """Verbal nouns, compounds and their like: many, each of them rare."""
    ending = data["patterns"]["stavení"]
    verbal = [declined(verb[-1], ending) for verb in verbs]
    compounds = [
        Noun(noun.gender, tuple(first + form for form in noun.forms))
        for first in data["compounds"].split()
        for noun in listed
    ]
    return [noun for pair in itertools.zip_longest(verbal, compounds) for noun in pair if noun]


def names(syllables: Sequence[str]) -> list[str]:
    """Names of products, firms and places, in an order that does not follow the alphabet."""
    made = ["".join(parts).capitalize() for parts in itertools.product(*(part.split() for part in syllables))]
    random.Random(0).shuffle(made)  # noqa: S311 - the same every time
    return made
