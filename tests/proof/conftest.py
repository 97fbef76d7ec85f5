"""The demo's texts, read once, and what each language is read by."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.proofing import Reader, Rules, readers
from generator.build.written import Written, written_texts
from generator.content.data import PACKAGE, read_all, read_one
from generator.content.library import Library
from generator.content.load import load
from generator.content.schema.proof import GlossaryFile, ProofCommon, ProofFile
from generator.content.schema.rules import PostRules
from generator.proof import Style
from generator.search import read_tables

ROOT = Path(__file__).parents[2]


def common() -> ProofCommon:
    found, problems = read_one(ProofCommon, PACKAGE / "proof.yml")
    assert found
    assert problems == []
    return found


FILES, _ = read_all(ProofFile, "proof")
STYLES = {
    code: Style(script="Cyrl" if code in {"sr", "bg"} else "Latn", file=file, common=common())
    for code, file in FILES.items()
}


@pytest.fixture(scope="session")
def demo() -> Library:
    library, problems = load(ROOT, both_scripts=False)
    assert library
    assert problems == []
    return library


@pytest.fixture(scope="session")
def rules(demo: Library) -> Rules:
    posts, _ = read_one(PostRules, PACKAGE / "rules.yml")
    glossary, problems = read_one(GlossaryFile, ROOT / "faq" / "glossary.yml")
    assert posts
    assert glossary
    assert problems == []
    tables, _ = read_tables(demo.languages)
    return Rules(files=FILES, common=common(), tables=tables, units=posts.units, glossary=glossary)


@pytest.fixture(scope="session")
def texts(demo: Library) -> list[Written]:
    return [text for text in written_texts(demo) if not text.customers]


@pytest.fixture(scope="session")
def by_lang(demo: Library, rules: Rules) -> dict[str, Reader]:
    return dict(readers(demo, rules, written_texts(demo)))
