"""Our files have the shapes of the samples that were put together from each tool's own documentation."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.content.schema.exports import ExportFile
from generator.export import Picture
from generator.social import Draft

SAMPLES = Path(__file__).parents[3] / "shared" / "facts" / "export-samples"
TABLES = {
    "agorapulse": "agorapulse",
    "ayrshare": "ayrshare",
    "buffer": "buffer",
    "contentstudio": "contentstudio",
    "highlevel": "highlevel",
    "metricool": "metricool",
    "postfast": "postfast",
    "publer": "publer",
    "socialbee": "socialbee",
    "sprout": "sprout",
    "vista_social": "vistasocial",
}
RECORDS = {
    "bluesky": "atproto_post",
    "google_business": "gbp_localpost",
    "mastodon": "mastodon_status",
    "postiz": "postiz",
}
Ask = Callable[..., Any]

pytestmark = pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not on this machine")


def shape(value: Any) -> Any:
    """Keys and types, without values."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


@pytest.mark.parametrize("name", TABLES)
def test_tables_have_the_header_and_the_byte_order_mark_of_the_sample(
    specs: Mapping[str, ExportFile], name: str
) -> None:
    content = (SAMPLES / f"{TABLES[name]}.csv").read_bytes()

    header = next(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))

    assert [column.title for column in specs[name].columns] == header
    assert specs[name].bom == content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", TABLES)
def test_times_have_the_form_of_the_sample(post: Draft, card: Picture, ask: Ask, name: str) -> None:
    """The samples' post has the time of ours."""
    with (SAMPLES / f"{TABLES[name]}.csv").open(encoding="utf-8-sig", newline="") as stream:
        sample = next(csv.DictReader(stream))
    made, _ = ask(name, [post], pictures={post.id: card})
    row = next(csv.DictReader(io.StringIO(made.files[f"{name}/facebook-hr.csv"].decode("utf-8-sig"), newline="")))

    dates = {
        title: cell for title, cell in sample.items() if cell[:4] == "2026" or "/2026" in cell or cell[:3] == "09:"
    }

    assert {title: row[title] for title in dates} == dates


@pytest.mark.parametrize("name", RECORDS)
def test_records_have_the_keys_and_types_of_the_sample(post: Draft, card: Picture, ask: Ask, name: str) -> None:
    sample = json.loads((SAMPLES / f"{RECORDS[name]}.json").read_text(encoding="utf-8"))
    network = "instagram_feed" if name == "postiz" else name
    one = replace(post, network=network, text=f"{post.text} #dostava")

    made, _ = ask(name, [one], pictures={post.id: card})

    (content,) = made.files.values()
    assert shape(json.loads(content)) == shape(sample)
