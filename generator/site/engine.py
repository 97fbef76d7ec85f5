"""Run the site engine over the docs trees as a sub-process per language. Reads and writes below one folder."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator import files
from generator.files import Tree
from generator.problems import Place, Problem
from generator.site import finish, safe_markdown
from generator.site.pages import MANIFEST

_AT_A_TIME = 2
_STAMP = ".built"
_EPOCH = "1577836800"
"""2020-01-01: whatever the engine dates, it dates the same."""
_MESSAGE = re.compile(r"^(?P<level>WARNING|ERROR|CRITICAL)\s+-\s+(?P<text>.+)$")
_PAGE = re.compile(r"'(?P<page>[^']+\.md)'")
_TAIL = 5
_PARTS = ("docs", "overrides")


def run(trees: Mapping[str, Tree], folder: Path, engine: str) -> list[Problem]:
    """Write each language's tree to `<folder>/<language>/` and build it to `<folder>/<language>/site/`.

    A language whose tree, engine and versions are those of its last build is not built again. What the engine
    complains of becomes AA120 at the file people wrote, what breaks it AA121; a missing engine is AA122.
    """
    if importlib.util.find_spec(engine) is None or importlib.util.find_spec("material") is None:
        hint = "install the project's dependencies: pip install mkdocs mkdocs-material"
        if engine == "properdocs":
            hint = "install it with: pip install 'answer-ahead[properdocs]', or write 'engine: mkdocs' in faq/faq.yml"
        return [Problem(Place("faq/faq.yml"), "AA122", f"the site engine '{engine}' is not installed", hint)]
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        results = pool.map(lambda item: _language(item[1], folder / item[0], engine), sorted(trees.items()))
        return [problem for problems in results for problem in problems]


def _language(tree: Tree, folder: Path, engine: str) -> list[Problem]:
    """One language: write what changed, build if anything did."""
    stamp, wanted = folder / _STAMP, _fingerprint(tree, engine)
    _write(tree, folder)
    if (folder / "site").is_dir() and stamp.is_file() and stamp.read_text() == wanted:
        return []
    stamp.unlink(missing_ok=True)
    problems = _build(folder, engine, json.loads(tree[MANIFEST]))
    if not problems:
        files.write_file(stamp, wanted.encode())
    return problems


def _write(tree: Tree, folder: Path) -> None:
    """The tree beside what the engine made of the one before."""
    for part in _PARTS:
        below = {name.removeprefix(f"{part}/"): c for name, c in tree.items() if name.startswith(f"{part}/")}
        files.mirror(below, folder / part)
    files.write({name: c for name, c in tree.items() if "/" not in name}, folder, durable=False)


def _fingerprint(tree: Tree, engine: str) -> str:
    digest = hashlib.sha256()
    versions = [f"{name} {importlib.metadata.version(name)}" for name in (engine, "mkdocs-material", "markdown")]
    digest.update("\n".join([sys.version, *versions]).encode())
    for module in (safe_markdown.__file__, finish.__file__):
        digest.update(Path(module).read_bytes())
    for name, content in sorted(tree.items()):
        digest.update(f"\0{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _build(folder: Path, engine: str, manifest: Mapping[str, tuple[str, int]]) -> list[Problem]:
    """Run the engine and read what it says."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    command = [sys.executable, "-m", engine, "build", "--strict", "--clean", "--config-file", "mkdocs.yml"]
    done = subprocess.run(  # noqa: S603 - our own interpreter and arguments
        command,
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    problems = [p for line in done.stderr.splitlines() if (p := _problem(line, manifest))]
    if done.returncode and not problems:
        last = " ".join((done.stderr or done.stdout).strip().splitlines()[-_TAIL:])
        hint = f"run it by hand in {folder.name}: {engine} build --strict"
        problems = [Problem(Place("mkdocs.yml"), "AA121", f"{engine} stopped for {folder.name}: {last}", hint)]
    for page in (folder / "site").rglob("*.html"):
        page.write_bytes(finish.finish(page.read_bytes().decode()).encode())
    return problems


def _environment() -> dict[str, str]:
    """Reproducible, quiet, and able to import our Markdown extension however we were started."""
    package = str(Path(__file__).parents[2])
    path = os.pathsep.join(p for p in (package, os.environ.get("PYTHONPATH", "")) if p)
    return os.environ | {
        "PYTHONPATH": path,
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": _EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }


def _problem(line: str, manifest: Mapping[str, tuple[str, int]]) -> Problem | None:
    """A line of the engine's output as a problem at the file that people wrote; None for the rest."""
    found = _MESSAGE.match(line)
    if not found:
        return None
    page = _PAGE.search(found["text"])
    path, number = manifest.get(page["page"], ("mkdocs.yml", 1)) if page else ("mkdocs.yml", 1)
    code = "AA120" if found["level"] == "WARNING" else "AA121"
    return Problem(Place(path, number), code, found["text"])
