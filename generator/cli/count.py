"""`faq count`: how long a text is on one network, or on all of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

import click

from generator.cli.shared import FINE, PROBLEMS, print_problems
from generator.content.data import read_all
from generator.content.schema.networks import NetworkFile
from generator.content.source import read_markdown
from generator.problems import visible
from generator.social import Network, fits, linked_hashtags, networks, split_parts
from generator.social import count as count_units


@dataclass(frozen=True, slots=True)
class Row:
    """What a text is on a network; of a thread the longest part counts, since each stands alone."""

    network: str
    length: int
    limit: int
    unit: str
    fits: bool
    confirmed: bool
    """Whether the network itself names the limit."""
    parts: tuple[int, ...]
    hashtags: int


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--network", default="", help="Only this one, like x or mastodon; exit 1 when the text does not fit.")
@click.option("--no-picture", is_flag=True, help="Count for posts without a picture: some networks let them be longer.")
@click.option("--json", "as_json", is_flag=True, help='Print {"length":…, "limit":…, "fits":…, …} of each network.')
@click.pass_obj
def count(root: Path, file: BinaryIO, network: str, *, no_picture: bool, as_json: bool) -> None:
    """Count the text of FILE (- is standard input) as each network counts it.

    Of a draft only the post is counted. Lines of three hyphens part the posts of a thread; each is counted alone.
    """
    network_files, found = read_all(NetworkFile, "networks", root / "faq" / "_data")
    known = networks(network_files)
    if network and network not in known:
        raise click.BadParameter(f"networks are {', '.join(known)}", param_hint="--network")
    print_problems(found, "text", aside=True)
    text = _post(file.read().decode("utf-8-sig", "replace"))
    chosen = [known[network]] if network else known.values()
    rows = [_row(text, one, picture=not no_picture) for one in chosen]
    if as_json:
        shown = [asdict(row) for row in rows]
        click.echo(json.dumps(shown[0] if network else shown))
    elif network:
        click.echo(_said(rows[0], known[network]))
    else:
        click.echo("\n".join(f"{row.network:<20} {visible(_said(row, known[row.network]))}" for row in rows))
    sys.exit(FINE if not network or rows[0].fits else PROBLEMS)


def _post(text: str) -> str:
    """The body where a text begins with front matter, as drafts do; else all of it but the last line end."""
    source, problems = read_markdown(text, "text")
    return source.body if not problems and isinstance(source.data, dict) and source.data else text.removesuffix("\n")


def _row(text: str, network: Network, *, picture: bool) -> Row:
    parts = split_parts(text)
    texts = parts if len(parts) > 1 else (text,)
    lengths = tuple(count_units(part, network) for part in texts)
    limit = "limit" if picture or not network.limit_without_picture else "limit_without_picture"
    return Row(
        network=network.id,
        length=max(lengths),
        limit=network.room(picture=picture),
        unit=network.unit,
        fits=all(fits(part, network, picture=picture) for part in texts),
        confirmed=network.confirmed(limit),
        parts=lengths,
        hashtags=max(len(linked_hashtags(part, network)) for part in texts),
    )


def _said(row: Row, network: Network) -> str:
    return ", ".join([f"{row.length} of {row.limit}", *_remarks(row, network)])


def _remarks(row: Row, network: Network) -> Iterator[str]:
    if row.length > row.limit:
        yield f"{row.length - row.limit} too many" if row.limit else "it takes no text"
    elif not row.fits:
        yield f"more than {network.max_text_bytes} bytes"
    if not row.confirmed:
        yield "limit not confirmed"
    if len(row.parts) > 1:
        yield f"the longest of {len(row.parts)} parts" + ("" if network.thread else " and there are no threads")
    if network.hashtags_max is not None and row.hashtags > network.hashtags_max:
        yield f"{row.hashtags} hashtags of {network.hashtags_max}"
