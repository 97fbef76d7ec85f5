"""What may be written in a file: every mistake at once, each with its place, in words people understand."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.meta import Season
from generator.content.schema.base import Id, Text, Written, validate
from generator.content.schema.entry import SOURCE_ONLY, ReplyMatter, SourceEntry, TopicFile, Translation
from generator.content.schema.languages import LanguageFile
from generator.content.schema.settings import FaqFile
from generator.content.source import Source, read_yaml


def check(model: type[Written], text: str, elsewhere: dict[str, str] | None = None) -> list[str]:
    source, problems = read_yaml(text, "a.yml")
    assert problems == []
    value, problems = validate(model, source, belongs_elsewhere=elsewhere)
    assert (value is None) == bool(problems)
    assert {p.code for p in problems} <= {"AA010"}
    return [f"{p.place.line}:{p.place.column} {p.message}" + (f" ({p.hint})" if p.hint else "") for p in problems]


def value_of(model: type[Written], key: str, text: str) -> object:
    source, problems = read_yaml(f"question: Why?\n{key}: {text}\n", "a.yml")
    value, problems = validate(model, source)
    assert value, problems
    return getattr(value, key)


def test_all_mistakes_of_a_file_are_said_at_once_in_its_own_words() -> None:
    said = check(SourceEntry, "questoin: Why?\norder: first\nreviewed: soon\nposts: {skip: perhaps}\n")
    assert sorted(said) == [
        "1:1 'question' is missing",
        "1:11 'questoin' is not a known key (did you mean 'question'?)",
        "2:8 'order' must be a whole number, not 'first'",
        "3:11 'reviewed' must be a date like 2026-11-22, not 'soon'",
        "4:15 'posts.skip' must be true or false, not 'perhaps'",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("question: ''", "'question' is empty"),
        ("question: [a]", "'question' must be one line of text"),
        ("also_asked: one", "'also_asked' must be a list: [one, two]"),
        ("posts: tip", "'posts' must hold 'key: value' lines"),
        ("order: 1.5", "'order' must be a whole number, not '1.5'"),
        ("order: -1", "'order' must be at least 0, not '-1'"),
        ("order: 999999", "'order' must be at most 100000, not '999999'"),
        ("reviewed: 2026-02-30", "'reviewed' must be a date like 2026-11-22, not '2026-02-30'"),
        ("reviewed: 22.11.2026", "'reviewed' must be a date like 2026-11-22, not '22.11.2026'"),
        ("reviewed: 1700000000", "'reviewed' must be a date like 2026-11-22, not '1700000000'"),
        ("review_every: 180", "'review_every' must be a number of days like '180 days'"),
        ("review_every: 0 days", "'review_every' must be a number of days like '180 days'"),
        ("season: spring", "'season' must be two days of the year like 11-15..12-24"),
        ("season: 02-30..03-01", "'season' names a day that no year has; write month-day..month-day like 11-15..12-24"),
        ("posts: {myth: {fact: a, myth: b}}", "'posts.myth.why' is missing"),
        (
            "posts: {myth: {fact: a, myth: b, why: c, wy: d}}",
            "'posts.myth.wy' is not a known key (did you mean 'why'?)",
        ),
        ("posts: {checklist: [a]}", "'posts.checklist' needs 2 to 10 items, not 1"),
        ("posts: {checklist: [a, b, a]}", "'posts.checklist' says one thing twice"),
        (
            "posts: {quiz: {question: a, options: [a, b, c, d, e], right: 1, why: a}}",
            "'posts.quiz.options' needs 2 to 4 items, not 5",
        ),
        (
            "posts: {quiz: {question: a, options: [b, c], right: 3, why: d}}",
            "'posts.quiz' has 2 options, so none of them is number 3",
        ),
        (
            "posts: {quiz: {question: a, options: [b, c], right: b, why: d}}",
            "'posts.quiz.right' must be a whole number, not 'b'",
        ),
        ("posts: {tpi: a}", "'posts.tpi' is not a known key (did you mean 'tip'?)"),
    ],
)
def test_messages_say_what_is_wanted(line: str, said: str) -> None:
    whole = line if line.startswith("question") else f"question: Why?\n{line}"
    assert [text.partition(" ")[2] for text in check(SourceEntry, whole)] == [said]


def test_an_id_that_is_none_is_explained_without_a_pattern() -> None:
    letters = "use up to 80 letters a-z, digits, '-' and '_', and begin with a letter or digit"
    assert check(TopicFile, "title: {en: A}\naliases: [a, b c]\n") == [f"2:14 'aliases.1' cannot be 'b c' ({letters})"]
    hint = "write a former id, or former-id#heading where it is a heading of this entry now"
    assert check(SourceEntry, "question: Why?\naliases: [a, b c]\n") == [f"2:14 'aliases.1' cannot be 'b c' ({hint})"]
    assert check(SourceEntry, "question: Why?\nmoved: {-a: '#b'}\n") == [
        "2:13 'moved.-a' cannot be '-a' (write a former heading's id, or former-id#heading of an entry that was merged)"
    ]


def test_a_former_heading_may_have_any_letters_that_headings_have() -> None:
    assert (
        check(SourceEntry, "question: Why?\nmoved: {troškovi: '#cost', 1#cijena-č: '#cost'}\naliases: [a#trošak]\n")
        == []
    )


def test_a_key_that_nothing_resembles_lists_the_known_ones() -> None:
    assert check(TopicFile, "title: {en: A}\nbody: x\n") == [
        "2:7 'body' is not a known key (known keys: aliases, icon, order, owner, replaces, title)"
    ]


def test_what_holds_for_all_languages_belongs_into_the_source_file() -> None:
    hint = "write it in a.en.md"
    elsewhere = dict.fromkeys(SOURCE_ONLY, hint)
    assert check(Translation, "question: Zašto?\nowner: support\nquestionn: x\n", elsewhere) == [
        "2:8 'owner' is not a known key (write it in a.en.md)",
        "3:12 'questionn' is not a known key (did you mean 'question'?)",
    ]
    assert sorted(SOURCE_ONLY) == [
        "aliases", "edits", "moved", "note", "order", "owner", "replaces", "review_every", "reviewed", "season", "tags",
    ]  # fmt: skip


def test_keys_of_a_mapping_are_checked_too() -> None:
    assert check(TopicFile, "title: {english: A}\n") == [
        "1:18 'title.english' cannot be 'english' (write a language's code like hr or sr-Latn)"
    ]
    (text,) = check(FaqFile, "name: A\nlanguages: [en]\nbrand: {colors: {dim: {accent: '#000000'}}}\n")
    assert text == "3:18 'brand.colors.dim' must be 'light' or 'dark', not 'dim'"


def test_values_become_what_the_program_needs() -> None:
    assert value_of(SourceEntry, "reviewed", "2026-11-22") == date(2026, 11, 22)
    assert value_of(SourceEntry, "review_every", "90 days") == 90
    assert value_of(SourceEntry, "season", "11-15..01-06") == Season(start=(11, 15), end=(1, 6))
    assert value_of(SourceEntry, "season", "02-29..02-29") == Season(start=(2, 29), end=(2, 29))
    assert value_of(SourceEntry, "also_asked", "[ a , 010, no]") == ("a", "010", "no")


def test_opening_hours_and_slots() -> None:
    source, _ = read_yaml(
        "name: A\nlanguages: [en]\n"
        "contact: {timezone: Europe/Zagreb, hours: {mon-tue: '08:00-12:00, 14:00-18:00', sat: '09:00-12:00'}}\n"
        "posts: [{id: a, network: x, language: sr-Latn, slots: ['sun 23:59']}]\n",
        "faq.yml",
    )
    faq, problems = validate(FaqFile, source)
    assert faq, problems
    assert faq.contact
    day = ((time(8), time(12)), (time(14), time(18)))
    assert faq.contact.hours == {"mon": day, "tue": day, "sat": ((time(9), time(12)),)}
    assert faq.posts[0].slots == ((6, time(23, 59)),)


@pytest.mark.parametrize(
    ("feedback", "said"),
    [
        ("{}", "'feedback' needs either 'email' or 'url'"),
        ("{email: a@b.example, url: 'https://x.example/'}", "'feedback' needs either 'email' or 'url'"),
        ("{url: 'http://x.example/faq'}", "'feedback.url' must be an address with https://"),
        ('{url: "https://x.example/\'"}', "'feedback.url' must be an address with https://"),
        ("{url: 'https://x.example/a;script-src'}", "'feedback.url' must be an address with https://"),
        ("{url: 'https://x.example/?a=b'}", "'feedback.url' must be an address with https://"),
        ("{email: 'a@b.example?bcc=c@d.example'}", "'feedback.email' cannot be"),
    ],
)
def test_feedback_goes_to_one_place_that_a_policy_can_name(feedback: str, said: str) -> None:
    (text,) = check(FaqFile, f"name: A\nlanguages: [en]\nfeedback: {feedback}\n")
    assert said in text


@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("{report: 'http://x.example/a'}", "'search.report' must be an address with https://"),
        ("{report: 'https://x.example/a; img-src *'}", "'search.report' must be an address with https://"),
        ("{synonyms: {en: [[parcel]]}}", "'search.synonyms.en.0' needs two words"),
        ("{synonyms: {en: parcel}}", "'search.synonyms.en'"),
        ("{reports: 'https://x.example/a'}", "'search.reports'"),
    ],
)
def test_searches_are_reported_to_what_a_policy_can_name_and_synonyms_are_at_least_two(search: str, said: str) -> None:
    (text,) = check(FaqFile, f"name: A\nlanguages: [en]\nsearch: {search}\n")
    assert said in text


def test_days_when_nobody_is_there() -> None:
    days = "holidays: DE-BY, closed: [2026-12-24, 2026-12-31]"
    source, _ = read_yaml(f"name: A\nlanguages: [en]\ncontact: {{timezone: UTC, hours: {{}}, {days}}}\n", "faq.yml")
    faq, problems = validate(FaqFile, source)
    assert faq, problems
    assert faq.contact
    assert faq.contact.holidays == "DE-BY"
    assert faq.contact.closed == (date(2026, 12, 24), date(2026, 12, 31))
    (text,) = check(FaqFile, "name: A\nlanguages: [en]\ncontact: {timezone: UTC, hours: {}, holidays: Croatia}\n")
    assert "'contact.holidays' cannot be 'Croatia'" in text


@pytest.mark.parametrize(
    "hours",
    [
        "{mon: 8-16}",
        "{mon: '08:00-24:00'}",
        "{mon: '16:00-08:00'}",
        "{mon: '08:00-12:00, 11:00-13:00'}",
        "{mon: [a]}",
        "{someday: '08:00-16:00'}",
        "{mon-someday: '08:00-16:00'}",
        "[mon]",
        "always",
    ],
)
def test_opening_hours_that_are_none(hours: str) -> None:
    (text,) = check(FaqFile, f"name: A\nlanguages: [en]\ncontact: {{timezone: UTC, hours: {hours}}}\n")
    assert "'contact.hours" in text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//host", "data:x", "https://a b", "https://a'b", "ftp://a"])
def test_a_channel_leads_to_the_web_a_mailbox_or_a_phone(url: str) -> None:
    channel = f'{{name: A, address: B, url: "{url}", team: t, reply_minutes: 5}}'
    text = f"name: A\nlanguages: [en]\ncontact: {{timezone: UTC, hours: {{}}, channels: [{channel}]}}\n"
    (said,) = check(FaqFile, text)
    assert "'contact.channels.0.url' cannot be" in said


@pytest.mark.parametrize("zone", ["Europe/Agram", "../../etc/passwd", "/etc/localtime", "", "Zagreb\x00"])
def test_a_time_zone_is_one_of_the_worlds(zone: str) -> None:
    assert check(
        FaqFile, f'name: A\nlanguages: [en]\ncontact: {{timezone: "{zone}", hours: {{}}}}\n'.replace("\0", "0")
    )


@pytest.mark.parametrize("kind", ["text", "date", "time", "days", "link", "order", "promise"])
def test_fields_of_replies_have_a_type(kind: str) -> None:
    assert check(ReplyMatter, f"title: A\nwhen: B\nfields: {{name: {kind}}}\n") == []
    assert check(ReplyMatter, f"title: A\nwhen: B\nfields: {{name: {kind}s}}\n")


def test_a_choice_has_a_list_and_only_a_choice_has_one() -> None:
    matter = "title: A\nwhen: B\nfields: {way: choice, name: text}\n"
    assert check(ReplyMatter, f"{matter}choices: {{way: [by post, by courier]}}\n") == []
    (said,) = check(ReplyMatter, matter)
    assert "'way': it is of the type 'choice' and needs a list under 'choices'" in said
    assert check(ReplyMatter, f"{matter}choices: {{way: [one, two], name: [one, two]}}\n")
    assert check(ReplyMatter, f"{matter}choices: {{way: [one]}}\n")


def test_hostile_values_do_not_break_the_message() -> None:
    (text,) = check(SourceEntry, 'question: Why?\norder: "{given} {0} {key.__class__} %s"\n')
    assert text == "2:8 'order' must be a whole number, not '{given} {0} {key.__class__} %s'"
    (text,) = check(SourceEntry, "question: Why?\n'{x}': y\n")
    assert text.startswith("2:8 '{x}' is not a known key")


_ANY = st.recursive(
    st.text(max_size=10)
    | st.sampled_from(["en", "2026-11-22", "true", "08:00-16:00", "#112233", "-1", "nan", "9" * 5000]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.sampled_from([SourceEntry, Translation, FaqFile, TopicFile, ReplyMatter, LanguageFile]).flatmap(
        lambda model: st.tuples(
            st.just(model),
            st.dictionaries(st.sampled_from(sorted(model.model_fields)) | st.text(max_size=5), _ANY, max_size=6),
        )
    )
)
def test_any_data_is_a_value_or_located_problems(drawn: tuple[type[Written], dict[str, object]]) -> None:
    model, data = drawn
    value, problems = validate(model, Source(path="a.yml", data=data))
    assert (value is None) == bool(problems)
    for problem in problems:
        assert problem.code == "AA010"
        assert problem.place.path == "a.yml"
        assert "constrained" not in problem.message
        assert "[key]" not in problem.message


def test_only_the_schema_package_imports_pydantic() -> None:
    root = Path(__file__).parents[2] / "generator"
    users = {
        p.parent.name for p in root.rglob("*.py") if re.search(r"^(from|import) pydantic", p.read_text(), re.MULTILINE)
    }
    assert users == {"schema"}


def test_two_words_of_the_base() -> None:
    class Sample(Written):
        id: Id
        text: Text

    assert check(Sample, "id: a-1\ntext: b\n") == []
    assert len(check(Sample, "id: -a\ntext: ' '\n")) == 2
