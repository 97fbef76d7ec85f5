"""The search of a project: an index for each language, asked on the command line or written for the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from generator import memo
from generator.build.project import Project
from generator.files import digest
from generator.links import titles
from generator.links.target import Target, address_of
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


def files(project: Project, shape: Shape, languages: Iterable[str], last: Path | None = None) -> dict[str, bytes]:
    """Path below the site -> content: the index of each language."""
    return placed(project, indexes(project, shape, languages, last))


def indexes(
    project: Project, shape: Shape, languages: Iterable[str], last: Path | None = None
) -> dict[str, Mapping[str, bytes]]:
    """Language -> the files of its index, name -> content; for the site and the desk alike.

    In the folder `last` the files are kept from build to build, and made anew where what they are made of is another.
    """
    former = titles.names(project.live, project.published.titles)
    return {lang: _of_language(project, lang, searched(shape, project.live, lang, former), last) for lang in languages}


def placed(project: Project, made: Mapping[str, Mapping[str, bytes]]) -> dict[str, bytes]:
    """Path below the site -> content, of the files of each language."""
    homes = {lang: project.addresses.home(lang) + _FOLDER for lang in made}
    return {f"{homes[lang]}{name}": content for lang, index in made.items() for name, content in index.items()}


def _of_language(project: Project, lang: str, found: Sequence[Document], last: Path | None) -> Mapping[str, bytes]:
    tag, tables = project.library.languages[lang].tag, project.tables[lang]
    version = _version(tag, found, tables)
    kept = memo.read(last / lang, version) if last else None
    if kept is not None:
        return {name: text.encode() for name, text in kept.items()}
    made = encode(build(found, tables), language=tag)
    if last:
        memo.write(last / lang, version, {name: content.decode() for name, content in made.items()})
    return made


def _version(tag: str, found: Sequence[Document], tables: Tables) -> str:
    """Of all that an index is made of."""
    written = {**asdict(tables), "suffixes": sorted(tables.suffixes)}
    parts = [memo.program(), tag, repr(written), *map(repr, found)]
    return digest("\n".join(parts).encode("utf-8", "surrogatepass"))


def find(project: Project, lang: str, query: str, limit: int) -> list[Found]:
    """What the site's search finds in a language, best first."""
    shape = Shape(library=project.library, addresses=project.addresses)
    former = titles.names(project.live, project.published.titles)
    index = build(searched(shape, project.live, lang, former), project.tables[lang])
    return [_found(project, lang, index, hit, query) for hit in Searcher(index).search(query, limit)]


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
