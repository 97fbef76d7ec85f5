"""Plan drafts into the content folder: what would change, and the files that make it so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import social
from generator.build.project import DRAFTS, LEDGER, Project
from generator.problems import Problem, has_errors
from generator.social import Change, Demand, Draft, Plan, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan and what it writes."""

    plan: Plan
    drafts: Sequence[Draft]
    """Of all slots, kept and new."""
    changes: Sequence[Change]
    files: Mapping[str, bytes | None]
    """Below the project's folder; None for a draft that leaves the calendar. Empty while an error stands."""


def plan(project: Project, days: Span, demand: Demand | None = None) -> tuple[Planned, list[Problem]]:
    """Plan the channels of a project; nothing that a person wrote, moved, pinned or approved is touched."""
    library = project.library
    made, problems = social.replan(
        library,
        library.settings.posts,
        project.networks,
        project.ledger,
        days,
        drafts=project.drafts,
        demand=project.demand if demand is None else demand,
    )
    drafts, more = social.drafts(made.slots, library, project.networks, project.templates)
    problems += more
    left = {one.record.id for one in made.removed}
    gone = {social.draft_path(r.channel, r.entry, r.n) for r in project.ledger if r.id in left}
    kept = {path: content for path, content in project.draft_files.items() if path not in gone}
    after, ledger, more = social.write_drafts(drafts, kept, tuple(r for r in project.ledger if r.id not in left))
    problems += more
    rewritten = {d.id for d in drafts if _is_rewritten(d, kept, after)}
    files: dict[str, bytes | None] = {}
    if not has_errors(problems):
        files |= {f"{DRAFTS}/{path}": after.get(path) for path in (gone & project.draft_files.keys()) | after.keys()}
        if ledger or project.ledger:
            files[LEDGER] = social.format_ledger(ledger).encode()
    return Planned(plan=made, drafts=drafts, changes=social.changes(made, drafts, rewritten), files=files), problems


def _is_rewritten(draft: Draft, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> bool:
    path = social.draft_path(draft.channel, draft.entry, draft.n)
    return path in before and before[path] != after.get(path)


def read_demand(project: Project, path: Path) -> tuple[Demand, list[Problem]]:
    """What customers ask, from another file than the project's own."""
    return social.parse_demand(path.read_bytes(), project.library, str(path))
