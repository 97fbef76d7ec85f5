"""From imported entries to files of faq/: what is taken, under which id and topic; what people wrote stays."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

import frontmatter

from generator.content.edit import set_key
from generator.content.importers import addresses, dangling, ids, topics
from generator.content.importers.addresses import ById
from generator.content.importers.answers import literal, tidy
from generator.content.importers.clean import clean, one_line
from generator.content.importers.imported import MAX_TEXT, Imported, not_as_it_was, warning
from generator.content.source import decode, read_markdown
from generator.content.translations import of_file
from generator.files import Tree
from generator.problems import Place, Problem
from generator.slug import slug

_NAMED: Final = 20
_MOST: Final = 50
"""Other ways to ask, and tags, of one entry."""
_UNKNOWN_SOURCE: Final = "0" * 12
"""What an outdated translation was made from: some text, but not the present one."""
_MAX_ORDER: Final = 100_000
_WIDTH: Final = 1_000_000
_ENTRY: Final = re.compile(r"([^/_.][^/]*)/([^/.]+)\.([^/.]+)\.md")
_CODE: Final = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-(?:[a-z]{2}|\d{3}))?")


def to_files(
    imported: Iterable[Imported], existing: Mapping[str, bytes], *, languages: frozenset[str], source: str
) -> tuple[Tree, list[Problem]]:
    """The files to write below faq/, and what was changed, kept or left out.

    `existing` holds the files of faq/ by path below it (`delivery/delivery-time.hr.md`); `languages` and `source`
    are those of faq.yml. Importing again gives the same files; one that people changed is not in the tree.
    """
    entries, problems = _in_languages(imported, languages)
    entries, more = _usable(entries)
    problems += more
    by_id, more = _by_id(entries, existing)
    problems += more
    homes = _homes(existing)
    by_id, more = _with_source(by_id, homes, source)
    problems += more
    by_id, more = dangling.settled(addresses.followed(by_id))
    problems += more
    by_id, more = addresses.kept(by_id)
    problems += more
    planned, more = topics.plan(by_id, {folder.lower(): folder for folder in _folders(existing)}, source)
    problems += more
    homes = {id_: homes.get(id_.lower()) or planned[id_].id for id_ in by_id}
    used = {topic.id: topic for id_, topic in planned.items() if homes[id_] == topic.id}
    topic_files, more = topics.written(used.values(), existing, source)
    problems += more
    entry_files, more = _entry_files(by_id, homes, existing, source)
    return dict(sorted({**topic_files, **entry_files}.items())), problems + more


def _in_languages(imported: Iterable[Imported], languages: frozenset[str]) -> tuple[list[Imported], list[Problem]]:
    """Entries with the codes of faq.yml: `hr-HR` and `HR` are `hr`; other languages are listed, once each."""
    imported = list(imported)
    codes = {code.lower(): code for code in languages}
    present = {_lower(entry.lang) for entry in imported}
    known: list[Imported] = []
    unknown: dict[str, list[Imported]] = {}
    for entry in imported:
        code = next((codes[name] for name in _names(_lower(entry.lang), present) if name in codes), None)
        if code:
            known.append(replace(entry, lang=code))
        else:
            unknown.setdefault(clean(entry.lang)[0].strip(), []).append(entry)
    return known, [
        warning(
            rows[0].place,
            "AA606",
            f"not imported: {len(rows)} {'entry' if len(rows) == 1 else 'entries'} in '{lang[:20]}': {_named(rows)}",
            f"faq.yml has only {', '.join(sorted(languages))}; add the language there and import again",
        )
        for lang, rows in unknown.items()
    ]


def _lower(lang: str) -> str:
    return clean(lang)[0].strip().lower().replace("_", "-")


def _names(lang: str, present: Collection[str]) -> Iterator[str]:
    """What a language may be called in faq.yml, the closest first; without its script where the source has only one."""
    yield lang
    found = _CODE.fullmatch(lang)
    if found and found[2]:
        yield f"{found[1]}-{found[2]}"
    others = {name for name in present if name.split("-")[0] == lang.split("-", maxsplit=1)[0]} - {lang}
    if found and (not found[2] or not others):
        yield found[1]


def _named(entries: Iterable[Imported]) -> str:
    """The first few, and how many more."""
    names = [one_line(entry.id or entry.question)[:60] for entry in entries]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _usable(imported: Iterable[Imported]) -> tuple[list[Imported], list[Problem]]:
    """Entries with clean texts; empty and huge ones are left out."""
    entries: list[Imported] = []
    problems: list[Problem] = []
    for row in imported:
        if max(len(row.question), len(row.answer)) > MAX_TEXT:
            message = f"not imported: '{row.question[:60]}' ({row.lang}) has more than {MAX_TEXT} characters"
            problems.append(warning(row.place, "AA603", message, "split it into several questions"))
            continue
        entry, more = _cleaned(row)
        problems += more
        lacking = [part for part, text in (("question", entry.question), ("answer", entry.answer)) if not text]
        if lacking:
            about = f"'{(entry.question or entry.id)[:60]}' ({entry.lang})"
            problems.append(warning(row.place, "AA603", f"not imported: {about} has no {' and no '.join(lacking)}"))
        else:
            entries.append(entry)
    return entries, problems


def _cleaned(entry: Imported) -> tuple[Imported, list[Problem]]:
    """The entry as it will be written: one-line texts, the answer as a body of ours."""
    removed: set[str] = set()

    def text(value: str) -> str:
        value, found = clean(value)
        removed.update(found)
        return value

    question = one_line(text(entry.question))
    body, notes = tidy(text(entry.answer), base=entry.source_url)
    short, more = tidy(text(entry.short))
    also_asked, tags = _texts(map(text, entry.also_asked)), _texts(map(text, entry.tags))
    in_range = entry.order is None or 0 <= entry.order <= _MAX_ORDER
    made = replace(
        entry,
        id=text(entry.id).strip(),
        category=one_line(text(entry.category)),
        category_id=text(entry.category_id).strip(),
        question=question,
        answer=body,
        short=one_line(short),
        also_asked=tuple(asked for asked in also_asked if asked != question)[:_MOST],
        tags=tags[:_MOST],
        order=entry.order if in_range else None,
    )
    about = f"'{(question or made.id)[:60]}' ({made.lang})"
    problems = []
    if removed:
        message = f"invisible characters removed from {about}: {', '.join(sorted(removed))}"
        problems.append(warning(entry.place, "AA608", message))
    problems += not_as_it_was(made, notes + more)
    if max(len(also_asked), len(tags)) > _MOST:
        problems.append(warning(entry.place, "AA602", f"{about}: only the first {_MOST} tags and other questions"))
    if not in_range:
        message = f"{about}: the order {entry.order} is not taken over: not between 0 and {_MAX_ORDER}"
        problems.append(warning(entry.place, "AA602", message))
    return made, problems


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts of a line each, none empty, none twice."""
    return tuple(dict.fromkeys(filter(None, map(one_line, texts))))


