"""A brand that is nothing like the product's own: its logo and font are shown, and everything can be read in it.

Each of its colours is there once, so a page tells which tokens meet on it.
"""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from generator import brand as brands
from generator import files
from generator.build import searching
from generator.content.data import PACKAGE, read_one
from generator.content.organisation import BrandFile, Branding
from generator.content.schema.contrast import ContrastFile
from generator.desk import desk
from generator.links.live import Live
from generator.links.titles import Names
from generator.replies import read_wordings
from generator.search import read_tables
from generator.site.engine import WHOLE, run
from generator.site.pages import trees
from tests.browser.conftest import Visit, english_index, served
from tests.browser.test_accessibility import CONTRAST, DESK, violations

PAGES = ("", "q/delivery-time/", "t/delivery/", "contact/", "a-z/", "q/chili-overwinter/", "404.html")
COLORS = {
    "light": {
        "paper": "#FFFFFF", "panel": "#F7F2F5", "soft": "#FBE3EF", "line": "#E8DCE3",
        "ink": "#111111", "muted": "#696969", "brand": "#CD0070", "accent": "#6B00B8",
    },
    "dark": {
        "paper": "#0D0D0F", "panel": "#1B1A1E", "soft": "#3A1029", "line": "#2E2A33",
        "ink": "#FAFAFA", "muted": "#BDB7C2", "brand": "#FF6DB8", "accent": "#D9A8FF",
    },
}  # fmt: skip
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path fill="{}" d="M0 0h30v9H0z"/></svg>'
MEETING = """() => {
  const found = new Set();
  const own = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) || !own(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || element.closest("script, style, noscript")) continue;
    let ground = element;
    while (ground && /rgba\\(.*, 0\\)/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
    if (ground) found.add(`${getComputedStyle(element).color} on ${getComputedStyle(ground).backgroundColor}`);
  }
  return [...found];
}"""
"""Which colours of text and ground meet on a page."""


@pytest.fixture(scope="module")
def magenta(demo: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    root = tmp_path_factory.mktemp("magenta")
    (root / "docs").mkdir()
    for name, color in (("logo", "#CD0070"), ("logo-dark", "#FF6DB8")):
        (root / f"docs/{name}.svg").write_text(LOGO.format(color))
    shutil.copy(PACKAGE / "fonts/Manrope-700.ttf", root / "docs/own.ttf")
    branding = Branding(
        colors=COLORS,
        logo=BrandFile(path="logo.svg"),
        logo_dark=BrandFile(path="logo-dark.svg"),
        fonts={"bold": BrandFile(path="own.ttf")},
    )
    settings = dataclasses.replace(demo.library.settings, branding=branding)
    library = dataclasses.replace(demo.library, settings=settings)
    look, problems = brands.read(root, library)
    assert problems == []
    return SimpleNamespace(brand=look, shape=dataclasses.replace(demo.shape, library=library), theme=demo.theme)


@pytest.fixture(scope="module")
def site(demo: SimpleNamespace, magenta: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    made, _ = trees(magenta.shape, magenta.brand, magenta.theme)
    folder = tmp_path_factory.mktemp("magenta-site")
    assert run({"en": made["en"]}, folder, "mkdocs") == []
    files.write(english_index(demo), folder / "en" / WHOLE)
    with served(folder / "en" / WHOLE) as base:
        yield base


@pytest.fixture(scope="module")
def agents(magenta: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory) -> str:
    library, addresses = magenta.shape.library, magenta.shape.addresses
    tables, _ = read_tables(library.languages)
    indexes = searching.indexes(magenta.shape, Live(library=library, addresses=addresses), Names(), tables)
    wordings, _ = read_wordings(library)
    tree, _ = desk(library, addresses, [], magenta.brand, indexes, wordings, today=date(2026, 11, 22))
    folder = tmp_path_factory.mktemp("magenta-desk")
    files.write(tree, folder)
    return f"{folder.as_uri()}/index.html"


@pytest.fixture(scope="module")
def declared() -> set[frozenset[str]]:
    found, _ = read_one(ContrastFile, PACKAGE / "contrast.yml")
    assert found
    return {frozenset((pair.color, ground)) for pair in found.pairs for ground in pair.grounds}


def meeting(page: Any, scheme: str) -> set[frozenset[str]]:
    """Pairs of tokens; what is no token keeps its CSS colour, and is declared nowhere."""
    names = {css_color(color): name for name, color in COLORS[scheme].items()}
    pairs = (pair.split(" on ") for pair in page.evaluate(MEETING))
    return {frozenset(names.get(color, color) for color in pair) for pair in pairs}


def refused(page: Any) -> list[str]:
    """Errors of the console; the opening hours are no part of this site."""
    return [error for error in page.errors if "404" not in error]


def css_color(color: str) -> str:
    return "rgb({}, {}, {})".format(*(int(color[i : i + 2], 16) for i in (1, 3, 5)))


SIZES = [("light", 1280), ("dark", 390)]
"""What is shown depends on the width, and in which colours on the scheme: two runs see all of both."""


@pytest.mark.parametrize(("scheme", "width"), SIZES)
def test_the_site_can_be_read_and_no_other_colours_meet_than_those_that_are_checked(
    visit: Visit, site: str, axe: str, declared: set[frozenset[str]], scheme: str, width: int
) -> None:
    page = visit(width=width, dark=scheme == "dark")
    for path in PAGES:
        page.goto(site + path)
        assert violations(page, axe, CONTRAST) == [], path
        assert meeting(page, scheme) - declared == set(), path
    page.keyboard.press("/")
    page.keyboard.type("delivery")
    page.wait_for_selector(".aa-hit")
    page.keyboard.press("ArrowDown")
    assert meeting(page, scheme) - declared == set(), "the search"
    assert refused(page) == []


@pytest.mark.parametrize(("scheme", "width"), SIZES)
def test_the_desk_can_be_read_and_no_other_colours_meet_than_those_that_are_checked(
    visit: Visit, agents: str, axe: str, declared: set[frozenset[str]], scheme: str, width: int
) -> None:
    page = visit(width=width, dark=scheme == "dark")
    for view in DESK:
        page.goto(f"{agents}{view}")
        page.wait_for_selector("main")
        assert violations(page, axe, CONTRAST) == [], view
        assert meeting(page, scheme) - declared == set(), view


@pytest.mark.parametrize(("scheme", "width"), SIZES)
def test_the_one_logo_of_the_scheme_is_shown_and_the_font_is_the_brands(
    visit: Visit, site: str, agents: str, scheme: str, width: int
) -> None:
    page = visit(width=width, dark=scheme == "dark")
    for address, place in ((site, ".md-header"), (agents, ".bar")):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        shown = [image for image in page.query_selector_all(f"{place} img") if image.is_visible()]
        (source,) = [image.evaluate("image => [image.currentSrc, image.naturalWidth]") for image in shown]
        assert source[1] > 0, "it is loaded"
        assert page.evaluate("document.fonts.check('700 16px Brand')")
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Brand, Manrope")
        assert refused(page) == [], "the page's own policy lets logo and font in"
    assert ("logo-dark" in source[0]) == (scheme == "dark")
