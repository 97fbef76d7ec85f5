"""Social networks as the rest of the program sees them: limits, units, pictures, and what is sure of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.content.schema.networks import (
    Cadence,
    CarouselRules,
    NetworkFile,
    PictureSize,
    PollRules,
    ReplyRules,
    TitleRules,
)


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
    min_bytes: int = 1
    advised: bool = True
    min_images: int = 0
    max_images: int = 1
    logo: bool = True
    """Whether the picture may carry the brand's mark, name and address."""

    @property
    def document(self) -> bool:
        """Whether pictures go out as the pages of one PDF."""
        return self.formats[0] == "pdf"

    @property
    def card(self) -> str:
        """The card size of a draft that nobody touched: none where the network does not want one."""
        return self.size if self.advised or self.required else ""


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
    limit_without_picture: int | None = None
    max_text_bytes: int | None = None
    url_weight: int | None = None
    whole_answer: int = 0
    hashtags: int = 0
    hashtags_max: int | None = None
    hashtag_rule: str = "words"
    hashtag_length_max: int | None = None
    alt_unit: str = "utf16"
    alt_taken: bool = True
    link_preview: bool = False
    links_max: int | None = None
    link_beside: bool = False
    link_shown: str = "tracked"
    images: tuple[PictureSize, ...] = ()
    thread: bool = False
    thread_max: int | None = None
    carousel: CarouselRules | None = None
    poll: PollRules | None = None
    reply: ReplyRules | None = None
    title: TitleRules | None = None
    cadence: Cadence = field(default_factory=Cadence)
    requires: tuple[str, ...] = ()
    conventions: tuple[str, ...] = ()
    unverified: frozenset[str] = frozenset()

    def confirmed(self, key: str) -> bool:
        """Whether the network itself says a value, like `limit` or `image.max_bytes`; if not, it only warns."""
        return not self.unverified & {key, key.partition(".")[0]} and not (self.soft and key == "limit")

    def room(self, *, picture: bool = True) -> int:
        """The limit of a post with its picture, or of one that is text only."""
        return self.limit if picture else self.limit_without_picture or self.limit


def networks(files: Mapping[str, NetworkFile]) -> dict[str, Network]:
    """Network id (the stem of its data file) -> Network, in order of ids."""
    return {id_: _network(id_, file) for id_, file in sorted(files.items())}


def _network(id_: str, file: NetworkFile) -> Network:
    values = {key: getattr(file, key) for key in type(file).model_fields if key != "sources"}
    unverified = frozenset(file.unverified)
    known = {
        "image": Image(**file.image.model_dump()),
        "unverified": unverified,
        "soft": file.soft or "limit" in unverified,
    }
    return Network(id=id_, **{**values, **known})
