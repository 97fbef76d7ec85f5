"""The desk counts a reply as the generator counts a post."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.content.data import PACKAGE
from generator.social import measure

NODE = Path(__file__).parents[1] / "search/node.js"
UNITS = ("x_weighted", "graphemes", "threads", "mastodon", "codepoints", "utf16", "bytes")
TEXTS = (
    "",
    "Koliko traje dostava? Čćšđž",
    "Как да върна продукт?",
    "cafe\u0301",
    "👨‍👩‍👧‍👦 ❤️ 🇸🇮 1️⃣ © 📦",
    "如何退货 € 5 …",
    "Više: https://faq.example.hr/hr/dostava/#rok 📦",
    "Vidi (https://faq.example.hr/a/), https://faq.example.hr/b/. I https://faq.example.hr?",
    "Питања: https://зрно.срб/помоћ",
    "Proba: https://faq.zrno.example/hr/q/delivery-time/#tracking",
    "@podrska@mastodon.social pitajte na pomoc@zrno.hr",
    "faq.zrno.hr, d.o.o.",
    "a\r\nb\n\nc",
    "„Ruža” – 3 € «да»",
)


@pytest.fixture(scope="module")
def counted() -> list[list[int]]:
    """By the desk, of each text in each unit."""
    if not shutil.which("node"):
        pytest.skip("Node is not installed (Debian: apt-get install nodejs)")
    script = (PACKAGE / "desk/counting.js").read_text(encoding="utf-8")
    count = "(texts, units) => texts.map((text) => units.map((unit) => countLength(text, unit, null)))"
    sent = json.dumps({"script": script, "calls": [[count, [*TEXTS, LONG_ADDRESS], UNITS]]})
    done = subprocess.run(["node", str(NODE)], input=sent, capture_output=True, text=True, check=True)
    (lengths,) = json.loads(done.stdout)
    found: list[list[int]] = lengths
    return found


LONG_ADDRESS = "Pišite na naselje.nepoznatidomen-vrlo-dugacak.hrvat ako treba"


def test_the_desk_counts_as_the_generator_does(counted: list[list[int]]) -> None:
    for text, lengths in zip(TEXTS, counted, strict=False):
        assert lengths == [measure(text, unit) for unit in UNITS], text


def test_what_may_be_an_address_or_not_never_counts_too_little(counted: list[list[int]]) -> None:
    assert counted[-1][0] >= measure(LONG_ADDRESS, "x_weighted")
