"""Scripts in the site, which come with the content folder, cannot read the desk of `faq serve` or edit with it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator import files
from generator.serving.asked import OnDraft
from generator.serving.pages import site_server
from generator.serving.web import server
from generator.serving.workspace import Kind, Outcome, Workspace

NOTES = "Ana is on holiday until Friday"
FOLDER = {
    "build/site/index.html": '<!doctype html><title>Site</title><script src="extra.js"></script>',
    "build/site/404.html": "<!doctype html><title>Nothing</title>",
    "build/site/extra.js": "",
    "build/desk/index.html": (
        '<!doctype html><html><head><meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; script-src 'self'\"><title>Desk</title>"
        '<script src="data.js" defer></script></head><body></body></html>'
    ),
    "build/desk/data.js": f'window.ANSWER_AHEAD = "{NOTES}";',
    "build/cards/index.html": "<!doctype html><title>Cards</title>",
}
ATTACK = Path(__file__).with_name("hostile.js").read_text("utf-8").partition("\n")[2]


class Watched(Workspace):
    """Notes what reaches it."""

    reached: list[object]

    def perform(self, wish: object) -> Outcome:
        self.reached.append(wish)
        return Outcome(kind=Kind.DONE)


class Served(NamedTuple):
    site: int
    desk: int
    token: str
    reached: list[object]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("origins")
    files.write({name: text.encode() for name, text in FOLDER.items()}, root)
    workspace = Watched(Path(root), lambda: date(2026, 11, 26))
    workspace.reached = []
    with ExitStack() as stack:
        webs = [stack.enter_context(one) for one in (site_server(root, 0), server(root, 0, workspace))]
        for web in webs:
            threading.Thread(target=web.serve_forever, daemon=True).start()
            stack.callback(web.shutdown)
        token = webs[1].RequestHandlerClass.keywords["token"]  # type: ignore[attr-defined]
        yield Served(webs[0].server_port, webs[1].server_port, token, workspace.reached)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_a_hostile_script_in_the_site_gets_nothing_of_the_desk(served: Served, chromium: Any, name: str) -> None:
    context = chromium.new_context()
    context.new_page().goto(f"http://127.0.0.1:{served.desk}/desk/")  # the desk is open in the same browser
    page = context.new_page()
    page.goto(f"http://{name}:{served.site}/")
    got = page.evaluate(ATTACK, f"http://127.0.0.1:{served.desk}")
    context.close()
    assert len(got) == 14
    assert served.token not in str(got)
    assert NOTES not in str(got)
    assert {attempt: said for attempt, said in got.items() if not str(said).startswith("no: ")} == {}
    assert served.reached == []


def test_the_desks_own_page_has_what_the_others_did_not_get(served: Served, chromium: Any) -> None:
    """Otherwise the attack above would fail for another reason."""
    page = chromium.new_page()
    page.goto(f"http://127.0.0.1:{served.desk}/")
    assert page.evaluate("document.querySelector('meta[name=edit-token]').content") == served.token
    assert page.evaluate("window.ANSWER_AHEAD") == NOTES
    asked = {"do": "approve", "draft": "x-en.a.1", "seen": "0" * 64}
    status = page.evaluate(
        """async ([token, asked]) => {
          const headers = { "X-Answer-Ahead-Token": token, "Content-Type": "application/json" };
          const sent = { method: "POST", referrerPolicy: "same-origin", headers, body: JSON.stringify(asked) };
          return (await fetch("api/edit", sent)).status;
        }""",
        [served.token, asked],
    )
    page.close()
    assert status == 200
    assert [wish.draft for wish in served.reached if isinstance(wish, OnDraft)] == ["x-en.a.1"]
