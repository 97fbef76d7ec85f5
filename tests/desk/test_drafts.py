"""A planned post as plain values: positions as the script counts them, reasons that can be told in any language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.content.library import Library
from generator.desk import DeskDraft, DeskEdit, DeskLink, DeskPart, DeskPicture
from generator.desk.drafts import draft_values
from generator.social.reasons import Told


def values(library: Library, draft: DeskDraft, **changes: Any) -> Any:
    return draft_values(replace(draft, **changes), library)


def test_a_text_without_parts_is_one_that_nothing_cuts(library: Library, drafts: list[DeskDraft]) -> None:
    (part,) = values(library, drafts[0], text="Two 🌶.", length=6)["parts"]
    assert part == {"start": 0, "seen": 7, "end": 7, "length": 6, "link": None}


def test_positions_are_counted_in_utf_16_as_scripts_count(library: Library, drafts: list[DeskDraft]) -> None:
    link = DeskLink(host="faq.example", title="How?", description="So.")
    parts = (DeskPart(start=0, seen=1, end=2, length=2), DeskPart(start=7, seen=8, end=8, length=1, link=link))
    first, second = values(library, drafts[0], text="🌶a\n---\nb", parts=parts)["parts"]
    assert [first[key] for key in ("start", "seen", "end")] == [0, 2, 3]
    assert [second[key] for key in ("start", "seen", "end")] == [8, 9, 9]
    assert second["link"] == {"host": "faq.example", "title": "How?", "description": "So."}


def test_reasons_are_told_with_their_values_and_words_of_somebodys_own_as_they_are(
    library: Library, drafts: list[DeskDraft]
) -> None:
    told = (Told("never"), Told("topic", {"topic": "delivery"}))
    assert values(library, drafts[0], reasons=told)["why"] == [
        {"kind": "never"},
        {"kind": "topic", "topic": "delivery"},
    ]
    assert values(library, drafts[0])["why"] == [{"kind": "text", "text": "Asked often."}]
    assert values(library, drafts[0], why="")["why"] == []


def test_what_a_person_changed_comes_in_pieces(library: Library, drafts: list[DeskDraft]) -> None:
    (edit,) = values(library, drafts[0], edits=(DeskEdit(what="alt", before="Old.", after="New."),))["edits"]
    assert edit == {"what": "alt", "pieces": [["-", "Old"], ["+", "New"], ["=", "."]]}


def test_a_previews_picture_lies_among_the_built_files(library: Library, drafts: list[DeskDraft]) -> None:
    picture = DeskPicture(file="cards/a.png", alt="A", width=1200, height=630)
    shown = values(library, drafts[0], link_picture=picture)["linkPicture"]
    assert shown == {"file": "cards/a.png", "alt": "A", "width": 1200, "height": 630}
    foreign = replace(picture, file="https://elsewhere.example/a.png")
    assert values(library, drafts[0], link_picture=foreign)["linkPicture"] is None
