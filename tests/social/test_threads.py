"""A text in several posts: nothing is lost, nothing is cut that belongs together, everything fits."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.social import Network, count, fits
from generator.social.threads import MOST_PARTS, cuts, join, numbered, possible, split, unnumbered
from generator.text import sentences

if TYPE_CHECKING:
    from conftest import World

THREADED = ("x", "threads", "bluesky", "mastodon")
TOGETHER = [
    "14 days", "14 dana", "1.200,50 Kč", "1 200 Kč", "CZK 1200", "€ 50", "50 €", "15. svibnja 2027.", "15 May 2027",
    "May 15, 2027", "5. 12. 2026", "2–3 working days", "18–25 °C", "br. 5", "9 %", "odgovor: https://a.example/b",
    "15. května", "14 работни дни", "od 8 do 12 sati",
]  # fmt: skip
WORDS = st.sampled_from(
    [
        "Da.",
        "Paket",
        "stiže",
        "за",
        "доставка",
        "npr.",
        "ako",
        "niste",
        "kod kuće,",
        "👩‍👩‍👧‍👦",
        "e\u0301",
        "🇭🇷!",
        "(ovdje)",
        *TOGETHER,
    ]
)
GAPS = st.sampled_from([" ", " ", " ", "\n", "\n\n", ". ", "? "])


@st.composite
def texts(draw: st.DrawFn) -> str:
    words = draw(st.lists(WORDS, min_size=1, max_size=200))
    gaps = draw(st.lists(GAPS, min_size=len(words), max_size=len(words)))
    return "".join(word + gap for word, gap in zip(words, gaps, strict=True)).strip()


def short(network: Network) -> Network:
    """With a limit at which a few sentences are a thread."""
    return replace(network, limit=80, max_text_bytes=None)


@given(texts(), st.sampled_from(THREADED))
@settings(max_examples=60, deadline=None)
def test_parts_rejoin_to_the_text_and_fit(world: World, text: str, name: str) -> None:
    network = short(world.nets[name])

    pieces = split(text, network)

    assert len(pieces) != 1
    if pieces:
        assert join(pieces) == text
        assert len(pieces) <= MOST_PARTS
        parts = numbered(pieces).split("\n---\n")
        assert [unnumbered(part) for part in parts] == [piece.text for piece in pieces]
        assert all(fits(part, network) for part in parts)
        assert parts[0].endswith(f" (1/{len(parts)})")
    elif fits(text, network):
        assert count(text, network) <= network.limit


@given(texts())
@settings(max_examples=60, deadline=None)
def test_nothing_is_cut_that_belongs_together(world: World, text: str) -> None:
    pieces = split(text, short(world.nets["bluesky"]))
    at = 0
    for piece in pieces[:-1]:
        end, after = at + len(piece.text), at + len(piece.text) + len(piece.gap)
        at = after
        assert piece.gap
        assert set(piece.gap) <= {" ", "\n"}
        for whole in TOGETHER:
            for found in re.finditer(re.escape(whole), text):
                assert not found.start() < end < found.end() or "\n" in piece.gap, (whole, piece.text[-20:])
        assert end in {found.end() for found in regex.finditer(r"\X", text)}


def test_a_sentence_is_cut_only_where_it_does_not_fit_alone(world: World) -> None:
    text = " ".join(f"Rečenica broj {n} govori o paketu i njegovu putu." for n in "abcdefgh")

    pieces = split(text, replace(world.nets["x"], limit=130))

    assert len(pieces) == 4
    assert all(piece.text.endswith(".") for piece in pieces)
    assert [s for piece in pieces for s in sentences(piece.text)] == sentences(text)


def test_a_sentence_that_is_too_long_is_cut_behind_a_comma(world: World) -> None:
    text = "When the parcel is late, and nobody has told you why it is late, please write to us and we ask the carrier."

    pieces = split(text, short(world.nets["x"]))

    assert pieces[0].text == "When the parcel is late, and nobody has told you why it is late,"


def test_a_paragraph_is_a_better_end_than_a_sentence(world: World) -> None:
    text = "One two three four five six seven eight nine ten.\n\nEleven twelve. " + "Thirteen fourteen fifteen. " * 3

    assert split(text.strip(), short(world.nets["x"]))[0].text == "One two three four five six seven eight nine ten."


def test_a_line_that_announces_a_list_stays_with_it(world: World) -> None:
    text = "Parcels come in two or three days.\n\nThis is what you need:\n• the code of the message\n• a document"

    assert split(text, short(world.nets["x"]))[0].text == "Parcels come in two or three days."


def test_steps_keep_their_numbers(world: World) -> None:
    text = "\n".join(f"{n}. Do the thing that comes next and wait for a while." for n in range(1, 7))

    for piece in split(text, replace(world.nets["x"], limit=120)):
        assert re.match(r"\d\. Do", piece.text)


@pytest.mark.parametrize("whole", TOGETHER)
def test_words_that_are_one_thing(whole: str) -> None:
    text = f"Prije {whole}"
    inside = {n + len("Prije ") for n, char in enumerate(whole) if char == " "}

    assert not inside & {start for start, _, _ in cuts(text)}


@pytest.mark.parametrize("text", ["word" * 100, "14 days " * 60, "https://a.example/" + "x" * 300, ""])
def test_what_cannot_be_parted_is_not(world: World, text: str) -> None:
    assert split(text.strip(), world.nets["bluesky"]) == ()


def test_a_text_that_is_too_long_for_a_thread_stays_on_the_site(world: World) -> None:
    assert split("This is a sentence of some length. " * 100, world.nets["x"]) == ()


def test_a_line_of_three_hyphens_in_a_text_would_part_it_when_it_is_read_again(world: World) -> None:
    text = "One two three four five six seven eight nine ten.\n---\n" + "Eleven twelve thirteen. " * 4

    assert all("---" not in piece.text.split("\n") for piece in split(text.strip(), short(world.nets["x"])))


def test_networks_with_threads(world: World) -> None:
    assert {id_ for id_, network in world.nets.items() if possible(network)} == set(THREADED)
