"""Questions that a web page tells machines as schema.org's FAQPage in JSON-LD, also where they are apart in a graph."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from generator.content.importers.from_html import to_markdown
from generator.content.importers.imported import MAX_TEXT, Imported, not_as_it_was, not_taken_over, warning
from generator.content.importers.plain import split_short, to_plain
from generator.content.importers.tolerant import Tolerant
from generator.problems import Place, Problem

_USED: Final = frozenset(
    {
        "@type",
        "@id",
        "@context",
        "name",
        "text",
        "acceptedAnswer",
        "position",
        "about",
        "alternateName",
        "keywords",
        "url",
        "answerCount",
        "inLanguage",
    }
)


def read(text: str, name: str, lang: str) -> tuple[list[Imported], list[Problem]]:
    """Entries of every FAQPage of a page, all in `lang`."""
    page = _Scripts()
    page.feed(text)
    page.close()
    problems: list[Problem] = []
    nodes: list[tuple[dict[str, Any], Place]] = []
    for line, script in page.finished():
        place = Place(name, line)
        try:
            nodes += [(node, place) for node in _nodes(json.loads(_bare(script), strict=False))]
        except (ValueError, RecursionError) as error:
            problems.append(warning(place, "AA603", f"not imported: this JSON-LD is not readable ({error})"))
    entries, unused = _entries(nodes, lang, problems)
    return entries, problems + not_taken_over(Place(name), sorted(unused))


class _Scripts(Tolerant):
    """Finds the JSON-LD blocks of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[tuple[int, list[str]]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block."""
        values = dict(attrs)
        kind = (values.get("type") or "").partition(";")[0].strip().lower()
        self.inside = tag == "script" and kind == "application/ld+json"
        if self.inside:
            self.scripts.append((self.getpos()[0], []))

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        """Text of a block."""
        if self.inside:
            self.scripts[-1][1].append(data)

    def finished(self) -> Iterator[tuple[int, str]]:
        """Line and text of each block."""
        return ((line, "".join(parts)) for line, parts in self.scripts)


def _bare(script: str) -> str:
    """JSON without the comment marks that old pages put around scripts."""
    script = script.strip()
    for opening, closing in (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>")):
        if script.startswith(opening):
            script = script.removeprefix(opening).removesuffix(closing).strip()
    return script


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    """Every object in JSON-LD, outer before inner, in the order of the page."""
    waiting = [data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            yield item
            waiting.extend(reversed(list(item.values())))
        elif isinstance(item, list):
            waiting.extend(reversed(item))


def _is(node: dict[str, Any], kind: str) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(n, str) and n.rpartition("/")[2].rpartition(":")[2] == kind for n in names)


def _entries(
    nodes: list[tuple[dict[str, Any], Place]], lang: str, problems: list[Problem]
) -> tuple[list[Imported], set[str]]:
    by_id = {node["@id"]: node for node, _ in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    entries: list[Imported] = []
    unused: set[str] = set()
    seen: set[int] = set()
    for page, place in nodes:
        if not _is(page, "FAQPage"):
            continue
        for question in _resolved(page.get("mainEntity"), by_id):
            if id(question) in seen:  # one question may be named by two pages of a graph
                continue
            seen.add(id(question))
            entry, lost = _entry(question, by_id, lang, place)
            if isinstance(entry, str):
                problems.append(warning(place, "AA603", f"not imported: {entry}"))
                continue
            entries.append(entry)
            unused |= {f"{key} of a Question" for key in question if key not in _USED}
            problems += not_as_it_was(entry, lost)
    return entries, unused


def _resolved(value: object, by_id: dict[str, dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Objects of a value that may be one or a list, and may only point at objects elsewhere."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            reference = item.get("@id")
            yield by_id.get(reference, item) if len(item) == 1 and isinstance(reference, str) else item


def _entry(
    question: dict[str, Any], by_id: dict[str, dict[str, Any]], lang: str, place: Place
) -> tuple[Imported | str, list[str]]:
    """The entry, or why there is none; and what its HTML lost."""
    name = question.get("name") or question.get("text")
    if not isinstance(name, str):
        return "a Question has no name", []
    name = to_plain(name)
    answers = [a["text"] for a in _resolved(question.get("acceptedAnswer"), by_id) if isinstance(a.get("text"), str)]
    if not answers:
        return f"the question '{name[:60]}' has no acceptedAnswer with a text", []
    if len(answers[0]) > MAX_TEXT:
        return f"the answer to '{name[:60]}' has more than {MAX_TEXT} characters", []
    short, rest = split_short(answers[0])
    answer, lost = to_markdown(rest)
    if len(answers) > 1:
        lost.append(f"{len(answers) - 1} more acceptedAnswer")
    address = question.get("@id")
    fragment = address.partition("#")[2] if isinstance(address, str) else ""
    about = next(iter(_resolved(question.get("about"), by_id)), {})
    order = question.get("position")
    return Imported(
        id=fragment,
        lang=lang,
        category=to_plain(_text(about, "name")),
        category_id=_text(about, "identifier"),
        question=name,
        short=short,
        answer=answer,
        order=order if isinstance(order, int) and not isinstance(order, bool) else None,
        also_asked=_texts(question.get("alternateName")),
        tags=_texts(question.get("keywords")),
        source_url=_text(question, "url"),
        place=place,
    ), lost


def _text(node: dict[str, Any], key: str) -> str:
    value = node.get(key)
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    """One text, or those of a list; what is no text is left out."""
    return tuple(to_plain(item) for item in (value if isinstance(value, list) else [value]) if isinstance(item, str))
