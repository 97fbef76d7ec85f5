"""Before a file is made every draft is looked at once more."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from generator.content.schema.base import validate
from generator.content.schema.exports import ExportFile
from generator.content.source import read_yaml
from generator.export import EXPORTERS, Picture
from generator.problems import Place, Problem, has_errors
from generator.social import Draft, Network
from generator.social.draft import Poll

Ask = Callable[..., Any]
Specs = Mapping[str, ExportFile]


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_every_format_has_its_exporter(specs: Specs) -> None:
    assert {spec.kind for spec in specs.values()} == set(EXPORTERS)


def test_formats_name_networks_that_there_are(specs: Specs, nets: Mapping[str, Network]) -> None:
    named = {id_ for spec in specs.values() for id_ in spec.networks}
    named |= {id_ for spec in specs.values() for column in spec.columns for id_ in column.by_network}

    assert named <= set(nets)


def test_our_formats_say_how_sure_they_are_and_whence(specs: Specs) -> None:
    for name, spec in specs.items():
        assert spec.note, name
        assert (spec.verified == "own") == (name in {"table", "zip"}), name
        assert (spec.sources and spec.certain) or spec.verified == "own", name


class TestFaults:
    def test_a_draft_somebody_made_too_long_stops_the_export(self, post: Draft, ask: Ask) -> None:
        long = replace(post, network="x", text=f"{post.link} {'a' * 280}")

        made, problems = ask("buffer", [post, long])

        assert made.files == {}
        assert "AA320" in codes(problems)

    def test_an_unknown_network_stops_the_export(self, post: Draft, ask: Ask) -> None:
        made, problems = ask("buffer", [replace(post, network="myspace")])

        assert (made.files, codes(problems)) == ({}, ["AA510"])

    def test_a_draft_that_no_longer_says_what_its_entry_says_stops_the_export(self, post: Draft, ask: Ask) -> None:
        stale = Problem(Place("faq/_drafts/a.md"), "AA342", "delivery_time was 1–2 days and is 3 days")
        waiting = replace(post, id="facebook-hr.drugi.1", entry="drugi", state="draft", slot=post.slot.replace(day=2))
        asked: list[Draft] = []

        def judge(drafts: Sequence[Draft]) -> list[Problem]:
            asked.extend(drafts)
            return [stale]

        made, problems = ask("buffer", [post, waiting], judge=judge)

        assert (made.files, made.sent, asked) == ({}, (), [post])
        assert stale in problems

    def test_instagram_needs_its_picture(self, post: Draft, card: Picture, ask: Ask) -> None:
        picture = replace(post, network="instagram_feed")

        made, problems = ask("buffer", [picture])
        assert (made.files, codes(problems)) == ({}, ["AA511"])

        made, problems = ask("buffer", [picture], pictures={post.id: card})
        assert not has_errors(problems)
        assert card.url.encode() in made.files["buffer/facebook-hr.csv"]

    def test_a_tool_may_need_a_picture_in_every_row(self, post: Draft, ask: Ask) -> None:
        _, problems = ask("vista_social", [post])

        assert codes(problems) == ["AA511"]
        assert problems[0].message.startswith("Vista Social takes no post")
        (problem,) = ask("vista_social", [replace(post, network="google_business", card="")])[1]
        assert problem.hint == "write 'card: landscape' into it, or post it by hand"

    def test_a_card_that_is_not_on_the_last_built_site_is_told(self, post: Draft, card: Picture, ask: Ask) -> None:
        made, problems = ask("buffer", [post], pictures={post.id: replace(card, content=None)})

        assert made.files
        assert codes(problems) == ["AA516"]
        assert card.url in problems[0].message
        assert not has_errors(problems)

    def test_two_posts_of_a_channel_at_one_minute_stop_the_export(self, post: Draft, ask: Ask) -> None:
        twin = replace(post, id="facebook-hr.drugi.1", entry="drugi")

        assert codes(ask("buffer", [post, twin])[1]) == ["AA514"]
        assert ask("buffer", [post, replace(twin, channel="facebook-bg")])[0].files

    def test_a_tool_may_want_minutes_between_posts(self, post: Draft, ask: Ask) -> None:
        near = replace(post, id="facebook-hr.drugi.1", entry="drugi", slot=post.slot.replace(minute=9))

        assert "AA514" not in codes(ask("buffer", [post, near])[1])
        assert "asks for 10 minutes" in ask("sprout", [post, near])[1][0].message
        assert ask("sprout", [post, replace(near, slot=post.slot.replace(minute=10))])[0].files

    def test_a_post_that_went_out_before_keeps_its_minute(self, post: Draft, ask: Ask) -> None:
        earlier = replace(post, id="facebook-hr.drugi.1", entry="drugi", state="exported")

        made, problems = ask("buffer", [post, earlier])

        assert made.files == {}
        assert problems[0].place.path.endswith("dostava.1.md")
        assert "facebook-hr.drugi.1" in problems[0].message

    def test_a_draft_moved_into_the_hour_that_clocks_skip_stops_the_export(self, post: Draft, ask: Ask) -> None:
        moved = replace(post, slot=post.slot.replace(year=2027, month=3, day=28, hour=2, minute=30))

        assert codes(ask("buffer", [moved])[1]) == ["AA302"]

    def test_an_account_without_an_id_is_told_and_named(self, post: Draft, specs: Specs, ask: Ask) -> None:
        made, problems = ask("postfast", [post])
        assert codes(problems) == ["AA522"]
        assert b'"<account of facebook-hr>"' in made.files["postfast/facebook-hr.csv"]

        spec = specs["postfast"].model_copy(update={"accounts": {"facebook-hr": "0a1b"}})
        made, problems = ask("postfast", [post], spec=spec)
        assert problems == []
        assert b'"0a1b"' in made.files["postfast/facebook-hr.csv"]


class TestLinks:
    """Bluesky's drafts show an address only; whatever takes them, people come to the answer."""

    LINK = "https://faq.zrno.hr/hr/q/dostava/?utm_source=bluesky&utm_content=bluesky-hr.dostava.1"

    @pytest.fixture
    def short(self, post: Draft) -> Draft:
        text = "Koliko traje dostava?\n\n1–2 radna dana.\n\nCijeli odgovor: faq.zrno.hr/hr/q/dostava"
        return replace(post, channel="bluesky-hr", network="bluesky", link=self.LINK, text=text)

    def test_a_scheduler_gets_the_whole_link(self, short: Draft, ask: Ask) -> None:
        made, problems = ask("buffer", [short])

        assert problems == []
        assert f"Cijeli odgovor: {self.LINK}".encode() in made.files["buffer/bluesky-hr.csv"]

    def test_a_record_has_a_facet_instead(self, short: Draft, ask: Ask) -> None:
        (content,) = ask("bluesky", [short])[0].files.values()

        record = json.loads(content)
        assert record["text"] == short.text
        assert record["facets"][0]["features"][0]["uri"] == self.LINK

    def test_parts_of_a_thread_stay_parts(self, short: Draft, ask: Ask) -> None:
        (content,) = ask("zip", [replace(short, text=f"Prvi dio (1/2)\n---\n{short.text} (2/2)")])[0].files.values()

        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            texts = [archive.read(name).decode() for name in archive.namelist() if "post-" in name]
        assert texts[0] == "Prvi dio (1/2)"
        assert texts[1].endswith(f"Cijeli odgovor: {self.LINK} (2/2)")

    def test_an_overview_shows_what_the_draft_says(self, short: Draft, ask: Ask) -> None:
        (content,) = ask("table", [short])[0].files.values()

        assert f"odgovor: {self.LINK}".encode() not in content


