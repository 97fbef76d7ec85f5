"""Plain `mkdocs build` at a project's root: the first language, the same pages as `faq build` makes."""

import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import files
from generator.build import bring, mkdocs_hook
from generator.site.engines import ENGINES

Faq = Callable[..., subprocess.CompletedProcess[str]]

ENTRY = "faq/about/reply-time.en.md"


def mkdocs(root: Path, *arguments: str, engine: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """As people type it, with the engine's own name and in the project's folder."""
    command = [sys.executable, "-m", engine, *(arguments or ("build", "--strict", "-f", "mkdocs.yml"))]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def pages(folder: Path) -> dict[str, set[str]]:
    """Address -> the anchors of the page there."""
    return {
        name: set(re.findall(r'\sid="([^"]+)"', content.decode()))
        for name, content in files.read_tree(folder).items()
        if name.endswith(".html")
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new FAQ, with a picture and headings in an answer."""
    root = tmp_path_factory.mktemp("plain") / "faq-project"
    tree, _ = bring.init(root, ["en", "sr"], "Zrno")
    more = b"\n## When we are closed {#closed}\n\n![Our counter](/counter.png)\n"
    files.write({**tree, ENTRY: tree[ENTRY] + more, "docs/counter.png": b"PNG"}, root)
    return root


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_pages_addresses_and_anchors_are_those_of_faq_build(project: Path, faq: Faq, engine: str) -> None:
    if not ENGINES[engine].installed:
        pytest.skip(ENGINES[engine].remedy)
    done = mkdocs(project, engine=engine)
    assert (done.returncode, done.stdout) == (0, "")
    assert "WARNING" not in done.stderr
    plain = pages(project / "build" / "mkdocs-site")
    faq(project, "build")
    whole = pages(project / "build" / "site")
    assert {"index.html", "404.html", "q/reply-time/index.html", "t/about/index.html"} <= set(plain)
    assert "closed" in plain["q/reply-time/index.html"]
    assert plain == {name: anchors for name, anchors in whole.items() if not name.startswith("sr")}
    assert (project / "build" / "mkdocs-site" / "counter.png").is_file()
    searched, whole_search = (files.read_tree(project / "build" / site / "search") for site in ("mkdocs-site", "site"))
    assert "index.json" in whole_search
    assert {name: searched.get(name) for name in whole_search} == whole_search


def test_nothing_is_written_outside_of_build_and_no_code_is_published(project: Path) -> None:
    before = set(files.read_tree(project / "faq")) | set(files.read_tree(project / "docs"))
    assert mkdocs(project).returncode == 0
    assert set(files.read_tree(project / "faq")) | set(files.read_tree(project / "docs")) == before
    assert {path.name for path in project.iterdir()} == {
        ".gitattributes",
        ".gitignore",
        "build",
        "docs",
        "faq",
        "mkdocs.yml",
        "overrides",
    }
    made = files.read_tree(project / "build" / "mkdocs-site")
    assert [name for name in made if name.endswith((".py", ".pyc", ".md", ".yml"))] == []


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (ENTRY, "---\nquestion: How?\n---\nAfter {{ nothing }}.\n", f"{ENTRY}:4:7: error AA030 "),
        (ENTRY, "---\nquestion: How?\n---\n![it](/gone.png)\n", f"{ENTRY}:4:5: error AA126 "),
        ("faq/faq.yml", "name: [\n", "faq/faq.yml:2:1: error AA002 "),
    ],
)
def test_a_mistake_is_told_as_everywhere_and_stops_it(small: Path, file: str, text: str, said: str) -> None:
    (small / file).write_text(text, encoding="utf-8")
    done = mkdocs(small, "build")
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((small / "build").rglob("q/*/index.html"))


def test_faq_build_takes_the_lines_for_plain_mkdocs_as_they_are(small: Path, faq: Faq) -> None:
    assert "AA125" not in faq(small, "build").stderr


def test_what_only_mkdocs_finds_is_told_at_the_file_people_wrote(capsys: pytest.CaptureFixture[str]) -> None:
    plugin = mkdocs_hook._Plugin({"q/time/index.md": ("faq/delivery/time.en.md", 7)})
    plugin.on_pre_build()
    logging.getLogger("mkdocs.structure.pages").warning("Doc file 'q/time/index.md' is odd.")
    with pytest.raises(mkdocs_hook.NotBuiltError, match="1 error"):
        plugin.on_post_build()
    assert capsys.readouterr().err == "faq/delivery/time.en.md:7:1: error AA120 Doc file 'q/time/index.md' is odd.\n"
    assert plugin not in logging.getLogger("mkdocs").handlers
