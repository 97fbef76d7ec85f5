"""Which stems stand in which documents, and where."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from generator.search import Document, Heading, Index, Tables, build
from generator.search.index import Posting

Make = Callable[..., Index]


def postings(index: Index, term: str) -> list[Posting]:
    return list(index.postings[index.terms.index(term)])


def test_title_other_ways_to_ask_and_answer_are_told_apart(croatian: Make) -> None:
    index = croatian(
        Document(id="a", title="Dostava", also=("isporuka robe",), text="Roba stiže. Dostava je brza."),
        Document(id="b", title="Roba", text="Roba, roba, robe i robu."),
    )
    assert postings(index, "dostav") == [Posting(0, True, False, 1)]
    assert postings(index, "isporuk") == [Posting(0, False, True, 0)]
    assert postings(index, "rob") == [Posting(0, False, True, 1), Posting(1, True, False, 3)]


def test_words_that_say_little_are_kept_in_titles_only(croatian: Make) -> None:
    index = croatian(Document(id="a", title="Kako platiti", text="Kako i što: na karticu."))
    assert postings(index, "kako") == [Posting(0, True, False, 0)]
    assert "na" not in index.terms
    assert index.texts == [1]


def test_the_short_answer_counts_twice_with_the_whole_one(croatian: Make) -> None:
    index = croatian(Document(id="a", title="Rok", short="Dva dana.", text="Dva dana."))
    assert postings(index, "dan") == [Posting(0, False, False, 2)]


def test_headings_are_units_behind_the_documents(croatian: Make) -> None:
    how = Heading(anchor="karticom", title="Kartica")
    index = croatian(
        Document(id="a", title="Plaćanje", text="Kartica ili novac.", headings=(how,)), Document(id="b", title="Rok")
    )
    assert index.headings == [(0, how)]
    assert postings(index, "kartic") == [Posting(0, False, False, 1), Posting(2, True, False, 0)]
    assert index.titles == [1, 1, 1]


def test_an_empty_index_is_an_index(croatian: Make) -> None:
    assert croatian().terms == []


@given(st.lists(st.text(alphabet="aаđж𐌰 ￼zｚ-", max_size=12), max_size=6))
def test_terms_are_sorted_as_both_twins_sort(tables: Mapping[str, Tables], titles: list[str]) -> None:
    """By code point and by UTF-16 unit is the same order in the basic plane, and terms do not leave it."""
    terms = build([Document(id=title, title=title) for title in titles], tables["xx"]).terms
    assert all(letter < "\U00010000" for term in terms for letter in term)
    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))


def test_a_large_index_leaves_out_what_many_answers_have(croatian: Make) -> None:
    def index(documents: int) -> Index:
        rare = dict.fromkeys(range(5), "Rijetkost.")
        return croatian(
            *(
                Document(id=f"a{n}", title=f"Roba {n}", text=f"Dostava robe. {rare.get(n, '')}")
                for n in range(documents)
            )
        )

    small, large = index(499), index(500)
    assert len(postings(small, "dostav")) == 499
    assert "dostav" not in large.terms
    assert postings(large, "rob")[0] == Posting(0, True, False, 0)
    assert len(postings(large, "rijetkost")) == 5
