"""`data/networks/<id>.yml` and the front matter of a post draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from generator.content.schema.base import HASH_PATTERN, Code, Id, Text, Written

Unit = Literal["x_weighted", "graphemes", "mastodon", "threads", "codepoints", "utf16", "bytes"]
HashtagRule = Literal["words", "x", "mastodon", "telegram", "bluesky", "none"]
State = Literal["draft", "review", "approved", "exported", "published", "held", "retired"]
PictureFile = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-][A-Za-z0-9._/-]*$")]
Amount = Annotated[int, Field(ge=1, le=1_000_000_000)]
AmountOrNone = Annotated[int, Field(ge=0, le=1_000_000_000)]


class ImageRules(Written):
    """The picture a post carries: which card size, and what the network takes."""

    size: Id
    """The card size, of those that cards are drawn in, that is nearest to the first of `images`."""
    width: Amount
    height: Amount
    formats: Annotated[tuple[Literal["jpg", "png", "webp", "gif", "pdf"], ...], Field(min_length=1)]
    """The one cards are made in comes first."""
    max_bytes: Amount
    min_bytes: Amount = 1
    required: bool = False
    advised: bool = True
    """Whether a card is welcome; false where the network wants photographs only: drafts get none then."""
    min_images: AmountOrNone = 0
    max_images: Amount = 1
    logo: bool = True
    """Whether a picture may carry a brand's mark, name and address; without it cards leave them out."""


class Margins(Written):
    """Pixels at each edge that the network covers with buttons and names."""

    top: AmountOrNone = 0
    right: AmountOrNone = 0
    bottom: AmountOrNone = 0
    left: AmountOrNone = 0


class PictureSize(Written):
    """One size of picture that looks right on the network."""

    name: Id
    width: Amount
    height: Amount
    margins: Margins = Margins()


class CarouselRules(Written):
    """Pictures people can leaf through in one post: how many, and how much stands on one of them."""

    min: Amount = 2
    max: Amount
    always: bool = False
    """Whether every post is one; else a post is one where its text does not take the whole answer."""
    advised_min: Amount = 5
    advised_max: Amount = 10
    """How many people look at to the end. Who counted disagrees, so these advise; drafts keep to the larger."""
    words: Amount = 40
    """How many words one picture has at most."""
    lines: Amount = 7
    """How many lines, empty ones included."""
    letters: Amount = 34
    """How many letters a line has, before anything is drawn."""


class PollRules(Written):
    """Questions with buttons; a number that is absent is not known."""

    options_min: Amount = 2
    options_max: Amount | None = None
    option_max: Amount | None = None
    """How long one option may be, in the network's unit."""
    question_max: Amount | None = None
    """How long the question may be, where it does not stand in the post's text."""
    with_picture: bool = False
    """Whether one post can carry a picture and a poll."""
    by_hand: bool = False
    """Made in the app only: no scheduler can send one."""


class TitleRules(Written):
    """A title beside the text."""

    limit: Amount
    unit: Unit = "utf16"
    required: bool = False
    fold: Amount | None = None
    """How much of it people see."""


class Cadence(Written):
    """How many posts of one account its followers take well; absent where no number is known."""

    per_day: Amount | None = None
    per_week: Amount | None = None


class ReplyRules(Written):
    """Answering people there; how long an answer may be, in the network's unit, and absent where no number is known."""

    label: Text | None = None
    """What the place is called where people write, if not by the network's label."""
    public: Amount | None = None
    """A comment, or an answer to one."""
    private: Amount | None = None
    """A private message."""


class NetworkSource(Written):
    """Where a number comes from; a plain line stands for one that the network itself published."""

    source: Text
    verified: bool = True
    """Read at the network itself: its page, its specification, its code."""


