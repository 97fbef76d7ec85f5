"""What the search knows of a language, read from `data/search/` and `data/letters.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.data import PACKAGE, read_all, read_one
from generator.content.schema.search import LettersFile, SearchFile
from generator.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """One language's data. The twin in the browser gets the same from the index."""

    letters: Mapping[str, str] = field(default_factory=dict, repr=False)
    """A letter -> what it is folded to before Unicode's decomposition."""
    folds: tuple[tuple[str, str], ...] = ()
    """Applied in order to every folded word; a first part that ends in `$` only at the word's end."""
    suffixes: frozenset[str] = frozenset()
    """Empty: the language has no table, and words are cut short instead."""
    passes: int = 1
    keep: int = 3
    prefixes: tuple[str, ...] = ()
    """Longest first."""
    stop: tuple[str, ...] = field(default=(), repr=False)
    """As people write them, like the groups."""
    synonyms: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    related: tuple[tuple[str, ...], ...] = field(default=(), repr=False)


def read_tables(
    languages: Iterable[str],
    overrides: Path | None = None,
    own: Mapping[str, Sequence[tuple[str, ...]]] | None = None,
) -> tuple[dict[str, Tables], list[Problem]]:
    """The tables of each language code: `sr-Latn` takes those of `sr`, a language without a file the letters only.

    A file of the same name in `overrides` (faq/_data) takes the place of the package's; `own` are a site's groups of
    synonyms by language.
    """
    letters, problems = read_one(LettersFile, PACKAGE / "letters.yml")
    if letters is None:
        raise RuntimeError(f"the package's own letters.yml is broken: {problems}")
    files, problems = read_all(SearchFile, "search", overrides)
    found = {}
    for code in languages:
        base = code.partition("-")[0]
        groups = [*(own or {}).get(base, ()), *((own or {}).get(code, ()) if code != base else ())]
        found[code] = _tables(files.get(base, SearchFile()), letters.letters, groups)
    return found, problems


def _tables(file: SearchFile, letters: Mapping[str, str], own: Iterable[tuple[str, ...]]) -> Tables:
    endings = file.suffixes
    return Tables(
        letters=letters,
        folds=tuple(file.folds.items()),
        suffixes=frozenset(endings.list.split()) if endings else frozenset(),
        passes=endings.passes if endings else 1,
        keep=endings.keep if endings else 3,
        prefixes=tuple(sorted(file.prefixes, key=lambda p: (-len(p), p))),
        stop=tuple(file.stop.split()),
        synonyms=(*own, *file.synonyms),
        related=file.related,
    )
