"""`faq plan` as marketers use it: look first, change something, plan again, and see what that did."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.files import read_tree

if TYPE_CHECKING:
    from conftest import Faq

FOUR_WEEKS = ("--from", "2026-12-01", "--weeks", "4", "--today", "2026-12-01")
CHANNELS = """posts:
  - {id: x-en, network: x, language: en, slots: ["tue 09:00", "fri 12:00"], holidays: HR, cooldown: 10 days}
"""


@pytest.fixture
def root(bigger: Path, tmp_path: Path) -> Path:
    """Nine imported entries and the ones of a new FAQ, and one channel."""
    folder: Path = shutil.copytree(bigger, tmp_path / "copy", ignore=shutil.ignore_patterns("build"))
    settings = folder / "faq/faq.yml"
    before, _, _ = settings.read_text(encoding="utf-8").partition("\nposts:")
    settings.write_text(f"{before}\n{CHANNELS}", encoding="utf-8")
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_dry_run_says_what_would_change_and_writes_nothing(root: Path, faq: Faq) -> None:
    before = read_tree(root)
    said = faq(root, "plan", *FOUR_WEEKS, "--dry-run").stdout.splitlines()
    assert sum(line.startswith("+ 2026-12-") for line in said) == 7  # the others say what rules find in the drafts
    assert said[-1] == "7 added"  # of eight slots one is Christmas Day
    assert read_tree(root) == before
    assert len(json.loads(faq(root, "plan", *FOUR_WEEKS, "--dry-run", "--json").stdout)["added"]) == 7

    faq(root, "plan", *FOUR_WEEKS)
    assert faq(root, "plan", *FOUR_WEEKS, "--dry-run").stdout == "nothing would change\n"


def test_an_explained_plan_has_the_reasons_the_rivals_and_the_empty_slots(root: Path, faq: Faq) -> None:
    said = faq(root, "plan", *FOUR_WEEKS, "--explain").stdout
    assert "never posted here" in said
    assert "; otherwise order" in said
    assert "2026-12-25 12:00  x-en             -" in said
    assert "2026-12-25 is a public holiday (HR)" in said


def test_what_a_new_rule_forbids_moves_and_what_a_person_touched_stays(root: Path, faq: Faq) -> None:
    rows = json.loads(faq(root, "plan", *FOUR_WEEKS, "--json").stdout)
    assert {row["change"] for row in rows} == {"added"}
    approved, free = rows[1]["entry"], rows[2]["entry"]
    drafts = root / "faq/_drafts/x-en"
    edit(drafts / f"{approved}.1.md", "state: draft", "state: approved")
    own = (drafts / f"{approved}.1.md").read_bytes()
    edit(root / "faq/faq.yml", "cooldown: 10 days", "cooldown: 10 days, blocked: [2026-12-04..2026-12-08]")
    five_weeks = ("--from", "2026-12-01", "--weeks", "5", "--today", "2026-12-01")

    said = faq(root, "plan", *five_weeks, "--dry-run").stdout
    why = "from 2026-12-08 09:00: 2026-12-08 is a blocked date"
    assert said.startswith(f"faq/_drafts/x-en/{approved}.1.md:1:1: warning AA333 this draft stays on 2026-12-04 12:00")
    moved = f"> 2026-12-29 09:00  x-en             {free:<28} {why}"
    assert said.splitlines()[-2:] == [moved, "1 moved"]
    done = faq(root, "plan", *five_weeks)
    assert moved in done.stderr
    assert (drafts / f"{approved}.1.md").read_bytes() == own
    assert "slot: 2026-12-29 09:00" in (drafts / f"{free}.1.md").read_text(encoding="utf-8")
    slots = [line.split("\t")[2][:10] for line in (root / "faq/_posts.tsv").read_text(encoding="utf-8").splitlines()]
    assert slots[1:] == [
        "2026-12-01",
        "2026-12-04",
        "2026-12-11",
        "2026-12-15",
        "2026-12-18",
        "2026-12-22",
        "2026-12-29",
    ]


def test_an_entry_kept_out_of_posts_takes_its_drafts_with_it_but_not_out_of_reach(root: Path, faq: Faq) -> None:
    rows = json.loads(faq(root, "plan", *FOUR_WEEKS, "--json").stdout)
    draft = f"x-en/{rows[0]['entry']}.1.md"
    (entry,) = (root / "faq").glob(f"[!_]*/{rows[0]['entry']}.en.md")
    edit(entry, "question:", "posts: {skip: true}\nquestion:")

    done = faq(root, "plan", *FOUR_WEEKS)

    assert f"{rows[0]['entry']:<28} the entry is kept out of posts" in done.stderr
    assert not any(rows[0]["entry"] in path for path in read_tree(root / "faq/_drafts"))
    assert (root / "build/retired/faq/_drafts" / draft).exists()
    assert f"\t{rows[0]['entry']}\t" not in (root / "faq/_posts.tsv").read_text(encoding="utf-8")


def test_demand_of_the_project_and_of_another_file(root: Path, faq: Faq, tmp_path: Path) -> None:
    (root / "faq/_demand.csv").write_text("entry,count\norder7,90\n", encoding="utf-8")
    other = tmp_path / "other.csv"
    other.write_text("entry,count,month\norder3,5,2026-01\n", encoding="utf-8")

    (first, *_) = json.loads(faq(root, "plan", *FOUR_WEEKS, "--dry-run", "--json").stdout)["added"]
    assert (first["entry"], first["why"]) == ("order7", "never posted here, asked 90 times")
    given = faq(root, "plan", *FOUR_WEEKS, "--dry-run", "--json", "--demand", str(other)).stdout
    (first, *_) = json.loads(given)["added"]
    assert (first["entry"], first["why"]) == ("order3", "asked most in January, never posted here")

    other.write_text("entry,count\norder3,lots\n", encoding="utf-8")
    done = faq(root, "plan", *FOUR_WEEKS, "--demand", str(other), check=False)
    assert (done.returncode, "error AA330" in done.stdout) == (1, True)
    (root / "faq/_demand.csv").write_text("entry,count\norder99,1\n", encoding="utf-8")
    assert "faq/_demand.csv:2:1: warning AA331" in faq(root, "check").stdout


def test_holidays_nobody_knows_and_years_without_a_calendar(root: Path, faq: Faq) -> None:
    edit(root / "faq/faq.yml", "holidays: HR, cooldown", "holidays: XX, cooldown")
    done = faq(root, "check", check=False)
    assert "AA128 the public holidays of 'XX' are not known" in done.stdout
    assert faq(root, "plan", "--from", "0001-01-01", check=False).returncode == 2
    assert faq(root, "plan", "--from", "9999-12-31", check=False).returncode == 2
