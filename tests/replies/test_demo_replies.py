"""Two hundred replies of every entry in every language of the demo: other words each time, the same facts always."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from generator.content.library import Entry, Library
from generator.replies import Composed, Said, Wording, compose, fill_in
from generator.text import plain
from tests.replies.test_wording import NEGATIONS

REPLIES = 200
NAMES = ("", "Luka", "Nikola", "Andrej", "Mia", "Ivan", "Petar", "Jiří", "Јована", "Георги")
AGENTS = ("Ana", "M. K.", "")
CODES = ("en", "hr", "sr", "sr-Latn", "sl", "cs", "bg")
LINK = re.compile(r"https?://\S+")
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
"""Of dates, too: their months are words of the answer, which stands in the reply as it is."""
WORD = re.compile(r"[^\W\d_]+")
LATIN_NEGATIONS = NEGATIONS | {"sr-Latn": NEGATIONS["hr"] + " niko"}


def said(entry: Entry, turn: int) -> Said:
    return Said(
        id=entry.id,
        turn=turn,
        answer=entry.short,
        link=f"https://faq.example/{entry.lang}/q/{entry.id}/",
        name=NAMES[turn // 2 % len(NAMES)],
        agent=AGENTS[turn // 3 % len(AGENTS)],
    )


def facts(text: str, code: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Numbers, links and negations, each as often as it is there."""
    links = Counter(LINK.findall(text))
    rest = LINK.sub(" ", text)
    negations = set(LATIN_NEGATIONS[code].split())
    return Counter(NUMBER.findall(rest)), links, Counter(w for w in WORD.findall(rest.lower()) if w in negations)


def entries(demo: Library, code: str) -> Iterator[Entry]:
    return (versions[code] for versions in demo.by_id.values())


@pytest.mark.parametrize("code", CODES)
def test_every_reply_of_an_entry_has_the_same_facts_and_other_words_than_the_last(
    demo: Library, wordings: Mapping[str, Wording], code: str
) -> None:
    for entry in entries(demo, code):
        texts = [compose(said(entry, turn), wordings[code]).text for turn in range(REPLIES)]
        link = said(entry, 0).link
        expected = facts(f"{entry.short} {link}", code)
        assert all(facts(text, code) == expected for text in texts), entry.id
        assert all(entry.short in text for text in texts)
        assert all(before != after for before, after in itertools.pairwise(texts))
        assert len(set(texts)) > REPLIES / 2
        assert not any(set("{}[]") & set(text) for text in texts)
        assert not any(re.search(r" [,.!]|  |^\s|\s$|,,|\n{3}", text) for text in texts), entry.id


@pytest.mark.parametrize("code", CODES)
def test_replies_of_any_length_have_the_same_facts(demo: Library, wordings: Mapping[str, Wording], code: str) -> None:
    for entry in entries(demo, code):
        expected = facts(f"{entry.short} {said(entry, 0).link}", code)
        for most in (500, 280, 200, 0):
            made = [compose(said(entry, turn), wordings[code], lambda t, n=most: len(t) <= n) for turn in range(20)]  # type: ignore[misc]
            assert all(facts(reply.text, code) == expected for reply in made)
            assert all(reply.fits == (len(reply.text) <= most) for reply in made)


@pytest.mark.parametrize("code", CODES)
def test_a_longer_reply_says_the_whole_answer_or_the_short_one(
    demo: Library, wordings: Mapping[str, Wording], code: str
) -> None:
    for entry in entries(demo, code):
        whole, link = plain(entry.body), said(entry, 0).link
        expected = {answer: facts(f"{answer} {link}", code) for answer in (whole, entry.short)}
        for most in (100_000, 500, 280, 0):
            longer = [replace(said(entry, turn), answer=whole, shorter=entry.short) for turn in range(20)]
            made = [compose(each, wordings[code], lambda t, n=most: len(t) <= n) for each in longer]  # type: ignore[misc]
            for reply in made:
                answer = whole if whole in reply.text else entry.short
                assert answer in reply.text
                assert facts(reply.text, code) == expected[answer], entry.id
                assert reply.fits == (len(reply.text) <= most)
            assert most < len(whole) or all(whole in reply.text for reply in made)


@pytest.mark.parametrize("code", CODES)
def test_changing_an_order_asks_for_its_number_and_moves_to_a_private_message(
    demo: Library, wordings: Mapping[str, Wording], code: str
) -> None:
    def in_public(id_: str) -> Composed:
        entry = demo.by_id[id_][code]
        public = Said(id=id_, turn=0, answer=entry.short, link="https://faq.example/", public=True)
        return compose(public, wordings[code])

    assert in_public("change-order").private
    assert not in_public("delivery-time").private


VALUES = {
    "order": "ZR-1042",
    "date": "2026-11-26",
    "reply_time": "09:30",
    "days": "5",
    "link": "https://faq.example/",
    "reply_by": "09:30",
}


def test_every_service_reply_can_be_filled_in(demo: Library, wordings: Mapping[str, Wording]) -> None:
    assert {reply.id for reply in demo.replies} >= {
        "received", "reply-delayed", "damaged", "out-of-stock", "order-status", "lost-enquiry", "thanks",
    }  # fmt: skip
    for reply in demo.replies:
        wording = wordings[reply.lang]
        chosen = {name: texts[0] for name, texts in reply.choices.items()}
        filled, missing = fill_in(reply, VALUES | chosen, wording.dates, turn=0)
        assert not missing, reply.path
        text = compose(filled, wording).text
        assert not set("{}[]") & set(text)
        assert text.count("\n\n") >= 2
        assert filled.answer[0].isupper()


@pytest.mark.parametrize("code", CODES)
def test_an_enquiry_that_was_received_says_when_it_is_answered(
    demo: Library, wordings: Mapping[str, Wording], code: str
) -> None:
    (received,) = (reply for reply in demo.replies if (reply.id, reply.lang) == ("received", code))
    assert received.fields == {"reply_by": "promise"}
    _, missing = fill_in(received, {}, wordings[code].dates, turn=0)
    assert missing == ("reply_by",)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "message of 5 November 2026 was"),
        ("hr", "poruka od 5. studenoga 2026. promaknula"),
        ("sr", "порука од 5. новембра 2026. и жао"),
        ("sr-Latn", "poruka od 5. novembra 2026. i žao"),
        ("sl", "sporočilo z dne 5. novembra 2026 smo"),
        ("cs", "poslali 5. listopadu 2026, jsme"),
        ("bg", "съобщението Ви от 5 ноември 2026 г. и съжалявам"),
    ],
)
def test_a_date_is_in_the_case_that_its_sentence_asks_for(
    demo: Library, wordings: Mapping[str, Wording], code: str, expected: str
) -> None:
    (lost,) = (reply for reply in demo.replies if (reply.id, reply.lang) == ("lost-enquiry", code))
    filled, _ = fill_in(lost, {"date": "2026-11-05"}, wordings[code].dates, turn=0)
    assert expected in re.sub("[\u00a0\u202f]", " ", filled.answer)
