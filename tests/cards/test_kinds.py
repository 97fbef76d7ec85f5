"""Every kind of card, on every canvas, in every language and scheme: whole, apart, inside and readable."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

import pytest

from generator.cards import Item, Layout, Logo, Look, Tokens, Words, alt_text, compose
from generator.cards.color import contrast
from generator.cards.drawing import Box, Code, Icon, Picture, Text
from generator.cards.template import Canvas, Kind
from generator.language import Language
from generator.problems import Place, Problem

SIZES = ("square", "portrait", "story", "wide", "landscape", "pin")
CODES = ("en", "hr", "sr", "sr-Latn", "sl", "cs", "bg")
KINDS = (
    *("question", "qa", "tip", "cover", "slide", "summary", "myth"),
    *("figure", "checklist", "quiz", "hours", "season", "changed"),
)
PLACE = Place("faq/delivery/delivery-time.hr.md", 2, 11)
DESCENT = 0.22
"""Of Manrope's letters below the baseline, in em."""
HEADLINES = {"question", "title", "fact", "myth", "text"}
Frame: TypeAlias = tuple[int, int, int, int]
KindsWords: TypeAlias = Mapping[str, Mapping[str, Words]]
Made: TypeAlias = Callable[..., tuple[Layout | None, list[Problem]]]


@pytest.fixture(scope="session")
def made(
    templates: Mapping[str, Kind],
    canvases: Mapping[str, Canvas],
    languages: Mapping[str, Language],
    colors: Tokens,
    kinds_words: KindsWords,
) -> Made:
    """Kind, size, language, scheme and changes to the look or the words -> card."""

    def composed(
        kind: str, size: str = "portrait", code: str = "hr", scheme: str = "light", **more: object
    ) -> tuple[Layout | None, list[Problem]]:
        words = more.pop("words", kinds_words[code][kind])
        assert isinstance(words, Words)
        look = replace(Look(language=languages[code], tokens=colors, scheme=scheme), **more)
        return compose(templates[kind], canvases[size], words, look, PLACE)

    return composed


def card(made: Made, *args: object, **more: object) -> Layout:
    layout, problems = made(*args, **more)
    assert layout, problems
    assert problems == []
    return layout


def texts(layout: Layout) -> Iterator[Text]:
    return (text for text in layout.texts() if text.role != "ornament")


def frames(layout: Layout) -> list[tuple[str, Frame]]:
    """What must not lie on each other: texts with their descenders, codes and pictures, icons that have no disc."""
    found: list[tuple[str, Frame]] = []
    for each in layout.operations:
        if isinstance(each, Text) and each.role != "ornament":
            bottom = each.y + each.height + round(DESCENT * each.size * (each.role != "figure"))  # digits stand on it
            found.append((each.role, (each.x, each.y, each.x + each.width, bottom)))
        elif isinstance(each, Code):
            side = each.module * len(each.rows)
            found.append(("code", (each.x, each.y, each.x + side, each.y + side)))
        elif isinstance(each, Picture):
            found.append(("picture", (each.x, each.y, each.x + each.width, each.y + each.height)))
        elif isinstance(each, Icon) and each.name != "tick":
            found.append((each.name, (each.x, each.y, each.x + each.size, each.y + each.size)))
    return found


def apart(one: Frame, other: Frame) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_card_is_whole_and_readable(made: Made, canvases: Mapping[str, Canvas], kind: str, size: str) -> None:
    safe = canvases[size].safe
    for code, scheme in itertools.product(CODES, ("light", "dark")):
        layout = card(made, kind, size, code, scheme)
        right, bottom = layout.width - safe.right, layout.height - safe.bottom
        for text in texts(layout):
            assert text.x >= safe.left, text
            assert text.y >= safe.top, text
            assert text.x + text.width <= right + 1, text
            assert text.y + text.height + DESCENT * text.size <= bottom + 1, text
            assert text.size >= (36 if text.role in HEADLINES and text.contrast == 7 else 26), text
            assert all(contrast(shade, text.on) >= text.contrast for shade in text.colors()), text
        for (_, one), (_, other) in itertools.combinations(frames(layout), 2):
            assert apart(one, other), (code, one, other)
        said = alt_text(layout)
        drawn = " ".join(text.read() for text in texts(layout) if text.role not in {"address", "topic", "brand"})
        assert set(re.findall(r"\d+", drawn)) <= set(re.findall(r"\d+", said)), said


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_kind_needs_is_drawn_on_every_canvas(
    made: Made, kinds_words: KindsWords, templates: Mapping[str, Kind], kind: str
) -> None:
    for size in SIZES:
        layout, words = card(made, kind, size), kinds_words["hr"][kind]
        drawn = {text.role: text.read() for text in texts(layout)}
        for role in set(templates[kind].needs) - {"items"}:
            assert (drawn[role],) == words.of(role)
        listed = [text.read() for text in layout.texts("item")]
        assert listed == [item.text for item in words.items]


