"""Tables arrive at a scheduler as they left: same texts, wall-clock times, one file a channel."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.data import read_all
from generator.content.schema.base import validate
from generator.content.schema.exports import ExportFile
from generator.content.source import read_yaml
from generator.export import Picture
from generator.social import Draft

SHARED = Path(__file__).parents[3] / "shared" / "conformance" / "csv"
Ask = Callable[..., Any]
Specs = Mapping[str, ExportFile]
TABLES = sorted(name for name, spec in read_all(ExportFile, "exports")[0].items() if spec.kind == "table")


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def torture() -> list[str]:
    """Texts that broke other people's CSV."""
    own = [
        'a "quoted", text',
        "two\nlines",
        '"',
        ",",
        "=1+1",
        "+385",
        "-5 °C",
        "@zrno",
        "\tTab",
        "Ђорђе 👨‍👩‍👧‍👦",
        "Čćžšđ ČĆŽŠĐ, řůě, щъю",
        "''",
        ";",
        "\\n",
    ]
    if SHARED.exists():
        own += json.loads((SHARED / "injection-payloads.json").read_text(encoding="utf-8"))["payloads"]
        for file in sorted((SHARED / "csv-spectrum" / "json").glob("*.json")):
            data = json.loads(file.read_text(encoding="utf-8"))
            own += [str(value) for row in (data if isinstance(data, list) else [data]) for value in row.values()]
    return own


def test_buffers_file_is_exactly_what_buffer_takes(post: Draft, card: Picture, ask: Ask) -> None:
    made, _ = ask("buffer", [post], pictures={post.id: card})

    assert made.files == {
        "buffer/facebook-hr.csv": (
            '\ufeff"Text","Image URL","Tags","Posting Time"\r\n'
            f'"{post.text}","{card.url}","","2026-12-01 09:00"\r\n'
        ).encode()
    }  # fmt: skip


class TestRoundTrip:
    @pytest.mark.parametrize("name", TABLES)
    def test_texts_come_back_unchanged_from_every_format(
        self, post: Draft, card: Picture, specs: Specs, ask: Ask, name: str
    ) -> None:
        posts = [
            replace(post, id=f"p.{n}", text=f"{text} {post.link}", alt=text, slot=post.slot + timedelta(days=n))
            for n, text in enumerate(torture())
        ]
        columns = {c.field: c.title for c in reversed(specs[name].columns)}

        made, _ = ask(name, posts, pictures={one.id: card for one in posts})

        read = [row for content in made.files.values() for row in rows(content)]
        assert sorted(row[columns["text"]] for row in read) == sorted(one.text for one in posts)
        if "alt" in columns:
            assert sorted(row[columns["alt"]] for row in read) == sorted(one.alt for one in posts)

    @given(
        text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r{}"), max_size=60),
        first=st.sampled_from(["", "=", "+", "-", "@", '"', "'", "\t"]),
    )
    @settings(deadline=None)
    def test_any_text_comes_back_unchanged(self, post: Draft, ask: Ask, text: str, first: str) -> None:
        one = replace(post, text=f"{first}{text}{post.link}")

        made, _ = ask("buffer", [one])

        assert [row["Text"] for row in rows(made.files["buffer/facebook-hr.csv"])] == [one.text]

    def test_what_looks_like_a_formula_goes_out_as_it_is_and_is_told(self, post: Draft, ask: Ask) -> None:
        risky = replace(post, text=f"=1+1 je pitanje\n{post.link}")

        made, problems = ask("buffer", [risky])

        assert rows(made.files["buffer/facebook-hr.csv"])[0]["Text"] == risky.text
        assert [p.code for p in problems] == ["AA512"]


