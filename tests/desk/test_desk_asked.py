"""The report of what is asked: gaps by their numbers with all months, customers' words, and what is asked most."""

from __future__ import annotations

from generator.demand.gaps import Gap
from generator.demand.kept import Kept
from generator.desk.asked import asked_values
from generator.social import Asked


def gap(months: dict[str, int], *languages: str) -> Gap:
    return Gap(
        name="Islands?",
        count=9,
        months=months,
        growth=0.5,
        topic="delivery",
        nearest=("parcel",),
        examples=("Islands?", "to an island"),
        languages=dict.fromkeys(languages, 1),
    )


def test_nothing_was_kept() -> None:
    assert asked_values(None, {}) == {}


def test_gaps_have_every_month_up_to_the_logs_last_and_at_most_twelve() -> None:
    gaps = (gap({"2025-11": 1, "2026-01": 2}, "hr"), gap({"": 4}, "en", "hr"), gap({"2024-01": 1}))
    found = asked_values(Kept(questions=9, answered=0, first="2024-01", last="2026-02", gaps=gaps), {})
    first, second, third = found["gaps"]  # type: ignore[misc]
    assert first["months"] == [("2025-11", 1), ("2025-12", 0), ("2026-01", 2), ("2026-02", 0)]
    assert (first["n"], first["lang"], first["examples"]) == (1, "hr", ["to an island"])
    assert (second["n"], second["lang"], second["months"]) == (2, "", [])
    assert [third["months"][0], len(third["months"])] == [("2025-03", 0), 12]


def test_what_is_asked_most_and_what_most_words_are_proposed_for_comes_first() -> None:
    also = {"a": {"en": ("x",)}, "b": {"en": ("y",), "hr": ("z",)}}
    kept = Kept(questions=9, answered=9, first="", last="", also_asked=also)
    found = asked_values(kept, {"a": Asked(count=2), "b": Asked(count=7, peak=6), "c": Asked(count=2)})
    assert found["most"] == [{"entry": e, "count": n, "peak": p} for e, n, p in (("b", 7, 6), ("a", 2, 0), ("c", 2, 0))]
    assert found["words"] == [
        {"entry": "b", "lang": "en", "words": ["y"]},
        {"entry": "b", "lang": "hr", "words": ["z"]},
        {"entry": "a", "lang": "en", "words": ["x"]},
    ]
