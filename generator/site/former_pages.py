"""Pages at addresses that are nobody's any more: those that only lead on, notices of withdrawal, and former anchors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from babel.dates import format_date
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from generator.content.library import Withdrawal
from generator.content.markup import headings
from generator.content.old_addresses import escaped, has_query
from generator.links import relative
from generator.links.former import Destination, Stub
from generator.links.target import Target, address_of, parse_target
from generator.problems import Place, Problem
from generator.site.document import document
from generator.site.safe_markdown import MORE_IDS
from generator.site.shape import Shape
from generator.site.theme import Assets

REDIRECTS = "_redirects"
"""What hosts like Netlify, Cloudflare Pages and GitLab Pages read to answer with a real 301."""

QUERIES = "_queries"
"""Old addresses with a query, which no page can answer, as nginx's `map` reads them."""


def stubs(shape: Shape, template: str, assets: Assets) -> tuple[dict[str, bytes], list[Problem]]:
    """A page at every former address, and the files for hosts that redirect by themselves.

    The template may be a project's own; one that cannot be filled is AA120.
    """
    former = sorted(shape.former.stubs.items())
    try:
        page = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True).from_string(template)
        made = {
            _file(path): page.render(_stub(shape, path, stub, assets)).encode()
            for path, stub in former
            if not has_query(path)
        }
    except TemplateError as error:
        place = Place("faq/_data/theme/stub.html", getattr(error, "lineno", None) or 1)
        return {}, [Problem(place, "AA120", f"the page of a former address cannot be made: {error}")]
    base = urlsplit(shape.addresses.base).path or "/"
    lines = [
        f"{base}{spelled} {base}{stub.to.address} 301\n"
        for path, stub in former
        if not has_query(path)
        for spelled in _spellings(path, stub)
    ]
    asked = [f'"{base}{escaped(path)}" {base}{stub.to.address};\n' for path, stub in former if has_query(path)]
    named = {REDIRECTS: lines, QUERIES: asked}
    return made | {name: "".join(found).encode() for name, found in named.items() if found}, []


def _file(path: str) -> str:
    """Of the page at an address; those of other sites may be files."""
    return path if path and not path.endswith("/") else f"{path}index.html"


def _spellings(path: str, stub: Stub) -> list[str]:
    """How a former address is asked for: ours with its slash, those of other sites mostly without."""
    spelled = escaped(path)
    return [spelled[:-1], spelled] if stub.from_elsewhere and spelled.endswith("/") else [spelled]


def _stub(shape: Shape, path: str, stub: Stub, assets: Assets) -> dict[str, object]:
    """What the template of a page that leads on prints; addresses relative, so that it works on any host."""
    language = shape.library.languages[stub.to.lang]
    anchors = {anchor: relative(to.address, path) for anchor, to in stub.anchors.items()}
    return {
        "lang": language.tag,
        "direction": language.direction,
        "name": shape.library.settings.name,
        "heading": language.say("site", "moved_title"),
        "text": language.say("site", "moved_text"),
        "title": title(shape, stub.to.target, stub.to.lang),
        "href": relative(stub.to.address, path),
        "anchors": json.dumps(anchors, ensure_ascii=False, sort_keys=True) if anchors else "",
        "canonical": shape.addresses.absolute(stub.to.address.partition("#")[0]),
        "script": relative(assets.forward, path),
        "stylesheet": relative(assets.stylesheet, path),
        "icon": relative(assets.favicon, path),
    }


def title(shape: Shape, target: Target, lang: str) -> str:
    """What a target is called in a language, withdrawn or not."""
    if target.kind == "entry" and target.name in shape.library.by_id:
        return shape.library.shown(target.name, lang).question
    if gone := shape.library.withdrawn.get((target.kind, target.name)):
        return _asked(shape, gone, lang)
    return shape.topic(target.name, lang) if target.kind == "topic" else shape.page_title(target.name, lang)


