"""A change of a file keeps everything else as its author wrote it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.source import read_yaml
from generator.links.rewriting import (
    UneditableError,
    demoted,
    flow_list,
    flow_map,
    free_id,
    front_and_body,
    heading_renamed,
    in_body,
    own_relinked,
    relinked,
    section,
    with_key,
    without,
)
from generator.links.target import Target, parse_target

OLD, NEW = Target("entry", "old"), Target("entry", "new")
_PIECES = st.lists(
    st.sampled_from([
        "text ", "\n", "\n\n", "\r\n", "[a](entry:old)", "[a](entry:old#x)", "[a](entry:older)", "[a](topic:old)", "`",
        "```\n", "~~~\n", "## Head {#h}\n", "entry:old", "[r]: entry:old\n", "[a](<entry:old>)", "ž", "{{ old }}",
    ]),
    max_size=12,
).map("".join)  # fmt: skip


@given(_PIECES)
def test_a_body_without_links_to_the_old_is_left_as_it_is(body: str) -> None:
    other = body.replace("entry:old", "entry:none")
    assert relinked(other, OLD, NEW) == other


@given(_PIECES)
def test_only_addresses_change_and_code_never_does(body: str) -> None:
    made = relinked(body, OLD, NEW)
    assert made.replace("entry:new", "entry:old") == body
    fenced = f"```\n{body.replace('`', '')}\n```\n"
    assert relinked(fenced, OLD, NEW) == fenced


@given(_PIECES, _PIECES)
def test_the_front_matter_stays_whatever_it_says(front: str, body: str) -> None:
    head = "---\n" + front.replace("---", "") + "\n---\n"
    text = head + body
    assert "".join(front_and_body(text)) == text
    assert in_body(text, lambda whole: whole.upper()).startswith(head)


@given(_PIECES)
def test_line_ends_stay_as_they_are(body: str) -> None:
    plain = "---\na: b\n---\n" + body.replace("\r\n", "\n")
    made = in_body(plain.replace("\n", "\r\n"), lambda whole: relinked(whole, OLD, NEW))
    assert made == in_body(plain, lambda whole: relinked(whole, OLD, NEW)).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("body", "old", "new", "expected"),
    [
        ("[a](entry:old)", "old", "new", "[a](entry:new)"),
        ("[a](entry:old#x 'title')", "old", "new", "[a](entry:new#x 'title')"),
        ("[a]( <entry:old>)", "old", "new", "[a]( <entry:new>)"),
        ("[a]: entry:old", "old", "new", "[a]: entry:new"),
        ("[a](entry:old-2) [b](entry:cold)", "old", "new", "[a](entry:old-2) [b](entry:cold)"),
        ("[a](entry:old) and entry:old", "old#x", "new", "[a](entry:old) and entry:old"),
        ("[a](entry:old#x) [b](entry:old#xy)", "old#x", "new", "[a](entry:new) [b](entry:old#xy)"),
        ("[a](entry:old#x)", "old", "new#part", "[a](entry:new#part)"),
        ("[a](topic:old) [b](entry:old)", "topic:old", "topic:new", "[a](topic:new) [b](entry:old)"),
        ("`[a](entry:old)`", "old", "new", "`[a](entry:old)`"),
    ],
)
def test_links_name_the_new_target(body: str, old: str, new: str, expected: str) -> None:
    first, second = parse_target(old), parse_target(new)
    assert first
    assert second
    assert relinked(body, first, second) == expected


def test_headings_of_another_text_are_not_kept() -> None:
    body = "[a](entry:old#x) [b](entry:new#good) `entry:new#good`"
    assert relinked(body, OLD, NEW, headings_kept=False) == "[a](entry:new) [b](entry:new#good) `entry:new#good`"


def test_a_heading_gets_another_id_and_nothing_else_changes() -> None:
    body = "```\n## A {#a}\n```\n\n## A {#a}\n\n[x](#a) [y](#ab) `[x](#a)`\n"
    made = own_relinked(heading_renamed(body, "a", "b"), "a", "b")
    assert made == "```\n## A {#a}\n```\n\n## A {#b}\n\n[x](#b) [y](#ab) `[x](#a)`\n"
    assert heading_renamed(body, "nothing", "b") == body
    assert heading_renamed("## A {#a}", "a", "b") == "## A {#b}", "the last line has no end"


def test_a_section_ends_before_the_next_heading_of_its_level() -> None:
    body = "Intro.\n\n## One {#one}\n\nA.\n\n### Deep {#deep}\n\nB.\n\n## Two {#two}\n\nC.\n"
    one = section(body, "one")
    assert one
    assert (one.title, one.text) == ("One", "A.\n\n### Deep {#deep}\n\nB.")
    assert without(body, [one]) == "Intro.\n\n## Two {#two}\n\nC.\n"
    assert section(body, "nothing") is None
    two = section(body, "two")
    assert two
    assert without(body, [one, two]) == without(body, [two, one]) == "Intro.\n"


def test_headings_go_one_level_down_but_never_below_the_sixth() -> None:
    body = "# A\n\n```\n# code\n```\n\n###### F {#f}\n"
    assert demoted(body) == "## A\n\n```\n# code\n```\n\n###### F {#f}\n"


_WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=12)


@given(st.lists(_WORDS), st.dictionaries(st.from_regex(r"[A-Za-z][\w-]{0,8}", fullmatch=True), _WORDS))
def test_yaml_on_one_line_is_read_as_it_was_meant(items: list[str], pairs: dict[str, str]) -> None:
    source, problems = read_yaml(f"a: {flow_list(items) or '[]'}\nb: {flow_map(pairs) or '{}'}\n", "")
    assert (source.data, problems) == ({"a": items, "b": pairs}, [])


def test_a_key_of_front_matter_and_of_yaml_is_written() -> None:
    assert with_key("a.md", "\ufeff---\r\na: 1  # why\r\n---\r\nB\r\n", "b", "[x]") == (
        "\ufeff---\r\na: 1  # why\r\nb: [x]\r\n---\r\nB\r\n"
    )
    assert with_key("a.yml", "a: 1\nhome:\n  - x  # first\n  - y\nb: 2", "home", "[z]") == "a: 1\nhome: [z]\nb: 2\n"
    assert with_key("a.yml", "", "home", "[z]") == "home: [z]\n"


@pytest.mark.parametrize(
    ("path", "text"), [("a.md", "---\n{a: b}\n---\n"), ("a.md", "no front"), ("a.yml", "{a: b}\n")]
)
def test_a_file_that_is_written_oddly_is_left_to_a_person(path: str, text: str) -> None:
    with pytest.raises(UneditableError):
        with_key(path, text, "b", "[x]")


def test_a_free_id_is_the_next_number() -> None:
    assert free_id("a", ()) == "a"
    assert free_id("a", {"a", "a-2"}) == "a-3"
