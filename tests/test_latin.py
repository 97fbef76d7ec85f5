"""Serbian Cyrillic becomes the Latin that a careful Serbian editor would have typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.data import PACKAGE, read_one
from generator.content.languages import site_languages
from generator.content.organisation import Settings
from generator.content.schema.languages import LanguageFile
from generator.latin import Spelling, latin

FILE, _ = read_one(LanguageFile, PACKAGE / "languages" / "sr.yml")
assert FILE
LANGUAGES, _ = site_languages({"sr": FILE}, Settings(name="A", languages=("sr",), url=""), {"sr": ["Где?"]})
SERBIAN = LANGUAGES["sr-Latn"].in_latin
LETTERS = "абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ"
CYRILLIC = re.compile("[Ѐ-ӿ]")

# Letters


@pytest.mark.parametrize(
    ("cyrillic", "expected"),
    [
        ("Љубав", "Ljubav"),
        ("ЉУБАВ", "LJUBAV"),
        ("љубав", "ljubav"),
        ("Његош и ЊЕГОШ", "Njegoš i NJEGOŠ"),
        ("КОЊ", "KONJ"),
        ("КОЊ.", "KONJ."),
        ("Коњ", "Konj"),
        ("ЏЕП, Џеп, џеп", "DŽEP, Džep, džep"),
        ("Њ. Е.", "Nj. E."),
        ("Љ. Петровић, А. Њ. и ЗЊБ", "Lj. Petrović, A. Nj. i ZNJB"),
        ("Љ", "Lj"),
        ("тачка Љ)", "tačka Lj)"),
        ("Ђорђе Ћосић, Жика Шојић", "Đorđe Ćosić, Žika Šojić"),
        ("инјекција, надживети, конјугација", "injekcija, nadživeti, konjugacija"),
        ("Already čist tekst 14 €", "Already čist tekst 14 €"),
        ("14\u00a0дана, {count} питања, {{ name }}", "14\u00a0dana, {count} pitanja, {{ name }}"),
    ],
)
def test_letters(cyrillic: str, expected: str) -> None:
    assert latin(cyrillic) == SERBIAN(cyrillic) == expected


@given(st.text(alphabet=LETTERS + " aA1.", max_size=30))
def test_every_letter_has_a_latin_one(text: str) -> None:
    written = latin(text)
    assert not CYRILLIC.search(written)
    assert latin(written) == written
    if not re.search("[МХС]", text):  # those may be numbers
        assert len(written) == len(text) + sum(c in "љњџЉЊЏ" for c in text)
        assert latin(text.lower()) == written.lower()


@pytest.mark.parametrize(
    ("cyrillic", "expected"),
    [
        ("ХХI век, ХIХ и XX век", "XXI vek, XIX i XX vek"),
        ("ХХ век и ХХХ глава", "XX vek i XXX glava"),
        ("МDСХ", "MDCX"),
        ("Х век, С. Милић, МХС", "H vek, S. Milić, MHS"),
        ("IXа", "IXa"),
    ],
)
def test_roman_numbers_with_cyrillic_look_alikes(cyrillic: str, expected: str) -> None:
    assert latin(cyrillic) == expected


# Words


@pytest.mark.parametrize(
    ("cyrillic", "expected"),
    [
        ("Пишите нам на Вајбер или Вотсап.", "Pišite nam na Viber ili WhatsApp."),
        ("на Вајберу, Вајбером, преко вајбера", "na Viberu, Viberom, preko vibera"),
        ("ПОРУКА НА ВАЈБЕРУ", "PORUKA NA VIBERU"),
        ("Фејсбук-страница, Фејсбукова", "Facebook-stranica, Facebookova"),
        ("на Јутјубу, јутјуб канал", "na YouTube-u, YouTube kanal"),
        ("Гугл, Гугла, Гуглов, ГУГЛУ", "Google, Google-a, Google-ov, GOOGLE-U"),
        ("Гугл Пеј и Епл Пејом", "Google Pay i Apple Payom"),
        ("ајфон или Ајпад", "iPhone ili iPad"),
        ("у Ворду и Екселу за Виндоус", "u Wordu i Excelu za Windows"),
        # other words that begin alike, and words that Serbian spells alike in both scripts
        ("Вордсворт гугла по мрежи, изгуглати, гуглање", "Vordsvort gugla po mreži, izguglati, guglanje"),
        ("имејл, линк, сајт, Инстаграм, Телеграм, андроид", "imejl, link, sajt, Instagram, Telegram, android"),
        ("(Вајбер), „Вајбер”, Вајбер/Вотсап", "(Viber), „Viber”, Viber/WhatsApp"),
    ],
)
def test_foreign_names_keep_their_spelling_and_take_endings(cyrillic: str, expected: str) -> None:
    assert SERBIAN(cyrillic) == expected


def test_an_faq_adds_words_of_its_own_and_can_take_one_back() -> None:
    own = Settings(
        name="A", languages=("sr",), url="", latin_words={"Каролина рипер": "Carolina Reaper", "вајбер": "Vajber"}
    )
    languages, _ = site_languages({"sr": FILE}, own, {"sr": ["Где?"]})
    made = languages["sr-Latn"].in_latin("Семе Каролина рипера на Вајберу, Гугл")
    assert made == "Seme Carolina Reapera na Vajberu, Google"
    assert languages["sr"].in_latin("Вајбер") == "Vajber"


# What stays


@pytest.mark.parametrize(
    ("cyrillic", "expected"),
    [
        ("[Питања](https://сајт.срб/питања)", "[Pitanja](https://сајт.срб/питања)"),
        ('![Слика](/слике/љ.png "Коњ")', '![Slika](/слике/љ.png "Konj")'),
        ("[Цене](<слика.png>) и (ово)", "[Cene](<слика.png>) i (ovo)"),
        ("[Цене][цене]\n\n[цене]: /цене.pdf (Цене)", "[Cene][cene]\n\n[cene]: /цене.pdf (Cene)"),
        ("Видите www.сајт.срб, https://сајт.срб/а_(б) и инфо@сајт.срб.", None),
        ("## Трошкови {#costs}", "## Troškovi {#costs}"),
        ("[напомена]: ово је текст, а не адреса", "[napomena]: ово je tekst, a ne adresa"),
    ],
)
def test_addresses_stay(cyrillic: str, expected: str | None) -> None:
    made = SERBIAN(cyrillic)
    assert made == (expected or "Vidite www.сајт.срб, https://сајт.срб/а_(б) i инфо@сајт.срб.")


@given(
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters=[chr(c) for c in range(0x400, 0x530)]), max_size=60
    )
)
def test_text_without_cyrillic_stays(text: str) -> None:
    assert SERBIAN(text) == text


WORDS = st.sampled_from(
    [*(word for word, _ in LANGUAGES["sr"].spelling.words), "Вајбер", "ХХI", "а", "љ", "Њ", "https://а.срб", "[а](б)"]
)


@given(st.lists(WORDS | st.text(alphabet=LETTERS + "IVX-.", max_size=6), max_size=12), st.sampled_from(["", " ", "-"]))
def test_what_was_made_once_stays(parts: list[str], between: str) -> None:
    made = SERBIAN(between.join(parts))
    assert SERBIAN(made) == made


def test_hostile_text_takes_no_time() -> None:
    for text in (
        "а" * 100_000 + "@",
        "@" + "a.а" * 50_000,
        "](" * 50_000 + "ж",
        "ХIХ" * 50_000 + "ж",
        "[" * 50_000 + "]: ж",
    ):
        assert len(SERBIAN(text)) >= len(text)


# The table


def test_the_table_is_short_and_every_name_is_made_of_it() -> None:
    assert len(FILE.latin.words) < 40
    for stem, word in FILE.latin.words.items():
        assert SERBIAN(stem.upper()) == word.removesuffix("-").upper()
        assert latin(stem.capitalize()) != word, "needs no exception"


@pytest.mark.parametrize(
    ("words", "said"),
    [("viber: Viber", "write a word in Cyrillic letters"), ("вајбер: Вибер", "write the word in Latin letters")],
)
def test_a_table_that_is_the_wrong_way_round_is_refused(words: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "sr.yml"
    path.write_text(
        "name: A\ntag: sr\nlocale: sr\ntheme: sr\nscript: Cyrl\nphrases: {}\nlatin: {words: {" + words + "}}\n",
        encoding="utf-8",
    )
    _, problems = read_one(LanguageFile, path)
    assert [problem.code for problem in problems] == ["AA010"]
    assert said in problems[0].hint


def test_a_spelling_is_a_value() -> None:
    spelling = Spelling(words=(("љуб", "Lyub"),), endings=("а",))
    assert latin("Љуба, љуб, љубав", spelling) == "Lyuba, lyub, ljubav"
    assert spelling == Spelling(words=(("љуб", "Lyub"),), endings=("а",))
