"""How phrases are written, and what they find."""

from __future__ import annotations

import re
import time

import pytest
from pydantic import ValidationError

from generator.content.schema.voice import VoiceFile
from generator.voice.phrases import Matcher, steps
from generator.voice.tokens import tokens

SETS = {"we": ("we", "we'll"), "do": ("send", "reply")}


def found(phrase: str, text: str) -> list[str]:
    said = tokens(text)
    return [text[said[one.first].start : said[one.last].end] for one in Matcher([steps(phrase, SETS)]).find(said)]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("soon", "Soon. Sooner or SOON.", ["Soon", "SOON"]),
        ("guarant*", "We guarantee guaranteed things.", ["guarantee", "guaranteed"]),
        ("we *emo", "We pišemo.", ["We pišemo"]),
        ("we always/never reply", "We never reply, we always reply.", ["We never reply", "we always reply"]),
        ("we (will) always", "We always. We will always. We may always.", ["We always", "We will always"]),
        ("<we> (will) .. <do>", "We'll gladly send it. We reply.", ["We'll gladly send", "We reply"]),
        (
            "we .. reply",
            "We one two three four reply. We one two three four five reply.",
            ["We one two three four reply"],
        ),
        ("mrs <Name>", "Mrs Novak and mrs of the house.", ["Mrs Novak"]),
        ("<n> g", "Take 5 g of it.", ["5 g"]),
        ("100 % sure", "I am 100% sure, 100 % sure.", ["100% sure", "100 % sure"]),
        ("don't worry", "Don’t worry.", ["Don’t worry"]),
        ("as we said", "As, we said. As\nwe said. As. We said.", ["As, we said"]),
        ("we .. reply", "We, however, reply; we reply.", ["we reply"]),
        ("as we", "As: we. As – we. As (we).", []),
        ("café", "Cafe\u0301 Café", ["Cafe\u0301", "Café"]),
    ],
)
def test_a_phrase_finds_words(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text) == expected


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("we wi!l", "has 'wi!l'"),
        ("(we) will", "begins with '(we)'"),
        (".. will", "begins with '..'"),
        ("*ing it", "begins with '*ing'"),
        ("<Name> said", "begins with '<Name>'"),
        ("we ..", "ends with '..'"),
        ("we (will)", "ends with '(will)'"),
        ("we .. do .. it .. all", "has more than two '..'"),
        ("we (will", "has '(will'"),
        ("<they> will", "has no list 'sets.they'"),
    ],
)
def test_a_phrase_that_finds_nothing_is_a_mistake(phrase: str, message: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(message)):
        VoiceFile.model_validate({"fine": [phrase]})


def test_hostile_texts_take_no_time() -> None:
    phrase = steps("we (a) (a) .. (a) .. b", {})
    text = "we " + "a we " * 5_000
    begin = time.process_time()
    assert list(Matcher([phrase]).find(tokens(text))) == []
    assert time.process_time() - begin < 5