def _by_id(entries: list[Imported], existing: Mapping[str, bytes]) -> tuple[ById, list[Problem]]:
    """Entries by the id they get here, which is one for all languages of an id of the source."""
    wanted: dict[str, tuple[str, str]] = {}
    for entry in ids.fill(entries):
        made = slug(entry.id, entry.lang) or slug(entry.question, entry.lang) or "question"
        wanted.setdefault(entry.id, (entry.id, made))
    spelled = {found[2].lower(): found[2] for found in map(_ENTRY.fullmatch, existing) if found}
    given = {old: spelled.get(new.lower(), new) for old, new in ids.assign(wanted).items()}
    by_id: dict[str, dict[str, Imported]] = {}
    problems: list[Problem] = []
    for entry in ids.fill(entries):
        new = given[entry.id]
        if new != entry.id and new not in by_id:
            hint = "links of yours to the old id need the new one; an id must be a file name on every system, once"
            problems.append(warning(entry.place, "AA601", f"the id '{entry.id[:80]}' becomes '{new}'", hint))
        first = by_id.setdefault(new, {}).setdefault(entry.lang, entry)
        if first is not entry:
            message = f"not imported: '{entry.id}' in '{entry.lang}' was there before, at {first.place}"
            problems.append(warning(entry.place, "AA604", message, "keep one of the two, or give one another id"))
    return by_id, problems


