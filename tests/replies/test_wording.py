"""Phrase files: what every language must have, that all its phrases say the same, and what a brand's tone changes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.content.data import read_all
from generator.content.library import Library
from generator.content.schema.replies import RepliesFile
from generator.replies import Said, Wording, as_values, compose, read_wordings
from generator.replies.phrases import usable

FILES, _ = read_all(RepliesFile, "replies")
CODES = sorted(FILES)
TONES = ("warm", "formal", "playful")
KINDS = ("greetings", "bridges", "steps", "private", "sign_offs")
ALLOWED = {
    "greetings": {"name"},
    "bridges": set[str](),
    "steps": {"link"},
    "private": {"link"},
    "sign_offs": {"agent", "brand"},
}
NEGATIONS = {
    "en": "not no never none nothing nobody without cannot",
    "hr": "ne nije nisu nisam nema nemaju nemojte nemoj nikad nikada ništa nitko bez neće nećemo",
    "sr": "не није нису нисам нема немају немојте немој никад никада ништа нико без неће нећемо",
    "sl": "ne ni niso nisem nima nimajo nikoli nič nihče brez",
    "cs": "ne není nejsou nemá nemají nikdy nic nikdo bez nelze",
    "bg": "не няма нямат никога нищо никой без недейте",
}


def phrases(code: str) -> Iterator[tuple[str, str]]:
    """Kind and text of every phrase of a language."""
    file = FILES[code]
    for kind in KINDS:
        for by_address in getattr(file, kind).values():
            yield from ((kind, text) for text in (*by_address.formal, *(by_address.informal or ())))


@pytest.mark.parametrize("code", CODES)
def test_phrases_have_no_number_no_negation_and_no_placeholder_of_another_kind(code: str) -> None:
    negations = set(NEGATIONS[code].split())
    for kind, text in [*phrases(code), ("label", FILES[code].label)]:
        words = re.findall(r"[^\W\d_]+", text.lower())
        assert not re.search(r"\d", text), text
        assert not negations & set(words), text
        assert "n't" not in text, text
        placeholders = set(re.findall(r"\{(\w+)\}", text))
        assert placeholders <= ALLOWED.get(kind, {"language"}), text
        assert not re.search(r"[{\[][^}\]]*$", text), text


@pytest.mark.parametrize("code", CODES)
def test_a_greeting_ends_so_that_a_capital_may_follow(code: str) -> None:
    ends = (",", "!", ".") if code == "en" else ("!", ".")
    assert all(text.endswith(ends) for kind, text in phrases(code) if kind == "greetings")


def tones(library: Library) -> Iterator[tuple[str, Library]]:
    for tone, address in itertools.product(TONES, ("formal", "informal")):
        settings = replace(
            library.settings, tone=tone, address={code.partition("-")[0]: address for code in library.languages}
        )
        yield f"{tone}, {address}", replace(library, settings=settings)


def test_in_every_tone_and_address_three_phrases_remain_with_and_without_names(demo: Library) -> None:
    values = {"brand": "Zrno", "link": "https://faq.example/"}
    for what, library in tones(demo):
        wordings, problems = read_wordings(library)
        assert not problems
        assert wordings.keys() == library.languages.keys()
        for (code, wording), kind in itertools.product(wordings.items(), KINDS):
            for persons in ({"name": "", "agent": ""}, {"name": "Ana", "agent": "Ana"}):
                left = usable(getattr(wording, kind), values | persons)
                assert len(set(left)) >= 3, (what, code, kind, persons)


def test_readers_who_are_addressed_informally_are_never_addressed_formally(demo: Library) -> None:
    formal = re.compile(
        r"\b(Vi|Vam|Vas|Vaš\w*|Vaše\w*|Ви|Вам|Вас|Ваш\w*|Vám|Váš|Vaši|vam|vas|vaš\w*|pišite|пишите|пишете|pište|\w+jte|\w+јте)\b"
    )
    for what, library in tones(demo):
        if what.endswith("informal"):
            for code, wording in read_wordings(library)[0].items():
                texts = (text for kind in KINDS for text in getattr(wording, kind))
                assert not [text for text in texts if formal.search(text)], (what, code)


def test_a_file_of_ones_own_takes_the_place_of_the_packages(demo: Library, tmp_path: Path) -> None:
    (tmp_path / "replies").mkdir()
    (tmp_path / "replies/hr.yml").write_text("greetings: {}\n")
    wordings, problems = read_wordings(demo, tmp_path)
    assert {problem.code for problem in problems} == {"AA010"}
    said = Said(id="a", turn=0, answer="Za 2 dana.", link="https://faq.example/", name="Ivan")
    assert compose(said, wordings["hr"]).text == "Za 2 dana.\n\nhttps://faq.example/"


def test_a_next_step_ends_with_the_link(demo: Library, tmp_path: Path) -> None:
    (tmp_path / "replies").mkdir()
    text = (Path("generator/data/replies/en.yml")).read_text("utf-8").replace("here: {link}", "here: {link}.", 1)
    (tmp_path / "replies/en.yml").write_text(text)
    _, (problem,) = read_wordings(demo, tmp_path)
    assert "must end with {link}" in problem.message


def test_serbian_in_latin_letters_has_no_cyrillic_ones(wordings: Mapping[str, Wording]) -> None:
    values = as_values(wordings["sr-Latn"])
    values["names"] = None  # known in both scripts
    assert not re.search("[Ѐ-ӿ]", repr(values).replace("Српски", "").replace("български", ""))
