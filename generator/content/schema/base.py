"""Validation of what was read: every mistake at once, each at its own line, in friendly words."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from generator.content.source import Source
from generator.problems import Problem

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$"
_DAYS = re.compile(r"(\d{1,4}) days?")
_WINDOWS_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)")
ALIAS_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,79}(#[A-Za-z][\w-]*)?$"
HEADING_PATTERN = r"^([A-Za-z0-9][A-Za-z0-9_-]{0,79}#)?[A-Za-z][\w-]*$"
CODE_PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$"
HASH_PATTERN = r"^[0-9a-f]{12}$"
CYRILLIC_PATTERN = r"^\p{Cyrillic}[\p{Cyrillic}' -]{0,59}$"
LATIN_PATTERN = r"^[^\p{Cyrillic}\s][^\p{Cyrillic}]{0,59}$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Alias = Annotated[str, StringConstraints(pattern=ALIAS_PATTERN)]
FormerHeading = Annotated[str, StringConstraints(pattern=HEADING_PATTERN)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
CyrillicWord = Annotated[str, StringConstraints(strip_whitespace=True, pattern=CYRILLIC_PATTERN)]
LatinWord = Annotated[str, StringConstraints(strip_whitespace=True, pattern=LATIN_PATTERN)]
Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN)]


@functools.lru_cache(maxsize=16_384)
def is_id(text: str) -> bool:
    """Whether a text can be an id, and a file's name on every system."""
    return re.fullmatch(ID_PATTERN, text) is not None and not _WINDOWS_DEVICE.fullmatch(text)


def number_of_days(text: object) -> object:
    """What `180 days` says."""
    found = _DAYS.fullmatch(text) if isinstance(text, str) else None
    if not found or not int(found[1]):
        raise ValueError("must be a number of days like '180 days'")
    return int(found[1])


class Written(BaseModel):
    """A part of a file; unknown keys are mistakes, because a typo must not be ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


M = TypeVar("M", bound=Written)

_SAY: Mapping[str, str] = {
    "missing": "'{key}' is missing",
    "extra_forbidden": "'{key}' is not a known key",
    "string_type": "'{key}' must be one line of text",
    "string_pattern_mismatch": "'{key}' cannot be {given}",
    "string_too_short": "'{key}' is empty",
    "too_short": "'{key}' is empty",
    "string_too_long": "'{key}' is longer than {max_length} characters",
    "literal_error": "'{key}' must be {expected}, not {given}",
    "enum": "'{key}' must be {expected}, not {given}",
    "tuple_type": "'{key}' must be a list: [one, two]",
    "list_type": "'{key}' must be a list: [one, two]",
    "model_type": "'{key}' must hold 'key: value' lines",
    "dict_type": "'{key}' must hold 'key: value' lines",
    "greater_than_equal": "'{key}' must be at least {ge}, not {given}",
    "less_than_equal": "'{key}' must be at most {le}, not {given}",
    "int_parsing": "'{key}' must be a whole number, not {given}",
    "bool_parsing": "'{key}' must be true or false, not {given}",
    "date_from_datetime_parsing": "'{key}' must be a date like 2026-11-22, not {given}",
    "date_from_datetime_inexact": "'{key}' must be a date like 2026-11-22, not {given}",
    "date_parsing": "'{key}' must be a date like 2026-11-22, not {given}",
    "time_parsing": "'{key}' must be a time like 09:30, not {given}",
}


_EXPECTED: Mapping[str, str] = {
    ID_PATTERN: "use up to 80 letters a-z, digits, '-' and '_', and begin with a letter or digit",
    ALIAS_PATTERN: "write a former id, or former-id#heading where it is a heading of this entry now",
    HEADING_PATTERN: "write a former heading's id, or former-id#heading of an entry that was merged",
    CODE_PATTERN: "write a language's code like hr or sr-Latn",
    CYRILLIC_PATTERN: "write a word in Cyrillic letters",
    LATIN_PATTERN: "write the word in Latin letters",
    HASH_PATTERN: "'faq status' writes it: 12 of 0-9 and a-f",
}
_MOST = 100
"""Mistakes told of one file: thousands are a file of another kind, and finding all of their places takes minutes."""


def validate(
    model: type[M], source: Source, *, belongs_elsewhere: Mapping[str, str] | None = None
) -> tuple[M | None, list[Problem]]:
    """The file's data as `model`, or None and its problems (AA010).

    `belongs_elsewhere` names keys that are right in another file, with the hint to give.
    """
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        elsewhere = belongs_elsewhere or {}
        errors = error.errors(include_url=False)[:_MOST]
        return None, [_problem(model, source, e, elsewhere) for e in errors]


def _problem(model: type[Written], source: Source, error: ErrorDetails, elsewhere: Mapping[str, str]) -> Problem:
    keys = _written(error, source.data)
    say = _SAY.get(error["type"], "'{key}': " + error["msg"].replace("{", "{{").replace("}", "}}"))
    if error["type"] == "value_error":
        say = "'{key}' " + str(error["ctx"]["error"]).replace("{", "{{").replace("}", "}}")
    key = ".".join(str(k) for k in keys) or "the file"
    given = repr(str(error.get("input"))[:60])
    message = say.format(key=key, given=given, **{k: v for k, v in error.get("ctx", {}).items() if k != "given"})
    return Problem(source.place(*keys), "AA010", message, _hint(model, keys, error, elsewhere))


def _written(error: ErrorDetails, data: Any) -> tuple[str | int, ...]:  # noqa: ANN401 - what was written is any of three kinds
    """The way to a mistake through the file; pydantic adds names of its own, such as those of a union's members."""
    keys: list[str | int] = []
    for key in error["loc"]:
        inside = key in data if isinstance(data, dict) else isinstance(data, list) and isinstance(key, int)
        if inside:
            data = data[key]
            keys.append(key)
    return (*keys, error["loc"][-1]) if error["type"] == "missing" else tuple(keys)


def _hint(model: type[Written], keys: tuple[str | int, ...], error: ErrorDetails, elsewhere: Mapping[str, str]) -> str:
    last = str(keys[-1]) if keys else ""
    if error["type"] == "extra_forbidden":
        if last in elsewhere and len(keys) == 1:
            return elsewhere[last]
        known = _fields_at(model, keys[:-1])
        near = get_close_matches(last, known, 1)
        return f"did you mean '{near[0]}'?" if near else f"known keys: {', '.join(sorted(known))}" if known else ""
    if error["type"] == "string_pattern_mismatch":
        pattern = error["ctx"]["pattern"]
        return _EXPECTED.get(pattern, f"it must match {pattern}")
    return ""


def _fields_at(model: type[Written], keys: tuple[str | int, ...]) -> list[str]:
    """The known keys of the (nested) model at a path; none where the path leaves the models."""
    current: Any = model
    for key in keys:
        if not (isinstance(current, type) and issubclass(current, Written)) or key not in current.model_fields:
            return []
        current = _model_of(current.model_fields[str(key)].annotation)
    if not (isinstance(current, type) and issubclass(current, Written)):
        return []
    return [field.alias or name for name, field in current.model_fields.items()]


def _model_of(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no common type
    """The model inside `Model | None`."""
    parts = getattr(annotation, "__args__", (annotation,))
    return next((p for p in parts if isinstance(p, type) and issubclass(p, Written)), annotation)
