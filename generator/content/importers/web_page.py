"""Reader of web pages: questions as schema.org's FAQPage in JSON-LD, else those that the page shows to open."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from generator.content.importers import ids, shown
from generator.content.importers.answers import relinked
from generator.content.importers.clean import one_line
from generator.content.importers.disclosures import Question, disclosures
from generator.content.importers.from_html import Tolerant, to_markdown
from generator.content.importers.imported import MAX_TEXT, Imported, not_as_it_was, not_taken_over, unreadable, warning
from generator.content.importers.page_tree import tree
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
_SHORT: Final = re.compile(r"\s*<p class=\"short\">([^<]*)</p>")
"""How our own pages mark a short answer."""
_LANGUAGE: Final = re.compile(r"<html\b[^<>]{0,1000}?\slang\s*=\s*[\"']?([A-Za-z0-9_-]{1,35})", re.IGNORECASE)
_LINK: Final = re.compile(r"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_CANONICAL: Final = re.compile(r"\srel\s*=\s*[\"']?canonical\b", re.IGNORECASE)
_HREF: Final = re.compile(r"\shref\s*=\s*[\"']?(https?://[^\s\"'<>]+)", re.IGNORECASE)
_HEADING: Final = re.compile(r"(?<=<)(/?h)([3-6])\b")


def read(text: str, name: str, lang: str) -> tuple[list[Imported], list[Problem]]:
    """Entries of every FAQPage of a page, or else of what it shows as questions, all in `lang`."""
    page = _Scripts()
    page.feed(f"{text}-->")  # ends an open comment, which the parser else looks at again from each `<!`
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
    if not entries and not problems:
        entries = _on_page(text, name, lang, problems)
    if not entries and not problems:
        hint = "save the page as the browser got it; other FAQs can be imported as CSV or Markdown"
        message = "the page has no FAQPage data, nothing that opens, no <dl>, and no headings that ask"
        problems.append(unreadable(Place(name), message, hint))
    said = language(text)
    if said and said.lower().split("-")[0] != lang.lower().split("-")[0]:
        message = f"the page says that it is in '{said[:20]}', and was read as '{lang}'"
        problems.append(warning(Place(name), "AA606", message, "give the language when importing"))
    return _with_ids(_at(entries, _address(text))), problems + not_taken_over(Place(name), sorted(unused))


def _address(page: str) -> str:
    """What the page says its address is, for links that are relative to it."""
    found = next((tag[0] for tag in _LINK.finditer(page) if _CANONICAL.search(tag[0])), "")
    href = _HREF.search(found)
    return href[1] if href else ""


def _at(entries: list[Imported], address: str) -> list[Imported]:
    """Entries that say no address of their own are parts of the page's."""
    if not address:
        return entries
    return [
        entry if entry.source_url else replace(entry, source_url=f"{address}#{entry.id}" if entry.id else address)
        for entry in entries
    ]


def _with_ids(entries: list[Imported]) -> list[Imported]:
    """Entries whose ids say something, so that what programs have counted becomes no address; links follow."""
    ours = [ids.telling(entry.id) or entry.source_url.endswith(f"/q/{entry.id}/") for entry in entries]
    made = ids.fill([entry if own else replace(entry, id="") for entry, own in zip(entries, ours, strict=True)])
    new = {f"#{old.id}": f"#{entry.id}" for old, entry in zip(entries, made, strict=True) if old.id}
    return [replace(entry, answer=relinked(entry.answer, new.get)) for entry in made]


def language(page: str) -> str:
    """What the page says of its language: `hr-HR`."""
    found = _LANGUAGE.search(page)
    return found[1].replace("_", "-") if found else ""


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


def _on_page(page: str, name: str, lang: str, problems: list[Problem]) -> list[Imported]:
    """Entries that the page's text shows: those that attributes name, else what opens, else headings that ask."""
    elements = tree(page)
    questions = shown.named(elements) or max(disclosures(page), shown.opened(elements), key=len)
    if not questions:
        questions, others = shown.asking(elements)
        problems += not_taken_over(Place(name), [f"the heading '{words[:60]}', which asks nothing" for words in others])
    entries = []
    for found in questions:
        place = Place(name, found.line)
        source = found.answer(page)
        lacking = "has no question" if not found.words else "has no answer" if not source.strip() else ""
        lacking = lacking or (f"has more than {MAX_TEXT} characters" if len(source) > MAX_TEXT else "")
        if lacking:
            problems.append(warning(place, "AA603", f"not imported: '{found.words[:60]}' {lacking}"))
            continue
        entry, lost = _disclosed(found, source, lang, place)
        entries.append(entry)
        problems += not_as_it_was(entry, lost)
    return entries


def _disclosed(found: Question, source: str, lang: str, place: Place) -> tuple[Imported, list[str]]:
    short, rest = split_short(source)
    if found.url:  # a page of our own, whose topics are headings of the second level
        rest = _HEADING.sub(lambda heading: f"{heading[1]}{int(heading[2]) - 1}", rest)
    answer, lost = to_markdown(rest)
    return Imported(
        id=found.id,
        lang=lang,
        category=found.category,
        category_id=found.category_id if found.url or ids.telling(found.category_id) else "",
        question=found.words,
        short=short,
        answer=answer,
        also_asked=tuple(found.also),
        source_url=found.url,
        order=int(found.order) if re.fullmatch(r"[0-9]{1,9}", found.order) else None,
        place=place,
    ), lost


def split_short(source: str) -> tuple[str, str]:
    """The short answer of an answer's HTML, where one is marked as ours are, and the rest."""
    found = _SHORT.match(source)
    return (one_line(html.unescape(found[1])), source[found.end() :]) if found else ("", source)


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


def to_plain(text: str) -> str:
    """A question without tags and entities, on one line."""
    plain = _Text()
    plain.feed(text)
    plain.close()
    return one_line("".join(plain.parts))


class _Text(Tolerant):
    """Gathers what is not a tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        """Text between tags, entities resolved."""
        self.parts.append(data)
