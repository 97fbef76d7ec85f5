"""An entry in one language as other systems know it: facts written out, links to us absolute."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final

from generator.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a format may have a place for; texts are Markdown only where it is said."""

    id: str
    lang: str
    """A language's code as `faq.yml` has it; `tag` is BCP 47's: `sr-Latn`."""
    tag: str
    language: str = ""
    """What the language is called in its own words."""
    theme: str = ""
    """Material's code for its own words in the language."""
    is_source: bool
    """Whether others are translated from this one."""
    topic: str
    """Its id; the title is that language's."""
    topic_title: str
    question: str
    short: str = ""
    body: str = ""
    """Markdown; every link absolute."""
    html: str = ""
    """The same as safe HTML, for formats that say `html: true`; empty for others."""
    site: str = ""
    """What the site is called."""
    email: str = ""
    """Where customers write to; empty where nobody said it."""
    order: int | None = None
    """Within its topic; None where nobody wrote one."""
    also_asked: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    outdated: bool = False
    """Whether the source says something else since it was translated."""
    url: str
    """Its permanent address."""
    place: Place
    only_here: tuple[str, ...] = ()
    """What else its author wrote, in words, which no other system knows: `owner`, `words for posts`."""


SHORT: Final = '<p class="short">'
"""How the short answer begins in an answer's HTML; the importer knows it by this."""


def answer(article: Article) -> str:
    """The whole answer as HTML: the short one first, as the site shows it."""
    short = f"{SHORT}{escape(article.short, quote=False)}</p>\n" if article.short else ""
    return f"{short}{article.html}"
