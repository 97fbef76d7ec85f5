"""Which answer comes first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.search import Document, Heading, Index, Searcher

Make = Callable[..., Index]
Found = Callable[[Index, str], list[str]]


def test_a_title_comes_before_an_answer(croatian: Make, found: Found) -> None:
    index = croatian(Dućan="Narudžba i dostava.", Dostava="Stiže za dva dana.")
    assert found(index, "dostava") == ["Dostava", "Dućan"]


def test_the_word_comes_before_a_longer_one(croatian: Make, found: Found) -> None:
    index = croatian(Kartičar="", Kartica="")
    assert found(index, "kartica") == ["Kartica", "Kartičar"]


def test_a_longer_word_comes_before_a_mistaken_one(croatian: Make, found: Found) -> None:
    index = croatian(Dosta="", Dostavljači="")
    assert found(index, "dostavl") == ["Dostavljači", "Dosta"]
    assert found(croatian(Doktor="", Doktorica=""), "doktro") == ["Doktor", "Doktorica"]


def test_more_of_the_words_come_before_fewer(croatian: Make, found: Found) -> None:
    index = croatian(Povrat_paketa="", Povrat_novca="", Paket_stiže="")
    assert found(index, "povrat novca")[0] == "Povrat_novca"
    assert set(found(index, "povrat novca")) == {"Povrat_novca", "Povrat_paketa"}


def test_other_ways_to_ask_count_as_the_title_does(croatian: Make, found: Found) -> None:
    index = croatian(
        Document(id="a", title="Rok", also=("Kad stiže paket",)), Document(id="b", title="Paket", text="x")
    )
    assert set(found(index, "paket")) == {"a", "b"}
    assert found(index, "kad stiže paket")[0] == "a"


@pytest.mark.parametrize("query", ["kako", "KAKO?", "kako se"])
def test_a_query_of_words_that_say_little_finds_something(croatian: Make, found: Found, query: str) -> None:
    assert found(croatian(Kako_platiti="", Povrat=""), query) == ["Kako_platiti"]


def test_beside_others_such_words_decide_nothing(croatian: Make, found: Found) -> None:
    index = croatian(Kako_se_mogu_prijaviti="", Povrat_novca="")
    assert found(index, "kako se mogu vratiti novac: povrat novca")[0] == "Povrat_novca"


@pytest.mark.parametrize("query", ["", "  ", "?!", "qwrtzx", "𐌰", "brmbl xyzzy", "'"])
def test_nonsense_finds_nothing(croatian: Make, found: Found, query: str) -> None:
    assert found(croatian(Dostava="Stiže za dva dana.", Lozinka="Promijenite je."), query) == []


def test_equal_hits_keep_the_order_of_the_documents(croatian: Make, found: Found) -> None:
    titles = [f"Dostava_{letter * 3}" for letter in "zbafq"]
    index = croatian(**dict.fromkeys(titles, ""))
    assert found(index, "dostava") == titles


def test_a_heading_is_a_result_of_its_own_when_it_matches_better(croatian: Make, found: Found) -> None:
    entry = Document(
        id="placanje",
        title="Plaćanje",
        text="Plaćanje pouzećem: novac dajete dostavljaču. Plaćanje karticom: upišite broj.",
        headings=(Heading(anchor="pouzecem", title="Pouzeće"), Heading(anchor="karticom", title="Kartica")),
    )
    index = croatian(entry, Document(id="rok", title="Rok"))
    assert found(index, "kartica") == ["placanje#karticom"]
    assert found(index, "plaćanje") == ["placanje"]


def test_of_an_entry_there_is_one_hit(croatian: Make) -> None:
    headings = tuple(Heading(anchor=f"a{n}", title="Kartica") for n in range(9))
    index = croatian(Document(id="a", title="Kartica", headings=headings))
    assert len(Searcher(index).search("kartica")) == 1


def test_the_limit_holds(croatian: Make) -> None:
    index = croatian(**{f"Dostava_{letter}": "" for letter in "abcdefghij"})
    assert len(Searcher(index).search("dostava", 3)) == 3


def test_a_hit_says_why(croatian: Make) -> None:
    index = croatian(Dostava="Isporuka je brza.")
    hit = Searcher(index).search("isporuke")[0]
    assert [(reason.word, reason.term, reason.how, reason.parts) for reason in hit.reasons] == [
        ("isporuke", "dostav", "synonym", ("title",))
    ]


@pytest.mark.parametrize("query", ["dostava " * 5000, "a" * 100_000, "č\u0301" * 10_000, "dostava\0\ud800 \u202e"])
def test_no_query_is_too_long_or_too_odd(croatian: Make, query: str) -> None:
    assert len(Searcher(croatian(Dostava="")).search(query)) <= 1
