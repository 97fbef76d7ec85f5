"""A project's folder read whole: everything the other commands start from."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator import brand, cards, social
from generator.build.published import Published, read_published
from generator.cards import Canvas, Kind, design
from generator.content.data import PACKAGE, read_all, read_one, read_texts
from generator.content.library import Library
from generator.content.load import load
from generator.content.organisation import PostChannel, Settings
from generator.content.schema.cards import CanvasFile, CardFile, DesignFile
from generator.content.schema.exports import ExportFile
from generator.content.schema.formats import OWN, FormatFile
from generator.content.schema.helpdesks import HelpdeskFile
from generator.content.schema.networks import NetworkFile
from generator.content.schema.proof import GlossaryFile, ProofCommon, ProofFile
from generator.content.schema.rules import LanguageRules, PostRules
from generator.content.schema.voice import VoiceFile
from generator.demand import kept
from generator.files import read_tree
from generator.links import Addresses, checks
from generator.links.live import Live
from generator.links.reconcile import losses, owed, removed
from generator.problems import Place, Problem, Severity
from generator.public_holidays import public_holidays
from generator.replies import Wording, read_wordings
from generator.search import Tables, read_tables
from generator.social import Demand, Draft, Ledger, Network, flags

_Value = TypeVar("_Value")

DRAFTS = "faq/_drafts"
LEDGER = "faq/_posts.tsv"
GLOSSARY = "faq/glossary.yml"


@dataclass(frozen=True, kw_only=True)
class Project:
    """A folder's content and the data files that hold for it."""

    root: Path
    library: Library
    addresses: Addresses
    live: Live
    published: Published
    networks: Mapping[str, Network]
    formats: Mapping[str, FormatFile]
    """Kinds of posts, in the order of their turns."""
    exports: Mapping[str, ExportFile]
    helpdesks: Mapping[str, HelpdeskFile]
    card_files: Mapping[str, Kind]
    """Kinds of cards."""
    canvases: Mapping[str, Canvas]
    """Sizes of cards."""
    brand: brand.Brand
    tables: Mapping[str, Tables]
    """What the search knows of each language of the site."""
    wordings: Mapping[str, Wording]
    """What replies are put together from in each language of the site."""
    templates: Mapping[str, str]
    limits: social.Limits
    """What posts are measured by."""
    voices: Mapping[str, VoiceFile]
    """What had better be said otherwise, by language."""
    proof: Mapping[str, ProofFile]
    """How each language is written."""
    proof_common: ProofCommon
    """How all of them are."""
    glossary: GlossaryFile
    """What things are called."""
    draft_files: Mapping[str, bytes]
    drafts: Sequence[Draft]
    ledger: Ledger
    demand: Demand
    """What customers ask for most, and when."""
    asked: kept.Kept | None = None
    """What was kept of a log of questions."""
    flags: Sequence[flags.Flag] = ()
    """What agents flagged."""

    @property
    def kit(self) -> social.Kit:
        """What drafts are made of."""
        return social.Kit(library=self.library, networks=self.networks, formats=self.formats, templates=self.templates)

    @functools.cached_property
    def text_hashes(self) -> Mapping[str, str]:
        """Draft -> the hash of what the machine wrote last, as the ledger has it."""
        return {record.id: record.text_hash for record in self.ledger}

    @functools.cached_property
    def stale(self) -> Mapping[str, tuple[social.Change, ...]]:
        """Draft -> what its entry says otherwise by now."""
        return social.stale(self.drafts, self.draft_files, self.ledger, self.library)

    @property
    def tokens(self) -> cards.Tokens:
        """The brand's colours."""
        return self.brand.tokens


def read_project(root: Path, *, both_scripts: bool = True) -> tuple[Project | None, list[Problem]]:
    """The project, and everything wrong with any of its files; None when faq.yml cannot be used.

    Without `both_scripts` Serbian is left in the script it is written in, which is enough to check it.
    """
    library, problems = load(root, both_scripts=both_scripts)
    if library is None:
        return None, problems
    own = root / "faq" / "_data"

    def taken(found: tuple[_Value, list[Problem]]) -> _Value:
        """What a reader read; its problems join the others."""
        value, more = found
        problems.extend(more)
        return value

    network_files = taken(read_all(NetworkFile, "networks", own))
    format_files = taken(read_all(FormatFile, "formats", own))
    exports = taken(read_all(ExportFile, "exports", own))
    helpdesks = taken(read_all(HelpdeskFile, "helpdesks", own))
    card_files = taken(_card_files(own))
    canvases = taken(read_all(CanvasFile, "canvases", own))
    look = taken(brand.read(root, library))
    tables = taken(read_tables(library.languages, own, library.settings.search.synonyms))
    wordings = taken(read_wordings(library, own))
    draft_files = read_tree(root / DRAFTS)
    drafts = taken(social.read_drafts(draft_files))
    templates = taken(read_texts("templates/posts", own))
    limits = taken(_limits(own))
    voices = taken(read_all(VoiceFile, "voice", own))
    proof = taken(read_all(ProofFile, "proof", own))
    proof_common = taken(_common(own))
    glossary = taken(read_one(GlossaryFile, root / GLOSSARY)) if (root / GLOSSARY).is_file() else None
    ledger_path, flag_path = root / LEDGER, root / flags.PATH
    ledger = taken(social.parse_ledger(ledger_path.read_text(encoding="utf-8") if ledger_path.exists() else ""))
    asked = taken(_asked(root / kept.PATH, library))
    demand = taken(_demand(root / social.demand.PATH, library, asked))
    flagged = taken(flags.parse_flags(flag_path.read_bytes())) if flag_path.is_file() else ()
    addresses = Addresses(base=library.settings.url, source=library.settings.source)
    published = taken(read_published(root))
    project = Project(
        root=root,
        library=library,
        addresses=addresses,
        live=Live(library=library, addresses=addresses),
        published=published,
        networks=social.networks(network_files),
        formats=social.formats(format_files),
        exports=exports,
        helpdesks=helpdesks,
        card_files=card_files,
        canvases={name: design.canvas(file) for name, file in canvases.items()},
        brand=look,
        tables=tables,
        wordings=wordings,
        templates=templates,
        limits=limits,
        voices=voices,
        proof=proof,
        proof_common=proof_common,
        glossary=glossary or GlossaryFile(),
        draft_files=draft_files,
        drafts=drafts,
        ledger=ledger,
        demand=demand,
        asked=asked,
        flags=flagged,
    )
    problems += social.standing(drafts, draft_files, ledger, library)
    problems += social.strange_formats(drafts, project.formats) + _own_words(project)
    return project, problems + _channels(project) + _links(project) + _holidays(library.settings)


