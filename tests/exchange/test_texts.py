"""Pages and scripts say no more than somebody wrote, in the language they are in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.content.importers.reading import read
from tests.exchange.conftest import ROWS, exported


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
    assert b"table { display: block; overflow-x: auto }" in tree["faq.hr.html"]  # a wide one would widen a phone's page
    assert "<summary>Koliko „traje” #</summary>" in tree["faq.hr.html"].decode()
