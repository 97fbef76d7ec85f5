"""Numbers of cards and persons, found by their checksums however they are parted."""

from __future__ import annotations


def is_personal(number: str) -> bool:
    """Whether the figures of a text are the number of a card or of a person, by the checksums of their countries."""
    figures = [int(character) for character in number if character.isdecimal()]
    checks = {
        8: (_is_slovene_tax_number,),
        10: (_is_czech_birth_number, _is_bulgarian_birth_number),
        11: (_is_croatian_tax_number,),
        13: (_is_birth_number_of_yugoslavia, _is_card),
    }.get(len(figures), (_is_card,) if 13 <= len(figures) <= 19 else ())
    return any(check(figures) for check in checks)


def _is_card(figures: list[int]) -> bool:
    """Luhn."""
    return sum(n if at % 2 == 0 else n * 2 - 9 * (n > 4) for at, n in enumerate(reversed(figures))) % 10 == 0


def _is_croatian_tax_number(figures: list[int]) -> bool:
    """OIB: ISO 7064, MOD 11,10."""
    rest = 10
    for figure in figures[:-1]:
        rest = ((rest + figure) % 10 or 10) * 2 % 11
    return (11 - rest) % 10 == figures[-1]


def _is_birth_number_of_yugoslavia(figures: list[int]) -> bool:
    """JMBG and EMŠO."""
    return sum(n * weight for n, weight in zip(figures, (7, 6, 5, 4, 3, 2) * 2 + (1,), strict=True)) % 11 == 0


def _is_slovene_tax_number(figures: list[int]) -> bool:
    """Davčna številka."""
    return (11 - sum(n * weight for n, weight in zip(figures[:-1], range(8, 1, -1), strict=True)) % 11) % 10 == figures[
        -1
    ]


def _is_czech_birth_number(figures: list[int]) -> bool:
    """Rodné číslo of ten figures."""
    return int("".join(map(str, figures))) % 11 == 0


def _is_bulgarian_birth_number(figures: list[int]) -> bool:
    """EGN."""
    weights = (2, 4, 8, 5, 10, 9, 7, 3, 6)
    return sum(n * weight for n, weight in zip(figures[:-1], weights, strict=True)) % 11 % 10 == figures[-1]