def _asked(path: Path, library: Library) -> tuple[kept.Kept | None, list[Problem]]:
    """What is kept of a log of questions; none where nobody kept one."""
    return kept.parse(path.read_bytes(), library) if path.is_file() else (None, [])


def _demand(path: Path, library: Library, asked: kept.Kept | None) -> tuple[Demand, list[Problem]]:
    """How often entries were asked for; how many months the log has, tells what else is kept of it."""
    if not path.is_file():
        return {}, []
    return social.parse_demand(path.read_bytes(), library, covered=asked.months if asked else None)


def _limits(own: Path) -> tuple[social.Limits, list[Problem]]:
    """The package's thresholds of posts, and those of the project in their place."""
    languages, problems = read_all(LanguageRules, "rules", own)
    file = own / "rules.yml" if (own / "rules.yml").is_file() else PACKAGE / "rules.yml"
    common, more = read_one(PostRules, file)
    return social.Limits(common=common or PostRules(), languages=languages), problems + more


def _common(own: Path) -> tuple[ProofCommon, list[Problem]]:
    """The package's list of units and of letters that look alike, or the project's in its place."""
    file = own / "proof.yml" if (own / "proof.yml").is_file() else PACKAGE / "proof.yml"
    common, problems = read_one(ProofCommon, file)
    return common or ProofCommon(), problems


def _card_files(own: Path) -> tuple[dict[str, Kind], list[Problem]]:
    """The kinds of cards, with the styles and parts that they share."""
    kinds, problems = read_all(CardFile, "cards", own)
    file = own / "design.yml" if (own / "design.yml").is_file() else PACKAGE / "design.yml"
    shared, more = read_one(DesignFile, file)
    return (design.whole(kinds, shared) if shared else {}), problems + more


def _links(project: Project) -> list[Problem]:
    """Lost addresses, lines taken out of the lock, former names that cannot be."""
    live, published = project.live, project.published
    found = checks.check(live) + removed(live, published.lock, published.committed)
    return found + losses(live, owed(live, published.lock, published.committed), published.text)


def _channels(project: Project) -> list[Problem]:
    """Channels whose network no data file describes, that ask of it what it has not, or more than it takes well."""
    known = ", ".join(project.networks)
    problems = []
    for channel in project.library.settings.posts:
        network = project.networks.get(channel.network)
        if network is None:
            message = f"no network is called '{channel.network}'"
            problems.append(Problem(channel.place, "AA110", message, f"networks are {known}"))
            continue
        if too_many := social.overfull(channel, network):
            problems.append(_overfull(channel, network, *too_many))
        if channel.polls and network.poll is None:
            hint = "take 'polls: true' from the channel: its quizzes are told in the text"
            problems.append(Problem(channel.place, "AA327", f"{network.label} has no polls", hint, Severity.WARNING))
    return problems


def _overfull(channel: PostChannel, network: Network, limit: str, has: int, takes: int) -> Problem:
    when = "in a week" if limit == "per_week" else "on one day"
    message = f"channel '{channel.id}' has {has} slots {when}, and people who follow {network.label} take {takes} well"
    hint = f"some stay empty; write 'cadence: {{{limit}: {has}}}' into the channel to fill all of them"
    return Problem(channel.place, "AA334", message, hint, Severity.WARNING)


def _own_words(project: Project) -> list[Problem]:
    """Texts of entries for a format that no data file describes."""
    named = {name for form in project.formats.values() for name in form.needs}
    hint = f"formats need {', '.join(sorted(name for name in named if name.startswith(OWN))) or 'no such text'}"
    found = (
        Problem(entry.place("posts", "own", name), "AA110", f"no format needs '{OWN}{name}'", hint)
        for entry in project.library
        for name, _ in entry.posts.own
        if OWN + name not in named
    )
    return list(dict.fromkeys(found))  # Serbian is there in two scripts


def _holidays(settings: Settings) -> list[Problem]:
    """AA128 where nobody knows the holidays of a country or region that faq.yml names."""
    named = [(settings.holidays, settings.holidays_place or Place("faq/faq.yml"))]
    named += [(channel.holidays, channel.place) for channel in settings.posts]
    hint = "write a country like HR or a part of it like DE-BY (ISO 3166), or list the days in 'closed' or 'blocked'"
    return [
        Problem(place, "AA128", f"the public holidays of '{country}' are not known", hint)
        for country, place in named
        if public_holidays(country, ()) is None
    ]
