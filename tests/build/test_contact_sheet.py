"""The contact sheet shows every kind, size, language and scheme, and old cards beside new ones."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator import cards
from generator.build import card_folder, contact_sheet, rendering, sheet_pages
from generator.build.project import Project, read_project
from generator.cards import Layout


@pytest.fixture
def no_contact_sheet() -> None:
    """Here it is drawn."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where cards are painted."""
    return tmp_path / "cards"


@pytest.fixture
def project(small: Path) -> Project:
    """With one size, so that it is quick."""
    found, problems = read_project(small)
    assert found, problems
    return replace(found, canvases={"square": found.canvases["square"]}, drafts=())


@pytest.fixture(autouse=True)
def one_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contact_sheet, "_TORTURE_SIZES", ("square",))


def build(project: Project, folder: Path) -> None:
    drawn, _ = card_folder.draw(project, folder, lambda _step: None)
    card_folder.finish(project, drawn, folder)


class Pictures(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.found.append(dict(attrs))


def shown(folder: Path, page: str) -> list[dict[str, str | None]]:
    return Pictures((folder / page).read_text(encoding="utf-8")).found


def test_it_has_every_kind_that_an_entry_has_words_for_in_every_language_and_scheme(
    project: Project, folder: Path
) -> None:
    build(project, folder)
    for code in project.library.languages:
        files = [str(img["src"]) for img in shown(folder, f"{code}.html")]
        assert all((folder / file).is_file() for file in files)
        names = {re.sub(r"-[0-9a-f]{8}\.png$", "", file) for file in files}
        expected = {f"{code}/reply-time-{kind}-square" for kind in ("question", "qa", "cover")}
        assert expected | {f"{name}-dark" for name in expected} <= names
    assert {img["lang"] for img in shown(folder, "kind-qa.html")} == {"en", "sr", "sr-Latn"}
    assert len(shown(folder, "index.html")) >= 3 * 3


def test_pictures_are_described_measured_and_loaded_when_seen(project: Project, folder: Path) -> None:
    build(project, folder)
    for page in folder.glob("*.html"):
        for img in shown(folder, page.name):
            assert img["alt"]
            assert img["loading"] == "lazy"
            assert img["width"] and img["height"] and img["lang"]  # noqa: PT018 - one picture
        text = page.read_text(encoding="utf-8")
        assert "<script" not in text
        assert " style=" not in text
        links = set(re.findall(r'(?:href|src)="([^"#]+)"', text))
        assert all((folder / link).is_file() for link in links)


def test_hard_cases_are_drawn_or_say_why_not(project: Project, folder: Path) -> None:
    build(project, folder)
    page = (folder / f"{sheet_pages.TORTURE}.html").read_text(encoding="utf-8")
    assert len(shown(folder, "torture.html")) + page.count('class="none"') == page.count("<figure>") == 15
    assert page.count('class="none"') == 2, "Japanese and Thai need fonts"


def test_hard_cases_are_all_drawn_with_the_fonts_that_the_demo_brings() -> None:
    found, problems = read_project(Path(__file__).parents[2])
    assert found, problems
    cases = {cell: task for cell, task in contact_sheet.tasks(found).items() if cell.entry == sheet_pages.TORTURE}
    composed = {cell.group: rendering.compose(task.job()) for cell, task in cases.items()}
    assert {group: one.problems for group, one in composed.items() if one.problems} == {}
    faces = {face for one in composed.values() for layout in one.layouts for face in _faces(layout)}
    assert faces == {"", "NotoSansArabic", "NotoSansHebrew", "NotoSansJP", "NotoSansThai", "Twemoji"}


def _faces(layout: Layout) -> set[str]:
    return {piece.face for text in layout.texts() for line in text.lines for piece in line.pieces}


def test_old_cards_stand_beside_new_ones_until_something_else_changes(
    small: Path, project: Project, folder: Path
) -> None:
    build(project, folder)
    assert shown(folder, "changed.html") == []
    entry = small / "faq/about/reply-time.sr.md"
    entry.write_text(entry.read_text(encoding="utf-8").replace("question: ", "question: Реците, "), encoding="utf-8")
    found, _ = read_project(small)
    assert found
    changed = replace(found, canvases=project.canvases, drafts=())
    build(changed, folder)
    pairs = [str(img["src"]) for img in shown(folder, "changed.html")]
    assert len(pairs) >= 2 * 2 * 3
    assert {file.split("/")[0] for file in pairs} == {"before", "sr", "sr-Latn"}
    assert all((folder / file).is_file() for file in pairs)
    build(changed, folder)
    assert [str(img["src"]) for img in shown(folder, "changed.html")] == pairs


def test_a_new_program_that_paints_otherwise_is_compared_with_the_old_one(
    project: Project, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(project, folder)
    old = next(folder.glob("en/reply-time-qa-square-????????.png"))
    before = old.read_bytes()
    monkeypatch.setattr("generator.memo.program", lambda: "another")
    real = cards.paint
    monkeypatch.setattr("generator.cards.paint", lambda *args: real(*args) + b"other pixels")
    build(project, folder)
    assert old.read_bytes() != before
    assert (folder / "before" / "en" / old.name).read_bytes() == before


def test_a_damaged_record_is_no_comparison(project: Project, folder: Path) -> None:
    build(project, folder)
    for content in (b"", b"[]", b'{"cards": {"a": 1}, "changed": {}, "program": ""}', b'{"cards": {}, "changed": 1}'):
        (folder / "sheet").write_bytes(content)
        build(project, folder)
        assert shown(folder, "changed.html") == []


def test_the_sheet_does_not_grow_with_the_number_of_entries(project: Project) -> None:
    library = project.library
    entry = library.by_id["reply-time"]
    more = {f"e{n}": {code: replace(text, id=f"e{n}") for code, text in entry.items()} for n in range(50)}
    larger = replace(project, library=replace(library, by_id={**library.by_id, **more}))
    assert len(contact_sheet.tasks(larger)) == len(contact_sheet.tasks(project))
