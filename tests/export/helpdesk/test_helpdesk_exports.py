"""What a helpdesk shows an agent is what the FAQ says, in every language, and nothing else."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator.build.helpdesks import for_helpdesk
from generator.build.project import Project, read_project
from generator.content.data import read_all
from generator.content.library import Library
from generator.content.meta import State
from generator.content.schema.exports import ExportFile
from generator.content.schema.helpdesks import HelpdeskFile
from generator.problems import Severity, has_errors

if TYPE_CHECKING:
    from tests.conftest import Maker

ROOT = Path(__file__).parents[3]
GOLDEN = Path(__file__).parent / "golden"
NAMES = sorted(read_all(HelpdeskFile, "helpdesks")[0])
Ask = Callable[..., Any]
Specs = Mapping[str, HelpdeskFile]


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", NAMES)
def test_the_files_are_these(library: Library, ask: Ask, name: str) -> None:
    """With UPDATE=1 in the environment this test writes them."""
    tree, problems = ask(name, library, languages=["en", "hr", "sr-Latn"])

    assert not has_errors(problems)
    for path, content in tree.items():
        golden = GOLDEN / path
        if os.environ.get("UPDATE"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(content)
        assert content == golden.read_bytes(), path
    assert sorted(tree) == sorted(str(path.relative_to(GOLDEN)) for path in (GOLDEN / name).iterdir())


@pytest.fixture(scope="module")
def demo() -> Project:
    project, problems = read_project(ROOT)
    assert project
    assert not has_errors(problems)
    return project


class TestDemo:
    @pytest.mark.parametrize("name", NAMES)
    def test_every_answer_goes_out_in_every_language_with_its_own_link(self, demo: Project, name: str) -> None:
        made, problems = for_helpdesk(demo, name)

        assert not has_errors(problems)
        everything = b"".join(content or b"" for content in made.files.values()).decode()
        for entry in demo.library:
            url = demo.addresses.absolute(demo.addresses.entry(entry.id, entry.lang))
            assert url in everything, url

    @pytest.mark.parametrize("name", NAMES)
    def test_no_note_and_no_advice_to_agents_goes_out(self, demo: Project, name: str) -> None:
        made, _ = for_helpdesk(demo, name, blanks=True)

        everything = b"".join(content or b"" for content in made.files.values()).decode()
        secrets = {entry.meta.note for entry in demo.library} | {reply.when for reply in demo.library.replies}
        assert len(secrets) > 8
        assert [secret for secret in secrets if secret and secret in everything] == []

    @pytest.mark.parametrize("name", NAMES)
    def test_every_reply_goes_out_or_is_told(self, demo: Project, name: str) -> None:
        made, problems = for_helpdesk(demo, name, languages=["en"])

        told = {p.message.split("'")[1] for p in problems if p.code == "AA540"}
        everything = b"".join(content or b"" for content in made.files.values()).decode()
        shown = {reply.id for reply in demo.library.replies if reply.lang == "en" and reply.title in everything}
        gone = {one.id for one in demo.library.replies} - told
        assert gone == shown or name in {"chatwoot", "liveagent"}, "these two know no titles"

    def test_the_same_faq_makes_the_same_bytes(self, demo: Project) -> None:
        again, _ = read_project(ROOT)
        assert again
        for name in NAMES:
            assert for_helpdesk(demo, name)[0].files == for_helpdesk(again, name)[0].files


class TestLeftOut:
    def test_a_reply_whose_placeholder_has_no_variable_is_left_out_and_told(self, library: Library, ask: Ask) -> None:
        tree, problems = ask("zendesk", library)

        assert [(p.code, p.message) for p in problems if p.place.path.endswith("received.en.md")] == [
            ("AA540", "reply 'received' is left out: Zendesk has nothing for reply_time")
        ]
        assert "reply_received" not in str(tree)
        assert b"reply_thanks" in tree["zendesk/macros.json"]

    def test_or_it_shows_what_agents_fill_in_by_the_name_of_their_language(self, library: Library, ask: Ask) -> None:
        tree, problems = ask("chatwoot", library, blanks=True)

        assert "AA540" not in [p.code for p in problems]
        assert "you will have my answer by [Reply by]." in tree["chatwoot/en.json"].decode()

    def test_a_translation_that_waits_for_a_change_of_its_source(self, library: Library, ask: Ask) -> None:
        behind = dataclasses.replace(library, standing={("delivery-time", "hr"): State(standing="major")})

        tree, problems = ask("answers", behind)

        assert {row["language"] for row in rows(tree["answers/answers.csv"]) if row["kind"] == "faq"} == {
            "en", "sr", "sr-Latn",
        }  # fmt: skip
        assert [(p.code, p.severity) for p in problems] == [("AA543", Severity.WARNING)]

    def test_nothing_at_all_is_an_error(self, library: Library, ask: Ask) -> None:
        tree, problems = ask("answers", dataclasses.replace(library, entries=(), replies=()))

        assert (tree, [p.code for p in problems]) == ({}, ["AA503"])

    def test_numbers_of_languages_that_nobody_named_are_told(
        self, library: Library, ask: Ask, helpdesks: Specs
    ) -> None:
        spec = helpdesks["zendesk"].model_copy(update={"ids": {"en": "1", "hr": "77"}})

        tree, problems = ask("zendesk", library, spec=spec, languages=["en", "hr", "sr"])

        (message,) = [p.message for p in problems if p.code == "AA542"]
        assert message.endswith("for each language, and there is none for sr")
        item = json.loads(tree["zendesk/dynamic_content.json"])[0]["item"]
        assert [item["default_locale_id"], *(v["locale_id"] for v in item["variants"])] == [
            1, 1, 77, "<locale_id of sr>",
        ]  # fmt: skip

    def test_words_that_a_helpdesk_would_take_for_its_own_signs(self, project: Maker, ask: Ask) -> None:
        page = "---\nquestion: How is a name written?\nshort: \"As {{ '{{' }} name.\"\n---\nSo.\n"
        library = project({"faq/delivery/names.en.md": page}).library()

        tree, problems = ask("chatwoot", library)

        assert [one["short_code"] for one in json.loads(tree["chatwoot/en.json"])] == ["delivery-time.en"]
        assert [(p.code, p.place.path, p.message) for p in problems] == [
            (
                "AA541",
                "faq/delivery/names.en.md",
                "'names' is left out: Chatwoot would take '{{' in it for a sign of its own",
            )
        ]
        assert "As &#123;&#123; name." in ask("freshdesk", library)[0]["freshdesk/en.json"].decode()

    def test_what_a_spreadsheet_takes_for_a_formula_is_told(self, project: Maker, ask: Ask) -> None:
        page = "---\nquestion: How cold may it be?\nshort: -5 °C, not less.\n---\n-5 °C.\n"
        library = project({"faq/delivery/cold.en.md": page}).library()

        assert [p.message for p in ask("answers", library)[1] if p.code == "AA512"] == [
            "the answer begins with '-', which a spreadsheet program takes for a formula"
        ]
        assert ask("espanso", library)[1] == []

    def test_what_is_not_verified_is_told(self, library: Library, ask: Ask) -> None:
        assert "AA519" in [p.code for p in ask("liveagent", library)[1]]
        assert "AA519" not in [p.code for p in ask("espanso", library)[1]]


class TestNames:
    def test_shortcuts_and_keys_are_different_for_all_and_stay(self, project: Maker, ask: Ask) -> None:
        page = "---\nquestion: What is {}?\nshort: This.\n---\nThis.\n"
        ids = ["a-b", "a_b", "A-c", "thanks"]
        reply = "---\ntitle: Thanks\nwhen: Now.\n---\nThank you.\n"
        library = project(
            {f"faq/delivery/{id_}.en.md": page.format(id_) for id_ in ids} | {"faq/replies/thanks.en.md": reply}
        ).library()

        found = rows(ask("answers", library)[0]["answers/answers.csv"])

        assert len({row["key"] for row in found}) == len({row["shortcut"] for row in found}) == len(found) == 6
        assert {row["id"]: row["key"] for row in found if row["kind"] == "faq"} == {
            "a-b": "faq_a_b",
            "a_b": "faq_a_b_648fa9",
            "A-c": "faq_a_c_ffa524",
            "delivery-time": "faq_delivery_time",
            "thanks": "faq_thanks",
        }
        assert {row["shortcut"] for row in found if row["kind"] == "reply"} == {"reply-thanks.en"}

    def test_no_trigger_of_espanso_begins_another(self, project: Maker, ask: Ask) -> None:
        page = "---\nquestion: What is {}?\nshort: This.\n---\nThis.\n"
        library = project({f"faq/delivery/{id_}.en.md": page.format(id_) for id_ in ("en", "delivery")}).library()

        (content,) = ask("espanso", library)[0].values()

        triggers = [one for match in yaml.safe_load(content)["matches"] for one in match["triggers"]]
        assert ":en:" not in triggers
        assert ":en:en:" in triggers
        assert [(a, b) for a in triggers for b in triggers if a != b and b.startswith(a)] == []

    def test_exports_of_posts_have_other_names(self) -> None:
        assert not set(NAMES) & set(read_all(ExportFile, "exports")[0])


def test_files_of_languages_that_are_no_longer_asked_for_go(demo: Project, tmp_path: Path) -> None:
    (tmp_path / "build/exports/chatwoot").mkdir(parents=True)
    (tmp_path / "build/exports/chatwoot/de.json").write_bytes(b"[]")

    made, _ = for_helpdesk(dataclasses.replace(demo, root=tmp_path), "chatwoot", languages=["hr"])

    assert {path: content is None for path, content in made.files.items()} == {
        "chatwoot/hr.json": False,
        "chatwoot/hr.csv": False,
        "chatwoot/de.json": True,
    }


def test_a_helpdesk_that_nobody_knows_is_told_with_the_nearest(demo: Project) -> None:
    made, problems = for_helpdesk(demo, "zendek")

    assert not made.files
    assert [(p.code, p.hint) for p in problems] == [("AA501", "did you mean 'zendesk'?")]
