"""Sources of four kinds become the same entries; what is not taken is said, with its place."""

from __future__ import annotations

import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.importers.imported import Imported
from generator.content.importers.reading import MAX_BYTES, MAX_ENTRIES, READERS, read
from generator.problems import Severity


def entries(source: str | bytes, name: str, lang: str = "en") -> list[Imported]:
    content = source.encode() if isinstance(source, str) else source
    return read(content, name, lang=lang)[0]


def said(source: str | bytes, name: str, lang: str = "en") -> list[str]:
    content = source.encode() if isinstance(source, str) else source
    return [f"{p.place} {p.code} {p.message}" for p in read(content, name, lang=lang)[1]]


# JSON


def test_json_rows_are_entries_with_their_places() -> None:
    source = """[
  {"id": "time", "lang": "hr", "category": "Dostava", "category_id": "delivery", "order": 2,
   "question": "Koliko traje?", "answer_markdown": "Dva dana.",
   "also_asked": ["Kada stiže?"], "tags": ["x"], "views": 7},
  {"question": "How long?", "answer_markdown": "Two days."}
]"""
    first, second = entries(source, "faq.json")
    assert (first.id, first.lang, first.category_id, first.order) == ("time", "hr", "delivery", 2)
    assert (first.also_asked, first.tags) == (("Kada stiže?",), ("x",))
    assert str(first.place) == "faq.json:2:3"
    assert (second.id, second.lang, str(second.place)) == ("how-long", "en", "faq.json:5:3")
    assert said(source, "faq.json") == ["faq.json:1:1 AA602 not taken over: views"]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ('{"question": "q", "answer_markdown": "a", "tags": "x"}', "has 'tags' that is no list of texts"),
        ("7", "is not an object"),
        ('{"question": 7, "answer_markdown": "a"}', "has a 'question' that is not text"),
        ('{"question": "q"}', "has no 'answer_markdown'"),
        ('{"question": "q", "answer_markdown": "a", "order": true}', "has an 'order' that is not a whole number"),
        ('{"question": "q", "question": "r", "answer_markdown": "a"}', "has 'question' twice"),
    ],
)
def test_a_bad_json_row_is_left_out_and_the_rest_imported(row: str, fault: str) -> None:
    source = f'[\n{row},\n{{"question": "q", "answer_markdown": "a"}}]'
    assert len(entries(source, "faq.json")) == 1
    assert said(source, "faq.json") == [f"faq.json:2:1 AA603 not imported: the entry {fault}"]


@pytest.mark.parametrize("source", ["[1,", '{"a": 1}', "[" * 100_000, "[" + "9" * 5_000 + "]", ""])
def test_json_that_is_no_list_of_entries_is_one_error(source: str) -> None:
    found, problems = read(source.encode(), "faq.json", lang="en")
    assert (found, [(p.code, p.severity) for p in problems]) == ([], [("AA600", Severity.ERROR)])


# Tables


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("before", [b"", codecs.BOM_UTF8])
def test_a_table_is_read_whatever_its_delimiter_order_and_case(delimiter: str, before: bytes) -> None:
    rows = [["ANSWER", "Question ", "language"], ['"Da, i ""više"".\nDrugi red."', "Šaljete li?", "hr"]]
    source = before + "\r\n".join(delimiter.join(row) for row in rows).encode()
    (entry,) = entries(source, "faq.csv")
    assert (entry.question, entry.answer) == ("Šaljete li?", 'Da, i "više".\nDrugi red.')
    assert (entry.lang, entry.id, entry.place.line) == ("hr", "saljete-li", 2)


def test_excels_utf_16_and_sep_line_are_read() -> None:
    source = codecs.BOM_UTF16_LE + "sep=;\nquestion;answer\nČemu?;Zato.".encode("utf-16-le")
    (entry,) = entries(source, "faq.csv")
    assert (entry.question, entry.place.line) == ("Čemu?", 3)


