"""Changing one key of the front matter leaves everything else as its author wrote it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.edit import set_key
from generator.content.source import decode, read_markdown

ENTRY = """\
---
# About deliveries
question: "How long?"   # as customers ask
short: >
  Up to
  five days.

tags: [delivery, time]  # for search
also_asked:   # the words of customers
  - When?     # from chat
  - How soon?
# the end
---

# Heading
source: not front matter
---
"""


@pytest.mark.parametrize(
    ("key", "value", "old", "new"),
    [
        ("question", "Why?", 'question: "How long?"   #', "question: Why?   #"),
        ("short", '"Soon."', "short: >\n  Up to\n  five days.\n", 'short: "Soon."\n'),
        ("tags", "[a, b]", "tags: [delivery, time]  #", "tags: [a, b]  #"),
        ("tags", "\n  - a\n  - b", "tags: [delivery, time]  #", "tags:\n  - a\n  - b  #"),
        (
            "also_asked",
            "[When?]",
            "also_asked:   # the words of customers\n  - When?     # from chat\n  - How soon?\n",
            "also_asked: [When?]   # the words of customers\n",
        ),
        (
            "also_asked",
            "\n  - {a: 1}",
            "also_asked:   # the words of customers\n  - When?     # from chat\n  - How soon?\n",
            "also_asked:   # the words of customers\n  - {a: 1}\n",
        ),
        ("source", "0123456789ab", "# the end\n---", "# the end\nsource: 0123456789ab\n---"),
        ("question", None, 'question: "How long?"   # as customers ask\n', ""),
        ("short", None, "short: >\n  Up to\n  five days.\n", ""),
        ("also_asked", None, ENTRY[ENTRY.index("also_asked") : ENTRY.index("# the end")], ""),
        ("source", None, "", ""),
    ],
)
def test_only_the_key_changes(key: str, value: str | None, old: str, new: str) -> None:
    assert set_key(ENTRY, key, value) == ENTRY.replace(old, new, 1)


def test_line_ends_and_byte_order_mark_stay() -> None:
    windows = "\ufeff" + ENTRY.replace("\n", "\r\n")
    made = set_key(windows, "tags", "\n  - a\n  - b")
    assert made == windows.replace("tags: [delivery, time]", "tags:\r\n  - a\r\n  - b")
    assert set_key(windows, "source", "abc") == windows.replace("# the end\r\n", "# the end\r\nsource: abc\r\n")


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("", "a: 1\n"),
        ("# nothing yet\n", "# nothing yet\na: 1\n"),
        ("  b: 2\n", "  b: 2\n  a: 1\n"),
        ("a:\n", "a: 1\n"),
        ("a:   # later\nb: 2\n", "a: 1   # later\nb: 2\n"),
        ("a:\n- x\n- y\nb: 2\n", "a: 1\nb: 2\n"),
        ("a:\n  x: {y: [z]}\n\n\nb: 2\n", "a: 1\n\n\nb: 2\n"),
        ("'a' : x\nb: 2\n", "'a' : 1\nb: 2\n"),
        ("a: |\n  x\n\n  # no comment\nb: 2\n", "a: 1\nb: 2\n"),
        ("b: a\nc: {a: 2}\n", "b: a\nc: {a: 2}\na: 1\n"),
        ("b: č\na: č\n", "b: č\na: 1\n"),
        ("a: Ђорђе 🌶 #1\nb: 2\n", "a: 1 #1\nb: 2\n"),
    ],
)
def test_whatever_the_front_matter_looks_like(front: str, expected: str) -> None:
    assert set_key(f"---\n{front}---\nText", "a", "1") == f"---\n{expected}---\nText"


@pytest.mark.parametrize(
    "text",
    [
        "no front matter",
        "---\na: 1\n",
        "---\n{a: 1}\n---\n",
        "---\n- a\n---\n",
        "---\na: [\n---\n",
        "---\na: 1\na: 2\n---\n",
    ],
)
def test_what_cannot_be_edited_safely_is_left_to_a_person(text: str) -> None:
    assert set_key(text, "a", "2") is None


@pytest.mark.parametrize("value", ["[", "a: b", "x\nother: y", "!x y", ""])
def test_a_value_that_is_no_value_of_this_key_is_refused(value: str) -> None:
    assert set_key(ENTRY, "tags", value) is None


def test_letters_keep_the_form_they_were_typed_in() -> None:
    assert set_key("---\na: 1\n---\nc\u030c", "a", "c\u030c") == "---\na: c\u030c\n---\nc\u030c"


WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
STYLES = st.sampled_from(
    ["{k}: {v}\n", "{k}:   {v}   # note\n", "{k}:\n  - {v}\n  # between\n  - {v}\n", "\n# {k}\n{k}: [{v}]\n"]
)


@given(
    st.lists(st.tuples(STYLES, WORDS), min_size=1, max_size=6),
    st.integers(0, 6),
    WORDS,
    st.sampled_from(["\n", "\r\n"]),
)
def test_every_other_line_survives(lines: list[tuple[str, str]], at: int, word: str, eol: str) -> None:
    blocks = [
        style.format(k=f"k{n}", v=json.dumps(value, ensure_ascii=False)) for n, (style, value) in enumerate(lines)
    ]
    text = ("---\n" + "".join(blocks) + "---\nBody\n").replace("\n", eol)
    made = set_key(text, f"k{at}", json.dumps(word, ensure_ascii=False))
    assert made is not None
    rest = [block for n, block in enumerate(blocks) if n != at]
    assert all(block.replace("\n", eol) in made for block in rest)
    decoded, _ = decode(made.encode(), "")
    src, problems = read_markdown(decoded or "", "")
    assert problems == []
    assert set_key(made, f"k{at}", json.dumps(word, ensure_ascii=False)) == made
    assert src.body == "Body"
