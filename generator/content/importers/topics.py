"""Which folder an imported entry goes to, and that folder's `_topic.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import yaml

from generator.content import source as reader
from generator.content.importers import ids
from generator.content.importers.clean import one_line
from generator.content.importers.imported import Imported, warning
from generator.problems import Place, Problem
from generator.slug import slug

_WIDTH: Final = 1_000_000
_NEVER: Final = frozenset({"replies"})
"""Folders of faq/ that hold no entries."""
_KEEPER: Final = "General"


@dataclass(slots=True)
class Topic:
    """A folder to be and its title in each language, as first seen."""

    id: str
    place: Place
    titles: dict[str, str] = field(default_factory=dict)


def plan(
    entries: Mapping[str, Mapping[str, Imported]], spelled: Mapping[str, str], source: str
) -> tuple[dict[str, Topic], list[Problem]]:
    """Entry id -> topic, for what is imported in the source language; `entries` is id -> language -> entry.

    `spelled` (lower case -> as it is) are the folders there are: two that differ in case only cannot live together.
    """
    firsts = {id_: rows[source] for id_, rows in entries.items() if source in rows}
    wanted: dict[tuple[str, str], tuple[str, str]] = {}
    for first in firsts.values():
        title = first.category or _KEEPER
        made = slug(first.category_id, source) or slug(title, source) or "topic"
        wanted.setdefault(_key(first), (first.category_id, made))
    given = {key: spelled.get(id_.lower(), id_) for key, id_ in ids.assign(wanted, never=_NEVER).items()}
    topics: dict[tuple[str, str], Topic] = {}
    problems: list[Problem] = []
    for id_, first in firsts.items():
        key = _key(first)
        if key not in topics:
            topics[key] = Topic(given[key], first.place)
            if first.category_id and given[key] != first.category_id:
                message = f"the category '{first.category_id[:60]}' becomes the topic '{given[key]}'"
                problems.append(warning(first.place, "AA601", message, "its id cannot be the name of a folder"))
        same = [row for row in entries[id_].values() if row.category_id in {"", first.category_id}]
        problems += _add_titles(topics[key], same)
    for topic in topics.values():
        if source not in topic.titles:
            topic.titles[source] = title_of(topic.id)
            message = f"the topic '{topic.id}' has no title in the source and is called '{topic.titles[source]}'"
            problems.append(warning(topic.place, "AA610", message, f"give it a title in {topic.id}/_topic.yml"))
    return {id_: topics[_key(first)] for id_, first in firsts.items()}, _once(problems)


def _key(entry: Imported) -> tuple[str, str]:
    return ("id", entry.category_id) if entry.category_id else ("title", (entry.category or _KEEPER).casefold())


def _add_titles(topic: Topic, rows: Iterable[Imported]) -> list[Problem]:
    problems = []
    for row in rows:
        title = topic.titles.setdefault(row.lang, row.category) if row.category else ""
        if title.casefold() != row.category.casefold():
            message = f"the topic '{topic.id}' is called '{title}' in '{row.lang}'; not taken over: '{row.category}'"
            problems.append(warning(row.place, "AA610", message, "if these are two topics, give them two ids"))
    return problems


def _once(problems: list[Problem]) -> list[Problem]:
    """One problem for each message, at its first place."""
    return list({problem.message: problem for problem in reversed(problems)}.values())[::-1]


def title_of(id_: str) -> str:
    """What a folder is called that nobody gave a title."""
    words = one_line(re.sub(r"[-_]+", " ", id_))
    return words[:1].upper() + words[1:]


def written(
    topics: Iterable[Topic], existing: Mapping[str, bytes], source: str
) -> tuple[dict[str, bytes], list[Problem]]:
    """`_topic.yml` of each topic: new ones ordered after those that exist, existing ones with the missing languages."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    last = max((_order(content, path) for path, content in existing.items() if path.endswith("/_topic.yml")), default=0)
    for topic in topics:
        path = f"{topic.id}/_topic.yml"
        titles = dict(sorted(topic.titles.items(), key=lambda item: (item[0] != source, item[0])))
        if path not in existing:
            last += 1
            files[path] = _dump({"title": titles, "order": last}).encode()
            continue
        content, more = _extended(existing[path], path, titles)
        problems += more
        if content is not None:
            files[path] = content
    return files, problems


def _order(content: bytes, path: str) -> int:
    order = _read(content, path)[1].data.get("order", "")
    return int(order) if isinstance(order, str) and re.fullmatch(r"\d{1,6}", order, re.ASCII) else 0


def _read(content: bytes, path: str) -> tuple[str, reader.Source, bool]:
    """Text and data of a YAML file, and whether it can be trusted."""
    text, problems = reader.decode(content, path)
    if text is None:
        return "", reader.Source(path=path), False
    found, more = reader.read_yaml(text, path)
    return text, found, not more and not any(p.code == "AA009" for p in problems)


def _extended(content: bytes, path: str, titles: Mapping[str, str]) -> tuple[bytes | None, list[Problem]]:
    """A `_topic.yml` with titles in languages that it lacks; what people wrote stays, comments too."""
    text, found, sound = _read(content, path)
    old = found.data.get("title")
    if not sound or not isinstance(old, dict):
        message = f"kept as it is; its titles cannot be read, so these were not added: {', '.join(titles.values())}"
        return None, [warning(Place(path), "AA605", message)]
    problems = [
        warning(
            found.place("title", lang),
            "AA605",
            f"kept: the title in '{lang}' is '{old[lang]}', in the source '{title}'",
            "change it here if the source's is better",
        )
        for lang, title in titles.items()
        if lang in old and old[lang] != title
    ]
    missing = {lang: title for lang, title in titles.items() if lang not in old}
    if not missing:
        return content, problems
    longer = _inserted(text, missing)
    if _read(longer.encode(), path)[1].data != {**found.data, "title": {**old, **missing}}:
        message = f"kept as it is; add these titles by hand: {', '.join(missing.values())}"
        return None, [*problems, warning(found.place("title"), "AA605", message)]
    return longer.encode(), problems


def _inserted(text: str, titles: Mapping[str, str]) -> str:
    """The text of a `_topic.yml` with lines, or members of a `{...}`, added to its titles."""
    root = yaml.compose(text, Loader=yaml.BaseLoader)  # not C's: its marks count bytes in some versions
    assert isinstance(root, yaml.MappingNode)  # noqa: S101 - it was read before
    node: yaml.MappingNode = next(value for key, value in root.value if key.value == "title")
    if node.flow_style:
        at = node.end_mark.index - 1
        members = _dump(dict(titles), flow=True)
        comma = "" if text[:at].rstrip().endswith(("{", ",")) else ", "
        return text[:at].rstrip() + comma + members.strip()[1:-1] + text[at:]
    last = node.value[-1][1].end_mark
    at = last.index if last.column == 0 else (text.find("\n", last.index) + 1 or len(text))
    indent = " " * node.start_mark.column
    lines = "".join(f"{indent}{line}\n" for line in _dump(dict(titles)).splitlines())
    return text[:at] + ("" if text[:at].endswith("\n") else "\n") + lines + text[at:]


def _dump(data: object, *, flow: bool = False) -> str:
    text: str = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text
