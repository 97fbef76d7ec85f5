"""Posts that say what is not true any more, as the desk lists them: those that went out, then those that are to."""

from __future__ import annotations

from generator.build.posts import recalls
from generator.build.project import Project
from generator.desk import DeskRecall
from generator.social import Change, Draft
from generator.social.recall import Recall


def desk_recalls(project: Project) -> list[DeskRecall]:
    """In order of time; an exported post is one that others have, and may still be stopped."""
    drafts = {draft.id: draft for draft in project.drafts}
    out = [_out(project, one, drafts.get(one.record.id)) for one in recalls(project)]
    return out + [_waiting(project, drafts[id_], changes) for id_, changes in project.stale.items()]


def _out(project: Project, one: Recall, draft: Draft | None) -> DeskRecall:
    record = one.record
    return DeskRecall(
        id=record.id,
        channel=record.channel,
        network=_label(project, record.network),
        entry=record.entry,
        question=one.question,
        language=record.language,
        slot=record.slot,
        state=draft.state if draft else record.state,
        posted=draft.posted if draft else "",
        changes=one.changes,
        correction=one.correction,
    )


def _waiting(project: Project, draft: Draft, changes: tuple[Change, ...]) -> DeskRecall:
    return DeskRecall(
        id=draft.id,
        channel=draft.channel,
        network=_label(project, draft.network),
        entry=draft.entry,
        question=project.library.by_id[draft.entry][draft.language].question,
        language=draft.language,
        slot=draft.slot,
        state=draft.state,
        posted="",
        changes=changes,
    )


def _label(project: Project, network: str) -> str:
    return project.networks[network].label if network in project.networks else network
