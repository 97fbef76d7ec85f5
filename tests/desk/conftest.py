"""A small library in three languages, made by hand, and two posts about it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from generator.content.data import read_all
from generator.content.languages import site_languages
from generator.content.library import Entry, Library, Reply, Topic
from generator.content.meta import Meta
from generator.content.organisation import Settings, Team
from generator.content.schema.languages import LanguageFile
from generator.desk import DeskDraft, DeskPicture
from generator.links import Addresses

META = Meta(
    owner="logistics",
    reviewed=date(2026, 6, 1),
    review_every=90,
    tags=("delivery",),
    note="The depot opens at 7. </script><script>alert(1)</script>",
)
TEAMS = {
    "logistics": Team(id="logistics", names={"en": "Delivery", "sr": "Достава"}, people=("Petar",), backup="support"),
    "support": Team(id="support", names={"en": "Care"}, people=("Ana",)),
}


def _entry(lang: str, question: str, short: str, body: str) -> Entry:
    return Entry(
        id="delivery-time",
        lang=lang,
        topic="delivery",
        question=question,
        short=short,
        body=body,
        meta=META,
        path=f"faq/delivery/delivery-time.{lang}.md",
    )


@pytest.fixture
def library() -> Library:
    settings = Settings(name="Zrno", languages=("en", "hr", "sr"), url="https://faq.example/", teams=TEAMS)
    files, problems = read_all(LanguageFile, "languages")
    assert not problems
    languages, problems = site_languages(files, settings, {"sr": ["Колико траје достава?"]})
    assert not problems
    entries = [
        _entry(
            "en",
            "How long does delivery take?",
            "In 2 days.",
            "It takes **2 days**.\n\nSee [returns](entry:returns#cost) or [write](page:contact).",
        ),
        _entry("hr", "Koliko traje dostava?", "Za 2 dana.", "Traje 2 dana."),
        _entry("sr", "Колико траје достава?", "", "Траје 2 дана.\n\nПишите нам."),
        Entry(
            id="returns",
            lang="en",
            topic="returns",
            question="How do I return goods?",
            body="Within 14 days.",
            path="faq/returns/returns.en.md",
        ),
    ]
    topics = [
        Topic(id="delivery", titles={"en": "Delivery", "hr": "Dostava"}),
        Topic(id="returns", titles={"en": "Returns"}, owner="support"),
    ]
    replies = [
        Reply(
            id="received",
            lang="en",
            title="Received",
            when="At once.",
            fields={"name": "text", "reply_time": "time"},
            body="Hello {{ name }},\n\n**thank you**{{ name }}. By {{ reply_time }}.",
            path="faq/replies/received.en.md",
        )
    ]
    return Library.of(entries, settings=settings, languages=languages, topics=topics, replies=replies)


@pytest.fixture
def addresses() -> Addresses:
    return Addresses("https://faq.example/", "en")


def draft(id_: str, moment: str, *, image: str = "cards/a.png", zone: str = "Europe/Zagreb") -> DeskDraft:
    return DeskDraft(
        id=id_,
        channel="facebook-hr",
        network="Facebook",
        entry="delivery-time",
        language="hr",
        slot=datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone)),
        text="Koliko traje dostava?\u2028Za 2 dana. <b>",
        length=30,
        limit=500,
        unit="graphemes",
        pictures=(DeskPicture(file=image, alt="Koliko traje dostava?", width=1080, height=1080),) if image else (),
        state="draft",
        why="Asked often.",
    )


@pytest.fixture
def drafts() -> list[DeskDraft]:
    return [draft("late", "2026-11-24T09:00"), draft("early", "2026-11-24T09:30", zone="Europe/Sofia")]
