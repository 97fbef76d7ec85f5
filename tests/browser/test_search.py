"""The search as people use it: typing, keys, a phone, a screen reader, addresses with words, and no answer."""

import json
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import expect

Visit = Callable[..., Any]

BOX = "dialog.aa-box"
FIELD = f"{BOX} input"
HIT = ".aa-hit"
STATUS = f"{BOX} [role=status]"
PHONE = {"width": 390, "height": 844, "has_touch": True}
REPORT = "https://ask.example/searches"
NONSENSE = {"en": "xqzw", "hr": "xqzw", "sr": "щыщы", "sr-Latn": "xqzw", "sl": "xqzw", "cs": "xqzw", "bg": "эыэы"}
WORDS = {
    "en": ("delivery", "How long does delivery take?"),
    "hr": ("dostava", "Koliko traje dostava?"),
    "sr": ("dostava", "Колико траје достава?"),  # typed in the other script
    "sr-Latn": ("dostava", "Koliko traje dostava?"),
    "sl": ("dostava", "Kako dolgo traja dostava?"),
    "cs": ("doruceni", "Jak dlouho trvá doručení?"),  # typed without its marks
    "bg": ("доставка", "Колко време отнема доставката?"),
}


def home(language: str) -> str:
    return "" if language == "en" else f"{language}/"


def hits(page: Any) -> list[str]:
    return [text.replace("\n", " ") for text in page.locator(f"{HIT} strong").all_inner_texts()]


def active(page: Any) -> str:
    """The question of the hit that a screen reader is told to be at; empty for none."""
    return str(
        page.evaluate(
            "s => document.getElementById(document.querySelector(s).getAttribute('aria-activedescendant') ?? '')"
            "?.querySelector('strong').textContent ?? ''",
            FIELD,
        )
    )


def type_words(page: Any, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_selector(HIT)


@pytest.mark.parametrize("language", WORDS)
def test_answers_come_while_somebody_types_in_every_language(visit: Visit, language: str) -> None:
    words, question = WORDS[language]
    page = visit(home(language), languages=[language])
    page.click(".aa-seek")
    page.keyboard.type(words)
    page.wait_for_selector(f"{HIT}:has-text('{question}')")
    assert page.locator(f"{HIT} mark").count() > 0
    assert page.errors == []


def test_nothing_is_asked_for_before_the_search_opens(visit: Visit, address: str) -> None:
    page = visit("q/delivery-time/")
    page.wait_for_selector(".aa-now", state="attached")
    page.hover(".aa-seek")
    assert [url for url in page.requests if "search" in urlsplit(url).path] == []
    page.click(".aa-seek")
    page.keyboard.type("seeds")
    page.wait_for_selector(HIT)
    asked = [url.removeprefix(address) for url in page.requests if "search" in urlsplit(url).path]
    assert re.fullmatch(r"assets/search\.\w{8}\.js", asked[0])
    assert asked[1] == "search/index.json"
    assert all(url.startswith("search/") for url in asked[1:])
    assert page.errors == []


@pytest.mark.parametrize("keys", ["/", "s", "Control+k", "Meta+k"])
def test_a_key_opens_the_search(visit: Visit, keys: str) -> None:
    page = visit("t/delivery/")
    page.keyboard.press(keys)
    page.wait_for_selector(f"{BOX}[open]")
    page.keyboard.type("s/")
    assert page.input_value(FIELD) == "s/"


def test_keys_of_the_search_are_letters_where_somebody_writes(visit: Visit, forms: str) -> None:
    page = visit()
    page.goto(f"{forms}q/delivery-time/")
    page.click(".aa-wrong summary")
    page.click("textarea")
    page.keyboard.type("yes/s")
    assert page.input_value("textarea") == "yes/s"
    assert not page.is_visible(BOX)


def test_every_button_opens_it_and_closing_leads_back_to_the_button(visit: Visit) -> None:
    page = visit()
    for button in (".aa-search", ".aa-seek"):
        for close in ("Escape", ".aa-box__close", "beside"):
            page.click(button)
            assert page.evaluate("document.activeElement.id") == "aa-box-words"
            if close == "beside":
                page.mouse.click(20, 500)
            else:
                page.click(close) if close.startswith(".") else page.keyboard.press(close)
            assert not page.is_visible(BOX)
            assert page.evaluate("document.activeElement.matches('[data-aa-search]')")


def test_arrows_walk_through_the_answers_and_back_to_the_field(visit: Visit) -> None:
    page = visit()
    type_words(page, "delivery")
    page.wait_for_function("document.querySelectorAll('.aa-hit').length > 2")
    found = hits(page)
    assert active(page) == ""
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert active(page) == found[1]
    assert page.locator(f"{HIT}[aria-selected=true]").count() == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert active(page) == ""
    page.keyboard.press("ArrowUp")
    assert active(page) == found[-1]
    page.keyboard.press("ArrowDown")
    assert active(page) == ""


@pytest.mark.parametrize(("key", "at"), [("Home", 0), ("End", 8), ("ArrowLeft", 7)])
def test_keys_of_the_field_leave_the_list(visit: Visit, key: str, at: int) -> None:
    page = visit()
    type_words(page, "delivery")
    page.keyboard.press("ArrowDown")
    assert active(page)
    page.keyboard.press(key)
    assert active(page) == ""
    assert page.eval_on_selector(FIELD, "e => e.selectionStart") == at


def test_enter_opens_the_answer_that_is_active_or_else_the_first(visit: Visit, address: str) -> None:
    page = visit()
    type_words(page, "how long does delivery take")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}q/delivery-time/")
    type_words(page, "delivery")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    wanted = page.get_attribute(f"{HIT}[aria-selected=true]", "href")
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)


