"""The kinds of posts: what each needs, what each says, and whose turn it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Entry, Library
from generator.content.meta import Season
from generator.content.organisation import Market, Settings
from generator.content.post_words import PostWords, Quiz, of_texts
from generator.content.schema.formats import FIELDS
from generator.social import Fit, Written, applicable, check, sourced, write
from generator.social.fields import READERS
from generator.social.formats import choose
from generator.social.opening_hours import hours
from generator.social.sources import changes
from generator.social.threads import words

if TYPE_CHECKING:
    from conftest import World

DAYS = (((time(8), time(16)),),) * 5


@pytest.fixture
def rich(entry: Entry) -> Entry:
    """An entry with words for every kind of post."""
    quiz = Quiz(
        question="When do live plants leave?",
        options=("On Tuesday.", "On Friday."),
        right=1,
        why="So they never spend a weekend in a depot.",
    )
    words = PostWords(
        did_you_know="Live plants have a day of their own.",
        changed="Plants leave on Tuesday now.",
        quiz=quiz,
        checklist=("The address is right.", "Somebody is at home."),
    )
    return replace(
        entry,
        body="Do this:\n\n1. Open the message.\n2. Note the code.\n\nThat is all.",
        tip="Choose an address where somebody is at home.",
        myth=("Plants leave on Tuesday.", "Plants leave every day.", "They would spend a weekend in a depot."),
        posts=words,
        meta=replace(entry.meta, season=Season(start=(4, 1), end=(6, 1)), tells_hours=True),
    )


def open_library(world: World, one: Entry, **settings: object) -> Library:
    library = world.library([one])
    return replace(library, settings=replace(library.settings, hours=dict(enumerate(DAYS)), **settings))  # type: ignore[arg-type]


def post(world: World, one: Entry, kind: str, network: str = "linkedin_page", **settings: object) -> Written:
    made, problems = write(world.slot(one, network), world.kit(open_library(world, one, **settings)), kind)
    assert problems == []
    assert made
    return made


def body(made: Written) -> str:
    """The post without its first line, its link and its hashtags."""
    return "\n\n".join(made.draft.text.split("\n\n")[1:-2])


class TestNeeds:
    def test_an_entry_with_all_words_can_be_everything(self, world: World, rich: Entry) -> None:
        assert applicable(rich, world.kit(open_library(world, rich))) == tuple(world.formats)

    def test_an_entry_without_is_a_question_with_its_answer(self, world: World, entry: Entry) -> None:
        assert applicable(entry, world.kit(open_library(world, entry))) == ("qa",)

    def test_hours_need_hours(self, world: World, rich: Entry) -> None:
        assert "hours" not in applicable(rich, world.kit(world.library([rich])))

    def test_a_list_below_a_heading_answers_another_question(self, world: World, rich: Entry) -> None:
        below = replace(rich, body="Yes.\n\n## Save seed {#save}\n\n1. Dry it.\n2. Label it.")

        assert "steps" not in applicable(below, world.kit(world.library([below])))

    def test_one_step_is_no_list_of_steps(self, world: World, rich: Entry) -> None:
        assert "steps" not in applicable(replace(rich, body="1. Only one."), world.kit(world.library([rich])))

    def test_every_field_that_a_format_may_name_can_be_read(self) -> None:
        assert tuple(READERS) == FIELDS


class TestTurns:
    def test_every_kind_comes_once_in_as_many_cycles(self, world: World, rich: Entry) -> None:
        kit = world.kit(open_library(world, rich))
        many = len(kit.formats)

        assert {choose(rich, kit, n) for n in range(1, many + 1)} == set(kit.formats)
        assert [choose(rich, kit, n) for n in (1, 2)] == [choose(rich, kit, n + many) for n in (1, 2)]

    def test_entries_begin_with_different_kinds(self, world: World, rich: Entry) -> None:
        kit = world.kit(open_library(world, rich))

        assert len({choose(replace(rich, id=f"entry-{n}"), kit, 1) for n in range(30)}) > 5

    def test_a_draft_keeps_its_kind_while_the_entry_has_the_words(self, world: World, rich: Entry) -> None:
        kit = world.kit(open_library(world, rich))

        assert choose(rich, kit, 1, "myth") == "myth"
        assert choose(replace(rich, myth=None), kit, 1, "myth") != "myth"


class TestWords:
    def test_a_tip_comes_first_and_the_question_says_where_it_belongs(self, world: World, rich: Entry) -> None:
        made = post(world, rich, "tip")

        assert made.draft.text.split("\n")[0].endswith(": Choose an address where somebody is at home.")
        assert body(made) == rich.question

    def test_steps_are_the_answers_list(self, world: World, rich: Entry) -> None:
        assert body(post(world, rich, "steps")) == "1. Open the message.\n2. Note the code."

    def test_the_fact_is_told_before_the_myth_and_again_after_it(self, world: World, rich: Entry) -> None:
        text = post(world, rich, "myth").draft.text

        fact, myth, why, again = (
            text.index("Plants leave on Tuesday."),
            text.index("Plants leave every day."),
            text.index("They would spend"),
            text.rindex("Plants leave on Tuesday."),
        )
        assert fact < myth < why < again
        assert text.count("Plants leave every day.") == 1
        line = next(line for line in text.split("\n") if "every day" in line)
        assert "not true" in line or "wrong" in line

    def test_a_checklist_has_an_item_a_line(self, world: World, rich: Entry) -> None:
        assert body(post(world, rich, "checklist")) == "• The address is right.\n• Somebody is at home."

    def test_a_quiz_tells_the_answer_and_why(self, world: World, rich: Entry) -> None:
        options, answer, why, question = body(post(world, rich, "quiz")).split("\n\n")

        assert options == "A) On Tuesday.\nB) On Friday."
        assert answer.endswith("A) On Tuesday.")
        assert why == "So they never spend a weekend in a depot."
        assert question == rich.question

    def test_options_have_the_letters_of_the_script(self, world: World, rich: Entry) -> None:
        texts = {code: post(world, replace(rich, lang=code), "quiz").draft.text for code in ("sr", "sr-Latn", "bg")}

        assert "\nБ) " in texts["sr"]
        assert "\nB) " in texts["sr-Latn"]
        assert "\nБ) " in texts["bg"]

    def test_what_changed_comes_before_the_short_answer(self, world: World, rich: Entry) -> None:
        assert body(post(world, rich, "changed")) == f"Plants leave on Tuesday now.\n\n{rich.short}"

    def test_a_seasonal_post_gives_the_answer(self, world: World, rich: Entry) -> None:
        made = post(world, rich, "ask_before")

        assert rich.question in made.draft.text.split("\n")[0]
        assert "1. Open the message." in made.draft.text

    def test_hours_are_told_in_the_posts_language(self, world: World, rich: Entry) -> None:
        made = post(world, replace(rich, lang="hr"), "hours", email="pomoc@zrno.example")

        assert body(made) == f"• Ponedjeljak–petak: 08:00–16:00\n\n• pomoc@zrno.example\n\n{rich.question}"

    @pytest.mark.parametrize(("zone", "last"), [("Europe/Sofia", "Zagreb"), ("Europe/Belgrade", "16:00")])
    def test_readers_whose_clocks_differ_are_told_the_zone(
        self, world: World, rich: Entry, zone: str, last: str
    ) -> None:
        market = Market(code="XX", languages=("en",), timezone=zone)
        library = open_library(world, rich, markets=(market,), timezone="Europe/Zagreb")

        assert hours(library, library.languages["en"]).endswith(last)

    def test_days_with_the_same_hours_are_one_line(self, world: World, rich: Entry) -> None:
        library = world.library([rich])
        spans = {0: DAYS[0], 1: DAYS[0], 3: DAYS[0], 5: ((time(9), time(11)), (time(12), time(13, 30)))}
        library = replace(library, settings=replace(library.settings, hours=spans))

        lines = hours(library, library.languages["en"]).split("\n")

        assert lines == [
            "• Monday–Tuesday: 08:00–16:00",
            "• Thursday: 08:00–16:00",
            "• Saturday: 09:00–11:00, 12:00–13:30",
        ]

    def test_the_brand_is_spoken_of_in_its_tone(self, world: World, rich: Entry) -> None:
        firsts = {tone: post(world, rich, "tip", tone=tone).draft.text.split(":")[0] for tone in ("warm", "playful")}

        assert firsts["warm"] != firsts["playful"]

    def test_hashtags_are_as_many_as_the_network_gets(self, world: World, rich: Entry) -> None:
        nets = {"x": replace(world.nets["x"], hashtags=2)}
        made, _ = write(world.slot(rich, "x"), world.kit(open_library(world, rich), networks=nets), "tip")

        assert made
        assert made.draft.text.endswith("#Delivery #Zrno")


class TestFits:
    @pytest.mark.parametrize("code", ["en", "hr", "sr", "sr-Latn", "sl", "cs", "bg"])
    def test_every_kind_fits_everywhere(self, world: World, rich: Entry, code: str) -> None:
        one = replace(rich, lang=code)
        kit = world.kit(open_library(world, one))
        for id_, network in world.nets.items():
            for kind in kit.formats:
                made, problems = write(world.slot(one, id_), kit, kind)
                assert made
                assert [*problems, *check(made.draft, network)] == []
                brief = network.carousel and network.carousel.always and kind in {"tip", "did_you_know", "hours"}
                assert made.draft.format == (kind if network.limit and not brief else "qa")

    def test_a_long_list_is_a_thread(self, world: World, rich: Entry) -> None:
        steps = "\n".join(
            f"{n}. Do the thing that comes next, and wait for a while before you go on." for n in range(1, 9)
        )
        made = post(world, replace(rich, body=steps), "steps", "bluesky")

        assert made.fit is Fit.THREAD
        assert " ".join(steps.split()) in words(made.draft.parts)

    def test_what_fits_nowhere_gives_way_to_question_and_answer(self, world: World, rich: Entry) -> None:
        made = post(world, replace(rich, tip="Do it. " * 60), "tip", "x")

        assert made.draft.format == "qa"
        assert rich.short in made.draft.text

    def test_a_language_without_the_phrase_says_so_and_gives_the_answer(self, world: World, rich: Entry) -> None:
        library = open_library(world, rich)
        phrases = {key: text for key, text in library.languages["en"].phrases["posts"].items() if "tip" not in key}
        english = replace(library.languages["en"], phrases={"posts": phrases})

        made, problems = write(world.slot(rich, "x"), world.kit(replace(library, languages={"en": english})), "tip")

        assert made
        assert made.draft.format == "qa"
        assert [str(p).split("\n")[0] for p in problems] == [
            (
                "data/languages/en.yml:1:1: warning AA350 the language 'en' has no phrase 'tip', "
                "which posts of the format 'tip' begin or end with"
            )
        ]

    def test_a_kind_has_templates_of_its_own(self, world: World, rich: Entry) -> None:
        own = {"qa.j2": "Q", "tip.j2": "{{ post.opening }} | {{ post.format }}", "tip.x.j2": "X {{ post.link }}"}
        kit = world.kit(open_library(world, rich), templates=own)

        texts: dict[str, str] = {}
        for network in ("x", "threads"):
            made, _ = write(world.slot(rich, network), kit, "tip")
            assert made
            texts[network] = made.draft.text

        assert texts["x"].startswith("X https://")
        assert texts["threads"].endswith("at home. | tip")


class TestHash:
    @pytest.mark.parametrize("kind", ["tip", "quiz", "myth", "steps", "checklist", "changed", "did_you_know"])
    def test_words_that_a_post_does_not_use_do_not_count(self, world: World, rich: Entry, kind: str) -> None:
        before = post(world, rich, kind).draft.source_hash
        other = replace(rich, tip="Other.", posts=PostWords(), myth=None, body="Other.")
        kept = {
            "tip": {"tip": rich.tip},
            "quiz": {"posts": PostWords(quiz=rich.posts.quiz)},
            "myth": {"myth": rich.myth},
            "steps": {"body": rich.body},
            "checklist": {"posts": PostWords(checklist=rich.posts.checklist)},
            "changed": {"posts": PostWords(changed=rich.posts.changed)},
            "did_you_know": {"posts": PostWords(did_you_know=rich.posts.did_you_know)},
        }

        assert post(world, replace(other, **kept[kind]), kind).draft.source_hash == before  # type: ignore[arg-type]

    def test_words_that_it_uses_do(self, world: World, rich: Entry) -> None:
        before = post(world, rich, "tip").draft.source_hash

        assert post(world, replace(rich, tip="Another."), "tip").draft.source_hash != before


def test_settings_say_how_readers_are_spoken_to() -> None:
    settings = Settings(name="Zrno", languages=("hr", "sr"), url="https://a.example/", address={"sr": "informal"})

    assert [settings.informal(code) for code in ("hr", "sr", "sr-Latn")] == [False, True, True]


class TestSources:
    """What a draft used is known for every kind, so that it is stale when that changes."""

    @pytest.mark.parametrize(
        ("kind", "field", "text"),
        [
            ("quiz", "quiz.right", "On Tuesday."),
            ("quiz", "quiz.why", "So they never spend a weekend in a depot."),
            ("checklist", "checklist.1", "Somebody is at home."),
            ("did_you_know", "did_you_know", "Live plants have a day of their own."),
            ("changed", "changed", "Plants leave on Tuesday now."),
            ("hours", "hours", "• Monday–Friday: 08:00–16:00"),
        ],
    )
    def test_its_words_are_found(self, world: World, rich: Entry, kind: str, field: str, text: str) -> None:
        made = post(world, rich, kind)

        assert sourced(made.draft, open_library(world, rich)).used[field] == text

    def test_other_hours_are_a_change(self, world: World, rich: Entry) -> None:
        library = open_library(world, rich)
        made = sourced(post(world, rich, "hours").draft, library)
        longer = replace(library, settings=replace(library.settings, hours={0: ((time(8), time(18)),)}))

        assert changes(made.used, rich, library) == ()
        assert [change.field for change in changes(made.used, rich, longer)] == ["hours"]

    def test_a_sentence_that_a_thread_parts_is_found(self, world: World, rich: Entry) -> None:
        endless = "Bring the code of the message, " + "and a document, " * 20 + "and yourself."
        made = post(world, replace(rich, short="", body=endless), "qa", "x")

        assert len(made.draft.parts) > 1
        assert sourced(made.draft, open_library(world, replace(rich, short="", body=endless))).used["body"] == endless


def test_words_written_as_texts_are_read_again() -> None:
    quiz = Quiz(question="Q?", options=("a", "b"), right=2, why="w")
    for told in (PostWords(), PostWords(quiz=quiz), PostWords(checklist=("a", "b"), changed="c", quiz=quiz)):
        assert of_texts(told.texts()) == told
    assert of_texts(()) == PostWords()
