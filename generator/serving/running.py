"""Show site and desk on this computer: a small web server for each, and a build whenever a file changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from generator import problems
from generator.build import publish
from generator.problems import has_errors
from generator.serving import commits
from generator.serving.pages import site_server
from generator.serving.web import server
from generator.serving.workspace import Workspace

_SECONDS = 1.0
"""Between two looks at the files."""


class NoRepositoryError(Exception):
    """Commits were asked for where there is no Git."""


def serve(  # noqa: PLR0913 - each is an option of the command line
    root: Path,
    ports: tuple[int, int],
    today: Callable[[], date],
    *,
    watch: bool,
    commit: bool,
    say: Callable[[str], None],
) -> None:
    """Build, print both addresses, and serve until interrupted. Raises PortTakenError, NoRepositoryError.

    `ports` are those of the site and of the desk: two origins, so that no script of the site reads the desk.
    """
    if commit and not commits.is_repository(root):
        raise NoRepositoryError(root)
    workspace = Workspace(root, today, commits.commit if commit else None)
    with ExitStack() as stack:
        site = stack.enter_context(site_server(root, ports[0]))
        desk = stack.enter_context(server(root, ports[1], workspace))
        seen = state(root)
        _build(workspace, say)
        site_host, desk_host = (f"http://127.0.0.1:{web.server_port}" for web in (site, desk))
        say(f"Site  {site_host}/\nDesk  {desk_host}/desk/\nPress Ctrl+C to stop.")
        for web in (site, desk):
            threading.Thread(target=web.serve_forever, daemon=True).start()
            stack.callback(web.shutdown)
        waiting = threading.Event()
        while not waiting.wait(_SECONDS):
            now = state(root) if watch else seen
            if now != seen:
                seen = now
                _build(workspace, say)


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
