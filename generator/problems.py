"""What is wrong, where, and what to do about it: plain values and three ways to print them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops every output; a warning never does."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file; lines and columns count from 1, as editors do."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{visible(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend; `code` is a heading in docs of problem codes."""

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        line = f"{self.place}: {self.severity} {self.code} {visible(self.message)}"
        return f"{line}\n    {visible(self.hint)}" if self.hint else line


def visible(text: str) -> str:
    """Hostile file names and values cannot move the cursor, colour the terminal or fake a line."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether output must be withheld."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def summary(problems: Iterable[Problem]) -> str:
    """`2 errors, 1 warning`."""
    count = Counter(problem.severity for problem in problems)
    return ", ".join(f"{count[s]} {s}{'' if count[s] == 1 else 's'}" for s in Severity)


def as_text(problems: Iterable[Problem]) -> str:
    """A line a problem, the hint indented below it."""
    return "\n".join(map(str, sorted(set(problems))))


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    return "\n".join(
        f"::{p.severity} file={_property(p.place.path)},line={p.place.line},col={p.place.column},title={p.code}"
        f"::{_data(p.message + (' - ' + p.hint if p.hint else ''))}"
        for p in sorted(set(problems))
    )


def _data(text: str) -> str:
    """GitHub's escapes for the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """GitHub's escapes for a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects: path, line, column, severity, code, message, hint."""
    return json.dumps(as_data(problems), ensure_ascii=False, indent=1)


def as_data(problems: Iterable[Problem]) -> list[dict[str, str | int]]:
    """The same as plain values."""
    return [
        {**asdict(p.place), "severity": p.severity, "code": p.code, "message": p.message, "hint": p.hint}
        for p in sorted(set(problems))
    ]


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
