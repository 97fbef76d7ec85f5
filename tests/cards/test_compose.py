"""A composed card says all it should, inside its margins, readable; and where it cannot, it says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cards import Layout, Look, Tokens, Words, alt_text, compose, design, tokens
from generator.cards.breaking import NBSP, glue
from generator.cards.color import contrast
from generator.cards.template import Canvas, Kind
from generator.content.data import PACKAGE, read_all, read_one
from generator.content.schema.cards import CardFile, CardLayout, DesignFile, TokensFile
from generator.language import Language
from generator.problems import Place, Problem, Severity

SIZES = ("square", "portrait", "story", "wide", "landscape", "pin")
SCHEMES = ("light", "dark")
CODES = ("en", "hr", "sr", "sr-Latn", "sl", "cs", "bg")
PLACE = Place("faq/delivery/delivery-time.hr.md", 2, 11)
LONG = "Paket stiže u dogovorenom roku i o svakom koraku javljamo vam e-poštom. "


Result: TypeAlias = tuple[Layout | None, list[Problem]]
Attempt: TypeAlias = Callable[..., Result]
Card: TypeAlias = Callable[..., Layout]
Samples: TypeAlias = Mapping[str, Words]
Languages: TypeAlias = Mapping[str, Language]
Canvases: TypeAlias = Mapping[str, Canvas]
Having: TypeAlias = Callable[..., Words]


@pytest.fixture(scope="session")
def attempt(template: Kind, canvases: Canvases, languages: Languages, colors: Tokens) -> Attempt:
    def attempted(words: Words, code: str = "hr", size: str = "portrait", scheme: str = "light") -> Result:
        look = Look(language=languages[code], tokens=colors, scheme=scheme)
        return compose(template, canvases[size], words, look, PLACE)

    return attempted


@pytest.fixture(scope="session")
def card(attempt: Attempt) -> Card:
    def composed(*args: object, **kwargs: object) -> Layout:
        layout, problems = attempt(*args, **kwargs)
        assert layout, problems
        return layout

    return composed


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", CODES)
def test_every_language_gets_a_whole_card(
    card: Card, samples: Samples, canvases: Canvases, code: str, size: str, scheme: str
) -> None:
    layout, words = card(samples[code], code, size, scheme), samples[code].texts
    canvas = canvases[size]
    drawn = {text.role: text.read() for text in layout.texts()}

    for role in drawn.keys() & words.keys() - {"address"}:
        assert (drawn[role],) == words[role]
    assert (drawn["address"].replace(" ", ""),) == words["address"]
    for text in layout.texts():
        if text.role != "ornament":
            assert text.x >= canvas.safe.left
            assert text.x + text.width <= canvas.width - canvas.safe.right
            assert text.y >= canvas.safe.top
            assert text.y + text.height <= canvas.height - canvas.safe.bottom
            assert all(contrast(shade, text.on) >= text.contrast for shade in text.colors())
    for role in ("question", "answer"):
        (text,) = layout.texts(role)
        assert text.contrast == 7
        longest = max(line.width for line in text.lines)
        assert len(text.lines) == 1 or " " in text.lines[-1].text or text.lines[-1].width >= longest / 2
        kept = frozenset(glue_ends(text.read(), code))
        assert not any(line.text.rsplit(" ", 1)[-1].lower() in kept for line in text.lines[:-1])


def glue_ends(text: str, code: str) -> list[str]:
    """One-letter words of a text, which no line may end with."""
    letters = frozenset("aioukszvhаиоукзсв") if code != "en" else frozenset("a")
    return [word.split(NBSP)[0].lower() for word in glue(text, letters).split(" ") if word[1:2] == NBSP]


def test_the_alternative_text_is_what_was_drawn(card: Card, samples: Samples, having: Having) -> None:
    words = samples["cs"]
    (question,), (answer,) = words.texts["question"], words.texts["answer"]

    assert alt_text(card(words, "cs")) == f"{question} {answer}"
    assert alt_text(card(having(words, question="Doprava", answer="Zdarma."), "cs")) == "Doprava. Zdarma."
    assert alt_text(card(having(words, answer=()), "cs")) == question


def test_highlights_are_heavy_and_in_the_brand_s_colour(card: Card, samples: Samples, colors: Tokens) -> None:
    (answer,) = card(samples["hr"]).texts("answer")
    strong = [piece.text for line in answer.lines for piece in line.pieces if piece.weight == "heavy"]
    shades = {piece.color for line in answer.lines for piece in line.pieces if piece.weight == "heavy"}

    assert " ".join(strong).replace(NBSP, " ") == "40 € 2–3 radna dana"
    assert shades == {colors.scheme("light")["brand"]}


def test_a_highlight_is_a_whole_word(card: Card, samples: Samples, having: Having) -> None:
    words = replace(having(samples["hr"], answer="U 2014. godini 14 dana."), highlights=("14",))
    (answer,) = card(words).texts("answer")

    assert [p.text for line in answer.lines for p in line.pieces if p.weight == "heavy"] == ["14"]


def test_type_shrinks_before_text_is_given_up(card: Card, samples: Samples, having: Having) -> None:
    short, long = (having(samples["hr"], answer=(LONG * times,)) for times in (1, 4))
    (large,), (small,) = card(short).texts("answer"), card(long).texts("answer")

    assert small.size < large.size
    assert small.read() == long.texts["answer"][0].strip()


def test_the_first_answer_that_fits_is_taken(card: Card, samples: Samples, having: Having) -> None:
    words = having(samples["hr"], answer=(LONG * 12, LONG.strip(), "Da."))
    (answer,) = card(words).texts("answer")

    assert answer.read() == LONG.strip()


@pytest.mark.parametrize("size", SIZES)
def test_without_an_answer_that_fits_the_question_stands_alone_and_larger(
    card: Card, samples: Samples, having: Having, size: str
) -> None:
    words = samples["hr"]
    alone = card(having(words, answer=(LONG * 12,)), size=size)

    assert not list(alone.texts("answer"))
    assert not list(alone.texts("answer_label"))
    assert next(alone.texts("question")).size >= next(card(words, size=size).texts("question")).size


@pytest.mark.parametrize("question", ["Zašto " + "x" * 70 + "?", "Zašto tako dugo " * 60 + "?"])
def test_a_question_that_fits_nowhere_is_a_problem_and_never_cut(
    attempt: Attempt, samples: Samples, having: Having, question: str
) -> None:
    words = having(samples["hr"], question=question)
    layout, problems = attempt(words, "hr", "wide")

    assert layout is None
    assert [(p.code, p.place) for p in problems] == [("AA402", PLACE)]
    assert problems[0].message == "the question is too long for a card (wide)"


def test_a_topic_too_long_for_its_row_is_left_out_with_a_warning(
    attempt: Attempt, samples: Samples, having: Having
) -> None:
    words = having(samples["bg"], topic="Доставка, връщане, рекламации и всичко останало за вашата поръчка")
    layout, problems = attempt(words, "bg")

    assert layout
    assert not list(layout.texts("topic"))
    assert [(p.code, p.severity) for p in problems] == [("AA402", Severity.WARNING)]


def test_a_topic_too_long_for_its_row_gives_way_to_a_shorter_one(card: Card, samples: Samples, having: Having) -> None:
    long = "Доставка, връщане, рекламации и всичко останало за вашата поръчка"
    (topic,) = card(having(samples["bg"], topic=(long, "Доставка, връщане", "Доставка")), "bg").texts("topic")

    assert topic.read() == "Доставка, връщане"


def test_an_address_too_long_for_two_lines_becomes_the_site_s(card: Card, samples: Samples, having: Having) -> None:
    (address,) = card(having(samples["hr"], address="faq.zrno.example/q/" + "very-long-" * 20)).texts("address")

    assert address.read() == "faq.zrno.example"


def test_an_address_breaks_behind_slashes_and_hyphens_only(card: Card, samples: Samples, having: Having) -> None:
    long = "faq.zrno.example/hr/q/a-rather-long-identifier-that-nobody-wanted-but-is-there"
    (address,) = card(having(samples["hr"], address=long)).texts("address")

    assert len(address.lines) == 2
    assert address.lines[0].text[-1] in "/-"
    assert address.read() == long


def test_faint_colours_are_reported_at_the_brand_with_one_that_passes(
    template: Kind, canvases: Canvases, languages: Languages, samples: Samples, defaults: TokensFile
) -> None:
    place = Place("faq/faq.yml", 9, 7)
    faint, _ = tokens(defaults, {"light": {"accent": "#FF8866"}}, place)
    look = Look(language=languages["hr"], tokens=faint)
    layout, problems = compose(template, canvases["portrait"], samples["hr"], look, PLACE)

    assert layout is None
    assert {(p.code, p.place) for p in problems} == {("AA403", place)}
    assert problems[0].message == (
        "light accent #FF8866 on paper #FBF5EA has contrast 2.16:1, the often_asked on cards needs 4.5:1"
    )
    better = problems[0].hint.rsplit(" ", 1)[-1]
    assert contrast(better, "#FBF5EA") >= 4.5


def test_a_template_that_names_what_does_not_exist_is_a_problem(
    canvases: Canvases, languages: Languages, colors: Tokens, samples: Samples
) -> None:
    written, shared = read_all(CardFile, "cards")[0]["qa"], read_one(DesignFile, PACKAGE / "design.yml")[0]
    assert shared
    styles = {"note": shared.styles["note"].model_copy(update={"color": "pink"})}
    slots = [
        {"slot": "part", "name": "tail"},
        {"slot": "items", "style": "odd", "scale": "body", "between": "tight"},
        {"slot": "row", "height": "mark", "space": "tight", "start": [{"icon": "unicorn", "size": "mark"}]},
    ]
    own = CardLayout.model_validate({"areas": [{"stack": slots}]})
    changed = CardFile(needs=written.needs, styles=styles, layouts={**written.layouts, "own": own})
    odd = design.whole({"qa": changed}, shared)["qa"]
    bare = replace(languages["hr"], phrases={"cards": {"answer_label": "Odgovor", "often_asked": "Pitanje"}})
    poor = replace(canvases["wide"], gaps={"tight": 16, "small": 24, "medium": 24, "large": 40})
    layout, problems = compose(odd, poor, samples["hr"], Look(language=bare, tokens=colors))

    assert layout is None
    assert {p.code for p in problems} == {"AA404"}
    assert "the colour 'pink'" in problems[0].message
    assert "the phrase 'full_answer', which Hrvatski" in problems[1].message
    assert "the style 'odd'" in problems[2].message
    assert "the gap 'hair'" in problems[3].message
    assert [p.message.rsplit(" ", 2)[-2:] for p in problems[-2:]] == [["part", "'tail'"], ["icon", "'unicorn'"]]


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_every_phrase_of_every_template(
    templates: Mapping[str, Kind], languages: Languages, code: str
) -> None:
    for template in templates.values():
        assert template.names["phrase"] <= languages[code].phrases["cards"].keys()
    assert all(isinstance(text, str) and text for text in languages[code].phrases["cards"].values())


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_whatever_people_write_is_drawn_inside_its_box_or_refused(
    attempt: Attempt, canvases: Canvases, data: st.DataObject
) -> None:
    text = st.text(alphabet="abčdeží ШђжQW,.?!/-–\u00a0014€😀\u200b", max_size=160)
    most = {"question": 160, "answer": 160, "topic": 40, "address": 60, "brand": 30}
    texts = {role: (data.draw(text)[:length],) for role, length in most.items()}
    words = Words(texts=texts)
    size = data.draw(st.sampled_from(SIZES))
    layout, problems = attempt(words, "hr", size)

    if layout is None:
        assert problems
        return
    margin = canvases[size].safe.left
    for drawn in layout.texts():
        if drawn.role != "ornament":
            assert drawn.x >= margin
            assert drawn.x + drawn.width <= layout.width - margin + 1
