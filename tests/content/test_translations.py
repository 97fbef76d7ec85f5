"""A translation is behind when the words of its source changed, and as far behind as somebody said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING
from zlib import crc32

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.content.meta import Edit, Grade
from generator.content.source import decode, read_markdown
from generator.content.translations import GRADES, fingerprint, missed, needed, of_entry, of_file, state, states

if TYPE_CHECKING:
    from tests.conftest import Maker

BODY = """\
Delivery takes {{ time }}. See [the *prices*](entry:prices#abroad "All prices") and
![a parcel](/parcel.png), <https://post.example/a> or https://post.example/b.

## Abroad {#abroad}

It costs [more][list].

[list]: https://shop.example/list "The list"
"""

# What counts


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("entry:prices#abroad", "https://shop.example/prices_(all)"),
        ("(entry:prices#abroad ", "(<entry:prices#abroad> "),
        ("entry:prices#abroad", "https://shop.example/{{ name }}/x"),
        ("/parcel.png", "/pictures/parcel.webp"),
        ("https://post.example/a", "https://new.example/c"),
        ("https://post.example/b", "http://new.example/"),
        ("https://shop.example/list", "<page:list>"),
        (" {#abroad}", ""),
        ("{#abroad}", "{#other-countries}"),
        ("{{ time }}", "{{time}}"),
        ("Delivery takes", "Delivery\n  takes"),
        ("\n\n## ", "\n\n\n\n## "),
    ],
)
def test_addresses_ids_and_white_space_do_not_count(old: str, new: str) -> None:
    assert old in BODY
    assert fingerprint(["Q?", "", BODY.replace(old, new)]) == fingerprint(["Q?", "", BODY])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("prices*]", "price*]"),
        ("*prices*", "prices"),
        ("All prices", "Prices"),
        ("a parcel", "a box"),
        ("{{ time }}", "{{ times }}"),
        ("example/b.", "example/b!"),
        ("Abroad", "abroad"),
        ("[more][list]", "[more](list)"),
        ("The list", "A list"),
        ("## Abroad", "# Abroad"),
    ],
)
def test_words_count(old: str, new: str) -> None:
    assert old in BODY
    assert fingerprint(["Q?", "", BODY.replace(old, new)]) != fingerprint(["Q?", "", BODY])


def test_code_is_words_whatever_it_holds() -> None:
    for one, two in [("`[a](b)`", "`[a](c)`"), ("```\nhttps://a.example\n```", "```\nhttps://b.example\n```")]:
        assert fingerprint([one]) != fingerprint([two])
    assert fingerprint(["[`a`](b)"]) == fingerprint(["[`a`](c)"])


def test_each_text_counts_where_it_stands() -> None:
    assert fingerprint(["a", "b"]) != fingerprint(["a b"]) != fingerprint(["a", "", "b"])
    assert fingerprint(["a", "b", "", ""]) == fingerprint(["a", "b"])
    assert fingerprint(["\u010das"]) == fingerprint(["c\u030cas"])
    assert len(fingerprint([])) == 12


TARGETS = st.from_regex(r"[a-z]{1,9}:[\w/.#%&=-]{0,30}(\([\w-]{0,5}\))?", fullmatch=True)
WORDS = st.from_regex(r"[A-Za-zšđЂЉ]{1,8}( [A-Za-zšđЂЉ]{1,8}){0,3}", fullmatch=True)
SHAPES = st.sampled_from(
    ["{w} [{w}]({t}) ", "![{w}](<{t}>)", '[{w}]({t} "{w}")', "\n\n[{w}]: {t}\n\n", "## {w} {{#{i}}}\n", "{w} `{w}` "]
)


@given(st.lists(st.tuples(SHAPES, WORDS, TARGETS, TARGETS), max_size=8))
def test_no_change_of_a_target_changes_the_fingerprint(parts: list[tuple[str, str, str, str]]) -> None:
    def text(at: int) -> str:
        return "\n".join(part[0].format(w=part[1], t=part[at], i=f"i{crc32(part[at].encode())}") for part in parts)

    assert fingerprint([text(2)]) == fingerprint([text(3)])


@given(st.lists(st.tuples(SHAPES, WORDS, TARGETS), min_size=1, max_size=8), st.integers(0, 7), WORDS)
def test_every_change_of_a_word_does(parts: list[tuple[str, str, str]], at: int, word: str) -> None:
    at %= len(parts)
    assume(parts[at][1] != word)

    def text(words: Mapping[int, str]) -> str:
        return "\n".join(shape.format(w=words.get(n, w), t=t, i="x") for n, (shape, w, t) in enumerate(parts))

    assert fingerprint([text({})]) != fingerprint([text({at: word})])


def test_a_file_has_the_fingerprint_of_its_entry(project: Maker) -> None:
    front = "question: ' Why {{ x }}? '\nshort: |\n  So\nposts:\n  tip: T\n  myth: {fact: F, myth: M, why: W}\n"
    text = f"---\n{front}---\n{BODY}"
    folder = project({"faq/delivery/delivery-time.en.md": text})
    entry = folder.library().by_id["delivery-time"]["en"]
    src, _ = read_markdown(decode(text.encode(), "")[0] or "", "")
    assert of_file(src) == of_entry(entry) == fingerprint(["Why {{ x }}?", "So", BODY, "T", "F", "M", "W"])
    broken, _ = read_markdown("---\nquestion: [a]\nposts: {myth: x, quiz: [y], checklist: z}\n---\n", "")
    assert of_file(broken) == fingerprint([])


def test_words_for_posts_count_and_those_of_older_files_keep_their_fingerprint(project: Maker) -> None:
    posts = "did_you_know: D\n  changed: C\n  checklist: [' One ', '{{ two }}']\n"
    quiz = "  quiz: {question: Q, options: [A, B], right: 2, why: W}\n"
    text = f"---\nquestion: Why?\nposts:\n  {posts}{quiz}---\n{BODY}"
    folder = project({"faq/delivery/delivery-time.en.md": text})
    entry = folder.library().by_id["delivery-time"]["en"]
    src, _ = read_markdown(decode(text.encode(), "")[0] or "", "")
    told = ["Why?", "", BODY, "", "", "", "", "D", "C", "Q", "A\nB", "2", "W", "One\n{{ two }}"]
    assert of_file(src) == of_entry(entry) == fingerprint(told)
    assert fingerprint(told[:3]) == fingerprint(["Why?", "", BODY])


# How a translation stands


def edits(*pairs: tuple[str, Grade]) -> tuple[Edit, ...]:
    return tuple(Edit(hash=hash_, grade=grade, on=date(2026, 11, n)) for n, (hash_, grade) in enumerate(pairs, 1))


@pytest.mark.parametrize(
    ("made_from", "present", "graded", "standing", "day", "to_grade"),
    [
        ("c", "c", edits(), "fresh", None, False),
        ("", "c", edits(("c", "major")), "unknown", None, False),
        ("a", "c", edits(), "ungraded", None, True),
        ("a", "c", edits(("b", "medium")), "ungraded", None, True),
        ("b", "c", edits(("b", "major"), ("c", "typo")), "typo", 2, False),
        ("a", "c", edits(("b", "typo"), ("c", "typo")), "typo", 1, False),
        ("a", "c", edits(("b", "medium"), ("c", "typo")), "medium", 1, False),
        ("a", "d", edits(("b", "medium"), ("c", "major"), ("d", "medium")), "major", 2, False),
        ("b", "d", edits(("b", "major"), ("c", "medium"), ("d", "medium")), "medium", 2, False),
        # a text that came back: what counts is what happened since it was last there
        ("a", "b", edits(("b", "major"), ("a", "major"), ("b", "typo")), "typo", 3, False),
        ("a", "a", edits(("b", "major"), ("a", "major")), "fresh", None, False),
        # nobody stops warning readers because of one more edit
        ("a", "x", edits(("b", "major")), "major", 1, True),
        ("b", "x", edits(("b", "major")), "ungraded", None, True),
    ],
)
def test_state(
    made_from: str,
    present: str,
    graded: tuple[Edit, ...],
    standing: str,
    day: int | None,
    to_grade: bool,  # noqa: FBT001
) -> None:
    found = state(made_from, present, graded)
    since = date(2026, 11, day) if day else None
    assert (found.standing, found.since, found.to_grade) == (standing, since, to_grade)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(GRADES)), max_size=6), st.sampled_from("abcde"))
def test_a_grade_more_never_makes_a_translation_better(pairs: list[tuple[str, Grade]], made_from: str) -> None:
    def rank(graded: tuple[Edit, ...]) -> int:
        found = state(made_from, "present", graded)
        return GRADES.index(found.standing) if found.standing in GRADES else -1

    for grade in GRADES:
        assert rank((*edits(*pairs, ("present", grade)),)) == max(
            [GRADES.index(grade), *(GRADES.index(e.grade) for e in missed(made_from, edits(*pairs)))]
        )


def test_states_of_a_library(project: Maker) -> None:
    en, hr = "faq/delivery/delivery-time.en.md", "faq/delivery/delivery-time.sr.md"
    present = fingerprint(["How long?", "Two days."])
    other = "---\nquestion: Колико?\nshort: Два дана.\n{}---\n".format
    source = "---\nquestion: How long?\nshort: Two days.\n{}---\n".format
    graded = f"edits:\n  - {{hash: {present}, grade: major, on: 2026-11-25}}\n"
    settings = {"faq/faq.yml": "name: A\nlanguages: [en, sr]\n"}

    def standing(edited: str, made_from: str) -> dict[tuple[str, str], str]:
        library = project({**settings, en: source(edited), hr: other(made_from)}).library()
        assert library.standing == states(library)
        return {key: found.standing for key, found in library.standing.items()}

    both = [("delivery-time", "sr"), ("delivery-time", "sr-Latn")]
    assert standing("", "") == dict.fromkeys(both, "unknown")
    assert standing("", f"source: {present}\n") == dict.fromkeys(both, "fresh")
    assert standing("", "source: 0123456789ab\n") == dict.fromkeys(both, "ungraded")
    assert standing(graded, "source: 0123456789ab\n") == dict.fromkeys(both, "major")


def test_the_source_in_its_other_script_is_no_translation(project: Maker) -> None:
    serbian = "---\nquestion: Колико?\nshort: Два дана.\n---\n"
    folder = project({"faq/faq.yml": "name: A\nlanguages: [sr, en]\n", "faq/delivery/delivery-time.sr.md": serbian})
    assert set(folder.library().standing) == {("delivery-time", "en")}


# What is kept of the history


def test_edits_are_kept_while_a_translation_has_them_before_it(project: Maker) -> None:
    grades = {"a": "major", "b": "medium", "c": "typo"}
    graded = "edits:\n" + "".join(f"  - {{hash: {c * 12}, grade: {g}, on: 2026-11-25}}\n" for c, g in grades.items())
    text = f"---\nquestion: Q?\nshort: A.\n{graded}---\n"
    entry = project({"faq/delivery/delivery-time.en.md": text}).library().by_id["delivery-time"]["en"]
    present = of_entry(entry)
    last_that_mattered = ["b", "c"]
    assert (
        [e.hash[0] for e in needed(entry, [])]
        == [e.hash[0] for e in needed(entry, [present, ""])]
        == last_that_mattered
    )
    assert [e.hash[0] for e in needed(entry, ["b" * 12, present])] == last_that_mattered
    assert [e.hash[0] for e in needed(entry, ["b" * 12, "a" * 12])] == ["b", "c"]
    assert [e.hash[0] for e in needed(entry, ["f" * 12])] == ["a", "b", "c"]


def test_hashes_grades_and_days_are_checked(project: Maker) -> None:
    wrong = "source: 0123456789ab\nedits: [{hash: x, grade: big, on: never}]\n"
    folder = project(
        {
            "faq/faq.yml": "name: A\nlanguages: [en, hr]\n",
            "faq/delivery/_topic.yml": "title: {en: Delivery, hr: Dostava}\n",
            "faq/delivery/delivery-time.en.md": f"---\nquestion: Q?\nshort: A.\n{wrong}---\n",
            "faq/delivery/delivery-time.hr.md": "---\nquestion: Q?\nshort: A.\nsource: old\nedits: []\n---\n",
        }
    )
    grades = "'typo', 'medium' or 'major'"
    assert folder.said() == [
        "faq/delivery/delivery-time.en.md:4:9: error AA010 'source' is not a known key",
        "faq/delivery/delivery-time.en.md:5:16: error AA010 'edits.0.hash' cannot be 'x'",
        f"faq/delivery/delivery-time.en.md:5:26: error AA010 'edits.0.grade' must be {grades}, not 'big'",
        "faq/delivery/delivery-time.en.md:5:35: error AA010 'edits.0.on' must be a date like 2026-11-22, not 'never'",
        "faq/delivery/delivery-time.hr.md:4:9: error AA010 'source' cannot be 'old'",
        "faq/delivery/delivery-time.hr.md:5:8: error AA010 'edits' is not a known key",
    ]
