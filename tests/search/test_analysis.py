"""What counts as one word, whichever way it is typed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.search import Tables
from generator.search.analysis import Analyser


def words(tables: Tables, text: str) -> str:
    return " ".join(Analyser(tables).words(text))


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("hr", ["među", "Medju", "MEĐU", "међу", "меѓу", "medu"]),
        ("hr", ["plaćanje", "placanje", "плаћање", "PLAĆANJE", "pla\u0107anje", "plac\u0301anje"]),
        ("hr", ["djeca", "deca", "деца", "ђеца"]),
        ("hr", ["ljubav njuška džep", "љубав њушка џеп", "ǉubav ǌuška ǆep", "Ǉubav ǋuška ǅep"]),
        ("bg", ["поръчката", "porachkata", "poraчkata", "porackata", "Поръ́чката"]),
        ("bg", ["плащане", "plashtane", "plastane"]),
        ("bg", ["щастие шкаф", "shtastie shkaf"]),
        ("bg", ["ѝ", "и", "i"]),
        ("sl", ["žičnica", "zicnica", "ŽIČNICA", "ｚｉčnica"]),
        ("xx", ["istanbul", "İstanbul", "ıstanbul", "ISTANBUL"]),
        ("xx", ["ὈΔΌΣ", "οδος", "οδοσ", "ΟΔΟΣ"]),
        ("xx", ["straße", "STRASSE", "strasse", "STRAẞE"]),
        ("xx", ["ﬁnancial ﬂow", "financial flow"]),
        ("xx", ["Łódź ørsted æon œuvre þing ħ", "lodz orsted aeon oeuvre thing h"]),
        ("xx", ["Ǿ ǽ ŉ ѐ", "o ae n e"]),
        ("xx", ["ｆａｑ ２４", "faq 24"]),
        ("xx", ["don't", "don’t", "donʼt", "dont"]),
        ("xx", ["pla\u00adce", "pla\u200dce", "\ufeffplace", "place"]),
        ("xx", ["a\u0301\u0302\u0303b", "ab"]),
    ],
)
def test_is_one_word_however_it_is_typed(tables: Mapping[str, Tables], lang: str, texts: list[str]) -> None:
    assert {words(tables[lang], text) for text in texts} == {words(tables[lang], texts[0])}
    assert words(tables[lang], texts[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("…?! – € @", ""),
        ("one,two/three\nfour", "one two three four"),
        ("a\u200bb", "a b"),
        ("50% off: 3.5 kg", "50 off 3 5 kg"),
        ("½ ² №5", "1 2 2 no5"),
        ("yes😀no 𝐛𝐨𝐥𝐝", "yes no bold"),
        ("𐌰𐌱𐌲", ""),
        ("'quoted'", "quoted"),
        ("\ud800 lone", "lone"),
    ],
)
def test_letters_and_digits_are_words_all_else_parts_them(
    tables: Mapping[str, Tables], text: str, expected: str
) -> None:
    assert words(tables["xx"], text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("e-mail", "email mail"),
        ("wi‑fi", "wifi fi"),
        ("PDV-a", "pdva pdv"),
        ("po-dobar-dan", "podobar dobar dan"),
        ("crno-bijeli", "crno bijeli"),
        ("10-15", "10 15"),
        ("- a -", "a"),
    ],
)
def test_a_hyphen_joins_what_is_written_both_ways(tables: Mapping[str, Tables], text: str, expected: str) -> None:
    assert words(tables["xx"], text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("配送时间", "配送 送时 时间"), ("ส่งของ", "สง งข ขอ อง"), ("夏", "夏"), ("faq 配送", "faq 配送")],
)
def test_scripts_without_blanks_are_pairs_of_neighbours(tables: Mapping[str, Tables], text: str, expected: str) -> None:
    assert words(tables["xx"], text) == expected


def test_of_a_long_word_the_beginning_counts(tables: Mapping[str, Tables]) -> None:
    assert words(tables["xx"], "a" * 100) == "a" * 64
    assert len(Analyser(tables["xx"]).words("配" * 100)) == 63


@pytest.mark.parametrize(
    ("lang", "forms", "stem"),
    [
        ("hr", ["lozinka", "lozinke", "lozinkama", "Lozinku", "лозинком"], "lozink"),
        ("hr", ["dostava", "dostavi", "dostavama"], "dostav"),
        ("sl", ["naročilo", "naročila", "naročilom"], "naroc"),
        ("bg", ["поръчка", "поръчката", "porachkata"], "porack"),
        ("xx", ["delivery", "delivers"], "deliv"),
    ],
)
def test_forms_of_a_word_have_one_stem(tables: Mapping[str, Tables], lang: str, forms: list[str], stem: str) -> None:
    assert {stem} == {one for form in forms for one in Analyser(tables[lang]).stems(form)}


def test_words_with_digits_and_short_words_keep_their_ending(tables: Mapping[str, Tables]) -> None:
    assert Analyser(tables["hr"]).stems("b2b1a x5i ulica2a ova") == ["b2b1a", "x5i", "ulica2a", "ova"]


def test_a_second_ending_leaves_a_letter_more() -> None:
    short = Tables(suffixes=frozenset(["a", "ab"]), passes=2, keep=3)
    assert [Analyser(short).stem(word) for word in ("xyza", "xyzaa", "xyzwaa", "xyzaba")] == [
        "xyz",
        "xyza",
        "xyzw",
        "xyzab",
    ]


def test_a_prefix_comes_off_while_enough_remains(tables: Mapping[str, Tables]) -> None:
    analyser = Analyser(tables["hr"])
    assert list(analyser.bare("naplat")) == ["plat"]
    assert list(analyser.bare("nap")) == []


def test_folds_at_the_end_of_a_word_only(tables: Mapping[str, Tables]) -> None:
    assert words(tables["bg"], "добрий добриите") == "dobri dobriite"


def test_stop_words_are_folded_like_all_others(tables: Mapping[str, Tables]) -> None:
    assert "sto" in Analyser(tables["hr"]).stop
