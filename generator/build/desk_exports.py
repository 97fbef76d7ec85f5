"""The desk's downloads: what `faq export` would write of the coming weeks, made at each build and noted nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from generator import export as exports
from generator import files
from generator.build import exporting, post_rules
from generator.build.exports_kept import Kept, Made, kept
from generator.build.helpdesks import for_helpdesk
from generator.build.pictures import Picture
from generator.build.posts import faults
from generator.build.project import Project
from generator.content.schema.exports import ExportFile, Target
from generator.desk import DeskExport
from generator.problems import Problem, Severity
from generator.social import Draft
from generator.social.draft import place

WEEKS = 6
"""How far ahead approved posts are looked for."""
_MOST_ANSWERS = 4000
"""Texts up to which the answers are written at every build that changed one: a few seconds of it."""
_WORKING = (
    "faq/_drafts/",
    "faq/_posts.tsv",
    "faq/_calendar.tsv",
    "faq/_flags.csv",
    "faq/_demand.csv",
    "faq/_demand.yml",
)
"""What answers do not depend on."""
Cards = Mapping[str, tuple[Picture, ...]]
"""Draft -> its pictures in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloads:
    """What the desk lists, and where the files of it lie."""

    exports: Sequence[DeskExport] = ()
    files: Mapping[str, Path] = field(default_factory=dict)
    """Path below the desk's folder -> file."""


def downloads(project: Project, cards: Cards, folder: Path, today: date) -> Downloads:
    """All exports but what takes long, packed pictures and very many answers. `folder` is the build's own."""
    content = _content(project.root)
    answers = [line for line in content if not line.startswith(_WORKING)]
    drawn = json.dumps({id_: [picture.file for picture in some] for id_, some in sorted(cards.items())})
    parts = {"posts": [*content, today.isoformat(), drawn], "answers": answers}
    posts = kept(folder / "posts", parts["posts"], lambda: _posts(project, cards, today))
    few = len(project.library.entries) <= _MOST_ANSWERS
    replies = kept(folder / "answers", parts["answers"], lambda: _answers(project) if few else ())
    listed = [_listed(name, spec, "posts", posts.get(name)) for name, spec in project.exports.items()]
    listed += [_listed(name, spec, "answers", replies.get(name)) for name, spec in project.helpdesks.items()]
    places = ((folder / kind, of) for kind, of in (("posts", posts), ("answers", replies)))
    found = {f"exports/{path}": place / path for place, of in places for one in of.values() for path in one.sizes}
    return Downloads(exports=listed, files=found)


def _content(root: Path) -> list[str]:
    """Everything that an export depends on: names with digests."""
    found = {f"faq/{name}": digest for name, digest in files.digests(root / "faq").items()}
    found |= files.digests(root, ["mkdocs.yml"])
    return [f"{name} {digest}" for name, digest in sorted(found.items())]


def _listed(name: str, spec: Target, takes: str, made: Kept | None) -> DeskExport:
    return DeskExport(
        name=name,
        label=spec.label,
        takes=takes,
        verified=spec.verified,
        note=spec.note or "",
        unverified=spec.unverified or "",
        files={f"exports/{path}": size for path, size in made.sizes.items()} if made else {},
        count=made.count if made else 0,
        told=made.told if made else (),
        by_command=made is None,
    )


def _posts(project: Project, cards: Cards, today: date) -> Iterator[Made]:
    """Approved posts of the coming weeks; overviews show all that is planned."""
    end = today + timedelta(weeks=WEEKS)
    near = [draft for draft in project.drafts if today <= draft.slot.date() < end]
    wrong = _refused(project, [draft for draft in near if draft.state == "approved"], today)
    sound = [draft for draft in near if draft.id not in wrong]
    calendar = exporting.told_before(project)
    for name, spec in project.exports.items():
        if spec.kind == "zip":
            continue
        sends = spec.purpose == "publish"
        drafts = sound if sends else project.drafts
        request = exports.Request(
            name=name,
            spec=spec,
            today=today,
            networks=project.networks,
            gone_out=exports.gone_out(project.ledger),
            calendar=calendar,
            pictures=_pictures(project, spec, drafts, cards),
        )
        made, told = _without_refused(drafts, request)
        count = len(made.sent) if sends else len(exports.choose(drafts, request)[0])
        yield Made(name=name, files=made.files, count=count, told=[*(wrong.values() if sends else ()), *told])


def _refused(project: Project, drafts: Sequence[Draft], today: date) -> Mapping[str, Problem]:
    """Draft -> the first error in it: one post that nobody may send must not keep back all others here."""
    found = [*faults(replace(project, drafts=drafts), today, strict=True), *post_rules.at_download(project, drafts)]
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    first = {problem.place.path: problem for problem in reversed(errors)}
    return {draft.id: first[path] for draft in drafts if (path := place(draft).path) in first}


def _without_refused(drafts: Sequence[Draft], request: exports.Request) -> tuple[exports.Export, list[Problem]]:
    """An export without the posts that its tool cannot take, such as those that lack a picture which it needs."""
    made, told = exports.export(drafts, request)
    refused = [problem for problem in told if problem.severity is Severity.ERROR]
    paths = {problem.place.path for problem in refused}
    rest = [draft for draft in drafts if place(draft).path not in paths]
    if made.files or len(rest) == len(drafts):
        return made, told
    made, told = exports.export(rest, request)
    return made, [*refused, *told]


def _pictures(
    project: Project, spec: ExportFile, drafts: Sequence[Draft], cards: Cards
) -> dict[str, tuple[exports.Picture, ...]]:
    """With their bytes where a format tells something of these."""
    taken = [draft for draft in drafts if not spec.networks or draft.network in spec.networks]
    reads = spec.kind == "json"
    found = {draft.id: cards[draft.id] for draft in taken if cards.get(draft.id)}
    return {id_: tuple(exporting.picture(project, card, reads=reads) for card in some) for id_, some in found.items()}


def _answers(project: Project) -> Iterator[Made]:
    for name in project.helpdesks:
        made, told = for_helpdesk(project, name)
        content = {path: data for path, data in made.files.items() if data is not None}
        yield Made(name=name, files=content, told=told)
