"""Serbian Cyrillic in Latin letters: the letters, and the words that Serbian Latin spells in their own way."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LETTERS: Mapping[int, str] = str.maketrans(
    dict(
        zip(
            "абвгдђежзијклмнопрстћуфхцчшАБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ",
            "abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ",
            strict=True,
        )
    )
    | {"љ": "lj", "њ": "nj", "џ": "dž"}
)
_DIGRAPHS: Mapping[str, str] = {"Љ": "Lj", "Њ": "Nj", "Џ": "Dž"}
_DIGRAPH = re.compile("[ЉЊЏ]")
_NUMERAL = re.compile(r"(?<!\w)(?:ХХХ?|(?=[МХСIVXLCDM]*[IVXLCDM])[IVXLCDM]*[МХС][МХСIVXLCDM]*)(?!\w)")
"""A Roman number with Cyrillic letters that look the same; of those alone only ХХ and ХХХ, which are no words."""
_TWO_DIGITS = re.compile("[МХСIVXLCDM]{2}")
_NUMERAL_LETTERS = str.maketrans("МХС", "MXC")
_PATH = r"[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*"
_ADDRESS = re.compile(
    rf"\]\([ \t]*<?(?P<link>{_PATH})"
    r"|^ {0,3}\[[^\]\n]+\]:[ \t]+<?(?P<reference>[^\s>]+)"
    rf"|(?P<bare>(?:https?://|www\.){_PATH}|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
    re.MULTILINE,
)
_CYRILLIC_TARGET = re.compile(r"\]\([ \t]*[^\sЀ-ӿ]*[Ѐ-ӿ]")
_CYRILLIC_URL = re.compile(r"://[^\sЀ-ӿ]*[Ѐ-ӿ]")


@dataclass(frozen=True)
class Spelling:
    """Words that Latin text spells otherwise than letter by letter."""

    words: tuple[tuple[str, str], ...] = ()
    """Beginning of a word in Cyrillic -> how it is spelt; with a hyphen at its end, which then stands before an ending:
    (`вајбер`, `Viber`), (`Гугл`, `Google-`). One with a capital is looked for with a capital only."""
    endings: tuple[str, ...] = ()
    """What may follow; other words that begin alike are other words."""

    @functools.cached_property
    def by_stem(self) -> dict[str, tuple[str, str]]:
        """Stem in small letters -> the stem as the table has it, and the word."""
        return {stem.lower(): (stem, word) for stem, word in self.words}

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        """Longer stems first, so that `гугл пеј` is not the word `гугл`."""
        stems = "|".join(map(re.escape, sorted(self.by_stem, key=lambda stem: (-len(stem), stem))))
        endings = "|".join(map(re.escape, sorted(self.endings, key=lambda ending: (-len(ending), ending))))
        return re.compile(rf"(?<!\w)(?P<stem>{stems})(?P<ending>{endings})?(?!\w)", re.IGNORECASE)


LETTER_BY_LETTER = Spelling()


def latin(text: str, spelling: Spelling = LETTER_BY_LETTER) -> str:
    """Serbian Cyrillic in Latin letters; addresses, placeholders and whatever is not Cyrillic stay as they are.

    A capital digraph follows its neighbours: Љубав -> Ljubav, ЉУБАВ -> LJUBAV (Pravopis, pt. 4).
    """
    if text.isascii():
        return text
    if _may_hold_cyrillic_address(text):
        return "".join(part if is_address else _latin(part, spelling) for part, is_address in _parts(text))
    return _latin(text, spelling)


def _may_hold_cyrillic_address(text: str) -> bool:
    """Quickly seen, because nearly all addresses have Latin letters, which stay anyway."""
    if "]:" in text or "@" in text or "www." in text:
        return True
    return bool(("](" in text and _CYRILLIC_TARGET.search(text)) or ("://" in text and _CYRILLIC_URL.search(text)))


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """A text cut into addresses and what is between them."""
    last = 0
    for found in _ADDRESS.finditer(text):
        start, end = found.span(found.lastgroup or 0)
        yield text[last:start], False
        yield text[start:end], True
        last = end
    yield text[last:], False


def _latin(text: str, spelling: Spelling) -> str:
    if spelling.words:
        text = _with_words(text, spelling)
    if _TWO_DIGITS.search(text):
        text = _NUMERAL.sub(lambda found: found[0].translate(_NUMERAL_LETTERS), text)
    if "Љ" in text or "Њ" in text or "Џ" in text:
        text = _DIGRAPH.sub(_digraph, text)
    return text.translate(_LETTERS)


def _with_words(text: str, spelling: Spelling) -> str:
    """A text with the words of the table already in Latin; a word is looked for only where its letters are."""
    small = text.lower()
    if any([stem in small for stem in spelling.by_stem]):  # noqa: C419 - a list is faster, and most texts have none
        return spelling.pattern.sub(lambda found: _spelt(found, spelling), text)
    return text


def _spelt(found: re.Match[str], spelling: Spelling) -> str:
    stem, word = spelling.by_stem[found["stem"].lower()]
    if stem[:1].isupper() and not found["stem"][:1].isupper():
        return found[0]
    ending = found["ending"] or ""
    bare = word.removesuffix("-")
    hyphen = "-" if ending and bare != word else ""
    return _cased(bare, found["stem"]) + hyphen + ending.translate(_LETTERS)


def _cased(word: str, written: str) -> str:
    """The word with capitals as they were written; capitals inside a name (WhatsApp, iPhone) belong to it."""
    if written.isupper():
        return word.upper()
    if word[1:] != word[1:].lower():
        return word
    return word[:1].upper() + word[1:] if written[:1].isupper() else word.lower()


def _digraph(found: re.Match[str]) -> str:
    text, at = found.string, found.start()
    following, before = text[at + 1 : at + 2], text[at - 1 : at] if at else ""
    capitals = following.isupper() or (not following.isalpha() and before.isupper())
    pair = _DIGRAPHS[found[0]]
    return pair.upper() if capitals else pair
