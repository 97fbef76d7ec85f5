"""The server: site at `/`, desk at `/desk/`, cards at `/cards/`, and what the desk asks for at `/desk/api/`."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import parse_qs, unquote, urlsplit

from generator.serving import asked, guard
from generator.serving.asked import WrongError
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
_SECONDS = 30
"""That a browser may be silent in the middle of a request."""


class PortTakenError(Exception):
    """Another program listens there, or may not be disturbed."""


def server(root: Path, port: int, workspace: Workspace) -> ThreadingHTTPServer:
    """A server of what is built below `root`, that only this computer can reach; port 0 takes a free one.

    Raises PortTakenError.
    """
    token = secrets.token_urlsafe(32)
    try:
        handler = partial(_Handler, build=root / "build", workspace=workspace, token=token)
        return ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise PortTakenError(f"port {port}: {error.strerror}") from error


class _Handler(SimpleHTTPRequestHandler):
    """Files of the build, the desk's page with this start's token, and the site's own page for what is not there."""

    timeout = _SECONDS
    server_version = "AnswerAhead"
    sys_version = ""

    def __init__(self, *args: object, build: Path, workspace: Workspace, token: str) -> None:
        self.build, self.workspace, self.token = build, workspace, token
        super().__init__(*args, directory=str(build / "site"))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A file, or what the desk asks for."""
        if self.path.startswith(API):
            self._answer({"drafts": self._drafts, "slots": self._slots}, writes=False)
        else:
            super().do_GET()

    def do_POST(self) -> None:
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
        self._whole(status, "application/json", json.dumps(body, ensure_ascii=False).encode())

    def _whole(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Own names only: a page of another site must not read the desk through a name of its own."""
        if not guard.is_own_host(self.headers):
            super().send_error(HTTPStatus.FORBIDDEN, "Open this page as http://127.0.0.1 or http://localhost")
            return None
        if unquote(urlsplit(self.path).path) in {"/desk/", "/desk/index.html"}:
            return self._desk()
        return super().send_head()

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
        self.send_header("Content-Security-Policy", _POLICY)
        self.end_headers()
        return BytesIO(encoded)

    def translate_path(self, path: str) -> str:
        """Folders are fixed, so no address leads out of them."""
        clean = unquote(urlsplit(path).path)
        if clean == "/desk" or clean.startswith("/desk/"):
            self.directory = str(self.build / "desk")
            return super().translate_path(path[len("/desk") :] or "/")
        if clean.startswith("/cards/"):  # those of the site, and the contact sheet, which is not published
            self.directory = str(self.build / "cards")
            return super().translate_path(path[len("/cards") :])
        self.directory = str(self.build / "site")
        return super().translate_path(path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own 404 page."""
        page = self.build / "site" / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
        else:
            self._whole(HTTPStatus.NOT_FOUND, "text/html", page.read_bytes())

    def end_headers(self) -> None:
        """Nothing is cached, since the next build must show; nothing is framed elsewhere or taken for a script."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "SAMEORIGIN")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """Requests are not printed: problems would drown in them."""
