"""What every draft must hold, whoever wrote it: asked when it is planned and again when it is exported."""

from __future__ import annotations

from collections.abc import Iterable

from generator.problems import Problem
from generator.social.draft import Draft
from generator.social.network import Network
from generator.social.rules import FIT_RULES, PLAN_RULES, POST_RULES
from generator.social.rules.base import OnNetwork, Plan, Post, World, complain


def check(draft: Draft, network: Network) -> list[Problem]:
    """AA320 to AA324, and AA302 for an hour that clocks skip or repeat, at the draft's file."""
    return list(complain(FIT_RULES, OnNetwork(draft=draft, network=network), draft))


def check_drafts(drafts: Iterable[Draft], world: World) -> list[Problem]:
    """Every rule over some of the drafts of `world`; those whose network or entry is gone are left to others."""
    asked = tuple(drafts)
    problems = [problem for draft in asked for problem in _check(draft, world)]
    plan = Plan(world=world, asked=frozenset(draft.id for draft in asked))
    return problems + list(complain(PLAN_RULES, plan))


def _check(draft: Draft, world: World) -> list[Problem]:
    network, entry = world.networks.get(draft.network), world.library.by_id.get(draft.entry, {}).get(draft.language)
    if network is None or entry is None:
        return []
    post = Post(
        draft=draft,
        network=network,
        entry=entry,
        language=world.library.languages[draft.language],
        limits=world.by_language[draft.language],
        world=world,
    )
    return check(draft, network) + list(complain(POST_RULES, post, draft))
