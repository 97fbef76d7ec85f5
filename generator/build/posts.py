"""How posts stand: drafts to their entries and approvals, and what has to be called back."""

from __future__ import annotations

from datetime import date

from generator import social
from generator.build.project import Project
from generator.problems import Problem


def faults(project: Project, today: date | None = None, *, strict: bool = False) -> list[Problem]:
    """How the drafts stand to their entries, approvals and files."""
    return social.standing(
        project.drafts, project.draft_files, project.ledger, project.library, today=today, strict=strict
    )


def recalls(project: Project) -> list[social.Recall]:
    """Posts that went out and are not right any more."""
    return social.recalls(project.drafts, project.draft_files, project.ledger, project.library, project.networks)
