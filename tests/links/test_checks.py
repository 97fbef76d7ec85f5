"""What files say of former names must be possible; tests/problems/former.md has each mistake with its place."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from generator.links import checks
from generator.links.lock import format_lock, parse_lock

Make = Callable[..., Any]
COST = "faq/delivery/cost.en.md"


def codes(made: Any) -> list[str]:
    return sorted(problem.code for problem in checks.check(made.live()))


def test_every_rule_is_in_use_and_says_what_it_is() -> None:
    rules = {
        function
        for name, function in inspect.getmembers(checks, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == checks.__name__ and name != "check"
    }
    assert rules == set(checks.CHECKS)
    assert all(rule.__doc__ for rule in rules)


def test_a_sound_faq_has_no_problem(bench: Make) -> None:
    made = bench()
    made.replace(
        COST, "short:", "aliases: [price, 'fees#weight']\nreplaces: [postage]\nmoved: {kilo: '#weight'}\nshort:"
    )
    made.replace("docs/about.en.md", "title:", "aliases: [us]\nmoved: {team: delivery-time}\ntitle:")
    made.write(
        "faq/withdrawn.yml",
        "entries:\n  cheque:\n    on: 2026-02-01\n    why: {en: No., hr: Ne., sr: Не.}\n"
        "    aliases: [check]\n    see: price\n",
    )
    assert codes(made) == []


def test_former_ids_are_free(bench: Make) -> None:
    for aliases, expected in (("b, c", []), ("delivery-time", ["AA115"]), ("cost", ["AA115"]), ("fees", ["AA115"])):
        made = bench()
        made.replace("faq/delivery/delivery-time.en.md", "short:", "aliases: [fees]\nshort:")
        made.replace(COST, "short:", f"aliases: [{aliases}]\nshort:")
        assert codes(made) == expected, aliases


def test_an_id_of_an_entry_may_be_a_former_id_of_a_topic(bench: Make) -> None:
    made = bench()
    made.replace("faq/delivery/_topic.yml", "title:", "aliases: [cost]\ntitle:")
    assert codes(made) == []


def test_former_headings_of_letters_beyond_ascii_are_as_good(bench: Make) -> None:
    made = bench()
    made.replace(COST, "{#weight}", "{#težina}")
    made.replace("faq/delivery/delivery-time.en.md", "entry:cost#weight", "entry:cost#težina")
    made.replace(COST, "short:", "moved: {weight: '#težina', kilož: '#težina'}\nshort:")
    assert codes(made) == []
    made.publish()
    assert made.lost() == []
    assert parse_lock(format_lock(made.lock)) == (made.lock, [])
