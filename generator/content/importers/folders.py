"""Archives as files by path: nothing leaves the folder, nothing swells beyond what is read."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from generator.content.importers.imported import unreadable, warning
from generator.problems import Place, Problem

MAX_FILES: Final = 20_000
MAX_FILE: Final = 10_000_000
MAX_TOTAL: Final = 100_000_000
"""Bytes, unpacked."""
_NOT_OURS: Final = frozenset({"node_modules", "__pycache__", "__macosx", "site-packages"})
_TEXTS: Final = frozenset(
    {".md", ".mdx", ".markdown", ".json", ".csv", ".tsv", ".html", ".htm", ".xhtml", ".yml", ".yaml", ".po", ".pot"}
    | {".xlf", ".xliff", ".js", ".ts", ".txt"}
)


def wanted(path: str) -> bool:
    """Whether a file may be part of an FAQ: a text, in no hidden folder and in none of other programs."""
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") or part.lower() in _NOT_OURS for part in parts)
    return not hidden and PurePosixPath(path).suffix.lower() in _TEXTS


def stays_inside(path: str) -> bool:
    """Whether a path of an archive is a plain relative one, on every system."""
    return (
        bool(path)
        and not path.startswith("/")
        and ".." not in path.split("/")
        and not any(c in '\\:*?"<>|' or c < " " for c in path)
    )


def is_archive(content: bytes) -> bool:
    """Whether bytes are a ZIP file."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def unpacked(content: bytes, name: str) -> tuple[dict[str, bytes], list[Problem]]:
    """The texts of a ZIP file by path; what is not read is told."""
    if len(content) > MAX_TOTAL:
        return {}, [unreadable(Place(name), f"the archive has more than {MAX_TOTAL // 1_000_000} MB", "split it")]
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    room = MAX_TOTAL
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len(infos) > MAX_FILES:
                return {}, [unreadable(Place(name), f"the archive has more than {MAX_FILES} files", "split it")]
            for info in infos:
                if fault := _fault(info, min(room, MAX_FILE)):
                    problems.append(warning(Place(name), "AA612", f"not read: '{info.filename[:80]}' {fault}"))
                elif wanted(info.filename):
                    files[info.filename] = archive.read(info)
                    room -= info.file_size
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        return {}, [unreadable(Place(name), f"not readable as a ZIP file: {error}", "make the archive again")]
    return _without_top(dict(sorted(files.items()))), problems


def _fault(info: zipfile.ZipInfo, room: int) -> str:
    if not stays_inside(info.filename):
        return "would leave the folder"
    if info.flag_bits & 1:
        return "is encrypted"
    return "is too large" if info.file_size > room else ""


def _without_top(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Paths without the one folder that most archives are packed with."""
    tops = {path.partition("/")[0] for path in files}
    if len(tops) != 1 or any("/" not in path for path in files):
        return dict(files)
    return {path.partition("/")[2]: content for path, content in files.items()}
