"""Everything that proofreading finds stands at its place, in entries, replies, pages and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.build import proofing
from generator.build.project import read_project
from generator.problems import Severity

if TYPE_CHECKING:
    from tests.conftest import Maker

FAQ = "name: Example\nlanguages: [en, hr, sr]\n"
ENTRY = "faq/delivery/cost.en.md"
TOPIC = "title: {en: Delivery, hr: Dostava, sr: Достава}\n"


def said(make: Maker, files: dict[str, str]) -> list[str]:
    folder = make({"faq/faq.yml": FAQ, "faq/delivery/_topic.yml": TOPIC, **files})
    read, _ = read_project(folder.root, both_scripts=False)
    assert read
    found = proofing.of_project(read)
    assert all(problem.severity is Severity.WARNING for problem in found)
    assert all(problem.hint for problem in found)
    return [str(problem).split("\n")[0] for problem in sorted(found)]


def entry(short: str = "It costs four euros.", body: str = "Four euros.", more: str = "") -> str:
    return f"---\nquestion: What does it cost?\nshort: {short}\n{more}---\n{body}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            entry(body="Four\nеuros."),
            "6:1: warning AA180 “еuros” has letters of two alphabets: е (Cyrillic) among Latin ones",
        ),
        (entry(body="A **b\u200bc**"), "5:6: warning AA181 a character that nobody sees: U+200B, zero width space"),
        (entry(body='One\n\n- Say "yes" now'), '7:7: warning AA182 "yes" has other quotation marks than this language'),
        (entry(short="It takes 3-5 days."), "3:18: warning AA183 a range has - between its figures"),
        (entry(body="It weighs `1kg` or 5kg."), "5:21: warning AA184 no blank between 5 and kg"),
        (entry(short='"Wait ... and see"'), "3:14: warning AA185 ... stands for an ellipsis"),
        (entry(more="posts:\n  tip: Look , and see.\n"), "5:12: warning AA186 a blank stands before “,”"),
        (entry(more="posts:\n  checklist: [One, Two  three]\n"), "5:23: warning AA186 two blanks in a row"),
        (
            entry(more='also_asked: [one, "Cost... раcels"]\n'),
            "4:28: warning AA180 “раcels” has letters of two alphabets: р, а (Cyrillic) among Latin ones",
        ),
    ],
)
def test_each_finding_stands_at_its_letters(project: Maker, text: str, expected: str) -> None:
    assert said(project, {ENTRY: text}) == [f"{ENTRY}:{expected}"]


def test_replies_pages_and_topics_are_read_too(project: Maker) -> None:
    files = {
        "faq/replies/late.en.md": "---\ntitle: Late\nwhen: Late.\n---\nWait...\n",
        "docs/about.en.md": "---\ntitle: About  us\ndescription: Us.\n---\nUs...\n",
        "faq/delivery/_topic.yml": "title: {en: De\u00adlivery, hr: Dostava, sr: Достава}\n",
    }
    assert said(project, files) == [
        "docs/about.en.md:2:13: warning AA186 two blanks in a row",
        "docs/about.en.md:5:3: warning AA185 ... stands for an ellipsis",
        "faq/delivery/_topic.yml:1:15: warning AA181 a character that nobody sees: U+00AD, soft hyphen",
        "faq/replies/late.en.md:5:5: warning AA185 ... stands for an ellipsis",
    ]


GLOSSARY = """terms:
  parcel:
    en: {say: parcel, not: [package]}
    hr: {say: paket, not: [pošiljka]}
    sr: {say: пакет, not: [пошиљка]}
