"""The same rules for the desk: a script, and what it needs of one language."""

from __future__ import annotations

import functools

from generator.content.data import PACKAGE
from generator.text import ABBREVIATIONS
from generator.voice.checking import ASKED, CODES, FIRST_SENTENCES, Voice
from generator.voice.phrases import Matcher, steps


@functools.cache
def twin_script() -> str:
    """Functions for a page's own script: `voiceOf(data)`, `checkVoice(voice, text, kind)`."""
    return (PACKAGE / "voice" / "js" / "voice.js").read_text(encoding="utf-8")


def twin_data(voice: Voice) -> dict[str, object]:
    """What the script needs of a language, as plain values: phrases in steps, limits, suggestions."""
    written = voice.written
    instead = list(dict.fromkeys(said for _, said, _ in voice.phrases))
    return {
        "codes": dict(CODES),
        "asked": {kind: sorted(rules - voice.off) for kind, rules in ASKED.items()},
        "first": FIRST_SENTENCES,
        "marks": voice.has_marks,
        "instead": instead,
        "suggestions": dict(voice.words.instead),
        "phrases": [
            [rule, instead.index(said), int(entries), [one.values() for one in phrase]]
            for (rule, said, entries), phrase in zip(voice.phrases, written.wrong.phrases, strict=True)
        ],
        "fine": _all(written.fine),
        "next": _all(written.next_step),
        "links": [[one.values() for one in steps(phrase, {})] for phrase in voice.limits.empty_links],
        "capitals": voice.common.capital_letters,
        "exclamations": voice.common.exclamations,
        "acronyms": [word.lower() for word in voice.limits.acronyms],
        "abbreviations": sorted(ABBREVIATIONS),
        "words": voice.limits.answer_sentence_words,
    }


def _all(matcher: Matcher) -> list[object]:
    return [[one.values() for one in phrase] for phrase in matcher.phrases]