def hurried(visit: Visit, keys: str) -> tuple[Any, Callable[[], None]]:
    """A page where keys were pressed before the index came, and what lets it come."""
    held: list[Any] = []

    def hold(route: Any) -> None:
        held.append(route)

    page = visit(prepare=lambda page: page.route("**/search/index.json", hold))
    with page.expect_request("**/search/index.json"):
        page.keyboard.press("/")
    page.keyboard.type("how long does delivery take")
    page.keyboard.press(keys)
    page.wait_for_selector(".aa-box--busy")
    return page, held[0].continue_


def test_enter_before_the_answers_have_come_opens_the_first_when_they_have(visit: Visit, address: str) -> None:
    page, let_go = hurried(visit, "Enter")
    page.wait_for_timeout(100)
    assert page.url.split("?")[0] == address
    let_go()
    page.wait_for_url(f"{address}q/delivery-time/")


def test_control_and_enter_before_the_answers_have_come_opens_the_first_beside(visit: Visit, address: str) -> None:
    page, let_go = hurried(visit, "Control+Enter")
    with page.context.expect_page() as beside:
        let_go()
    assert beside.value.url == f"{address}q/delivery-time/"
    assert page.is_visible(BOX)


def test_an_answer_opens_beside_the_page_with_control(visit: Visit, address: str) -> None:
    page = visit()
    type_words(page, "how long does delivery take")
    page.wait_for_selector(f"{HIT}[href$='/q/delivery-time/']")
    with page.context.expect_page() as beside:
        page.keyboard.press("Control+Enter")
    assert beside.value.url == f"{address}q/delivery-time/"
    assert page.is_visible(BOX)


def test_a_heading_inside_an_answer_is_a_place_of_its_own(visit: Visit, address: str) -> None:
    page = visit("hr/", languages=["hr"])
    type_words(page, "praćenje paketa")
    page.wait_for_selector(f"{HIT}:has-text('Koliko traje dostava? › Praćenje paketa')")
    page.click(f"{HIT}:has-text('Praćenje paketa')")
    page.wait_for_url(f"{address}hr/q/delivery-time/#tracking")


