"""Put the languages' sites, the cards and the files at the root together to one folder, and swap it in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator import files
from generator.files import Tree
from generator.site.engine import WHOLE
from generator.site.shape import Shape


class OverwriteError(ValueError):
    """A file was to take the place of a page: a fault of ours."""


def assemble(shape: Shape, folder: Path, target: Path, *, cards: Mapping[str, Path], extra: Tree | None = None) -> None:
    """Make `target` (build/site) of `<folder>/<language>/whole`; whoever looks meanwhile finds the old site or the new.

    `cards` (paths `cards/…` -> the painted file) and `extra` (sitemaps, redirects, feeds) lie beside the pages.
    Pages and cards are hard links. Raises OverwriteError before anything is touched.
    """
    pages = {
        shape.addresses.home(code) + name: path
        for code in shape.library.languages
        for name, path in files.paths(folder / code / WHOLE).items()
    }
    root = dict(extra or {})
    if taken := sorted((pages.keys() | cards.keys()) & root.keys()):
        raise OverwriteError(f"{taken[0]} would be overwritten")
    new = folder / ".assembled"  # holds the site before the last one, of which most is the same
    files.gather({**pages, **cards}, root, new)
    files.swap(new, target, keep=True)
