"""Drafts to export, and the formats that come with the package."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from generator.content.data import read_all
from generator.content.schema.exports import ExportFile
from generator.content.schema.networks import NetworkFile
from generator.social import Draft, Network, networks


@pytest.fixture(scope="session")
def nets() -> Mapping[str, Network]:
    return networks(read_all(NetworkFile, "networks")[0])


@pytest.fixture(scope="session")
def specs() -> Mapping[str, ExportFile]:
    files, problems = read_all(ExportFile, "exports")
    assert problems == []
    return files


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
    )
