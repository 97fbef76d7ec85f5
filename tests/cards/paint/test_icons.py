"""Icons: every name has a drawing inside its square, at every size, and only arrows turn where text does."""

from __future__ import annotations

import pytest
from PIL import ImageChops

from generator.cards import icons

SIZES = (24, 40, 76, 200)


@pytest.mark.parametrize("name", icons.names())
@pytest.mark.parametrize("size", SIZES)
def test_an_icon_is_seen_and_stays_inside_its_square(name: str, size: int) -> None:
    mask = icons.mask(name, size)
    outline = icons.mask(name, 2 * size).getbbox()

    assert mask.size == (size, size)
    assert mask.histogram()[255], "some of it is solid"
    assert outline
    if name != "bubble":  # which fills its square
        assert min(outline[:2]) > 0
        assert max(outline[2:]) < 2 * size


@pytest.mark.parametrize("name", icons.names())
def test_icons_have_about_the_same_weight(name: str) -> None:
    mask = icons.mask(name, 100)
    share = sum(level * count for level, count in enumerate(mask.histogram())) / 255 / 100**2

    assert 0.06 < share < 0.42 or name == "bubble"


def test_arrows_turn_with_the_text_and_ticks_do_not() -> None:
    assert differ("arrow")
    assert differ("bubble")
    assert not differ("tick")
    assert not differ("question")


def differ(name: str) -> bool:
    return ImageChops.difference(icons.mask(name, 60), icons.mask(name, 60, mirrored=True)).getbbox() is not None


def test_there_is_no_icon_of_another_name() -> None:
    with pytest.raises(KeyError):
        icons.mask("unicorn", 40)
