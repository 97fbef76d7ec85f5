import dataclasses
import json
import posixpath
import re
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Protocol

import pytest

from generator import files
from generator.content.library import Library
from generator.files import Tree, read_tree
from generator.problems import Problem
from generator.site.assemble import OverwriteError, assemble
from generator.site.document import document
from generator.site.engine import run
from generator.site.extras import extras
from generator.site.shape import Shape

Make = Callable[..., tuple[dict[str, Tree], list[Problem]]]


class Fake(Protocol):
    """The engine of tests/conftest.py."""

    given: dict[str, list[str]]


@pytest.fixture(scope="module")
def built(shape: Shape, make: Make, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    made, _ = make(shape)
    assert run(made, folder / "pages", "mkdocs") == []
    (folder / "card.png").write_bytes(b"PNG")
    assemble(
        shape, folder / "pages", folder / "site", cards={"cards/time-hr.png": folder / "card.png"}, extra=extras(shape)
    )
    return folder


@pytest.fixture(scope="module")
def site(built: Path) -> dict[str, bytes]:
    return read_tree(built / "site")


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.title = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] == "title" and not self.title:
            self.title = data


def tags(content: bytes) -> _Tags:
    return _Tags(content.decode())


def test_addresses_are_those_promised(site: dict[str, bytes]) -> None:
    assert {
        "index.html",
        "q/time/index.html",
        "hr/q/time/index.html",
        "sr-Latn/t/delivery/index.html",
        "404.html",
    } <= set(site)
    assert {"robots.txt", "sitemap.xml", "cards/time-hr.png"} <= set(site)


def test_every_page_says_its_language(site: dict[str, bytes]) -> None:
    for name, content in site.items():
        if name.endswith(".html"):
            first = name.split("/")[0]
            expected = first if first in {"hr", "sr", "sr-Latn"} else "en"
            assert f'<html lang="{expected}"'.encode() in content, name


def test_no_page_asks_another_host(site: dict[str, bytes]) -> None:
    for name, content in site.items():
        if not name.endswith(".html"):
            continue
        for tag, attributes in tags(content).found:
            if tag == "a" or attributes.get("rel") in {"canonical", "alternate "}:
                continue
            for key in ("src", "href"):
                assert not re.match(r"(https?:)?//", attributes.get(key) or ""), (name, tag, attributes)


def test_a_hostile_entry_stays_text_everywhere(site: dict[str, bytes], hostile: str) -> None:
    for name in ("q/attack/index.html", "t/returns/index.html", "index.html", "404.html"):
        content = site[name].decode()
        assert "<script>alert" not in content, name
        assert "49 ---" not in content, name
        assert "{{ 7*7 }}" in content, name
    page = tags(site["q/attack/index.html"])
    assert page.title == f"{hostile} – Zrno"
    metas = {a.get("property") or a.get("name"): a.get("content") for tag, a in page.found if tag == "meta"}
    assert metas["description"] == metas["og:description"] == metas["og:title"] == hostile


def test_nothing_of_the_themes_search_is_published(site: dict[str, bytes]) -> None:
    """It has no Slovenian, and pages that are carried over would be missing."""
    assert [name for name in site if re.search(r"lunr|/workers/|search_index|search\.json", name)] == []
    for name, content in site.items():
        if name.endswith(".html"):
            assert b'data-md-component="search"' not in content, name
            assert b'name="search"' not in content, name


def test_machines_find_the_question_and_the_whole_answer(site: dict[str, bytes], hostile: str) -> None:
    (text,) = re.findall(rb'<script type="application/ld\+json">(.*?)</script>', site["q/attack/index.html"])
    question = json.loads(text)["mainEntity"][0]
    assert question["name"] == hostile
    assert question["acceptedAnswer"]["text"].startswith(hostile)


def test_previews_show_the_card(site: dict[str, bytes]) -> None:
    metas = {
        a.get("property"): a.get("content") for tag, a in tags(site["hr/q/time/index.html"]).found if tag == "meta"
    }
    assert metas["og:image"] == "https://faq.example.org/help/cards/time-hr.png"
    assert (metas["og:image:width"], metas["og:image:height"]) == ("1200", "630")
    assert metas["og:image:alt"] == 'Pitanje "Koliko?"'


