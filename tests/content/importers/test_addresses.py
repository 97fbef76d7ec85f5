"""Old addresses go with the entry that alone had them, and links between imported entries follow."""

from __future__ import annotations

from generator.content.importers.imported import Imported
from generator.content.importers.writing import to_files
from generator.problems import Place


def entry(id_: str, *, url: str = "", old: str = "", answer: str = "So.", lang: str = "en") -> Imported:
    return Imported(
        id=id_, lang=lang, category="General", question=f"{id_}?", answer=answer, source_url=url, old_address=old,
        place=Place("faq.json"),
    )  # fmt: skip


def taken(*entries: Imported) -> tuple[dict[str, str], list[str]]:
    tree, problems = to_files(entries, {}, languages=frozenset({"en", "hr"}), source="en")
    return {path: content.decode() for path, content in tree.items()}, [f"{p.code} {p.message}" for p in problems]


def test_each_language_keeps_its_own_old_address() -> None:
    files, said = taken(
        entry("where", url="https://old.test/hc/en/12-Where"), entry("where", lang="hr", old="/hc/hr/12-Gdje")
    )
    assert "\nwas:\n- /hc/en/12-Where\n" in files["general/where.en.md"]
    assert "\nwas:\n- /hc/hr/12-Gdje\n" in files["general/where.hr.md"]
    assert said == []


def test_an_address_that_is_not_one_entrys_alone_is_told_and_left_out() -> None:
    files, said = taken(
        entry("a", url="https://old.test/faq"), entry("b", url="https://old.test/faq/"),
        entry("c", url="https://old.test/page#c"), entry("d", old="/a/../d"),
    )  # fmt: skip
    assert not any("was:" in text for text in files.values())
    assert said == [
        "AA611 2 old addresses do not lead on: several have the same one, first /faq",
        "AA611 1 old address does not lead on: they are parts of one page, first /page#c",
        "AA611 1 old address does not lead on: no page can be made there, first /a/../d",
    ]


def test_an_address_with_a_query_is_kept_and_told() -> None:
    files, (told,) = taken(entry("a", old="/index.php?action=artikel&id=5"))
    assert "was:\n- /index.php?action=artikel&id=5\n" in files["general/a.en.md"]
    assert "only a server's own rule answers a query" in told


def test_another_faq_of_ours_has_no_old_addresses() -> None:
    files, said = taken(entry("a", url="https://faq.example/help/q/a/"))
    assert ("was:" in files["general/a.en.md"], said) == (False, [])


def test_links_between_imported_entries_lead_to_entries() -> None:
    files, _ = taken(
        entry("a", url="https://old.test/a.html", answer="[B](https://www.old.test/b/#top), [c](c.html), `[b](/b)`."),
        entry("b", url="https://old.test/b", answer="[A](/a.html#x), [it](https://else.test/a.html).\n\n## T {#top}"),
        entry("c", url="https://old.test/c.html", answer="[a]: https://old.test/a.html\n\nSee [a]."),
    )  # fmt: skip
    assert "[B](entry:b#top), [c](entry:c), `[b](/b)`." in files["general/a.en.md"]
    assert "[A](entry:a), [it](https://else.test/a.html)." in files["general/b.en.md"]
    assert "[a]: entry:a" in files["general/c.en.md"]


def test_an_address_of_several_entries_is_no_link_to_one() -> None:
    files, _ = taken(
        entry("a", url="https://old.test/faq#x", answer="[All](https://old.test/faq), [b](https://old.test/faq#y)"),
        entry("b", url="https://old.test/faq#y"),
    )
    assert "[All](https://old.test/faq), [b](entry:b)" in files["general/a.en.md"]


def test_zendesk_knows_an_article_by_its_number() -> None:
    base = "https://help.test/hc"
    answer = (
        f"[A]({base}/en-us/articles/360001), [B](/hc/hr/articles/360001-Staro#x), [C]({base}/en-us/sections/360001)"
    )
    files, _ = taken(
        entry("a", url=f"{base}/en-us/articles/360001-Where"), entry("b", url=f"{base}/en-us/articles/2", answer=answer)
    )
    assert f"[A](entry:a), [B](entry:a), [C]({base}/en-us/sections/360001)" in files["general/b.en.md"]


def test_links_to_entries_are_known_where_the_source_tells_no_address() -> None:
    files, _ = taken(entry("a", answer="[b](https://faq.test/help/hr/q/b/), [c](https://faq.test/q/c/)"), entry("b"))
    assert "[b](entry:b), [c](https://faq.test/q/c/)" in files["general/a.en.md"]
