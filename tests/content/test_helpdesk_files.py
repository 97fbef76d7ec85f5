"""Data files of helpdesks that cannot be are told, each with what is wrong."""

from __future__ import annotations

import pytest

from generator.content.schema.base import validate
from generator.content.schema.helpdesks import HelpdeskFile
from generator.content.source import read_yaml

TABLE = "files:\n  - {path: a.csv, kind: table, columns: [{title: T, field: text}]}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("label: X\nfiles: []\n", "needs 'files', each with a path of its own"),
        (f"label: X\n{TABLE}{TABLE[7:]}", "needs 'files', each with a path of its own"),
        (f"label: X\nverified: partly\n{TABLE}", "needs 'unverified'"),
        (f"label: X\nrefused: ['']\n{TABLE}", "names an empty sign"),
        (f"label: X\nid_of_language: folder\n{TABLE}", "needs 'id_of_language' if a file uses language_id"),
        ("label: X\nfiles: [{path: ../a.csv, kind: table, columns: [{title: T, value: x}]}]\n", "cannot be '../a.csv'"),
        ("label: X\nfiles: [{path: a.csv, kind: table}]\n", "needs 'columns' if its kind is table"),
        ("label: X\nfiles: [{path: a.csv, kind: table, columns: [{title: T}]}]\n", "either a 'field' or a fixed"),
        (
            "label: X\nfiles: [{path: a.csv, kind: table, columns: [{title: T, field: written}]}]\n",
            "has rows for answers, which have no field 'written'",
        ),
        ("label: X\nfiles: [{path: a.json, kind: json}]\n", "needs a 'shape' if its kind is json"),
        ("label: X\nfiles: [{path: a.json, kind: json, shape: {answer: note}}]\n", "there is no field 'note'"),
        (
            "label: X\nfiles: [{path: a.json, kind: json, shape: {answer: id, if: x}}]\n",
            "'if' is nothing that 'answer'",
        ),
        ("label: X\nfiles: [{path: a.json, kind: json, shape: {json: yes please}}]\n", "'json' is a number"),
    ],
)
def test_what_cannot_be_is_told(text: str, said: str) -> None:
    source, _ = read_yaml(text, "faq/_data/helpdesks/x.yml")

    spec, problems = validate(HelpdeskFile, source)

    assert spec is None
    assert [p.code for p in problems] == ["AA010"]
    assert said in problems[0].message
