"""Build what people see: the public site and the desk, each swapped in whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator import files, memo
from generator.build import card_folder, desk_exports, linking, pictures, searching, voicing
from generator.build.card_folder import Drawn
from generator.build.coverage import coverage
from generator.build.desk_drafts import Previews, desk_drafts
from generator.build.desk_exports import downloads
from generator.build.desk_health import tasks
from generator.build.desk_recalls import desk_recalls
from generator.build.pictures import Picture, Wanted
from generator.build.project import Project, read_project
from generator.content.checked import unused_facts
from generator.desk import Marketing, desk
from generator.files import Tree
from generator.links.former import former
from generator.links.lock import Key, Row
from generator.problems import Place, Problem, Severity, has_errors
from generator.site import assemble, engine, hours, pages, theme
from generator.site.extras import extras
from generator.site.former_pages import stubs
from generator.site.shape import CardImage, Shape

Step = Callable[[str], None]
READ = ("faq", "docs", "overrides", "mkdocs.yml")
"""Everything of a project that a build depends on."""
_NOT_COPIED = (".md", ".py", ".pyc")


def build(  # noqa: PLR0913 - what is built, for when, and who is told
    root: Path,
    today: date,
    step: Step,
    explain: Step = lambda _text: None,
    *,
    publish: bool = True,
    seen: Callable[[Project], None] = lambda _project: None,
) -> list[Problem]:
    """Site, cards and desk below `<root>/build/`. Nothing of the last build is touched while an error stands.

    With `publish` its addresses are locked: from then on they are kept for ever. A look at it (`faq serve`) locks none.
    What did not change since the last build is not made again; `explain` is told what was and why. `seen` gets the
    project as it was read, also one with errors.
    """
    step("Reading")
    folder = root / "build"
    memo.load(folder / "work" / "memo")
    project, problems = read_project(root)
    if project:
        seen(project)
    if project is None or has_errors(problems):
        return problems
    step("Drawing cards")
    drawn, more = card_folder.draw(project, folder / "cards", step)
    problems += more
    if has_errors(problems):
        return problems
    painted = {picture.file: folder / "cards" / picture.file for picture in drawn.pictures.values()}
    lock = linking.current(project, today)
    shape = site_shape(project, drawn.pictures, lock)
    found = searching.of_project(project, shape, folder / "work" / ".search")
    problems += _site(project, shape, painted, found, folder, today, step, explain)
    if has_errors(problems):
        return problems
    step("Making the desk")
    problems += _desk(project, drawn, shape.cards, folder / "cards", found, today)
    card_folder.finish(project, drawn, folder / "cards")
    if publish:
        files.write(linking.kept(project, lock, today), root)
    memo.save(folder / "work" / "memo")
    return problems


def _site(  # noqa: PLR0913, PLR0917 - what a site is made of, and who is told
    project: Project,
    shape: Shape,
    painted: Mapping[str, Path],
    found: Mapping[str, Mapping[str, bytes]],
    folder: Path,
    today: date,
    step: Step,
    explain: Step,
) -> list[Problem]:
    step("Writing pages")
    trees, leading_on, problems = site_trees(project, shape)
    if has_errors(problems):
        return problems
    step(f"Building {len(trees)} languages")
    work = folder / "work"
    problems += engine.run(trees, work, project.library.settings.engine, explain)
    if has_errors(problems):
        return problems
    step("Putting the site together")
    published = {f"cards/{file}": path for file, path in painted.items()}
    extra = {**_extras(project, shape, today), **searching.placed(project.addresses, found)}
    left_out = assemble.assemble(shape, work, folder / "site", cards=published, extra=extra, yielding=leading_on)
    return problems + [_taken(name) for name in left_out]


def _taken(name: str) -> Problem:
    message = f"a file of the site lies at /{name}, so the former address does not lead on"
    return Problem(Place("faq/_links.tsv"), "AA613", message, "rename the file in docs/", Severity.WARNING)


def _extras(project: Project, shape: Shape, today: date) -> Tree:
    """Files for programs; the page for missing addresses knows former and withdrawn ids. Hours depend on the day."""
    withdrawn = {name for kind, name in project.library.withdrawn if kind == "entry"}
    former = {old.name: new.name for old, new in project.live.heirs.items() if old.kind == "entry"}
    former = {old: new for old, new in former.items() if new in project.library.by_id}
    opening = {hours.FILE: hours.hours(project.library, today)} if project.library.settings.hours else {}
    return extras(shape, former=former, withdrawn=withdrawn) | opening


def site_shape(project: Project, composed: Mapping[Wanted, Picture], lock: Mapping[Key, Row]) -> Shape:
    """The site's skeleton, with everything that the lock promises."""
    return Shape(
        library=project.library,
        addresses=project.addresses,
        former=former(project.live, lock),
        cards=previews(composed),
        dates=linking.dates(project.library, lock),
    )


