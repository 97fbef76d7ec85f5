"""Ids are written into headings once, from the source's words, and are the same in all languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content.markup import headings
from generator.links.heading_ids import fix

Make = Callable[..., Any]
COST = "faq/delivery/cost.en.md"


def entry(body: str) -> str:
    return f"---\nquestion: What?\nshort: So.\n---\n{body}"


def fixed(bench: Make, body: str, source: str = "en", **translations: str) -> dict[str, str]:
    """Bodies by language, after the fix."""
    languages = [source, *(lang for lang in ("en", "hr", "sr") if lang != source)]
    made = bench({"faq/faq.yml": f"name: Example\nlanguages: [{', '.join(languages)}]\n"})
    for lang, text in {source: body, **translations}.items():
        made.write(f"faq/delivery/fees.{lang}.md", entry(text))
    assert made.mend(fix) == []
    again, problems = fix(made.live(), dict(made.texts))
    assert (again, problems) == ({}, []), "doing it twice changes nothing"
    return {
        lang: made.texts[f"faq/delivery/fees.{lang}.md"].partition("\n---\n")[2] for lang in (source, *translations)
    }


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("## Costs abroad", "## Costs abroad {#costs-abroad}"),
        ("## What *does* [it](entry:cost) cost?", "## What *does* [it](entry:cost) cost? {#what-does-it-cost}"),
        ("### Closed ###", "### Closed {#closed}"),
        (r"## In C\#", r"## In C\# {#in-c}"),
        ("## 2026", "## 2026 {#part-2026}"),
        ("## 東京", "## 東京 {#part}"),
        ("##", "## {#part}"),
        ("   ## Indented  ", "   ## Indented {#indented}"),
        ("## Has one {#mine}", "## Has one {#mine}"),
    ],
)
def test_an_id_is_made_of_the_words(heading: str, expected: str, bench: Make) -> None:
    assert fixed(bench, f"A.\n\n{heading}\n\nB.\n")["en"] == f"A.\n\n{expected}\n\nB.\n"


def test_cyrillic_becomes_letters_that_anyone_can_type(bench: Make) -> None:
    made = fixed(bench, "## Цена доставе у иностранство\n\n## Џеп и њива\n", source="sr")
    assert (
        made["sr"] == "## Цена доставе у иностранство {#cena-dostave-u-inostranstvo}\n\n## Џеп и њива {#dzep-i-njiva}\n"
    )


def test_the_same_words_twice_get_a_number_and_never_an_underscore(bench: Make) -> None:
    made = fixed(bench, "## Cost\n\n## Cost\n\n## Other {#cost-3}\n\n## Cost\n")
    assert made["en"] == "## Cost {#cost}\n\n## Cost {#cost-2}\n\n## Other {#cost-3}\n\n## Cost {#cost-4}\n"


def test_translations_with_the_same_headings_get_the_same_ids(bench: Make) -> None:
    made = fixed(bench, "## One\n\n### Two\n", hr="## Jedan\n\n### Dva ##\n", sr="## Један\n\n### Два\n")
    assert made["hr"] == "## Jedan {#one}\n\n### Dva {#two}\n"
    assert made["sr"] == "## Један {#one}\n\n### Два {#two}\n"


def test_an_id_that_a_translation_has_is_taken_over(bench: Make) -> None:
    made = fixed(bench, "## One\n\n## Two\n", hr="## Jedan\n\n## Dva {#drugi}\n")
    assert made["en"] == "## One {#one}\n\n## Two {#drugi}\n"


def test_a_translation_with_other_headings_is_left_to_its_author(bench: Make) -> None:
    made = fixed(bench, "## One\n\n### Two\n", hr="## Jedan\n")
    assert made["hr"] == "## Jedan\n"


def test_a_former_id_is_not_used_for_something_else(bench: Make) -> None:
    made = bench()
    made.write(COST, "---\nquestion: What?\nshort: So.\nmoved: {weight: delivery-time}\n---\n## Weight\n")
    made.mend(fix)
    assert made.texts[COST].endswith("## Weight {#weight-2}\n")


def test_code_is_no_heading(bench: Make) -> None:
    body = "```\n# no\n```\n\n    # no\n\n~~~sh\n# no\n~~~\n\n`a\n# no`\n"
    assert fixed(bench, body)["en"] == body


def test_pages_are_mended_too_and_files_from_windows_stay_so(bench: Make) -> None:
    made = bench()
    text = "\ufeff" + made.texts["docs/about.en.md"].replace("\n", "\r\n") + "\r\n## Our team\r\n\r\nUs.\r\n"
    made.write("docs/about.en.md", text)
    assert made.mend(fix) == []
    assert made.texts["docs/about.en.md"] == text.replace("## Our team", "## Our team {#our-team}")


_LINES = st.sampled_from(
    [
        "## Cost",
        "# Cost {#cost}",
        "### Цена",
        "##",
        "text",
        "",
        "```",
        "## Cost ##",
        "####### no",
        "#no",
        "> ## q",
        "## a\\#",
    ]
)


@given(st.lists(_LINES, max_size=10))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_only_ids_are_added(bench: Make, lines: list[str]) -> None:
    made = bench()
    body = "\n".join(["So.", *lines, ""])
    made.write(COST, entry(body))
    made.mend(fix)
    after = made.texts[COST].removeprefix(entry(""))
    assert len(after.split("\n")) == len(body.split("\n"))
    for old, new in zip(body.split("\n"), after.split("\n"), strict=True):
        assert new == old or new.startswith(old.rstrip("# ")), (old, new)
    ids = [id_ for id_, _ in headings(after)]
    assert "" not in ids
    assert len(set(ids)) >= len(ids) - max(0, lines.count("# Cost {#cost}") - 1)
