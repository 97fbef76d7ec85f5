"""Words in the order that a reader of the language expects."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.content.data import read_all
from generator.content.languages import site_languages
from generator.content.organisation import Settings
from generator.content.schema.languages import LanguageFile
from generator.language import Language
from generator.site.alphabetical import order

LANGUAGES = ("en", "hr", "sr", "sr-Latn", "sl", "cs", "bg")


@pytest.fixture(scope="module")
def languages() -> dict[str, Language]:
    files, _ = read_all(LanguageFile, "languages")
    return site_languages(files, Settings(name="A", languages=tuple(sorted(files)), url=""), {})[0]


@pytest.fixture
def key(languages: dict[str, Language]) -> Callable[[str], Any]:
    return lambda code: order(languages[code].alphabet)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("hr", "čaša ćup dah džem đak lopta luk ljubav nos njuška sad šal zec žaba"),
        ("sr", "аждаја баба вода гусле дан ђак жаба зима јабука лук љубав нос њушка тело ћуп цар час џем шах"),
        ("sr-Latn", "baba cvet čaša ćup dan džem đak lopta ljubav nos njuška sad šal voda zec žaba"),
        ("sl", "cena čaj dan sadika šola voda zima žaba"),
        ("cs", "cena čaj dům hrad chata ibis rok řeka sad škola zima žába"),
        ("bg", "агне баба въпрос год ден жаба зима йод кон ябълка"),
        ("en", "apple échelle egg zebra"),
    ],
)
def test_every_language_has_its_own_order(key: Callable[[str], Any], code: str, words: str) -> None:
    ordered = words.split()
    mixed = [*ordered[1::2], *ordered[::2]]
    assert sorted(mixed, key=lambda word: key(code)(word)[0]) == ordered


@pytest.mark.parametrize(
    ("code", "word", "letter"),
    [
        ("hr", "Ljubav", "Lj"),
        ("hr", "„Džem”", "Dž"),
        ("hr", "– Što?", "Š"),
        ("sr", "Љубав", "Љ"),
        ("sr-Latn", "njuška", "Nj"),
        ("cs", "Chata", "Ch"),
        ("cs", "Útulek", "U"),
        ("sl", "Ljubezen", "L"),
        ("bg", "Йод", "Й"),
        ("bg", "„ѝ“", "И"),
        ("bg", "Viber", "V"),
        ("en", "“What?”", "W"),
        ("en", "24 hours", "0–9"),
        ("en", "?!", "0–9"),
    ],
)
def test_a_word_stands_under_its_letter(key: Callable[[str], Any], code: str, word: str, letter: str) -> None:
    assert key(code)(word)[1] == letter


def test_accents_decide_only_between_words_that_are_else_the_same(key: Callable[[str], Any]) -> None:
    assert sorted(["radar", "ráda", "rada"], key=lambda word: key("cs")(word)[0]) == ["rada", "ráda", "radar"]


def test_a_shorter_word_comes_first_and_marks_say_nothing(key: Callable[[str], Any]) -> None:
    words = ["Kada se", "„Kada” smo", "Kadar", "e-mail"]
    assert sorted(words, key=lambda word: key("hr")(word)[0]) == ["e-mail", "Kada se", "„Kada” smo", "Kadar"]


def test_figures_come_first_and_letters_of_another_alphabet_last(key: Callable[[str], Any]) -> None:
    words = ["Viber", "Яна", "24 часа", "Ася"]
    assert sorted(words, key=lambda word: key("bg")(word)[0]) == ["24 часа", "Ася", "Яна", "Viber"]


def test_letters_follow_each_other_so_that_every_one_heads_a_single_group(key: Callable[[str], Any]) -> None:
    words = ["", "„ Ćup", "ćao", "c", "č", "Äpfel", "az", "абв", "2", "«", "lj", "l", "nj", "n", "zz", "ž"]
    labels = [letter for _, letter in sorted(map(key("hr"), words), key=lambda found: found[0])]
    groups = [letter for at, letter in enumerate(labels) if at == 0 or labels[at - 1] != letter]
    assert len(groups) == len(set(labels))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_an_alphabet_in_its_own_script(languages: dict[str, Language], code: str) -> None:
    alphabet = languages[code].alphabet
    assert len(alphabet) == len(set(alphabet)) >= 26
    assert all(("Ѐ" <= letter <= "ӿ") == (languages[code].script == "Cyrl") for letter in alphabet)


def test_without_an_alphabet_letters_go_by_their_code_points() -> None:
    assert [order(())(word)[1] for word in ("über", "zebra")] == ["U", "Z"]
    assert sorted(["zebra", "über", "ab"], key=lambda word: order(())(word)[0]) == ["ab", "über", "zebra"]
