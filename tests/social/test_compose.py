"""What a post says: the longest true answer that fits, in words of the entry and the phrase file only."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.library import Entry, Library
from generator.content.organisation import PostChannel
from generator.social import Draft, check, count, draft, drafts, plan
from generator.social.hashtags import hashtag
from generator.social.prose import beginnings
from generator.social.threads import unnumbered, words
from generator.text import nfc, numbers, plain, sentences

if TYPE_CHECKING:
    from conftest import World

_TAGS = re.compile(r"(?:^| )#\w+(?: #\w+)*$")


def strangers(made: Draft, library: Library) -> list[str]:
    """Sentences of a draft that stand neither in its entry nor in the phrase file."""
    entry, language = library.by_id[made.entry][made.language], library.languages[made.language]
    address = made.link.partition("?")[0].removeprefix("https://").rstrip("/")
    phrases = {
        str(phrase).format_map(defaultdict(str, question=entry.question, link=link, address=address))
        for phrase in language.phrases["posts"].values()
        for link in (made.link, address)
    } | {""}
    own = {s for text in (entry.question, entry.short, plain(entry.body)) for s in sentences(text)}
    if len(made.parts) > 1:
        return thread_strangers(made, {*phrases, entry.question}, nfc(plain(entry.body)))
    lines = (_TAGS.sub("", line) for line in made.text.split("\n"))
    return [s for line in lines if line not in phrases for s in sentences(line) if s not in own]


def thread_strangers(made: Draft, phrases: set[str], answer: str) -> list[str]:
    """What a thread says beside the whole answer and phrases, which both stand in it on one line."""
    rest = _TAGS.sub("", words(made.parts)).replace(" ".join(answer.split()), "", 1)
    for phrase in sorted(phrases - {""}, key=len, reverse=True):
        rest = rest.replace(" ".join(phrase.split()), "")
    return sentences(rest.strip())


class TestLadder:
    def test_x_gets_the_short_answer(self, entry: Entry, world: World) -> None:
        made = world.write(entry, "x")

        assert "Parcels arrive in 1–2 working days. You get a tracking link." in made.text
        assert "Tuesday" not in made.text

    def test_a_roomy_network_gets_the_whole_answer_in_its_paragraphs(self, entry: Entry, world: World) -> None:
        made = world.write(entry, "facebook_page")

        assert "Delivery takes 1–2 working days.\n\nLive plants have their own day, a Tuesday." in made.text

    @pytest.mark.parametrize("spoiler", ["| a | b |\n| - | - |\n| 1 | 2 |", "```\ncode\n```"])
    def test_tables_and_code_stay_on_the_site(self, entry: Entry, world: World, spoiler: str) -> None:
        made = world.write(replace(entry, body=f"{entry.body}\n\n{spoiler}\n"), "facebook_page")

        assert entry.short in made.text

    def test_without_a_short_answer_whole_first_sentences_go_in(self, entry: Entry, world: World) -> None:
        body = " ".join(f"Sentence number {n} is about parcels and their way." for n in range(1, 20))

        made = world.write(replace(entry, short="", body=body * 3), "x")

        assert "Sentence number 1 is about parcels and their way. Sentence number 2" in made.text
        assert "number 19" not in made.text
        assert "…" not in made.text

    def test_a_longer_answer_becomes_a_thread_where_a_network_has_them(self, entry: Entry, world: World) -> None:
        body = " ".join(f"Sentence number {n} is about parcels and their way." for n in range(1, 20))

        made = world.write(replace(entry, short="", body=body), "x")

        assert len(made.parts) == 5
        assert made.parts[0].endswith("(1/5)")
        assert "Sentence number 19 is" in made.parts[-2]
        assert made.link in made.parts[-1]

    def test_an_answer_of_one_long_list_is_rather_long_than_left_out(self, entry: Entry, world: World) -> None:
        items = "\n".join(f"- Thing number {n} that you should know about." for n in range(60))

        made = world.write(replace(entry, short="", body=items), "facebook_page")

        assert world.nets["facebook_page"].whole_answer < len(items)
        assert "• Thing number 59 that" in made.text

    def test_an_answer_of_one_endless_word_is_left_out_and_not_cut(self, entry: Entry, world: World) -> None:
        made = world.write(replace(entry, short="", body="word" * 100 + "."), "x")

        assert "word" not in made.text
        assert entry.question in made.text

    def test_a_question_longer_than_the_post_is_a_problem_and_no_draft(self, entry: Entry, world: World) -> None:
        long = replace(entry, question="Why " + "so " * 100 + "long?")

        made, problems = draft(world.slot(long, "x"), world.kit(world.library([long])))

        assert made is None
        assert [p.code for p in problems] == ["AA304"]

    def test_a_list_is_told_to_its_end_or_not_at_all(self) -> None:
        text = "Do this:\n\n1. One.\n2. Two.\n\nDone. Really."

        assert list(beginnings(text)) == [
            "Do this:\n\n1. One.\n2. Two.",
            "Do this:\n\n1. One.\n2. Two.\n\nDone.",
            "Do this:\n\n1. One.\n2. Two.\n\nDone. Really.",
        ]

    def test_an_answer_without_full_stop_is_an_answer(self) -> None:
        assert list(beginnings("Look at the page of ideas")) == ["Look at the page of ideas"]
        assert list(beginnings("These are the prices:")) == []

    @given(st.lists(st.lists(st.sampled_from(["Yes.", "It is 1.200,50 EUR.", "Npr. 15. maja.", "No"]), max_size=4)))
    @settings(deadline=None)
    def test_every_beginning_is_a_beginning(self, paragraphs: list[list[str]]) -> None:
        text = "\n\n".join(" ".join(p) for p in paragraphs if p)
        for part in beginnings(text):
            assert text.startswith(part)
            assert text[len(part) : len(part) + 1] in {"", " ", "\n"}


class TestWords:
    def test_openers_take_turns(self, entry: Entry, world: World) -> None:
        firsts = {world.write(entry, "linkedin_page", n=n).text.split("\n")[0] for n in range(1, 5)}

        assert len(firsts) == 4
        assert entry.question in firsts

    def test_a_long_question_goes_without_opener_so_that_it_is_seen_before_more(
        self, entry: Entry, world: World
    ) -> None:
        long = replace(entry, question="How " + "very " * 25 + "long does it take?")

        assert world.nets["linkedin_page"].fold < len(long.question) + 10
        for n in range(1, 5):
            assert world.write(long, "linkedin_page", n).text.startswith("How very")

    def test_different_entries_of_one_cycle_do_not_all_begin_alike(self, entry: Entry, world: World) -> None:
        others = [replace(entry, id=f"entry-{n}") for n in range(12)]
        firsts = {world.write(other, "linkedin_page").text.split("\n")[0] for other in others}

        assert len(firsts) > 2

    def test_instagram_points_to_the_profile_and_an_address_to_type(self, entry: Entry, world: World) -> None:
        made = world.write(entry, "instagram_feed")

        assert "link in our profile – faq.zrno.hr/q/delivery-time" in made.text
        assert "https://" not in made.text
        assert made.card == "portrait"

    def test_a_pin_has_its_link_beside_the_text_which_says_where_it_leads(self, entry: Entry, world: World) -> None:
        made = world.write(entry, "pinterest")

        assert "faq.zrno.hr/q/delivery-time" in made.text
        assert "profile" not in made.text
        assert "https://" not in made.text

    def test_google_business_wants_photographs_and_so_gets_no_card(self, entry: Entry, world: World) -> None:
        made = world.write(entry, "google_business")

        assert (made.card, made.alt) == ("", "")
        assert check(made, world.nets["google_business"]) == []
        unasked = replace(world.nets["mastodon"].image, advised=False)
        assert (unasked.card, replace(unasked, required=True).card) == ("", unasked.size)

    def test_a_story_has_no_text(self, entry: Entry, world: World) -> None:
        made = world.write(replace(entry, tip="Be at home."), "instagram_story")

        assert (made.text, made.format) == ("", "qa")

    def test_the_link_tells_statistics_where_a_click_came_from(self, entry: Entry, world: World) -> None:
        link = world.write(replace(entry, id="deliveryTime"), "x", n=2).link

        assert link == (
            "https://faq.zrno.hr/q/deliveryTime/?utm_source=x&utm_medium=social&utm_campaign=faq"
            "&utm_content=x-en.deliverytime.2"
        )

    @pytest.mark.parametrize(
        ("title", "tag"),
        [
            ("Dostava i povrat", "#DostavaIPovrat"),
            ("Доставка", "#Доставка"),
            ("Čišćenje", "#Čišćenje"),
            ("Scratch 3.0", ""),
            ("Pay & return", ""),
            ("2026", ""),
            ("What you should know about us", ""),
            ("", ""),
        ],
    )
    def test_hashtags_are_natural_or_missing(self, title: str, tag: str) -> None:
        assert hashtag(title) == tag

    def test_facebook_gets_no_hashtag(self, entry: Entry, world: World) -> None:
        assert "#" not in world.write(entry, "facebook_page").text
        assert world.write(entry, "linkedin_page").text.endswith("#Delivery")

    def test_alt_text_says_what_the_card_says(self, entry: Entry, world: World) -> None:
        assert world.write(entry, "x").alt == f"{entry.question} {entry.short}"

    def test_notes_for_agents_never_leave(self, entry: Entry, world: World) -> None:
        secret = replace(entry, meta=replace(entry.meta, note="SECRET depot code"))
        for network in world.nets:
            assert "SECRET" not in repr(world.write(secret, network))

    def test_braces_in_a_question_are_only_braces(self, entry: Entry, world: World) -> None:
        made = world.write(replace(entry, question="What is {link} or {0.__class__}?"), "linkedin_page")

        assert "What is {link} or {0.__class__}?" in made.text

    def test_the_hash_covers_what_the_draft_says_and_nothing_else(self, entry: Entry, world: World) -> None:
        before = world.write(entry, "x").source_hash

        assert world.write(replace(entry, body="Other."), "x").source_hash == before
        assert world.write(replace(entry, short="Other."), "x").source_hash != before


class TestTemplates:
    def test_a_networks_own_template_goes_first(self, entry: Entry, world: World) -> None:
        own = {"qa.j2": "{{ post.opening }}", "qa.threads.j2": "{{ post.answer }} {{ post.link }}"}

        made = world.write(entry, "threads", templates=own)

        assert made.text.startswith("Delivery takes")

    @pytest.mark.parametrize(
        "source",
        [
            "{{ post.nothing }}",
            "\n{% if %}",
            "{{ ().__class__.__base__.__subclasses__() }}",
            "{{ 1 / 0 }}",
            "{{ range(999999999) }}",
            "{{ post.answer.format(1, *post) }}",
        ],
    )
    def test_a_faulty_or_hostile_template_is_a_problem(self, entry: Entry, world: World, source: str) -> None:
        made, problems = draft(world.slot(entry, "x"), world.kit(world.library([entry]), templates={"qa.j2": source}))

        assert made is None
        assert [p.code for p in problems] == ["AA305"]
        assert problems[0].place.path == "data/templates/posts/qa.j2"

    def test_a_line_number_leads_to_a_template_that_cannot_be_read(self, entry: Entry, world: World) -> None:
        _, problems = draft(
            world.slot(entry, "x"), world.kit(world.library([entry]), templates={"qa.j2": "one\n{% if %}"})
        )

        assert problems[0].place.line == 2


class TestPromises:
    """For any text: it fits, it is not cut, it says nothing of its own."""

    @given(
        question=st.sampled_from(
            ["Kad?", "Koliko traje dostava u Češku i što ako kasni? Recite.", "Как " * 20 + "така?"]
        ),
        short=st.lists(
            st.sampled_from(["Da.", "Za 14 dana.", "Cijena je 1.200,50 € 📦.", "如何退货 " * 9 + "。"]), max_size=8
        ),
        body=st.lists(
            st.sampled_from(["Tekst " * 30 + "kraj.", "- a\n- b", "**Da** [ne](entry:x).", "# N"]), max_size=8
        ),
        language=st.sampled_from(["en", "hr", "sr", "sl", "cs", "bg"]),
        n=st.integers(1, 9),
    )
    @settings(max_examples=40, deadline=None)
    def test_on_every_network(
        self, world: World, question: str, short: list[str], body: list[str], language: str, n: int
    ) -> None:
        one = Entry(id="a", lang=language, topic="t", question=question, short=" ".join(short), body="\n\n".join(body))
        library = world.library([one], titles={"en": "Topic title"})
        for id_, network in world.nets.items():
            made, problems = draft(world.slot(one, id_, n), world.kit(library))
            assert problems == []
            assert made
            assert check(made, network) == []
            assert strangers(made, library) == []

    @pytest.mark.parametrize("name", ["scratch-faq", "bitcoin-faq"])
    def test_eight_weeks_of_other_peoples_faqs(self, world: World, name: str) -> None:
        library = world.real(name)
        channels = [
            PostChannel(
                id=f"{network}-{language}", network=network, language=language, timezone="Europe/Sofia",
                slots=((0, time(9)), (3, time(17, 30))),
            )
            for network in ("x", "facebook_page", "instagram_feed", "linkedin_page")
            for language in sorted({e.lang for e in library})
        ]  # fmt: skip

        slots, problems = plan(library, channels, world.nets, (), date(2026, 11, 23), 8)
        assert {p.code for p in problems} <= {"AA303"}
        made, problems = drafts(slots, world.kit(library))

        assert {p.code for p in problems} <= {"AA304"}
        assert len(made) > len(slots) * 0.95
        assert len({d.id for d in made}) == len(made)
        for one in made:
            entry = library.by_id[one.entry][one.language]
            assert check(one, world.nets[one.network]) == []
            assert all(count(part, world.nets[one.network]) <= world.nets[one.network].limit for part in one.parts)
            assert strangers(one, library) == []
            said = "\n".join(map(unnumbered, one.parts)).replace(one.link, "")
            said = said.replace(one.link.partition("?")[0][8:].rstrip("/"), "")
            assert set(numbers(said)) <= set(numbers(f"{entry.question}\n{plain(entry.body)}"))
            assert "…" not in said or "…" in f"{entry.question}{entry.body}"


def test_a_plan_for_an_entry_that_is_gone_says_so(entry: Entry, world: World) -> None:
    gone = replace(entry, id="gone")

    made, problems = drafts([world.slot(gone, "x"), world.slot(entry, "x")], world.kit(world.library([entry])))

    assert [d.entry for d in made] == ["delivery-time"]
    assert [p.code for p in problems] == ["AA306"]
