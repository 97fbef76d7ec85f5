"""The folder of the desk: which files, from which sources, with what in them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from generator.brand import Brand, css
from generator.cards import Tokens
from generator.content.data import PACKAGE
from generator.content.library import Library
from generator.desk import DeskDraft, desk
from generator.files import Tree
from generator.links import Addresses
from generator.problems import Severity

TODAY = date(2026, 11, 22)
SCHEMES = {
    "light": {"paper": "#FBF5EA", "brand": "#0B5D5B"},
    "dark": {"paper": "#0B2426", "brand": "#8ADCCB"},
}
BRAND = Brand(tokens=Tokens(schemes=SCHEMES))
INDEXES = {"hr": {"index.json": b'{"words":"words.1.json"}', "words.1.json": b'{"v":1}', "cards.0.1.json": b"[]"}}


def programs_of(tree: Tree) -> str:
    """All that runs in the page."""
    return "".join(tree[name].decode() for name in ("desk.js", "planning.js", "finding.js", "voice.js"))


def test_the_tree_holds_page_style_script_data_and_fonts(
    library: Library, addresses: Addresses, drafts: list[DeskDraft]
) -> None:
    tree, problems = desk(library, addresses, drafts, BRAND, INDEXES, {}, today=TODAY)
    assert not problems
    assert sorted(name for name in tree if not name.startswith("data/")) == [
        "data.js",
        "desk.css",
        "desk.js",
        "finding.js",
        "fonts/Manrope-500.woff2",
        "fonts/Manrope-700.woff2",
        "fonts/Manrope-800.woff2",
        "fonts/Manrope-OFL.txt",
        "icon.svg",
        "index.html",
        "planning.js",
        "search.hr.js",
        "voice.js",
    ]
    assert sorted(name.removeprefix("data/") for name in tree if name.startswith("data/")) == sorted(
        ["drafts.js", "marketing.js", "bodies.en.0.js", "bodies.hr.0.js", "bodies.sr.0.js"]
        + [
            f"{kind}.js"
            for code in ("en", "hr", "sr", "sr-Latn")
            for kind in (f"phrases.{code}", f"phrases.{code}.planning", f"replies.{code}", f"texts.{code}.first")
        ]
    )


def test_the_same_input_gives_the_same_bytes(library: Library, addresses: Addresses, drafts: list[DeskDraft]) -> None:
    assert desk(library, addresses, drafts, BRAND, INDEXES, {}, today=TODAY) == desk(
        library, addresses, drafts[::-1], BRAND, INDEXES, {}, today=TODAY
    )


def test_no_text_can_close_the_script_it_stands_in(
    library: Library, addresses: Addresses, drafts: list[DeskDraft]
) -> None:
    tree, _ = desk(library, addresses, drafts, BRAND, INDEXES, {}, today=TODAY)
    assert b"The depot opens at 7." in tree["data.js"]
    assert not [name for name, content in tree.items() if name.startswith("data") and b"<" in content]


def test_the_brands_name_is_escaped_on_the_page(library: Library, addresses: Addresses) -> None:
    hostile = replace(library, settings=replace(library.settings, name="<script>$name"))
    tree, _ = desk(hostile, addresses, [], BRAND, INDEXES, {}, today=TODAY)
    assert b"&lt;script&gt;$name" in tree["index.html"]
    assert tree["index.html"].count(b"<script") == 2  # the page's own two


def test_the_page_has_no_inline_script_style_or_handler_and_names_no_other_host(
    library: Library, addresses: Addresses
) -> None:
    tree, _ = desk(library, addresses, [], BRAND, INDEXES, {}, today=TODAY)
    page = tree["index.html"].decode()
    assert not re.findall(r"<script(?![^>]*\bsrc=)|\bstyle=|<style|\son\w+=", page)
    ours = page + tree["desk.css"].decode() + programs_of(tree)
    assert set(re.findall(r"https?://[^\s'\"]+", ours)) <= {"http://www.w3.org/2000/svg"}


def test_the_page_may_load_its_own_files_only(library: Library, addresses: Addresses) -> None:
    tree, _ = desk(library, addresses, [], BRAND, INDEXES, {}, today=TODAY)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', tree["index.html"].decode())
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert set(" ".join(rules.values()).split()) == {"'none'", "'self'", "file:", "data:"}
    assert "data:" not in rules["script-src"]


def test_text_never_becomes_markup(library: Library, addresses: Addresses) -> None:
    tree, _ = desk(library, addresses, [], BRAND, INDEXES, {}, today=TODAY)
    assert not re.findall(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", programs_of(tree)
    )


def test_the_brands_colours_and_fonts_begin_the_style_sheet(library: Library, addresses: Addresses) -> None:
    tree, _ = desk(library, addresses, [], BRAND, INDEXES, {}, today=TODAY)
    assert tree["desk.css"].decode().startswith(css.style(BRAND))


def test_a_foreign_card_is_reported_and_left_out(
    library: Library, addresses: Addresses, drafts: list[DeskDraft]
) -> None:
    foreign = replace(drafts[0], document="https://other.example/a.pdf")
    tree, problems = desk(library, addresses, [foreign], BRAND, INDEXES, {}, today=TODAY)
    assert [(problem.code, problem.severity) for problem in problems] == [("AA520", Severity.WARNING)]
    assert not [name for name, content in tree.items() if b"other.example" in content]


def test_the_style_sheet_is_right_to_left_ready(library: Library, addresses: Addresses) -> None:
    tree, _ = desk(library, addresses, [], BRAND, INDEXES, {}, today=TODAY)
    sides = r"(?<![\w-])(?:(?:margin|padding|border)-)?(?:left|right)\s*:"
    assert re.findall(rf"{sides}|float\s*:|text-align:\s*(?:left|right)", tree["desk.css"].decode()) == []


def test_the_style_sheet_has_no_colours_of_its_own(library: Library, addresses: Addresses) -> None:
    tree, _ = desk(library, addresses, [], BRAND, INDEXES, {}, today=TODAY)
    rules = tree["desk.css"].decode().removeprefix(css.style(BRAND))
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[\s;,)])", rules) == []


def test_no_two_scripts_give_two_things_the_same_name() -> None:
    """They are one file in the end, where the later one would silently replace the other."""
    names = [
        name
        for script in sorted((PACKAGE / "desk").glob("*.js"))
        for name in re.findall(
            r"^(?:async )?(?:function|const|let|class) (\w+)", script.read_text("utf-8"), re.MULTILINE
        )
    ]
    assert [name for name in sorted(set(names)) if names.count(name) > 1] == []
