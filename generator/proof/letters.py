"""Letters that are not what they look like: of another script, invisible, or drawn as one sign."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator, Mapping

import regex

from generator.content.schema.proof import ProofCommon
from generator.proof.finding import Finding, Style

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_CYRILLIC, _LATIN, _GREEK = (regex.compile(rf"\p{{{name}}}") for name in ("Cyrillic", "Latin", "Greek"))
_ORDINARY = {"Latn": regex.compile(r"[a-zA-ZÀ-žȘ-ț]+"), "Cyrl": regex.compile(r"[Ѐ-ӿ]+")}
"""Words with nothing odd, which are nearly all."""
_RUNS = {
    name: regex.compile(rf"\p{{{name}}}[\p{{{name}}}\p{{M}}'’-]*+(?:[ \u00a0]+\p{{{name}}}[\p{{{name}}}\p{{M}}'’-]*+)*")
    for name in ("Latin", "Cyrillic")
}
_HUMP = regex.compile(r"\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|\p{Lu}")
_FEW_HUMPS = 3
"""Letters of a part that makes a word of two names: `ScratchДобавки`."""
_UNSEEN = regex.compile(
    r"[\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0\u1680\u2000-\u2008\u200A\u205F\uFE00-\uFE0F\uFFFC]"
)
_EMOJI = regex.compile(
    r"(?:\p{Extended_Pictographic}|[0-9#*]|\p{RI})(?:[\uFE0E\uFE0F]|\u20E3|\p{EMod}|[\U000E0020-\U000E007F]"
    r"|\u200D\p{Extended_Pictographic})+"
)
_MARKS_OF_DIRECTION = frozenset("\u200e\u200f\u061c\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
_JOINING = frozenset({"Arab", "Deva", "Beng"})
_SENTENCE_ENDS = ".!?…:;\n"
_SHOWN = 40


def letters(text: str, style: Style) -> list[Finding]:
    """Every letter of a written text that is not what it looks like."""
    if text.isascii() and style.script == "Latn":
        return []
    found = list(_invisible(text, style)) if not text.isascii() else []
    if style.script in _ORDINARY:
        found += _alike(text, style)
    return found


def _invisible(text: str, style: Style) -> Iterator[Finding]:
    """Characters without a shape; emoji are put together with some of them."""
    if not _UNSEEN.search(text):
        return
    last = -1
    emoji = {at for found in _EMOJI.finditer(text) for at in range(*found.span())}
    for found in _UNSEEN.finditer(text):
        sign = found[0]
        needed = (sign in _MARKS_OF_DIRECTION and style.direction == "rtl") or (
            sign in _JOINERS and style.script in _JOINING
        )
        if found.start() in emoji or needed:
            continue
        again, last = found.start() == last, found.end()
        if again:  # one of a run is enough
            continue
        name = unicodedata.name(sign, "without a name").lower()
        hint = "type a plain space" if unicodedata.category(sign) == "Zs" else "delete it"
        message = f"a character that nobody sees: U+{ord(sign):04X}, {name}"
        yield Finding("AA181", found.start(), found.end(), message, f"{hint}: searching and copying stumble over it")


def _alike(text: str, style: Style) -> Iterator[Finding]:
    phrases = _phrases(text, style)
    ordinary, impostors = _ORDINARY[style.script], style.file.impostors.keys()
    for found in _WORD.finditer(text):
        word = found[0]
        if ordinary.fullmatch(word) and impostors.isdisjoint(word):
            continue
        said = _mixed(word, style.common) or _impostor(word, style)
        if not said and not any(start <= found.start() < end for start, end in phrases):
            said = _whole(found, style)
        if said:
            yield Finding("AA180", found.start(), found.end(), *said)


def _phrases(text: str, style: Style) -> list[tuple[int, int]]:
    """Where words of another language stand: runs of the other script that have letters of its own."""
    other, own = ("Latin", "Cyrillic") if style.script == "Cyrl" else ("Cyrillic", "Latin")
    table = _table(style.common, other, own)
    return [
        found.span()
        for found in _RUNS[other].finditer(text)
        if any(letter.isalpha() and ord(letter) not in table for letter in found[0])
    ]


def _mixed(word: str, common: ProofCommon) -> tuple[str, str] | None:
    """A word of two scripts; one of the two has fewer letters there."""
    own, other, strange = _CYRILLIC.findall(word), _LATIN.findall(word), _GREEK.findall(word)
    if bool(own) + bool(other) + bool(strange) < 2 or _two_names(word):
        return None
    if any(ord(letter) not in _pairs(common, "Greek") for letter in strange):  # μm is none of a word
        return None
    names = {"Cyrillic": own, "Latin": other, "Greek": strange}
    few = min((name for name in names if names[name]), key=lambda name: (len(names[name]), name != "Latin"))
    many = max((name for name in names if name != few), key=lambda name: len(names[name]))
    shown = ", ".join(dict.fromkeys(names[few]))
    message = f"“{word[:_SHOWN]}” has letters of two alphabets: {shown} ({few}) among {many} ones"
    right = word.translate(_table(common, few, many))
    clean = not any({"Cyrillic": _CYRILLIC, "Latin": _LATIN, "Greek": _GREEK}[few].search(c) for c in right)
    return message, f"type the word again: {right[:_SHOWN]}" if clean else "type the word again in one alphabet"


def _two_names(word: str) -> bool:
    """Whether each part with a capital is of one script: a brand and a word."""
    parts = _HUMP.findall(word)
    return len(parts) > 1 and all(
        len(part) >= _FEW_HUMPS and bool(_LATIN.search(part)) + bool(_CYRILLIC.search(part)) == 1 for part in parts
    )


def _whole(found: regex.Match[str], style: Style) -> tuple[str, str] | None:
    """A word wholly in the other script that looks like one of this language."""
    word = found[0]
    own, other = ("Cyrillic", "Latin") if style.script == "Cyrl" else ("Latin", "Cyrillic")
    table = _table(style.common, other, own)
    if any(ord(letter) not in table for letter in word):
        return None
    right = word.translate(table)
    if other == "Latin" and not _is_word(right, found, style):
        return None
    message = f"“{word[:_SHOWN]}” is written in {other} letters that look like {own} ones"
    return message, f"type it again in {own} letters"


def _is_word(right: str, found: regex.Match[str], style: Style) -> bool:
    """Whether Latin letters stand for a word: brands, vitamins and sizes are written so, too."""
    text, start, end = found.string, found.start(), found.end()
    if right.lower() not in style.known:
        return False
    beside = text[start - 1 : start] + text[end : end + 1]
    if any(c.isdigit() or c in "-–/&+_." for c in beside.strip(".") if c != " "):
        return False
    if right.islower():
        return True
    begins = not text[:start].strip() or text[:start].rstrip()[-1:] in _SENTENCE_ENDS
    return begins and (len(right) == 1 or not right.isupper()) and text[end + 1 : end + 2].islower()


def _impostor(word: str, style: Style) -> tuple[str, str] | None:
    """Letters of other alphabets, ligatures and wide or mathematical letters."""
    table = style.file.impostors
    right = "".join(table.get(c, _plain(c)) for c in word)
    if right == word:
        return None
    odd = ", ".join(dict.fromkeys(f"{c} (U+{ord(c):04X})" for c in word if table.get(c, _plain(c)) != c))
    return f"“{word[:_SHOWN]}” has letters that only look right: {odd}", f"type the word again: {right[:_SHOWN]}"


def _plain(letter: str) -> str:
    """What a drawn letter stands for: `ﬁ`, `ｗ` and `𝗮` are none of an alphabet."""
    if letter.isascii() or unicodedata.category(letter) in {"Lo", "Lm", "Mn", "Mc"}:
        return letter
    plain = unicodedata.normalize("NFKC", letter)
    return plain if plain != letter and plain.isalpha() and _LATIN.match(plain) else letter


@functools.lru_cache(maxsize=16)
def _pairs(common: ProofCommon, name: str) -> Mapping[int, str]:
    pairs = common.greek if name == "Greek" else common.cyrillic
    return {ord(pair[1]): pair[0] for pair in pairs}


@functools.lru_cache(maxsize=16)
def _table(common: ProofCommon, few: str, many: str) -> Mapping[int, str]:
    """Letters of a script -> those of another that look the same."""
    if few == "Latin":
        return {ord(latin): other for other, latin in ((chr(o), to) for o, to in _pairs(common, many).items())}
    if many == "Latin":
        return _pairs(common, few)
    return {}
