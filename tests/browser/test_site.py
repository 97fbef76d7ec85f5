"""What customers see and do, in Chromium."""

import json
import re
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import pytest

from generator.desk.data import data

Visit = Callable[..., Any]

PHONE = {"width": 360, "height": 740}
LANGUAGES = ("en", "hr", "sr", "sr-Latn", "sl", "cs", "bg")


@pytest.fixture(params=LANGUAGES)
def home(request: pytest.FixtureRequest, demo: SimpleNamespace) -> str:
    """Where a language lives: `hr/`."""
    assert set(LANGUAGES) == set(demo.library.languages)
    return str(demo.shape.addresses.home(request.param))


def some_pages(demo: SimpleNamespace, home: str) -> list[str]:
    """Home, contact, and a topic with tables and its entries, where the language has them."""
    wanted = (
        "",
        "contact/",
        "how-we-answer/",
        "t/delivery/",
        "q/delivery-countries/",
        "q/f1-seeds/",
        "q/chili-overwinter/",
    )
    wanted += ("404.html",)
    assert all(f"{home}{page}index.html" in demo.files for page in wanted if page != "404.html")
    return [home + page for page in wanted]


def copied(page: Any) -> str:
    """What the clipboard holds, once it is there."""
    return str(page.evaluate("Promise.resolve(window.copying).then(() => navigator.clipboard.readText())"))


def test_from_home_to_an_answer_and_into_another_language(visit: Visit, address: str) -> None:
    page = visit()
    page.click(".aa-topics a:has-text('Delivery')")
    page.click("text=How long does delivery take?")
    assert page.url == f"{address}q/delivery-time/"
    page.hover(".md-select button")
    page.click(".md-select__link[hreflang=hr]")
    assert page.url == f"{address}hr/q/delivery-time/"
    assert page.get_attribute("html", "lang") == "hr"
    page.hover(".md-select button")
    page.click(".md-select__link[hreflang=sr-Latn]")
    assert page.url == f"{address}sr-Latn/q/delivery-time/"


def test_copy_link_gives_the_permanent_address_by_keyboard(visit: Visit) -> None:
    page = visit("hr/q/delivery-time/")
    page.focus(".aa-copy")
    page.keyboard.press("Enter")
    page.wait_for_selector(".md-dialog--active")
    assert copied(page) == "https://faq.zrno.example/hr/q/delivery-time/"
    assert page.inner_text(".md-dialog__inner") == "Kopirano"


def test_copy_answer_gives_the_short_answer_and_where_it_stands(visit: Visit, demo: SimpleNamespace) -> None:
    page = visit("hr/q/delivery-time/")
    page.click("text=Kopiraj odgovor")
    page.wait_for_selector(".md-dialog--active")
    short = demo.library.by_id["delivery-time"]["hr"].short
    assert copied(page) == f"{short}\nhttps://faq.zrno.example/hr/q/delivery-time/"


def test_what_is_pressed_is_large_enough_for_a_thumb(visit: Visit) -> None:
    page = visit("q/delivery-time/", **PHONE)
    for button in page.locator(".aa-copy, .aa-feedback a, .aa-turn a, .aa-related a, .aa-ways a").all():
        assert button.bounding_box()["height"] >= 44, button.inner_text()


def test_a_heading_gives_its_permanent_address(visit: Visit) -> None:
    page = visit("q/delivery-time/")
    page.hover("#tracking")
    page.click("#tracking .headerlink")
    assert copied(page) == "https://faq.zrno.example/q/delivery-time/#tracking"


def test_on_a_phone_question_short_answer_and_link_fit_the_first_screen(
    visit: Visit, demo: SimpleNamespace, home: str, address: str
) -> None:
    code = home.rstrip("/") or "en"
    entries = sorted(demo.library.in_language(code), key=lambda e: len(e.question) * 2 + len(e.short))[-3:]
    page = visit(home, **PHONE)
    for entry in entries:
        page.goto(f"{address}{home}q/{entry.id}/")
        box = page.locator(".aa-copy >> nth=0").bounding_box()
        assert box["y"] + box["height"] <= PHONE["height"], entry.path


def test_no_page_scrolls_sideways_on_a_phone_or_at_400_percent(
    visit: Visit, demo: SimpleNamespace, home: str, address: str
) -> None:
    page = visit(home, **PHONE)
    for path in some_pages(demo, home):
        page.goto(address + path)
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("home", ["en", "sr", "bg"], indirect=True)
def test_no_other_host_is_asked_no_cookie_is_set_and_nothing_breaks_the_policy(
    visit: Visit, demo: SimpleNamespace, home: str, address: str
) -> None:
    page = visit(home, languages=["en", "hr"])
    for path in some_pages(demo, home):
        page.goto(address + path)
        page.wait_for_selector(".aa-now", state="attached")
    page.keyboard.press("/")
    page.keyboard.type("a")
    page.wait_for_selector(".aa-hit")
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")
    assert [url for url in page.requests if not url.startswith((address, "data:", "blob:"))] == []
    assert page.context.cookies() == []
    assert page.errors == []


