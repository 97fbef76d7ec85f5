"""Templates and canvases as plain values: the schema's fields, and nothing that takes long to load."""

from __future__ import annotations

import dataclasses
import subprocess
import sys

import pytest

from generator.cards import design, template
from generator.content.data import read_all
from generator.content.schema import canvases, cards
from generator.content.schema.base import Written

OURS = {name: kind for name, kind in vars(template).items() if dataclasses.is_dataclass(kind)}
SCHEMA = {
    name: kind
    for module in (cards, canvases)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, Written) and (name in OURS or name == "CanvasFile")
}


@pytest.mark.parametrize("name", sorted(SCHEMA))
def test_plain_values_have_the_fields_of_the_schema_with_their_defaults(name: str) -> None:
    ours = {field.name: field.default for field in dataclasses.fields(OURS["Canvas" if name == "CanvasFile" else name])}
    written = {key: field.default for key, field in SCHEMA[name].model_fields.items() if key != "slot"}

    assert ours.keys() == written.keys()
    assert {key: ours[key] for key in ours if ours[key] is not dataclasses.MISSING} == {
        key: default for key, default in written.items() if not SCHEMA[name].model_fields[key].is_required()
    }


def test_all_plain_values_but_the_whole_kind_come_from_the_schema() -> None:
    assert OURS.keys() - SCHEMA.keys() == {"Canvas", "InStack", "Kind"} - SCHEMA.keys()


def test_nothing_of_the_schema_is_left_in_a_canvas() -> None:
    file = read_all(cards.CanvasFile, "canvases")[0]["wide"]
    made = design.canvas(file)

    assert dataclasses.asdict(made) == file.model_dump()


def test_a_process_that_only_draws_loads_neither_the_schema_nor_the_languages_data() -> None:
    program = "import sys, generator.build.rendering; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()

    assert not {"pydantic", "babel", "jinja2", "markdown", "yaml", "segno", "pyphen"} & set(loaded)
