"""What was worked out once is believed later only when it is whole and of the same program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import memo


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    memo.load(Path("no such file"))
    yield
    memo.load(Path("no such file"))


def test_values_come_back(tmp_path: Path) -> None:
    values = {"a": ["č", 1, None, {"b": "\ud800"}]}
    memo.write(tmp_path / "file", "1", values)
    assert memo.read(tmp_path / "file", "1") == values


def test_another_version_and_a_missing_file_are_not_believed(tmp_path: Path) -> None:
    memo.write(tmp_path / "file", "1", {"a": 1})
    assert memo.read(tmp_path / "file", "2") is None
    assert memo.read(tmp_path / "other", "1") is None
    assert memo.read(tmp_path, "1") is None


@given(at=st.integers(min_value=0), bit=st.integers(0, 7), cut=st.booleans())
def test_a_damaged_file_is_not_believed(
    at: int, bit: int, tmp_path_factory: pytest.TempPathFactory, *, cut: bool
) -> None:
    file = tmp_path_factory.getbasetemp() / "damaged"
    memo.write(file, "1", {"a": "words", "b": [1, 2]})
    content = bytearray(file.read_bytes())
    at %= len(content)
    if cut:
        del content[at:]
    else:
        content[at] ^= 1 << bit
    file.write_bytes(content)
    assert memo.read(file, "1") is None


def test_a_function_is_asked_once_even_in_another_process(tmp_path: Path) -> None:
    asked = []

    @memo.remembered
    def double(text: str, more: str = "") -> str:
        asked.append(text)
        return text * 2 + more

    assert [double("a"), double("a"), double("b"), double("a", more="x")] == ["aa", "aa", "bb", "aax"]
    memo.save(tmp_path / "file")
    memo.load(tmp_path / "file")
    assert [double("a"), double("b")] == ["aa", "bb"]
    assert asked == ["a", "b", "a"]


def test_what_nobody_asked_for_is_forgotten(tmp_path: Path) -> None:
    asked = []

    @memo.remembered
    def same(text: str) -> str:
        asked.append(text)
        return text

    same("a"), same("b")
    memo.save(tmp_path / "file")
    memo.load(tmp_path / "file")
    same("a")
    memo.save(tmp_path / "file")
    memo.load(tmp_path / "file")
    same("b")
    assert asked == ["a", "b", "b"]


def test_nothing_is_written_when_nothing_is_new(tmp_path: Path) -> None:
    memo.save(tmp_path / "file")
    assert not (tmp_path / "file").exists()
