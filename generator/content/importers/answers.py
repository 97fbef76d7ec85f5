"""Markdown of others made safe and fit for an entry: no HTML, no active links, no attributes, no templates."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Final
from urllib.parse import urljoin

from generator.content.importers.from_html import to_markdown
from generator.content.importers.links import destination, safe
from generator.content.markup import PLAIN_TAGS
from generator.text import blank_code, outside_code

_HTML: Final = re.compile(r"\s*<(p|div|ul|ol|h[1-6]|table|blockquote|section|article)\b[^<>]*>", re.IGNORECASE)
_REMOVED: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|iframe|object|svg|noscript|template)\b[^<>]*>.*?(?:</\1\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_CODE_TAG: Final = re.compile(r"<code>([^<>`\n]+)</code>", re.IGNORECASE)
_BREAK: Final = re.compile(r"(?<![ \t])[ \t]*<br\s*/?>[ \t]*\n?[ \t]*", re.IGNORECASE)
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?)/?>")
_HREF: Final = re.compile(r"\shref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_MARKS: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_TARGET: Final = r"\(\s*<?((?:[^()\s<>]|\([^()\s]*\))*)>?((?:\s[^()]*)?)\)"
_LINK: Final = re.compile(rf"(!?)\[([^\[\]]*)\]{_TARGET}")
_NESTED_LINK: Final = re.compile(rf"\]{_TARGET}")
_WHOLE_LINK: Final = re.compile(rf"(?<![\\!])\[((?:[^\[\]\\]|\\.)*)\]{_TARGET}")
_REFERENCE: Final = re.compile(r"^( {0,3}\[[^\]\n]+\]:[ \t]*)<?(\S+)", re.MULTILINE)
_ATTRIBUTES: Final = re.compile(r"(?<![{\\])\{:[^{}\n]*\}")
_HEADING_ID_OR_BRACE: Final = re.compile(r"(\{#[A-Za-z][\w-]{0,79}\}(?=[ \t]*$))|(?<![\\{])\{", re.MULTILINE)
_FIRST_LEVEL: Final = re.compile(r"^#(?=[ \t]+\S)", re.MULTILINE)
_NO_HEADING: Final = re.compile(r"^#(?=[^#\s])", re.MULTILINE)
_UNDERLINED: Final = re.compile(r"^(?![ \t]*[-*+>#])(\S[^\n]*)\n=+[ \t]*$", re.MULTILINE)
_TEMPLATE: Final = re.compile(r"\{\{|\{%")


def tidy(answer: str, *, base: str = "") -> tuple[str, list[str]]:
    """An answer as an entry's body, and in words what of it was left out or changed.

    `base` is the address that the answer had: relative links, which would lead nowhere, are completed with it.
    """
    notes: list[str] = []
    if _HTML.match(answer):
        answer, notes = to_markdown(answer)
    for step in (_remove, _code_tags, _breaks, _tags, _links, _attributes, _headings):
        answer = step(answer, notes)
    if base.startswith(("https://", "http://")):
        answer = _completed(answer, base)
    lines = answer.strip("\n").split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    return literal("\n".join(lines).rstrip()), list(dict.fromkeys(notes))


def literal(text: str) -> str:
    """Text that a template renders as itself."""
    return _TEMPLATE.sub(lambda found: f"{{{{ '{found[0]}' }}}}", text)


def _replace(text: str, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str | None]) -> str:
    """Like re.sub, but blind to code, which a match sees as blanks; None leaves a match as it is."""
    if not pattern.search(text):
        return text
    out, last = [], 0
    for found in pattern.finditer(blank_code(text)):
        new = change(found)
        if new is not None:
            out += [text[last : found.start()], new]
            last = found.end()
    return "".join([*out, text[last:]])


def _remove(text: str, notes: list[str]) -> str:
    def change(found: re.Match[str]) -> str:
        notes.append(f"<{found[1].lower()}> and what is in it" if found[1] else "a comment")
        return ""

    return _replace(text, _REMOVED, change)


def _code_tags(text: str, _notes: list[str]) -> str:
    def change(found: re.Match[str]) -> str | None:
        code = html.unescape(text[found.start(1) : found.end(1)])
        return None if "`" in code else f"`{code}`"

    return _replace(text, _CODE_TAG, change)


def _breaks(text: str, _notes: list[str]) -> str:
    def change(found: re.Match[str]) -> str:
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].lstrip()
        return " " if line.startswith(("|", "#")) else "  \n"  # a table's row and a heading are one line

    return _replace(text, _BREAK, change)


def _tags(text: str, notes: list[str]) -> str:
    """Simple tags in pairs become Markdown; the others stay, and the site shows them as text."""
    found = list(_TAG.finditer(blank_code(text)))
    changes: dict[int, str] = {}
    opened: list[int] = []
    for index, tag in enumerate(found):
        name = tag[2].lower()
        if name not in _MARKS and name != "a":
            continue
        if not tag[1]:
            opened.append(index)
        elif opened and found[opened[-1]][2].lower() == name:
            start = opened.pop()
            if "\n\n" not in text[found[start].end() : tag.start()]:
                changes[start], changes[index] = _pair(found[start], notes)
    out, last = [], 0
    for index, tag in enumerate(found):
        if index not in changes and (tag[2].lower() not in PLAIN_TAGS or tag[3].strip()):
            notes.append(f"<{tag[2]}> (the site shows it as text)")
        out += [text[last : tag.start()], changes.get(index, text[tag.start() : tag.end()])]
        last = tag.end()
    return "".join([*out, text[last:]])


def _pair(start: re.Match[str], notes: list[str]) -> tuple[str, str]:
    """What an opening tag and its end become."""
    name = start[2].lower()
    if name in _MARKS:
        return _MARKS[name], _MARKS[name]
    href = _HREF.search(start[3])
    target = html.unescape(next((g for g in href.groups() if g is not None), "")) if href else ""
    if not target:
        return "", ""
    if not safe(target):
        notes.append(f"a link to '{target[:60]}' (its text is kept)")
        return "", ""
    return "[", f"]({destination(target)})"


def _links(text: str, notes: list[str]) -> str:
    """Links that run something lose their target; pictures of other servers are noted."""

    def refused(target: str) -> bool:
        if not safe(target):
            notes.append(f"a link to '{target[:60]}' (its text is kept)")
        return not safe(target)

    def whole(found: re.Match[str]) -> str | None:
        if refused(found[3]):
            return text[found.start(2) : found.end(2)]
        if found[1] and re.match(r"(?:https?:)?//", found[3]):
            notes.append(f"a picture from another server is still linked: {found[3][:80]}")
        return None

    without = _replace(text, _LINK, whole)
    without = _replace(without, _NESTED_LINK, lambda m: "](#)" if refused(m[1]) else None)
    return _replace(without, _REFERENCE, lambda m: f"{m[1]}#" if refused(m[2]) else None)


def _completed(text: str, base: str) -> str:
    """Relative links with the address they were relative to; links within the answer stay."""

    def full(target: str) -> str | None:
        try:
            return None if target.startswith("#") else urljoin(base, target)
        except ValueError:  # not an address at all; the checks say so
            return None

    return relinked(text, full)


def relinked(text: str, new: Callable[[str], str | None]) -> str:
    """Markdown whose links and pictures lead where `new` says; None leaves one as it is."""

    def change(text: str, found: re.Match[str], group: int) -> str | None:
        start, end = found.span(group)
        target = text[start:end]
        made = new(target) if target else None
        return None if made in {None, target} else f"{text[found.start() : start]}{made}{text[end : found.end()]}"

    if "](" in text:
        before = text
        text = _replace(before, _NESTED_LINK, lambda found: change(before, found, 1))
    after = text
    return _replace(after, _REFERENCE, lambda found: change(after, found, 2))


def unlinked(text: str, leads_nowhere: Callable[[str], bool]) -> str:
    """Markdown in which links that lead nowhere are their words only; pictures, and links around them, stay."""

    def change(found: re.Match[str]) -> str | None:
        return text[found.start(1) : found.end(1)] if leads_nowhere(found[2]) else None

    return _replace(text, _WHOLE_LINK, change) if "](" in text else text


def _attributes(text: str, notes: list[str]) -> str:
    """`{: .class}` goes; other braces become text, else they could set any attribute. Heading ids stay."""

    def remove(found: re.Match[str]) -> str:
        notes.append(f"the attributes {found[0][:60]}")
        return ""

    def escape(found: re.Match[str]) -> str:
        return found[1] or "\\{"

    return _replace(_replace(text, _ATTRIBUTES, remove), _HEADING_ID_OR_BRACE, escape)


def _headings(text: str, _notes: list[str]) -> str:
    """The question is the only first-level heading of a page; `#word` is none."""

    def change(piece: str) -> str:
        piece = _UNDERLINED.sub(r"## \1", piece)
        return _NO_HEADING.sub(r"\\#", _FIRST_LEVEL.sub("##", piece))

    return outside_code(text, change)
