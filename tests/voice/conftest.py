"""The voice of every language as the package brings it, sentences with faults, and the twin in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.content.data import read_all
from generator.content.schema.rules import LanguageRules
from generator.content.schema.voice import VoiceFile
from generator.latin import latin
from generator.voice import Voice, twin_script

HERE = Path(__file__).parent
LANGUAGES = ("en", "hr", "sr", "sr-Latn", "sl", "cs", "bg")
Twin = Callable[..., list[Any]]


def all_voices() -> dict[str, Voice]:
    words, problems = read_all(VoiceFile, "voice")
    rules, more = read_all(LanguageRules, "rules")
    assert problems + more == []
    voices = {code: Voice(words=words[code], limits=rules[code]) for code in words}
    links = tuple(map(latin, rules["sr"].empty_links))
    serbian = Voice(words=words["sr"], limits=rules["sr"].model_copy(update={"empty_links": links}))
    return {**voices, "sr-Latn": serbian.in_letters(latin)}


VOICES = all_voices()


def planted(code: str, folder: str = "sentences") -> Mapping[str, list[str]]:
    """Rule -> sentences that break it, and `harmless` or `good` ones; Serbian ones are there in both scripts."""
    listed = yaml.safe_load((HERE / folder / f"{code.partition('-')[0]}.yml").read_text(encoding="utf-8"))
    made = latin if code.endswith("-Latn") else str
    return {rule: [made(sentence) for sentence in sentences] for rule, sentences in listed.items()}


@pytest.fixture
def voices() -> Mapping[str, Voice]:
    return VOICES


@pytest.fixture(scope="session")
def node() -> Twin:
    """Ask the twin in Node: `node(data, [[text, kind], ...])` gives its findings for each."""
    program = shutil.which("node")
    if program is None:
        pytest.skip("Node is not installed: the twin is not compared in it")
    script = twin_script() + "\nconst asked = (data, texts) => texts.map(([text, kind]) =>"
    script += " checkVoice(voiceOf(data), text, kind));\n"

    def run(data: Mapping[str, Any], texts: list[tuple[str, str]]) -> list[Any]:
        program_ = f"{script}process.stdout.write(JSON.stringify(asked(...JSON.parse(require('fs').readFileSync(0)))));"
        done = subprocess.run(
            [program, "-e", program_],
            input=json.dumps([data, texts]),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found: list[Any] = json.loads(done.stdout)
        return found

    return run
