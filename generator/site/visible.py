"""An answer as its page shows it: HTML by the parser that the site's engine uses, and the words of it."""

from __future__ import annotations

import functools
import re

import markdown as python_markdown

from generator import text

_REPLACED = frozenset({"attr_list"})
"""Extensions that `safe_markdown` stands in for."""
EXTENSIONS = (*(e for e in text.EXTENSIONS if e not in _REPLACED), "admonition", "generator.site.safe_markdown")
"""The Markdown of pages, but for the table of contents."""
_SHOWN_OTHERWISE = ("<", "{", "!!!", "&#")
"""What `text.plain` takes for HTML, attributes or text, and a page for text or a box."""
_HEADING_ID = re.compile(r"^(?P<heading>#{1,6}[ ]+[^\s{#](?:.*[^\s#])?)[ ]+\{#[A-Za-z][\w-]*\}[ ]*$", re.MULTILINE)


def html(markdown: str) -> str:
    """Safe HTML: no code, no handler, no picture of another host, whatever was written."""
    return _parser().reset().convert(markdown)


def words(markdown: str) -> str:
    """What people read on the page, as plain text like that of `text.plain`."""
    doubtful = without_heading_ids(markdown)
    if any(sign in doubtful for sign in _SHOWN_OTHERWISE):
        return text.words_of(html(markdown))
    return text.plain(markdown)  # the same, and remembered: others ask for it too


def without_heading_ids(markdown: str) -> str:
    """Headings without the ids that every parser of ours takes off them."""
    return _HEADING_ID.sub(r"\g<heading>", markdown) if "{#" in markdown else markdown


@functools.cache
def _parser() -> python_markdown.Markdown:
    """Made once: building it takes longer than converting an answer."""
    return python_markdown.Markdown(extensions=list(EXTENSIONS))
