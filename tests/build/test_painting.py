"""Cards are painted once, by one process or several, and nothing that was painted is lost."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from generator import files
from generator.build import executors, painting, pictures, rendering
from generator.build.bench import Task
from generator.build.painting import Made
from generator.build.pictures import Wanted
from generator.build.project import Project, read_project
from generator.build.rendering import Composed, Job


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where cards are painted."""
    return tmp_path / "cards"


@pytest.fixture
def project(small: Path) -> Project:
    found, problems = read_project(small)
    assert found, problems
    return found


def wishes(project: Project) -> dict[Wanted, Task]:
    return pictures.tasks(project, pictures.for_pages(project))[0]


def draw(project: Project, folder: Path, executor: Executor | None = None) -> dict[Wanted, Made]:
    tasks = wishes(project)
    made = painting.draw(tasks, folder, painting.recall(folder), executor=executor)
    painting.remember(made.values(), tasks.values(), folder)
    return made


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of jobs that are rendered, which begins with composing them."""
    asked: list[str] = []
    real = rendering.compose

    def compose(job: Job) -> Composed:
        asked.append(job.name)
        return real(job)

    monkeypatch.setattr(rendering, "compose", compose)
    return asked


def test_nothing_is_painted_twice_and_all_is_known_of_it(project: Project, rendered: list[str], folder: Path) -> None:
    first = draw(project, folder)
    assert len(rendered) == len(first) > 3
    second = draw(project, folder)
    assert len(rendered) == len(first)
    assert second == first


def test_other_words_make_another_card_and_the_old_one_goes(
    small: Path, project: Project, rendered: list[str], folder: Path
) -> None:
    draw(project, folder)
    entry = small / "faq/about/reply-time.en.md"
    entry.write_text(entry.read_text(encoding="utf-8").replace("question: ", "question: Please, "), encoding="utf-8")
    changed, _ = read_project(small)
    assert changed
    rendered.clear()
    made = draw(changed, folder)
    assert rendered == ["en/reply-time-qa-wide"]
    assert {str(path.relative_to(folder)) for path in folder.rglob("*.png")} == {m.composed.file for m in made.values()}


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"no picture")])
def test_a_card_that_is_gone_or_altered_is_painted_again(
    project: Project, rendered: list[str], folder: Path, harm: Callable[[Path], object]
) -> None:
    before = files.digests(folder) if draw(project, folder) else {}
    harm(next(iter(folder.rglob("*.png"))))
    rendered.clear()
    draw(project, folder)
    assert len(rendered) == 1
    assert files.digests(folder) == before


def test_another_program_paints_everything_again(
    project: Project, rendered: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = len(draw(project, folder))
    monkeypatch.setattr(painting.memo, "program", lambda: "another")
    draw(project, folder)
    assert len(rendered) == 2 * count


def test_what_is_wrong_with_a_card_is_said_every_time_and_where_its_words_are(
    small: Path, folder: Path, rendered: list[str]
) -> None:
    entry = small / "faq/about/reply-time.en.md"
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("question: ", "question: \u0f00 "), encoding="utf-8")

    def said() -> list[tuple[str, int]]:
        project, _ = read_project(small)
        assert project
        return [(p.code, p.place.line) for one in draw(project, folder).values() for p in one.composed.problems]

    first = said()
    assert first
    assert said() == first
    entry.write_text(entry.read_text(encoding="utf-8").replace("---\n", "---\n\n", 1), encoding="utf-8")
    rendered.clear()
    assert said() == [(code, line + 1) for code, line in first]
    assert rendered == []


class Here(Executor):
    """One after the other."""

    def map(self, function: Callable[..., Any], *jobs: Any, **_: Any) -> Iterator[Any]:
        yield from map(function, *jobs)


@pytest.fixture(params=["threads", "processes"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    """A cluster's executor, such as Dask's, is used in the same way: see benchmarks/cluster.py."""
    if request.param == "threads":
        with ThreadPoolExecutor(2) as pool:
            yield pool
    else:
        with ProcessPoolExecutor(2, get_context("spawn")) as pool:
            yield pool


def test_whoever_paints_the_files_are_the_same(project: Project, folder: Path, executor: Executor) -> None:
    alone, together = draw(project, folder / "a", Here()), draw(project, folder / "b", executor)
    assert together == alone
    assert files.digests(folder / "a") == files.digests(folder / "b")


def test_a_picture_is_the_same_alone_and_among_others(project: Project) -> None:
    jobs = [task.job() for task in list(wishes(project).values())[:3]]
    assert rendering.render_batch(jobs) == [rendering.render(job) for job in jobs]


def test_garbage_is_looked_for_again_after_the_last_picture(project: Project) -> None:
    job = next(iter(wishes(project).values())).job()
    rendering.render(job)
    assert gc.isenabled()

    gc.disable()
    try:
        rendering.render_batch([job])
        assert not gc.isenabled()
    finally:
        gc.enable()


class Dying(Executor):
    """Gives two results, then all its workers are gone."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **more: Any) -> Future[Any]:
        raise NotImplementedError

    def map(self, function: Callable[..., Any], *jobs: Any, **_: Any) -> Iterator[Any]:
        for job in list(zip(*jobs, strict=True))[:2]:
            yield function(*job)
        raise BrokenExecutor("killed")


def test_what_workers_that_died_leave_behind_is_painted_here(project: Project, folder: Path) -> None:
    assert draw(project, folder / "a", Dying()) == draw(project, folder / "b")


def test_who_interrupts_keeps_what_is_painted(project: Project, rendered: list[str], folder: Path) -> None:
    tasks = wishes(project)

    def stop(done: int, _all: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        painting.draw(tasks, folder, {}, stop)
    rendered.clear()
    draw(project, folder)
    assert len(rendered) == len(tasks) - 2


def test_many_cards_start_processes_where_there_are_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors.os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    with executors.workers(10) as few, executors.workers(1000) as many:
        assert few is None
        assert isinstance(many, ProcessPoolExecutor)
