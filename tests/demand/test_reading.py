"""Logs of all kinds become questions; what cannot be read is told without its words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.demand import Question, read
from generator.demand.columns import parse
from generator.demand.log import cleaned, day_of
from generator.problems import Problem

ASKED = Question(words="Where is my parcel?", day=date(2026, 11, 2), language="en")


def codes(problems: list[Problem]) -> list[str]:
    return [f"{problem.place.line} {problem.code}" for problem in problems]


@pytest.mark.parametrize(
    "log",
    [
        "question,day,language\nWhere is my parcel?,2026-11-02,en\n",
        "\ufeffSubject;Created at;Language\r\nWhere is my parcel?;2026-11-02 09:15:00 UTC;EN\r\n",
        "sep=;\nquery;date;locale\nWhere is my parcel?;2.11.2026;en\n",
        "Ticket subject\tCreated time\tLang\nWhere is my parcel?\t1793610000\ten\n",
        'id,subject,description,created_at,language\n7,Where is my parcel?,"Long\nletter",2026-11-02T09:15:00Z,en\n',
    ],
)
def test_tables_are_read_by_the_names_that_helpdesks_use(log: str) -> None:
    assert read(log.encode(), "log.csv", {}) == ([ASKED], [])


@pytest.mark.parametrize(
    "log",
    [
        '{"question": "Where is my parcel?", "day": "2026-11-02", "language": "en"}\n',
        '[{"subject": "Where is my parcel?", "created_at": "2026-11-02T09:15:00Z", "locale": "en"}]',
        '{"tickets": [{"subject": "Where is my parcel?", "created_at": "2026-11-02T09:15:00Z", "locale": "en"}]}',
        '{"ticket": {"subject": "Where is my parcel?", "created_at": "2026-11-02"}, "contact": {"language": "en"}}',
        """{"payload": [
            {"content": "<p>Where is my parcel?</p>", "created_at": 1793610000, "lang": "en", "message_type": 0},
            {"content": "We look into it.", "created_at": 1793610100, "lang": "en", "message_type": 1}]}""",
    ],
)
def test_json_is_read_as_a_document_or_by_lines(log: str) -> None:
    assert read(log.encode(), "log.json", {}) == ([ASKED], [])


def test_each_line_of_a_log_has_its_own_language() -> None:
    log = "subject,locale\nWhere is it?,en\nGdje je?,hr\nГде је?,sr-Cyrl\nGde je?,sr_Latn_RS\nKde je?,Czech\nКъде е?,\n"
    found, _ = read(log.encode(), "log.csv", {})
    assert [one.language for one in found] == ["en", "hr", "sr-cyrl", "sr-latn-rs", "", ""]


def test_flags_of_the_desk_say_which_entry_they_were_about() -> None:
    log = "day,entry,language,words\n2026-11-02,parcel,en,Where is my parcel?\n"
    assert read(log.encode(), "faq/_flags.csv", {}) == (
        [Question(words="Where is my parcel?", day=date(2026, 11, 2), language="en", entry="parcel")],
        [],
    )


def test_a_report_of_searches_counts() -> None:
    found, _ = read(b"Search string,Searches\nparcel,12\n", "report.csv", {})
    assert [(one.words, one.count) for one in found] == [("parcel", 12)]


@pytest.mark.parametrize(
    "log",
    [
        "Top queries,Clicks,Impressions,CTR,Position\nparcel,12,400,3%,4.2\n",
        "#,Search term,Searches\n1,parcel,12\n",
        "# ------\n# Search terms\n#\n# Start date: 20261001\nSearch term,Event count\nparcel,12\n",
        "label,nb_visits,nb_hits\nparcel,12,14\n",
        "search,count,nbHits\nparcel,12,0\n",
        "Upit;Broj\nparcel;12\n",
    ],
)
def test_reports_of_search_engines_and_analytics_count(log: str) -> None:
    found, problems = read(log.encode(), "report.csv", {})
    assert [(one.words, one.count) for one in found] == [("parcel", 12)]
    assert problems == []


@pytest.mark.parametrize(
    ("log", "encoding"), [("Datum;Pitanje\n2.11.2026;Što šaljete?\n", "cp1250"), ("Дата;Въпрос\n;Къде е?\n", "cp1251")]
)
def test_another_encoding_is_used_where_it_is_named_and_needed(log: str, encoding: str) -> None:
    assert codes(read(log.encode(encoding), "log.csv", {})[1]) == ["1 AA570"]
    found, problems = read(log.encode(encoding), "log.csv", {}, encoding=encoding)
    assert ([one.words for one in found], problems) == ([log.rsplit(";", maxsplit=1)[-1].strip()], [])
    assert read(log.encode(), "log.csv", {}, encoding=encoding) == (found, [])


def test_of_a_log_of_remarks_only_some_are_looked_at() -> None:
    assert codes(read(b"# Question,Day\n" * 100_000, "log.csv", {})[1]) == ["101 AA570"]


def test_plain_text_has_a_question_a_line() -> None:
    found, problems = read(b"Where is my parcel?\n\nCan I pay later, by card?\n", "asked.txt", {})
    assert [one.words for one in found] == ["Where is my parcel?", "Can I pay later, by card?"]
    assert problems == []


@pytest.mark.parametrize(
    "log", ['{"Q": "Where is my parcel?", "When": "2026-11-02"}', "Q,When\nWhere is my parcel?,2026-11-02"]
)
def test_other_columns_are_mapped(log: str) -> None:
    mapping, wrong = parse("question=q, day=When")
    assert not wrong
    (found,), problems = read(log.encode(), "log", mapping)
    assert (found.words, found.day, problems) == ("Where is my parcel?", date(2026, 11, 2), [])


@pytest.mark.parametrize("text", ["question", "question=", "who=Name", "question:Subject"])
def test_a_mapping_that_says_nothing_is_told(text: str) -> None:
    assert parse(text)[1]


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"\xff\x00\xfa question", "log.csv", ["1 AA570"]),
        (b"ana@mail.example,Horvat\n1,2\n", "log.csv", ["1 AA570"]),
        (b"[1, 2]", "log.json", ["1 AA570"]),
        (b"[" * 100_000, "log.json", ["1 AA570"]),
        (b"question,day\nOne?,2026-11-02\nana@mail.example\n", "log.csv", ["3 AA571"]),
        (b'question\nOne?\n"' + b"x" * 200_000, "log.csv", ["3 AA571"]),
        (b'{"question": "One?"}\n{ana@mail.example\n', "log.jsonl", ["2 AA571"]),
    ],
)
def test_what_cannot_be_read_is_told_without_its_words(content: bytes, name: str, expected: list[str]) -> None:
    found, problems = read(content, name, {})
    assert codes(problems) == expected
    assert "ana" not in str(found) + str(problems)


def test_of_many_bad_lines_some_are_told() -> None:
    _, problems = read(b"question,day\n" + b"One?\n" * 1000, "log.csv", {})
    assert len(problems) == 21
    assert problems[-1].message == "and 980 more like this"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-02", date(2026, 11, 2)),
        ("2026-11-02T23:59:00+01:00", date(2026, 11, 2)),
        ("2. 11. 2026", date(2026, 11, 2)),
        ("2026/11/2 10:00", date(2026, 11, 2)),
        ("2026-11", date(2026, 11, 1)),
        ("22/11/2026 10:00", date(2026, 11, 22)),
        ("11-22-2026", date(2026, 11, 22)),
        ("02/11/2026", None),
        ("2026-13-40", None),
        ("1793610000123", date(2026, 11, 2)),
        ("9999999999999", None),
        ("1985-03-24", None),
        ("soon", None),
    ],
)
def test_days_are_read_where_they_are_certain(text: str, day: date | None) -> None:
    assert day_of(text) == day


def test_a_long_letter_is_cut_where_no_number_is() -> None:
    letter = "Where is it? " + "x" * 1480 + " 091 123 4567"
    assert cleaned(letter)[-3:] == "xxx"
    assert cleaned("word " * 297 + "call +385 91 123 4567 890").startswith("word word")
    assert "385" not in cleaned("…" * 1400 + " word " * 15 + "+385 91 123 4567")


@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.json", "a.jsonl", "a.txt", "a"]))
def test_whatever_is_in_a_log_ends_in_questions_or_problems(content: bytes, name: str) -> None:
    found, problems = read(content, name, {})
    assert all(one.words and "\n" not in one.words for one in found)
    assert all(isinstance(one, Problem) for one in problems)
