"""What translators get: every text of the source language, the translation that is there, and what needs a look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.content.library import Entry, Library
from generator.content.translations import of_entry
from generator.exchange import po
from generator.exchange.po import Message
from generator.exchange.segments import ANSWER, WHOLE, Segment, alike, blocks, post_texts, segments, whole

TOPIC: Final = "topic:"
"""Begins the context of a topic's title; no entry's id has a colon."""
MADE_OF: Final = "Translation in the project:"
"""Begins the note with the fingerprint of the translation, by which an import knows whether people changed it since."""
_NAME: Final = re.compile(r"\{\{\s*(\w+)\s*\}\}")
SETTLED: Final = frozenset({"fresh", "typo"})
"""How a translation stands that needs no look."""


def catalogue(library: Library, lang: str, before: Iterable[Message] = ()) -> bytes:
    """The PO file of a language; `before` is what translators delivered earlier.

    Where the source has changed, nobody knows which paragraph the change concerns, so all need a look; but what was
    translated `before` from the very same words does not.
    """
    earlier = {(message.context, message.text): message for message in before}
    source = library.settings.source
    found = [
        Message(
            context=f"{TOPIC}{topic.id}/title",
            text=topic.titles[source],
            translation=topic.titles.get(lang, ""),
            notes=("The title of a topic",),
            path=topic.path,
        )
        for topic in library.topics.values()
        if topic.titles.get(source)
    ]
    for by_lang in library.by_id.values():
        original = by_lang.get(source)
        if original is not None:
            found += _Pair(library, original, by_lang.get(lang), lang, earlier).messages()
    language = library.languages[lang]
    headers = (
        ("Project-Id-Version", library.settings.name),
        ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
        ("Last-Translator", ""),
        ("Language", gettext(language.tag)),
        ("Language-Team", ""),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("X-Source-Language", library.languages[source].tag),
    )
    return po.write(found, headers)


def gettext(tag: str) -> str:
    """A language as gettext and Poedit know it: `sr@latin`."""
    return tag.replace("-Latn", "@latin").replace("-", "_")


@dataclass(frozen=True, slots=True)
class _Pair:
    """An entry and its translation, if there is one."""

    library: Library
    original: Entry
    translated: Entry | None
    lang: str
    earlier: Mapping[tuple[str, str], Message]

    def messages(self) -> Iterator[Message]:
        """One a segment; where the translation has other paragraphs, the answer is one."""
        found = segments(self.original)
        translation = self.translated
        if translation is None:
            yield from (self._message(segment, "", fuzzy=False) for segment in found)
            return
        state = self.library.standing.get((self.original.id, self.lang))
        settled = state is not None and state.standing in SETTLED
        texts, aligned = self._texts(translation)
        delivered = {} if settled else self._delivered(found, translation)
        if not aligned and not any(s.part == ANSWER and (s.context, s.text) in delivered for s in found):
            found = [*(s for s in found if s.part != ANSWER), whole(self.original)]
        for segment in found:
            known = delivered.get((segment.context, segment.text), "")
            text = known or texts(segment)
            yield self._message(segment, text, fuzzy=bool(text) and not settled and not known)

    def _texts(self, translation: Entry) -> tuple[Callable[[Segment], str], bool]:
        """What stands for each segment in the translation, and whether its paragraphs do so one by one."""
        question, short, body = translation.written
        front = {"question": question, "short": short, WHOLE: body}
        front |= {f"posts.{key}": text for key, text in post_texts(translation)}
        source, own = blocks(self.original.written[2]), blocks(body)
        aligned = alike(source, own)
        lines = {self.original.body_line + block.line: other.text for block, other in zip(source, own, strict=False)}

        def text(segment: Segment) -> str:
            if segment.part != ANSWER:
                return front.get(segment.part, "")
            return lines.get(segment.line, "") if aligned else ""

        return text, aligned

    def _delivered(self, found: Sequence[Segment], translation: Entry) -> dict[tuple[str, str], str]:
        """What was translated from the very same words before, and still stands in the translation."""
        question, short, body = translation.written
        present = {question, short, *(text for _, text in post_texts(translation)), *(b.text for b in blocks(body))}
        known = {}
        for segment in found:
            message = self.earlier.get((segment.context, segment.text))
            if message and not message.fuzzy and message.translation in present:
                known[segment.context, segment.text] = message.translation
        return known

    def _message(self, segment: Segment, translation: str, *, fuzzy: bool) -> Message:
        entry = self.original
        notes = [] if segment.part == "question" else [entry.question]
        printed = self.library.printed.get(self.lang, {})
        notes += [f"{{{{ {n} }}}}: {printed[n]}" for n in dict.fromkeys(_NAME.findall(segment.text)) if n in printed]
        if segment.part == "question" and self.translated:
            notes.append(f"{MADE_OF} {of_entry(self.translated)}")
        return Message(
            context=segment.context,
            text=segment.text,
            translation=translation,
            fuzzy=fuzzy,
            notes=tuple(" ".join(note.split()) for note in notes),
            path=entry.path,
            line=segment.line,
        )
