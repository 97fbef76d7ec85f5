"""The desk as an agent and a marketer use it, in Chromium, from a server and from a folder."""

from __future__ import annotations

import functools
import itertools
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from generator import files
from generator.brand import Brand
from generator.build import searching, voicing
from generator.build.project import read_project
from generator.cards import Tokens
from generator.desk import DeskDraft, DeskPicture, desk
from generator.site.shape import Shape
from generator.social.draft import Poll
from tests.browser.conftest import COPYING

POLICY = "default-src 'self'; img-src 'self' data:"
"""The Content-Security-Policy every page of ours must work under, besides its own."""

TODAY = date(2026, 11, 22)
SCHEMES = {
    "light": {"paper": "#FBF5EA", "ink": "#0E2A2B", "brand": "#0B5D5B"},
    "dark": {"paper": "#0B2426", "ink": "#FAF6EE", "brand": "#8ADCCB"},
}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)


def entry(question: str, short: str, body: str, **source: str) -> str:
    """A file of the FAQ; the source language also says who owns it."""
    matter = {"question": question, "short": short} | source
    return "\n".join(["---", *(f"{key}: {value}" for key, value in matter.items()), "---", body, ""])


GIFTS = "The carrier collects it.\n\n## Presents from abroad {#presents}\n\nSmall ones are free."
OWNED = {"owner": "care", "reviewed": "2026-11-01", "review_every": "90 days"}
PROJECT = {
    "mkdocs.yml": "site_name: Zrno\nsite_url: https://faq.zrno.example/\n",
    "faq/faq.yml": """\
name: Zrno
languages: [en, hr, sr]
teams:
  care: {name: {en: Customer care, hr: Služba za kupce}, people: [Ana, Luka]}
contact:
  timezone: Europe/Zagreb
  hours: {mon-fri: "08:00-16:00"}
  channels:
    - {name: Instagram, address: "@zrno", url: "https://instagram.example/zrno", team: care, reply_minutes: 15}
    - {name: E-mail, address: zrno, url: "mailto:pomoc@zrno.example", team: care, reply_minutes: 120}
    - {name: Facebook, address: zrno, url: "https://facebook.example/zrno", team: care, reply_minutes: 15}
""",
    "faq/returns/_topic.yml": "title: {en: Returns, hr: Povrati, sr: Враћање}\n",
    "faq/returns/refund-time.en.md": entry(
        "When do I get my money back?",
        "At most 7 days after your return arrives.",
        "We send the money within 7 days.\n\n- by card\n- by transfer\n\nSee [delivery](entry:delivery-time).",
        **OWNED,
        note="Ask for the account <b>only</b> in private. " + "x" * 120,
        tags=f"[{'y' * 120}]",
    ),
    "faq/returns/refund-time.hr.md": entry(
        "Kada ću dobiti povrat novca?", "Najviše 7 dana nakon što nam roba stigne.", "Šaljemo ga u roku od 7 dana."
    ),
    "faq/returns/refund-time.sr.md": entry(
        "Када ћу добити повраћај новца?", "Највише 7 дана након што нам роба стигне.", "Шаљемо га у року од 7 дана."
    ),
    "faq/delivery/_topic.yml": "title: {en: Delivery, hr: Dostava, sr: Достава}\n",
    "faq/delivery/delivery-time.en.md": entry(
        "How long does delivery take?",
        "One to two days.",
        "Parcels travel by courier.",
        **OWNED,
        also_asked="[Where is my order?]",
    ),
    "faq/delivery/delivery-time.hr.md": entry(
        "Koliko traje dostava naručene pošiljke?", "Jedan do dva dana.", "Paketi putuju kurirom."
    ),
    "faq/delivery/delivery-time.sr.md": entry(
        "Колико траје достава наручене пошиљке?", "Један до два дана.", "Пакети путују куриром."
    ),
    "faq/delivery/customs.en.md": entry(
        "Do I pay customs duty?", "Only outside the EU.", GIFTS, **OWNED, tags="[zoll]"
    ),
    "faq/replies/where.en.md": """\
---
title: Where the order is
when: In a private message.
fields: {name: text, order: order, date: date, days: days}
---
Hello {{ name }},

your order {{ order }} left on {{ date }} and takes {{ days }}.
""",
    "faq/replies/received.hr.md": """\
---
title: Upit je stigao
when: Odmah.
fields: {reply_by: promise, way: choice}
choices: {way: [e-poštom, poštom]}
---
Odgovor ćete dobiti {{ reply_by }}, {{ way }}.
""",
    "faq/replies/where.hr.md": """\
---
title: Gdje je narudžba
when: U privatnoj poruci.
fields: {date: date, days: days}
---
Krenula je {{ date }} i putuje {{ days }}.
""",
}


