"""Build what people see: the public site and the desk, each swapped in whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator import files
from generator.build import pictures
from generator.build.pictures import Picture, Wanted
from generator.build.project import Project, read_project
from generator.desk import DeskDraft, desk
from generator.files import Tree
from generator.problems import Problem, has_errors
from generator.site import assemble, engine, hours, pages, theme
from generator.site.shape import CardImage, Shape
from generator.social import Draft, count

Step = Callable[[str], None]


def build(root: Path, today: date, step: Step) -> list[Problem]:
    """Site, cards and desk below `<root>/build/`. Nothing of the last build is touched while an error stands."""
    step("Reading")
    project, problems = read_project(root)
    if project is None or has_errors(problems):
        return problems
    step("Composing cards")
    wanted = pictures.for_pages(project)
    of_drafts = {draft.id: pictures.for_draft(project, draft) for draft in project.drafts}
    wanted += [one for want in of_drafts.values() if want for one in pictures.every_size(project, want)]
    composed, more = pictures.compose(project, wanted)
    problems += more
    if has_errors(problems):
        return problems
    folder = root / "build"
    painted = pictures.paint(composed.values(), folder / "cards", lambda n, of: step(f"Drawing cards {n}/{of}"))
    problems += _site(project, composed, _beside(project, painted, today), folder, step)
    if has_errors(problems):
        return problems
    step("Making the desk")
    problems += _desk(project, {id_: composed.get(want) for id_, want in of_drafts.items() if want}, painted, today)
    pictures.clean(painted, folder / "cards")
    return problems


def _site(
    project: Project, composed: Mapping[Wanted, Picture], beside: Tree, folder: Path, step: Step
) -> list[Problem]:
    cards = {
        (want.entry, want.lang): CardImage(
            file=picture.file, width=picture.layout.width, height=picture.layout.height, alt=picture.alt
        )
        for want, picture in composed.items()
        if (want.size, want.image_format) == pictures.PREVIEW
    }
    look, problems = theme.read(project.root / "faq" / "_data")
    if has_errors(problems):
        return problems
    step("Writing pages")
    trees, more = pages.trees(
        project.library,
        project.addresses,
        cards,
        project.tokens.schemes,
        look,
        project=_mkdocs(project.root),
        assets=_beside_pages(project.root / "docs"),
        overrides=_beside_pages(project.root / "overrides"),
    )
    problems += more
    if has_errors(problems):
        return problems
    step(f"Building {len(trees)} languages")
    work = folder / "work"
    problems += engine.run(trees, work, project.library.settings.engine)
    if has_errors(problems):
        return problems
    step("Putting the site together")
    shape = Shape(library=project.library, addresses=project.addresses, cards=cards)
    assemble.assemble(shape, work, folder / "site", cards={}, extra=beside)
    return problems


def _beside(project: Project, painted: Tree, today: date) -> Tree:
    """What the site has besides its pages: cards, and the opening hours, which alone depend on the day."""
    cards = {f"cards/{file}": content for file, content in painted.items()}
    return cards | ({hours.FILE: hours.hours(project.library, today)} if project.library.settings.hours else {})


def _desk(project: Project, drawn: Mapping[str, Picture | None], painted: Tree, today: date) -> list[Problem]:
    drafts = [_desk_draft(project, draft, drawn.get(draft.id)) for draft in project.drafts]
    tree, problems = desk(project.library, project.addresses, drafts, project.tokens.schemes, today=today)
    shown = {f"cards/{p.file}": painted[p.file] for p in drawn.values() if p}
    new, target = project.root / "build" / ".desk", project.root / "build" / "desk"
    shutil.rmtree(new, ignore_errors=True)
    files.write({**tree, **shown}, new, durable=False)
    files.swap(new, target)
    return problems


def _desk_draft(project: Project, draft: Draft, picture: Picture | None) -> DeskDraft:
    network = project.networks.get(draft.network)
    return DeskDraft(
        id=draft.id,
        channel=draft.channel,
        network=network.label if network else draft.network,
        entry=draft.entry,
        language=draft.language,
        slot=draft.slot,
        text=draft.text,
        length=count(draft.text, network) if network else len(draft.text),
        limit=network.limit if network else 0,
        unit=network.unit if network else "codepoints",
        image=f"cards/{picture.file}" if picture else "",
        alt=draft.alt,
        state=draft.state,
        why=draft.why,
    )


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
    """Files that are no Markdown pages: pictures in docs/, templates in overrides/."""
    return {name: content for name, content in files.read_tree(folder).items() if not name.endswith(".md")}
