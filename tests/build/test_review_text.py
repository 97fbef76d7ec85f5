"""A review as people and programs read it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

from generator.build.comparing import CardChange, DraftChange, Review
from generator.build.review_text import as_data, as_markdown, as_text, escaped
from generator.content.comparing import Changes, EntryChange, FactChange, Standing, TextChange, WordsChange
from generator.links.comparing import AddressChange
from generator.links.target import Target
from generator.problems import Place, Problem

NOTHING = Changes(entries=(), facts=(), texts=(), translations=())
TIME = Target("entry", "delivery-time")


def draft(kind: str, n: int, detail: str = "") -> DraftChange:
    return DraftChange(
        kind=kind,
        id=f"x-en.delivery-time.{n}",
        channel="x-en",
        language="en",
        entry="delivery-time",
        slot=datetime(2026, 12, 1, 9, 30, tzinfo=UTC),
        state="draft",
        detail=detail,
    )


REVIEW = Review(
    words=Changes(
        entries=(
            EntryChange(
                id="delivery-time",
                kind="renamed",
                question="How long does delivery take?",
                asked="When will it arrive?",
                was="shipping",
                words=(
                    WordsChange(lang="en", kind="changed", parts=("short", "answer")),
                    WordsChange(lang="hr", kind="added"),
                    WordsChange(lang="cs", kind="added"),
                ),
                keys=("aliases", "owner"),
            ),
        ),
        facts=(
            FactChange(
                name="window",
                kind="changed",
                values=(("en", "14 days", "30 days"),),
                entries=("a", "b", "c", "d"),
                pages=("about",),
            ),
        ),
        texts=(TextChange(what="reply", name="late", kind="removed", languages=("en",)),),
        translations=(
            Standing("delivery-time", "hr", "fresh", "major"),
            Standing("delivery-time", "cs", "fresh", "major"),
        ),
    ),
    links=(
        AddressChange(kind="lost", target=Target("entry", "cash"), now=None, addresses=("q/cash/",)),
        AddressChange(kind="moved", target=Target("entry", "shipping"), now=TIME, addresses=("q/shipping/",)),
    ),
    published=("q/delivery-time/",),
    drafts=(draft("stale", 1, "fact 'window': “14 days” → “30 days”"), draft("gone", 2)),
    cards=(CardChange(kind="changed", entry="delivery-time", card="qa", languages=("en", "hr"), files=3),),
    files=("mkdocs.yml",),
    users={"window": ("x-en.delivery-time.1",)},
    unreadable=("parcel",),
    errors=(Problem(Place("faq/a.en.md", 3, 7), "AA030", "no fact is called 'late|fee'"),),
)
TEXT = """\
Errors: 1 new
  new  faq/a.en.md:3:7  AA030  no fact is called 'late|fee'
  nothing is built while there are errors; faq check says what to do about each

Addresses: 1 lost, 1 moved, 1 new
  lost   cash                     /q/cash/
  moved  shipping  delivery-time  /q/shipping/
  new                             /q/delivery-time/
  faq links rename or faq links retire says where lost addresses lead

Facts: 1 changed
  changed  window  en: 14 days → 30 days  4 entries: a, b, c and 1 more; 1 page: about; 1 draft: x-en.delivery-time.1

Entries: 1 renamed
  renamed  delivery-time  How long does delivery take?  was shipping; was “When will it arrive?”; \
en: short, answer; hr, cs: added; all languages: aliases, owner

Pages, replies and topics: 1 removed
  removed  reply  late  en

Translations: 1 major
  major  delivery-time  hr, cs  fresh
  faq status lists what waits for translators

Drafts: 1 stale, 1 gone
  stale  x-en.delivery-time.1  2026-12-01 09:30  fact 'window': “14 days” → “30 days”
  gone   x-en.delivery-time.2  2026-12-01 09:30  its entry is gone: retire or delete it
  faq plan brings them up to date; approved ones are then in review again

Cards: 1 changed
  changed  delivery-time  qa  en, hr  3 files

Settings and other files: 1 changed
  mkdocs.yml
  they may concern every page

