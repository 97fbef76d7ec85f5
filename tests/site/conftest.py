"""A small FAQ in memory: two topics, three languages of which one has a second script, and an entry that attacks."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from generator.brand import Brand
from generator.cards import Tokens
from generator.content.data import read_all
from generator.content.languages import site_languages
from generator.content.library import Entry, Library, Page, Topic
from generator.content.meta import Meta
from generator.content.organisation import ServiceChannel, Settings, Team
from generator.content.schema.languages import LanguageFile
from generator.files import Tree
from generator.links import Addresses
from generator.problems import Problem
from generator.site import theme as themes
from generator.site.dates import Dates
from generator.site.pages import trees
from generator.site.shape import CardImage, Shape
from generator.site.theme import Theme

HOSTILE = "\"'></title><script>alert(1)</script> {{ 7*7 }} --- & <b>"
TOKENS = {
    "light": {"paper": "#FFFFFF", "ink": "#000000", "brand": "#0B5D5B", "accent": "#B23414"},
    "dark": {"paper": "#000000", "ink": "#FFFFFF", "brand": "#8ADCCB", "accent": "#FFB28C"},
}


def entry(
    id_: str, lang: str, question: str, *, short: str = "", body: str = "Text.", topic: str = "delivery", **meta: Any
) -> Entry:
    path = f"faq/{topic}/{id_}.{lang}.md"
    return Entry(
        id=id_, lang=lang, topic=topic, question=question, short=short, body=body, meta=Meta(**meta), path=path
    )


def small_library() -> Library:
    settings = Settings(
        name="Zrno",
        languages=("en", "hr", "sr"),
        url="https://faq.example.org/help/",
        tagline={"en": "Answers", "hr": "Odgovori", "sr": "Одговори"},
        teams={
            "support": Team(
                id="support", names={"en": "Care", "sr": "Служба"}, people=("Ana", "M. K."), backup="depot"
            ),
            "depot": Team(id="depot", names={"en": "Depot"}),
        },
        timezone="Europe/Zagreb",
        hours={**{day: ((time(8), time(16)),) for day in range(5)}, 5: ((time(9), time(12)),)},
        email="help@example.org",
        service=(
            ServiceChannel(
                name="Mail",
                address="help@example.org",
                url="mailto:help@example.org",
                team="support",
                reply_minutes=120,
            ),
        ),
    )
    files, problems = read_all(LanguageFile, "languages")
    languages, more = site_languages(files, settings, {"sr": ["Колико траје достава?"]})
    assert [*problems, *more] == []
    body = (
        "See [cost](entry:cost#eur), [all](topic:returns), [us](page:contact) and `entry:cost`.\n\n"
        "## Tracking {#tracking}\n\nHere.\n"
    )
    reviewed = date(2026, 11, 1)
    attack = f"{HOSTILE}\n\n<script>\nalert(2)\n</script>\n"
    entries = [
        entry("time", "en", "How long?", short="Two days.", body=body, reviewed=reviewed, owner="support"),
        entry("time", "hr", "Koliko traje?", short="Dva dana.", body=body),
        entry("time", "sr", "Колико траје?", short="Два дана.", body=body, reviewed=reviewed, owner="support"),
        entry("time", "sr-Latn", "Koliko traje?", short="Dva dana.", body=body, owner="support"),
        entry("cost", "en", "How much?", body="It costs 4 EUR. Always. And more.\n\n## Euro {#eur}\n\nYes."),
        entry("attack", "en", HOSTILE, short=HOSTILE, body=attack, topic="returns"),
    ]
    topics = [
        Topic(id="delivery", titles={"en": "Delivery", "hr": "Dostava", "sr": "Достава"}, order=1, icon="truck"),
        Topic(id="returns", titles={"en": HOSTILE}, order=2, icon="nothing-of-the-kind"),
    ]
    pages = [
        Page(name="index", lang="en", title="Welcome", description="About us", body="Hello.", path="docs/index.en.md"),
        Page(name="how", lang="en", title="How", description="How we do", body="So.", path="docs/how.en.md"),
    ]
    return Library.of(entries, settings=settings, languages=languages, topics=topics, pages=pages)


@pytest.fixture(scope="session")
def library() -> Library:
    return small_library()


@pytest.fixture(scope="session")
def shape(library: Library) -> Shape:
    cards = {("time", "hr"): CardImage(file="time-hr.png", width=1200, height=630, alt='Pitanje "Koliko?"')}
    addresses = Addresses(base=library.settings.url, source="en")
    since = {("time", "en"): date(2026, 3, 1), ("attack", "en"): date(2026, 4, 2), ("time", "hr"): date(2026, 5, 3)}
    dates = Dates(since=since, changed={("time", "en"): date(2026, 6, 4)})
    return Shape(library=library, addresses=addresses, cards=cards, dates=dates)


@pytest.fixture(scope="session")
def theme() -> Theme:
    made, problems = themes.read()
    assert problems == []
    return made


@pytest.fixture(scope="session")
def brand() -> Brand:
    return Brand(tokens=Tokens(schemes=TOKENS))


@pytest.fixture(scope="session")
def hostile() -> str:
    return HOSTILE


@pytest.fixture(scope="session")
def make(theme: Theme, brand: Brand) -> Callable[..., tuple[dict[str, Tree], list[Problem]]]:
    """`make(shape, overrides=…)`: the docs trees of a shape's library."""

    def trees_of(shape: Shape, **own: Any) -> tuple[dict[str, Tree], list[Problem]]:
        return trees(shape, brand, theme, **own)

    return trees_of
