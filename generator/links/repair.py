"""Rename and retire what was published: as changes to authors' files, so that every old link leads on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.content.library import BUILT_PAGES, Library
from generator.content.schema.base import is_id
from generator.links import withdrawing
from generator.links.live import Live
from generator.links.rewriting import UneditableError, flow_list, heading_renamed, own_relinked
from generator.links.target import Target, name_of
from generator.links.work import FAQ, Changes, Texts, Work, refused, run
from generator.problems import Problem


def rename(live: Live, texts: Texts, old: Target, new: Target) -> tuple[Changes, list[Problem]]:
    """Give an entry, topic, page or heading another id; the old one leads there."""

    def repair(work: Work) -> Iterator[Problem]:
        if old.kind != new.kind or bool(old.anchor) != bool(new.anchor) or (old.anchor and old.name != new.name):
            yield refused(f"'{old}' cannot become '{new}': both must be of one kind")
        elif fault := unfit(live, old) or unfit(live, new):
            yield refused(fault)
        elif is_there(live, new) and not is_there(live, old):
            yield from _renamed_by_hand(live, work, old, new)
        elif not is_there(live, old):
            yield refused(f"there is no '{old}'")
        elif fault := _taken(live, new, old):
            yield refused(fault)
        else:
            _RENAMES["heading" if old.anchor else old.kind](work, old, new)
            work.relink(old, new)

    return run(live.library, texts, repair)


def unfit(live: Live, target: Target) -> str:
    """Why no repair can touch something: what we cannot read would be left behind or written over."""
    if name_of(target) in live.library.unreadable:
        return f"a file of '{target.whole}' cannot be read: mend it first, 'faq check' says where"
    if target.kind == "page" and target.name in BUILT_PAGES and not target.anchor:
        return f"'{target}' is always there: it cannot be renamed or deleted"
    return ""


def _renamed_by_hand(live: Live, work: Work, old: Target, new: Target) -> Iterator[Problem]:
    """Files or a heading that have the new id already: only the old one has to be written down."""
    heir = live.resolve(old) if old.anchor else live.heirs.get(old)
    if old.anchor and not live.exists(old):
        yield refused(f"there is no '{old.whole}'")
    elif live.is_withdrawn(old.whole):
        yield refused(f"'{old}' was withdrawn: delete its record in {withdrawing.PATH} first")
    elif heir and heir != new:
        yield refused(f"'{old}' is a former id of '{heir}'")
    else:
        if old.anchor:
            work.add_moved(work.source_file(old), old.anchor, f"#{new.anchor}")
        else:
            work.add_names(work.source_file(new), "aliases", [old.name], new.name)
            _rename_at_home(work, old, new)
        work.relink(old, new)


def _twin(live: Live, target: Target) -> Target | None:
    """Something that is called the same but for capitals."""
    names = {"entry": live.library.by_id, "topic": live.library.topics, "page": live.library.pages}[target.kind]
    found = [name for name in names if name.lower() == target.name.lower() and name != target.name]
    return Target(target.kind, found[0]) if found else None


def is_there(live: Live, target: Target) -> bool:
    """Whether something is there now, its heading too where one is named."""
    return live.exists(target) and (not target.anchor or live.has_heading(target))


def _taken(live: Live, new: Target, old: Target) -> str:
    """Why nothing can be called so."""
    if is_there(live, new):
        return f"'{new}' exists already"
    if not is_id(new.anchor or new.name) or (new.anchor and not new.anchor[0].isalpha()):
        return f"'{new.anchor or new.name}' cannot be an id"
    return "" if new.anchor else no_new_name(live, new, old)


def no_new_name(live: Live, new: Target, old: Target) -> str:
    """Why a name that nothing has cannot be given, be it to what was called `old`."""
    if new == Target("topic", "replies"):
        return "faq/replies/ is for service replies"
    if twin := _twin(live, new):
        return f"'{new}' and '{twin}' differ only in capitals, and would be one address on some disks"
    if live.is_withdrawn(new):
        return f"'{new}' was withdrawn: whoever kept its link must not find another answer"
    if live.heirs.get(new, old).whole != old:
        return f"'{new}' is a former id of '{live.heirs[new]}': whoever kept its link must not find another answer"
    return ""


def _rename_entry(work: Work, old: Target, new: Target) -> None:
    source = work.library.settings.source
    for lang, entry in work.written(old).items():
        path = renamed(entry.path, old.name, new.name)
        work.move(entry.path, path)
        if lang == source:
            work.add_names(path, "aliases", [old.name], new.name)
    _rename_at_home(work, old, new)


def _rename_at_home(work: Work, old: Target, new: Target) -> None:
    home = work.library.settings.home
    if old.kind == "entry" and old.name in home:
        work.set(FAQ, "home", flow_list(new.name if id_ == old.name else id_ for id_ in home))


def renamed(path: str, old: str, new: str) -> str:
    """`faq/delivery/old.hr.md` -> `faq/delivery/new.hr.md`."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{new}{name.removeprefix(old)}"


