"""The written index says what the index says, in a few files or in many."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import Document, Heading, Index, Searcher, Tables, build, decode, encode

WORDS = [
    "dostava",
    "isporuka",
    "lozinka",
    "kartica",
    "karticom",
    "karta",
    "paket",
    "novac",
    "rok",
    "žaba",
    "2x",
    "配送时",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
DOCUMENTS = st.lists(
    st.builds(
        Document,
        id=st.sampled_from(WORDS),
        title=TEXTS,
        also=st.lists(TEXTS, max_size=2).map(tuple),
        short=TEXTS,
        text=TEXTS,
        lang=st.sampled_from(["", "en"]),
        headings=st.lists(st.builds(Heading, anchor=TEXTS, title=TEXTS), max_size=2).map(tuple),
    ),
    max_size=40,
)
MANY, FEW = 10**9, -1
"""`inline`: all in one file, or as in a large language."""


def shown(document: Document) -> Document:
    """What of a document is written."""
    return replace(document, also=(), text="", lang=document.lang or "hr")


@pytest.mark.parametrize("inline", [MANY, FEW])
@settings(max_examples=50, deadline=None)
@given(documents=DOCUMENTS)
def test_an_index_comes_back(tables: Mapping[str, Tables], inline: int, documents: list[Document]) -> None:
    index = build(documents, tables["hr"])
    back = decode(encode(index, language="hr", inline=inline))
    for name in ("terms", "postings", "titles", "texts", "headings", "groups"):
        assert getattr(back, name) == getattr(index, name), name
    assert back.documents == [shown(document) for document in documents]
    assert back.tables == replace(index.tables, synonyms=(), related=())


@settings(max_examples=50, deadline=None)
@given(documents=DOCUMENTS, query=TEXTS)
def test_a_decoded_index_finds_the_same(tables: Mapping[str, Tables], documents: list[Document], query: str) -> None:
    index = build(documents, tables["hr"])
    assert Searcher(decode(encode(index, inline=FEW))).search(query) == Searcher(index).search(query)


@pytest.fixture
def index(tables: Mapping[str, Tables]) -> Index:
    documents = [
        Document(id=f"a{n}", title=f"{WORDS[n % 9]} {n}", text=" ".join(WORDS[: n % 12]), short="<b>")
        for n in range(70)
    ]
    return build(documents, tables["hr"])


def kinds(files: Mapping[str, bytes]) -> list[str]:
    return sorted({name.split(".")[0] for name in files})


def test_a_small_language_has_words_and_cards(index: Index) -> None:
    files = encode(index)
    assert kinds(files) == ["cards", "index", "words"]
    assert len(files) == 2 + 3


def test_a_large_language_has_shards(index: Index) -> None:
    assert kinds(encode(index, inline=69)) == ["answers", "cards", "index", "shown", "vocabulary", "words"]
    assert kinds(encode(index, inline=70)) == ["cards", "index", "words"]


def test_a_name_tells_the_content(index: Index) -> None:
    files = encode(index, inline=FEW)
    assert json.loads(files["index.json"])["words"] in files
    for name, content in files.items():
        assert name == "index.json" or name.split(".")[-2] == hashlib.sha256(content).hexdigest()[:8]


def test_the_same_index_gives_the_same_bytes(index: Index, tables: Mapping[str, Tables]) -> None:
    assert encode(index) == encode(build(index.documents, tables["hr"]))


def test_a_change_of_a_short_answer_changes_its_cards_and_who_names_them(
    index: Index, tables: Mapping[str, Tables]
) -> None:
    changed = [*index.documents[:-1], replace(index.documents[-1], short="<i>")]
    before, after = encode(index), encode(build(changed, tables["hr"]))
    assert [name.split(".")[0] for name in sorted(before.keys() - after.keys())] == ["cards", "words"]


def test_an_index_without_documents_is_written(tables: Mapping[str, Tables]) -> None:
    empty = build([], tables["hr"])
    assert Searcher(decode(encode(empty, inline=FEW))).search("dostava") == []
    assert Searcher(decode(encode(empty))).search("dostava") == []


def test_half_a_character_does_not_stop_the_writing(tables: Mapping[str, Tables]) -> None:
    assert encode(build([Document(id="a", title="\ud800 x")], tables["hr"]))


def test_texts_are_written_as_they_are(tables: Mapping[str, Tables]) -> None:
    files = encode(build([Document(id="a", title="Плаћање", short="Да.")], tables["hr"]))
    assert any("Плаћање" in content.decode() for content in files.values())
    assert not any(b"\\u" in content for content in files.values())
