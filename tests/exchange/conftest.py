"""A small FAQ with something of everything goes out in a format and comes in again; and so do real ones."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from generator import files
from generator.build import exchanging
from generator.build.project import Project, read_project
from generator.content.data import read_all
from generator.content.importers.imported import Imported
from generator.content.importers.reading import read, read_folder
from generator.content.importers.writing import to_files
from generator.content.schema.exchange import ExchangeFile
from generator.files import Tree
from generator.problems import Place, Problem

DATA = Path(os.environ.get("REAL_FAQS", Path(__file__).parents[3] / "shared/data"))
SOURCES: Mapping[str, tuple[str, ...]] = {
    "scratch-faq": ("en", "bg", "cs", "hr", "sl", "sr"),
    "bitcoin-faq": ("en", "bg", "sl", "sr"),
    "letsencrypt-faq": ("en", "cs"),
}
"""Real FAQs, which are not part of the project, with all languages that they have of ours."""
SPECS = read_all(ExchangeFile, "exchange")[0]

BODY = """\
Parcels take **two days**; see [the prices](https://other.example/a_%28b%29?c=1&d=2).

| Country | Price |
| --- | ---: |
| Croatia | 4 \\| 5 € |
| Serbia | `a|b` |

## Where *is* it? {#where}

1. Open the e-mail.
2. Click on the link:
    - in the morning,
    - or at noon.

### Deeper

> Quoted, with `code` and a\\*star.

```python
print("# no heading")
```

Line one\x20\x20
line two with H<sub>2</sub>O & 1 &lt; 2.

---

The end."""
PLACE = Place("faq.json")
ROWS = (
    Imported(
        id="delivery-time", lang="en", category="Delivery & returns", category_id="delivery", order=3,
        question="How long does `it` *really* take, [in](days) & C#?", short="Two <days> & *no* more.", answer=BODY,
        also_asked=("When is it here?", "How fast, really?"), tags=("parcels", "time"), place=PLACE,
    ),
    Imported(
        id="delivery-time", lang="hr", category="Dostava", category_id="delivery",
        question="Koliko „traje” #", answer="Dva dana – ne više.", outdated=True, place=PLACE,
    ),
    Imported(
        id="cost", lang="en", category="Delivery & returns", category_id="delivery", question="What does it cost?",
        answer="## First {#first}\n\n- Nothing, as [that](entry:delivery-time#where).", place=PLACE,
    ),
    Imported(
        id="gifts", lang="en", category="Gifts", category_id="gifts", question="Do you wrap?", answer="Yes.",
        place=PLACE,
    ),
)  # fmt: skip

_KEYS = {"outdated": "source", "also_asked": "also_asked", "tags": "tags", "order": "order", "short": "short"}
"""What a format may hold -> the key that stands for it in an entry's file."""


def told(found: Iterable[Problem]) -> set[str]:
    return {problem.code for problem in found}


def brought_in(rows: Sequence[Imported], languages: Sequence[str]) -> Tree:
    """The files of faq/ that an import of the rows makes."""
    return to_files(rows, {}, languages=frozenset(languages), source="en")[0]


def project_of(tree: Mapping[str, bytes], languages: Sequence[str], root: Path) -> Project:
    """A project with these files of faq/."""
    settings = f"name: Example\nlanguages: [{', '.join(languages)}]\nteams:\n  support: {{name: {{en: Care}}}}\n"
    site = {"mkdocs.yml": b"site_url: https://faq.example.org/help/\n", "faq/faq.yml": settings.encode()}
    files.write({**site, **{f"faq/{path}": content for path, content in tree.items()}}, root)
    project, problems = read_project(root, both_scripts=False)
    assert project is not None, problems
    return project


def sent_out(project: Project, name: str) -> Tree:
    """The files of one format."""
    made, _ = exchanging.for_system(project, name, SPECS[name])
    return {path.partition("/")[2]: content or b"" for path, content in made.files.items()}


def exported(rows: Sequence[Imported], name: str, root: Path) -> Tree:
    """The files of one format, of a project that the rows were imported into."""
    languages = sorted({row.lang for row in rows}, key=lambda lang: (lang != "en", lang))
    return sent_out(project_of(brought_in(rows, languages), languages, root), name)


def held(tree: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Files without the keys that a format has no place for; old addresses are other ones each time."""
    lost = "|".join(["was", *(key for field, key in _KEYS.items() if field not in SPECS[name].holds)])
    keys = re.compile(rf"^(?:{lost}):.*\n(?:(?:- |  ).*\n)*", re.MULTILINE)
    return {path: keys.sub("", content.decode()) for path, content in tree.items()}


RoundTrip = Callable[..., tuple[dict[str, str], dict[str, str]]]


@pytest.fixture
def round_trip(tmp_path: Path) -> RoundTrip:
    """`round_trip(NAME)`: the files of ROWS, and those after an export to a format and an import of what it wrote.

    Of both without what the format does not hold. `codes` are what reading it tells.
    """

    def run(
        name: str, rows: Sequence[Imported] = ROWS, *, codes: Iterable[str] = ()
    ) -> tuple[dict[str, str], dict[str, str]]:
        languages = ("en", "hr")
        first = brought_in(rows, languages)
        found, problems = read_folder(sent_out(project_of(first, languages, tmp_path), name), "exports", lang="en")
        assert told(problems) == set(codes)
        return held(first, name), held(brought_in(found, languages), name)

    return run


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Tree, Project]]:
    """`real(NAME)`: the files of a real FAQ and its project; where it is not there, the test is skipped."""
    made: dict[str, tuple[Tree, Project]] = {}

    def run(name: str) -> tuple[Tree, Project]:
        path = DATA / name / "faq.json"
        if not path.is_file():
            pytest.skip("the real FAQs are not part of the project")
        if name not in made:
            tree = brought_in(read(path.read_bytes(), "faq.json", lang="en")[0], SOURCES[name])
            made[name] = tree, project_of(tree, SOURCES[name], tmp_path_factory.mktemp(name))
        return made[name]

    return run
