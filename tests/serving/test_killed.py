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
from typing import TYPE_CHECKING

from generator import files

if TYPE_CHECKING:
    from collections.abc import Callable

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
DRAFTS = ("x-en.delivery-time.1", "x-en.refund.1", "mastodon-en.parcel.1")


def test_no_confirmed_edit_is_lost_and_no_file_is_broken(person: Person, browse: Callable[[int], Web]) -> None:
    seen = {id_: person.sees(id_)["seen"] for id_ in DRAFTS}
    command = [sys.executable, "-c", SERVER, str(person.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        web = browse(int(running.stdout.readline()))
        confirmed: dict[str, int] = {}
        sent: dict[str, int] = {}
        enough = threading.Event()
        threading.Thread(target=_kill, args=(running.pid, enough), daemon=True).start()
        with contextlib.suppress(HTTPException, OSError, ValueError):
            for number in range(1, 101):
                id_ = DRAFTS[number % len(DRAFTS)]
                sent[id_] = number
                status, body = web.post(
                    "/desk/api/edit", {"do": "change", "draft": id_, "seen": seen[id_], "alt": f"Edit {number}."}
                )
                assert status == 200
                confirmed[id_], seen[id_] = number, body["draft"]["seen"]
                if number == 50:
                    enough.set()
    assert running.returncode == -signal.SIGKILL
    assert 50 <= max(confirmed.values()) < 100
    for id_, number in confirmed.items():
        assert person.sees(id_)["alt"] in {f"Edit {number}.", f"Edit {sent[id_]}."}
    assert person.checked() == []
    assert set(files.read_tree(person.root / "faq/_drafts/x-en")) >= {"delivery-time.1.md", "refund.1.md"}


def _kill(pid: int, enough: threading.Event) -> None:
    enough.wait(20)
    time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)


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
