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
