"""All rules of writing asked of one text, with places in the text as it was written."""

from __future__ import annotations

from generator.proof.blanks import blanks, units
from generator.proof.finding import Finding, Style
from generator.proof.glossary import Glossary
from generator.proof.letters import letters
from generator.proof.marks import dashes, ellipsis, quotes
from generator.proof.seen import seen

MOST = 200
"""Told of one text; more are a text of another kind."""
NO_GLOSSARY = Glossary((), str)


def check(text: str, style: Style, glossary: Glossary = NO_GLOSSARY, *, markdown: bool = True) -> list[Finding]:
    """Everything that had better be written otherwise, in order."""
    found = letters(text, style)[:MOST]
    shown = seen(text, markdown=markdown)
    said = [
        *quotes(shown.text, style.file),
        *dashes(shown.text, style.file),
        *units(shown.text, style),
        *ellipsis(shown.text, style.file),
        *blanks(shown.text, style),
        *glossary.wrong(shown.text),
    ]
    for one in said[:MOST]:
        start, end = shown.span(one.start, one.end)
        found.append(one._replace(start=start, end=end))
    return sorted(set(found))[:MOST]
