"""Questions of a page without `<details>` or `<dl>`: what its attributes name, what buttons open, headings that ask."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import accumulate, takewhile
from typing import Final

from generator.content.importers.disclosures import Question
from generator.content.importers.page_tree import Element

_ASKS: Final = re.compile(r".*[?\u061f\uff1f][\s\"”“»«’')]*")
_TARGETS: Final = ("aria-controls", "data-bs-target", "data-target", "href")
_TOGGLES: Final = ("data-bs-toggle", "data-toggle")
_BOLD: Final = frozenset({"strong", "b"})
_LOWEST: Final = 7
"""The level of a bold line, below those of headings."""
_CALLED: Final = 8
"""The level of what is called a question, and has no heading in it."""
_QUESTION: Final = re.compile(
    r"(?:^|[\s_-])(?:question|faq-?q|accordion-?(?:title|header|heading))(?:$|\s|-?(?:text|title)\b)", re.IGNORECASE
)
_CLIMBED: Final = 4
"""Elements that a button may be wrapped in, and icons that may stand between it and what it opens."""


def named(page: Element) -> list[Question]:
    """Questions that the page's attributes name as schema.org's, in microdata or RDFa."""
    found = [one for one in page.within() if _is_question(one)]
    titles = _Titles(page, found, found)
    return [_named(one, titles) for one in found]


def _is_question(one: Element) -> bool:
    names = f"{one.attrs.get('itemtype', '')} {one.attrs.get('typeof', '')}".split()
    return any(re.split("[/:]", name)[-1] == "Question" for name in names)


def _named(one: Element, titles: _Titles) -> Question:
    def part(of: Element, name: str) -> Element | None:
        return of.first(lambda inner: name in _properties(inner))

    name, answer = part(one, "name"), part(one, "acceptedAnswer")
    words = (name.words() or name.attrs.get("content", "")) if name else ""
    text = (part(answer, "text") or answer) if answer else None
    return _question(one, words, titles.above(one), [(text.inside, text.last)] if text else [])


def _properties(one: Element) -> set[str]:
    names = f"{one.attrs.get('itemprop', '')} {one.attrs.get('property', '')}".split()
    return {re.split("[/:]", name)[-1] for name in names}


def opened(page: Element) -> list[Question]:
    """Questions that a button opens, as WAI-ARIA and Bootstrap have them; one that opens further ones is a category."""
    by_id = {one.attrs["id"]: one for one in page.within() if one.attrs.get("id")}
    first: dict[Element, Element] = {}
    for one in page.within():
        if _opens(one) and not one.is_around() and (panel := _panel(one, by_id)):
            first.setdefault(panel, one)
    opening = {panel: one for panel, one in first.items() if not panel.is_menu()}
    buttons = set(opening.values())
    groups = {panel: one for panel, one in opening.items() if any(inner in buttons for inner in panel.within())}
    single = {panel: one for panel, one in opening.items() if panel not in groups and one.attrs.get("role") != "tab"}
    titles = _Titles(page, single.values(), single, groups)
    return [
        _question(one, one.words(), titles.above(one), [(panel.inside, panel.last)], panel.attrs.get("id", ""))
        for panel, one in sorted(single.items(), key=lambda pair: pair[1].start)
    ]


def _opens(one: Element) -> bool:
    expands = "aria-expanded" in one.attrs or "aria-controls" in one.attrs
    return expands or any(one.attrs.get(name) == "collapse" for name in _TOGGLES)


def _panel(one: Element, by_id: Mapping[str, Element]) -> Element | None:
    """What a button opens: what it names, else what stands next to it, or to the heading that it is in."""
    for name in _TARGETS:
        target = by_id.get(one.attrs.get(name, "").removeprefix("#"))
        if target and not target.start <= one.start < target.end:
            return target
    for above in list(one.outside())[:_CLIMBED]:
        at = bisect_right(above.children, one.start, key=lambda child: child.start)
        after = [child for child in above.children[at : at + _CLIMBED] if child.words()]
        if after:
            return None if _opens(after[0]) else after[0]
        one = above
    return None


def asking(page: Element) -> tuple[list[Question], list[str]]:
    """Headings that ask, each with what stands below it, and the words of those among them that do not.

    A bold line that asks counts as a heading where it begins a paragraph, and so does what its class calls a question.
    """
    levels = _levels(page)
    lines = [one for one in page.within() if one in levels and one.words() and not one.is_around()]
    asked = [one for one in lines if levels[one] == _CALLED or _ASKS.fullmatch(one.words())]
    times = Counter(levels[one] for one in asked)
    level = max(sorted(times), key=lambda level: times[level], default=0)
    found = [one for one in asked if levels[one] == level]
    if not found:
        return [], []
    end = _common(found).last
    ends = sorted({end, *(one.start for one in page.within() if one.ends_text() or levels.get(one, 99) <= level)})
    titles = _Titles(page, found, (), below=level)
    questions = [
        _question(one, one.words(), titles.above(one), [(one.end, ends[bisect_right(ends, one.start)])])
        for one in found
    ]
    own = set(found)
    others = [one for one in lines if levels[one] == level and one not in own and found[0].start < one.start < end]
    return questions, [one.words() for one in others]


def _common(found: Iterable[Element]) -> Element:
    """The smallest element that all are in, and the text that follows the last; the page where there is but one."""
    first, *others = found
    around = [one for one in first.outside() if one.tag != "p"]
    for other in others:
        around = [one for one in around if one.start <= other.start < one.end]
    whole = [one for one in around if others or one.tag in {"", "body", "main", "article", "section"}]
    return (whole or around)[0]


def _levels(page: Element) -> dict[Element, int]:
    """What stands above text, and on which level; what is called a question is none where it holds another."""
    levels: dict[Element, int] = {}
    holding: set[Element] = set()
    for one in reversed([*page.within()]):
        above = one.above
        bold = one.tag in _BOLD and above and above.tag in {"p", "div", "td"} and above.begins_with(one)
        called = one not in holding and _QUESTION.search(one.attrs.get("class", ""))
        if level := one.level or (_LOWEST if bold else _CALLED if called else 0):
            levels[one] = level
            holding.update(takewhile(lambda above: above not in holding, one.outside()))
    return levels


def _question(one: Element, words: str, title: Element | None, spans: list[tuple[int, int]], id_: str = "") -> Question:
    category, category_id = (title.words(), title.attrs.get("id", "")) if title else ("", "")
    return Question(
        line=one.line,
        id=id_ or _id(one),
        words=words,
        category=category,
        category_id=category_id,
        spans=spans,
    )


def _id(one: Element) -> str:
    """Its own, else that of what begins with it, as `<section id="cost"><h3>`."""
    for above in one.outside():
        if one.attrs.get("id") or not above.begins_with(one) or above.tag in {"", "body"}:
            break
        one = above
    return one.attrs.get("id", "")


class _Titles:
    """Headings that name what questions are about: none that is one of them, or a part of an answer."""

    def __init__(
        self,
        page: Element,
        questions: Iterable[Element],
        answers: Iterable[Element],
        groups: Mapping[Element, Element] | None = None,
        *,
        below: int = _LOWEST,
    ) -> None:
        self.groups = groups or {}
        own: Collection[Element] = {part for one in questions for part in (one, *one.outside())}
        spans = sorted((one.start, one.end) for one in answers)
        starts, ends = [start for start, _ in spans], list(accumulate((end for _, end in spans), max))
        self.found = [
            one
            for one in page.within()
            if 1 < one.level < below
            and one not in own
            and not one.is_around()
            and not ((at := bisect_right(starts, one.start)) and one.start < ends[at - 1])
        ]
        self.starts = [one.start for one in self.found]

    def above(self, question: Element) -> Element | None:
        """The one that a question stands under."""
        for one in question.outside():
            if one in self.groups:
                return self.groups[one]
        at = bisect_left(self.starts, question.start)
        return self.found[at - 1] if at else None
