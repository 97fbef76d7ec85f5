"""Two libraries held against each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.content.comparing import Changes, EntryChange, Standing, TextChange, WordsChange, compare
from generator.content.translations import of_entry

Make = Callable[..., Any]
Change = Callable[..., Changes]
TEXT = "---\nquestion: {question}\nshort: Two days.\n{more}---\nWithin {{{{ window }}}}.\n"
FILES: Mapping[str, str] = {
    "faq/faq.yml": "name: Example\nlanguages: [en, hr]\nteams:\n  support: {name: {en: Customer care}}\n",
    "faq/facts.yml": "window: {days: 14}\nfee: {money: 3.90 EUR}\n",
    "faq/delivery/_topic.yml": "title: {en: Delivery, hr: Dostava}\n",
    "faq/delivery/delivery-time.en.md": TEXT.format(question="How long does it take?", more=""),
    "faq/delivery/delivery-time.hr.md": TEXT.format(question="Koliko traje?", more=""),
    "faq/replies/late.en.md": "---\ntitle: Late\nwhen: It is late\n---\nWithin {{ window }}.\n",
    "docs/about.en.md": "---\ntitle: About\ndescription: Who we are\n---\nReturns within {{ window.number }} days.\n",
}


@pytest.fixture
def changed(project: Make) -> Change:
    """What changes when files are written (None: deleted) over the small FAQ."""

    def change(files: Mapping[str, str | None], before: Mapping[str, str] | None = None) -> Changes:
        folder = project({**FILES, **(before or {})})
        old = folder.library()
        for path, text in files.items():
            if text is None:
                (folder.root / path).unlink()
            else:
                folder.write(path, text)
        return compare(old, folder.library())

    return change


def test_nothing_changed(changed: Change) -> None:
    assert changed({}) == Changes(entries=(), facts=(), texts=(), translations=())


def test_an_entry_is_told_by_language_and_part(changed: Change) -> None:
    text = TEXT.format(question="How long?", more="also_asked: [When?]\nposts: {tip: Ask us.}\nowner: support\n")
    found = changed({"faq/delivery/delivery-time.en.md": text, "faq/delivery/delivery-time.hr.md": None})
    assert found.entries == (
        EntryChange(
            id="delivery-time",
            kind="changed",
            question="How long?",
            asked="How long does it take?",
            words=(
                WordsChange(lang="en", kind="changed", parts=("question", "also_asked", "posts")),
                WordsChange(lang="hr", kind="removed"),
            ),
            keys=("owner",),
        ),
    )
    assert found.translations == (Standing("delivery-time", "hr", "unknown", "missing"),)


def test_a_new_entry_waits_for_its_translation(changed: Change) -> None:
    found = changed({"faq/delivery/parcel.en.md": TEXT.format(question="Where is it?", more="")})
    words = (WordsChange(lang="en", kind="added"),)
    assert found.entries == (EntryChange(id="parcel", kind="added", question="Where is it?", words=words),)
    assert found.translations == (Standing("parcel", "hr", "", "missing"),)


def test_a_removed_entry_keeps_its_question(changed: Change) -> None:
    (one,) = changed({path: None for path in FILES if "delivery-time" in path}).entries
    assert (one.id, one.kind, one.question) == ("delivery-time", "removed", "How long does it take?")


def test_a_renamed_entry_is_no_other_one(changed: Change) -> None:
    renamed = {
        "faq/delivery/duration.en.md": TEXT.format(question="How long?", more="aliases: [delivery-time]\n"),
        "faq/delivery/duration.hr.md": TEXT.format(question="Koliko traje?", more=""),
    }
    found = changed({**{path: None for path in FILES if "delivery-time" in path}, **renamed})
    words = (WordsChange(lang="en", kind="changed", parts=("question",)),)
    assert found.entries == (
        EntryChange(
            id="duration",
            kind="renamed",
            question="How long?",
            asked="How long does it take?",
            was="delivery-time",
            words=words,
            keys=("aliases",),
        ),
    )
    assert found.translations == ()


def test_a_fact_is_one_change_and_names_who_says_it(changed: Change) -> None:
    found = changed({"faq/facts.yml": "window: {days: 30}\nfee: {money: 3.90 EUR}\n"})
    assert (found.entries, found.texts, found.translations) == ((), (), ())
    (fact,) = found.facts
    values = [(lang, old.replace("\xa0", " "), new.replace("\xa0", " ")) for lang, old, new in fact.values]
    assert (fact.name, fact.kind) == ("window", "changed")
    assert values == [("en", "14 days", "30 days"), ("hr", "14 dana", "30 dana")]
    assert (fact.entries, fact.pages, fact.replies) == (("delivery-time",), ("about",), ("late",))


def test_facts_come_and_go_and_differ_in_one_market(changed: Change) -> None:
    found = changed({"faq/facts.yml": "window: {days: 14, hr: 10}\nweight: {range: [1, 2], unit: kg}\n"})
    assert [(fact.name, fact.kind, [value[0] for value in fact.values]) for fact in found.facts] == [
        ("fee", "removed", ["en", "hr"]),
        ("weight", "added", ["en", "hr"]),
        ("window", "changed", ["hr"]),
    ]


def test_pages_replies_and_topics(changed: Change) -> None:
    found = changed(
        {
            "docs/about.en.md": FILES["docs/about.en.md"].replace("Returns", "Exchanges"),
            "faq/replies/late.en.md": None,
            "faq/delivery/_topic.yml": "title: {en: Delivery, hr: Isporuka}\n",
        }
    )
    assert found.texts == (
        TextChange(what="page", name="about", kind="changed", languages=("en",)),
        TextChange(what="reply", name="late", kind="removed", languages=("en",)),
        TextChange(what="topic", name="delivery", kind="changed", languages=("hr",)),
    )


def test_a_translation_falls_behind_and_catches_up(project: Make) -> None:
    folder = project(FILES)
    old = folder.library()
    made_from = f"source: {of_entry(old.by_id['delivery-time']['en'])}\n"
    folder.write("faq/delivery/delivery-time.hr.md", TEXT.format(question="Koliko traje?", more=made_from))
    fresh = folder.library()
    folder.write("faq/delivery/delivery-time.en.md", TEXT.format(question="How many days?", more=""))
    behind = folder.library()
    assert compare(old, fresh).translations == (), "it was not known to be behind"
    assert compare(fresh, behind).translations == (Standing("delivery-time", "hr", "fresh", "ungraded"),)
    (back,) = compare(behind, fresh).translations
    assert (back, back.is_worse) == (Standing("delivery-time", "hr", "ungraded", "fresh"), False)


def test_serbian_is_told_once_for_both_scripts(changed: Change) -> None:
    both = {
        "faq/faq.yml": FILES["faq/faq.yml"].replace("[en, hr]", "[en, sr]"),
        "faq/delivery/_topic.yml": "title: {en: Delivery}\n",
        "faq/delivery/delivery-time.hr.md": "",
    }
    written = {"faq/delivery/delivery-time.sr.md": TEXT.format(question="Колико траје?", more="")}
    (one,) = changed(written, both).entries
    assert one.words == (WordsChange(lang="sr", kind="added"),)


def test_what_cannot_be_read_is_not_called_removed(changed: Change) -> None:
    found = changed({"faq/delivery/delivery-time.en.md": "no front matter", "docs/about.en.md": "none either"})
    assert found == Changes(entries=(), facts=(), texts=(), translations=())
