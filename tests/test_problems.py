"""Problems print as a line people and programs can follow, whatever a file is called."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.problems import FORMATS, Place, Problem, Severity, as_github, as_json, as_text, has_errors, summary

ERROR = Problem(Place("faq/a.en.md", 3, 7), "AA010", "'short' is empty", "write it")
WARNING = Problem(Place("faq/a.en.md", 3), "AA113", "no 'short'", severity=Severity.WARNING)


def test_a_problem_is_a_line_and_its_hint() -> None:
    assert str(ERROR) == "faq/a.en.md:3:7: error AA010 'short' is empty\n    write it"
    assert str(WARNING) == "faq/a.en.md:3:1: warning AA113 no 'short'"


def test_problems_are_printed_once_and_in_order() -> None:
    for form in FORMATS.values():
        assert form([ERROR, WARNING, ERROR]) == form([WARNING, ERROR])
    assert as_text([ERROR, WARNING]).splitlines()[0] == str(WARNING)


def test_only_errors_stop_the_output() -> None:
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])
    assert not has_errors([])


def test_summary() -> None:
    assert summary([]) == "0 errors, 0 warnings"
    assert summary([ERROR, WARNING, WARNING]) == "1 error, 2 warnings"


def test_github_commands_are_escaped() -> None:
    problem = Problem(Place("faq/a,b:c%.md", 2, 4), "AA012", "50 %\n::error::x")
    assert as_github([problem]) == ("::error file=faq/a%2Cb%3Ac%25.md,line=2,col=4,title=AA012::50 %25%0A::error::x")
    assert as_github([ERROR]).endswith("::'short' is empty - write it")


def test_json_is_an_interface() -> None:
    assert json.loads(as_json([ERROR])) == [
        {
            "path": "faq/a.en.md",
            "line": 3,
            "column": 7,
            "severity": "error",
            "code": "AA010",
            "message": "'short' is empty",
            "hint": "write it",
        }
    ]
    assert json.loads(as_json([])) == []


_TEXT = st.text(st.characters(), max_size=20)


@given(_TEXT, _TEXT, _TEXT)
def test_nothing_written_by_others_moves_the_cursor_or_fakes_a_line(path: str, message: str, hint: str) -> None:
    problem = Problem(Place(path), "AA000", message, hint)
    text = as_text([problem])
    assert text.count("\n") == (1 if hint else 0)
    assert all(c.isprintable() or c == "\n" for c in text)
    assert text.encode()
    assert as_github([problem]).count("\n") == 0
    assert json.loads(as_json([problem]))[0]["message"] == message
