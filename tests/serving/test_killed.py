"""A server killed in the middle of a hundred edits has lost none that it confirmed, and left every file whole."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator import files
from generator.serving.asked import parse
from generator.serving.workspace import Kind, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Person, Web

SERVER = """
import sys
from datetime import date
from pathlib import Path
from generator.build.project import read_project
from generator.serving.web import server
from generator.serving.workspace import Workspace
root = Path(sys.argv[1])
workspace = Workspace(root, lambda: date(2026, 11, 26))
workspace.take(read_project(root)[0])
web = server(root, 0, workspace)
print(web.server_port, flush=True)
web.serve_forever()
"""
WORDS, MOVED, POSTED, HELD = "x-en.refund.1", "x-en.delivery-time.1", "mastodon-en.parcel.1", "mastodon-en.exchange.1"
PLACES = ("2026-12-15 09:00 UTC", "2026-12-18 12:00 UTC")


class Desk:
    """The desk's page: it knows what it was told of each draft, and what it asked for last."""

    def __init__(self, web: Web, person: Person) -> None:
        self.web = web
        self.known = {id_: person.sees(id_) for id_ in (WORDS, MOVED, POSTED, HELD)}
        self.undo: dict[str, str] = {}
        self.sent: tuple[str, dict[str, Any]] = ("", {})
        """The draft that is on its way, and what of it will be different."""
        self.flags: list[str] = []
        self.confirmed = 0

    def does(self, do: str, id_: str, expected: dict[str, Any], **values: str) -> None:
        self.sent = id_, expected
        self._post("edit", id_, {"do": do, "draft": id_, "seen": self.known[id_]["seen"], **values})

    def takes_back(self, id_: str, expected: dict[str, Any]) -> None:
        self.sent = id_, expected
        self._post("undo", id_, {"undo": self.undo[id_]})

    def flag(self, words: str) -> None:
        self.sent = "", {}
        self._post("edit", "", {"do": "flag", "entry": "refund", "language": "en", "words": words})
        self.flags.append(words)

    def _post(self, path: str, id_: str, asked: dict[str, Any]) -> None:
        status, body = self.web.post(f"/desk/api/{path}", asked)
        assert status == 200, body
        self.confirmed += 1
        if id_:
            self.known[id_] = body["draft"]
            self.undo[id_] = body.get("undo", "")


def a_round(desk: Desk, number: int) -> Iterator[None]:
    """Ten edits of every kind: words, slots, flags, states, and a post with its line in the ledger."""
    place, address = PLACES[number % 2], f"https://social.example/{number}"
    yield desk.does("change", WORDS, {"alt": f"Alt {number}."}, alt=f"Alt {number}.")
    yield desk.does("change", WORDS, {"text": f"Words {number}."}, text=f"Words {number}.")
    yield desk.does("reschedule", MOVED, {"slot": place}, slot=place)
    yield desk.flag(f"where is my money{' please' * number}")
    yield desk.does("approve", POSTED, {"state": "approved"})
    yield desk.does("publish", POSTED, {"state": "published", "posted": address}, address=address)
    yield desk.takes_back(POSTED, {"state": "approved", "posted": ""})
    yield desk.does("review", POSTED, {"state": "review"})
    yield desk.does("hold", HELD, {"state": "held"})
    yield desk.does("review", HELD, {"state": "review"})


@pytest.mark.parametrize("middle", [33, 50, 77])
def test_no_confirmed_edit_is_lost_and_no_file_is_broken(
    person: Person, browse: Callable[[int], Web], middle: int
) -> None:
    command = [sys.executable, "-c", SERVER, str(person.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        enough = threading.Event()
        threading.Thread(target=_kill, args=(running.pid, enough), daemon=True).start()
        desk = Desk(browse(int(running.stdout.readline())), person)
        with contextlib.suppress(HTTPException, OSError, ValueError):
            for _ in (None for number in range(10) for _ in a_round(desk, number)):
                if desk.confirmed == middle:
                    enough.set()
    assert running.returncode == -signal.SIGKILL
    assert middle <= desk.confirmed < 100
    _nothing_is_lost(desk, person)
    assert person.checked() == []
    _goes_on(desk, person)


def _kill(pid: int, enough: threading.Event) -> None:
    enough.wait(20)
    time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)


def _nothing_is_lost(desk: Desk, person: Person) -> None:
    """Each draft and its line are as they were told, or as the one edit wanted that nobody got an answer to."""
    ledger = (person.root / "faq/_posts.tsv").read_text("utf-8")
    sent, expected = desk.sent
    for id_, known in desk.known.items():
        now = person.sees(id_)
        if now != known:
            assert id_ == sent
            assert {name: now[name] for name in expected} == expected
        states = {known["state"], expected.get("state")} if id_ == sent else {known["state"]}
        assert ledger.count(f"\n{id_}\t") == 1
        assert ledger.partition(f"\n{id_}\t")[2].partition("\t")[0] in states
    flagged = files.read(person.root / "faq/_flags.csv") or b""
    lines = flagged.decode().splitlines()[1:]
    assert [line.rpartition(",")[2] for line in lines][: len(desk.flags)] == desk.flags
    assert len(lines) <= len(desk.flags) + 1


def _goes_on(desk: Desk, person: Person) -> None:
    """Somebody starts it again: what was begun is no hindrance, and what lies around is no draft."""
    workspace = Workspace(person.root, person.workspace.today)
    workspace.take(person.workspace.project or pytest.fail("not read"))
    for id_ in desk.known:
        asked = {"do": "retire", "draft": id_, "seen": person.sees(id_)["seen"]}
        assert workspace.perform(parse(asked)).kind is Kind.DONE
    assert not [path for path in (person.root / "faq").rglob("*.md") if path.name.startswith(".")]
    assert person.checked() == []


def test_outside_edits_and_ours_at_the_same_time_lose_nothing(person: Person) -> None:
    """Somebody adds lines to a draft in an editor, as fast as the desk approves and takes back."""
    file = person.file("x-en.refund.1")
    stop = threading.Event()
    added: list[bytes] = []

    def edit() -> None:
        while not stop.is_set():
            before = file.read_bytes()
            line = f"Line {len(added)}.\n".encode()
            if files.exchange(file, before, before + line):
                added.append(line)
            time.sleep(0.002)

    editor = threading.Thread(target=edit, daemon=True)
    editor.start()
    for number in range(40):
        person.does("approve" if number % 2 else "review", "x-en.refund.1")
    stop.set()
    editor.join()
    text = file.read_bytes()
    assert len(added) > 3
    assert all(text.count(line) == 1 for line in added)
    assert person.sees("x-en.refund.1")["state"] in {"draft", "review", "approved"}


def test_a_folder_that_is_not_there_yet_is_no_draft(tmp_path: Path) -> None:
    assert files.read(tmp_path / "nothing") is None
