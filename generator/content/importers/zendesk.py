"""Reader of Zendesk Help Center JSON: articles, sections and translations, as its API's pages have them.

Fields: developer.zendesk.com, Help Center API, Articles, Sections and Translations. What is a draft, or shown to some
people only, stays out: it was not public there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from generator.content.importers.articles import (
    Article,
    Shape,
    Words,
    for_some,
    imported,
    left_out,
    none_found,
    number,
    own_id,
    read_rows,
    text,
    texts,
    unused,
)
from generator.content.importers.imported import Imported
from generator.content.importers.json_rows import Row
from generator.problems import Problem
from generator.slug import slug

SHAPE: Final = Shape("articles", frozenset({"section_id", "title"}))
_LOST: Final = ("attachments", "content_tag_ids", "content_block_ids")


def read(files: Mapping[str, bytes | str], lang: str) -> tuple[list[Imported], list[Problem]]:
    """Articles in every language: of pages of the listing, a file for sections, one for translations."""
    rows, problems = read_rows(files)
    sections: dict[str, dict[str, str]] = {}
    translations: dict[str, list[Row]] = {}
    articles: dict[str, list[Row]] = {}
    for row in rows:
        values = row.value
        if "source_id" in values and "locale" in values:
            translations.setdefault(text(values, "source_id"), []).append(row)
        elif "section_id" in values and "title" in values:
            articles.setdefault(text(values, "id") or f"{row.place}", []).append(row)
        elif row.kind in {"sections", "section"} and "name" in values:
            names = sections.setdefault(text(values, "id"), {})
            names.setdefault(text(values, "locale") or text(values, "source_locale") or lang, text(values, "name"))
    if not articles and not problems:
        hint = 'expected what /api/v2/help_center/articles.json gives: {"articles": [{...}]}'
        return [], none_found(files, "article of a Help Center", hint)
    for id_, names in sections.items():
        names |= {text(row.value, "locale"): text(row.value, "title") for row in translations.get(id_, ())}
    found = []
    for id_, same in articles.items():
        article, more = _article(same, translations.get(id_, ()), sections, lang)
        found.append(article)
        problems += more
    entries, more = imported(found, path=_old_address)
    return entries, problems + more + unused((row for same in articles.values() for row in same), _LOST)


def _article(
    same: Sequence[Row], translated: Sequence[Row], sections: Mapping[str, Mapping[str, str]], lang: str
) -> tuple[Article, list[Problem]]:
    values = same[0].value
    section = text(values, "section_id")
    names = sections.get(section, {})
    source = text(values, "source_locale") or text(values, "locale") or lang
    name = names.get(source) or next(iter(names.values()), "")
    article = Article(
        id=own_id(text(values, "id")),
        category_id=own_id(section) or slug(name, source),
        order=number(values, "position") or None,
        tags=texts(values, "label_names"),
    )
    problems = []
    for row, words in _in_languages(same, translated, lang):
        title = text(words, "title") or text(words, "name")
        if words.get("draft") is True:
            problems.append(left_out(row.place, title, f"is a draft in {text(words, 'locale') or source}"))
        elif words.get("user_segment_id"):
            problems.append(for_some(row.place, title))
        else:
            code = text(words, "locale") or source
            article.words.append(
                Words(
                    lang=code,
                    title=title,
                    body=text(words, "body"),
                    place=row.place,
                    category=names.get(code, name),
                    outdated=words.get("outdated") is True and code != source,
                    address=text(words, "html_url"),
                )
            )
    article.words.sort(key=lambda words: words.lang != source)
    return article, problems


def _in_languages(same: Sequence[Row], translated: Sequence[Row], lang: str) -> Iterator[tuple[Row, Mapping[str, Any]]]:
    """Each language once: what the article says itself goes before its translations."""
    seen: set[str] = set()
    for row in (*same, *translated):
        inner = row.value.get("translations")
        shared = {key: row.value.get(key) for key in ("user_segment_id",)}
        several = [shared | words for words in inner if isinstance(words, dict)] if isinstance(inner, list) else []
        for words in (row.value, *several):
            code = text(words, "locale") or lang
            if code not in seen and text(words, "body"):
                seen.add(code)
                yield row, words


def _old_address(address: str) -> str:
    """Path of a Help Center's page; any other address is not one that this site could have."""
    try:
        found = urlsplit(address)
    except ValueError:
        return ""
    return found.path if found.path.startswith("/hc/") else ""