class NetworkFile(Written):
    """One social network: what fits, how it counts, what its readers see."""

    label: Text
    limit: AmountOrNone
    """How long the text of a post with its picture may be; 0 where the network shows no text beside it."""
    limit_without_picture: Amount | None = None
    """How long a post may be that is text only, where that is another number."""
    soft: bool = False
    """The limit is not confirmed by the network: going over it is a warning, not an error. `unverified: [limit]`."""
    unit: Unit
    max_text_bytes: Amount | None = None
    url_weight: Amount | None = None
    """What every link counts; absent where a link counts its own length."""
    whole_answer: Annotated[int, Field(ge=0)] = 0
    """Posts of up to this many units carry the whole answer; 0 where the short one is always better."""
    fold: Amount
    """Characters people see before "more". No network publishes it, so it only advises."""
    hashtags: Annotated[int, Field(ge=0, le=2)] = 0
    """How many a draft gets."""
    hashtags_max: Annotated[int, Field(ge=0)] | None = None
    """How many the network takes; absent where no number is known."""
    hashtag_rule: HashtagRule = "words"
    """Which signs may stand in a hashtag, and where it ends."""
    hashtag_length_max: Amount | None = None
    """How many characters a hashtag may have, without its sign."""
    alt_max: Amount = 1000
    """How long the picture's description may be."""
    alt_unit: Unit = "utf16"
    alt_taken: bool = True
    """False where the network has no place for a description: whatever the card says must stand in the text too."""
    links_clickable: bool
    link_beside: bool = False
    """Whether a post has its link in a place of its own, such as a button, where the text has none that works."""
    link_shown: Literal["tracked", "readable"] = "tracked"
    """How a link that works stands in the text: whole, with its statistics, or as people read it (host and path), where
    posts say beside their text where its words lead to."""
    link_preview: bool = False
    """Whether a post without a picture shows one of the page that it links to."""
    links_max: Amount | None = None
    """How many different links a post may hold."""
    image: ImageRules
    images: tuple[PictureSize, ...] = ()
    """Sizes that look right on the network, the best first."""
    thread: bool = False
    """Whether a post can be followed by replies of its own, each with the same limit."""
    thread_max: Amount | None = None
    """How many parts a thread may have; absent where no number is known."""
    carousel: CarouselRules | None = None
    poll: PollRules | None = None
    reply: ReplyRules | None = None
    """Absent where a page or channel answers nobody, and where another file of the same network says it."""
    title: TitleRules | None = None
    cadence: Cadence = Cadence()
    """What a channel keeps to that has no `cadence` of its own. No network publishes it, so it only advises."""
    requires: tuple[Id, ...] = ()
    """What nobody can post without, such as a Pinterest board: the channel or the draft must name it."""
    conventions: tuple[Text, ...] = ()
    """What people who know the network do, for those who write for it."""
    unverified: tuple[str, ...] = ()
    """Keys whose value no page of the network confirms, like `alt_max` or `image.max_bytes`: they only warn."""
    sources: tuple[Text | NetworkSource, ...] = ()

    @field_validator("unverified")
    @classmethod
    def _name_keys(cls, keys: tuple[str, ...]) -> tuple[str, ...]:
        wrong = [key for key in keys if key not in _paths(cls)]
        if wrong:
            raise ValueError(f"names what is no key of a network: {wrong[0]}")
        return keys


def _paths(model: type[Written], before: str = "") -> Iterator[str]:
    """`limit`, `image`, `image.max_bytes` … of a model."""
    for name, field in model.model_fields.items():
        yield before + name
        for part in _parts(field.annotation):
            yield from _paths(part, f"{before}{name}.")


def _parts(annotation: Any) -> list[type[Written]]:  # noqa: ANN401 - annotations have no common type
    found = [annotation, *getattr(annotation, "__args__", ())]
    return [part for part in found if isinstance(part, type) and issubclass(part, Written)]


class SlideMatter(Written):
    """One picture of a carousel."""

    title: Text | None = None
    text: Text | None = None
    alt: Text | None = None
    """What people hear who cannot see it, where that is not just its words."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.title or self.text):
            raise ValueError("needs a 'title' or a 'text'")
        return self


class PollMatter(Written):
    """A question with buttons."""

    question: Text | None = None
    """Where the network shows it apart from the post's text."""
    options: Annotated[tuple[Text, ...], Field(min_length=2)]
    right: Annotated[int, Field(ge=1)]
    hours: Annotated[int, Field(ge=1, le=336)] = 24

    @model_validator(mode="after")
    def _one_is_right(self) -> Self:
        if self.right > len(self.options):
            raise ValueError(f"has {len(self.options)} options, so none of them is number {self.right}")
        return self


class DraftMatter(Written):
    """Front matter of `faq/_drafts/<channel>/<entry>.<n>.md`."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9._-]{1,200}$")] | None = None
    """What the file's path says too, so that a file that was moved or copied is known; early drafts have none."""
    state: State
    slot: Text
    network: Id
    language: Code
    format: Id
    """The name of a file of `data/formats/`."""
    link: Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>]+$")]
    card: Id | None = None
    """The size of its card; a post goes without one where nobody writes it."""
    image: PictureFile | None = None
    images: tuple[PictureFile, ...] = ()
    """Where there are several."""
    alt: Text | None = None
    slides: tuple[SlideMatter, ...] = ()
    poll: PollMatter | None = None
    pinned: bool = False
    """Its slot stays, whatever is planned anew."""
    posted: Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>]+$")] | None = None
    """Where the published post stands."""
    why: Text | None = None
    source: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    base: Annotated[str, StringConstraints(pattern=HASH_PATTERN)] | None = None
    """Of what the machine wrote last: 12 digits of its text hash."""