@pytest.mark.parametrize(
    ("kind", "code", "said"),
    [
        (
            "tip",
            "sl",
            "Semena čilija na toplem vzkalijo dvakrat hitreje: do prvih listov naj bodo na 25 do 28 °C. Kako",
        ),
        ("slide", "bg", "2/5: Накиснете семената за една нощ. Хладката вода"),
        ("summary", "cs", "Výsev chilli v pěti krocích. 1. Semínka přes noc namočte. 2. Zasejte je 1 cm hluboko, do"),
        (
            "myth",
            "en",
            "Fact: The variety decides, not the colour. Myth: Green chilies are always milder than red ones. A",
        ),
        ("figure", "hr", "2–3 radna dana. Koliko traje dostava? Besplatna je"),
        ("quiz", "sr", "Колико дуго семе чилија остаје клијаво? А: Годину дана. Б: 2 до 4 године."),
        ("hours", "sr-Latn", "Radno vreme. pon – pet: 8.00 – 16.00. subota: 9.00 – 12.00."),
        ("season", "hr", "Sada je sezona: 15. siječnja – 31. ožujka. Kada se sije čili? Od"),
        ("changed", "cs", "Mohu vrátit semínka, která nevyklíčila? Co se změnilo: Lhůta je nově 30 dnů místo 14. Ano"),
    ],
)
def test_the_alternative_text_reads_as_a_person_would_say_it(made: Made, kind: str, code: str, said: str) -> None:
    assert alt_text(card(made, kind, "portrait", code)).startswith(said)


@pytest.mark.parametrize("kind", KINDS)
def test_from_right_to_left_the_whole_grid_is_mirrored(
    made: Made, languages: Mapping[str, Language], kind: str
) -> None:
    leftward = replace(languages["hr"], direction="rtl")
    for size in ("portrait", "wide"):
        plain, turned = card(made, kind, size), card(made, kind, size, language=leftward)
        for one, other in zip(plain.operations, turned.operations, strict=True):
            if isinstance(one, Box):
                assert isinstance(other, Box)
                assert other.x == plain.width - one.x - one.width
            if isinstance(one, Text):
                assert isinstance(other, Text)
                assert (other.x + other.width, other.y) == (plain.width - one.x, one.y)
                assert [line.text for line in other.lines] == [line.text for line in one.lines]
    assert any(icon.mirrored for icon in turned.operations if isinstance(icon, Icon)) == (kind == "cover")


def test_a_myth_stands_below_its_fact_and_is_smaller(made: Made) -> None:
    for size, code in itertools.product(SIZES, CODES):
        layout = card(made, "myth", size, code)
        (fact,), (myth,), (why,) = (layout.texts(role) for role in ("fact", "myth", "why"))
        roles = [text.role for text in texts(layout)]

        assert roles.index("fact") < roles.index("myth_label") < roles.index("myth") < roles.index("why")
        assert why.size < myth.size <= 0.75 * fact.size, (size, code)


@pytest.mark.parametrize("size", SIZES)
def test_a_cover_says_how_to_go_on_or_where_it_is_the_cover_of(made: Made, kinds_words: KindsWords, size: str) -> None:
    words = kinds_words["hr"]["cover"]
    page = replace(words, texts={**words.texts, "address": ("faq.zrno.example/hr/contact",)})
    first, preview = ({text.role for text in texts(card(made, "cover", size, words=w))} for w in (words, page))

    assert first & {"swipe", "address"} == {"swipe"}
    assert preview & {"swipe", "address"} == {"address"}


def test_from_right_to_left_lines_end_at_the_right(made: Made, languages: Mapping[str, Language]) -> None:
    (text,) = card(made, "qa", language=replace(languages["hr"], direction="rtl")).texts("question")
    starts = [line.pieces[0].x + line.width for line in text.lines]

    assert max(starts) - min(starts) < 0.2 * text.size


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_without_the_brand_there_is_no_mark_no_name_and_no_address(made: Made, kind: str, size: str) -> None:
    layout = card(made, kind, size, with_brand=False)
    names = {each.name for each in layout.operations if isinstance(each, Icon)}

    assert "bubble" not in names
    assert not {text.role for text in texts(layout)} & {"brand", "address", "full_answer", "answer_here"}
    assert not any(isinstance(each, Code) for each in layout.operations)


