"""The written index: a few JSON files that a worker reads, and back.

- `index.json`, the only stable name, says which `words.<hash>.json` is today's.
- The words file has what a query needs: tables, weights, terms, and where titles have them. While a language is small
  also where answers have them (`answers`), and ids, titles and headings (`shown`).
- Of a large one, answers are in shards by the first two letters of a term (`answers.<n>.<hash>.json`: `shards` says
  from which letters on), and ids, titles and headings in a file that may come later (`titles.<hash>.json`).
- `cards.<n>.<hash>.json` hold what only a result shows, `CARDS` documents each: short answer and language, and what
  is `shown` where the words file has none.

Read by `data/search/js/index.js`; what is packed, by `packing.js`.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.search.analysis import Analyser
from generator.search.groups import Group, found_by
from generator.search.index import MOST_TIMES, Document, Heading, Index, Posting
from generator.search.packing import dense, fronted, gaps, packed, undense, unfronted, ungapped, unpacked
from generator.search.tables import Tables
from generator.search.weights import WEIGHTS, Weights, as_data

VERSION = 1
MANIFEST = "index.json"
INLINE = 2000
"""Documents from which on answers and titles have files of their own."""
CARDS = 32
START = 2
"""First letters of a term that choose its shard."""
_SHARD = 16_000
"""Letters of postings in a shard: it is closed before it would have more."""
_WHERE = (MOST_TIMES + 1) * 4
"""Title or not, other ways to ask or not, and times in the answer, in one number."""

Asked = tuple[int, int]
"""Unit and `_WHERE`."""


def encode(index: Index, *, language: str = "", inline: int = INLINE, weights: Weights = WEIGHTS) -> dict[str, bytes]:
    """Name -> content of all files. The same index gives the same bytes; a name changes with its content."""
    small = len(index.documents) <= inline
    files: dict[str, bytes] = {}

    def add(name: str, content: object) -> str:
        data = _json(content)
        digest = hashlib.sha256(data).hexdigest()[:8]
        files[f"{name}.{digest}.json"] = data
        return digest

    shown = [_shown(document) for document in index.documents]
    pairs = zip(index.documents, shown, strict=True)
    cards = [_card(document, language, [] if small else row) for document, row in pairs]
    shards = [] if small else list(_shards(index))
    words = {
        "v": VERSION,
        "language": language,
        "tables": _tables(index.tables),
        "weights": as_data(weights),
        "groups": [_group(group) for group in index.groups.groups],
        "headings": packed(len(document.headings) for document in index.documents),
        "titles": packed(index.titles),
        "texts": packed(index.texts),
        **_asked(index),
        "answers": _answers(index, range(len(index.terms))) if small else None,
        "shown": shown if small else None,
        "list": None if small else add("titles", shown),
        "shards": [[start, add(f"answers.{n}", answers)] for n, (start, answers) in enumerate(shards)],
        "size": CARDS,
        "cards": [
            add(f"cards.{n}", cards[start : start + CARDS]) for n, start in enumerate(range(0, len(cards), CARDS))
        ],
    }
    digest = add("words", words)
    return {MANIFEST: _json({"v": VERSION, "words": f"words.{digest}.json"}), **files}


def decode(files: Mapping[str, bytes]) -> Index:
    """The index again; of documents only what a result shows."""
    words = json.loads(files[json.loads(files[MANIFEST])["words"]])

    def read(name: str, digest: str) -> Any:  # noqa: ANN401 - JSON
        return json.loads(files[f"{name}.{digest}.json"])

    cards = [card for n, digest in enumerate(words["cards"]) for card in read(f"cards.{n}", digest)]
    shown = read("titles", words["list"]) if words["shown"] is None else words["shown"]
    documents = [_document(row, card, words["language"]) for row, card in zip(shown, cards, strict=True)]
    postings = _read_asked(words)
    answers = [read(f"answers.{n}", digest) for n, (_, digest) in enumerate(words["shards"])]
    starts = [start for start, _ in words["shards"]]
    for start, end, shard in zip(starts or [""], [*starts[1:], None], answers or [words["answers"]], strict=True):
        inside = [term for term in postings if start <= term[:START] and (end is None or term[:START] < end)]
        _read_answers(postings, inside, shard)
    terms = sorted(postings)
    tables = _read_tables(words["tables"])
    return Index(
        tables=tables,
        documents=documents,
        headings=[(unit, heading) for unit, document in enumerate(documents) for heading in document.headings],
        terms=terms,
        postings=[sorted(postings[term]) for term in terms],
        titles=unpacked(words["titles"]),
        texts=unpacked(words["texts"]),
        groups=found_by([_read_group(group) for group in words["groups"]]),
        analyser=Analyser(tables),
    )


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _shown(document: Document) -> list[Any]:
    """Id, title, and anchor and title of each heading."""
    return [document.id, document.title, *(text for h in document.headings for text in (h.anchor, h.title))]


def _card(document: Document, language: str, shown: Sequence[str]) -> list[str]:
    """Short answer and, where it is not the index's, language."""
    other = document.lang if document.lang != language else ""
    return [document.short, *([other] if other or shown else []), *shown]


