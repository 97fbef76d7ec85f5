"""Social networks as the rest of the program sees them: limits, units, picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.content.schema.networks import NetworkFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """The picture of a post: a card size, its pixels, what the network takes."""

    size: str
    """`portrait` or `wide`: the name of a card size."""
    width: int
    height: int
    formats: tuple[str, ...]
    max_bytes: int
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One network; the meaning of each value stands in NetworkFile."""

    id: str
    label: str
    limit: int
    unit: str
    fold: int
    alt_max: int
    links_clickable: bool
    image: Image
    soft: bool = False
    max_text_bytes: int | None = None
    url_weight: int | None = None
    whole_answer: int = 0
    hashtags: int = 0
    hashtags_max: int | None = None


def networks(files: Mapping[str, NetworkFile]) -> dict[str, Network]:
    """Network id (the stem of its data file) -> Network, in order of ids."""
    return {id_: _network(id_, file) for id_, file in sorted(files.items())}


def _network(id_: str, file: NetworkFile) -> Network:
    image = Image(**file.image.model_dump())
    return Network(id=id_, image=image, **file.model_dump(exclude={"image", "sources"}))
