"""Draft files: read as people left them, written so that only what changed changes."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

import frontmatter
import yaml

from generator.content.edit import set_key
from generator.content.schema.base import validate
from generator.content.schema.networks import DraftMatter
from generator.content.source import Source, decode, read_markdown
from generator.files import Tree
from generator.problems import Place, Problem
from generator.social.draft import FOLDER, Draft, Poll, Slide, draft_id, tidy
from generator.social.moments import format_slot, parse_slot

_PATH = re.compile(r"(?:.*/)?([A-Za-z0-9][A-Za-z0-9_-]*)/([A-Za-z0-9][A-Za-z0-9_-]*)\.([1-9]\d{0,5})\.md", re.ASCII)
_BODY = re.compile(r"\A---[ \t]*\n.*?^---[ \t]*$\n?", re.MULTILINE | re.DOTALL)
_WIDTH = 1_000_000
"""A value is one line, however long: Git then shows one change as one."""


def format_draft(draft: Draft) -> str:
    """The file of a draft: what belongs to it in front matter, the post below."""
    post = frontmatter.Post(tidy(draft.text))
    post.metadata = {key: value for key, value in _matter(draft).items() if value}
    return frontmatter.dumps(post, sort_keys=False, width=_WIDTH) + "\n"


def _matter(draft: Draft) -> dict[str, Any]:
    return {
        "id": draft.id,
        "state": draft.state,
        "slot": format_slot(draft.slot),
        "pinned": draft.pinned,
        "network": draft.network,
        "language": draft.language,
        "format": draft.format,
        "link": draft.link,
        "card": draft.card,
        "image": draft.images[0] if len(draft.images) == 1 else "",
        "images": list(draft.images) if len(draft.images) > 1 else [],
        "alt": draft.alt,
        "slides": [{key: value for key, value in asdict(slide).items() if value} for slide in draft.slides],
        "poll": draft.poll.written() if draft.poll else None,
        "posted": draft.posted,
        "why": draft.why,
        "source": draft.source_hash,
        "base": draft.base,
    }


def rewrite(content: bytes, old: Draft, new: Draft) -> bytes:
    """The file of `old` saying what `new` says; comments and the order that a person gave its keys stay.

    Only where the front matter cannot be edited in its place (`{state: draft, …}` in braces) it is written anew.
    """
    text = (decode(content, "")[0] or "").rstrip() + "\n"
    before, after = _matter(old) | {"id": old.named}, _matter(new)
    if text == format_draft(old):
        return format_draft(new).encode()
    edited: str | None = text
    for key, value in after.items():
        if value != before[key] and edited is not None:
            edited = set_key(edited, key, _yaml(key, value) if value else None)
    if edited is None:
        return format_draft(new).encode()
    front = _BODY.match(edited)
    if tidy(old.text) != tidy(new.text) and front:
        edited = f"{front[0]}\n{tidy(new.text)}\n"
    return edited.encode()


def _yaml(key: str, value: Any) -> str:  # noqa: ANN401 - a YAML value
    dumped: str = yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return dumped.removeprefix(f"{key}:").removeprefix(" ").rstrip("\n")


def parse_draft(text: str, path: str) -> tuple[Draft | None, list[Problem]]:
    """A draft from its file; channel, entry and turn are the path's (`…/<channel>/<entry>.<n>.md`, else AA311)."""
    named = _PATH.fullmatch(path)
    if not named:
        message = "the name of a draft is <channel>/<entry>.<number>.md"
        return None, [Problem(Place(path), "AA311", message, "rename the file")]
    source, problems = read_markdown(text, path)
    if problems:
        return None, problems
    matter, problems = validate(DraftMatter, source)
    return (None, problems) if matter is None else _draft(matter, source, (named[1], named[2], int(named[3])))


def _draft(matter: DraftMatter, source: Source, name: tuple[str, str, int]) -> tuple[Draft | None, list[Problem]]:
    slot = parse_slot(matter.slot)
    if slot is None:
        hint = "write it like '2026-12-01 09:00 Europe/Zagreb'"
        return None, [Problem(source.place("slot"), "AA312", f"'slot' is no date, time and zone: {matter.slot}", hint)]
    channel, entry, n = name
    return Draft(
        id=draft_id(channel, entry, n),
        named=matter.id or "",
        channel=channel,
        network=matter.network,
        entry=entry,
        language=matter.language,
        format=matter.format,
        n=n,
        slot=slot,
        text=tidy(source.body),
        link=matter.link,
        alt=matter.alt or "",
        slides=tuple(Slide(slide.title or "", slide.text or "", slide.alt or "") for slide in matter.slides),
        poll=Poll(**matter.poll.model_dump() | {"question": matter.poll.question or ""}) if matter.poll else None,
        card=matter.card or "",
        images=matter.images or ((matter.image,) if matter.image else ()),
        state=matter.state,
        pinned=matter.pinned,
        posted=matter.posted or "",
        source_hash=matter.source,
        base=matter.base or "",
        why=matter.why or "",
    ), []


def read_drafts(files: Tree) -> tuple[tuple[Draft, ...], list[Problem]]:
    """Every draft of the folder (paths relative to it), by path; broken files are reported and left out."""
    found: list[Draft] = []
    problems: list[Problem] = []
    for path, content in sorted(files.items()):
        if path.endswith(".md"):
            one, more = read_draft(path, content)
            problems += more
            if one:
                found.append(one)
    return tuple(found), problems


def read_draft(path: str, content: bytes) -> tuple[Draft | None, list[Problem]]:
    """One draft of the folder."""
    text, problems = decode(content, f"{FOLDER}/{path}")
    if text is None:
        return None, problems
    one, more = parse_draft(text, f"{FOLDER}/{path}")
    return one, problems + more
