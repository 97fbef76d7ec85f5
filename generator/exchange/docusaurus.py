"""Docusaurus: a page an entry below `docs/`, its category beside it, translations below `i18n/`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

from generator.exchange.article import Article
from generator.exchange.linked import Links
from generator.exchange.markdown_pages import page, source_of, stem, titles_of
from generator.files import Tree
from generator.text import blank_code

_BOX: Final = re.compile(r"!!![ \t]+([\w-]+)(?:[ \t]+\"([^\"\]]*)\")?[ \t]*")
_SIDEBARS: Final = ("defaultSidebar", "tutorialSidebar")
"""What the sidebar is called without sidebars.js, and in the template that most sites begin with."""


def write(articles: Sequence[Article]) -> Tree:
    """`docs/<topic>/<id>.md`, and `i18n/<language>/docusaurus-plugin-content-docs/current/` with the same paths."""
    source, links = source_of(articles), Links(articles)
    titles = titles_of(articles)
    tree: dict[str, bytes] = {}
    for article in articles:
        folder = "docs" if article.lang == source else f"{_translated(article.tag)}/current"
        tree[f"{folder}/{article.topic}/{stem(article.id)}.md"] = _page(article, links)
    for position, (topic, title) in enumerate(titles.items(), start=1):
        category = {"label": _label(title, source), "position": position}
        tree[f"docs/{topic}/_category_.json"] = _json(category)
    for lang, tag in {article.lang: article.tag for article in articles if article.lang != source}.items():
        labels = {
            f"sidebar.{sidebar}.category.{_label(title, source)}": {"message": title[lang]}
            for sidebar in _SIDEBARS
            for title in titles.values()
            if title.get(lang)
        }
        tree[f"{_translated(tag)}/current.json"] = _json(labels)
    return tree


def _translated(tag: str) -> str:
    return f"i18n/{tag}/docusaurus-plugin-content-docs"


def _label(titles: Mapping[str, str], source: str) -> str:
    return titles.get(source) or next(iter(titles.values()))


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _page(article: Article, links: Links) -> bytes:
    front = {
        "title": article.question,
        "description": article.short,
        "tags": [*article.tags],
        "sidebar_position": article.order,
        "mdx": {"format": "md"},  # else `{` and `<` of an answer would be code
    }

    return page(front, _boxes(links.between_files(article)))


def _boxes(body: str) -> str:
    """`!!! tip "Title"` with its indented text as `:::tip[Title]`, text and `:::`."""
    seen = blank_code(body)
    if "!!!" not in seen:
        return body
    lines: list[str] = []
    inside = False
    for line, blank in zip(body.split("\n"), seen.split("\n"), strict=True):
        found = _BOX.fullmatch(blank)
        if inside and line.strip() and not line.startswith("    "):
            _close(lines)
            inside = False
        if found and not inside:
            lines += [f":::{found[1]}" + (f"[{found[2]}]" if found[2] else ""), ""]
            inside = True
        else:
            lines.append(line[4:] if inside else line)
    if inside:
        _close(lines)
    return "\n".join(lines).rstrip("\n")


def _close(lines: list[str]) -> None:
    while lines and not lines[-1]:
        lines.pop()
    lines.extend(["", ":::", ""])
