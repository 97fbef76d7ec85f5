"""Build what people see: the public site and the desk, each swapped in whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator import files, memo
from generator.build import pictures
from generator.build.pictures import Picture, Wanted
from generator.build.project import Project, read_project
from generator.desk import DeskDraft, desk
from generator.files import Tree
from generator.problems import Problem, has_errors
from generator.site import assemble, engine, pages, theme
from generator.site.extras import extras
from generator.site.shape import CardImage, Shape
from generator.social import Draft, count

Step = Callable[[str], None]
READ = ("faq", "docs", "overrides", "mkdocs.yml")
"""Everything of a project that a build depends on."""
_NOT_COPIED = (".md", ".py", ".pyc")


def build(root: Path, today: date, step: Step, explain: Step = lambda _text: None) -> list[Problem]:
    """Site, cards and desk below `<root>/build/`. Nothing of the last build is touched while an error stands.

    What did not change since the last build is not made again; `explain` is told what was and why.
    """
    step("Reading")
    folder = root / "build"
    memo.load(folder / "work" / "memo")
    project, problems = read_project(root)
    if project is None or has_errors(problems):
        return problems
    step("Composing cards")
    wanted = pictures.for_pages(project)
    of_drafts = {draft.id: pictures.for_draft(project, draft) for draft in project.drafts}
    wanted += [one for want in of_drafts.values() if want for one in pictures.every_size(project, want)]
    composed, more = pictures.compose(project, wanted, pictures.recall(folder / "cards"))
    problems += more
    if has_errors(problems):
        return problems
    painted = pictures.paint(composed.values(), folder / "cards", lambda n, of: step(f"Drawing cards {n}/{of}"))
    problems += _site(project, composed, painted, folder, step, explain)
    if has_errors(problems):
        return problems
    step("Making the desk")
    problems += _desk(project, {id_: composed.get(want) for id_, want in of_drafts.items() if want}, painted, today)
    pictures.remember(composed.values(), folder / "cards")
    memo.save(folder / "work" / "memo")
    return problems


def _site(  # noqa: PLR0913, PLR0917 - what a site is made of, and who is told
    project: Project,
    composed: Mapping[Wanted, Picture],
    painted: Mapping[str, Path],
    folder: Path,
    step: Step,
    explain: Step,
) -> list[Problem]:
    cards = previews(composed)
    step("Writing pages")
    trees, problems = site_trees(project, cards)
    if has_errors(problems):
        return problems
    step(f"Building {len(trees)} languages")
    work = folder / "work"
    problems += engine.run(trees, work, project.library.settings.engine, explain)
    if has_errors(problems):
        return problems
    step("Putting the site together")
    shape = Shape(library=project.library, addresses=project.addresses, cards=cards)
    published = {f"cards/{file}": path for file, path in painted.items()}
    assemble.assemble(shape, work, folder / "site", cards=published, extra=extras(shape))
    return problems


def previews(composed: Mapping[Wanted, Picture]) -> dict[tuple[str, str], CardImage]:
    """(Entry, language) -> the card that previews show beside a link to it."""
    return {
        (want.entry, want.lang): CardImage(
            file=picture.file, width=picture.width, height=picture.height, alt=picture.alt
        )
        for want, picture in composed.items()
        if (want.size, want.image_format) == pictures.PREVIEW
    }


def site_trees(project: Project, cards: Mapping[tuple[str, str], CardImage]) -> tuple[dict[str, Tree], list[Problem]]:
    """The docs tree of each language, with the project's own look. Reads, writes nothing."""
    look, problems = theme.read(project.root / "faq" / "_data")
    if has_errors(problems):
        return {}, problems
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
    return trees, problems + more


def _desk(
    project: Project, drawn: Mapping[str, Picture | None], painted: Mapping[str, Path], today: date
) -> list[Problem]:
    drafts = [_desk_draft(project, draft, drawn.get(draft.id)) for draft in project.drafts]
    tree, problems = desk(project.library, project.addresses, drafts, project.tokens.schemes, today=today)
    shown = {f"cards/{p.file}": painted[p.file] for p in drawn.values() if p}
    new, target = project.root / "build" / "work" / ".desk", project.root / "build" / "desk"
    files.gather(shown, tree, new)
    files.swap(new, target, keep=True)
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
    """Files that are no Markdown pages or code: pictures in docs/, templates in overrides/."""
    return {name: content for name, content in files.read_tree(folder).items() if not name.endswith(_NOT_COPIED)}
