"""The feeds are Atom as RFC 4287 asks for it, safe whatever stands in an answer, and free of any clock."""

import dataclasses
import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest

from generator.content.library import Library
from generator.site.dates import Dates
from generator.site.feed import MOST, feed, feed_address
from generator.site.shape import Shape

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
FEED = {"id", "title", "updated", "subtitle", "link", "author", "entry"}
ENTRY = {"id", "title", "updated", "published", "link", "category", "summary", "content"}


def root(shape: Shape, lang: str) -> ET.Element:
    content = feed(shape, lang)
    assert content
    return ET.fromstring(content)


def only(node: ET.Element, name: str) -> str:
    found = node.findall(f"{ATOM}{name}")
    assert len(found) == 1, (name, len(found))
    return found[0].text or ""


def check(node: ET.Element) -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2: what must be there once, and in which form."""
    assert node.tag == f"{ATOM}feed"
    for each, allowed in [(node, FEED), *((entry, ENTRY) for entry in node.iter(f"{ATOM}entry"))]:
        assert {child.tag.removeprefix(ATOM) for child in each} <= allowed
        assert urlsplit(only(each, "id")).scheme in {"https", "tag"}
        assert only(each, "title")
        assert MOMENT.fullmatch(only(each, "updated"))
        for link in each.findall(f"{ATOM}link"):
            assert urlsplit(link.get("href")).scheme == "https"
            assert link.get("rel") in {"self", "alternate"}
    assert [only(author, "name") for author in node.findall(f"{ATOM}author")] == ["Zrno"]
    ids = [only(entry, "id") for entry in node.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lang", ["en", "hr"])
def test_a_feed_is_valid_and_in_its_language(shape: Shape, lang: str) -> None:
    found = root(shape, lang)
    check(found)
    assert found.get(f"{XML}lang") == lang
    links = {link.get("rel"): link.get("href") for link in found.findall(f"{ATOM}link")}
    home = "https://faq.example.org/help/" + ("" if lang == "en" else "hr/")
    assert links == {"self": f"{home}feed.xml", "alternate": home}
    assert only(found, "id") == feed_address(shape, lang)


def test_an_entry_says_what_when_and_where(shape: Shape) -> None:
    found = root(shape, "en").find(f"{ATOM}entry")
    assert found is not None
    assert only(found, "id") == "tag:faq.example.org,2026-03-01:/help/q/time/"
    assert only(found, "title") == "How long?"
    assert only(found, "published") == "2026-03-01T00:00:00Z"
    assert only(found, "updated") == "2026-06-04T00:00:00Z"
    assert only(found, "summary") == "Two days."
    content = found.find(f"{ATOM}content")
    assert content is not None
    assert content.get("type") == "html"
    assert (content.text or "").startswith("<p>Two days.</p>")
    assert '<a href="https://faq.example.org/help/q/cost/#eur">cost</a>' in (content.text or "")


def test_newest_first_and_what_has_no_date_is_left_out(shape: Shape) -> None:
    entries = root(shape, "en").findall(f"{ATOM}entry")
    assert [only(e, "updated")[:10] for e in entries] == ["2026-06-04", "2026-04-02"]


def test_without_any_date_there_is_no_feed(shape: Shape) -> None:
    assert feed(shape, "sr") is None
    assert feed_address(shape, "sr") == ""
    change_alone = dataclasses.replace(shape, dates=Dates(changed={("time", "sr"): date(2026, 1, 1)}))
    assert feed(change_alone, "sr") is None


def test_a_change_moves_an_entry_up_and_keeps_its_id(shape: Shape) -> None:
    def ids(changed: dict[tuple[str, str], date]) -> list[str]:
        again = dataclasses.replace(shape, dates=Dates(since=shape.dates.since, changed=changed))
        return [only(e, "id") for e in root(again, "en").findall(f"{ATOM}entry")]

    assert ids({}) == ids({("time", "en"): date(2027, 1, 1)})[::-1]


def test_an_attack_stays_text(shape: Shape, hostile: str) -> None:
    entry = root(shape, "en").findall(f"{ATOM}entry")[1]
    assert only(entry, "title") == hostile
    content = only(entry, "content")
    assert "<script" not in content
    assert "&lt;script&gt;" in content


def test_characters_that_xml_cannot_hold_do_not_break_it(library: Library, shape: Shape) -> None:
    broken = dataclasses.replace(library.by_id["time"]["en"], question="How\x00 long\x0b\ufffe?", short="\x1b[31m")
    told = Library.of([broken], settings=library.settings, languages=library.languages, topics=library.topics.values())
    found = root(dataclasses.replace(shape, library=told), "en").find(f"{ATOM}entry")
    assert found is not None
    assert only(found, "title") == "How long?"


def test_a_feed_holds_at_most_thirty(library: Library, shape: Shape) -> None:
    cost = library.by_id["cost"]["en"]
    many = [dataclasses.replace(cost, id=f"e{n:02}") for n in range(40)]
    told = Library.of(many, settings=library.settings, languages=library.languages, topics=library.topics.values())
    since = {(f"e{n:02}", "en"): date(2026, 1, 1) + timedelta(days=n // 2) for n in range(40)}
    found = root(dataclasses.replace(shape, library=told, dates=Dates(since=since)), "en")
    titles = [only(e, "id").rsplit("/", 2)[1] for e in found.findall(f"{ATOM}entry")]
    assert len(titles) == MOST == 30
    assert titles[:4] == ["e38", "e39", "e36", "e37"]
