"""Posts of several pictures: each with its alt text, in every tool that takes them, and told where one does not."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.content.schema.exports import ExportFile
from generator.export import Export, Picture
from generator.problems import Problem
from generator.social import Draft, Slide

Ask = Callable[..., tuple[Export, list[Problem]]]
SLIDES = (Slide("Koliko traje dostava?"), Slide("", "1–2 radna dana."), Slide("", "Ukratko: brzo.", alt="Brzo."))
HEARD = ["Koliko traje dostava?", "1–2 radna dana.", "Brzo."]


@pytest.fixture
def carousel(post: Draft) -> Draft:
    return replace(post, network="instagram_carousel", channel="ig", slides=SLIDES, alt="")


@pytest.fixture
def cards(card: Picture) -> tuple[Picture, ...]:
    return tuple(replace(card, url=f"https://faq.zrno.hr/cards/{n}.jpg", name=f"hr/{n}.jpg") for n in (1, 2, 3))


@pytest.fixture
def document(post: Draft) -> Draft:
    return replace(post, network="linkedin_document", channel="doc", slides=SLIDES, alt="")


@pytest.fixture
def pdf(card: Picture) -> Picture:
    return replace(card, url="https://faq.zrno.hr/cards/1.pdf", name="hr/1.pdf")


def row(made: Export) -> dict[str, str]:
    (content,) = made.files.values()
    (found,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return found


def record(made: Export) -> Any:
    (content,) = made.files.values()
    return json.loads(content)


class TestTables:
    @pytest.mark.parametrize(
        ("name", "column", "separator"),
        [
            ("publer", "Media URL(s) - Separated by comma", ","),
            ("highlevel", "imageUrls", ", "),
            ("postfast", "media_urls", ","),
            ("vista_social", "link", ","),
            ("socialbee", "imageUrls", ","),
            ("agorapulse", "image_url", ","),
            ("ayrshare", "mediaUrls", ","),
        ],
    )
    def test_all_addresses_in_one_cell(
        self, ask: Ask, carousel: Draft, cards: tuple[Picture, ...], name: str, column: str, separator: str
    ) -> None:
        made, _ = ask(name, [carousel], pictures={carousel.id: cards})

        assert row(made)[column].split(separator) == [card.url for card in cards]

    def test_alt_texts_go_along(self, ask: Ask, carousel: Draft, cards: tuple[Picture, ...]) -> None:
        made, _ = ask("publer", [carousel], pictures={carousel.id: cards})

        assert row(made)["Alt text(s) - Separated by ||"].split("||") == HEARD

    def test_what_was_drawn_is_heard_where_nobody_wrote_otherwise(
        self, ask: Ask, carousel: Draft, cards: tuple[Picture, ...]
    ) -> None:
        drawn = (replace(cards[0], alt="Zrno. Koliko traje dostava?"), replace(cards[1], alt="x" * 1001), cards[2])

        made, _ = ask("publer", [carousel], pictures={carousel.id: drawn})

        heard = ["Zrno. Koliko traje dostava?", *HEARD[1:]]
        assert row(made)["Alt text(s) - Separated by ||"].split("||") == heard

    def test_a_column_for_each(self, ask: Ask, carousel: Draft, cards: tuple[Picture, ...]) -> None:
        made, _ = ask("metricool", [carousel], pictures={carousel.id: cards})

        found = row(made)
        assert [found[f"Picture Url {n}"] for n in range(1, 5)] == [*(card.url for card in cards), ""]
        assert [found[f"Alt text picture {n}"] for n in range(1, 5)] == [*HEARD, ""]
        assert found["Instagram Post Type"] == "CAROUSEL"

    def test_a_document_has_its_title(self, ask: Ask, document: Draft, pdf: Picture) -> None:
        made, _ = ask("publer", [document], pictures={document.id: pdf})

        found = row(made)
        assert found["Media URL(s) - Separated by comma"] == pdf.url
        assert found["Title - For the video, pin, PDF .."] == "Koliko traje dostava?"
        assert found["Post subtype - I.e. story, reel, PDF .."] == "PDF"


class TestRecords:
    def test_postiz(self, ask: Ask, carousel: Draft, cards: tuple[Picture, ...]) -> None:
        made, _ = ask("postiz", [carousel], pictures={carousel.id: cards})

        images = record(made)["posts"][0]["value"][0]["image"]
        assert [(image["path"], image["alt"]) for image in images] == [
            (card.url, alt) for card, alt in zip(cards, HEARD, strict=True)
        ]

    def test_bluesky(self, ask: Ask, post: Draft, cards: tuple[Picture, ...]) -> None:
        one = replace(post, network="bluesky", slides=SLIDES, alt="")

        made, _ = ask("bluesky", [one], pictures={one.id: cards})

        assert [image["alt"] for image in record(made)["embed"]["images"]] == HEARD

    def test_mastodon(self, ask: Ask, post: Draft, cards: tuple[Picture, ...]) -> None:
        one = replace(post, network="mastodon", slides=SLIDES, alt="")

        made, _ = ask("mastodon", [one], pictures={one.id: cards})

        assert len(record(made)["media_ids"]) == len(cards)


class TestByHand:
    def files(self, made: Export) -> Mapping[str, bytes]:
        (content,) = made.files.values()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}

    def test_pictures_stand_in_their_order(self, ask: Ask, carousel: Draft, cards: tuple[Picture, ...]) -> None:
        made, _ = ask("zip", [carousel], pictures={carousel.id: cards})

        files = self.files(made)
        assert sorted(files) == [
            "01-alt.txt", "01.jpg", "02-alt.txt", "02.jpg", "03-alt.txt", "03.jpg", "card-addresses.txt", "post.txt",
        ]  # fmt: skip
        assert [files[f"0{n}-alt.txt"].decode() for n in (1, 2, 3)] == HEARD

    def test_a_document_is_one_file(self, ask: Ask, document: Draft, pdf: Picture) -> None:
        made, _ = ask("zip", [document], pictures={document.id: pdf})

        files = self.files(made)
        assert sorted(files) == ["alt.txt", "card-address.txt", "card.pdf", "post.txt"]
        assert files["alt.txt"].decode() == "Koliko traje dostava? 1–2 radna dana. Brzo."


class TestLeftOut:
    @pytest.mark.parametrize("name", ["buffer", "sprout", "contentstudio", "statusbrew"])
    def test_a_tool_that_takes_one_picture(
        self, ask: Ask, carousel: Draft, cards: tuple[Picture, ...], name: str
    ) -> None:
        made, problems = ask(name, [carousel], pictures={carousel.id: cards})

        assert (made.files, made.sent) == ({}, ())
        assert [problem.code for problem in problems] == ["AA527"]
        assert "takes one picture a post; 1 post left out" in problems[0].message

    def test_more_than_a_tool_takes(self, ask: Ask, post: Draft, cards: tuple[Picture, ...]) -> None:
        many = replace(post, slides=tuple(Slide(f"Korak {n}") for n in range(11)))

        made, problems = ask("metricool", [many], pictures={many.id: cards})

        assert made.sent == ()
        assert "takes 10 pictures a post; 1 post left out" in problems[0].message

    def test_a_tool_that_takes_no_documents(
        self, ask: Ask, document: Draft, pdf: Picture, specs: Mapping[str, ExportFile]
    ) -> None:
        made, problems = ask("highlevel", [document], pictures={document.id: pdf})

        assert made.sent == ()
        assert [problem.code for problem in problems] == ["AA527"]
        assert "takes no documents (PDF)" in problems[0].message
        assert [name for name, spec in specs.items() if spec.documents] == ["publer", "zip"]

    def test_calendars_show_them(self, ask: Ask, document: Draft, pdf: Picture) -> None:
        made, problems = ask("table", [document], pictures={document.id: pdf})

        assert problems == []
        assert row(made)["image"] == pdf.url
