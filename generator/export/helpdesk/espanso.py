"""espanso's match files: typed shortcuts become answers, and a form asks for what a reply leaves open."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Any

import yaml

from generator.content.placeholders import label
from generator.export.helpdesk.syntax import Canned
from generator.language import Language

_HEAD = "# Made from the FAQ by 'faq export espanso'; what you change here is lost the next time.\n"
_ENDLESS = 2**31 - 1
"""So that no line is folded."""
_BREAKS = frozenset("\x85\u2028\u2029\r")
"""What ends a line for some readers of YAML and not for others: such texts are quoted, these signs escaped."""


class _Words(str):
    """A text of ours, written so that every reader of YAML takes it for a text."""

    __slots__ = ()


class _Dumper(yaml.CSafeDumper):
    """With a representer of ours; the one in C is five times as fast."""


def _represent(dumper: _Dumper, words: _Words) -> yaml.ScalarNode:
    block = "\n" in words and not _BREAKS & set(words)
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(words), style="|" if block else '"')


_Dumper.add_representer(_Words, _represent)


def match_file(answers: Sequence[Canned], languages: Mapping[str, Language]) -> bytes:
    """One file below espanso's `match/`; the answers may be of several languages."""
    matches = [_match(one, languages) for one in answers]
    _without_beginnings(matches)
    dumped: str = yaml.dump({"matches": matches}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_ENDLESS)
    return (_HEAD + dumped).encode("utf-8", "surrogatepass")


def _match(one: Canned, languages: Mapping[str, Language]) -> dict[str, Any]:
    answer = one.answer
    match: dict[str, Any] = {
        "triggers": [f":{answer.shortcut}:", f":{answer.language}:{answer.shortcut}:"],
        "label": answer.title,
        "replace": one.text,
    }
    if answer.also_asked:
        match["search_terms"] = list(answer.also_asked)
    if answer.placeholders:
        language = languages[answer.language]
        lines = (f"{label(each, language)}: [[{each.name.replace('-', '_')}]]" for each in answer.placeholders)
        match["vars"] = [{"name": "form", "type": "form", "params": {"layout": "\n".join(lines)}}]
    return {key: _in_words(value) for key, value in match.items()}


def _in_words(value: Any) -> Any:  # noqa: ANN401 - any part of a match
    if isinstance(value, dict):
        return {key: _in_words(inner) for key, inner in value.items()}
    return [_in_words(inner) for inner in value] if isinstance(value, list) else _Words(value)


def _without_beginnings(matches: Collection[dict[str, Any]]) -> None:
    """Matches fire at once: `:hr:` of an entry called hr would keep everybody from typing `:hr:delivery-time:`."""
    every = sorted({trigger for match in matches for trigger in match["triggers"]})
    beginnings = {one for one, after in pairwise(every) if after.startswith(one)}
    for match in matches:
        match["triggers"] = [trigger for trigger in match["triggers"] if trigger not in beginnings]
