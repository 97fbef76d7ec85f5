import dataclasses
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from mkdocs.utils.meta import get_data

from generator.content.library import Library
from generator.content.meta import State
from generator.files import Tree
from generator.problems import Problem
from generator.site.shape import Shape

Make = Callable[..., tuple[dict[str, Tree], list[Problem]]]


@pytest.fixture(scope="module")
def made(shape: Shape, make: Make) -> dict[str, Tree]:
    result, problems = make(shape)
    assert problems == []
    return result


def page(tree: Tree, name: str) -> tuple[str, dict[str, Any]]:
    return get_data(tree[f"docs/{name}"].decode())


def test_a_tree_for_every_language_the_second_script_too(made: dict[str, Tree]) -> None:
    assert list(made) == ["en", "hr", "sr", "sr-Latn"]
    for tree in made.values():
        assert {"mkdocs.yml", "docs/index.md", "docs/contact/index.md", "overrides/main.html"} <= set(tree)


def test_what_is_not_translated_opens_in_the_source_languages_words_and_says_so(made: dict[str, Tree]) -> None:
    _, meta = page(made["hr"], "q/cost/index.md")
    assert (meta["heading"], meta["words_lang"]) == ("How much?", "en")
    assert meta["notice"] == "Ova stranica još nije prevedena na hrvatski. Jezik teksta: engleski."
    assert meta["permalink"] == "https://faq.example.org/help/hr/q/cost/"
    assert meta["canonical"] == "https://faq.example.org/help/q/cost/"
    assert [row["tag"] for row in meta["languages"] if row["url"]] == ["en"]
    _, meta = page(made["hr"], "how/index.md")
    assert (meta["heading"], meta["words_lang"]) == ("How", "en")
    _, meta = page(made["hr"], "q/time/index.md")
    assert "words_lang" not in meta
    assert "notice" not in meta


@pytest.mark.parametrize("standing", ["fresh", "typo", "medium", "ungraded", "unknown", "major"])
def test_a_translation_warns_its_reader_only_after_a_major_edit(standing: Any, shape: Shape, make: Make) -> None:
    states = {("time", code): State(standing=standing) for code in ("hr", "sr", "sr-Latn")}
    made, _ = make(dataclasses.replace(shape, library=dataclasses.replace(shape.library, standing=states)))
    warnings = {lang: page(tree, "q/time/index.md")[1].get("outdated") for lang, tree in made.items()}
    assert "outdated" not in page(made["hr"], "q/cost/index.md")[1]
    if standing != "major":
        assert not any(warnings.values())
        return
    assert warnings["en"] is None
    assert warnings["hr"] == {
        "text": (
            "Izvorni je odgovor u međuvremenu izmijenjen, a ovaj prijevod još nije usklađen s njim. Važeći odgovor:"
        ),
        "href": "../../../q/time/",
        "language": "en",
        "name": "English",
        "question": "How long?",
    }
    assert warnings["sr-Latn"]["text"].startswith("Izvorni odgovor je u međuvremenu izmenjen")


def test_a_topic_lists_all_its_questions_in_every_language(made: dict[str, Tree]) -> None:
    _, meta = page(made["hr"], "t/delivery/index.md")
    assert [(q["id"], q["question"], q.get("lang")) for q in meta["questions"]] == [
        ("cost", "How much?", "en"),
        ("time", "Koliko traje?", None),
    ]
    assert "docs/t/returns/index.md" in made["hr"]


def test_all_questions_stand_under_their_letters_in_the_order_of_the_language(
    made: dict[str, Tree], hostile: str
) -> None:
    def letters(lang: str) -> list[tuple[str, str, list[tuple[str, ...]]]]:
        _, meta = page(made[lang], "a-z/index.md")
        return [(g["letter"], g["id"], [tuple(q.values()) for q in g["questions"]]) for g in meta["letters"]]

    assert letters("hr") == [
        ("H", "letter-h", [("How much?", "../q/cost/", "en")]),
        ("K", "letter-k", [("Koliko traje?", "../q/time/")]),
        ("T", "letter-t", [(hostile, "../q/attack/", "en")]),
    ]
    assert [letter for letter, *_ in letters("sr")] == ["К", "H", "T"]
    assert page(made["sr-Latn"], "a-z/index.md")[1]["heading"] == "Sva pitanja azbučnim redom"


