"""What a format holds comes back: imported, exported and imported again, the files of faq/ are the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from generator.build.project import Project
from generator.content.importers.reading import read_folder
from generator.exchange import WRITERS
from generator.files import Tree
from generator.site import visible
from tests.exchange.conftest import ROWS, SOURCES, SPECS, RoundTrip, brought_in, held, sent_out

Real = Callable[[str], tuple[Tree, Project]]

WITHOUT_IDS = ("phpmyfaq", "phpmyfaq_csv")
"""Ids come from the questions again; the table does not know either which questions are one in two languages."""
FORMATS = tuple(name for name in WRITERS if name not in WITHOUT_IDS)
NOTES = {"mkdocs": {"AA614"}, "docusaurus": {"AA614"}}
"""Their first page only links to the others, so it is no question."""
_LOOSE = re.compile(r"<li>\s*<p>(.*?)</p>\s*", re.DOTALL)
_PICTURE = re.compile(r'<img alt="([^"]*)" />')


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_exported_is_imported_again(name: str, round_trip: RoundTrip) -> None:
    before, after = round_trip(name, codes=NOTES.get(name, ()))
    assert after == before
    assert "[that](entry:delivery-time#where)" in before["delivery/cost.en.md"]


def test_phpmyfaq_gives_ids_of_questions(round_trip: RoundTrip) -> None:
    named = {
        "delivery-time": "how-long-does-it-really-take-in-days-c",
        "cost": "what-does-it-cost",
        "gifts": "do-you-wrap",
    }
    topics = {"delivery": "delivery-returns", "gifts": "gifts"}
    rows = [replace(row, id=named[row.id], category_id=topics[row.category_id]) for row in ROWS]
    rows[2] = replace(rows[2], answer=rows[2].answer.replace("delivery-time", named["delivery-time"]))
    before, after = round_trip("phpmyfaq", rows)
    assert after == before


@pytest.mark.parametrize("faq", [*SOURCES])
@pytest.mark.parametrize("name", [*FORMATS, "phpmyfaq"])
def test_real_faqs_come_back_as_they_were(name: str, faq: str, real: Real) -> None:
    tree, project = real(faq)
    found, _ = read_folder(sent_out(project, name), "exports", lang="en")
    again = brought_in(found, SOURCES[faq])
    if SPECS[name].html:
        assert _shown(again, name) == _shown(tree, name)
    else:
        assert held(again, name) == held(tree, name)


def _shown(tree: Mapping[str, bytes], name: str) -> Counter[tuple[str, str, str]]:
    """Each answer as the site shows it: HTML does not know in which of its ways Markdown said something.

    Nor which lists had empty lines between their items, and pictures go out as their words.
    """
    found: Counter[tuple[str, str, str]] = Counter()
    for path, content in held(tree, name).items():
        matter, mark, body = content.partition("\n---\n")
        html = _PICTURE.sub(r"\1", _LOOSE.sub(r"<li>\1", visible.html(body))) if mark else ""
        place = path.split(".")[-2] if name in WITHOUT_IDS else path
        if mark or name not in WITHOUT_IDS:
            said = re.sub(r"^source:.*\n", "", f"{matter}\n", flags=re.MULTILINE)  # made of the source's Markdown
            found[place, said, " ".join(html.split())] += 1
    return found
