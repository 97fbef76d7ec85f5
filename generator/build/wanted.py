"""Which pictures the site's pages and the posts want."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.build.card_words import KINDS
from generator.build.project import Project
from generator.build.rendering import DOCUMENT
from generator.problems import Place
from generator.site.shape import Shape
from generator.social import Draft, Slide
from generator.social.draft import place as draft_place
from generator.social.polls import with_picture

PREVIEW = "wide"
"""The size of the picture that link previews show (og:image)."""
_OWN_WORDS = frozenset({"did_you_know", "steps"})
"""Formats of posts that say something else than the kind of their card usually does."""
_DRAWN = ("png", "jpg", DOCUMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One picture of a carousel, or one page of a document."""

    kind: str
    """`cover`, `slide` or `summary`."""
    slide: Slide
    number: str
    """Which of how many: `2/5`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One file: everything that decides about it but the words of its entry."""

    entry: str
    """The id of an entry; `topic:orders` or `page:contact` for the preview of another page."""
    lang: str
    kind: str
    size: str
    image_format: str
    """`png`, `jpg` or `pdf`."""
    formats: tuple[str, ...] = ()
    """What may be taken instead where a card is better saved in it."""
    max_bytes: int = 0
    """How large the file may be; as large as it comes where this is 0."""
    says: str = ""
    """What the card says where that is not what its kind is called, see `card_words.of_entry`; of slides, the post."""
    scheme: str = "light"
    pages: tuple[Page, ...] = ()
    """Of a carousel: one for each of its pictures, all for a document."""
    with_brand: bool = True
    exact: bool = False
    """Whether nothing else is drawn where this has no room."""
    place: Place | None = field(default=None, compare=False, repr=False)
    """Where its words stand, if not in the entry."""


def for_pages(project: Project) -> list[Wanted]:
    """A preview for every page that people may share: entries in their languages, and the others in each language."""
    shape = Shape(library=project.library, addresses=project.addresses)
    others = [*(f"topic:{topic}" for topic in shape.topics()), *(f"page:{name}" for name in shape.pages())]
    entries = [preview(entry.id, entry.lang) for entry in project.library]
    return entries + [preview(name, code) for name in others for code in project.library.languages]


def for_draft(project: Project, draft: Draft) -> tuple[Wanted, ...]:
    """The pictures of a post in their order, one document where the network takes pages.

    None without its entry, where the draft names no card, or where a poll stands in their place.
    """
    network = project.networks.get(draft.network)
    if network is None or not draft.card or draft.language not in project.library.by_id.get(draft.entry, {}):
        return ()
    if not with_picture(draft.poll, network):
        return ()
    kind = _kind(project, draft)
    says = draft.format if draft.format in _OWN_WORDS else kind
    formats = tuple(f for f in network.image.formats if f in _DRAWN)
    image_format = formats[0] if formats else "jpg"

    def wanted(kind: str, says: str, pages: tuple[Page, ...]) -> Wanted:
        return Wanted(
            entry=draft.entry,
            lang=draft.language,
            kind=kind,
            says=says,
            size=draft.card,
            image_format=image_format,
            formats=formats,
            max_bytes=network.image.max_bytes,
            pages=pages,
            with_brand=network.image.logo,
            place=draft_place(draft) if pages else None,
        )

    pages = _pages(draft.slides)
    if image_format == DOCUMENT and pages:
        return (wanted("cover", draft.format, pages),)
    return tuple(wanted(page.kind, draft.format, (page,)) for page in pages) or (wanted(kind, says, ()),)


def pages_of(want: Wanted) -> tuple[Wanted, ...]:
    """A document's pages as pictures, for those who look at it before it is posted; none of what is a picture."""
    if want.image_format != DOCUMENT:
        return ()
    pages = tuple((page.kind, (page,)) for page in want.pages) or ((want.kind, ()),)
    shown = replace(want, image_format="jpg", formats=("jpg", "png"), max_bytes=0)
    return tuple(replace(shown, kind=kind, pages=page) for kind, page in pages)


def _kind(project: Project, draft: Draft) -> str:
    """As the format of the post says."""
    form = project.formats.get(draft.format)
    return form.card if form and form.card in KINDS else "qa"


def in_other_sizes(project: Project, draft: Draft) -> tuple[Wanted, ...]:
    """A post's picture in the other shapes that its network shows well: a person may prefer one of them."""
    wanted, network = for_draft(project, draft), project.networks.get(draft.network)
    if network is None or len(wanted) != 1 or wanted[0].pages:
        return ()
    shapes = {picture.width / picture.height for picture in network.images}
    sizes = [name for name, canvas in project.canvases.items() if canvas.width / canvas.height in shapes]
    return tuple(replace(wanted[0], size=size) for size in sizes if size != draft.card)


def is_preview(want: Wanted) -> bool:
    """Whether it is what links to a page show."""
    return want == preview(want.entry, want.lang)


def preview(entry: str, lang: str) -> Wanted:
    """What links to an entry or another page show."""
    kind = "cover" if ":" in entry else "qa"
    return Wanted(entry=entry, lang=lang, kind=kind, size=PREVIEW, image_format="png", formats=("png", "jpg"))


def _pages(slides: tuple[Slide, ...]) -> tuple[Page, ...]:
    """A cover, slides, and a summary at the end."""
    last = len(slides) - 1
    return tuple(
        Page(
            kind="slide" if 0 < n < last else "summary" if n else "cover", slide=slide, number=f"{n + 1}/{len(slides)}"
        )
        for n, slide in enumerate(slides)
    )
