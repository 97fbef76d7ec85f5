"""How well search finds: share of labelled queries whose entry comes first or among three, per type and language.

    python benchmarks/search_quality.py FOLDER [--distractors FOLDER] [--compare aa_search.py]
        [--paraphrases benchmarks/paraphrases.json] [--languages hr,sr]

FOLDER is an evaluation set (see search_sets.py). `--distractors` adds entries that no query asks for. `--compare` is a
module with `build(entries, lang)` and `Index(built).search(words, limit)`, measured beside ours on the same queries.
Whoever changes the ranking tunes it on `--paraphrases benchmarks/paraphrases.json`, and measures without it: what is in
the folder is held out. `--misses` prints the queries that fail, and no paraphrase unless its
language was named.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from search_sets import (
    INVENTED,
    LANGUAGES,
    NONSENSE,
    OTHER_SCRIPT_PARAPHRASE,
    PARAPHRASE,
    TYPES,
    Entry,
    Query,
    Set,
    read,
)

from generator.problems import as_text
from generator.search import Document, Searcher, build, read_tables

LIMIT = 10
PARAPHRASES = frozenset({PARAPHRASE, OTHER_SCRIPT_PARAPHRASE})
WITH_ALSO_ASKED = " +also asked"

Search = Callable[[str], list[tuple[str, float]]]
Build = Callable[[Sequence[Entry], str], Search]


class Found(NamedTuple):
    """Where a query's entry came: 1 is first, 0 is nowhere among ten."""

    query: Query
    column: str
    rank: int


class Measured(NamedTuple):
    """All results of one engine."""

    found: list[Found]
    nonsense: dict[str, list[str]]
    """The nonsense that found something, per language."""
    invented: float
    """Share of invented words that found something."""
    build_seconds: float
    query_seconds: float


def main() -> None:
    """Print the tables."""
    options = arguments()
    chosen = options.languages or LANGUAGES
    sets = read(options.folder, LANGUAGES, chosen, distractors=options.distractors, own=options.paraphrases)
    engines: dict[str, Build] = {"ours": ours(options.data)} if not options.only_compare else {}
    if options.compare:
        engines[options.compare.stem] = peer(options.compare)
    results = {name: measure(engine, sets) for name, engine in engines.items()}
    print(f"entries: {', '.join(f'{set_.lang} {len(set_.entries)}' for set_ in sets)}")
    table("type", columns(results, lambda found: found.column, in_order))
    table("all but paraphrases", columns(results, language_of_others))
    table("paraphrases", columns(results, language_of_paraphrase))
    for name, measured in results.items():
        found = {lang: words for lang, words in measured.nonsense.items() if words}
        print(
            f"\n{name}: nonsense that finds something: {found or 'none'}; of invented words {measured.invented:.0%} do"
        )
        print(f"{name}: {1000 * measured.query_seconds:.2f} ms a query, {measured.build_seconds:.1f} s for all indexes")
    if options.misses:
        misses(results, options.misses, options.languages)


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--distractors", type=Path)
    parser.add_argument("--paraphrases", type=Path, metavar="JSON", help="to tune on: these instead of those held out")
    parser.add_argument("--compare", type=Path, metavar="PY")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="its search/<lang>.yml take the package's place")
    parser.add_argument("--only-compare", action="store_true", help="leave ours out")
    parser.add_argument("--languages", type=lambda text: tuple(text.split(",")), default=(), metavar="hr,sr")
    parser.add_argument("--misses", metavar="TYPE", help="print the queries of a type whose entry is not among three")
    return parser.parse_args()


def ours(data: Path | None) -> Build:
    """The engine of the project."""
    tables, problems = read_tables({lang.partition("-")[0] for lang in LANGUAGES}, data)
    if problems:
        sys.exit(as_text(problems))

    def build_one(entries: Sequence[Entry], lang: str) -> Search:
        documents = [Document(id=e.id, title=e.title, also=e.also, text=e.text) for e in entries]
        searcher = Searcher(build(documents, tables[lang.partition("-")[0]]))
        return lambda words: [(documents[hit.document].id, hit.score) for hit in searcher.search(words, LIMIT)]

    return build_one


