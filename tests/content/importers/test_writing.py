"""Entries become files that our reader takes as they are; what people wrote stays, and nothing goes missing unsaid."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content import source as reader
from generator.content.importers.clean import clean, one_line
from generator.content.importers.imported import Imported
from generator.content.importers.reading import read
from generator.content.importers.writing import to_files
from generator.content.schema.base import validate
from generator.content.schema.entry import SourceEntry, TopicFile, Translation
from generator.content.translations import fingerprint
from generator.problems import Place, Severity
from tests.exchange.conftest import DATA

MADE_FROM = fingerprint(["How long?", "", "Two days."])
LANGUAGES = frozenset({"en", "hr", "sr", "sl", "cs", "bg"})


def entry(
    id_: str = "time",
    lang: str = "en",
    *,
    question: str = "How long?",
    answer: str = "Two days.",
    category: str = "Delivery",
    category_id: str = "",
    order: int | None = None,
    line: int = 1,
) -> Imported:
    return Imported(
        id=id_,
        lang=lang,
        category=category,
        question=question,
        answer=answer,
        category_id=category_id,
        order=order,
        place=Place("faq.json", line),
    )


def files(*entries: Imported, existing: dict[str, bytes] | None = None) -> dict[str, str]:
    tree, _ = to_files(entries, existing or {}, languages=LANGUAGES, source="en")
    return {path: content.decode() for path, content in tree.items()}


def said(*entries: Imported, existing: dict[str, bytes] | None = None) -> list[str]:
    _, problems = to_files(entries, existing or {}, languages=LANGUAGES, source="en")
    assert all(p.severity is Severity.WARNING for p in problems)
    return [f"{p.place} {p.code} {p.message}" for p in problems]


def test_an_entry_in_two_languages_and_its_topic() -> None:
    hr = entry(lang="hr-HR", question="Koliko traje?", answer="Dva dana.", category="Dostava", order=3)
    assert files(entry(order=3), hr) == {
        "delivery/_topic.yml": "title:\n  en: Delivery\n  hr: Dostava\norder: 1\n",
        "delivery/time.en.md": "---\nquestion: How long?\norder: 3\n---\n\nTwo days.\n",
        "delivery/time.hr.md": f"---\nquestion: Koliko traje?\nsource: {MADE_FROM}\n---\n\nDva dana.\n",
    }
    assert said(entry(order=3), hr) == []


# Ids


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Time_2-x", "Time_2-x"),
        ("q/12?", "q-12"),
        ("con", "con-2"),
        ("x" * 81, "x" * 60),
        ("../a", "a"),
        ("час", "chas"),
    ],
)
def test_ids_stay_where_they_are_file_names(old: str, new: str) -> None:
    assert f"delivery/{new}.en.md" in files(entry(old))
    expected = [f"faq.json:1:1 AA601 the id '{old[:80]}' becomes '{new}'"] if old != new else []
    assert said(entry(old)) == expected


def test_a_new_id_is_the_same_in_every_language_and_takes_no_one_elses() -> None:
    tree = files(entry("a b"), entry("a b", "hr"), entry("a-b"), entry("A-B"))
    assert sorted(path for path in tree if path.endswith(".md")) == [
        "delivery/a-b-2.en.md",
        "delivery/a-b-2.hr.md",
        "delivery/a-b-3.en.md",
        "delivery/a-b.en.md",
    ]


def test_an_id_that_exists_in_other_capitals_is_that_entry() -> None:
    existing = {"delivery/Time.en.md": b"---\nquestion: Mine\n---\n\nMine.\n"}
    assert "delivery/time.en.md" not in files(entry(), existing=existing)
    assert "delivery/Time.en.md:1:1 AA605 kept: it differs from what would be imported" in said(
        entry(), existing=existing
    )


# Topics


@pytest.mark.parametrize(
    ("category_id", "category", "folder"),
    [
        ("money-2", "Money", "money-2"),
        ("_x", "X", "x"),
        ("replies", "R", "replies-2"),
        ("", "Плаћање!", "placanje"),
        ("", "", "general"),
    ],
)
def test_topics_are_safe_folders(category_id: str, category: str, folder: str) -> None:
    assert f"{folder}/time.en.md" in files(entry(category=category, category_id=category_id))


def test_categories_of_one_entry_are_one_topic_and_another_title_is_reported() -> None:
    rows = [entry(), entry(lang="hr", category="Dostava"), entry("b"), entry("b", "hr", category="Slanje", line=4)]
    assert files(*rows)["delivery/_topic.yml"] == "title:\n  en: Delivery\n  hr: Dostava\norder: 1\n"
    assert said(*rows) == [
        "faq.json:4:1 AA610 the topic 'delivery' is called 'Dostava' in 'hr'; not taken over: 'Slanje'"
    ]


def test_topics_come_in_the_order_of_the_source_after_those_that_exist() -> None:
    existing = {"old/_topic.yml": b"title: {en: Old}\norder: 7\n"}
    tree = files(entry("a", category="Zebra"), entry("b", category="Ant"), existing=existing)
    assert "order: 8" in tree["zebra/_topic.yml"]
    assert "order: 9" in tree["ant/_topic.yml"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: {en: Mine}  # ours\nicon: truck\n", "title: {en: Mine, hr: 'Dostava: sve'}  # ours\nicon: truck\n"),
        ("title: {}\n", "title: {en: Delivery, hr: 'Dostava: sve'}\n"),
        (
            "title:\n    en: Mine # ours\nicon: truck\n",
            "title:\n    en: Mine # ours\n    hr: 'Dostava: sve'\nicon: truck\n",
        ),
        ("icon: truck\ntitle:\n  en: >-\n    Mine", "icon: truck\ntitle:\n  en: >-\n    Mine\n  hr: 'Dostava: sve'\n"),
    ],
)
def test_an_existing_topic_gets_the_languages_it_lacks_and_keeps_the_rest(before: str, after: str) -> None:
    rows = [entry(), entry(lang="hr", category="Dostava: sve")]
    assert files(*rows, existing={"delivery/_topic.yml": before.encode()})["delivery/_topic.yml"] == after


@pytest.mark.parametrize("broken", [b"title: [", b"title: Delivery\n", b"\xff", b""])
def test_a_topic_that_cannot_be_read_is_kept(broken: bytes) -> None:
    existing = {"delivery/_topic.yml": broken}
    assert "delivery/_topic.yml" not in files(entry(), existing=existing)
    assert said(entry(), existing=existing) == [
        "delivery/_topic.yml:1:1 AA605 kept as it is; its titles cannot be read, so these were not added: Delivery"
    ]


# What people did


def test_a_file_that_people_changed_is_kept_and_listed() -> None:
    existing = {path: text.encode() for path, text in files(entry()).items()}
    existing["delivery/time.en.md"] += b"More.\n"
    assert "delivery/time.en.md" not in files(entry(), existing=existing)
    assert said(entry(), existing=existing) == [
        "delivery/time.en.md:1:1 AA605 kept: it differs from what would be imported"
    ]


def test_what_faq_status_records_is_no_change() -> None:
    rows = entry(), entry(lang="hr")
    tree = {path: text.encode() for path, text in files(*rows).items()}
    edit = b"\nedits:\n  - {hash: 0123456789ab, grade: major, on: 2026-11-25}\n---\n\nTwo"
    tree["delivery/time.en.md"] = tree["delivery/time.en.md"].replace(b"\n---\n\nTwo", edit)
    tree["delivery/time.hr.md"] = tree["delivery/time.hr.md"].replace(MADE_FROM.encode(), b"0123456789ab")
    assert to_files(rows, tree, languages=LANGUAGES, source="en") == (tree, [])
    old = tree | {"delivery/time.hr.md": tree["delivery/time.hr.md"].replace(b"source: 0123456789ab\n", b"")}
    assert to_files(rows, old, languages=LANGUAGES, source="en") == (old, [])


def test_a_source_that_is_imported_anew_does_not_make_old_translations_fresh() -> None:
    rows = entry(), entry(lang="hr")
    tree = {path: text.encode() for path, text in files(*rows).items()}
    del tree["delivery/time.en.md"]
    again = files(entry(answer="Three days."), entry(lang="hr"), existing=tree)
    assert "Three days." in again["delivery/time.en.md"]
    assert f"source: {MADE_FROM}\n" in again["delivery/time.hr.md"]


def test_a_translation_is_made_from_the_source_that_comes_with_it_or_else_from_the_one_that_is_there() -> None:
    kept = {"delivery/time.en.md": b"---\nquestion: How long?\n---\nA week.\n"}
    there = fingerprint(["How long?", "", "A week."])
    assert f"source: {MADE_FROM}\n" in files(entry(), entry(lang="hr"), existing=kept)["delivery/time.hr.md"]
    assert f"source: {there}\n" in files(entry(lang="hr"), existing=kept)["delivery/time.hr.md"]
    broken = {"delivery/time.en.md": b"no front matter"}
    assert "source" not in files(entry(lang="hr"), existing=broken)["delivery/time.hr.md"]


def test_windows_line_ends_of_a_checkout_are_no_change() -> None:
    existing = {path: text.replace("\n", "\r\n").encode() for path, text in files(entry()).items()}
    assert said(entry(), existing=existing) == []


def test_an_entry_that_people_moved_stays_where_it_is_and_gets_its_translation_there() -> None:
    existing = {"shop/time.en.md": files(entry())["delivery/time.en.md"].encode()}
    assert list(files(entry(), entry(lang="hr"), existing=existing)) == ["shop/time.en.md", "shop/time.hr.md"]


def test_a_translation_alone_joins_the_entry_that_exists() -> None:
    existing = {"shop/time.en.md": b"---\nquestion: Mine\n---\n"}
    assert list(files(entry(lang="hr"), existing=existing)) == ["shop/time.hr.md"]


# What is left out


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (entry(question=" \u200b"), "AA603 not imported: 'time' (en) has no question"),
        (entry(answer="\n<!-- x -->\n"), "AA603 not imported: 'How long?' (en) has no answer"),
        (entry(answer="x" * 200_001), "AA603 not imported: 'How long?' (en) has more than 200000 characters"),
        (entry(lang="de"), "AA606 not imported: 1 entry in 'de': time"),
        (entry(lang="hr"), "AA607 not imported: 'time' is there in hr but not in 'en'"),
    ],
)
def test_what_is_not_imported_is_said_and_leaves_no_topic(row: Imported, problem: str) -> None:
    assert files(row) == {}
    assert f"faq.json:1:1 {problem}" in said(row)


def test_serbian_in_latin_letters_is_serbian_where_the_source_has_no_other() -> None:
    latin = entry(lang="sr-Latn-RS", question="Koliko traje?")
    assert "delivery/time.sr.md" in files(entry(), latin)
    assert "faq.json:1:1 AA606 not imported: 1 entry in 'sr-Latn-RS': time" in said(entry(), entry(lang="sr"), latin)


def test_links_that_lead_nowhere_here_are_words_and_told() -> None:
    answer = (
        "[Up](#top), [it](#it), [Time](#Time), [prices](a/p.pdf), ![p](p.png), \\[a\\](b).\n\n## It {#it}\n\n`[x](y)`"
    )
    (text,) = (text for path, text in files(entry(answer=answer)).items() if path.endswith(".md"))
    assert "Up, [it](#it), [Time](entry:time), prices, ![p](p.png), \\[a\\](b)." in text
    assert "`[x](y)`" in text
    (told,) = said(entry(answer=answer))
    assert told.endswith("a link to '#top' (its text is kept), a link to 'a/p.pdf' (its text is kept)")


def test_of_two_entries_the_first_is_taken() -> None:
    rows = [entry(), entry(answer="Three days.", line=9)]
    assert "Two days." in files(*rows)["delivery/time.en.md"]
    assert said(*rows) == ["faq.json:9:1 AA604 not imported: 'time' in 'en' was there before, at faq.json:1:1"]


def test_an_order_out_of_range_is_not_taken_over() -> None:
    assert "order" not in files(entry(order=-1))["delivery/time.en.md"]
    assert said(entry(order=-1)) == [
        "faq.json:1:1 AA602 'How long?' (en): the order -1 is not taken over: not between 0 and 100000"
    ]


def test_characters_that_nobody_sees_are_removed_and_named() -> None:
    row = entry(question="How\u202e long?", answer="Zwei\u200b\u200b Tage\x00\r\nund\ud800")
    assert files(row)["delivery/time.en.md"] == "---\nquestion: How long?\n---\n\nZwei Tage\nund\ufffd\n"
    assert said(row) == [
        "faq.json:1:1 AA608 invisible characters removed from 'How long?' (en): U+0000, U+200B, U+202E, U+D800"
    ]


# Promises


_TEXT = st.text(max_size=20) | st.sampled_from(
    ["yes", "1.10", "# x", "- a", "null", "{{ x }}", "a: b", "'", "---", "!x", "2026-01-01"]
)
_ROWS = st.lists(
    st.builds(
        entry,
        st.sampled_from(["a", "A", "b b", "con", ""]) | _TEXT,
        st.sampled_from(["en", "hr", "EN", "xx"]),
        question=_TEXT,
        answer=_TEXT,
        category=_TEXT,
        category_id=st.sampled_from(["", "x", "X", "replies"]) | _TEXT,
        order=st.none() | st.integers(-5, 200_000),
    ),
    max_size=6,
)


@given(_ROWS)
def test_every_file_is_one_that_our_reader_takes(rows: list[Imported]) -> None:
    tree, _ = to_files(rows, {}, languages=LANGUAGES, source="en")
    questions = {one_line(clean(row.question)[0]) for row in rows}
    assert len({path.lower() for path in tree}) == len(tree)
    for path, content in tree.items():
        text, problems = reader.decode(content, path)
        assert text is not None
        model = TopicFile if path.endswith(".yml") else SourceEntry if path.endswith(".en.md") else Translation
        found, more = (reader.read_yaml if path.endswith(".yml") else reader.read_markdown)(text, path)
        assert [*problems, *more, *validate(model, found)[1]] == []
        if path.endswith(".md"):
            question = found.data["question"].replace("{{ '{{' }}", "{{").replace("{{ '{%' }}", "{%")
            assert question in questions
            assert path.replace(path.split(".")[-2], "en") in tree
            assert path.partition("/")[0] + "/_topic.yml" in tree


@given(_ROWS)
def test_importing_twice_changes_nothing(rows: list[Imported]) -> None:
    tree, problems = to_files(rows, {}, languages=LANGUAGES, source="en")
    assert to_files(rows, tree, languages=LANGUAGES, source="en") == (tree, problems)


@pytest.mark.skipif(not DATA.is_dir(), reason="the real FAQs are not part of the project")
@pytest.mark.parametrize(
    ("name", "entries", "left_out"),
    [
        ("scratch-faq", 408, set()),
        ("bitcoin-faq", 184, set()),
        ("letsencrypt-faq", 36, {"AA606"}),
        ("rasa-sara-faq", 20, set()),
    ],
)
def test_real_faqs_come_in_whole(name: str, entries: int, left_out: set[str]) -> None:
    content = (DATA / name / "faq.json").read_bytes()
    rows, problems = read(content, "faq.json", lang="en")
    tree, more = to_files(rows, {}, languages=LANGUAGES, source="en")
    assert {path.split("/")[1] for path in tree if path.endswith(".md")} == {
        f"{row['id']}.{row['lang']}.md" for row in json.loads(content) if row["lang"] in LANGUAGES
    }
    assert sum(path.endswith(".md") for path in tree) == entries
    assert {p.code for p in problems + more} - {"AA602", "AA608", "AA609", "AA611"} == left_out
