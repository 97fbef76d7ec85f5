"""Pictures lie below docs/; whether they are there must not depend on the engine."""

import dataclasses

import pytest

from generator.content.library import Library, Page
from generator.site.illustrations import missing
from generator.site.shape import Shape


def with_body(shape: Shape, body: str) -> Shape:
    library = shape.library
    entry = dataclasses.replace(library.by_id["cost"]["en"], body=body, body_line=5)
    page = Page(name="how", lang="en", title="How", description="", body=body, path="docs/how.en.md", body_line=3)
    told = Library.of([entry], settings=library.settings, languages=library.languages, topics=[], pages=[page])
    return dataclasses.replace(shape, library=told)


@pytest.mark.parametrize("target", ["/counter.png", "/img/a%20b.png", "https://x.example/a.png", "//x.example/a.png"])
def test_pictures_of_docs_are_there_and_those_of_others_are_another_matter(shape: Shape, target: str) -> None:
    assert list(missing(with_body(shape, f"See ![it]({target})."), {"counter.png", "img/a b.png"})) == []


def test_relative_ones_are_seen_from_the_page(shape: Shape) -> None:
    told = with_body(shape, "![it](../counter.png)")
    assert [p.place.path for p in missing(told, {"counter.png"})] == ["faq/delivery/cost.en.md"]
    assert [p.place.path for p in missing(told, {"q/counter.png"})] == ["docs/how.en.md"]


def test_a_missing_one_is_told_at_its_place_and_code_is_no_picture(shape: Shape) -> None:
    told = with_body(shape, "`![it](/no.png)`\n\nSee ![it](/gone.png).")
    assert [str(p).splitlines()[0] for p in missing(told, {})] == [
        "faq/delivery/cost.en.md:7:9: error AA126 the picture '/gone.png' is not there",
        "docs/how.en.md:5:9: error AA126 the picture '/gone.png' is not there",
    ]


def test_pages_of_every_language_find_them(shape: Shape) -> None:
    assert shape.markdown("![it](/img/a.png) `![x](/y.png)`", "hr", "hr/q/time/") == (
        "![it](../../img/a.png) `![x](/y.png)`"
    )
