"""A change of one file as a value: it fits what somebody saw or it does not, and it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


class ConflictError(Exception):
    """Somebody else changed the file meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """A whole file: the bytes that were seen, and those in their place."""

    path: str
    before: bytes
    after: bytes

    def made_in(self, content: bytes | None) -> bytes:
        """The file as it will be. Raises ConflictError."""
        if content != self.before:
            raise ConflictError(self.path)
        return self.after

    def back(self) -> FileChange:
        """The change that takes this one back."""
        return FileChange(path=self.path, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChange:
    """One line of a table that others write, too; all other lines stay byte for byte, also those nobody can read."""

    path: str
    before: str | None
    """None for a new line, which becomes the last one."""
    after: str | None
    """None for a line that goes."""
    header: str
    """The first line of a table that is not there yet."""

    def made_in(self, content: bytes | None) -> bytes:
        """The table as it will be. Raises ConflictError."""
        lines = (content or f"{self.header}\n".encode()).splitlines(keepends=True)
        if self.before is None:
            if lines and not lines[-1].endswith(b"\n"):
                lines[-1] += b"\n"
            return b"".join([*lines, *self._line(b"\n")])
        wanted = self.before.encode()
        at = next((n for n in reversed(range(len(lines))) if lines[n].rstrip(b"\r\n") == wanted), None)
        if at is None:
            raise ConflictError(self.path)
        lines[at : at + 1] = self._line(lines[at][len(wanted) :])
        return b"".join(lines)

    def _line(self, end: bytes) -> list[bytes]:
        return [] if self.after is None else [self.after.encode() + end]

    def back(self) -> LineChange:
        """The change that takes this one back."""
        return LineChange(path=self.path, before=self.after, after=self.before, header=self.header)


Change: TypeAlias = FileChange | LineChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What an action changes, in the order in which it is written: every state between is a sound one."""

    says: str
    """In a few words, for the history of the folder."""
    changes: tuple[Change, ...]

    def back(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(says=f"Undo: {self.says}", changes=tuple(change.back() for change in reversed(self.changes)))

    @property
    def paths(self) -> tuple[str, ...]:
        """The files it touches."""
        return tuple(dict.fromkeys(change.path for change in self.changes))
