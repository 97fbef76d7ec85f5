"""Pages of a Markdown folder, one question each: what MkDocs and Docusaurus have in common."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit

from generator.content.importers.answers import relinked
from generator.content.importers.clean import one_line
from generator.content.importers.ids import valid
from generator.content.importers.imported import Imported, not_taken_over, warning
from generator.content.importers.markdown_page import plain_heading
from generator.content.importers.topics import title_of
from generator.content.source import decode, read_markdown
from generator.problems import Place, Problem, has_errors
from generator.slug import slug
from generator.text import blank_code, outside_code

SUFFIXES: Final = (".md", ".mdx", ".markdown")
_H1: Final = re.compile(r"[ \t\n]*#[ \t]+([^\n]*)(?:\n|\Z)")
_MDX: Final = re.compile(r"^(?:import\b[^\n]*\bfrom\b|import\s+['\"]|export\s)[^\n]*\n?", re.MULTILINE)
_FENCE: Final = re.compile(r"[ \t]*:{3,}[ \t]*(?:([\w-]+)(?:\[([^\]]*)\]|[ \t]+([^{\n]*))?[^\n]*)?")
_FOLDED: Final = re.compile(r"^\?\?\?\+?(?=([ \t]+[\w-]+[^\n]*)$)[^\n]*", re.MULTILINE)
_FIRST: Final = re.compile(r"\n*(\S[^\n]*(?:\n(?![{]:)[^\n]+)*)(?:\n\{:[^\n{}]*\}[ \t]*)?(?:\n+|\Z)")
"""A first paragraph, with marks of its own or without."""
_LINKS: Final = re.compile(
    r"!?\[(?:[^\[\]\\]|\\.)*\]\([^()\s]*\)|^[ \t]*(?:[-*+]|\d+\.|#+ [^\n]*|<!--.*?-->)", re.MULTILINE
)
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ORIGIN: Final = "http://localhost"
_MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page with what its folder says of it."""

    path: str
    """In the source."""
    lang: str
    where: str
    """Below the pages' folder, as links in the same language name it: `delivery/time.md`."""
    name: str
    """As it stands in the address: `delivery/time`."""
    data: Mapping[str, Any]
    title: str
    heading: str
    body: str
    category: str = ""
    category_id: str = ""
    order: int | None = None
    rank: tuple[float, ...] = ()
    """Its place among the others, whatever their order is called."""
    address: str = ""
    """On the published site; empty where nobody knows that it was published."""
    used: frozenset[str] = field(default_factory=frozenset)
    """Keys of the front matter that are taken over, or say nothing to readers."""


def parsed(content: bytes, path: str) -> tuple[Mapping[str, Any], str, list[Problem]]:
    """Front matter and text of a page; where it cannot be read, problems (AA603)."""
    text, problems = decode(content, path)
    if text is None:
        return {}, "", [warning(Place(path), "AA603", f"not imported: {problems[0].message}")]
    if not text.startswith("---"):
        return {}, text, []
    source, problems = read_markdown(text, path)
    if has_errors(problems):
        first = next(problem for problem in problems if problem)
        return {}, "", [warning(first.place, "AA603", f"not imported: {first.message}", first.hint)]
    return source.data, source.body, []


def heading_of(body: str) -> tuple[str, str]:
    """The first-level heading that a page begins with, in plain words, and the text below it."""
    found = _H1.match(body)
    return (plain_heading(found[1]), body[found.end() :]) if found else ("", body)


def text_of(data: Mapping[str, Any], key: str) -> str:
    """A value that is one line of text, else nothing."""
    value = data.get(key)
    return one_line(value) if isinstance(value, str) else ""


