"""What the machine wrote last, kept beside the drafts: the base of every merge, and what recalls compare with.

`faq/_drafts/.base/<channel>/<entry>.<n>.json`. A file a draft, because two people who plan on two branches then
change the same file only where they change the same draft; a folder that editors hide, because nobody should write
there; and believed only while its hash is the one that draft and ledger name, so that a search-and-replace over the
whole project cannot pass a person's words off as the machine's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.files import Tree
from generator.social.draft import Draft, Poll, Slide, drawn_words, source_hash, tidy, words_hash

FOLDER = ".base"
"""Below the folder of drafts."""
DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A draft as the machine last wrote it, and what it took from the entry."""

    text: str
    alt: str
    slides: tuple[Slide, ...] = ()
    poll: Poll | None = None
    used: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """How the draft's front matter calls it."""
        return words_hash(self.text, self.alt, self.slides, self.poll)[:DIGITS]

    @property
    def source_hash(self) -> str:
        """Of the fields used; a draft's `source` while nothing newer was taken over."""
        return source_hash(self.used)


def base_of(draft: Draft) -> Base:
    """The base of a draft that was just made."""
    return Base(text=tidy(draft.text), alt=tidy(draft.alt), slides=draft.slides, poll=draft.poll, used=draft.used)


def base_path(draft_path: str) -> str:
    """Both paths are below the folder of drafts."""
    return f"{FOLDER}/{draft_path.removesuffix('.md')}.json"


def format_base(base: Base) -> bytes:
    """JSON with a line of text in a line of its own, so that Git shows what changed."""
    slides = {"slides": drawn_words(base.slides)} if base.slides else {}
    poll = {"poll": base.poll.written()} if base.poll else {}
    value = {"text": base.text.split("\n"), "alt": base.alt, **slides, **poll, "used": dict(base.used)}
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def parse_base(content: bytes) -> Base | None:
    """None for anything that is no base: a merge then treats the draft as a person's, which loses nothing."""
    try:
        value = json.loads(content.decode("utf-8"))
        text, slides = "\n".join(map(_text, value["text"])), value.get("slides", [])
        return Base(
            text=text,
            alt=_text(value["alt"]),
            slides=tuple(Slide(*map(_text, words)) for words in slides),
            poll=_poll(value["poll"]) if "poll" in value else None,
            used={_text(name): _text(words) for name, words in value["used"].items()},
        )
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def read_base(files: Tree, draft: Draft, path: str, text_hash: str = "") -> Base | None:
    """The base that a draft names, else the one its line in the ledger names; None where nobody knows it."""
    content = files.get(base_path(path))
    base = parse_base(content) if content is not None else None
    if base and base.name == (draft.base or text_hash[:DIGITS]):
        return base
    return None


def _poll(value: Any) -> Poll:  # noqa: ANN401 - JSON is anything
    options = tuple(map(_text, value["options"]))
    return Poll(
        options=options, right=int(value["right"]), hours=int(value["hours"]), question=_text(value.get("question", ""))
    )


def _text(value: Any) -> str:  # noqa: ANN401 - JSON is anything
    if not isinstance(value, str):
        raise TypeError
    return value