def test_words_of_another_language_say_which(visit: Visit) -> None:
    page = visit("hr/", languages=["hr"])
    type_words(page, "f1")
    hit = page.locator(f"{HIT}[href$='/q/f1-seeds/']")
    expect(hit.locator("strong")).to_have_attribute("lang", "en")
    expect(hit.locator("small")).to_have_text("engleski")
    assert hit.locator("small").evaluate("e => e.closest('[lang]').lang") == "hr"
    page.fill(FIELD, "dostava")
    page.wait_for_selector(f"{HIT}:has-text('Koliko traje dostava?')")
    assert page.locator(f"{HIT} [lang]").count() == 0


def test_a_screen_reader_is_told_what_it_is_and_how_much_was_found(visit: Visit) -> None:
    page = visit("hr/", languages=["hr"])
    page.keyboard.press("/")
    field = page.locator(FIELD)
    named = {name: field.get_attribute(name) for name in ("role", "aria-autocomplete", "aria-label", "aria-expanded")}
    expected = {"role": "combobox", "aria-autocomplete": "list", "aria-label": "Pretražite sve odgovore"}
    assert named == {**expected, "aria-expanded": "false"}
    page.keyboard.type("dostava")
    page.wait_for_selector(HIT)
    assert field.get_attribute("aria-expanded") == "true"
    listed = page.locator(f"#{field.get_attribute('aria-controls')}")
    assert (listed.get_attribute("role"), listed.get_attribute("aria-label")) == ("listbox", "Odgovori")
    assert {hit.get_attribute("role") for hit in page.locator(HIT).all()} == {"option"}
    page.wait_for_function("s => document.querySelector(s).textContent", arg=STATUS)
    count = page.locator(HIT).count()
    assert re.fullmatch(rf"{count} odgovora?", page.text_content(STATUS))
    page.fill(FIELD, "xqzw")
    page.wait_for_selector(".aa-box__none")
    page.wait_for_function("s => document.querySelector(s).textContent.startsWith('Za')", arg=STATUS)
    assert page.text_content(STATUS) == "Za „xqzw” nismo ništa pronašli."


def test_an_address_with_words_opens_the_search_on_any_page(visit: Visit, address: str) -> None:
    for path in ("hr/", "hr/q/delivery-time/", "hr/a-z/"):
        page = visit(f"{path}?q=vra%C4%87anje+robe", languages=["hr"])
        page.wait_for_selector(f"{HIT}:has-text('vratiti')")
        assert page.input_value(FIELD) == "vraćanje robe"
        page.keyboard.press("Escape")
        page.wait_for_url(address + path)


def test_what_was_asked_stands_in_the_address_and_the_way_back_stays_short(visit: Visit, address: str) -> None:
    page = visit("t/delivery/")
    before = page.evaluate("history.length")
    type_words(page, "free delivery")
    page.wait_for_url(f"{address}t/delivery/?q=free+delivery")
    assert page.evaluate("history.length") == before
    page.click(f"{HIT} >> nth=0")
    page.wait_for_url(f"{address}q/free-delivery/")
    page.go_back()
    page.wait_for_selector(f"{BOX}[open] {HIT}")
    assert page.input_value(FIELD) == "free delivery"
    assert page.url == f"{address}t/delivery/?q=free+delivery"


def test_hostile_words_in_an_address_stay_words(visit: Visit) -> None:
    words = "<img src=x onerror=alert(1)>\"'{count}"
    page = visit(f"?q={quote(words)}")
    page.wait_for_selector(".aa-box__none, .aa-hit")
    assert page.input_value(FIELD) == words
    assert page.locator(f"{BOX} img").count() == 0
    assert page.errors == []
    page = visit(f"?q={'a' * 5000}")
    assert len(page.input_value(FIELD)) == 200