def test_links_stay_in_the_language_of_the_page(made: dict[str, Tree]) -> None:
    body, _ = page(made["en"], "q/time/index.md")
    assert "[cost](../cost/#eur), [all](../../t/returns/), [us](../../contact/) and `entry:cost`" in body
    body, _ = page(made["hr"], "q/time/index.md")
    assert "[cost](../cost/#eur), [all](../../t/returns/), [us](../../contact/) and `entry:cost`" in body


def test_the_language_switch_stays_on_the_page(made: dict[str, Tree]) -> None:
    def switch(name: str) -> list[tuple[object, ...]]:
        _, meta = page(made["en"], name)
        return [(row["tag"], row["href"], bool(row["url"])) for row in meta["languages"]]

    assert switch("q/time/index.md")[1] == ("hr", "../../hr/q/time/", True)
    assert switch("q/cost/index.md")[1] == ("hr", "../../hr/q/cost/", False)
    assert switch("how/index.md")[3] == ("sr-Latn", "../sr-Latn/how/", False)


def test_every_address_of_a_switch_or_list_is_a_page_that_exists(made: dict[str, Tree], shape: Shape) -> None:
    existing = {
        shape.addresses.home(code) + name.removeprefix("docs/").removesuffix("index.md")
        for code, tree in made.items()
        for name in tree
        if name.endswith("index.md")
    }
    for code, tree in made.items():
        for name in (n for n in tree if n.endswith("index.md")):
            here = shape.addresses.home(code) + name.removeprefix("docs/").removesuffix("index.md")
            _, meta = get_data(tree[name].decode())
            for href in hrefs(meta):
                assert resolve(here, href) in existing, (code, name, href)


def hrefs(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("href"), str):
            yield value["href"]
        for inner in value.values():
            yield from hrefs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from hrefs(inner)


def resolve(page: str, href: str) -> str:
    parts = page.split("/")[:-1]
    for step in href.partition("#")[0].rstrip("/").split("/"):
        parts = parts[:-1] if step == ".." else parts if step == "." else [*parts, step]
    return "".join(f"{part}/" for part in parts)


def test_an_entry_page_says_what_people_and_machines_look_for(made: dict[str, Tree]) -> None:
    _, meta = page(made["en"], "q/time/index.md")
    assert meta["permalink"] == "https://faq.example.org/help/q/time/"
    assert meta["notes"] == ["Last reviewed: 1 November 2026", "Answered by: Care"]
    assert meta["topic"] == {"title": "Delivery", "href": "../../t/delivery/"}
    assert meta["copied"] == "Two days.\nhttps://faq.example.org/help/q/time/"
    assert meta["structured"]["mainEntity"][0]["acceptedAnswer"]["text"].startswith("Two days.\n\nSee cost")


def test_an_entry_shows_its_card_in_previews(made: dict[str, Tree]) -> None:
    _, meta = page(made["hr"], "q/time/index.md")
    url = "https://faq.example.org/help/cards/time-hr.png"
    assert meta["card"] == {
        "url": url,
        "type": "image/png",
        "width": 1200,
        "height": 630,
        "alt": 'Pitanje "Koliko?"',
    }
    _, meta = page(made["en"], "q/time/index.md")
    assert meta["card"] is None


def test_without_a_short_answer_the_first_sentences_describe_it(made: dict[str, Tree]) -> None:
    _, meta = page(made["en"], "q/cost/index.md")
    assert (meta["short"], meta["description"]) == ("", "It costs 4 EUR. Always.")


def test_names_of_topics_and_teams_follow_the_script(made: dict[str, Tree]) -> None:
    _, meta = page(made["sr-Latn"], "q/time/index.md")
    assert meta["topic"]["title"] == "Dostava"
    assert meta["notes"] == ["Odgovara: Služba"]
    _, meta = page(made["sr"], "q/time/index.md")
    assert meta["notes"] == ["Последња провера: 1. новембар 2026.", "Одговара: Служба"]


def test_home_shows_the_first_question_of_each_topic_until_some_are_chosen(
    made: dict[str, Tree], library: Library, shape: Shape, make: Make, hostile: str
) -> None:
    _, meta = page(made["hr"], "index.md")
    assert [q["question"] for q in meta["questions"]] == ["How much?", hostile]
    assert [(t["title"], t["count"], t["icon"]) for t in meta["topics"]] == [
        ("Dostava", "2 pitanja", "truck"),
        (hostile, "1 pitanje", "nothing-of-the-kind"),
    ]
    chosen = dataclasses.replace(library, settings=dataclasses.replace(library.settings, home=("cost", "gone")))
    again, _ = make(dataclasses.replace(shape, library=chosen))
    _, meta = page(again["en"], "index.md")
    assert [q["question"] for q in meta["questions"]] == ["How much?"]