def tags_of(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Tags as words; Docusaurus also has them with a label."""
    value = data.get("tags")
    rows = value if isinstance(value, list) else []
    names = (row.get("label") if isinstance(row, Mapping) else row for row in rows)
    return tuple(name for name in names if isinstance(name, str))


def entries(pages: Iterable[Page]) -> tuple[list[Imported], list[Problem]]:
    """An entry a page, in the order that the folder gives them; links between pages become links to entries."""
    ordered = sorted(pages, key=lambda page: (page.rank, page.name, page.lang))
    found: list[Imported] = []
    problems: list[Problem] = []
    kept = []
    for page in ordered:
        if page.body.strip() and not _LINKS.sub("", page.body).strip():
            problems.append(warning(Place(page.path), "AA614", "not imported: the page only links to others"))
        else:
            kept.append(page)
    ids = _ids(kept)
    links = _Links(kept, ids)
    unused: dict[str, str] = {}
    for page in kept:
        body, notes = _without_code(page.body)
        body = relinked(body, lambda target, page=page, notes=notes: links.follow(target, page, notes))  # type: ignore[misc]
        question = page.title or page.heading or title_of(page.name.rpartition("/")[2])
        if page.heading and page.heading != question:
            notes.append(f"the heading '{page.heading[:60]}'")
        if not (page.title or page.heading):
            notes.append(f"it has no title and is called '{question}'")
        found.append(_entry(page, ids[page.name], question, body))
        unused |= {key: unused.get(key, page.path) for key in page.data if key not in page.used}
        if notes:
            message = f"not taken over as it was: {', '.join(dict.fromkeys(notes))}"
            problems.append(warning(Place(page.path), "AA614", message, "look at the entry and mend it"))
    names = [f"front matter '{key}'" for key in unused]
    return found, problems + (not_taken_over(Place(next(iter(unused.values()))), names) if names else [])


def _entry(page: Page, id_: str, question: str, body: str) -> Imported:
    short = text_of(page.data, "description")
    return Imported(
        id=id_,
        lang=page.lang,
        category=page.category,
        category_id=page.category_id,
        question=question,
        answer=_without(short, body),
        order=page.order,
        short=short,
        tags=tags_of(page.data),
        old_address=page.address,
        place=Place(page.path),
    )


def _without(short: str, body: str) -> str:
    """A text whose first paragraph is not the short answer, which stands above it anyway; but one that is no more."""
    found = _FIRST.match(body) if short else None
    said = found is not None and plain_heading(found[1].replace("\n", " ")) == short
    return (said and found and body[found.end() :]) or body


def _ids(pages: Collection[Page]) -> dict[str, str]:
    """Name of a page -> its id: the file's, with the folder's where several files have one name."""

    def stem(name: str) -> str:
        folder, _, last = name.rpartition("/")
        return folder.rpartition("/")[2] if last.lower() in {"index", "readme"} and folder else last

    names = dict.fromkeys(page.name for page in pages)
    times = Counter(stem(name).lower() for name in names)
    return {name: stem(name) if times[stem(name).lower()] == 1 else name.replace("/", "-") for name in names}


class _Links:
    """Where links of a page lead: to a page of the same folder, named by its file or its address."""

    def __init__(self, pages: Collection[Page], ids: Mapping[str, str]) -> None:
        self.by_file = {page.where: slug_of(ids[page.name], page.lang) for page in pages}
        self.by_address = {page.address.rstrip("/"): self.by_file[page.where] for page in pages if page.address}

    def follow(self, target: str, page: Page, notes: list[str]) -> str | None:
        """`entry:id#heading`, or None; what leads nowhere here is noted."""
        if target.startswith("#") or _SCHEME.match(target):
            return None
        name, mark, fragment = target.partition("#")
        file = posixpath.normpath(posixpath.join(posixpath.dirname(page.where), unquote(name))).lstrip("/")
        id_ = self.by_file.get(file) or self.by_address.get(_resolved(name, page))
        if id_ is None:
            if not name.startswith("/") and len(notes) < _MOST_NAMED:
                notes.append(f"a link to '{target[:60]}', which is no page of it")
            return None
        return f"entry:{id_}{mark}{fragment}"


def slug_of(id_: str, lang: str) -> str:
    """The id that an entry of a source gets here, where nobody else has it."""
    return id_ if valid(id_) else slug(id_, lang) or id_


def _resolved(name: str, page: Page) -> str:
    try:
        return urlsplit(urljoin(_ORIGIN + page.address, name)).path.rstrip("/") if page.address else ""
    except ValueError:
        return ""


def _without_code(body: str) -> tuple[str, list[str]]:
    """Text without what only the other system's engine understands, and what that was."""
    notes: list[str] = []

    def said(found: re.Match[str]) -> str:
        notes.append(f"'{one_line(found[0])[:40]}'")
        return ""

    def unfolded(found: re.Match[str]) -> str:
        notes.append(f"that '{one_line(found[0])[:40]}' is folded")
        return f"!!!{found[1]}"

    body = outside_code(body, lambda piece: _FOLDED.sub(unfolded, _MDX.sub(said, piece)))
    return _boxes(body), notes


def _boxes(body: str) -> str:
    """Docusaurus' boxes between `:::tip[Title]` and `:::` as the site has them: `!!! tip "Title"`, text indented."""
    blank = blank_code(body)
    if ":::" not in blank:
        return body
    lines: list[str] = []
    depth = 0
    fresh = False
    for line, seen in zip(body.split("\n"), blank.split("\n"), strict=True):
        found = _FENCE.fullmatch(seen)
        if found and found[1]:
            title = one_line(found[2] or found[3] or "").replace('"', "'")
            lines.append("    " * depth + f"!!! {found[1]}" + (f' "{title}"' if title else ""))
            depth, fresh = depth + 1, True
        elif found and depth:
            depth -= 1
            while lines and not lines[-1].strip():
                lines.pop()
            lines.append("")
            fresh = True
        elif line.strip() or not fresh:
            lines.append(("    " * depth + line).rstrip() if depth else line)
            fresh = False
    return "\n".join(lines)
