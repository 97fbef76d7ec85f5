"""`faq plan`: fill the channels' slots with post drafts, or say what that would change."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from generator import files
from generator.build import planning
from generator.build.planning import Planned
from generator.build.project import DRAFTS
from generator.cli.links import KEPT
from generator.cli.shared import Day, finish, format_option, project_of, today_here
from generator.social import Difference, Draft, Empty, Slot, span

_MAX_WEEKS = 53
_YEARS = range(1971, 9990)
"""Of other years no clock is known, or the calendar ends."""
_SIGNS = {"added": "+", "moved": ">", "removed": "-", "rewritten": "~"}


@click.command()
@click.option("--from", "start", type=Day(), help="First day (default: today).")
@click.option("--weeks", type=click.IntRange(1, _MAX_WEEKS), default=4, show_default=True, help="How many weeks.")
@click.option(
    "--demand",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What customers ask, as CSV: entry,month,count (default: faq/_demand.csv, where there is one).",
)
@click.option("--today", type=Day(), help="What stands before this day is past and stays (default: the real one).")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be added, moved, removed and rewritten.")
@click.option("--explain", is_flag=True, help="Also say who would have each slot otherwise, and why slots stay empty.")
@click.option("--json", "as_json", is_flag=True, help="Print the planned drafts, or the changes, as JSON.")
@format_option
@click.pass_obj
def plan(  # noqa: PLR0913, PLR0917 - options
    root: Path,
    start: date | None,
    weeks: int,
    demand: Path | None,
    today: date | None,
    form: str,
    *,
    dry_run: bool,
    explain: bool,
    as_json: bool,
) -> None:
    """Fill the channels' slots with post drafts in faq/_drafts/.

    What is planned stays, unless a rule forbids it now; what you wrote, moved, pinned or approved always stays.
    """
    today = today or today_here()
    start = start or today
    if start.year not in _YEARS:
        raise click.BadParameter(f"a plan begins between {_YEARS[0]} and {_YEARS[-1]}", param_hint="--from")
    project = project_of(root, form)
    given, found = planning.read_demand(project, demand) if demand else (None, [])
    made, more = planning.plan(project, span(start, weeks, today), given)
    found += more

    def done() -> None:
        if dry_run:
            click.echo(_changes_json(made) if as_json else _changes(made))
            if explain and not as_json:
                click.echo(_calendar(made, explain=True))
            return
        changed = files.apply(made.files, root, KEPT)
        click.echo(_rows(made, [path for path, _ in changed]) if as_json else _calendar(made, explain=explain))
        for change in made.differences:
            if change.kind in {"moved", "removed"}:
                click.echo(_line(change), err=True)
        click.echo(f"{len(made.drafts)} drafts, {len(changed)} files changed", err=True)

    finish(found, done, form=form, aside=as_json)


def _calendar(made: Planned, *, explain: bool) -> str:
    """Every draft on a line; explained, with who would stand there otherwise, and the times that stay empty."""
    slots = {slot.id: slot for slot in made.plan.slots}
    lines = [(d.slot.timestamp(), d.channel, _draft_lines(d, slots[d.id], explain=explain)) for d in made.drafts]
    lines += [(e.when.timestamp(), e.channel, _empty_line(e)) for e in made.plan.empty if explain]
    return "\n".join(text for _, _, text in sorted(lines))


def _draft_lines(draft: Draft, slot: Slot, *, explain: bool) -> str:
    line = f"{draft.slot:%Y-%m-%d %H:%M}  {draft.channel:<16} {draft.entry:<28} {draft.why}"
    return f"{line}; otherwise {slot.otherwise}" if explain and slot.otherwise else line


def _empty_line(empty: Empty) -> str:
    return f"{empty.when:%Y-%m-%d %H:%M}  {empty.channel:<16} {'-':<28} {empty.why}"


def _changes(made: Planned) -> str:
    """A line a change, and how many of each kind there are."""
    kinds = [change.kind for change in made.differences]
    counts = [f"{kinds.count(kind)} {kind}" for kind in _SIGNS if kind in kinds]
    return "\n".join([*map(_line, made.differences), ", ".join(counts) or "nothing would change"])


def _line(change: Difference) -> str:
    moved = f"from {change.before:%Y-%m-%d %H:%M}: " if change.before else ""
    when = f"{change.slot:%Y-%m-%d %H:%M}"
    return f"{_SIGNS[change.kind]} {when}  {change.channel:<16} {change.entry:<28} {moved}{change.why}"


def _changes_json(made: Planned) -> str:
    rows = {
        kind: [
            {
                "id": change.id,
                "slot": change.slot.isoformat(),
                **({"before": change.before.isoformat()} if change.before else {}),
                "channel": change.channel,
                "entry": change.entry,
                "why": change.why,
            }
            for change in made.differences
            if change.kind == kind
        ]
        for kind in _SIGNS
    }
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _rows(made: Planned, written: list[str]) -> str:
    slots = {slot.id: slot for slot in made.plan.slots}
    kinds = {change.id: change.kind for change in made.differences}
    rows = [
        {
            "id": draft.id,
            "slot": draft.slot.isoformat(),
            "channel": draft.channel,
            "network": draft.network,
            "language": draft.language,
            "entry": draft.entry,
            "format": draft.format,
            "text": draft.text,
            "link": draft.link,
            "why": draft.why,
            "otherwise": slots[draft.id].otherwise,
            "change": kinds.get(draft.id, "none"),
            "written": f"{DRAFTS}/{draft.channel}/{draft.entry}.{draft.n}.md" in written,
        }
        for draft in made.drafts
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)
