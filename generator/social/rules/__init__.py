"""The rules of posts, each a function with a name, a code and a severity. handbook/problems.md explains the codes.

    fitting.py   AA320-AA324, AA302  of a draft and its network alone
    reading.py   AA355, AA357, AA361, AA362, AA365  for people who read and who listen
    leading.py   AA358-AA360         link, statistics, hashtags
    pictures.py  AA363, AA364        alt texts
    slides.py    AA328, AA329, AA366, AA367  pictures to leaf through
    kinds.py     AA356, AA366, AA367 answer, myth, quiz
    scripts.py   AA370               letters of the language
    faithful.py  AA371-AA373         nothing that the entry does not say
    calendar.py  AA374, AA375, AA514  times
    spots.py                         in which line of a draft's file something is
    likeness.py  AA368               the same post twice
    pushing.py   AA369               signs that programming interfaces take amiss

Whether a draft still follows its entry is asked in social/standing.py.
Thresholds are data: data/rules.yml and data/rules/<language>.yml.
"""

from generator.social.rules import (
    calendar,
    faithful,
    fitting,
    kinds,
    leading,
    likeness,
    pictures,
    pushing,
    reading,
    scripts,
    slides,
)
from generator.social.rules.base import OnNetwork, Plan, Post, Rule

FIT_RULES: tuple[Rule[OnNetwork], ...] = (*fitting.RULES, *slides.FIT_RULES)
"""Asked of a draft and its network."""
POST_RULES: tuple[Rule[Post], ...] = (
    *reading.RULES,
    *kinds.RULES,
    *leading.RULES,
    *pictures.RULES,
    *slides.RULES,
    *scripts.RULES,
    *faithful.RULES,
    *calendar.RULES,
    *pushing.RULES,
)
"""Asked of a draft with its entry and language."""
SLOT_RULES: tuple[Rule[Plan], ...] = calendar.SLOT_RULES
"""Asked of all drafts together, wherever they go: two of them at one time are a mistake in a calendar too."""
PLAN_RULES: tuple[Rule[Plan], ...] = (*SLOT_RULES, *calendar.PLAN_RULES, *likeness.RULES)
"""Asked of all drafts together, before they go out."""

__all__ = ["FIT_RULES", "PLAN_RULES", "POST_RULES", "SLOT_RULES"]
