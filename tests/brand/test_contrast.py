"""Colours that people could not tell apart are told at the brand's line, with the nearest that they could."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.brand import contrast
from generator.brand.brand import tokens_of
from generator.cards import Tokens, tokens
from generator.cards.color import contrast as ratio
from generator.content.data import PACKAGE, read_one
from generator.content.organisation import Branding
from generator.content.schema.cards import TokensFile
from generator.content.schema.contrast import ContrastFile, PairSettings
from generator.problems import Place

PLACE, OTHER = Place("faq/faq.yml", 6, 20), Place("faq/faq.yml", 6, 40)
TEXT = PairSettings(color="muted", grounds=("paper", "panel"), least=4.5, where="texts")


def brand(light: dict[str, str], places: dict[tuple[str, str], Place]) -> Tokens:
    dark = {"muted": "#FFFFFF", "paper": "#000000", "panel": "#111111"}
    return Tokens(schemes={"light": {"paper": "#FFFFFF", "panel": "#F0F0F0", **light}, "dark": dark}, places=places)


@pytest.fixture(scope="session")
def pairs() -> tuple[PairSettings, ...]:
    found, problems = read_one(ContrastFile, PACKAGE / "contrast.yml")
    assert not problems
    assert found
    return found.pairs


@pytest.fixture(scope="session")
def defaults() -> TokensFile:
    found, problems = read_one(TokensFile, PACKAGE / "tokens.yml")
    assert not problems
    assert found
    return found


def test_the_products_own_colours_pass(defaults: TokensFile, pairs: tuple[PairSettings, ...]) -> None:
    assert contrast.check(tokens(defaults, {})[0], pairs) == []


def test_one_problem_for_a_colour_with_all_grounds_and_the_nearest_that_passes_them() -> None:
    (problem,) = contrast.check(brand({"muted": "#8A8A8A"}, {("light", "muted"): PLACE}), [TEXT])

    assert (problem.place, problem.code) == (PLACE, "AA130")
    assert problem.message == (
        "light muted #8A8A8A is too close to paper #FFFFFF (3.45:1), panel #F0F0F0 (3.03:1): texts need 4.5:1"
    )
    assert problem.hint == "the nearest colour that passes is #6D6D6D"
    assert contrast.check(brand({"muted": "#6D6D6D"}, {}), [TEXT]) == []


def test_a_ground_is_to_blame_where_only_it_is_the_brands() -> None:
    (problem,) = contrast.check(brand({"muted": "#6D6D6D", "panel": "#808080"}, {("light", "panel"): OTHER}), [TEXT])

    assert problem.place == OTHER
    assert problem.message.startswith("light panel #808080 is too close to muted #6D6D6D")


def test_grounds_that_no_colour_passes_are_said() -> None:
    colors = {"muted": "#777777", "paper": "#FFFFFF", "panel": "#000000"}
    (problem,) = contrast.check(brand(colors, {("light", "muted"): PLACE}), [TEXT.model_copy(update={"least": 7})])

    assert problem.hint == (
        "no colour can be told from all of paper #FFFFFF, panel #000000: bring these closer together first"
    )


def test_what_nobody_wrote_moves_as_far_as_it_must() -> None:
    deep = PairSettings(color="paper", grounds=("deep",), least=7, where="covers")
    given = brand({"deep": "#B60265"}, {("light", "paper"): PLACE})
    settled = contrast.settle(given, {"light": ["deep"]}, [deep])

    assert ratio(settled.scheme("light")["deep"], "#FFFFFF") == pytest.approx(7, abs=0.2)
    assert settled.scheme("light")["deep"].startswith("#A"), "still this brand's"
    assert contrast.settle(settled, {"light": ["deep"]}, [deep]) == settled


hexes = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@settings(max_examples=40)
@given(st.fixed_dictionaries(dict.fromkeys(("ink", "muted", "brand", "accent"), hexes)))
def test_whatever_colours_a_brand_has_the_proposals_end_all_complaints(
    defaults: TokensFile, pairs: tuple[PairSettings, ...], colors: dict[str, str]
) -> None:
    places = {("light", name): Place(name) for name in colors}
    before, problems = tokens_of(Branding(colors={"light": colors}, places=places), defaults, pairs)
    assert {p.place.path for p in problems} <= colors.keys()
    proposed = {p.place.path: p.hint.rpartition(" ")[2] for p in problems}
    after, problems = tokens_of(Branding(colors={"light": {**colors, **proposed}}, places=places), defaults, pairs)

    assert problems == []
    assert before.scheme("light")["paper"] == after.scheme("light")["paper"]
    assert all(ratio(after.scheme("light")[name], after.scheme("light")["paper"]) >= 4.5 for name in colors)