@pytest.mark.parametrize(("width", "names"), [(300, ["Zrno"]), (1200, []), (9000, [])])
def test_a_logo_takes_the_place_of_the_mark_and_a_wide_one_that_of_the_name(
    made: Made, width: int, names: list[str]
) -> None:
    logo = Logo(width=width, height=300, digest="0" * 16, data=b"")
    for kind, scheme in itertools.product(("qa", "cover"), ("light", "dark")):
        layout = card(made, kind, "portrait", "hr", scheme, logo=logo)
        (picture,) = (each for each in layout.operations if isinstance(each, Picture))

        assert not any(isinstance(each, Icon) and each.name == "bubble" for each in layout.operations)
        assert [text.read() for text in layout.texts("brand")] == names
        assert picture.height <= 72
        assert picture.width / picture.height == pytest.approx(width / 300, rel=0.05)
        clear = picture.height // 6
        around = (
            picture.x - clear,
            picture.y - clear,
            picture.x + picture.width + clear,
            picture.y + picture.height + clear,
        )
        assert all(apart(around, frame) for name, frame in frames(layout) if name != "picture")


def test_a_qr_code_is_large_enough_for_telephones(made: Made) -> None:
    for size in SIZES:
        for scheme in ("light", "dark"):
            (code,) = (each for each in card(made, "hours", size, "hr", scheme).operations if isinstance(each, Code))
            assert code.module >= 8
            assert contrast(code.color, code.on) > 12
    for kind in set(KINDS) - {"hours"}:
        assert not any(isinstance(each, Code) for each in card(made, kind).operations)


def test_the_label_of_a_tip_is_the_words_own(made: Made, kinds_words: KindsWords) -> None:
    words = kinds_words["hr"]["tip"]
    (own,) = card(made, "tip", words=replace(words, texts={**words.texts, "label": ("Zanimljivost",)})).texts("label")

    assert own.read() == "Zanimljivost"
    assert [text.read() for text in card(made, "tip").texts("tip")] == ["Dobro je znati"]


def test_a_language_may_have_no_capitals_and_no_tracking(made: Made, languages: Mapping[str, Language]) -> None:
    plain = replace(languages["hr"], typography={"capitals": "no", "tracking": "0", "leading": "1.3"})
    usual, other = card(made, "qa"), card(made, "qa", language=plain)
    (label,), (spaced,) = other.texts("often_asked"), usual.texts("often_asked")

    assert (label.lines[0].pieces[0].text, spaced.lines[0].pieces[0].text) == (
        "Često\u00a0pitanje",
        "ČESTO\u00a0PITANJE",
    )
    assert (label.tracking, spaced.tracking) == (0, 0.08)


def test_what_can_be_done_without_is_left_out_before_a_card_is_given_up(made: Made, kinds_words: KindsWords) -> None:
    long = "Paket stiže u dogovorenom roku i o svakom koraku javljamo vam e-poštom. " * 12
    for kind, role in (("myth", "why"), ("figure", "answer"), ("cover", "text"), ("season", "answer")):
        words = kinds_words["hr"][kind]
        layout, _ = made(kind, "wide", words=replace(words, texts={**words.texts, role: (long,)}))
        assert layout
        assert not list(layout.texts(role))


@pytest.mark.parametrize(("kind", "role"), [("tip", "text"), ("myth", "fact"), ("slide", "title")])
def test_a_text_a_kind_needs_is_never_cut_but_named(made: Made, kinds_words: KindsWords, kind: str, role: str) -> None:
    words = kinds_words["hr"][kind]
    layout, problems = made(kind, words=replace(words, texts={**words.texts, role: ("Paket stiže u roku. " * 60,)}))

    assert layout is None
    assert [(p.code, p.place, p.message) for p in problems] == [
        ("AA402", PLACE, f"the {role} is too long for a card (portrait)")
    ]


def test_too_many_rows_are_named_too(made: Made, kinds_words: KindsWords) -> None:
    rows = tuple(Item(text=f"Red broj {number}") for number in range(40))
    layout, problems = made("checklist", words=replace(kinds_words["hr"]["checklist"], items=rows))

    assert layout is None
    assert problems[0].message == "the items are too long for a card (portrait)"


def test_a_kind_without_its_words_says_which_are_missing(made: Made, kinds_words: KindsWords) -> None:
    layout, problems = made("myth", words=kinds_words["hr"]["question"])

    assert layout is None
    assert [(p.code, p.message) for p in problems] == [
        ("AA401", "fact: nothing is left to draw"),
        ("AA401", "myth: nothing is left to draw"),
    ]


def test_phrases_and_roles_have_different_names(templates: Mapping[str, Kind]) -> None:
    for template in templates.values():
        assert not template.names["phrase"] & template.roles


def test_canvases_are_called_by_their_files_and_stand_on_a_grid(canvases: Mapping[str, Canvas]) -> None:
    assert set(canvases) == set(SIZES)
    for name, canvas in canvases.items():
        assert canvas.name == name
        assert all(list(sizes) == sorted(sizes, reverse=True) for sizes in canvas.scales.values())
    story, portrait = canvases["story"].safe, canvases["portrait"]
    assert (story.top, story.bottom) == (270, 380)
    assert portrait.margins.left >= (portrait.width - portrait.height * 3 / 4) / 2  # a profile shows 3:4 of it
