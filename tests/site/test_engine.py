import dataclasses
import json
import posixpath
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.content.library import Library
from generator.files import Tree, read_tree
from generator.problems import Problem
from generator.site.assemble import assemble
from generator.site.engine import run
from generator.site.shape import Shape

Make = Callable[..., tuple[dict[str, Tree], list[Problem]]]


@pytest.fixture(scope="module")
def built(shape: Shape, make: Make, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    made, _ = make(shape)
    assert run(made, folder / "pages", "mkdocs") == []
    assemble(shape, folder / "pages", folder / "site", cards={"cards/time-hr.png": b"PNG"})
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
    titles = [doc["title"] for doc in json.loads(site["search/search_index.json"])["docs"]]
    assert not any("<" in title for title in titles)


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
        return [(a["hreflang"], a["href"]) for _, a in tags(site[name]).found if a.get("rel") == "alternate "]

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


def test_the_sitemap_lists_every_page_once_with_its_translations(site: dict[str, bytes]) -> None:
    text = site["sitemap.xml"].decode()
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
    assemble(shape, tmp_path / "pages", tmp_path / "site", cards={"cards/time-hr.png": b"PNG"})
    assert read_tree(tmp_path / "site") == site


def test_a_language_that_did_not_change_is_not_built_again(
    built: Path, shape: Shape, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = []
    monkeypatch.setattr("subprocess.run", lambda command, **_: ran.append(command))
    made, _ = make(shape)
    assert run(made, built / "pages", "mkdocs") == []
    assert ran == []


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
