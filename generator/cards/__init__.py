"""Image cards: words on a template become a layout (pure), and a layout becomes pixels.

design (styles, parts) -> kind ─┐
canvas, look (tokens, logo) ────┼-> compose -> layout -> fitting -> paint (indexed or blended) -> encoding
words -> paragraph -> breaking ─┘
"""

from generator.cards.compose import compose
from generator.cards.drawing import Layout, alt_text
from generator.cards.encoding import encode_within, paint, pdf, suited
from generator.cards.fonts import has
from generator.cards.letters import letters
from generator.cards.logo import Logo
from generator.cards.look import Look
from generator.cards.template import Canvas, Kind
from generator.cards.tokens import Tokens, tokens
from generator.cards.typeface import Typeface, bundled, project_fonts, typeface
from generator.cards.words import Item, Words

__all__ = [
    "Canvas",
    "Item",
    "Kind",
    "Layout",
    "Logo",
    "Look",
    "Tokens",
    "Typeface",
    "Words",
    "alt_text",
    "bundled",
    "compose",
    "encode_within",
    "has",
    "letters",
    "paint",
    "pdf",
    "project_fonts",
    "suited",
    "tokens",
    "typeface",
]
