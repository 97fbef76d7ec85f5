"""WCAG 2.2 AA and axe's best practices, by axe-core on each kind of page, in every language and both colour schemes."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator import files
from generator.build import searching
from generator.desk import desk
from generator.links.live import Live
from generator.links.titles import Names
from generator.replies import read_wordings
from generator.search import read_tables

Visit = Callable[..., Any]

ROOT = Path(__file__).parents[2]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = ["color-contrast"]
RUN = "runOnly => axe.run(document, {runOnly, resultTypes: ['violations']}).then(found => found.violations)"
LANGUAGES = ("en", "hr", "sr", "sr-Latn", "sl", "cs", "bg")
LOOKS = [("en", False), *((language, bool(at % 2)) for at, language in enumerate(LANGUAGES, 1))]
"""English in both schemes, each other language in one: the words are a language's, the colours a scheme's."""
FEW = [("en", False), ("sr", True), ("bg", False)]
"""For what has few words: a source, and two that are translated, one into another script."""
KINDS = (
    *("", "a-z/", "t/delivery/", "q/delivery-countries/", "contact/", "how-we-answer/", "404.html"),
    "q/f1-seeds/",  # in the words of another language
    "q/chili-overwinter/",  # withdrawn
    "q/payment-methods/#bank-transfer",  # a part that stands elsewhere, or would without JavaScript
)
IN_EACH = ("", "q/delivery-countries/", "contact/", "q/f1-seeds/", "q/chili-overwinter/")
"""Those whose words are most of them the language's own; of the others English tells enough."""
DESK = ["#answers", "#answers/delivery-time", "?q=postman", "?q=paket", "?q=xyzzyx", "#replies/received", "#calendar"]


def violations(page: Any, axe: str, rules: Sequence[str] = RULES) -> list[str]:
    """Each broken rule, with the first element that breaks it."""
    page.evaluate(axe)
    found = page.evaluate(RUN, [*rules])
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found]


@pytest.mark.parametrize(("language", "dark"), LOOKS)
def test_the_site_has_no_barriers(visit: Visit, address: str, axe: str, language: str, *, dark: bool) -> None:
    home = "" if language == "en" else f"{language}/"
    page = visit(home, width=390 if dark else 1280, dark=dark, languages=[language])
    for kind in KINDS if language == "en" else IN_EACH:
        page.goto(f"{address}{home}{kind}")
        assert violations(page, axe) == [], f"{home}{kind}"


@pytest.mark.parametrize(("language", "dark"), FEW)
def test_the_search_has_no_barriers(visit: Visit, axe: str, language: str, *, dark: bool) -> None:
    home = "" if language == "en" else f"{language}/"
    page = visit(home, width=390 if dark else 1280, dark=dark, languages=[language])
    page.keyboard.press("/")
    assert violations(page, axe) == [], "nothing typed"
    page.keyboard.type("f1")  # an answer in the words of another language is among them
    page.wait_for_selector(".aa-hit")
    page.keyboard.press("ArrowDown")
    assert violations(page, axe) == [], "answers"
    page.fill("dialog input", "xqzw")
    page.wait_for_selector(".aa-box__none")
    assert violations(page, axe) == [], "no answer"


@pytest.mark.parametrize(("language", "dark"), FEW)
def test_pages_that_only_lead_on_have_no_barriers(
    visit: Visit, address: str, axe: str, language: str, *, dark: bool
) -> None:
    page = visit(width=390 if dark else 1280, dark=dark)
    page.route("**/forward.*.js", lambda route: route.abort())  # or nobody would see it
    home = "" if language == "en" else f"{language}/"
    for path in ("q/chili-burn/", "t/returns/"):
        page.goto(f"{address}{home}{path}")
        assert page.is_visible(".aa-stub main a")
        assert violations(page, axe) == [], f"{home}{path}"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_forms_have_no_barriers(visit: Visit, forms: str, axe: str, *, dark: bool) -> None:
    page = visit(dark=dark)
    page.goto(f"{forms}q/delivery-time/")
    page.click(".aa-wrong summary")
    assert violations(page, axe) == []


def test_the_offer_of_another_language_has_no_barriers(visit: Visit, axe: str) -> None:
    page = visit("q/delivery-time/", languages=["hr"])
    assert page.is_visible(".aa-offer")
    assert violations(page, axe) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_suggestions_for_a_missing_address_have_no_barriers(visit: Visit, axe: str, hosted: str, *, dark: bool) -> None:
    page = visit(width=390 if dark else 1280, dark=dark)
    page.goto(f"{hosted}bg/q/delivry-time/")
    page.wait_for_selector("[data-aa-found=mean] a")
    assert violations(page, axe) == []


@pytest.fixture(scope="module")
def desk_address(demo: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory) -> str:
    live = Live(library=demo.library, addresses=demo.shape.addresses)
    tables, _ = read_tables(demo.library.languages)
    indexes = searching.indexes(demo.shape, live, Names(), tables)
    wordings, _ = read_wordings(demo.library)
    tree, _ = desk(demo.library, demo.shape.addresses, [], demo.brand, indexes, wordings, today=date(2026, 11, 22))
    folder = tmp_path_factory.mktemp("desk")
    files.write(tree, folder)
    return f"{folder.as_uri()}/index.html"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("view", DESK)
def test_the_desk_has_no_barriers(visit: Visit, axe: str, desk_address: str, view: str, *, dark: bool) -> None:
    page = visit(width=390 if dark else 1280, dark=dark)
    page.goto(f"{desk_address}{view}")
    page.wait_for_selector("main")
    if "?q" in view:
        page.wait_for_function("document.querySelector('#count').textContent")
    assert violations(page, axe) == []
