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
_LAST = 78
"""The first so many letters end a number, the others say that more follows: most numbers take one letter."""
_MORE = len(LETTERS) - _LAST
_VALUES = {letter: value for value, letter in enumerate(LETTERS)}
_BITS = 6
"""That a letter holds where bits are counted."""
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


def packed_lists(lists: Sequence[Listed], base: int, total: int) -> dict[str, str]:
    """Units, of which there are `total`, and a number below `base` for each, of every term.

    Short lists first: what is alike stands together, and gzip sees it.
    """
    in_order = sorted(lists, key=len)
    return {
        "units": _bits_as_letters("".join(bits for found in in_order for bits in _rice(found, total))),
        "where": dense([told for found in in_order for _, told in found], base),
    }


def unpacked_lists(data: Mapping[str, str], counts: Sequence[int], base: int, total: int) -> list[Listed]:
    """The lists, of which `counts` are the lengths."""
    bits = "".join(format(_VALUES[letter], f"0{_BITS}b") for letter in data["units"])
    told = iter(undense(data["where"], base))
    lists: list[Listed] = [()] * len(counts)
    at = 0
    for term in sorted(range(len(counts)), key=counts.__getitem__):
        found, unit, low = [], -1, _low_bits(counts[term], total)
        for _ in range(counts[term]):
            end = bits.index("0", at)
            unit += ((end - at) << low) + int(bits[end : end + 1 + low], 2) + 1
            at = end + 1 + low
            found.append((unit, next(told)))
        lists[term] = found
    return lists


def _rice(found: Listed, total: int) -> Iterator[str]:
    """Steps from unit to unit (Rice coding): a one for every `2 ** low`, a zero, and the rest in `low` bits."""
    low, before = _low_bits(len(found), total), -1
    for unit, _ in found:
        high, rest = divmod(unit - before - 1, 1 << low)
        yield "1" * high + format(rest, f"0{low + 1}b")
        before = unit


def _low_bits(count: int, total: int) -> int:
    """Bits of the usual step: nearly as short as any code can be where units are strewn by chance."""
    return max((total // count).bit_length() - 1, 0) if count else 0


def _bits_as_letters(bits: str) -> str:
    return "".join(LETTERS[int(bits[at : at + _BITS].ljust(_BITS, "0"), 2)] for at in range(0, len(bits), _BITS))
