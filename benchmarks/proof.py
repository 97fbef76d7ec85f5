"""What proofreading says of real FAQs: how many texts, findings by code and language, and the first of each.

    python benchmarks/proof.py [--all] FOLDER...

Each FOLDER holds `faq.json` as for `formats.py`. There are no facts and no glossary in them, so terms are not asked.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

from formats import library_of, read_rows

from generator.build.proofing import Rules, proofread
from generator.build.written import written_texts
from generator.content.data import PACKAGE, read_all, read_one
from generator.content.library import Library
from generator.content.schema.proof import ProofCommon, ProofFile
from generator.content.schema.rules import PostRules
from generator.problems import Problem
from generator.search import read_tables

SHOWN = 3


def found_in(folder: Path) -> tuple[int, list[Problem]]:
    """Texts read, and what was found."""
    read = library_of(read_rows(folder))
    codes = tuple(sorted(read.settings.languages, key=lambda code: (code != "en", code)))  # what all were made from
    entries = [
        replace(one, written=(one.question, one.short, one.body), path=f"{one.id}.{one.lang}.md") for one in read
    ]
    library = Library.of(
        entries, settings=replace(read.settings, languages=codes), languages=read.languages, topics=read.topics.values()
    )
    files, _ = read_all(ProofFile, "proof")
    common, _ = read_one(ProofCommon, PACKAGE / "proof.yml")
    posts, _ = read_one(PostRules, PACKAGE / "rules.yml")
    tables, _ = read_tables(library.languages)
    rules = Rules(files=files, common=common or ProofCommon(), tables=tables, units=(posts or PostRules()).units)
    return sum(1 for _ in written_texts(library)), proofread(library, rules)


def _language(problem: Problem) -> str:
    parts = problem.place.path.split(".")
    return parts[-2] if len(parts) > 2 else "titles"


def main() -> None:
    """Print the tables."""
    shown = 10_000 if "--all" in sys.argv else SHOWN
    for name in (argument for argument in sys.argv[1:] if argument != "--all"):
        texts, problems = found_in(Path(name))
        print(f"{name}: {texts} texts, {len(problems)} findings")
        by_code: dict[str, list[Problem]] = defaultdict(list)
        for problem in sorted(problems):
            by_code[problem.code].append(problem)
        for code, found in sorted(by_code.items()):
            languages = Counter(_language(problem) for problem in found)
            print(f"  {code} {len(found):5}  {', '.join(f'{lang} {n}' for lang, n in sorted(languages.items()))}")
            for problem in found[:shown]:
                print(f"      {problem.place} {problem.message} | {problem.hint}")


if __name__ == "__main__":
    main()
