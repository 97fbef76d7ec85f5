"""The whole line as people run it: init, import, check, plan, build, export, count."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import icalendar
import pytest

from generator.files import read_tree

Faq = Callable[..., CompletedProcess[str]]


def test_a_new_faq_builds_at_once_and_nothing_is_wrong_with_it(small: Path, faq: Faq) -> None:
    assert faq(small, "check").stdout == ""
    faq(small, "build", "--today", "2026-11-22")
    site = small / "build/site"
    assert 'lang="en"' in (site / "q/reply-time/index.html").read_text(encoding="utf-8")
    assert 'lang="sr"' in (site / "sr/q/reply-time/index.html").read_text(encoding="utf-8")
    latin = (site / "sr-Latn/q/reply-time/index.html").read_text(encoding="utf-8")
    assert 'lang="sr-Latn"' in latin
    assert "Kada ćete mi odgovoriti?" in latin
    assert (small / "build/desk/index.html").is_file()


def test_init_leaves_a_folder_with_an_faq_alone(small: Path, faq: Faq) -> None:
    done = faq(small, "init", str(small), check=False)
    assert done.returncode == 1
    assert "AA013" in done.stdout


def test_every_entry_has_a_page_in_every_language_be_it_in_the_sources_words(bigger: Path, faq: Faq) -> None:
    done = faq(bigger, "build", "--today", "2026-11-22")
    assert "'order9' is not translated into bg" in done.stdout
    site = bigger / "build/site"
    for n in range(1, 10):
        for home in ("", "hr/", "bg/"):
            page = (site / f"{home}q/order{n}/index.html").read_text(encoding="utf-8")
            assert ("aa-notice" in page) == ((n, home) == (9, "bg/"))
    assert '<h1 lang="en">How do I order product 9?' in (site / "bg/q/order9/index.html").read_text(encoding="utf-8")


def test_importing_twice_changes_nothing(bigger: Path, faq: Faq) -> None:
    before = read_tree(bigger / "faq")
    done = faq(bigger, "import", str(bigger.parent / "faq.json"), "--into", str(bigger))
    assert done.stdout == ""
    assert read_tree(bigger / "faq") == before


def test_plan_fills_slots_export_reads_back_and_planning_again_changes_nothing(
    bigger: Path, faq: Faq, tmp_path: Path
) -> None:
    root = shutil.copytree(bigger, tmp_path / "copy", ignore=shutil.ignore_patterns("build"))
    rows = json.loads(faq(root, "plan", "--from", "2026-12-01", "--weeks", "2", "--json").stdout)
    assert rows
    drafts = read_tree(root / "faq/_drafts")
    assert sum(path.endswith(".md") for path in drafts) == len(rows)
    faq(root, "plan", "--from", "2026-12-01", "--weeks", "2")
    assert read_tree(root / "faq/_drafts") == drafts

    faq(root, "export", "ics", "--today", "2026-11-22")
    calendar = icalendar.Calendar.from_ical((root / "build/exports/ics/posts.ics").read_bytes())
    assert sorted(str(event["DESCRIPTION"]) for event in calendar.walk("VEVENT")) == sorted(row["text"] for row in rows)

    faq(root, "export", "buffer", "--include-drafts", "--today", "2026-11-22")
    assert sorted(_texts(root / "build/exports/buffer")) == sorted(row["text"] for row in rows)


def _texts(folder: Path) -> list[str]:
    texts = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            texts += [row["Text"] for row in csv.DictReader(stream)]
    return texts


def test_what_is_approved_goes_out_once(bigger: Path, faq: Faq, tmp_path: Path) -> None:
    root = shutil.copytree(bigger, tmp_path / "copy", ignore=shutil.ignore_patterns("build"))
    faq(root, "plan", "--from", "2026-12-01", "--weeks", "2")
    export = ("export", "buffer", "--today", "2026-11-22")
    refused = faq(root, *export, check=False)
    assert (refused.returncode, "AA513" in refused.stdout) == (1, True)

    first, second, *_ = sorted((root / "faq/_drafts").glob("*/*.md"))
    _approve(first)
    assert faq(root, *export).stdout.count(".csv\n") == 1
    assert "state: exported" in first.read_text(encoding="utf-8")
    assert (root / "faq/_posts.tsv").read_text(encoding="utf-8").count("\texported\t") == 1

    before = read_tree(root / "faq")
    out = read_tree(root / "build/exports")
    again = faq(root, *export, check=False)
    assert "1 left out that went out before" in again.stderr
    assert (read_tree(root / "faq"), read_tree(root / "build/exports")) == (before, out)
    faq(root, "plan", "--from", "2026-12-01", "--weeks", "2")
    assert read_tree(root / "faq") == before

    _approve(second)
    stranger = faq(root, *export, "--channel", "nobody", check=False)
    assert (stranger.returncode, "AA525" in stranger.stdout) == (1, True)
    faq(root, *export)
    folder = root / "build/exports/buffer"
    assert len(_texts(folder)) == len(_texts(folder / "earlier/1")) == 1
    assert _texts(folder) != _texts(folder / "earlier/1")
    assert len(_texts_after(root, faq, *export, "--again")) == 2


def _approve(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("state: draft", "state: approved"), encoding="utf-8")


def _texts_after(root: Path, faq: Faq, *arguments: str) -> list[str]:
    faq(root, *arguments)
    return _texts(root / "build/exports/buffer")


def test_a_calendar_is_told_of_changes_and_removals(bigger: Path, faq: Faq, tmp_path: Path) -> None:
    root = shutil.copytree(bigger, tmp_path / "copy", ignore=shutil.ignore_patterns("build"))
    faq(root, "plan", "--from", "2026-12-01", "--weeks", "2")
    export = ("export", "ics", "--today", "2026-11-22")
    faq(root, *export)
    changed, *_, removed = sorted((root / "faq/_drafts").glob("*/*.md"))
    _approve(changed)
    removed.unlink()
    shutil.rmtree(root / "build")

    faq(root, *export)

    calendar = icalendar.Calendar.from_ical((root / "build/exports/ics/posts.ics").read_bytes())
    told = {str(event["UID"]): (str(event["STATUS"]), event["SEQUENCE"]) for event in calendar.walk("VEVENT")}
    assert sorted(told.values())[:1] == [("CANCELLED", 1)]
    assert [said for said in told.values() if said[0] == "CONFIRMED"] == [("CONFIRMED", 1)]
    assert faq(root, "check").returncode == 0


def test_help_tells_every_target_and_how_sure_it_is(small: Path, faq: Faq) -> None:
    own = small / "faq/_data/exports/ours.yml"
    own.parent.mkdir(parents=True)
    own.write_text("label: Our own\nkind: zip\nextension: zip\n", encoding="utf-8")

    every = faq(small, "export", "--help").stdout

    assert "ours" in every
    assert "Our own" in every
    assert "NOT verified" in every
    assert "the columns are a guess" in " ".join(faq(small, "export", "statusbrew", "--help").stdout.split())
    assert "--channel" not in faq(small, "export", "ics", "--help").stdout
    unknown = faq(small, "export", "bufer", "--today", "2026-11-22", check=False)
    assert (unknown.returncode, "did you mean 'buffer'?" in unknown.stdout) == (1, True)


def test_answers_go_out_for_a_helpdesk_of_ones_own_and_only_in_the_languages_asked_for(small: Path, faq: Faq) -> None:
    own = small / "faq/_data/helpdesks/ours.yml"
    own.parent.mkdir(parents=True)
    own.write_text(
        "label: Our helpdesk\nplaceholders: {any: '<NAME>'}\nfiles:\n"
        "  - path: 'ours-{language}.csv'\n    kind: table\n"
        "    columns: [{title: T, field: title}, {title: '', value: faq}]\n",
        encoding="utf-8",
    )

    _, _, answers = faq(small, "export", "--help").stdout.partition("Answers and replies:")
    assert ("ours" in answers, "zendesk" in answers, "buffer" in answers) == (True, True, False)
    done = faq(small, "export", "ours", "--language", "sr-Latn")
    assert done.stdout.splitlines() == [str(small / "build/exports/ours/ours-sr-Latn.csv")]
    assert '"Kada ćete mi odgovoriti?","faq"' in (small / "build/exports/ours/ours-sr-Latn.csv").read_text("utf-8")
    assert faq(small, "export", "ours", "--language", "xx", check=False).returncode == 2
    assert not (small / "faq/_posts.tsv").exists()


def test_two_builds_on_the_same_day_are_the_same_bytes(bigger: Path, faq: Faq, tmp_path: Path) -> None:
    root = shutil.copytree(bigger, tmp_path / "copy", ignore=shutil.ignore_patterns("build"))
    faq(root, "plan", "--from", "2026-12-01", "--weeks", "2")
    digests = []
    for _ in range(2):
        faq(root, "build", "--today", "2026-11-22", apart=True)
        digests.append({part: _digest(root / "build" / part) for part in ("site", "desk")})
        shutil.rmtree(root / "build")
    assert digests[0] == digests[1]


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for name, content in read_tree(folder).items():
        digest.update(name.encode() + b"\0" + content)
    return digest.hexdigest()


def test_an_error_leaves_the_last_site_as_it_was(small: Path, faq: Faq) -> None:
    faq(small, "build", "--today", "2026-11-22")
    before = read_tree(small / "build/site")
    entry = small / "faq/about/reply-time.en.md"
    entry.write_text(entry.read_text(encoding="utf-8").replace("reply_time }}", "replytime }}", 1), encoding="utf-8")
    done = faq(small, "build", check=False)
    assert done.returncode == 1
    assert "faq/about/reply-time.en.md:3:" in done.stdout
    assert "did you mean 'reply_time'?" in done.stdout
    assert read_tree(small / "build/site") == before


@pytest.mark.parametrize(
    ("text", "printed", "code"),
    [
        ("Koliko traje dostava? 📦", {"length": 24, "limit": 280, "fits": True}, 0),
        ("https://faq.example.org/q/delivery-time/ traje", {"length": 29, "limit": 280, "fits": True}, 0),
        ("ж" * 281, {"length": 281, "limit": 280, "fits": False}, 1),
    ],
)
def test_count_reads_a_text_and_says_whether_it_fits(
    small: Path, faq: Faq, text: str, printed: dict[str, object], code: int
) -> None:
    done = faq(small, "count", "--network", "x", "--json", stdin=text, check=False)
    said = json.loads(done.stdout)
    assert ({key: said[key] for key in printed}, done.returncode) == (printed, code)


def test_count_shows_a_text_on_every_network(small: Path, faq: Faq) -> None:
    (small / "post.txt").write_text("ж" * 600 + "\n", encoding="utf-8")
    done = faq(small, "count", str(small / "post.txt"))
    lines = dict(line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert lines["x"] == "600 of 280, 320 too many"
    assert lines["telegram_channel"] == "600 of 1024"
    assert lines["viber_channel"] == "600 of 512, 88 too many, limit not confirmed"
    assert lines["instagram_story"] == "600 of 0, it takes no text, limit not confirmed"
    bare = json.loads(faq(small, "count", str(small / "post.txt"), "--no-picture", "--json").stdout)
    assert {row["network"]: row["limit"] for row in bare}["viber_channel"] == 7000


def test_count_takes_the_post_of_a_draft_and_each_part_of_a_thread_alone(small: Path, faq: Faq) -> None:
    text = "---\nstate: draft\nwhy: never posted\n---\nKoliko?\n---\nDva dana. #a1 #b1\n"
    done = faq(small, "count", "--network", "threads", stdin=text)
    assert done.stdout == "17 of 500, the longest of 2 parts, 2 hashtags of 1\n"


def test_new_begins_an_entry_and_its_translation(small: Path, faq: Faq) -> None:
    faq(small, "new", "gift-wrap", "--topic", "about", "--question", "Do you wrap gifts?")
    entry = small / "faq/about/gift-wrap.en.md"
    assert "question: Do you wrap gifts?" in entry.read_text(encoding="utf-8")
    faq(small, "new", "gift-wrap", "--lang", "sr")
    assert (small / "faq/about/gift-wrap.sr.md").is_file()
    done = faq(small, "check", check=False)
    assert "AA114 there is no answer" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["check", "--format", "nothing"], 2), (["nothing"], 2), (["count", "--network", "myspace"], 2), (["--help"], 0)],
)
def test_exit_codes(small: Path, faq: Faq, arguments: list[str], code: int) -> None:
    assert faq(small, *arguments, check=False, apart=True).returncode == code


def test_a_folder_without_an_faq_says_what_to_do(tmp_path: Path, faq: Faq) -> None:
    done = faq(tmp_path, "check", check=False)
    assert done.returncode == 1
    assert "faq/faq.yml:1:1: error AA013" in done.stdout
    assert "faq init" in done.stdout


def test_problems_as_json_are_a_list_of_objects(small: Path, faq: Faq) -> None:
    (small / "faq/about/reply-time.en.md").write_text("no front matter\n", encoding="utf-8")
    done = faq(small, "check", "--format", "json", check=False)
    found = json.loads(done.stdout)
    assert [(p["path"], p["line"], p["column"], p["severity"], p["code"]) for p in found] == [
        ("faq/about/reply-time.en.md", 1, 1, "error", "AA001")
    ]


def test_what_the_disk_refuses_is_told_with_its_path_and_is_no_fault_of_ours(small: Path, faq: Faq) -> None:
    (small / "build").write_text("a file where a folder should be")
    done = faq(small, "build", "--today", "2026-11-22", check=False)
    assert done.returncode == 1
    assert str(small / "build") in done.stderr
    assert "fault of ours" not in done.stderr


def test_a_translation_begins_with_the_names_of_facts_and_not_with_their_values(small: Path, faq: Faq) -> None:
    (small / "faq/facts.yml").write_text("return_window: {days: 14}\n")
    path = small / "faq/about/returns.en.md"
    path.write_text("---\nquestion: Returns?\nshort: In {{ return_window }}.\n---\nYes, {{ return_window }}.\n")
    faq(small, "new", "returns", "--lang", "sr")
    made = path.with_name("returns.sr.md").read_text(encoding="utf-8")
    assert "short: In {{ return_window }}." in made
    assert "Yes, {{ return_window }}." in made


def test_check_says_what_the_build_would_say_of_cards(small: Path, faq: Faq) -> None:
    entry = small / "faq/about/reply-time.en.md"
    entry.write_text(
        entry.read_text(encoding="utf-8").replace("How soon", "\u0928\u092e\u0938\u094d\u0924\u0947 How soon", 1),
        encoding="utf-8",
    )
    checked, built = faq(small, "check", check=False), faq(small, "build", check=False)
    assert checked.returncode == built.returncode == 1
    assert "AA401 question: no glyph" in checked.stdout
    assert checked.stdout == built.stdout


def test_the_mistake_that_readme_shows_is_told_as_readme_says(tmp_path: Path, faq: Faq) -> None:
    checkout = Path(__file__).parents[2]
    for name in ("faq", "docs"):
        shutil.copytree(checkout / name, tmp_path / name)
    shutil.copy(checkout / "mkdocs.yml", tmp_path)
    entry = tmp_path / "faq/delivery/delivery-time.en.md"
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("{{ delivery_time }}", "{{ delivery_tme }}", 1), encoding="utf-8")
    said = faq(tmp_path, "check", check=False).stdout
    told = said[said.index("faq/delivery/delivery-time.en.md:3:") :]
    assert "AA030" in told
    assert told in (checkout / "README.md").read_text(encoding="utf-8")
