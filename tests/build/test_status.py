"""`faq status` as editors use it: what is behind, how much, and recording that it was seen to."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from generator.files import read_tree

Faq = Callable[..., CompletedProcess[str]]
SOURCE = "faq/about/reply-time.en.md"
SERBIAN = "faq/about/reply-time.sr.md"


def edit(root: Path, old: str, new: str, path: str = SOURCE) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def states(root: Path, faq: Faq) -> dict[str, int]:
    states: dict[str, int] = json.loads(faq(root, "status", "--json").stdout)["translations"]["sr"]["states"]
    return states


def test_a_new_faq_has_nothing_to_do(small: Path, faq: Faq) -> None:
    assert faq(small, "status").stdout == "sr: 1 of 1 up to date\n"
    assert states(small, faq) == {"fresh": 1}


def test_an_edit_is_graded_once_and_the_translation_follows(small: Path, faq: Faq) -> None:
    before = read_tree(small)
    edit(small, "How soon will you answer me?", "When will you answer me?")
    edited = read_tree(small)
    assert "AA118" in faq(small, "check").stdout
    assert faq(small, "status").stdout == f"sr: 0 of 1 up to date\n  ungraded  {SERBIAN}\n"

    faq(small, "status", "grade", "reply-time", "medium", "--today", "2026-11-25")
    assert faq(small, "check").stdout == ""
    assert faq(small, "status", "--lang", "sr").stdout == (
        f"sr: 0 of 1 up to date\n  medium    {SERBIAN}, since 2026-11-25\n"
    )
    again = faq(small, "status", "grade", "reply-time", "major", check=False)
    assert again.returncode == 1
    assert "AA119 nothing has changed since the edit of 2026-11-25" in again.stdout

    done = faq(small, "status", "translated", "reply-time", "sr")
    assert done.stdout.splitlines() == [str(small / SERBIAN)]
    assert states(small, faq) == {"fresh": 1}
    changed = {path for path, content in read_tree(small).items() if content != edited[path]}
    assert changed == {SOURCE, SERBIAN}, "the source keeps its last edit: the feed tells when an answer changed"
    old, new = (tree[SERBIAN].decode().splitlines() for tree in (before, read_tree(small)))
    assert [line for line in new if line not in old] == [line for line in new if line.startswith("source: ")]


def test_a_typo_leaves_the_translation_up_to_date(small: Path, faq: Faq) -> None:
    edit(small, "How soon", "How  quickly")
    faq(small, "status", "grade", "reply-time", "typo", "--today", "2026-11-25")
    assert faq(small, "status").stdout == "sr: 1 of 1 up to date\n"
    assert states(small, faq) == {"typo": 1}


def test_a_major_edit_warns_the_reader_on_the_page_in_both_scripts(small: Path, faq: Faq) -> None:
    edit(small, "within {{ reply_time }}", "in {{ reply_time }}")
    faq(small, "status", "grade", "reply-time", "major", "--today", "2026-11-25")
    waiting = json.loads(faq(small, "status", "--json").stdout)["translations"]["sr"]["waiting"]
    assert waiting == [{"id": "reply-time", "state": "major", "path": SERBIAN, "since": "2026-11-25"}]
    faq(small, "build", "--today", "2026-11-25")
    pages = {
        lang: (small / f"build/site/{lang}q/reply-time/index.html").read_text() for lang in ("", "sr/", "sr-Latn/")
    }
    assert "aa-notice" not in pages[""]
    assert "Изворни одговор је у међувремену измењен" in pages["sr/"]
    assert "Izvorni odgovor je u međuvremenu izmenjen" in pages["sr-Latn/"]
    for lang in ("sr/", "sr-Latn/"):
        assert (
            '<a href="../../../q/reply-time/" hreflang="en" lang="en">How soon will you answer me? (English)</a>'
            in (pages[lang])
        )


def test_a_mass_link_fix_changes_no_state(small: Path, faq: Faq) -> None:
    edit(small, "(page:contact)", "(https://example.org/contact)")
    assert states(small, faq) == {"fresh": 1}
    assert "AA118" not in faq(small, "check").stdout


def test_missing_and_silent_translations_are_listed_and_adopted(small: Path, faq: Faq) -> None:
    faq(small, "new", "opening-hours", "--topic", "about", "--question", "When?")
    text = (small / SERBIAN).read_text(encoding="utf-8")
    silent = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("source:"))
    (small / SERBIAN).write_text(silent, encoding="utf-8")
    said = faq(small, "status").stdout.splitlines()
    assert said[0] == "sr: 0 of 2 up to date"
    assert said[1] == "  missing   faq/about/opening-hours.en.md"
    assert said[2].startswith("  unknown   1 ")
    assert faq(small, "status", "translated", "--all").stdout == f"{small / SERBIAN}\n"
    assert (small / SERBIAN).read_text(encoding="utf-8") == text
    assert states(small, faq) == {"fresh": 1, "missing": 1}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["grade", "reply-tim", "typo"], 1, "did you mean 'reply-time'?"),
        (["grade", "reply-time", "typo"], 1, "AA119 no translation was made from an earlier text"),
        (["grade", "reply-time", "big"], 2, "'big' is not one of"),
        (["translated", "reply-time", "hr"], 1, "'reply-time' is not written in 'hr'"),
        (["translated", "reply-time", "en"], 1, "AA119 'en' is the source language"),
        (["translated", "reply-time"], 2, "name an entry and a language, or --all"),
        (["translated", "reply-time", "sr", "--all"], 2, "name an entry and a language, or --all"),
        (["--lang", "hr"], 2, "languages with translations are sr"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_is_written(
    arguments: list[str], code: int, said: str, small: Path, faq: Faq
) -> None:
    before = read_tree(small)
    done = faq(small, "status", *arguments, check=False)
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert read_tree(small) == before


def test_front_matter_that_only_a_person_can_change_stays(small: Path, faq: Faq) -> None:
    odd = "---\n{question: Када?, short: Увек.}\n---\n"
    (small / SERBIAN).write_text(odd, encoding="utf-8")
    done = faq(small, "status", "translated", "reply-time", "sr", check=False)
    assert done.returncode == 1
    assert "AA119 the front matter is written in a way that only a person can change: source: " in done.stdout
    assert (small / SERBIAN).read_text(encoding="utf-8") == odd


def test_posts_that_went_out_are_called_back_and_drafts_go_along_with_a_renamed_entry(
    bigger: Path, faq: Faq, tmp_path: Path
) -> None:
    root = shutil.copytree(bigger, tmp_path / "copy", ignore=shutil.ignore_patterns("build"))
    faq(root, "plan", "--from", "2026-12-01", "--weeks", "2")
    assert faq(root, "status", "recall").stdout == "No post that went out has to be corrected.\n"
    draft = next(path for path in sorted((root / "faq/_drafts").glob("*/order*.1.md")))
    entry = draft.name.removesuffix(".1.md")
    language = draft.parent.name.rpartition("-")[2]
    for before, after in (("draft", "approved"), ("approved", "published")):
        edit(root, f"state: {before}", f"state: {after}", draft.relative_to(root).as_posix())
        faq(root, "plan", "--from", "2026-12-01", "--weeks", "1")
    (written,) = (root / "faq").glob(f"*/{entry}.{language}.md")
    edit(root, "?", ", please?", written.relative_to(root).as_posix())

    (row,) = json.loads(faq(root, "status", "recall", "--json").stdout)["recall"]

    assert (row["entry"], row["state"]) == (entry, "published")
    assert row["changes"][0]["field"] == "question"
    assert ", please?" in faq(root, "status", "recall").stdout

    faq(root, "links", "rename", entry, "renamed")
    faq(root, "plan", "--from", "2026-12-01", "--weeks", "1")
    assert not draft.exists()
    assert draft.with_name("renamed.1.md").exists()
    assert draft.parents[1].joinpath(".base", draft.parent.name, "renamed.1.json").exists()


def test_flagged_words_that_no_entry_knows_are_listed(small: Path, faq: Faq) -> None:
    assert faq(small, "status", "flags").stdout == "No words wait for an entry.\n"
    lines = ["day,entry,language,words", *["2026-11-26,reply-time,en,Are you there?"] * 2, "2026-11-26,gone,en,Who?"]
    (small / "faq/_flags.csv").write_text("\n".join(lines), encoding="utf-8")
    assert faq(small, "status", "flags").stdout == "   2  reply-time                   en       Are you there?\n"
    found = json.loads(faq(small, "status", "flags", "--json").stdout)["proposals"]
    assert found == [{"entry": "reply-time", "language": "en", "words": "Are you there?", "count": 2}]
    (small / "faq/_flags.csv").write_text("soon,a,en,Why?\n", encoding="utf-8")
    assert "AA552" in faq(small, "check").stdout


def test_a_translation_that_was_only_begun_is_missing(small: Path, faq: Faq) -> None:
    (small / SERBIAN).unlink()
    faq(small, "new", "reply-time", "--lang", "sr")
    assert faq(small, "status").stdout == f"sr: 0 of 1 up to date\n  missing   {SERBIAN}\n"
    edit(small, "How soon will you answer me?", "Колико брзо одговарате?", SERBIAN)
    assert states(small, faq) == {"fresh": 1}
