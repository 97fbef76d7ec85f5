"""A draft as the generator makes it, and what the rules say of it after somebody changed it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from generator.build.project import _limits
from generator.content.data import PACKAGE
from generator.content.library import Entry, Library
from generator.problems import Problem
from generator.social import Draft, Limits, check_drafts
from generator.social import World as Rules

if TYPE_CHECKING:
    from tests.social.conftest import World

Said = set[tuple[str, str]]


@dataclass(frozen=True)
class Judge:
    """Asks all rules of drafts of one entry."""

    world: World
    entry: Entry
    limits: Limits
    library: Library

    def draft(self, network: str = "x", **changes: Any) -> Draft:
        """As the generator writes it; `{link}` in a changed text is the draft's link."""
        made = self.world.write(self.entry, network)
        return replace(
            made, **{k: v.replace("{link}", made.link) if isinstance(v, str) else v for k, v in changes.items()}
        )

    def rules(self, drafts: Iterable[Draft] = (), **changes: Any) -> Rules:
        return Rules(
            library=self.library,
            networks=self.world.nets,
            limits=self.limits,
            templates=self.world.templates,
            drafts=tuple(drafts),
            **changes,
        )

    def problems(self, draft: Draft, *others: Draft, api: bool = False) -> list[Problem]:
        return check_drafts([draft], self.rules([draft, *others], api=api))

    def said(self, draft: Draft, *others: Draft, **about: Any) -> Said:
        """Code and severity of every problem."""
        return {(problem.code, problem.severity.value) for problem in self.problems(draft, *others, **about)}

    def of_text(self, text: str, network: str = "x", **changes: Any) -> Said:
        """The same of a draft with another text."""
        return self.said(self.draft(network, text=text, **changes))


@pytest.fixture(scope="session")
def limits() -> Limits:
    found, problems = _limits(PACKAGE / "nowhere")
    assert problems == []
    return found


@pytest.fixture
def judge(world: World, limits: Limits) -> Callable[..., Judge]:
    """Make a judge for an entry; settings of the organisation may be given."""

    def make(entry: Entry, **settings: Any) -> Judge:
        library = world.library([entry])
        library = replace(library, settings=replace(library.settings, **settings)) if settings else library
        return Judge(world, entry, limits, library)

    return make