def _rename_topic(work: Work, old: Target, new: Target) -> None:
    before, after = f"faq/{old.name}/", f"faq/{new.name}/"
    for path in [p for p in work.paths() if p.startswith(before)]:
        work.move(path, after + path.removeprefix(before))
    work.add_names(f"{after}_topic.yml", "aliases", [old.name], new.name)


def _rename_page(work: Work, old: Target, new: Target) -> None:
    for lang, page in work.written(old).items():
        path = renamed(page.path, old.name, new.name)
        work.move(page.path, path)
        if lang == work.library.settings.source:
            work.add_names(path, "aliases", [old.name], new.name)


def _rename_heading(work: Work, old: Target, new: Target) -> None:
    def change(body: str) -> str:
        return own_relinked(heading_renamed(body, old.anchor, new.anchor), old.anchor, new.anchor)

    for text in work.written(old).values():
        work.change_body(text.path, change)
    work.add_moved(work.source_file(old), old.anchor, f"#{new.anchor}")


_RENAMES: Mapping[str, Callable[[Work, Target, Target], None]] = {
    "entry": _rename_entry,
    "topic": _rename_topic,
    "page": _rename_page,
    "heading": _rename_heading,
}


def retire(live: Live, texts: Texts, old: Target, heir: Target) -> tuple[Changes, list[Problem]]:
    """Delete something whose question another answers now; its files may be gone already."""

    def repair(work: Work) -> Iterator[Problem]:
        if fault := unfit(live, old) or _no_heir(live, old, heir):
            yield refused(fault)
        elif old.anchor:
            own = heir.whole == old.whole and heir.anchor
            work.add_moved(work.source_file(old), old.anchor, f"#{heir.anchor}" if own else str(heir))
            work.relink(old, heir)
        else:
            leave_to(work, old, heir)

    return run(live.library, texts, repair)


def _no_heir(live: Live, old: Target, heir: Target) -> str:
    """Why one cannot inherit from the other."""
    if heir == old or (heir.whole == old and not old.anchor):
        return f"'{old}' cannot be its own heir"
    if not is_there(live, heir):
        return f"there is no '{heir}'"
    if old.anchor:
        still = is_there(live, old)
        return f"the heading '{old}' is still there: delete it first, or rename it" if still else _nobody(live, old)
    if old.kind != heir.kind or (heir.anchor and heir.kind != "entry"):
        return f"'{heir}' cannot inherit from '{old}'"
    return still_used(live.library, old)


def _nobody(live: Live, old: Target) -> str:
    return "" if live.exists(old) else f"there is no '{old.whole}'"


def still_used(library: Library, old: Target) -> str:
    """Why something cannot be deleted."""
    if old.kind == "topic" and library.by_topic.get(old.name):
        return f"the topic '{old.name}' still has entries: move their files to another folder first"
    return ""


