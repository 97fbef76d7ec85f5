"""The rules of posts, asked of a project's drafts: of new ones when they are planned, of all at every check and export.

One set of rules, three severities: what goes out must hold them, what somebody approved must too, and a draft that
somebody still works on is only told what an export will refuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator import social
from generator.build import voicing
from generator.build.project import Project
from generator.content.schema.exports import ExportFile
from generator.problems import Problem, Severity
from generator.social import Draft
from generator.social.draft import place

_FIRST = frozenset({"AA341", "AA342", "AA344"})
"""Moved, stale, in conflict: to be mended before anything else is worth saying."""
_REFUSED = "an export refuses it until then"


def at_export(project: Project, drafts: Sequence[Draft], spec: ExportFile) -> list[Problem]:
    """What is asked of the drafts that an export shows or sends."""
    world = _world(project, project.drafts, project.draft_files)
    if spec.purpose == "overview":
        return social.check_shown([draft for draft in drafts if draft.state in social.OPEN_STATES], world)
    api = spec.kind == "json"
    found = social.check_drafts(drafts, replace(world, taker=spec.label, gap_minutes=spec.gap_minutes, api=api))
    return found + voicing.of_drafts(project, drafts, voicing.voices(project))


def at_download(project: Project, drafts: Sequence[Draft]) -> list[Problem]:
    """What every export of these drafts would find, whoever takes them."""
    return social.check_drafts(drafts, _world(project, project.drafts, project.draft_files))


def at_check(project: Project, known: Iterable[Problem] = ()) -> list[Problem]:
    """Every rule over all drafts on their way out; errors stay errors where somebody approved the draft.

    Drafts are left out that are `known` to be stale, moved or in conflict: what rules find there follows from that.
    """
    broken = {problem.place.path for problem in known if problem.code in _FIRST}
    open_ = (draft for draft in project.drafts if draft.state in social.OPEN_STATES)
    asked = [draft for draft in open_ if place(draft).path not in broken]
    found = social.check_drafts(asked, _world(project, project.drafts, project.draft_files))
    approved = {place(draft).path for draft in asked if draft.state == "approved"}
    return [problem if problem.place.path in approved else _told(problem) for problem in found]


def at_desk(project: Project, draft: Draft) -> list[Problem]:
    """Every rule over a draft that somebody is editing; as at a check, errors stay errors where it is approved.

    How it sounds, too.
    """
    if draft.state not in social.OPEN_STATES:
        return []
    found = social.check_drafts([draft], _world(project, project.drafts, project.draft_files))
    sounds = voicing.of_drafts(project, [draft], voicing.voices(project))
    return [*(found if draft.state == "approved" else map(_told, found)), *sounds]


def at_planning(project: Project, drafts: Sequence[Draft], files: Mapping[str, bytes]) -> list[Problem]:
    """What rules say of the drafts whose files a plan makes or changes; `drafts` are all of the folder.

    An error is a warning here: a draft that cannot be exported yet is written all the same, for somebody to mend.
    The same words as of `at_check`, which asks those files again.
    """
    changed = {path for path, content in files.items() if project.draft_files.get(path) != content}
    asked = [draft for draft in drafts if social.draft_path(draft.channel, draft.entry, draft.n) in changed]
    return [_told(problem) for problem in social.check_drafts(asked, _world(project, drafts, files))]


def _told(problem: Problem) -> Problem:
    """An error as what it is to somebody who still writes."""
    if problem.severity is Severity.WARNING:
        return problem
    hint = f"{problem.hint}; {_REFUSED}" if problem.hint else _REFUSED
    return replace(problem, hint=hint, severity=Severity.WARNING)


def _world(project: Project, drafts: Sequence[Draft], files: Mapping[str, bytes]) -> social.World:
    return social.World(
        library=project.library,
        networks=project.networks,
        limits=project.limits,
        templates=project.templates,
        drafts=drafts,
        files=files,
    )
