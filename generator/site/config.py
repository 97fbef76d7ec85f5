"""The mkdocs.yml of one language: the project's own lines where they are safe, and ours."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from generator.content.organisation import Settings
from generator.language import Language, with_territory
from generator.problems import Place, Problem, Severity
from generator.site import hours
from generator.site.contact import dial
from generator.site.document import to_yaml
from generator.site.feed import feed_address
from generator.site.shape import Shape
from generator.site.theme import Assets
from generator.site.visible import EXTENSIONS

_USED = frozenset({"site_name", "site_url", "theme", "extra_css", "extra_javascript"})
_OPTIONS: Mapping[str, object] = {"tables": {"tables": {"use_align_attribute": True}}}
"""A `style` attribute is forbidden by the pages' Content-Security-Policy."""
_PLAIN = frozenset({"hooks", "docs_dir", "site_dir", "dev_addr", "watch", "strict"})
"""Lines for plain `mkdocs build` and `mkdocs serve` (generator/build/mkdocs_hook.py)."""
_PHRASES = (
    *("search", "topics", "useful", "short", "copy_link", "full", "help", "help_text", "help_link", "path"),
    *("copy_answer", "related", "previous", "next", "helpful", "helpful_yes", "helpful_no"),
    *("wrong", "wrong_label", "wrong_hint", "send"),
    *("hours", "channels", "in_hours", "out_hours", "team", "email", "phone", "not_found", "not_found_text"),
    *("moved_title", "moved_text", "closest", "empty"),
    *("home", "missing_mean", "missing_moved", "missing_withdrawn", "search_now"),
    *("search_clear", "search_hits", "search_none_text", "search_failed", "offer_close", "ask", "contact"),
    *("all_questions", "letters"),
)
"""What templates say on every page of a kind."""
_SEARCH_PHRASES = ("search_count", "search_none", "mail_search", "mail_search_text", "mail_search_more")
"""What the script of the search says, with its own numbers and words in them."""
_LOGO = 28
"""Pixels of a logo's height in a page's head."""
_UNSAFE_FEATURES = ("navigation.instant", "announce.dismiss", "content.action")
"""Instant navigation leaves the header as it was, so the language switch would lead to the page before."""


def config(shape: Shape, lang: str, project: Mapping[str, object], assets: Assets) -> tuple[bytes, list[Problem]]:
    """The file's bytes, and what of the project's mkdocs.yml cannot be used (AA125)."""
    settings, language = shape.library.settings, shape.library.languages[lang]
    name = str(project.get("site_name") or settings.name)
    up = "" if lang == settings.source else "../"
    css, scripts, problems = _own_files(project)
    data: dict[str, object] = {
        "site_name": html.escape(name),
        "site_url": shape.addresses.absolute(shape.addresses.home(lang)),
        "site_description": shape.words(settings.tagline, lang) or name,
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": True,
        "theme": _theme(language, project, assets, up),
        "nav": _nav(shape, lang),
        "not_in_nav": _not_in_nav(shape),
        "plugins": [{"search": {"enabled": False}}],  # the search is ours
        "markdown_extensions": _extensions(language),
        "extra_css": [up + assets.stylesheet, *css],
        "extra_javascript": [up + assets.script, *scripts],
        "extra": _extra(shape, language, name, assets),
        "validation": {
            "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
            # Addresses between our pages are plain ones, made and checked by us.
            "links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn", "unrecognized_links": "ignore"},
        },
    }
    return to_yaml(data).encode(), problems


def _theme(language: Language, project: Mapping[str, object], assets: Assets, up: str) -> dict[str, object]:
    own = project.get("theme")
    own = own if isinstance(own, Mapping) else {}
    wished = own.get("features", ())
    features = [str(f) for f in wished if not str(f).startswith(_UNSAFE_FEATURES)] if isinstance(wished, list) else []
    return {
        "name": "material",
        "variant": "classic",
        "custom_dir": "overrides",
        "language": language.tag,
        "direction": language.direction,
        "font": False,
        "favicon": up + assets.favicon,
        "features": [*dict.fromkeys(["toc.follow", *features])],
        "icon": {"logo": "brand/mark"},
        "palette": [
            _palette(language, "light", "default", "dark", "weather-night"),
            _palette(language, "dark", "slate", "light", "weather-sunny"),
        ],
    }


def _palette(language: Language, scheme: str, name: str, other: str, icon: str) -> dict[str, object]:
    return {
        "media": f"(prefers-color-scheme: {scheme})",
        "scheme": name,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": f"material/{icon}", "name": html.escape(language.say("site", other))},
    }


