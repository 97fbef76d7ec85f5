"""Pictures to leaf through: a thought on each, nothing lost, nothing cut that belongs together, all within limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build.project import _limits
from generator.content.data import PACKAGE
from generator.content.library import Entry
from generator.content.post_words import PostWords, Quiz
from generator.content.schema.networks import CarouselRules
from generator.social import Draft, Fit, Slide, check, check_drafts, sourced, write
from generator.social import World as Judged
from generator.social.parting import fits, lines, part
from generator.social.slides import bare, between
from generator.social.sources import changes
from generator.social.threads import join
from generator.text import sentences

if TYPE_CHECKING:
    from conftest import World

TOGETHER = [
    "14 dana",
    "1 200 Kč",
    "€ 50",
    "15. svibnja 2027.",
    "2–3 working days",
    "18–25 °C",
    "9 %",
    "br. 5",
    "5. 12. 2026",
]
WORDS = st.sampled_from(
    ["Da.", "Paket", "stiže", "за", "доставка", "npr.", "kod kuće,", "👩‍👩‍👧‍👦", "🇭🇷!", "(ovdje)", *TOGETHER]
)
GAPS = st.sampled_from([" ", " ", " ", "\n", "\n\n", ". ", "? ", "\n1. ", "\n• "])
RULES = CarouselRules(max=10)
MOST = RULES.advised_max - 2
SENTENCE = "Seven words are enough for one sentence."
STEPS = "Do it like this:\n\n1. Open the message and note the code.\n2. Take it to the counter.\n3. Collect the parcel."


@st.composite
def texts(draw: st.DrawFn) -> str:
    words = draw(st.lists(WORDS, min_size=1, max_size=200))
    gaps = draw(st.lists(GAPS, min_size=len(words), max_size=len(words)))
    return "".join(word + gap for word, gap in zip(words, gaps, strict=True)).strip()


def entry(**words: object) -> Entry:
    given = {"id": "parcel", "lang": "en", "topic": "delivery", "question": "How do I collect my parcel?", **words}
    return Entry(**given)  # type: ignore[arg-type]


def made(world: World, one: Entry, network: str = "instagram_carousel", kind: str = "qa") -> Draft:
    """The draft of a kind, which must be that and have no problem."""
    written, problems = write(world.slot(one, network), world.kit(world.library([one])), kind)
    assert problems == []
    assert written
    assert (written.draft.format, written.fit) == (kind, Fit.CAROUSEL)
    assert check(written.draft, world.nets[network]) == []
    return written.draft


def codes(world: World, draft: Draft, one: Entry) -> list[str]:
    """What the rules say of it."""
    limits = _limits(PACKAGE / "nowhere")[0]
    judged = Judged(library=world.library([one]), networks=world.nets, limits=limits, drafts=[draft])
    return [problem.code for problem in check_drafts([draft], judged)]


def said(slides: Iterable[Slide]) -> list[tuple[str, str]]:
    return [(slide.title, slide.text) for slide in slides]


class TestParting:
    @given(texts(), st.integers(1, 8), st.integers(1, 4))
    @settings(deadline=None)
    def test_parts_are_the_text_and_fit(self, text: str, most: int, least: int) -> None:
        parts = part(text, RULES, most, least)

        assert not parts or join(parts) == text
        assert len(parts) <= most
        assert all(fits(piece.text, RULES) for piece in parts)

    @given(st.lists(st.sampled_from(TOGETHER), min_size=1, max_size=60), st.sampled_from([" i ", ", ", ". Da "]))
    @settings(deadline=None)
    def test_what_belongs_together_stays_together(self, things: list[str], between_them: str) -> None:
        parts = part(between_them.join(things), RULES.model_copy(update={"words": 9}), 100)

        said = "|".join(piece.text for piece in parts)
        assert all(said.count(thing) >= things.count(thing) for thing in set(things)) or not parts

    @given(st.lists(st.integers(3, 30), min_size=1, max_size=12))
    @settings(deadline=None)
    def test_sentences_that_fit_are_whole(self, sizes: list[int]) -> None:
        text = " ".join("Ab " + "cde " * (size - 2) + "end." for size in sizes)

        parts = part(text, RULES, 20)

        assert [s for piece in parts for s in sentences(piece.text)] == sentences(text)

    def test_paragraphs_begin_anew_while_there_are_parts(self) -> None:
        text = f"{SENTENCE}\n\n{SENTENCE}\n\n{SENTENCE}"

        assert len(part(text, RULES, 8)) == 3
        assert len(part(text, RULES, 2)) == 2
        assert part(f"{text} " * 9, RULES, 2) == ()

    def test_an_introduction_stays_with_what_it_announces(self) -> None:
        first, *_ = part(STEPS, RULES.model_copy(update={"words": 14}), 8)

        assert first.text == "Do it like this:\n\n1. Open the message and note the code."

    def test_a_short_text_is_parted_more_finely_where_more_parts_are_wanted(self) -> None:
        assert [len(part(f"{SENTENCE} {SENTENCE} {SENTENCE}", RULES, 8, least)) for least in (1, 2, 3, 4)] == [
            1,
            2,
            3,
            3,
        ]

    def test_a_long_sentence_is_cut_at_a_clause(self) -> None:
        clause = "word " * 28 + "word"

        assert [piece.text for piece in part(f"{clause}, {clause}.", RULES, 8)] == [f"{clause},", f"{clause}."]

    def test_what_cannot_be_cut_is_not_told(self) -> None:
        assert part("a" * 400, RULES, 8) == ()

    @pytest.mark.parametrize(
        ("text", "count"),
        [("", 1), ("one", 1), ("one two", 2), ("a b", 1), ("a\n\nb", 3), ("abcdefghijk", 3), ("ab abcdef", 3)],
    )
    def test_lines_are_counted_as_they_wrap(self, text: str, count: int) -> None:
        assert lines(text, 5) == count

    def test_time_grows_with_the_text(self) -> None:
        """A hostile answer is given up at once."""
        assert part("Word. " * 200_000, RULES, 8) == ()


class TestAnswers:
    def test_a_long_answer_is_told_on_pictures(self, world: World) -> None:
        body = f"{SENTENCE} Live plants travel on Tuesdays.\n\n{SENTENCE}\n\n- One thing.\n- Another thing."

        draft = made(world, entry(body=body))

        assert said(draft.slides) == [
            ("How do I collect my parcel?", ""),
            ("", f"{SENTENCE} Live plants travel on Tuesdays."),
            ("", SENTENCE),
            ("", "• One thing.\n• Another thing."),
            ("", SENTENCE),
        ]
        assert draft.alt == ""

    def test_the_text_beside_has_the_answers_beginning(self, world: World) -> None:
        """D3: who reads the post only has the answer, or its first step."""
        draft = made(world, entry(body=f"{SENTENCE} {SENTENCE} {SENTENCE}"))

        assert SENTENCE in draft.text
        assert draft.text.count(SENTENCE) == 1
        assert codes(world, draft, entry(body=f"{SENTENCE} {SENTENCE} {SENTENCE}")) == []

    def test_where_pictures_have_no_alt_text_the_text_says_it_all(self, world: World) -> None:
        draft = made(world, entry(body=f"{SENTENCE} {SENTENCE} {SENTENCE}"), "linkedin_document")

        assert draft.text.count(SENTENCE) == 3

    def test_the_short_answer_sums_up(self, world: World) -> None:
        draft = made(world, entry(short="With the code.", body=f"{SENTENCE} {SENTENCE}"))

        assert draft.slides[-1].text == "With the code."
        assert "With the code." in draft.text

    @pytest.mark.parametrize("body", ["", "| a | b |\n|---|---|\n| 1 | 2 |", "```\ncode\n```", "word " * 2000])
    @pytest.mark.parametrize("network", ["instagram_carousel", "linkedin_document", "tiktok_photo"])
    def test_every_entry_can_be_pictures(self, world: World, body: str, network: str) -> None:
        one = entry(short="With the code from the message.", body=body)

        written, problems = write(world.slot(one, network), world.kit(world.library([one])), "qa")

        assert problems == []
        assert written
        assert said(written.draft.slides)[:2] == [(one.question, ""), ("", one.short)]
        assert check(written.draft, world.nets[network]) == []

    def test_even_a_question_alone(self, world: World) -> None:
        one = entry(body="| a | b |\n|---|---|\n| 1 | 2 |")

        written, _ = write(world.slot(one, "instagram_carousel"), world.kit(world.library([one])), "qa")

        assert written
        assert [slide.said.split("\n")[-1] for slide in written.draft.slides] == [one.question] * 2

    @pytest.mark.parametrize("network", ["telegram_channel", "facebook_page", "linkedin_page"])
    def test_other_networks_have_pictures_where_the_text_has_no_room(self, world: World, network: str) -> None:
        sentence = "A sentence of ten words that goes on and on."
        brief, long = entry(body=sentence), entry(body="\n\n".join([f"{sentence} {sentence} {sentence}"] * 8))
        nets = {**world.nets, network: replace(world.nets[network], limit=900, whole_answer=900)}
        kit = replace(world.kit(world.library([long])), networks=nets)

        written, _ = write(world.slot(long, network), kit, "qa")

        assert written
        assert written.fit is Fit.CAROUSEL
        assert between(written.draft.slides) == bare(long.body)
        assert check(written.draft, nets[network]) == []
        assert not world.write(brief, network).slides

    @pytest.mark.parametrize("name", ["scratch-faq", "bitcoin-faq"])
    def test_answers_of_other_peoples_faqs_are_whole(self, world: World, name: str) -> None:
        library = world.real(name)
        kit = world.kit(library)
        told = 0
        for one in list(library)[::7]:
            for network in ("instagram_carousel", "linkedin_document", "tiktok_photo"):
                written, _ = write(world.slot(one, network), kit, "qa")
                assert written
                assert check(written.draft, world.nets[network]) == []
                assert 2 <= len(written.draft.slides) <= 10
                told += written.fit is Fit.CAROUSEL
        assert told


class TestOtherKinds:
    def test_a_step_on_each(self, world: World) -> None:
        draft = made(world, entry(body=STEPS), kind="steps")

        steps = ["1. Open the message and note the code.", "2. Take it to the counter.", "3. Collect the parcel."]
        assert [slide.text for slide in draft.slides] == ["", *steps, "\n".join(steps)]
        assert steps[0] in draft.text
        assert steps[1] not in draft.text

    def test_many_steps_share_pictures(self, world: World) -> None:
        body = "\n".join(f"{n}. Turn the {n}th screw." for n in range(1, 21))

        draft = made(world, entry(body=body), kind="steps")

        assert len(draft.slides) <= 10
        assert between(draft.slides) == bare(body)

    def test_a_thing_to_check_on_each(self, world: World) -> None:
        one = entry(posts=PostWords(checklist=("Open the box.", "Water the plants.")))

        draft = made(world, one, kind="checklist")

        assert [slide.text for slide in draft.slides[1:]] == [
            "Open the box.", "Water the plants.", "• Open the box.\n• Water the plants.",
        ]  # fmt: skip

    def test_a_myth_comes_after_its_fact(self, world: World) -> None:
        """D13: the first picture is seen alone."""
        one = entry(myth=("Seeds keep for years.", "Last year's seed is dead.", "Only onion seed loses its strength."))

        draft = made(world, one, kind="myth")

        cover, myth, why, last = (slide.said for slide in draft.slides)
        assert "Seeds keep for years." in cover
        assert myth.endswith("Last year's seed is dead.")
        assert why == "Only onion seed loses its strength."
        assert "Seeds keep for years." in last
        assert codes(world, draft, one) == []
        spoiled = replace(draft, slides=(Slide("Last year's seed is dead."), *draft.slides[1:]))
        assert "AA366" in codes(world, spoiled, one)

    def test_the_answer_of_a_quiz_is_not_on_its_first_picture(self, world: World) -> None:
        quiz = Quiz(
            question="Which seeds keep longest?", options=("Onion", "Tomato"), right=2, why="They keep 6 years."
        )
        one = entry(posts=PostWords(quiz=quiz), body="They keep 6 years.")

        draft = made(world, one, kind="quiz")

        cover, answer, _ = draft.slides
        assert (cover.title, cover.text) == ("Which seeds keep longest?", "A) Onion\nB) Tomato")
        assert answer.title.endswith("B) Tomato")
        assert answer.text == "They keep 6 years."
        assert codes(world, draft, one) == []
        for slides in (
            (answer, cover),
            (replace(cover, text=f"{cover.text}\nThey keep 6 years."), answer),
            (cover, Slide("The end")),
        ):
            assert "AA367" in codes(world, replace(draft, slides=slides), one)

    def test_a_tip_is_pictures_if_it_says_enough(self, world: World) -> None:
        draft = made(world, entry(tip="Order before noon. Then it leaves today."), kind="tip")

        assert len(draft.slides) == 4
        kit = world.kit(world.library([entry(tip="Order before noon.", short="With the code.")]))
        written, _ = write(world.slot(entry(), "instagram_carousel"), kit, "tip")
        assert written
        assert written.draft.format == "qa"


class TestFollowing:
    def test_what_stands_on_pictures_only_is_followed_too(self, world: World) -> None:
        one = entry(body="First the code. Then seven words more for the counter. And at last a parcel for you.")

        draft = sourced(made(world, one), world.library([one]))

        assert "And at last" not in draft.text
        assert draft.used["body"].split("\n") == sentences(one.body)
        changed = replace(one, body=one.body.replace("a parcel", "two parcels"))
        (change,) = changes(draft.used, changed, world.library([changed]))
        assert (change.old, change.new) == ("And at last a parcel for you.", "And at last two parcels for you.")


class TestRules:
    @pytest.fixture
    def draft(self, world: World) -> Draft:
        return made(world, entry(body=f"{SENTENCE} {SENTENCE} {SENTENCE}"))

    @pytest.mark.parametrize(
        ("slides", "code"),
        [
            ([], "AA328"),
            ([Slide("Only one")], "AA328"),
            ([Slide(f"Slide {n}") for n in range(11)], "AA328"),
            ([Slide("Q?"), Slide("", "word " * 41), Slide("End")], "AA329"),
            ([Slide("Q?"), Slide("", "a\n" * 8), Slide("End")], "AA329"),
            ([Slide("Q?"), Slide("", "{{ the entry says now: x }}")], "AA324"),
            ([Slide("Q?"), Slide("", "x", alt="y" * 1001)], "AA322"),
        ],
    )
    def test_what_a_person_made_of_them_is_checked(
        self, world: World, draft: Draft, slides: list[Slide], code: str
    ) -> None:
        problems = check(replace(draft, slides=tuple(slides)), world.nets[draft.network])

        assert code in [problem.code for problem in problems]

    def test_a_network_without_carousels_takes_as_many_pictures_as_it_takes(self, world: World) -> None:
        post = world.write(entry(short="With the code."), "bluesky")

        for count, expected in ((2, []), (4, []), (5, ["AA328"])):
            slides = tuple(Slide(f"Slide {n}") for n in range(count))
            assert [p.code for p in check(replace(post, slides=slides), world.nets["bluesky"])] == expected

    def test_few_slides_of_an_answer_that_says_more(self, world: World, draft: Draft) -> None:
        one = entry(body=f"{SENTENCE} {SENTENCE} {SENTENCE}")

        assert codes(world, replace(draft, slides=draft.slides[:2]), one) == ["AA328"]