def test_columns_and_cells_that_are_not_taken_over_are_listed() -> None:
    source = "question,answer,views,,order\nq,a,7,,x\nq,a,7,,1,more\n,,,,\n"
    assert said(source, "faq.csv") == [
        "faq.csv:1:1 AA602 not taken over: views, column 4",
        "faq.csv:2:1 AA602 the order 'x' is not taken over: not a whole number",
        "faq.csv:3:1 AA603 not imported: the row has more cells than the table has columns",
    ]


def test_a_table_without_its_columns_is_an_error() -> None:
    assert said("title,text\na,b", "faq.csv") == [
        "faq.csv:1:1 AA600 the table has no column question and no column answer"
    ]


def test_a_quote_that_is_never_closed_is_told_where_it_opens() -> None:
    source = 'question,answer\nq,a\nr,"' + "long " * 40_000
    (problem,) = said(source, "faq.csv")
    assert problem.startswith("faq.csv:3:1 AA603 not imported: the table cannot be read from here on")
    assert len(entries(source, "faq.csv")) == 1


# Web pages


def page(data: object, lang: str = "en") -> str:
    return f'<!doctype html><html lang="{lang}">\n<script type="application/ld+json">{json.dumps(data)}</script>'


def question(name: str, text: object, **more: object) -> dict[str, object]:
    return {"@type": "Question", "name": name, "acceptedAnswer": {"@type": "Answer", "text": text}, **more}


def test_a_web_pages_questions_are_found_in_graphs_lists_and_references() -> None:
    far = question("Far?", "<p>Yes.</p>", **{"@id": "https://a.test/faq#far"})
    near = question("Near &amp; <b>dear</b>?", "Plain\n\ntext")
    faq = {"@type": ["WebPage", "https://schema.org/FAQPage"], "mainEntity": [near, {"@id": "https://a.test/faq#far"}]}
    found = entries(page({"@graph": [{"@type": "WebSite"}, faq, far]}), "faq.html")
    assert [(e.id, e.question, e.answer) for e in found] == [
        ("near-dear", "Near & dear?", "Plain\n\ntext"),
        ("far", "Far?", "Yes."),
    ]
    assert found[0].place.line == 2


def test_one_broken_block_does_not_hide_another() -> None:
    source = '<script type="application/ld+json">{</script>' + page(
        {"@type": "FAQPage", "mainEntity": question("Q?", "A")}
    )
    assert [e.question for e in entries(source, "faq.html")] == ["Q?"]
    assert said(source, "faq.html")[0].startswith("faq.html:1:1 AA603 not imported: this JSON-LD is not readable")


def test_what_a_web_page_loses_is_said() -> None:
    source = page({"@type": "FAQPage", "mainEntity": [question("T?", "<form>1</form>x"), {"name": "N?"}]}, "hr")
    assert said(source, "faq.html") == [
        "faq.html:2:1 AA609 'T?' (en): not taken over as it was: <form> and what is in it",
        "faq.html:2:1 AA603 not imported: the question 'N?' has no acceptedAnswer with a text",
        "faq.html:1:1 AA606 the page says that it is in 'hr', and was read as 'en'",
    ]


def test_a_declared_encoding_is_used_and_none_is_guessed() -> None:
    source = '<meta charset="windows-1250">' + page({"@type": "FAQPage", "mainEntity": question("Q?", "A")})
    source = source.replace("Q?", "Čaj?")
    assert entries(source.encode("cp1250"), "faq.html")[0].question == "Čaj?"
    assert "AA600 this is not utf-8 text" in said("Čaj".encode("cp1250"), "faq.csv")[0]


# Markdown pages


