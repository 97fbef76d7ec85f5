"""The desk's server: its page at `/desk/`, cards at `/cards/`, and what the page asks for at `/desk/api/`."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import parse_qs, unquote, urlsplit

from generator.serving import asked, guard
from generator.serving.asked import WrongError
from generator.serving.pages import BuiltFiles, listen
from generator.serving.workspace import Kind, Outcome, Workspace

API = "/desk/api/"
_STATUS: Mapping[Kind, HTTPStatus] = {
    Kind.DONE: HTTPStatus.OK,
    Kind.REFUSED: HTTPStatus.UNPROCESSABLE_ENTITY,
    Kind.CONFLICT: HTTPStatus.CONFLICT,
    Kind.UNKNOWN: HTTPStatus.NOT_FOUND,
    Kind.WAITING: HTTPStatus.SERVICE_UNAVAILABLE,
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_MOST_DAYS = 100
_PAGE = "/desk/"


def server(root: Path, port: int, workspace: Workspace) -> ThreadingHTTPServer:
    """The desk of what is built below `root`, with a token of this start. Raises PortTakenError."""
    token = secrets.token_urlsafe(32)
    return listen(port, partial(_Desk, build=root / "build", workspace=workspace, token=token))


class _Desk(BuiltFiles):
    """The desk's page with this start's token, its files, the cards, and what the page asks for.

    It has a port, and so an origin, that it shares with nothing: what the site's pages run cannot read it.
    """

    FRAMES = "DENY"

    def __init__(self, *args: object, build: Path, workspace: Workspace, token: str) -> None:
        self.build, self.workspace, self.token = build, workspace, token
        super().__init__(*args, directory=str(build / "desk"))  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802 - the base class names it so
        """A file, or what the desk asks for."""
        if self.path.startswith(API):
            self._answer({"drafts": self._drafts, "slots": self._slots}, writes=False)
        else:
            super().do_GET()

    def do_POST(self) -> None:  # noqa: N802 - the base class names it so
        """An edit, or words that are only tried."""
        self._answer({"edit": self._edit, "undo": self._undo, "try": self._try}, writes=True)

    def _answer(self, asks: Mapping[str, Callable[[], Outcome]], *, writes: bool) -> None:
        refused = guard.refusal(self.headers, self.token, writes=writes)
        ask = asks.get(urlsplit(self.path).path.removeprefix(API)) if self.path.startswith(API) else None
        if refused:
            self._json(refused.status, {"error": refused.message})
        elif ask is None:
            self._json(HTTPStatus.NOT_FOUND, {"error": "there is nothing here"})
        else:
            try:
                outcome = ask()
                self._json(_STATUS[outcome.kind], outcome.body)
            except WrongError as error:
                self._json(HTTPStatus.BAD_REQUEST, {"error": str(error)})
            except OSError as error:
                message = f"the folder cannot be read or written: {error.strerror or error}"
                self._json(HTTPStatus.INTERNAL_SERVER_ERROR, {"error": message})

    def _drafts(self) -> Outcome:
        return self.workspace.drafts()

    def _slots(self) -> Outcome:
        given = {name: found[-1] for name, found in parse_qs(urlsplit(self.path).query).items()}
        try:
            start, days = date.fromisoformat(given["from"]), int(given["days"])
        except (KeyError, ValueError) as error:
            raise WrongError("'from' must be a day like 2026-12-01, 'days' a number") from error
        if not 0 < days <= _MOST_DAYS or not date.min.year < start.year < date.max.year:
            raise WrongError(f"'days' must be 1 to {_MOST_DAYS}")
        return self.workspace.slots(given.get("draft", ""), start, days)

    def _edit(self) -> Outcome:
        return self.workspace.perform(asked.parse(self._body()))

    def _undo(self) -> Outcome:
        key = self._body().get("undo")
        return self.workspace.undo(key) if isinstance(key, str) else Outcome(kind=Kind.UNKNOWN)

    def _try(self) -> Outcome:
        return self.workspace.tried(*asked.parse_words(self._body()))

    def _body(self) -> dict[str, object]:
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if len(body) < length:
            raise WrongError("the body is shorter than it says")
        return asked.values(body)

    def _json(self, status: HTTPStatus, body: Mapping[str, object]) -> None:
        self.whole(status, "application/json", json.dumps(body, ensure_ascii=False).encode())

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Nothing for pages of another origin, and that is the site, too: `data.js` has internal notes."""
        path = unquote(urlsplit(self.path).path)
        if not guard.is_own_host(self.headers):
            return super().send_head()
        if guard.is_foreign(self.headers):
            self.send_error(HTTPStatus.FORBIDDEN, "Only the desk itself may use this")
            return None
        if path in {"/", _PAGE.rstrip("/")}:
            self._lead_on()
            return None
        return self._desk() if path in {_PAGE, f"{_PAGE}index.html"} else super().send_head()

    def _lead_on(self) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", _PAGE)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _desk(self) -> BytesIO | None:
        """The desk's page, which may edit: it gets the token, and may ask this server."""
        page = self.build / "desk" / "index.html"
        if not page.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        content = page.read_text(encoding="utf-8")
        if guard.is_page(self.headers):
            token = f'<meta name="edit-token" content="{self.token}">'
            content = content.replace("default-src 'none';", "default-src 'none'; connect-src 'self';", 1)
            content = content.replace("</head>", f"{token}\n</head>", 1)
        encoded = content.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(encoded)))
        self.end_headers()
        return BytesIO(encoded)

    def translate_path(self, path: str) -> str:
        """Folders are fixed, so no address leads out of them."""
        clean = unquote(urlsplit(path).path)
        for name in ("desk", "cards"):
            if clean.startswith(f"/{name}/"):
                self.directory = str(self.build / name)
                return super().translate_path(path[len(name) + 1 :])
        return str(self.build / "desk" / "nothing")

    def end_headers(self) -> None:
        """What a page of the desk may load, and that no window of another origin holds it by a handle."""
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        super().end_headers()
