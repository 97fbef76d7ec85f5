"""The desk's script says what Python says. `UPDATE_GOLDEN=1` writes `golden.json` anew."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.content.library import Library
from generator.desk.nodes import nodes
from generator.replies import DeskHours, Said, Wording, as_values, compose, promise, written
from generator.text import html, plain
from tests.replies.conftest import DATES, IN_ENGLISH, WORDING, Twin
from tests.replies.test_demo_replies import said

GOLDEN = Path(__file__).parent / "golden.json"
LIMITS = (0, 40, 80, 500)
NAMES = (
    "",
    "ivan",
    "LUKA",
    "Ana Marija",
    "Ana K.",
    "Milica",
    "MARKO",
    "Kevin",
    "{{ name }}",
    "[x]",
    "Ђорђе",
    "O'Neill",
)
AGENTS = ("", "Ana", " A.\tK. ", "{link} [z] <b>")
BOTH = (DATES, IN_ENGLISH)
HOURS = DeskHours(
    zone="Europe/Zagreb",
    week=(((480, 720), (780, 963)),) * 5 + (((0, 1440),), ()),
    closed=frozenset({date(2026, 3, 30), date(2026, 12, 24), date(2026, 12, 25)}),
    until=date(2026, 12, 31),
)
FIELDS = [
    *(("text", text) for text in ("", " a\nb ", "{{x}} [y] <z>")),
    *(("date", text) for text in ("2026-02-28", "2026-02-29", "2026-02-30", "0000-01-01", "2026-1-1", "x")),
    *(("time", text) for text in ("00:00", "09:05", "12:00", "13:30", "23:59", "24:00", "29:10", "9:05", "")),
    *(("days", text) for text in ("0", "1", "2", "5", "21", "22", "101", "12345", "-1", "1.5", "")),
    *(("link", text) for text in ("https://a.example/?x=1#y", "http://a", "javascript:alert(1)", "https://a b", "")),
    *(("choice", text) for text in ("one", "three", "")),
]

REPLIES_OF = """(cases, limits, wording) => cases.flatMap((said) =>
    limits.map((most) => Object.values(composeReply(said, wording, (text) => [...text].length <= most))))"""
DEMO_REPLIES_OF = """(cases, codes, limits, wordings) => cases.map((said, at) =>
    composeReply(said, wordings[codes[at]], (text) => [...text].length <= limits[at]).text)"""
PROMISES_OF = """(moments, hours, both) => moments.flatMap(([now, minutes]) =>
    both.map((dates) => promiseInWords(Date.parse(now), minutes, hours, dates)))"""
FIELDS_OF = """(fields, both) => fields.flatMap(([kind, value]) =>
    both.map((dates) => writtenField(kind, value, dates, ["one", "two"])))"""


def cases() -> list[Said]:
    answers = ("Za 2 dana.", "Javite broj\u00a0narudžbe.")
    varied = itertools.product(NAMES, AGENTS, answers, ("", "https://faq.example/q/a/"))
    return [
        Said(
            id=f"entry-{n % 5}",
            turn=n * 7 % 61,
            answer=answer,
            shorter="Da." if n % 3 == 0 else "",
            link=link,
            name=name,
            agent=agent,
            language=("", "en", "xx")[n % 3],
            public=n % 2 == 0,
            personal=n % 7 == 0,
            is_whole=n % 11 == 0,
        )
        for n, (name, agent, answer, link) in enumerate(varied)
    ]


def moments() -> list[tuple[datetime, int]]:
    """Through a year of odd steps, the hours when clocks change included."""
    start = datetime(2026, 1, 1, 3, 7, tzinfo=UTC)
    odd = [start + timedelta(hours=67 * n, minutes=13 * n) for n in range(130)]
    changing = [datetime(2026, month, day, 0, 0, tzinfo=UTC) + timedelta(minutes=20 * n)
                for month, day in ((3, 29), (10, 25), (11, 1)) for n in range(9)]  # fmt: skip
    return [(moment, (10, 15, 90, 600)[n % 4]) for n, moment in enumerate([*odd, *changing])]


def in_python() -> dict[str, list[Any]]:
    return {
        "replies": [
            list(asdict(compose(case, WORDING, lambda text, n=most: len(text) <= n)).values())  # type: ignore[misc]
            for case in cases()
            for most in LIMITS
        ],
        "promises": [promise(now, minutes, HOURS, dates) for now, minutes in moments() for dates in BOTH],
        "fields": [written(kind, value, dates, ("one", "two")) for kind, value in FIELDS for dates in BOTH],
    }


def in_node(twin: Twin) -> dict[str, list[Any]]:
    hours = asdict(HOURS) | {
        "closed": sorted(day.isoformat() for day in HOURS.closed),
        "until": HOURS.until.isoformat(),
    }
    both = [asdict(DATES), asdict(IN_ENGLISH)]
    replies, promises, fields = twin(
        [
            REPLIES_OF,
            [asdict(case) for case in cases()],
            LIMITS,
            as_values(WORDING),
        ],
        [
            PROMISES_OF,
            [[now.isoformat(), minutes] for now, minutes in moments()],
            hours,
            both,
        ],
        [
            FIELDS_OF,
            FIELDS,
            both,
        ],
    )
    return {"replies": replies, "promises": promises, "fields": fields}


@pytest.fixture(scope="module")
def golden() -> dict[str, list[Any]]:
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(json.dumps(in_python(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    found: dict[str, list[Any]] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("what", ["replies", "promises", "fields"])
def test_python_says_what_is_agreed(golden: Mapping[str, list[Any]], what: str) -> None:
    assert in_python()[what] == golden[what]


@pytest.mark.parametrize("what", ["replies", "promises", "fields"])
def test_the_desk_says_what_is_agreed(golden: Mapping[str, list[Any]], twin: Twin, what: str) -> None:
    assert in_node(twin)[what] == golden[what]


def test_the_desk_gives_the_same_replies_of_the_demo(
    demo: Library, wordings: Mapping[str, Wording], twin: Twin
) -> None:
    all_said = [
        replace(
            said(entry, turn),
            public=turn % 2 == 0,
            **({"answer": plain(entry.body), "shorter": entry.short} if turn % 5 == 0 else {}),
        )
        for versions in demo.by_id.values()
        for entry in versions.values()
        for turn in range(20)
    ]
    limits = [(100_000, 900, 280, 0)[turn % 4] for turn in range(len(all_said))]
    codes = [entry.lang for versions in demo.by_id.values() for entry in versions.values() for _ in range(20)]
    ours = [
        compose(each, wordings[code], lambda text, n=most: len(text) <= n).text  # type: ignore[misc]
        for each, code, most in zip(all_said, codes, limits, strict=True)
    ]
    (theirs,) = twin(
        [
            DEMO_REPLIES_OF,
            [asdict(each) for each in all_said],
            codes,
            limits,
            {code: as_values(wording) for code, wording in wordings.items()},
        ]
    )
    assert digest(theirs) == digest(ours)


def test_the_desk_makes_the_same_plain_text_of_an_answer(demo: Library, twin: Twin) -> None:
    bodies = [entry.body for versions in demo.by_id.values() for entry in versions.values()]
    bodies += [MARKDOWN, "", "One.\n\n---\n\nTwo."]
    (theirs,) = twin(["(all) => all.map(plainText)", [nodes(html(body), lambda _: {}) for body in bodies]])
    assert theirs == [plain(body) for body in bodies]


MARKDOWN = """\
First *words*<br>and more.

1. One
2. Two
    - inner
    - second

## Heading {#there}

| A | B |
|---|---|
| 1 | 2 |

> Quoted `code`.
"""


def digest(texts: list[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()
