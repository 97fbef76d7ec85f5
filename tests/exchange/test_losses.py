"""What a format has no place for is told, once for each kind."""

from __future__ import annotations

from generator.exchange import Article
from generator.exchange.losses import losses
from generator.problems import Place

PARCELS = Article(
    id="parcels", lang="en", tag="en", is_source=True, topic="delivery", topic_title="Delivery",
    question="When do parcels arrive?", body="In two days.", order=3, also_asked=("shipping time",),
    url="https://faq.example/q/parcels/", place=Place("faq/delivery/parcels.en.md"), only_here=("owner",),
)  # fmt: skip
GIFTS = Article(
    id="gifts", lang="hr", tag="hr", is_source=False, topic="delivery", topic_title="Dostava",
    question="Pakirate li darove?", body="Da.", outdated=True,
    url="https://faq.example/hr/q/gifts/", place=Place("faq/delivery/gifts.hr.md"), only_here=("owner", "tip"),
)  # fmt: skip


def told(*holds: str) -> list[str]:
    found = losses("neutral", [PARCELS, GIFTS], holds)
    assert {(problem.code, str(problem.place)) for problem in found} == {("AA544", "exports/neutral:1:1")}
    return [problem.message.removeprefix("not in the file: ") for problem in found]


def test_only_what_some_entry_has_is_lost() -> None:
    assert told("id", "language", "topic") == [
        "other ways to ask of 1 entry, first of 'parcels' (en)",
        "order of 1 entry, first of 'parcels' (en)",
        "that a translation is outdated of 1 entry, first of 'gifts' (hr)",
        "owner of 2 entries, first of 'parcels' (en)",
        "tip of 1 entry, first of 'gifts' (hr)",
    ]


def test_a_format_without_ids_and_languages_loses_them() -> None:
    lost = told("topic", "also_asked", "order", "outdated")
    assert lost[:2] == ["id of 2 entries, first of 'parcels' (en)", "language of 1 entry, first of 'gifts' (hr)"]
