"""What replies are put together from: phrases in the brand's tone, names, and how dates are said, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeVar

from generator.content.data import read_all
from generator.content.library import Library
from generator.content.schema.replies import ByAddress, NamesFile, RepliesFile, StepsByAddress, Tone
from generator.language import Language
from generator.problems import Problem
from generator.replies.dates import Dates, dates_of
from generator.replies.names import Names, names_of

A = TypeVar("A", ByAddress, StepsByAddress)
_NO_PHRASES = RepliesFile(
    greetings={},
    bridges={},
    steps={},
    private={},
    sign_offs={},
    label="({language})",
    promise="{day}, {time}",
    personal=(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One language as this brand speaks it."""

    brand: str
    greetings: tuple[str, ...]
    bridges: tuple[str, ...]
    steps: tuple[str, ...]
    private: tuple[str, ...]
    """Next steps in public where the answer asks for personal data."""
    sign_offs: tuple[str, ...]
    label: str
    personal: tuple[str, ...]
    names: Names | None = None
    """None for a language without a vocative."""
    called: Mapping[str, str] = field(default_factory=dict)
    """Language code -> its name in this language."""
    dates: Dates


def as_values(wording: Wording) -> dict[str, object]:
    """What JSON can hold, for the twin in the browser."""
    return asdict(wording)


def read_wordings(library: Library, overrides: Path | None = None) -> tuple[dict[str, Wording], list[Problem]]:
    """The wording of each language of the site; the Latin of Serbian is made from its Cyrillic.

    A language without a file has no phrases: its replies are the bare answer and link. Files in `overrides` (faq/_data)
    take the place of the package's.
    """
    files, problems = read_all(RepliesFile, "replies", overrides)
    names, more = read_all(NamesFile, "names", overrides)
    found = {}
    for code, language in library.languages.items():
        base = code.partition("-")[0]
        table = names_of(names[base], code, language.in_latin) if base in names else None
        found[code] = _wording(files.get(base, _NO_PHRASES), table, language, library)
    return found, problems + more


def _wording(file: RepliesFile, names: Names | None, language: Language, library: Library) -> Wording:
    settings = library.settings
    informal = settings.informal(language.code)
    derived = language.code.endswith("-Latn")

    def said(phrases: Mapping[Tone, A]) -> tuple[str, ...]:
        return tuple(map(spelled, _of_tone(phrases, settings.tone, informal=informal)))

    def spelled(phrase: str) -> str:
        return language.in_latin(phrase) if derived else phrase

    return Wording(
        brand=spelled(settings.name),
        greetings=said(file.greetings),
        bridges=said(file.bridges),
        steps=said(file.steps),
        private=said(file.private),
        sign_offs=said(file.sign_offs),
        label=spelled(file.label),
        personal=tuple(map(spelled, file.personal)),
        names=names,
        called={code: language.name_of(other) for code, other in library.languages.items()},
        dates=dates_of(language, spelled(file.promise), settings),
    )


def _of_tone(phrases: Mapping[Tone, A], tone: str, *, informal: bool) -> tuple[str, ...]:
    """Those of the tone, of all tones, or of the first that there is."""
    by_name: Mapping[str, A] = {str(name): value for name, value in phrases.items()}
    chosen = by_name.get(tone) or by_name.get("any") or next(iter(by_name.values()), None)
    return ((chosen.informal if informal else None) or chosen.formal) if chosen else ()
