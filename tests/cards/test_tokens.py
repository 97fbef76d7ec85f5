"""The brand's colours over the product's own."""

from __future__ import annotations

import pytest

from generator.cards import Tokens, tokens
from generator.content.schema.cards import TokensFile
from generator.problems import Place


def test_a_brand_changes_single_colours(defaults: TokensFile, colors: Tokens) -> None:
    changed, problems = tokens(defaults, {"light": {"brand": "#1e5b3c"}})

    assert not problems
    assert changed.scheme("light")["brand"] == "#1E5B3C"
    assert changed.scheme("light")["paper"] == colors.scheme("light")["paper"]
    assert changed.scheme("dark")["brand"] == colors.scheme("dark")["brand"]


@pytest.mark.parametrize(
    ("override", "message", "hint"),
    [
        ({"light": {"papr": "#FFFFFF"}}, "'papr' is no colour of the light scheme", "did you mean 'paper'?"),
        ({"dim": {"paper": "#FFFFFF"}}, "colours for an unknown scheme 'dim'", "the schemes are light and dark"),
        ({"dark": {"ink": "red;}"}}, "dark ink: 'red;}' is not a colour", 'write six hexadecimal digits: "#1E5B3C"'),
    ],
)
def test_what_is_no_colour_is_reported_and_left_out(
    defaults: TokensFile, colors: Tokens, override: dict[str, dict[str, str]], message: str, hint: str
) -> None:
    place = Place("faq/faq.yml", 7, 5)
    found, problems = tokens(defaults, override, place)

    assert [(p.place, p.code, p.message, p.hint) for p in problems] == [(place, "AA404", message, hint)]
    assert found.schemes == colors.schemes


def test_colours_made_of_others_follow_the_brand() -> None:
    shades = {"paper": "#000000", "brand": "#ffffff", "deep": "brand 25% paper", "chip": "deep"}
    dark = {"paper": "#111111", "brand": "#222222", "deep": "light.deep", "chip": "brand"}
    found, _ = tokens(TokensFile(light=shades, dark=dark), {})
    changed, _ = tokens(TokensFile(light=shades, dark=dark), {"light": {"brand": "#800000"}})

    assert (found.scheme("light")["deep"], found.scheme("light")["chip"]) == ("#BFBFBF", "#BFBFBF")
    assert (found.scheme("dark")["deep"], found.scheme("dark")["chip"]) == ("#BFBFBF", "#222222")
    assert (changed.scheme("light")["chip"], changed.scheme("dark")["deep"]) == ("#600000", "#600000")


def test_a_colour_made_of_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="made of itself"):
        tokens(TokensFile(light={"ink": "deep", "deep": "ink"}, dark={"ink": "#000000", "deep": "ink"}), {})
