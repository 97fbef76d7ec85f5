"""The twin in JavaScript gives the same words, the same hits and the same scores, in Node and in Chromium.

`golden.json` has random strings of many scripts (a digest of what each hundred becomes), questions of the demo as they
are read, and searches in the demo's entries; `UPDATE_GOLDEN=1` writes it anew.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from generator.content.load import load
from generator.search import Document, Heading, Index, Searcher, Tables, build, encode
from generator.search.analysis import Analyser
from generator.search.coding_tables import written_tables
from generator.search.matching import distance, log2
from generator.search.weights import Weights

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden.json"
TABLES = {"hr": "hr", "sr": "hr", "bg": "bg", "sl": "sl", "cs": "xx", "en": "xx"}
"""Language of the demo -> tables of the tests."""
STRINGS, HUNDRED = 20_000, 100
ENTRIES, QUERIES = 14, 24
WEIGHTS = Weights(title=3.1, text=0.9, synonym=0.83, stop=0.17, exact=0.21)
"""That no number is round, and none changes when the product's are tuned."""
POOL = [
    *map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x300, 0x370), *range(0x391, 0x3A2))),
    *map(chr, (*range(0x3A3, 0x3CF), *range(0x400, 0x500), *range(0x5D0, 0x5EB), *range(0x660, 0x66A))),
    *map(chr, (*range(0xE01, 0xE3B), *range(0x1E00, 0x1F00), *range(0x3041, 0x3097), *range(0x4E00, 0x4E40))),
    *map(chr, (*range(0xAC00, 0xAC20), *range(0xFB00, 0xFB07), *range(0xFF01, 0xFF5F), *range(0x1D400, 0x1D420))),
    *"\u00ad\u200b\u200c\u200d\u2010\u2011\u2060\ufeff’„“…€№½²Ⅷ😀👩🏽𐌰",
]
Analysed = list[list[list[str]]]


def random_strings() -> list[str]:
    """Always the same: mostly letters that our languages use, and of everything else a little."""
    chance = random.Random(4)  # noqa: S311 - a known seed is the point
    common = "abcdefgijklmnoprstuvz čćšžđ ěřůý абвгдежзијклљмнњопрстћуфхцчџшщъь ABC ĐŠŽ ЖЂЩ -' 0123456789"

    def letter() -> str:
        pool: Sequence[str] = common if chance.random() < 0.6 else POOL
        return pool[int(chance.random() * len(pool))]

    return ["".join(letter() for _ in range(1 + int(chance.random() * 24))) for _ in range(STRINGS)]


def by_tables(strings: Sequence[str]) -> dict[str, list[str]]:
    """The strings dealt out to the four tables."""
    return {
        name: list(strings[at :: len(set(TABLES.values()))]) for at, name in enumerate(sorted(set(TABLES.values())))
    }


def in_python(tables: Tables, strings: Iterable[str]) -> Analysed:
    analyser = Analyser(tables)
    return [[analyser.words(text), analyser.stems(text)] for text in strings]


def digests(analysed: Analysed) -> list[str]:
    hundreds = (analysed[at : at + HUNDRED] for at in range(0, len(analysed), HUNDRED))
    return [hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:8] for rows in hundreds]


