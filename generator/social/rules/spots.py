"""Where in a draft's file a rule found something: people jump from a problem to its line."""

from __future__ import annotations

from generator.content.source import Source, decode, read_markdown
from generator.files import Tree
from generator.problems import Place
from generator.social.draft import Draft, draft_path, place


def spot(draft: Draft, files: Tree, key: str = "", words: str = "") -> Place:
    """The line and column of some words of a draft; else those of a key of its front matter, or of its post.

    `files` are the folder's. Of a draft that is not among them only the path is known.
    """
    whole = place(draft)
    content = files.get(draft_path(draft.channel, draft.entry, draft.n))
    text = decode(content, whole.path)[0] if content is not None else None
    if text is None:
        return whole
    source, problems = read_markdown(text, whole.path)
    if problems:
        return whole
    found = _in_text(text, source, words) if words else None
    return found or (source.place(key) if key else Place(whole.path, source.body_line))


def _in_text(text: str, source: Source, words: str) -> Place | None:
    """The post comes first: what it says, its alt text often says as well."""
    body = sum(len(line) for line in text.splitlines(keepends=True)[: source.body_line - 1])
    at = text.find(words, body)
    at = at if at >= 0 else text.find(words)
    return Place(source.path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)) if at >= 0 else None
