"""Real FAQs, where they are at hand, become cards without a fault. `benchmarks/card_kinds.py` looks at all of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(os.environ.get("REAL_FAQS", Path(__file__).parents[3] / "shared/data"))
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
NAMES = ("scratch-faq", "bitcoin-faq", "letsencrypt-faq")
EVERY = 24
"""Of so many entries one is drawn."""

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="no real FAQs are here (REAL_FAQS names their folder)")


@pytest.fixture
def card_kinds(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import card_kinds  # type: ignore[import-not-found]  # noqa: PLC0415 - not a package

    yield card_kinds
    for name in ("card_kinds", "formats"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_has_room_in_every_size(card_kinds: ModuleType, tmp_path: Path, name: str) -> None:
    """But for a list on a wide card: carousels are tall."""
    rows = card_kinds.read_rows(FOLDER / name)
    ids = sorted({row["id"] for row in rows})[::EVERY]
    found = list(card_kinds.measured(card_kinds.of_rows([row for row in rows if row["id"] in ids], tmp_path)))
    assert len(found) > 150
    assert [one for one in found if one.column not in {"fine", "left out"}] == []
