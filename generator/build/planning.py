"""Plan drafts into the content folder: what would change, and the files that make it so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import social
from generator.build import post_rules
from generator.build.posts import faults
from generator.build.project import DRAFTS, LEDGER, Project
from generator.files import Tree
from generator.problems import Problem, has_errors
from generator.social import Demand, Difference, Draft, Ledger, Plan, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan and what it writes."""

    plan: Plan
    drafts: Sequence[Draft]
    """Of all slots, kept and new."""
    differences: Sequence[Difference]
    files: Mapping[str, bytes | None]
    """Below the project's folder; None for a file that goes. Empty while an error stands."""


def plan(project: Project, days: Span, demand: Demand | None = None) -> tuple[Planned, list[Problem]]:
    """Plan the channels of a project; nothing that a person wrote, moved, pinned or approved is touched.

    Drafts that use a changed field follow it in every week, planned now or not.
    """
    files, ledger, problems = social.follow(project.draft_files, project.ledger, project.library)
    before = _drafts_of(files, project)
    files, ledger, more = social.settle(before, files, ledger)
    problems += more
    made, more = _replan(replace(project, drafts=before, ledger=ledger), days, demand)
    problems += more
    left = {one.record.id for one in made.removed}
    files, ledger = _without(left, files, ledger)
    stays = [draft for draft in before if draft.id not in left]
    stale = social.stale(stays, files, ledger, project.library)
    planned = {slot.id for slot in made.slots}
    drafts, more = _made(project, made.slots)
    problems += more
    others, more = _made(project, (_slot(d) for d in stays if d.id in stale and d.id not in planned))
    problems += more
    after, ledger, more = social.write_drafts([*drafts, *others], files, ledger, stale)
    problems += more
    then = replace(project, draft_files=after, drafts=_drafts_of(after, project), ledger=ledger)
    told = set(problems)
    problems += [problem for problem in faults(then, days.start) if problem not in told]
    problems += post_rules.at_planning(project, then.drafts, after)
    rewritten = {d.id for d in [*drafts, *others] if _is_rewritten(d, files, after)}
    return Planned(
        plan=made,
        drafts=drafts,
        differences=social.differences(made, [*drafts, *others], rewritten),
        files={} if has_errors(problems) else _changes(project, after, ledger),
    ), problems


def _replan(project: Project, days: Span, demand: Demand | None) -> tuple[Plan, list[Problem]]:
    return social.replan(
        project.library,
        project.library.settings.posts,
        project.networks,
        project.ledger,
        days,
        drafts=project.drafts,
        demand=project.demand if demand is None else demand,
    )


def _drafts_of(files: Tree, project: Project) -> Sequence[Draft]:
    """The drafts of a folder; files that are as the project's are not read again."""
    known = {social.draft_path(draft.channel, draft.entry, draft.n): draft for draft in project.drafts}
    same = {path for path in known if files.get(path) == project.draft_files.get(path)}
    other, _ = social.read_drafts({path: content for path, content in files.items() if path not in same})
    return [*(known[path] for path in sorted(same)), *other]


def _without(left: Collection[str], files: Tree, ledger: Ledger) -> tuple[dict[str, bytes], Ledger]:
    """Folder and ledger without what leaves the calendar."""
    paths = {social.draft_path(r.channel, r.entry, r.n) for r in ledger if r.id in left}
    paths |= {social.base_path(path) for path in paths}
    kept = {path: content for path, content in files.items() if path not in paths}
    return kept, tuple(r for r in ledger if r.id not in left)


def _made(project: Project, slots: Iterable[social.Slot]) -> tuple[list[Draft], list[Problem]]:
    kinds = {draft.id: draft.format for draft in project.drafts}
    drafts, problems = social.drafts(tuple(slots), project.kit, kinds)
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
        is_new=False,
    )


def _is_rewritten(draft: Draft, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> bool:
    path = social.draft_path(draft.channel, draft.entry, draft.n)
    return path in before and before[path] != after.get(path)


def _changes(project: Project, after: Tree, ledger: Ledger) -> dict[str, bytes | None]:
    files: dict[str, bytes | None] = {f"{DRAFTS}/{path}": None for path in project.draft_files if path not in after}
    files |= {f"{DRAFTS}/{path}": content for path, content in after.items()}
    if ledger or project.ledger:
        files[LEDGER] = social.format_ledger(ledger).encode()
    return files


def read_demand(project: Project, path: Path) -> tuple[Demand, list[Problem]]:
    """What customers ask, from another file than the project's own."""
    return social.parse_demand(path.read_bytes(), project.library, str(path))
