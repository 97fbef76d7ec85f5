"""What an exporter is, which there are, and what is checked before any of them runs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date
from typing import Protocol

from generator.content.schema.exports import ExportFile
from generator.export import ics, table
from generator.files import Tree
from generator.problems import Place, Problem, Severity, has_errors
from generator.social.checks import check
from generator.social.draft import Draft, place
from generator.social.moments import format_slot
from generator.social.network import Network
from generator.social.states import OPEN_STATES


class Exporter(Protocol):
    """Drafts in order of time to files; paths are relative to the export's own folder."""

    def __call__(
        self, drafts: Sequence[Draft], spec: ExportFile, images: Mapping[str, str], today: date
    ) -> tuple[Tree, list[Problem]]:
        """`images` maps draft ids to public addresses; `today` stands where a format wants the day it was made."""


EXPORTERS: Mapping[str, Exporter] = {"table": table.export, "ics": ics.export}


def export(  # noqa: PLR0913 - everything an export depends on, and nothing hidden
    name: str,
    drafts: Sequence[Draft],
    spec: ExportFile,
    images: Mapping[str, str] | Callable[[str], str],
    today: date,
    *,
    networks: Mapping[str, Network],
    states: Collection[str] = OPEN_STATES,
) -> tuple[dict[str, bytes], list[Problem]]:
    """The files of one export below `<name>/`; none where a draft has an error.

    Errors are AA302 and AA320 to AA324 as in planning, AA510, AA511 and AA514.
    Drafts are checked again here, because people edit them after they were planned.
    """
    chosen = sorted((d for d in drafts if d.state in states), key=lambda d: (d.slot.astimezone(UTC), d.id))
    addresses = _addresses(chosen, images)
    problems = [problem for draft in chosen for problem in _faults(draft, spec, addresses, networks)]
    problems += _same_minute(chosen)
    if has_errors(problems):
        return {}, problems
    tree, more = EXPORTERS[spec.kind](chosen, spec, addresses, today)
    return {f"{name}/{path}": content for path, content in sorted(tree.items())}, problems + more + _notes(name, chosen)


def _addresses(drafts: Sequence[Draft], images: Mapping[str, str] | Callable[[str], str]) -> dict[str, str]:
    find = images if callable(images) else lambda id_: images.get(id_, "")
    return {draft.id: find(draft.id) for draft in drafts}


def _faults(
    draft: Draft, spec: ExportFile, images: Mapping[str, str], networks: Mapping[str, Network]
) -> list[Problem]:
    network = networks.get(draft.network)
    if network is None:
        return [Problem(place(draft), "AA510", f"there is no network '{draft.network}'", "correct 'network'")]
    problems = check(draft, network)
    wants_image = spec.kind == "table" and any(column.field == "image_url" for column in spec.columns)
    if wants_image and (network.image.required or spec.needs_image) and not images[draft.id]:
        taker = spec.label if spec.needs_image else network.label
        message = f"{taker} takes no post without a picture, and this one has none"
        problems.append(Problem(place(draft), "AA511", message, "make the cards and publish them with the site first"))
    return problems


def _same_minute(drafts: Sequence[Draft]) -> list[Problem]:
    """Two posts of a channel at one time: schedulers send one of them, or both as one."""
    first: dict[tuple[str, str], Draft] = {}
    problems = []
    for draft in drafts:
        earlier = first.setdefault((draft.channel, format_slot(draft.slot)), draft)
        if earlier is not draft:
            message = f"{format_slot(draft.slot)} is taken by '{earlier.id}'"
            problems.append(Problem(place(draft), "AA514", message, "choose another time in 'slot'"))
    return problems


def _notes(name: str, drafts: Sequence[Draft]) -> list[Problem]:
    """What somebody should know who takes the files further."""
    unread = sum(draft.state in {"draft", "review"} for draft in drafts)
    if not unread:
        return []
    message = f"{unread} of {len(drafts)} exported posts are not approved yet"
    hint = "read them and set 'state: approved', or export approved ones only"
    return [Problem(Place(f"exports/{name}"), "AA513", message, hint, Severity.WARNING)]
