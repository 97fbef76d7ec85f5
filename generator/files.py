"""The only module that writes: trees of files, made in memory, put on disk whole or not at all."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import itertools
import os
import shutil
import tempfile
from collections.abc import Container, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from typing import TypeAlias

Tree: TypeAlias = Mapping[str, bytes]
"""Relative POSIX path -> content."""
_READERS = 4


class UnsafePathError(ValueError):
    """A tree named a file outside the folder it is written to: a fault of ours."""


def write_file(path: Path, content: bytes, *, durable: bool = True) -> bool:
    """Replace one file in one step; whether its bytes changed.

    An interruption leaves the old file or the new one, never half of it; with `durable` even a power cut does.
    Files that a build can make again go without, since waiting for the disk thousands of times takes long.
    """
    if path.is_file() and path.read_bytes() == content:
        return False
    with _beside(path, content, durable=durable) as new:
        new.replace(path)
    return True


def exchange(path: Path, before: bytes | None, after: bytes) -> bool:
    """Put content in the place of what is known to stand there (None: nothing); False where something else does.

    Whatever somebody else writes at the same moment stays: the new file changes places with the old one, which is
    looked at again before it goes, and changes back if it is not the known one. Where a system cannot exchange files
    the last look comes just before.
    """
    with _beside(path, after, durable=True) as new:
        return _create(new, path) if before is None else read(path) == before and _take_place(new, path, before)


def _create(new: Path, path: Path) -> bool:
    """Give a file its name, unless another file has it."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        return False
    return True


def _take_place(new: Path, path: Path, before: bytes) -> bool:
    """Exchange two files, and back again where the old one is not the one that was known."""
    shutil.copymode(path, new)
    if not _exchange(new, path):
        known = read(path) == before
        if known:
            new.replace(path)
        return known
    known = new.read_bytes() == before
    if not known:
        _exchange(new, path)
    return known


def read(path: Path) -> bytes | None:
    """Of a file; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


@contextlib.contextmanager
def _beside(path: Path, content: bytes, *, durable: bool) -> Iterator[Path]:
    """A whole new file in the same folder; gone afterwards, unless it was put in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        yield Path(temporary)
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()


def write(tree: Tree, folder: Path, *, durable: bool = True) -> list[str]:
    """Write what differs from the disk; the paths that changed, sorted.

    Files beside the tree are left alone. Raises UnsafePathError before anything is written.
    """
    for name in tree:
        _refuse_outside(name)
    return [name for name, content in sorted(tree.items()) if write_file(folder / name, content, durable=durable)]


def mirror(tree: Tree, folder: Path) -> list[str]:
    """Like write, for files that can be made again; what the tree does not name is deleted."""
    for name in tree:
        _refuse_outside(name)
    deleted = delete_others(tree, folder)
    return write(tree, folder, durable=False) + deleted


def apply(changes: Mapping[str, bytes | None], folder: Path, kept: Path) -> list[tuple[str, bool]]:
    """Write some files and delete those that are None; what changed, and whether it is there.

    Everything new is on disk before anything goes, and what is deleted is kept below `<folder>/<kept>`. Raises
    UnsafePathError before anything is touched.
    """
    for name in changes:
        _refuse_outside(name)
    changed = [(name, True) for name in write({n: c for n, c in changes.items() if c is not None}, folder)]
    for name in sorted(name for name, content in changes.items() if content is None):
        path = folder / name
        write_file(folder / kept / name, path.read_bytes())
        path.unlink()
        changed.append((name, False))
    return changed


def gather(shared: Mapping[str, Path], tree: Tree, folder: Path) -> None:
    """Make a folder hold a tree and, under their paths, files that lie elsewhere on the same disk; nothing else.

    Those are hard links, so they cost no room and no reading, and what is linked already is left alone. That is safe
    because no file here is ever changed in place: write_file puts a new one under the name. Where a disk has no
    hard links they are copies. Raises UnsafePathError before anything is touched.
    """
    for name in (*shared, *tree):
        _refuse_outside(name)
    delete_others({*shared, *tree}, folder)
    made: set[Path] = set()
    for name, source in shared.items():
        target = folder / name
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        link(source, target)
    write(tree, folder, durable=False)


