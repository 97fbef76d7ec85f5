"""What a format has no place for is told."""

from __future__ import annotations

from dataclasses import replace

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
    return [str(problem.message) for problem in losses("neutral", [PARCELS, GIFTS], holds)]


def test_only_what_some_entry_has_is_lost() -> None:
    (lost,) = told("id", "language", "topic", "outdated")
    assert lost == "not in the file: owner (2 of 2 answers), other ways to ask (1), order (1), tip (1)"


def test_a_format_without_ids_and_languages_loses_them() -> None:
    (lost,) = told("topic", "also_asked", "order", "outdated")
    assert "our ids (2" in lost
    assert "which answers are translations of each other (1)" in lost


def test_a_format_that_holds_all_loses_nothing() -> None:
    rows = [replace(PARCELS, only_here=())]
    assert losses("neutral", rows, ("id", "language", "topic", "also_asked", "order")) == []
