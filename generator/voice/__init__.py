"""Voice: what a reply, an answer or a post had better not say, and what to write instead.

Phrases are data (`data/voice/<language>.yml`), found word by word (`tokens.py`, `phrases.py`), so that neither a
hostile text nor a long one takes long; what needs no phrases is in `shape.py`; `checking.py` asks all rules of one
text, and its twin for the desk is `data/voice/js/voice.js` (`twin.py`): `tests/voice/` sees that both say the same.
"""

from generator.voice.checking import CODES, Finding, Kind, Voice
from generator.voice.shape import empty_links, shouted, word_count
from generator.voice.tokens import tokens
from generator.voice.twin import twin_data, twin_script

__all__ = [
    "CODES",
    "Finding",
    "Kind",
    "Voice",
    "empty_links",
    "shouted",
    "tokens",
    "twin_data",
    "twin_script",
    "word_count",
]
