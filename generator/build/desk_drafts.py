"""Drafts as the desk shows them: how their networks cut and preview them, what a person changed, and their cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from generator.build.pictures import Picture
from generator.build.project import Project
from generator.content.gist import gist
from generator.desk import DeskDraft, DeskEdit, DeskLink, DeskPart, DeskPicture
from generator.site.shape import CardImage
from generator.social import Draft, Network, count
from generator.social.folding import fold
from generator.social.link_text import shows
from generator.social.reasons import told
from generator.social.standing import base_in

Previews = Mapping[tuple[str, str], CardImage]
"""(Entry, language) -> the card that previews show beside a link to it."""


def desk_drafts(
    project: Project,
    shown: Mapping[str, tuple[Picture, ...]],
    pages: Mapping[str, tuple[Picture, ...]],
    previews: Previews,
) -> list[DeskDraft]:
    """Every draft with its cards by its name, and whether its entry says something else by now."""
    drafts = (
        desk_draft(project, one, shown.get(one.id, ()), pages.get(one.id, ()), previews) for one in project.drafts
    )
    return [replace(draft, stale=draft.id in project.stale) for draft in drafts]


def desk_draft(
    project: Project,
    draft: Draft,
    shown: tuple[Picture, ...] = (),
    pages: tuple[Picture, ...] = (),
    previews: Previews | None = None,
) -> DeskDraft:
    """A draft as the desk shows it; `shown` are the files that are posted, `pages` how a document among them looks."""
    form = project.formats.get(draft.format)
    network = project.networks.get(draft.network)
    parts = tuple(_parts(project, draft, network)) if network else ()
    linked = any(part.link for part in parts)
    return DeskDraft(
        id=draft.id,
        channel=draft.channel,
        network=network.label if network else draft.network,
        entry=draft.entry,
        language=draft.language,
        slot=draft.slot,
        text=draft.text,
        parts=parts,
        titles=form.title if form else {},
        length=max((part.length for part in parts), default=len(draft.text)),
        limit=network.limit if network else 0,
        unit=network.unit if network else "codepoints",
        pictures=tuple(_picture(*pair) for pair in zip(pages or shown, draft.alts, strict=False)),
        link_picture=_card((previews or {}).get((draft.entry, draft.language))) if linked else None,
        document=f"cards/{shown[0].file}" if pages and shown else "",
        poll=draft.poll,
        state=draft.state,
        why=draft.why,
        reasons=told(draft.why, project.library),
        edits=tuple(_edits(project, draft)),
        posted=draft.posted,
    )


def _picture(picture: Picture, alt: str) -> DeskPicture:
    return DeskPicture(file=f"cards/{picture.file}", alt=alt or picture.alt, width=picture.width, height=picture.height)


def _card(card: CardImage | None) -> DeskPicture | None:
    if card is None:
        return None
    return DeskPicture(file=f"cards/{card.file}", alt=card.alt, width=card.width, height=card.height)


def _parts(project: Project, draft: Draft, network: Network) -> Iterator[DeskPart]:
    """The posts of a thread; pictures belong to the first, so that links of the others have a preview."""
    link = _link(project, draft) if network.link_preview else None
    at = 0
    for number, part in enumerate(draft.parts):
        start = draft.text.index(part, at)
        at = start + len(part)
        bare = number > 0 or not draft.card
        yield DeskPart(
            start=start,
            end=at,
            seen=start + fold(part, network),
            length=count(part, network),
            link=link if bare and shows(part, draft.link, network) else None,
        )


def _link(project: Project, draft: Draft) -> DeskLink | None:
    """What the page of the draft's entry says of itself to networks."""
    entry = project.library.by_id.get(draft.entry, {}).get(draft.language)
    if entry is None:
        return None
    return DeskLink(host=urlsplit(draft.link).netloc, title=entry.question, description=gist(entry))


def _edits(project: Project, draft: Draft) -> Iterator[DeskEdit]:
    """What differs from the words that the machine wrote last; nothing where nobody knows those any more."""
    base = base_in(project.draft_files, draft, project.text_hashes.get(draft.id, ""))
    if base is None:
        return
    slides = ("\n\n".join(slide.said for slide in some) for some in (base.slides, draft.slides))
    pairs = {"text": (base.text, draft.text), "alt": (base.alt, draft.alt), "slides": tuple(slides)}
    for what, (before, after) in pairs.items():
        if before.strip() != after.strip():
            yield DeskEdit(what=what, before=before.strip(), after=after.strip())
