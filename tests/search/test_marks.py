"""What of a text is highlighted: words as they are written, however they were typed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.search import Document, Heading, Tables, build, encode
from generator.search.analysis import Analyser
from generator.search.coding_tables import written_tables

Twin = Callable[..., list[Any]]


def cut(text: str, ranges: list[list[int]]) -> list[str]:
    """The marked parts, by UTF-16 units as a browser counts."""
    units = text.encode("utf-16-le")
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in ranges]


@pytest.mark.parametrize(
    ("lang", "text", "query", "marked"),
    [
        ("hr", "Plaćanje: kako platiti? PLAĆANJA.", "platiti", ["platiti"]),
        ("hr", "Lozinka, lozinke i ЛОЗИНКАМА", "lozinku", ["Lozinka", "lozinke", "ЛОЗИНКАМА"]),
        ("hr", "Međuspremnik i „međa“", "medja", ["međa"]),
        ("hr", "z\u030cabe i z\u030c", "žaba", ["z\u030cabe"]),
        ("xx", "don’t 'quote' it", "dont quote", ["don’t", "quote"]),
        ("xx", "😀 𝐛𝐨𝐥𝐝 text", "bold", ["𝐛𝐨𝐥𝐝"]),
        ("xx", "Your e-mail, email and mail", "email", ["e-mail", "email"]),
        ("xx", "well-known or known", "known", ["known", "known"]),
        ("xx", "pla\u00adce\u00ad!", "place", ["pla\u00adce"]),
        ("xx", "配送时间是多少", "时间", ["时间"]),
        ("xx", "配送时间是多少", "配送时", ["配送时"]),
        ("xx", "ﬁnancial", "financ", ["ﬁnancial"]),
        ("xx", "nothing here", "else", []),
        ("xx", "", "else", []),
    ],
)
def test_marks_are_the_words_that_were_asked(
    tables: Mapping[str, Tables], twin: Twin, lang: str, text: str, query: str, marked: list[str]
) -> None:
    stems = Analyser(tables[lang]).stems(query)
    ((ranges,),) = twin(["marksOf", written_tables(tables[lang]), [[text, stems]]])
    assert cut(text, ranges) == marked


@pytest.fixture
def files(tables: Mapping[str, Tables]) -> dict[str, Any]:
    entry = Document(
        id="lozinka",
        title="Zaboravljena lozinka",
        short="Kliknite na „Nova zaporka“ i kako god.",
        text="Karticom ne možete.",
        lang="sr",
        headings=(Heading(anchor="poruka", title="Nema poruke"), Heading(anchor="sms", title="Kod SMS-om")),
    )
    written = encode(build([entry], tables["hr"]), language="hr")
    return {name: json.loads(content) for name, content in written.items()}


def test_a_hit_has_all_that_a_page_shows(files: dict[str, Any], twin: Twin) -> None:
    (((hit,),),) = (twin(["shownHits", files, "kako lozinku"]),)
    score = hit.pop("score")
    assert score > 0
    assert hit == {
        "id": "lozinka",
        "anchor": "",
        "title": "Zaboravljena lozinka",
        "heading": "",
        "short": "Kliknite na „Nova zaporka“ i kako god.",
        "lang": "sr",
        "marks": {"title": [[13, 20]], "heading": [], "short": [[18, 25]]},
    }


def test_a_heading_has_its_anchor_and_its_entry(files: dict[str, Any], twin: Twin) -> None:
    (((hit,),),) = (twin(["shownHits", files, "kod sms"]),)
    assert (hit["id"], hit["anchor"], hit["heading"]) == ("lozinka", "sms", "Kod SMS-om")
    assert hit["marks"]["heading"] == [[0, 3], [4, 10]]
