"""Authors' files with changes laid over them, and who wrote what: the bench on which links are repaired."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.content.library import Entry, Library, Page
from generator.content.source import decode, read_markdown, read_yaml
from generator.links.rewriting import UneditableError, flow_list, flow_map, in_body, relinked, with_key
from generator.links.target import Target
from generator.problems import Place, Problem

Texts: TypeAlias = Mapping[str, str]
"""Path from the project's root -> text, of every file below faq/ and docs/."""
Changes: TypeAlias = dict[str, str | None]
"""Path -> new text, or None for a file to delete."""
FAQ = "faq/faq.yml"


@dataclass(frozen=True, slots=True)
class Work:
    """What was read, and what becomes of it."""

    library: Library
    texts: Texts
    changes: Changes = field(default_factory=dict)

    def has(self, path: str) -> bool:
        """Whether a file is there after the changes."""
        return self.changes.get(path, self.texts.get(path)) is not None

    def read(self, path: str) -> str:
        """A file as it is after the changes."""
        changed = self.changes.get(path)
        return self.texts[path] if changed is None else changed

    def paths(self) -> list[str]:
        """Files that are there after the changes, sorted."""
        return sorted(path for path in {*self.texts, *self.changes} if self.has(path))

    def put(self, path: str, text: str) -> None:
        """Write a file."""
        self.changes[path] = text

    def delete(self, path: str) -> None:
        """Delete a file; one that is gone already stays so."""
        if self.has(path):
            self.changes[path] = None

    def move(self, old: str, new: str) -> None:
        """Give a file another path."""
        self.put(new, self.read(old))
        self.delete(old)

    def change_body(self, path: str, change: Callable[[str], str]) -> None:
        """Change a file's Markdown and keep its front matter."""
        self.put(path, in_body(self.read(path), change))

    def set(self, path: str, key: str, value: str | None) -> None:
        """Write one key of a file's front matter or YAML. Raises UneditableError."""
        self.put(path, with_key(path, self.read(path), key, value))

    def value(self, path: str, key: str) -> object:
        """One key of a file as it is after the changes; None where it is not written."""
        text, _ = decode(self.read(path).encode(), path)
        reader = read_markdown if path.endswith(".md") else read_yaml
        return reader(text or "", path)[0].data.get(key)

    def names(self, path: str, key: str) -> list[str]:
        """A list of names in a file; empty where none is written."""
        written = self.value(path, key) if self.has(path) else None
        return [str(name) for name in written] if isinstance(written, list) else []

    def moves(self, path: str) -> dict[str, str]:
        """Former headings of a file and where each leads."""
        written = self.value(path, "moved") if self.has(path) else None
        return {str(k): str(v) for k, v in written.items()} if isinstance(written, dict) else {}

    def add_names(self, path: str, key: str, names: Iterable[str], own: str) -> None:
        """Write names into the list at a key of a file, which itself is called `own`."""
        known = self.names(path, key)
        kept = [name for name in dict.fromkeys([*known, *names]) if name != own]
        if kept != known:
            self.set(path, key, flow_list(kept))

    def add_moved(self, path: str, anchor: str, where: str) -> None:
        """Write where a former heading's words are now; headings that had moved to it follow, one that is back not."""
        known = self.moves(path)
        followed = {k: where if v == f"#{anchor}" else v for k, v in known.items()}
        self.set(path, "moved", flow_map({k: v for k, v in {**followed, anchor: where}.items() if v != f"#{k}"}))

    def relink(self, old: Target, new: Target, *, headings_kept: bool = True) -> None:
        """Links between our texts name the new target; the old one would still work, over a redirect."""
        needle = f"{old.kind}:{old.name}"
        for path in self.paths():
            if path.endswith(".md") and needle in self.read(path):
                self.change_body(path, lambda body: relinked(body, old, new, headings_kept=headings_kept))

    def written(self, target: Target) -> dict[str, Entry | Page]:
        """Language -> what people wrote of an entry or page, in the order of its languages."""
        by_name: Mapping[str, Mapping[str, Entry | Page]] = (
            self.library.by_id if target.kind == "entry" else self.library.pages if target.kind == "page" else {}
        )
        by_lang = by_name.get(target.name, {})
        return {lang: text for lang, text in by_lang.items() if lang in self.library.settings.languages}

    def source_file(self, target: Target) -> str:
        """The file that holds what is true for all languages. Raises UneditableError where it is missing."""
        if target.kind == "topic":
            return f"faq/{target.name}/_topic.yml"
        text = self.written(target).get(self.library.settings.source)
        if text is None:
            raise UneditableError(str(target))
        return text.path


Repair: TypeAlias = Callable[[Work], Iterator[Problem]]


def run(library: Library, texts: Texts, repair: Repair) -> tuple[Changes, list[Problem]]:
    """Do a repair; nothing is changed where it has problems."""
    work = Work(library, texts)
    try:
        problems = list(repair(work))
    except UneditableError as error:
        hint = "write its front matter as plain 'key: value' lines, then repeat the command"
        message = "this file's front matter cannot be changed by a program"
        problems = [Problem(Place(str(error)), "AA206", message, hint)]
    changed = {path: text for path, text in work.changes.items() if text != texts.get(path)}
    return ({} if problems else changed), problems


def refused(message: str) -> Problem:
    """AA207: a repair that cannot be done."""
    return Problem(Place("faq"), "AA207", message, "'faq links' lists what was published; nothing was changed")
