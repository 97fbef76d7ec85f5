"""What a draft took from its entry, sentence by sentence and fact by fact, and what of it reads otherwise now."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from generator.content.library import Entry, Library
from generator.content.post_words import of_texts
from generator.links import Addresses
from generator.problems import visible
from generator.social import opening_hours
from generator.social.draft import Draft, source_hash
from generator.social.threads import words as words_of
from generator.text import plain, sentences

FACT = "fact:"
"""Before the name of a fact among the fields used."""
ADDRESS = "address"
HOURS = "hours"
_LIST_MARK = re.compile(r"^(?:• |\d+\. )")
_NAMES = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_MARKS = 0xE000
"""Private characters that no text has stand for facts while sentences are parted."""
_LIKE = 0.5
"""How alike the old and the new form of a sentence must be to be told as one change."""
_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Change:
    """A field or fact that a draft used and that reads otherwise now; `new` is empty where it is gone."""

    field: str
    """`question`, `short`, `body`, `tip`, `myth.fact`, `quiz.why` …, `fact:name`, `address`, or `hours`."""
    old: str
    new: str

    def __str__(self) -> str:
        name = f"fact '{self.field.removeprefix(FACT)}'" if self.field.startswith(FACT) else f"'{self.field}'"
        return f"{name}: {_short(self.old)} → {_short(self.new) if self.new else '(gone)'}"


def sourced(draft: Draft, library: Library) -> Draft:
    """A draft just made, with the fields it uses and their hash."""
    found = used(draft, library.by_id[draft.entry][draft.language], library)
    return replace(draft, used=found, source_hash=source_hash(found))


def used(draft: Draft, entry: Entry, library: Library) -> dict[str, str]:
    """Field -> the sentences the draft took from it, one a line; `fact:name` -> how the fact reads in them.

    Looked up in the finished words and not told by whoever made them, so it holds for every format. A sentence that
    several fields have counts for the first.
    """
    pictured = (part for slide in draft.slides for part in (slide.title, slide.text))
    asked = draft.poll.texts if draft.poll else ()
    said = " ".join(" ".join((words_of(draft.parts), draft.alt, *pictured, *asked)).split())
    found: dict[str, str] = {}
    facts: dict[str, None] = {}
    seen: set[str] = set()
    for name, text, written in _fields(entry):
        taken = [(n, s) for n, s in enumerate(_sentences(text)) if s not in seen and _says(said, s)]
        if not taken:
            continue
        seen.update(sentence for _, sentence in taken)
        found[name] = "\n".join(sentence for _, sentence in taken)
        of_sentence = _facts(written, text, entry.facts)
        facts.update((fact, None) for n, _ in taken for fact in of_sentence[n])
    printed = library.printed.get(entry.lang, {})
    found |= {f"{FACT}{name}": printed[name] for name in sorted(facts) if name in printed}
    found[ADDRESS] = address(entry, library)
    hours = _hours(entry, library) if entry.meta.tells_hours else ""
    return found | ({HOURS: hours} if hours and " ".join(hours.split()) in said else {})


def changes(before: Mapping[str, str], entry: Entry, library: Library) -> tuple[Change, ...]:
    """What of the fields used reads otherwise now; a sentence that only follows a fact is not told beside it."""
    printed = library.printed.get(entry.lang, {})
    texts = {name: text for name, text, _ in _fields(entry)}
    facts: list[Change] = []
    fields: list[Change] = []
    for name, old in before.items():
        if name.startswith(FACT):
            new = printed.get(name.removeprefix(FACT), "")
            facts += [Change(name, old, new)] if new != old else []
        elif name in {ADDRESS, HOURS}:
            new = address(entry, library) if name == ADDRESS else _hours(entry, library)
            fields += [Change(name, old, new)] if new != old else []
        else:
            fields += _rewritten(name, old.split("\n"), _sentences(texts.get(name, "")))
    return (*facts, *(change for change in fields if not _follows(change, facts)))


def said_now(before: Mapping[str, str], entry: Entry) -> tuple[Change, ...]:
    """The same sentence by sentence and without facts of their own: for readers, who see sentences."""
    texts = {name: text for name, text, _ in _fields(entry)}
    words = {name: old for name, old in before.items() if name not in {ADDRESS, HOURS} and not name.startswith(FACT)}
    return tuple(
        change
        for name, old in words.items()
        for change in _rewritten(name, old.split("\n"), _sentences(texts.get(name, "")))
    )


def address(entry: Entry, library: Library) -> str:
    """Where the answer stands in the entry's language."""
    addresses = Addresses(library.settings.url, library.settings.source)
    return addresses.absolute(addresses.entry(entry.id, entry.lang))


