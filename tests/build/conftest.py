"""A small FAQ made by `faq init`, shared by the tests of whole commands."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import files, memo
from generator.build import bring, contact_sheet
from generator.cli import main

Faq = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def faq() -> Faq:
    """Run the command line; `apart` in a process of its own as people do, which takes a second to start."""

    def run(
        root: Path, *arguments: str, stdin: str = "", check: bool = True, apart: bool = False
    ) -> subprocess.CompletedProcess[str]:
        command = ["--root", str(root), *arguments]
        done = _apart(command, stdin) if apart else _here(command, stdin)
        if check and done.returncode:
            pytest.fail(f"{' '.join(arguments)}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done

    return run


def _apart(command: list[str], stdin: str) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, "-m", "generator", *command]
    return subprocess.run(whole, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False)


def _here(command: list[str], stdin: str) -> subprocess.CompletedProcess[str]:
    """With nothing known of earlier runs but the files they left."""
    memo._known.clear()
    memo._used.clear()
    given = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in (("stdin", given), ("stdout", out), ("stderr", err)):
            patch.setattr(sys, name, stream)
        try:
            main(command)
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
    return subprocess.CompletedProcess(command, code, _read(out), _read(err))


def _read(stream: io.TextIOWrapper) -> str:
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode()


@pytest.fixture(autouse=True)
def no_contact_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has tests of its own, and two hundred cards for each build from nothing."""
    monkeypatch.setattr(contact_sheet, "tasks", lambda _project: {})


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
