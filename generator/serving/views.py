"""A draft as the desk's editing part gets it: its words, its version, and what may be done with it."""

from __future__ import annotations

from dataclasses import asdict

from generator import files
from generator.build.desk_drafts import desk_draft
from generator.build.project import Project
from generator.desk.drafts import draft_values
from generator.desk.values import Values
from generator.serving.actions import DECISIONS
from generator.social import FOLLOWING, TRANSITIONS, Draft
from generator.social.moments import format_slot


def view(project: Project, draft: Draft, content: bytes) -> Values:
    """What can be edited, the digest that an edit has to name, and the desk's own values except for the cards."""
    shown = draft_values(desk_draft(project, draft), project.library)
    for drawn in ("pictures", "document", "linkPicture"):  # what the last build has stays
        del shown[drawn]
    return {
        "id": draft.id,
        "seen": files.digest(content),
        "state": draft.state,
        "may": [name for name, state in DECISIONS.items() if state in TRANSITIONS[draft.state]],
        "editable": draft.state in FOLLOWING,
        "slot": format_slot(draft.slot),
        "pinned": draft.pinned,
        "text": draft.text,
        "alt": draft.alt,
        "slides": [asdict(slide) for slide in draft.slides],
        "posted": draft.posted,
        "shown": shown,
    }