def _document(shown: Sequence[str], card: Sequence[str], language: str) -> Document:
    id_, title, *headings = shown
    return Document(
        id=id_,
        title=title,
        short=card[0],
        lang=(card[1] if len(card) > 1 else "") or language,
        headings=tuple(Heading(anchor=anchor, title=text) for anchor, text in zip(*[iter(headings)] * 2, strict=True)),
    )


def _tables(tables: Tables) -> dict[str, Any]:
    """What analysing a query takes; synonyms are sent as stems (`groups`)."""
    return {
        "letters": dict(tables.letters),
        "folds": tables.folds,
        "suffixes": " ".join(sorted(tables.suffixes)),
        "passes": tables.passes,
        "keep": tables.keep,
        "prefixes": tables.prefixes,
        "stop": " ".join(tables.stop),
    }


def _read_tables(data: Mapping[str, Any]) -> Tables:
    return Tables(
        letters=data["letters"],
        folds=tuple((before, after) for before, after in data["folds"]),
        suffixes=frozenset(data["suffixes"].split()),
        passes=data["passes"],
        keep=data["keep"],
        prefixes=tuple(data["prefixes"]),
        stop=tuple(data["stop"].split()),
    )


def _group(group: Group) -> list[Any]:
    """Kind, stems, and phrases as one text each."""
    return [int(group.synonyms), " ".join(group.stems), *(" ".join(phrase) for phrase in group.phrases)]


def _read_group(data: Sequence[Any]) -> Group:
    synonyms, stems, *phrases = data
    return Group(bool(synonyms), tuple(stems.split()), tuple(tuple(phrase.split()) for phrase in phrases))


def _is_asked(posting: Posting) -> bool:
    """Whether a title or another way to ask has the term: such postings are never in a shard."""
    return posting.title or posting.also


def _asked(index: Index) -> dict[str, Any]:
    """The terms of titles and other ways to ask, and where; also how often the answer there has them."""
    found = {
        term: [(p.unit, (p.title * 2 + p.also) * (MOST_TIMES + 1) + p.text) for p in postings if _is_asked(p)]
        for term, postings in zip(index.terms, index.postings, strict=True)
    }
    found = {term: where for term, where in found.items() if where}
    return {"terms": fronted(found), "asked": _postings(list(found.values()), _WHERE)}


def _read_asked(words: Mapping[str, Any]) -> dict[str, list[Posting]]:
    lists = _read_postings(words["asked"], _WHERE)
    postings = {}
    for term, found in zip(unfronted(words["terms"]), lists, strict=True):
        parts = [(unit, divmod(where, MOST_TIMES + 1)) for unit, where in found]
        postings[term] = [Posting(unit, bool(asked & 2), bool(asked & 1), times) for unit, (asked, times) in parts]
    return postings


def _shards(index: Index) -> Iterator[tuple[str, dict[str, Any]]]:
    """(First letters from which on, answers), neighbours together while they are small."""
    start, size = "", 0
    inside: list[int] = []
    for letters, group in itertools.groupby(range(len(index.terms)), lambda term: index.terms[term][:START]):
        terms = list(group)
        letters_of = sum(2 * len(index.postings[term]) + len(index.terms[term]) for term in terms)
        if inside and size + letters_of > _SHARD:
            yield start, _answers(index, inside)
            start, inside, size = letters, [], 0
        inside += terms
        size += letters_of
    yield start, _answers(index, inside)


def _answers(index: Index, terms: Iterable[int]) -> dict[str, Any]:
    """Where only answers have these terms; and those of them that no title has, which the words file does not name."""
    chosen = list(terms)
    unknown = [index.terms[term] for term in chosen if not any(map(_is_asked, index.postings[term]))]
    found = [[(p.unit, p.text - 1) for p in index.postings[term] if not _is_asked(p)] for term in chosen]
    return {"terms": fronted(unknown), **_postings(found, MOST_TIMES)}


def _read_answers(postings: dict[str, list[Posting]], inside: Iterable[str], answers: Mapping[str, Any]) -> None:
    """Add a shard to what is known, of which `inside` are the terms that lie between its first letters."""
    terms = sorted([*inside, *unfronted(answers["terms"])])
    for term, found in zip(terms, _read_postings(answers, MOST_TIMES), strict=True):
        postings.setdefault(term, []).extend(Posting(unit, False, False, times + 1) for unit, times in found)


def _postings(lists: Sequence[Sequence[Asked]], base: int) -> dict[str, str]:
    """(Unit, number below `base`) of each term. Short lists first: what is alike stands together, and gzip sees it."""
    in_order = sorted(lists, key=len)
    return {
        "counts": packed(map(len, lists)),
        "units": packed(step for found in in_order for step in gaps(unit for unit, _ in found)),
        "where": dense([where for found in in_order for _, where in found], base),
    }


def _read_postings(data: Mapping[str, str], base: int) -> list[list[Asked]]:
    counts, steps, where = unpacked(data["counts"]), iter(unpacked(data["units"])), iter(undense(data["where"], base))
    lists: list[list[Asked]] = [[] for _ in counts]
    for term in sorted(range(len(counts)), key=counts.__getitem__):
        units = ungapped(itertools.islice(steps, counts[term]))
        lists[term] = [(unit, next(where)) for unit in units]
    return lists
