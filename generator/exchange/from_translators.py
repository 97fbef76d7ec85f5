"""What translators deliver becomes files of the project: entry by entry, where every part of an entry is translated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.content.importers import topics
from generator.content.importers.clean import one_line
from generator.content.importers.imported import MAX_TEXT, warning
from generator.content.library import Entry, Library
from generator.content.translations import fingerprint, of_entry
from generator.exchange.for_translators import MADE_OF, SETTLED, TOPIC
from generator.exchange.po import Message
from generator.exchange.segments import ANSWER, WHOLE, Segment, segments, whole
from generator.exchange.survives import missing
from generator.exchange.translation_file import Words, edited, new, pieces
from generator.files import Tree
from generator.problems import Place, Problem

_NAMED: Final = 20
_CANNOT: Final = "the front matter is written in a way that only a person can change"
_SAME: Final = "export the entries again, and let the translator's program merge that file with this one"


def to_files(
    messages: Sequence[Message], library: Library, lang: str, existing: Mapping[str, str]
) -> tuple[Tree, list[Problem]]:
    """Files of the project by path, and what was not taken; `existing` are the texts of translations by their path."""
    source = library.settings.source
    by_id: dict[str, list[Message]] = {}
    for message in messages:
        if message.context.startswith(TOPIC):
            continue
        by_id.setdefault(message.context.partition("/")[0], []).append(message)
    tree: dict[str, bytes] = {}
    problems: list[Problem] = []
    partly: list[Message] = []
    unknown: list[Message] = []
    for id_, found in by_id.items():
        original = library.by_id.get(id_, {}).get(source)
        if original is None:
            unknown += [message for message in found if message.translation][:1]
        elif any(message.translation for message in found):
            state = library.standing.get((id_, lang))
            settled = state is not None and state.standing in SETTLED
            entry = _Entry(original, library.by_id[id_].get(lang), found, settled=settled)
            tree |= entry.written(lang, existing)
            problems += entry.problems
            partly += found[:1] if entry.words.lacking else []
    problems += _told(unknown, "AA607", f"of no entry in '{source}'", "they were withdrawn or renamed since")
    hint = "translate what is left, and import again"
    problems += _told(partly, "AA603", "of entries that are not translated wholly", hint)
    return tree, problems


def titles(
    messages: Iterable[Message], library: Library, lang: str, existing: Mapping[str, bytes]
) -> tuple[Tree, list[Problem]]:
    """`_topic.yml` of topics that had no title in the language; `existing` are these files by their path below faq/."""
    found = []
    for message in messages:
        topic = library.topics.get(message.context.removeprefix(TOPIC).removesuffix("/title"))
        usable = message.context.startswith(TOPIC) and message.translation.strip() and not message.fuzzy
        if topic and usable and topic.titles.get(library.settings.source) == message.text:
            place = Place(message.path, message.line)
            found.append(topics.Topic(topic.id, place, {lang: one_line(message.translation)}))
    made, problems = topics.written(found, existing, library.settings.source)
    told = [replace(problem, place=replace(problem.place, path=f"faq/{problem.place.path}")) for problem in problems]
    return {f"faq/{path}": content for path, content in made.items() if content != existing.get(path)}, told


def _told(of: Sequence[Message], code: str, what: str, hint: str) -> list[Problem]:
    """One problem for all such entries."""
    if not of:
        return []
    names = ", ".join(message.context.partition("/")[0][:80] for message in of[:_NAMED])
    more = f" and {len(of) - _NAMED} more" if len(of) > _NAMED else ""
    place = Place(of[0].path, of[0].line)
    return [warning(place, code, f"not imported: translations {what}: {names}{more}", hint)]


class _Entry:
    """One entry, its translation in the project if there is one, and what a PO file says of it."""

    def __init__(
        self, original: Entry, translated: Entry | None, messages: Sequence[Message], *, settled: bool
    ) -> None:
        self.original = original
        self.translated = translated
        self.settled = settled
        """Whether the translation in the project says what its source says now."""
        self.messages = {(message.context, message.text): message for message in messages}
        self.place = Place(messages[0].path, messages[0].line)
        self.problems: list[Problem] = []
        self.words = Words()

    def written(self, lang: str, existing: Mapping[str, str]) -> dict[str, bytes]:
        """The file, if it is to be written."""
        made_from = present = of_entry(self.original)
        if stale := self._stale():
            made_from = self._take_older()
        else:
            self._take(segments(self.original))
        if self.words.lacking:
            return {}
        same = self.translated is not None and self._same(self.translated)
        if self.words.unsure and not stale:
            made_from = self._unsure(present)
        if same and (stale or self._said(made_from)):
            return {}
        if stale:
            about = f"'{self.original.id}' has changed since it was exported"
            message = f"{about}: taken as a translation of the older text"
            self.problems.append(warning(self.place, "AA618", message, _SAME))
        path = self.translated.path if self.translated else self._path(lang)
        before = existing.get(path, "")
        if before and not same and not self._untouched():
            message = "kept: the translation was changed since the PO file was exported"
            hint = "compare the two; to take the PO file's words, delete the file and import again"
            self.problems.append(warning(Place(path), "AA605", message, hint))
            return {}
        return self._file(path, before, made_from)

    def _said(self, made_from: str) -> bool:
        """Whether the file says already what its words, which are the same, were made from."""
        recorded = self.translated.source if self.translated else ""
        if not self.words.unsure:
            return self.settled or recorded == made_from
        return not self.settled or recorded == made_from

    def _file(self, path: str, before: str, made_from: str) -> dict[str, bytes]:
        right = self.original.posts.quiz.right if self.original.posts.quiz else 0
        text = edited(before, self.words, made_from, right) if before else new(self.words, made_from, right)
        if text is None:
            self.problems.append(Problem(Place(path), "AA119", _CANNOT, "write it as 'key: value' lines"))
        return {} if text is None else {path: text.encode()}

    def _path(self, lang: str) -> str:
        return f"{self.original.path.removesuffix(f'.{self.original.lang}.md')}.{lang}.md"

    # -- what the PO file has ---------------------------------------------------------------

    def _stale(self) -> bool:
        """Whether the source says something that the file does not know."""
        answer = whole(self.original)
        as_one = (answer.context, answer.text) in self.messages
        wanted = (s for s in segments(self.original) if not (as_one and s.part == ANSWER))
        return any((segment.context, segment.text) not in self.messages for segment in wanted)

    def _take(self, wanted: Iterable[Segment]) -> None:
        """The present segments of the source, each by its context and text."""
        answer = whole(self.original)
        as_one = self.messages.get((answer.context, answer.text))
        if as_one:
            wanted = [*(segment for segment in wanted if segment.part != ANSWER), answer]
        for segment in wanted:
            self._put(segment.part, self.messages[segment.context, segment.text])
        self._drop_halves()

    def _take_older(self) -> str:
        """All that the file has of the answer, in its order; the fingerprint of the source text that it had."""
        old: dict[str, list[str]] = {}
        for message in self.messages.values():
            part = message.context.partition("/")[2].partition("#")[0]
            old.setdefault(part, []).append(message.text)
            if part in {"question", "short", ANSWER, WHOLE}:
                self._put(part, message)
        if not self.words.question or not self.words.answer:
            self.words.lacking += 1

        def one(part: str) -> str:
            return "\n".join(old.get(part, []))

        body = "\n\n".join(old.get(WHOLE) or old.get(ANSWER, []))
        quiz = self.original.posts.quiz
        right = str(quiz.right) if quiz and old.get("posts.quiz.question") else ""
        keys = ("tip", "myth.fact", "myth.myth", "myth.why", "did_you_know", "changed", "quiz.question", "quiz.options")
        posts = [one(f"posts.{key}") for key in keys]
        return fingerprint(
            (one("question"), one("short"), body, *posts, right, one("posts.quiz.why"), one("posts.checklist"))
        )

    def _put(self, part: str, message: Message) -> None:
        """A translation where it belongs, if it can be taken."""
        words, fault = message.translation, ""
        if words.strip():
            fault = missing(message.text, words) if len(words) <= MAX_TEXT else f"has more than {MAX_TEXT} characters"
        if fault:
            about = f"not taken: the translation of '{' '.join(message.text.split())[:60]}' {fault}"
            hint = "write it there as the source has it, and import again"
            self.problems.append(warning(Place(message.path, message.line), "AA619", about, hint))
        usable = bool(words.strip()) and not fault
        if usable and message.fuzzy:
            self.words.unsure.add(message.text)
        if part in {"question", ANSWER, WHOLE}:
            self.words.lacking += not usable
        if not usable:
            return
        if part == "question":
            self.words.question = one_line(words)
        elif part == "short":
            self.words.short = one_line(words)
        elif part in {ANSWER, WHOLE}:
            self.words.answer.append(_indented(message.text, words.rstrip()))
        else:
            self.words.posts[part.removeprefix("posts.")] = one_line(words)

    def _drop_halves(self) -> None:
        """A quiz, a myth or a checklist is translated wholly or not at all."""
        wanted = [s.part.removeprefix("posts.") for s in segments(self.original) if s.part.startswith("posts.")]
        for group in {key.partition(".")[0] for key in wanted if not key.startswith("own.")}:
            keys = [key for key in wanted if key.partition(".")[0] == group]
            if any(key not in self.words.posts for key in keys):
                self.words.posts = {k: text for k, text in self.words.posts.items() if k not in keys}

    # -- what the project has ----------------------------------------------------------------

    def _same(self, translated: Entry) -> bool:
        """Whether the translation in the project says all this already."""
        question, short, body = translated.written
        said = {f"{key}": text for key, text in _posts_of(translated).items()}
        return (
            one_line(question) == self.words.question
            and one_line(short) in {self.words.short, one_line(short) if not self.words.short else ""}
            and pieces(body) == pieces("\n\n".join(self.words.answer))
            and all(one_line(said.get(key, "")) == text for key, text in self.words.posts.items())
        )

    def _untouched(self) -> bool:
        """Whether the translation is still the one that was there when the file was exported."""
        notes = " ".join(note for message in self.messages.values() for note in message.notes)
        return self.translated is not None and f"{MADE_OF} {of_entry(self.translated)}" in notes

    def _unsure(self, present: str) -> str:
        """The source of a translation that somebody has to look at: any text but the present one."""
        recorded = self.translated.source if self.translated else ""
        if recorded and recorded != present:
            return recorded
        return fingerprint(("", *(s.text for s in segments(self.original) if s.text not in self.words.unsure)))


def _posts_of(entry: Entry) -> dict[str, str]:
    return {s.part.removeprefix("posts."): s.text for s in segments(entry) if s.part.startswith("posts.")}


def _indented(text: str, translation: str) -> str:
    """A piece of a list item stands as far in as its source does, which programs like to trim."""
    indent = text[: len(text) - len(text.lstrip(" "))]
    if not indent or translation.startswith(indent):
        return translation
    return "\n".join(f"{indent}{line}" if line else line for line in translation.split("\n"))
