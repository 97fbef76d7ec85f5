"""Run the site engine over the docs trees as a sub-process per language. Reads and writes below one folder."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator import files
from generator.files import Tree
from generator.problems import Place, Problem
from generator.site import complaints, safe_markdown
from generator.site.engines import ENGINES, Engine, environment
from generator.site.pages import MANIFEST

_AT_A_TIME = 2
_STAMP = ".built"
_PARTS = ("docs", "overrides")


def run(trees: Mapping[str, Tree], folder: Path, engine: str) -> list[Problem]:
    """Write each language's tree to `<folder>/<language>/` and build it to `<folder>/<language>/site/`.

    A language whose tree, engine and versions are those of its last build is not built again. What the engine
    complains of becomes AA120 at the file people wrote, what breaks it AA121; a missing engine is AA122.
    """
    program = ENGINES[engine]
    if not program.installed:
        message = f"the site engine '{engine}' is not installed"
        return [Problem(Place("faq/faq.yml"), "AA122", message, program.remedy)]
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        results = pool.map(lambda item: _language(item[1], folder / item[0], program), sorted(trees.items()))
        return [problem for problems in results for problem in problems]


def _language(tree: Tree, folder: Path, engine: Engine) -> list[Problem]:
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


def _fingerprint(tree: Tree, engine: Engine) -> str:
    digest = hashlib.sha256()
    digest.update("\n".join(engine.versions()).encode())
    digest.update(Path(safe_markdown.__file__).read_bytes())
    for name, content in sorted(tree.items()):
        digest.update(f"\0{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _build(folder: Path, engine: Engine, manifest: Mapping[str, tuple[str, int]]) -> list[Problem]:
    """Run the engine and read what it says."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    done = subprocess.run(  # noqa: S603 - our own interpreter and arguments
        engine.command,
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    said = done.stderr or done.stdout
    return complaints.problems(engine.module, said, manifest, language=folder.name, failed=done.returncode != 0)
