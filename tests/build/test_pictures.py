"""Which pictures are wanted, what each says and is called, and what gives way where there is no room."""

from __future__ import annotations

import shutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator.build import pictures, rendering
from generator.build.bench import Bench
from generator.build.pictures import Wanted
from generator.build.project import Project, read_project
from generator.content.data import PACKAGE
from generator.social import Draft, Slide

ENTRY = "reply-time"
ROOT = Path(__file__).parents[2]


def read(root: Path) -> Project:
    found, problems = read_project(root)
    assert found, problems
    return found


@pytest.fixture
def project(small: Path) -> Project:
    return read(small)


def draft(
    network: str = "instagram_feed", *, kind: str = "qa", slides: tuple[Slide, ...] = (), card: str = "portrait"
) -> Draft:
    return Draft(
        id="a.1",
        channel="a",
        network=network,
        entry=ENTRY,
        language="en",
        n=1,
        slot=datetime(2027, 1, 4, 9, tzinfo=UTC),
        text="t",
        link="https://example.org/",
        alt="a",
        card=card,
        source_hash="",
        format=kind,
        slides=slides,
    )


def want(**changes: object) -> Wanted:
    usual = {"entry": ENTRY, "lang": "en", "kind": "qa", "size": "square", "image_format": "png"}
    return Wanted(**{**usual, **changes})  # type: ignore[arg-type]


SLIDES = (Slide("How fast?"), Slide("First", "Ask."), Slide("Then", "Wait."), Slide("All", "1. Ask\n2. Wait"))


def test_every_page_that_people_share_has_a_preview(project: Project) -> None:
    entries = {(w.entry, w.lang) for w in pictures.for_pages(project)}
    assert {
        (ENTRY, "en"),
        ("topic:about", "en"),
        ("topic:about", "sr-Latn"),
        ("page:index", "sr"),
        ("page:contact", "en"),
    } <= entries
    composed, problems = pictures.compose(project, pictures.for_pages(project))
    assert problems == []
    assert {w.entry for w in composed} == {w.entry for w in pictures.for_pages(project)}
    home = next(picture for w, picture in composed.items() if (w.entry, w.lang) == ("page:index", "en"))
    assert home.file.startswith("en/page-index-cover-wide-")
    assert home.alt


def test_a_post_has_the_card_of_its_format_in_the_size_and_format_of_its_network(project: Project) -> None:
    (one,) = pictures.for_draft(project, draft())
    assert (one.kind, one.size, one.image_format, one.max_bytes) == ("qa", "portrait", "jpg", 8_000_000)
    (one,) = pictures.for_draft(project, draft(kind="did_you_know"))
    assert (one.kind, one.says) == ("tip", "did_you_know")


def test_a_carousel_is_a_picture_a_slide_and_a_document_one_file(project: Project) -> None:
    feed = pictures.for_draft(project, draft(slides=SLIDES))
    assert [one.kind for one in feed] == ["cover", "slide", "slide", "summary"]
    assert [one.pages[0].number for one in feed] == ["1/4", "2/4", "3/4", "4/4"]
    assert len(set(feed)) == 4
    (document,) = pictures.for_draft(project, draft("linkedin_document", slides=SLIDES))
    assert (document.image_format, [page.kind for page in document.pages]) == ("pdf", [one.kind for one in feed])
    composed, problems = pictures.compose(project, [document, *feed])
    assert problems == []
    assert composed[document].file.endswith(".pdf")
    assert composed[document].alt.count("\n") == 3
    assert len({(picture.width, picture.height) for picture in composed.values()}) == 1


def test_a_network_that_wants_no_brand_gets_cards_without_one(project: Project) -> None:
    network = project.networks["instagram_feed"]
    bare = replace(network, image=replace(network.image, logo=False))
    changed = replace(project, networks={**project.networks, "instagram_feed": bare})
    (one,), (other,) = pictures.for_draft(changed, draft()), pictures.for_draft(project, draft())
    names = [picture.file for picture in pictures.compose(project, [one, other])[0].values()]
    assert len(set(names)) == 2
    assert "-plain-" in names[0]


def test_a_post_without_a_card_has_no_picture(project: Project) -> None:
    assert pictures.for_draft(project, draft("google_business", card="")) == ()
    assert pictures.for_draft(project, draft("google_business", card="wide"))


def test_a_post_without_its_entry_or_network_has_no_picture(project: Project) -> None:
    assert pictures.for_draft(project, draft("myspace")) == ()
    assert pictures.for_draft(project, replace(draft(), entry="gone")) == ()
    assert pictures.for_draft(project, replace(draft(), language="hr")) == ()


def test_a_size_that_there_is_not_is_said_where_the_words_stand(project: Project) -> None:
    composed, problems = pictures.compose(project, [want(size="huge")])
    assert composed == {}
    assert [(p.code, p.place.path) for p in problems] == [("AA402", "faq/about/reply-time.en.md")]


