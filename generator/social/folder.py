"""Draft files: a person's to edit, so a machine only rewrites what nobody touched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import frontmatter

from generator.content.schema.base import validate
from generator.content.schema.networks import DraftMatter
from generator.content.source import Source, decode, read_markdown
from generator.files import Tree
from generator.problems import Place, Problem, Severity
from generator.social.draft import FOLDER, OPEN_STATES, Draft, draft_id, draft_path, place, text_hash, tidy
from generator.social.ledger import PATH as LEDGER_PATH
from generator.social.ledger import Ledger, Record, ledger, record
from generator.social.moments import format_slot, parse_slot

_PATH = re.compile(r"(?:.*/)?([A-Za-z0-9][A-Za-z0-9_-]*)/([A-Za-z0-9][A-Za-z0-9_-]*)\.([1-9]\d{0,5})\.md", re.ASCII)


def format_draft(draft: Draft) -> str:
    """The file of a draft: what belongs to it in front matter, the post below."""
    matter = {
        "state": draft.state,
        "slot": format_slot(draft.slot),
        "network": draft.network,
        "language": draft.language,
        "format": draft.format,
        "link": draft.link,
        "card": draft.card,
        "image": draft.image,
        "alt": draft.alt,
        "why": draft.why,
        "source": draft.source_hash,
    }
    post = frontmatter.Post(tidy(draft.text))
    post.metadata = {key: value for key, value in matter.items() if value}
    return frontmatter.dumps(post, sort_keys=False, width=1_000_000) + "\n"


def parse_draft(text: str, path: str) -> tuple[Draft | None, list[Problem]]:
    """A draft from its file; channel, entry and turn are the path's (`…/<channel>/<entry>.<n>.md`, else AA311)."""
    named = _PATH.fullmatch(path)
    if not named:
        message = "the name of a draft is <channel>/<entry>.<number>.md"
        return None, [Problem(Place(path), "AA311", message, "rename the file")]
    source, problems = read_markdown(text, path)
    if problems:
        return None, problems
    matter, problems = validate(DraftMatter, source)
    return (None, problems) if matter is None else _draft(matter, source, (named[1], named[2], int(named[3])))


def _draft(matter: DraftMatter, source: Source, name: tuple[str, str, int]) -> tuple[Draft | None, list[Problem]]:
    slot = parse_slot(matter.slot)
    if slot is None:
        hint = "write it like '2026-12-01 09:00 Europe/Zagreb'"
        return None, [Problem(source.place("slot"), "AA312", f"'slot' is no date, time and zone: {matter.slot}", hint)]
    channel, entry, n = name
    return Draft(
        id=draft_id(channel, entry, n),
        channel=channel,
        network=matter.network,
        entry=entry,
        language=matter.language,
        format=matter.format,
        n=n,
        slot=slot,
        text=tidy(source.body),
        link=matter.link,
        alt=matter.alt or "",
        card=matter.card,
        image=matter.image or "",
        state=matter.state,
        source_hash=matter.source,
        why=matter.why or "",
    ), []


def read_drafts(files: Tree) -> tuple[tuple[Draft, ...], list[Problem]]:
    """Every draft of the folder (paths relative to it), by path; broken files are reported and left out."""
    found: list[Draft] = []
    problems: list[Problem] = []
    for path, content in sorted(files.items()):
        if path.endswith(".md"):
            one, more = _read(path, content)
            problems += more
            if one:
                found.append(one)
    return tuple(found), problems


def _read(path: str, content: bytes) -> tuple[Draft | None, list[Problem]]:
    text, problems = decode(content, f"{FOLDER}/{path}")
    if text is None:
        return None, problems
    one, more = parse_draft(text, f"{FOLDER}/{path}")
    return one, problems + more


def write_drafts(
    drafts: Iterable[Draft], files: Tree, records: Ledger
) -> tuple[dict[str, bytes], Ledger, list[Problem]]:
    """The folder of drafts and the ledger after a plan; nothing a person wrote is lost.

    A new draft is written. One whose text and alt text are still the machine's follows its entry; state, slot,
    picture and reason stay, but an approved text that changed goes back to review. One that a person edited stays
    as it is (AA307 if its entry changed meanwhile), as do exported and published ones. A file that somebody
    deleted is not made again (AA308). The ledger keeps the slot as planned: moving a draft frees no slot.
    """
    tree = dict(files)
    known = {one.id: one for one in records}
    problems: list[Problem] = []
    for new in drafts:
        path = draft_path(new.channel, new.entry, new.n)
        before = known.get(new.id)
        if path not in files and before is None:
            _put(tree, known, path, new)
        elif path not in files:
            problems += [_deleted(new)] if before and before.state in OPEN_STATES else []
        else:
            old, more = _read(path, files[path])
            problems += more
            if old:
                problems += _update(tree, known, path, (old, new))
    return tree, ledger(known.values()), problems


def _put(tree: dict[str, bytes], known: dict[str, Record], path: str, draft: Draft) -> None:
    tree[path] = format_draft(draft).encode()
    known[draft.id] = record(draft)


def _update(tree: dict[str, bytes], known: dict[str, Record], path: str, pair: tuple[Draft, Draft]) -> list[Problem]:
    old, new = pair
    before = known.get(old.id)
    if before is None:  # a file without a line: nobody knows whose text it is, so it is a person's
        known[old.id] = replace(record(old), text_hash=text_hash(new), slot=new.slot)
        return []
    known[old.id] = replace(before, state=old.state)
    if old.state not in OPEN_STATES:
        return []
    if text_hash(old) != before.text_hash:
        return [] if old.source_hash == new.source_hash else [_changed(old, new.source_hash)]
    changed = text_hash(new) != text_hash(old)
    state = "review" if changed and old.state == "approved" else old.state
    merged = replace(new, state=state, slot=old.slot, why=old.why, card=old.card, image=new.image or old.image)
    if merged != old:
        tree[path] = format_draft(merged).encode()
    known[old.id] = replace(record(merged), slot=before.slot)
    return [_back_to_review(old)] if state != old.state else []


def _changed(draft: Draft, source: str) -> Problem:
    message = "the entry has changed since this draft was edited by hand; the draft was left as it is"
    hint = f"compare it with the entry, then set 'source: {source}'; or delete the file and its line in {LEDGER_PATH}"
    return Problem(place(draft), "AA307", message, hint, Severity.WARNING)


def _back_to_review(draft: Draft) -> Problem:
    message = "the entry has changed, so this approved draft was written anew and is in review again"
    return Problem(place(draft), "AA309", message, "read it and set 'state: approved'", Severity.WARNING)


def _deleted(draft: Draft) -> Problem:
    message = f"the draft '{draft.id}' was deleted; its slot {format_slot(draft.slot)} stays empty"
    hint = f"delete its line in {LEDGER_PATH} too, and the slot is planned anew"
    return Problem(Place(LEDGER_PATH), "AA308", message, hint, Severity.WARNING)
