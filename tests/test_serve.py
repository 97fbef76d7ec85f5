"""The local server: site at /, desk at /desk/, cards at /cards/, nothing else, for nobody else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from generator.serve import PortTakenError, server, state


@pytest.fixture
def web(tmp_path: Path) -> Iterator[HTTPConnection]:
    for path, text in {
        "build/site/index.html": "site",
        "build/site/404.html": "not here",
        "build/desk/index.html": "desk",
        "build/cards/index.html": "contact sheet",
        "build/cards/en/a-qa-wide.png": "card",
        "build/work/secret.txt": "secret",
        "faq/faq.yml": "secret",
    }.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    running = server(tmp_path, 0)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    connection = HTTPConnection("127.0.0.1", running.server_port)
    yield connection
    connection.close()
    running.shutdown()
    running.server_close()
    thread.join()


def get(web: HTTPConnection, path: str, host: str = "127.0.0.1:8000") -> tuple[int, str]:
    web.request("GET", path, headers={"Host": host})
    answer = web.getresponse()
    return answer.status, answer.read().decode()


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("/", 200, "site"),
        ("/desk/", 200, "desk"),
        ("/desk/index.html", 200, "desk"),
        ("/cards/", 200, "contact sheet"),
        ("/cards/en/a-qa-wide.png", 200, "card"),
        ("/cards/../work/secret.txt", 404, "not here"),
        ("/nothing/", 404, "not here"),
        ("/deskx", 404, "not here"),
        ("/desk/../site/../secret.txt", 404, "not here"),
        ("/desk/%2e%2e/work/secret.txt", 404, "not here"),
        ("/..%2f..%2ffaq/faq.yml", 404, "not here"),
        ("//faq/faq.yml", 404, "not here"),
    ],
)
def test_only_site_desk_and_cards_are_served(web: HTTPConnection, path: str, status: int, text: str) -> None:
    assert get(web, path) == (status, text)


def test_another_host_name_is_refused_because_a_foreign_page_could_use_it_to_read_the_desk(web: HTTPConnection) -> None:
    status, text = get(web, "/desk/", "evil.example:8000")
    assert status == 403
    assert "desk" not in text.replace("http://localhost", "")


def test_a_changed_file_changes_the_state(tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    before = state(tmp_path)
    (tmp_path / "faq/a.md").write_text("a", encoding="utf-8")
    assert state(tmp_path) != before


def test_a_taken_port_is_named(web: HTTPConnection, tmp_path: Path) -> None:
    with pytest.raises(PortTakenError, match=f"port {web.port}"):
        server(tmp_path, web.port)