def link(source: Path, target: Path) -> None:
    """One file under a second name; a copy where that cannot be."""
    with contextlib.suppress(FileNotFoundError):
        if source.samefile(target):
            return
        target.unlink()
    try:
        target.hardlink_to(source)
    except OSError:  # another disk, too many links, or a file system that has none
        shutil.copyfile(source, target)


def delete_others(names: Container[str], folder: Path) -> list[str]:
    """Delete every file below a folder that is not named, every link, and folders left empty; what was deleted."""
    return sorted(_delete_others(names, folder, "")) if folder.is_dir() else []


def _delete_others(names: Container[str], folder: str | Path, below: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        name = below + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _delete_others(names, entry.path, f"{name}/")
            with contextlib.suppress(OSError):  # not empty: it holds files that are named
                Path(entry.path).rmdir()
        elif name not in names or entry.is_symlink():
            Path(entry.path).unlink()
            yield name


def digests(folder: Path, names: Iterable[str] | None = None) -> dict[str, str]:
    """Every file below a folder, or those of some names that are there -> a digest of its content."""
    wanted = _names(folder) if names is None else list(names)

    def some(start: int) -> list[tuple[str, str]]:
        found = []
        for name in wanted[start::_READERS]:
            with contextlib.suppress(OSError):
                found.append((name, digest((folder / name).read_bytes())))
        return found

    with ThreadPoolExecutor(_READERS) as pool:  # reading and hashing let other threads run
        return dict(itertools.chain.from_iterable(pool.map(some, range(_READERS))))


def digest(content: bytes) -> str:
    """A name that only this content has."""
    return hashlib.sha256(content).hexdigest()


def swap(new: Path, target: Path, *, keep: bool = False) -> None:
    """Put a finished folder in another's place; whoever is interrupted finds the old or the new one whole.

    Linux and macOS exchange two folders in one step. Elsewhere two renames follow each other; should the machine
    stop between them, the old folder is beside the target as `.<name>.old` and the next swap goes on from there.
    With `keep` the old folder is left where the new one was made, to be brought up to date by the next build.
    """
    old = target.with_name(f".{target.name}.old")
    if not target.exists() and old.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    if not target.exists():
        new.rename(target)
        return
    if not _exchange(new, target):
        target.rename(old)
        new.rename(target)
        old.rename(new)
    if not keep:
        shutil.rmtree(new, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two paths atomically; False where the system cannot."""
    if os.name != "posix":
        return False
    libc = ctypes.CDLL(None)
    first, second = os.fsencode(one), os.fsencode(other)
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE: linux/fcntl.h, linux/fs.h
    if hasattr(libc, "renameat2"):
        return int(libc.renameat2(here, first, here, second, exchange)) == 0
    if hasattr(libc, "renamex_np"):  # macOS: RENAME_SWAP is 2 too
        return int(libc.renamex_np(first, second, exchange)) == 0
    return False


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, sorted by path."""
    return {name: (folder / name).read_bytes() for name in _names(folder)}


def paths(folder: Path) -> dict[str, Path]:
    """Every file below a folder: relative path -> where it is; sorted by path."""
    return {name: folder / name for name in _names(folder)}


def _names(folder: Path) -> list[str]:
    """Paths of files below a folder, sorted folder by folder; links to folders are not followed."""
    return sorted(_walk(folder, ""), key=lambda name: name.split("/")) if folder.is_dir() else []


def _walk(folder: str | Path, below: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{below}{entry.name}/")
        elif entry.is_file():
            yield below + entry.name


def _refuse_outside(name: str) -> None:
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or ".." in path.parts or "\\" in name or "\0" in name:
        raise UnsafePathError(name)
