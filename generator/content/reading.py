"""Reading of single files below a project's folder: what cannot be read is reported, and nothing else is touched."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content import source
from generator.content.joining import Written
from generator.content.schema.base import M, validate
from generator.content.source import Source
from generator.problems import Place, Problem, Severity


@dataclass(slots=True)
class Reading:
    """What has been read so far."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    written: Written = field(default_factory=Written)

    def report(self, path: str, code: str, message: str, hint: str = "", severity: Severity = Severity.ERROR) -> None:
        """Note a problem of a whole file."""
        self.problems.append(Problem(Place(path), code, message, hint, severity))

    def text(self, path: str) -> str | None:
        """A file's text; None when it cannot be read, which is then reported."""
        try:
            # O_NONBLOCK: opening a named pipe must not wait for a writer
            handle = os.open(f"{self.root}/{path}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                status = os.fstat(handle)
                ordinary = stat.S_ISREG(status.st_mode)
                content = os.read(handle, min(status.st_size, source.MAX_BYTES) + 1) if ordinary else b""
            finally:
                os.close(handle)
        except OSError as error:
            ordinary = error.errno != errno.ELOOP
            if ordinary:
                self.report(path, "AA011", f"cannot be read: {error.strerror}")
                return None
        if not ordinary:
            hint = "put the file itself here: links could lead out of the folder or in circles"
            self.report(path, "AA011", "this is a link or no ordinary file", hint)
            return None
        text, problems = source.decode(content, path)
        self.problems += problems
        return text

    def yaml(self, path: str, *, tags: bool = False) -> Source | None:
        """A YAML file; None when it is missing or broken."""
        text = self.text(path)
        if text is None:
            return None
        src, problems = source.read_yaml(text, path, tags=tags)
        self.problems += problems
        return None if problems else src

    def markdown(self, path: str) -> Source | None:
        """A Markdown file with front matter; None when it is broken."""
        text = self.text(path)
        if text is None:
            return None
        src, problems = source.read_markdown(text, path)
        self.problems += problems
        return None if problems else src

    def valid(self, model: type[M], src: Source | None, elsewhere: Mapping[str, str] | None = None) -> M | None:
        """A file's data as its model; None when it is broken."""
        if src is None:
            return None
        value, problems = validate(model, src, belongs_elsewhere=elsewhere)
        self.problems += problems
        return value
