"""`faq demand` from a log to a report, without a word of a person."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from generator.build.project import read_project
from generator.cli import cli

if TYPE_CHECKING:
    from tests.conftest import Maker

LOG = """\
Subject,Created at
How long does delivery take?,2026-10-02
"How long does delivery take? Call me, +385 91 123 4567",2026-11-02
Will it rain in Zagreb? ana@mail.example,2026-11-03
"""


def test_a_log_becomes_counts_by_entry_and_month(project: Maker) -> None:
    folder = project()
    log = folder.write("log.csv", LOG)
    run = CliRunner().invoke(cli, ["--root", str(folder.root), "demand", str(log), "--json"])
    assert run.exit_code == 0, run.output
    said = json.loads(run.stdout)
    assert said["entries"][0] == {"entry": "delivery-time", "count": 2, "months": {"2026-10": 1, "2026-11": 1}}
    assert [one["words"] for one in said["unanswered"]] == ["Will it rain in Zagreb? …"]
    assert "4567" not in run.output
    text = CliRunner().invoke(cli, ["--root", str(folder.root), "demand", str(log)]).stdout
    assert (
        text == "3 questions from 2026-10 to 2026-11, 2 with a sure answer; entries asked for: 1\n"
        "     2  delivery-time  most in 2026-10: 1\n"
    )


def test_a_log_without_questions_is_an_error_and_a_bad_mapping_is_told(project: Maker) -> None:
    folder = project()
    log = folder.write("log.csv", "a,b\nana@mail.example,2\n")
    run = CliRunner().invoke(cli, ["--root", str(folder.root), "demand", str(log)])
    assert run.exit_code == 1
    assert "AA570" in run.output
    assert "mail.example" not in run.output
    assert CliRunner().invoke(cli, ["--root", str(folder.root), "demand", str(log), "--columns", "x"]).exit_code == 2


def test_what_is_kept_is_read_by_every_command_and_is_the_same_again(project: Maker) -> None:
    folder = project()
    log = folder.write("log.csv", LOG + "How long does delivery take,2026-11-04\n" * 2)
    command = ["--root", str(folder.root), "demand", str(log), "--keep"]
    assert CliRunner().invoke(cli, command).exit_code == 0
    kept = [(folder.root / f"faq/_demand.{suffix}").read_bytes() for suffix in ("csv", "yml")]
    assert kept[0].startswith(b"entry,month,count\ndelivery-time,2026-10,1\ndelivery-time,2026-11,")
    assert b"mail.example" not in kept[0] + kept[1]
    assert CliRunner().invoke(cli, command).exit_code == 0
    assert kept == [(folder.root / f"faq/_demand.{suffix}").read_bytes() for suffix in ("csv", "yml")]
    read, problems = read_project(folder.root)
    assert read
    assert read.asked
    assert (problems, read.asked.questions, read.demand["delivery-time"].count) == ([], 5, 4)


def test_what_is_kept_stays_while_a_log_cannot_be_read(project: Maker) -> None:
    folder = project()
    log = folder.write("log.csv", "a,b\n1,2\n")
    assert CliRunner().invoke(cli, ["--root", str(folder.root), "demand", str(log), "--keep"]).exit_code == 1
    assert not (folder.root / "faq/_demand.yml").exists()


def test_a_gap_of_the_log_that_was_kept_begins_an_entry(project: Maker) -> None:
    folder = project()
    log = folder.write(
        "log.txt", "Do you wrap gifts?\ncan you wrap a gift for me\ngift wrapping\nPakirate li darove?\n"
    )
    faq = ["--root", str(folder.root)]
    run = CliRunner().invoke(cli, [*faq, "demand", str(log), "--keep"])
    assert "  1. " in run.stdout
    assert "faq new --from-gap 1" in run.stdout
    run = CliRunner().invoke(cli, [*faq, "new", "--from-gap", "1", "gift-wrapping", "--topic", "delivery"])
    assert run.exit_code == 0, run.output
    entry = (folder.root / "faq/delivery/gift-wrapping.en.md").read_text(encoding="utf-8")
    assert "also_asked:\n" in entry
    assert "wrap" in entry
    run = CliRunner().invoke(cli, [*faq, "new", "--from-gap", "7"])
    assert (run.exit_code, "AA572" in run.output) == (1, True)
    assert CliRunner().invoke(cli, [*faq, "new"]).exit_code == 2


def test_a_gap_that_nobody_asked_in_the_source_language_is_told(project: Maker) -> None:
    folder = project()
    log = folder.write("log.txt", "Máte dárkový poukaz?\ndárkový poukaz pro mámu\nprodáváte dárkové poukazy\n")
    faq = ["--root", str(folder.root)]
    assert CliRunner().invoke(cli, [*faq, "demand", str(log), "--keep"]).exit_code == 0
    run = CliRunner().invoke(cli, [*faq, "new", "--from-gap", "1", "gift-cards", "--topic", "delivery"])
    assert (run.exit_code, "AA573" in run.output) == (0, True)
    assert (folder.root / "faq/delivery/gift-cards.en.md").is_file()
    question = ["--question", "Do you sell gift cards?"]
    run = CliRunner().invoke(cli, [*faq, "new", "--from-gap", "1", "gift-vouchers", "--topic", "delivery", *question])
    assert "AA573" not in run.output


def test_an_entry_that_is_begun_does_not_stop_it(project: Maker) -> None:
    folder = project({"faq/delivery/rain.en.md": "---\nquestion: Will it rain in Zagreb?\n---\n"})
    log = folder.write("log.csv", LOG)
    run = CliRunner().invoke(cli, ["--root", str(folder.root), "demand", str(log), "--json"])
    assert run.exit_code == 0, run.output
    assert {one["entry"]: one["count"] for one in json.loads(run.stdout)["entries"]} == {"delivery-time": 2, "rain": 1}
    assert run.stderr == "The FAQ has 1 error, and what cannot be read is left out: faq check says more.\n"


def test_nothing_is_kept_while_an_entry_cannot_be_read(project: Maker) -> None:
    folder = project({"faq/delivery/rain.en.md": "---\nquestion: [\n---\n"})
    command = ["--root", str(folder.root), "demand", str(folder.write("log.csv", LOG))]
    assert CliRunner().invoke(cli, command).exit_code == 0
    assert CliRunner().invoke(cli, [*command, "--keep"]).exit_code == 1
    assert not (folder.root / "faq/_demand.csv").exists()


def test_an_faq_that_cannot_be_read_at_all_does(project: Maker) -> None:
    folder = project({"faq/faq.yml": "languages: ["})
    run = CliRunner().invoke(cli, ["--root", str(folder.root), "demand", str(folder.write("log.csv", LOG))])
    assert (run.exit_code, "faq.yml" in run.output) == (1, True)
