"""What the search finds of a language: its entries, and the pages that are none, such as contact and opening hours."""

from __future__ import annotations

from generator.links.live import Live
from generator.links.target import Target
from generator.links.titles import Names
from generator.search import Document, Heading
from generator.search.documents import documents, former_ids, headings, unsaid
from generator.site import a_to_z, visible
from generator.site.shape import Shape
from generator.site.twins import contact_parts
from generator.text import plain

_ONLY_LISTS = frozenset({"index", a_to_z.PAGE})
"""Pages that say nothing of their own: they lead to what is found anyway."""


def searched(shape: Shape, live: Live, lang: str, names: Names) -> list[Document]:
    """The documents of a language's index: entries in the site's order, then pages."""
    return [*documents(live, lang, names, visible.words), *pages(shape, lang, names)]


def pages(shape: Shape, lang: str, names: Names) -> list[Document]:
    """Hand-written pages, and the contact page with what is generated on it."""
    return [_page(shape, name, lang, names) for name in shape.pages() if name not in _ONLY_LISTS]


def _page(shape: Shape, name: str, lang: str, names: Names) -> Document:
    page, title = shape.page(name, lang), shape.page_title(name, lang)
    body = page.body if page else ""
    parts, generated = _contact(shape, lang) if name == "contact" else ("", ())
    return Document(
        id=f"page:{name}",
        title=title,
        also=tuple(unsaid(former_ids(names, Target("page", name)), [title])),
        short=shape.page_description(name, lang),
        lang="" if not page or page.lang == lang else shape.library.languages[page.lang].tag,
        text="\n\n".join(part for part in (visible.words(body), parts) if part),
        headings=(*headings(body, visible.words), *generated),
    )


def _contact(shape: Shape, lang: str) -> tuple[str, tuple[Heading, ...]]:
    """Opening hours and channels as words, and the headings above them (overrides/contact.html)."""
    settings, say = shape.library.settings, shape.library.languages[lang].say
    found = [("aa-hours", "hours", settings.hours), ("aa-channels", "channels", settings.service)]
    made = tuple(Heading(anchor=anchor, title=say("site", key)) for anchor, key, there in found if there)
    return plain("\n\n".join(contact_parts(shape, lang))), made
