"""Export drafts for schedulers and calendars, and note what went out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator import export as exports
from generator import social
from generator.build import pictures, post_rules
from generator.build.posts import faults
from generator.build.project import DRAFTS, LEDGER, Project
from generator.files import read_tree
from generator.problems import Place, Problem, has_errors
from generator.social import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export writes."""

    files: Mapping[str, bytes | None] = field(default_factory=dict)
    """Below `build/exports/`; None where a file of an earlier export has moved or is no more."""
    noted: Mapping[str, bytes] = field(default_factory=dict)
    """Below the project's folder: drafts, the ledger, what calendars were told."""
    sent: int = 0
    before: int = 0
    """How many posts were left out because they had gone out before."""


def export(  # noqa: PLR0913 - each is an option of the command line
    project: Project,
    name: str,
    today: date,
    *,
    channels: Sequence[str] = (),
    include_drafts: bool = False,
    again: bool = False,
) -> tuple[Exported, list[Problem]]:
    """One export of the project's drafts; files only where no error stands."""
    nothing = Exported()
    if name not in project.exports:
        return nothing, [unknown(name, [*project.exports, *project.helpdesks])]
    if not project.drafts:
        hint = "plan some with 'faq plan --from DATE --weeks 4'"
        return nothing, [Problem(Place(DRAFTS), "AA503", "there are no drafts to export", hint)]
    strangers = _strangers(project, channels)
    if strangers:
        return nothing, strangers
    sends = project.exports[name].purpose == "publish"
    calendar, problems = exports.parse_lines(_text(project.root / exports.CALENDAR))
    request = exports.Request(
        name=name,
        spec=project.exports[name],
        today=today,
        networks=project.networks,
        gone_out=exports.gone_out(project.ledger),
        calendar=calendar,
        channels=channels,
        include_drafts=include_drafts,
        again=again,
        judge=lambda drafts: [
            *(faults(replace(project, drafts=drafts), today, strict=True) if sends else ()),
            *post_rules.at_export(project, drafts, project.exports[name]),
        ],
    )
    cards, more = _cards(project, exports.choose(project.drafts, request)[0], name)
    problems += more
    made, more = exports.export(project.drafts, replace(request, pictures=cards))
    problems += more
    if has_errors(problems):
        return replace(nothing, before=made.before), problems
    noted, more = _noted(project, made)
    files: dict[str, bytes | None] = dict(made.files)
    if made.sent:
        below = read_tree(project.root / "build" / "exports" / name)
        files |= exports.earlier({f"{name}/{path}": content for path, content in below.items()}, made.files, name)
    return Exported(files=files, noted=noted, sent=len(made.sent), before=made.before), problems + more


def unknown(name: str, known: Iterable[str]) -> Problem:
    """There is no such export."""
    known = list(known)
    near = get_close_matches(name, known, 1)
    hint = f"did you mean '{near[0]}'?" if near else f"exports are {', '.join(known)}"
    return Problem(Place("faq/_data/exports"), "AA501", f"no export is called '{name}'", hint)


def _strangers(project: Project, channels: Iterable[str]) -> list[Problem]:
    """Names on the command line that no channel has."""
    known = sorted({channel.id for channel in project.library.settings.posts} | {d.channel for d in project.drafts})
    return [
        Problem(Place("faq/faq.yml"), "AA525", f"no channel is called '{name}'", f"channels are {', '.join(known)}")
        for name in channels
        if name not in known
    ]


def _noted(project: Project, made: exports.Export) -> tuple[dict[str, bytes], list[Problem]]:
    noted: dict[str, bytes] = {}
    problems: list[Problem] = []
    if made.sent:
        drafts, ledger, problems = exports.record_exported(made.sent, project.draft_files, project.ledger)
        noted |= {f"{DRAFTS}/{path}": content for path, content in drafts.items()}
        noted[LEDGER] = social.format_ledger(ledger).encode()
    if made.calendar is not None:
        noted[exports.CALENDAR] = exports.format_lines(made.calendar).encode()
    return noted, problems


def _cards(
    project: Project, drafts: Iterable[Draft], name: str
) -> tuple[dict[str, tuple[exports.Picture, ...]], list[Problem]]:
    """Draft id -> its cards under their public addresses, with their bytes where the last built site has them."""
    wanted = {draft.id: pictures.for_draft(project, draft) for draft in drafts}
    composed, problems = pictures.compose(project, [want for wants in wanted.values() for want in wants])
    reads = project.exports[name].kind in {"json", "zip"}
    whole = {id_: wants for id_, wants in wanted.items() if wants and all(want in composed for want in wants)}
    return {
        id_: tuple(picture(project, composed[want], reads=reads) for want in wants) for id_, wants in whole.items()
    }, problems


def picture(project: Project, card: pictures.Picture, *, reads: bool) -> exports.Picture:
    """A card under its public address; with its bytes, where they are read and the last built site has them."""
    path = project.root / "build" / "site" / "cards" / card.file
    content = (path.read_bytes() if reads else b"") if path.is_file() else None
    url = project.addresses.absolute(f"cards/{card.file}")
    return exports.Picture(url=url, name=card.file, content=content, alt=card.alt, width=card.width, height=card.height)


def told_before(project: Project) -> Sequence[exports.Line]:
    """What calendars know of each post."""
    return exports.parse_lines(_text(project.root / exports.CALENDAR))[0]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
