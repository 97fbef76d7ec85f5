"""Folders of MkDocs and Docusaurus as people have them: sections, languages, links, and what no entry can hold."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.importers.imported import Imported
from generator.content.importers.reading import read_folder


def read(files: Mapping[str, str], form: str = "") -> tuple[dict[tuple[str, str], Imported], list[str]]:
    tree = {path: text.encode() for path, text in files.items()}
    found, problems = read_folder(tree, "site", lang="en", form=form)
    return {(entry.id, entry.lang): entry for entry in found}, [f"{p.place} {p.code} {p.message}" for p in problems]


MKDOCS = """\
site_name: Help
site_url: https://help.test/docs/
theme: !ENV [THEME, material]
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: en, default: true, name: English}
        - {locale: hr, name: Hrvatski, nav_translations: {Sending: Slanje}}
nav:
  - index.md
  - Sending:
      - Second by title: delivery/cost.md
      - delivery/time.md
"""


def test_sections_order_and_languages_of_mkdocs() -> None:
    found, said = read(
        {
            "mkdocs.yml": MKDOCS,
            "docs/index.md": "# Home\n\n- [Time](delivery/time.md)\n",
            "docs/delivery/time.md": "---\ndescription: Two days.\ntags: [speed]\nowner: x\n---\n"
            "# How *long*?\n\nTwo days.\n",
            "docs/delivery/time.hr.md": "# Koliko?\n\nDva dana, [cijena](cost.md).\n",
            "docs/delivery/cost.md": "Four euros: [how long](time.md#abroad), [so](../time/), [pdf](a.pdf).\n",
            "docs/notes/release.v1.md": "# Notes\n\nNew.\n",
        }
    )
    time, hr, cost = found["time", "en"], found["time", "hr"], found["cost", "en"]
    assert (time.question, time.answer.strip(), time.short, time.tags) == (
        "How long?",
        "Two days.",
        "Two days.",
        ("speed",),
    )
    assert (time.category, time.category_id, hr.category) == ("Sending", "delivery", "Slanje")
    assert (next(iter(found)), cost.order, time.order) == (("cost", "en"), 1, 2)
    assert (cost.question, cost.answer.strip()) == (
        "Second by title",
        "Four euros: [how long](entry:time#abroad), [so](entry:time), [pdf](a.pdf).",
    )
    assert (hr.answer.strip(), hr.old_address) == ("Dva dana, [cijena](entry:cost).", "/docs/hr/delivery/time/")
    assert ("release.v1", "en") in found
    assert said == [
        "docs/index.md:1:1 AA614 not imported: the page only links to others",
        "docs/delivery/cost.md:1:1 AA614 not taken over as it was: a link to 'a.pdf', which is no page of it",
        "docs/delivery/time.md:1:1 AA602 not taken over: front matter 'owner'",
    ]


def test_a_folder_a_language_is_read_too_and_files_of_one_name_get_ids_of_their_own() -> None:
    config = "site_name: x\nplugins: [{i18n: {docs_structure: folder, languages: [{locale: en}, {locale: sl}]}}]\n"
    found, _ = read(
        {
            "mkdocs.yml": config,
            **{f"docs/en/{topic}/cost.md": "# Cost?\n\nFour.\n" for topic in ("delivery", "gifts")},
            "docs/sl/gifts/cost.md": "# Cena?\n\nŠtiri.\n",
            "docs/en/gifts/index.md": "# Gifts?\n\nYes: [cost](cost.md).\n",
        }
    )
    assert sorted(found) == [("delivery-cost", "en"), ("gifts", "en"), ("gifts-cost", "en"), ("gifts-cost", "sl")]
    assert "[cost](entry:gifts-cost)" in found["gifts", "en"].answer
    assert found["gifts", "en"].old_address == "", "nobody knows where it was published"


def test_boxes_of_material_stay_and_are_unfolded() -> None:
    body = '!!! tip "Try"\n    Do it.\n\n??? note\n    Now.\n\n`??? x`\n'
    found, said = read({"mkdocs.yml": "site_name: x\n", "docs/a.md": f"# A?\n\n{body}"})
    assert found["a", "en"].answer.strip() == body.replace("??? note", "!!! note").strip()
    assert said == ["docs/a.md:1:1 AA614 not taken over as it was: that '??? note' is folded"]


CONFIG = "export default {\n  url: 'https://help.test',\n  baseUrl: '/kb/',\n};\n"
CURRENT = "i18n/hr/docusaurus-plugin-content-docs/current"


def test_categories_positions_and_languages_of_docusaurus() -> None:
    found, said = read(
        {
            "docusaurus.config.js": CONFIG,
            "docs/02-delivery/_category_.json": json.dumps({"label": "Delivery", "position": 2}),
            "docs/02-delivery/time.mdx": "---\ntitle: How long?\nsidebar_position: 3\ntags: [{label: Speed}, x]\n---\n"
            "import Box from '@site/Box';\n\n:::tip[Note]\nTwo days.\n:::\n\nSee [cost](./01-cost.md).\n",
            "docs/02-delivery/01-cost.md": "---\nslug: /price\n---\n\n# What does it cost?\n\n"
            "`import x from y` [t](/kb/docs/delivery/time)\n",
            "docs/1-start/2024-01-news.md": "# News?\n\nNone.\n",
            "docs/_part.md": "# Part\n\nx\n",
            "blog/a.md": "# Blog\n\nx\n",
            f"{CURRENT}/02-delivery/time.mdx": "---\ntitle: Koliko?\n---\nDva dana.\n",
            f"{CURRENT}.json": json.dumps({"sidebar.x.category.Delivery": {"message": "Dostava"}, "y": 7}),
        }
    )
    assert [*found] == [("2024-01-news", "en"), ("cost", "en"), ("time", "en"), ("time", "hr")]
    time, hr, cost = found["time", "en"], found["time", "hr"], found["cost", "en"]
    assert (time.order, time.tags, time.category, time.category_id) == (3, ("Speed", "x"), "Delivery", "delivery")
    assert time.answer.strip() == '!!! tip "Note"\n    Two days.\n\nSee [cost](entry:cost).'
    assert (hr.category, hr.category_id, hr.old_address) == ("Dostava", "delivery", "/kb/hr/docs/delivery/time")
    assert (cost.order, cost.question, cost.old_address) == (1, "What does it cost?", "/kb/docs/price")
    assert cost.answer.strip() == "`import x from y` [t](entry:time)"
    assert said == ["docs/02-delivery/time.mdx:1:1 AA614 not taken over as it was: 'import Box from '@site/Box';'"]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"mkdocs.yml": "- a"}, "mkdocs.yml:1:1 AA600 no pages in the folder"),
        ({"docusaurus.config.js": ""}, "docs:1:1 AA600 no pages in the folder"),
        ({"mkdocs.yml": "nav: {a: [b]}", "docs/a.md": "---\na: [\n---\nx"}, "docs/a.md:"),
        (
            {"mkdocs.yml": "plugins: [7, {i18n: 7}]\nnav: [7, {a: 7}]", "docs/a.md": "---\ntitle: [x]\n---\n"},
            "docs/a.md:1:1 AA614",
        ),
        (
            {"docs/_category_.json": "[" * 9000, "docs/a.md": "---\nsidebar_position: nan\n---\nx"},
            "docs/a.md:1:1 AA614",
        ),
        ({"docs/_category_.json": '{"label": 7, "position": 1e999}', "docs/a.md": "# A\n\nx"}, ""),
    ],
)
def test_odd_folders_are_told(files: Mapping[str, str], told: str) -> None:
    _, said = read(files)
    assert bool(said) is bool(told)
    assert not told or said[0].startswith(told)


_TEXT = st.sampled_from(
    ["---\n", "title: x\n", "# ", "::: \n", "!!! x\n    y", "[a](b.md)", "[a](", "`", "import x\n", "\0"]
)


@given(st.lists(_TEXT | st.text(max_size=4)).map("".join), st.sampled_from(["mkdocs", "docusaurus"]))
def test_reading_never_raises(text: str, form: str) -> None:
    tree = {f"docs/{name}": text.encode("utf-8", "replace") for name in ("a.md", "b/c.hr.md", "_category_.json")}
    read_folder({**tree, "mkdocs.yml": text.encode("utf-8", "replace")}, "x", lang="en", form=form)
