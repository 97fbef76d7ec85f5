"""The brand's typeface: its files for browsers and for cards, and the languages it has all letters of."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator import cards
from generator.brand import files
from generator.content.data import PACKAGE
from generator.content.organisation import BrandFile, Branding
from generator.files import digest
from generator.language import Language
from generator.problems import Problem, Severity

CODE = "AA132"
WEIGHTS: Mapping[str, int] = {"medium": 500, "bold": 700, "heavy": 800}
_NEAREST: Mapping[str, tuple[str, ...]] = {
    "medium": ("medium", "bold", "heavy"),
    "bold": ("bold", "heavy", "medium"),
    "heavy": ("heavy", "bold", "medium"),
}
"""Weight -> where to look for it, the first that the brand has."""
_FOR_CARDS = "faq/_data/fonts"
_FOLDERS = ("docs", _FOR_CARDS)
_MOST_BYTES = 5_000_000
_DRAWABLE = {b"\x00\x01\x00\x00": "ttf", b"true": "ttf", b"OTTO": "otf"}
"""First bytes -> suffix, of fonts that cards can be set in."""
_WOFF2 = b"wOF2"
_NAMED = 12
"""Missing letters that a problem names."""
_BUNDLED = tuple(f"Manrope-{number}.woff2" for number in WEIGHTS.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """One file of the brand's typeface, in the two forms that are needed."""

    web: bytes = field(repr=False)
    """TTF, OTF or WOFF2: what browsers load."""
    file: str
    """Its published name, which changes with what it holds."""
    drawn: Path
    """The TTF or OTF that cards are set in."""
    letters: frozenset[int] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface:
    """The brand's own; without fonts it is the bundled one."""

    fonts: Mapping[str, Font] = field(default_factory=dict)
    """Weight -> font; of all weights, or none."""
    without: frozenset[str] = frozenset()
    """Tags (BCP 47) of languages that are set in the bundled typeface, since a letter is missing."""
    drawn: cards.Typeface = field(default_factory=cards.bundled)
    """What cards are set in: these fonts, the bundled ones, those that the project brings along."""
    drawn_without: cards.Typeface = field(default_factory=cards.bundled)
    """The same without the brand's own."""

    def on_cards(self, tag: str) -> cards.Typeface:
        """What the cards of a language are set in."""
        return self.drawn_without if tag in self.without else self.drawn

    def published(self) -> dict[str, bytes]:
        """Name -> file of everything that browsers may load."""
        return dict(bundled()) | {font.file: font.web for font in self.fonts.values()}


@functools.cache
def bundled() -> Mapping[str, bytes]:
    """Manrope's files for browsers, and its licence, which goes where it goes."""
    return {name: (PACKAGE / "fonts" / name).read_bytes() for name in (*_BUNDLED, "Manrope-OFL.txt")}


def read(root: Path, branding: Branding, languages: Iterable[Language]) -> tuple[Typeface, list[Problem]]:
    """The typeface that faq.yml names, and the fonts beside it that only cards are set in.

    A file that is no font is AA131, or AA407 where only cards need it; letters that the brand's lacks are AA132.
    """
    own, problems = _own(root, branding, languages)
    extra = cards.project_fonts(root / _FOR_CARDS)
    without, more = cards.typeface(extra=extra)
    drawn, _ = cards.typeface({weight: font.drawn for weight, font in own.fonts.items()}, extra)
    return replace(own, drawn=drawn, drawn_without=without), problems + more


def _own(root: Path, branding: Branding, languages: Iterable[Language]) -> tuple[Typeface, list[Problem]]:
    found: dict[str, Font] = {}
    problems: list[Problem] = []
    for weight, file in branding.fonts.items():
        font, more = _font(root, file, weight)
        problems += more
        if font:
            found[weight] = font
    if problems or not found:
        return Typeface(), problems
    without, problems = _missing(found, branding.fonts, languages)
    fonts = {weight: next(found[near] for near in nearest if near in found) for weight, nearest in _NEAREST.items()}
    return Typeface(fonts=fonts, without=without), problems


def _font(root: Path, file: BrandFile, weight: str) -> tuple[Font | None, list[Problem]]:
    content, problems = files.read(root, file, _FOLDERS, _MOST_BYTES)
    if content is None:
        return None, problems
    drawn, web, named = content, content, file
    if content[:4] == _WOFF2:
        beside = _beside(root, file, ("ttf", "otf"))
        if beside is None:
            hint = "put the TTF or OTF it was made from beside it, under the same name"
            return None, [files.fault(file, "is a WOFF2, which cards cannot be drawn with", hint)]
        named, drawn = beside
    elif smaller := _beside(root, file, ("woff2",)):
        web = smaller[1] if smaller[1][:4] == _WOFF2 else content
    path, characters = files.find(root, named, _FOLDERS), _letters(drawn)
    if not path or not characters:
        return None, [files.fault(file, "is no font that can be used", "take a TTF, an OTF, or a WOFF2 beside one")]
    suffix = "woff2" if web[:4] == _WOFF2 else _DRAWABLE[drawn[:4]]
    return Font(web=web, file=f"brand-{weight}.{digest(web)[:8]}.{suffix}", drawn=path, letters=characters), []


def _letters(font: bytes) -> frozenset[int]:
    return cards.letters(font) if font[:4] in _DRAWABLE else frozenset()


def _beside(root: Path, file: BrandFile, suffixes: Iterable[str]) -> tuple[BrandFile, bytes] | None:
    """The same font in another form: a file of the same name."""
    for suffix in suffixes:
        other = replace(file, path=str(PurePosixPath(file.path).with_suffix(f".{suffix}")))
        content, problems = files.read(root, other, _FOLDERS, _MOST_BYTES)
        if content is not None and not problems:
            return other, content
    return None


def _missing(
    fonts: Mapping[str, Font], written: Mapping[str, BrandFile], languages: Iterable[Language]
) -> tuple[frozenset[str], list[Problem]]:
    """Languages that the bundled typeface has to stand in for, and one AA132 for each of them."""
    without, problems = set(), []
    for language in languages:
        lacking = {weight: needed(language) - font.letters for weight, font in fonts.items()}
        weight = next((weight for weight in lacking if lacking[weight]), None)
        if weight is None:
            continue
        without.add(language.tag)
        signs = [chr(code) for code in sorted(lacking[weight])]
        more = f" and {len(signs) - _NAMED} more" if len(signs) > _NAMED else ""
        message = f"the {weight} font lacks {' '.join(signs[:_NAMED])}{more}, which {language.name} needs"
        hint = f"{language.name} is set in Manrope; take a font with these characters to change that"
        problems.append(Problem(written[weight].place, CODE, message, hint, Severity.WARNING))
    return frozenset(without), problems


def needed(language: Language) -> frozenset[int]:
    """The letters of a language, and letters, figures and marks of all that the product says in it."""
    phrases = (
        p if isinstance(p, str) else "".join(p.values()) for room in language.phrases.values() for p in room.values()
    )
    said = "".join(phrases)
    alphabet = "".join((*language.alphabet, *(language.latin_alphabet if language.script == "Latn" else ())))
    wanted = {ord(sign) for sign in f"{said}{alphabet}{alphabet.upper()}0123456789" if _is_text(sign)}
    return frozenset(wanted & _bundled_letters()) | frozenset(map(ord, alphabet + alphabet.upper()))


def _is_text(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNP"


@functools.cache
def _bundled_letters() -> frozenset[int]:
    return cards.letters((PACKAGE / "fonts" / "Manrope-500.ttf").read_bytes())
