"""What both servers share, and that of the site: built files for this computer's own browser, and nothing cached.

The site has an origin of its own, because its pages run whatever scripts the content folder brings: those read neither
the desk, with its internal notes, nor the token that edits.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from generator.serving import guard

_SECONDS = 30
"""That a browser may be silent in the middle of a request."""


class PortTakenError(Exception):
    """Another program listens there, or may not be disturbed."""


def listen(port: int, handler: Callable[..., SimpleHTTPRequestHandler]) -> ThreadingHTTPServer:
    """A server that only this computer can reach; port 0 takes a free one. Raises PortTakenError."""
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise PortTakenError(f"port {port}: {error.strerror}") from error


def site_server(root: Path, port: int) -> ThreadingHTTPServer:
    """The site that is built below `root`, as a host on the web would show it. Raises PortTakenError."""
    return listen(port, partial(_Site, directory=str(root / "build" / "site")))


class BuiltFiles(SimpleHTTPRequestHandler):
    """Files of a folder; never a list of what is in it."""

    timeout = _SECONDS
    server_version = "AnswerAhead"
    sys_version = ""
    FRAMES = "SAMEORIGIN"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Own names only: a page of another site must not read this one through a name of its own."""
        if not guard.is_own_host(self.headers):
            super().send_error(HTTPStatus.FORBIDDEN, "Open this page as http://127.0.0.1 or http://localhost")
            return None
        try:
            return super().send_head()
        except ValueError:  # no file can have such a name
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

    def list_directory(self, path: object) -> None:
        """A folder without a page is not there, as with most hosts."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def whole(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        """Send an answer that is no file."""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        """Nothing is cached, since the next build must show; nothing is framed elsewhere or taken for a script."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", self.FRAMES)
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """Requests are not printed: problems would drown in them."""


class _Site(BuiltFiles):
    """The site, and its own page for what is not there."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own 404 page."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
        else:
            self.whole(HTTPStatus.NOT_FOUND, "text/html", page.read_bytes())
