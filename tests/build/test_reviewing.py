"""`faq review` and `faq status health` as editors use them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess
from typing import TYPE_CHECKING

import pytest

from generator.build import health_told
from generator.build.desk_health import tasks
from generator.build.health import Health, Review, Text
from generator.build.project import read_project
from generator.build.status import Row
from generator.files import read_tree
from tests.conftest import POSTING

if TYPE_CHECKING:
    from tests.conftest import Maker

Faq = Callable[..., CompletedProcess[str]]
LEDGER = "faq/_reviews.tsv"
SOURCE = "faq/about/reply-time.en.md"


def edit(root: Path, old: str, new: str, path: str = SOURCE) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def reviews(root: Path, faq: Faq, day: str = "2026-11-26") -> list[dict[str, str | None]]:
    said = json.loads(faq(root, "status", "health", "--json", "--today", day).stdout)
    found: list[dict[str, str | None]] = said["health"]["reviews"]
    return found


# faq review


def test_a_review_is_recorded_an_edit_voids_it_and_reading_again_mends_it(small: Path, faq: Faq) -> None:
    done = faq(small, "review", "reply-time", "--by", "  Ana  Horvat ", "--on", "2026-11-20")
    assert done.stdout == f"{small / LEDGER}\n"
    header, line = (small / LEDGER).read_text(encoding="utf-8").splitlines()
    assert header == "entry\tlanguage\ton\tby\thash"
    assert line.split("\t")[:4] == ["reply-time", "en", "2026-11-20", "Ana Horvat"]
    assert faq(small, "review", "reply-time", "--by", "Ana Horvat", "--on", "2026-11-20").stdout == "", "the same again"
    assert faq(small, "check").stdout == ""
    assert reviews(small, faq) == []

    edit(small, "How soon will you answer me?", "When will you answer me?")
    assert f"{SOURCE}:2:1: warning AA161" in faq(small, "check").stdout
    assert reviews(small, faq) == [{"id": "reply-time", "owner": "support", "state": "edited", "on": "2026-11-20"}]

    faq(small, "review", "reply-time", "--on", "2026-11-21")
    assert "AA161" not in faq(small, "check").stdout
    assert len((small / LEDGER).read_text(encoding="utf-8").splitlines()) == 3, "what was reviewed before stays known"


def test_a_translation_is_reviewed_once_it_says_what_its_source_says(small: Path, faq: Faq) -> None:
    faq(small, "review", "reply-time", "--lang", "sr", "--on", "2026-11-20")
    assert "\tsr\t2026-11-20\t\t" in (small / LEDGER).read_text(encoding="utf-8")
    edit(small, "within {{ reply_time }}", "in {{ reply_time }}")
    done = faq(small, "review", "reply-time", "--lang", "sr", check=False)
    assert done.returncode == 1
    assert "AA119 the translation of 'reply-time' into 'sr' does not say what its source says now" in done.stdout
    health = faq(small, "status", "health").stdout
    assert "Translations not read: 1\n  sr       faq/about/reply-time.sr.md\n" in health
    assert "Translations behind their source: 1\n  ungraded faq/about/reply-time.sr.md\n" in health


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "Missing argument 'ID...'"),
        (["reply-tim"], 1, "did you mean 'reply-time'?"),
        (["reply-time", "reply-tim"], 1, "AA108 no entry has the id 'reply-tim'"),
        (["reply-time", "--lang", "hr"], 1, "AA103 the language 'hr' is not one of this FAQ"),
        (["reply-time", "--lang", "sr-Latn"], 1, "AA103"),
        (["reply-time", "--on", "26.11.2026"], 2, "'26.11.2026' is no date"),
        (["reply-time", "--on", "9999-01-01"], 2, "9999-01-01 has not come yet"),
        (["reply-time", "--by", "A" * 81], 1, "AA119 who reviewed can be named with at most 80 printable characters"),
        (["reply-time", "--by", "A\x1b[2J"], 1, "AA119 who reviewed can be named"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_is_written(
    arguments: list[str], code: int, said: str, small: Path, faq: Faq
) -> None:
    before = read_tree(small)
    done = faq(small, "review", *arguments, check=False)
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert read_tree(small) == before


def test_a_broken_line_is_not_lost_by_writing_anew(small: Path, faq: Faq) -> None:
    broken = "reply-time\ten\t2026-13-01\tAna\t0123456789ab\n"
    (small / LEDGER).write_text(broken, encoding="utf-8")
    done = faq(small, "review", "reply-time", check=False)
    assert done.returncode == 1
    assert f"{LEDGER}:1:15: error AA160 'on' must be a date like 2026-11-22, not '2026-13-01'" in done.stdout
    assert (small / LEDGER).read_text(encoding="utf-8") == broken


# faq status health


@pytest.fixture
def ill(project: Maker) -> Path:
    """An FAQ with a bit of everything that can be wanting."""
    more = {
        "faq/facts.yml": "return_window: {days: 14}\nold_fee: {money: 3 EUR}\n",
        "faq/delivery/_topic.yml": "title: {en: Delivery, hr: Dostava}\nowner: support\n",
        "faq/delivery/delivery-time.en.md": POSTING["faq/delivery/delivery-time.en.md"].replace(
            "short: Two days.\n", "reviewed: 2026-06-01\nreview_every: 90 days\n"
        ),
        "faq/delivery/parcel.en.md": POSTING["faq/delivery/parcel.en.md"].replace(
            "---\nFollow", "reviewed: 2026-09-20\nreview_every: 90 days\naliases: [where]\n---\nFollow"
        ),
        "faq/_posts.tsv": "x-en.parcel.1\tpublished\t2026-11-03 09:00 Europe/Zagreb\tx-en\tx\ten\tparcel\t1\t{0}\t{0}\n"
        "x-en.exchange.1\tdraft\t2026-12-08 09:00 Europe/Zagreb\tx-en\tx\ten\texchange\t1\t{0}\t{0}\n".format("0" * 64),
        "faq/_flags.csv": "day,entry,language,words\n2026-11-20,where,en,Where is it?\n",
        "faq/_reviews.tsv": "exchange\ten\t2026-10-01\t\t0123456789ab\n",
    }
    return project({**POSTING, **more}).root


def test_health_lists_what_is_wanting_by_who_has_to_see_to_it(ill: Path, faq: Faq) -> None:
    told = faq(ill, "status", "health", "--today", "2026-11-26").stdout
    assert told == (
        "4 entries\n"
        "\n"
        "Reviews to make: 4\n"
        "  (no owner)       exchange                         edited after its review of 2026-10-01\n"
        "  (no owner)       refund                           never reviewed\n"
        "  support          delivery-time                    overdue since 2026-08-30\n"
        "  support          parcel                           due by 2026-12-19\n"
        "\n"
        "Translations missing: 3\n"
        "  hr       3: delivery-time, parcel, refund\n"
        "\n"
        "Without a short answer: 1\n"
        "  en       faq/delivery/delivery-time.en.md\n"
        "\n"
        "Without an owner: 2\n"
        "  exchange\n"
        "  refund\n"
        "\n"
        "Facts that nothing uses: 1\n"
        "  old_fee\n"
        "\n"
        "Never posted: 3\n"
        "  delivery-time\n"
        "  exchange\n"
        "  refund\n"
        "\n"
        "Never flagged with a customer's words: 3\n"
        "  delivery-time\n"
        "  exchange\n"
        "  refund\n"
        "\n"
        "None: translations behind their source\n"
    )
    nearer = faq(ill, "status", "health", "--today", "2026-11-26", "--days", "10").stdout
    assert "due by" not in nearer


def test_health_says_the_same_to_programs(ill: Path, faq: Faq) -> None:
    said = json.loads(faq(ill, "status", "health", "--json", "--today", "2026-11-26").stdout)["health"]
    assert said["entries"] == 4
    assert [(one["id"], one["state"], one["on"]) for one in said["reviews"]] == [
        ("exchange", "edited", "2026-10-01"),
        ("refund", "never", None),
        ("delivery-time", "overdue", "2026-08-30"),
        ("parcel", "due", "2026-12-19"),
    ]
    assert said["no_short"] == [{"id": "delivery-time", "lang": "en", "path": "faq/delivery/delivery-time.en.md"}]
    assert [row["id"] for row in said["missing"]] == ["delivery-time", "parcel", "refund"]
    assert (said["no_owner"], said["unused_facts"]) == (["exchange", "refund"], ["old_fee"])
    assert said["never_posted"] == said["never_flagged"] == ["delivery-time", "exchange", "refund"]
    assert said["behind"] == said["unreviewed"] == []


def test_the_desk_has_a_line_for_each_entry_and_thing_that_it_lacks(ill: Path) -> None:
    project, _ = read_project(ill)
    assert project
    assert [(one.entry, one.what, one.languages, one.on) for one in tasks(project, date(2026, 11, 26))] == [
        ("exchange", "edited", (), date(2026, 10, 1)),
        ("refund", "never", (), None),
        ("delivery-time", "overdue", (), date(2026, 8, 30)),
        ("parcel", "due", (), date(2026, 12, 19)),
        ("delivery-time", "short", ("en",), None),
        ("exchange", "owner", (), None),
        ("refund", "owner", (), None),
        ("delivery-time", "missing", ("hr",), None),
        ("parcel", "missing", ("hr",), None),
        ("refund", "missing", ("hr",), None),
    ]


def test_of_a_log_that_was_kept_it_is_told_what_nobody_asked_and_how_many_answers_had_a_link(
    ill: Path, faq: Faq
) -> None:
    (ill / "faq/_demand.csv").write_text("entry,month,count\nwhere,2026-10,7\nrefund,2026-11,2\n", encoding="utf-8")
    (ill / "faq/_demand.yml").write_text("questions: 12\nanswered: 9\nanswers: 8\nlinked: 3\n", encoding="utf-8")
    told = faq(ill, "status", "health", "--today", "2026-11-26").stdout
    assert "\nNever asked for in the log that was kept: 2\n  delivery-time\n  exchange\n" in told
    assert "\nAnswers with a link to the FAQ: 3 of 8 in the log (37 %)\n" in told
    project, _ = read_project(ill)
    assert project
    unasked = [one.entry for one in tasks(project, date(2026, 11, 26)) if one.what == "unasked"]
    assert unasked == ["delivery-time", "exchange"]


def test_what_the_search_does_not_find_by_its_own_words_is_told_when_asked_for(ill: Path, faq: Faq) -> None:
    path = ill / "faq/returns/refund.en.md"
    entry = path.read_text(encoding="utf-8")
    path.write_text(entry.replace("short:", "also_asked: [Where is my parcel?]\nshort:"), encoding="utf-8")
    told = faq(ill, "status", "health", "--find", "--today", "2026-11-26").stdout
    title, row = "Not found first by their own words: 1", "en       refund                           Where is"
    assert f"\n{title}\n  {row} my parcel? -> parcel\n" in told
    said = json.loads(faq(ill, "status", "health", "--find", "--json", "--today", "2026-11-26").stdout)["health"]
    assert said["not_found"] == [{"id": "refund", "lang": "en", "words": "Where is my parcel?", "first": "parcel"}]


def test_what_nobody_does_is_not_told(project: Maker, faq: Faq) -> None:
    """Without channels nothing is posted, without flags nobody asks, and no translation is read where none is."""
    root = project().root
    assert faq(root, "status", "health", "--today", "2026-11-26").stdout == (
        "1 entry\n\n"
        "Reviews to make: 1\n  (no owner)       delivery-time                    never reviewed\n\n"
        "Without an owner: 1\n  delivery-time\n\n"
        "None: translations behind their source, translations missing, without a short answer, "
        "facts that nothing uses\n"
    )
    said = json.loads(faq(root, "status", "health", "--json", "--today", "2026-11-26").stdout)["health"]
    assert (said["never_posted"], said["never_flagged"], said["unreviewed"]) == (None, None, [])
    assert (said["never_asked"], said["not_found"], said["answers"]) == (None, None, 0)


def test_long_parts_are_cut_for_people_and_the_worst_comes_first() -> None:
    many = tuple(f"entry{n}" for n in range(12))
    behind = tuple(Row("a", "hr", state, f"faq/a/{state}.hr.md") for state in ("ungraded", "medium", "major"))
    told = health_told.as_text(
        Health(
            entries=12,
            no_short=(),
            missing=tuple(Row(id_, "hr", "missing", "") for id_ in many),
            behind=behind,
            no_owner=many,
            reviews=(Review("a", "", "never", None),),
            unreviewed=(Text("a", "hr", "faq/a/a.hr.md"),),
            unused_facts=(),
            never_posted=None,
            never_flagged=None,
        )
    )
    assert "  entry9\n  … and 2 more; --json has all\n" in told
    assert "  hr       12: entry0, entry1, " in told
    assert ", entry9, …\n" in told
    order = [told.index(state) for state in ("major ", "medium ", "ungraded ")]
    assert order == sorted(order)
