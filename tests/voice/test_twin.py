"""The script of the desk finds what the program finds."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from generator.voice import CODES, Kind, Voice, twin_data
from tests.voice.conftest import LANGUAGES, VOICES, planted

if TYPE_CHECKING:
    from tests.voice.conftest import Twin

KINDS: tuple[Kind, ...] = ("short", "reply", "draft")
WRITTEN = ("sentences", "trial", "fresh")
STRANGE = (
    "",
    " \n\t ",
    "SOON SOON soon!!! Soon?! https://example.org/soon",
    "As soon as possible, e.g. soon. 5 g. Soon. Soon (soon); soon: soon – soon",
    "We’ll always reply. We'll ALWAYS reply. We always\nreply. Mr. Novak, Mrs\u00a0Kralj",
    "a\u0301 \u0301 \u200d soon\u0301 uskoro\u0301 „Uskoro.” «Скоро» ﬁnally СКОРО Ǆ ＡＢＣＤＥ ①② ٣ soon ٣",
    "\ue000\ue000 soon. Soon \ue000.",
    "x " * 60 + ".",
)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_twins_agree(node: Twin, code: str) -> None:
    voice = VOICES[code]
    found = [one for name in WRITTEN for ones in planted(code, name).values() for one in ones[::2]]
    texts = [*zip(found, itertools.cycle(KINDS), strict=False), *itertools.product(STRANGE, KINDS)]
    texts.append(("\n\n".join([*found, *STRANGE]), "reply"))
    expected = [
        [
            {"rule": one.rule, "code": CODES[one.rule], "start": one.start, "end": one.end, "instead": one.instead}
            for one in voice.check(text, kind, markdown=False)
        ]
        for text, kind in texts
    ]
    for (text, kind), said, twin in zip(texts, expected, node(twin_data(voice), texts), strict=True):
        assert twin == said, (kind, text)


def test_a_language_that_somebody_adds_needs_no_phrases() -> None:
    assert twin_data(Voice())["phrases"] == []
    assert twin_data(Voice(avoid=("plantlet*",)))["instead"] == [""]