Not compared, since it cannot be read before or now: parcel"""


def test_on_a_terminal() -> None:
    assert as_text(REVIEW) == TEXT


def test_nothing_changed() -> None:
    assert as_text(Review(words=NOTHING)) == "Nothing changes for anybody."
    assert as_markdown(Review(words=NOTHING)).endswith("### What this changes\n\nNothing changes for anybody.\n")


def test_a_comment_has_a_table_of_tables_and_a_table_per_kind() -> None:
    text = as_markdown(REVIEW)
    assert text.startswith(
        "<!-- faq diff -->\n### What this changes\n\n| | |\n|---|---|\n| ⚠️ Errors | 1 new |\n| ⚠️ Addresses | 1 lost"
    )
    assert "| Facts | 1 changed |" in text
    assert "| lost | `cash` |  | `/q/cash/` |" in text
    assert "| renamed | `delivery-time` | How long does delivery take? | was shipping; was “When will it" in text
    assert "<details>" not in text, "short tables are open"
    table = text.partition("**Addresses")[2].split("\n\n")[1]
    cells = {len(re.findall(r"(?<!\\)\|", row)) for row in table.split("\n")}
    assert cells == {5}, "every row has four cells"


def many(count: int) -> Review:
    return Review(words=NOTHING, drafts=tuple(draft("stale", n, "“" + "word " * 30 + "”") for n in range(count)))


def test_long_tables_are_folded_and_cut() -> None:
    assert "<details>" not in as_markdown(many(5))
    folded = as_markdown(many(6))
    assert "<details><summary>Drafts: 6 stale</summary>\n\n|" in folded, "an empty line, or the table is no table"
    assert folded.endswith("</details>\n")
    cut = as_markdown(many(120))
    assert cut.count("| stale |") == 100
    assert "… and 20 more: run `faq diff` to see all." in cut


def test_a_comment_is_never_longer_than_a_platform_takes() -> None:
    name = "word " * 40
    texts = tuple(TextChange(what="page", name=f"{name}{n}", kind="added", languages=(name,)) for n in range(200))
    review = Review(words=Changes(entries=(), facts=(), texts=texts, translations=()), drafts=many(200).drafts)
    assert len(as_markdown(review)) < 60_000
    assert "… and 175 more" in as_markdown(review)


def test_words_from_outside_are_only_words() -> None:
    hostile = "a|b <img src=x> [x](https://e.example) @team #12 `c` **d** !3 www.e.example \x1b[31m\u202e $x$ ~~e~~"
    text = escaped(hostile)
    assert not re.search(r"[|<>`*\[\]~$\x1b\u202e]", text)
    assert "@team" not in text
    assert " #12" not in text
    assert "://" not in text
    assert "www." not in text
    entry = EntryChange(id="a`|b", kind="added", question="</details>\n\n# " + hostile)
    review = Review(words=Changes(entries=(entry,), facts=(), texts=(), translations=()))
    row = next(line for line in as_markdown(review).split("\n") if line.startswith("| added"))
    assert row.startswith("| added | `a'\\|b` | &#60;/details&#62; # a&#124;b")
    assert "\x1b" not in as_text(review)
    assert "\u202e" not in as_text(review)


def test_for_programs_everything_is_whole() -> None:
    data = json.loads(json.dumps(as_data(REVIEW)))
    assert data["facts"][0]["values"] == [{"language": "en", "old": "14 days", "new": "30 days"}]
    assert data["facts"][0]["entries"] == ["a", "b", "c", "d"]
    assert data["facts"][0]["drafts"] == ["x-en.delivery-time.1"]
    assert data["links"][0] == {"kind": "lost", "of": "cash", "to": "", "addresses": ["q/cash/"]}
    assert data["translations"][0] == {
        "id": "delivery-time",
        "lang": "hr",
        "before": "fresh",
        "now": "major",
        "worse": True,
    }
    assert data["drafts"][0]["slot"] == "2026-12-01T09:30:00+00:00"
    assert set(data) == {
        *("entries", "facts", "texts", "translations", "links", "published"),
        *("drafts", "recall", "cards", "files", "unreadable", "errors"),
    }
