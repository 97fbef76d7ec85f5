"""The evaluation sets of search: entries and labelled queries per language, Serbian in both scripts, distractors.

A folder of a set holds `entries.<lang>.json`, `queries.mechanical.json`, `queries.paraphrase.json`, `also_asked.json`.
Serbian has its entries in both scripts (`sr`, `sr-cyrl`), and each of its queries is asked of both.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

LANGUAGES = ("hr", "sr", "sr-cyrl", "sl", "cs", "bg", "en")
CYRILLIC_SERBIAN = "sr-cyrl"
OTHER_SCRIPT, OTHER_SCRIPT_TYPO, OTHER_SCRIPT_PARAPHRASE = (
    "other script",
    "other script, typo",
    "paraphrase, other scr.",
)
PARAPHRASE = "paraphrase"
IN_OTHER_SCRIPT = {"cyr": OTHER_SCRIPT, "cyr_inflect": OTHER_SCRIPT, "translit": OTHER_SCRIPT}
IN_CYRILLIC_SERBIAN = {"cyr": "title", "cyr_inflect": "inflect"}
"""A Cyrillic query asked of Cyrillic entries is an ordinary one; every other Serbian query is in the other script."""
TYPES = (
    *("title", "nodia", "inflect", "inflect_nodia", "typo", "typo_nodia", "prefix"),
    *(OTHER_SCRIPT, OTHER_SCRIPT_TYPO, PARAPHRASE, OTHER_SCRIPT_PARAPHRASE),
)
NONSENSE = (
    *("qxzvbn", "wkjhgfd", "asdfghjkl", "zzzzzz", "xvcbqw", "qwrtpsd", "hjklzxcv", "bnmqwxyz", "xxqqyy", "wqwqwq"),
    *("фывджл", "ъьъьъь", "щщфшшщ", "жжчджжф", "мнбвцхзх", "ђђџџљњ", "хзхзџџ", "фгхјклч", "њертзџџ", "чћшђжџ"),
    *("漢字検索", "عربي", "한국어검색", "ελληνικωψ", "🙂🙃", "§¶†‡", "...", "???", "-", "qqxxzzww qzqzqz vvxxvv"),
)
"""No word of any language of the sets, nor one or two letters away from one: nothing may be found."""
INVENTED = (
    *("grumblivost", "flopranti", "škrobulanje", "vrzmolina", "klipsutati", "mrndžuljak", "tuprekovina", "zblagorit"),
    *("plichtovadlo", "hňupkání", "čtvrbosnost", "žmolíkovat", "brněstvo", "vejpucha", "šmrncování", "dlabuňka"),
    *(
        "wibblethorpe",
        "snorgling",
        "quandlefish",
        "frobnicator",
        "blathermoot",
        "zumpkinry",
        "gloopsome",
        "tranfliggle",
    ),
    *("гримбуловник", "хлопотрън", "мустапарник", "врънзулка", "шкембурица", "жабуркане", "дрънкулище", "пльоскавост"),
)
"""No words either, but made as words are, and somewhat like some: the less is found the better."""
MALLARD = "{http://projectmallard.org/1.0/}"
NO_TEXT = frozenset(f"{MALLARD}{name}" for name in ("info", "section", "title"))
GNOME_FOLDERS = {"en": ("C",), "sr": ("sr@latin",), CYRILLIC_SERBIAN: ("sr",)}


class Entry(NamedTuple):
    """What is searched; `also` is how customers put the question."""

    id: str
    title: str
    text: str
    also: tuple[str, ...] = ()


class Query(NamedTuple):
    """Words, and the one entry that they should find."""

    lang: str
    type: str
    words: str
    relevant: str


class Set(NamedTuple):
    """All that is measured in one language; paraphrases are queries too."""

    lang: str
    entries: tuple[Entry, ...]
    queries: tuple[Query, ...]
    also_asked: Mapping[str, tuple[str, ...]]

    def with_also_asked(self) -> tuple[Entry, ...]:
        """The entries, each with the phrasings that customers have for it."""
        return tuple(entry._replace(also=self.also_asked.get(entry.id, ())) for entry in self.entries)


def read(
    folder: Path,
    languages: Sequence[str],
    paraphrased: Sequence[str],
    *,
    distractors: Path | None = None,
    own: Path | None = None,
) -> list[Set]:
    """The sets of these languages; paraphrases, and phrasings of customers, of those in `paraphrased` only.

    Paraphrases of a file of one's own take the place of the folder's, which are then not read.
    """
    rows = json.loads((folder / "queries.mechanical.json").read_text(encoding="utf-8"))
    paraphrases, also_asked = development(own) if own else held_out(folder)
    rows += [row for row in paraphrases if row["lang"] in paraphrased]
    sets = []
    for lang in languages:
        own = entries(json.loads((folder / f"entries.{lang}.json").read_text(encoding="utf-8")))
        known = {entry.id for entry in own}
        more = [entry for entry in (others(distractors, lang) if distractors else ()) if entry.id not in known]
        asked = {in_set(id_, lang): tuple(phrases) for id_, phrases in also_asked.items() if id_[:2] in paraphrased}
        sets.append(Set(lang, (*own, *more), tuple(asked_of(lang, rows)), asked))
    return sets


def held_out(folder: Path) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """The paraphrases that nothing was tuned on, and a phrasing of customers for each of their entries."""
    names = ("queries.paraphrase.json", "also_asked.json")
    paraphrases, also_asked = (json.loads((folder / name).read_text(encoding="utf-8")) for name in names)
    return paraphrases, also_asked


def development(path: Path) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """The same of a file of rows `{lang, relevant, query, also}`, such as paraphrases.json beside this script."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [{**row, "type": "para"} for row in rows], {row["relevant"][0]: [row["also"]] for row in rows}