def previews(composed: Mapping[Wanted, Picture]) -> dict[tuple[str, str], CardImage]:
    """(Entry, `topic:…` or `page:…`, language) -> the card that previews show beside a link to it."""
    return {
        (want.entry, want.lang): CardImage(
            file=picture.file, width=picture.width, height=picture.height, alt=picture.alt
        )
        for want, picture in composed.items()
        if pictures.is_preview(want)
    }


def site_trees(project: Project, shape: Shape) -> tuple[dict[str, Tree], Tree, list[Problem]]:
    """The docs tree of each language, with the project's own look; pages that only lead on. Reads, writes nothing."""
    look, problems = theme.read(project.root / "faq" / "_data")
    if has_errors(problems):
        return {}, {}, problems
    trees, more = pages.trees(
        shape,
        project.brand,
        look,
        project=_mkdocs(project.root),
        assets=_beside_pages(project.root / "docs"),
        overrides=_beside_pages(project.root / "overrides"),
    )
    leading_on, bad = stubs(shape, look.files["stub.html"], theme.assets(look, project.brand))
    return trees, leading_on, problems + more + bad


def _desk(  # noqa: PLR0913, PLR0917 - what a desk is made of
    project: Project,
    drawn: Drawn,
    linked: Previews,
    cards: Path,
    found: Mapping[str, Mapping[str, bytes]],
    today: date,
) -> list[Problem]:
    drafts = desk_drafts(project, drawn.of_drafts, drawn.pages, linked)
    made = downloads(project, drawn.of_drafts, project.root / "build" / "work" / "exports", today)
    marketing = Marketing(
        recalls=desk_recalls(project),
        coverage=coverage(project),
        health=tasks(project, today),
        unused=[name for name, _ in unused_facts(project.library)],
        exports=made.exports,
        weeks=desk_exports.WEEKS,
        kept=project.asked,
        demand=project.demand,
    )
    tree, problems = desk(
        project.library,
        project.addresses,
        drafts,
        project.brand,
        found,
        project.wordings,
        today=today,
        voices=voicing.voices(project),
        marketing=marketing,
        networks=project.networks,
    )
    shown = {file: cards / file.removeprefix("cards/") for draft in drafts for file in draft.files}
    shown |= {f"cards/{one.file}": cards / one.file for of in drawn.of_drafts.values() for one in of}
    new, target = project.root / "build" / "work" / ".desk", project.root / "build" / "desk"
    files.gather({**shown, **made.files}, tree, new)
    files.swap(new, target, keep=True)
    return problems


def _mkdocs(root: Path) -> dict[str, Any]:
    """The root mkdocs.yml as data. Python objects (`!!python/…`) are not made, `!ENV` and the like are left out."""
    path = root / "mkdocs.yml"
    if not path.is_file():
        return {}
    data = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Lenient)  # noqa: S506 - derived from SafeLoader
    return data if isinstance(data, dict) else {}


class _Lenient(yaml.SafeLoader):
    """SafeLoader that passes over tags it does not know."""


_Lenient.add_multi_constructor("!", lambda _loader, _suffix, _node: None)
_Lenient.add_multi_constructor("tag:", lambda _loader, _suffix, _node: None)


def _beside_pages(folder: Path) -> dict[str, bytes]:
    """Files that are no Markdown pages or code: pictures in docs/, templates in overrides/."""
    return {name: content for name, content in files.read_tree(folder).items() if not name.endswith(_NOT_COPIED)}