def test_search_engines_are_told_real_translations_only(site: dict[str, bytes]) -> None:
    def alternates(name: str) -> list[tuple[str | None, str | None]]:
        return [(a["hreflang"], a["href"]) for _, a in tags(site[name]).found if "hreflang" in a and a.get("rel")]

    base = "https://faq.example.org/help/"
    assert alternates("hr/q/time/index.html") == [
        ("en", f"{base}q/time/"),
        ("x-default", f"{base}q/time/"),
        ("hr", f"{base}hr/q/time/"),
        ("sr", f"{base}sr/q/time/"),
        ("sr-Latn", f"{base}sr-Latn/q/time/"),
    ]
    assert alternates("q/cost/index.html") == []


def test_every_link_and_file_of_every_page_exists(site: dict[str, bytes]) -> None:
    for name, content in site.items():
        if not name.endswith(".html") or name.endswith("404.html"):
            continue
        for tag, attributes in tags(content).found:
            for key in ("href", "src"):
                target = (attributes.get(key) or "").partition("#")[0].partition("?")[0]
                if target and not re.match(r"\w+:", target) and (tag, attributes.get("rel")) != ("link", "canonical"):
                    assert _resolve(name, target) in site, (name, target)


def _resolve(page: str, target: str) -> str:
    parts = page.split("/")[:-1]
    for step in target.split("/"):
        parts = parts[:-1] if step == ".." else parts if step in {".", ""} else [*parts, step]
    return "/".join([*parts, "index.html"] if target.endswith(("/", ".")) else parts)


def test_the_page_for_missing_pages_works_from_any_address(site: dict[str, bytes]) -> None:
    for name in ("404.html", "hr/404.html"):
        links = [a["href"] or "" for tag, a in tags(site[name]).found if tag == "a" and "href" in a]
        links = [link for link in links if not link.startswith("mailto:")]
        targets = {posixpath.normpath(link) + "/" for link in links if not link.startswith("#")}
        assert {
            "/help/",
            "/help/hr/",
            "/help/sr-Latn/",
            "/help/t/delivery/".replace("/t/", f"/{name[:-8]}t/"),
        } <= targets
        for target in targets:
            assert f"{target.removeprefix('/help/')}index.html" in site, (name, target)


def test_the_sitemaps_list_every_page_once_with_its_translations(site: dict[str, bytes]) -> None:
    text = "".join(content.decode() for name, content in site.items() if name.startswith("sitemap-"))
    listed = re.findall(r"<loc>(.*?)</loc>", text)
    pages = [name.removesuffix("index.html") for name in site if name.endswith("index.html")]
    pages = [
        page
        for page in pages
        if f'canonical" href="https://faq.example.org/help/{page}"' in site[f"{page}index.html"].decode()
    ]
    assert sorted(listed) == sorted("https://faq.example.org/help/" + page for page in pages)
    assert 'hreflang="sr-Latn" href="https://faq.example.org/help/sr-Latn/q/time/"' in text


def test_fonts_and_style_lie_on_the_site_once(site: dict[str, bytes]) -> None:
    assert [name for name in site if name.endswith(".woff2") and not name.startswith("assets/fonts/")] == []
    assert len([name for name in site if re.search(r"assets/site\.\w+\.css", name)]) == 1


def test_the_same_input_makes_the_same_bytes(site: dict[str, bytes], shape: Shape, make: Make, tmp_path: Path) -> None:
    made, _ = make(shape)
    assert run(made, tmp_path / "pages", "mkdocs") == []
    (tmp_path / "card.png").write_bytes(b"PNG")
    assemble(
        shape,
        tmp_path / "pages",
        tmp_path / "site",
        cards={"cards/time-hr.png": tmp_path / "card.png"},
        extra=extras(shape),
    )
    assert read_tree(tmp_path / "site") == site


def test_what_the_engine_complains_of_is_said_at_the_file_people_wrote(
    library: Library, shape: Shape, make: Make, tmp_path: Path
) -> None:
    broken = dataclasses.replace(
        library.by_id["cost"]["en"], body="See [this](missing.md) and [that](#gone).", body_line=6
    )
    settings = dataclasses.replace(library.settings, languages=("en",))
    languages = {"en": library.languages["en"]}
    told = Library.of([broken], settings=settings, languages=languages, topics=library.topics.values())
    made, _ = make(dataclasses.replace(shape, library=told))
    problems = run(made, tmp_path, "mkdocs")
    assert {(p.code, str(p.place)) for p in problems} == {("AA120", "faq/delivery/cost.en.md:6:1")}
    assert len(problems) >= 1
    assert any("missing.md" in p.message for p in problems)


