"""What the desk's page needs first, and what comes when it is needed: scripts, since a page in a folder may not fetch.

`data.js` says what holds for every language, with the first entries of the list. Below `data/`, in files of their own:

- `entries` are the entries after the first; `drafts` the planned posts, `marketing` what else marketers see, and
  `asked` what was kept of a log of questions.
- `phrases.<code>` is what the desk says, `phrases.<code>.planning` what it says to who plans only.
- `replies.<code>` is what a customer's replies are made of.
- `texts.<code>.first` and `.rest` are what the list shows: entries in the language that customers of `<code>` read.
- `bodies.<code>.<n>` are whole answers, `BODIES` entries each.

Read by `data/desk/loading.js`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.desk.data import harmless, script
from generator.desk.program import is_said_first
from generator.desk.values import Values
from generator.files import Tree

FIRST = 50
"""Entries of the list that is shown before anything is typed."""
BODIES = 8
_HEADINGS = ("h4", "h5", "h6")
_MARKETING = ("recalls", "coverage", "health", "unused", "exports", "weeks")
_ELSEWHERE = frozenset({"entries", "languages", "replies", "wordings", "drafts", "asked", *_MARKETING})


def scripts(values: Mapping[str, Any]) -> Tree:
    """`data.js` and the files below `data/`, from all that the desk knows."""
    entries, languages = values["entries"], values["languages"]
    first = {key: value for key, value in values.items() if key not in _ELSEWHERE} | {
        "languages": [_without(language, "phrases") for language in languages],
        "entries": [_record(entry) for entry in entries[:FIRST]],
        "count": len(entries),
        "logged": bool(values["asked"]),
        "recalled": len(values["recalls"]),
        "first": FIRST,
        "bodies": BODIES,
    }
    parts = dict(_parts(values))
    return {"data.js": script(first)} | {f"{name}.js": _part(name, value) for name, value in parts.items()}


def _parts(values: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    entries: Sequence[Values] = values["entries"]
    yield "data/drafts", values["drafts"]
    yield "data/marketing", {name: values[name] for name in _MARKETING}
    if values["asked"]:
        yield "data/asked", values["asked"]
    if len(entries) > FIRST:
        yield "data/entries", [_record(entry) for entry in entries[FIRST:]]
    for language in values["languages"]:
        code = language["code"]
        replies = [reply for reply in values["replies"] if reply["lang"] == code]
        phrases = language["phrases"].items()
        yield f"data/phrases.{code}", {key: phrase for key, phrase in phrases if is_said_first(key)}
        yield f"data/phrases.{code}.planning", {key: phrase for key, phrase in phrases if not is_said_first(key)}
        yield f"data/replies.{code}", {"wording": values["wordings"].get(code), "replies": replies}
        rows = [_row(entry, code, values["source"]) for entry in entries]
        yield f"data/texts.{code}.first", rows[:FIRST]
        if rows[FIRST:]:
            yield f"data/texts.{code}.rest", rows[FIRST:]
        for at in range(0, len(entries), BODIES):
            bodies = [_body(entry, code) for entry in entries[at : at + BODIES]]
            if any(bodies):
                yield f"data/bodies.{code}.{at // BODIES}", bodies


def _record(entry: Values) -> Values:
    """What holds in every language; what an entry has not is not written."""
    texts: Any = entry["texts"]
    return _said(_without(entry, "texts")) | {"languages": list(texts)}


def _row(entry: Values, code: str, source: str) -> Values:
    """What the list shows to customers of a language, and in which language that is."""
    texts: Any = entry["texts"]
    shown = next(each for each in (code, code.partition("-")[0], source, *texts) if each in texts)
    text = texts[shown]
    of_body = {"headings": list(_headings(text["body"])), "full": bool(text["body"])}
    return {"shown": shown, **_said(_without(text, "body") | of_body)}


def _body(entry: Values, code: str) -> object:
    texts: Any = entry["texts"]
    return texts[code]["body"] if code in texts else 0


def _headings(nodes: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """The headings of an answer that have an address: its anchor, and their words."""
    for node in nodes:
        if isinstance(node, str):
            continue
        name, attributes, *children = node
        if name in _HEADINGS and "anchor" in attributes:
            yield attributes["anchor"], "".join(_words(children)).strip()
        else:
            yield from _headings(children)


def _words(nodes: Sequence[Any]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from _words(node[2:])


def _without(values: Mapping[str, object], key: str) -> Values:
    return {name: value for name, value in values.items() if name != key}


def _said(values: Mapping[str, object]) -> Values:
    return {name: value for name, value in values.items() if value}


def _part(name: str, value: object) -> bytes:
    written = harmless(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return f"(window.ANSWER_AHEAD_PARTS ??= {{}})[{json.dumps(name)}] = {written};\n".encode()
