"""Drafts to export, the formats that come with the package, and one way to ask for an export."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from generator.content.data import read_all
from generator.content.library import Library
from generator.content.organisation import Settings
from generator.content.schema.exports import ExportFile
from generator.content.schema.networks import NetworkFile
from generator.export import Export, Picture, Request, export
from generator.problems import Problem
from generator.social import OPEN_STATES, Draft, Network, World, check_shown, networks

TODAY = date(2026, 11, 22)
Ask = Callable[..., tuple[Export, list[Problem]]]


@pytest.fixture(scope="session")
def nets() -> Mapping[str, Network]:
    return networks(read_all(NetworkFile, "networks")[0])


@pytest.fixture(scope="session")
def specs() -> Mapping[str, ExportFile]:
    files, problems = read_all(ExportFile, "exports")
    assert problems == []
    return files


@pytest.fixture(scope="session")
def ask(nets: Mapping[str, Network], specs: Mapping[str, ExportFile]) -> Ask:
    """Export drafts: `ask("buffer", [post], again=True)`; most posts have one picture, which needs no tuple."""

    def run(name: str, drafts: Sequence[Draft], **options: Any) -> tuple[Export, list[Problem]]:
        spec: ExportFile = options.get("spec") or specs[name]
        pictures = options.pop("pictures", {})
        options["pictures"] = {id_: (one,) if isinstance(one, Picture) else one for id_, one in pictures.items()}
        settings = Settings(name="Zrno", languages=("hr",), url="https://faq.zrno.hr/")
        world = World(
            library=Library.of([], settings=settings, languages={}, topics=[]),
            networks=nets,
            drafts=drafts,
            taker=spec.label,
            gap_minutes=spec.gap_minutes,
        )

        def judge(chosen: Sequence[Draft]) -> list[Problem]:
            shown = spec.purpose == "overview"
            return check_shown([d for d in chosen if not shown or d.state in OPEN_STATES], world)

        given = {"today": TODAY, "networks": nets, "judge": judge, **options, "spec": spec}
        return export(drafts, Request(name=name, **given))

    return run


@pytest.fixture(scope="session")
def post() -> Draft:
    link = "https://faq.zrno.hr/hr/q/dostava/?utm_source=facebook_page&utm_content=facebook-hr.dostava.1"
    return Draft(
        id="facebook-hr.dostava.1",
        channel="facebook-hr",
        network="facebook_page",
        entry="dostava",
        language="hr",
        n=1,
        slot=datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Europe/Zagreb")),
        text=f"Koliko traje dostava? 📦\n\nObično 1–2 radna dana, „u pravilu”.\n\nCijeli odgovor: {link}",
        link=link,
        alt="Koliko traje dostava? 1–2 radna dana.",
        card="portrait",
        source_hash="a" * 64,
        state="approved",
    )


@pytest.fixture(scope="session")
def card() -> Picture:
    """A card that is on the last built site."""
    return Picture(
        url="https://faq.zrno.hr/cards/hr/dostava-portrait-1f3a5c7e.jpg",
        name="hr/dostava-portrait-1f3a5c7e.jpg",
        width=1080,
        height=1350,
        content=b"\xff\xd8 a card",
    )
