"""Glyphs kept from card to card: near their exact place, and the same pixels whatever was drawn before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from generator.cards import Look, Tokens, Words, compose, fonts, paint, paint_text, stamps
from generator.cards.drawing import Line, Piece, Text
from generator.cards.template import Canvas, Kind
from generator.cards.typeface import BRAND, bundled
from generator.language import Language

INK, PAPER = "#000000", "#FFFFFF"


def forget() -> None:
    stamps.stamp.cache_clear()
    paint_text._label.cache_clear()


def text(words: str, size: int, x: float = 0.0, *, face: str = BRAND, rtl: bool = False, lines: int = 1) -> Text:
    piece = Piece(text=words, weight="medium", color=INK, x=x, face=face, rtl=rtl)
    made = tuple(Line(text=words, baseline=200 + 2 * size * n, width=400, pieces=(piece,)) for n in range(lines))
    box = {"x": 50, "y": 100, "width": 400, "height": 72, "size": size, "tracking": 0.01}
    return Text(role="question", language="hr", on=PAPER, contrast=7, lines=made, **box)  # type: ignore[arg-type]


def drawn(shown: Text) -> Image.Image:
    """Its coverage on a sheet as large as any."""
    found = paint_text.mask(shown, INK, bundled())
    assert found
    mask, x, y = found
    sheet = Image.new("L", (1600, 600))
    sheet.paste(mask.image, (x, y))
    return sheet


def apart(one: Image.Image, other: Image.Image) -> float:
    """Mean difference as a share of all ink."""
    return float(ImageStat.Stat(ImageChops.difference(one, other)).sum[0] / ImageStat.Stat(one).sum[0])


@pytest.fixture
def exact(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """After `setattr` on it texts are drawn at once, each glyph where it stands to a fraction of a pixel."""
    return monkeypatch


@pytest.mark.parametrize("size", [26, 31, 32, 48, 100])
def test_glyphs_stand_as_good_as_where_they_would_exactly(exact: pytest.MonkeyPatch, size: int) -> None:
    shown = text("Žluťoučký kůň, đak; ЉУБАВ и щъ", size, 3.3, lines=2)
    stamped = drawn(shown)
    exact.setattr(stamps, "LARGEST", 0)
    whole = drawn(shown)
    step = 1 / stamps.grid(size)

    assert step / 2 <= size / 100, "a hundredth of its size is the most a glyph may miss its place by"
    assert apart(whole, stamped) < 0.1
    assert stamped.getbbox() == pytest.approx(whole.getbbox(), abs=1)


@pytest.mark.parametrize(("words", "face"), [("السلام عليكم", "NotoSansArabic"), ("ﷲ", "NotoSansArabic")])
def test_letters_that_are_joined_are_drawn_at_once(words: str, face: str) -> None:
    forget()
    drawn(text(words, 40, face=face, rtl=True))

    assert stamps.stamp.cache_info().misses == 0


def test_large_letters_are_not_kept() -> None:
    forget()
    drawn(text("?", stamps.LARGEST + 1))

    assert stamps.stamp.cache_info().misses == 0


def test_the_same_letter_at_the_same_place_of_a_pixel_is_drawn_once() -> None:
    forget()
    once = drawn(text("o", 40))
    again = drawn(text("o", 40, 7.0))

    assert (stamps.stamp.cache_info().misses, stamps.stamp.cache_info().hits) == (1, 1)
    assert ImageChops.offset(once, 7, 0).tobytes() == again.tobytes()


def test_a_mark_above_its_letter_keeps_its_height() -> None:
    face = fonts.face(bundled(), BRAND, "medium")
    (glyph, _, _), *_ = fonts.shape("o", face, "hr").glyphs
    low, high = stamps.stamp(face, 40, glyph, 0, 0), stamps.stamp(face, 40, glyph, 0, 1)

    assert low
    assert high
    assert high[2] - low[2] in {0, 1}
    assert pixels(low) != pixels(high)


def pixels(stamp: stamps.Stamp) -> bytes:
    left, top = stamp[1], stamp[2]
    mask, _, _ = stamps.together([(stamp[0], left, top, left + stamp[3], top + stamp[4])], comes_again=False)
    return mask.image.tobytes()


def test_where_glyphs_meet_neither_is_cut() -> None:
    half = stamps.together([(solid(2, 128), 0, 0, 2, 2), (solid(2, 128), 1, 0, 3, 2)], comes_again=True)

    assert half == (half[0], 0, 0)
    assert list(half[0].image.tobytes()[:3]) == [128, 192, 128]
    assert half[0].comes_again
    assert half[0].rows == half[0].image.tobytes()


def solid(side: int, coverage: int) -> object:
    return Image.new("L", (side, side), coverage).im


CALLS = st.lists(st.tuples(st.sampled_from("aoKžщ?"), st.sampled_from([26, 40, 64]), st.floats(-3, 30)), max_size=8)


@given(CALLS, st.text(alphabet="aoKžщ? ", min_size=1).filter(str.strip), st.sampled_from([26, 40, 64]))
def test_a_text_is_the_same_whatever_was_drawn_before(
    before: Sequence[tuple[str, int, float]], words: str, size: int
) -> None:
    forget()
    cold = drawn(text(words, size, 0.4))
    forget()
    for other, others_size, x in before:
        drawn(text(other, others_size, x))

    assert drawn(text(words, size, 0.4)).tobytes() == cold.tobytes()
    assert drawn(text(words, size, 0.4)).tobytes() == cold.tobytes()


def test_cards_are_the_same_bytes_in_any_order(
    template: Kind,
    canvases: Mapping[str, Canvas],
    languages: Mapping[str, Language],
    colors: Tokens,
    samples: Mapping[str, Words],
) -> None:
    looks = {code: Look(language=languages[code], tokens=colors) for code in ("hr", "sr", "bg")}
    cards = {code: compose(template, canvases["wide"], samples[code], look)[0] for code, look in looks.items()}
    forget()
    first = {code: paint(card) for code, card in cards.items() if card}
    warm = {code: paint(card) for code, card in cards.items() if card}
    forget()
    backwards = {code: paint(card) for code, card in reversed(cards.items()) if card}

    assert len(first) == 3
    assert first == warm == backwards
