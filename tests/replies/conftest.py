"""A wording of Croatian made by hand, the wordings of the demo, and the twin in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.content.data import PACKAGE
from generator.content.library import Library
from generator.content.load import load
from generator.replies import Dates, Names, Wording, read_wordings

ROOT = Path(__file__).parents[2]
NODE = ROOT / "tests/search/node.js"
SCRIPTS = ("compose.js", "moments.js")
Twin = Callable[..., list[Any]]

MONTHS = (
    *("siječnja", "veljače", "ožujka", "travnja", "svibnja", "lipnja", "srpnja", "kolovoza", "rujna", "listopada"),
    *("studenoga", "prosinca"),
)
DATES = Dates(
    zone="Europe/Zagreb",
    promise="{day} do {time}",
    today="danas",
    tomorrow="sutra",
    on_days=("u ponedjeljak", "u utorak", "u srijedu", "u četvrtak", "u petak", "u subotu", "u nedjelju"),
    on_date="{day}, {number}. {month}",
    clock="{hour}:{minute}",
    periods=("AM", "PM"),
    long="{day}. {month} {year}.",
    months=MONTHS,
    locale="hr",
    days={"one": "{count} dan", "few": "{count} dana", "other": "{count} dana"},
)
IN_ENGLISH = replace(DATES, zone="America/New_York", promise="by {time} {day}", clock="{half}:{minute} {period}")
WORDING = Wording(
    brand="Zrno",
    greetings=("Dobar dan[, {name}]!", "Pozdrav[, {name}]!", "Hej, {name}!", "Poštovani!"),
    bridges=("Hvala na pitanju.", "Evo odgovora.", "Rado ćemo pomoći."),
    steps=("Više: {link}", "Pojedinosti: {link}", "Cijeli odgovor: {link}"),
    private=("Pišite nam privatno. {link}", "Pošaljite privatnu poruku. {link}", "Javite se privatno. {link}"),
    sign_offs=("Lijep pozdrav,\n[{agent}, ]{brand}", "Sve najbolje,\n[{agent}, ]{brand}", "Do čitanja[, {agent}]"),
    label="Naš odgovor ({language}):",
    personal=("broj narudžbe",),
    names=Names(
        forms={"ivan": "Ivane", "luka": "Luka", "ana marija": "Ana Marija"}, endings=(("ica", "ice"), ("o", "o"))
    ),
    called={"hr": "hrvatski", "en": "engleski"},
    dates=DATES,
)


@pytest.fixture
def wording() -> Wording:
    return WORDING


@pytest.fixture(scope="session")
def demo() -> Library:
    library, _ = load(ROOT)
    assert library
    return library


@pytest.fixture(scope="session")
def wordings(demo: Library) -> Mapping[str, Wording]:
    found, problems = read_wordings(demo)
    assert not problems
    return found


@pytest.fixture(scope="session")
def twin() -> Twin:
    """Calls functions of the desk's script: `twin([name, argument, ...], ...)`; a name may be an expression."""
    if not shutil.which("node"):
        pytest.skip("Node is not installed (Debian: apt-get install nodejs)")
    script = "\n".join((PACKAGE / "desk" / name).read_text(encoding="utf-8") for name in SCRIPTS)

    def run(*calls: list[Any]) -> list[Any]:
        sent = json.dumps({"script": script, "calls": calls})
        done = subprocess.run(["node", str(NODE)], input=sent, capture_output=True, text=True, check=True)
        results: list[Any] = json.loads(done.stdout)
        return results

    return run
