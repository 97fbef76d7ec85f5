"""The handbook's table of networks says what their files say; with UPDATE=1 in the environment this test writes it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.content.data import read_all
from generator.content.schema.networks import HashtagRule, NetworkFile, Unit
from generator.social import Network, networks

PAGE = Path(__file__).parents[1] / "handbook/networks.md"
_TABLE = re.compile(r"(<!-- table: [^\n]+ -->\n).*?(<!-- end -->)", re.DOTALL)
_HEAD = (
    "| Network | Id | Text | Unit | Hashtags | Alt text | Links | Pictures | Also |\n"
    "|---|---|--:|---|--:|--:|---|---|---|\n"
)


def documented() -> str:
    files, problems = read_all(NetworkFile, "networks")
    assert problems == []
    rows = "".join(f"| {' | '.join(row(network))} |\n" for network in networks(files).values())
    return _TABLE.sub(lambda found: f"{found[1]}\n{_HEAD}{rows}\n{found[2]}", PAGE.read_text(encoding="utf-8"))


def row(network: Network) -> Iterator[str]:
    image = network.image
    yield network.label
    yield f"`{network.id}`"
    yield text(network)
    yield f"`{network.unit}`"
    yield number(network, "hashtags_max", network.hashtags_max) if network.hashtag_rule != "none" else "–"
    yield number(network, "alt_max", network.alt_max) if network.alt_taken else "–"
    yield mark(network, "links_clickable", "yes" if network.links_clickable else "no")
    yield f"{number(network, 'image.max_images', image.max_images)}{', required' if image.required else ''}, " + mark(
        network, "image.formats", "/".join(image.formats)
    )
    yield ", ".join(also(network))


def text(network: Network) -> str:
    if not network.limit:
        return mark(network, "limit", "none")
    bare = network.limit_without_picture
    shown = number(network, "limit", network.limit)
    return f"{shown} ({number(network, 'limit_without_picture', bare)})" if bare else shown


def also(network: Network) -> Iterator[str]:
    if network.thread:
        yield mark(network, "thread", "thread")
    if network.carousel:
        yield mark(network, "carousel", f"carousel {network.carousel.min}–{network.carousel.max}")
    if network.poll:
        yield mark(network, "poll", "poll by hand" if network.poll.by_hand else "poll")
    if network.title:
        yield f"title {network.title.limit}"
    if network.cadence.per_week:
        yield mark(network, "cadence", f"{network.cadence.per_week} a week")
    if network.requires:
        yield f"needs {' and '.join(network.requires)}"


def number(network: Network, key: str, value: int | None) -> str:
    return "" if value is None else mark(network, key, f"{value:,}")


def mark(network: Network, key: str, shown: str) -> str:
    return shown if network.confirmed(key) else f"{shown}~"


def test_the_handbook_shows_every_network() -> None:
    if os.environ.get("UPDATE"):
        PAGE.write_text(documented(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == documented()


def test_the_handbook_explains_every_key_unit_and_rule() -> None:
    page = PAGE.read_text(encoding="utf-8")
    listed = set(re.findall(r"`([a-z0-9_]+)`", page))
    fields = set(NetworkFile.model_fields) - {"soft", "label"}
    assert fields | set(Unit.__args__) | set(HashtagRule.__args__) <= listed


def test_the_file_shown_there_is_one(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```yaml\n(.+?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "networks").mkdir()
    (tmp_path / "networks" / "intranet.yml").write_text(shown, encoding="utf-8")
    files, problems = read_all(NetworkFile, "networks", tmp_path)
    assert problems == []
    assert networks(files)["intranet"].limit == 900
