"""Words that say the same count as much as they are alike."""

from __future__ import annotations

from generator.proof.alike import Alike
from generator.search import Tables
from generator.search.analysis import Analyser

WORDS = Alike(
    Analyser(Tables(synonyms=(("parcel", "package", "small box"),), prefixes=("re",))), synonym=0.8, family=0.5
)


def test_a_word_is_said_by_itself_its_synonym_or_its_family() -> None:
    said = dict(WORDS.said(["parce", "packa", "rewri", "write", "box"], frozenset({"parce", "wri"})))
    assert said == {"parce": 1.0, "packa": 0.8, "rewri": 0.5}


def test_what_says_the_same_has_its_weight() -> None:
    assert WORDS.widened({"parce": 0.5, "rewri": 1.0}) == {"parce": 0.5, "packa": 0.4, "rewri": 1.0, "wri": 0.5}
