"""Words in one form; addresses, hashtags and emoji apart."""

from __future__ import annotations

import pytest

from generator.social.rules.words import EMOJI, addresses, tokens, units, without_addresses


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("„Da, može!”", "da može", True),
        ("14\u00a0dana", "14 dana", True),
        ("cafe\u0301", "café", True),
        ("−5 °C", "5 °C", False),
        ("Free?", "Free.", False),
        ("20 %", "20", False),
        ("1–2 days", "1 – 2 days", True),
    ],
)
def test_what_is_the_same_in_other_signs(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a table
    assert (tokens(one) == tokens(other)) is same


def test_units_are_sentences_and_items() -> None:
    assert list(units("Da. Možete.\n• prvo\n2. drugo 📦")) == [("da",), ("možete",), ("prvo",), ("drugo",)]


def test_addresses_with_and_without_a_scheme() -> None:
    text = "Više: https://a.hr/q/b/?x=1. (faq.zrno.hr/hr) i www.shop.com, ne „npr.”, ana@zrno.hr, 1.2.com"

    assert addresses(text) == ["https://a.hr/q/b/?x=1", "faq.zrno.hr/hr", "www.shop.com", "1.2.com"]
    assert without_addresses("Vidi https://a.hr/b.") == "Vidi ."


def test_emoji_are_pictures_and_not_signs() -> None:
    assert EMOJI.findall("👨‍👩‍👧 🇭🇷 3️⃣ ❤️ © 3 # ™ ↔ ✅") == ["👨‍👩‍👧", "🇭🇷", "3️⃣", "❤️", "✅"]
