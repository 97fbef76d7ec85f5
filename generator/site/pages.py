"""Every page of every language as files of ordinary docs trees, ready for the site engine. No I/O here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.brand import Brand
from generator.content.library import Page
from generator.files import Tree
from generator.links import relative
from generator.links.target import Target, address_of
from generator.problems import Place, Problem
from generator.site import a_to_z, former_pages, illustrations
from generator.site import theme as themes
from generator.site.config import config
from generator.site.contact import contact
from generator.site.document import document
from generator.site.entry_pages import card, entry_page, item, topic_page
from generator.site.shape import Shape
from generator.site.theme import Theme

MANIFEST = "manifest.json"
"""Page of a docs tree -> the file and line people wrote it in; for the engine's messages."""
_USEFUL = 6
"""Questions on the home page."""


def trees(  # noqa: PLR0913 - what a site is made of, each from another room
    shape: Shape,
    brand: Brand,
    theme: Theme,
    *,
    project: Mapping[str, object] = MappingProxyType({}),
    assets: Tree = MappingProxyType({}),
    overrides: Tree = MappingProxyType({}),
) -> tuple[dict[str, Tree], list[Problem]]:
    """A docs tree (`mkdocs.yml`, `docs/…`, `overrides/…`, `manifest.json`) for each site language, by its code.

    `project`: the root mkdocs.yml as data. `assets`: files of docs/ that are no pages, such as the logo.
    `overrides`: the project's own files of overrides/, which win over our templates.
    """
    library = shape.library
    shared = themes.assets(theme, brand)
    source = library.settings.source
    problems = [*dict.fromkeys(illustrations.missing(shape, assets))]
    made: dict[str, Tree] = {}
    for code, language in library.languages.items():
        settings, more = config(shape, code, project, shared)
        problems += more if code == source else []
        docs = dict(_documents(shape, code))
        made[code] = {
            "mkdocs.yml": settings,
            MANIFEST: _manifest({name: place for name, (_, place) in docs.items()}),
            **_below("docs", shared.files if code == source else {}),
            **_below("docs", assets),
            **_below("docs", {name: content for name, (content, _) in docs.items()}),
            **_below("overrides", {**themes.overrides(theme, language), **overrides}),
        }
    return made, problems


def _below(folder: str, tree: Tree) -> dict[str, bytes]:
    return {f"{folder}/{name}": content for name, content in tree.items()}


def _manifest(sources: Mapping[str, Place]) -> bytes:
    rows = {name: [place.path, place.line] for name, place in sources.items()}
    return json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _documents(shape: Shape, lang: str) -> Iterator[tuple[str, tuple[bytes, Place]]]:
    """Path below docs/ -> the page and where its words were written."""
    library = shape.library
    for id_ in library.by_id:
        entry = library.shown(id_, lang)
        yield f"q/{id_}/index.md", (entry_page(shape, entry, lang), Place(entry.path, entry.body_line))
    for topic in dict.fromkeys([*library.topics, *library.by_topic]):
        path = library.topics[topic].path if topic in library.topics else ""
        yield f"t/{topic}/index.md", (topic_page(shape, topic, lang), Place(path))
    for name in shape.pages():
        page = shape.page(name, lang)
        place = Place(page.path, page.body_line) if page else Place("faq/faq.yml")
        file = "index.md" if name == "index" else f"{name}/index.md"
        yield file, (_page(shape, name, lang, page), place)
    for (kind, name), gone in library.withdrawn.items():
        if not shape.library.exists(kind, name):
            path = address_of(Target(kind, name), lang, shape.addresses).removeprefix(shape.addresses.home(lang))
            yield f"{path}index.md", (former_pages.withdrawn_page(shape, gone, lang), gone.place)


def _page(shape: Shape, name: str, lang: str, page: Page | None) -> bytes:
    """A hand-written page; those that are always there have a generated part, and stand without the words too."""
    here = shape.addresses.page(name, lang)
    former = former_pages.inside(shape, here)
    meta: dict[str, object] = {
        "description": shape.page_description(name, lang),
        "permalink": shape.addresses.absolute(here),
        "canonical": shape.addresses.absolute(shape.addresses.page(name, page.lang if page else lang)),
        **(shape.other_words(page.lang, lang) if page else {}),
        "home": relative(shape.addresses.home(lang), here),
        "languages": shape.translations("page", name, lang),
        "card": card(shape, f"page:{name}", lang),
        "moved": former_pages.moved(shape, here, lang, former),
        "hide": ["toc"],
    }
    if name == "index":
        meta |= {"template": "home.html", **_home(shape, lang), "hide": ["navigation", "toc"]}
    elif name == a_to_z.PAGE:
        meta |= {"template": "a-z.html", "letters": a_to_z.letters(shape, lang)}
    elif name == "contact":
        meta |= {"template": "contact.html", "contact": contact(shape, lang)}
    body = shape.markdown(page.body, lang, here) if page else ""
    return document(shape.page_title(name, lang), meta, former_pages.with_former_ids(body, former))


def _home(shape: Shape, lang: str) -> dict[str, object]:
    """Topics, and the most useful questions: those of faq.yml, or the first of each topic."""
    library, here = shape.library, shape.addresses.home(lang)
    say = library.languages[lang].say
    topics = []
    for topic in shape.topics():
        entries = shape.entries(topic, lang)
        topics.append(
            {
                "title": shape.topic(topic, lang),
                "href": relative(shape.addresses.topic(topic, lang), here),
                "icon": library.topics[topic].icon if topic in library.topics else "",
                "count": say("site", "count", count=len(entries)),
            }
        )
    chosen = [library.shown(id_, lang) for id_ in library.settings.home if id_ in library.by_id]
    chosen = chosen or [shape.entries(topic, lang)[0] for topic in shape.topics()]
    return {"topics": topics, "questions": [item(shape, e, lang, here) for e in chosen[:_USEFUL]]}
