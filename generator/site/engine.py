"""Run the site engine over the docs trees as a sub-process per language. Reads and writes below one folder.

`<folder>/<language>/` holds what the engine was given last (mkdocs.yml, docs, overrides), what it made of that (site),
the whole site of the language (whole), and what that was made of (state).
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator import files, memo
from generator.files import Tree
from generator.problems import Place, Problem
from generator.site import complaints, incremental
from generator.site.engines import ENGINES, Engine, environment
from generator.site.finishing import finish
from generator.site.incremental import State, Work
from generator.site.pages import MANIFEST

WHOLE = "whole"
"""Folder of a language's site: pages built now and pages carried over."""
_AT_A_TIME = 2
_STATE = "state"
_PARTS = ("docs", "overrides")
_DROPPED = re.compile(
    r"sitemap\.xml(?:\.gz)?|search\.json|search/search_index\.json"
    r"|assets/javascripts/(?:lunr/.*|workers/search\..*)"
)
"""The engine's own sitemap and search would know only the pages it was given, and its search only some languages."""


def run(
    trees: Mapping[str, Tree],
    folder: Path,
    engine: str,
    explain: Callable[[str], None] = lambda _text: None,
) -> list[Problem]:
    """Build each language's tree to `<folder>/<language>/whole/`; `explain` is told for each what was built and why.

    Only pages whose input changed are built, unless something changed that all pages depend on. What the engine
    complains of becomes AA120 at the file people wrote, what breaks it AA121; a missing engine is AA122.
    """
    program = ENGINES[engine]
    if not program.installed:
        message = f"the site engine '{engine}' is not installed"
        return [Problem(Place("faq/faq.yml"), "AA122", message, program.remedy)]
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        done = list(pool.map(lambda item: _language(item[1], folder / item[0], program), sorted(trees.items())))
    for language, (work, _) in zip(sorted(trees), done, strict=True):
        explain(incremental.explain(language, work))
    return [problem for _, problems in done for problem in problems]


def _language(tree: Tree, folder: Path, engine: Engine) -> tuple[Work, list[Problem]]:
    """One language: build what changed, and keep it beside what did not.

    Whatever interrupts this, the next build is right: an output counts only while it has the digest that the state
    names, and the state is written last.
    """
    before = State(**memo.read(folder / _STATE, "") or {})
    present = files.digests(folder / WHOLE)
    now = incremental.state(tree, engine.versions(), memo.program())
    work = incremental.work(now, before, present)
    if not work.given:
        files.delete_others(before.outputs, folder / WHOLE)
        return work, []
    made, problems = _build(tree, folder, engine, work)
    if problems and work.carried:  # the engine's last word is on all pages together
        work = incremental.everything(now, "the engine found problems")
        made, problems = _build(tree, folder, engine, work)
    if not problems:
        outputs = {incremental.output(p): before.outputs[incremental.output(p)] for p in work.carried}
        outputs |= {name: files.digest(content) for name, content in made.items()}
        files.delete_others(outputs, folder / WHOLE)
        files.write(made, folder / WHOLE, durable=False)
        memo.write(folder / _STATE, "", State(frame=now.frame, pages=now.pages, outputs=outputs).values())
    return work, problems


def _build(tree: Tree, folder: Path, engine: Engine, work: Work) -> tuple[dict[str, bytes], list[Problem]]:
    """Run the engine on what it is given; what it made, ready to be kept, and what it says."""
    _write(incremental.given(tree, work.given), folder)
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
    problems = complaints.problems(
        engine.module,
        done.stderr or done.stdout,
        json.loads(tree[MANIFEST]),
        language=folder.name,
        failed=done.returncode != 0,
    )
    return ({} if problems else _made(folder)), problems


def _write(tree: Tree, folder: Path) -> None:
    """The tree beside what was made of the one before."""
    for part in _PARTS:
        below = {name.removeprefix(f"{part}/"): c for name, c in tree.items() if name.startswith(f"{part}/")}
        files.mirror(below, folder / part)
    files.write({name: c for name, c in tree.items() if "/" not in name}, folder, durable=False)


def _made(folder: Path) -> dict[str, bytes]:
    """The engine's files that the site keeps: pages finished."""
    made = {name: content for name, content in files.read_tree(folder / "site").items() if not _DROPPED.fullmatch(name)}
    for name in [name for name in made if name.endswith(".html")]:
        made[name] = finish(made[name].decode()).encode()
    return made
