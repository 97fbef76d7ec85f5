"""`faq check` of many open drafts: seconds that reading and the rules of posts take, growing as the drafts do.

    python benchmarks/checks.py [DRAFTS…]

Eight channels of four networks, each with three slots a day; every entry is posted a few times.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import projects

from generator import files
from generator.build import planning, post_rules
from generator.build.project import Project, read_project
from generator.social import span

NETWORKS = ("x", "facebook_page", "mastodon", "bluesky") * 2
SLOTS = ", ".join(
    f'"{day} {clock}"'
    for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    for clock in ("09:00", "12:00", "15:00")
)
A_WEEK = len(NETWORKS) * 21


def main() -> None:
    """Print seconds of processor time for each size."""
    print(f"{'drafts':>8} {'reading':>9} {'rules':>9}")
    for count in [int(given) for given in sys.argv[1:]] or [1_000, 10_000]:
        with tempfile.TemporaryDirectory() as folder:
            root = make(Path(folder), count)
            begin = time.process_time()
            project = read(root)
            middle = time.process_time()
            post_rules.at_check(project)
            end = time.process_time()
        print(f"{len(project.drafts):>8} {middle - begin:>7.2f} s {end - middle:>7.2f} s")


def make(root: Path, count: int) -> Path:
    """A project with about so many drafts."""
    projects.make(root, max(count // 4, 10))
    settings = root / "faq/faq.yml"
    rows = [
        f"  - {{id: c-{n}, network: {network}, language: en, timezone: Europe/Zagreb, cooldown: 10 days,"
        f" cadence: {{per_week: 21}}, slots: [{SLOTS}]}}\n"
        for n, network in enumerate(NETWORKS)
    ]
    settings.write_text(settings.read_text(encoding="utf-8") + "posts:\n" + "".join(rows), encoding="utf-8")
    planned, _ = planning.plan(read(root), span(date(2026, 12, 7), max(1, count // A_WEEK)))
    files.write({path: content for path, content in planned.files.items() if content is not None}, root)
    return root


def read(root: Path) -> Project:
    """Without the other script of Serbian, as `faq check` reads."""
    project, problems = read_project(root, both_scripts=False)
    if project is None:
        raise SystemExit("\n".join(map(str, problems)))
    return project


if __name__ == "__main__":
    main()
