"""What a typed word may stand for."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import Document, Index, Searcher, Tables, build
from generator.search.matching import Matcher, distance, log2, trigrams
from generator.search.weights import WEIGHTS

Make = Callable[..., Index]


def ways(index: Index, query: str) -> dict[str, str]:
    """Term -> how the query's last word stands for it."""
    word = Searcher(index)._words(query)[-1]
    return {index.terms[term]: match.how for term, match in Matcher(index, WEIGHTS).matches(word).items()}


def strengths(index: Index, query: str) -> dict[str, float]:
    word = Searcher(index)._words(query)[-1]
    return {index.terms[term]: match.weight for term, match in Matcher(index, WEIGHTS).matches(word).items()}


def test_a_word_stands_for_itself_for_longer_ones_and_for_its_group(croatian: Make) -> None:
    index = croatian(
        Document(id="a", title="Dostava dostavljač isporuka"), Document(id="b", title="kartica", text="naplata")
    )
    assert ways(index, "dostave") == {"dostav": "word", "dostavljac": "longer", "isporuk": "synonym"}
    assert ways(index, "karticom") == {"kartic": "word", "naplat": "related"}


def test_a_phrase_leads_to_its_group(croatian: Make) -> None:
    index = croatian(lozinka="")
    assert ways(index, "tajne riječi") == {}
    assert Searcher(index)._words("tajne riječi")[0].groups == (0,)
    assert Searcher(index)._words("riječi tajne")[0].groups == ()


def test_a_known_word_is_not_taken_for_a_typo(croatian: Make) -> None:
    index = croatian(pošta="", posto="")
    assert ways(index, "pošta") == {"post": "word"}
    index = croatian(kartica="", karpica="")
    assert ways(index, "kartica") == {"kartic": "word"}
    assert ways(index, "karrica") == {"kartic": "typo", "karpic": "typo"}


def test_an_unknown_word_stands_for_its_beginning_and_its_family(croatian: Make) -> None:
    assert ways(croatian(lozinka="", plata=""), "lozinkaški")["lozink"] == "beginning"
    assert ways(croatian(plata=""), "naplata") == {"plat": "family"}
    assert ways(croatian(naplata=""), "plata") == {"naplat": "family"}


def test_the_more_was_typed_the_stronger_a_beginning(croatian: Make) -> None:
    index = croatian(dostavljačica="")
    assert 0 < strengths(index, "do")["dostavljacic"] < strengths(index, "dostavlja")["dostavljacic"] < 1
    assert ways(index, "d") == {}


def test_a_word_of_answers_is_meant_only_if_it_begins_alike(croatian: Make) -> None:
    index = croatian(Document(id="a", title="naslov", text="garancija"))
    assert ways(index, "garnacija") == {"garancij": "typo"}
    assert ways(index, "agrancija") == {}
    assert ways(croatian(garancija=""), "agrancija") == {"garancij": "typo"}


def test_a_word_that_says_little_stands_for_itself_only(croatian: Make) -> None:
    index = croatian(kako="", kakovoća="")
    assert set(ways(index, "kakovoća kako")) == {"kako", "kakovoc"}
    word = Searcher(index)._words("kako platiti")[0]
    assert word.stop
    assert [index.terms[term] for term in Matcher(index, WEIGHTS).matches(word)] == ["kako"]


def test_of_many_longer_words_the_shortest_are_meant() -> None:
    titles = ["ab", "abx", "abxx", *("abc" + "".join(letters) for letters in itertools.product("def", repeat=4))]
    found = ways(build([Document(id=title, title=title) for title in titles], Tables(suffixes=frozenset("-"))), "ab")
    assert len(found) == 1 + WEIGHTS.most_longer < len(titles)
    assert {"ab", "abx", "abxx", "abcdddd"} <= found.keys()
    assert "abcffff" not in found


def by_definition(a: str, b: str) -> int:
    """Optimal string alignment, slowly: the least of all last edits."""
    if not a or not b:
        return len(a) + len(b)
    edits = [
        by_definition(a[:-1], b) + 1,
        by_definition(a, b[:-1]) + 1,
        by_definition(a[:-1], b[:-1]) + (a[-1] != b[-1]),
    ]
    if len(a) > 1 and len(b) > 1 and a[-1] == b[-2] and a[-2] == b[-1]:
        edits.append(by_definition(a[:-2], b[:-2]) + 1)
    return min(edits)


SHORT = st.text(alphabet="abc", max_size=5)


@given(SHORT, SHORT, st.integers(1, 2))
def test_distance_is_that_of_its_definition_up_to_the_most(a: str, b: str, most: int) -> None:
    assert distance(a, b, most) == min(by_definition(a, b), most + 1)


@given(st.text(alphabet="abcd", min_size=2, max_size=12), st.data())
def test_neighbours_that_change_places_are_one_edit(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    slipped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert distance(word, slipped, 2) == (word != slipped)


def test_trigrams_know_beginning_and_end() -> None:
    assert trigrams("abc") == {"^ab", "abc", "bc$"}
    assert trigrams("a") == {"^a$"}


@pytest.mark.parametrize("number", [1.0, 1.0001, 1.5, 2.0, 3.0, 1000.0, 65537.25])
def test_log2_is_exact_enough(number: float) -> None:
    assert log2(number) == pytest.approx(math.log2(number), abs=2e-6)
