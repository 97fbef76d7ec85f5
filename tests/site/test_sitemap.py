"""The index and the files of each language are what sitemaps.org's schemas allow, and name real pages only."""

import dataclasses
import re
import xml.etree.ElementTree as ET

import pytest

from generator.content.library import Library
from generator.site.dates import Dates
from generator.site.shape import Shape
from generator.site.sitemap import MOST_ADDRESSES, MOST_BYTES, sitemaps

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
BASE = "https://faq.example.org/help/"


@pytest.fixture(scope="module")
def files(shape: Shape) -> dict[str, bytes]:
    return sitemaps(shape)


def locations(content: bytes) -> list[str]:
    return [str(node.text) for node in ET.fromstring(content).iter(f"{SITEMAP}loc")]


def test_the_index_names_a_file_for_each_language(files: dict[str, bytes]) -> None:
    names = ["sitemap-en.xml", "sitemap-hr.xml", "sitemap-sr.xml", "sitemap-sr-Latn.xml"]
    root = ET.fromstring(files["sitemap.xml"])
    assert root.tag == f"{SITEMAP}sitemapindex"
    assert {child.tag for child in root} == {f"{SITEMAP}sitemap"}
    assert locations(files["sitemap.xml"]) == [BASE + name for name in names]
    assert set(files) == {"sitemap.xml", *names}


def test_each_file_has_the_structure_of_the_schema(files: dict[str, bytes]) -> None:
    order = [f"{SITEMAP}loc", f"{SITEMAP}lastmod"]
    for name in set(files) - {"sitemap.xml"}:
        root = ET.fromstring(files[name])
        assert root.tag == f"{SITEMAP}urlset"
        for url in root:
            assert url.tag == f"{SITEMAP}url"
            own = [child.tag for child in url if child.tag.startswith(SITEMAP)]
            assert own in (order, order[:1])
            assert {child.tag for child in url} - set(own) <= {f"{XHTML}link"}
            for link in url.iter(f"{XHTML}link"):
                assert set(link.attrib) == {"rel", "hreflang", "href"}
        assert len(locations(files[name])) == len(set(locations(files[name])))


def test_a_page_names_all_its_translations_and_the_source_as_default(files: dict[str, bytes]) -> None:
    root = ET.fromstring(files["sitemap-hr.xml"])
    url = next(url for url in root if url.findtext(f"{SITEMAP}loc") == f"{BASE}hr/q/time/")
    links = [(link.get("hreflang"), str(link.get("href")).removeprefix(BASE)) for link in url.iter(f"{XHTML}link")]
    assert links == [
        ("en", "q/time/"),
        ("hr", "hr/q/time/"),
        ("sr", "sr/q/time/"),
        ("sr-Latn", "sr-Latn/q/time/"),
        ("x-default", "q/time/"),
    ]


def test_translations_name_each_other(files: dict[str, bytes]) -> None:
    pairs = set()
    for name in set(files) - {"sitemap.xml"}:
        for url in ET.fromstring(files[name]):
            here = url.findtext(f"{SITEMAP}loc")
            pairs |= {(here, link.get("href")) for link in url.iter(f"{XHTML}link")}
    assert all((there, here) in pairs for here, there in pairs)


def test_an_answer_without_translations_has_no_alternates_and_is_in_no_other_file(files: dict[str, bytes]) -> None:
    found = re.search(rb"<loc>[^<]*/q/cost/</loc>(.*?)</url>", files["sitemap-en.xml"], re.DOTALL)
    assert found
    assert b"link" not in found[1]
    assert b"q/cost/" not in b"".join(content for name, content in files.items() if name != "sitemap-en.xml")


def test_a_day_of_change_is_said_only_where_one_is_recorded(shape: Shape, files: dict[str, bytes]) -> None:
    text = files["sitemap-en.xml"].decode()
    assert re.findall(r"<loc>\S*/help/(\S*)</loc>\s+<lastmod>(\S+)</lastmod>", text) == [
        ("q/time/", "2026-06-04"),
        ("q/attack/", "2026-04-02"),
    ]
    undated = dataclasses.replace(shape, dates=Dates())
    assert not any(b"lastmod" in content for content in sitemaps(undated).values())


def test_a_file_is_split_before_it_is_too_long_or_too_large(shape: Shape, files: dict[str, bytes]) -> None:
    every = locations(files["sitemap-en.xml"])
    by_number = sitemaps(shape, most=3)
    parts = [name for name in by_number if re.fullmatch(r"sitemap-en(-\d+)?\.xml", name)]
    assert parts[:3] == ["sitemap-en.xml", "sitemap-en-2.xml", "sitemap-en-3.xml"]
    assert [url for name in parts for url in locations(by_number[name])] == every
    assert [BASE + name for name in by_number if name != "sitemap.xml"] == locations(by_number["sitemap.xml"])
    limit = 2_000
    by_size = sitemaps(shape, size=limit)
    assert all(len(content) <= limit for name, content in by_size.items() if name != "sitemap.xml")
    assert len(by_size) > len(files)


def test_the_limits_are_those_of_the_protocol() -> None:
    assert MOST_ADDRESSES == 50_000
    assert MOST_BYTES <= 52_428_800


def test_the_order_of_what_was_read_does_not_matter(library: Library, shape: Shape, files: dict[str, bytes]) -> None:
    backwards = Library.of(
        reversed(library.entries),
        settings=library.settings,
        languages=library.languages,
        topics=reversed(list(library.topics.values())),
        pages=[p for by_lang in library.pages.values() for p in by_lang.values()],
    )
    assert sitemaps(dataclasses.replace(shape, library=backwards)) == files
