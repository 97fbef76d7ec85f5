"""What an earlier build worked out, in files that are believed only when they are whole and of this very program."""

from __future__ import annotations

import functools
import importlib.metadata
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from generator.files import digest, read_tree, write_file

_P = ParamSpec("_P")
_T = TypeVar("_T")
_PACKAGE = Path(__file__).parent
_MISSING = object()
_known: dict[str, Any] = {}
_used: dict[str, Any] = {}


def read(path: Path, version: str) -> dict[str, Any] | None:
    """The values that `write` put there; None when the file is missing, damaged, or written under another version."""
    try:
        seal, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if seal.decode("ascii", "replace") != _seal(body, version):
        return None
    values: dict[str, Any] = json.loads(body.decode("utf-8", "surrogatepass"))
    return values


def write(path: Path, version: str, values: Mapping[str, Any]) -> None:
    """Keep values that JSON can hold."""
    body = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    write_file(path, _seal(body, version).encode() + b"\n" + body, durable=False)


def _seal(body: bytes, version: str) -> str:
    return digest(f"{version}\n".encode() + body)


@functools.cache
def program() -> str:
    """A digest of this program's code and data, its Python, and the libraries whose versions change what it makes."""
    own = {name: content for name, content in read_tree(_PACKAGE).items() if "__pycache__" not in name}
    libraries = ("babel", "jinja2", "markdown", "pillow", "pyphen", "resvg-py", "segno", "uharfbuzz", "zlib-ng")
    versions = [sys.version, *(f"{name} {_version(name)}" for name in libraries)]
    return digest("\n".join([*versions, *(f"{name} {digest(content)}" for name, content in own.items())]).encode())


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def remembered(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Like functools.cache, and `load` and `save` carry it over to the next build.

    For pure functions of strings that give what JSON can hold; nobody changes what they gave.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @functools.wraps(function)
    def recall(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        key = digest(json.dumps([name, args, kwargs]).encode())
        value: Any = _used.get(key, _MISSING)
        if value is _MISSING:
            value = _known.get(key, _MISSING)
            _used[key] = value = function(*args, **kwargs) if value is _MISSING else value
        return value  # type: ignore[no-any-return]

    return recall


def load(path: Path) -> None:
    """Start from what was remembered in a file; nothing where it cannot be believed."""
    _used.clear()
    _known.clear()
    _known.update(read(path, program()) or {})


def save(path: Path) -> None:
    """Remember what was asked for since `load`, and nothing else."""
    if _used.keys() != _known.keys():
        used = dict(_used)  # copied in one step: another thread may be asking
        write(path, program(), dict(sorted(used.items())))
