"""Groups of questions that mean the same, by a model, and how much each looks like what no entry answers.

All questions are grouped, those with an answer too. A group is the more of a gap the larger it is, the more alike its
questions are, the less like any entry, and the more its nearest entry has another group that is nearer.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.demand.grouping import Member
from generator.meaning.groups import grouped
from generator.meaning.space import Rows, Scale, best_of, sums, unit

_GROUPS: Final = 2
"""For each entry: of fewer, a gap is lost in what entries answer; of more, it falls apart. Like the weights, which
began with a logistic regression, chosen with other topics left out than benchmarks/gaps.py measures."""
_LEAST: Final = 3
"""Questions of a group on average: a small log has fewer groups."""
_ALIKE: Final = 1.5
"""Likeness to the middle of its group from which a question belongs there; others are in none."""
_SAME: Final = 4.0
"""Likeness of middles from which two groups are one."""
_SIZE: Final = 3.0
_COMPACT: Final = 3.0
_NEAR: Final = 1.4
_OWN: Final = 1.2


def groups(asked: Rows, counts: Sequence[int], known: Rows, owners: Sequence[int]) -> list[tuple[list[Member], float]]:
    """Each with its most typical question first, and the logarithm of how much it looks like a gap.

    `owners` are the numbers of the entries that know the ways to ask.
    """
    scale = Scale(np.concatenate([asked, known]), known)
    group, middles = _joined(asked, scale, max(1, min(_GROUPS * (max(owners) + 1), len(asked) // _LEAST)))
    likeness = scale((asked * middles[group]).sum(axis=1))
    nearness, is_own = _entries(scale(middles @ known.T), owners)
    made = []
    for number in range(len(middles)):
        members = np.flatnonzero((group == number) & (likeness >= _ALIKE))
        if not len(members):
            continue
        size = sum(counts[member] for member in members.tolist())
        looks = _SIZE * math.log(size) + _COMPACT * float(likeness[members].mean())
        looks -= _NEAR * float(nearness[number]) + _OWN * float(is_own[number])
        typical = members[np.argsort(-likeness[members], kind="stable")]
        made.append(([Member(int(one), float(likeness[one])) for one in typical], looks))
    return made


def _joined(asked: Rows, scale: Scale, many: int) -> tuple[NDArray[np.intp], Rows]:
    """The group of each question, and the middles of groups; small ones that are like a larger belong to it."""
    group = grouped(asked, many)
    sizes = np.bincount(group, minlength=many)
    middles = unit(sums(asked, group, many))
    into = np.arange(many)
    kept: list[int] = []
    for number in np.argsort(-sizes, kind="stable")[: np.count_nonzero(sizes)]:
        alike = scale(middles[kept] @ middles[number])
        if kept and alike.max() >= _SAME:
            into[number] = kept[int(alike.argmax())]
        else:
            kept.append(int(number))
    _, numbered = np.unique(into[group], return_inverse=True)
    return numbered, unit(sums(asked, numbered, len(kept)))


def _entries(alike: Rows, owners: Sequence[int]) -> tuple[Rows, Rows]:
    """Of each group how near its nearest entry is, and by how much it is nearer to it than any other group."""
    many = max(owners) + 1
    mean = sums(alike.T, np.asarray(owners), many).T / np.bincount(owners, minlength=many)
    near = (mean + best_of(alike, owners, many)) / 2
    entry = near.argmax(axis=1)
    own = near[np.arange(len(near)), entry]
    two = np.sort(near, axis=0)[-2:]
    others = np.where(own >= two[-1][entry], two[0][entry], two[-1][entry])
    return own, own - others
