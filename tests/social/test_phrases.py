"""The phrases of posts: in every language, in every tone, for readers who are spoken to formally or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.content.schema.formats import FormatFile, Saying
from generator.language import Language, pick
from generator.social.phrases import MissingPhraseError, Voice, parts

if TYPE_CHECKING:
    from conftest import World

PLACEHOLDERS = {
    "opener": {"question"}, "ask_before": {"question"}, "steps": {"question"}, "checklist": {"question"},
    "quiz": {"question"}, "changed": {"question"}, "tip": {"text"}, "did_you_know": {"text"},
    "quiz_answer": {"letter", "option"}, "swipe": set(), "poll": set(), "poll_answer": {"option"},
    "fact": {"fact"}, "fact_again": {"fact"}, "myth": {"myth"},
    "hours": set(), "hours_zone": {"city"}, "more": {"link"}, "about": {"link"}, "whole": {"link"},
    "profile": {"address"}, "profile_whole": {"address"}, "correction": {"question"}, "wrote": set(), "now": set(),
    "dropped": set(), "outdated": set(), "current": {"link"},
}  # fmt: skip
IN_EVERY_TONE = ("opener", "ask_before", "tip", "did_you_know", "steps", "checklist", "quiz")
CORRECTIONS = ("correction", "wrote", "now", "dropped", "outdated", "current")
ALONE = ("hours_zone", "profile", "profile_whole", *CORRECTIONS)


def sayings(form: FormatFile) -> list[Saying]:
    """Every phrase that a format says."""
    poll = (*form.poll.asks, *form.poll.tells) if form.poll else ()
    return [part for part in (*form.opening, *form.full, *form.short, *poll) if isinstance(part, Saying)]


def keys(language: Language) -> list[str]:
    return [key for key in language.phrases["posts"] if not key.endswith("_informal")]


def test_every_language_has_the_same_phrases(world: World) -> None:
    languages = world.library([]).languages
    assert set(languages) == {"en", "hr", "sr", "sr-Latn", "sl", "cs", "bg"}
    for language in languages.values():
        assert keys(language) == keys(languages["en"]), language.code


def test_every_phrase_has_its_placeholders_and_no_other(world: World) -> None:
    for language in world.library([]).languages.values():
        for key, phrase in language.phrases["posts"].items():
            part = parts(key)
            assert part, key
            assert set(re.findall(r"{(\w+)}", str(phrase))) == PLACEHOLDERS[part["name"]], (language.code, key)


def test_formats_fill_the_placeholders_of_their_phrases_in_every_tone(world: World) -> None:
    said = [part for form in world.formats.values() for part in sayings(form)]
    assert {saying.say for saying in said} >= {"opener", "tip", "myth", "fact_again", "poll_answer", "hours"}
    for language in world.library([]).languages.values():
        for saying in said:
            filled = dict.fromkeys(saying.words, "…")
            for tone in ("warm", "formal", "playful"):
                for informal in (False, True):
                    lines = [Voice(language, tone, informal, turn).say(saying.say, **filled) for turn in range(6)]
                    assert all(lines), (language.code, saying.say)
            assert set(saying.words) == PLACEHOLDERS[saying.say]


def test_formats_have_a_title_in_every_language(world: World) -> None:
    for name, form in world.formats.items():
        assert set(form.title) == set(world.languages), name
        titles = [pick(form.title, code, "en") for code in world.library([]).languages]
        assert all(titles), name


QUOTES = {"en": "“”", "hr": "„”", "sr": "„”", "sr-Latn": "„”", "sl": "„“", "cs": "„“", "bg": "„“"}


def test_quotes_are_those_of_the_language(world: World) -> None:
    for language in world.library([]).languages.values():
        for key, phrase in language.phrases["posts"].items():
            assert set(re.findall(r"[„“”»«\"]", str(phrase))) <= set(QUOTES[language.code]), (language.code, key)


def test_an_informal_phrase_has_a_formal_sister_that_reads_otherwise(world: World) -> None:
    for language in world.library([]).languages.values():
        phrases = language.phrases["posts"]
        for key in phrases:
            formal = key.removesuffix("_informal")
            assert formal == key or phrases[formal] != phrases[key], (language.code, key)


def test_no_two_phrases_of_one_name_are_alike(world: World) -> None:
    for language in world.library([]).languages.values():
        phrases = [((parts(key) or {})["name"], phrase) for key, phrase in language.phrases["posts"].items()]
        assert len(set(phrases)) == len(phrases), language.code


@pytest.mark.parametrize("tone", ["warm", "formal", "playful"])
def test_several_of_each_take_turns(world: World, tone: str) -> None:
    for language in world.library([]).languages.values():
        values = dict.fromkeys({name for names in PLACEHOLDERS.values() for name in names}, "…")
        for name in PLACEHOLDERS:
            said = [Voice(language, tone, informal=False, turn=n).say(name, **values) for n in range(6)]
            assert name in ALONE or len(set(said)) > 1, (language.code, name)
            assert said[0] == Voice(language, tone, informal=False, turn=0).say(name, **values)


def test_a_tone_has_its_own_words(world: World) -> None:
    for language in world.library([]).languages.values():
        for name in IN_EVERY_TONE:
            values = {"question": "Q", "text": "T"}
            warm, formal, playful = (
                {Voice(language, tone, informal=False, turn=n).say(name, **values) for n in range(6)}
                for tone in ("warm", "formal", "playful")
            )
            assert not warm & formal, (language.code, name)
            assert not playful & (warm | formal), (language.code, name)


def test_informal_readers_are_spoken_to_informally_where_a_language_knows_the_difference(world: World) -> None:
    languages = world.library([]).languages

    def quiz(code: str, *, informal: bool) -> str:
        return Voice(languages[code], "warm", informal=informal, turn=1).say("quiz", question="?")

    assert [quiz(code, informal=True) for code in ("hr", "sr-Latn")] == ["Što misliš? ?", "Šta misliš? ?"]
    assert [quiz(code, informal=False) for code in ("hr", "sr-Latn")] == ["Što mislite? ?", "Šta mislite? ?"]
    assert quiz("en", informal=True) == quiz("en", informal=False)


def test_a_bare_text_takes_its_turn(world: World) -> None:
    english = world.library([]).languages["en"]
    said = [Voice(english, "warm", informal=False, turn=n).say("opener", bare="Q", question="Q") for n in range(4)]

    assert min(said, key=len) == "Q"
    assert len(set(said)) == 4


def test_a_phrase_that_a_language_lacks_is_named(world: World) -> None:
    with pytest.raises(MissingPhraseError, match="poem"):
        Voice(world.library([]).languages["en"], "warm", informal=False, turn=0).say("poem")
