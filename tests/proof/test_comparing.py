"""What a translation says otherwise than its source, and what only looks so."""

from __future__ import annotations

import pytest

from generator.build.proofing import Rules
from generator.content.schema.proof import ProofFile
from generator.proof import Side, figures, targets
from tests.proof.conftest import FILES


def side(text: str, lang: str, path: str = "faq/t/a.en.md") -> Side:
    return Side(parts=(text,), lang=lang, locale=lang, file=FILES.get(lang, ProofFile()), path=path)


def said(english: str, lang: str, text: str, rules: Rules) -> list[str]:
    return [one.message for one in figures(side(english, "en"), side(text, lang), rules.units)]


@pytest.mark.parametrize(
    ("english", "lang", "text"),
    [
        ("two years", "hr", "2 godine"),
        ("2 years", "hr", "dvije godine"),
        ("2 years", "sr", "две године"),
        ("a 2-year guarantee", "sl", "dvoletno jamstvo"),
        ("14 days", "cs", "čtrnáct dní"),
        ("100 seeds", "bg", "сто семена"),
        ("1,200.50 EUR", "hr", "1.200,50 EUR"),
        ("1,200", "cs", "1 200"),
        ("€4.50", "sl", "4,50 €"),
        ("on 5 November 2026", "hr", "dana 5. studenoga 2026."),
        ("November 5, 2026", "cs", "dne 5. 11. 2026"),
        ("7 July", "cs", "do 7. července"),
        ("2 p.m.", "hr", "14 h"),
        ("at 2:30 pm", "sr", "у 14:30"),
        ("9:00 am", "bg", "в 9 ч."),
        ("**Days 3 to 4:** half a day", "sl", "**3. in 4. dan:** pol dneva"),
        ("1. One\n2. Two", "hr", "Jedno i drugo"),
        ("see {{ a1 }} [x](entry:b-2#c3) `99` {#d4} 5", "hr", "5"),
        ("none", "hr", "ništa"),
    ],
)
def test_the_same_number_in_other_words_is_fine(english: str, lang: str, text: str, rules: Rules) -> None:
    assert said(english, lang, text, rules) == []


@pytest.mark.parametrize(
    ("english", "lang", "text", "message"),
    [
        ("14 days", "hr", "15 dana", "numbers of faq/t/a.en.md are not in this translation: 14"),
        ("1 or 2", "hr", "1", "numbers of faq/t/a.en.md are not in this translation: 2"),
        ("1 day", "sl", "1 dan, 7 noči", "numbers of this translation are not in faq/t/a.en.md: 7"),
        ("5 May", "hr", "do 5. lipnja", "faq/t/a.en.md has the date 5. 5., this translation 5. 6."),
        ("4 EUR", "bg", "4 лв.", "faq/t/a.en.md has 4 EUR, this translation 4 BGN"),
        ("5 or 4, for €4", "sr", "5 или 4, за 5 €", "faq/t/a.en.md has 4 EUR, this translation 5 EUR"),
    ],
)
def test_another_number_date_or_price_is_found(english: str, lang: str, text: str, message: str, rules: Rules) -> None:
    assert said(english, lang, text, rules) == [message]


@pytest.mark.parametrize(
    ("english", "croatian", "found"),
    [
        ("[a](entry:a)", "[b](entry:a)", []),
        ("[a](entry:a)", "b", ["links of faq/t/a.en.md are not in this translation: entry:a"]),
        ("a", "[b](topic:t)", ["links of this translation are not in faq/t/a.en.md: topic:t"]),
        ("[a](entry:a#x)", "[b](entry:a#y)", ["links of faq/t/a.en.md are not in this translation: entry:a#x"]),
        ("[a](https://a.example/en/help)", "[b](https://www.a.example/hr/pomoc/)", []),
        ("[a](https://en.a.example/x)", "[b](https://hr.a.example/y)", []),
        (
            "[a](https://a.example/x)",
            "[b](https://b.example/x)",
            ["links of faq/t/a.en.md are not in this translation: https://a.example/x"],
        ),
        ("a@b.example", "c@b.example", ["links of faq/t/a.en.md are not in this translation: mailto:a@b.example"]),
        (
            "see <https://a.example/x>, or https://a.example/y.",
            "vidi https://www.a.example/x ili https://b.example/y.",
            ["links of faq/t/a.en.md are not in this translation: https://a.example/y"],
        ),
        ("[a](#here) ![x](/en.png)", "![x](/hr.png)", []),
    ],
)
def test_links(english: str, croatian: str, found: list[str]) -> None:
    assert [one.message for one in targets(side(english, "en"), side(croatian, "hr"))] == found