def leave_to(work: Work, old: Target, heir: Target, headings: Mapping[str, str] | None = None) -> None:
    """Delete one thing; its addresses and those of its forebears lead to another.

    `headings`, where its words are kept: id of each of its headings -> its id among the heir's words.
    """
    file = _file_at_hand(work, old)
    aliases, replaced = [old.name, *_bare(work.names(file, "aliases"))], work.names(file, "replaces")
    moves = work.moves(file)
    delete(work, old)
    path, section = work.source_file(heir), f"#{heir.anchor}" if heir.anchor else ""
    kept = [] if headings is None else aliases
    gone = [*(aliases if headings is None else ()), *_bare(replaced)]
    work.add_names(path, "aliases", [f"{name}{section}" for name in kept], heir.name)
    work.add_names(path, "replaces", [f"{name}{section}" for name in gone], heir.name)
    there = headings or {}
    renamed_there = {anchor: f"#{anchor}" for anchor, new in there.items() if anchor != new}
    for anchor, where in {**moves, **renamed_there}.items():
        own = there.get(where[1:]) if where.startswith("#") else None
        if own or not where.startswith("#"):
            # A forebear that had a heading of that id itself says where its own words are.
            followers = [key for name in aliases if (key := f"{name}#{anchor}") not in moves]
            for key in [anchor] if "#" in anchor else followers:
                work.add_moved(path, key, f"#{own}" if own else where)
    work.relink(old, heir, headings_kept=False)


def _file_at_hand(work: Work, old: Target) -> str:
    """The file that says what holds for all languages; empty where it is gone already."""
    known = old.kind == "topic" or work.library.settings.source in work.written(old)
    return work.source_file(old) if known else ""


def _bare(names: Iterable[str]) -> list[str]:
    """`old#heading` -> `old`."""
    return [name.partition("#")[0] for name in names]


def delete(work: Work, old: Target) -> None:
    """Delete every file of an entry, page or empty topic."""
    if old.kind == "topic":
        work.delete(work.source_file(old))
    for text in work.written(old).values():
        work.delete(text.path)
    home = work.library.settings.home
    if old.kind == "entry" and old.name in home:
        work.set(FAQ, "home", flow_list(id_ for id_ in home if id_ != old.name))


def withdraw(  # noqa: PLR0913 - what a record says
    live: Live, texts: Texts, old: Target, why: str, *, see: Target | None, today: str
) -> tuple[Changes, list[Problem]]:
    """Delete something that nothing else answers; its address says so, and why. Its files may be gone already."""

    def repair(work: Work) -> Iterator[Problem]:
        library = live.library
        if old.anchor:
            yield refused("a heading cannot be withdrawn: name with --heir what answers instead, at least its entry")
        elif fault := unfit(live, old) or still_used(library, old) or _no_withdrawal(live, old, see):
            yield refused(fault)
        else:
            file = _file_at_hand(work, old)
            names = {key: _bare(work.names(file, key)) for key in ("aliases", "replaces")}
            moves = work.moves(file).items()  # those within are gone; a forebear's must not be taken for its heir's own
            moved = {anchor: where for anchor, where in moves if "#" in anchor or not where.startswith("#")}
            reason = {library.settings.source: why}
            parts = {"why": reason, "question": _titles(work, old), "see": str(see or "")}
            delete(work, old)
            text = work.read(withdrawing.PATH) if work.has(withdrawing.PATH) else ""
            lines = withdrawing.record(today, {**parts, **names, "moved": moved})
            made = withdrawing.added(text, old, lines)
            if made is None:
                raise UneditableError(withdrawing.PATH)
            work.put(withdrawing.PATH, made)

    return run(live.library, texts, repair)


def _no_withdrawal(live: Live, old: Target, see: Target | None) -> str:
    if (old.kind, old.name) in live.library.withdrawn:
        return f"'{old}' is withdrawn already"
    if see and (not is_there(live, see) or see.whole == old):
        return f"there is no '{see}'"
    return ""


def _titles(work: Work, old: Target) -> dict[str, str]:
    """What it was called, by language."""
    if old.kind == "topic":
        topic = work.library.topics.get(old.name)
        return dict(topic.titles) if topic else {}
    by_name = work.library.by_id if old.kind == "entry" else {}
    found = {lang: entry.question for lang, entry in by_name.get(old.name, {}).items()}
    found |= {lang: page.title for lang, page in work.library.pages.get(old.name, {}).items() if old.kind == "page"}
    return {lang: title for lang, title in found.items() if lang in work.library.settings.languages}
