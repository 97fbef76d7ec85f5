"""What of a source text a translation must have, too: facts, links and ids of headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.content.importers.links import safe
from generator.content.markup import headings, links

_TEMPLATE: Final = re.compile(r"\{\{\s*(.*?)\s*\}\}|\{%.*?%\}", re.DOTALL)
_OURS: Final = ("entry:", "topic:", "page:")


def missing(text: str, translation: str) -> str:
    """What is wrong with a translation, in words that follow 'it'; empty where nothing is."""
    wanted, found = set(_names(text)), set(_names(translation))
    if lost := sorted(wanted - found) or sorted(_targets(text) - _targets(translation)):
        return f"lacks {', '.join(lost)}"
    if strange := sorted(found - wanted):
        return f"has {', '.join(strange)}, which the source has not"
    if len(_addresses(text)) > len(_addresses(translation)):
        return f"lacks a link to {_addresses(text)[-1][:80]}"
    if lost := [f"{{#{id_}}}" for id_, _ in headings(text) if id_ and f"{{#{id_}}}" not in translation]:
        return f"lacks the heading's id {lost[0]}"
    harmful = [link.target for link in links(translation) if not _safe(link.target)]
    return f"has a link to '{harmful[0][:60]}'" if harmful else ""


def _safe(target: str) -> bool:
    return target.startswith(_OURS) or safe(target)


def _names(text: str) -> Iterator[str]:
    """Facts, and whatever else a template would fill in."""
    return (f"{{{{ {found[1]} }}}}" if found[1] is not None else found[0] for found in _TEMPLATE.finditer(text))


def _targets(text: str) -> set[str]:
    """Links of our own, which are the same in every language."""
    return {link.target for link in links(text) if link.target.startswith(_OURS)}


def _addresses(text: str) -> list[str]:
    """Links to elsewhere, which may lead to another page in another language."""
    return [link.target for link in links(text) if not link.target.startswith(_OURS)]