"""


def test_a_thing_is_called_what_the_glossary_says(project: Maker) -> None:
    files = {
        "faq/glossary.yml": GLOSSARY,
        ENTRY: entry(body="The parcel, not the\npackages."),
        "faq/delivery/cost.hr.md": "---\nquestion: Koliko?\nshort: Uz pošiljku četiri eura.\n---\nČetiri.\n",
        "faq/delivery/cost.sr.md": "---\nquestion: Колико?\nshort: Уз пакет.\n---\nПошиљке.\n",
    }
    assert said(project, files) == [
        f"{ENTRY}:6:1: warning AA187 “packages” is called “parcel” in this FAQ (glossary: parcel)",
        "faq/delivery/cost.hr.md:3:11: warning AA187 “pošiljku” is called “paket” in this FAQ (glossary: parcel)",
        "faq/delivery/cost.sr.md:5:1: warning AA187 “Пошиљке” is called “пакет” in this FAQ (glossary: parcel)",
    ]


def test_serbian_may_be_written_in_latin_letters(project: Maker) -> None:
    files = {
        "faq/glossary.yml": GLOSSARY,
        ENTRY: entry(body="For 2 days, 30 days."),
        "faq/delivery/cost.sr.md": "---\nquestion: Koliko košta?\nshort: Uz pošiljku.\n---\nDva dana, 30 dana.\n",
    }
    expected = "faq/delivery/cost.sr.md:3:11: warning AA187 “pošiljku” is called “paket” in this FAQ (glossary: parcel)"
    assert said(project, files) == [expected]


def test_a_translation_says_the_same_numbers_and_links(project: Maker) -> None:
    path = "faq/delivery/cost.hr.md"
    files = {
        ENTRY: entry(body="See [this](entry:delivery-time): 4 euros and 1,200 cents."),
        path: "---\nquestion: Koliko?\nshort: Ovo.\n---\nČetiri eura\ni 1.300 centi: a@b.example.\n",
    }
    assert said(project, files) == [
        f"{path}:6:3: warning AA111 numbers of {ENTRY} are not in this translation: 1200",
        f"{path}:6:16: warning AA188 links of {ENTRY} are not in this translation: entry:delivery-time",
    ]


def test_a_language_of_ones_own_is_asked_nothing_that_its_file_does_not_say(project: Maker) -> None:
    files = {"faq/_data/proof/en.yml": "tight: ','\n", ENTRY: entry(body='A "b"  c-d 3-5 5kg ... , e')}
    assert said(project, files) == [
        f"{ENTRY}:5:6: warning AA186 two blanks in a row",
        f"{ENTRY}:5:23: warning AA186 a blank stands before “,”",
    ]


def test_a_glossary_that_cannot_be_read_is_told(project: Maker) -> None:
    folder = project({"faq/glossary.yml": "terms:\n  parcel:\n    en: {say: parcel, never: [package]}\n"})
    _, problems = read_project(folder.root)
    assert [str(problem).split("\n")[0] for problem in problems] == [
        "faq/glossary.yml:3:30: error AA010 'terms.parcel.en.never' is not a known key"
    ]


FACTS = "return_window: {days: 14}\n"
RETURNS = """---
question: How do I return something?
short: You have {{ return_window }} from delivery to return goods.
---
Post the goods in their box, with the receipt and the number of your order, to our shop in Varaždin.
"""


def test_an_amount_that_contradicts_a_fact_stands_at_its_letters(project: Maker) -> None:
    files = {
        "faq/facts.yml": FACTS,
        "faq/delivery/returns.en.md": RETURNS,
        ENTRY: entry(body="It is free.\n\nYou can return goods within 30 days of delivery, or 14 days of delivery."),
        "faq/replies/back.en.md": "---\ntitle: Returns\nwhen: Always\n---\nYou return goods 10 days from delivery.\n",
    }
    assert said(project, files) == [
        f"{ENTRY}:7:29: warning AA190 “30 days” contradicts the fact 'return_window', which is 14 days",
        f"{ENTRY}:7:53: warning AA191 “14 days” is the fact 'return_window', written out",
        "faq/replies/back.en.md:5:18: warning AA190 “10 days” contradicts the fact 'return_window', which is 14 days",
    ]


def test_a_number_of_a_translation_is_told_once_and_with_its_fact(project: Maker) -> None:
    path = "faq/delivery/returns.hr.md"
    answer = "---\nquestion: Kako vratiti robu?\nshort: Imate {} od dostave za povrat.\n---\nPošaljite je.\n"
    files = {"faq/facts.yml": FACTS, "faq/delivery/returns.en.md": RETURNS, path: answer.format("30 dana")}
    assert said(project, files) == [
        f"{path}:3:14: warning AA190 “30 dana” contradicts the fact 'return_window', which is 14 dana"
    ]
    files[path] = answer.format("30 dana i 99 komada")
    assert [line.split(" warning ")[1][:5] for line in said(project, files)] == ["AA111", "AA190"]


def test_a_question_is_answered_once_or_with_a_link(project: Maker) -> None:
    answer = "Post the goods in their box, with receipt and order number, to Varaždin"
    twin = f"---\nquestion: I want to return goods\n---\n{answer}{{}}.\n"
    path = "faq/delivery/back.en.md"
    files = {"faq/facts.yml": FACTS, "faq/delivery/returns.en.md": RETURNS, path: twin.format("")}
    told = "faq/delivery/returns.en.md seems to answer this question, too: “How do I return something?”"
    assert said(project, files) == [f"{path}:2:11: warning AA192 {told}"]
    assert said(project, {**files, path: twin.format(", or [elsewhere](entry:returns)")}) == []


def test_a_hard_answer_names_its_longest_sentences(project: Maker) -> None:
    hard = "Notwithstanding contractual obligations, reimbursement applications necessitate documentary substantiation"
    assert said(project, {ENTRY: entry(body=f"It is free.\n\n{hard} throughout examination.\n\n" * 4)}) == [
        f"{ENTRY}:7:1: warning AA193 the answer is hard to read (LIX 83, and 59 is much in this language)"
    ]
    long = f"{hard} throughout examination{' of it' * 12}."
    assert said(project, {ENTRY: entry(body=f"It is free.\n\n{hard}.\n\n" * 4 + long)}) == []
