"""What the site needs for addresses that are nobody's any more: each leads on in one hop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.links.former import Former, former
from generator.links.repair import rename, retire, withdraw
from generator.links.target import Target

Make = Callable[..., Any]
Named = Callable[[str], Target]


def site(made: Any) -> Former:
    made.publish()
    return former(made.live(), made.lock)


def leads(found: Former, path: str) -> str:
    return found.stubs[path].to.address


def test_a_site_that_never_changed_needs_nothing(bench: Make) -> None:
    assert site(bench()) == Former()


def test_a_former_entry_is_a_page_that_leads_on_and_keeps_the_heading(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(rename, named("cost"), named("price")) == []
    found = site(made)
    assert sorted(found.stubs) == ["hr/q/cost/", "q/cost/", "sr-Latn/q/cost/", "sr/q/cost/"]
    assert leads(found, "hr/q/cost/") == "hr/q/price/"
    assert found.stubs["q/cost/"].anchors == {}, "#weight is #weight of the heir"
    assert found.marks["t/delivery/"]["cost"].address == "q/price/", "the question of a topic page"


def test_an_entry_renamed_twice_takes_one_hop(bench: Make, named: Named) -> None:
    made = bench()
    for old, new in (("cost", "price"), ("price", "fees")):
        assert made.mend(rename, named(old), named(new)) == []
        made.publish()
    found = site(made)
    assert leads(found, "q/cost/") == leads(found, "q/price/") == "q/fees/"


def test_a_former_heading_is_known_to_its_page_and_to_pages_that_lead_there(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(rename, named("delivery-time"), named("time")) == []
    made.publish()
    assert made.mend(rename, named("time#phone"), named("time#call")) == []
    found = site(made)
    assert found.marks["q/time/"]["phone"].address == "q/time/#call"
    assert found.stubs["q/delivery-time/"].anchors["phone"].address == "q/time/#call"


def test_a_heading_that_a_translation_lacks_is_answered_by_its_page(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(rename, named("delivery-time#tracking"), named("delivery-time#follow")) == []
    found = site(made)
    assert found.marks["hr/q/delivery-time/"]["tracking"].address == "hr/q/delivery-time/#follow"
    assert "sr/q/delivery-time/" not in found.marks, "it never had the heading"


def test_what_is_withdrawn_has_a_page_of_its_own_and_its_former_names_lead_to_it(bench: Make, named: Named) -> None:
    made = bench()
    assert made.mend(rename, named("cost"), named("price")) == []
    made.publish()
    assert made.mend(withdraw, named("price"), "It is free.", see=None, today="2026-03-01") == []
    found = site(made)
    assert "q/price/" not in found.stubs
    assert leads(found, "q/cost/") == "q/price/"


def test_an_heir_may_have_many_former_names(bench: Make, named: Named) -> None:
    made = bench()
    made.write("faq/delivery/gift.en.md", "---\nquestion: Is it a gift?\nshort: Yes.\n---\n")
    made.publish()
    for old in ("cost", "gift"):
        assert made.mend(retire, named(old), named("delivery-time")) == []
    found = site(made)
    assert leads(found, "q/cost/") == leads(found, "q/gift/") == "q/delivery-time/"
    assert found.stubs["q/cost/"].anchors["weight"].address == "q/delivery-time/", "another text"


def test_addresses_of_a_language_taken_out_lead_to_the_source_language(bench: Make) -> None:
    made = bench()
    made.replace("faq/faq.yml", "[en, hr, sr]", "[en, sr]")
    made.delete("faq/delivery/delivery-time.hr.md")
    found = site(made)
    assert leads(found, "hr/") == ""
    assert leads(found, "hr/q/cost/") == "q/cost/"
    assert leads(found, "hr/t/delivery/") == "t/delivery/"


def test_no_page_leads_to_one_that_leads_on(bench: Make, named: Named) -> None:
    made = bench()
    steps = [("cost", "price"), ("price", "cost"), ("cost", "fees"), ("delivery-time", "time")]
    for old, new in steps:
        assert made.mend(rename, named(old), named(new)) == []
        made.publish()
    found = site(made)
    for stub in found.stubs.values():
        for to in (stub.to, *stub.anchors.values()):
            assert to.address.partition("#")[0] not in found.stubs


TIME = "---\nquestion: How long does delivery take?\nshort: Two days.\n{}---\nTwo days.\n"


def test_an_address_of_another_site_leads_to_its_answer_for_ever(bench: Make, named: Named) -> None:
    path = "faq/delivery/delivery-time.en.md"
    made = bench({path: TIME.format("was: [/faq/12.html, /hc/12-time]\n")})
    found = site(made)
    assert {key: stub.to.address for key, stub in found.stubs.items()} == {
        "faq/12.html": "q/delivery-time/",
        "hc/12-time/": "q/delivery-time/",
    }
    assert all(stub.from_elsewhere for stub in found.stubs.values())
    made.write(path, TIME.format(""))
    assert made.mend(rename, named("delivery-time"), named("time")) == []
    assert leads(site(made), "hc/12-time/") == "q/time/", "what was published once is owed"


def test_a_translation_has_old_addresses_of_its_own(bench: Make) -> None:
    words = "---\nquestion: Koliko traje dostava?\nwas: [/hr/faq/12.html]\n---\nDva dana.\n"
    found = site(bench({"faq/delivery/delivery-time.hr.md": words}))
    assert leads(found, "hr/faq/12.html") == "hr/q/delivery-time/"
