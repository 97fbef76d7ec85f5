"""What a format holds comes back: imported, exported and imported again, the files of faq/ are the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import files
from generator.build.exchanging import articles
from generator.build.project import read_project
from generator.content.data import read_all
from generator.content.importers.reading import read, read_folder
from generator.content.importers.writing import to_files
from generator.content.schema.exchange import ExchangeFile
from generator.exchange import write
from generator.files import Tree

DATA = Path(__file__).parents[3] / "shared" / "data"
SOURCES: Mapping[str, tuple[str, ...]] = {
    "scratch-faq": ("en", "hr", "sl", "cs"),
    "bitcoin-faq": ("en", "hr", "sl"),
    "letsencrypt-faq": ("en", "hr", "sr", "cs"),
}
"""Real FAQs, which are not part of the project, and their languages that we have."""

FAQ = json.dumps(
    [
        {
            "id": "time", "lang": "en", "category": "Delivery", "category_id": "delivery", "order": 2,
            "question": "How long does it take?", "short": "Two days.", "also_asked": ["When will it come?"],
            "tags": ["speed"], "source_url": "https://old.test/faq/1-time.html",
            "answer_markdown": "**Two** days, see [the cost](https://old.test/faq/2-cost.html).\n\n- Europe\n- Asia",
        },
        {
            "id": "time", "lang": "hr", "category": "Dostava", "category_id": "delivery", "outdated": True,
            "question": "Koliko traje?", "answer_markdown": "Dva dana.\n\n## Inozemstvo {#abroad}\n\nPet dana.",
            "source_url": "https://old.test/hr/1",
        },
        {
            "id": "cost", "lang": "en", "category": "Delivery", "category_id": "delivery", "order": 1,
            "question": "What does it cost?", "answer_markdown": "Four euros.\n\n1. By card\n2. `cash`",
            "source_url": "https://old.test/faq/2-cost.html",
        },
        {
            "id": "returns", "lang": "en", "category": "Returns", "category_id": "returns",
            "question": 'Can I "return" it: how?', "answer_markdown": "> Yes.\n\n```\nas it & is\n```",
        },
    ]
)  # fmt: skip
"""A small FAQ with something of everything, as neutral JSON."""

RoundTrip = Callable[..., tuple[dict[str, str], dict[str, str]]]


def words(tree: Tree, *, without: str = "was") -> dict[str, str]:
    """Files without the keys whose names match: old addresses are other ones each time."""
    dropped = re.compile(rf"^(?:{without}):.*\n(?:(?:- |  ).*\n)*", re.MULTILINE)
    return {path: dropped.sub("", content.decode()) for path, content in tree.items()}


@pytest.fixture
def round_trip(tmp_path: Path) -> RoundTrip:
    """`round_trip(NAME)`: the files of FAQ, and those after an export to a format and an import of what it wrote.

    `lang` is the language of what does not say its own; `without` names keys that the format does not hold.
    """

    def run(
        name: str,
        source: str | bytes = FAQ,
        *,
        languages: tuple[str, ...] = ("en", "hr"),
        without: str = "was",
        lang: str = "en",
    ) -> tuple[dict[str, str], dict[str, str]]:
        content = source.encode() if isinstance(source, str) else source
        rows, _ = read(content, "faq.json", lang="en")
        first, _ = to_files(rows, {}, languages=frozenset(languages), source="en")
        settings = {
            "mkdocs.yml": b"site_url: https://faq.example.org/help/\n",
            "faq/faq.yml": f"name: Example\nlanguages: [{', '.join(languages)}]\n".encode(),
        }
        files.write({**settings, **{f"faq/{path}": text for path, text in first.items()}}, tmp_path)
        project, problems = read_project(tmp_path, both_scripts=False)
        assert project, problems
        made, _ = write(name, read_all(ExchangeFile, "exchange")[0][name], list(articles(project, languages)))
        tree = {path.removeprefix(f"{name}/"): text for path, text in made.items()}
        found = (
            read(*next((text, path) for path, text in tree.items()), lang=lang, form=name)
            if len(tree) == 1
            else read_folder(tree, name, lang=lang, form=name)
        )
        again, _ = to_files(found[0], {}, languages=frozenset(languages), source="en")
        return words(first, without=without), words(again, without=without)

    return run


def real(name: str) -> bytes:
    """A real FAQ as neutral JSON; where it is not there, the test is skipped."""
    path = DATA / name / "faq.json"
    if not path.is_file():
        pytest.skip("the real FAQs are not part of the project")
    return path.read_bytes()
