"""What customers are called: in the vocative where a table knows it, and not by name where none does."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.content.data import read_all
from generator.content.schema.replies import NamesFile
from generator.replies import Wording, called

FILES, _ = read_all(NamesFile, "names")

VOCATIVES = {
    "en": "Luka Nikola Andrej Mia Ivan Petar Jiří Јована Георги",
    "sl": "Luka Nikola Andrej Mia Ivan Petar Jiří Јована Георги",
    "hr": "Luka Nikola Andreju Mia Ivane Petre - - -",
    "sr-Latn": "Luka Nikola Andrej Mia Ivane Petre - Jovana -",
    "sr": "Лука Никола Андреј Миа Иване Петре - Јована Георги",
    "cs": "Luko Nikolo Andreji Mio Ivane Petare Jiří - -",
    "bg": "- - - - - - - Јована Георги",
}
"""By language, of the same nine names; a dash where the greeting goes without."""


@pytest.mark.parametrize(("code", "expected"), VOCATIVES.items())
def test_names_are_in_the_vocative_where_it_is_known_and_left_out_where_not(
    wordings: Mapping[str, Wording], code: str, expected: str
) -> None:
    names = VOCATIVES["en"].split()
    assert [called(name, wordings[code].names) or "-" for name in names] == expected.split()


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("sr", "Миа", "Миа"),
        ("sr", "Милица", "Милице"),
        ("sr", "Milica", "Милице"),
        ("sr", "Djordje", ""),
        ("sr-Latn", "Предраг", "Predraže"),
        ("hr", "Ivica", "Ivice"),
        ("hr", "Zvonimir", "Zvonimire"),
        ("hr", "Juraj", "Jurju"),
        ("hr", "Vuk", "Vuče"),
        ("hr", "Ines", "Ines"),
        ("hr", "Kevin", ""),
        ("cs", "Petr", "Petře"),
        ("cs", "Zdeněk", "Zdeňku"),
        ("cs", "Jana", "Jano"),
        ("cs", "Marie", "Marie"),
        ("cs", "Alexandr", "Alexandře"),
        ("cs", "Miroslav", "Miroslave"),
        ("bg", "Иван", "Иване"),
        ("bg", "Петър", "Петре"),
        ("bg", "Николай", "Николай"),
        ("bg", "Мария", "Мария"),
        ("bg", "Красимир", "Красимире"),
        ("bg", "Кевин", ""),
    ],
)
def test_each_language_calls_in_its_own_way(
    wordings: Mapping[str, Wording], code: str, name: str, expected: str
) -> None:
    assert called(name, wordings[code].names) == expected


def test_names_are_known_however_they_are_typed(wording: Wording) -> None:
    assert [called(name, wording.names) for name in ("ivan", "IVAN", "  Ivan ", "MILICA", "marko")] == [
        "Ivane",
        "Ivane",
        "Ivane",
        "Milice",
        "Marko",
    ]
    assert called("luka", None) == "Luka"


def test_of_several_names_the_first_will_do(wording: Wording) -> None:
    assert called("Ivan Horvat", wording.names) == "Ivane"
    assert called("Ana Marija", wording.names) == "Ana Marija"
    assert called("gospodin Horvat", wording.names) == ""


@pytest.mark.parametrize("typed", ["", " ", "{{ name }}", "[Ivan]", "@ivan", "ivan_99", "<b>", "a" * 41, "http://x.y"])
def test_what_is_no_name_is_not_said(wording: Wording, typed: str) -> None:
    assert called(typed, wording.names) == called(typed, None) == ""


@pytest.mark.parametrize("code", sorted(FILES))
def test_tables_are_in_order_and_name_nobody_twice(code: str) -> None:
    file = FILES[code]
    names = [*file.same.split(), *file.forms]
    assert len(names) == len(set(names))
    assert all(name[0].isupper() for name in names)
    assert all(form[0] == name[0] for name, form in file.forms.items())
