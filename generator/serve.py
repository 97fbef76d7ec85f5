"""Show site and desk on this computer: a small web server, and a build whenever a file changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from generator import problems
from generator.build import publish
from generator.problems import has_errors

_OWN_NAMES = frozenset({"127.0.0.1", "localhost"})
_SECONDS = 1.0
"""Between two looks at the files."""


class _Handler(SimpleHTTPRequestHandler):
    """The site at `/`, the desk at `/desk/`, all cards at `/cards/`, and the site's own page for what is not there."""

    def __init__(self, *args: object, build: Path) -> None:
        self.build = build
        super().__init__(*args, directory=str(build / "site"))  # type: ignore[arg-type]

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Own names only: a page of another site must not read the desk through a name of its own."""
        host = self.headers.get("Host", "").rpartition(":")[0] or self.headers.get("Host", "")
        if host not in _OWN_NAMES:
            super().send_error(HTTPStatus.FORBIDDEN, "Open this page as http://127.0.0.1 or http://localhost")
            return None
        return super().send_head()

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
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        """Nothing is cached: the next build must show."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """Requests are not printed: problems would drown in them."""


class PortTakenError(Exception):
    """Another program listens there, or may not be disturbed."""


def server(root: Path, port: int) -> ThreadingHTTPServer:
    """A server of what is built below `root`, that only this computer can reach; port 0 takes a free one.

    Raises PortTakenError.
    """
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, build=root / "build"))
    except OSError as error:
        raise PortTakenError(f"port {port}: {error.strerror}") from error


def serve(root: Path, port: int, today: Callable[[], date], *, watch: bool, say: Callable[[str], None]) -> None:
    """Build, print both addresses, and serve until interrupted."""
    web = server(root, port)
    seen = state(root)
    _build(root, today(), say)
    host = f"http://127.0.0.1:{web.server_port}"
    say(f"Site  {host}/\nDesk  {host}/desk/\nPress Ctrl+C to stop.")
    threading.Thread(target=web.serve_forever, daemon=True).start()
    waiting = threading.Event()
    try:
        while not waiting.wait(_SECONDS):
            now = state(root) if watch else seen
            if now != seen:
                seen = now
                _build(root, today(), say)
    finally:
        web.shutdown()
        web.server_close()


def state(root: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file that a build reads."""
    found = {}
    for name in publish.READ:
        top = root / name
        for path in [top, *top.rglob("*")]:
            if path.is_file():
                status = path.stat()
                found[str(path)] = (status.st_mtime_ns, status.st_size)
    return found


def _build(root: Path, today: date, say: Callable[[str], None]) -> None:
    found = publish.build(root, today, lambda _step: None, publish=False)
    if found:
        say(problems.as_text(found))
    say(f"Not built: {problems.summary(found)}" if has_errors(found) else "Built.")
