"""A small FAQ in four languages, the helpdesks that come with the package, and one way to ask for an export."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import pytest

from generator.content.data import read_all
from generator.content.library import Library
from generator.content.schema.helpdesks import HelpdeskFile
from generator.export.helpdesk import HelpdeskRequest, export
from generator.files import Tree
from generator.links import Addresses
from generator.problems import Problem

if TYPE_CHECKING:
    from tests.conftest import Maker

Ask = Callable[..., tuple[Tree, list[Problem]]]

FILES: Mapping[str, str] = {
    "faq/faq.yml": "name: Zrno\nlanguages: [en, hr, sr]\nteams:\n  support: {name: {en: Customer care}}\n",
    "faq/delivery/_topic.yml": "title: {en: Delivery, hr: Dostava, sr: Достава}\n",
    "faq/delivery/delivery-time.en.md": (
        "---\nquestion: How long does delivery take?\nshort: Two working days, “as a rule”.\n"
        "also_asked: [When will it arrive?]\nnote: Petar knows the depot’s number.\n---\nTwo working days.\n"
    ),
    "faq/delivery/delivery-time.hr.md": (
        "---\nquestion: Koliko traje dostava?\nshort: Dva radna dana, „u pravilu”; čekić šalje đak žabi.\n"
        "---\nDva dana.\n"
    ),
    "faq/delivery/delivery-time.sr.md": (
        "---\nquestion: Колико траје достава?\nshort: Два радна дана; љубичица и џак.\n---\nДва дана.\n"
    ),
    "faq/replies/received.en.md": (
        "---\ntitle: Enquiry received\nwhen: Never tell anybody this.\n"
        "fields: {name: text, reply_time: time, agent: text}\n"
        "---\nHello {{ name }},\n\nyou will have my answer by {{ reply_time }}.\n\n{{ agent }}\n"
    ),
    "faq/replies/thanks.en.md": (
        "---\ntitle: Thank you\nwhen: Use when praised.\nfields: {name: text, agent: text}\n---\n"
        "Hello {{ name }},\n\n- thank you\n- come again\n\n{{ agent }}\n"
    ),
    "faq/replies/thanks.hr.md": (
        "---\ntitle: Hvala\nwhen: Kad hvale.\nfields: {name: text, agent: text}\n---\n"
        "Dobar dan, {{ name }}.\n\nHvala Vam!\n\n{{ agent }}\n"
    ),
}


@pytest.fixture(scope="session")
def helpdesks() -> Mapping[str, HelpdeskFile]:
    files, problems = read_all(HelpdeskFile, "helpdesks")
    assert problems == []
    return files


@pytest.fixture
def library(project: Maker) -> Library:
    return project(FILES).library()


@pytest.fixture(scope="session")
def ask(helpdesks: Mapping[str, HelpdeskFile]) -> Ask:
    """Export a library: `ask("zendesk", library, languages=["hr"])`."""

    def run(name: str, library: Library, **options: Any) -> tuple[Tree, list[Problem]]:
        spec = options.pop("spec", None) or helpdesks[name]
        return export(
            library, Addresses("https://faq.example/", "en"), HelpdeskRequest(name=name, spec=spec, **options)
        )

    return run