def test_what_has_no_room_gives_way_to_what_says_less_without_a_word(small: Path) -> None:
    entry = small / "faq/about/reply-time.en.md"
    long = "An answer without an end. " * 200
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("\n---\n", f"\nposts:\n  tip: {long}\n---\n", 1), encoding="utf-8")
    project = read(small)
    composed, problems = pictures.compose(project, [want(kind="tip")])
    assert problems == []
    assert "without an end" not in next(iter(composed.values())).alt
    composed, problems = pictures.compose(project, [want(kind="tip", exact=True)])
    assert composed == {}
    assert [p.code for p in problems] == ["AA402"]


@pytest.mark.parametrize(
    "change",
    [
        {"lang": "sr"},
        {"size": "wide"},
        {"scheme": "dark"},
        {"image_format": "jpg"},
        {"kind": "question"},
        {"with_brand": False},
        {"formats": ("jpg",)},
        {"max_bytes": 9},
    ],
)
def test_a_card_is_made_anew_for_every_wish_that_differs(project: Project, change: dict[str, object]) -> None:
    bench = Bench(project)
    assert bench.task(want()).made_of == Bench(project).task(want()).made_of
    assert bench.task(want()).made_of != bench.task(want(**change)).made_of


def with_fonts(small: Path, *names: str) -> Project:
    """The project with some of the fonts that the demo brings along."""
    folder = small / "faq/_data/fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        shutil.copy(ROOT / "faq/_data/fonts" / name, folder)
    return read(small)


def test_fonts_of_the_project_are_part_of_a_card_wherever_they_lie(small: Path, project: Project) -> None:
    made = Bench(project).task(want()).made_of
    with_emoji = with_fonts(small, "Twemoji.ttf")
    assert Bench(with_emoji).task(want()).made_of != made
    elsewhere = small.with_name("elsewhere")
    shutil.copytree(small, elsewhere)
    assert Bench(read(elsewhere)).task(want()).made_of == Bench(with_emoji).task(want()).made_of


def test_letters_of_the_project_s_fonts_are_drawn_and_no_problem(small: Path) -> None:
    entry = small / "faq/about/reply-time.en.md"
    entry.write_text(entry.read_text(encoding="utf-8").replace("question: ", "question: 商品 "), encoding="utf-8")
    assert {p.code for p in pictures.check(read(small))} == {"AA401"}
    found = with_fonts(small, "NotoSansJP-Medium.ttf", "NotoSansJP-Bold.ttf")
    assert pictures.check(found) == []
    job = Bench(found).job(want())
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        (there,) = pool.map(rendering.render, [job])
    assert there.content == rendering.render(job).content
    assert "NotoSansJP" in {
        p.face for t in rendering.compose(job).layouts[0].texts() for n in t.lines for p in n.pieces
    }


def test_a_brand_s_own_font_is_on_its_cards(small: Path, project: Project) -> None:
    plain = rendering.compose(Bench(project).job(want()))
    (small / "docs").mkdir(exist_ok=True)
    shutil.copy(PACKAGE / "fonts/Manrope-500.ttf", small / "docs/Own.ttf")
    settings = small / "faq/faq.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "brand: {fonts: {heavy: Own.ttf}}\n", encoding="utf-8")
    own = rendering.compose(Bench(read(small)).job(want()))
    (question,), (thin,) = plain.layouts[0].texts("question"), own.layouts[0].texts("question")
    assert (thin.size, thin.lines[0].width < question.lines[0].width) == (question.size, True)


def test_a_card_is_made_anew_when_anything_it_shows_changes(project: Project) -> None:
    """Words, template, canvas, colours, phrases of the language, the site's address."""
    before = Bench(project).task(want()).made_of
    library, language = project.library, project.library.languages["en"]
    entry = library.by_id[ENTRY]["en"]
    canvas, kind = project.canvases["square"], project.card_files["qa"]
    tokens = replace(project.tokens, schemes={**project.tokens.schemes, "light": {"ink": "#000000"}})
    said = replace(language, phrases={**language.phrases, "cards": {}})
    others = [
        replace(project, library=replace(library, by_id={ENTRY: {"en": replace(entry, short="Soon.")}})),
        replace(project, library=replace(library, languages={**library.languages, "en": said})),
        replace(project, library=replace(library, settings=replace(library.settings, name="Other"))),
        replace(project, canvases={**project.canvases, "square": replace(canvas, gutter=8)}),
        replace(project, card_files={**project.card_files, "qa": replace(kind, styles={})}),
        replace(project, brand=replace(project.brand, tokens=tokens)),
        replace(project, addresses=replace(project.addresses, base="https://other.example/")),
    ]
    made = [Bench(other).task(want()).made_of for other in others]
    assert before not in made
    assert len(set(made)) == len(made)


def test_a_job_notes_entry_address_and_words_in_the_file(project: Project) -> None:
    note = Bench(project).task(want()).job().note
    assert (note["entry"], note["address"]) == (ENTRY, project.addresses.absolute(f"q/{ENTRY}/"))
    assert len(note["hash"]) == 16
