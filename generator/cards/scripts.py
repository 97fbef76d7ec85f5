"""What scripts ask for: air between lines, no tracking and no capitals, and where those without spaces break."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import regex

from generator.cards.template import Style

_UNCASED = regex.compile(r"[\p{Lo}--\p{Latin}]", flags=regex.VERSION1)
_AIR: Mapping[str, float] = {
    r"\p{Arabic}": 0.24,
    r"\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Devanagari}\p{Bengali}\p{Tamil}": 0.28,
    r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}": 0.22,
}
"""Of a line's height in em, more than letters with an x-height need."""
_AIRY = tuple((regex.compile(f"[{scripts}]"), air) for scripts, air in _AIR.items())
_SPACELESS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u3001-\u303f\uff01-\uff60]")
_PARSERS: Mapping[str, str] = {
    "ja": "load_default_japanese_parser",
    "th": "load_default_thai_parser",
    "zh": "load_default_simplified_chinese_parser",
    "zh-Hant": "load_default_traditional_chinese_parser",
    "zh-TW": "load_default_traditional_chinese_parser",
    "zh-HK": "load_default_traditional_chinese_parser",
}
_NEVER_FIRST = frozenset(
    "、。，．・：；？！ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ）」』】〕〉》］｝”’…‥〜～％℃ฯๆ,.:;?!)]}%€\u00a0"
)
_NEVER_LAST = frozenset("（「『【〔〈《［｛“‘￥＄£#([{¥$〜～–\u00a0")
_QUESTION_MARKS: Mapping[str, str] = {"Arab": "؟"}
"""Scripts (ISO 15924) that do not ask with `?`. Greek keeps it: its own `;` is no ornament."""
_CLUSTER = regex.compile(r"\X")
_EMOJI = regex.compile(r"[\p{Extended_Pictographic}\p{Regional_Indicator}--[\u2000-\u25ff]]", flags=regex.VERSION1)


_PLAIN = re.compile(r"[\0-\u052f\u1e00-\u1fff\u2007-\u2027\u202f-\u205e\u20a0-\u20bf\u2100-\u214f\u2190-\u2193]*")


def is_plain(text: str) -> bool:
    """Whether it has but Latin, Greek and Cyrillic and their signs, as nearly all texts: then nothing is asked for."""
    return _PLAIN.fullmatch(text) is not None


def suited(style: Style, text: str, *, air: bool) -> Style:
    """The style as the text's script bears it: one without capitals is not tracked, and needs air between its lines."""
    if is_plain(text) or not _UNCASED.search(text):
        return style
    more = max((more for script, more in _AIRY if script.search(text)), default=0.0) if air else 0.0
    return replace(style, tracking=0.0, capitals=False, leading=style.leading + more)


def own_mark(character: str, script: str) -> str:
    """The question mark that a script writes instead of `?`; any other character as it is."""
    return _QUESTION_MARKS.get(script, character) if character == "?" else character


def is_spaceless(text: str) -> bool:
    """Whether any of it is in a script that writes words without spaces."""
    return not is_plain(text) and _SPACELESS.search(text) is not None


def lacks_parser(text: str, language: str) -> bool:
    """Whether a text needs BudouX, which is not installed.

    Without it lines could only end between any two characters: Thai would be unreadable, Japanese ugly, and the same
    words would give another card on another machine. So it is asked for instead.
    """
    return _parser_name(language) is not None and is_spaceless(text) and _parse(language) is None


def phrases(word: str, language: str) -> Iterator[tuple[int, int]]:
    """The parts of a word (no spaces) that stay on one line, as start and end.

    In Japanese, Chinese and Thai those are phrases; a few such signs within another language break anywhere.
    """
    allowed = breaks(word)
    parse = _parse(language)
    if parse:
        ends, at = set(), 0
        for part in parse(word):
            at += len(part)
            ends.add(at)
        allowed = [end for end in allowed if end in ends]
    start = 0
    for end in [*allowed, len(word)]:
        yield start, end
        start = end


def breaks(word: str) -> list[int]:
    """Where a line may end within a word of a script without spaces, by what opens and closes (JIS X 4051).

    Numbers stay with what they count, and an emoji with the word before it.
    """
    ends, at, before = [], 0, ""
    for cluster in _CLUSTER.findall(word):
        if before and _may_part(before, cluster):
            ends.append(at)
        at += len(cluster)
        before = cluster
    return ends


def _may_part(before: str, after: str) -> bool:
    if not (_WIDE.match(before) or _WIDE.match(after)):
        return False
    if before[0] in _NEVER_LAST or after[0] in _NEVER_FIRST or before[0].isdigit():
        return False
    return not _EMOJI.match(after)


def _parser_name(language: str) -> str | None:
    return _PARSERS.get(language) or _PARSERS.get(language.partition("-")[0])


@functools.cache
def _parse(language: str) -> Callable[[str], list[str]] | None:
    """BudouX for a language, loaded when the first text needs it; None where there is none."""
    name = _parser_name(language)
    if name is None:
        return None
    try:
        import budoux  # noqa: PLC0415 - an extra that most do without
    except ImportError:
        return None
    parse: Callable[[str], list[str]] = getattr(budoux, name)().parse
    return parse
