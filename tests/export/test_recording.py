"""That posts went out is written down once, and a person's file changes in nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.export import earlier, gone_out, record_exported
from generator.social import Draft, format_draft
from generator.social.approvals import seal
from generator.social.ledger import record

PATH = "facebook-hr/dostava.1.md"


def test_file_and_ledger_say_exported(post: Draft) -> None:
    files, ledger, problems = record_exported([post], {PATH: format_draft(post).encode()}, ())

    assert files == {PATH: format_draft(replace(post, state="exported")).encode()}
    assert [(line.id, line.state) for line in ledger] == [(post.id, "exported")]
    assert problems == []
    assert gone_out(ledger) == {post.id}


def test_exporting_again_makes_no_second_line_and_no_other_bytes(post: Draft) -> None:
    files, ledger, _ = record_exported([post], {PATH: format_draft(post).encode()}, (record(post),))

    again = record_exported([replace(post, state="exported")], files, ledger)

    assert again == ({}, ledger, [])
    assert len(ledger) == 1


def test_what_the_machine_once_wrote_stays_known(post: Draft) -> None:
    """Else nobody would know any more that a person edited the post."""
    written = record(replace(post, text="Kako je bilo"))

    _, (line,), _ = record_exported([post], {}, (written,))

    assert line == replace(written, state="exported", approved=seal(post))


def test_a_persons_bytes_stay(post: Draft) -> None:
    text = (
        format_draft(post).replace("state: approved", "# Ana, 3.12.\nstate:   'approved'  # ok").replace("\n", "\r\n")
    )

    files, _, _ = record_exported([post], {PATH: text.encode()}, ())

    assert files[PATH].decode() == text.replace("   'approved'", " exported")


@pytest.mark.parametrize("text", ["--- {state: approved}\n---\nx", "no front matter"])
def test_a_file_that_cannot_be_changed_is_told_and_the_ledger_knows(post: Draft, text: str) -> None:
    files, ledger, problems = record_exported([post], {PATH: text.encode()}, ())

    assert (files, [p.code for p in problems], gone_out(ledger)) == ({}, ["AA524"], {post.id})


class TestEarlier:
    """The folder holds one export; the files before it are kept, since they may not have been uploaded."""

    def test_files_of_the_last_export_move(self) -> None:
        old = {"buffer/a.csv": b"1", "buffer/b.csv": b"2"}

        assert earlier(old, {"buffer/a.csv": b"3"}, "buffer") == {
            "buffer/b.csv": None,
            "buffer/earlier/1/a.csv": b"1",
            "buffer/earlier/1/b.csv": b"2",
        }

    def test_what_is_the_same_again_stays(self) -> None:
        assert earlier({"buffer/a.csv": b"1"}, {"buffer/a.csv": b"1"}, "buffer") == {}

    def test_what_moved_once_stays_and_the_next_gets_the_next_number(self) -> None:
        old = {"buffer/a.csv": b"2", "buffer/earlier/9/a.csv": b"1", "buffer/earlier/x/a.csv": b"0"}

        assert earlier(old, {"buffer/b.csv": b"3"}, "buffer") == {
            "buffer/a.csv": None,
            "buffer/earlier/10/a.csv": b"2",
        }
