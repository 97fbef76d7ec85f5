"""A file as written: values stay texts, every fault has its place, and no input ends the program."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.content.source import MAX_BYTES, Source, decode, read_markdown, read_yaml
from generator.problems import Place, Problem, Severity

# Values as written


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "on", "~", "null", "12:30", "1.10", "010", "0x10", "1e3", "2026-11-22", "=", "<<", ".inf", "-5"],
)
def test_a_value_is_the_text_that_was_written(text: str) -> None:
    assert read_yaml(f"value: {text}\nlist: [{text}]\n", "a.yml") == (
        Source(path="a.yml", data={"value": text, "list": [text]}),
        [],
    )


def test_a_key_with_nothing_behind_it_is_not_written() -> None:
    assert read_yaml("a:\nb: ''\nc: ~\n", "a.yml")[0].data == {"b": "", "c": "~"}


def test_block_texts_keep_their_lines() -> None:
    source, problems = read_yaml("a: |\n  one\n  two\nb: >\n  one\n  two\n", "a.yml")
    assert (source.data, problems) == ({"a": "one\ntwo\n", "b": "one two\n"}, [])


# Places


def test_every_value_knows_its_place() -> None:
    front = "question: Why?\nalso_asked:\n  - How?\n  - When?\nposts: {myth: {fact: Yes}}\nnote: |\n  Long"
    text = f"---\n{front}\n---\n\nBody\n"
    source, problems = read_markdown(text, "a.en.md")
    assert problems == []
    places = {
        (): Place("a.en.md", 2, 1),
        ("question",): Place("a.en.md", 2, 11),
        ("also_asked",): Place("a.en.md", 3, 1),
        ("also_asked", 1): Place("a.en.md", 5, 5),
        ("posts", "myth", "fact"): Place("a.en.md", 6, 22),
        ("posts", "myth", "nothing"): Place("a.en.md", 6, 9),
        ("nothing",): Place("a.en.md", 2, 1),
        ("note",): Place("a.en.md", 8, 1),
    }
    assert {keys: source.place(*keys) for keys in places} == places
    assert (source.body, source.body_line) == ("Body", 11)


def test_a_file_without_keys_has_one_place() -> None:
    assert Source(path="a.yml").place("x", 3) == Place("a.yml")


# Decoding


def said(problems: list[Problem]) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.severity} {p.code}" for p in problems]


def test_a_byte_order_mark_is_taken_off() -> None:
    text, problems = decode(b"\xef\xbb\xbfa: b\n", "a.yml")
    assert (text, said(problems)) == ("a: b\n", ["1:1 warning AA006"])


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_become_ours(end: str) -> None:
    text, problems = decode(f"a: b{end}c: d{end}".encode(), "a.yml")
    assert (text, said(problems)) == ("a: b\nc: d\n", ["1:1 warning AA007"])


@pytest.mark.parametrize(
    ("content", "place"),
    [(b"\xff\xfea\x00", "1:1"), (b"ab\nc\xe9", "2:2"), (b"\xed\xa0\x80", "1:1"), (b"ok\n\n\xc0\xaf", "3:1")],
)
def test_bytes_that_are_no_utf8_are_refused_at_the_first(content: bytes, place: str) -> None:
    text, problems = decode(content, "a.yml")
    assert (text, said(problems)) == (None, [f"{place} error AA000"])


def test_a_binary_file_is_refused_without_a_thousand_problems() -> None:
    _, problems = decode(b"GIF89a" + bytes(range(32)) * 20_000, "a.yml")
    assert {p.code for p in problems} == {"AA007", "AA009"}
    assert len(problems) < 30


def test_a_huge_file_is_refused() -> None:
    assert said(decode(b"x" * MAX_BYTES, "a.yml")[1]) == []
    text, problems = decode(b"x" * 10_000_000, "a.yml")
    assert (text, said(problems)) == (None, ["1:1 error AA008"])


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\uffff"])
def test_control_characters_are_reported_and_become_spaces(character: str) -> None:
    text, problems = decode(f"a: b\nčć: x{character}y\n".encode(), "a.yml")
    assert (text, said(problems)) == ("a: b\nčć: x y\n", ["2:6 error AA009"])


def test_letters_of_every_script_are_no_control_characters() -> None:
    letters = "čćžšđ ČĆŽŠĐ пишњљџ ПИШЊЉЏ ěřů щъьюя é è “„ – … € \u00a0 \u202f 🌶️ 日本"
    assert decode(letters.encode(), "a.md") == (letters, [])


def test_letters_with_marks_have_one_form() -> None:
    text, problems = decode("Dok\nTekuc\u0301e".encode(), "a.md")
    assert (text, said(problems)) == ("Dok\nTekuće", ["2:5 warning AA014"])


# Front matter


@pytest.mark.parametrize(
    "text", ["", "Text", "\n---\na: b\n---\n", " ---\na: b\n---\n", "----\na: b\n---\n", "+++\na = 1\n+++"]
)
def test_a_missing_opening_is_said(text: str) -> None:
    source, problems = read_markdown(text, "a.md")
    assert [p.message for p in problems] == ["no opening '---' around the front matter"]
    assert said(problems) == ["1:1 error AA001"]
    assert source == Source(path="a.md")


@pytest.mark.parametrize("text", ["---", "---\n", "---\na: b\n", "---\na: b\n --- \nText", "---\na: b\n----\nText"])
def test_a_missing_closing_is_said(text: str) -> None:
    _, problems = read_markdown(text, "a.md")
    assert [p.message for p in problems] == ["no closing '---' around the front matter"]


def test_a_fence_may_have_spaces_behind_it_and_the_body_lines_of_its_own() -> None:
    source, problems = read_markdown("--- \na: b\n---\t\nOne\n\n---\n\nTwo\n", "a.md")
    assert (source.data, source.body, problems) == ({"a": "b"}, "One\n\n---\n\nTwo", [])


def test_an_empty_front_matter_is_one_without_keys() -> None:
    assert read_markdown("---\n---\nText\n", "a.md")[0].data == {}
    assert read_yaml("# only a comment\n", "a.yml") == (Source(path="a.yml"), [])


# YAML that is refused

INVALID = {
    "unclosed double quote": 'a: "b',
    "unclosed single quote": "a: 'b",
    "unclosed quote over lines": 'a: "b\nc: d\ne: f',
    "text behind a quote": 'a: "b" c',
    "quote inside": "a: 'it's'",
    "unclosed list": "a: [b, c",
    "unclosed mapping": "a: {b: c",
    "wrong bracket": "a: [b, c}",
    "bracket too many": "a: [b]]",
    "comma first": "a: [, b]",
    "two commas": "a: [b,, c]",
    "mapping in a plain text": "a: b: c",
    "colon in a question": "question: Delivery: how long?",
    "tab as indentation": "a:\n\tb: c",
    "tab in a list": "a:\n\t- b",
    "tab behind spaces": "a:\n  b: c\n \td: e",
    "bad escape": 'a: "\\q"',
    "bad hex escape": 'a: "\\xZZ"',
    "short unicode escape": 'a: "\\u12"',
    "escape of half a character": 'a: "\\ud800"',
    "escape beyond Unicode": 'a: "\\U00110000"',
    "less indentation": "a:\n    b: c\n  d: e",
    "more indentation": "a: b\n  c: d",
    "list and mapping mixed": "a:\n  - b\n  c: d",
    "mapping and list mixed": "a:\n  b: c\n  - d",
    "list beside keys": "- a\nb: c",
    "key without a colon": "a: b\nc\nd: e",
    "only words behind keys": "a: b\nsome words",
    "anchor twice": "a: &x b\nc: &x d",
    "alias of nothing": "a: *x",
    "alias with a value": "a: &x b\nc: *x d",
    "anchor without a name": "a: & b",
    "tag that is none": "a: !<> b",
    "tag of an unknown handle": "a: !e!x b",
    "directive of another YAML": "%YAML 3.0\n---\na: b",
    "directive twice": "%YAML 1.1\n%YAML 1.1\n---\na: b",
    "directive without a document": "%YAML 1.1\na: b",
    "second document": "a: b\n---\nc: d",
    "text behind the end": "a: b\n...\nc: d",
    "percent sign": "a: %b",
    "at sign": "a: @b",
    "backtick": "a: `b`",
    "comma": "a: , b",
    "closing bracket": "a: ]",
    "closing brace": "a: }",
    "empty key": ": a",
    "question mark key": "? [a, b]\n: c",
    "pipe with rubbish": "a: | b\n  c",
    "block with a bad indicator": "a: |0\n  b",
    "block less indented": "a: |\n  b\n c\nd: e",
    "a line break in a key": '"a\nb": c',
    "long key": f"{'k' * 1100}: b",
    "a list": "- a\n- b",
    "a text": "just words",
    "a number": "42",
    "a quoted text": '"a: b"',
    "key twice": "a: b\na: c",
    "nested key twice": "a: {b: c, b: d}",
    "key twice in a list": "a: [{b: c, b: d}]",
    "tag": "a: !!str b",
    "python tag": "a: !!python/object/apply:os.system [ls]",
    "tag on a key": "!k a: b",
    "tag on everything": "!k {a: b}",
    "alias": "a: &x b\nc: *x",
    "alias as a key": "&x a: b\n*x : c",
    "alias of itself": "a: &x [*x]",
    "control escape": 'a: "b\\0"',
    "key that is a mapping": "{a: b}: c",
    "comment glued to a quote": 'a: "b"# c',
}


@pytest.mark.parametrize("text", INVALID.values(), ids=INVALID.keys())
def test_invalid_yaml_is_a_problem_within_the_file(text: str) -> None:
    for path, whole, first in (("a.yml", text, 1), ("a.md", f"---\n{text}\n---\nBody\n", 2)):
        if path == "a.md" and "\n---\n" in text:
            continue  # there the front matter ends
        _, problems = read_yaml(whole, path) if path == "a.yml" else read_markdown(whole, path)
        assert problems
        for problem in problems:
            assert re.fullmatch(r"AA00[2-59]", problem.code)
            assert problem.severity is Severity.ERROR
            assert problem.message
            assert first <= problem.place.line <= whole.count("\n") + 1
            assert 1 <= problem.place.column <= max(map(len, whole.split("\n"))) + 1


def test_the_other_keys_of_a_file_with_duplicates_are_read() -> None:
    source, problems = read_yaml("a: b\na: c\nd: e\n", "a.yml")
    assert (source.data, said(problems)) == ({"a": "b", "d": "e"}, ["2:1 error AA004"])


def test_tags_pass_where_mkdocs_uses_them_and_keep_their_text() -> None:
    source, problems = read_yaml("site_name: !ENV [NAME, Example]\n", "mkdocs.yml", tags=True)
    assert (source.data, problems) == ({"site_name": ["NAME", "Example"]}, [])


# Sizes


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 5_000,
        "a: " + "[" * 100_000 + "]" * 100_000,
        "a: " + "{a: " * 100_000,
        "a:\n  " + "- " * 100_000 + "b",
        "a:\n  " + "-   " * 100_000 + "b",
        "a:\n  " + "?  -  " * 100_000 + "b",
        "\n".join(" " * depth + "a:" for depth in range(900)),
        "a: [" + ", ".join("[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]" for _ in range(100)) + "]",
    ],
    ids=["open brackets", "brackets", "braces", "lists", "wide lists", "keys", "indentation", "many"],
)
def test_depth_without_end_is_one_problem(text: str) -> None:
    source, problems = read_yaml(text, "a.yml")
    assert (source.data, [p.code for p in problems]) == ({}, ["AA003"])


def test_ordinary_depth_is_fine() -> None:
    depth = 18
    assert read_yaml("a: " + "[" * depth + "]" * depth, "a.yml")[1] == []


def test_an_alias_bomb_does_not_go_off() -> None:
    levels = "abcdefghij"
    bomb = "a: &a [x, x]\n" + "".join(
        f"{this}: &{this} [{', '.join([f'*{before}'] * 9)}]\n" for before, this in pairwise(levels)
    )
    source, problems = read_yaml(bomb, "a.yml")
    assert {p.code for p in problems} == {"AA005"}
    assert len(repr(source.data)) < 1000


def test_a_huge_value_and_many_keys_are_read() -> None:
    assert len(read_yaml(f"a: {'x' * 900_000}", "a.yml")[0].data["a"]) == 900_000
    assert len(read_yaml("".join(f"k{n}: v\n" for n in range(10_000)), "a.yml")[0].data) == 10_000


# Any input

_YAML_LETTERS = st.text(alphabet=" \t\n\r:-[]{},#&*!|>'\"%@`?~\\aé\u2028\ufeff1.", max_size=60)


def check_places(text: str, source: Source, problems: list[Problem]) -> None:
    last = text.count("\n") + 1
    for place in [p.place for p in problems] + [source.place(*keys) for keys in _keys(source.data)]:
        assert 1 <= place.line <= last
        assert place.column >= 1
    assert 1 <= source.body_line <= last


def _keys(data: Any, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(data, dict):
        return [above, *(found for key, value in data.items() for found in _keys(value, (*above, key)))]
    if isinstance(data, list):
        return [above, *(found for n, value in enumerate(data) for found in _keys(value, (*above, n)))]
    return [above]


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_problem(content: bytes) -> None:
    text, problems = decode(content, "a.md")
    assert text is not None or problems
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert all(1 <= p.place.line <= lines for p in problems)


@given(_YAML_LETTERS | st.text(max_size=60))
def test_any_text_gives_a_source_and_problems(written: str) -> None:
    text, problems = decode(written.encode(), "a.md")
    assert text is not None
    source, more = read_yaml(text, "a.yml")
    check_places(text, source, problems + more)
    framed = f"---\n{text}\n---\nBody"
    source, more = read_markdown(framed, "a.md")
    check_places(framed, source, more)
    check_places(text, *read_markdown(text, "a.md"))


@given(_YAML_LETTERS | st.text(max_size=60))
def test_even_text_that_was_not_decoded_raises_nothing(written: str) -> None:
    read_yaml(written, "a.yml")
    read_markdown(f"---\n{written}\n---\n", "a.md")


_WORDS = st.text(alphabet="abcčšžабвџ no12:30.~'\"#-", min_size=1, max_size=20).map(str.strip).filter(bool)
_VALUES = _WORDS | st.lists(_WORDS, max_size=3) | st.dictionaries(_WORDS, _WORDS, max_size=3)


@given(
    st.dictionaries(st.from_regex(r"[a-z][a-z_]{0,9}", fullmatch=True), _VALUES, min_size=1, max_size=5),
    st.text(alphabet="abcčšž \n#*[]()`-", max_size=60),
)
def test_we_read_what_python_frontmatter_reads(data: dict[str, Any], body: str) -> None:
    text = frontmatter.dumps(frontmatter.Post(body, **data), sort_keys=False, allow_unicode=True)
    source, problems = read_markdown(text, "a.md")
    theirs = frontmatter.loads(text)
    assert problems == []
    assert dict(source.data) == data == theirs.metadata
    assert list(source.data) == list(data)
    assert source.body.strip() == theirs.content.strip()


def test_where_python_frontmatter_guesses_we_do_not() -> None:
    text = "---\na: no\nb: 12:30\nc: 1.10\n---\nBody\n"
    assert frontmatter.loads(text).metadata == {"a": False, "b": 750, "c": 1.1}
    assert read_markdown(text, "a.md")[0].data == {"a": "no", "b": "12:30", "c": "1.10"}


_NESTED = st.recursive(
    _WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=3), max_leaves=8
)


@given(_NESTED)
def test_what_yaml_writes_we_read(value: Any) -> None:
    text = yaml.safe_dump({"value": value}, allow_unicode=True)
    source, problems = read_yaml(text, "a.yml")
    assert (source.data.get("value"), problems) == (value, [])
