"""What site engines say when something is wrong, as problems at the files that people wrote. No I/O here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.problems import Place, Problem

_COLOR = re.compile(r"\x1b\[[0-9;]*m")
_LINE = re.compile(r"^(?P<level>WARNING|ERROR|CRITICAL)\s+-\s+(?P<text>.+)$", re.MULTILINE)
_PAGE = re.compile(r"'(?P<page>[^']+\.md)'")
_BLOCK = re.compile(
    r"^(?P<level>Warning|Error): (?P<text>.+)\n"
    r"(?:[^\n]*\[ (?P<page>[^\n]+\.md):(?P<line>\d+):(?P<column>\d+) \][^\n]*\n"
    r"(?:[^\n]*\n){0,3}?[ ]*(?P=line) │ (?P<source>[^\n]*))?",
    re.MULTILINE,
)
"""A message and, drawn below it, where it is: `╭─[ q/time/index.md:95:12 ]` and, two lines on, `95 │ See [this](…`."""
_TARGET = re.compile(r"[^\s)>\"]+")
_STOPPED = re.compile(r"^[\w.]*Error: (?P<text>.+)$", re.MULTILINE)
"""The last line of a traceback."""
_TAIL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One message of an engine; `page` is below docs/, empty where none is named."""

    text: str
    page: str = ""
    breaks: bool = False
    """Whether the engine could not go on."""


Reader = Callable[[str], Iterator[Complaint]]


def mkdocs(output: str) -> Iterator[Complaint]:
    """Lines like `WARNING -  Doc file 'q/time/index.md' contains a link …`; ProperDocs writes the same."""
    for found in _LINE.finditer(output):
        page = _PAGE.search(found["text"])
        yield Complaint(text=found["text"], page=page["page"] if page else "", breaks=found["level"] != "WARNING")


def zensical(output: str) -> Iterator[Complaint]:
    """Blocks with a drawing of the line, in colour even in a pipe; what stops it is a traceback's last line."""
    text = _COLOR.sub("", output)
    for found in _BLOCK.finditer(text):
        # The link itself stands only in the drawing.
        target = _TARGET.match(found["source"] or "", int(found["column"] or 1) - 1)
        words = f"{found['text']}: '{target[0]}'" if target else found["text"]
        yield Complaint(text=words, page=found["page"] or "", breaks=found["level"] == "Error")
    for stopped in _STOPPED.findall(text):
        page = _PAGE.search(stopped)
        if page:
            yield Complaint(text=stopped, page=page["page"], breaks=True)


READERS: Mapping[str, Reader] = MappingProxyType({"mkdocs": mkdocs, "properdocs": mkdocs, "zensical": zensical})


def problems(
    engine: str, output: str, manifest: Mapping[str, tuple[str, int]], *, language: str, failed: bool
) -> list[Problem]:
    """AA120 for what an engine complains of, AA121 for what stops it.

    `manifest`: page below docs/ -> the file and line it was written in. `failed`: it did not end with 0.
    """
    found = [_problem(complaint, manifest) for complaint in READERS[engine](output)]
    if failed and not found:
        text = _COLOR.sub("", output).strip()
        last = " ".join(_STOPPED.findall(text)[-1:] or text.splitlines()[-_TAIL:])
        hint = f"run it by hand in {language}: {engine} build --strict"
        found = [Problem(Place("mkdocs.yml"), "AA121", f"{engine} stopped for {language}: {last}", hint)]
    return list(dict.fromkeys(found))


def _problem(complaint: Complaint, manifest: Mapping[str, tuple[str, int]]) -> Problem:
    path, line = manifest.get(complaint.page, ("mkdocs.yml", 1))
    return Problem(Place(path, line), "AA121" if complaint.breaks else "AA120", complaint.text)
