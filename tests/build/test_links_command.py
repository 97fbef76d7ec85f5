"""`faq links` and `faq check --fix` as people use them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess, run

from generator.files import read_tree

Faq = Callable[..., CompletedProcess[str]]
ABOUT = "faq/about"
SITE = "https://faq.example.org/"


def put(root: Path, id_: str, body: str = "Words.\n", *languages: str) -> None:
    for lang in languages or ("en", "sr"):
        text = f"---\nquestion: Is it {id_}?\nshort: Yes.\n---\n{body}"
        (root / ABOUT / f"{id_}.{lang}.md").write_text(text, encoding="utf-8")


def published(root: Path, faq: Faq) -> None:
    faq(root, "links", "--write", "--today", "2026-03-01")


def rows(root: Path, faq: Faq) -> dict[str, dict[str, str]]:
    found = json.loads(faq(root, "links", "--json", "--today", "2026-04-01").stdout)
    return {row["address"].removeprefix(SITE): row for row in found}


def destination(root: Path, faq: Faq, address: str) -> str:
    return rows(root, faq)[address]["destination"].removeprefix(SITE)


def test_a_new_faq_is_locked_and_asked_for(small: Path, faq: Faq) -> None:
    done = faq(small, "links", "--write", "--today", "2026-03-01")
    assert done.stdout.startswith(f"{small / 'faq/_links.tsv'}: ")
    assert faq(small, "links", "--write").stdout.endswith(", nothing new\n")
    done = faq(small, "links")
    assert done.stdout == ""
    assert done.stderr.endswith(" of them live\n")
    put(small, "gift")
    assert "warning AA208" in faq(small, "check").stdout
    published(small, faq)
    assert "AA208" not in faq(small, "check").stdout


def test_an_entry_is_renamed(small: Path, faq: Faq) -> None:
    published(small, faq)
    done = faq(small, "links", "rename", "reply-time", "answers")
    assert f"{small / ABOUT / 'answers.en.md'}\n" in done.stdout
    assert f"reply-time.en.md deleted, kept in {small / 'build/retired'}\n" in done.stdout
    assert sorted(read_tree(small / "build" / "retired" / ABOUT)) == ["reply-time.en.md", "reply-time.sr.md"]
    assert destination(small, faq, "sr-Latn/q/reply-time/") == "sr-Latn/q/answers/"
    assert f"  {SITE}q/reply-time/  ->  {SITE}q/answers/\n" in faq(small, "links").stdout
    faq(small, "check")


def test_an_entry_that_was_deleted_by_hand_is_told_and_mended(small: Path, faq: Faq) -> None:
    put(small, "gift")
    published(small, faq)
    for lang in ("en", "sr"):
        (small / ABOUT / f"gift.{lang}.md").unlink()
    for command in (["check"], ["links"], ["links", "--write"], ["build"]):
        done = faq(small, *command, check=False)
        assert (done.returncode, "AA201 the published 'gift' is gone" in done.stdout) == (1, True), command
    done = faq(small, "links", "--json", check=False)
    assert done.returncode == 1
    assert json.loads(done.stdout), "what is known is printed"
    assert "AA201" in done.stderr, "and what is lost is said aside"
    faq(small, "links", "retire", "gift", "--heir", "reply-time")
    assert destination(small, faq, "sr/q/gift/") == "sr/q/reply-time/"
    faq(small, "check")


def test_an_entry_is_withdrawn(small: Path, faq: Faq) -> None:
    put(small, "gift")
    published(small, faq)
    faq(small, "links", "retire", "gift", "--withdraw", "Sold <out>.", "--see", "reply-time", "--today", "2026-04-01")
    text = (small / "faq/withdrawn.yml").read_text(encoding="utf-8")
    assert text.partition("entries:\n")[2] == (
        '  gift:\n    on: 2026-04-01\n    why: {en: "Sold <out>."}\n'
        '    question: {en: "Is it gift?", sr: "Is it gift?"}\n    see: "reply-time"\n'
    )
    assert rows(small, faq)["q/gift/"]["state"] == "withdrawn"
    assert "warning AA212" in faq(small, "check").stdout


def test_an_entry_is_split_and_merged(small: Path, faq: Faq) -> None:
    put(small, "gift", "Words.\n\n## Wrapping {#wrapping}\n\nRed.\n")
    published(small, faq)
    faq(small, "links", "split", "gift", "wrapping", "--headings", "wrapping", "--question", "Do you wrap it?")
    assert 'question: "Do you wrap it?"' in (small / ABOUT / "wrapping.en.md").read_text(encoding="utf-8")
    assert destination(small, faq, "q/gift/#wrapping") == "q/wrapping/"
    published(small, faq)
    faq(small, "links", "merge", "wrapping", "reply-time")
    assert destination(small, faq, "q/gift/#wrapping") == "q/reply-time/#wrapping"
    assert destination(small, faq, "sr/q/wrapping/") == "sr/q/reply-time/#wrapping"
    faq(small, "check")


def test_a_line_taken_out_of_the_lock_is_brought_back(small: Path, faq: Faq) -> None:
    published(small, faq)
    lock = small / "faq/_links.tsv"
    before = lock.read_text(encoding="utf-8")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(small)]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        run([*git, *command], check=True)
    lock.write_text("".join(line for line in before.splitlines(keepends=True) if "reply-time" not in line), "utf-8")
    assert "AA204" in faq(small, "check", check=False).stdout
    published(small, faq)
    assert lock.read_text(encoding="utf-8") == before
    faq(small, "check")


def test_a_broken_lock_is_not_written_over(small: Path, faq: Faq) -> None:
    published(small, faq)
    lock = small / "faq/_links.tsv"
    text = lock.read_text(encoding="utf-8") + "<<<<<<< HEAD\n"
    lock.write_text(text, encoding="utf-8")
    for command in (["links", "--write"], ["build"], ["check"]):
        done = faq(small, *command, check=False)
        assert (done.returncode, "AA205" in done.stdout) == (1, True), command
    assert lock.read_text(encoding="utf-8") == text


def test_broken_titles_are_not_written_over(small: Path, faq: Faq) -> None:
    published(small, faq)
    path = small / "faq/_titles.tsv"
    text = path.read_text(encoding="utf-8") + "<<<<<<< HEAD\n"
    path.write_text(text, encoding="utf-8")
    for command in (["links", "--write"], ["build"], ["check"]):
        done = faq(small, *command, check=False)
        assert (done.returncode, "AA213" in done.stdout) == (1, True), command
    assert path.read_text(encoding="utf-8") == text


def test_what_cannot_be_done_changes_nothing(small: Path, faq: Faq) -> None:
    published(small, faq)
    before = read_tree(small)
    for command in (
        ["rename", "nothing", "other"],
        ["rename", "reply-time", "con"],
        ["retire", "reply-time", "--heir", "reply-time"],
        ["split", "reply-time", "new", "--headings", "nothing"],
        ["merge", "reply-time", "nothing"],
    ):
        done = faq(small, "links", *command, check=False)
        assert (done.returncode, "AA207" in done.stdout) == (1, True), command
    for command in (
        ["rename", "reply time", "other"],
        ["rename", "reply-time"],
        ["retire", "reply-time"],
        ["retire", "reply-time", "--withdraw", " "],
        ["retire", "reply-time", "--heir", "x", "--withdraw", "y"],
        ["split", "reply-time", "new"],
    ):
        assert faq(small, "links", *command, check=False).returncode == 2, command
    assert read_tree(small) == before


def test_ids_of_headings_are_written(small: Path, faq: Faq) -> None:
    put(small, "gift", "## Wrapping\n\nRed.\n")
    assert "AA106" in faq(small, "check").stdout
    done = faq(small, "check", "--fix")
    assert "AA106" not in done.stdout
    assert f"{small / ABOUT / 'gift.sr.md'}\n" in done.stderr
    assert "## Wrapping {#wrapping}\n" in (small / ABOUT / "gift.sr.md").read_text(encoding="utf-8")
    before = read_tree(small)
    faq(small, "check", "--fix")
    assert read_tree(small) == before


def test_fixing_prints_one_list_for_programs(small: Path, faq: Faq) -> None:
    assert json.loads(faq(small, "check", "--fix", "--format", "json").stdout) == []
    (small / "faq/faq.yml").write_text("name: [", encoding="utf-8")
    done = faq(small, "check", "--fix", "--format", "json", check=False)
    assert (done.returncode, len(json.loads(done.stdout))) == (1, 1)
