"""Each file, read as the helpdesk reads it, gives back the words of the FAQ: whatever the words are."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.content.data import read_all
from generator.content.languages import site_languages
from generator.content.organisation import Settings
from generator.content.placeholders import Placeholder
from generator.content.schema.helpdesks import HelpdeskFile
from generator.content.schema.languages import LanguageFile
from generator.export.helpdesk.answers import Answer, Link
from generator.export.helpdesk.files import files
from generator.export.helpdesk.syntax import canned, signs_within, variable
from generator.problems import Place

HELPDESKS = read_all(HelpdeskFile, "helpdesks")[0]
LANGUAGES = site_languages(
    read_all(LanguageFile, "languages")[0],
    Settings(name="Zrno", languages=("en", "hr"), url="https://faq.example/"),
    {},
)[0]
NAME, AGENT = Placeholder("name", "text"), Placeholder("agent", "text")
VALUES = {"name": "Ђорђе", "agent": "Živa"}
TORTURE = [
    'a "quoted", text',
    "two\nlines\n\nand a paragraph",
    "=1+1",
    "+385",
    "-5 °C",
    "@zrno",
    "Čćžšđ ČĆŽŠĐ, řůě, щъю, Ђорђе 👨‍👩‍👧‍👦",
    "<b>not bold</b> & <script>alert(1)</script>",
    "key: value # no comment",
    "- no list",
    "no",
    "0o17",
    "~",
    "'",
    "%d !tag &anchor *alias |",
    "a\tb",
    "line\u2028separator\u2029 and \x85",
    " begins and ends with a blank ",
    "one {brace} and {{ two }} and {{{ three }}}",
    "{{form.name}} {{contact.first_name}} {{dc.other}}",
    "{% raw %} {$conversationOwnerName}",
    "$|$",
    "\\{\\{name\\}\\}",
    "ends with {",
    "[[name]]",
]


def answer(text: str, *, reply: bool) -> Answer:
    """An answer with its link, or a reply with placeholders close to its words."""
    words = (NAME, text, AGENT) if reply else (f"{text}\n", Link("https://faq.example/hr/q/x-y/"))
    return Answer(
        kind="reply" if reply else "faq",
        id="x-y",
        language="hr",
        topic="Dostava",
        title=text,
        words=words,
        link="" if reply else "https://faq.example/hr/q/x-y/",
        shortcut="x-y",
        also_asked=(text,),
        place=Place("faq/x.md"),
    )


def meant(one: Answer) -> str:
    """What the customer is to read."""
    return "".join(
        VALUES[word.name] if isinstance(word, Placeholder) else word.url if isinstance(word, Link) else word
        for word in one.words
    )


def liquid(text: str) -> str:
    """Zendesk, Chatwoot, Freshdesk: what stands in double braces is a variable; without a value it is empty."""
    values = {"name": VALUES["name"], "agent": VALUES["agent"]} | {
        "contact.first_name": VALUES["name"],
        "agent.first_name": VALUES["agent"],
        "ticket.requester.first_name": VALUES["name"],
        "ticket.requester.firstname": VALUES["name"],
        "current_user.first_name": VALUES["agent"],
        "ticket.agent.name": VALUES["agent"],
    }
    return re.sub(r"\{\{(.*?)\}\}", lambda found: values.get(found[1].strip(), ""), text, flags=re.DOTALL)


def rich(text: str) -> str:
    """Variables first, then what a browser shows of the HTML."""
    shown = re.sub(r"</p><p>", "\n\n", liquid(text)).replace("<br>", "\n")
    return html.unescape(re.sub(r"</?(p|a)\b[^>]*>", "", shown))


def smarty(text: str) -> str:
    return text.replace("{$conversationOwnerName}", VALUES["name"]).replace("[Your name]", VALUES["agent"])


def typed(match: Mapping[str, Any]) -> str:
    """What espanso types: variables, then its escapes, then the place of the cursor (espanso-render)."""
    text = re.sub(r"\{\{\s*(\w+)(?:\.(\w+))?\s*\}\}", lambda found: VALUES[found[2]], match["replace"])
    text = text.replace("\\{\\{", "{{").replace("\\}\\}", "}}")
    return text.replace("$|$", "", 1)


def made(name: str, one: Answer) -> Mapping[str, bytes] | None:
    """The files; None where the words cannot go there."""
    spec = HELPDESKS[name]
    written = {each: variable(each, spec) or "[Your name]" for each in one.placeholders}
    if signs_within(one, written, spec):
        return None
    return files([canned(one, written, spec)], spec, LANGUAGES)


def table(content: bytes) -> dict[str, str]:
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return row


READ: Mapping[str, Callable[[Mapping[str, bytes]], list[str]]] = {
    "answers": lambda tree: [liquid(table(tree["answers.csv"])["text"])],
    "chatwoot": lambda tree: [
        liquid(json.loads(tree["hr.json"])[0]["content"]),
        liquid(table(tree["hr.csv"])["content"]),
    ],
    "espanso": lambda tree: [typed(yaml.safe_load(tree["faq-hr.yml"])["matches"][0])],
    "freshdesk": lambda tree: [
        rich(json.loads(tree["hr.json"])["canned_responses"][0]["content_html"]),
        rich(table(tree["hr.csv"])["content_html"]),
    ],
    "liveagent": lambda tree: [
        smarty(json.loads(tree["hr.json"])[0]["messagetext"]),
        smarty(table(tree["hr.csv"])["messagetext"]),
    ],
    "zendesk": lambda tree: [
        liquid(json.loads(tree["dynamic_content.json"])[0]["item"]["variants"][0]["content"]),
    ],
}
TITLES: Mapping[str, Callable[[Mapping[str, bytes]], str]] = {
    "answers": lambda tree: table(tree["answers.csv"])["title"],
    "espanso": lambda tree: str(yaml.safe_load(tree["faq-hr.yml"])["matches"][0]["label"]),
    "freshdesk": lambda tree: str(json.loads(tree["hr.json"])["canned_responses"][0]["title"]),
    "zendesk": lambda tree: str(json.loads(tree["macros.json"])[0]["macro"]["title"]),
}
WORDS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), st.sampled_from("{}[]$|\\%\n<&\"'")),
    max_size=40,
)


def test_every_helpdesk_is_read_here() -> None:
    assert sorted(READ) == sorted(HELPDESKS)


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("reply", [False, True])
@pytest.mark.parametrize("text", TORTURE)
def test_words_come_back_or_stay_at_home(name: str, text: str, *, reply: bool) -> None:
    one = answer(text, reply=reply)
    tree = made(name, one)

    if tree is None:
        assert any(sign[0] in meant(one) for sign in HELPDESKS[name].refused)
    else:
        assert {same(shown) for shown in READ[name](tree)} == {same(meant(one))}
        assert name not in TITLES or TITLES[name](tree) == text


@pytest.mark.parametrize("name", READ)
@given(text=WORDS.filter(bool), reply=st.booleans())
def test_any_words_come_back_or_stay_at_home(name: str, text: str, *, reply: bool) -> None:
    one = answer(text, reply=reply)
    tree = made(name, one)

    if tree is not None:
        assert {same(shown) for shown in READ[name](tree)} == {same(meant(one))}


def same(text: str) -> str:
    """Empty lines at the ends say nothing, and none is left of them in HTML."""
    return text.strip("\n")


def test_ordinary_words_go_everywhere() -> None:
    plain = [text for text in TORTURE if not set("{$\\") & set(text)]

    assert len(plain) > 15
    assert [name for name in READ for text in plain if made(name, answer(text, reply=True)) is None] == []


def test_espanso_asks_for_what_a_reply_leaves_open_in_the_words_of_its_language() -> None:
    (match,) = yaml.safe_load((made("espanso", answer(" dobar dan ", reply=True)) or {})["faq-hr.yml"])["matches"]

    assert match["vars"] == [
        {"name": "form", "type": "form", "params": {"layout": "Ime kupca: [[name]]\nVaše ime: [[agent]]"}}
    ]
    assert "vars" not in yaml.safe_load((made("espanso", answer("a", reply=False)) or {})["faq-hr.yml"])["matches"][0]


def test_links_can_be_clicked_where_texts_are_html() -> None:
    tree = made("freshdesk", answer("Dva dana.", reply=False)) or {}

    assert json.loads(tree["hr.json"])["canned_responses"][0]["content_html"] == (
        '<p>Dva dana.<br><a href="https://faq.example/hr/q/x-y/">https://faq.example/hr/q/x-y/</a></p>'
    )


def test_what_a_spreadsheet_would_run_goes_out_as_it_is() -> None:
    assert table((made("chatwoot", answer("=1+1", reply=False)) or {})["hr.csv"])["content"].startswith("=1+1\n")
