"""Files are on disk whole or not at all, and nowhere but where they belong."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator import files
from generator.files import UnsafePathError, digest, digests, gather, mirror, read_tree, swap, write, write_file


def test_a_tree_is_written_and_read_again(tmp_path: Path) -> None:
    tree = {"a.txt": b"1", "b/c/d.txt": b"2"}
    assert write(tree, tmp_path) == ["a.txt", "b/c/d.txt"]
    assert read_tree(tmp_path) == tree


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    write({"a": b"1", "b": b"2"}, tmp_path)
    before = (tmp_path / "a").stat()
    assert write({"a": b"1", "b": b"3"}, tmp_path) == ["b"]
    assert (tmp_path / "a").stat().st_mtime_ns == before.st_mtime_ns
    assert (tmp_path / "a").stat().st_ino == before.st_ino


def test_files_beside_a_tree_stay(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")
    write({"a": b"1"}, tmp_path)
    assert read_tree(tmp_path) == {"a": b"1", "mine.txt": b"mine"}


def test_written_files_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"1")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_a_name_of_any_length_can_be_written(tmp_path: Path) -> None:
    name = "a" * 250
    assert write_file(tmp_path / name, b"1")
    assert write_file(tmp_path / name, b"2", durable=False)
    assert read_tree(tmp_path) == {name: b"2"}


@pytest.mark.parametrize("name", ["../a", "/etc/a", "a/../../b", "a/..", "", ".", "a\\..\\b", "C:\\a", "a\0b"])
def test_a_path_out_of_the_folder_stops_everything(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnsafePathError):
        write({"a": b"1", name: b"2"}, tmp_path / "folder")
    assert read_tree(tmp_path) == {}


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
@pytest.mark.parametrize("fault", [OSError("disk full"), KeyboardInterrupt()])
def test_an_interruption_leaves_the_old_file(
    step: str, fault: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(tmp_path / "a", b"old")

    def fail(*_: Any) -> None:
        raise fault

    monkeypatch.setattr(*((os, step) if step == "fsync" else (Path, step)), fail)
    with pytest.raises(type(fault)):
        write_file(tmp_path / "a", b"new")
    monkeypatch.undo()
    assert read_tree(tmp_path) == {"a": b"old"}


def test_a_mirror_deletes_what_the_tree_does_not_name(tmp_path: Path) -> None:
    write({"a": b"1", "old/b": b"2", "old/deep/c": b"3", "kept/d": b"4", ".hidden": b"5"}, tmp_path)
    (tmp_path / "link").symlink_to("a")
    assert sorted(mirror({"a": b"1", "kept/d": b"9"}, tmp_path)) == sorted(
        ["kept/d", "old/b", "old/deep/c", ".hidden", "link"]
    )
    assert read_tree(tmp_path) == {"a": b"1", "kept/d": b"9"}
    assert not (tmp_path / "old").exists()


def test_a_mirror_does_not_reach_through_links(tmp_path: Path) -> None:
    write({"outside/a": b"1"}, tmp_path)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path / "outside", target_is_directory=True)
    mirror({"b": b"2"}, folder)
    assert read_tree(tmp_path) == {"folder/b": b"2", "outside/a": b"1"}


def test_in_a_mirror_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    write({"a": b"1", "b/c": b"2"}, tmp_path)
    tree = {"a/d": b"3", "b": b"4"}
    mirror(tree, tmp_path)
    assert read_tree(tmp_path) == tree


def test_a_mirror_refuses_a_path_out_of_its_folder_before_it_deletes(tmp_path: Path) -> None:
    write({"a": b"1"}, tmp_path)
    with pytest.raises(UnsafePathError):
        mirror({"../b": b"2"}, tmp_path)
    assert read_tree(tmp_path) == {"a": b"1"}


def test_a_mirror_changes_nothing_the_second_time(tmp_path: Path) -> None:
    tree = {"a": b"1", "b/c": b"2"}
    mirror(tree, tmp_path)
    assert mirror(tree, tmp_path) == []


# Folders that share files


def test_a_gathered_folder_holds_a_tree_and_links_to_other_files_and_nothing_else(tmp_path: Path) -> None:
    write({"store/a": b"1", "store/b": b"2", "folder/old": b"0", "folder/c/x": b"0", "folder/d": b"0"}, tmp_path)
    store, folder = tmp_path / "store", tmp_path / "folder"
    for _ in range(2):
        gather({"c/a": store / "a", "d/b": store / "b"}, {"e": b"3"}, folder)
        assert read_tree(folder) == {"c/a": b"1", "d/b": b"2", "e": b"3"}
        assert (folder / "c/a").samefile(store / "a")


def test_what_is_written_later_does_not_change_the_link(tmp_path: Path) -> None:
    write({"store/a": b"1"}, tmp_path)
    gather({"a": tmp_path / "store/a"}, {}, tmp_path / "folder")
    write({"a": b"2"}, tmp_path / "store")
    assert read_tree(tmp_path / "folder") == {"a": b"1"}
    gather({"a": tmp_path / "store/a"}, {}, tmp_path / "folder")
    assert read_tree(tmp_path / "folder") == {"a": b"2"}


def test_without_hard_links_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write({"store/a": b"1"}, tmp_path)
    for content in (b"1", b"2"):
        write({"a": content}, tmp_path / "store")
        gather({"a": tmp_path / "store/a"}, {"b": b"3"}, tmp_path / "folder")
        assert read_tree(tmp_path / "folder") == {"a": content, "b": b"3"}


def test_a_gathered_folder_keeps_within_itself(tmp_path: Path) -> None:
    write({"folder/a": b"1"}, tmp_path)
    with pytest.raises(UnsafePathError):
        gather({"../b": tmp_path / "folder/a"}, {}, tmp_path / "folder")
    assert read_tree(tmp_path) == {"folder/a": b"1"}


def test_digests_are_those_of_the_contents(tmp_path: Path) -> None:
    tree = {f"{n % 3}/{n}": str(n).encode() for n in range(20)}
    write(tree, tmp_path)
    assert digests(tmp_path) == {name: digest(content) for name, content in tree.items()}
    assert digests(tmp_path / "nothing") == {}


# Swapping folders


@pytest.mark.usefixtures("way")
def test_the_old_folder_can_be_kept_for_the_next_time(tmp_path: Path) -> None:
    swap(*folders(tmp_path), keep=True)
    assert read_tree(tmp_path) == {"target/a": b"new", "new/a": b"old", "new/b": b"old"}


def folders(root: Path) -> tuple[Path, Path]:
    write({"new/a": b"new", "target/a": b"old", "target/b": b"old"}, root)
    return root / "new", root / "target"


@pytest.fixture(params=["exchange", "renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With the system's exchange of folders, and without."""
    if request.param == "renames":
        monkeypatch.setattr(files, "_exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_a_finished_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    swap(*folders(tmp_path))
    assert read_tree(tmp_path) == {"target/a": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["target"]


@pytest.mark.usefixtures("way")
def test_a_folder_takes_a_free_place(tmp_path: Path) -> None:
    write({"new/a": b"new"}, tmp_path)
    swap(tmp_path / "new", tmp_path / "target")
    assert read_tree(tmp_path) == {"target/a": b"new"}


def test_exchange_is_what_this_system_can_do(tmp_path: Path) -> None:
    one, other = folders(tmp_path)
    if not files._exchange(one, other):
        pytest.skip("this system or file system cannot exchange two folders")
    assert read_tree(tmp_path) == {"new/a": b"old", "new/b": b"old", "target/a": b"new"}


class StoppedError(Exception):
    """The machine stops here."""


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("between", [False, True], ids=["in order", "stopped before"])
@pytest.mark.parametrize("step", range(6))
def test_stopped_at_any_step_a_whole_folder_is_there_and_the_next_swap_goes_on(
    step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, between: bool
) -> None:
    new, target = folders(tmp_path)
    if between:  # an earlier swap without exchange was stopped after its first rename
        target.rename(target.with_name(".target.old"))
    count = 0

    def counted(function: Any) -> Any:
        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal count
            if count == step:
                raise StoppedError
            count += 1
            return function(*arguments, **options)

        return call

    monkeypatch.setattr(Path, "rename", counted(Path.rename))
    monkeypatch.setattr(shutil, "rmtree", counted(shutil.rmtree))
    monkeypatch.setattr(files, "_exchange", counted(files._exchange))
    try:
        swap(new, target)
    except StoppedError:
        whole = target if target.exists() else target.with_name(".target.old")
        assert read_tree(whole) in ({"a": b"new"}, {"a": b"old", "b": b"old"})
    monkeypatch.undo()
    write({"next/a": b"next"}, tmp_path)
    swap(tmp_path / "next", target)
    assert read_tree(target) == {"a": b"next"}
    assert not target.with_name(".target.old").exists()


def test_changes_are_written_and_what_is_deleted_is_kept(tmp_path: Path) -> None:
    write({"a": b"1", "b/c": b"2", "d": b"3"}, tmp_path)
    changed = files.apply({"a": b"new", "b/c": None, "d": b"3", "e": b"5"}, tmp_path, Path("build/retired"))
    assert changed == [("a", True), ("e", True), ("b/c", False)]
    assert read_tree(tmp_path) == {"a": b"new", "build/retired/b/c": b"2", "d": b"3", "e": b"5"}


def test_nothing_is_deleted_before_everything_new_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"old": b"1"}, tmp_path)

    def fail(*_: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        files.apply({"new": b"1", "old": None}, tmp_path, Path("kept"))
    assert read_tree(tmp_path) == {"old": b"1"}


@pytest.mark.parametrize("content", [b"1", None])
def test_changes_out_of_the_folder_touch_nothing(content: bytes | None, tmp_path: Path) -> None:
    write({"secret": b"1", "in/a": b"1"}, tmp_path)
    with pytest.raises(UnsafePathError):
        files.apply({"a": None, "../secret": content}, tmp_path / "in", Path("kept"))
    assert read_tree(tmp_path) == {"secret": b"1", "in/a": b"1"}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_file_is_replaced_only_while_it_is_what_was_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(files, "_exchange", lambda _one, _other: False)
    path = tmp_path / "a"
    assert not files.exchange(path, b"old", b"new")
    assert files.exchange(path, None, b"old")
    assert not files.exchange(path, None, b"other")
    path.chmod(0o640)
    assert files.exchange(path, b"old", b"new")
    assert not files.exchange(path, b"old", b"newer")
    assert read_tree(tmp_path) == {"a": b"new"}
    assert path.stat().st_mode & 0o777 == 0o640
