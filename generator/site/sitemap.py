"""What search engines are told: every page with its translations, and that they are welcome."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from generator.links import Addresses
from generator.site.shape import Shape

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = f'{_XML}<urlset {_SCHEMA} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_TAIL = "</urlset>\n"
MOST_ADDRESSES = 50_000
MOST_BYTES = 50_000_000
"""What one file may hold, just below the 50 MB (52,428,800 bytes) of https://www.sitemaps.org/protocol.html."""


def sitemaps(shape: Shape, *, most: int = MOST_ADDRESSES, size: int = MOST_BYTES) -> dict[str, bytes]:
    """`sitemap.xml`, and the files of each language that it names: `sitemap-hr.xml`, `sitemap-hr-2.xml`, ….

    Only real pages are in them: no answer shown in another language for want of a translation, and no former address.
    """
    files: dict[str, bytes] = {}
    for code in shape.library.languages:
        for number, rows in enumerate(_parts(_rows(shape, code), most, size), start=1):
            name = f"sitemap-{code}.xml" if number == 1 else f"sitemap-{code}-{number}.xml"
            files[name] = (_HEAD + "".join(rows) + _TAIL).encode()
    urls = (escape(shape.addresses.absolute(name)) for name in files)
    index = "".join(f" <sitemap>\n  <loc>{url}</loc>\n </sitemap>\n" for url in urls)
    return {"sitemap.xml": f"{_XML}<sitemapindex {_SCHEMA}>\n{index}</sitemapindex>\n".encode(), **files}


def robots(addresses: Addresses) -> bytes:
    """robots.txt: everything may be read."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {addresses.absolute('sitemap.xml')}\n".encode()


def _parts(rows: Iterator[str], most: int, size: int) -> Iterator[list[str]]:
    """Rows in as few files as the limits allow, in order."""
    part: list[str] = []
    used = empty = len(_HEAD) + len(_TAIL)
    for row in rows:
        weight = len(row.encode())
        if part and (len(part) == most or used + weight > size):
            yield part
            part, used = [], empty
        part.append(row)
        used += weight
    if part:
        yield part


def _pages(shape: Shape) -> Iterator[tuple[str, str]]:
    library = shape.library
    yield from (("page", name) for name in shape.pages())
    yield from (("topic", topic) for topic in library.by_topic)
    yield from (("entry", id_) for id_ in library.by_id)


def _rows(shape: Shape, lang: str) -> Iterator[str]:
    """A row for each page that a language really has (https://developers.google.com/search/docs/specialty/international)."""
    for kind, name in _pages(shape):
        if shape.has(kind, name, lang):
            url = shape.addresses.absolute(shape.address(kind, name, lang))
            facts = _changed(shape, kind, name, lang) + _links(shape, kind, name)
            yield f" <url>\n  <loc>{escape(url)}</loc>\n{facts} </url>\n"


def _links(shape: Shape, kind: str, name: str) -> str:
    """The page's translations; x-default is the language everything is first written in."""
    source = shape.library.settings.source
    tags = {code: lang.tag for code, lang in shape.library.languages.items() if shape.has(kind, name, code)}
    rows = [*tags.items(), *([(source, "x-default")] if source in tags else [])]
    return "".join(
        f'  <xhtml:link rel="alternate" hreflang={quoteattr(tag)}'
        f" href={quoteattr(shape.addresses.absolute(shape.address(kind, name, code)))}/>\n"
        for code, tag in rows
        if len(tags) > 1
    )


def _changed(shape: Shape, kind: str, name: str, lang: str) -> str:
    """The day an answer last changed, where it is known."""
    day = shape.dates.updated(shape.library.by_id[name][lang]) if kind == "entry" else None
    return f"  <lastmod>{day}</lastmod>\n" if day else ""
