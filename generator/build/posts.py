"""Plan drafts into the content folder, and say how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator import social
from generator.build import post_rules
from generator.build.project import DRAFTS, LEDGER, Project
from generator.problems import Problem, has_errors
from generator.social import Draft


def plan(project: Project, start: date, weeks: int) -> tuple[dict[str, bytes | None], Sequence[Draft], list[Problem]]:
    """Files to write below the project's folder (None: to delete), the planned weeks' drafts, and what is wrong.

    What people wrote stays; drafts that use a changed field follow it in every week, planned now or not. Nothing is
    returned to write while an error stands.
    """
    library = project.library
    files, ledger, problems = social.follow(project.draft_files, project.ledger, library)
    before = _drafts_of(files, project)
    files, ledger, more = social.settle(before, files, ledger)
    problems += more
    slots, more = social.plan(library, library.settings.posts, project.networks, ledger, start, weeks)
    problems += more
    stale = social.stale(before, files, ledger, library)
    planned = {slot.id for slot in slots}
    late = [_slot(draft) for draft in before if draft.id in stale and draft.id not in planned]
    drafts, more = _made(project, slots)
    problems += more
    others, more = _made(project, late)
    problems += more
    files, ledger, more = social.write_drafts([*drafts, *others], files, ledger, stale)
    problems += more
    after = replace(project, draft_files=files, drafts=_drafts_of(files, project), ledger=ledger)
    told = set(problems)
    problems += [problem for problem in faults(after, start) if problem not in told]
    problems += post_rules.at_planning(project, after.drafts, files)
    if has_errors(problems):
        return {}, drafts, problems
    gone = {f"{DRAFTS}/{path}": None for path in project.draft_files if path not in files}
    tree: dict[str, bytes | None] = {**gone, **{f"{DRAFTS}/{path}": content for path, content in files.items()}}
    if ledger or project.ledger:
        tree[LEDGER] = social.format_ledger(ledger).encode()
    return tree, drafts, problems


def faults(project: Project, today: date | None = None, *, strict: bool = False) -> list[Problem]:
    """How the drafts stand to their entries, approvals and files."""
    return social.standing(
        project.drafts, project.draft_files, project.ledger, project.library, today=today, strict=strict
    )


def recalls(project: Project) -> list[social.Recall]:
    """Posts that went out and are not right any more."""
    return social.recalls(project.drafts, project.draft_files, project.ledger, project.library, project.networks)


def _drafts_of(files: Mapping[str, bytes], project: Project) -> Sequence[Draft]:
    """The drafts of a folder; files that are as the project's are not read again."""
    known = {social.draft_path(draft.channel, draft.entry, draft.n): draft for draft in project.drafts}
    same = {path for path in known if files.get(path) == project.draft_files.get(path)}
    other, _ = social.read_drafts({path: content for path, content in files.items() if path not in same})
    return [*(known[path] for path in sorted(same)), *other]


def _made(project: Project, slots: Iterable[social.Slot]) -> tuple[list[Draft], list[Problem]]:
    kinds = {draft.id: draft.format for draft in project.drafts}
    drafts, problems = social.drafts(tuple(slots), project.library, project.networks, project.templates, kinds)
    return [social.sourced(draft, project.library) for draft in drafts], problems


def _slot(draft: Draft) -> social.Slot:
    """Where a draft stands already."""
    return social.Slot(
        when=draft.slot,
        channel=draft.channel,
        network=draft.network,
        language=draft.language,
        entry=draft.entry,
        n=draft.n,
        why=draft.why,
    )
