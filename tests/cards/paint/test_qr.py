"""QR codes: a telephone reads from the painted card what we put in."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image

from generator.cards import Layout, paint, qr

ADDRESS = "https://faq.zrno.example/hr/q/delivery-time/"


def read(content: bytes) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(content)).convert("RGB"))]


@pytest.mark.parametrize("image_format", ["png", "jpg"])
def test_the_code_on_a_card_leads_to_its_address(plain: Layout, gradient: Layout, image_format: str) -> None:
    assert read(paint(plain, image_format)) == [ADDRESS]
    assert read(paint(gradient, image_format)) == [ADDRESS]


def test_a_matrix_is_square_and_has_no_quiet_zone() -> None:
    rows = qr.matrix(ADDRESS)

    assert {len(row) for row in rows} == {len(rows)}
    assert {character for row in rows for character in row} == {"0", "1"}
    assert rows[0].startswith("1111111")


@pytest.mark.parametrize("address", ["HTTPS://VELA.HR/D1", "https://a.hr", "https://faq.example/bg/q/доставка/"])
def test_it_is_never_a_micro_code_which_telephones_cannot_read(address: str) -> None:
    rows = qr.matrix(address)
    dots = Image.new("L", (len(rows) + 8, len(rows) + 8), 255)
    for y, row in enumerate(rows):
        for x, dot in enumerate(row):
            dots.putpixel((x + 4, y + 4), 0 if dot == "1" else 255)

    assert len(rows) >= 21
    assert [found.text for found in zxingcpp.read_barcodes(dots.resize((dots.width * 6,) * 2, 0))] == [address]


def test_an_address_that_no_code_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="large"):
        qr.matrix("https://faq.example/" + "a" * 3000)
