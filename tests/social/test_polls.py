"""Quizzes with buttons: where the network and the channel take polls, the answer follows the question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.content.library import Entry
from generator.content.organisation import PostChannel
from generator.content.post_words import PostWords, Quiz
from generator.social import Draft, check, format_draft, parse_draft, seal, sourced, text_hash, write
from generator.social.approvals import broken
from generator.social.base import base_of, format_base, parse_base
from generator.social.draft import Poll
from generator.social.ledger import format_ledger, parse_ledger, record
from generator.social.polls import merge_poll

if TYPE_CHECKING:
    from conftest import World

WHY = "So they never spend a weekend in a depot."
POLL = Poll(options=("On Tuesday.", "On Friday."), right=1)


@pytest.fixture
def asked(entry: Entry) -> Entry:
    """An entry with a quiz that fits all buttons."""
    quiz = Quiz(question="When do live plants leave?", options=("On Tuesday.", "On Friday."), right=1, why=WHY)
    return replace(entry, posts=PostWords(quiz=quiz))


def quiz(world: World, entry: Entry, network: str, *, polls: bool = True) -> Draft:
    """The entry's quiz in a channel that takes polls, or does not."""
    slot = world.slot(entry, network)
    channel = PostChannel(
        id=slot.channel, network=network, language=entry.lang, timezone="Europe/Zagreb", slots=(), polls=polls
    )
    library = world.library([entry])
    library = replace(library, settings=replace(library.settings, posts=(channel,)))
    made, problems = write(slot, world.kit(library), "quiz")
    assert problems == []
    assert made
    return sourced(made.draft, library)


class TestText:
    def test_the_answer_is_the_next_post_of_the_thread(self, world: World, asked: Entry) -> None:
        made = quiz(world, asked, "x")
        question, answer = made.parts

        assert made.poll == POLL
        assert "When do live plants leave?" in question
        assert "On Tuesday" not in question
        assert ("Vote first: the answer is further down." in question) or ("Cast your vote, then read on." in question)
        assert "On Tuesday." in answer
        assert WHY in answer
        assert made.link in answer

    def test_without_threads_it_is_further_down(self, world: World, asked: Entry) -> None:
        made = quiz(world, asked, "linkedin_page")

        assert made.poll == POLL
        assert len(made.parts) == 1
        assert made.text.index("When do live plants leave?") < made.text.index("On Tuesday.") < made.text.index(WHY)
        assert "On Friday" not in made.text

    def test_a_poll_stands_in_the_place_of_the_picture(self, world: World, asked: Entry) -> None:
        made = quiz(world, asked, "x")

        assert made.alt == ""
        assert check(made, world.nets["x"]) == []

    @pytest.mark.parametrize("network", ["x", "mastodon", "threads", "linkedin_page", "telegram_channel", "reddit"])
    @pytest.mark.parametrize("code", ["en", "hr", "sr", "sr-Latn", "sl", "cs", "bg"])
    def test_it_fits_everywhere(self, world: World, asked: Entry, network: str, code: str) -> None:
        made = quiz(world, replace(asked, lang=code), network)

        assert made.poll
        assert check(made, world.nets[network]) == []

    def test_telegram_shows_the_question_with_the_buttons(self, world: World, asked: Entry) -> None:
        made = quiz(world, asked, "telegram_channel")

        assert made.poll
        assert made.poll.question == "When do live plants leave?"

    def test_an_option_too_long_for_the_buttons_leaves_the_quiz_in_the_text(self, world: World, asked: Entry) -> None:
        words = asked.posts.quiz
        assert words
        option = "On Tuesday, because of the weekend."
        long = replace(asked, posts=PostWords(quiz=replace(words, options=(option, "On Friday."))))

        assert quiz(world, long, "x").poll is None
        assert quiz(world, long, "linkedin_page").poll is None  # its number is not known: the strictest holds
        assert f"A) {option}" in quiz(world, long, "x").text
        assert quiz(world, long, "mastodon").poll

    def test_channels_say_whether_they_take_polls_and_most_do_not(self, world: World, asked: Entry) -> None:
        made = quiz(world, asked, "x", polls=False)

        assert made.poll is None
        assert "A) On Tuesday." in made.text

    def test_a_network_without_polls_has_it_in_the_text(self, world: World, asked: Entry) -> None:
        assert quiz(world, asked, "facebook_page").poll is None


