"""Split one entry in two, or merge two into one: words move, and every old link finds them where they are now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.content.library import Entry
from generator.content.markup import headings
from generator.content.schema.base import is_id
from generator.links.live import Live
from generator.links.repair import leave_to, no_new_name, renamed, unfit
from generator.links.rewriting import (
    Section,
    body_of,
    demoted,
    free_id,
    heading_renamed,
    own_relinked,
    section,
    without,
)
from generator.links.target import Target
from generator.links.work import Changes, Texts, Work, refused, run
from generator.problems import Problem


def split(  # noqa: PLR0913 - what is cut, and what it becomes
    live: Live, texts: Texts, old: Target, new: Target, anchors: Sequence[str], *, question: str = ""
) -> tuple[Changes, list[Problem]]:
    """Make a new entry of some headings of one; their addresses lead to it.

    The first heading becomes the new entry's question, in every language that has it; `question` says it better in
    the source language.
    """
    wanted = list(dict.fromkeys(anchors))

    def repair(work: Work) -> Iterator[Problem]:
        if fault := _no_split(live, work, old, new, wanted):
            yield refused(fault)
            return
        source = live.library.settings.source
        before = work.read(work.source_file(old))
        for lang, entry in work.written(old).items():
            if isinstance(entry, Entry):
                _cut(work, entry, new.name, wanted, question if lang == source else "")
        for n, anchor in enumerate(_headings_of(body_of(before), wanted)):
            target = Target("entry", new.name, anchor if n else "")
            work.add_moved(work.source_file(old), anchor, str(target))
            work.relink(Target("entry", old.name, anchor), target)

    return run(live.library, texts, repair)


def _no_split(live: Live, work: Work, old: Target, new: Target, wanted: Sequence[str]) -> str:
    if fault := unfit(live, old) or unfit(live, new):
        return fault
    if old.kind != "entry" or old.anchor or not live.exists(old):
        return f"there is no entry '{old}'"
    if new.kind != "entry" or new.anchor or not is_id(new.name) or live.exists(new):
        return f"'{new}' is no free id"
    if fault := no_new_name(live, new, new):
        return fault
    body = body_of(work.read(work.source_file(old)))
    missing = [anchor for anchor in wanted if section(body, anchor) is None]
    if missing or not wanted:
        return f"'{old}' has no heading {', '.join(missing) or 'named'}"
    return ""


def _parts(body: str, anchors: Sequence[str]) -> list[Section]:
    """The sections to cut out, in the wanted order; one that lies inside another goes with it."""
    parts = [part for anchor in anchors if (part := section(body, anchor))]
    return [p for p in parts if not any(o.start <= p.start and p.end <= o.end for o in parts if o is not p)]


def _headings_of(body: str, anchors: Sequence[str]) -> list[str]:
    """Ids of the headings that are cut out, those inside the sections too; the first becomes the question."""
    return list(dict.fromkeys(id_ for part in _parts(body, anchors) for id_, _ in headings(part.whole) if id_))


def _cut(work: Work, entry: Entry, new: str, anchors: Sequence[str], question: str) -> None:
    """One language's words of a split; a translation without these headings gets no new file."""
    parts = _parts(body_of(work.read(entry.path)), anchors)
    if not parts:
        return
    work.change_body(entry.path, lambda body: without(body, parts))
    words = "\n\n".join(part for part in (parts[0].text, *(part.whole for part in parts[1:])) if part)
    lines = [f"question: {json.dumps(question or parts[0].title, ensure_ascii=False)}"]
    if entry.lang == work.library.settings.source and entry.meta.owner:
        lines.append(f"owner: {entry.meta.owner}")
    made = "\n".join(["---", *lines, "---", words, ""])
    work.put(renamed(entry.path, entry.id, new), made)


def merge(live: Live, texts: Texts, old: Target, into: Target) -> tuple[Changes, list[Problem]]:
    """Put one entry's words below another as a section of its own, and lead its addresses there."""

    def repair(work: Work) -> Iterator[Problem]:
        if fault := unfit(live, old) or unfit(live, into):
            yield refused(fault)
            return
        heirs, forebears = work.written(into), work.written(old)
        if not heirs or not forebears or old == into or old.kind != "entry" or into.kind != "entry":
            yield refused(f"'{old}' and '{into}' must be two entries")
            return
        lost = [lang for lang in forebears if lang not in heirs]
        if lost:
            yield refused(f"'{into}' is not translated into {', '.join(lost)}: words of '{old}' would be lost")
            return
        heir = live.library.by_id[into.name].get(live.library.settings.source)
        spoken_for = frozenset(heir.meta.moved if heir else ())
        taken = {*spoken_for, *(id_ for lang in heirs for id_ in live.anchors(into, lang))}
        own = sorted({id_ for lang in forebears for id_ in live.anchors(old, lang)})
        anchor = free_id(old.name if old.name[0].isalpha() else f"q-{old.name}", taken)
        taken.add(anchor)
        renames = {id_: free_id(f"{anchor}-{id_}", {*taken, *own}) for id_ in own if id_ in taken}
        for lang, text in forebears.items():
            if isinstance(text, Entry):
                part = _as_section(text, anchor, body_of(work.read(text.path)), renames)
                work.change_body(heirs[lang].path, partial(_with_part, part=part))
        for id_ in own:
            work.relink(old._replace(anchor=id_), Target("entry", into.name, renames.get(id_, id_)))
        leave_to(work, old, Target("entry", into.name, anchor), {id_: renames.get(id_, id_) for id_ in own})

    return run(live.library, texts, repair)


def _with_part(body: str, part: str) -> str:
    return f"{body.rstrip()}\n\n{part}\n".lstrip("\n")


def _as_section(entry: Entry, anchor: str, body: str, renames: Mapping[str, str]) -> str:
    """A whole entry below a heading; ids that the heir has already get another name."""
    question, short, _ = entry.written
    for id_, new in renames.items():
        body = own_relinked(heading_renamed(body, id_, new), id_, new)
    words = [f"## {question} {{#{anchor}}}", short, demoted(body.strip("\n"))]
    return "\n\n".join(word for word in words if word)
