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


def assemble(  # noqa: PLR0913 - what a site is put together from
    shape: Shape,
    folder: Path,
    target: Path,
    *,
    cards: Mapping[str, Path],
    extra: Tree | None = None,
    yielding: Tree | None = None,
) -> list[str]:
    """Make `target` (build/site) of `<folder>/<language>/whole`; whoever looks meanwhile finds the old site or the new.

    `cards` (paths `cards/…` -> the painted file) and `extra` (sitemaps, redirects, feeds) lie beside the pages.
    Pages and cards are hard links. Raises OverwriteError before anything is touched. `yielding` are pages that only
    lead on: where a file lies already they are left out, and returned.
    """
    pages = {
        shape.addresses.home(code) + name: path
        for code in shape.library.languages
        for name, path in files.paths(folder / code / WHOLE).items()
    }
    root = dict(extra or {})
    if taken := sorted((pages.keys() | cards.keys()) & root.keys()):
        raise OverwriteError(f"{taken[0]} would be overwritten")
    added, left_out = _beside({**pages, **cards, **root}, yielding or {})
    root |= added
    new = folder / ".assembled"  # holds the site before the last one, of which most is the same
    files.gather({**pages, **cards}, root, new)
    files.swap(new, target, keep=True)
    return left_out


def _beside(taken: Mapping[str, object], tree: Tree) -> tuple[dict[str, bytes], list[str]]:
    """What of a tree takes nobody's place, neither a file's nor a folder's; and what does."""
    folders = {folder for name in taken for folder in _folders(name)}
    kept: dict[str, bytes] = {}
    left_out = []
    for name, content in tree.items():
        above = _folders(name)
        if name in taken or name in folders or any(folder in taken or folder in kept for folder in above):
            left_out.append(name)
        else:
            kept[name] = content
            folders.update(above)
    return kept, left_out


def _folders(name: str) -> list[str]:
    parts = name.split("/")[:-1]
    return ["/".join(parts[: n + 1]) for n in range(len(parts))]
