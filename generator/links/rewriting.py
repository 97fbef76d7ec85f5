"""Changes of authors' files that keep everything else as it was written: keys, links, headings, sections."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Iterable, Mapping
from itertools import count
from typing import NamedTuple

from generator.content.edit import set_key
from generator.content.markup import headings
from generator.links.target import Target
from generator.text import outside_code

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE | re.DOTALL)
_LEVEL = re.compile(r" {0,3}(#{1,6})")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:#[A-Za-z][\w-]*)?", re.ASCII)


class UneditableError(Exception):
    """A file whose front matter a person has to change; the argument is its path."""


def with_key(path: str, text: str, key: str, value: str | None) -> str:
    """A Markdown or YAML file with one key changed. Raises UneditableError where the file is written too oddly."""
    if path.endswith(".md"):
        made = set_key(text, key, value)
    else:
        end = "" if not text or text.endswith("\n") else "\n"
        fenced = set_key(f"---\n{text}{end}---\n", key, value)
        made = fenced and fenced.removeprefix("---\n").removesuffix("---\n")
    if made is None:
        raise UneditableError(path)
    return made


def flow_list(items: Iterable[str]) -> str | None:
    """YAML for a list on one line; None for none, which deletes the key."""
    written = [item if _PLAIN.fullmatch(item) else json.dumps(item, ensure_ascii=False) for item in items]
    return f"[{', '.join(written)}]" if written else None


def flow_map(items: Mapping[str, str]) -> str | None:
    """YAML for a mapping on one line; None for an empty one."""
    written = [
        f"{key}: {value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)}"
        for key, value in items.items()
    ]
    return f"{{{', '.join(written)}}}" if written else None


def front_and_body(text: str) -> tuple[str, str]:
    """A Markdown file in two parts that joined are the file."""
    found = _FRONT.match(text)
    return (found[0], text[found.end() :]) if found else ("", text)


def body_of(text: str) -> str:
    """A file's Markdown with plain line ends, as `in_body` gives it to a change."""
    return front_and_body(text)[1].replace("\r\n", "\n")


def in_body(text: str, change: Callable[[str], str]) -> str:
    """A file with its Markdown changed, which `change` sees with plain line ends, and its front matter kept."""
    front, body = front_and_body(text)
    made = keeping_line_ends(body, change)
    return front + ("\n" if made and front and not front.endswith("\n") else "") + made


def keeping_line_ends(text: str, change: Callable[[str], str]) -> str:
    """A text changed by something that knows plain line ends only; Windows' ones come back."""
    if "\r\n" not in text:
        return change(text)
    return change(text.replace("\r\n", "\n")).replace("\n", "\r\n")


def relinked(body: str, old: Target, new: Target, *, headings_kept: bool = True) -> str:
    """Markdown whose `entry:old`, `topic:old` or `page:old` links name the new target.

    A link to a heading of `old` names the same heading of `new`, unless `new` is a heading itself or, without
    `headings_kept`, another text: then it names `new`.
    """
    anchor = rf"#{re.escape(old.anchor)}(?![\w-])" if old.anchor else r"(?![\w-])"
    if not old.anchor and (new.anchor or not headings_kept):
        anchor += r"(?:#[\w-]+)?"
    link = re.compile(
        rf"(?P<before>\]\([ \t]*<?|^ {{0,3}}\[[^\[\]\n]+\]:[ \t]+<?){old.kind}:{old.name}{anchor}", re.MULTILINE
    )
    written = f"{new.kind}:{new.name}" + (f"#{new.anchor}" if new.anchor else "")

    def one(found: re.Match[str]) -> str:
        return found["before"] + written

    return outside_code(body, lambda part: link.sub(one, part))


def own_relinked(body: str, old: str, new: str) -> str:
    """Markdown whose links to a heading of the same text, `(#old)`, name its new id."""
    return outside_code(body, lambda part: re.sub(rf"\]\(#{re.escape(old)}\)", f"](#{new})", part))


def free_id(wanted: str, taken: Container[str]) -> str:
    """The id itself, or with -2, -3 and so on."""
    return next(id_ for n in count(1) if (id_ := wanted if n == 1 else f"{wanted}-{n}") not in taken)


def heading_renamed(body: str, old: str, new: str) -> str:
    """Markdown with a heading's id changed; a heading that is not there changes nothing."""
    for id_, start in headings(body):
        if id_ == old:
            end = (body.find("\n", start) + 1 or len(body) + 1) - 1
            line = body[start:end]
            at = line.rindex(f"{{#{old}}}")
            return body[:start] + line[:at] + f"{{#{new}}}" + line[at + len(old) + 3 :] + body[end:]
    return body


class Section(NamedTuple):
    """A heading with everything below it."""

    title: str
    """Without marks and id."""
    text: str
    """What stands below the heading."""
    start: int
    end: int
    whole: str


def section(body: str, anchor: str) -> Section | None:
    """The part of a text from a heading to the next of its level or a higher one."""
    found = list(headings(body))
    for n, (id_, start) in enumerate(found):
        if id_ != anchor:
            continue
        level = _level(body, start)
        end = next((at for _, at in found[n + 1 :] if _level(body, at) <= level), len(body))
        line, _, rest = body[start:end].partition("\n")
        title = re.sub(r"\s*\{#[^}]*\}\s*$", "", line).strip().lstrip("#").strip()
        return Section(title, rest.strip("\n"), start, end, body[start:end].strip("\n"))
    return None


def _level(body: str, start: int) -> int:
    found = _LEVEL.match(body, start)
    return len(found[1]) if found else 1


def without(body: str, sections: Iterable[Section]) -> str:
    """The text with some sections cut out."""
    for part in sorted(sections, key=lambda s: s.start, reverse=True):
        body = body[: part.start].rstrip("\n") + "\n\n" + body[part.end :].lstrip("\n")
    return body.rstrip("\n") + "\n"


def demoted(body: str) -> str:
    """Every heading one level lower, to stand below a heading of its own."""
    for _, start in reversed(list(headings(body))):
        if _level(body, start) < 6:
            at = body.index("#", start)
            body = body[:at] + "#" + body[at:]
    return body
