"""Export answers and service replies for a helpdesk."""

from __future__ import annotations

from collections.abc import Sequence

from generator.build.exporting import Exported, unknown
from generator.build.project import Project
from generator.export.helpdesk import HelpdeskRequest, export
from generator.files import read_tree
from generator.problems import Problem


def for_helpdesk(
    project: Project, name: str, *, languages: Sequence[str] = (), blanks: bool = False
) -> tuple[Exported, list[Problem]]:
    """The files of one export, and those of an earlier one that it no longer has; nothing is noted anywhere."""
    if name not in project.helpdesks:
        return Exported(), [unknown(name, [*project.exports, *project.helpdesks])]
    request = HelpdeskRequest(
        name=name, spec=project.helpdesks[name], languages=languages, blanks=blanks, wordings=project.wordings
    )
    made, problems = export(project.library, project.addresses, request)
    if not made:
        return Exported(), problems
    gone = {f"{name}/{path}" for path in read_tree(project.root / "build" / "exports" / name)} - made.keys()
    return Exported(files={**made, **dict.fromkeys(sorted(gone))}), problems