class TestRules:
    """AA326: a person may edit a poll, and the buttons still take it."""

    @pytest.mark.parametrize(
        ("network", "poll", "said"),
        [
            ("mastodon", Poll(options=("1", "2", "3", "4", "5"), right=1), "the poll has 5 options, Mastodon takes 4"),
            ("x", Poll(options=("a" * 26, "b"), right=1), f"the option “{'a' * 26}” counts 26, X takes 25"),
            ("telegram_channel", replace(POLL, question="q" * 301), "the poll's question counts 301"),
            ("facebook_page", POLL, "has no polls"),
        ],
    )
    def test_what_does_not_fit_is_told(self, world: World, asked: Entry, network: str, poll: Poll, said: str) -> None:
        made = replace(quiz(world, asked, network), poll=poll)

        assert [said in problem.message for problem in check(made, world.nets[network]) if problem.code == "AA326"] == [
            True
        ]

    def test_a_limit_that_is_not_confirmed_only_warns(self, world: World, asked: Entry) -> None:
        made = replace(quiz(world, asked, "x"), poll=Poll(options=("1", "2", "3", "4", "5"), right=1))

        assert [str(problem.severity) for problem in check(made, world.nets["x"])] == ["warning"]


class TestFiles:
    def test_a_draft_file_has_the_poll(self, world: World, asked: Entry) -> None:
        made = quiz(world, asked, "telegram_channel")
        text = format_draft(made)

        assert (
            "poll:\n  question: When do live plants leave?\n  options:\n  - On Tuesday.\n  - On Friday.\n"
            "  right: 1\n  hours: 24\n"
        ) in text
        read, problems = parse_draft(text, "faq/_drafts/telegram_channel-en/delivery-time.1.md")
        assert problems == []
        assert read
        assert read.poll == made.poll

    def test_a_right_option_that_is_not_there_is_told(self, world: World, asked: Entry) -> None:
        text = format_draft(quiz(world, asked, "x")).replace("right: 1", "right: 3")

        _, problems = parse_draft(text, "faq/_drafts/x-en/delivery-time.1.md")

        assert [(p.code, p.message) for p in problems] == [
            ("AA010", "'poll' has 2 options, so none of them is number 3")
        ]

    def test_what_the_machine_wrote_last_has_it_too(self, world: World, asked: Entry) -> None:
        base = base_of(quiz(world, asked, "x"))

        assert parse_base(format_base(base)) == base

    def test_an_approval_covers_it(self, world: World, asked: Entry) -> None:
        made = quiz(world, asked, "x")

        assert broken(made, seal(made)) == ()
        assert broken(replace(made, poll=replace(POLL, hours=48)), seal(made)) == ("poll",)
        assert broken(replace(made, poll=None), seal(made)) == ("poll",)

    def test_the_hash_of_a_draft_without_one_is_as_before(self, post: Draft) -> None:
        assert text_hash(post) == text_hash(replace(post, poll=None))
        assert text_hash(post) != text_hash(replace(post, poll=POLL))

    def test_its_options_are_words_of_the_entry(self, world: World, asked: Entry) -> None:
        assert quiz(world, asked, "x").used["quiz.options.1"] == "On Friday."


def test_an_approved_poll_is_read_from_the_ledger_as_it_was_written(world: World, asked: Entry) -> None:
    sealed = quiz(world, asked, "x")
    line = replace(record(sealed), state="approved", approved=seal(sealed))
    assert parse_ledger(format_ledger([line])) == ((line,), [])


class TestMerge:
    """As for sentences: what nobody touched follows the entry, what a person wrote stays."""

    NEW = replace(POLL, options=("On Tuesday.", "On Sunday."))

    def test_one_that_nobody_touched_follows_the_entry(self) -> None:
        assert merge_poll(POLL, POLL, self.NEW) == (self.NEW, 0)
        assert merge_poll(None, None, POLL) == (POLL, 0)
        assert merge_poll(POLL, POLL, None) == (None, 0)

    def test_options_are_merged_one_by_one(self) -> None:
        mine = replace(POLL, options=("On Tuesdays.", "On Friday."), hours=48)

        assert merge_poll(POLL, mine, self.NEW) == (
            Poll(options=("On Tuesdays.", "On Sunday."), right=1, hours=48),
            0,
        )

    def test_an_option_that_both_changed_stands_in_both_forms(self) -> None:
        mine = replace(POLL, options=("On Tuesday.", "On Fridays."))
        merged, conflicts = merge_poll(POLL, mine, self.NEW)

        assert conflicts == 1
        assert merged
        assert merged.options[1] == "On Fridays. {{ the entry says now: On Sunday. }}"

    def test_options_of_another_number_stand_behind_in_braces(self) -> None:
        mine = replace(POLL, options=("On Tuesday.", "On Friday.", "Never."))
        merged, conflicts = merge_poll(POLL, mine, self.NEW)

        assert conflicts == 2
        assert merged
        assert merged.options == (*mine.options, *(f"{{{{ the entry says now: {o} }}}}" for o in self.NEW.options))

    def test_one_that_a_person_deleted_stays_deleted(self) -> None:
        assert merge_poll(POLL, None, self.NEW) == (None, 0)
