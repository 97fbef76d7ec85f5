"""Projects for the benchmarks: any number of entries in any languages, the same every time, and how long they build."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

LANGUAGES = ("en", "hr", "sr", "sl", "cs", "bg")
TOPICS = 20
FACTS = 200
WORDS = {
    "en": "Parcels arrive in two working days and you get a tracking link by e-mail when yours leaves the shop",
    "hr": "Paketi stižu za dva radna dana, a poveznicu za praćenje dobivate e-poštom čim pošiljka krene iz trgovine",
    "sr": "Пакети стижу за два радна дана, а везу за праћење добијате имејлом чим пошиљка крене из продавнице",
    "sl": "Paketi prispejo v dveh delovnih dneh, povezavo za sledenje pa dobite po e-pošti, ko paket zapusti trgovino",
    "cs": "Zásilky dorazí do dvou pracovních dnů a odkaz ke sledování dostanete e-mailem, jakmile opustí obchod",
    "bg": "Пратките пристигат за два работни дни, а връзка за проследяване получавате по имейл след изпращането",
}
QUESTIONS = {
    "en": "What happens with order number {n}, and when does it arrive?",
    "hr": "Što je s narudžbom broj {n} i kada stiže?",
    "sr": "Шта је са наруџбином број {n} и када стиже?",
    "sl": "Kaj je z naročilom številka {n} in kdaj prispe?",
    "cs": "Co je s objednávkou číslo {n} a kdy dorazí?",
    "bg": "Какво става с поръчка номер {n} и кога пристига?",
}


def make(root: Path, count: int, languages: Sequence[str] = ("en",)) -> None:
    """A project of `count` entries of about 120 words in 20 topics; each fact is used by a few of them."""
    (root / "faq").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Bench\nsite_url: https://faq.example.org/\n", encoding="utf-8")
    (root / "faq/faq.yml").write_text(f"name: Bench\nlanguages: [{', '.join(languages)}]\n", encoding="utf-8")
    facts = "".join(f"days_{n}: {{days: {n + 2}}}\n" for n in range(min(FACTS, count)))
    (root / "faq/facts.yml").write_text(facts, encoding="utf-8")
    for topic in range(TOPICS):
        folder = root / f"faq/topic-{topic}"
        folder.mkdir()
        titles = ", ".join(f"{lang}: Topic {topic}" for lang in languages)
        (folder / "_topic.yml").write_text(f"title: {{{titles}}}\n", encoding="utf-8")
    for n in range(count):
        for lang in languages:
            file(root, n, lang).write_text(entry(n, count, lang), encoding="utf-8")


def file(root: Path, n: int, lang: str) -> Path:
    """Where an entry is written."""
    return root / f"faq/topic-{n % TOPICS}/entry-{n}.{lang}.md"


def entry(n: int, count: int, lang: str) -> str:
    """One entry: three headings, two lists' worth of words, a link and a fact."""
    words, question = WORDS[lang], QUESTIONS[lang].format(n=n)
    return f"""---
question: {question}
short: {words}.
---
{words}. {words}: {{{{ days_{n % FACTS} }}}}. [{words[:20]}](entry:entry-{(n + 1) % count}).

## {words[:12]} {{#first}}

- {words}
- {words}

## {words[12:24]} {{#second}}

{words}. {words}.
"""


class Taken(NamedTuple):
    """Seconds of a command on the wall, and of processors: other programs disturb those less."""

    wall: float
    cpu: float


def build(root: Path) -> Taken:
    """`faq build` in a process of its own."""
    return run([sys.executable, "-m", "generator", "--root", str(root), "build", "--today", "2026-11-22"], root)


def run(command: Sequence[str], folder: Path) -> Taken:
    """A command and all that it starts; its messages are left out, its failure is not."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
