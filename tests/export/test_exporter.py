"""Before a file is made every draft is looked at once more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from generator.content.schema.base import validate
from generator.content.schema.exports import ExportFile
from generator.content.source import read_yaml
from generator.export import EXPORTERS, export
from generator.problems import has_errors
from generator.social import Draft, Network

TODAY = date(2026, 11, 22)
Nets = Mapping[str, Network]
Specs = Mapping[str, ExportFile]


def test_every_format_has_its_exporter(specs: Specs) -> None:
    assert {spec.kind for spec in specs.values()} == set(EXPORTERS)


def test_a_draft_somebody_made_too_long_stops_the_export(post: Draft, nets: Nets, specs: Specs) -> None:
    long = replace(post, network="x", text=f"{post.link} {'a' * 280}")

    tree, problems = export("buffer", [post, long], specs["buffer"], {}, TODAY, networks=nets)

    assert tree == {}
    assert "AA320" in [p.code for p in problems]


def test_an_unknown_network_stops_the_export(post: Draft, nets: Nets, specs: Specs) -> None:
    tree, problems = export("buffer", [replace(post, network="myspace")], specs["buffer"], {}, TODAY, networks=nets)

    assert (tree, [p.code for p in problems]) == ({}, ["AA510"])


def test_instagram_needs_its_picture_online(post: Draft, nets: Nets, specs: Specs) -> None:
    picture = replace(post, network="instagram_feed")

    tree, problems = export("buffer", [picture], specs["buffer"], {}, TODAY, networks=nets)
    assert (tree, [p.code for p in problems]) == ({}, ["AA511"])

    tree, problems = export(
        "buffer", [picture], specs["buffer"], lambda id_: f"https://a.hr/{id_}.jpg", TODAY, networks=nets
    )
    assert not has_errors(problems)
    assert b"https://a.hr/facebook-hr.dostava.1.jpg" in tree["buffer/facebook-hr.csv"]


@pytest.mark.parametrize(
    ("state", "files", "told"),
    [("draft", 1, ["AA513"]), ("review", 1, ["AA513"]), ("approved", 1, []), ("exported", 0, [])],
)
def test_open_drafts_go_out_and_unread_ones_are_told(
    post: Draft, nets: Nets, specs: Specs, state: str, files: int, told: list[str]
) -> None:
    tree, problems = export("buffer", [replace(post, state=state)], specs["buffer"], {}, TODAY, networks=nets)

    assert (len(tree), [p.code for p in problems]) == (files, told)


def test_states_can_be_chosen(post: Draft, nets: Nets, specs: Specs) -> None:
    assert export("buffer", [post], specs["buffer"], {}, TODAY, networks=nets, states={"approved"}) == ({}, [])


@pytest.mark.parametrize(
    ("column", "says"),
    [
        ("{title: A}", "needs either a 'field'"),
        ("{title: A, field: slot}", "needs a 'format'"),
        ("{title: A, field: text, format: '%Y'}", "needs a 'format'"),
        ("{title: A, field: note}", "must be"),
    ],
)
def test_a_format_of_your_own_is_checked(column: str, says: str) -> None:
    source, _ = read_yaml(f"label: Mine\nkind: table\nextension: csv\ncolumns:\n  - {column}\n", "mine.yml")

    found, problems = validate(ExportFile, source)

    assert found is None
    assert says in problems[0].message
    assert problems[0].place.line == 5


def test_two_posts_of_a_channel_at_one_minute_stop_the_export(post: Draft, nets: Nets, specs: Specs) -> None:
    twin = replace(post, id="facebook-hr.drugi.1", entry="drugi")

    tree, problems = export("buffer", [post, twin], specs["buffer"], {}, TODAY, networks=nets)
    assert (tree, [p.code for p in problems]) == ({}, ["AA514"])

    elsewhere = replace(twin, channel="facebook-bg")
    assert export("buffer", [post, elsewhere], specs["buffer"], {}, TODAY, networks=nets)[0]


def test_a_tool_may_need_a_picture_in_every_row(post: Draft, nets: Nets, specs: Specs) -> None:
    _, problems = export("vista_social", [post], specs["vista_social"], {}, TODAY, networks=nets)

    assert [p.code for p in problems] == ["AA511"]
    assert problems[0].message.startswith("Vista Social takes no post")


def test_a_draft_moved_into_the_hour_that_clocks_skip_stops_the_export(post: Draft, nets: Nets, specs: Specs) -> None:
    moved = replace(post, slot=post.slot.replace(year=2027, month=3, day=28, hour=2, minute=30))

    assert [p.code for p in export("buffer", [moved], specs["buffer"], {}, TODAY, networks=nets)[1]] == ["AA302"]
