"""On the evaluation set, where it is at hand, the twin finds what Python finds, query by query.

Queries are not shown when they differ: the paraphrases are held out, and reading them would be tuning on them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.search import Document, Searcher, build, encode, read_tables

FOLDER = Path(os.environ.get("SEARCH_EVAL", Path(__file__).parents[3] / "shared/data/search-eval"))
SETS = {"hr": "hr", "sr": "sr", "sr-cyrl": "sr", "sl": "sl", "cs": "cs", "bg": "bg", "en": "en"}
"""Set of entries -> language of its queries."""

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the evaluation set is not here (SEARCH_EVAL names it)")


def read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("inline", [10**9, 0])
@pytest.mark.parametrize("entries", SETS)
def test_every_query_finds_the_same_with_the_same_scores(
    node: Callable[..., list[Any]], entries: str, inline: int
) -> None:
    lang = SETS[entries]
    tables = read_tables([lang])[0][lang]
    rows = read(f"entries.{entries}")
    index = build([Document(id=row["id"], title=row["title"], text=row["text"]) for row in rows], tables)
    asked = [*read("queries.mechanical"), *read("queries.paraphrase")]
    queries = [row["query"] for row in asked if row["lang"] == lang]
    assert queries
    files = {name: json.loads(content) for name, content in encode(index, inline=inline).items()}
    (answers,) = node(["search", files, queries, 10])
    searcher = Searcher(index)
    expected = [[[rows[hit.document]["id"], "", hit.score] for hit in searcher.search(query)] for query in queries]
    different = sum(answer != right for answer, right in zip(answers, expected, strict=True))
    assert different == 0
