"""A small FAQ with planned posts, on disk; a person who works on it; and a server of it."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator import files
from generator.build import planning, post_rules
from generator.build.project import Project, read_project
from generator.problems import Problem, as_text, has_errors
from generator.serving.asked import parse
from generator.serving.guard import TOKEN_HEADER
from generator.serving.pages import site_server
from generator.serving.web import server
from generator.serving.workspace import Outcome, Workspace
from generator.social import span

TODAY = date(2026, 11, 26)
FAQ = """\
name: Example
languages: [en]
teams:
  support: {name: {en: Customer care}}
posts:
  - {id: x-en, network: x, language: en, slots: ["tue 09:00", "fri 12:00"], holidays: HR}
  - {id: mastodon-en, network: mastodon, language: en, slots: ["wed 09:00"]}
  - {id: carousel-en, network: instagram_carousel, language: en, slots: ["thu 18:00"]}
"""
ENTRY = """\
---
question: {question}
short: {short}
---
{short}

- Write to us first.
- Then wait for two days.
"""
PROJECT: Mapping[str, str] = {
    "mkdocs.yml": "site_url: https://faq.example.org/\n",
    "faq/faq.yml": FAQ,
    "faq/delivery/_topic.yml": "title: {en: Delivery}\n",
    "faq/returns/_topic.yml": "title: {en: Returns}\n",
    "faq/delivery/delivery-time.en.md": ENTRY.format(
        question="How long does delivery take?", short="Two working days."
    ),
    "faq/delivery/parcel.en.md": ENTRY.format(question="Where is my parcel?", short="Follow the link in our e-mail."),
    "faq/returns/refund.en.md": ENTRY.format(question="When do I get my money back?", short="Within seven days."),
    "faq/returns/exchange.en.md": ENTRY.format(question="Can I exchange it?", short="Yes, within 14 days."),
    "build/site/q/parcel/index.html": "a page",
    "build/desk/data.js": "internal notes",
    "build/desk/index.html": (
        "<head><meta content=\"default-src 'none'; script-src 'self' file:\"></head><body>desk</body>"
    ),
    "build/site/index.html": "site",
    "build/site/404.html": "not here",
    "build/cards/index.html": "contact sheet",
    "build/cards/en/a-qa-wide.png": "card",
    "build/work/secret.txt": "secret",
}


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three channels, a few weeks of drafts; tests work on copies of it."""
    root = tmp_path_factory.mktemp("planned") / "project"
    files.write({path: text.encode() for path, text in PROJECT.items()}, root)
    project, problems = read_project(root)
    assert project, as_text(problems)
    made, problems = planning.plan(project, span(date(2026, 12, 1), 3, TODAY))
    assert not has_errors(problems), as_text(problems)
    files.apply(made.files, root, Path("build/kept"))
    return root


@pytest.fixture(scope="session")
def read(planned: Path) -> Project:
    """That folder as the program reads it."""
    project, problems = read_project(planned)
    assert project
    assert not has_errors(problems), as_text(problems)
    return project


class Person:
    """Somebody at the desk: sees drafts, and does things to what they saw."""

    def __init__(self, root: Path, project: Project) -> None:
        self.root = root
        self.workspace = Workspace(root, lambda: TODAY)
        self.workspace.take(project)

    def sees(self, id_: str) -> dict[str, Any]:
        drafts: Any = self.workspace.drafts().body["drafts"]
        return next(draft for draft in drafts if draft["id"] == id_)

    def does(self, do: str, id_: str, seen: str = "", **values: Any) -> Outcome:
        asked = {"do": do, "draft": id_, "seen": seen or self.sees(id_)["seen"], **values}
        return self.workspace.perform(parse(asked))

    def flags(self, entry: str, words: str, language: str = "en") -> Outcome:
        return self.workspace.perform(parse({"do": "flag", "entry": entry, "language": language, "words": words}))

    def file(self, id_: str) -> Path:
        channel, _, rest = id_.partition(".")
        return self.root / f"faq/_drafts/{channel}/{rest}.md"

    def content(self) -> dict[str, bytes]:
        """Every file that people keep."""
        return files.read_tree(self.root / "faq")

    def checked(self) -> list[str]:
        """What `faq check` would say."""
        project, problems = read_project(self.root)
        assert project
        return [str(problem) for problem in [*problems, *filter(_is_error, post_rules.at_check(project))]]


def _is_error(problem: Problem) -> bool:
    return has_errors([problem])


@pytest.fixture
def person(planned: Path, read: Project, tmp_path: Path) -> Person:
    return Person(shutil.copytree(planned, tmp_path / "project"), read)


class Web:
    """A browser without manners: it sends whatever it is told."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.connection = HTTPConnection("127.0.0.1", port, timeout=20)

    def ask(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> tuple[int, str, Mapping[str, str]]:
        self.connection.request(method, path, body, dict(headers))
        answer = self.connection.getresponse()
        return answer.status, answer.read().decode(), dict(answer.headers)

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        return self.ask("GET", path, {"Host": "127.0.0.1:8000", **headers})[:2]

    def token(self) -> str:
        page = self.get("/desk/")[1]
        return page.partition('edit-token" content="')[2].partition('"')[0]

    def own(self) -> dict[str, str]:
        """The headers that the desk's own page sends."""
        host = f"127.0.0.1:{self.port}"
        return {
            "Host": host,
            "Origin": f"http://{host}",
            "Content-Type": "application/json",
            TOKEN_HEADER: self.token(),
        }

    def post(self, path: str, value: Any, **headers: str) -> tuple[int, Any]:
        status, text, _ = self.ask("POST", path, self.own() | headers, json.dumps(value).encode())
        return status, json.loads(text)


@pytest.fixture
def browse() -> Callable[[int], Web]:
    """Somebody at a server on a port."""
    return Web


@contextmanager
def browsing(running: ThreadingHTTPServer) -> Iterator[Web]:
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    browser = Web(running.server_port)
    yield browser
    browser.connection.close()
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture
def web(person: Person) -> Iterator[Web]:
    """The desk."""
    with browsing(server(person.root, 0, person.workspace)) as browser:
        yield browser


@pytest.fixture
def site(person: Person) -> Iterator[Web]:
    """The site of the same folder."""
    with browsing(site_server(person.root, 0)) as browser:
        yield browser
