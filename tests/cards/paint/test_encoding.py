"""Files: a note of what they show, within a network's limit, the same bytes every time."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from generator.cards import Layout, encode_within, paint, pdf, suited
from generator.problems import Place

PLACE = Place("faq/delivery/delivery-time.hr.md")
NOTE = {
    "title": "Koliko košta dostava & kada stiže?",
    "entry": "delivery-time",
    "hash": "1f3a5c7e",
    "address": "https://faq.zrno.example/hr/q/delivery-time/",
    "alt": "Dostava je besplatna iznad 40 €.",
}


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("card", ["plain", "gradient"])
def test_png_files_say_what_they_show(card: str, request: pytest.FixtureRequest) -> None:
    info = opened(paint(request.getfixturevalue(card), "png", NOTE)).info

    assert info["Title"] == NOTE["title"]
    assert (info["Source"], info["Source hash"], info["URL"]) == (NOTE["entry"], NOTE["hash"], NOTE["address"])
    assert (info["Description"], info["Software"]) == (NOTE["alt"], "Answer Ahead")


def test_jpeg_files_say_it_as_xmp(plain: Layout) -> None:
    xmp = opened(paint(plain, "jpg", NOTE)).info["xmp"].decode()

    assert "Koliko košta dostava &amp; kada stiže?" in xmp
    assert all(NOTE[name] in xmp for name in ("entry", "hash", "address", "alt"))
    assert "Answer Ahead" in xmp


def test_a_note_cannot_break_the_file(plain: Layout) -> None:
    note = {"title": "a\0b\n<script>\ud800" + "я" * 90_000}

    assert opened(paint(plain, "png", note)).info["Title"].startswith("a b <script>")
    assert b"<script>" not in opened(paint(plain, "jpg", note)).info["xmp"]
    assert pdf([plain], note).startswith(b"%PDF")
    with pytest.raises(KeyError):
        paint(plain, "png", {"author": "somebody"})


@pytest.mark.parametrize("image_format", ["png", "jpg"])
@pytest.mark.parametrize("card", ["plain", "gradient", "colorful"])
def test_the_same_card_gives_the_same_bytes(card: str, image_format: str, request: pytest.FixtureRequest) -> None:
    layout = request.getfixturevalue(card)

    assert paint(layout, image_format, NOTE) == paint(layout, image_format, NOTE)


def test_flat_cards_are_best_as_png_and_others_as_jpeg(plain: Layout, gradient: Layout, colorful: Layout) -> None:
    both = ("png", "jpg", "webp")

    assert [suited(card, both) for card in (plain, gradient, colorful)] == ["png", "jpg", "jpg"]
    assert suited(plain, ("jpg",)) == "jpg"
    assert suited(colorful, ("png", "gif")) == "png"
    assert suited(plain, ("pdf",)) is None


def test_only_as_much_quality_is_given_up_as_the_limit_asks_for(colorful: Layout) -> None:
    best = paint(colorful, "jpg", NOTE)
    same, problems = encode_within(colorful, "jpg", len(best), PLACE, NOTE)
    less, more = encode_within(colorful, "jpg", len(best) - 1, PLACE, NOTE)

    assert (same, problems, more) == (best, [], [])
    assert less
    assert 0.7 * len(best) < len(less) < len(best)


@pytest.mark.parametrize("image_format", ["png", "jpg"])
def test_what_cannot_be_small_enough_is_said(plain: Layout, image_format: str) -> None:
    content, (problem,) = encode_within(plain, image_format, 5_000, PLACE, NOTE)

    assert content is None
    assert (problem.code, problem.place) == ("AA406", PLACE)
    assert "5,000" in problem.message


def test_a_document_has_a_page_for_each_card_and_no_date(plain: Layout, gradient: Layout) -> None:
    document = pdf([plain, gradient, plain], NOTE)

    assert document == pdf([plain, gradient, plain], NOTE)
    assert re.findall(rb"/MediaBox \[ ([^]]+) \]", document) == [b"0 0 600.0 420.0"] * 3
    assert b"Date" not in document
    assert "Koliko košta dostava".encode("utf-16-be") in document
    assert "delivery-time 1f3a5c7e".encode("utf-16-be") in document


def test_the_pages_of_a_document_have_one_size(plain: Layout) -> None:
    other = Layout(width=10, height=10, paper="#FFFFFF", operations=())
    with pytest.raises(ValueError, match="one size"):
        pdf([plain, other])
    with pytest.raises(ValueError, match="one size"):
        pdf([])