@pytest.mark.parametrize("language", NONSENSE)
def test_without_an_answer_the_search_says_so_and_leads_to_people(visit: Visit, language: str) -> None:
    words = NONSENSE[language]
    page = visit(home(language), languages=[language])
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_selector(".aa-box__none")
    assert words in page.inner_text(".aa-box__none strong")
    mail = urlsplit(page.get_attribute("[data-aa-ask]", "href"))
    assert (mail.scheme, mail.path) == ("mailto", "pomoc@zrno.example")
    subject, body = unquote(mail.query).removeprefix("subject=").split("&body=")
    assert subject.endswith(f": {words}")
    assert words in body
    assert "\r\n\r\n" in body
    assert page.locator(".aa-box__topics a").count() == 7
    assert page.is_visible(".aa-box__ask a[href$='contact/']")


def test_without_an_email_address_ask_us_leads_to_the_contact_page(visit: Visit, forms: str) -> None:
    page = visit()
    page.goto(forms)
    page.keyboard.press("/")
    page.keyboard.type("xqzw")
    page.wait_for_selector(".aa-box__ask")
    assert page.locator(".aa-box__ask a").count() == 1
    assert page.get_attribute("[data-aa-ask]", "href") == "contact/"


def test_when_the_index_cannot_be_loaded_that_is_said_and_the_next_try_works(visit: Visit) -> None:
    page = visit(prepare=lambda page: page.route("**/search/index.json", lambda route: route.abort()))
    page.keyboard.press("/")
    page.keyboard.type("delivery")
    page.wait_for_selector(".aa-box__failed")
    assert page.is_visible(".aa-box__topics")
    page.unroute("**/search/index.json")
    page.keyboard.type(" time")
    page.wait_for_selector(HIT)
    assert not page.is_visible(".aa-box__failed")


def measured(page: Any, selector: str, what: str) -> list[float]:
    """Of all elements at one moment, since results are drawn again when better ones come."""
    found: list[float] = page.locator(selector).evaluate_all(f"all => all.map(e => e.getBoundingClientRect().{what})")
    return found


def test_on_a_phone_the_search_fills_the_screen_and_is_made_for_thumbs(visit: Visit) -> None:
    page = visit("hr/q/delivery-time/", languages=["hr"], **PHONE)
    page.tap(".aa-seek")
    page.keyboard.type("dostava")
    page.wait_for_selector(HIT)
    box = page.locator(BOX).bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    assert min(measured(page, f"{HIT}, {BOX} button:visible, {BOX} a:visible, {FIELD}", "height")) >= 44
    assert min(measured(page, f"{BOX} button:visible", "width")) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_keyboard_on_the_screen_covers_no_answer(visit: Visit) -> None:
    page = visit("hr/", languages=["hr"], **PHONE)
    page.tap(".aa-seek")
    page.keyboard.type("dostava")
    page.wait_for_selector(HIT)
    page.evaluate(
        "Object.defineProperty(visualViewport, 'height', {get: () => 450});"
        "visualViewport.dispatchEvent(new Event('resize'))"
    )
    assert page.locator(BOX).bounding_box()["height"] == 450
    page.keyboard.press("ArrowUp")
    assert measured(page, HIT, "bottom")[-1] <= 450


def test_on_a_desktop_the_search_hangs_at_its_button(visit: Visit) -> None:
    page = visit("q/delivery-time/")
    button = page.locator(".aa-seek").bounding_box()
    page.click(".aa-seek")
    box = page.locator(BOX).bounding_box()
    assert abs(box["y"] - button["y"]) < 2
    assert abs(box["x"] + box["width"] - button["x"] - button["width"]) < 2
    assert box["width"] < 800


def test_the_list_of_all_questions_needs_no_script(visit: Visit, address: str) -> None:
    page = visit("hr/q/delivery-time/", java_script_enabled=False)
    page.click(".md-header .aa-seek:visible")
    assert page.url == f"{address}hr/a-z/"
    page.click(".aa-letters a:has-text('K')")
    assert page.url == f"{address}hr/a-z/#letter-k"
    page.click(".aa-links a:has-text('Koliko traje dostava?')")
    assert page.url == f"{address}hr/q/delivery-time/"


