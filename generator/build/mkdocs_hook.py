"""Plain `mkdocs build` and `mkdocs serve` at a project's root show its source language, made by the same page function.

MkDocs calls the functions here, which `overrides/hook.py` of the project hands on. They give it the docs tree that
`faq build` would build, and know MkDocs only by the values they are called with: nothing of it is imported.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator import files, problems
from generator.build import linking, painting, pictures, publish, searching
from generator.build.project import read_project
from generator.files import Tree
from generator.problems import Place, Problem, has_errors
from generator.site import complaints
from generator.site.engines import QUIET
from generator.site.finishing import finish
from generator.site.pages import MANIFEST

_COMMAND = {"name": "build"}
"""What MkDocs was started for: it says so once, before it asks for anything."""


class NotBuiltError(Exception, SystemExit):
    """Ends MkDocs with 1 and no traceback, as its own `Abort` does; `mkdocs serve` prints it and waits for a change."""

    code = 1


def on_startup(*, command: str, dirty: bool) -> None:
    """Called once by MkDocs."""
    del dirty
    _COMMAND["name"] = command


def on_config(config: Any) -> Any:  # noqa: ANN401 - MkDocs' or ProperDocs' own class
    """The configuration of the source language's docs tree, in place of the project's own. Writes below build/.

    Problems are printed as everywhere. Raises NotBuiltError where one is an error.
    """
    root = Path(config.config_file_path).parent
    config.watch += [str(path) for name in publish.READ if (path := root / name).exists()]
    tree, found = source_tree(root)
    _tell(found)
    folder = root / "build" / "mkdocs"
    files.mirror(tree, folder)
    os.environ.update(QUIET)
    made = type(config)(config_file_path=str(folder / "mkdocs.yml"))
    with (folder / "mkdocs.yml").open("rb") as stream:
        made.load_file(stream)
    kept = {"site_dir": config.site_dir, "strict": config.strict}
    if _COMMAND["name"] == "serve":
        kept["site_url"] = config.site_url  # this computer's
    made.load_dict(kept)
    faults, _ = made.validate()
    _tell([Problem(Place("mkdocs.yml"), "AA121", f"{key}: {fault}") for key, fault in faults])
    made.plugins["answer-ahead"] = _Plugin(json.loads(tree[MANIFEST]))
    made.plugins.on_startup(command=_COMMAND["name"], dirty=False)
    return made.plugins.on_config(made)


def _finished(page: str) -> str:
    """A page as it is published; under `mkdocs serve` as it is, because its policy would stop MkDocs' live reload."""
    return page if _COMMAND["name"] == "serve" else finish(page)


class _Plugin(logging.Handler):
    """The last step of each page; and what MkDocs warns of, told at the file that people wrote, stops the build."""

    def __init__(self, manifest: Mapping[str, tuple[str, int]]) -> None:
        super().__init__(logging.WARNING)
        self.manifest = manifest
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} - {record.getMessage()}")

    def on_pre_build(self, **_: object) -> None:
        """Called by MkDocs."""
        logging.getLogger("mkdocs").addHandler(self)

    def on_post_page(self, output: str, **_: object) -> str:
        """Called by MkDocs with a page's HTML."""
        return _finished(output)

    def on_post_template(self, output: str, template_name: str, **_: object) -> str:
        """Called by MkDocs for the page of missing pages and the sitemap."""
        return _finished(output) if template_name.endswith(".html") else output

    def on_post_build(self, **_: object) -> None:
        """Called by MkDocs when all pages are written and their links checked."""
        logging.getLogger("mkdocs").removeHandler(self)
        _tell(complaints.problems("mkdocs", "\n".join(self.lines), self.manifest, language="", failed=False))

    def on_build_error(self, **_: object) -> None:
        """Called by MkDocs, which then says the rest itself."""
        logging.getLogger("mkdocs").removeHandler(self)


def source_tree(root: Path) -> tuple[Tree, list[Problem]]:
    """The docs tree of the source language, empty where there is an error. Writes nothing."""
    project, found = read_project(root)
    if project is None or has_errors(found):
        return {}, found
    source = project.library.settings.source
    wanted = [want for want in pictures.for_pages(project) if want.lang == source]
    composed, more = pictures.compose(project, wanted, painting.recall(root / "build" / "cards"))
    found += more
    if has_errors(found):
        return {}, found
    shape = publish.site_shape(project, composed, linking.current(project))
    trees, _, more = publish.site_trees(project, shape)
    tree = trees.get(source)
    if tree is None:
        return {}, found + more
    index = searching.files(shape, project.live, searching.names(project), {source: project.tables[source]})
    return {**tree, **{f"docs/{name}": content for name, content in index.items()}}, found + more


def _tell(found: Sequence[Problem]) -> None:
    """Print problems; stop MkDocs for an error."""
    if found:
        sys.stderr.write(problems.as_text(found) + "\n")
    if has_errors(found):
        raise NotBuiltError(f"Not built: {problems.summary(found)}")
