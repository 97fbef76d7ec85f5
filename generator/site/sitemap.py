"""What search engines are told: every page with its translations, and that they are welcome."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from generator.links import Addresses
from generator.site.shape import BUILT, Shape

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(shape: Shape) -> bytes:
    """sitemap.xml with the translations of each page (https://developers.google.com/search/docs/specialty/international)."""
    rows = [row for kind, name in _pages(shape) for row in _rows(shape, kind, name)]
    return (_HEAD + "".join(rows) + "</urlset>\n").encode()


def robots(addresses: Addresses) -> bytes:
    """robots.txt: everything may be read."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {addresses.absolute('sitemap.xml')}\n".encode()


def _pages(shape: Shape) -> Iterator[tuple[str, str]]:
    library = shape.library
    yield from (("page", name) for name in dict.fromkeys([*BUILT, *sorted(library.pages)]))
    yield from (("topic", topic) for topic in library.by_topic)
    yield from (("entry", id_) for id_ in library.by_id)


def _rows(shape: Shape, kind: str, name: str) -> Iterator[str]:
    languages = {code: lang.tag for code, lang in shape.library.languages.items() if shape.has(kind, name, code)}
    urls = {code: shape.addresses.absolute(shape.address(kind, name, code)) for code in languages}
    links = "".join(
        f'  <xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(urls[code])}/>\n'
        for code, tag in languages.items()
        if len(languages) > 1
    )
    for url in urls.values():
        yield f" <url>\n  <loc>{escape(url)}</loc>\n{links} </url>\n"
