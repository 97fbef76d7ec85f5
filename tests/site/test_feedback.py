import dataclasses
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.content.library import Library
from generator.site.feedback import feedback, mail
from generator.site.shape import Shape


def told(shape: Shape, library: Library, target: str) -> Shape:
    settings = dataclasses.replace(library.settings, feedback=target)
    return dataclasses.replace(shape, library=dataclasses.replace(library, settings=settings))


def test_a_mail_says_which_page_it_is_about_in_the_readers_language(shape: Shape, library: Library) -> None:
    made = feedback(told(shape, library, "help+faq@example.org"), library.by_id["time"]["hr"], "hr")
    assert made is not None
    parts = urlsplit(str(made["wrong"]))
    fields = parse_qs(parts.query)
    assert (parts.scheme, parts.path) == ("mailto", "help%2Bfaq@example.org")
    assert fields["subject"] == ["Ispravak: Koliko traje?"]
    assert fields["body"][0].startswith("Stranica: https://faq.example.org/help/hr/q/time/\r\n\r\nŠto nije točno")


def test_words_of_another_language_are_asked_about_at_the_readers_address(shape: Shape, library: Library) -> None:
    made = feedback(told(shape, library, "https://forms.example.org/faq"), library.by_id["cost"]["en"], "hr")
    assert made == {
        "endpoint": "https://forms.example.org/faq",
        "fields": [
            {"name": "entry", "value": "cost"},
            {"name": "lang", "value": "hr"},
            {"name": "address", "value": "https://faq.example.org/help/hr/q/cost/"},
        ],
    }


def test_nowhere_to_send_it_nothing_is_asked(shape: Shape, library: Library) -> None:
    assert feedback(told(shape, library, ""), library.by_id["time"]["en"], "en") is None


@pytest.mark.parametrize("text", ['a&body=b?c#d%20"<>', "dva retka\nи ћирилица", "100 % 😀"])
def test_no_text_can_end_its_part_of_the_address(text: str) -> None:
    address = mail("a@b.example", text, text)
    fields = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert fields == {"subject": [" ".join(text.split())], "body": [text.replace("\n", "\r\n")]}
    assert "%0A" not in address.replace("%0D%0A", "")
    assert not set(' "<>\n') & set(address)