def post(id_: str, moment: str, text: str, *, limit: int = 500, language: str = "hr") -> DeskDraft:
    return DeskDraft(
        id=id_,
        channel=f"mastodon-{language}",
        network="Mastodon",
        entry="delivery-time",
        language=language,
        slot=datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Europe/Zagreb")),
        text=text,
        length=len(text),
        limit=limit,
        unit="graphemes",
        state="review",
        why="Asked often.",
    )


SLIDES = tuple(
    DeskPicture(file=f"cards/{name}.png", alt=alt, width=1080, height=1350)
    for name, alt in zip("abcdef", ("Koliko traje dostava?", "Jedan dan.", "Dva dana.", "3", "4", "5"), strict=True)
)
POSTS = [
    replace(
        post(
            "delivery-time.1",
            "2026-12-03T09:00",
            "Koliko traje dostava?\n\nJedan do dva dana. <script>alert(1)</script>",
        ),
        titles={"en": "Question and answer", "hr": "Pitanje i odgovor"},
        pictures=SLIDES[:1],
    ),
    replace(
        post("delivery-time.4", "2026-12-03T10:00", "Kako?", language="sr"),
        titles={"en": "Step by step"},
        pictures=SLIDES,
        document="cards/steps.pdf",
        poll=Poll(question="Колико дана?", options=("Један", "Два"), right=2, hours=24),
    ),
    post("delivery-time.2", "2026-12-04T18:00", "How long? " * 4, language="en", limit=20),
    post("delivery-time.3", "2027-01-05T18:00", "Siječanj."),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("project")
    files.write({path: text.encode() for path, text in PROJECT.items()}, project)
    read, problems = read_project(project)
    assert read, problems
    shape = Shape(library=read.library, addresses=read.addresses)
    indexes = searching.of_project(read, shape, project / "build/search")
    tree, problems = desk(
        read.library,
        read.addresses,
        POSTS,
        Brand(tokens=Tokens(schemes=SCHEMES)),
        indexes,
        read.wordings,
        today=TODAY,
        voices=voicing.voices(read),
    )
    assert not problems
    built = tmp_path_factory.mktemp("desk")
    files.write({**tree, **{slide.file: PIXEL for slide in SLIDES}}, built)
    return built


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class' name
        """Say nothing: the tests' output is for tests."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on a free port of this machine; gives its address, which ends in `/`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


EVERYWHERE = pytest.mark.parametrize("base", ["server", "folder"], indirect=True)
"""From a server and opened from the disk; other tests use the server only."""


@pytest.fixture(scope="module")
def base(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    if getattr(request, "param", "server") == "folder":
        yield f"{folder.as_uri()}/"
    else:
        with served(folder) as address:
            yield address


Opener = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, base: str) -> Iterator[Opener]:
    """Opens the desk; afterwards nothing may have failed and no other host may have been asked."""
    contexts, faults, asked = [], [], []

    def start(hash_: str = "", *, width: int = 1280, locale: str = "en-GB", without_clipboard: bool = False) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 800}, locale=locale)
        contexts.append(context)
        if without_clipboard:
            context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.add_init_script(COPYING)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("request", lambda call: asked.append(call.url))
        page.goto(f"{base}index.html{hash_}")
        return page

    yield start
    for context in contexts:
        context.close()
    assert not faults
    assert [url for url in asked if not url.startswith((base, "data:"))] == []


def pasted(page: Page) -> str:
    """What the clipboard holds, found out as people do."""
    page.evaluate("window.copying")
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), { id: 'paste' }))")
    page.focus("#paste")
    page.keyboard.press("Control+V")
    text = page.locator("#paste").input_value()
    page.evaluate("document.getElementById('paste').remove()")
    return text


def results(page: Page) -> list[str]:
    return page.locator("#results .question").all_inner_texts()


def best(page: Page) -> Locator:
    """The best result; an index may still be on its way."""
    return page.locator("#results .result").first


def customer(page: Page, code: str) -> None:
    page.locator("select.customer:visible").select_option(code)
    expect(page.locator("#main")).not_to_have_attribute("aria-busy", "true")  # its words have come


@EVERYWHERE
def test_all_answers_are_listed_and_the_search_is_ready(opened: Opener) -> None:
    page = opened()
    expect(page.locator("#query")).to_be_focused()
    assert len(results(page)) == 3
    expect(page.locator("#count")).to_have_text("3 answers")


@pytest.mark.parametrize(
    ("typed", "language", "first"),
    [
        ("narucene posiljke", "hr", "Koliko traje dostava naručene pošiljke?"),
        ("povrat novca", "hr", "Kada ću dobiti povrat novca?"),
        ("povracaj", "sr", "Када ћу добити повраћај новца?"),
        ("povraćaj novca", "sr-Latn", "Kada ću dobiti povraćaj novca?"),
        ("повраћај", "hr", "Kada ću dobiti povrat novca?"),
        ("NARUCENA POSILJKA", "sr", "Колико траје достава наручене пошиљке?"),
        ("where order", "en", "How long does delivery take?"),
        ("kurir", "en", "How long does delivery take?"),
        ("customs", "hr", "Do I pay customs duty?"),
    ],
)
def test_a_question_is_found_without_marks_in_either_script_by_any_language(
    opened: Opener, typed: str, language: str, first: str
) -> None:
    page = opened()
    customer(page, language)
    page.fill("#query", typed)
    expect(best(page).locator(".question")).to_have_text(first)


@EVERYWHERE
@pytest.mark.parametrize(
    ("typed", "language", "first"),
    [
        ("delivvery", "en", "How long does delivery take?"),  # a slip
        ("narucenih posiljki", "hr", "Koliko traje dostava naručene pošiljke?"),  # another form, without diacritics
        ("porudzbina dostava", "sr", "Колико траје достава наручене пошиљке?"),  # Latin for Cyrillic
        ("достава", "sr-Latn", "Koliko traje dostava naručene pošiljke?"),  # and the reverse
    ],
)
def test_the_sites_search_works_on_the_desk(opened: Opener, typed: str, language: str, first: str) -> None:
    page = opened()
    customer(page, language)
    page.fill("#query", typed)
    expect(best(page).locator(".question")).to_have_text(first)
    expect(best(page).locator("mark").first).to_be_visible()


@EVERYWHERE
def test_an_index_is_loaded_when_its_language_is_first_searched(opened: Opener) -> None:
    page = opened()
    loaded = page.locator("script[src^='search.']")
    expect(loaded).to_have_count(1)  # when there is nothing else to do
    customer(page, "hr")
    page.fill("#query", "dostava")
    expect(best(page).locator(".question mark")).to_have_text("dostava")
    expect(loaded).to_have_count(2)


@EVERYWHERE
def test_what_the_customers_language_does_not_find_another_may_and_says_so(opened: Opener) -> None:
    page = opened()
    customer(page, "hr")
    page.fill("#query", "money")
    expect(page.locator("#count")).to_contain_text("Nothing found in: Hrvatski. Found in: English. ")
    expect(best(page).locator(".question")).to_have_text("Kada ću dobiti povrat novca?")
    expect(best(page).locator(".by")).to_have_text("When do I get my money back?")
    page.keyboard.press("Enter")
    expect(page.locator("#toast")).to_contain_text("Link copied: Kada ću dobiti povrat novca?")


def test_agents_type_in_their_own_language_for_customers_of_another(opened: Opener) -> None:
    page = opened()
    customer(page, "hr")
    page.fill("#query", "get my money back carrier")
    expect(page.locator("#count")).to_contain_text("Better results in: English.")
    expect(best(page).locator(".question")).to_have_text("Kada ću dobiti povrat novca?")
    expect(best(page).locator(".by mark").last).to_have_text("back")
    page.get_by_role("button", name="Search in: Hrvatski").click()
    expect(best(page).locator(".question")).to_have_text("Do I pay customs duty?")
    expect(page.locator("#query")).to_be_focused()
    page.get_by_role("button", name="Search in: English").click()
    expect(best(page).locator(".question")).to_have_text("Kada ću dobiti povrat novca?")


@EVERYWHERE
def test_a_heading_that_answers_better_is_offered_with_its_own_link(opened: Opener) -> None:
    page = opened()
    page.fill("#query", "presents abroad")
    expect(best(page).locator(".heading")).to_have_text("Presents from abroad")
    page.keyboard.press("Enter")
    expect(page.locator("#toast")).to_have_text("Link copied: Do I pay customs duty? › Presents from abroad")
    assert pasted(page) == "https://faq.zrno.example/q/customs/#presents"
    best(page).click()
    page.get_by_role("button", name="Copy link to “Presents from abroad”").first.click()
    assert pasted(page) == "https://faq.zrno.example/q/customs/#presents"
    page.reload()
    expect(page.locator(".copy-heading")).to_have_text("Copy link to “Presents from abroad”")
    page.click(".copy-link")
    assert pasted(page) == "https://faq.zrno.example/q/customs/"


def test_every_heading_of_an_answer_can_be_linked(opened: Opener) -> None:
    page = opened("#answers/customs")
    expect(page.locator(".copy-heading")).to_be_hidden()
    page.locator(".body").get_by_role("button", name="Copy link to “Presents from abroad”").click()
    assert pasted(page) == "https://faq.zrno.example/q/customs/#presents"


@pytest.mark.parametrize(
    ("typed", "first"), [("customs", "customs"), ("Refund-time", "refund-time"), ("Zoll", "customs")]
)
def test_colleagues_find_answers_by_id_and_tag(opened: Opener, typed: str, first: str) -> None:
    page = opened()
    customer(page, "sr")
    page.fill("#query", typed)
    expect(best(page)).to_have_attribute("data-id", first)


@EVERYWHERE
def test_the_words_are_in_the_address(opened: Opener) -> None:
    page = opened("?q=couriers")
    expect(page.locator("#query")).to_have_value("couriers")
    expect(best(page).locator(".question")).to_have_text("How long does delivery take?")
    page.fill("#query", "money")
    expect(best(page).locator("mark")).to_have_text("money")
    assert page.evaluate("location.search") == "?q=money"
    best(page).click()
    page.reload()
    expect(page.locator("#query")).to_have_value("money")
    expect(page.locator("#answer h2")).to_have_text("When do I get my money back?")
    page.focus("#query")
    page.keyboard.press("Escape")
    assert page.evaluate("location.search") == ""


@EVERYWHERE
def test_words_without_an_answer_are_ready_to_be_passed_on_without_what_names_a_person(opened: Opener) -> None:
    page = opened()
    page.fill("#query", "xyzzyx qwrtp  ana@zrno.example 091 234 5678")
    expect(page.locator("#gap .words")).to_have_text("xyzzyx qwrtp … …")
    page.click(".copy-gap")
    expect(page.locator("#toast")).to_contain_text("Question copied")
    assert pasted(page) == "xyzzyx qwrtp … …"
    page.fill("#query", "")
    expect(page.locator("#gap")).to_be_hidden()
    expect(page.locator("#count")).to_have_text("3 answers")


def test_an_index_that_does_not_come_is_told_and_another_may_serve(opened: Opener) -> None:
    page = opened()
    page.route("**/search.hr.js", lambda route: route.fulfill(body=""))
    customer(page, "hr")
    page.fill("#query", "dostava")
    expect(page.locator("#count")).to_contain_text("The search could not be loaded for: Hrvatski. Reload the page.")
    expect(best(page).locator(".question")).to_have_text("Koliko traje dostava naručene pošiljke?")


def test_enter_before_the_index_has_come_copies_what_it_then_finds(opened: Opener) -> None:
    page = opened()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search.hr.js", hold)
    customer(page, "hr")
    page.fill("#query", "povrat")
    page.keyboard.press("Enter")
    expect(page.locator("#results li")).to_have_count(0)
    held[0].continue_()
    expect(page.locator("#toast")).to_contain_text("Link copied: Kada ću dobiti povrat novca?")


def test_words_that_nothing_knows_say_so(opened: Opener) -> None:
    page = opened()
    page.fill("#query", "xyzzy")
    expect(page.locator("#count")).to_have_text("No answer found. Try fewer or other words.")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#answer")).to_be_empty()


@EVERYWHERE
@pytest.mark.parametrize("without_clipboard", [False, True])
def test_enter_copies_the_permanent_link_and_shift_enter_a_reply(opened: Opener, *, without_clipboard: bool) -> None:
    page = opened(without_clipboard=without_clipboard)
    customer(page, "hr")
    page.fill("#query", "povrat")
    expect(page.locator("#results mark")).not_to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator("#toast")).to_contain_text("Link copied: Kada ću dobiti povrat novca?")
    assert pasted(page) == "https://faq.zrno.example/hr/q/refund-time/"
    page.focus("#query")
    page.keyboard.press("Shift+Enter")
    expect(page.locator("#toast")).to_contain_text("Reply copied")
    greeting, answer, step, sign_off = pasted(page).split("\n\n")
    assert greeting.endswith("!")
    assert answer.endswith(". Najviše 7 dana nakon što nam roba stigne.")
    assert step.endswith(": https://faq.zrno.example/hr/q/refund-time/")
    assert sign_off.endswith("\nZrno")


@EVERYWHERE
def test_buttons_copy_the_same(opened: Opener) -> None:
    page = opened("#answers/delivery-time")
    page.click(".copy-link")
    expect(page.locator("#toast")).to_contain_text("Link copied")
    assert pasted(page) == "https://faq.zrno.example/q/delivery-time/"
    page.click(".copy-short")
    expect(page.locator("#toast")).to_contain_text("Short answer")
    assert pasted(page) == "One to two days.\nhttps://faq.zrno.example/q/delivery-time/"


def test_the_keyboard_alone_finds_moves_and_clears(opened: Opener) -> None:
    page = opened("#replies")
    page.keyboard.press("/")
    expect(page.locator("#query")).to_be_focused()
    before = results(page)
    page.keyboard.press("ArrowDown")
    active = page.locator("#results [aria-selected=true]")
    expect(active.locator(".question")).to_have_text(before[1])
    assert page.get_attribute("#query", "aria-activedescendant") == active.get_attribute("id")
    expect(page.locator("#answer h2")).to_have_text(before[1])
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#answer h2")).to_have_text(before[0])
    page.keyboard.type("customs")
    expect(page.locator("#results .question")).to_have_text(["Do I pay customs duty?"])
    page.keyboard.press("Escape")
    assert results(page) == before
    expect(page.locator("#query")).to_have_value("")


def test_an_opened_answer_shows_everything_an_agent_needs(opened: Opener) -> None:
    page = opened("#answers/refund-time")
    answer = page.locator("#answer")
    for text in (
        "When do I get my money back?",
        "At most 7 days after your return arrives.",
        "Internal note",
        "Ask for the account <b>only</b> in private.",
        "Customer care: Ana, Luka",
        "1 November 2026",
        "https://faq.zrno.example/q/refund-time/",
        "No posts planned.",
    ):
        expect(answer).to_contain_text(text)
    assert answer.locator(".body li").all_inner_texts() == ["by card", "by transfer"]
    answer.get_by_role("button", name="Српски", exact=True).click()
    expect(answer.locator("h2")).to_have_text("Када ћу добити повраћај новца?")
    expect(answer.locator("h2")).to_have_attribute("lang", "sr")


@EVERYWHERE
def test_links_between_answers_stay_on_the_desk_and_back_leads_back(opened: Opener) -> None:
    page = opened("#answers/refund-time")
    page.get_by_role("link", name="delivery", exact=True).click()
    expect(page.locator("#answer h2")).to_have_text("How long does delivery take?")
    expect(page.locator("#answer h2")).to_be_focused()
    expect(page.locator(".planned li")).to_have_count(4)
    page.go_back()
    expect(page.locator("#answer h2")).to_have_text("When do I get my money back?")


def test_a_missing_translation_is_shown_in_the_source_language_and_says_so(opened: Opener) -> None:
    page = opened("#answers/customs")
    customer(page, "hr")
    expect(page.locator("#answer .fallback")).to_have_text(
        "Not translated yet (Hrvatski). Answer and link are in: English."
    )
    expect(page.locator("#answer h2")).to_have_attribute("lang", "en")


@EVERYWHERE
def test_the_agents_and_the_customers_language_are_remembered(opened: Opener) -> None:
    page = opened()
    page.select_option("#interface", "sr-Latn")
    customer(page, "hr")
    page.reload()
    assert page.get_attribute("html", "lang") == "sr-Latn"
    expect(page.locator(".tabs a").first).to_have_text("Odgovori")
    expect(page.locator("select.customer:visible")).to_have_value("hr")


def test_the_desk_first_speaks_the_browsers_language(opened: Opener) -> None:
    page = opened(locale="hr-HR")
    assert page.get_attribute("html", "lang") == "hr"
    expect(page.locator("#count")).to_have_text("3 odgovora")


@EVERYWHERE
def test_a_reply_is_copied_filled_in_and_never_with_a_gap(opened: Opener) -> None:
    page = opened("#replies/where")
    page.fill("#reply [name=name]", "Iva {{ x }}")
    page.click("#reply .copy-reply")
    expect(page.locator("#reply .missing")).to_have_text(
        "Almost there. Please fill in first: Order number, Date, Number of days"
    )
    expect(page.locator("#reply [name=order]")).to_be_focused()
    expect(page.locator("#toast")).to_be_empty()
    page.fill("#reply [name=name]", "Iva")
    page.fill("#reply [name=order]", "A-17")
    page.fill("#reply [name=date]", "2026-11-20")
    page.fill("#reply [name=days]", "3")
    page.click("#reply .copy-reply")
    expect(page.locator("#toast")).to_contain_text("Reply copied")
    assert pasted(page) == "Hello Iva,\n\nyour order A-17 left on 20 November 2026 and takes 3 days."


@EVERYWHERE
def test_a_reply_says_what_had_better_be_said_otherwise_while_it_is_filled_in(opened: Opener) -> None:
    page = opened("#replies/where")
    expect(page.locator("#reply .voice")).to_be_hidden()
    page.fill("#reply [name=name]", "Iva. It leaves soon")
    expect(page.locator("#reply .voice li")).to_have_text(
        ["“soon” → give a time, for example “by 9:30 tomorrow” or “within 2 working days”"]
    )
    page.fill("#reply [name=name]", "Iva")
    expect(page.locator("#reply .voice")).to_be_hidden()


def test_dates_and_days_are_written_in_the_customers_language(opened: Opener) -> None:
    page = opened("#replies/where")
    customer(page, "hr")
    page.fill("#reply [name=date]", "2026-11-20")
    page.fill("#reply [name=days]", "21")
    expect(page.locator("#reply .letter")).to_have_value(
        re.compile("\n\nKrenula je 20\\. studenoga 2026\\. i putuje 21 dan\\.\n\n")
    )


def test_no_two_replies_in_a_row_are_alike_and_all_say_the_same(opened: Opener) -> None:
    page = opened("#answers/refund-time")
    copied = []
    for _ in range(4):
        page.click("#answer .copy-reply")
        copied.append(pasted(page))
    assert all(a != b for a, b in itertools.pairwise(copied))
    assert all("At most 7 days after your return arrives." in text for text in copied)
    assert all("https://faq.zrno.example/q/refund-time/" in text for text in copied)


def test_an_answer_that_is_not_translated_is_labelled(opened: Opener) -> None:
    page = opened("#answers/customs")
    customer(page, "hr")
    page.click("#answer .copy-reply")
    copied = pasted(page)
    assert "Naš odgovor (engleski): Only outside the EU." in copied
    assert "https://faq.zrno.example/q/customs/" in copied


@EVERYWHERE
def test_a_reply_without_a_greeting_of_its_own_is_greeted_by_name_and_promises_what_hours_allow(opened: Opener) -> None:
    page = opened()
    page.clock.set_fixed_time(datetime(2026, 11, 27, 15, 50, tzinfo=ZoneInfo("Europe/Zagreb")))
    customer(page, "hr")
    page.evaluate("location.hash = '#replies/received'")
    expect(page.locator("#reply [name=reply_by] option")).to_have_text(
        ["Instagram, Facebook · u ponedjeljak do 08:05", "E-mail · u ponedjeljak do 09:50"]
    )
    page.fill("#reply [name=name]", "petar")
    page.fill("#reply [name=agent]", "Ana")
    page.select_option("#reply [name=way]", "poštom")
    page.select_option("#reply [name=reply_by]", "120")
    page.click("#reply .copy-reply")
    expect(page.locator("#toast")).to_contain_text("Reply copied")
    greeting, said, sign_off = pasted(page).split("\n\n")
    assert ", Petre" in greeting
    assert said == "Odgovor ćete dobiti u ponedjeljak do 09:50, poštom."
    assert sign_off.endswith("\nAna, Zrno")
    page.click("#reply .clear")
    expect(page.locator("#reply [name=reply_by]")).to_have_value("120")
    expect(page.locator("#reply [name=way]")).to_have_value("")
    page.click("#reply .copy-reply")
    expect(page.locator("#reply .missing")).to_contain_text("way")


def test_a_reply_that_names_an_order_says_that_it_is_private(opened: Opener) -> None:
    page = opened("#replies/where")
    expect(page.locator("#reply .private")).to_have_text("Move to a private message: this needs personal data.")


def test_a_customers_details_are_not_kept(opened: Opener) -> None:
    page = opened("#replies/where")
    page.fill("#reply [name=name]", "Iva")
    page.reload()
    expect(page.locator("#reply [name=name]")).to_have_value("")


@EVERYWHERE
def test_the_calendar_opens_at_the_first_posts_and_shows_them_as_they_will_be_posted(opened: Opener) -> None:
    page = opened("#calendar/list")
    expect(page.locator("#month")).to_have_text("December 2026")
    first = page.locator(".post").first
    assert first.locator(".words .text").text_content() == POSTS[0].text
    expect(first.locator(".counter")).to_have_text(f"Characters: {POSTS[0].length} of 500")
    for text in (
        "09:00",
        "Mastodon",
        "Hrvatski",
        "Europe/Zagreb",
        "In review",
        "Asked often.",
        "Koliko traje dostava naručene pošiljke?",
    ):
        expect(first).to_contain_text(text)
    card = first.locator("img")
    expect(card).to_have_attribute("alt", "Koliko traje dostava?")
    card.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.post img').naturalWidth === 1")
    expect(page.locator(".counter.over")).to_have_text("Characters: 40 of 20 · too long")


def test_a_carousel_shows_all_its_pictures_in_a_strip_that_the_arrow_keys_move(opened: Opener) -> None:
    page = opened("#calendar/list", width=900)
    shown = page.locator("#post-delivery-time\\.4")
    strip = shown.get_by_role("group", name="Pictures: 6")

    alts = shown.locator("img").evaluate_all("all => all.map(each => each.alt)")
    assert alts == [slide.alt for slide in SLIDES]
    assert shown.locator(".alt").all_inner_texts() == alts
    assert shown.locator(".alt").first.get_attribute("lang") == "sr"
    expect(shown.locator("img").last).not_to_be_in_viewport()
    strip.focus()
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    expect(shown.locator("img").last).to_be_in_viewport()
    assert page.locator(".strip").first.get_attribute("tabindex") is None  # a single picture


def test_a_post_says_what_kind_it_is_what_its_poll_asks_and_where_its_document_lies(opened: Opener) -> None:
    page = opened("#calendar/list")
    shown = page.locator("#post-delivery-time\\.4")

    expect(shown.locator(".format")).to_have_text("Step by step")
    expect(shown.get_by_role("link", name="Open the PDF")).to_have_attribute("href", "cards/steps.pdf")
    assert shown.locator(".poll li .text").all_inner_texts() == ["Један", "Два"]
    expect(shown.locator(".poll .right:visible")).to_have_text("right answer")
    for text in ("Колико дана?", "Duration: 24 h"):
        expect(shown.locator(".poll")).to_contain_text(text)
    expect(page.locator(".post .format:visible")).to_have_count(2)


def test_the_calendar_turns_its_months_and_filters_by_channel_and_language(opened: Opener) -> None:
    page = opened("#calendar/list")
    expect(page.locator("#post-count")).to_have_text("3 posts")
    page.select_option("#channel", "mastodon-en")
    expect(page.locator(".post")).to_have_count(1)
    page.select_option("#channel", "")
    page.select_option("#post-language", "hr")
    expect(page.locator(".post")).to_have_count(1)
    page.get_by_role("button", name="Next month").click()
    expect(page.locator("#month")).to_have_text("January 2027")
    expect(page.locator(".post .text").first).to_have_text("Siječanj.")
    page.get_by_role("button", name="Previous month").click()
    page.get_by_role("button", name="Previous month").click()
    expect(page.locator("#post-count")).to_have_text("No posts in this month.")
    page.get_by_role("button", name="Month", exact=True).click()
    expect(page.locator(".days .today")).to_have_text("22")


def test_a_planned_post_is_reached_from_its_answer(opened: Opener) -> None:
    page = opened("#answers/delivery-time")
    page.locator(".planned a").last.click()
    expect(page.locator("#month")).to_have_text("January 2027")
    expect(page.locator(".post a.question")).to_be_focused()


def test_on_a_phone_the_answer_replaces_the_list(opened: Opener) -> None:
    page = opened(width=360)
    expect(page.locator("#answer")).to_be_hidden()
    page.locator("#results li").nth(1).click()
    expect(page.locator("#answer")).to_be_visible()
    expect(page.locator("#results")).to_be_hidden()
    page.get_by_role("link", name="Back to the list").click()
    expect(page.locator("#results")).to_be_visible()


@pytest.mark.parametrize("hash_", ["#answers", "#answers/refund-time", "#replies/where", "#calendar", "#calendar/week"])
def test_nothing_is_wider_than_a_small_phone_and_everything_is_big_enough_to_touch(opened: Opener, hash_: str) -> None:
    page = opened(hash_, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    small = """() => [...document.querySelectorAll("button, select, input, a")]
        .filter((each) => each.offsetParent && getComputedStyle(each).display !== "inline")
        .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name)"""
    assert page.evaluate(small) == []
    nameless = """() => [...document.querySelectorAll("input, select")]
        .filter((each) => !each.labels.length).map((each) => each.id)"""
    assert page.evaluate(nameless) == []


def test_the_head_fits_at_every_width_in_a_language_of_long_names(opened: Opener) -> None:
    page = opened("#answers", locale="sr-RS")
    expect(page.locator("html")).to_have_attribute("lang", "sr")
    page.evaluate("for (const tab of document.querySelectorAll('.bar a')) tab.hidden = false")  # as with a log
    for width in (320, 700, 900, 1024, 1180, 1400):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        lines = "(link) => link.getClientRects().length === 1 && link.offsetHeight < 60"
        assert all(page.locator(".bar a").nth(n).evaluate(lines) for n in range(page.locator(".bar a").count())), width


def test_what_is_chosen_is_seen_in_forced_colours(opened: Opener) -> None:
    page = opened("#answers/refund-time")
    page.emulate_media(forced_colors="active")
    ground = "(element) => getComputedStyle(element).backgroundColor"
    for chosen, other in (
        (".tabs a[aria-current]", ".tabs a:not([aria-current])"),
        (".switch :checked + span", ".switch :not(:checked) + span"),
    ):
        expect(page.locator(chosen).first).to_be_visible()
        assert page.locator(chosen).first.evaluate(ground) != page.locator(other).first.evaluate(ground), chosen