def _asked(shape: Shape, gone: Withdrawal, lang: str) -> str:
    return shape.words(gone.question, lang) or shape.library.languages[lang].say("site", "withdrawn")


def withdrawn_page(shape: Shape, gone: Withdrawal, lang: str) -> bytes:
    """The notice at the address of something that is gone: what it was, why, since when, and what comes closest."""
    language, target = shape.library.languages[lang], Target(gone.kind, gone.name)
    here = address_of(target, lang, shape.addresses)
    closest = _closest(shape, gone, lang)
    day = format_date(gone.on, "long", locale=language.locale)
    meta: dict[str, object] = {
        "template": "withdrawn.html",
        "description": language.say("site", "withdrawn"),
        "permalink": shape.addresses.absolute(here),
        "noindex": True,
        "label": language.say("site", "withdrawn"),
        "why": shape.words(gone.why, lang),
        "why_lang": _other_language(shape, gone.why, lang),
        "heading_lang": _other_language(shape, gone.question, lang) if gone.question else "",
        "notes": [language.say("site", "withdrawn_on", date=day)],
        "closest": _link(shape, closest, lang, here) if closest else None,
        "home": relative(shape.addresses.home(lang), here),
        "languages": [{**row, "url": ""} for row in shape.translations(gone.kind, gone.name, lang)],
        "moved": moved(shape, here, lang),
        "hide": ["toc"],
        "search": {"exclude": True},
    }
    return document(_asked(shape, gone, lang), meta)


def _closest(shape: Shape, gone: Withdrawal, lang: str) -> Destination | None:
    """What is there to be seen instead, by its present name."""
    target = parse_target(gone.see)
    if target is None:
        return None
    path = address_of(target.whole, lang, shape.addresses)
    if stub := shape.former.stubs.get(path):
        return stub.anchors.get(target.anchor, stub.to)
    mark = shape.former.marks.get(path, {}).get(target.anchor)
    return mark or Destination(target, lang, address_of(target, lang, shape.addresses))


def _other_language(shape: Shape, texts: Mapping[str, str], lang: str) -> str:
    """Tag of the language that a text is shown in, where it is not the page's."""
    if lang in texts or lang.partition("-")[0] in texts:
        return ""
    source = shape.library.languages[shape.library.settings.source]
    return source.tag if source.code != lang else ""


def moved(shape: Shape, here: str, lang: str, inside: Mapping[str, str] | None = None) -> list[dict[str, str]]:
    """Former anchors of a page that lead to other pages: `id` of the element, and the link in it."""
    marks = shape.former.marks.get(here, {})
    return [
        {"id": anchor, **_link(shape, to, lang, here)} for anchor, to in marks.items() if anchor not in (inside or {})
    ]


def _link(shape: Shape, to: Destination, lang: str, here: str) -> dict[str, str]:
    link = {"href": relative(to.address, here), "title": title(shape, to.target, to.lang)}
    shown = shape.library.by_id.get(to.target.name, {}) if to.target.kind == "entry" else {to.lang: None}
    words = to.lang if to.lang in shown else shape.library.settings.source
    return link if words == lang else {**link, "lang": shape.library.languages[words].tag}


def inside(shape: Shape, here: str) -> dict[str, str]:
    """Former anchors of a page -> the heading of the same page that has their words now."""
    marks = shape.former.marks.get(here, {})
    return {a: to.address.partition("#")[2] for a, to in marks.items() if to.address.startswith(f"{here}#")}


def with_former_ids(body: str, former: Mapping[str, str]) -> str:
    """Markdown whose headings carry their former ids too (`inside`), in the form that our Markdown extension reads."""
    if not former:
        return body
    by_heading: dict[str, list[str]] = {}
    for old, new in former.items():
        by_heading.setdefault(new, []).append(old)
    for id_, start in reversed(list(headings(body))):
        if id_ in by_heading:
            at = body.index(f"{{#{id_}}}", start) + len(id_) + 2
            body = body[:at] + "".join(MORE_IDS + old for old in by_heading[id_]) + body[at:]
    return body
