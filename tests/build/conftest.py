"""A small FAQ made by `faq init`, shared by the tests of whole commands."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import files
from generator.build import bring

Faq = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def faq() -> Faq:
    """Run the command line as people do: in a process of its own."""

    def run(root: Path, *arguments: str, stdin: str = "", check: bool = True) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "generator", "--root", str(root), *arguments]
        done = subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False)
        if check and done.returncode:
            pytest.fail(f"{' '.join(arguments)}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done

    return run


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A new FAQ in English and Serbian."""
    root = tmp_path / "faq-project"
    tree, problems = bring.init(root, ["en", "sr"], "Zrno")
    assert problems == []
    files.write(tree, root)
    return root


@pytest.fixture(scope="session")
def bigger(tmp_path_factory: pytest.TempPathFactory, faq: Faq) -> Path:
    """A new FAQ in three languages with nine imported entries of a neutral JSON file."""
    root = tmp_path_factory.mktemp("bigger") / "project"
    tree, _ = bring.init(root, ["en", "hr", "bg"], "Zrno")
    files.write(tree, root)
    words = {
        "en": ("How do I order product {n}?", "Put product {n} into the cart. Pay with a card or on delivery."),
        "hr": ("Kako naručiti proizvod {n}?", "Stavite proizvod {n} u košaricu. Platite karticom ili pouzećem."),
        "bg": ("Как да поръчам продукт {n}?", "Сложете продукт {n} в количката. Платете с карта или при доставка."),
    }
    rows = [
        {
            "id": f"order{n}",
            "lang": lang,
            "category": "Orders",
            "question": q.format(n=n),
            "answer_markdown": a.format(n=n),
        }
        for n in range(1, 10)
        for lang, (q, a) in words.items()
        if (n, lang) != (9, "bg")
    ]
    source = root.parent / "faq.json"
    source.write_text(json.dumps(rows), encoding="utf-8")
    faq(root, "import", str(source), "--into", str(root))
    return root
