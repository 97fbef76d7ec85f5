"""The files of a helpdesk's export, as its data file describes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.content.placeholders import Placeholder
from generator.content.schema.helpdesks import AnswerFile, HelpdeskFile
from generator.export.helpdesk.espanso import match_file
from generator.export.helpdesk.syntax import Canned
from generator.export.writing import Directives, as_csv, as_json, fill, fixed
from generator.files import Tree
from generator.language import Language

_LANGUAGE = "{language}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """Answers that are written together; what is asked of them as one is the first one's."""

    answers: tuple[Canned, ...]
    spec: HelpdeskFile
    languages: Mapping[str, Language]

    def field(self, name: str) -> str:
        """A field of the schema's AnswerField."""
        first = self.answers[0]
        answer = first.answer
        if name == "text":
            return first.text
        if name == "shortcut":
            return f"{answer.shortcut}.{answer.language}"
        if name == "locale":
            return self.languages[answer.language].tag
        if name == "language_id":
            return language_id(answer.language, self.spec)
        return str(getattr(answer, name))

    def each(self) -> list[Several]:
        """One by one."""
        return [self._of([one]) for one in self.answers]

    def questions(self) -> list[Several]:
        """Each with its languages."""
        found: dict[str, list[Canned]] = {}
        for one in self.answers:
            found.setdefault(one.answer.key, []).append(one)
        return [self._of(some) for some in found.values()]

    def _of(self, some: Sequence[Canned]) -> Several:
        return Several(answers=tuple(some), spec=self.spec, languages=self.languages)


def language_id(code: str, spec: HelpdeskFile) -> str:
    """The number by which the tool knows a language, or what is to be put there."""
    return spec.ids.get(code, f"<{spec.id_of_language} of {code}>")


def files(answers: Sequence[Canned], spec: HelpdeskFile, languages: Mapping[str, Language]) -> Tree:
    """Every file by its path; none without an answer in it."""
    tree = {}
    for file in spec.files:
        for path, some in _shares(file, answers):
            tree[path] = _content(file, Several(answers=tuple(some), spec=spec, languages=languages))
    return tree


def _shares(file: AnswerFile, answers: Sequence[Canned]) -> Iterator[tuple[str, list[Canned]]]:
    if _LANGUAGE not in file.path:
        if answers:
            yield file.path, list(answers)
        return
    by_language: dict[str, list[Canned]] = {}
    for one in answers:
        by_language.setdefault(one.answer.language, []).append(one)
    for code, some in by_language.items():
        yield file.path.replace(_LANGUAGE, code), some


def _content(file: AnswerFile, some: Several) -> bytes:
    if file.kind == "espanso":
        return match_file(some.answers, some.languages)
    if file.kind == "json":
        return as_json(fill(file.shape, some, _DIRECTIVES))
    if file.rows == "placeholders":
        rows = [[row[c.field] if c.field else c.value or "" for c in file.columns] for row in _placeholders(some)]
    else:
        rows = [[one.field(c.field) if c.field else c.value or "" for c in file.columns] for one in some.each()]
    return as_csv([[column.title for column in file.columns], *rows], bom=file.bom)


def _placeholders(some: Several) -> list[dict[str, str]]:
    """What the texts leave open, how it is written, and which replies ask for it."""
    used: dict[Placeholder, dict[str, None]] = {}
    written: dict[Placeholder, str] = {}
    for one in some.answers:
        written |= one.written
        for placeholder in one.answer.placeholders:
            used.setdefault(placeholder, {})[one.answer.id] = None
    ordered = sorted(used, key=lambda placeholder: (placeholder.name, placeholder.type))
    return [
        {"placeholder": one.name, "type": one.type, "written": written[one], "replies": " ".join(used[one])}
        for one in ordered
    ]


Shape: TypeAlias = Mapping[str, Any]


def _field(shape: Shape, some: Several) -> Any:  # noqa: ANN401 - a number where the tool wants one
    found = some.field(shape["answer"])
    if shape["answer"] == "language_id" and found.isdecimal():
        return int(found)
    return f"{shape.get('before', '')}{found}{shape.get('after', '')}"


def _each_question(shape: Shape, some: Several) -> list[Any]:
    return [fill(shape["each_question"], one, _DIRECTIVES) for one in some.questions()]


def _each_answer(shape: Shape, some: Several) -> list[Any]:
    return [fill(shape["each_answer"], one, _DIRECTIVES) for one in some.each()]


_DIRECTIVES: Directives[Several] = {
    "answer": _field,
    "each_question": _each_question,
    "each_answer": _each_answer,
    "json": fixed,
}
