"""What each picture is made of: its words, and the look that it shares with others."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator import files
from generator.build import card_words
from generator.build.card_words import Given
from generator.build.project import Project
from generator.build.rendering import Attempt, Job
from generator.build.wanted import Wanted
from generator.cards import Kind, Look, Words
from generator.problems import Place
from generator.site.shape import Shape

Said: TypeAlias = tuple[tuple[str, Words], ...]
"""Ways to draw one page, the best first: a kind of card, and what it says."""
_INSTEAD: Mapping[str, tuple[str, ...]] = {"qa": ("question",), "question": ()}
"""What a card says -> what it says instead where that has no room; for all others `_LEAST`."""
_LEAST = ("qa", "question")
_KINDS = {"did_you_know": "tip", "steps": "checklist"}
"""What a card says -> its kind, where they are not called the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A picture to be made. Making it takes long; knowing whether it was made before takes nearly nothing."""

    made_of: str
    """A digest of everything that its file depends on, but for this program."""
    place: Place
    """Where its words were written."""
    job: Callable[[], Job]
    """All that it is made of."""


class Bench:
    """Makes jobs of wishes. What many pictures share is worked out once, so one of them costs microseconds."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._shape = Shape(library=project.library, addresses=project.addresses)
        self._look = functools.cache(self._look_of)
        self._words = functools.cache(self._words_of)
        self._looks = functools.cache(lambda *key: files.digest(repr(self._look_of(*key)).encode()))
        self._canvases = functools.cache(lambda size: files.digest(repr(project.canvases[size]).encode()))
        self._templates = functools.cache(lambda kind: files.digest(repr(self._template(kind)).encode()))
        self._digests = functools.cache(lambda *key: _digest(self._words_of(*key)))

    def task(self, want: Wanted) -> Task:
        """What is to be done for a picture."""
        return Task(made_of=self._made_of(want), place=self.place(want), job=functools.partial(self.job, want))

    def tasks_of(self, name: str, kind: str, sizes: Iterable[str], look: Look, words: Words) -> dict[str, Task]:
        """Size -> what is to be done for words that stand in no entry."""
        shared = [self._templates(kind), _digest(look), _digest(words)]
        template, place = self._template(kind), Place("faq/faq.yml")
        found = {}
        for size in sizes:
            job = Job(
                name=f"{name}-{size}",
                pages=((Attempt(template=template, words=words),),),
                canvas=self._project.canvases[size],
                look=look,
                image_format="png",
                note={},
                place=place,
            )
            made_of = files.digest("\n".join([job.name, self._canvases(size), *shared]).encode())
            found[size] = Task(made_of=made_of, place=place, job=functools.partial(_same, job))
        return found

    def job(self, want: Wanted) -> Job:
        """All that its file is made of."""
        said = self._said(want)
        return Job(
            name=_name(want),
            pages=tuple(
                tuple(Attempt(template=self._template(kind), words=words) for kind, words in page) for page in said
            ),
            canvas=self._project.canvases[want.size],
            look=self._look(want.lang, want.scheme, want.with_brand),
            image_format=want.image_format,
            formats=want.formats,
            max_bytes=want.max_bytes,
            note={"entry": want.entry, "hash": _digest(said)[:16], "address": self._url(want)},
            place=self.place(want),
        )

    def place(self, want: Wanted) -> Place:
        """Where the words of a picture were written."""
        if want.place:
            return want.place
        kind, _, name = want.entry.rpartition(":")
        library = self._project.library
        if kind == "topic":
            return library.topics[name].place("titles") if name in library.topics else Place("faq/faq.yml")
        if kind == "page":
            page = self._shape.page(name, want.lang)
            return page.place("title") if page else Place("faq/faq.yml")
        return library.by_id[name][want.lang].place("question")

    def _made_of(self, want: Wanted) -> str:
        """The digests of all parts, each found once; the words of slides stand in no entry."""
        parts = [_name(want), want.image_format, *want.formats, str(want.max_bytes), self._url(want)]
        parts += [self._looks(want.lang, want.scheme, want.with_brand), self._canvases(want.size)]
        if want.pages or ":" in want.entry:
            said = self._said(want)
            parts += [self._templates(kind) for page in said for kind, _ in page] + [_digest(said)]
        else:
            says = self._ladder(want)
            parts += [self._templates(_KINDS.get(name, name)) for name in says]
            parts += [self._digests(want.entry, want.lang, name) for name in says]
        return files.digest("\n".join(parts).encode())

    def _said(self, want: Wanted) -> tuple[Said, ...]:
        """Page by page, the ways to draw it."""
        if want.pages:
            given = self._given(want.entry, want.lang)
            pages = ((p.kind, card_words.of_slide(p.kind, p.slide, p.number, given, want.says)) for p in want.pages)
            return tuple((page,) for page in pages)
        if ":" in want.entry:
            return (((want.kind, self._of_page(want)),),)
        found = ((name, self._words(want.entry, want.lang, name)) for name in self._ladder(want))
        return (tuple((_KINDS.get(name, name), words) for name, words in found if words),)

    def _ladder(self, want: Wanted) -> tuple[str, ...]:
        first = want.says or want.kind
        return (first,) if want.exact else (first, *_INSTEAD.get(first, _LEAST))

    def _words_of(self, entry: str, lang: str, says: str) -> Words | None:
        return card_words.of_entry(says, self._given(entry, lang))

    def _template(self, kind: str) -> Kind:
        return self._project.card_files[kind]

    def _given(self, entry: str, lang: str) -> Given:
        project = self._project
        return Given(entry=project.library.by_id[entry][lang], library=project.library, addresses=project.addresses)

    def _of_page(self, want: Wanted) -> Words:
        shape, (kind, _, name) = self._shape, want.entry.rpartition(":")
        brand, language = shape.library.settings.name, shape.library.languages[want.lang]
        if kind == "page":
            title, description = shape.page_title(name, want.lang), shape.page_description(name, want.lang)
        else:
            title = shape.topic(name, want.lang)
            description = language.say("site", "topic_description", topic=title, name=brand)
        return card_words.of_page(title, description, self._url(want), brand, language)

    def _url(self, want: Wanted) -> str:
        kind, _, name = want.entry.rpartition(":")
        return self._shape.addresses.absolute(self._shape.address(kind or "entry", name, want.lang))

    def _look_of(self, lang: str, scheme: str, with_brand: bool) -> Look:  # noqa: FBT001 - a key of a cache
        project = self._project
        return Look(
            language=project.library.languages[lang],
            tokens=project.tokens,
            scheme=scheme,
            typeface=project.brand.typeface.on_cards(project.library.languages[lang].tag),
            logo=project.brand.card_logo("light"),
            logo_dark=project.brand.card_logo("dark"),
            with_brand=with_brand,
        )


def _same(job: Job) -> Job:
    return job


def _name(want: Wanted) -> str:
    """`hr/delivery-time-qa-wide`, `hr/delivery-time-slide-2-5-portrait`, `hr/topic-orders-cover-wide`."""
    page = want.pages[0] if len(want.pages) == 1 else None
    kind = f"{page.kind}-{page.number.replace('/', '-')}" if page else want.says or want.kind
    plain = "" if want.with_brand else "-plain"
    scheme = "" if want.scheme == "light" else f"-{want.scheme}"
    return f"{want.lang}/{want.entry.replace(':', '-')}-{kind}-{want.size}{scheme}{plain}"


def _digest(value: object) -> str:
    return files.digest(repr(value).encode("utf-8", "surrogatepass"))
