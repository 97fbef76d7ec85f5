"""Cards are composed and painted once, and what is wrong with one is said every time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from generator import cards, social
from generator.build import pictures
from generator.build.pictures import Picture, Wanted
from generator.build.project import Project, read_project
from generator.problems import Problem


@pytest.fixture
def project(small: Path) -> Project:
    found, problems = read_project(small)
    assert found, problems
    return found


def make(project: Project, build: Path) -> tuple[dict[Wanted, Picture], list[Problem]]:
    folder = build / "cards"
    composed, problems = pictures.compose(project, pictures.for_pages(project), pictures.recall(folder))
    pictures.paint(composed.values(), folder)
    pictures.remember(composed.values(), folder)
    return composed, problems


@pytest.fixture
def composing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions of cards that are composed."""
    asked: list[str] = []
    real: Callable[..., Any] = cards.compose

    def compose(kind: Any, canvas: Any, words: cards.Words, *rest: Any, **more: Any) -> Any:
        asked.append(words.texts["question"][0])
        return real(kind, canvas, words, *rest, **more)

    monkeypatch.setattr(cards, "compose", compose)
    return asked


def test_a_draft_has_a_card_where_its_file_names_one(project: Project) -> None:
    for network, size in (("google_business", ""), ("facebook_page", "portrait")):
        slot = social.Slot(
            when=datetime(2026, 12, 1, 9, tzinfo=UTC), channel="a", network=network, language="en",
            entry="reply-time", n=1, why="",
        )  # fmt: skip
        draft, _ = social.draft(slot, project.kit)
        assert draft
        assert draft.card == size
        assert bool(pictures.for_draft(project, draft)) is bool(size)
        assert pictures.for_draft(project, replace(draft, card="wide"))


def test_nothing_is_composed_twice_and_all_is_known_of_it(
    project: Project, composing: list[str], tmp_path: Path
) -> None:
    first, _ = make(project, tmp_path)
    assert len(composing) == len(first) == 3
    second, _ = make(project, tmp_path)
    assert len(composing) == 3
    for want, picture in first.items():
        again = second[want]
        assert (again.file, again.alt, again.width, again.height) == (
            *(picture.file, picture.alt, picture.width, picture.height),
        )


def test_other_words_make_another_card_and_the_old_one_goes(
    small: Path, project: Project, composing: list[str], tmp_path: Path
) -> None:
    make(project, tmp_path)
    entry = small / "faq/about/reply-time.en.md"
    entry.write_text(entry.read_text(encoding="utf-8").replace("question: ", "question: Please, "), encoding="utf-8")
    changed, _ = read_project(small)
    assert changed
    composing.clear()
    composed, _ = make(changed, tmp_path)
    assert len(composing) == 1
    assert {path.name for path in (tmp_path / "cards").rglob("*.png")} == {Path(p.file).name for p in composed.values()}


def test_a_problem_of_a_card_is_said_every_time(small: Path, tmp_path: Path) -> None:
    entry = small / "faq/about/reply-time.en.md"
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("question: ", "question: 🌱 \u0f00 "), encoding="utf-8")
    project, _ = read_project(small)
    assert project
    said = [make(project, tmp_path)[1] for _ in range(2)]
    assert said[0]
    assert said[0] == said[1]