def test_home_and_contact_stand_without_hand_written_words(made: dict[str, Tree]) -> None:
    _, meta = page(made["hr"], "index.md")
    assert (meta["heading"], meta["description"]) == ("Kako Vam možemo pomoći?", "Odgovori")
    _, meta = page(made["hr"], "contact/index.md")
    assert meta["heading"] == "Kontakt"


def test_entries_stay_out_of_the_navigation(made: dict[str, Tree]) -> None:
    nav = yaml.safe_load(made["en"]["mkdocs.yml"])["nav"]
    assert nav == [
        {"Home": "index.md"},
        "t/delivery/index.md",
        "t/returns/index.md",
        "a-z/index.md",
        "contact/index.md",
        "how/index.md",
    ]


def test_the_internal_note_is_on_no_page(library: Library, shape: Shape, make: Make) -> None:
    entries = [dataclasses.replace(e, meta=dataclasses.replace(e.meta, note="SECRET-NOTE")) for e in library]
    told = Library.of(entries, settings=library.settings, languages=library.languages, topics=library.topics.values())
    made, _ = make(dataclasses.replace(shape, library=told))
    assert not any(b"SECRET-NOTE" in content for tree in made.values() for content in tree.values())


def test_the_manifest_leads_from_a_page_to_the_file_people_wrote(made: dict[str, Tree]) -> None:
    assert json.loads(made["hr"]["manifest.json"])["q/time/index.md"] == ["faq/delivery/time.hr.md", 1]


def test_the_same_library_makes_the_same_bytes_in_whatever_order_it_was_read(
    library: Library, shape: Shape, make: Make, made: dict[str, Tree]
) -> None:
    backwards = Library.of(
        reversed(library.entries),
        settings=library.settings,
        languages=library.languages,
        topics=reversed(list(library.topics.values())),
        pages=[p for by_lang in library.pages.values() for p in by_lang.values()],
    )
    assert make(dataclasses.replace(shape, library=backwards))[0] == made


def test_the_customers_own_files_win_and_are_in_every_language(shape: Shape, make: Make) -> None:
    own = {"assets": {"brand/logo.svg": b"<svg/>"}, "overrides": {"main.html": b"mine"}}
    made, _ = make(shape, **own)
    for tree in made.values():
        assert tree["docs/brand/logo.svg"] == b"<svg/>"
        assert tree["overrides/main.html"] == b"mine"


def test_a_page_leads_to_the_questions_before_and_behind_it_in_the_topic(made: dict[str, Tree]) -> None:
    _, meta = page(made["en"], "q/cost/index.md")
    assert meta["in_topic"]["title"] == "More from the topic Delivery"
    assert meta["in_topic"]["previous"] is None
    assert meta["in_topic"]["next"]["href"] == "../time/"
    _, meta = page(made["hr"], "q/time/index.md")
    assert meta["in_topic"]["previous"]["lang"] == "en"
    assert meta["in_topic"]["next"] is None
    _, meta = page(made["en"], "q/attack/index.md")
    assert meta["in_topic"] == {}


def test_related_questions_are_the_same_in_every_language(library: Library, shape: Shape, make: Make) -> None:
    entries = [
        dataclasses.replace(e, written=(e.question, "", "See [it](entry:attack)." if e.id == "cost" else ""))
        for e in library
    ]
    told = Library.of(entries, settings=library.settings, languages=library.languages, topics=library.topics.values())
    made, _ = make(dataclasses.replace(shape, library=told))
    for tree in made.values():
        _, meta = page(tree, "q/cost/index.md")
        assert [q["id"] for q in meta["related"]] == ["attack"]
        _, meta = page(tree, "q/time/index.md")
        assert meta["related"] == []


def test_a_team_that_is_not_public_is_named_nowhere(library: Library, shape: Shape, make: Make) -> None:
    teams = {id_: dataclasses.replace(team, public=id_ != "support") for id_, team in library.settings.teams.items()}
    told = dataclasses.replace(library, settings=dataclasses.replace(library.settings, teams=teams))
    made, _ = make(dataclasses.replace(shape, library=told))
    _, meta = page(made["en"], "q/time/index.md")
    assert meta["notes"] == ["Last reviewed: 1 November 2026"]
    _, meta = page(made["en"], "contact/index.md")
    assert [team["name"] for team in meta["contact"]["teams"]] == ["Depot"]
    for tree in made.values():
        for content in tree.values():
            assert not re.search(r"\bCare\b|Служба|Služba|M\. K\.".encode(), content)
