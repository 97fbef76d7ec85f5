"""The handbook builds as `make docs` builds it, shows nothing as it is written, asks nobody else, and bars nobody."""

from __future__ import annotations

import importlib.resources
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "runOnly => axe.run(document, {runOnly, resultTypes: ['violations']}).then(found => found.violations)"
_CODE = re.compile(r"<pre.*?</pre>|<code.*?</code>|<!--.*?-->", re.DOTALL)
_WRITTEN = re.compile(r"```|^[ >]*(?:[-*]|\d+\.) |^\||\]\(|\*\*|`|\{#", re.MULTILINE)
_LOADED = re.compile(r'<(?:script|img|link|iframe)\b[^>]*?\b(?:src|href)="((?:https?:)?//[^"]*)"')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built strictly: every link and anchor leads somewhere, every page is in the navigation.

    Not quietly: MkDocs counts no warnings then.
    """
    folder = tmp_path_factory.mktemp("handbook")
    command = [
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        "handbook.yml",
        "--site-dir",
        str(folder),
    ]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    made = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return folder


def test_every_page_is_there(site: Path) -> None:
    made = {path.stem for path in site.glob("*.html")} - {"404"}
    assert made == {path.stem for path in (ROOT / "handbook").glob("*.md")}


def test_markdown_is_rendered_and_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for path in site.glob("*.html"):
        page = path.read_text(encoding="utf-8")
        words = _CODE.sub("", page[page.index("<article") : page.index("</article>")])
        assert _WRITTEN.findall(words) == [], path.name
        assert _LOADED.findall(page) == [], path.name


def test_its_search_knows_every_command_and_code(site: Path) -> None:
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert all(said in index for said in ("faq links rename", "AA030", "review_every"))


def test_it_has_no_barriers(site: Path, chromium: Any) -> None:
    package = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    axe = (importlib.resources.files(package) / "axe.min.js").read_text(encoding="utf-8")
    for name, scheme, width in (("start-operator", "light", 1280), ("moving", "dark", 390)):
        page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.goto((site / f"{name}.html").as_uri())
        page.evaluate(axe)
        found = [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in page.evaluate(RUN, RULES)]
        assert found == [], name
        page.close()
