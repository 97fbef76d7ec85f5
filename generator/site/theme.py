"""The look: Material dressed through its own variables, a few templates, and the brand's colours, fonts and logo."""

from __future__ import annotations

import hashlib
import html
import importlib.util
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.brand import Brand, css, icons
from generator.content.data import read_texts
from generator.language import Language
from generator.problems import Place, Problem
from generator.search import worker_script

_PHRASE = re.compile(r'^(?P<before>  "(?P<key>[\w.]+)": )"(?P<text>(?:[^"\\]|\\.)*)"', re.MULTILINE)
_ON_EVERY_PAGE = ("site", "search", "report", "hours", "offer")
"""The scripts that become the one pages load; each keeps its names to itself."""
_OWN_PHRASES = {"clipboard.copied": "copied"}
"""Material's phrase -> ours, where its own is about programs."""
_MORE_PHRASES = {"clipboard.error": ("desk", "copy_failed")}
"""Phrases that Zensical's scripts say and Material does not know -> section and key of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What was read: our theme files, and the theme's words in each language."""

    files: Mapping[str, str]
    """Below `data/theme/`: `assets/…` and `overrides/…`."""
    words: Mapping[str, str]
    """Material's language -> its file of phrases."""
    searcher: str = ""
    """The worker that searches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """Files that all languages share: they lie at the root of the site once."""

    files: Mapping[str, bytes]
    stylesheet: str
    script: str
    missing: str
    """The script of the page for missing addresses."""
    searcher: str
    """The worker that searches; loaded when somebody does."""
    favicon: str
    forward: str
    """The script of pages that only lead on."""
    logo: Mapping[str, str] = field(default_factory=dict)
    """`light`, and `dark` where it is another one; empty for the built-in mark."""
    aspect: float = 1.0
    """Of the logo: width by height."""
    wordmark: bool = False
    """Whether the logo says the name, so that nothing else has to."""


def read(overrides: Path | None = None) -> tuple[Theme, list[Problem]]:
    """The theme's files, those below `overrides` first; a missing Material is AA122. Reads, writes nothing."""
    found = importlib.util.find_spec("material")
    folder = Path(found.origin).parent / "templates/partials/languages" if found and found.origin else None
    words = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.html"))} if folder else {}
    texts, problems = read_texts("theme", overrides)
    if not words:
        hint = "install the project's dependencies again: make run, or pip install answer-ahead"
        problems.append(Problem(Place("mkdocs.yml"), "AA122", "the theme mkdocs-material is not installed", hint))
    return Theme(files=texts, words=words, searcher=worker_script()), problems


def assets(theme: Theme, brand: Brand) -> Assets:
    """Style sheet, script, mark, logo and fonts; names carry a hash, so that caches never show an old look."""
    style = (css.style(brand) + theme.files["assets/site.css"]).encode()
    script = "\n".join(theme.files[f"assets/{name}.js"] for name in _ON_EVERY_PAGE).encode()
    guessing, leading = theme.files["assets/missing.js"].encode(), theme.files["assets/forward.js"].encode()
    searching = theme.searcher.encode()
    icon, kind = icons.favicon(brand, theme.files["assets/favicon.svg"])
    logo = {scheme: (f"assets/logo.{_hash(c)}.{icons.suffix(c)}", c) for scheme, c in icons.logos(brand).items()}
    stylesheet, code = f"assets/site.{_hash(style)}.css", f"assets/site.{_hash(script)}.js"
    favicon, missing = f"assets/favicon.{_hash(icon)}.{kind}", f"assets/missing.{_hash(guessing)}.js"
    forward, searcher = f"assets/forward.{_hash(leading)}.js", f"assets/search.{_hash(searching)}.js"
    files = {stylesheet: style, code: script, missing: guessing, searcher: searching, forward: leading, favicon: icon}
    files |= dict(logo.values())
    files |= {f"assets/fonts/{name}": content for name, content in brand.typeface.published().items()}
    return Assets(
        files=files,
        stylesheet=stylesheet,
        script=code,
        missing=missing,
        searcher=searcher,
        favicon=favicon,
        forward=forward,
        logo={scheme: name for scheme, (name, _) in logo.items()},
        aspect=brand.logo.aspect if brand.logo else 1.0,
        wordmark=icons.is_wordmark(brand),
    )


def overrides(theme: Theme, language: Language) -> dict[str, bytes]:
    """Our templates, and the theme's words for one language under its BCP 47 tag, which becomes `<html lang>`."""
    prefix = "overrides/"
    files = {name.removeprefix(prefix): text.encode() for name, text in theme.files.items() if name.startswith(prefix)}
    if language.theme in theme.words:
        files[f"partials/languages/{language.tag}.html"] = _words(theme.words[language.theme], language).encode()
    return files


def _words(text: str, language: Language) -> str:
    """Material's phrases, in the language's script, with ours where they are better."""
    more = [
        f'  "{key}": "{_escaped(language.say(*ours))}"' for key, ours in _MORE_PHRASES.items() if f'"{key}"' not in text
    ]

    def phrase(found: re.Match[str]) -> str:
        key, words = found["key"], found["text"]
        if key == "language":
            return ",\n".join([f'{found["before"]}"{language.tag}"', *more])
        if key in _OWN_PHRASES:
            words = _escaped(language.say("site", _OWN_PHRASES[key]))
        elif language.script == "Latn":
            words = language.in_latin(words)
        return f'{found["before"]}"{words}"'

    return _PHRASE.sub(phrase, text)


def _escaped(text: str) -> str:
    """Fit for a string of a template."""
    return html.escape(text).replace("\\", "")


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]
