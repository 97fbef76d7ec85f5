"""Put the languages' sites, the cards and the files at the root together to one folder, and swap it in."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator import files
from generator.files import Tree
from generator.site.shape import Shape

_DROPPED = ("sitemap.xml", "sitemap.xml.gz")
"""The engine's own, one per language and without translations."""


def assemble(shape: Shape, folder: Path, target: Path, *, cards: Tree, extra: Tree | None = None) -> None:
    """Make `target` (build/site) of `<folder>/<language>/site`; whoever looks meanwhile finds the old site or the new.

    `cards` (paths `cards/…`) and `extra` (sitemaps, feeds, redirects, search shards) are written beside the pages.
    """
    new = folder / ".assembled"
    shutil.rmtree(new, ignore_errors=True)
    for code in shape.library.languages:
        home = new / shape.addresses.home(code)
        shutil.copytree(folder / code / "site", home, dirs_exist_ok=True)
        for name in _DROPPED:
            (home / name).unlink(missing_ok=True)
    files.write({**cards, **(extra or {})}, new, durable=False)
    files.swap(new, target)
