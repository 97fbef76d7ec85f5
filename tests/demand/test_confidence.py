"""How sure a match is depends on the questions alike in the log, too."""

from __future__ import annotations

from array import array

import pytest

from generator.demand.confidence import confidence, levelled
from generator.demand.vectors import Vector


def vector(*features: int) -> Vector:
    return Vector(array("i", features), array("f", [len(features) ** -0.5] * len(features)))


def test_with_nothing_alike_a_question_stands_by_itself() -> None:
    assert levelled([3.0, 1.0], [vector(1, 2), vector(3, 4)]) == pytest.approx([3.0, 1.0])


def test_questions_alike_draw_each_other_near() -> None:
    doubted, borne_out, alone = levelled([2.0, 3.0, 2.0], [vector(1, 2), vector(1, 2), vector(3, 4)])
    assert alone == pytest.approx(2.0)
    assert alone < doubted < borne_out < 3.0


def test_what_most_questions_share_makes_them_no_more_alike() -> None:
    values = [0.0] * 70 + [1.0]
    assert levelled(values, [vector(1)] * 71) == pytest.approx(values)


def test_the_more_the_evidence_the_surer_and_none_is_no_chance() -> None:
    none, little, much = confidence([0.0, 1.0, 4.0], [vector(1), vector(2), vector(3)])
    assert none == 0.0
    assert none < little < 0.5 < much < 1.0


def test_nothing_asked_is_no_fault() -> None:
    assert confidence([], []) == []
