"""A review holds while the words and facts that somebody read are the same, and no longer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.library import Library
from generator.content.meta import Meta, Review
from generator.content.reviews import format_reviews, hash_of, parse_reviews

if TYPE_CHECKING:
    from tests.conftest import Folder, Maker

EN, SR = "faq/delivery/delivery-time.en.md", "faq/delivery/delivery-time.sr.md"
FILES: Mapping[str, str] = {
    "faq/faq.yml": "name: A\nlanguages: [en, sr]\n",
    "faq/facts.yml": "days: {days: 2, RS: 4}\nother: {money: 3.90 EUR}\n",
    EN: "---\nquestion: How long?\nshort: About {{ days }}.\nreview_every: 90 days\n---\nSee [there](https://a.example/).\n",
    SR: "---\nquestion: Колико?\nshort: Око {{ days }}.\n---\n",
}
DAY = date(2026, 11, 2)


def hash_in(library: Library, lang: str = "en") -> str:
    by_lang = library.by_id["delivery-time"]
    return hash_of(by_lang[lang], by_lang["en"], library.values) or ""


def review(folder: Folder, *read: str, on: date = DAY) -> None:
    """Somebody reads the present texts of these languages."""
    library = folder.library()
    events = [Review(entry="delivery-time", language=lang, on=on, hash=hash_in(library, lang)) for lang in read]
    folder.write("faq/_reviews.tsv", format_reviews([*library.reviews, *events]))


def edit(folder: Folder, path: str, old: str, new: str) -> None:
    text = (folder.root / path).read_text(encoding="utf-8")
    assert old in text
    folder.write(path, text.replace(old, new))


def held(folder: Folder) -> dict[str, tuple[date | None, date | None]]:
    """Language -> the day of its last review that holds, and of one that does not."""
    by_lang = folder.library().by_id["delivery-time"]
    return {lang: (entry.meta.reviewed, entry.meta.voided) for lang, entry in by_lang.items()}


# What a review vouches for


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (EN, "About", "Around"),
        (EN, "How long?", "How long does it take?"),
        (EN, "{{ days }}", "2 days"),
        (EN, "See", "Look"),
        (EN, "---\nSee", "posts: {tip: Order early.}\n---\nSee"),
        ("faq/facts.yml", "days: 2", "days: 3"),
        ("faq/facts.yml", "RS: 4", "RS: 5"),
        ("faq/facts.yml", "days: 2", "workdays: 2"),
    ],
)
def test_an_edit_of_words_or_facts_makes_it_void(path: str, old: str, new: str, project: Maker) -> None:
    folder = project(FILES)
    review(folder, "en")
    assert held(folder) == dict.fromkeys(["en", "sr", "sr-Latn"], (DAY, None))
    edit(folder, path, old, new)
    assert held(folder) == dict.fromkeys(["en", "sr", "sr-Latn"], (None, DAY))
    edit(folder, path, new, old)
    assert held(folder)["en"] == (DAY, None), "what somebody read is there again"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (EN, "https://a.example/", "https://b.example/"),
        (EN, "question:", "tags: [time]\nquestion:"),
        (EN, "About {{ days }}", "About  {{days}}"),
        (SR, "Око", "Отприлике"),
        ("faq/facts.yml", "3.90 EUR", "4 EUR"),
        ("faq/facts.yml", "days: 2,", "days: 2.0,"),
        ("faq/facts.yml", "RS: 4}", "RS: 4, changed: {on: 2026-10-01, days: 5}}"),
    ],
)
def test_nothing_else_does(path: str, old: str, new: str, project: Maker) -> None:
    folder = project(FILES)
    review(folder, "en")
    edit(folder, path, old, new)
    assert held(folder)["en"] == (DAY, None)


def test_a_fact_that_cannot_be_read_voids_nothing(project: Maker) -> None:
    folder = project(FILES)
    review(folder, "en")
    edit(folder, "faq/facts.yml", "days: 2", "days: two")
    assert held(folder)["en"] == (DAY, None)
    assert hash_in(folder.library()) == ""


def test_a_renamed_entry_keeps_its_reviews(project: Maker) -> None:
    folder = project(FILES)
    review(folder, "en")
    text = (folder.root / EN).read_text(encoding="utf-8")
    (folder.root / EN).unlink()
    (folder.root / SR).unlink()
    folder.write("faq/delivery/how-long.en.md", text.replace("short:", "aliases: [delivery-time]\nshort:"))
    assert folder.library().by_id["how-long"]["en"].meta.reviewed == DAY


# Which review counts


def test_one_of_the_source_holds_for_all_languages_and_one_of_a_translation_for_its_own(project: Maker) -> None:
    folder = project(FILES)
    later = date(2026, 11, 20)
    review(folder, "en")
    review(folder, "sr", on=later)
    assert held(folder) == {"en": (DAY, None), "sr": (later, None), "sr-Latn": (later, None)}
    assert folder.library().holding == {("delivery-time", "en"), ("delivery-time", "sr")}
    edit(folder, SR, "Око", "Отприлике")
    assert held(folder)["sr"] == (DAY, None), "that of the source is left"
    edit(folder, EN, "About", "Around")
    assert held(folder)["sr"][0] is None
    assert [line for line in folder.said() if "AA161" in line] == [
        f"{EN}:2:1: warning AA161 words or facts of this text changed after its review of 2026-11-02"
    ]


def test_an_edit_of_the_source_voids_the_review_of_a_translation_too(project: Maker) -> None:
    folder = project(FILES)
    review(folder, "sr")
    assert held(folder) == {"en": (None, None), "sr": (DAY, None), "sr-Latn": (DAY, None)}
    edit(folder, EN, "About", "Around")
    assert held(folder)["sr"] == (None, DAY)
    (problem,) = [one for one in folder.load()[1] if one.code == "AA161"]
    assert (problem.place.path, problem.hint[-38:]) == (SR, "with: faq review delivery-time --lang sr"[-38:])


@pytest.mark.parametrize(
    ("written", "expected"),
    [("2026-11-01", (None, DAY)), ("2026-11-02", (None, DAY)), ("2026-11-03", (date(2026, 11, 3), None))],
)
def test_a_day_in_the_file_counts_where_it_is_later(
    written: str, expected: tuple[date | None, date | None], project: Maker
) -> None:
    folder = project(FILES)
    edit(folder, EN, "review_every", f"reviewed: {written}\nreview_every")
    review(folder, "en")
    edit(folder, EN, "About", "Around")
    assert held(folder)["en"] == expected


def test_without_reviews_the_day_in_the_file_counts_whatever_is_edited(project: Maker) -> None:
    folder = project(FILES)
    edit(folder, EN, "review_every", "reviewed: 2026-11-01\nreview_every")
    edit(folder, EN, "About", "Around")
    assert held(folder)["sr"] == (date(2026, 11, 1), None)


# When the next one is due


def test_the_next_is_due_after_its_days_and_at_once_after_an_edit() -> None:
    meta = Meta(reviewed=DAY, review_every=90)
    assert (meta.due, meta.lateness) == (date(2027, 1, 31), "should have been reviewed by 2027-01-31")
    assert [meta.is_due(day) for day in (date(2027, 1, 31), date(2027, 2, 1))] == [False, True]
    void = Meta(voided=DAY, review_every=90)
    assert void.is_due(DAY)
    assert void.lateness == "was edited after its review of 2026-11-02"
    assert not any(meta.is_due(date.max) for meta in (Meta(voided=DAY), Meta(reviewed=DAY), Meta(review_every=90)))
    assert Meta(reviewed=date.max, review_every=90).due == date.max


# The file


NAMES = st.one_of(st.just(""), st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=80))
REVIEWS = st.builds(
    Review,
    entry=st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True),
    language=st.sampled_from(["en", "sr", "sr-Latn"]),
    on=st.dates(),
    by=NAMES,
    hash=st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
)


@given(st.lists(REVIEWS, max_size=5))
def test_what_is_written_is_read(reviews: list[Review]) -> None:
    text = format_reviews(reviews)
    found, problems = parse_reviews(text)
    assert problems == []
    assert set(found) == set(reviews)
    assert format_reviews(found) == text


def test_two_branches_are_merged_by_keeping_all_lines() -> None:
    one, two = (Review(entry="a", language="en", on=date(2026, 11, n), hash="0123456789ab") for n in (1, 2))
    both = format_reviews([one]) + format_reviews([one, two])
    assert parse_reviews(both) == ([one, two], [])
