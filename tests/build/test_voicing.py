"""Every rule of voice at the words that break it, in entries, replies and drafts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.build import exporting, planning, voicing
from generator.build.project import Project, read_project
from generator.problems import Severity, has_errors
from generator.social import span

if TYPE_CHECKING:
    from tests.conftest import Folder, Maker

FAQ = """name: Example
languages: [en, sr]
posts:
  - {id: x-en, network: x, language: en, timezone: Europe/Zagreb, slots: ["mon 09:00"]}
"""
ENTRY = "faq/delivery/cost.en.md"
REPLY = "faq/replies/late.en.md"
DRAFT = "faq/_drafts/x-en/delivery-time.1.md"
MONDAY = date(2026, 12, 7)
LONG = " ".join(f"word{n}" for n in range(33))


def read(folder: Folder) -> Project:
    project, problems = read_project(folder.root, both_scripts=False)
    assert project
    assert not has_errors(problems), problems
    return project


def said(folder: Folder) -> list[str]:
    return [str(problem).split("\n")[0] for problem in sorted(voicing.check(read(folder)))]


def entry(short: str = "It costs four euros.", body: str = "Four euros.", question: str = "What does it cost?") -> str:
    return f"---\nquestion: {question}\nshort: {short}\n---\n{body}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (entry(body="It is not our policy."), "5:1: warning AA140 “It is not our policy” sounds like an office"),
        (entry("We guarantee it."), "3:8: warning AA141 “We guarantee” promises what nobody can be sure to keep"),
        (entry(body="A\nb, soon."), "6:4: warning AA142 “soon” says no time"),
        (entry(body="You should have **asked**."), "5:1: warning AA143 “You should have” blames or argues"),
        (entry(question="Is it REALLY free?"), "2:17: warning AA144 “REALLY” shouts"),
        (entry(body="Free!!"), "5:5: warning AA144 “!!” shouts"),
        (entry(body="As Mrs Novak."), "5:4: warning AA145 “Mrs Novak” tells of another customer, or names somebody"),
        (entry(body="- Click here."), "5:3: warning AA146 “Click here” does not say"),
        (entry(body=f"- {LONG}."), "5:3: warning AA147 a sentence has more than 32 words: word0"),
        (entry("Great question. Four."), "3:8: warning AA148 the answer does not come first: “Great question”"),
    ],
)
def test_an_entry_is_told_where_and_how_it_sounds_wrong(project: Maker, text: str, expected: str) -> None:
    (line,) = said(project({"faq/faq.yml": FAQ, ENTRY: text}))
    assert line.startswith(f"{ENTRY}:{expected}")


@pytest.mark.parametrize(
    ("short", "place"),
    [
        ('"We will say: soon."', "3:22"),
        (">\n  It takes\n  as soon\n  as possible.", "5:3"),
        ("|\n  Not sooner.\n  But soon.", "5:7"),
    ],
)
def test_places_in_the_front_matter_are_exact_however_it_is_quoted(project: Maker, short: str, place: str) -> None:
    (line,) = said(project({"faq/faq.yml": FAQ, ENTRY: entry(short)}))
    assert line.startswith(f"{ENTRY}:{place}: warning AA142")


def test_places_are_those_of_the_file_whatever_facts_are_filled_in(project: Maker) -> None:
    body = "In {{ delivery_time }}. We guarantee it."
    folder = project({"faq/faq.yml": FAQ, ENTRY: entry(body=body), "faq/facts.yml": "delivery_time: {days: [2, 3]}\n"})
    (line,) = [line for line in said(folder) if line.startswith(ENTRY)]
    assert line.startswith(f"{ENTRY}:5:{body.index('We') + 1}: warning AA141")


def test_a_reply_leads_on_by_words_or_by_a_placeholder(project: Maker) -> None:
    reply = "---\ntitle: Late\nwhen: Late.\nfields: {name: text, day: date}\n---\nHello {{ name }}.\n\nIt is late.\n"
    folder = project({"faq/faq.yml": FAQ, REPLY: reply})
    assert said(folder) == [f"{REPLY}:8:7: warning AA149 the reply does not say how it goes on"]
    folder.write(REPLY, reply.replace("It is late.", "It is late: {{ day }}."))
    assert said(folder) == []


def test_serbian_is_checked_in_the_letters_it_is_written_in(project: Maker) -> None:
    for words in ("Стиже ускоро.", "Stiže uskoro."):
        text = f"---\nquestion: Кад стиже?\nshort: {words}\n---\n"
        folder = project({"faq/faq.yml": FAQ, ENTRY: entry(), "faq/delivery/cost.sr.md": text})
        found = [line for line in said(folder) if "cost.sr" in line]
        if words.startswith("С"):
            assert found == ["faq/delivery/cost.sr.md:3:14: warning AA142 “ускоро” says no time"]
        folder.root.rename(folder.root.with_name(f"done-{words[:2]}"))


def test_a_project_chooses(project: Maker) -> None:
    own = FAQ + "voice:\n  allow: [vague]\n  avoid: {en: [parcel*]}\n  accept: {en: [we guarantee fresh seeds]}\n"
    text = entry("Soon.", "Parcels. We guarantee fresh seeds.")
    (line,) = said(project({"faq/faq.yml": own, ENTRY: text}))
    assert line == f"{ENTRY}:5:1: warning AA150 “Parcels” is not how this organisation speaks"


@pytest.mark.parametrize(
    ("voice", "code"),
    [("allow: [vage]", "AA010"), ("avoid: {en: ['(so) on']}", "AA010"), ("avoid: {de: [bald]}", "AA110")],
)
def test_a_choice_that_means_nothing_is_told(project: Maker, voice: str, code: str) -> None:
    _, problems = read_project(project({"faq/faq.yml": f"{FAQ}voice: {{{voice}}}\n"}).root)
    assert [problem.code for problem in problems if problem.place.path == "faq/faq.yml"] == [code]


def test_a_draft_is_told_what_somebody_wrote_into_it(project: Maker) -> None:
    folder = project({"faq/faq.yml": FAQ, ENTRY: entry("We guarantee it, four euros.")})
    made, _ = planning.plan(read(folder), span(MONDAY, 2))
    for path, content in made.files.items():
        assert content is not None
        folder.write(path, content)
    own = [line for line in said(folder) if "_drafts" in line]
    assert own == []  # what the entry says is told of the entry

    written = (folder.root / DRAFT).read_text(encoding="utf-8")
    folder.write(DRAFT, written.rstrip() + "\n\nMore soon.\n")
    (line,) = [line for line in said(folder) if "_drafts" in line]
    assert line == f"{DRAFT}:{written.rstrip().count(chr(10)) + 3}:6: warning AA142 “soon” says no time"

    _, problems = exporting.export(read(folder), "buffer", MONDAY, include_drafts=True)
    assert ("AA142", Severity.WARNING) in {(problem.code, problem.severity) for problem in problems}
