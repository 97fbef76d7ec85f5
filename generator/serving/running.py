"""Show site and desk on this computer: a small web server, and a build whenever a file changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator import problems
from generator.build import publish
from generator.problems import has_errors
from generator.serving import commits
from generator.serving.web import server
from generator.serving.workspace import Workspace

_SECONDS = 1.0
"""Between two looks at the files."""


class NoRepositoryError(Exception):
    """Commits were asked for where there is no Git."""


def serve(  # noqa: PLR0913 - each is an option of the command line
    root: Path,
    port: int,
    today: Callable[[], date],
    *,
    watch: bool,
    commit: bool,
    say: Callable[[str], None],
) -> None:
    """Build, print both addresses, and serve until interrupted. Raises PortTakenError, NoRepositoryError."""
    if commit and not commits.is_repository(root):
        raise NoRepositoryError(root)
    workspace = Workspace(root, today, commits.commit if commit else None)
    web = server(root, port, workspace)
    seen = state(root)
    _build(workspace, say)
    host = f"http://127.0.0.1:{web.server_port}"
    say(f"Site  {host}/\nDesk  {host}/desk/\nPress Ctrl+C to stop.")
    threading.Thread(target=web.serve_forever, daemon=True).start()
    waiting = threading.Event()
    try:
        while not waiting.wait(_SECONDS):
            now = state(root) if watch else seen
            if now != seen:
                seen = now
                _build(workspace, say)
    finally:
        web.shutdown()
        web.server_close()


def state(root: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file that a build reads."""
    found = {}
    for name in publish.READ:
        top = root / name
        for path in [top, *top.rglob("*")]:
            if path.is_file() and not path.name.endswith(".new"):  # on its way into its place
                status = path.stat()
                found[str(path)] = (status.st_mtime_ns, status.st_size)
    return found


def _build(workspace: Workspace, say: Callable[[str], None]) -> None:
    today = workspace.today()
    found = publish.build(workspace.root, today, lambda _step: None, publish=False, seen=workspace.take)
    if found:
        say(problems.as_text(found))
    say(f"Not built: {problems.summary(found)}" if has_errors(found) else "Built.")
