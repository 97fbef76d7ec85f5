"""Image cards: words on a template become a layout (pure), and a layout becomes pixels.

words -> paragraph -> breaking ┐
template, tokens --------------┴-> layout -> compose -> paint
"""

from generator.cards.compose import compose
from generator.cards.drawing import Layout, alt_text
from generator.cards.fonts import has
from generator.cards.logo import Logo, letters
from generator.cards.paint import paint
from generator.cards.tokens import Tokens, tokens
from generator.cards.words import Words

__all__ = ["Layout", "Logo", "Tokens", "Words", "alt_text", "compose", "has", "letters", "paint", "tokens"]
