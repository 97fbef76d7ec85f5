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
from generator.meaning.groups import grouped, merged
from generator.meaning.neighbours import smoothed
from generator.meaning.space import Rows, Scale, best_of, sums, unit

_GROUPS: Final = 1.15
"""For each entry: of fewer, a gap is lost in what entries answer; of more, it falls apart. Like the weights, which
began with a logistic regression, chosen with other topics left out than benchmarks/gaps.py measures."""
_FINE: Final = 4
"""Times as many groups are made first and then merged: purer than groups that are made as large at once."""
_MOST: Final = 512
"""Groups that are merged, as that costs the cube of their number: where more are wanted, they are made at once."""
_FEW: Final = 40
"""Groups at least, where each still has some questions: an FAQ of few entries lacks more topics than it has."""
_SOME: Final = 12
_LEAST: Final = 3
"""Questions of a group on average: a small log has fewer groups."""
_NEIGHBOURS: Final = 30
"""Questions that one is smoothed with before it is grouped."""
_PART: Final = 4
"""Those are at most one of so many questions of a group on average."""
_ALIKE: Final = 1.5
"""Likeness to the middle of its group from which a question belongs there; others are in none."""
_SIZE: Final = 3.0
_COMPACT: Final = 4.0
_NEAR: Final = 1.0
_OWN: Final = 1.2


def groups(asked: Rows, counts: Sequence[int], known: Rows, owners: Sequence[int]) -> list[tuple[list[Member], float]]:
    """Each with its most typical question first, and the logarithm of how much it looks like a gap.

    `owners` are the numbers of the entries that know the ways to ask.
    """
    scale = Scale(np.concatenate([asked, known]), known)
    group, middles = _grouped(asked, max(owners) + 1)
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


def _grouped(asked: Rows, entries: int) -> tuple[NDArray[np.intp], Rows]:
    """The group of each question, and the middles of groups."""
    most = max(1, len(asked) // _LEAST)
    many = min(most, max(min(_FEW, len(asked) // _SOME), round(_GROUPS * entries)))
    crowded = smoothed(asked, min(_NEIGHBOURS, len(asked) // (_PART * many)))
    fine = min(most, max(many, min(_FINE * many, _MOST)))
    group = merged(crowded, grouped(crowded, fine), many)
    return group, unit(sums(asked, group, int(group.max()) + 1))


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