def test_an_engine_that_stops_is_said_with_its_last_words(shape: Shape, make: Make, tmp_path: Path) -> None:
    made, _ = make(shape, overrides={"main.html": b"{% broken"})
    problems = run({"en": made["en"]}, tmp_path, "mkdocs")
    assert [p.code for p in problems] == ["AA121"]


def test_a_missing_engine_is_said_with_the_remedy(
    shape: Shape, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    made, _ = make(shape)
    (problem,) = run(made, tmp_path, "properdocs")
    assert problem.code == "AA122"
    assert "answer-ahead[properdocs]" in problem.hint


# Only what changed is built again


@pytest.fixture
def tree(shape: Shape, make: Make) -> dict[str, bytes]:
    """The docs tree of one language with two entries of our own."""
    return {
        **make(shape)[0]["en"],
        "docs/q/a/index.md": document("A?", {}, "Yes."),
        "docs/q/b/index.md": document("B?", {}, "No."),
    }


def whole(folder: Path) -> dict[str, bytes]:
    return read_tree(folder / "en/whole")


def rebuilt(tree: Tree, folder: Path, fake: Fake) -> list[str]:
    """Entries that a build of a tree gives to the engine; its result is that of a build from nothing."""
    fake.given.clear()
    assert run({"en": tree}, folder, "mkdocs") == []
    entries = list(fake.given.get("en", []))
    fresh = folder.with_name(f"{folder.name}-fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    assert run({"en": tree}, fresh, "mkdocs") == []
    assert whole(folder) == whole(fresh)
    return [name.split("/")[1] for name in entries]


def test_only_changed_entries_are_given_to_the_engine(
    tree: dict[str, bytes], fake_engine: Fake, tmp_path: Path
) -> None:
    folder = tmp_path / "work"
    assert set(rebuilt(tree, folder, fake_engine)) == {"a", "attack", "b", "cost", "time"}
    assert rebuilt(tree, folder, fake_engine) == []
    tree["docs/q/a/index.md"] = document("A?", {}, "Perhaps.")
    assert rebuilt(tree, folder, fake_engine) == ["a"]
    del tree["docs/q/b/index.md"]
    assert rebuilt(tree, folder, fake_engine) == []
    assert "q/b/index.html" not in whole(folder)
    tree["overrides/main.html"] += b"<hr>"
    assert set(rebuilt(tree, folder, fake_engine)) == {"a", "attack", "cost", "time"}


@pytest.mark.parametrize("damage", ["deleted", "altered", "empty", "a folder", "a foreign file beside it"])
def test_a_damaged_output_is_built_again(
    damage: str, tree: dict[str, bytes], fake_engine: Fake, tmp_path: Path
) -> None:
    folder = tmp_path / "work"
    rebuilt(tree, folder, fake_engine)
    page = folder / "en/whole/q/a/index.html"
    if damage == "a foreign file beside it":
        (page.parent / "foreign.html").write_text("x", encoding="utf-8")
        assert rebuilt(tree, folder, fake_engine) == []
        return
    content = page.read_bytes()
    page.unlink()
    if damage == "a folder":
        (page / "inside").mkdir(parents=True)
    elif damage != "deleted":
        page.write_bytes(content.replace(b"Yes", b"No!") if damage == "altered" else b"")
    assert rebuilt(tree, folder, fake_engine) == ["a"]


@pytest.mark.parametrize("state", [None, b"", b"{}", b"\xff\n{}", b"half", b"0" * 64 + b'\n{"pages": {}}'])
def test_a_record_that_cannot_be_believed_means_that_all_is_built(
    state: bytes | None, tree: dict[str, bytes], fake_engine: Fake, tmp_path: Path
) -> None:
    folder = tmp_path / "work"
    rebuilt(tree, folder, fake_engine)
    record = folder / "en/state"
    record.write_bytes(record.read_bytes()[:-9] if state == b"half" else state or b"")
    if state is None:
        record.unlink()
    assert len(rebuilt(tree, folder, fake_engine)) == 5


@pytest.mark.parametrize("step", range(4))
def test_stopped_between_any_two_writes_the_next_build_is_right(
    step: int, tree: dict[str, bytes], fake_engine: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, written = tmp_path / "work", 0
    rebuilt(tree, folder, fake_engine)
    before = dict(tree)
    for name in "abc":
        tree[f"docs/q/{name}/index.md"] = document("Other?", {}, "Words.")
    real = files.write_file

    def stops(path: Path, content: bytes, *, durable: bool = True) -> bool:
        nonlocal written
        if "whole" in path.parts or path.name == "state":
            written += 1
            if written > step and (path.name == "state" or "q" in path.parts):
                raise KeyboardInterrupt
        return real(path, content, durable=durable)

    monkeypatch.setattr(files, "write_file", stops)
    with pytest.raises(KeyboardInterrupt):
        run({"en": tree}, folder, "mkdocs")
    monkeypatch.setattr(files, "write_file", real)
    for next_tree in (before, tree):
        rebuilt(next_tree, folder, fake_engine)


def test_what_the_engine_complains_of_is_not_done_and_said_every_time(
    tree: dict[str, bytes], fake_engine: Fake, tmp_path: Path
) -> None:
    run({"en": tree}, tmp_path, "mkdocs")
    before = whole(tmp_path)
    good = tree["docs/q/cost/index.md"]
    tree["docs/q/cost/index.md"] = good + b"[x](missing.md)"
    for _ in range(2):
        problems = run({"en": tree}, tmp_path, "mkdocs")
        assert [(p.code, p.place.path) for p in problems] == [("AA120", "faq/delivery/cost.en.md")]
        assert whole(tmp_path) == before
    tree["docs/q/cost/index.md"] = good
    fake_engine.given.clear()
    assert run({"en": tree}, tmp_path, "mkdocs") == []
    assert fake_engine.given == {}


def test_pages_are_finished_once_when_they_are_made(
    tree: dict[str, bytes], fake_engine: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.site.engine.finish", lambda page, **_: page + "<!-- done -->")
    rebuilt(tree, tmp_path / "work", fake_engine)
    tree["docs/q/a/index.md"] = document("A?", {}, "Perhaps.")
    rebuilt(tree, tmp_path / "work", fake_engine)
    pages = [content for name, content in whole(tmp_path / "work").items() if name.endswith(".html")]
    assert {page.count(b"<!-- done -->") for page in pages} == {1}
    assert len(pages) > 5


def test_files_at_the_root_take_no_place_of_a_page(built: Path, shape: Shape, tmp_path: Path) -> None:
    with pytest.raises(OverwriteError, match=re.escape("hr/q/time/index.html")):
        assemble(shape, built / "pages", tmp_path, cards={}, extra={"hr/q/time/index.html": b"redirect"})
    assert read_tree(tmp_path) == {}


def test_a_page_that_only_leads_on_yields_to_what_is_there(built: Path, shape: Shape, tmp_path: Path) -> None:
    there = {"faq/a.html": b"a file of docs/", "llms.txt": b"2"}
    new = {"faq/b.html": b"3", "old/index.html": b"4"}
    taken = {"faq/a.html": b"5", "hr/q/time/index.html": b"6", "llms.txt/index.html": b"7", "hr/q": b"8"}
    left_out = assemble(shape, built / "pages", tmp_path, cards={}, extra=there, yielding={**new, **taken})
    site = read_tree(tmp_path)
    assert left_out == [*taken]
    assert {name: site[name] for name in (*there, *new)} == {**there, **new}


def test_files_at_the_root_of_the_last_site_are_gone_from_the_next(built: Path, shape: Shape, tmp_path: Path) -> None:
    for extra in ({"q/old/index.html": b"1"}, {"q/old/index.html": b"2", "feed.xml": b"3"}, {}):
        assemble(shape, built / "pages", tmp_path / "site", cards={}, extra=extra)
        site = read_tree(tmp_path / "site")
        assert {name: site.get(name) for name in extra} == extra
    assert "q/old/index.html" not in site


def test_the_site_shares_its_files_with_the_work_folder_and_never_changes_them_in_place(
    tree: dict[str, bytes], shape: Shape, tmp_path: Path, fake_engine: Fake
) -> None:
    languages = {"en": shape.library.languages["en"]}
    shape = dataclasses.replace(shape, library=dataclasses.replace(shape.library, languages=languages))
    rebuilt(tree, tmp_path / "work", fake_engine)
    assemble(shape, tmp_path / "work", tmp_path / "site", cards={})
    page = tmp_path / "site/q/a/index.html"
    assert page.samefile(tmp_path / "work/en/whole/q/a/index.html")
    before = page.read_bytes()
    tree["docs/q/a/index.md"] = document("A?", {}, "Perhaps.")
    rebuilt(tree, tmp_path / "work", fake_engine)
    assert page.read_bytes() == before