def _hours(entry: Entry, library: Library) -> str:
    """What a post may say of the settings."""
    told = opening_hours.hours(library, library.languages[entry.lang]), opening_hours.contact(library)
    return "\n".join(part for part in told if part)


def _rewritten(name: str, old: Sequence[str], now: Sequence[str]) -> Iterator[Change]:
    """Sentences that are not there any more, each with the new one most like it."""
    there = set(now)
    new = [sentence for sentence in now if sentence not in set(old)]
    gone = [sentence for sentence in old if sentence not in there]
    for sentence in gone:
        only = new if len(new) == len(gone) == 1 else []
        found = get_close_matches(sentence, new, 1, _LIKE) or only
        yield Change(name, sentence, found[0] if found else "")
        if found:
            new.remove(found[0])


def _follows(change: Change, facts: Sequence[Change]) -> bool:
    text = change.old
    for fact in facts:
        text = text.replace(" ".join(fact.old.split()), " ".join(fact.new.split()))
    return text == change.new != change.old


def _fields(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Name, text as readers see it, text as its author wrote it."""
    question, short, body = entry.written
    yield "question", entry.question, question
    yield "short", entry.short, short
    words = ("tip", "myth.fact", "myth.myth", "myth.why")
    texts = (entry.tip, *(entry.myth or ()))
    written = (*entry.written_posts, *[""] * len(words))
    yield from zip(words, texts, written, strict=False)
    written_fields = dict(of_texts(entry.written_posts[len(words) :]).fields())
    yield from ((name, text, written_fields.get(name, "")) for name, text in entry.posts.fields() if text)
    yield "body", entry.body, body


@functools.lru_cache(maxsize=4096)
def _sentences(text: str) -> tuple[str, ...]:
    """Of Markdown: without marks of lists, which formats change, and with single spaces."""
    bare = (_LIST_MARK.sub("", " ".join(sentence.split())) for sentence in sentences(plain(text)))
    return tuple(sentence for sentence in bare if sentence)


def _says(said: str, sentence: str) -> bool:
    at = said.find(sentence)
    while at >= 0:
        before, after = said[at - 1 : at], said[at + len(sentence) : at + len(sentence) + 1]
        if not (before.isalnum() and sentence[0].isalnum()) and not (after.isalnum() and sentence[-1].isalnum()):
            return True
        at = said.find(sentence, at + 1)
    return False


def _facts(written: str, text: str, names: frozenset[str]) -> Sequence[frozenset[str]]:
    """The facts of each sentence of a field.

    The author's text with a private character for each fact has the same sentences as the one with facts filled in;
    should it ever not, each sentence is taken to use all of them.
    """
    filled = _sentences(text)
    order = sorted(names)
    if "{{" not in written:
        return [frozenset()] * len(filled) if "{%" not in written else [names] * len(filled)

    def mark(found: re.Match[str]) -> str:
        inside = {word for word in _WORD.findall(found[1]) if word in names}
        return "x" + "".join(chr(_MARKS + order.index(word)) for word in sorted(inside))

    marked = _sentences(_NAMES.sub(mark, written)) if "{%" not in written else ()
    if len(marked) != len(filled):
        return [names] * len(filled)
    return [frozenset(name for n, name in enumerate(order) if chr(_MARKS + n) in sentence) for sentence in marked]


def _short(text: str) -> str:
    line = visible(" ".join(text.split()))
    return f"“{line if len(line) <= _SHOWN else line[: _SHOWN - 1] + '…'}”"
