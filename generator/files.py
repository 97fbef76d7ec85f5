"""The only module that writes: trees of files, made in memory, put on disk whole or not at all."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TypeAlias

Tree: TypeAlias = Mapping[str, bytes]
"""Relative POSIX path -> content."""


class UnsafePathError(ValueError):
    """A tree named a file outside the folder it is written to: a fault of ours."""


def write_file(path: Path, content: bytes, *, durable: bool = True) -> bool:
    """Replace one file in one step; whether its bytes changed.

    An interruption leaves the old file or the new one, never half of it; with `durable` even a power cut does.
    Files that a build can make again go without, since waiting for the disk thousands of times takes long.
    """
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise
    return True


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
    deleted = []
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            with contextlib.suppress(OSError):  # not empty: it holds files of the tree
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in tree:
            path.unlink()
            deleted.append(path.relative_to(folder).as_posix())
    return write(tree, folder, durable=False) + deleted


def swap(new: Path, target: Path) -> None:
    """Put a finished folder in another's place; whoever is interrupted finds the old or the new one whole.

    Linux and macOS exchange two folders in one step. Elsewhere two renames follow each other; should the machine
    stop between them, the old folder is beside the target as `.<name>.old` and the next swap goes on from there.
    """
    old = target.with_name(f".{target.name}.old")
    if not target.exists() and old.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    if not target.exists():
        new.rename(target)
        return
    if _exchange(new, target):
        shutil.rmtree(new, ignore_errors=True)
        return
    target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


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
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _refuse_outside(name: str) -> None:
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or ".." in path.parts or "\\" in name or "\0" in name:
        raise UnsafePathError(name)