def _not_in_nav(shape: Shape) -> str:
    """Entries, topics without any, and what is withdrawn."""
    library = shape.library
    empty = [f"/t/{topic}/" for topic in library.topics if topic not in library.by_topic]
    gone = [f"/{'t/' if kind == 'topic' else ''}{name}/" for kind, name in library.withdrawn if kind != "entry"]
    return "".join(f"{path}\n" for path in ["/q/", *empty, *gone])


def _nav(shape: Shape, lang: str) -> list[object]:
    """Home, topics, contact and hand-written pages. Entries stay out: with them building time grows quadratically."""
    home = html.escape(shape.library.languages[lang].say("site", "home"))
    topics = [f"t/{topic}/index.md" for topic in shape.topics()]
    return [{home: "index.md"}, *topics, *(f"{name}/index.md" for name in shape.pages() if name != "index")]


def _extensions(language: Language) -> list[object]:
    link = html.escape(language.say("site", "copy_link"))
    return [
        *(_OPTIONS.get(e, e) for e in EXTENSIONS),
        {"toc": {"permalink": "#", "permalink_title": link, "marker": ""}},
    ]


def _extra(shape: Shape, language: Language, name: str, assets: Assets) -> dict[str, object]:
    """What templates need on every page, the one for missing pages included, which has no front matter."""
    lang = language.code
    up = "" if lang == shape.library.settings.source else "../"
    languages = [
        {"lang": other.tag, "name": other.name, "link": (up + shape.addresses.home(code)) or "."}
        for code, other in shape.library.languages.items()
    ]
    return {
        "generator": False,
        "scope": urlsplit(shape.addresses.base).path or "/",
        "home": (urlsplit(shape.addresses.base).path or "/") + shape.addresses.home(lang),
        "name": name,
        "source": shape.library.languages[shape.library.settings.source].tag,
        "say": {key: language.say("site", key) for key in _PHRASES},
        "topics": [{"title": shape.topic(t, lang), "href": f"t/{t}/"} for t in shape.topics()],
        "alternate": languages if len(languages) > 1 else [],
        "offer": {other.tag: _offer(other) for other in shape.library.languages.values()},
        "reach": _reach(shape.library.settings, up),
        "locale": with_territory(language.locale),
        "feed": feed_address(shape, lang),
        "logo": _logo(assets, up),
        "search": _search(shape, language, assets, up),
        "missing": {
            "script": up + assets.missing,
            "home": shape.addresses.home(lang),
            "languages": " ".join(c for c in shape.library.languages if c != shape.library.settings.source),
        },
    }


def _logo(assets: Assets, up: str) -> dict[str, object]:
    """Its files, and its size on the page in pixels; nothing where the built-in mark stands for the brand."""
    if not assets.logo:
        return {}
    files = {scheme: up + file for scheme, file in assets.logo.items()}
    return {**files, "width": round(_LOGO * assets.aspect), "height": _LOGO, "wordmark": assets.wordmark}


def _offer(language: Language) -> dict[str, str]:
    """What a reader of this language is told on a page in another one; in its own words."""
    said = {"text": "offer", "open": "offer_open", "close": "offer_close"}
    return {name: language.say("site", key) for name, key in said.items()}


def _search(shape: Shape, language: Language, assets: Assets, up: str) -> dict[str, str]:
    """For the search: its worker, its phrases as JSON, and where questions and searches without an answer go."""
    settings = shape.library.settings
    return {
        "worker": up + assets.searcher,
        "say": json.dumps({key: language.phrases["site"][key] for key in _SEARCH_PHRASES}, ensure_ascii=False),
        "email": settings.email,
        "report": settings.search.report,
        "language": language.code,
    }


def _reach(settings: Settings, up: str) -> dict[str, str]:
    """Ways to a person, and the file that says whether somebody is there now."""
    file = up + hours.FILE if settings.hours else ""
    return {"email": settings.email, "phone": settings.phone, "dial": dial(settings.phone), "hours": file}


def _own_files(project: Mapping[str, object]) -> tuple[list[str], list[str], list[Problem]]:
    """The project's own style sheets and scripts, those of other hosts left out, and lines that have no effect."""
    problems = []
    place = Place("mkdocs.yml")
    kept: dict[str, list[str]] = {"extra_css": [], "extra_javascript": []}
    for key, files in kept.items():
        wished = project.get(key)
        for file in wished if isinstance(wished, list) else []:
            path = str(file)
            if urlsplit(path).scheme or path.startswith(("/", "..")):
                hint = "put the file below docs/ and name it from there: pages ask no other host for anything"
                problems.append(Problem(place, "AA125", f"'{path[:80]}' in {key} is not used", hint, Severity.WARNING))
            else:
                files.append(path)
    problems += [
        Problem(place, "AA125", f"'{key}' has no effect here", "the site is made from faq/ and docs/", Severity.WARNING)
        for key in sorted(set(map(str, project)) - _USED - _PLAIN)
    ]
    return kept["extra_css"], kept["extra_javascript"], problems
