"""Three-way merge by sentence: sentences nobody touched follow the entry, and a person's words are never lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.social import Slide
from generator.social.draft import tidy
from generator.social.merging import OPENING, has_conflict, merge, merge_slides, units

BASE = "Koliko traje dostava?\n\nPaket stiže za 1–2 radna dana. Broj za praćenje šaljemo e-poštom.\n\nViše: https://a.hr/q/"


class TestSentences:
    def test_what_nobody_touched_follows_the_entry(self) -> None:
        assert merge(BASE, BASE, BASE.replace("1–2", "2–3")).text == BASE.replace("1–2", "2–3")

    def test_what_a_person_changed_stays_while_the_rest_follows(self) -> None:
        mine = BASE.replace("Koliko traje dostava?", "Koliko čekam paket?")

        merged = merge(BASE, mine, BASE.replace("1–2", "2–3"))

        assert merged.text == mine.replace("1–2", "2–3")
        assert merged.conflicts == 0

    def test_neighbours_changed_on_either_side_are_no_conflict(self) -> None:
        mine = BASE.replace("Broj za praćenje šaljemo e-poštom.", "Javit ćemo Vam broj za praćenje.")

        assert merge(BASE, mine, BASE.replace("1–2", "2–3")).text == mine.replace("1–2", "2–3")

    def test_a_sentence_that_a_person_added_or_deleted_stays_so(self) -> None:
        mine = BASE.replace(" Broj za praćenje šaljemo e-poštom.", "") + "\n\nVaš Zrno tim."

        assert merge(BASE, mine, BASE.replace("Koliko", "Koliko dugo")).text == mine.replace("Koliko", "Koliko dugo")

    def test_both_made_the_same_change(self) -> None:
        other = BASE.replace("1–2", "2–3")
        assert merge(BASE, other, other).text == other

    def test_nothing_new_leaves_every_word(self) -> None:
        assert merge(BASE, "Samo moje riječi", BASE).text == "Samo moje riječi"


class TestConflicts:
    def test_both_forms_stand_there_and_braces_keep_the_post_back(self) -> None:
        mine = BASE.replace("Paket stiže za 1–2 radna dana.", "Paket je kod Vas za 1–2 dana.")

        merged = merge(BASE, mine, BASE.replace("1–2", "2–3"))

        assert merged.conflicts == 1
        assert has_conflict(merged.text)
        assert (
            "Paket je kod Vas za 1–2 dana.\n"
            "{{ the entry says now: Paket stiže za 2–3 radna dana. }} Broj za praćenje šaljemo e-poštom."
        ) in merged.text

    def test_a_sentence_that_the_entry_dropped_is_told_too(self) -> None:
        mine = BASE.replace("šaljemo e-poštom", "šaljemo SMS-om")
        theirs = BASE.replace(" Broj za praćenje šaljemo e-poštom.", "")

        assert "SMS-om.\n{{ the entry says this no more }}" in merge(BASE, mine, theirs).text

    def test_a_second_change_replaces_the_braces_of_the_first(self) -> None:
        mine = BASE.replace("Paket stiže za 1–2 radna dana.", "Paket je kod Vas za 1–2 dana.")
        second, third = BASE.replace("1–2", "2–3"), BASE.replace("1–2", "3–4")

        merged = merge(second, merge(BASE, mine, second).text, third)

        assert merged.text.count(OPENING) == 1
        assert "{{ the entry says now: Paket stiže za 3–4 radna dana. }}" in merged.text
        assert "Paket je kod Vas za 1–2 dana." in merged.text

    def test_what_a_person_wrote_into_the_braces_is_a_persons(self) -> None:
        mine = BASE.replace("Paket stiže za 1–2 radna dana.", "Paket je kod Vas za 1–2 dana.")
        second, third = BASE.replace("1–2", "2–3"), BASE.replace("1–2", "3–4")
        edited = merge(BASE, mine, second).text.replace("Paket stiže za 2–3", "Paket stigne za 2–3")

        assert "Paket stigne za 2–3" in merge(second, edited, third).text

    def test_once_the_braces_are_gone_the_draft_is_a_draft_again(self) -> None:
        mine = BASE.replace("Paket stiže za 1–2 radna dana.", "Paket je kod Vas za 2–3 dana.")
        second = BASE.replace("1–2", "2–3")

        assert merge(second, mine, second) == merge(second, mine, second)
        assert not has_conflict(merge(second, mine, second).text)


SENTENCES = st.sampled_from(
    [
        "Da.",
        "Za 14 dana.",
        "Пакет стиже за 5 дана.",
        "Cena je 1.200,50 € 📦.",
        "Npr. danas.",
        "• prvo",
        "Zašto?",
        "---",
        "link",
    ]
)
TEXTS = st.lists(st.tuples(SENTENCES, st.sampled_from([" ", "\n", "\n\n"])), max_size=7).map(
    lambda pairs: tidy("".join(part for pair in pairs for part in pair))
)
WRITTEN = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n .!{}"), max_size=60)


class TestPromises:
    @given(WRITTEN | TEXTS)
    @settings(deadline=None)
    def test_units_are_the_text(self, text: str) -> None:
        assert "".join(units(tidy(text))) == tidy(text)

    @given(TEXTS, WRITTEN | TEXTS, TEXTS)
    @settings(deadline=None, max_examples=300)
    def test_no_word_of_a_person_is_lost(self, base: str, mine: str, theirs: str) -> None:
        machine = {unit.strip() for unit in units(base)}

        merged = merge(base, mine, theirs).text

        for unit in units(tidy(mine)):
            assert unit.strip() in machine or unit.strip() in merged

    @given(TEXTS, TEXTS, TEXTS)
    @settings(deadline=None)
    def test_no_news_of_the_entry_is_lost(self, base: str, mine: str, theirs: str) -> None:
        known = {unit.strip() for unit in units(base)}

        merged = merge(base, mine, theirs).text

        for unit in units(theirs):
            assert unit.strip() in known or unit.strip() in merged

    @given(TEXTS, TEXTS, TEXTS)
    @settings(deadline=None)
    def test_merging_what_was_merged_changes_nothing(self, base: str, mine: str, theirs: str) -> None:
        merged = merge(base, mine, theirs).text

        assert merge(theirs, merged, theirs).text == merged

    @given(TEXTS, TEXTS)
    @settings(deadline=None)
    def test_without_edits_the_new_text_stands_as_it_is(self, base: str, theirs: str) -> None:
        assert merge(base, base, theirs).text == theirs


class TestSlides:
    ONE, TWO = Slide("Koraci", "Prvo."), Slide("Kraj", "Zadnje.")

    def test_slides_are_merged_one_by_one(self) -> None:
        mine, theirs = Slide("Koraci za Vas", "Prvo."), Slide("Koraci", "Najprije.")

        merged, conflicts = merge_slides([self.ONE, self.TWO], [mine, self.TWO], [theirs, self.TWO])

        assert merged == (Slide("Koraci za Vas", "Najprije."), self.TWO)
        assert conflicts == 0

    def test_a_slide_that_a_person_added_stays_in_its_place(self) -> None:
        added = Slide("", "Moje.")
        theirs = [self.ONE, Slide("Kraj", "Posljednje.")]

        merged, conflicts = merge_slides([self.ONE, self.TWO], [self.ONE, added, self.TWO], theirs)

        assert merged == (self.ONE, added, Slide("Kraj", "Posljednje."))
        assert conflicts == 0

    def test_a_slide_that_a_person_took_out_stays_out(self) -> None:
        three = Slide("Tri", "Treće.")

        merged, conflicts = merge_slides(
            [self.ONE, self.TWO, three], [self.ONE, three], [self.ONE, self.TWO, Slide("3")]
        )

        assert merged == (self.ONE, Slide("3"))
        assert conflicts == 0

    def test_alt_texts_are_a_persons(self) -> None:
        mine = Slide("Kraj", "Zadnje.", "Strelica i adresa")

        merged, _ = merge_slides([self.ONE, self.TWO], [self.ONE, mine], [self.ONE, Slide("Kraj", "Posljednje.")])

        assert merged == (self.ONE, Slide("Kraj", "Posljednje.", "Strelica i adresa"))

    @pytest.mark.parametrize("theirs", [[], [TWO], [ONE, TWO, Slide("Novo", "I ovo.")]])
    def test_another_number_of_slides_keeps_the_persons_and_shows_the_new(self, theirs: list[Slide]) -> None:
        mine = Slide("Moje", "Prvo.")

        merged, conflicts = merge_slides([self.ONE, self.TWO], [mine, self.TWO], theirs)

        assert merged[:2] == (mine, self.TWO)
        assert conflicts > 0
        assert all(has_conflict(slide.text) for slide in merged[2:])
