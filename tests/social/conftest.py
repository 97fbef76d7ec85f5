"""Small worlds for tests of posts: the package's own networks, phrases and templates, libraries built by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from generator.content.data import read_all, read_texts
from generator.content.languages import site_languages
from generator.content.library import Entry, Library, Topic
from generator.content.meta import Meta
from generator.content.organisation import PostChannel, Settings
from generator.content.schema.formats import FormatFile
from generator.content.schema.languages import LanguageFile
from generator.content.schema.networks import NetworkFile
from generator.social import Draft, Kit, Ledger, Network, Record, Slot, draft, draft_id, formats, networks
from generator.social.ledger import ledger

SHARED = Path(__file__).parents[3] / "shared"
ZAGREB = ZoneInfo("Europe/Zagreb")
LANGUAGES = ("en", "hr", "sr", "sl", "cs", "bg")


class World:
    """The package's own networks and templates, and libraries of given entries."""

    zone = ZAGREB
    languages = LANGUAGES

    def __init__(self) -> None:
        files, problems = read_all(NetworkFile, "networks")
        assert problems == []
        self.nets: Mapping[str, Network] = networks(files)
        language_files, problems = read_all(LanguageFile, "languages")
        self.settings = Settings(name="Zrno", languages=LANGUAGES, url="https://faq.zrno.hr/")
        self.site_languages, more = site_languages(language_files, self.settings, {})
        assert problems == more == []
        self.templates: Mapping[str, str] = read_texts("templates/posts")[0]
        format_files, problems = read_all(FormatFile, "formats")
        assert problems == []
        self.formats = formats(format_files)

    def kit(self, library: Library, **others: Any) -> Kit:
        """What drafts of a library are made of; the package's own where no `others` are given."""
        given = {"networks": self.nets, "formats": self.formats, "templates": self.templates} | others
        return Kit(library=library, **given)

    def library(self, entries: Iterable[Entry], titles: Mapping[str, str] | None = None) -> Library:
        """A library in all languages; topics are whatever the entries name."""
        entries = list(entries)
        topics = [Topic(id=id_, titles=titles or {"en": id_.title()}) for id_ in sorted({e.topic for e in entries})]
        return Library.of(entries, settings=self.settings, languages=self.site_languages, topics=topics)

    def entries(self, *names: str, **meta: Meta) -> list[Entry]:
        """`delivery/price` is entry price in topic delivery; in order, first to last."""
        return [
            Entry(
                id=id_,
                lang="en",
                topic=topic,
                question=f"{id_}?",
                meta=replace(meta.get(id_, Meta()), order=order),
            )
            for order, (topic, _, id_) in enumerate(name.partition("/") for name in names)
        ]

    def row(self, entry: str, when: datetime, n: int = 1, state: str = "draft", channel: str = "x-en") -> Record:
        """A line of the ledger."""
        return Record(
            id=draft_id(channel, entry, n),
            state=state,
            slot=when,
            channel=channel,
            network="x",
            language="en",
            entry=entry,
            n=n,
            source_hash="0" * 64,
            text_hash="0" * 64,
        )

    def written(self, slots: Iterable[Slot], state: str = "draft") -> Ledger:
        """The ledger after a plan."""
        return ledger(self.row(slot.entry, slot.when, slot.n, state, slot.channel) for slot in slots)

    def slot(self, entry: Entry, network: str, n: int = 1, day: int = 1) -> Slot:
        """A slot in December for an entry."""
        when = datetime(2026, 12, day, 9, tzinfo=ZAGREB)
        channel = f"{network}-{entry.lang}"
        return Slot(
            when=when,
            channel=channel,
            network=network,
            language=entry.lang,
            entry=entry.id,
            n=n,
            why="never posted here",
        )

    def write(self, entry: Entry, network: str, n: int = 1, templates: Mapping[str, str] | None = None) -> Draft:
        """The draft of an entry, which must have no problem."""
        kit = self.kit(self.library([entry]), templates=templates or self.templates)
        made, problems = draft(self.slot(entry, network, n), kit)
        assert problems == []
        assert made
        return made

    def real(self, name: str) -> Library:
        """Somebody else's FAQ in the languages it shares with us: answers that nobody wrote for posts."""
        path = SHARED / "data" / name / "faq.json"
        if not path.exists():
            pytest.skip(f"{name} lies beside the project, and not here")
        rows = [row for row in json.loads(path.read_text(encoding="utf-8")) if row["lang"] in LANGUAGES]
        library = self.library(
            Entry(
                id=row["id"],
                lang=row["lang"],
                topic=row["category_id"],
                question=row["question"],
                body=row["answer_markdown"],
            )
            for row in rows
        )
        titles: dict[str, dict[str, str]] = {}
        for row in rows:
            titles.setdefault(row["category_id"], {})[row["lang"]] = row["category"]
        return replace(library, topics={id_: replace(t, titles=titles[id_]) for id_, t in library.topics.items()})


@pytest.fixture(scope="session")
def world() -> World:
    return World()


@pytest.fixture
def entry() -> Entry:
    return Entry(
        id="delivery-time",
        lang="en",
        topic="delivery",
        question="How long does delivery take?",
        short="Parcels arrive in 1–2 working days. You get a tracking link.",
        body="Delivery takes 1–2 working days.\n\nLive plants have [their own day](entry:plants), a Tuesday.",
    )


@pytest.fixture
def channel() -> PostChannel:
    """Tuesdays and Fridays at nine."""
    slots = ((1, time(9)), (4, time(9)))
    return PostChannel(id="x-en", network="x", language="en", timezone="Europe/Zagreb", slots=slots)


@pytest.fixture(scope="session")
def post() -> Draft:
    """A draft as the generator makes it."""
    link = "https://faq.zrno.hr/q/delivery-time/?utm_content=x-en.delivery-time.1"
    return Draft(
        id="x-en.delivery-time.1",
        channel="x-en",
        network="x",
        entry="delivery-time",
        language="en",
        n=1,
        slot=datetime(2026, 12, 1, 9, tzinfo=ZAGREB),
        text=f"How long does delivery take?\n\n1–2 working days.\n\nFull answer: {link}",
        link=link,
        alt="How long does delivery take? 1–2 working days.",
        card="wide",
        source_hash="a" * 64,
        why="never posted here",
    )
