"""A build that is killed leaves a whole site: the one before it or, if it was nearly done, its own."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from generator.files import read_tree

Faq = Callable[..., CompletedProcess[str]]


def test_a_build_killed_at_any_moment_leaves_a_whole_site(
    small: Path, faq: Faq, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    entry = small / "faq/about/reply-time.en.md"
    text = entry.read_text(encoding="utf-8")
    faq(small, "build", "--today", "2026-11-22")
    before = read_tree(small / "build/site")
    entry.write_text(f"{text}\nAnother sentence.\n", encoding="utf-8")
    reference = tmp_path / "reference"
    reference.mkdir()
    for name in ("faq", "mkdocs.yml"):
        subprocess.run(["cp", "-r", str(small / name), str(reference)], check=True)
    faq(reference, "build", "--today", "2026-11-22")
    whole = read_tree(reference / "build/site")
    assert whole != before

    for tenths in (2, 5, 8, 11, 14, 17):
        with subtests.test(killed_after=tenths / 10):
            command = [sys.executable, "-m", "generator", "--root", str(small), "build", "--today", "2026-11-22"]
            build = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(tenths / 10)
            build.kill()
            build.wait()
            assert read_tree(small / "build/site") in (before, whole)
    faq(small, "build", "--today", "2026-11-22")
    assert read_tree(small / "build/site") == whole
