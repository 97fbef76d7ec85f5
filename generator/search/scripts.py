"""The twin as scripts: for a worker of the site, and for a page that has everything at hand."""

from __future__ import annotations

from generator.content.data import PACKAGE

_TWIN = ("packing", "analysis", "index", "matching", "ranking", "marks", "finding")
"""In the order in which they need each other."""


def worker_script() -> str:
    """The whole twin and the shell that loads the index: `new Worker(address of this)`."""
    return _joined(*_TWIN, "worker")


def page_script() -> str:
    """The twin alone: `AnswerSearch.open(words, cards, shards).find(words, limit)`."""
    return _joined(*_TWIN)


def _joined(*names: str) -> str:
    """The files without what only people read: no text in them goes over lines."""
    texts = ((PACKAGE / "search/js" / f"{name}.js").read_text(encoding="utf-8") for name in names)
    lines = (line.strip() for text in texts for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
