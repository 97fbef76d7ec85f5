"""A static server as slow as a phone's network: one rate that all connections share, a wait before every response.

Text is compressed as hosts do it (gzip -6), other files go as they are. What was sent is in `Link.sent`.
"""

from __future__ import annotations

import functools
import gzip
import mimetypes
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

CHUNK = 2048
COMPRESSED = ("text/", "application/json", "application/javascript", "image/svg+xml", "application/manifest+json")


class Speed(NamedTuple):
    """A network: bytes a second (0 is no limit) and seconds before a response."""

    bytes_per_second: float
    wait: float


SLOW = Speed(1_600_000 / 8, 0.150)
LOCAL = Speed(0, 0)


class Sent(NamedTuple):
    """One response: where from, and how large it was."""

    path: str
    size: int


class Link:
    """The one line that all connections share, and what went through it."""

    def __init__(self, folder: Path, speed: Speed) -> None:
        self.folder, self.speed = folder, speed
        self.sent: list[Sent] = []
        self._free_at = 0.0
        self._lock = threading.Lock()

    def take(self, size: int) -> None:
        """Wait for the turn of so many bytes: chunks of several responses take turns."""
        if not self.speed.bytes_per_second:
            return
        with self._lock:
            self._free_at = max(self._free_at, time.perf_counter()) + size / self.speed.bytes_per_second
            until = self._free_at
        time.sleep(max(0.0, until - time.perf_counter()))

    def find(self, address: str) -> Path | None:
        """The file of an address within the folder, or None."""
        path = (self.folder / address.partition("?")[0].strip("/")).resolve()
        path = path / "index.html" if path.is_dir() else path
        return path if path.is_file() and path.is_relative_to(self.folder.resolve()) else None


@contextmanager
def served(link: Link) -> Iterator[str]:
    """The address at which a folder is served."""

    class Handler(_Handler):
        """Of one link."""

        line = link

    with _Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the library has it
        """Visitors may leave while something is sent to them; anything else is told."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    line: Link

    def do_GET(self) -> None:
        """A file, or that there is none."""
        time.sleep(self.line.speed.wait)
        path = self.line.find(self.path)
        kind, encoding, content = encoded(path) if path else ("text/plain", "", b"")
        self.send_response(HTTPStatus.OK if path else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        for start in range(0, len(content), CHUNK):
            chunk = content[start : start + CHUNK]
            self.line.take(len(chunk))
            self.wfile.write(chunk)
        self.line.sent.append(Sent(self.path, len(content)))

    def log_message(self, *_: object) -> None:
        """What was sent is kept, not printed."""


@functools.cache
def encoded(path: Path) -> tuple[str, str, bytes]:
    """The type, the encoding and the bytes of a file as a host sends them."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    content = path.read_bytes()
    if kind.startswith(COMPRESSED):
        return kind, "gzip", gzip.compress(content, 6, mtime=0)
    return kind, "", content
