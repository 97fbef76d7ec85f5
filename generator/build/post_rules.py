"""The rules of posts, asked of a project's drafts: of new ones when they are planned, of all that go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator import social
from generator.build import voicing
from generator.build.project import Project
from generator.problems import Problem, Severity
from generator.social import Draft


def at_export(project: Project, drafts: Iterable[Draft], *, api: bool = False) -> list[Problem]:
    """Every rule over the drafts that go out; `api` where a program posts them."""
    asked = tuple(drafts)
    return social.check_drafts(asked, _world(project, project.drafts, api=api)) + voicing.of_drafts(project, asked)


def at_planning(project: Project, drafts: Sequence[Draft], files: Mapping[str, bytes]) -> list[Problem]:
    """What rules say of the drafts whose files a plan makes or changes; `drafts` are all of the folder.

    An error is a warning here: a draft that cannot be exported yet is written all the same, for somebody to mend.
    """
    changed = {path for path, content in files.items() if project.draft_files.get(path) != content}
    asked = [draft for draft in drafts if social.draft_path(draft.channel, draft.entry, draft.n) in changed]
    found = social.check_drafts(asked, _world(project, drafts))
    return [replace(problem, severity=Severity.WARNING) for problem in found]


def _world(project: Project, drafts: Sequence[Draft], *, api: bool = False) -> social.World:
    return social.World(
        library=project.library,
        networks=project.networks,
        limits=project.limits,
        templates=project.templates,
        drafts=drafts,
        api=api,
    )
