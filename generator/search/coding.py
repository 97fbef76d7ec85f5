"""The written index: a few JSON files that a worker reads, and back.

- `index.json`, the only stable name, says which `words.<hash>.json` is today's.
- The words file has what a first answer needs: tables, weights, the terms of titles and where they are.
- `vocabulary` are the terms of answers and how many documents have each, `answers` is where these are, `shown` are
  ids, titles and headings. Of a small language all are in the words file (`inline`). Of a large one they are files of
  their own, `answers` in shards of which each has a range of terms.
- `cards.<n>.<hash>.json` hold what only a result shows, `CARDS` documents each: short answer and language, and what
  is `shown` where the words file has none.

Read by `data/search/js/index.js`; what is packed, by `packing.js`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.search.analysis import Analyser
from generator.search.coding_tables import read_groups, read_tables, written_groups, written_tables
from generator.search.groups import found_by
from generator.search.index import MOST_TIMES, Document, Heading, Index, Posting
from generator.search.packing import Listed, fronted, packed, packed_lists, unfronted, unpacked, unpacked_lists
from generator.search.weights import WEIGHTS, Weights, as_data

VERSION = 1
MANIFEST = "index.json"
INLINE = 2000
"""Documents up to which all but the cards is in one file."""
CARDS = 64
_SHARD = 16_000
"""Letters of a shard: the next one begins before it would have more."""
_TIMES = MOST_TIMES + 1
_WHERE = 4 * _TIMES
"""Title or not, other ways to ask or not, and times in the answer, in one number."""


def encode(index: Index, *, language: str = "", inline: int = INLINE, weights: Weights = WEIGHTS) -> dict[str, bytes]:
    """Name -> content of all files. The same index gives the same bytes; a name changes with its content."""
    small = len(index.documents) <= inline
    files: dict[str, bytes] = {}

    def add(name: str, content: object) -> str:
        data = _json(content)
        digest = hashlib.sha256(data).hexdigest()[:8]
        files[f"{name}.{digest}.json"] = data
        return digest

    def written(answers: Sequence[Listed]) -> dict[str, str]:
        return packed_lists(answers, MOST_TIMES, len(index.documents))

    shown = [_shown(document) for document in index.documents]
    cards = [
        _card(document, language, () if small else row) for document, row in zip(index.documents, shown, strict=True)
    ]
    asked, vocabulary, answers = _asked(index), _vocabulary(index), _answers(index)
    words: dict[str, Any] = {
        "v": VERSION,
        "language": language,
        "tables": written_tables(index.tables),
        "weights": as_data(weights),
        "groups": written_groups(index.groups),
        "headings": packed(len(document.headings) for document in index.documents),
        "titles": packed(index.titles),
        "texts": packed(index.texts),
        **asked,
        "size": CARDS,
        "cards": [add(f"cards.{n}", cards[at : at + CARDS]) for n, at in enumerate(range(0, len(cards), CARDS))],
    }
    if small:
        words["inline"] = {"vocabulary": vocabulary, "answers": written(answers), "shown": shown}
    else:
        words["vocabulary"], words["shown"] = add("vocabulary", vocabulary), add("shown", shown)
        words["answers"] = [
            [start, add(f"answers.{n}", written(answers[start:end]))] for n, (start, end) in enumerate(_ranges(answers))
        ]
    digest = add("words", words)
    return {MANIFEST: _json({"v": VERSION, "words": f"words.{digest}.json"}), **files}


def decode(files: Mapping[str, bytes]) -> Index:
    """The index again; of documents only what a result shows."""
    words = json.loads(files[json.loads(files[MANIFEST])["words"]])

    def read(name: str, digest: str) -> Any:  # noqa: ANN401 - JSON
        return json.loads(files[f"{name}.{digest}.json"])

    if small := words.get("inline"):
        vocabulary, shown, shards = small["vocabulary"], small["shown"], [(0, small["answers"])]
    else:
        vocabulary, shown = read("vocabulary", words["vocabulary"]), read("shown", words["shown"])
        shards = [(start, read(f"answers.{n}", digest)) for n, (start, digest) in enumerate(words["answers"])]
    cards = [card for n, digest in enumerate(words["cards"]) for card in read(f"cards.{n}", digest)]
    documents = [_document(row, card, words["language"]) for row, card in zip(shown, cards, strict=True)]
    postings = _read_asked(words)
    terms = sorted([*postings, *unfronted(vocabulary["terms"])])
    counts = unpacked(vocabulary["counts"])
    for (start, shard), end in zip(shards, [*(start for start, _ in shards[1:]), len(terms)], strict=True):
        lists = unpacked_lists(shard, counts[start:end], MOST_TIMES, len(documents))
        for term, found in zip(terms[start:end], lists, strict=True):
            postings.setdefault(term, []).extend(Posting(unit, False, False, times + 1) for unit, times in found)
    tables = read_tables(words["tables"])
    return Index(
        tables=tables,
        documents=documents,
        headings=[(unit, heading) for unit, document in enumerate(documents) for heading in document.headings],
        terms=terms,
        postings=[sorted(postings[term]) for term in terms],
        titles=unpacked(words["titles"]),
        texts=unpacked(words["texts"]),
        groups=found_by(read_groups(words["groups"])),
        analyser=Analyser(tables),
    )


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _shown(document: Document) -> list[str]:
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


def _is_asked(posting: Posting) -> bool:
    """Whether a title or another way to ask has the term: such postings are in the words file."""
    return posting.title or posting.also


def _asked(index: Index) -> dict[str, Any]:
    """Terms of titles and other ways to ask, and where; also how often the answer there has them."""
    found: dict[str, Listed] = {}
    for term, postings in zip(index.terms, index.postings, strict=True):
        where = [(p.unit, (p.title * 2 + p.also) * _TIMES + p.text) for p in postings if _is_asked(p)]
        if where:
            found[term] = where
    lists = list(found.values())
    return {
        "terms": fronted(found),
        "counts": packed(map(len, lists)),
        "asked": packed_lists(lists, _WHERE, len(index.titles)),
    }


def _read_asked(words: Mapping[str, Any]) -> dict[str, list[Posting]]:
    lists = unpacked_lists(words["asked"], unpacked(words["counts"]), _WHERE, len(unpacked(words["titles"])))
    return {
        term: [Posting(unit, where >= 2 * _TIMES, where // _TIMES % 2 == 1, where % _TIMES) for unit, where in found]
        for term, found in zip(unfronted(words["terms"]), lists, strict=True)
    }


def _vocabulary(index: Index) -> dict[str, str]:
    """The terms that the words file does not name, and in how many documents only the answer has a term, of all."""
    pairs = list(zip(index.terms, index.postings, strict=True))
    return {
        "terms": fronted(term for term, postings in pairs if not any(map(_is_asked, postings))),
        "counts": packed(sum(not _is_asked(posting) for posting in postings) for _, postings in pairs),
    }


def _answers(index: Index) -> list[Listed]:
    """Where only the answer has a term, of all terms."""
    return [[(p.unit, p.text - 1) for p in postings if not _is_asked(p)] for postings in index.postings]


def _ranges(answers: Sequence[Listed]) -> Iterator[tuple[int, int]]:
    """Terms from and to of each shard."""
    start = size = 0
    for term, found in enumerate(answers):
        letters = 2 * len(found)
        if size and size + letters > _SHARD:
            yield start, term
            start, size = term, 0
        size += letters
    yield start, len(answers)