class TestChoice:
    @pytest.mark.parametrize(
        ("state", "options", "sent", "told"),
        [
            ("approved", {}, 1, []),
            ("draft", {}, 0, ["AA513"]),
            ("review", {}, 0, ["AA513"]),
            ("draft", {"include_drafts": True}, 1, ["AA513"]),
            ("exported", {}, 0, []),
            ("exported", {"again": True}, 1, []),
            ("published", {"again": True, "include_drafts": True}, 0, []),
            ("retired", {"again": True, "include_drafts": True}, 0, []),
            ("held", {"again": True, "include_drafts": True}, 0, []),
        ],
    )
    def test_approved_posts_go_out_once(
        self, post: Draft, ask: Ask, state: str, options: dict[str, bool], sent: int, told: list[str]
    ) -> None:
        made, problems = ask("buffer", [replace(post, state=state)], **options)

        assert (len(made.files), len(made.sent), codes(problems)) == (sent, sent, told)

    def test_nothing_approved_is_an_error_something_left_out_a_warning(self, post: Draft, ask: Ask) -> None:
        waiting = replace(post, id="facebook-hr.drugi.1", entry="drugi", state="draft", slot=post.slot.replace(day=2))

        assert has_errors(ask("buffer", [waiting])[1])
        assert not has_errors(ask("buffer", [replace(post, state="exported"), waiting])[1])
        made, problems = ask("buffer", [post, waiting])
        assert [draft.id for draft in made.sent] == [post.id]
        assert (codes(problems), has_errors(problems)) == (["AA513"], False)

    def test_the_ledger_knows_better_than_a_file_that_was_set_back(self, post: Draft, ask: Ask) -> None:
        made, problems = ask("buffer", [post], gone_out={post.id})

        assert (made.files, made.before, problems) == ({}, 1, [])
        assert ask("buffer", [post], gone_out={post.id}, again=True)[0].files

    def test_channels_may_be_with_different_tools(self, post: Draft, ask: Ask) -> None:
        other = replace(post, id="x-hr.dostava.1", channel="x-hr")

        made, problems = ask("buffer", [post, other], channels=["x-hr"])

        assert (list(made.files), [draft.id for draft in made.sent]) == (["buffer/x-hr.csv"], [other.id])
        assert problems == []
        assert len(ask("table", [post, other], channels=["x-hr"])[0].files) == 2

    def test_what_is_past_stays_here_and_is_told(self, post: Draft, ask: Ask) -> None:
        made, problems = ask("buffer", [post], today=date(2026, 12, 2))
        assert (made.files, codes(problems)) == ({}, ["AA515"])

        assert ask("buffer", [post], today=date(2026, 12, 1))[0].files

    def test_posts_for_other_networks_stay_here_and_are_told(self, post: Draft, ask: Ask) -> None:
        other = replace(post, id="m.dostava.1", channel="m", network="mastodon")

        made, problems = ask("ayrshare", [post, other])

        assert list(made.files) == ["ayrshare/facebook-hr.csv"]
        assert codes(problems) == ["AA518", "AA519"]
        assert "mastodon" in problems[0].message

    def test_a_format_named_after_its_network_says_nothing_of_others(self, post: Draft, ask: Ask) -> None:
        other = replace(post, id="m.dostava.1", channel="m", network="mastodon")

        assert ask("mastodon", [post, other])[1] == []
        assert codes(ask("mastodon", [post])[1]) == ["AA518"]

    def test_a_thread_goes_only_where_threads_can_go(self, post: Draft, ask: Ask) -> None:
        thread = replace(post, network="mastodon", text=f"1/2 Koliko traje?\n\n---\n\n2/2 Dva dana. {post.link}")

        made, problems = ask("buffer", [thread])
        assert (made.files, made.sent, codes(problems)) == ({}, (), ["AA517"])

        assert ask("zip", [thread])[0].sent == [thread]

    def test_a_poll_goes_only_where_polls_can_go(self, post: Draft, ask: Ask) -> None:
        asked = replace(post, network="linkedin_page", alt="", poll=Poll(options=("Utorkom.", "Petkom."), right=2))

        made, problems = ask("buffer", [asked])
        assert (made.files, made.sent, codes(problems)) == ({}, (), ["AA526"])

        made, problems = ask("zip", [asked])
        assert (made.sent, problems) == ([asked], [])
        archive = ZipFile(BytesIO(made.files["zip/facebook-hr.zip"]))
        name = next(name for name in archive.namelist() if name.endswith("/poll.txt"))
        assert archive.read(name).decode() == "1. Utorkom.\n2. Petkom. ✓\n\n24 h\n"

        assert "2. Petkom. ✓" in ask("table", [asked])[0].files["table/facebook-hr.csv"].decode()
        calendar = ask("ics", [asked])[0].files["ics/posts.ics"].decode().replace("\r\n ", "")
        assert "\\n2. Petkom. ✓\\n" in calendar

    def test_a_poll_that_only_the_app_can_make_goes_by_hand(self, post: Draft, ask: Ask) -> None:
        asked = replace(post, network="whatsapp_channel", alt="", poll=Poll(options=("Utorkom.", "Petkom."), right=2))

        assert ask("zip", [asked])[0].sent == [asked]

    def test_a_calendar_shows_all_that_is_planned_and_notes_nothing(self, post: Draft, ask: Ask) -> None:
        shown = ["draft", "review", "approved", "exported", "published", "held", "retired"]
        drafts = [
            replace(post, id=f"facebook-hr.d{n}.1", entry=f"d{n}", state=state, slot=post.slot.replace(day=n + 1))
            for n, state in enumerate(shown)
        ]

        made, problems = ask("table", drafts, today=date(2027, 1, 1))

        rows = made.files["table/facebook-hr.csv"].decode()
        assert [state for state in shown if f'"{state}"' in rows] == shown[:5]
        assert (made.sent, problems) == ((), [])


