"""What evidence is worth; chosen on a development split, measured on a held-out one (benchmarks/search_quality.py)."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Sent to the twin with every index, so that both count alike."""

    title: float = 3.0
    also: float = 3.0
    text: float = 1.0
    saturation: float = 1.2
    """BM25's k1: how soon further occurrences stop to matter."""
    title_length: float = 0.3
    """BM25's b, of titles and other ways to ask: how much length counts against them."""
    text_length: float = 0.6
    prefix: float = 0.75
    """A longer word that begins with this one, by the share of its letters that were typed."""
    prefix_inside: float = 0.8
    """Of that, for words that are not the last: nobody is typing them any more."""
    beginning: float = 0.45
    """The longest beginning of an unknown word that the index knows, by the share of its letters."""
    typo: float = 0.55
    """One edit."""
    typos: float = 0.3
    """Two edits."""
    other_first: float = 0.7
    """Of that, if the first letter differs."""
    synonym: float = 0.8
    related: float = 0.3
    related_covers: float = 0.5
    """A query's word that was found by a related one only counts by so much as found."""
    bare: float = 0.4
    """A word without its prefix, or with one."""
    alike: float = 0.4
    """An unknown word and a term with many trigrams in common, by their likeness."""
    least_alike: float = 0.5
    stop: float = 0.25
    """A word that says little, beside one that says something."""
    exact: float = 0.5
    """Added for titles that have the words just as they were typed, by the cube of their share."""
    title_alike: float = 0.3
    """Added for titles that say no more than what was asked, by their likeness."""
    inherited: float = 0.7
    """What a heading has of the entry it stands in."""
    most_longer: int = 64
    """Longer words that a beginning stands for, the shortest first."""
    reranked: int = 30
    """Hits whose titles are compared with the words as typed."""


WEIGHTS = Weights()


def as_data(weights: Weights) -> dict[str, float]:
    """Name -> number."""
    return asdict(weights)
