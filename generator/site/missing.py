"""What the page for missing addresses knows of a language: every id, and what became of those that went."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from generator.site.shape import Shape


def ids(shape: Shape, lang: str, former: Mapping[str, str], withdrawn: Collection[str]) -> bytes:
    """`ids.json`: `answers`, `topics` and `pages` (id -> what it is called), `former` (old id -> heir), `withdrawn`."""
    answers = {e.id: e.question for topic in shape.topics() for e in shape.entries(topic, lang)}
    data = {
        "answers": answers,
        "topics": {topic: shape.topic(topic, lang) for topic in shape.topics()},
        "pages": {name: shape.page_title(name, lang) for name in shape.pages() if name != "index"},
        "former": {old: heir for old, heir in sorted(former.items()) if heir in answers},
        "withdrawn": sorted(withdrawn),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
