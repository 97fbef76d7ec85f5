"""The desk's server: desk and cards, edits for the desk's own page, nothing else, for nobody else."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.serving.guard import TOKEN_HEADER
from generator.serving.pages import PortTakenError
from generator.serving.running import state
from generator.serving.web import server

if TYPE_CHECKING:
    from conftest import Person, Web

ONE = "x-en.delivery-time.1"


OUT_OF_THE_FOLDER = (
    "/cards/../work/secret.txt",
    "/desk/../site/../secret.txt",
    "/desk/%2e%2e/work/secret.txt",
    "/desk/..%2fwork/secret.txt",
    "/desk/%252e%252e/work/secret.txt",
    "/desk/..\\work\\secret.txt",
    "/..%2f..%2ffaq/faq.yml",
    "//faq/faq.yml",
    "//desk/data.js/../../../faq/faq.yml",
    "/work/secret.txt",
    "/desk/%00",
)


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("/desk/data.js", 200, "internal notes"),
        ("/cards/", 200, "contact sheet"),
        ("/cards/en/a-qa-wide.png", 200, "card"),
    ],
)
def test_the_desks_files_and_the_cards_are_served(web: Web, path: str, status: int, text: str) -> None:
    assert web.get(path) == (status, text)


@pytest.mark.parametrize("path", [*OUT_OF_THE_FOLDER, "/index.html", "/q/parcel/", "/deskx", "/nothing/", "/cards/en/"])
def test_nothing_else_is_not_even_the_site(web: Web, path: str) -> None:
    status, text = web.get(path)
    assert status == 404
    assert "secret" not in text
    assert "languages:" not in text


@pytest.mark.parametrize("path", ["/", "/desk", "/?a=b"])
def test_the_address_without_a_path_leads_to_the_desk(web: Web, path: str) -> None:
    status, _, headers = web.ask("GET", path, {"Host": "localhost:8001"})
    assert (status, headers["Location"]) == (302, "/desk/")


def test_the_desks_page_gets_a_token_of_this_start_and_may_ask_only_here(web: Web, person: Person) -> None:
    status, page, headers = web.ask("GET", "/desk/", {"Host": "localhost:8000"})
    assert status == 200
    assert "connect-src 'self'" in page
    assert len(web.token()) > 30
    assert web.token() == page.partition('edit-token" content="')[2].partition('"')[0]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert "edit-token" not in (person.root / "build/desk/index.html").read_text("utf-8")
    other = server(person.root, 0, person.workspace)
    assert other.RequestHandlerClass.keywords["token"] != web.token()  # type: ignore[attr-defined]
    other.server_close()


@pytest.mark.parametrize("origin", ["same-site", "cross-site", "anything"])
@pytest.mark.parametrize("path", ["/desk/", "/desk/data.js", "/cards/en/a-qa-wide.png"])
def test_pages_of_another_origin_get_nothing_unless_a_link_is_followed(web: Web, origin: str, path: str) -> None:
    """The site is another origin: its port is another one."""
    for mode, wanted in (("cors", "empty"), ("no-cors", "script"), ("no-cors", "image"), ("navigate", "iframe")):
        asked = {"Sec-Fetch-Site": origin, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": wanted}
        status, text, headers = web.ask("GET", path, {"Host": "127.0.0.1:8001", **asked})
        assert status == 403
        assert "edit-token" not in text
        assert "internal notes" not in text
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    followed = {"Sec-Fetch-Site": origin, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert web.get(path, **followed)[0] == 200


def test_no_answer_may_be_framed_or_read_elsewhere(web: Web) -> None:
    for path in ("/desk/", "/desk/data.js", "/cards/", "/nothing", "/desk/api/drafts"):
        headers = web.ask("GET", path, {"Host": "127.0.0.1:8001"})[2]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert not any(name.lower().startswith("access-control") for name in headers)


@pytest.mark.parametrize("wanted", ["empty", "iframe", "script"])
def test_a_script_or_a_frame_gets_the_desk_without_the_token(web: Web, wanted: str) -> None:
    page = web.ask("GET", "/desk/", {"Host": "127.0.0.1:8000", "Sec-Fetch-Dest": wanted})[1]
    assert "desk" in page
    assert "edit-token" not in page


def test_another_host_name_is_refused_because_a_foreign_page_could_use_it_to_read_the_desk(web: Web) -> None:
    for host in ("evil.example:8000", "127.0.0.1.evil.example", "127.0.0.1:8000@evil.example", "", "[::1]:8000"):
        status, text, _ = web.ask("GET", "/desk/", {"Host": host})
        assert status == 403
        assert "edit-token" not in text


def edit(person: Person) -> dict[str, str]:
    return {"do": "approve", "draft": ONE, "seen": person.sees(ONE)["seen"]}


def test_the_desk_edits_and_takes_back(web: Web, person: Person) -> None:
    before = person.content()
    status, body = web.post("/desk/api/edit", edit(person))
    assert (status, body["draft"]["state"], body["problems"]) == (200, "approved", [])
    assert b"state: approved" in person.file(ONE).read_bytes()
    status, body = web.post("/desk/api/undo", {"undo": body["undo"]})
    assert (status, body["draft"]["state"]) == (200, "draft")
    assert person.content() == before


FOREIGN: dict[str, tuple[dict[str, str | None], int]] = {
    "another host": ({"Host": "evil.example"}, 403),
    "another host, rebound": ({"Host": "evil.example:8000", "Origin": "http://evil.example:8000"}, 403),
    "another origin": ({"Origin": "https://evil.example"}, 403),
    "another port": ({"Origin": "http://127.0.0.1:1"}, 403),
    "another scheme": ({"Origin": "https://{host}"}, 403),
    "a page without an origin": ({"Origin": "null"}, 403),
    "no origin": ({"Origin": None}, 403),
    "no token": ({TOKEN_HEADER: None}, 403),
    "another token": ({TOKEN_HEADER: "x" * 43}, 403),
    "a token that is no ASCII": ({TOKEN_HEADER: "\u00e9"}, 403),
    "another site": ({"Sec-Fetch-Site": "cross-site"}, 403),
    "the site, which has another port": ({"Sec-Fetch-Site": "same-site"}, 403),
    "two origins": ({"Origin": "http://{host}, http://{host}"}, 403),
    "the other name of this computer": ({"Origin": "http://localhost:1"}, 403),
    "a form": ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
    "text": ({"Content-Type": "text/plain"}, 415),
    "no type": ({"Content-Type": None}, 415),
    "in chunks": ({"Transfer-Encoding": "chunked"}, 411),
    "a length that is none": ({"Content-Length": "-1"}, 411),
    "too long": ({"Content-Length": "64001"}, 413),
    "far too long": ({"Content-Length": "9" * 30}, 413),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_whoever_is_not_the_desk_itself_is_refused(web: Web, person: Person, name: str) -> None:
    changed, expected = FOREIGN[name]
    before = person.content()
    body = json.dumps(edit(person)).encode()
    headers: dict[str, str | None] = {"Content-Length": str(len(body)), **web.own(), **changed}
    host = web.own()["Host"]
    sent = {key: value.replace("{host}", host) for key, value in headers.items() if value is not None}
    web.connection.putrequest("POST", "/desk/api/edit", skip_host=True)
    for key, value in sent.items():
        web.connection.putheader(key, value.encode("latin-1"))
    web.connection.endheaders(body)
    answer = web.connection.getresponse()
    assert answer.status == expected
    assert "error" in json.loads(answer.read())
    assert person.content() == before


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/desk/api/nothing", 404),
        ("POST", "/desk/api/edit/../drafts", 404),
        ("POST", "/desk/", 404),
        ("POST", "/", 404),
        ("POST", "/api/edit", 404),
        ("GET", "/desk/api/edit", 404),
        ("PUT", "/desk/api/edit", 501),
        ("DELETE", "/desk/api/edit", 501),
        ("OPTIONS", "/desk/api/edit", 501),  # no permission is ever given to another page
        ("PATCH", "/desk/api/edit", 501),
    ],
)
def test_other_ways_and_addresses_lead_nowhere(web: Web, person: Person, method: str, path: str, status: int) -> None:
    before = person.content()
    body = json.dumps(edit(person)).encode()
    found, _, headers = web.ask(method, path, web.own(), body)
    assert found == status
    assert not any(name.lower().startswith("access-control") for name in headers)
    assert person.content() == before


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"\xff",
        b"{",
        b"[" * 50_000,
        b'{"do": "approve"}',
        b'{"do": ["approve"], "draft": "x", "seen": "y"}',
        b'{"do": "rm", "draft": "x", "seen": "' + b"0" * 64 + b'"}',
        b'{"do": "approve", "draft": "x", "seen": "' + b"0" * 64 + b'", "path": "/etc/passwd"}',
        b'{"do": "change", "draft": "x", "seen": "' + b"0" * 64 + b'", "text": "\\ud800"}',
        b'{"do": "change", "draft": "x", "seen": "' + b"0" * 64 + b'"}',
        b'{"do": "change", "draft": "x", "seen": "' + b"0" * 64 + b'", "slides": {"1": {"link": "x"}}}',
        b'{"do": "publish", "draft": "x", "seen": "' + b"0" * 64 + b'", "address": "javascript:alert(1)"}',
        b'{"do": "reschedule", "draft": "x", "seen": "' + b"0" * 64 + b'", "slot": "tomorrow"}',
        b'{"do": "pin", "draft": "x", "seen": "' + b"0" * 64 + b'", "pinned": "yes"}',
    ],
    ids=range(16),
)
def test_what_is_no_action_is_told(web: Web, person: Person, body: bytes) -> None:
    before = person.content()
    status, text, _ = web.ask("POST", "/desk/api/edit", web.own(), body)
    assert status == 400
    assert json.loads(text)["error"]
    assert person.content() == before


@pytest.mark.parametrize("id_", ["../../faq", "/etc/passwd", "x-en/delivery-time.1", "x-en.delivery-time.2", ""])
def test_a_draft_that_is_none_is_not_found(web: Web, id_: str) -> None:
    status, _ = web.post("/desk/api/edit", {"do": "approve", "draft": id_, "seen": "0" * 64})
    assert status == 404


def test_a_conflict_shows_what_is_there_now(web: Web, person: Person) -> None:
    old = edit(person)
    person.does("hold", ONE)
    status, body = web.post("/desk/api/edit", old)
    assert (status, body["now"]["state"]) == (409, "held")


def test_what_is_not_allowed_says_why(web: Web, person: Person) -> None:
    status, body = web.post("/desk/api/edit", edit(person) | {"do": "publish"})
    assert (status, body["problems"][0]["code"]) == (422, "AA340")


def test_reading_needs_the_token_too(web: Web) -> None:
    own = web.own()
    assert web.ask("GET", "/desk/api/drafts", own)[0] == 200
    for name in (TOKEN_HEADER,):
        assert web.ask("GET", "/desk/api/drafts", {k: v for k, v in own.items() if k != name})[0] == 403
    assert web.ask("GET", "/desk/api/drafts", own | {"Origin": "https://evil.example"})[0] == 403
    page = {key: value for key, value in own.items() if key != "Origin"}  # browsers leave it out here
    assert web.ask("GET", "/desk/api/drafts", page)[0] == 200


def test_free_times_are_offered_and_others_say_why_not(web: Web) -> None:
    path = f"/desk/api/slots?draft={ONE}&from=2026-12-15&days=14"
    status, text, _ = web.ask("GET", path, web.own())
    slots: Any = {slot["slot"]: slot["why"] for slot in json.loads(text)["slots"]}
    assert status == 200
    assert slots["2026-12-25 12:00 UTC"] == "2026-12-25 is a public holiday (HR)"
    assert len(slots) == 4
    holiday = next(slot for slot in json.loads(text)["slots"] if slot["why"])
    assert (holiday["rule"], holiday["number"]) == ("holiday", 0)
    for wrong in ("from=x&days=1", "from=2026-12-01&days=0", "from=2026-12-01&days=1000", "from=0001-01-01&days=9", ""):
        assert web.ask("GET", f"/desk/api/slots?draft={ONE}&{wrong}", web.own())[0] == 400
    assert web.ask("GET", "/desk/api/slots?draft=x&from=2026-12-01&days=9", web.own())[0] == 404


def test_words_are_tried_and_nothing_is_written(web: Web, person: Person) -> None:
    before = person.content()
    words = {**edit(person), "do": "change", "text": "You hear from us soon. " + "Too long. " * 40}
    status, body = web.post("/desk/api/try", words)
    assert (status, body["length"], body["limit"], body["unit"]) == (200, 422, 280, "x_weighted")
    assert {"AA320", "AA142"} <= {problem["code"] for problem in body["problems"]}  # the length, and how it sounds
    assert person.content() == before
    assert web.post("/desk/api/try", edit(person))[0] == 400  # a decision is no words
    assert web.post("/desk/api/try", words | {"draft": "x"})[0] == 404
    assert web.post("/desk/api/try", words | {"slides": {"9": {"title": "x"}}})[0] == 422
    person.workspace.project = None
    assert web.post("/desk/api/try", words)[0] == 503


def test_nothing_is_edited_before_the_folder_was_read(web: Web, person: Person) -> None:
    asked = edit(person)
    person.workspace.project = None
    assert web.post("/desk/api/edit", asked)[0] == 503


def test_a_disk_that_takes_nothing_is_told(web: Web, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    asked = edit(person)
    monkeypatch.setattr("generator.files.os.fsync", full)
    status, body = web.post("/desk/api/edit", asked)
    assert (status, body["error"]) == (500, "the folder cannot be read or written: No space left on device")


def test_only_this_computer_is_listened_to(web: Web) -> None:
    with socket.create_connection(("127.0.0.1", web.port), timeout=5) as connection:
        assert connection.getpeername()[0] == "127.0.0.1"
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", web.port), timeout=5)


def test_a_changed_file_changes_the_state(tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    before = state(tmp_path)
    (tmp_path / "faq/a.md").write_text("a", encoding="utf-8")
    assert state(tmp_path) != before


def test_a_taken_port_is_named(web: Web, person: Person) -> None:
    with pytest.raises(PortTakenError, match=f"port {web.port}"):
        server(person.root, web.port, person.workspace)