def test_headings_are_questions_below_categories() -> None:
    source = """---
title: Help
---
# Help

Welcome.

## Delivery {#delivery}

### How *long* does it take? {#time}

Two days.

#### Abroad {#abroad}

Five.

## Do you gift-wrap?

Yes.

### Which paper?

Red.
"""
    first, second = entries(source, "faq.md")
    assert (first.category, first.category_id, first.id) == ("Delivery", "delivery", "time")
    assert first.question == "How long does it take?"
    assert first.answer == "Two days.\n\n## Abroad {#abroad}\n\nFive."
    assert (second.category, second.question, second.id) == ("", "Do you gift-wrap?", "do-you-gift-wrap")
    assert second.answer == "Yes.\n\n## Which paper?\n\nRed."
    assert said(source, "faq.md") == [
        "faq.md:1:1 AA602 not taken over: front matter 'title'",
        "faq.md:4:1 AA602 not taken over: the text under 'Help', which is no question: 'Welcome.'",
    ]


def test_several_first_level_headings_are_the_categories() -> None:
    source = '# <a id="money">Money</a>\n## Cards?\nYes.\n# Other\n## `#1`?\n```\n# no heading\n```\n'
    first, second = entries(source, "faq.md")
    assert (first.category, first.category_id, first.question) == ("Money", "money", "Cards?")
    assert (second.category, second.question, second.answer) == ("Other", "#1?", "```\n# no heading\n```")


def test_questions_that_read_alike_get_numbers() -> None:
    source = "## Колико кошта?\na\n## Koliko košta\nb\n## X {#koliko-kosta-2}\nc\n"
    assert [e.id for e in entries(source, "faq.md", "sr")] == ["koliko-kosta", "koliko-kosta-3", "koliko-kosta-2"]


def test_a_page_without_questions_is_an_error() -> None:
    assert said("# Title\n\nText.", "faq.md")[-1] == "faq.md:1:1 AA600 the page has no questions as headings"


# Any source


@pytest.mark.parametrize(
    "source",
    [
        '[{"question": "Q?", "answer_markdown": "A"}]',
        "Question;Answer\nQ?;A",
        page({"@type": "FAQPage", "mainEntity": question("Q?", "A")}),
        "## Q?\n\nA",
    ],
)
def test_without_a_suffix_the_content_tells_the_kind(source: str) -> None:
    assert [(e.question, e.answer) for e in entries(source, "export")] == [("Q?", "A")]
    assert said("nothing", "export") == ["export:1:1 AA600 not recognised as an FAQ"]


def test_sources_have_a_limit_of_size_and_of_entries() -> None:
    assert "AA600 the source has 10.0 MB" in said(b" " * (MAX_BYTES + 1), "faq.json")[0]
    many = json.dumps([{"question": "q", "answer_markdown": "a"}] * (MAX_ENTRIES + 2))
    found, problems = read(many.encode(), "faq.json", lang="en")
    assert (len(found), len({e.id for e in found})) == (MAX_ENTRIES, MAX_ENTRIES)
    assert problems[0].message == f"not imported: 2 entries after the first {MAX_ENTRIES}"


_HTML = ["<script type='application/ld+json'>", "</script>", "<![", "<!--", "&#0;", "<ul><li>", "</ul>", "<pre>", "<b>"]
_JSON = ['{"@type":"FAQPage","mainEntity":[', '{"name":"q","acceptedAnswer":{"text":"', '"}}]}', "[{", '"\\ud800"']
_TEXT = ["## ", "### a?\n", "---\n", "`", "{#x}", "question,answer\n", "question", ";", "\0", "\r\n", "\ufeff"]
_PIECES = st.sampled_from([*_HTML, *_JSON, *_TEXT])


@given(
    st.one_of(
        st.binary(), st.lists(_PIECES | st.text(max_size=5)).map(lambda p: "".join(p).encode("utf-8", "replace"))
    ),
    st.sampled_from(["", *READERS]),
)
def test_read_never_raises(content: bytes, kind: str) -> None:
    suffix = next(iter(READERS[kind].suffixes), "") if kind else ""
    found, problems = read(content, f"x{suffix}", lang="en")
    assert all(e.place.path == f"x{suffix}" and e.id for e in found)
    assert found or problems or content.strip() == b"[]" or b"question" in content  # a list or table without rows
