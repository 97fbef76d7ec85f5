"""The sign that stands for what was left out: no letter, so that no comparison takes it for a word."""

from __future__ import annotations

from typing import Final

MASK: Final = "…"
NEXT: Final = rf"[^\w{MASK}]"
"""What may stand between a word and what belongs to it; a mask may not, or a second pass would mask the word behind."""
