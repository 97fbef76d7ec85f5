"""Which pages of a docs tree the site engine is given, and why the others can stay as they are. No I/O here.

Entry pages do not depend on each other: a template may print its page's own front matter, the configuration, and the
titles in the navigation, and links between entries are addresses of ours. So a page whose input did not change, in a
frame that did not change, is the same bytes again.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from generator.files import Tree, digest
from generator.site.document import title_line

_ENTRIES = "q/"
_PARTS = {
    "engine": "engine version changed",
    "program": "this program changed",
    "configuration": "configuration changed",
    "theme": "theme changed",
    "files": "files beside the pages changed",
    "navigation": "titles in the navigation changed",
}
"""What all pages depend on -> what is said when it is another."""
CHANGED, NEW, ALTERED, NAVIGATION = "changed", "new", "its output is missing or was altered", "navigation"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a language's last build was made of and what it made: names -> digests."""

    frame: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    """Below docs/: `q/delivery-time/index.md`."""
    outputs: Mapping[str, str] = field(default_factory=dict)
    """Below site/: `q/delivery-time/index.html`."""

    def values(self) -> dict[str, Any]:
        """As JSON holds it; `State(**values)` is the same again."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What the engine has to do for one language."""

    given: Mapping[str, str] = field(default_factory=dict)
    """Page -> why."""
    carried: Collection[str] = ()
    """Pages whose last output stays."""
    deleted: Collection[str] = ()
    whole: str = ""
    """Why all pages are built; empty when not all are."""


def state(tree: Tree, engine: Iterable[str], program: str) -> State:
    """What a tree would be made of, its outputs left open. `engine`: names and versions of what builds it."""
    pages = {name: content for name, content in _below("docs/", tree).items() if name.endswith(".md")}
    files = {name: content for name, content in _below("docs/", tree).items() if name not in pages}
    titles = {name: title_line(content) for name, content in pages.items() if not _is_entry(name)}
    frame = {
        "engine": digest("\n".join(engine).encode()),
        "program": program,
        "configuration": digest(tree["mkdocs.yml"]),
        "theme": _digest(_below("overrides/", tree)),
        "files": _digest(files),
        "navigation": _digest(titles),
    }
    return State(frame=frame, pages={name: digest(content) for name, content in pages.items()})


def work(now: State, before: State, present: Mapping[str, str]) -> Work:
    """What has to be built, when `present` are the digests of the output that is there."""
    if whole := _whole(now, before, present):
        return everything(now, whole)
    deleted = sorted(before.pages.keys() - now.pages.keys())
    reasons = {page: why for page in now.pages if (why := _why(page, now, before, present))}
    if reasons or deleted:  # the navigation needs its pages whenever the engine runs
        reasons = {p: reasons.get(p, NAVIGATION) for p in now.pages if p in reasons or not _is_entry(p)}
    return Work(given=reasons, carried=[p for p in now.pages if p not in reasons], deleted=deleted)


def everything(now: State, why: str) -> Work:
    """All pages, whatever was built before."""
    return Work(given=dict.fromkeys(now.pages, why), whole=why)


def _whole(now: State, before: State, present: Mapping[str, str]) -> str:
    if not before.frame:
        return "first build"
    for part, words in _PARTS.items():
        if now.frame[part] != before.frame.get(part):
            return words
    of_pages = set(map(output, before.pages))
    if any(present.get(name) != made for name, made in before.outputs.items() if name not in of_pages):
        return "files of the last output are missing or were altered"
    return ""


def _why(page: str, now: State, before: State, present: Mapping[str, str]) -> str:
    if page not in before.pages:
        return NEW
    if before.pages[page] != now.pages[page]:
        return CHANGED
    made = before.outputs.get(output(page))
    return "" if made and present.get(output(page)) == made else ALTERED


def output(page: str) -> str:
    """The file that the engine makes of a page: `q/time/index.md` -> `q/time/index.html`."""
    return page.removesuffix(".md") + ".html"


def given(tree: Tree, pages: Container[str]) -> dict[str, bytes]:
    """The part of a docs tree that the engine is given."""
    return {
        name: content
        for name, content in tree.items()
        if not (name.startswith("docs/") and name.endswith(".md")) or name.removeprefix("docs/") in pages
    }


def explain(language: str, job: Work, names: int = 20) -> str:
    """What was built and why, for people; at most `names` pages by name."""
    if job.whole:
        return f"{language}: all {len(job.given)} pages built: {job.whole}"
    if not job.given:
        return f"{language}: nothing changed, {len(job.carried)} pages carried over"
    counts = {why: list(job.given.values()).count(why) for why in (CHANGED, NEW, ALTERED, NAVIGATION)}
    said = ", ".join(f"{count} {why}" for why, count in counts.items() if count)
    gone = f", {len(job.deleted)} deleted" if job.deleted else ""
    lines = [f"{language}: {len(job.given)} pages built ({said}), {len(job.carried)} carried over{gone}"]
    named = [f"  {why}: {page}" for page, why in sorted(job.given.items()) if why != NAVIGATION]
    named += [f"  deleted: {page}" for page in job.deleted]
    return "\n".join([*lines, *named[:names], *([f"  and {len(named) - names} more"] if len(named) > names else [])])


def _is_entry(page: str) -> bool:
    return page.startswith(_ENTRIES)


def _below(folder: str, tree: Tree) -> dict[str, bytes]:
    return {name.removeprefix(folder): content for name, content in tree.items() if name.startswith(folder)}


def _digest(tree: Tree) -> str:
    return digest("".join(f"{name}\0{digest(content)}\n" for name, content in sorted(tree.items())).encode())