def test_every_page_has_a_policy(demo: SimpleNamespace) -> None:
    pages = [content for name, content in demo.files.items() if name.endswith(".html")]
    assert len(pages) > 100
    for content in pages:
        assert content.count(b'<meta http-equiv="Content-Security-Policy"') == 1
        assert b"unsafe" not in content


APPEND = "document.body.insertAdjacentHTML('beforeend', `{}`)"
ATTACKS = {
    "script-src": "document.body.append(Object.assign(document.createElement('script'), {text: 'window.done = 1'}))",
    "style-src": APPEND.format('<p style="color: red">'),
    "script-src-attr": APPEND.format('<img src=x onerror="window.done = 1">'),
    "img-src": APPEND.format('<img src="https://x.example/a.png">'),
    "connect-src": "fetch('https://x.example/').then(() => { window.done = 1 }, () => {})",
    "form-action": APPEND.format('<form action="/" id=f></form>') + "; document.forms.f.submit()",
    "base-uri": "document.head.insertAdjacentHTML('beforeend', '<base href=\"https://x.example/\">')",
    "frame-src": APPEND.format('<iframe src="/"></iframe>'),
}


@pytest.mark.parametrize("directive", ATTACKS)
def test_the_policy_stops_what_it_should(visit: Visit, address: str, directive: str) -> None:
    page = visit("q/delivery-time/")
    page.evaluate(
        f"""() => new Promise(done => {{
          document.addEventListener("securitypolicyviolation", event => {{
            window.stopped = event.effectiveDirective;
            done();
          }});
          setTimeout(done, 2000);
          {ATTACKS[directive]};
        }})"""
    )
    assert page.evaluate("window.stopped").startswith(directive)
    assert page.evaluate("window.done") is None
    assert page.url == f"{address}q/delivery-time/"


def test_every_page_of_every_language_says_its_language(demo: SimpleNamespace) -> None:
    pages = [name for name in demo.files if name.endswith(".html")]
    assert len(pages) > 100
    for name in pages:
        first = name.partition("/")[0]
        expected = first if first in LANGUAGES else "en"
        assert f'<html lang="{expected}"'.encode() in demo.files[name], name


