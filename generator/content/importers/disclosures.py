"""Questions that a web page shows as `<details>`, or as terms of a `<dl>`, under headings that name their category."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.content.importers.clean import one_line
from generator.content.importers.tolerant import UNREAD, Tolerant

_HEADING: Final = re.compile(r"h[2-6]")
"""The first level is the page's own title."""


@dataclass(slots=True, kw_only=True)
class Question:
    """A question and where its answer stands in the page."""

    line: int
    id: str = ""
    order: str = ""
    url: str = ""
    """The address that the answer has by itself, where the page says one."""
    category: str = ""
    category_id: str = ""
    words: str = ""
    also: list[str] = field(default_factory=list)
    """Further terms above one description."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Of the answer, from one offset to another; a term may have several descriptions."""
    above: Question | None = None
    """What it stands in."""
    has_words: bool = False
    """Whether there is more in it than further questions, which would make it a category."""
    has_questions: bool = False

    def answer(self, page: str) -> str:
        """HTML."""
        return "\n\n".join(page[start:end] for start, end in self.spans)


def disclosures(page: str) -> list[Question]:
    """All of a page, in its order; those without an answer have no spans."""
    return list(_Disclosures(page).finished())


class _Disclosures(Tolerant):
    """Notes where summaries, terms and what they disclose begin and end."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.lines = [0, *(found.end() for found in re.finditer("\n", page))]
        self.found: list[Question] = []
        self.details: Question | None = None
        self.term: Question | None = None
        self.reading = ""
        """`summary`, `dt` or a heading while its words come."""
        self.words: list[str] = []
        self.category = self.category_id = self.heading_id = ""
        self.skipping = ""

    def finished(self) -> Iterator[Question]:
        """Those that are questions of their own: not categories, and no part of another's answer."""
        self.feed(self.page)
        self.close()
        end = len(self.page)
        self._end_description(end)
        while self.details:
            self._end_details(end)
        inside: set[int] = set()
        for one in self.found:
            if one.above and (id(one.above) in inside or one.above.has_words):
                inside.add(id(one))
            elif one.has_words or not one.has_questions:
                yield one

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Something begins."""
        values = {name: one_line(value or "") for name, value in attrs}
        if self.skipping:
            return
        if tag in UNREAD:
            self.skipping = tag
        elif tag == "details":
            self._begin_details(values)
        elif self.details:
            if tag == "summary" and not self.details.words:
                self.details.id = self.details.id or values.get("id", "")
                self._begin_words(tag)
        elif tag == "dt":
            self._end_description(self._offset())
            self._begin_term(values)
        elif tag == "dd" and self.term:
            self._end_words(tag)
            self._end_description(self._offset())
            self.term.spans.append((self._offset() + len(self.get_starttag_text() or ""), -1))
        elif _HEADING.fullmatch(tag) and not self.term:
            self.heading_id = values.get("id", "")
            self._begin_words(tag)

    def handle_endtag(self, tag: str) -> None:
        """Something ends."""
        if self.skipping:
            self.skipping = "" if tag == self.skipping else self.skipping
        elif tag == self.reading:
            self._end_words(tag)
        elif tag == "details" and self.details:
            self._end_details(self._offset())
        elif tag in {"dd", "dl"} and not self.details:
            self._end_description(self._offset())
            self.term = None if tag == "dl" else self.term

    def handle_data(self, data: str) -> None:
        """Words of a question, or of an answer."""
        if self.skipping:
            return
        if self.reading:
            self.words.append(data)
        elif self.details is not None and data.strip():
            self.details.has_words = True

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def _begin_words(self, tag: str) -> None:
        self.reading, self.words = tag, []

    def _end_words(self, tag: str) -> None:
        """A summary, term or heading is over, be it because another begins."""
        read, self.reading = self.reading, ""
        words = one_line("".join(self.words))
        if read == "summary" and self.details:
            self.details.words = words
            end = self.page.find(">", self._offset())
            self.details.spans = [(len(self.page) if end < 0 else end + 1, -1)]
        elif read == "dt" and self.term:
            if self.term.words:
                self.term.also.append(words)
            self.term.words = self.term.words or words
        elif read == tag and words:
            self.category, self.category_id = words, self.heading_id

    def _made(self, values: dict[str, str]) -> Question:
        above = self.details
        named = (above.words, above.id) if above and above.words else (self.category, self.category_id)
        made = Question(
            line=self.getpos()[0],
            id=values.get("id", ""),
            order=values.get("data-order", ""),
            url=values.get("data-url", ""),
            category=named[0],
            category_id=named[1],
            above=above,
        )
        self.found.append(made)
        return made

    def _begin_details(self, values: dict[str, str]) -> None:
        if self.reading == "summary":  # whose end is missing
            self._end_words(self.reading)
        self.reading = ""
        if self.details:
            self.details.has_questions = True
        self.details = self._made(values)

    def _end_details(self, end: int) -> None:
        if self.details is None:
            return
        self.reading = ""
        self.details.spans = [(start, end) for start, _ in self.details.spans]
        self.details = self.details.above

    def _begin_term(self, values: dict[str, str]) -> None:
        if self.term is None or self.term.spans:
            self.term = self._made(values)
        self._begin_words("dt")

    def _end_description(self, end: int) -> None:
        if self.reading == "dt":
            self._end_words("dt")
        if self.term and self.term.spans and self.term.spans[-1][1] < 0:
            self.term.spans[-1] = (self.term.spans[-1][0], end)
