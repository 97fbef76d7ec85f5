"""Articles of helpdesks and of phpMyFAQ: what goes out comes in again, and what their own interfaces give is read."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.importers.formats import READERS
from generator.content.importers.imported import Imported
from generator.content.importers.reading import read, read_folder
from generator.exchange import Article, helpdesks
from generator.problems import Place, Problem
from tests.exchange.conftest import ROWS, SPECS, exported, told

FORMATS = ("zendesk_articles", "freshdesk_articles", "chatwoot_articles", "phpmyfaq")
FILES = {
    "zendesk_articles": "help_center.json",
    "freshdesk_articles": "solutions.json",
    "chatwoot_articles": "articles.json",
    "phpmyfaq": "export.json",
    "phpmyfaq_csv": "import.csv",
}


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_is_one_file(name: str, tmp_path: Path) -> None:
    assert sorted(exported(ROWS, name, tmp_path)) == [FILES[name]]


def test_phpmyfaqs_table_has_no_header_and_goes_one_language_at_a_time(tmp_path: Path) -> None:
    tree = exported([row for row in ROWS if row.lang == "en"], "phpmyfaq_csv", tmp_path)
    assert sorted(tree) == ["categories.csv", "import.csv"]
    again, problems = read(tree["import.csv"], "import.csv", lang="en", form="phpmyfaq_csv")
    assert problems == []
    assert [(row.category_id, row.question, row.short, row.tags) for row in again] == [
        ("category-1", ROWS[0].question, ROWS[0].short, ROWS[0].tags),
        ("category-1", "What does it cost?", "", ()),
        ("category-2", "Do you wrap?", "", ()),
    ]
    assert again[0].answer == ROWS[0].answer


def test_phpmyfaq_refuses_a_table_where_a_cell_but_keywords_is_empty(tmp_path: Path) -> None:
    table = exported([replace(row, tags=()) for row in ROWS], "phpmyfaq_csv", tmp_path)["import.csv"].decode()
    rows = list(csv.reader(io.StringIO(table)))
    assert all(len(row) == 9 and all(row[:3] + row[4:]) for row in rows)


def test_phpmyfaq_has_no_languages_with_a_script() -> None:
    article = Article(
        id="why", lang="sr", tag="sr-Latn", is_source=True, topic="a", topic_title="A", question="Zašto?",
        url="https://faq.example/q/why/", place=Place("faq"),
    )  # fmt: skip
    assert json.loads(helpdesks.phpmyfaq([article])["export.json"])[0]["faq"]["language"] == "sr"


def test_zendesk_takes_an_article_by_itself_and_its_translations_later(tmp_path: Path) -> None:
    article = json.loads(exported(ROWS, "zendesk_articles", tmp_path)["help_center.json"])["articles"][0]
    assert (article["locale"], article["body"]) == ("en", article["translations"][0]["body"])


def test_chatwoot_takes_no_article_without_content() -> None:
    article = Article(
        id="why", lang="en", tag="en", is_source=True, topic="a", topic_title="A", question="Why?", short="So.",
        url="https://faq.example/q/why/", place=Place("faq"),
    )  # fmt: skip
    assert json.loads(helpdesks.chatwoot([article])["articles.json"])["payload"][0]["content"] == "So."


def test_an_export_of_two_languages_says_what_is_outdated(tmp_path: Path) -> None:
    file = exported(ROWS, "zendesk_articles", tmp_path)["help_center.json"]
    data = json.loads(file)
    assert data["articles"][0]["translations"][1]["outdated"] is True
    again, _ = read(file, "help_center.json", lang="en")
    assert [(row.id, row.lang) for row in again if row.outdated] == [("delivery-time", "hr")]


def imported(files: dict[str, object], *, lang: str = "en") -> tuple[list[Imported], list[Problem]]:
    return read_folder({path: json.dumps(data).encode() for path, data in files.items()}, "export", lang=lang)


def test_zendesk_gives_articles_sections_and_translations_on_pages_of_their_own() -> None:
    article = {
        "id": 36001, "section_id": 7, "locale": "en-us", "source_locale": "en-us", "title": "Where is my order?",
        "body": "<p>Look <strong>here</strong>.</p>", "position": 2, "label_names": ["orders"], "draft": False,
        "html_url": "https://help.example/hc/en-us/articles/36001-Where-is-my-order", "user_segment_id": None,
    }  # fmt: skip
    files: dict[str, object] = {
        "articles-1.json": {"articles": [article], "next_page": None},
        "articles-2.json": {
            "articles": [
                {**article, "id": 36002, "title": "Gifts?", "draft": True},
                {**article, "id": 36003, "title": "For the team", "user_segment_id": 12},
                {**article, "id": 36004, "title": "Files?", "attachments": [{"file_name": "a.pdf"}]},
            ]
        },
        "sections.json": {"sections": [{"id": 7, "category_id": 1, "locale": "en-us", "name": "Orders"}]},
        "translations.json": {
            "translations": [
                {"source_id": 36001, "source_type": "Article", "locale": "hr", "title": "Gdje je narudžba?",
                 "body": "<p>Pogledajte ovdje.</p>", "outdated": True},
                {"source_id": 7, "source_type": "Section", "locale": "hr", "title": "Narudžbe", "body": ""},
            ]
        },
    }  # fmt: skip
    found, problems = imported(files)
    assert [(row.id, row.lang, row.category_id, row.category, row.order, row.outdated) for row in found] == [
        ("where-is-my-order", "en-us", "orders", "Orders", 2, False),
        ("where-is-my-order", "hr", "orders", "Narudžbe", 2, True),
        ("files", "en-us", "orders", "Orders", 2, False),
    ]
    assert found[0].answer == "Look **here**."
    assert found[0].old_address == "/hc/en-us/articles/36001-Where-is-my-order"
    assert [problem.message for problem in problems] == [
        "not imported: 'Gifts?' is a draft in en-us",
        "not imported: 'For the team' is shown to some people only",
        "not taken over: attachments",
    ]
    assert str(problems[0].place) == "articles-2.json:1:15"


def test_freshdesk_gives_articles_of_a_folder_in_a_list() -> None:
    article = {"id": 5, "folder_id": 3, "title": "Where?", "description": "<p>Here.</p>", "status": 2, "tags": ["a"]}
    files: dict[str, object] = {
        "articles.json": [
            article,
            {**article, "id": 6, "title": "Later?", "status": 1},
            {**article, "id": 7, "title": "Team?", "folder_id": 4},
        ],
        "folders.json": [{"id": 3, "name": "Orders", "visibility": 1}, {"id": 4, "name": "Team", "visibility": 3}],
    }
    found, problems = imported(files)
    assert [(row.id, row.category, row.answer, row.tags) for row in found] == [("where", "Orders", "Here.", ("a",))]
    assert [problem.message for problem in problems] == [
        "not imported: 'Later?' is a draft",
        "not imported: 'Team?' is shown to some people only",
    ]


def test_chatwoot_gives_a_payload_whose_translations_name_their_root() -> None:
    def article(number: int, locale: str, title: str, **more: object) -> dict[str, object]:
        category = {"id": 1, "slug": "orders", "name": f"Orders {locale}", "locale": locale}
        return {
            "id": number, "slug": f"1712345678-{title.lower()}", "title": title, "content": f"**{title}**",
            "status": "published", "locale": locale, "category": category, "meta": {}, **more,
        }  # fmt: skip

    payload = [
        article(2, "hr", "Gdje", root_article={"id": 1, "title": "Where"}),
        article(1, "en", "Where", description="Here.", position=4),
        article(3, "en", "Old", status="archived"),
    ]
    found, problems = imported({"articles.json": {"payload": payload, "meta": {}}})
    assert [(row.id, row.lang, row.category_id, row.category, row.short, row.answer) for row in found] == [
        ("where", "en", "orders", "Orders en", "Here.", "**Where**"),
        ("where", "hr", "orders", "Orders hr", "", "**Gdje**"),
    ]
    assert [problem.message for problem in problems] == ["not imported: 'Old' is archived"]


def test_phpmyfaq_escapes_the_html_of_answers_and_signs_of_questions() -> None:
    row = {"id": 9, "language": "en", "category": "Shop >> Orders", "keywords": "parcel, post"}
    row["question"] = "Where&#39;s it &#38; why?"
    found, problems = imported({"export.json": [{"faq": {**row, "answer": "&lt;p&gt;1 &amp;lt; 2&lt;/p&gt;"}}]})
    assert [(e.question, e.category, e.answer, e.tags) for e in found] == [
        ("Where's it & why?", "Orders", "1 &lt; 2", ("parcel", "post"))
    ]
    assert [problem.message for problem in problems] == ["not taken over: the category above 'Orders'"]


@pytest.mark.parametrize("name", [*FORMATS, "phpmyfaq_csv"])
def test_what_is_no_such_file_is_said_so(name: str) -> None:
    found, problems = (
        read(b"", "a.csv", lang="en", form=name) if "csv" in name else read(b"[]", "a", lang="en", form=name)
    )
    assert (found, told(problems)) == ([], {"AA600"})
    assert problems[0].hint or "csv" in name


KEYS = st.sampled_from(
    [
        *("articles", "sections", "folders", "payload", "faq", "translations", "hierarchy", "category", "root_article"),
        *("id", "section_id", "folder_id", "source_id", "slug", "locale", "language", "name", "title", "question"),
        *("body", "description", "content", "answer", "status", "position", "label_names", "tags", "meta", "seo_data"),
        *("html_url",),
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["en", "<p>x</p>", "published"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)


@given(data=JSON, name=st.sampled_from(FORMATS))
def test_nothing_in_a_document_breaks_a_reader(data: object, name: str) -> None:
    reader = READERS[name].read
    assert reader is not None
    found, problems = reader(json.dumps(data), "a.json", "en")
    assert all(isinstance(row.question, str) and isinstance(row.answer, str) for row in found)
    assert all(problem.place.path == "a.json" for problem in problems)


def test_every_format_says_what_it_is() -> None:
    assert set(FILES) <= set(SPECS)
    assert set(FILES) <= set(READERS)