def entries(rows: Iterable[Mapping[str, str]]) -> tuple[Entry, ...]:
    """Rows of a JSON file as entries."""
    return tuple(Entry(row["id"], row["title"], row.get("text", "")) for row in rows)


def asked_of(lang: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[Query]:
    """The queries asked of the entries of a language, each under the type that it is there."""
    for row in rows:
        if row["lang"] == lang[:2]:
            yield Query(lang, type_in(lang, row["type"]), row["query"], in_set(row["relevant"][0], lang))


def type_in(lang: str, type_: str) -> str:
    """What a query's type is, asked of the entries of `lang`."""
    if lang != CYRILLIC_SERBIAN:
        return PARAPHRASE if type_ == "para" else IN_OTHER_SCRIPT.get(type_, type_)
    if type_ == "para":
        return OTHER_SCRIPT_PARAPHRASE
    return IN_CYRILLIC_SERBIAN.get(type_, OTHER_SCRIPT_TYPO if "typo" in type_ else OTHER_SCRIPT)


def in_set(id_: str, lang: str) -> str:
    """The id of an entry in the set of a language."""
    return f"srcyr-{id_.removeprefix('sr-')}" if lang == CYRILLIC_SERBIAN and id_.startswith("sr-") else id_


def others(folder: Path, lang: str) -> Iterator[Entry]:
    """More entries in a language, which no query asks for: `*.<lang>.json`, and help pages of GNOME as Debian has them.

    Those come with its package gnome-user-docs; `folder` is then /usr/share/help.
    """
    for path in sorted(folder.glob(f"*.{lang}.json")):
        yield from entries(json.loads(path.read_text(encoding="utf-8")))
    for name in GNOME_FOLDERS.get(lang, (lang,)):
        for path in sorted(folder.glob(f"{name}/gnome-help/*.page")):
            yield from mallard(path)


def mallard(path: Path) -> Iterator[Entry]:
    """A page of Mallard, and each of its sections, as entries."""
    root = ET.parse(path).getroot()  # noqa: S314 - pages of the user's own system
    for number, part in enumerate([root, *root.iter(f"{MALLARD}section")]):
        title = part.find(f"{MALLARD}title")
        text = " ".join(words(child) for child in part if child.tag not in NO_TEXT)
        if title is not None and words(title) and text.strip():
            yield Entry(f"gnome-{path.stem}-{number}", words(title), text)


def words(element: ET.Element) -> str:
    """The text of an element, without its markup."""
    return " ".join("".join(element.itertext()).split())