def test_the_first_tab_leads_past_the_header(visit: Visit) -> None:
    page = visit("q/delivery-time/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.aa-skip')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_colours_follow_the_system_and_a_choice_holds_in_every_language(visit: Visit, address: str) -> None:
    page = visit("", dark=True)
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    page.click("form[data-md-component=palette] label:not([hidden])")
    assert page.get_attribute("body", "data-md-color-scheme") == "default"
    page.goto(f"{address}hr/contact/")
    assert page.get_attribute("body", "data-md-color-scheme") == "default"


def test_the_whole_page_can_be_used_by_keyboard_and_the_focus_is_always_seen(visit: Visit) -> None:
    page = visit("q/free-delivery/")
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
              const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
              const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
              const main = e.closest("#content, footer") !== null;
              return {text: e.textContent.trim(), seen, area: box.width * box.height, main};
            }"""
        )
        if found["main"]:
            assert found["seen"], found
            assert found["area"] > 0, found
            reached.append(found["text"])
    expected = ["Home", "Delivery", "Copy link", "Copy answer", "Yes", "No", "Something is wrong here"]
    expected += ["pomoc@zrno.example", "+385 42 000 000", "How to reach us"]
    assert [text for text in reached if text in expected] == expected
    assert len([text for text in reached if text.startswith(("Previous question", "Next question"))]) == 2


def test_a_page_shows_the_way_to_it_and_on_from_it(visit: Visit, address: str) -> None:
    page = visit("hr/q/free-delivery/", languages=["hr"])
    assert page.locator(".aa-path li").all_inner_texts() == [
        "Početna",
        "Dostava",
        "Koliko stoji dostava i kada je besplatna?",
    ]
    assert page.inner_text(".aa-path [aria-current=page]") == page.inner_text("h1")
    page.click(".aa-turn a[rel=prev]")
    assert page.url == f"{address}hr/q/delivery-time/"
    page.click(".aa-related a >> nth=0")
    assert page.url.startswith(f"{address}hr/q/")
    assert page.url != f"{address}hr/q/delivery-time/"


def test_words_of_another_language_are_marked_as_such_and_the_rest_is_not(visit: Visit) -> None:
    page = visit("hr/q/f1-seeds/", languages=["hr"])
    assert page.get_attribute("html", "lang") == "hr"
    for part in ("h1", ".aa-short p >> nth=1", ".aa-answer", ".aa-path [aria-current]"):
        assert page.get_attribute(part, "lang") == "en", part
    for part in (".aa-notice", ".aa-actions", ".aa-feedback", ".aa-related", ".aa-footer"):
        assert page.eval_on_selector(part, "e => e.closest('[lang]').lang") == "hr", part


def test_a_mail_about_the_page_is_begun_in_the_readers_language(visit: Visit) -> None:
    page = visit("hr/q/delivery-time/", languages=["hr"])
    address = page.get_attribute(".aa-wrong a", "href")
    assert address.startswith(
        "mailto:pomoc@zrno.example?subject=Ispravak%3A%20Koliko%20traje%20dostava%3F&body=Stranica%3A"
    )
    assert "https%3A%2F%2Ffaq.zrno.example%2Fhr%2Fq%2Fdelivery-time%2F%0D%0A%0D%0A" in address


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_feedback_is_sent_by_a_form_that_needs_no_script(visit: Visit, forms: str, *, scripts: bool) -> None:
    sent = []

    def server(route: Any) -> None:
        sent.append((route.request.method, parse_qs(route.request.post_data or "")))
        route.fulfill(body="Thank you", content_type="text/plain")

    page = visit(java_script_enabled=scripts, prepare=lambda page: page.route("https://forms.example/**", server))
    about = {"entry": ["delivery-time"], "lang": ["en"], "address": ["https://faq.zrno.example/q/delivery-time/"]}
    page.goto(f"{forms}q/delivery-time/")
    page.click(".aa-choice button >> nth=1")
    page.wait_for_url("https://forms.example/faq")
    page.goto(f"{forms}q/delivery-time/")
    page.click(".aa-wrong summary")
    page.fill("textarea", "It took 5 days & more")
    page.click(".aa-wrong button")
    page.wait_for_url("https://forms.example/faq")
    assert sent == [
        ("POST", {**about, "helpful": ["no"]}),
        ("POST", {**about, "wrong": ["It took 5 days & more"]}),
    ]


def test_without_scripts_all_but_search_and_copying_works(visit: Visit, address: str) -> None:
    page = visit("", java_script_enabled=False)
    assert not page.is_visible(".aa-search")
    page.click(".aa-topics a:has-text('Delivery')")
    page.click("text=How long does delivery take?")
    assert page.url == f"{address}q/delivery-time/"
    for hidden in (
        ".aa-actions",
        ".md-header [data-aa-search]",
        "dialog",
        "[data-md-component=palette] label",
        ".aa-now",
    ):
        assert not page.is_visible(hidden), hidden
    for shown in ("h1", ".aa-short", ".aa-answer", ".aa-related", ".aa-ways >> text=pomoc@zrno.example"):
        assert page.is_visible(shown), shown
    page.focus(".md-select button")
    page.click(".md-select__link[hreflang=hr]")
    assert page.url == f"{address}hr/q/delivery-time/"
    page.click("text=Javite nam se")
    assert page.is_visible(".aa-hours")


def test_on_paper_there_is_the_answer_and_its_address_and_no_button(visit: Visit) -> None:
    page = visit("hr/q/delivery-countries/", dark=True, languages=["hr"])
    page.emulate_media(media="print")
    for shown in (
        "h1",
        ".aa-short",
        ".aa-answer table",
        ".aa-notes",
        "text=https://faq.zrno.example/hr/q/delivery-countries/",
    ):
        assert page.is_visible(shown), shown
    for hidden in (
        ".md-header",
        ".aa-path",
        "button >> nth=0",
        ".aa-actions",
        ".aa-feedback",
        ".aa-turn",
        ".aa-footer",
    ):
        assert not page.is_visible(hidden), hidden
    assert page.eval_on_selector("h1", "e => getComputedStyle(e).color") == "rgb(0, 0, 0)"


def test_who_wants_no_motion_sees_none(visit: Visit) -> None:
    page = visit("q/delivery-time/", reduced_motion="reduce")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0).length"
    )
    assert moving == 0


def test_what_the_desk_copies_is_on_the_site(demo: SimpleNamespace) -> None:
    """Addresses of answers and of their headings, of translations that are not there yet, too."""
    known: Any = data(demo.library, demo.shape.addresses, [], {}, today=date(2026, 11, 26))
    copied = [words for entry in known["entries"] for words in entry["texts"].values()]
    assert len(copied) > 20 * len(LANGUAGES)
    for words in copied:
        page = demo.files[f"{words['url'].removeprefix(demo.shape.addresses.base)}index.html"].decode()
        anchors = re.findall(r'"anchor": "([^"]+)"', json.dumps(words["body"]))
        assert [anchor for anchor in anchors if f'id="{anchor}"' not in page] == [], words["url"]
