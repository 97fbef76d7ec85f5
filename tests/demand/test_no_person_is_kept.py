"""Personal data of seven countries, planted wherever a log has a place for it, is kept and shown nowhere."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import cli
from generator.demand import read
from generator.demand.columns import FIELDS
from generator.demand.log import cleaned
from generator.personal import MASK, masked
from generator.social import flags

if TYPE_CHECKING:
    from tests.conftest import Maker

HERE = Path(__file__).parent
ORDINARY = (HERE / "ordinary.txt").read_text(encoding="utf-8").splitlines()


class Case(NamedTuple):
    """A question with personal data in it."""

    country: str
    question: str
    item: str
    secrets: list[str]


def cases() -> Iterator[Case]:
    countries = yaml.safe_load((HERE / "persons.yml").read_text(encoding="utf-8"))
    for country, one in countries.items():
        for number, marked in enumerate(one["data"]):
            item = re.sub("[«»]", "", marked)
            sentence = one["sentences"][number % len(one["sentences"])]
            yield Case(country, sentence.replace("{}", item), item, re.findall("«(.+?)»", marked) or [marked])


CASES = list(cases())
PIECES = {piece for case in CASES for secret in case.secrets for piece in re.findall(r"\w{3,}", secret.casefold())}
"""Of what must not be kept: names and numbers, also where only a part of them is left."""
FIGURES = {figures for case in CASES for secret in case.secrets if len(figures := re.sub(r"\D", "", secret)) > 5}
ROW = {
    "question": "Where is it?",
    "day": "2031-11-02",
    "language": "en",
    "entry": "parcel",
    "count": "1",
    "answer": "Here.",
}


def leaked(text: str) -> set[str]:
    """What a text has of the cases, in pieces or with other separators."""
    words = set(re.findall(r"\w+", text.casefold()))
    figures = re.sub(r"[\W_]+", "", text)
    return (words & PIECES) | {one for one in FIGURES if one in figures}


def planted() -> Iterator[dict[str, str]]:
    """Rows with every case in the question, and in each other column."""
    for case in CASES:
        yield {**ROW, "question": case.question, "Requester": case.item}
        for column in FIELDS:
            if column != "question":
                yield {**ROW, column: case.item, "Requester": case.item}


def table(rows: Iterable[Mapping[str, str]], delimiter: str = ",") -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, [*ROW, "Requester"], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def logs(rows: list[dict[str, str]]) -> dict[str, str]:
    """The same rows as every reader reads them, with data in the keys, too."""
    return {
        "asked.csv": table(rows),
        "asked.tsv": table(rows, "\t"),
        "asked.jsonl": "\n".join(json.dumps(row) for row in rows),
        "asked.json": json.dumps({"tickets": [{"ticket": row, row["Requester"]: row["Requester"]} for row in rows]}),
        "asked.txt": "\n".join(row["question"] for row in rows),
    }


SOME = CASES[::2]
"""So few that the numbers of their lines are no figures of theirs."""
BROKEN = {
    "short.csv": "question,day\n" + "\n".join(f'"{case.item}"' for case in SOME),
    "header.csv": ",".join(f'"{case.item}"' for case in CASES) + "\n1,2",
    "open.csv": 'question\nWhere?\n"' + " ".join(case.question for case in CASES) * 9,
    "broken.jsonl": '{"question": "Where?"}\n' + "\n".join(f"{{{case.item}" for case in SOME),
    "lists.json": json.dumps([[case.item] for case in CASES]),
    "keys.json": json.dumps([{case.item: "Where?"} for case in CASES]),
}


def test_there_are_300_cases_of_seven_countries() -> None:
    assert len(CASES) >= 300
    assert len({case.country for case in CASES}) == 7
    assert len({case.item for case in CASES}) == len(CASES)


def test_no_case_is_left_in_a_question_a_flag_or_a_second_pass() -> None:
    assert [case.question for case in CASES if leaked(cleaned(case.question) + flags.told(case.question))] == []
    assert [case.question for case in CASES if masked(masked(case.question)) != masked(case.question)] == []


def test_most_of_a_question_is_left() -> None:
    """Nothing but the data: the words of the sentence are what it is matched by."""
    lost = [
        case.question
        for case in CASES
        if not set(re.findall(r"\w+", case.question.replace(case.item, "")))
        <= set(re.findall(r"\w+", masked(case.question)))
    ]
    assert lost == []


@pytest.mark.parametrize("name", logs([ROW | {"Requester": ""}]))
def test_planted_in_any_column_it_is_kept_in_none(name: str) -> None:
    found, problems = read(logs(list(planted()))[name].encode(), name, {})
    assert len(found) == len(CASES) * len(FIELDS)
    assert leaked(repr([found, problems])) == set()


def test_nor_is_it_kept_of_whole_conversations() -> None:
    """Of a ticket of Zendesk with its comments, and of Chatwoot's messages with those of the agent."""
    tickets = [
        {"subject": case.question, "requester": {"name": case.item}, "comments": [{"body": case.item}]}
        for case in CASES
    ]
    talks = [
        {
            "meta": {"sender": {"name": case.item, "phone_number": case.item}},
            "messages": [
                {"content": case.question, "message_type": "incoming", "sender": {"name": case.item}},
                {"content": f"Hvala, {case.item}", "message_type": "outgoing"},
            ],
        }
        for case in CASES
    ]
    for log in ({"tickets": tickets}, {"data": {"payload": talks}}):
        found, problems = read(json.dumps(log).encode(), "log.json", {})
        assert len(found) == len(CASES)
        assert leaked(repr([found, problems])) == set()


