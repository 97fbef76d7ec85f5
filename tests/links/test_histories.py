"""Whatever happens to an FAQ, every address that was ever published answers with its own answer, in at most one hop.

Each history is a row of events: what editors do to files, with `faq links` where something published goes, and builds
in between. A model beside the files knows which answer each address was published for.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.content import load as loading
from generator.content.data import read_all
from generator.links.addresses import Addresses
from generator.links.former import former
from generator.links.live import Live
from generator.links.lock import Key, Row, format_lock, parse_lock
from generator.links.parting import merge, split
from generator.links.reconcile import losses, owed, reconcile
from generator.links.repair import rename, retire, withdraw
from generator.links.rewriting import in_body, section, without
from generator.links.target import Target, parse_target
from generator.links.work import Changes

HISTORIES = int(os.environ.get("HISTORIES", "150"))
"""The same each time; more where links are worked on: `HISTORIES=500 pytest tests/links/test_histories.py`."""
LANGUAGES = ("en", "hr", "sr")


@dataclass
class World:
    """A content folder in memory, and what the model knows."""

    root: Path
    texts: dict[str, str] = field(default_factory=dict)
    lock: dict[Key, Row] = field(default_factory=dict)
    lock_text: str = ""
    day: date = date(2026, 1, 1)
    fresh: int = 0
    who: dict[str, int] = field(default_factory=dict)
    """`id`, `id#heading` or `topic:id` that is there now -> which answer it is."""
    heir: dict[int, int] = field(default_factory=dict)
    withdrawn: dict[str, int] = field(default_factory=dict)
    archive: dict[str, tuple[dict[str, str], dict[str, int]]] = field(default_factory=dict)
    """Withdrawn id -> its files, and what it was made of: Git's part."""
    owed: dict[Key, int] = field(default_factory=dict)
    """Every address ever published -> the answer it was published for."""
    events: list[str] = field(default_factory=list)

    def new(self, name: str) -> None:
        self.fresh += 1
        self.who[name] = self.fresh

    def final(self, who: int) -> int:
        while who in self.heir:
            who = self.heir[who]
        return who

    def live(self) -> Live:
        for path in [p for p in self.root.rglob("*") if p.is_file()]:
            if path.relative_to(self.root).as_posix() not in self.texts:
                path.unlink()
        for name, text in self.texts.items():
            target = self.root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists() or target.read_text() != text:
                target.write_text(text)
        library, problems = loading.load(self.root)
        assert library is not None
        errors = [str(p) for p in problems if p.severity == "error"]
        assert errors == [], (self.events, errors)
        return Live(library=library, addresses=Addresses(base=library.settings.url, source=library.settings.source))

    def apply(self, done: tuple[Changes, list[Any]], event: str) -> None:
        changes, problems = done
        assert [str(p) for p in problems] == [], (self.events, event)
        for path, text in changes.items():
            if text is None:
                self.texts.pop(path, None)
            else:
                self.texts[path] = text
        self.events.append(event)


def world(root: Path) -> World:
    made = World(root)
    made.texts = {
        "mkdocs.yml": "site_url: https://faq.example.org/\n",
        "faq/faq.yml": f"name: Example\nlanguages: [{', '.join(LANGUAGES)}]\n",
    }
    for topic in ("one", "two"):
        made.texts[f"faq/{topic}/_topic.yml"] = "title: {en: Topic, hr: Tema, sr: Тема}\n"
        made.new(f"topic:{topic}")
    for _ in range(3):
        insert(made, 0)
    return made


def ids(made: World) -> list[str]:
    return sorted(name for name in made.who if "#" not in name and not name.startswith("topic:"))


def topics(made: World) -> list[str]:
    return sorted(name.removeprefix("topic:") for name in made.who if name.startswith("topic:"))


def headings_of(made: World, id_: str) -> list[str]:
    return sorted(name.partition("#")[2] for name in made.who if name.startswith(f"{id_}#"))


def files_of(made: World, id_: str) -> dict[str, str]:
    found = (re.fullmatch(rf"faq/[\w-]+/{id_}\.(\w+)\.md", path) for path in sorted(made.texts))
    return {m[1]: m[0] for m in found if m}


