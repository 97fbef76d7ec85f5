"""An answer in a helpdesk's own syntax: its variables, its HTML, and nothing that it takes for a sign of its own."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.content.placeholders import Placeholder
from generator.content.schema.helpdesks import EVERY, HelpdeskFile
from generator.export.helpdesk.answers import Answer, Link

Written: TypeAlias = Mapping[Placeholder, str]
"""What stands in a text for each placeholder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Canned:
    """One answer as a helpdesk stores it."""

    answer: Answer
    text: str
    written: Written


def variable(placeholder: Placeholder, spec: HelpdeskFile) -> str | None:
    """What stands for a placeholder there; None where nothing can."""
    keys = (placeholder.name, placeholder.type, EVERY)
    found = next((spec.placeholders[key] for key in keys if key in spec.placeholders), None)
    return found.replace("NAME", placeholder.name.replace("-", "_")) if found else None


def signs_within(answer: Answer, written: Written, spec: HelpdeskFile) -> list[str]:
    """Signs of the helpdesk's own that the words of an answer would put into its text, in whatever way."""
    text = "".join(_raw(word, written) for word in answer.words)
    ours = [written[word] for word in answer.words if isinstance(word, Placeholder)]
    return [sign for sign in spec.refused if _count(sign, text) != sum(_count(sign, one) for one in ours)]


def canned(answer: Answer, written: Written, spec: HelpdeskFile) -> Canned:
    """The text: paragraphs of HTML, or plain."""
    text = "".join(_written(word, written, spec) for word in answer.words)
    return Canned(answer=answer, text=_paragraphs(text) if spec.html else text, written=written)


def _raw(word: str | Placeholder | Link, written: Written) -> str:
    if isinstance(word, Placeholder):
        return written[word]
    return word.url if isinstance(word, Link) else word


def _count(sign: str, text: str) -> int:
    """How often, overlaps included: `{{{` holds `{{` twice."""
    return len(re.findall(f"(?={re.escape(sign)})", text))


def _written(word: str | Placeholder | Link, written: Written, spec: HelpdeskFile) -> str:
    if isinstance(word, Placeholder):
        return written[word]
    if isinstance(word, Link) and spec.html:
        url = _escaped(word.url, spec)
        return f'<a href="{url}">{url}</a>'
    return _escaped(word.url if isinstance(word, Link) else word, spec)


def _escaped(text: str, spec: HelpdeskFile) -> str:
    shown = html.escape(text) if spec.html else text
    if not spec.escapes:
        return shown
    longest_first = sorted(spec.escapes, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), lambda found: spec.escapes[found[0]], shown)


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{part}</p>" for part in text.strip("\n").split("\n\n")).replace("\n", "<br>")
