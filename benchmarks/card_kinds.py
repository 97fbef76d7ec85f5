"""Every kind of card in every size of real FAQs: how many have room, and whether any breaks a rule of setting.

    python benchmarks/card_kinds.py [--all] FOLDER...

Each FOLDER is a project, or holds `faq.json` as for `formats.py`; languages without a data file borrow the source's
labels there. Columns: all cards, those `fine`, those that `gave way` to a kind that says less, those with a part `left
out` (a warning), those refused, by code; `faults` are letters outside the safe area or their box, texts that overlap,
missing glyphs, lines that end where none may. Below a table stands the first of what was refused or is at fault of each
kind in each language; with `--all` everything.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

from formats import library_of, read_rows, slot

from generator import cards, files
from generator.build import bring, card_words, contact_sheet, wanted
from generator.build.bench import Bench
from generator.build.card_words import Given
from generator.build.project import Project, read_project
from generator.build.rendering import Job
from generator.build.wanted import Wanted
from generator.cards import Layout, fonts, scripts
from generator.cards.drawing import Text
from generator.content.library import Entry, Library
from generator.content.schema.cards import CanvasFile
from generator.language import Language
from generator.social import write

POSTS = ("instagram_carousel", "linkedin_document")
"""Networks whose posts are pictures to leaf through."""
COLUMNS = ("cards", "fine", "gave way", "left out", "AA401", "AA402", "other", "faults")
_UNIT = re.compile(r"(?:[%‰°€$£₽]|(?:km|cm|mm|m|kg|g|kB|MB|GB|h|min|s|BTC|€)\b)")
_JOINTS = "-–—/.@:_?&=+,"


class Found(NamedTuple):
    """What came of one card."""

    kind: str
    lang: str
    size: str
    entry: str
    column: str
    said: str = ""


def main() -> None:
    """Print the tables."""
    everything, start = "--all" in sys.argv, time.process_time()
    for folder in (name for name in sys.argv[1:] if name != "--all"):
        with tempfile.TemporaryDirectory() as scratch:
            project = (
                read(Path(folder))
                if (Path(folder) / "faq").is_dir()
                else of_rows(read_rows(Path(folder)), Path(scratch))
            )
            found = list(measured(project))
        print(f"{folder}: {len(project.library.entries)} entries\n")
        _print(found, everything=everything)
    print(f"{time.process_time() - start:.0f} s")


def _print(found: list[Found], *, everything: bool) -> None:
    table: dict[tuple[str, str], Counter[str]] = {}
    for one in found:
        table.setdefault((one.kind, one.lang), Counter())[one.column] += 1
    print(f"{'kind':12}{'language':10}" + "".join(f"{name:>10}" for name in COLUMNS))
    for (kind, lang), counts in [*sorted(table.items()), (("all", ""), Counter(one.column for one in found))]:
        counts["cards"] = counts.total() - counts["faults"]
        print(f"{kind:12}{lang:10}" + "".join(f"{counts[name] or '·':>10}" for name in COLUMNS))
    shown = set[tuple[str, ...]]()
    for one in found:
        key = (one.kind, one.lang, one.column)
        if one.said and (everything or key not in shown):
            shown.add(key)
            print(f"  {one.column} {one.kind} {one.lang} {one.size} {one.entry}: {one.said}")
    print()


def read(root: Path) -> Project:
    """A project."""
    project, problems = read_project(root)
    if project is None:
        raise SystemExit("\n".join(map(str, problems)))
    return project


def of_rows(rows: list[dict[str, str]], scratch: Path) -> Project:
    """A project of the entries, in all their languages."""
    tree, _ = bring.init(scratch / "project", ["en"], "FAQ")
    files.write(tree, scratch / "project", durable=False)
    project = read(scratch / "project")
    return replace(project, library=_with_others(library_of(rows), rows), drafts=())


def _with_others(library: Library, rows: list[dict[str, str]]) -> Library:
    """With the languages that have no data file."""
    source, known = library.languages[library.settings.source], library.languages
    others = {row["lang"] for row in rows} - known.keys()
    entries = [
        Entry(
            id=row["id"],
            lang=row["lang"],
            topic=row["category_id"],
            question=row["question"],
            body=row["answer_markdown"],
        )
        for row in rows
        if row["lang"] in others
    ]
    languages = {**known, **{code: contact_sheet.borrowed(source, code) for code in sorted(others)}}
    settings = replace(library.settings, languages=tuple(languages))
    return Library.of([*library, *entries], settings=settings, languages=languages, topics=library.topics.values())


def measured(project: Project) -> Iterator[Found]:
    """Every card of every entry."""
    bench = Bench(project)
    for entry in project.library:
        for want in wishes(project, entry):
            yield from _judged(bench.job(want), want, project.canvases[want.size])


def wishes(project: Project, entry: Entry) -> Iterator[Wanted]:
    """All kinds that it has words for, and the pictures of its carousels, in all sizes."""
    given = Given(entry=entry, library=project.library, addresses=project.addresses)
    wants = [
        Wanted(entry=entry.id, lang=entry.lang, kind=kind, size=wanted.PREVIEW, image_format="png")
        for kind in card_words.kinds(given)
    ]
    for network in POSTS:
        made, _ = write(slot(entry, network), project.kit, "qa")
        if made:
            pages = (page for one in wanted.for_draft(project, made.draft) for page in one.pages)
            wants += [replace(wants[0], kind=page.kind, says="qa", pages=(page,)) for page in pages]
    for want in dict.fromkeys(wants):
        yield from (replace(want, size=size) for size in project.canvases)


def _judged(job: Job, want: Wanted, canvas: CanvasFile) -> Iterator[Found]:
    def found(column: str, said: str = "") -> Found:
        return Found(want.kind, want.lang, want.size, want.entry, column, said)

    refused = ""
    for number, attempt in enumerate(job.pages[0]):
        layout, problems = cards.compose(attempt.template, canvas, attempt.words, job.look, job.place)
        if layout is None:
            refused = refused or " ".join(f"{problem.code} {problem.message}" for problem in problems)
            continue
        left_out = " ".join(problem.message for problem in problems)
        yield found("gave way", refused) if number else found("left out" if left_out else "fine", left_out)
        yield from (found("faults", said) for said in faults(layout, canvas, job.look.language))
        return
    code = refused[:5]
    yield found(code if code in COLUMNS else "other", refused)


def faults(layout: Layout, canvas: CanvasFile, language: Language) -> Iterator[str]:
    """What a careful typesetter would send back."""
    safe = canvas.safe
    for text in layout.texts():
        if text.role == "ornament":
            continue
        inside = safe.left <= text.x and text.x + text.width <= layout.width - safe.right
        if not inside or text.y < safe.top or text.y + text.height > layout.height - safe.bottom:
            yield f"{text.role} leaves the safe area: {text.read()}"
        yield from (f"{text.role}: {said}" for said in _breaks(text, language))
        yield from (
            f"{text.role} is wider than its box: {line.text}" for line in text.lines if line.width > text.width + 1
        )
        yield from _blank(text, layout)
    for one, other in combinations(layout.texts(), 2):
        if "ornament" not in {one.role, other.role} and _overlap(one, other):
            yield f"{one.role} and {other.role} overlap: {one.read()} | {other.read()}"


def _overlap(one: Text, other: Text) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def _blank(text: Text, layout: Layout) -> Iterator[str]:
    for piece in (piece for line in text.lines for piece in line.pieces):
        face = fonts.face(layout.typeface, piece.face, piece.weight)
        shaped = fonts.shape(piece.text, face, text.language, rtl=piece.rtl)
        if any(glyph == 0 for glyph, _, _ in shaped.glyphs):
            yield f"{text.role} has an empty box: {piece.text}"


def _breaks(text: Text, language: Language) -> Iterator[str]:
    """Lines that end where none may; addresses break where they must."""
    if text.role == "address":
        return
    one_letter = {form for word in language.typography.get("one_letter", "").split() for form in (word, word.upper())}
    for before, after in pairwise(text.lines):
        last, first = (before.text.split() or [""])[-1], (after.text.split() or [""])[0]
        shown = f"{before.text} | {after.text}"
        if before.hyphenated:
            continue
        if before.glued:
            if not scripts.is_spaceless(text.read()) and before.text[-1:] not in _JOINTS:
                yield f"a word is cut without a hyphen: {shown}"
        elif last.lstrip("([„“\"'") in one_letter:
            yield f"a line ends with a word of one letter: {shown}"
        elif last[-1:].isdigit() and _UNIT.match(first):
            yield f"a number and its unit are parted: {shown}"
        elif after.text[:2] in {"– ", "— "}:
            yield f"a line begins with a dash: {shown}"


if __name__ == "__main__":
    main()