def test_all_questions_are_in_the_list(demo: SimpleNamespace) -> None:
    for code in demo.library.languages:
        page = demo.files[f"{demo.shape.addresses.home(code)}a-z/index.html"].decode()
        for id_ in demo.library.by_id:
            assert page.count(f'href="../q/{id_}/"') == 1, (code, id_)


@pytest.fixture
def reporting(visit: Visit, forms: str) -> SimpleNamespace:
    """A page of the site that reports searches without an answer: `page`, and what was `sent`."""
    sent: list[Any] = []

    page = visit(prepare=lambda page: page.route(f"{REPORT}**", lambda route: route.fulfill(status=204)))
    page.on("request", lambda request: sent.append(request) if request.url == REPORT else None)
    page.clock.install(time="2026-11-25T12:00:00")
    page.goto(forms)
    page.clock.pause_at("2026-11-25T12:10:00")  # from here on time passes only where a test lets it
    page.context.add_cookies([{"name": "id", "value": "1", "url": REPORT}])
    return SimpleNamespace(page=page, sent=sent)


def lines(reporting: SimpleNamespace) -> list[dict[str, str]]:
    return [json.loads(request.post_data) for request in reporting.sent]


def search_for(page: Any, words: str) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type(words)
    page.wait_for_function("() => !document.querySelector('.aa-box--busy')")


def test_a_search_without_an_answer_is_reported_when_whoever_typed_has_stopped(reporting: SimpleNamespace) -> None:
    page = reporting.page
    search_for(page, "xqzw kumquat")
    page.wait_for_selector(".aa-box__none")
    page.clock.run_for(2900)
    assert reporting.sent == []
    with page.expect_request(REPORT):
        page.clock.run_for(200)
    (line,) = lines(reporting)
    assert (line.pop("question"), line.pop("language"), line.pop("source")) == ("xqzw kumquat", "en", "search")
    assert line == {"date": "2026-11-25"}
    headers = reporting.sent[0].all_headers()
    assert "cookie" not in headers
    assert "referer" not in headers
    assert reporting.sent[0].post_data.endswith("}\n")
    assert not [error for error in page.errors if "Content Security Policy" in error]


def test_words_are_reported_once_and_only_those_that_were_meant(reporting: SimpleNamespace) -> None:
    page = reporting.page
    search_for(page, "xqzw")
    page.clock.run_for(1000)
    page.keyboard.type("yyv")
    page.wait_for_selector(".aa-box__none:has-text('xqzwyyv')")
    with page.expect_request(REPORT):
        page.keyboard.press("Escape")
    search_for(page, "XQZWYYV")
    page.wait_for_selector(".aa-box__none:has-text('XQZWYYV')")
    page.keyboard.press("Escape")
    search_for(page, "delivery")
    page.keyboard.press("Escape")
    page.clock.run_for(10_000)
    assert [line["question"] for line in lines(reporting)] == ["xqzwyyv"]


def test_what_may_name_a_person_is_not_reported(reporting: SimpleNamespace) -> None:
    search_for(reporting.page, "xqzwy")
    reporting.page.evaluate(
        "detail => document.querySelector('dialog').dispatchEvent(new CustomEvent('aa-answered', {detail}))",
        {"words": "of ana.horvat@posta.example  +385 91 123-4567 or 24680135 in 2026", "count": 0},
    )
    with reporting.page.expect_request(REPORT):
        reporting.page.clock.run_for(4000)
    assert [line["question"] for line in lines(reporting)] == ["of … +… or … in 2026"]


def test_unless_it_is_asked_for_nothing_is_reported(visit: Visit, address: str) -> None:
    page = visit()
    page.clock.install()
    page.goto(address)
    search_for(page, "xqzw")
    page.wait_for_selector(".aa-box__none")
    page.clock.run_for(10_000)
    page.keyboard.press("Escape")
    assert [url for url in page.requests if not url.startswith(address)] == []