@pytest.fixture(scope="module")
def golden(tables: Mapping[str, Tables]) -> dict[str, Any]:
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(json.dumps(made(tables), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    found: dict[str, Any] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return found


def made(tables: Mapping[str, Tables]) -> dict[str, Any]:
    library, _ = load(ROOT)
    assert library
    entries = {lang: [entry for entry in library if entry.lang == lang] for lang in TABLES}
    documents = {lang: [document_of(entry) for entry in entries[lang][:ENTRIES]] for lang in TABLES}
    questions = {lang: [entry.question for entry in entries[lang]] for lang in TABLES}
    searches = {}
    for lang, found in documents.items():
        queries = list(itertools.islice(typed(questions[lang]), QUERIES))
        searches[lang] = {"queries": queries, "hits": hits(index_of(found, tables[TABLES[lang]]), queries)}
    return {
        "random": {n: digests(in_python(tables[n], strings)) for n, strings in by_tables(random_strings()).items()},
        "questions": {
            lang: [
                [q, *map(" ".join, row)] for q, row in zip(asked, in_python(tables[TABLES[lang]], asked), strict=True)
            ]
            for lang, asked in questions.items()
        },
        "documents": {lang: [asdict(document) for document in found] for lang, found in documents.items()},
        "searches": searches,
    }


def document_of(entry: Any) -> Document:
    """An entry in plain text, roughly: what matters is that both twins get the same."""
    titles = re.findall(r"^#+ (.+?)(?: *\{.*)?$", entry.body, re.MULTILINE)
    return Document(
        id=entry.id,
        title=entry.question,
        also=entry.also_asked,
        short=entry.short,
        text=" ".join(re.sub(r"[#*_`{}()\[\]]", " ", entry.body).split()),
        headings=tuple(Heading(anchor=f"part-{n}", title=title) for n, title in enumerate(titles)),
    )


def index_of(documents: Iterable[Document], tables: Tables) -> Index:
    return build(documents, tables)


def typed(questions: Sequence[str]) -> Iterable[str]:
    """What people might type for questions: parts of them, with slips."""
    for n, question in enumerate(questions):
        words = question.split()
        yield " ".join(words[n % 3 :: 2])
        yield words[-1][: 3 + n % 3]
        yield " ".join(word[:2] + word[3:4] + word[2:3] + word[4:] for word in words[:3])


def hits(index: Index, queries: Iterable[str]) -> list[list[list[Any]]]:
    searcher = Searcher(index, WEIGHTS)
    return [[told(index, hit) for hit in searcher.search(query, 5)] for query in queries]


def told(index: Index, hit: Any) -> list[Any]:
    """Id, anchor and score."""
    anchor = "" if hit.heading is None else index.headings[hit.heading][1].anchor
    return [index.documents[hit.document].id, anchor, hit.score]


def read_documents(rows: Iterable[Mapping[str, Any]]) -> list[Document]:
    return [
        Document(**{**row, "also": tuple(row["also"]), "headings": tuple(Heading(**h) for h in row["headings"])})
        for row in rows
    ]


def as_json(files: Mapping[str, bytes]) -> dict[str, Any]:
    return {name: json.loads(content) for name, content in files.items()}


def test_python_reads_random_strings_as_ever(golden: dict[str, Any], tables: Mapping[str, Tables]) -> None:
    for name, strings in by_tables(random_strings()).items():
        assert digests(in_python(tables[name], strings)) == golden["random"][name]


def test_the_twin_reads_random_strings_alike(
    golden: dict[str, Any], tables: Mapping[str, Tables], twin: Callable[..., list[Any]]
) -> None:
    for name, strings in by_tables(random_strings()).items():
        (analysed,) = twin(["analyse", written_tables(tables[name]), strings])
        for at, (was, is_) in enumerate(zip(golden["random"][name], digests(analysed), strict=True)):
            hundred = slice(at * HUNDRED, (at + 1) * HUNDRED)
            assert was == is_ or analysed[hundred] == in_python(tables[name], strings[hundred])


@pytest.mark.parametrize("lang", TABLES)
def test_python_reads_questions_as_ever(golden: dict[str, Any], tables: Mapping[str, Tables], lang: str) -> None:
    for question, words, stems in golden["questions"][lang]:
        assert in_python(tables[TABLES[lang]], [question]) == [[words.split(), stems.split()]]


@pytest.mark.parametrize("lang", TABLES)
def test_the_twin_reads_questions_alike(
    golden: dict[str, Any], tables: Mapping[str, Tables], twin: Callable[..., list[Any]], lang: str
) -> None:
    questions, *expected = zip(*golden["questions"][lang], strict=True)
    (analysed,) = twin(["analyse", written_tables(tables[TABLES[lang]]), list(questions)])
    assert [tuple(" ".join(part) for part in row) for row in analysed] == list(zip(*expected, strict=True))


@pytest.mark.parametrize("lang", TABLES)
def test_python_finds_what_it_found(golden: dict[str, Any], tables: Mapping[str, Tables], lang: str) -> None:
    index = build(read_documents(golden["documents"][lang]), tables[TABLES[lang]])
    assert hits(index, golden["searches"][lang]["queries"]) == golden["searches"][lang]["hits"]


@pytest.mark.parametrize("lang", TABLES)
def test_the_twin_finds_the_same_with_the_same_scores(
    golden: dict[str, Any], tables: Mapping[str, Tables], twin: Callable[..., list[Any]], lang: str
) -> None:
    index = build(read_documents(golden["documents"][lang]), tables[TABLES[lang]])
    queries, expected = golden["searches"][lang].values()
    one, many = (as_json(encode(index, inline=inline, weights=WEIGHTS)) for inline in (10**9, -1))
    inline, open_, loading = twin(
        ["search", one, queries, 5], ["search", many, queries, 5], ["searchLoading", many, queries, 5]
    )
    assert inline == expected
    assert open_ == expected
    assert [found for found, _ in loading] == expected


def test_the_twin_counts_edits_and_bits_alike(twin: Callable[..., list[Any]]) -> None:
    words = sorted({word for text in random_strings()[:25] for word in Analyser(Tables()).words(text)})
    pairs = [[a, b, most] for a, b in itertools.product(words[::3], words[::2]) for most in (1, 2)]
    numbers = [
        [1 + (n - have + 0.5) / (have + 0.5)] for n in (1, 7, 1000, 10_000) for have in range(0, n + 1, 1 + n // 50)
    ]
    edits, bits = twin(["calculate", "distance", pairs], ["calculate", "log2", numbers])
    assert edits == [distance(a, b, most) for a, b, most in pairs]
    assert bits == [log2(number) for (number,) in numbers]
