"""What goes out as a page, a script, Markdown or a table comes in again as it was."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import files
from generator.build import exchanging
from generator.build.project import read_project
from generator.content.data import read_all
from generator.content.importers.addresses import followed
from generator.content.importers.imported import Imported
from generator.content.importers.reading import read, read_folder
from generator.content.importers.writing import to_files
from generator.content.schema.exchange import ExchangeFile
from generator.problems import Place, Problem

DATA = Path(os.environ.get("REAL_FAQS", Path(__file__).parents[3] / "shared/data"))
FORMATS = ("csv", "html", "jsonld", "markdown")
SPECS = read_all(ExchangeFile, "exchange")[0]
BODY = """\
Parcels take **two days**; see [the prices](https://other.example/a_%28b%29?c=1&d=2).

| Country | Price |
| --- | ---: |
| Croatia | 4 \\| 5 € |
| Serbia | `a|b` |

## Where *is* it? {#where}

1. Open the e-mail.
2. Click on the link:
    - in the morning,
    - or at noon.

### Deeper

> Quoted, with `code` and a\\*star.

```python
print("# no heading")
```

Line one\x20\x20
line two with H<sub>2</sub>O & 1 &lt; 2.

---

The end."""
PLACE = Place("faq.json")
ROWS = (
    Imported(
        id="delivery-time", lang="en", category="Delivery & returns", category_id="delivery", order=3,
        question="How long does `it` *really* take, [in](days) & C#?", short="Two <days> & *no* more.", answer=BODY,
        also_asked=("When is it here?", "How fast, really?"), tags=("parcels", "time"), place=PLACE,
    ),
    Imported(
        id="delivery-time", lang="hr", category="Dostava", category_id="delivery",
        question="Koliko „traje” #", answer="Dva dana – ne više.", place=PLACE,
    ),
    Imported(
        id="cost", lang="en", category="Delivery & returns", category_id="delivery", question="What does it cost?",
        answer="## First {#first}\n\n- Nothing, as [that](entry:delivery-time#where).", place=PLACE,
    ),
    Imported(
        id="gifts", lang="en", category="Gifts", category_id="gifts", question="Do you wrap?", answer="Yes.",
        place=PLACE,
    ),
)  # fmt: skip
SITE = "site_url: https://faq.example.org/\n"


def exported(rows: Sequence[Imported], name: str, root: Path) -> dict[str, bytes]:
    """The files of one format, of a project that the rows were imported into."""
    languages = sorted({row.lang for row in rows}, key=lambda lang: (lang != "en", lang))
    tree, _ = to_files(rows, {}, languages=frozenset(languages), source="en")
    settings = f"name: Example\nlanguages: [{', '.join(languages)}]\nteams:\n  support: {{name: {{en: Care}}}}\n"
    whole = {f"faq/{path}": content for path, content in tree.items()}
    files.write({**whole, "mkdocs.yml": SITE.encode(), "faq/faq.yml": settings.encode()}, root)
    project, _ = read_project(root)
    assert project is not None
    made, _ = exchanging.for_system(project, name, SPECS[name])
    return {path.partition("/")[2]: content or b"" for path, content in made.files.items()}


def home(rows: Iterable[Imported]) -> list[Imported]:
    """Entries as they will be written: links among them lead to entries."""
    by_id: dict[str, dict[str, Imported]] = {}
    for row in rows:
        by_id.setdefault(row.id, {})[row.lang] = row
    return [row for of_id in followed(by_id).values() for row in of_id.values()]


def known(rows: Iterable[Imported], name: str) -> list[dict[str, Any]]:
    """What the format holds of the rows, in one order."""
    holds = SPECS[name].holds
    fields = {"order": "order", "short": "short", "also_asked": "also_asked", "tags": "tags", "outdated": "outdated"}
    kept = (
        "id",
        "lang",
        "category",
        "category_id",
        "question",
        "answer",
        *(v for k, v in fields.items() if k in holds),
    )
    return sorted(({key: getattr(row, key) for key in kept} for row in rows), key=lambda r: (r["id"], r["lang"]))


def told(found: Iterable[Problem]) -> set[str]:
    return {problem.code for problem in found}


@pytest.mark.parametrize("name", FORMATS)
def test_import_of_an_export_is_what_was_imported(name: str, tmp_path: Path) -> None:
    tree = exported(ROWS, name, tmp_path)
    again, problems = read_folder(tree, "exports", lang="en")
    wanted = known(ROWS, name)
    if "order" in SPECS[name].holds:  # a translation has the order of its source
        wanted[2]["order"] = 3
    if "tags" in SPECS[name].holds:
        wanted[2]["tags"] = ("parcels", "time")
    assert known(home(again), name) == wanted
    assert told(problems) == set()


@pytest.mark.skipif(not DATA.is_dir(), reason="the real FAQs are not part of the project")
@pytest.mark.parametrize("faq", ["scratch-faq", "bitcoin-faq", "letsencrypt-faq"])
@pytest.mark.parametrize("name", FORMATS)
def test_real_faqs_go_out_and_come_in(name: str, faq: str, tmp_path: Path) -> None:
    rows, _ = read((DATA / faq / "faq.json").read_bytes(), "faq.json", lang="en")
    rows = [row for row in rows if row.lang in {"en", "hr"}]
    first, _ = read_folder(exported(rows, name, tmp_path / "one"), "exports", lang="en")
    second, _ = read_folder(exported(first, name, tmp_path / "two"), "exports", lang="en")
    assert sorted((row.id, row.lang) for row in first) == sorted((row.id, row.lang) for row in rows)
    assert known(second, name) == known(first, name)


def test_what_nobody_wrote_is_not_invented(tmp_path: Path) -> None:
    row = replace(ROWS[3], answer="## No id\n\nYes.")
    (page,) = exported([row], "html", tmp_path).values()
    assert b"<h3>No id</h3>" in page


def test_an_answer_cannot_end_the_script_it_stands_in(tmp_path: Path) -> None:
    row = replace(ROWS[3], question="</script><script>alert(1)</script>", answer="`</script>` &lt;!-- x")
    (page,) = exported([row], "jsonld", tmp_path).values()
    assert page.count(b"<script") == page.count(b"</script>") == 1
    again, _ = read(page, "faq.en.html", lang="en")
    assert (again[0].question, again[0].answer) == (row.question, "`</script>` &lt;!-- x")


def test_a_page_says_its_language_and_title(tmp_path: Path) -> None:
    tree = exported(ROWS, "html", tmp_path)
    assert sorted(tree) == ["faq.en.html", "faq.hr.html"]
    assert tree["faq.hr.html"].startswith(b'<!doctype html>\n<html lang="hr">')
    assert "<summary>Koliko „traje” #</summary>" in tree["faq.hr.html"].decode()
