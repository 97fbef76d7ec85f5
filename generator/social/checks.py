"""What every draft must hold, whoever wrote it: asked when it is planned and again when it is exported."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from generator.files import Tree
from generator.problems import Problem
from generator.social.draft import Draft
from generator.social.network import Network
from generator.social.rules import FIT_RULES, PLAN_RULES, POST_RULES, SLOT_RULES
from generator.social.rules.base import OnNetwork, Plan, Post, World, complain


def check(draft: Draft, network: Network, files: Tree = MappingProxyType({})) -> list[Problem]:
    """AA320 to AA324, and AA302 for an hour that clocks skip or repeat, at the draft's file."""
    return list(complain(FIT_RULES, OnNetwork(draft=draft, network=network), files, draft))


def check_shown(drafts: Iterable[Draft], world: World) -> list[Problem]:
    """What even a calendar asks that only shows drafts: does each fit, and is each alone at its time."""
    asked = tuple(drafts)
    known = [(draft, world.networks[draft.network]) for draft in asked if draft.network in world.networks]
    problems = [problem for draft, network in known for problem in check(draft, network, world.files)]
    return problems + list(complain(SLOT_RULES, _plan(asked, world), world.files))


def check_drafts(drafts: Iterable[Draft], world: World) -> list[Problem]:
    """Every rule over some of the drafts of `world`; those whose network or entry is gone are left to others."""
    asked = tuple(drafts)
    problems = [problem for draft in asked for problem in _check(draft, world)]
    return problems + list(complain(PLAN_RULES, _plan(asked, world), world.files))


def _plan(asked: Iterable[Draft], world: World) -> Plan:
    return Plan(world=world, asked=frozenset(draft.id for draft in asked))


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
    return check(draft, network, world.files) + list(complain(POST_RULES, post, world.files, draft))
