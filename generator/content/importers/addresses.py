"""Addresses that entries had at their source: kept where each is of one entry, followed where answers link to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from generator.content.importers.answers import relinked
from generator.content.importers.imported import Imported, warning
from generator.content.markup import headings
from generator.content.old_addresses import has_query, key_of, of_url
from generator.problems import Problem

ById: TypeAlias = Mapping[str, Mapping[str, Imported]]
"""Id -> language -> entry."""

_SEVERAL: Final = "several have the same one"
_NUMBERED: Final = re.compile(r"/hc(?:/[a-z]{2,3}(?:-[a-z0-9]+)*)?/articles/(\d+)(?:-[^/]*)?", re.IGNORECASE)
"""Zendesk knows an article by its number: in any language, with a former title behind it, or with none."""
_UNSAFE: Final = "no page can be made there"
_QUERY: Final = "only a server's own rule answers a query (kept in 'was', see handbook/moving.md)"


def kept(by_id: ById) -> tuple[dict[str, dict[str, Imported]], list[Problem]]:
    """Entries whose `old_address` is theirs alone and can lead on, else empty; what is lost is told (AA611)."""
    found = {(id_, lang): _address(entry) for id_, rows in by_id.items() for lang, entry in rows.items()}
    times = Counter(key_of(address) or address for address in found.values() if address)
    lost: dict[str, list[Imported]] = {}
    made: dict[str, dict[str, Imported]] = {}
    for id_, rows in by_id.items():
        for lang, entry in rows.items():
            address = found[id_, lang]
            key = key_of(address)
            if address and (fault := _fault(address, key, times)):
                lost.setdefault(fault, []).append(entry)
            keep = key is not None and times[key] == 1 and not _is_own(key, id_)
            made.setdefault(id_, {})[lang] = replace(entry, old_address=address if keep else "")
    return made, [_told(fault, entries) for fault, entries in lost.items()]


def _address(entry: Imported) -> str:
    """Path and query; for a part of a page with the fragment, which no server sees."""
    if entry.old_address:
        return entry.old_address
    fragment = entry.source_url.partition("#")[2]
    address = of_url(entry.source_url.partition("#")[0])
    return f"{address}#{fragment}" if address and fragment else address


def _fault(address: str, key: str | None, times: Mapping[str, int]) -> str:
    if "#" in address:
        return "they are parts of one page"
    if key is None:
        return _UNSAFE
    if times[key] > 1:
        return _SEVERAL
    return _QUERY if has_query(key) else ""


def _is_own(key: str, id_: str) -> bool:
    """Whether another FAQ of ours had it: the entry's address is the same here."""
    return re.fullmatch(rf"(?:[^?]*/)?q/{re.escape(id_)}/", key) is not None


def _told(fault: str, entries: list[Imported]) -> Problem:
    address = _address(entries[0])
    many = "1 old address does" if len(entries) == 1 else f"{len(entries)} old addresses do"
    hint = "" if fault == _QUERY else "redirect them where they are served from, or write 'was' into the entry meant"
    return warning(entries[0].place, "AA611", f"{many} not lead on: {fault}, first {address[:120]}", hint)


def followed(by_id: ById) -> dict[str, dict[str, Imported]]:
    """Entries whose links to each other's old addresses are links to entries."""
    owners = _owners(by_id)
    anchors = {
        id_: {found for entry in rows.values() for found, _ in headings(entry.answer) if found}
        for id_, rows in by_id.items()
    }

    ours = _ours(by_id)

    def change(target: str) -> str | None:
        found = ours.fullmatch(target)
        if found and found["id"] in by_id:
            return f"entry:{found['id']}{found['anchor'] or ''}"
        for name, fragment in _names(target):
            if id_ := owners.get(name):
                return f"entry:{id_}#{fragment}" if fragment in anchors[id_] else f"entry:{id_}"
        return None

    return {
        id_: {lang: replace(entry, answer=relinked(entry.answer, change)) for lang, entry in rows.items()}
        for id_, rows in by_id.items()
    }


def _ours(by_id: ById) -> re.Pattern[str]:
    """Addresses of entries of another FAQ of ours, also in languages that an entry is not written in.

    Where the source tells no address, as helpdesks' exports do not, an address of ours with an entry's id is meant.
    """
    urls = (
        entry.source_url[: -len(f"q/{id_}/")]
        for id_, rows in by_id.items()
        for entry in rows.values()
        if entry.source_url.endswith(f"/q/{id_}/")
    )
    base = min(urls, key=len, default="")
    return of_entries(re.escape(base) if base else r"https?://[^/?#]+/(?:[^?#]+/)??")


def of_entries(site: str) -> re.Pattern[str]:
    """The permanent addresses of entries, in every language, below a site that an expression stands for."""
    return re.compile(rf"{site}(?:[a-z]{{2,3}}(?:-[A-Z][a-z]{{3}})?/)?q/(?P<id>[^/#]+)/(?P<anchor>#.*)?")


def _owners(by_id: ById) -> dict[str, str]:
    """Address -> id, of addresses that are one entry's (in all languages together)."""
    owners: dict[str, set[str]] = {}
    for id_, rows in by_id.items():
        for entry in rows.values():
            for address in {entry.source_url, entry.old_address} - {""}:
                if name := _name(address):
                    owners.setdefault(name, set()).add(id_)
    return {name: min(ids) for name, ids in owners.items() if len(ids) == 1}


def _names(target: str) -> Iterable[tuple[str, str]]:
    """What an address may be known as: itself, then the page it is a part of."""
    page, mark, fragment = target.partition("#")
    candidates: Iterator[tuple[str, str]] = iter(((target, ""), (page, fragment)) if mark else ((page, ""),))
    return ((name, part) for address, part in candidates if (name := _name(address)))


def _name(address: str) -> str:
    """An address without scheme and what servers do not tell apart; empty for what is none of a page."""
    if not address.startswith(("https://", "http://", "/")) or address.startswith("//"):
        return ""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    path = _NUMBERED.sub(r"/hc/articles/\1", parts.path.rstrip("/"))
    if not path and not parts.query and not parts.fragment:
        return ""
    return f"{host}{path}?{parts.query}#{parts.fragment}"