def peer(path: Path) -> Build:
    """The engine of a module by its path; it gets entries as mappings."""
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if not spec or not spec.loader:
        sys.exit(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def build_one(entries: Sequence[Entry], lang: str) -> Search:
        index = module.Index(module.build([entry._asdict() for entry in entries], lang))
        return lambda words: list(index.search(words, LIMIT))

    return build_one


def measure(build_one: Build, sets: Iterable[Set]) -> Measured:
    """Every query of every set, asked of the plain entries and of those with their customers' phrasings."""
    found: list[Found] = []
    nonsense: dict[str, list[str]] = {}
    invented = 0
    start = time.process_time()
    indexes = [(s, build_one(s.entries, s.lang), build_one(s.with_also_asked(), s.lang)) for s in sets]
    built = time.process_time()
    for set_, plain, with_also in indexes:
        found += [Found(query, query.type, rank(plain, query)) for query in set_.queries]
        found += [Found(query, in_also(query.type), rank(with_also, query)) for query in set_.queries]
    asked = time.process_time()
    for set_, plain, _ in indexes:
        nonsense[set_.lang] = [words for words in NONSENSE if plain(words)]
        invented += sum(bool(plain(words)) for words in INVENTED)
    share = invented / len(INVENTED) / len(indexes)
    return Measured(found, nonsense, share, (built - start) / 2, (asked - built) / len(found))


def in_also(type_: str) -> str:
    """The row of a type where entries have their customers' phrasings; only paraphrases stand apart there."""
    return (type_ if type_ in PARAPHRASES else "all others") + WITH_ALSO_ASKED


def rank(search: Search, query: Query) -> int:
    """Where the entry of a query is among the results, or 0."""
    ids = [id_ for id_, _ in search(query.words)[:LIMIT]]
    return ids.index(query.relevant) + 1 if query.relevant in ids else 0


def in_order(column: str) -> int:
    """Types as they are listed, plain before those with phrasings."""
    type_ = column.removesuffix(WITH_ALSO_ASKED)
    return (TYPES.index(type_) if type_ in TYPES else len(TYPES)) * 2 + column.endswith(WITH_ALSO_ASKED)


def language_of_others(found: Found) -> str | None:
    """The row of a query of the mechanical types, in the table of languages."""
    return found.query.lang if found.column == found.query.type and found.query.type not in PARAPHRASES else None


def language_of_paraphrase(found: Found) -> str | None:
    """The row of a paraphrase: its language, and whether entries have their customers' phrasings."""
    type_ = found.query.type
    return found.query.lang + found.column.removeprefix(type_) if type_ in PARAPHRASES else None


Row = dict[str, list[int]]


def columns(
    results: Mapping[str, Measured],
    key: Callable[[Found], str | None],
    order: Callable[[str], int] = lambda _: 0,
) -> dict[str, Row]:
    """Row -> engine -> ranks."""
    rows: dict[str, Row] = {}
    for name, measured in results.items():
        for found in measured.found:
            row = key(found)
            if row is not None:
                rows.setdefault(row, {}).setdefault(name, []).append(found.rank)
    return dict(sorted(rows.items(), key=lambda item: order(item[0])))


def table(title: str, rows: Mapping[str, Row]) -> None:
    """Recall@1, recall@3, MRR@10 of every engine, and ratios of the first to the second."""
    if not rows:
        return
    names = list(next(iter(rows.values())))
    heads = [*names, "ratio"] if len(names) == 2 else names
    print(f"\n{title:<36}{'n':>5}" + "".join(f"{head + ' r@1 r@3 mrr':>24}" for head in heads))
    for row, ranks in rows.items():
        scores = [score(ranks[name]) for name in names]
        cells = ["".join(f"{value:8.3f}" for value in values) for values in scores]
        if len(scores) == 2:
            cells.append("".join(f"{a / b if b else float('nan'):8.2f}" for a, b in zip(*scores, strict=True)))
        print(f"{row:<36}{len(ranks[names[0]]):>5}" + "".join(cells))


def score(ranks: Sequence[int]) -> tuple[float, float, float]:
    """Recall@1, recall@3, mean reciprocal rank among ten."""
    total = len(ranks)
    first, among_three = sum(rank == 1 for rank in ranks), sum(0 < rank <= 3 for rank in ranks)
    return first / total, among_three / total, sum(1 / rank for rank in ranks if rank) / total


def misses(results: Mapping[str, Measured], type_: str, languages: Sequence[str]) -> None:
    """The queries of a type that fail, with the rank of their entry."""
    for name, measured in results.items():
        for query, column, place in measured.found:
            shown = query.type not in PARAPHRASES or query.lang[:2] in languages
            if column == type_ and not 0 < place <= 3 and shown:
                print(f"{name}: {query.lang} {query.words!r} -> {query.relevant} came {place or 'nowhere'}")


if __name__ == "__main__":
    main()
