"""Numbers and sorted words as letters that need no escape in JSON and that gzip makes small.

Twin of `data/search/js/packing.js`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

LETTERS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\<')
"""Not `<`, so that a packed text may stand in a page as well."""
_LAST = 61
"""The first so many letters end a number, the others say that more follows: most numbers take one letter."""
_MORE = len(LETTERS) - _LAST
_VALUES = {letter: value for value, letter in enumerate(LETTERS)}
_MOST_SHARED = 25
Listed: TypeAlias = Sequence[tuple[int, int]]
"""Of one term: units that have it, and what is told of each."""
_TERM = re.compile("([A-Z])([^A-Z]*)")


def packed(numbers: Iterable[int]) -> str:
    """Numbers from 0 on, of any size; small ones are short."""
    return "".join(letter for number in numbers for letter in _letters(number))


def unpacked(text: str) -> list[int]:
    """What was packed."""
    numbers, number, scale = [], 0, 1
    for letter in text:
        value = _VALUES[letter]
        number += value * scale if value < _LAST else (value - _LAST) * scale + _LAST * scale
        if value < _LAST:
            numbers.append(number)
            number, scale = 0, 1
        else:
            scale *= _MORE
    return numbers


def _letters(number: int) -> Iterator[str]:
    while number >= _LAST:
        rest, digit = divmod(number - _LAST, _MORE)
        yield LETTERS[_LAST + digit]
        number = rest
    yield LETTERS[number]


def dense(numbers: Sequence[int], base: int) -> str:
    """Numbers below `base`, as many in a letter as fit."""
    return "".join(
        LETTERS[sum(number * base**place for place, number in enumerate(numbers[start : start + _together(base)]))]
        for start in range(0, len(numbers), _together(base))
    )


def undense(text: str, base: int) -> list[int]:
    """What was made dense, and up to a letter's worth of zeros behind it."""
    return [_VALUES[letter] // base**place % base for letter in text for place in range(_together(base))]


def _together(base: int) -> int:
    """How many numbers below `base` one letter holds."""
    together = 1
    while base ** (together + 1) <= len(LETTERS):
        together += 1
    return together


def fronted(terms: Iterable[str]) -> str:
    """Sorted words without the letters each shares with the one before; a capital says how many. Words have none."""
    text, before = [], ""
    for term in terms:
        pairs = zip(before[:_MOST_SHARED], term, strict=False)
        shared = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
        text.append(chr(ord("A") + shared) + term[shared:])
        before = term
    return "".join(text)


def unfronted(text: str) -> list[str]:
    """The words."""
    terms, before = [], ""
    for shared, rest in _TERM.findall(text):
        before = before[: ord(shared) - ord("A")] + rest
        terms.append(before)
    return terms


def packed_lists(lists: Sequence[Listed], base: int) -> dict[str, str]:
    """Units and a number below `base` for each, of every term.

    Short lists first: what is alike stands together, and gzip sees it.
    """
    in_order = sorted(lists, key=len)
    return {
        "units": packed(step for found in in_order for step in gaps(unit for unit, _ in found)),
        "where": dense([told for found in in_order for _, told in found], base),
    }


def unpacked_lists(data: Mapping[str, str], counts: Sequence[int], base: int) -> list[Listed]:
    """The lists, of which `counts` are the lengths."""
    steps, told = iter(unpacked(data["units"])), iter(undense(data["where"], base))
    lists: list[Listed] = [()] * len(counts)
    for term in sorted(range(len(counts)), key=counts.__getitem__):
        units = ungapped(itertools.islice(steps, counts[term]))
        lists[term] = [(unit, next(told)) for unit in units]
    return lists


def gaps(sorted_numbers: Iterable[int]) -> Iterator[int]:
    """Rising numbers as steps: the first from zero, each further one less one, since no two are equal."""
    before = -1
    for number in sorted_numbers:
        yield number - before - 1
        before = number


def ungapped(steps: Iterable[int]) -> Iterator[int]:
    """The rising numbers."""
    yield from (at - 1 for at in itertools.accumulate(step + 1 for step in steps))
