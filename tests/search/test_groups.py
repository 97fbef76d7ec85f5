"""Words that lead to other words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.search import Tables
from generator.search.analysis import Analyser
from generator.search.groups import Group, Groups, groups


def made(tables: Tables, known: str) -> Groups:
    return groups(tables, Analyser(tables), frozenset(known.split()))


def test_a_group_is_known_by_the_stems_of_its_words(tables: Mapping[str, Tables]) -> None:
    found = made(tables["hr"], "lozink")
    assert found.groups == [
        Group(
            synonyms=True,
            stems=("lozink", "zapork"),
            phrases=(("tajn", "rijec"),),
            hints=("tajn", "rijec"),
        )
    ]
    assert found.by_stem == {"lozink": [0], "zapork": [0]}
    assert found.by_phrase == {"tajn": [(("tajn", "rijec"), 0)]}


def test_a_group_of_which_the_index_has_nothing_is_left_out(tables: Mapping[str, Tables]) -> None:
    assert made(tables["hr"], "vrtlar").groups == []


def test_related_words_come_behind_synonyms(tables: Mapping[str, Tables]) -> None:
    assert [group.synonyms for group in made(tables["hr"], "kartic dostav").groups] == [True, False]


def test_a_word_may_stand_in_several_groups(tables: Mapping[str, Tables]) -> None:
    several = replace(tables["xx"], synonyms=(("card", "ticket"), ("card", "letter")))
    assert made(several, "card ticke").by_stem["card"] == [0, 1]


def test_words_of_one_stem_are_no_group(tables: Mapping[str, Tables]) -> None:
    assert made(replace(tables["xx"], synonyms=(("delivery", "delivers"),)), "deliv").groups == []


def test_a_word_that_says_nothing_is_no_hint(tables: Mapping[str, Tables]) -> None:
    spoken = replace(tables["xx"], stop=("of", "the"), synonyms=(("way", "out of the house"),))
    assert made(spoken, "way").groups[0].hints == ("out", "house")
