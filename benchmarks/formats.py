"""How much of real answers fits into posts: each entry, on each network, in each language, in each format.

    python benchmarks/formats.py FOLDER

FOLDER holds `faq.json`: a list of entries with `id`, `lang`, `category`, `category_id`, `question`, `answer_markdown`;
it may have `short`. Each line of the table counts drafts by how they fit: the full text, the short one (or whole first
sentences), a thread, pictures to leaf through, question and link; `as qa` are formats that gave way to question and
answer. Errors are drafts over a limit or with another error of `faq plan`, threads and pictures that do not rejoin, and
entries without a draft.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator.content.data import read_all, read_texts
from generator.content.languages import site_languages
from generator.content.library import Entry, Library, Topic
from generator.content.organisation import Settings
from generator.content.schema.formats import FormatFile
from generator.content.schema.languages import LanguageFile
from generator.content.schema.networks import NetworkFile
from generator.language import is_cyrillic
from generator.problems import has_errors
from generator.social import Draft, Fit, Kit, Slot, applicable, check, formats, networks, prose, write
from generator.social.slides import bare, between
from generator.social.threads import words
from generator.text import nfc, plain

COLUMNS = (*Fit, "as qa", "errors")
LONG = 250
"""Characters; the table also says how many answers are longer."""


def main() -> None:
    """Print the table."""
    library = library_of(read_rows(Path(sys.argv[1])))
    files, _ = read_all(NetworkFile, "networks")
    kit = Kit(
        library=library,
        networks=networks(files),
        formats=formats(read_all(FormatFile, "formats")[0]),
        templates=read_texts("templates/posts")[0],
    )
    start = time.process_time()
    total: Counter[str] = Counter()
    print(f"{'network':22}{'language':10}{'format':14}{'drafts':>7}" + "".join(f"{name:>9}" for name in COLUMNS))
    for id_, network in kit.networks.items():
        for code in library.languages:
            for kind, counts in measured(kit, id_, code):
                drafts = sum(counts[fit] for fit in Fit)
                cells = "".join(f"{counts[name] or '·':>9}" for name in COLUMNS)
                print(f"{network.id:22}{code:10}{kind:14}{drafts:7}{cells}")
                total += counts
    drafts = sum(total[fit] for fit in Fit)
    print(f"{'all':46}{drafts:7}" + "".join(f"{total[name] or '·':>9}" for name in COLUMNS))
    long = sum(len(plain(entry.body)) > LONG for entry in library)
    print(
        f"\n{len(library.entries)} answers, {long} longer than {LONG} characters; {time.process_time() - start:.0f} s"
    )


def measured(kit: Kit, network: str, code: str) -> Iterator[tuple[str, Counter[str]]]:
    """Format -> how its drafts fit."""
    found: dict[str, Counter[str]] = {}
    for entry in kit.library.in_language(code):
        for kind in applicable(entry, kit):
            counts = found.setdefault(kind, Counter())
            made, problems = write(slot(entry, network), kit, kind)
            if made is None or has_errors([*problems, *check(made.draft, kit.networks[network])]):
                counts["errors"] += 1
            if made:
                counts[made.fit] += 1
                counts["as qa"] += made.draft.format != kind
                counts["errors"] += made.fit is Fit.THREAD and not rejoins(made.draft, entry)
                counts["errors"] += made.fit is Fit.CAROUSEL and not pictured(made.draft, entry)
    yield from found.items()


def rejoins(draft: Draft, entry: Entry) -> bool:
    """Whether a thread's parts hold the answer, or the list of it, from the first word to the last."""
    said = words(draft.parts)
    answer = " ".join(nfc(plain(entry.body)).split())
    if draft.format == "qa":
        return answer in said
    return all(line.strip() in said for line in nfc(plain(entry.body)).split("\n") if line[:1].isdigit())


def pictured(draft: Draft, entry: Entry) -> bool:
    """Whether the pictures between the first and the last hold the answer, or the list of it, and nothing else."""
    source = prose.steps(entry) if draft.format == "steps" else prose.whole(entry)
    return between(draft.slides) == bare(source)


def slot(entry: Entry, network: str) -> Slot:
    """A moment for an entry."""
    return Slot(
        when=datetime(2026, 12, 1, 9, tzinfo=UTC),
        channel=f"{network}-{entry.lang}".lower(),
        network=network,
        language=entry.lang,
        entry=entry.id,
        n=1,
        why="measured",
    )


def read_rows(folder: Path) -> list[dict[str, str]]:
    """The entries of a folder."""
    rows: list[dict[str, str]] = json.loads((folder / "faq.json").read_text(encoding="utf-8"))
    return rows


def library_of(rows: list[dict[str, str]]) -> Library:
    """The entries in the languages that the package knows."""
    files, _ = read_all(LanguageFile, "languages")
    codes = tuple(code for code in files if any(row["lang"] == code for row in rows))
    settings = Settings(name="FAQ", languages=codes, url="https://faq.example.org/")
    languages, _ = site_languages(files, settings, {})
    serbian = "".join(row["answer_markdown"] for row in rows if row["lang"] == "sr")
    if serbian and not is_cyrillic(serbian):
        latin = replace(languages["sr-Latn"], code="sr")
        languages = {code: latin if code == "sr" else known for code, known in languages.items() if code != "sr-Latn"}
    titles: dict[str, dict[str, str]] = {}
    for row in rows:
        titles.setdefault(row["category_id"], {})[row["lang"]] = row["category"]
    entries = [
        Entry(
            id=row["id"],
            lang=row["lang"],
            topic=row["category_id"],
            question=row["question"],
            short=row.get("short", ""),
            body=row["answer_markdown"],
        )
        for row in rows
        if row["lang"] in codes
    ]
    if "sr" in languages and "sr-Latn" in languages:
        serbian = languages["sr-Latn"]
        made = serbian.in_latin
        entries += [
            replace(e, lang="sr-Latn", question=made(e.question), short=made(e.short), body=made(e.body))
            for e in entries
            if e.lang == "sr"
        ]
    topics = [Topic(id=id_, titles=names) for id_, names in titles.items()]
    return Library.of(entries, settings=settings, languages=languages, topics=topics)


if __name__ == "__main__":
    main()
