"""A reply put together: what it has, what it leaves out when it must, and when it moves to a private message."""

from __future__ import annotations

import itertools
from dataclasses import replace

from generator.replies import Said, Wording, compose

SAID = Said(id="delivery-time", turn=0, answer="Za 2 dana.", link="https://faq.example/hr/q/delivery-time/")


def lines(text: str) -> list[str]:
    return text.split("\n\n")


def test_a_reply_is_greeting_answer_next_step_and_sign_off(wording: Wording) -> None:
    greeting, answer, step, sign_off = lines(compose(replace(SAID, name="ivan", agent="A. K."), wording).text)
    assert "Ivane" in greeting
    assert answer in {f"{bridge} Za 2 dana." for bridge in wording.bridges}
    assert step.endswith(f" {SAID.link}")
    assert "A. K." in sign_off


def test_without_names_it_is_neutral(wording: Wording) -> None:
    for turn in range(12):
        greeting, _, _, sign_off = lines(compose(replace(SAID, turn=turn), wording).text)
        assert greeting in {"Dobar dan!", "Pozdrav!", "Poštovani!"}
        assert sign_off in {"Lijep pozdrav,\nZrno", "Sve najbolje,\nZrno", "Do čitanja"}


def test_a_name_that_no_table_knows_is_left_out(wording: Wording) -> None:
    assert "Kevin" not in compose(replace(SAID, name="Kevin"), wording).text


def test_the_next_turn_differs_in_every_phrase(wording: Wording) -> None:
    texts = [lines(compose(replace(SAID, turn=turn), wording).text) for turn in range(200)]
    for before, after in itertools.pairwise(texts):
        assert all(a != b for a, b in zip(before, after, strict=True))


def test_the_same_turn_gives_the_same_words_and_entries_begin_at_different_ones(wording: Wording) -> None:
    assert compose(SAID, wording) == compose(SAID, wording)
    begun = {compose(replace(SAID, id=f"entry-{n}"), wording).text for n in range(50)}
    assert len(begun) > 20


def test_a_short_network_gets_less_around_the_answer_but_always_the_answer_and_its_link(wording: Wording) -> None:
    made = [compose(SAID, wording, lambda text, most=most: len(text) <= most) for most in range(120, 0, -1)]  # type: ignore[misc]
    assert all("Za 2 dana." in reply.text and SAID.link in reply.text for reply in made)
    assert len({len(lines(reply.text)) for reply in made}) == 4
    assert made[-1].text == f"Za 2 dana.\n{SAID.link}"
    assert [made[0].fits, made[-1].fits] == [True, False]


def test_in_public_an_answer_that_asks_for_personal_data_leads_to_a_private_message(wording: Wording) -> None:
    said = replace(SAID, answer="Pošaljite broj\u00a0narudžbe.", public=True)
    reply = compose(said, wording)
    assert reply.private
    assert lines(reply.text)[2] in {step.replace("{link}", SAID.link) for step in wording.private}
    assert not compose(replace(said, public=False), wording).private
    assert not compose(replace(SAID, public=True), wording).private


def test_the_way_to_a_private_message_is_never_left_out(wording: Wording) -> None:
    reply = compose(replace(SAID, public=True, personal=True), wording, lambda _text: False)
    assert "privat" in reply.text


def test_an_answer_in_another_language_is_labelled_even_where_there_is_no_room(wording: Wording) -> None:
    said = replace(SAID, answer="In 2 days.", language="en")
    assert lines(compose(said, wording).text)[1] == "Naš odgovor (engleski): In 2 days."
    assert compose(said, wording, lambda _text: False).text.startswith("Naš odgovor (engleski): In 2 days.")


def test_a_service_reply_has_a_way_of_its_own_and_may_greet_and_sign_itself(wording: Wording) -> None:
    said = Said(id="received", turn=0, answer="Poruka je stigla.")
    assert len(lines(compose(said, wording).text)) == 3
    assert compose(replace(said, is_whole=True), wording).text == "Poruka je stigla."
    assert compose(said, wording, lambda _text: False).text == "Poruka je stigla."


def test_nothing_that_was_typed_can_open_a_placeholder(wording: Wording) -> None:
    text = compose(replace(SAID, name="{{ name }}", agent="{{ agent }} {link}"), wording).text
    assert not set("{}[]") & set(text)


def test_a_longer_answer_gives_way_to_the_short_one_before_the_greeting_is_lost(wording: Wording) -> None:
    longer = replace(SAID, answer="Za 2 dana. " + "Paket putuje kurirom. " * 5 + "Hvala.", shorter="Za 2 dana.")
    whole = compose(longer, wording).text
    assert longer.answer in whole
    least = min(len(compose(longer, wording, lambda text, n=n: len(text) <= n).text) for n in range(len(whole)))
    assert least == len(compose(SAID, wording, lambda _: False).text)
    for most in range(len(whole)):
        text = compose(longer, wording, lambda text, n=most: len(text) <= n).text  # type: ignore[misc]
        assert longer.answer not in text or lines(text)[0] in {"Dobar dan!", "Pozdrav!", "Poštovani!"}