def _folders(existing: Mapping[str, bytes]) -> set[str]:
    return {path.partition("/")[0] for path in existing if "/" in path}


def _homes(existing: Mapping[str, bytes]) -> dict[str, str]:
    """Lower-case id of each entry that exists -> its topic's folder, where people may have moved it."""
    found = filter(None, (_ENTRY.fullmatch(path) for path in sorted(existing)))
    return {match[2].lower(): match[1] for match in found if match[1] != "replies"}


def _with_source(by_id: ById, homes: Mapping[str, str], source: str) -> tuple[ById, list[Problem]]:
    """Without translations of nothing: a translation needs its entry in the source language, here or in faq/."""
    kept: dict[str, Mapping[str, Imported]] = {}
    problems: list[Problem] = []
    for id_, rows in by_id.items():
        if source in rows or id_.lower() in homes:
            kept[id_] = rows
            continue
        place = min(row.place for row in rows.values())
        message = f"not imported: '{id_}' is there in {', '.join(sorted(rows))} but not in '{source}'"
        hint = f"translations need the entry in the source language '{source}', under the same id"
        problems.append(warning(place, "AA607", message, hint))
    return kept, problems


def _entry_files(
    by_id: ById, homes: Mapping[str, str], existing: Mapping[str, bytes], source: str
) -> tuple[dict[str, bytes], list[Problem]]:
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for id_, rows in by_id.items():
        source_path = f"{homes[id_]}/{id_}.{source}.md"
        original = _file(rows[source], with_order=True) if source in rows else existing.get(source_path)
        for lang, entry in rows.items():
            path = f"{homes[id_]}/{id_}.{lang}.md"
            content = _file(entry, with_order=lang == source)
            found = existing.get(path)
            if found is None:
                translated = original is not None and lang != source
                files[path] = _made_from(content, original, outdated=entry.outdated) if translated else content
            elif _words(found) == content:
                files[path] = found
            else:
                hint = "compare it with the source; to take the source's text, delete the file and import again"
                problems.append(warning(Place(path), "AA605", "kept: it differs from what would be imported", hint))
    return files, problems


def _file(entry: Imported, *, with_order: bool) -> bytes:
    post = frontmatter.Post(entry.answer)
    post["question"] = literal(entry.question)
    if entry.old_address:
        post["was"] = [entry.old_address]
    if entry.short:
        post["short"] = entry.short
    if entry.also_asked:
        post["also_asked"] = [literal(asked) for asked in entry.also_asked]
    if with_order and entry.tags:
        post["tags"] = [literal(tag) for tag in entry.tags]
    if with_order and entry.order is not None:
        post["order"] = entry.order
    return (frontmatter.dumps(post, sort_keys=False, allow_unicode=True, width=_WIDTH) + "\n").encode()


def _made_from(translation: bytes, original: bytes | None, *, outdated: bool) -> bytes:
    """The file of a translation with a record of the source text that came with it, or that is there.

    One that is outdated was made from another text, which nobody has: `faq status` asks how much has changed.
    """
    if outdated:
        made = set_key(translation.decode(), "source", _UNKNOWN_SOURCE)
        return made.encode() if made else translation
    text, _ = decode(original or b"", "")
    src, problems = read_markdown(text or "", "")
    made = None if problems else set_key(translation.decode(), "source", of_file(src))
    return made.encode() if made else translation


def _words(content: bytes) -> bytes:
    """A file without line ends of Windows and without what `faq status` records in it."""
    text: str | None = content.decode("utf-8", "replace").replace("\r\n", "\n")
    for key in ("source", "edits"):
        text = set_key(text, key, None) if text is not None and f"\n{key}:" in text else text
    return content if text is None else text.encode()
