"""One thing, one word: forbidden words are found in whatever case, and nothing else is."""

from __future__ import annotations

import pytest

from generator.build.proofing import Reader
from generator.content.schema.proof import TermWords
from generator.proof import Glossary

FORMS = {
    "en": "plantlets sachets pouches packages consignments reimbursements",
    "hr": "sadnice sadnicu sadnicom sadnicama rasada rasadu kesice kesicu kesici paketića paketiće paketićem pošiljke "
    "pošiljku pošiljci pošiljaka pošiljkama pošiljkom porudžbine porudžbinu isporuke isporuku isporuci "
    "isporukom refundacije",
    "sr": "саднице садницу садницом садницама врећице врећицу врећици пакетића пошиљке пошиљку пошиљци пошиљака "
    "наруџбе наруџбу наруџбини испоруке испоруку испоруци рефундације",
    "sl": "presadke presadko presadk presadkami zavojčka zavojčki vrečice vrečico pošiljke pošiljko pošiljk pošiljkami "
    "naročbe naročbo dobave dobavo refundacije povračila povračilu",
    "cs": "přísady přísadu přísad pytlíku pytlíky pytlíkem pytlíků balíčku balíčky balíčkem balíčcích "
    "zakázky zakázku zakázce zakázek dodávky dodávku dodávce refundaci refundací dodáním",
    "bg": "фиданки фиданката фиданките пакетчето пакетчета пакетчетата пакета пакетът пакети пакетите колета колетът "
    "заявки заявката заявките",
}


@pytest.mark.parametrize(("lang", "word"), [(lang, word) for lang, forms in FORMS.items() for word in forms.split()])
def test_every_case_of_a_word_is_found(lang: str, word: str, by_lang: dict[str, Reader]) -> None:
    assert [one.code for one in by_lang[lang].glossary.wrong(f"x {word} y")] == ["AA187"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("hr", "dostavljamo paketom, presadnicama i vrećicama; rasadnik, sadnja"),
        ("cs", "balík, balíky, balících, sáčky"),
        ("sl", "saditev sadik, sadili smo"),
        ("bg", "пликчета, пратката, доставяме, колела"),
        ("en", "seedlings, packets, packaging, orderly"),
    ],
)
def test_right_words_and_words_like_the_wrong_ones_are_fine(lang: str, text: str, by_lang: dict[str, Reader]) -> None:
    assert list(by_lang[lang].glossary.wrong(text)) == []


def glossary(**words: object) -> Glossary:
    return Glossary([("term", TermWords.model_validate(words))], lambda word: word[:4])


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ({"say": "e-mail", "not": ["email"]}, "an email or e-mail, emails", ["email", "emails"]),
        ({"say": "heat mat", "not": ["mat"]}, "a heat mat and a mat", ["mat"]),
        (
            {"say": "heat mat", "not": ["heated cushion"]},
            "Heated cushion, heated\ncushions",
            ["Heated cushion", "heated\ncushions"],
        ),
        ({"say": "parcel", "not": ["package"], "fine": ["package tour"]}, "package tour, package", ["package"]),
        ({"say": "parcel", "not": ["pack*"]}, "packing, unpacked", ["packing"]),
        ({"say": "parcel", "also": ["packet"], "not": ["pack"]}, "packet, pack", ["pack"]),
    ],
)
def test_phrases(words: dict[str, object], text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in glossary(**words).wrong(text)] == found


def test_a_finding_names_the_term_and_the_word() -> None:
    (one,) = glossary(say="parcel", **{"not": ["package"]}).wrong("Packages")
    assert one.message == "“Packages” is called “parcel” in this FAQ (glossary: term)"
    assert one.hint == "write “parcel”"
