"""Proofreading: how texts are written, and whether all languages say the same.

Rules are data: `data/proof.yml`, `data/proof/<language>.yml`, a project's `faq/glossary.yml`. `seen.py` gives a text
as its readers have it, and the way back to what was written; `letters.py`, `marks.py` and `blanks.py` look at it,
`glossary.py` at its words, and `comparing.py` at a translation beside its source. Of all texts together,
`contradictions.py` compares amounts (`amounts.py`, in the sentences of `passages.py`) with the facts that they are
about (`about.py`), `duplicates.py` entries with each other, both with words that say the same (`alike.py`), and
`readability.py` says how hard an answer reads.
"""

from generator.proof.checking import check
from generator.proof.comparing import Difference, Side, figures, of_words, targets
from generator.proof.finding import Finding, Style
from generator.proof.glossary import Glossary
from generator.proof.letters import letters
from generator.proof.seen import Seen, seen

__all__ = [
    "Difference",
    "Finding",
    "Glossary",
    "Seen",
    "Side",
    "Style",
    "check",
    "figures",
    "letters",
    "of_words",
    "seen",
    "targets",
]
