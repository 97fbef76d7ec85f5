"""What scripts ask for: styles without tracking or capitals, and where those without spaces break."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cards import scripts
from generator.cards.template import Style

LABEL = Style(weight="heavy", color="ink", tracking=0.08, leading=1.2, capitals=True)


def parts(word: str, language: str) -> list[str]:
    return [word[start:end] for start, end in scripts.phrases(word, language)]


@pytest.mark.parametrize("text", ["Odgovor", "Одговор", "Απάντηση", "50 % → ✓"])
def test_scripts_with_capitals_keep_the_style(text: str) -> None:
    assert scripts.suited(LABEL, text, air=True) == LABEL


@pytest.mark.parametrize(("text", "more"), [("الجواب PayPal", 0.24), ("תשובה", 0), ("回答", 0.22), ("คำตอบ", 0.28)])
def test_scripts_without_are_neither_tracked_nor_set_in_capitals(text: str, more: float) -> None:
    found = scripts.suited(LABEL, text, air=True)

    assert (found.tracking, found.capitals) == (0, False)
    assert found.leading == pytest.approx(1.2 + more)
    assert scripts.suited(LABEL, text, air=False).leading == 1.2


@pytest.mark.parametrize(("script", "mark"), [("Latn", "?"), ("Cyrl", "?"), ("Arab", "؟")])
def test_a_question_mark_is_the_one_that_the_script_writes(script: str, mark: str) -> None:
    assert scripts.own_mark("?", script) == mark
    assert scripts.own_mark("!", script) == "!"


def test_japanese_and_thai_break_between_phrases() -> None:
    assert parts("配送料はいくらですか？", "ja") == ["配送料は", "いくらですか？"]
    assert parts("2〜3営業日でお届けします。📦", "ja") == ["2〜3営業日で", "お届けします。📦"]
    assert parts("ค่าจัดส่งเท่าไหร่", "th")[0] == "ค่า"


def test_a_few_japanese_words_elsewhere_break_anywhere_but_before_what_closes() -> None:
    assert parts("「寿司」です、", "hr") == ["「寿", "司」", "で", "す、"]
    assert parts("3日", "hr") == ["3日"]


@pytest.mark.parametrize("language", ["ja", "th", "zh", "zh-Hant", "hr"])
@given(st.text(alphabet="配送料はいくらーっ。、「」（）2〜3aB.é📦👩🏽\u200d🌾ค่าจัดส่", min_size=1, max_size=20))
def test_phrases_hold_the_whole_word_and_none_begins_or_ends_badly(language: str, word: str) -> None:
    found = parts(word, language)

    assert "".join(found) == word
    for phrase in found[1:]:
        assert phrase[0] not in "。、」）ーっ.〜📦👩\u200d🏽"
    for phrase in found[:-1]:
        assert phrase[-1] not in "「（〜23"


def test_without_the_extra_it_is_asked_for_and_only_where_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "budoux", None)
    scripts._parse.cache_clear()
    try:
        assert scripts.lacks_parser("配送料は", "ja")
        assert not scripts.lacks_parser("Zrno", "ja")
        assert not scripts.lacks_parser("寿司", "hr")
    finally:
        scripts._parse.cache_clear()
        monkeypatch.undo()
    assert not scripts.lacks_parser("配送料は", "ja")
