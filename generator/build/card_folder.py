"""Everything below `build/cards/`: the pictures of pages and posts, and the contact sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build import contact_sheet, painting, pictures
from generator.build.bench import Task
from generator.build.contact_sheet import Shown
from generator.build.painting import Made
from generator.build.pictures import Picture, Wanted
from generator.build.project import Project
from generator.build.sheet_pages import Cell
from generator.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What was drawn: the folder is complete once `finish` has been called."""

    pictures: Mapping[Wanted, Picture]
    of_drafts: Mapping[str, tuple[Picture, ...]]
    """Draft -> its pictures in order; without those that could not be drawn."""
    pages: Mapping[str, tuple[Picture, ...]]
    """Draft -> the pages of its document as pictures. Only the desk shows them."""
    made: Mapping[Wanted | Cell, Made]
    tasks: Mapping[Wanted | Cell, Task]
    shown: Shown


def draw(project: Project, folder: Path, step: Callable[[str], None]) -> tuple[Drawn, list[Problem]]:
    """All pictures that pages and posts want and that the sheet shows; those of an earlier build are kept."""
    of_drafts = {draft.id: pictures.for_draft(project, draft) for draft in project.drafts}
    wanted = [*pictures.for_pages(project), *(want for pages in of_drafts.values() for want in pages)]
    wanted += [want for draft in project.drafts for want in pictures.in_other_sizes(project, draft)]
    pages = {id_: tuple(page for want in of for page in pictures.pages_of(want)) for id_, of in of_drafts.items()}
    looked_at = {page for of in pages.values() for page in of} - set(wanted)
    todo, problems = pictures.tasks(project, [*wanted, *(page for of in pages.values() for page in of)])
    tasks = dict[Wanted | Cell, Task]([*todo.items(), *contact_sheet.tasks(project).items()])
    shown = contact_sheet.read_shown(folder)
    contact_sheet.keep(shown, folder)
    known = painting.recall(folder)
    made = painting.draw(tasks, folder, known, lambda n, of: step(f"Drawing cards {n}/{of}"))
    problems += [problem for want in todo for problem in made[want].composed.problems]
    found = {want: pictures.picture(made[want].composed) for want in todo if made[want].digest}
    drawn = Drawn(
        pictures={want: picture for want, picture in found.items() if want not in looked_at},
        of_drafts=_in_order(of_drafts, found),
        pages=_in_order(pages, found),
        made=made,
        tasks=tasks,
        shown=shown,
    )
    return drawn, list(dict.fromkeys(problems))


def _in_order(
    wanted: Mapping[str, tuple[Wanted, ...]], found: Mapping[Wanted, Picture]
) -> dict[str, tuple[Picture, ...]]:
    return {id_: tuple(found[want] for want in of if want in found) for id_, of in wanted.items()}


def finish(project: Project, drawn: Drawn, folder: Path) -> None:
    """Write the sheet and what the next build is told; delete what nothing shows any more."""
    cells = {key: one for key, one in drawn.made.items() if isinstance(key, Cell)}
    kept = contact_sheet.write(project, cells, drawn.shown, folder)
    painting.remember(drawn.made.values(), drawn.tasks.values(), folder, kept)