def pick(items: list[str], n: int) -> str:
    return items[n % len(items)]


def insert(made: World, n: int) -> None:
    """A new entry with two headings, in the source language."""
    id_ = f"e{made.fresh}"
    made.new(id_)
    made.new(f"{id_}#a")
    made.new(f"{id_}#h{made.fresh}")
    made.texts[f"faq/{pick(topics(made), n)}/{id_}.en.md"] = (
        f"---\nquestion: Question {id_}?\nshort: Short.\n---\nWords.\n\n## First {{#a}}\n\nIn a.\n\n"
        f"## Second {{#h{made.fresh - 1}}}\n\nIn h.\n"
    )
    made.events.append(f"insert {id_}")


def translate(made: World, n: int) -> None:
    id_ = pick(ids(made), n)
    path = files_of(made, id_)["en"]
    lang = pick([lang for lang in ("hr", "sr") if lang in made.texts["faq/faq.yml"]], n // 7)
    text = re.sub(r"^(owner|aliases|replaces|moved):.*\n", "", made.texts[path], flags=re.MULTILINE)
    made.texts[path.replace(".en.md", f".{lang}.md")] = text
    made.events.append(f"translate {id_} {lang}")


def untranslate(made: World, n: int) -> None:
    id_ = pick(ids(made), n)
    if path := files_of(made, id_).get(pick(["hr", "sr"], n // 7)):
        del made.texts[path]
        made.events.append(f"untranslate {path}")


def retitle(made: World, n: int) -> None:
    path = files_of(made, pick(ids(made), n))["en"]
    made.texts[path] = re.sub(r"^question: .*$", f"question: Reworded {n}?", made.texts[path], flags=re.MULTILINE)
    made.texts[path] = re.sub(r"^(#+) .* (\{#)", rf"\1 Reworded {n} \2", made.texts[path], flags=re.MULTILINE)
    made.events.append(f"retitle {path}")


def reorder(made: World, n: int) -> None:
    path = files_of(made, pick(ids(made), n))["en"]
    front, _, body = made.texts[path].partition("\n---\n")
    first, *rest = re.split(r"^(?=## )", body, flags=re.MULTILINE)
    made.texts[path] = f"{front}\n---\n" + first + "".join(part.rstrip("\n") + "\n\n" for part in reversed(rest))
    made.events.append(f"reorder {path}")


def insert_heading(made: World, n: int) -> None:
    id_ = pick(ids(made), n)
    made.new(f"{id_}#n{made.fresh}")
    for path in files_of(made, id_).values():
        made.texts[path] = made.texts[path].rstrip("\n") + f"\n\n## New {{#n{made.fresh - 1}}}\n\nMore.\n"
    made.events.append(f"insert heading {id_}#n{made.fresh - 1}")


def delete_heading(made: World, n: int) -> None:
    """A section is deleted, and another answers for it."""
    id_ = pick(ids(made), n)
    if not headings_of(made, id_):
        return
    anchor, heir = pick(headings_of(made, id_), n // 3), pick(sorted(made.who), n // 5)
    gone = f"{id_}#{anchor}"
    if heir == gone or heir.startswith("topic:"):
        return
    inside = [name for name in nested(made, id_, anchor) if f"{id_}#{name}" != gone]
    if inside:
        return
    for path in files_of(made, id_).values():
        made.texts[path] = in_body(made.texts[path], lambda body: cut(body, anchor))
    made.apply(retire(made.live(), made.texts, target(gone), target(heir)), f"delete {gone} -> {heir}")
    made.heir[made.who.pop(gone)] = made.who[heir]


def nested(made: World, id_: str, anchor: str) -> list[str]:
    body = made.texts[files_of(made, id_)["en"]]
    found = section(body, anchor)
    return re.findall(r"\{#([\w-]+)\}", found.whole) if found else []


def cut(body: str, anchor: str) -> str:
    found = section(body, anchor)
    return without(body, [found]) if found else body


def target(name: str) -> Target:
    found = parse_target(name)
    assert found
    return found


def rename_entry(made: World, n: int) -> None:
    old, new = pick(ids(made), n), f"r{made.fresh}-{n % 9}"
    made.fresh += 1
    made.apply(rename(made.live(), made.texts, target(old), target(new)), f"rename {old} {new}")
    for name in [name for name in made.who if name == old or name.startswith(f"{old}#")]:
        made.who[new + name.removeprefix(old)] = made.who.pop(name)


def rename_back(made: World, n: int) -> None:
    """An entry takes a former id of its own again."""
    id_ = pick(ids(made), n)
    found = re.search(r"^aliases: \[([\w-]+)[,\]]", made.texts[files_of(made, id_)["en"]], flags=re.MULTILINE)
    if found and "#" not in found[0]:
        made.apply(rename(made.live(), made.texts, target(id_), target(found[1])), f"rename back {id_} {found[1]}")
        for name in [name for name in made.who if name == id_ or name.startswith(f"{id_}#")]:
            made.who[found[1] + name.removeprefix(id_)] = made.who.pop(name)


def rename_heading(made: World, n: int) -> None:
    id_ = pick(ids(made), n)
    if headings_of(made, id_):
        old, new = pick(headings_of(made, id_), n // 3), f"x{made.fresh}"
        made.fresh += 1
        done = rename(made.live(), made.texts, target(f"{id_}#{old}"), target(f"{id_}#{new}"))
        made.apply(done, f"rename {id_}#{old} #{new}")
        made.who[f"{id_}#{new}"] = made.who.pop(f"{id_}#{old}")


def move_topic(made: World, n: int) -> None:
    id_, topic = pick(ids(made), n), pick(topics(made), n // 3)
    for path in files_of(made, id_).values():
        made.texts[f"faq/{topic}/{path.rpartition('/')[2]}"] = made.texts.pop(path)
    made.events.append(f"move {id_} to {topic}")


def new_topic(made: World, _n: int) -> None:
    name = f"t{made.fresh}"
    made.texts[f"faq/{name}/_topic.yml"] = "title: {en: Topic, hr: Tema, sr: Тема}\n"
    made.new(f"topic:{name}")
    made.events.append(f"new topic {name}")


def rename_topic(made: World, n: int) -> None:
    old, new = pick(topics(made), n), f"t{made.fresh}-{n % 9}"
    made.fresh += 1
    done = rename(made.live(), made.texts, target(f"topic:{old}"), target(f"topic:{new}"))
    made.apply(done, f"rename topic {old} {new}")
    made.who[f"topic:{new}"] = made.who.pop(f"topic:{old}")


def retire_topic(made: World, n: int) -> None:
    old, heir = pick(topics(made), n), pick(topics(made), n // 3)
    if old != heir:
        for id_ in [i for i in ids(made) if files_of(made, i)["en"].startswith(f"faq/{old}/")]:
            for path in files_of(made, id_).values():
                made.texts[f"faq/{heir}/{path.rpartition('/')[2]}"] = made.texts.pop(path)
        done = retire(made.live(), made.texts, target(f"topic:{old}"), target(f"topic:{heir}"))
        made.apply(done, f"retire topic {old} -> {heir}")
        made.heir[made.who.pop(f"topic:{old}")] = made.who[f"topic:{heir}"]


def split_entry(made: World, n: int) -> None:
    old = pick(ids(made), n)
    if headings_of(made, old):
        anchor, new = pick(headings_of(made, old), n // 3), f"s{made.fresh}"
        inside = nested(made, old, anchor)
        made.new(new)
        done = split(made.live(), made.texts, target(old), target(new), [anchor])
        made.apply(done, f"split {old}#{anchor} {new}")
        for name in inside:
            who = made.who.pop(f"{old}#{name}")
            if name == anchor:
                made.heir[who] = made.who[new]
            else:
                made.who[f"{new}#{name}"] = who


def merge_entries(made: World, n: int) -> None:
    old, into = pick(ids(made), n), pick(ids(made), n // 3)
    if old == into or set(files_of(made, old)) - set(files_of(made, into)):
        return
    moved = re.findall(
        r"[{ ]([\w-]+): ", made.texts[files_of(made, into)["en"]].partition("moved:")[2].partition("\n")[0]
    )
    taken = {*headings_of(made, into), *moved}
    made.apply(merge(made.live(), made.texts, target(old), target(into)), f"merge {old} {into}")
    made.new(f"{into}#{old}")
    made.heir[made.who.pop(old)] = made.who[f"{into}#{old}"]
    for anchor in [name.partition("#")[2] for name in made.who if name.startswith(f"{old}#")]:
        who = made.who.pop(f"{old}#{anchor}")
        made.who[f"{into}#{old}-{anchor}" if anchor in taken else f"{into}#{anchor}"] = who


def retire_entry(made: World, n: int) -> None:
    old, heir = pick(ids(made), n), pick(ids(made), n // 3)
    if old != heir:
        made.apply(retire(made.live(), made.texts, target(old), target(heir)), f"retire {old} -> {heir}")
        gone(made, old, made.who[heir])


def delete_by_hand(made: World, n: int) -> None:
    """What was published is deleted by hand: the check tells, and `retire` mends it with the files gone."""
    old, heir = pick(ids(made), n), pick(ids(made), n // 3)
    if old == heir:
        return
    publish(made, 0)
    for path in files_of(made, old).values():
        del made.texts[path]
    assert losses(made.live(), made.lock, made.lock_text) != [], (made.events, old)
    made.apply(retire(made.live(), made.texts, target(old), target(heir)), f"delete {old} -> {heir}")
    assert losses(made.live(), made.lock, made.lock_text) == [], (made.events, old)
    gone(made, old, made.who[heir])


def test_what_is_deleted_by_hand_is_told_before_it_is_lost(tmp_path: Path) -> None:
    made = world(tmp_path)
    publish(made, 0)
    old = ids(made)[0]
    for path in files_of(made, old).values():
        del made.texts[path]
    told = [str(problem).split("\n")[0] for problem in losses(made.live(), made.lock, made.lock_text)]
    assert told == [
        f"faq/_links.tsv:5:1: error AA201 the published '{old}' is gone, so /hr/q/{old}/ and 15 more would lead nowhere"
    ]


def gone(made: World, old: str, heir: int) -> None:
    for name in [name for name in made.who if name == old or name.startswith(f"{old}#")]:
        made.heir[made.who.pop(name)] = heir


def withdraw_entry(made: World, n: int) -> None:
    old = pick(ids(made), n)
    if len(ids(made)) > 1:
        who, files = made.who[old], {path: made.texts[path] for path in files_of(made, old).values()}
        made.archive[old] = files, {name: w for name, w in made.who.items() if name.startswith(f"{old}#")}
        done = withdraw(made.live(), made.texts, target(old), "Not any more.", see=None, today="2026-02-01")
        made.apply(done, f"withdraw {old}")
        for name in [name for name in made.who if name.startswith(f"{old}#")]:
            made.heir[made.who.pop(name)] = who
        made.withdrawn[old] = made.who.pop(old)


def bring_back(made: World, n: int) -> None:
    """A withdrawn question comes back under its id."""
    if made.withdrawn:
        id_ = pick(sorted(made.withdrawn), n)
        text = made.texts["faq/withdrawn.yml"]
        kept = re.sub(rf"^  {id_}:\n(?:    .*\n)*", "", text, flags=re.MULTILINE)
        made.texts["faq/withdrawn.yml"] = re.sub(r"^entries:\n\Z", "", kept, flags=re.MULTILINE) or "entries: {}\n"
        made.who[id_] = made.withdrawn.pop(id_)
        files, parts = made.archive.pop(id_)
        topic = pick(topics(made), n)
        for path, text in files.items():
            if path.split(".")[-2] in made.texts["faq/faq.yml"]:
                made.texts[f"faq/{topic}/{path.rpartition('/')[2]}"] = text
        for name, who in parts.items():
            made.who[name] = who
            del made.heir[who]
        made.events.append(f"bring back {id_}")


def drop_language(made: World, _n: int) -> None:
    made.texts["faq/faq.yml"] = "name: Example\nlanguages: [en, sr]\n"
    for path in [path for path in made.texts if path.endswith(".hr.md")]:
        del made.texts[path]
    made.events.append("drop hr")


def add_language(made: World, _n: int) -> None:
    made.texts["faq/faq.yml"] = f"name: Example\nlanguages: [{', '.join(LANGUAGES)}]\n"
    made.events.append("add hr")


def publish(made: World, _n: int) -> None:
    live = made.live()
    assert losses(live, made.lock, made.lock_text) == [], made.events
    made.day += timedelta(days=1)
    made.lock = reconcile(live, owed(live, made.lock, made.lock), made.day)
    made.lock_text = format_lock(made.lock)
    assert parse_lock(made.lock_text) == (made.lock, [])
    made.events.append("publish")
    for key, (_, what) in live.found.items():
        name = str(what)
        if name in made.who:
            who = made.who[name]
            assert made.final(made.owed.setdefault(key, who)) == who, (made.events, key, name)


EVENTS: list[Callable[[World, int], None]] = [
    publish, publish, publish, insert, translate, translate, untranslate, retitle, reorder, insert_heading,
    delete_heading, rename_entry, rename_entry, rename_back, rename_heading, move_topic, new_topic, rename_topic,
    retire_topic, split_entry, merge_entries, retire_entry, delete_by_hand, withdraw_entry, bring_back, drop_language,
    add_language,
]  # fmt: skip


def answers(live: Live, lock: dict[Key, Row], key: Key) -> tuple[Key, int]:
    """Where an address ends, and in how many hops: as a browser goes through stubs, marks and elements."""
    site = former(live, lock)
    return arrive(live, site, key)


def arrive(live: Live, site: Any, key: Key) -> tuple[Key, int]:
    path, anchor = key
    if path in site.stubs:
        stub = site.stubs[path]
        address = stub.anchors[anchor].address if anchor in stub.anchors else stub.to.address
        if anchor and anchor not in stub.anchors:
            address = f"{address.partition('#')[0]}#{anchor}"
        path, _, anchor = address.partition("#")
        mark = site.marks.get(path, {}).get(anchor)
        assert mark is None or mark.address.partition("#")[0] == path, (key, "a second hop")
        assert path not in site.stubs, (key, "a second hop")
        return ((path, mark.address.partition("#")[2]) if mark else (path, anchor)), 1
    mark = site.marks.get(path, {}).get(anchor)
    if mark and key not in live.found:
        path, _, anchor = mark.address.partition("#")
        assert path not in site.stubs, (key, "a second hop")
        assert anchor not in site.marks.get(path, {}) or (path, anchor) in live.found
        return (path, anchor), 1
    return key, 0


def check(made: World) -> None:
    live = made.live()
    lock = reconcile(live, made.lock, made.day)
    site = former(live, lock)
    names = {who: name for name, who in made.who.items()}
    tombs = {who: name for name, who in made.withdrawn.items()}
    for key, who in made.owed.items():
        (path, anchor), _ = arrive(live, site, key)
        final = made.final(who)
        if final in tombs:
            lang = next(code for code in reversed(live.library.languages) if path.startswith(live.addresses.home(code)))
            assert path == live.addresses.entry(tombs[final], lang), (made.events, key, path)
            assert live.is_withdrawn(target(tombs[final]))
            continue
        assert (path, "") in live.found, (made.events, key, path)
        expected = target(names[final])
        served = live.found.get((path, anchor)) or live.found[path, ""]
        assert served[1].whole == expected.whole, (made.events, key, path, anchor, names[final])
        lang = served[0]
        if expected.anchor and expected.anchor in live.anchors(expected, lang) and made.final(who) == who:
            assert served[1] == expected, (made.events, key, path, anchor, names[final])


@pytest.fixture(autouse=True)
def _languages_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading their files takes longer than everything else here."""
    monkeypatch.setattr(loading, "read_all", functools.cache(read_all))


@given(st.lists(st.tuples(st.sampled_from(EVENTS), st.integers(0, 10_000)), min_size=4, max_size=16))
@settings(
    phases=[Phase.generate],  # the events are told; making them fewer would take minutes
    max_examples=HISTORIES, derandomize=True, deadline=None, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
def test_every_address_ever_published_answers_in_at_most_one_hop(
    tmp_path: Path, history: list[tuple[Callable[[World, int], None], int]]
) -> None:
    made = world(tmp_path)
    publish(made, 0)
    for event, n in history:
        event(made, n)
        check(made)
    publish(made, 0)
    check(made)
