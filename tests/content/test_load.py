"""A whole folder becomes a library; whatever is in it, everything sound is read and everything else is said."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from generator.content import load as module
from generator.content import reading
from generator.content.library import Library
from generator.content.load import load
from generator.problems import Problem

if TYPE_CHECKING:
    from tests.conftest import Folder, Maker

DEMO = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def demo() -> tuple[Library, list[Problem]]:
    library, problems = load(DEMO)
    assert library
    return library, problems


# The demo


def test_the_demo_has_no_problem(demo: tuple[Library, list[Problem]]) -> None:
    assert [str(problem) for problem in demo[1]] == []


def test_the_demo_is_whole_in_every_language(demo: tuple[Library, list[Problem]]) -> None:
    library, _ = demo
    codes = list(library.languages)
    assert codes == ["en", "hr", "sr", "sr-Latn", "sl", "cs", "bg"]
    assert all(list(by_lang) == codes for by_lang in library.by_id.values())
    assert all(set(pages) == set(codes) for pages in library.pages.values())
    assert {
        reply.id: [r.lang for r in library.replies if r.id == reply.id] for reply in library.replies
    } == dict.fromkeys([reply.id for reply in library.replies], codes)
    assert all(entry.short and entry.body for entry in library)


def test_the_demo_is_the_same_each_time(demo: tuple[Library, list[Problem]]) -> None:
    assert load(DEMO) == demo


# Order


def test_the_order_on_disk_does_not_matter(project: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project({f"faq/t{n % 3}/entry-{n}.en.md": f"---\nquestion: Q{n}?\n---\n[a](entry:no)\n" for n in range(9)})
    first = folder.load()
    turned = SimpleNamespace(**vars(os) | {"scandir": lambda path: reversed(list(os.scandir(path)))})
    monkeypatch.setattr(module, "os", turned)
    assert folder.load() == first
    assert len(first[1]) == 9 + 9 + 3


def test_entries_come_by_topic_order_and_id(project: Maker) -> None:
    entry = "---\nquestion: Q?\nshort: A.\norder: {}\n---\n".format
    folder = project(
        {
            "faq/faq.yml": "name: A\nlanguages: [en]\n",
            "faq/b/_topic.yml": "title: {en: B}\norder: 1\n",
            "faq/a/_topic.yml": "title: {en: A}\norder: 2\n",
            "faq/b/z.en.md": entry(1),
            "faq/b/y.en.md": entry(2),
            "faq/b/x.en.md": entry(2),
            "faq/a/w.en.md": entry(9),
        }
    )
    library = folder.library()
    assert list(library.topics) == ["b", "a", "delivery"]
    assert [entry.id for entry in library] == ["z", "x", "y", "w", "delivery-time"]
    assert library.by_topic == {"b": ("z", "x", "y"), "a": ("w",), "delivery": ("delivery-time",)}


def test_the_garbage_collector_is_left_as_it_was(project: Maker) -> None:
    folder = project()
    assert gc.isenabled()
    folder.load()
    assert gc.isenabled()
    gc.disable()
    try:
        folder.load()
        assert not gc.isenabled()
    finally:
        gc.enable()


# Hostile folders: one problem where it lies, and everything else is read


def test_a_named_pipe_does_not_stop_us(project: Maker) -> None:
    folder = project()
    os.mkfifo(folder.root / "faq" / "delivery" / "pipe.en.md")
    assert folder.said() == ["faq/delivery/pipe.en.md:1:1: error AA011 this is a link or no ordinary file"]
    assert list(folder.library().by_id) == ["delivery-time"]


@pytest.mark.parametrize(
    "path", ["faq/faq.yml", "faq/facts.yml", "faq/delivery/_topic.yml", "faq/delivery/delivery-time.en.md"]
)
def test_files_behind_links_are_not_read(path: str, project: Maker) -> None:
    folder = project()
    secret = folder.write("secret.yml", "name: Secret\n")
    (folder.root / path).unlink(missing_ok=True)
    (folder.root / path).symlink_to(secret)
    said = folder.said()
    assert f"{path}:1:1: error AA011 this is a link or no ordinary file" in said
    assert not any("ecret" in line for line in said)


def test_links_in_circles_end(project: Maker) -> None:
    folder = project()
    (folder.root / "faq" / "circle").symlink_to(folder.root / "faq", target_is_directory=True)
    (folder.root / "faq" / "self").symlink_to("self")
    (folder.root / "faq" / "delivery" / "dangling.en.md").symlink_to("nothing")
    assert folder.said() == [
        "faq/circle:1:1: error AA011 this is a link and is not followed",
        "faq/delivery/dangling.en.md:1:1: error AA011 this is a link or no ordinary file",
        "faq/self:1:1: error AA011 this is a link and is not followed",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(project: Maker) -> None:
    folder = project()
    folder.write("faq/delivery/cost.en.md", "x").chmod(0)
    (folder.root / "faq" / "closed").mkdir(mode=0)
    assert folder.said() == [
        "faq/closed:1:1: error AA011 cannot be read: Permission denied",
        "faq/delivery/cost.en.md:1:1: error AA011 cannot be read: Permission denied",
    ]


def test_what_the_system_refuses_is_said(project: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project({"faq/closed/a.en.md": "x", "faq/delivery/cost.en.md": "x"})

    def refuse(function: Any, name: str) -> Any:
        def call(path: Any, *arguments: Any) -> Any:
            if str(path).endswith(name):
                raise PermissionError(13, "Permission denied")
            return function(path, *arguments)

        return call

    strict = {"scandir": refuse(os.scandir, "closed"), "open": refuse(os.open, "cost.en.md")}
    for reader in (module, reading):
        monkeypatch.setattr(reader, "os", SimpleNamespace(**vars(os) | strict))
    assert folder.said() == [
        "faq/closed:1:1: error AA011 cannot be read: Permission denied",
        "faq/delivery/cost.en.md:1:1: error AA011 cannot be read: Permission denied",
    ]


def test_a_file_where_a_folder_belongs(project: Maker) -> None:
    folder = project({"docs": "not a folder"})
    assert folder.said() == ["docs:1:1: error AA011 cannot be read: Not a directory"]


def test_folders_without_end_end(project: Maker) -> None:
    folder = project()
    deep = folder.root / "faq" / "a"
    for _ in range(12):
        deep = deep / "b"
    deep.mkdir(parents=True)
    (deep / "x.en.md").write_text("x")
    assert folder.said() == ["faq/a/b/b/b/b/b/b/b/b:1:1: error AA012 folders lie too deep inside each other"]


def test_a_name_that_is_no_text(project: Maker) -> None:
    folder = project()
    try:
        Path(os.fsdecode(os.fsencode(folder.root / "faq" / "delivery") + b"/caf\xe9.en.md")).write_text("x")
    except OSError:
        pytest.skip("this file system has only names that are text")
    (said,) = folder.said()
    assert said == "faq/delivery/caf\\udce9.en.md:1:1: error AA012 the file's name is not UTF-8"


def test_a_name_that_would_fake_a_line_is_printed_harmlessly(project: Maker) -> None:
    folder = project({"faq/delivery/a\nfaq.yml:1:1: error\x1b[31m.en.md": "x"})
    (said,) = folder.said()
    assert said.startswith("faq/delivery/a\\nfaq.yml:1:1: error\\x1b[31m.en.md:1:1: error AA012 ")


HOSTILE = {
    "binary": b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 40,
    "huge": b"---\nquestion: Q?\n---\n" + b"x" * 10_000_000,
    "utf-16": "---\nquestion: Q?\n---\n".encode("utf-16"),
    "deep": b"---\nquestion: " + b"[" * 5_000 + b"\n---\n",
    "deeper": b"---\nquestion: " + b"[" * 200_000 + b"]" * 200_000 + b"\n---\n",
    "bomb": b"---\na: &a [x, x]\nb: &b [*a, *a, *a]\nquestion: [*b, *b]\n---\n",
    "many keys": b"---\n" + b"".join(b"k%d: v\n" % n for n in range(10_000)) + b"---\n",
    "templates": b"---\nquestion: Q?\nshort: A.\n---\n" + b"{{ x }}\n" * 3_000,
    "open templates": b"---\nquestion: Q?\nshort: A.\n---\n" + b"{{" * 100_000,
    "brackets": b"---\nquestion: Q?\nshort: A.\n---\n{{ " + b"[" * 100_000 + b" }}",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_hides_no_other(content: bytes, project: Maker) -> None:
    folder = project(
        {
            "faq/delivery/hostile.en.md": content,
            "faq/delivery/other.en.md": "---\nquestion: Q?\nshort: A.\n---\n[a](entry:hostile#x) [b](entry:nothing)\n",
        }
    )
    said = folder.said()
    own = [line for line in said if line.startswith("faq/delivery/hostile.en.md:")]
    assert own
    assert [line for line in said if line not in own] in (
        ["faq/delivery/other.en.md:5:24: error AA108 no entry has the id 'nothing'"],
        [
            "faq/delivery/other.en.md:5:3: error AA108 'hostile' has no heading {#x} in en",
            "faq/delivery/other.en.md:5:24: error AA108 no entry has the id 'nothing'",
        ],
    )
    lines = content.count(b"\n") + 1
    assert all(1 <= int(line.split(":")[1]) <= lines for line in own)
    assert "delivery-time" in folder.library().by_id


def test_a_huge_value_is_only_long(project: Maker) -> None:
    folder = project({"faq/delivery/long.en.md": f"---\nquestion: {'why ' * 200_000}\nshort: A.\n---\n"})
    assert folder.said() == []


# No cascades


def broken(folder: Folder, path: str, content: str) -> list[str]:
    folder.write(path, content)
    return folder.said()


WHOLE = {
    "faq/faq.yml": "name: A\nlanguages: [en, hr]\nhome: [a]\nteams: {t: {name: {en: T, hr: T}}}\n",
    "faq/facts.yml": "x: {days: 2}\ny: {days: 3}\n",
    "faq/delivery/_topic.yml": "title: {en: D, hr: D}\nowner: t\n",
    "faq/delivery/delivery-time.hr.md": "---\nquestion: Q?\nshort: A.\n---\n",
    "faq/delivery/a.en.md": "---\nquestion: Q?\nshort: '{{ x }}'\nowner: t\n---\n## H {#h}\n",
    "faq/delivery/a.hr.md": "---\nquestion: Q?\nshort: '{{ x }}'\n---\n## H {#h}\n",
    "faq/delivery/b.en.md": "---\nquestion: Q?\nshort: '{{ y }}'\n---\n"
    "[a](entry:a#h) [b](topic:delivery) [c](page:about)\n",
    "faq/delivery/b.hr.md": "---\nquestion: Q?\nshort: '{{ y }}'\n---\n[a](entry:a#h)\n",
    "docs/about.en.md": "---\ntitle: T\ndescription: D\n---\n[a](entry:a)\n",
}


def test_the_whole_has_no_problem(project: Maker) -> None:
    assert project(WHOLE).said() == []


@pytest.mark.parametrize("path", [path for path in WHOLE if not path.endswith("faq.yml")])
@pytest.mark.parametrize(
    "content", [b"---\nquestion: [\n---\n", b"\xff\xfe", b"", b"a: b\na: c\n"], ids=["yaml", "bytes", "empty", "twice"]
)
def test_one_broken_file_is_reported_in_one_place(path: str, content: bytes, project: Maker) -> None:
    folder = project(WHOLE)
    folder.write(path, content)
    said = folder.said()
    if path.endswith("facts.yml") and content == b"":
        assert {line.split(" ")[2] for line in said} == {"AA030"}  # no facts, so every name is unknown
        return
    assert said
    assert {line.split(":")[0] for line in said} == {path}


def test_without_settings_only_they_are_reported(project: Maker) -> None:
    folder = project(WHOLE)
    library, problems = folder.load()
    folder.write("faq/faq.yml", "name: [\n")
    library, problems = folder.load()
    assert library is None
    assert [(p.place.path, p.code) for p in problems] == [("faq/faq.yml", "AA002")]


def test_an_empty_folder_says_how_to_begin(tmp_path: Path) -> None:
    library, problems = load(tmp_path)
    assert library is None
    assert [str(p) for p in problems] == [
        (
            "faq/faq.yml:1:1: error AA013 there is no such file\n"
            "    name a project's folder with --root, or make a new one with 'faq init'"
        )
    ]


def test_words_shown_for_want_of_a_translation_hold_the_facts_of_the_readers_market(project: Maker) -> None:
    folder = project(
        {
            "faq/faq.yml": (
                "name: Example\nlanguages: [en, cs]\n"
                "markets:\n"
                "  HR: {languages: [en], timezone: Europe/Zagreb}\n"
                "  CZ: {languages: [cs], timezone: Europe/Prague}\n"
            ),
            "faq/facts.yml": "delivery_time: {days: 2, CZ: 4}\n",
            "faq/delivery/delivery-time.en.md": "---\nquestion: How long?\nshort: In {{ delivery_time }}.\n---\n",
        }
    )
    library = folder.library()
    assert library.shown("delivery-time", "en").short == "In 2\u00a0days."
    shown = library.shown("delivery-time", "cs")
    assert (shown.lang, shown.short) == ("en", "In 4\u00a0days.")
