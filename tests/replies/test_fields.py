"""Fields of service replies: each type written in the customer's language, and nothing that is no value of its type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.content.library import Reply
from generator.content.placeholders import Placeholder
from generator.replies import Wording, fill_in, framed, is_private, written

REPLY = Reply(
    id="order-status",
    lang="hr",
    title="Gdje je narudžba",
    when="Privatno.",
    fields={"order": "order", "date": "date", "way": "choice"},
    choices={"way": ("poštom", "kurirom")},
    body="Narudžba **{{ order }}** krenula je {{ date }} {{ way }}.",
    path="faq/replies/order-status.hr.md",
)
VALUES = {"order": "A-17", "date": "2026-11-20", "way": "kurirom", "name": "Ivan"}


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("text", " a\nb ", "a b"),
        ("order", "A-{{17}}", "A- 17"),
        ("date", "2026-11-20", "20. studenoga 2026."),
        ("date", "2026-11-31", ""),
        ("date", "20.11.2026.", ""),
        ("time", "09:05", "9:05"),
        ("time", "24:00", ""),
        ("time", "9:05", ""),
        ("days", "1", "1 dan"),
        ("days", "22", "22 dana"),
        ("days", "-1", ""),
        ("days", "two", ""),
        ("link", "https://kurir.example/A-17?x=1", "https://kurir.example/A-17?x=1"),
        ("link", "javascript:alert(1)", ""),
        ("link", "kurir.example", ""),
        ("choice", "poštom", "poštom"),
        ("choice", "golubom", ""),
        ("promise", "sutra do 9:30", "sutra do 9:30"),
        ("text", "", ""),
    ],
)
def test_a_value_is_written_as_the_customer_reads_it(wording: Wording, kind: str, value: str, shown: str) -> None:
    assert written(kind, value, wording.dates, ("poštom", "kurirom")) == shown


def test_a_reply_is_filled_in_as_plain_text(wording: Wording) -> None:
    said, missing = fill_in(REPLY, VALUES, wording.dates, turn=3, public=True)
    assert not missing
    assert said.answer == "Narudžba A-17 krenula je 20. studenoga 2026. kurirom."
    assert (said.id, said.turn, said.name, said.public, said.personal) == ("order-status", 3, "Ivan", True, True)
    assert not said.is_whole


def test_what_is_missing_or_cannot_be_read_is_named_in_the_order_of_the_text(wording: Wording) -> None:
    _, missing = fill_in(REPLY, {"way": "golubom", "order": "A-17"}, wording.dates, turn=0)
    assert missing == ("date", "way")


def test_a_reply_with_its_own_greeting_is_not_greeted_again(wording: Wording) -> None:
    own = replace(REPLY, body="Draga {{ name }},\n\nhvala.\n\n{{ agent }}")
    said, missing = fill_in(own, {}, wording.dates, turn=0)
    assert said.is_whole
    assert missing == ("name", "agent")


def test_a_reply_that_names_an_order_is_private_and_others_say_so() -> None:
    assert is_private(REPLY)
    plain = replace(REPLY, body="Hvala.")
    assert not is_private(plain)
    assert is_private(replace(plain, private=True))


def test_for_helpdesks_a_reply_is_greeted_and_signed_and_by_name_only_without_a_vocative(wording: Wording) -> None:
    order, agent = Placeholder("order", "order"), Placeholder("agent", "text")
    reply = replace(REPLY, body="Narudžba {{ order }}.")
    assert framed(reply, wording) == ("Dobar dan!\n\nNarudžba ", order, ".\n\nLijep pozdrav,\n", agent, ", Zrno")
    name = Placeholder("name", "text")
    assert framed(reply, replace(wording, names=None))[:3] == ("Dobar dan, ", name, "!\n\nNarudžba ")
    assert framed(reply, replace(wording, greetings=(), sign_offs=())) == ("Narudžba ", order, ".")
    own = replace(REPLY, body="Draga {{ name }}, hvala.")
    assert framed(own, wording) == ("Draga ", name, ", hvala.")


def test_days_have_the_plural_forms_of_each_language(wordings: Mapping[str, Wording]) -> None:
    counts = ("1", "2", "5", "21")
    assert {code: [written("days", n, w.dates) for n in counts] for code, w in wordings.items()} == {
        "en": ["1 day", "2 days", "5 days", "21 days"],
        "hr": ["1 dan", "2 dana", "5 dana", "21 dan"],
        "sr": ["1 дан", "2 дана", "5 дана", "21 дан"],
        "sr-Latn": ["1 dan", "2 dana", "5 dana", "21 dan"],
        "sl": ["1 dan", "2 dneva", "5 dni", "21 dni"],
        "cs": ["1 den", "2 dny", "5 dnů", "21 dnů"],
        "bg": ["1 ден", "2 дни", "5 дни", "21 дни"],
    }
