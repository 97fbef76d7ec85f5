"""Rename and retire: authors' files change, and every old address leads on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.links.repair import rename, retire
from generator.links.target import Target

Make = Callable[..., Any]
Named = Callable[[str], Target]
TIME = "faq/delivery/delivery-time.en.md"
COST = "faq/delivery/cost.en.md"


def sound(made: Any) -> bool:
    """Nothing that was published is lost, and nothing is wrong with the files."""
    assert made.lost() == []
    assert made.errors() == []
    return True


def test_an_entry_is_renamed_in_all_languages(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(rename, named("delivery-time"), named("arrival")) == []
    assert sorted(p for p in made.texts if "arrival" in p or "delivery-time" in p) == [
        "faq/delivery/arrival.en.md",
        "faq/delivery/arrival.hr.md",
        "faq/delivery/arrival.sr.md",
    ]
    assert "short: Two days.\naliases: [delivery-time]\n---\n" in made.texts["faq/delivery/arrival.en.md"]
    assert "aliases" not in made.texts["faq/delivery/arrival.hr.md"]
    assert "home: [arrival, cost]" in made.texts["faq/faq.yml"]
    assert "[tracking](entry:arrival#tracking), [time](entry:arrival) and `entry:delivery-time`" in made.texts[COST]
    assert "(entry:arrival#abroad)" in made.texts["docs/about.en.md"]
    assert sound(made)


def test_an_entry_that_takes_its_former_id_again_has_it_no_longer_as_a_former_one(bench: Make, named: Named) -> None:
    made = bench()
    before = dict(made.texts)
    for old, new in (("cost", "price"), ("price", "cost")):
        assert made.mend(rename, named(old), named(new)) == []
        made.publish()
    assert "aliases: [price]" in made.texts[COST]
    assert sound(made)
    assert made.texts[TIME] == before[TIME]


def test_a_heading_that_takes_its_former_id_again_has_not_moved(bench: Make, named: Named) -> None:
    made = bench()
    for old, new in (("phone", "call"), ("call", "phone")):
        assert made.mend(rename, named(f"delivery-time#{old}"), named(f"delivery-time#{new}")) == []
        made.publish()
    assert 'moved: {call: "#phone"}' in made.texts[TIME]
    assert sound(made)


@pytest.mark.parametrize(("first", "eol"), [("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")])
def test_files_from_windows_keep_their_line_ends_and_former_ids(
    first: str, eol: str, bench: Make, named: Named
) -> None:
    made = bench()
    text = made.texts[COST].replace("short:", "aliases: [fees]\nshort:")
    made.write(COST, first + text.replace("\n", eol))
    assert made.mend(rename, named("cost"), named("price")) == []
    assert made.mend(rename, named("delivery-time#tracking"), named("delivery-time#follow")) == []
    expected = text.replace("[fees]", "[fees, cost]").replace("#tracking)", "#follow)")
    assert made.texts["faq/delivery/price.en.md"] == first + expected.replace("\n", eol)
    assert sound(made)


def test_a_topic_is_renamed_with_everything_in_it(bench: Make, named: Named) -> None:
    made = bench()
    made.replace("docs/about.en.md", "See", "[All](topic:delivery). See")
    assert made.mend(rename, named("topic:delivery"), named("topic:shipping")) == []
    assert not [path for path in made.texts if path.startswith("faq/delivery/")]
    assert "aliases: [delivery]" in made.texts["faq/shipping/_topic.yml"]
    assert "[All](topic:shipping)" in made.texts["docs/about.en.md"]
    assert sound(made)


def test_a_page_is_renamed(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(rename, named("page:about"), named("page:us")) == []
    assert "aliases: [about]" in made.texts["docs/us.en.md"]
    assert sound(made)


def test_a_heading_is_renamed_in_every_language(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(rename, named("delivery-time#tracking"), named("delivery-time#follow")) == []
    assert "## Praćenje paketa {#follow}" in made.texts["faq/delivery/delivery-time.hr.md"]
    assert 'moved: {tracking: "#follow"}' in made.texts[TIME]
    assert "(entry:delivery-time#follow)" in made.texts[COST]
    assert sound(made)


def test_files_that_are_renamed_by_hand_only_need_the_old_id_written_down(bench: Make, named: Named) -> None:
    made = bench()
    for path in [p for p in made.texts if "delivery-time." in p]:
        made.write(path.replace("delivery-time", "arrival"), made.texts[path])
        made.delete(path)
    assert "AA201" in made.lost()[0]
    assert made.mend(rename, named("delivery-time"), named("arrival")) == []
    assert "aliases: [delivery-time]" in made.texts["faq/delivery/arrival.en.md"]
    assert "home: [arrival, cost]" in made.texts["faq/faq.yml"]
    assert sound(made)
    made.publish()
    assert made.lock["hr/q/delivery-time/", "tracking"].target == named("arrival#tracking")


def test_so_does_a_heading(bench: Make, named: Named) -> None:
    made = bench()
    made.replace(TIME, "{#phone}", "{#call}")
    assert made.mend(rename, named("delivery-time#phone"), named("delivery-time#call")) == []
    assert sound(made)


FILES = {
    "faq/withdrawn.yml": "entries:\n  cheque:\n    on: 2026-01-01\n    why: {en: Cards., hr: Kartice., sr: Картице.}\n",
    COST: "---\nquestion: What does delivery cost?\nshort: Four euros.\naliases: [fees]\n---\n## By weight {#weight}\n",
}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("cost", "delivery-time", "'delivery-time' exists already"),
        ("nothing", "price", "there is no 'nothing'"),
        ("cost#nothing", "cost#price", "there is no 'cost#nothing'"),
        ("cost", "topic:price", "'cost' cannot become 'topic:price': both must be of one kind"),
        ("cost#weight", "delivery-time#weight", "'cost#weight' cannot become 'delivery-time#weight'"),
        ("cost", "cost#price", "'cost' cannot become 'cost#price'"),
        ("cost", "con", "'con' cannot be an id"),
        ("cost", "a" * 81, "cannot be an id"),
        ("delivery-time", "fees", "'fees' is a former id of 'cost': whoever kept its link"),
        ("cost", "cheque", "'cheque' was withdrawn: whoever kept its link"),
        ("cheque", "cost", "'cheque' was withdrawn: delete its record"),
        ("fees", "delivery-time", "'fees' is a former id of 'cost'"),
        ("cost", "Delivery-Time", "'Delivery-Time' and 'delivery-time' differ only in capitals"),
        ("cost", "Cost", "'Cost' and 'cost' differ only in capitals"),
        ("topic:delivery", "topic:replies", "faq/replies/ is for service replies"),
        ("page:contact", "page:us", "'page:contact' is always there"),
        ("page:about", "page:index", "'page:index' is always there"),
        ("topic:delivery", "topic:returns", "'topic:returns' exists already"),
    ],
)
def test_a_name_that_cannot_be_given_changes_nothing(old: str, new: str, said: str, bench: Make, named: Named) -> None:
    made = bench(FILES)
    before = dict(made.texts)
    (message,) = made.mend(rename, named(old), named(new))
    assert said in message
    assert made.texts == before


def test_a_file_that_cannot_be_read_is_never_left_behind_or_written_over(bench: Make, named: Named) -> None:
    made = bench({"faq/delivery/broken.en.md": "---\nquestion: [\n---\nSomebody's work.\n"})
    said = "a file of 'broken' cannot be read: mend it first, 'faq check' says where"
    assert made.mend(rename, named("cost"), named("broken")) == [said]
    made.write("faq/delivery/cost.hr.md", "---\nquestion: [\n---\n")
    assert made.mend(rename, named("cost"), named("price")) == [said.replace("broken", "cost")]
    assert made.mend(retire, named("cost"), named("delivery-time")) == [said.replace("broken", "cost")]


def test_a_file_that_is_written_oddly_stops_the_repair(bench: Make, named: Named) -> None:
    made = bench({COST: '---\n{"question": "What?", "short": "Four."}\n---\n'})
    assert made.mend(rename, named("cost"), named("price")) == [
        "this file's front matter cannot be changed by a program"
    ]


def test_what_another_answers_is_deleted_and_leads_there(bench: Make, named: Named) -> None:
    made = bench()
    made.mend(rename, named("cost"), named("price"))
    made.publish()
    assert made.mend(retire, named("price"), named("delivery-time")) == []
    assert "faq/delivery/price.en.md" not in made.texts
    assert "replaces: [price, cost]" in made.texts[TIME]
    assert "home: [delivery-time]" in made.texts["faq/faq.yml"]
    assert "[the cost](entry:delivery-time)." in made.texts[TIME], "not to a heading that it does not have"
    assert sound(made)


def test_a_section_may_inherit(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(retire, named("cost"), named("delivery-time#abroad")) == []
    assert "replaces: [cost#abroad]" in made.texts[TIME]
    assert sound(made)
    made.publish()
    assert made.lock["q/cost/", ""].target == named("delivery-time#abroad")


def test_files_that_are_deleted_already_only_need_an_heir(bench: Make, named: Named) -> None:
    made = bench()
    made.delete(COST)
    assert made.mend(retire, named("cost"), named("delivery-time")) == []
    assert sound(made)


def test_a_heading_that_is_deleted_leads_to_its_heir(bench: Make, named: Named) -> None:
    made = bench()
    made.replace(TIME, "### By phone {#phone}\n\nCall us.\n\n", "")
    assert made.mend(retire, named("delivery-time#phone"), named("cost#weight")) == []
    assert "moved: {phone: cost#weight}" in made.texts[TIME]
    assert sound(made)


def test_an_empty_topic_is_retired(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(retire, named("topic:returns"), named("topic:delivery")) == []
    assert "faq/returns/_topic.yml" not in made.texts
    assert sound(made)


@pytest.mark.parametrize(
    ("old", "heir", "said"),
    [
        ("cost", "cost", "'cost' cannot be its own heir"),
        ("cost", "cost#weight", "'cost' cannot be its own heir"),
        ("cost", "nothing", "there is no 'nothing'"),
        ("cost", "topic:delivery", "'topic:delivery' cannot inherit from 'cost'"),
        ("topic:delivery", "topic:returns", "the topic 'delivery' still has entries"),
        ("cost#weight", "delivery-time", "the heading 'cost#weight' is still there"),
        ("nothing#x", "delivery-time", "there is no 'nothing'"),
        ("page:contact", "page:about", "'page:contact' is always there"),
    ],
)
def test_what_cannot_inherit_changes_nothing(old: str, heir: str, said: str, bench: Make, named: Named) -> None:
    made = bench()
    before = dict(made.texts)
    (message,) = made.mend(retire, named(old), named(heir))
    assert said in message
    assert made.texts == before