@pytest.mark.parametrize("name", ["sprout", "socialbee", "agorapulse", "statusbrew", "ayrshare"])
def test_what_is_not_verified_is_said_at_every_export(post: Draft, ask: Ask, specs: Specs, name: str) -> None:
    _, problems = ask(name, [post])

    assert "AA519" in codes(problems)
    assert specs[name].unverified in problems[-1].message


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("kind: table\ncolumns: [{title: A}]", "needs either a 'field'"),
        ("kind: table\ncolumns: [{title: A, field: slot}]", "needs a 'format'"),
        ("kind: table\ncolumns: [{title: A, field: text, format: '%Y'}]", "needs a 'format'"),
        ("kind: table\ncolumns: [{title: A, field: note}]", "must be"),
        ("kind: table", "needs 'columns'"),
        ("kind: json", "needs a 'record'"),
        ("kind: json\nrecord: {a: {field: nothing}}", "there is no field 'nothing'"),
        ("kind: json\nrecord: [{b: {field: slot}}]", "'slot' needs a 'format'"),
        ("kind: json\nrecord: {a: {field: text, then: b}}", "'then' is nothing that 'field' knows"),
        ("kind: json\nrecord: {a: {when: never, then: b}}", "'when' is one of"),
        ("kind: json\nrecord: {a: {json: '{'}}", "'json' is"),
        ("kind: json\nrecord: {a: {by_network: x}}", "'by_network' has"),
        ("kind: zip\nverified: partly", "needs 'unverified'"),
    ],
)
def test_a_format_of_your_own_is_checked(file: str, says: str) -> None:
    source, _ = read_yaml(f"label: Mine\nextension: csv\n{file}\n", "mine.yml")

    found, problems = validate(ExportFile, source)

    assert found is None
    assert says in problems[0].message
