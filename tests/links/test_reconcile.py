"""The lock held against the content: what is new, moved, withdrawn, and what would be lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from generator.links.lock import Lock, format_lock
from generator.links.reconcile import losses, owed, reconcile, removed, unlocked
from generator.links.target import Target
from generator.problems import Problem

Make = Callable[..., Any]
Named = Callable[[str], Target]
COST = "faq/delivery/cost.en.md"
TIME = "faq/delivery/delivery-time.en.md"
SECOND = date(2026, 2, 2)
KEY = ("q/cost/", "")


def test_what_is_published_first_is_live_since_that_day(bench: Make) -> None:
    made = bench()
    assert {row.state for row in made.lock.values()} == {"live"}
    assert {row.since for row in made.lock.values()} == {date(2026, 1, 1)}
    assert made.lost() == []
    made.write("faq/delivery/gift.en.md", "---\nquestion: Is it a gift?\nshort: Yes.\n---\n")
    made.publish(SECOND)
    assert made.lock["hr/q/gift/", ""].since == SECOND
    assert made.lock[KEY].since == date(2026, 1, 1)


def test_publishing_twice_changes_nothing(bench: Make) -> None:
    made = bench()
    before = dict(made.lock)
    made.publish(SECOND)
    assert made.lock == before


def test_a_renamed_entry_keeps_its_old_address_and_the_day(bench: Make, named: Named) -> None:
    made = bench()
    made.write("faq/delivery/price.en.md", made.texts[COST].replace("short:", "aliases: [cost]\nshort:"))
    made.delete(COST)
    assert made.lost() == []
    made.publish(SECOND)
    for lang in ("", "hr/", "sr/", "sr-Latn/"):
        row = made.lock[f"{lang}q/cost/", "weight"]
        assert (row.target, row.state, row.since) == (named("price#weight"), "moved", date(2026, 1, 1))
    assert made.lock["t/delivery/", "cost"].target == named("price")


def test_a_former_id_that_was_never_published_is_promised_too(bench: Make, named: Named) -> None:
    made = bench()
    made.replace(COST, "short:", "aliases: [shipping-cost]\nshort:")
    made.publish(SECOND)
    row = made.lock["sr-Latn/q/shipping-cost/", ""]
    assert (row.target, row.state, row.since) == (named("cost"), "moved", SECOND)


def test_what_is_withdrawn_says_so_at_all_its_addresses(bench: Make, named: Named) -> None:
    made = bench()
    made.delete(COST)
    made.write("faq/withdrawn.yml", "entries:\n  cost:\n    on: 2026-02-02\n    why: {en: It is free.}\n")
    assert made.lost() == []
    made.publish(SECOND)
    assert {made.lock[key].state for key in made.lock if "q/cost/" in key[0]} == {"withdrawn"}
    assert made.lock["t/delivery/", "cost"].target == named("cost")


def test_what_is_brought_back_is_live_again(bench: Make) -> None:
    made = bench()
    text = made.texts[COST]
    made.delete(COST)
    made.write("faq/withdrawn.yml", "entries:\n  cost:\n    on: 2026-02-02\n    why: {en: It is free.}\n")
    made.publish(SECOND)
    made.write(COST, text)
    made.delete("faq/withdrawn.yml")
    made.publish(SECOND)
    assert {row.state for row in made.lock.values()} == {"live"}


def test_a_language_taken_out_leaves_its_addresses(bench: Make) -> None:
    made = bench()
    made.replace("faq/faq.yml", "[en, hr, sr]", "[en, sr]")
    made.delete("faq/delivery/delivery-time.hr.md")
    assert made.lost() == []
    made.publish(SECOND)
    assert made.lock["hr/q/cost/", ""].state == "moved"


def test_an_entry_that_is_gone_is_told_once_at_its_first_line(bench: Make) -> None:
    made = bench()
    made.delete(COST)
    text = format_lock(made.lock)
    (problem,) = losses(made.live(), made.lock, text)
    assert (problem.code, problem.message) == (
        "AA201",
        "the published 'cost' is gone, so /hr/q/cost/ and 11 more would lead nowhere",
    )
    line = text.split("\n")[problem.place.line - 1]
    assert "q/cost/" in line
    assert "faq links retire cost --heir OTHER" in problem.hint
    made.publish(SECOND)
    assert made.lock[KEY].state == "live", "its line stays as it was until somebody says what answers"


def test_a_heading_that_is_gone_is_told(bench: Make) -> None:
    made = bench()
    made.replace(TIME, " {#phone}", " {#telephone}")
    (said,) = made.lost()
    assert said.endswith(
        "error AA202 the published heading 'delivery-time#phone' is gone, so /q/delivery-time/#phone would lead past it"
    )


def test_a_heading_that_one_language_still_has_is_not_lost(bench: Make) -> None:
    made = bench()
    made.replace(TIME, "## Abroad {#abroad}\n\nFive days.\n", "")
    assert made.lost() == []


def test_an_address_is_not_given_to_another_question(bench: Make) -> None:
    made = bench()
    made.replace(TIME, "short:", "aliases: [arrival]\nshort:")
    made.publish(SECOND)
    made.write("faq/delivery/arrival.en.md", "---\nquestion: When do you arrive?\nshort: Soon.\n---\n")
    (said,) = made.lost()
    assert said.endswith(
        "error AA203 /hr/q/arrival/ was published for 'delivery-time' and would now answer with 'arrival'"
    )


def test_nobody_is_told_of_what_follows_from_a_broken_file(bench: Make) -> None:
    made = bench()
    made.write(COST, "---\nquestion: [\n---\n")
    assert made.lost() == []
    made = bench({"faq/withdrawn.yml": "entries:\n  cheque:\n    on: 2026-01-01\n    why: {en: Cards only.}\n"})
    made.write("faq/withdrawn.yml", "entries: [\n")
    assert made.lost() == []


def messages(problems: list[Problem]) -> list[str]:
    return [f"{problem.code} {problem.message}" for problem in problems]


def without(lock: Lock, *keys: tuple[str, str]) -> dict[Any, Any]:
    return {key: row for key, row in lock.items() if key not in keys}


def test_a_line_taken_out_is_noticed_and_owed(bench: Make) -> None:
    made = bench()
    live, cut = made.live(), without(made.lock, KEY, ("hr/q/cost/", ""))
    assert messages(removed(live, cut, made.lock)) == [
        "AA204 the published address /hr/q/cost/ and 1 more was taken out of this file or changed by hand"
    ]
    assert owed(live, cut, made.lock) == made.lock
    assert removed(live, made.lock, cut) == [], "a new line is none of that"


def test_a_line_made_to_lead_elsewhere_by_hand_is_noticed_and_restored(bench: Make, named: Named) -> None:
    made = bench()
    live = made.live()
    changed = {**made.lock, KEY: made.lock[KEY]._replace(target=named("delivery-time"))}
    assert [p.code for p in removed(live, changed, made.lock)] == ["AA204"]
    assert owed(live, changed, made.lock) == made.lock


def test_an_heir_written_by_a_build_is_no_change_by_hand(bench: Make) -> None:
    made = bench()
    committed = dict(made.lock)
    made.write("faq/delivery/price.en.md", made.texts[COST].replace("short:", "aliases: [cost]\nshort:"))
    made.delete(COST)
    made.publish(SECOND)
    assert removed(made.live(), made.lock, committed) == []
    assert owed(made.live(), made.lock, committed) == made.lock


def test_addresses_that_are_not_locked_yet_are_a_warning(bench: Make) -> None:
    made = bench()
    live = made.live()
    assert unlocked(live, made.lock) == []
    (problem,) = unlocked(live, without(made.lock, KEY))
    assert (problem.code, problem.severity) == ("AA208", "warning")
    assert problem.message == "/q/cost/: published from the next build on, and not locked yet"


def test_any_reading_of_the_lock_gives_the_same_lock(bench: Make) -> None:
    made = bench()
    backwards = dict(reversed(made.lock.items()))
    assert format_lock(reconcile(made.live(), backwards, SECOND)) == format_lock(made.lock)
