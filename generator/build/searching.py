"""The search of a project: an index for each language, asked on the command line or written for the site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from generator import memo
from generator.build.project import Project
from generator.files import digest
from generator.links import Addresses, titles
from generator.links.live import Live
from generator.links.target import Target, address_of
from generator.links.titles import Names
from generator.search import Document, Hit, Index, Searcher, Tables, build, encode
from generator.search.explain import explain
from generator.site.searched import searched
from generator.site.shape import Shape

_FOLDER = "search/"
_MILLION = 1_000_000
_PAGE = "page:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place that answers."""

    id: str
    """Of an entry, or `page:contact`."""
    heading: str
    """What the heading inside the answer says, where that answers better than the whole; or empty."""
    question: str
    short: str
    address: str
    language: str
    """The tag of the language that the words are in."""
    score: float
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Lost:
    """Words of an entry by which another is found."""

    id: str
    lang: str
    words: str
    first: str
    """What is found first; empty where nothing is."""


def of_project(project: Project, shape: Shape, last: Path) -> dict[str, dict[str, bytes]]:
    """Language -> the files of its index, of every language of a project: for site and desk alike. See `indexes`."""
    return indexes(shape, project.live, names(project), project.tables, last)


def names(project: Project) -> Names:
    """What things were called before."""
    return titles.names(project.live, project.published.titles)


def files(shape: Shape, live: Live, former: Names, tables: Mapping[str, Tables]) -> dict[str, bytes]:
    """Path below the site -> content: an index for each language of `tables`."""
    return placed(shape.addresses, indexes(shape, live, former, tables))


def placed(addresses: Addresses, indexes: Mapping[str, Mapping[str, bytes]]) -> dict[str, bytes]:
    """Path below the site -> content, of the files of each language."""
    homes = {lang: addresses.home(lang) + _FOLDER for lang in indexes}
    return {f"{homes[lang]}{name}": content for lang, index in indexes.items() for name, content in index.items()}


def indexes(
    shape: Shape, live: Live, former: Names, tables: Mapping[str, Tables], last: Path | None = None
) -> dict[str, dict[str, bytes]]:
    """Language -> the files of its index, name -> content; for each language of `tables`.

    In the folder `last` the files are kept from build to build, and made anew where what they are made of is another.
    """
    made = {}
    for lang, of_language in tables.items():
        found = searched(shape, live, lang, former)
        made[lang] = _index(shape.library.languages[lang].tag, found, of_language, last / lang if last else None)
    return made


def _index(tag: str, found: Sequence[Document], tables: Tables, last: Path | None) -> dict[str, bytes]:
    version = _version(tag, found, tables)
    kept = memo.read(last, version) if last else None
    if kept is not None:
        return {name: text.encode() for name, text in kept.items()}
    made = encode(build(found, tables), language=tag)
    if last:
        memo.write(last, version, {name: content.decode() for name, content in made.items()})
    return made


def _version(tag: str, found: Sequence[Document], tables: Tables) -> str:
    """Of all that an index is made of."""
    written = {**asdict(tables), "suffixes": sorted(tables.suffixes)}
    parts = [memo.program(), tag, repr(written), *map(repr, found)]
    return digest("\n".join(parts).encode("utf-8", "surrogatepass"))


def find(project: Project, lang: str, query: str, limit: int) -> list[Found]:
    """What the site's search finds in a language, best first."""
    index = _whole(project, lang)
    return [_found(project, lang, index, hit, query) for hit in Searcher(index).search(query, limit)]


def lost(project: Project, lang: str) -> list[Lost]:
    """Entries that the site's search does not find first by their own words; in the site's order."""
    index = _whole(project, lang)
    searcher = Searcher(index)
    found = []
    for id_, by_lang in project.library.by_id.items():
        entry = by_lang.get(lang)
        for words in dict.fromkeys((entry.question, *entry.also_asked)) if entry else ():
            first = next((index.documents[hit.document].id for hit in searcher.search(words, 1)), "")
            found += [Lost(id_, lang, words, first)] if first != id_ else []
    return found


def _whole(project: Project, lang: str) -> Index:
    shape = Shape(library=project.library, addresses=project.addresses)
    return build(searched(shape, project.live, lang, names(project)), project.tables[lang])


def _found(project: Project, lang: str, index: Index, hit: Hit, query: str) -> Found:
    document = index.documents[hit.document]
    heading = index.headings[hit.heading][1] if hit.heading is not None else None
    target = target_of(document)._replace(anchor=heading.anchor if heading else "")
    return Found(
        id=document.id,
        heading=heading.title if heading else "",
        question=document.title,
        short=document.short,
        address=project.addresses.absolute(address_of(target, lang, project.addresses)),
        language=document.lang or project.library.languages[lang].tag,
        score=hit.score / _MILLION,
        reasons=explain(index, hit, query),
    )


def target_of(document: Document) -> Target:
    """What a document is about."""
    name = document.id.removeprefix(_PAGE)
    return Target("entry" if name == document.id else "page", name)
