"""Tables arrive at a scheduler as they left: same texts, wall-clock times, one file a channel."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.schema.exports import ExportFile
from generator.export import export
from generator.social import Draft, Network

SHARED = Path(__file__).parents[3] / "shared" / "conformance" / "csv"
TODAY = date(2026, 11, 22)
Nets = Mapping[str, Network]
Specs = Mapping[str, ExportFile]


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


def test_buffers_file_is_exactly_what_buffer_takes(post: Draft, nets: Nets, specs: Specs) -> None:
    image = "https://faq.zrno.hr/cards/dostava.jpg"

    tree, _ = export("buffer", [post], specs["buffer"], {post.id: image}, TODAY, networks=nets)

    assert tree == {
        "buffer/facebook-hr.csv": (
            '\ufeff"Text","Image URL","Tags","Posting Time"\r\n'
            f'"{post.text}","{image}","","2026-12-01 09:00"\r\n'
        ).encode()
    }  # fmt: skip


@pytest.mark.parametrize("name", ["buffer", "publer", "vista_social", "table"])
def test_texts_come_back_unchanged(post: Draft, nets: Nets, specs: Specs, name: str) -> None:
    texts = torture()
    posts = [
        replace(post, id=f"p.{n}", text=f"{text} {post.link}", slot=post.slot + timedelta(days=n))
        for n, text in enumerate(texts)
    ]
    spec = specs[name]
    column = next(c.title for c in spec.columns if c.field == "text")

    tree, _ = export(name, posts, spec, lambda _: "https://a.hr/card.jpg", TODAY, networks=nets)

    read = [row[column] for content in tree.values() for row in rows(content)]
    assert sorted(read) == sorted(one.text for one in posts)


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r{}"), max_size=60))
@settings(deadline=None)
def test_any_text_comes_back_unchanged(post: Draft, nets: Nets, specs: Specs, text: str) -> None:
    one = replace(post, text=f"{text}{post.link}")

    tree, _ = export("buffer", [one], specs["buffer"], {}, TODAY, networks=nets)

    assert [row["Text"] for row in rows(tree["buffer/facebook-hr.csv"])] == [one.text]


def test_what_looks_like_a_formula_goes_out_as_it_is_and_is_told(post: Draft, nets: Nets, specs: Specs) -> None:
    risky = replace(post, text=f"=1+1 je pitanje\n{post.link}")

    tree, problems = export("buffer", [risky], specs["buffer"], {}, TODAY, networks=nets)

    assert rows(tree["buffer/facebook-hr.csv"])[0]["Text"] == risky.text
    assert "AA512" in [p.code for p in problems]


def test_a_file_a_channel_and_no_more_rows_than_the_tool_takes(post: Draft, nets: Nets, specs: Specs) -> None:
    posts = [replace(post, id=f"p.{n}", slot=post.slot + timedelta(days=n)) for n in range(201)]
    other = replace(post, id="o.1", channel="facebook-bg")

    tree, _ = export("buffer", [*reversed(posts), other], specs["buffer"], {}, TODAY, networks=nets)

    sizes = {path: len(rows(content)) for path, content in tree.items()}
    assert sizes == {
        "buffer/facebook-bg.csv": 1,
        "buffer/facebook-hr.csv": 100,
        "buffer/facebook-hr-2.csv": 100,
        "buffer/facebook-hr-3.csv": 1,
    }
    assert rows(tree["buffer/facebook-hr-3.csv"])[0]["Posting Time"] == "2027-06-19 09:00"


def test_publer_gets_its_twelve_columns(post: Draft, nets: Nets, specs: Specs) -> None:
    tree, _ = export("publer", [post], specs["publer"], {}, TODAY, networks=nets)

    (row,) = rows(tree["publer/facebook-hr.csv"])
    assert len(row) == 12
    assert row["Alt text(s) - Separated by ||"] == post.alt
    assert row["Link(s) - Separated by comma for FB carousels"] == ""
