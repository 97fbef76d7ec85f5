"""Links and tags of a Bluesky post: the very bytes that the network's own app would mark."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.export.facets import facets

CASES = Path(__file__).parents[3] / "shared" / "conformance" / "bluesky" / "rich-text-detection.json"
LINK = "https://faq.example.hr/hr/q/dostava/?utm_source=bluesky"


def marked(text: str, link: str = LINK) -> list[tuple[str, str]]:
    """What is marked, and what it leads to or is called."""
    content = text.encode()
    return [
        (
            content[facet["index"]["byteStart"] : facet["index"]["byteEnd"]].decode(),
            facet["features"][0].get("uri") or f"tag {facet['features'][0]['tag']}",
        )
        for facet in facets(text, link)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Odgovor: {LINK}", [(LINK, LINK)]),
        ("Ђорђе 👨‍👩‍👧‍👦 #Доставa. Č", [("#Доставa", "tag Доставa")]),
        ("(vidi https://a.hr/b), pa dalje", [("https://a.hr/b", "https://a.hr/b")]),
        ("(vidi https://a.hr/b)", [("https://a.hr/b", "https://a.hr/b")]),
        ("vidi https://a.hr/b_(c).", [("https://a.hr/b_(c)", "https://a.hr/b_(c)")]),
        ("#1 nije, #1a jest", [("#1a", "tag 1a")]),
        ("info@faq.hr, itd. slika.jpg", []),
        ("na faq.zrno.hr, bez sheme", [("faq.zrno.hr", "https://faq.zrno.hr")]),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_marked(text: str, found: list[tuple[str, str]]) -> None:
    assert marked(text) == found


@pytest.mark.parametrize("host", ["faq.zrno.example", "my-shop.example.hr", "faq.trgovina.local"])
def test_the_drafts_own_address_leads_to_its_link_however_it_is_typed(host: str) -> None:
    link = f"https://{host}/q/dostava/?utm_source=bluesky"

    assert marked(f"Odgovor: {host}/q/dostava/ ili ({host}/q/dostava)", link) == [
        (f"{host}/q/dostava/", link),
        (f"{host}/q/dostava", link),
    ]
    assert marked(f"{host}/q/dostava/rok", link)[:1] != [(f"{host}/q/dostava/", link)]


@pytest.mark.parametrize("typed", ["faq.example.hr/hr/q/dostava", "https://faq.example.hr/hr/q/dostava/"])
def test_the_words_of_a_post_and_the_link_behind_them_come_back_from_its_record(typed: str) -> None:
    """What a reader of the record sees and follows: exactly one link, over exactly the address, in bytes."""
    text = f"Коликo траје достава? 👨‍👩‍👧‍👦 č\n\nVećinom 2 dana: {typed}. #Dostava"
    record = json.loads(json.dumps({"text": text, "facets": facets(text, LINK)}))

    content = record["text"].encode()
    first, *others = record["facets"]
    start, end = first["index"]["byteStart"], first["index"]["byteEnd"]
    assert content[start:end].decode() == typed
    assert content[:start].decode() + typed + content[end:].decode() == text
    assert first["features"] == [{"$type": "app.bsky.richtext.facet#link", "uri": LINK}]
    assert [one["features"][0]["$type"] for one in others] == ["app.bsky.richtext.facet#tag"]


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("#$.: (/"), max_size=80))
def test_bytes_are_those_of_whole_characters_in_order(text: str) -> None:
    spans = [(facet["index"]["byteStart"], facet["index"]["byteEnd"]) for facet in facets(text, LINK)]

    assert spans == sorted(spans)
    assert all(text.encode()[start:end].decode() for start, end in spans)


@pytest.mark.skipif(not CASES.exists(), reason="the network's own cases are not on this machine")
def test_bluesky_itself_marks_the_same() -> None:
    data = json.loads(CASES.read_text(encoding="utf-8"))
    for case in data["links_and_mentions"]:
        wanted = [(s["text"], s["target"]) for s in case["segments"] if s.get("target", "did:")[:4] != "did:"]
        assert [one for one in marked(case["input"]) if not one[1].startswith("tag ")] == wanted, case
    for case in (case for group in data["tags"] for case in group["cases"]):
        found: list[Any] = [f for f in facets(case["input"], LINK) if "tag" in f["features"][0]]
        assert [f["features"][0]["tag"] for f in found] == case["tags"], case
        assert [f["index"] for f in found] == case["byte_ranges"], case