def test_a_file_a_channel_and_no_more_rows_than_the_tool_takes(post: Draft, ask: Ask) -> None:
    posts = [replace(post, id=f"p.{n}", slot=post.slot + timedelta(days=n)) for n in range(201)]
    other = replace(post, id="o.1", channel="facebook-bg")

    made, _ = ask("buffer", [*reversed(posts), other])

    assert {path: len(rows(content)) for path, content in made.files.items()} == {
        "buffer/facebook-bg.csv": 1,
        "buffer/facebook-hr.csv": 100,
        "buffer/facebook-hr-2.csv": 100,
        "buffer/facebook-hr-3.csv": 1,
    }
    assert rows(made.files["buffer/facebook-hr-3.csv"])[0]["Posting Time"] == "2027-06-19 09:00"


@pytest.mark.parametrize(
    "zone", ["Europe/Zagreb", "Europe/Belgrade", "Europe/Ljubljana", "Europe/Prague", "Europe/Sofia"]
)
@pytest.mark.parametrize("day", [27, 29])
def test_nine_o_clock_stays_nine_o_clock_over_the_change_of_clocks(post: Draft, ask: Ask, zone: str, day: int) -> None:
    moved = replace(post, slot=datetime(2027, 3, day, 9, tzinfo=ZoneInfo(zone)))

    (local,) = rows(ask("buffer", [moved])[0].files["buffer/facebook-hr.csv"])
    (utc,) = rows(ask("ayrshare", [moved])[0].files["ayrshare/facebook-hr.csv"])

    assert local["Posting Time"] == f"2027-03-{day} 09:00"
    ahead = (2 if zone == "Europe/Sofia" else 1) + (day > 28)
    assert utc["scheduleDate"] == f"2027-03-{day}T{9 - ahead:02}:00:00Z"


@pytest.mark.parametrize("day", ["2026-10-25", "2027-03-28"])
def test_utc_is_the_moment_that_the_wall_clock_shows(post: Draft, ask: Ask, day: str) -> None:
    moved = replace(post, slot=datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=ZoneInfo("Europe/Sofia")))

    (row,) = rows(ask("postfast", [moved], today=moved.slot.date())[0].files["postfast/facebook-hr.csv"])

    assert datetime.fromisoformat(row["scheduled_at"]) == moved.slot


class TestColumns:
    def test_publer_gets_its_twelve_columns(self, post: Draft, ask: Ask) -> None:
        (row,) = rows(ask("publer", [post])[0].files["publer/facebook-hr.csv"])

        assert len(row) == 12
        assert row["Alt text(s) - Separated by ||"] == post.alt
        assert row["Link(s) - Separated by comma for FB carousels"] == ""

    def test_metricool_gets_its_93_columns_and_is_told_the_network(self, post: Draft, card: Picture, ask: Ask) -> None:
        instagram = replace(post, id="i.1", channel="i", network="instagram_feed")

        made, _ = ask("metricool", [post, instagram], pictures={post.id: card, "i.1": card})

        (facebook,) = rows(made.files["metricool/facebook-hr.csv"])
        (photo,) = rows(made.files["metricool/i.csv"])
        assert len(facebook) == 93
        assert [name for name, cell in facebook.items() if cell == "TRUE"] == ["Draft", "Facebook"]
        assert [name for name, cell in photo.items() if cell == "TRUE"] == ["Draft", "Instagram"]
        assert (facebook["Date"], facebook["Time"]) == ("2026-12-01", "09:00:00")
        assert (facebook["Instagram Post Type"], photo["Instagram Post Type"]) == ("", "POST")
        assert (photo["Picture Url 1"], photo["Alt text picture 1"]) == (card.url, post.alt)

    def test_a_scheduler_that_is_not_listed_takes_a_file_of_your_own(self, post: Draft, ask: Ask) -> None:
        source, _ = read_yaml(
            "label: Ours\nkind: table\nextension: txt\nheader: false\ncolumns:\n"
            "  - {title: '', field: slot, format: '%m/%d/%Y %H:%M'}\n  - {title: '', field: text}\n",
            "faq/_data/exports/ours.yml",
        )
        spec, _ = validate(ExportFile, source)

        made, problems = ask("ours", [post], spec=spec)

        assert problems == []
        assert made.files == {"ours/facebook-hr.txt": f'"12/01/2026 09:00","{post.text}"\r\n'.encode()}
