"""How a link stands in a text, and how it goes out with tools that know nothing of the link behind an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Entry
from generator.social import Network, check
from generator.social.link_text import shown, shows, spelled

if TYPE_CHECKING:
    from conftest import World

PAGE = "faq.zrno.hr/hr/q/dostava"
LINK = f"https://{PAGE}/?utm_source=bluesky&utm_content=bluesky-hr.dostava.1"


@pytest.fixture
def nets(world: World) -> Mapping[str, Network]:
    return world.nets


@pytest.mark.parametrize(
    ("network", "link", "text"),
    [
        ("x", LINK, LINK),
        ("bluesky", LINK, PAGE),
        ("pinterest", LINK, PAGE),
        ("bluesky", "https://moj-faq.hr/q/dostava/?utm_source=x", "https://moj-faq.hr/q/dostava"),
        ("bluesky", "https://faq.zrno.example/q/dostava/", "https://faq.zrno.example/q/dostava"),
        ("bluesky", "https://zrno.hr:8443/q/dostava/", "https://zrno.hr:8443/q/dostava"),
        ("pinterest", "https://moj-faq.hr/q/dostava/", "moj-faq.hr/q/dostava"),
    ],
)
def test_an_address_stands_alone_where_every_tool_takes_it_for_a_link(
    nets: Mapping[str, Network], network: str, link: str, text: str
) -> None:
    assert shown(link, nets[network]) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Odgovor: {PAGE}", True),
        (f"Odgovor: {PAGE}/.", True),
        (f"Odgovor (https://{PAGE}).", True),
        (f"Odgovor: {LINK}", True),
        (f"Odgovor: {PAGE}-2", False),
        (f"Odgovor: {PAGE}/rok", False),
        (f"Odgovor:{PAGE}", False),
    ],
)
def test_a_text_shows_its_link_where_a_facet_can_find_it(
    nets: Mapping[str, Network], *, text: str, found: bool
) -> None:
    assert shows(text, LINK, nets["bluesky"]) is found
    assert shows(text, LINK, nets["x"]) is (LINK in text)


def test_tools_without_facets_get_the_longest_link_that_fits(nets: Mapping[str, Network]) -> None:
    bluesky = nets["bluesky"]

    for size, link in ((100, LINK), (250, f"https://{PAGE}"), (274, PAGE)):
        text = f"{'a' * size} {PAGE}"
        assert spelled(text, LINK, bluesky) == f"{'a' * size} {link}"
        assert spelled(text, LINK, bluesky, by_hand=True) == f"{'a' * size} {LINK}"
    assert spelled("Bez adrese", LINK, bluesky) == "Bez adrese"


def test_a_draft_for_bluesky_has_room_for_its_answer(world: World, entry: Entry) -> None:
    answer = "You get a tracking link by e-mail as soon as your parcel leaves the shop. " * 3
    made = world.write(replace(entry, short=answer.strip()), "bluesky")

    assert answer.strip() in made.text
    assert "faq.zrno.hr/q/delivery-time" in made.text
    assert "utm_" not in made.text
    assert "utm_content=bluesky-en.delivery-time.1" in made.link
    assert check(made, world.nets["bluesky"]) == []


def test_what_people_write_must_still_lead_to_the_answer(world: World, entry: Entry) -> None:
    made = world.write(entry, "bluesky")

    for text in ("Two days.", "Two days. faq.zrno.hr/q/delivery-time-2", "Two days. faq.zrno.hr"):
        (problem,) = check(replace(made, text=text), world.nets["bluesky"])
        assert (problem.code, problem.hint) == ("AA323", "add faq.zrno.hr/q/delivery-time")
    assert check(replace(made, text=f"Two days. {made.link}"), world.nets["bluesky"]) == []
