"""Texts go to translators paragraph by paragraph, and their translations come back as files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import translating
from generator.content.load import load
from generator.content.source import read_markdown
from generator.exchange import po
from generator.exchange.for_translators import catalogue, gettext
from generator.exchange.segments import blocks
from generator.exchange.survives import missing
from generator.files import write

SOURCE = """\
---
question: How long does delivery take?
short: Parcels arrive in {{ delivery_time }}.
posts:
  tip: Order early.
  quiz: {question: How many days?, options: [One, Two], right: 2, why: So it is.}
  checklist: [Look, Ask]
---
It takes {{ delivery_time }}.

- One, see [the cost](entry:cost).
- Two.

## Where is it? {#where}

```
# code

stays one piece
```
"""
HR = """\
---
question: Koliko traje dostava?
short: Paketi stižu za {{ delivery_time }}.   # as short as can be
also_asked: [kad stiže]
---
Traje {{ delivery_time }}.

- Jedan, vidi [cijenu](entry:cost).
- Dva.

## Gdje je? {#where}

```
# code

stays one piece
```
"""
PROJECT: Mapping[str, str] = {
    "mkdocs.yml": "site_url: https://faq.example.org/\n",
    "faq/faq.yml": "name: Example\nlanguages: [en, hr, sr]\nteams:\n  support: {name: {en: Care}}\n",
    "faq/facts.yml": "delivery_time: {days: [2, 3]}\n",
    "faq/delivery/_topic.yml": "title: {en: Delivery, hr: Dostava, sr: Достава}\n",
    "faq/delivery/time.en.md": SOURCE,
    "faq/delivery/cost.en.md": "---\nquestion: What does it cost?\n---\nNothing.\n",
}
PATH = "faq/delivery/time.hr.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write({path: text.encode() for path, text in PROJECT.items()}, tmp_path / "faq")
    return tmp_path / "faq"


def exported(root: Path, lang: str = "hr", before: str = "") -> str:
    library, problems = load(root)
    assert library is not None
    assert [problem for problem in problems if problem.severity == "error"] == []
    messages, _, _ = po.read(before.encode(), "before.po")
    return catalogue(library, lang, messages).decode()


def imported(root: Path, text: str, *, lang: str = "", name: str = "faq.hr.po") -> list[str]:
    """What was told; the files are written."""
    (root / name).write_text(text, encoding="utf-8")
    tree, problems = translating.from_translators(root / name, root, lang)
    write(tree, root)
    return [f"{problem.place} {problem.code} {problem.message}" for problem in problems]


def translated(text: str, words: Mapping[str, str]) -> str:
    """A PO file in which a translator has put words behind some texts."""
    for source, translation in words.items():
        pattern = re.compile(rf'(msgid "{re.escape(source)}"\nmsgstr )".*"')
        assert pattern.search(text), source
        text = pattern.sub(lambda found, to=translation: f'{found[1]}"{to}"', text)
    return text


ALL = {
    "How long does delivery take?": "Koliko traje dostava?",
    "Parcels arrive in {{ delivery_time }}.": "Stiže za {{delivery_time}}.",
    "It takes {{ delivery_time }}.": "Traje {{ delivery_time }}.",
    "## Where is it? {#where}": "## Gdje je? {#where}",
    "Order early.": "Naručite ranije.",
    "How many days?": "Koliko dana?",
    "One": "Jedan",
    "Two": "Dva",
    "So it is.": "Tako je.",
    "Look": "Pogledajte",
    "Ask": "Pitajte",
}
LIST = 'msgid ""\n"- One, see [the cost](entry:cost).\\n"\n"- Two."\nmsgstr ""'
LIST_HR = (
    'msgid ""\n"- One, see [the cost](entry:cost).\\n"\n"- Two."\nmsgstr "- Jedan, vidi [cijenu](entry:cost).\\n- Dva."'
)
CODE = '"```"\nmsgstr ""'
CODE_HR = '"```"\nmsgstr "```\\n# kod\\n\\nje jedan\\n```"'


def whole(text: str) -> str:
    return translated(text, ALL).replace(LIST, LIST_HR).replace(CODE, CODE_HR)


def test_each_paragraph_is_a_message_with_what_helps_to_translate_it(root: Path) -> None:
    text = exported(root)
    assert '"Language: hr\\n"' in text
    assert "2–3 dana" in text
    message = (
        "#. How long does delivery take?\n#. {{ delivery_time }}: 2–3 dana\n#: faq/delivery/time.en.md:9\n"
        'msgctxt "time/answer"\nmsgid "It takes {{ delivery_time }}."\nmsgstr ""\n'
    )
    assert message in text
    assert "-format" not in text
    assert exported(root) == text


def test_a_translation_of_all_is_a_file_and_goes_out_as_it_came_in(root: Path) -> None:
    text = whole(exported(root))
    assert imported(root, text) == []
    src, _ = read_markdown((root / PATH).read_text(encoding="utf-8"), PATH)
    assert src.data["short"] == "Stiže za {{delivery_time}}."
    quiz = {"question": "Koliko dana?", "options": ["Jedan", "Dva"], "why": "Tako je.", "right": "2"}
    assert src.data["posts"] == {"tip": "Naručite ranije.", "quiz": quiz, "checklist": ["Pogledajte", "Pitajte"]}
    assert src.body == (
        "Traje {{ delivery_time }}.\n\n- Jedan, vidi [cijenu](entry:cost).\n- Dva.\n\n## Gdje je? {#where}\n\n"
        "```\n# kod\n\nje jedan\n```"
    )
    library, problems = load(root)
    assert library is not None
    assert library.standing["time", "hr"].standing == "fresh"
    assert [p.code for p in problems if "hr" in p.place.path] == []
    again = exported(root)
    assert re.findall('^msg.*|^".*', again, re.MULTILINE) == re.findall('^msg.*|^".*', po_of(text), re.MULTILINE)
    before = (root / PATH).read_bytes()
    assert imported(root, again) == []
    assert (root / PATH).read_bytes() == before


def po_of(text: str) -> str:
    """The same messages as our writer lays them out."""
    messages, headers, _ = po.read(text.encode(), "x.po")
    names = re.findall(r'^"([\w-]+): ', text, re.MULTILINE)
    return po.write(messages, [(name, headers[name.lower()]) for name in names]).decode()


def test_a_translation_that_is_there_keeps_what_the_file_does_not_know(root: Path) -> None:
    write({PATH: HR.encode()}, root)
    text = exported(root)
    assert text.count("#, fuzzy") == 6  # nobody said from which text it was made
    assert imported(root, text) == []
    assert (root / PATH).read_text(encoding="utf-8") == HR
    settled = text.replace("#, fuzzy\n", "").replace('"Koliko traje dostava?"', '"Koliko dugo traje dostava?"')
    assert imported(root, settled) == []
    made = (root / PATH).read_text(encoding="utf-8")
    assert re.sub(r"source: \w{12}\n", "", made) == HR.replace("Koliko traje", "Koliko dugo traje")
    assert "source: " in made


def test_what_people_changed_meanwhile_is_kept(root: Path) -> None:
    write({PATH: HR.encode()}, root)
    text = exported(root).replace("#, fuzzy\n", "").replace('"Koliko traje dostava?"', '"Koliko dugo?"')
    changed = HR.replace("Dva.", "Dva ili tri.")
    write({PATH: changed.encode()}, root)
    kept = "AA605 kept: the translation was changed since the PO file was exported"
    assert imported(root, text) == [f"{PATH}:1:1 {kept}"]
    assert (root / PATH).read_text(encoding="utf-8") == changed


def test_fuzzy_is_taken_as_made_from_another_text(root: Path) -> None:
    text = whole(exported(root)).replace('msgctxt "time/short"', '#, fuzzy\nmsgctxt "time/short"')
    assert imported(root, text) == []
    library, _ = load(root)
    assert library is not None
    assert library.standing["time", "hr"].standing == "ungraded"


def test_untranslated_and_obsolete_messages_are_left_out(root: Path) -> None:
    half = translated(exported(root), {"How long does delivery take?": "Koliko traje dostava?"})
    half += '\n#~ msgctxt "old/question"\n#~ msgid "Old?"\n#~ msgstr "Staro?"\n#~| msgid "Older?"\n'
    assert imported(root, exported(root)) == []
    (told,) = imported(root, half)
    assert told.endswith("AA603 not imported: translations of entries that are not translated wholly: time")
    assert not (root / PATH).exists()


def test_parts_of_a_quiz_are_no_quiz(root: Path) -> None:
    text = (
        whole(exported(root))
        .replace('msgstr "Tako je."', 'msgstr ""')
        .replace('msgstr "Naručite ranije."', 'msgstr ""')
    )
    assert imported(root, text) == []
    src, _ = read_markdown((root / PATH).read_text(encoding="utf-8"), PATH)
    assert src.data["posts"] == {"checklist": ["Pogledajte", "Pitajte"]}


@pytest.mark.parametrize(
    ("text", "translation", "fault"),
    [
        ("In {{ time }}.", "Za {{time}}.", ""),
        ("In {{ time }}.", "Za dva dana.", "lacks {{ time }}"),
        ("In two days.", "Za {{ time }}.", "has {{ time }}, which the source has not"),
        ("Plain.", "{% for x in y %}", "has {% for x in y %}, which the source has not"),
        ("See [it](entry:cost#a).", "Vidi [to](entry:cost).", "lacks entry:cost#a"),
        ("See [it](https://a.test/en).", "Vidi [to](https://a.test/hr).", ""),
        ("See [it](https://a.test/en).", "Vidi to.", "lacks a link to https://a.test/en"),
        ("## Head {#id}", "## Glava", "lacks the heading's id {#id}"),
        ("See [it](page:contact).", "[To](page:contact) i [x](javascript:alert)", "has a link to 'javascript:alert'"),
    ],
)
def test_facts_links_and_ids_survive(text: str, translation: str, fault: str) -> None:
    assert missing(text, translation) == fault


def test_a_translation_that_loses_a_fact_is_not_taken(root: Path) -> None:
    text = whole(exported(root)).replace('msgstr "Traje {{ delivery_time }}."', 'msgstr "Traje dva dana."')
    lost, left = imported(root, text)
    assert lost.endswith(
        "AA619 not taken: the translation of 'It takes {{ delivery_time }}.' lacks {{ delivery_time }}"
    )
    assert left.endswith("AA603 not imported: translations of entries that are not translated wholly: time")
    assert not (root / PATH).exists()


def test_a_file_exported_before_the_source_changed_is_told(root: Path) -> None:
    text = whole(exported(root))
    write({"faq/delivery/time.en.md": SOURCE.replace("It takes", "It always takes").encode()}, root)
    (stale,) = imported(root, text)
    assert stale.endswith("AA618 'time' has changed since it was exported: taken as a translation of the older text")
    library, _ = load(root)
    assert library is not None
    assert library.standing["time", "hr"].standing == "ungraded"
    assert imported(root, text) == []


def test_what_was_translated_before_from_the_same_words_needs_no_look(root: Path) -> None:
    delivered = whole(exported(root))
    imported(root, delivered)
    changed = SOURCE.replace("## Where", "A new paragraph.\n\n## Where").replace("It takes", "It always takes")
    write({"faq/delivery/time.en.md": changed.encode()}, root)
    plain, better = exported(root), exported(root, before=delivered)
    assert '"time/whole-answer"' in plain
    assert "fuzzy" not in better
    assert 'msgid "It always takes {{ delivery_time }}."\nmsgstr ""' in better
    assert 'msgid "## Where is it? {#where}"\nmsgstr "## Gdje je? {#where}"' in better


def test_an_answer_with_other_paragraphs_is_one_message(root: Path) -> None:
    write({PATH: HR.replace("Traje {{ delivery_time }}.", "Traje {{ delivery_time }}.\n\nI još nešto.").encode()}, root)
    text = exported(root)
    assert "time/whole-answer" in text
    assert '"time/answer"' not in text
    assert imported(root, text.replace("#, fuzzy\n", "")) == []
    assert "source:" in (root / PATH).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('msgid "a"\nmsgstr "b"\nnonsense', "x.po:3:1 AA600 not a PO file from here on: nonsense"),
        ('msgid "a"\nmsgstr[x] "b"', "x.po:1:1 AA600 this is not a PO file"),
        ('msgstr "b"', ""),
        ('msgctxt "a"\n"b"', ""),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[99] "d"', "x.po:1:1 AA600 not a PO file from here on: "),
        ("\ufeff" + 'msgid ""\nmsgstr "Plural-Forms: nplurals=x;\\nContent-Type: text/plain; charset=nonsense\\n"', ""),
    ],
)
def test_what_is_no_po_file_is_told(text: str, told: str) -> None:
    _, _, problems = po.read(text.encode(), "x.po")
    assert [f"{problem.place} {problem.code} {problem.message}" for problem in problems] == [told][: bool(told)]


@given(
    st.lists(
        st.sampled_from(
            ['msgid "', "msgstr ", 'msgctxt "a/question"\n', '"\n', "#", "~", ",", " fuzzy\n", "[0]", "\\", "x"]
        )
    )
)
def test_any_text_is_read_as_po(parts: list[str]) -> None:
    po.read("".join(parts).encode(), "x.po")


def test_the_language_is_that_of_the_header_or_the_name(root: Path) -> None:
    text = whole(exported(root)).replace("Language: hr", "Language: hr_HR")
    assert imported(root, text) == []
    unknown = text.replace("Language: hr_HR", "Language: de")
    assert imported(root, unknown) == ["faq.hr.po:1:1 AA600 this PO file is in 'de'"]
    assert imported(root, text.replace("hr_HR", "sr@latin"))[0].endswith("this PO file is in 'sr@latin'")
    assert imported(root, text.replace("Language: hr_HR", "Language: "), name="x.hr.po") == []
    assert imported(root, unknown, lang="hr") == []


def test_serbian_in_latin_letters_is_named_as_gettext_names_it() -> None:
    assert gettext("sr-Latn") == "sr@latin"
    assert gettext("pt-BR") == "pt_BR"


def test_titles_of_topics_are_translated_too(root: Path) -> None:
    path = "faq/delivery/_topic.yml"
    write({path: b"title: {en: Delivery}  # short\n"}, root)
    text = exported(root).replace('msgid "Delivery"\nmsgstr ""', 'msgid "Delivery"\nmsgstr "Dostava"')
    assert imported(root, text) == []
    assert (root / path).read_text(encoding="utf-8") == "title: {en: Delivery, hr: Dostava}  # short\n"
    assert exported(root) == text
    other = text.replace('"Dostava"', '"Isporuka"')
    assert imported(root, other) == [
        f"{path}:1:27 AA605 kept: the title in 'hr' is 'Dostava', in the source 'Isporuka'"
    ]
    write({path: b"title: {en: Parcels}\n"}, root)
    assert imported(root, text) == []


def test_translations_of_what_is_gone_are_told_once(root: Path) -> None:
    text = whole(exported(root)).replace('"time/', '"gone/')
    assert [line.partition(" ")[2] for line in imported(root, text)] == [
        "AA607 not imported: translations of no entry in 'en': gone"
    ]


@given(st.text(alphabet="ab \n`#-", max_size=40))
def test_pieces_of_a_text_are_all_of_it(body: str) -> None:
    assert "".join("".join(block.text for block in blocks(body)).split()) == "".join(body.split())
    again = "\n\n".join(block.text for block in blocks(body))
    assert [block.text for block in blocks(again)] == [block.text for block in blocks(body)]
