import dataclasses
import random
from collections.abc import Callable, Sequence

import pytest

from generator.content.library import Entry, Library
from generator.content.meta import Meta
from generator.site.related import MOST, related

Lists = dict[str, tuple[str, ...]]


@pytest.fixture
def of(library: Library) -> Callable[..., Lists]:
    """The related questions of some entries."""

    def made(entries: Sequence[Entry], printed: dict[str, dict[str, str]] | None = None) -> Lists:
        languages = library.languages
        return related(
            Library.of(entries, settings=library.settings, languages=languages, topics=[], printed=printed or {})
        )

    return made


def asked(id_: str, question: str, body: str = "", *, lang: str = "en", asked: str = "", **rest: object) -> Entry:
    meta = Meta(tags=tuple(rest.pop("tags", ())))  # type: ignore[arg-type]
    words = (question, "", body)
    return Entry(
        id=id_,
        lang=lang,
        topic=id_[0],
        question=question,
        written=words,
        also_asked=(asked,) if asked else (),
        meta=meta,
        facts=frozenset(rest),
    )


SHOP = [
    asked("a-parcel", "Where do I collect my parcel?", "The courier leaves it at the pickup point."),
    asked("b-damaged", "My parcel arrived damaged", "Take a picture, at the pickup point or while the courier waits."),
    asked("c-sowing", "When are chillies sown?", "Sowing begins in January, on a warm windowsill."),
    asked(
        "d-light",
        "How much light do chillies need?",
        "From January to March, on a windowsill, a lamp helps their sowing along.",
    ),
    asked("e-invoice", "Can I get an invoice?", "Write the company's number."),
    asked("f-gift", "Do you wrap gifts?", "With a ribbon."),
    asked("g-heat", "Which one is hottest?", "The scale says."),
    asked("h-pot", "Which compost?", "One without peat."),
]


def test_questions_that_share_rare_words_are_related_whatever_their_topic(of: Callable[..., Lists]) -> None:
    found = of(SHOP)
    assert found["a-parcel"] == ("b-damaged",)
    assert found["c-sowing"] == ("d-light",)
    assert found["e-invoice"] == ()


def test_inflection_and_marks_do_not_matter(of: Callable[..., Lists]) -> None:
    others = [asked(f"x{n}", f"Nešto posve drugo broj {n}") for n in range(8)]
    found = of([asked("a", "Reklamacija proizvoda"), asked("b", "Kako reklamirati proizvôde?"), *others])
    assert found["a"] == ("b",)


def test_a_link_in_the_answer_and_a_shared_tag_count(of: Callable[..., Lists]) -> None:
    linked = dataclasses.replace(SHOP[4], written=("Can I get an invoice?", "", "See [gifts](entry:f-gift)."))
    assert of([*SHOP[:4], linked, *SHOP[5:]])["f-gift"] == ("e-invoice",)
    tagged = [dataclasses.replace(e, meta=Meta(tags=("summer", "garden"))) for e in SHOP[6:]]
    assert of([*SHOP[:6], *tagged])["g-heat"] == ("h-pot",)


def test_the_source_language_decides_for_all(of: Callable[..., Lists]) -> None:
    translations = [asked(e.id, "Isto pitanje, iste riječi", lang="hr") for e in SHOP]
    assert of([*SHOP, *translations]) == of(SHOP)


def test_a_facts_value_changes_nothing(of: Callable[..., Lists]) -> None:
    def shop(value: str) -> list[Entry]:
        delivery = asked("a", "Delivery in {{ time }}?", "Within {{ time }}.", asked=f"delivery {value}", time="")
        refund = asked("b", "Refund", "Three working days.")
        return [delivery, refund, *SHOP]

    before, after = "working three", "fortnight"
    assert of(shop(before), {"en": {"time": before}}) == of(shop(after), {"en": {"time": after}})


def test_no_entry_is_related_to_itself_and_lists_are_short(of: Callable[..., Lists]) -> None:
    found = of([asked(f"q{n}", f"Common question about parcels number {n % 3}", tags=("one",)) for n in range(40)])
    found |= of(many(200))
    for id_, others in found.items():
        assert id_ not in others
        assert len(others) == len(set(others)) <= MOST


def test_the_order_of_entries_does_not_matter(of: Callable[..., Lists]) -> None:
    entries = many(200)
    assert of(entries[::-1]) == of(entries)


def test_a_small_edit_moves_few_lists(of: Callable[..., Lists]) -> None:
    entries = many(400)
    before = of(entries)
    assert sum(map(bool, before.values())) > 300
    question, short, body = entries[7].written
    edited = dataclasses.replace(entries[7], written=(question, short, body + " Another sentence, with word12."))
    after = of([*entries[:7], edited, *entries[8:]])
    assert sum(before[id_] != after[id_] for id_ in before) <= 8


def many(count: int) -> list[Entry]:
    """Entries whose words are as unevenly common as real ones, each on one of many subjects."""
    rng = random.Random(3)  # noqa: S311 - the same every time
    words = [f"word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}"[3:] + "xyz" for n in range(2000)]
    weights = [1 / (n + 10) for n in range(2000)]

    def text(subject: int, length: int) -> str:
        own = [f"{chr(97 + subject % 26)}{chr(97 + subject // 26)}topic{n}" for n in "abcdef"]
        return " ".join(rng.choices(words, weights, k=length) + rng.choices(own, k=2))

    return [asked(f"e{n}", text(n % (count // 5), 6), text(n % (count // 5), 60)) for n in range(count)]
