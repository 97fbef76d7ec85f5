"""How posts stand to their entries, and exports of them for schedulers and calendars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from generator import export as exports
from generator import social
from generator.build import pictures
from generator.build.project import DRAFTS, Project
from generator.problems import Place, Problem, has_errors


def faults(project: Project, today: date | None = None, *, strict: bool = False) -> list[Problem]:
    """How the drafts stand to their entries, approvals and files."""
    return social.standing(
        project.drafts, project.draft_files, project.ledger, project.library, today=today, strict=strict
    )


def recalls(project: Project) -> list[social.Recall]:
    """Posts that went out and are not right any more."""
    return social.recalls(project.drafts, project.draft_files, project.ledger, project.library, project.networks)


def export(project: Project, name: str, today: date) -> tuple[dict[str, bytes], list[Problem]]:
    """The files of one export, paths below the folder of exports."""
    if name not in project.exports:
        near = get_close_matches(name, project.exports, 1)
        hint = f"did you mean '{near[0]}'?" if near else f"exports are {', '.join(project.exports)}"
        return {}, [Problem(Place("faq/_data/exports"), "AA501", f"no export is called '{name}'", hint)]
    if not project.drafts:
        hint = "plan some with 'faq plan --from DATE --weeks 4'"
        return {}, [Problem(Place(DRAFTS), "AA503", "there are no drafts to export", hint)]
    wanted = {draft.id: pictures.for_draft(project, draft) for draft in project.drafts}
    composed, problems = pictures.compose(project, [want for want in wanted.values() if want])
    images = {
        id_: project.addresses.absolute(f"cards/{composed[want].file}") if want in composed else ""
        for id_, want in wanted.items()
        if want
    }
    approved = replace(project, drafts=[draft for draft in project.drafts if draft.state == "approved"])
    problems += faults(approved, today, strict=True)
    tree, more = exports.export(name, project.drafts, project.exports[name], images, today, networks=project.networks)
    return ({} if has_errors(problems) else tree), problems + more
