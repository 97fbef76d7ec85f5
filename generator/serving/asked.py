"""A request's JSON into an action, or what is wrong with it: nothing else than what is expected is taken."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.serving.actions import DECISIONS, Action, Decide, FlagIt, Move, Pin, Reword
from generator.social.moments import parse_slot

MAX_BYTES = 64_000
"""Of one request; the longest post any network takes is a fraction of it."""
_HASH = re.compile(r"[0-9a-f]{64}")
_ADDRESS = re.compile(r"https?://[^\s\"'<>\x00-\x20]{1,2000}")
_OF_SLIDE = frozenset({"title", "text", "alt"})
Values: TypeAlias = Mapping[str, Any]


class WrongError(ValueError):
    """The request is not as it must be; says how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDraft:
    """An action, and which version of which draft somebody saw when they chose it."""

    draft: str
    seen: str
    action: Action


def values(body: bytes) -> dict[str, Any]:
    """The object of a body. Raises WrongError."""
    try:
        found = json.loads(body.decode("utf-8"))
        json.dumps(found, ensure_ascii=False).encode("utf-8")  # half a surrogate pair cannot be written
    except (ValueError, RecursionError) as error:
        raise WrongError("the body must be JSON in UTF-8") from error
    if not isinstance(found, dict):
        raise WrongError("the body must be a JSON object")
    return found


def parse(given: Values) -> OnDraft | FlagIt:
    """What is asked for. Raises WrongError."""
    do = _text(given, "do")
    if do == "flag":
        _only(given, {"entry", "language", "words"})
        return FlagIt(entry=_text(given, "entry"), language=_text(given, "language"), words=_text(given, "words"))
    draft, seen = _text(given, "draft"), _text(given, "seen")
    if not _HASH.fullmatch(seen):
        raise WrongError("'seen' must be the digest of the draft's file")
    return OnDraft(draft=draft, seen=seen, action=_action(do, given))


def parse_words(given: Values) -> tuple[str, Reword]:
    """A draft, and words that are only tried: asked for like a change of it. Raises WrongError."""
    wish = parse(given)
    if not isinstance(wish, OnDraft) or not isinstance(wish.action, Reword):
        raise WrongError("only words are tried")
    return wish.draft, wish.action


def _action(do: str, given: Values) -> Action:
    if do in DECISIONS:
        _only(given, {"draft", "seen"} | ({"address"} if do == "publish" else set()))
        return Decide(decision=do, address=_address(given) if do == "publish" else "")
    if do == "reschedule":
        _only(given, {"draft", "seen", "slot"})
        slot = parse_slot(_text(given, "slot"))
        if slot is None:
            raise WrongError("'slot' must be like '2026-12-01 09:00 Europe/Zagreb'")
        return Move(slot=slot)
    if do == "pin":
        _only(given, {"draft", "seen", "pinned"})
        if not isinstance(given.get("pinned"), bool):
            raise WrongError("'pinned' must be true or false")
        return Pin(pinned=given["pinned"])
    if do == "change":
        return _reword(given)
    raise WrongError(f"'do' is one of {', '.join([*DECISIONS, 'reschedule', 'pin', 'change', 'flag'])}")


def _reword(given: Values) -> Reword:
    _only(given, {"draft", "seen", "text", "alt", "slides"})
    slides = given.get("slides", {})
    if not isinstance(slides, dict) or not all(isinstance(words, dict) for words in slides.values()):
        raise WrongError('\'slides\' must be an object like {"1": {"title": "…"}}')
    found: dict[int, dict[str, str]] = {}
    for number, words in slides.items():
        if not re.fullmatch(r"[1-9]\d{0,2}", number, re.ASCII) or not words.keys() <= _OF_SLIDE:
            raise WrongError("a slide is named by its number and has 'title', 'text' and 'alt'")
        found[int(number)] = {name: _text(words, name) for name in words}
    changed = {name: _text(given, name) for name in ("text", "alt") if name in given}
    if not changed and not found:
        raise WrongError("nothing is to be changed: name 'text', 'alt' or 'slides'")
    return Reword(text=changed.get("text"), alt=changed.get("alt"), slides=found)


def _address(given: Values) -> str:
    address = _text(given, "address") if given.get("address") else ""
    if address and not _ADDRESS.fullmatch(address):
        raise WrongError("'address' must be the web address of the post")
    return address


def _text(given: Values, name: str) -> str:
    value = given.get(name)
    if not isinstance(value, str):
        raise WrongError(f"'{name}' must be a text")
    return value


def _only(given: Values, names: set[str]) -> None:
    if others := sorted(set(given) - names - {"do"}):
        raise WrongError(f"'{others[0][:40]}' is not expected here")
