"""Markdown made plain, sentences that end where people end them, and numbers in one form."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import blank_code, nfc, numbers, outside_code, plain, sentences, shortened

# Code


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a\n```\nb\n```\nc", "a\n   \n \n   \nc"),
        ("a\n~~~ yaml\nb\n~~~\nc", "a\n        \n \n   \nc"),
        ("````\n```\nb\n````\nc", "    \n   \n \n    \nc"),
        ("```\nnever closed", "   \n            "),
        ("a ` b", "a ` b"),
        ("a `` b ` c", "a `` b ` c"),
        ("```b``` c", "        c"),
        ("no code", "no code"),
    ],
)
def test_code_is_blanked_and_everything_stays_in_its_place(text: str, kept: str) -> None:
    assert blank_code(text) == kept


def test_changes_leave_code_alone() -> None:
    assert outside_code("a `a` a\n```\na\n```\na", str.upper) == "A `a` A\n```\na\n```\nA"
    assert outside_code("a", str.upper) == "A"


@given(st.text(alphabet="a` ~\n", max_size=60))
def test_blanking_keeps_lengths_and_line_ends(text: str) -> None:
    blank = blank_code(text)
    assert len(blank) == len(text)
    assert [i for i, c in enumerate(text) if c == "\n"] == [i for i, c in enumerate(blank) if c == "\n"]
    assert outside_code(text, lambda part: part) == text


def test_a_hundred_thousand_backticks_do_not_take_long() -> None:
    for text in ("`" * 100_000, "` `` " * 10_000, "```a\n" * 10_000):
        assert len(blank_code(text)) == len(text)


# Plain text


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("## Cost {#cost}\n\nFour **euros** or *less*, see [the list](entry:list) and `code`.",
         "Cost\n\nFour euros or less, see the list and code."),
        ("- one\n- two\n\n1. a\n2. b", "• one\n• two\n\n1. a\n2. b"),
        ("- a\n    - b\n- c", "• a\n• b\n\n• c"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a  b\n1  2"),
        ("> quoted\n\n```\nx  y\n```", "quoted\n\nx y"),
        ("a<br>b  \nc", "a\nb\nc"),
        ("&lt;b&gt; &amp; <b>c</b>", "<b> & c"),
        ("14\u00a0dana", "14\u00a0dana"),
        ("One\nline", "One line"),
        ("", ""),
    ],
)  # fmt: skip
def test_markdown_as_people_would_type_it_without_markup(markdown: str, expected: str) -> None:
    assert plain(markdown) == expected


@given(st.text(alphabet="ab*_`[]()#>-.!<&\n 1|", max_size=80))
def test_plain_text_has_no_tags_and_no_gaps(markdown: str) -> None:
    text = plain(markdown)
    assert not re.search(r"</?(p|em|strong|ul|ol|li|code|pre|h[1-6])>", text)
    assert "\n\n\n" not in text
    assert text == text.strip()


# Sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two days. Three at most! Really? Yes…  Fine.", ["Two days.", "Three at most!", "Really?", "Yes…", "Fine."]),
        ("We answer fast, e.g. On Mondays.", ["We answer fast, e.g. On Mondays."]),
        ("Cijena je npr. 5 eura. Hvala.", ["Cijena je npr. 5 eura.", "Hvala."]),
        ("Stiže 15. Svibnja je praznik.", ["Stiže 15. Svibnja je praznik."]),
        ("Stiže 15. svibnja 2027. godine. Hvala!", ["Stiže 15. svibnja 2027. godine.", "Hvala!"]),
        ("Радимо, т.е. Ви зовете. Хвала.", ["Радимо, т.е. Ви зовете.", "Хвала."]),
        ("Поштар, нпр. Петар, зове. Јавите се.", ["Поштар, нпр. Петар, зове.", "Јавите се."]),
        ("Například tzv. F1. Osivo je hybridní, např. Sweet. Ano.",
         ["Například tzv. F1.", "Osivo je hybridní, např. Sweet.", "Ano."]),
        ("Ob 10. uri pridemo, npr. Luka. Pokličite.", ["Ob 10. uri pridemo, npr. Luka.", "Pokličite."]),
        ("Намираме се на ул. Витоша. Елате.", ["Намираме се на ул. Витоша.", "Елате."]),
        ("Dr. Novak odgovara. M. K. pakira.", ["Dr. Novak odgovara.", "M. K. pakira."]),
        ("„Stiglo je.“ Hvala. (Zaista.) Da.", ["„Stiglo je.“", "Hvala.", "(Zaista.)", "Da."]),
        ("It costs 3.90 EUR. „Why?“ No.", ["It costs 3.90 EUR.", "„Why?“", "No."]),
        ("• one\n• two\n\nThree", ["• one", "• two", "Three"]),
        ("see example.org. It helps.", ["see example.org.", "It helps."]),
        ("no capital. follows", ["no capital. follows"]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences_end_where_people_end_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet="aB1 .!?…\n“„)(•čЉ", max_size=80))
def test_sentences_are_all_of_the_words_in_order(text: str) -> None:
    assert " ".join(sentences(text)).split() == text.split()


# Numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.200,50", "1200.5"),
        ("1,200.50", "1200.5"),
        ("1 200,50", "1200.5"),
        ("1\u00a0200,50", "1200.5"),
        ("1\u202f200", "1200"),
        ("1.234.567", "1234567"),
        ("3.90", "3.9"),
        ("3,9", "3.9"),
        ("3.900", "3900"),
        ("0,500", "0.5"),
        ("3.1415", "3.1415"),
        ("1 2000", "1 2000"),
        ("2–3", "2 3"),
        ("10, 20", "10 20"),
        ("12:30", "12 30"),
        ("2027.", "2027"),
        ("50€/100 g", "50 100"),
        ("H2O, F1", "2 1"),
        ("none", ""),
    ],
)
def test_numbers_have_one_form_whatever_their_separators(text: str, expected: str) -> None:
    assert list(numbers(text)) == expected.split()


@given(st.integers(1000, 999_999_999))
def test_thousands_are_the_same_number_in_every_language(number: int) -> None:
    for separator in (",", ".", " ", "\u00a0", "\u202f"):
        assert list(numbers(f"{number:,}".replace(",", separator))) == [str(number)]


@given(st.text(alphabet="0123456789., \u00a0-a", max_size=40))
def test_no_digit_is_lost(text: str) -> None:
    def digits(words: str) -> str:
        return re.sub(r"[^1-9]", "", words)

    assert digits("".join(numbers(text))) == digits(text)


def test_marks_and_letters_are_one() -> None:
    assert nfc("c\u030c") == "č"
    assert nfc("plain") == "plain"


def test_a_text_is_shortened_at_a_word_and_only_where_it_is_long() -> None:
    assert shortened("Two\n working\u00a0days.", 18) == "Two working days."
    assert shortened("Parcels arrive in two working days.", 17) == "Parcels arrive in …"
    assert shortened("Parcels arrive in two working days.", 16) == "Parcels arrive …"
