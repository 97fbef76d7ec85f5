"""Old addresses in a browser: each ends on the element of the entry that answers for it now."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

Visit = Callable[..., Any]

HOMES = ("", "hr/", "sr-Latn/")
SETTLED = """() => !document.body.classList.contains("aa-stub")
  && !(location.hash && document.getElementById(location.hash.slice(1))?.querySelector(":scope > a[data-aa-moved]"))"""
OLD = {
    "q/keeping-seeds/#test": "q/keeping-seeds/ h2#test",
    "q/storing-seeds/": "q/keeping-seeds/ h1",
    "q/seed-storage/": "q/keeping-seeds/ h1",
    "q/seed-storage/#test": "q/keeping-seeds/ h2#test",
    "q/chili-burn/": "q/chili-heat/ h1",
    "q/chili-burn/#eyes": "q/chili-heat/ h1",
    "t/chili/#chili-burn": "t/chili/ section#chili-heat",
    "q/chili-overwinter/": "q/chili-overwinter/ .aa-notice",
    "t/chili/#chili-overwinter": "q/chili-overwinter/ .aa-notice",
    "q/payment-methods/#bank-transfer": "q/bank-transfer/ h1",
    "q/planting-out/": "q/harden-off/ h2#planting-out",
    "q/planting-out/#late-frost": "q/harden-off/ h3#late-frost",
    "t/seedlings/#planting-out": "t/seedlings/ section#harden-off",
    "t/seeds/#germination-temperature": "q/germination-temperature/ h1",
    "t/seeds/#seed-storage": "t/seeds/ section#keeping-seeds",
    "q/gift-order/#when-to-order": "q/gift-order/ h2#deadline",
    "t/returns/": "t/refunds/ h1",
    "t/returns/#refund-time": "t/refunds/ section#refund-time",
}
"""Address as published some time -> page, and the element that answers there."""


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize(("old", "now"), OLD.items())
def test_an_old_address_ends_on_what_answers_now(visit: Visit, address: str, home: str, old: str, now: str) -> None:
    page = visit(home + old)
    page.wait_for_function(SETTLED)
    path, element = now.split(" ")
    assert page.url.removeprefix(address).partition("#")[0] == home + path
    found = page.locator(element).first
    assert found.is_visible()
    fragment = page.url.partition("#")[2]
    if fragment:
        assert page.evaluate(
            "([id, e]) => document.querySelector(e).contains(document.getElementById(id))", [fragment, element]
        )
        assert found.evaluate("e => e.getBoundingClientRect().top < innerHeight")
    assert page.errors == []


@pytest.mark.parametrize("old", [old for old in OLD if "#" not in old])
def test_without_javascript_too(visit: Visit, address: str, old: str) -> None:
    page = visit(old, java_script_enabled=False)
    path, element = OLD[old].split(" ")
    page.wait_for_url(f"{address}{path}**")
    assert page.locator(element).first.is_visible()


def test_without_javascript_a_part_that_moved_says_where_it_is(visit: Visit, address: str) -> None:
    page = visit("q/payment-methods/#bank-transfer", java_script_enabled=False)
    link = page.locator("#bank-transfer a")
    assert link.is_visible()
    link.click()
    page.wait_for_url(f"{address}q/bank-transfer/")
    page.goto(f"{address}q/payment-methods/")
    assert not page.locator("#bank-transfer").is_visible()


def test_a_former_address_tells_machines_that_it_is_none(demo: SimpleNamespace) -> None:
    page = demo.files["hr/q/seed-storage/index.html"].decode()
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="https://faq.zrno.example/hr/q/keeping-seeds/">' in page
    redirects = demo.files["_redirects"].decode().splitlines()
    assert "/hr/q/seed-storage/ /hr/q/keeping-seeds/ 301" in redirects
    assert "/q/planting-out/ /q/harden-off/#planting-out 301" in redirects


def test_what_is_withdrawn_is_in_no_index(demo: SimpleNamespace) -> None:
    page = demo.files["hr/q/chili-overwinter/index.html"].decode()
    assert '<meta name="robots" content="noindex">' in page
    searched = [name for name in demo.files if name.startswith("hr/search/")]
    for name in ("sitemap-hr.xml", "hr/a-z/index.html", "hr/llms.txt", *searched):
        assert b"chili-overwinter" not in demo.files[name], name


def test_the_language_switch_stays_on_a_notice(visit: Visit, address: str) -> None:
    page = visit("q/chili-overwinter/")
    for link in page.locator(".md-select__link").all():
        assert page.request.get(address + "q/chili-overwinter/" + link.get_attribute("href")).ok