SIGNED = (
    "Gdje je paket?\nHvala,\n\nAna\nPoslano z mojega iPhona",
    "Kje je paket?\r\nLp, Ana\r\n--\r\nAna Horvat\r\nSIOL",
    "<p>Kdy přijde balík?</p><p>S pozdravem<br>Ing. Ana Horvat<br>Zrno s. r. o.</p>",
    "Къде е пратката?\nАна Хорват\nтел. 0888 123 456",
)


@pytest.mark.parametrize("words", SIGNED)
def test_names_in_lines_of_their_own_are_signatures(words: str) -> None:
    kept = cleaned(words)
    assert not re.search(r"An[ae]|Horvat|Ана|Хорват|0888", kept)
    assert re.match(r"\w+ \w+ \w+\?", kept), "what was asked stays"


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_told_without_it(name: str) -> None:
    found, problems = read(BROKEN[name].encode(), name, {})
    assert problems
    assert leaked(repr([found, problems])) == set()


def test_neither_is_it_in_another_encoding() -> None:
    words = "\n".join(case.question for case in CASES if case.country in {"croatia", "czechia"})
    for encoding in ("cp1250", "utf-16", "utf-16-be"):
        assert leaked(repr(read(words.encode(encoding, "replace"), "log.txt", {}))) == set()


def test_the_command_shows_and_writes_none(project: Maker, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = project()
    everywhere = [dict.fromkeys(ROW, case.item) | {"question": case.question, "Requester": case.item} for case in CASES]
    place = tmp_path_factory.mktemp("logs")
    for name, log in (logs(everywhere) | BROKEN).items():
        (place / name).write_text(log, encoding="utf-8")
    before = files(folder.root)
    command = ["--root", str(folder.root), "demand"]
    data = CliRunner().invoke(cli, [*command, *(str(place / name) for name in logs([])), "--json"])
    assert leaked("\n".join(strings(json.loads(data.stdout))) + data.stderr.replace(str(place), "")) == set()
    for form in ("text", "json", "github"):
        told = CliRunner().invoke(cli, [*command, *(str(place / name) for name in BROKEN), "--format", form])
        assert "AA570" in told.output
        assert leaked(told.output.replace(str(place), "")) == set()  # the folder has any numbers in its name
    assert leaked("".join(files(folder.root) - before)) == set()


def files(root: Path) -> set[str]:
    return {path.read_text(encoding="utf-8") for path in root.rglob("*") if path.is_file()}


def strings(value: Any) -> Iterator[str]:
    """Of a JSON document; its scores look like anything."""
    if isinstance(value, dict):
        yield from (text for key, inner in value.items() if key != "score" for text in (key, *strings(inner)))
    elif isinstance(value, list):
        yield from (text for inner in value for text in strings(inner))
    else:
        yield str(value)


def test_nor_is_it_kept_of_what_people_say_around_it() -> None:
    """A whole message a line, with line ends as `\\n`; between « and » stands what must not be kept."""
    said = (HERE / "said.txt").read_text(encoding="utf-8").splitlines()
    kept = {one: cleaned(re.sub("[«»]", "", one).replace("\\n", "\n")) for one in said}
    assert len(said) > 450
    assert [one for one in said if any(secret in kept[one] for secret in re.findall("«(.+?)»", one))] == []


def test_ordinary_questions_stay_as_they_are() -> None:
    assert [one for one in ORDINARY if not masked(one) == flags.told(one) == one] == []
    assert [one for one in ORDINARY if MASK in cleaned(one)] == []
