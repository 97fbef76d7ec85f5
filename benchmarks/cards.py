"""Fifty link previews (1200×630, PNG) from the same texts: ours, Material's social plugin, Satori with resvg.

    python benchmarks/cards.py [--rounds 4] [--material PYTHON] [--satori FOLDER]

PYTHON has `mkdocs-material[imaging]` (a virtual environment apart from ours); FOLDER has `satori` and `@resvg/resvg-js`
in its node_modules, and is made with npm where none is named. What is not there is skipped, and said.

All sides draw the texts in turn, each in one process that begins with nothing in memory: quiet and busy moments meet
all of them. Cards a second are counted by the clock, so the machine should do nothing else; beside them is what they
took of the processor, which other programs disturb less: of Material the difference between two builds of a site of 51
pages, with the plugin and without; of Satori and of ours from the first card on, and the first card from the start of
the process. Each uses the threads that it uses by itself (Material as many as there are processors but one, ours none).
Ours are drawn as the build draws them (cards_drawn.py): composed, named, painted and written.
Targets: 10 times Material's cards a second, 6 times Satori's; 30 KiB a card, 60 MiB, 0.25 s to the first card,
two processes 1.7 times one.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median

import yaml
from projects import make

from generator import cards
from generator.build import painting, pictures, project, wanted
from generator.build.rendering import Attempt, Job
from generator.cards import design
from generator.content.data import PACKAGE, read_all, read_one
from generator.content.languages import site_languages
from generator.content.organisation import Settings
from generator.content.schema.cards import CanvasFile, CardFile, DesignFile, TokensFile
from generator.content.schema.languages import LanguageFile
from generator.problems import Place

HERE = Path(__file__).parent
TEXTS = HERE / "cards.yml"
FONTS = HERE.parent / "generator" / "data" / "fonts"
SATORI = HERE / "cards.mjs"
DRAWN = HERE / "cards_drawn.py"
"""What draws ours."""
PACKAGES = ("satori@0.63.2", "@resvg/resvg-js@2.6.2")
MANY = 1000
WEIGHTS = {"Regular": "500", "Bold": "700"}
"""Material's names of styles -> our files of Manrope."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of one run over all texts."""

    clock: float
    """Milliseconds a card."""
    cpu: float
    """Milliseconds of the processor for a card, of all threads."""
    kib: float
    """A file, on average."""
    largest: float
    rss: float
    """MiB at most."""
    first: float = 0.0
    """Seconds until the first card was on the disk."""


def main() -> None:
    """Print a line a side, and how two processes do."""
    options = arguments()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        sides = {"ours": lambda: ours(root)}
        if why := no_material(options.material):
            print(f"Material skipped: {why}")
        else:
            sides["Material"] = lambda: material(Path(options.material), root)
        modules, why = satori_modules(options.satori, root)
        if why:
            print(f"Satori skipped: {why}")
        else:
            sides["Satori + resvg"] = lambda: satori(modules, root)
        rounds = [{side: run() for side, run in sides.items()} for _ in range(options.rounds)]
        table(rounds)
        alone, together = pairs(root)
        print(f"\n{MANY} cards: one process {MANY / alone:.0f} a second, two {MANY / together:.0f}", end="")
        print(f" ({alone / together:.2f} times, target 1.7; {os.getloadavg()[0]:.1f} programs ran)")
        print(f"{MANY} unchanged cards again: {unchanged(root)} (target 0.3 s)")


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--material", default="", metavar="PYTHON")
    parser.add_argument("--satori", default="", metavar="FOLDER")
    return parser.parse_args()


def table(rounds: list[dict[str, Figures]]) -> None:
    """Medians of all rounds; how many times ours are compared round by round."""
    head = f"{'':16}{'ms':>7}{'cards/s':>9}{'times':>7}{'CPU ms':>9}{'times':>7}"
    print(f"\n{head}{'KiB':>7}{'most':>7}{'MiB':>6}{'first s':>9}")
    for side in rounds[0]:
        found = [one[side] for one in rounds]
        ms, times = median(f.clock for f in found), median(one[side].clock / one["ours"].clock for one in rounds)
        cpu, fewer = median(f.cpu for f in found), median(one[side].cpu / one["ours"].cpu for one in rounds)
        sizes = f"{median(f.kib for f in found):7.1f}{max(f.largest for f in found):7.1f}"
        first = f"{median(f.first for f in found):9.2f}" if found[0].first else f"{'':9}"
        speed = f"{ms:7.2f}{1000 / ms:9.0f}{times:7.1f}{cpu:9.2f}{fewer:7.1f}"
        print(f"{side:16}{speed}{sizes}{median(f.rss for f in found):6.0f}{first}")


def texts() -> list[tuple[str, str, str, str]]:
    """Language, topic, question, answer with its bold part between asterisks."""
    written = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    return [(lang, *row) for lang, rows in written.items() for row in rows]


def measured(folder: Path, clock: float, cpu: float, rss: float, first: float = 0.0) -> Figures:
    """With the sizes of the files drawn."""
    sizes = [path.stat().st_size / 1024 for path in sorted(folder.rglob("*.png"))]
    return Figures(clock=clock, cpu=cpu, kib=sum(sizes) / len(sizes), largest=max(sizes), rss=rss, first=first)


def ours(root: Path) -> Figures:
    """In a process of its own."""
    folder = emptied(root / "ours")
    (root / "jobs").write_bytes(jobs(len(texts())))
    start = time.time()
    told = json.loads(run([sys.executable, str(DRAWN), str(root / "jobs"), str(folder)]))
    return measured(folder, told["clock"], told["cpu"], told["rss"], told["first"] - start)


def jobs(count: int) -> bytes:
    """Jobs for cards of all texts, again and again with other numbers, pickled as workers get them."""
    files, _ = read_all(LanguageFile, "languages")
    settings = Settings(name="Zrno", languages=tuple(files), url="")
    languages, _ = site_languages(files, settings, {})
    written, _ = read_all(CardFile, "cards")
    shared, _ = read_one(DesignFile, PACKAGE / "design.yml")
    canvases, _ = read_all(CanvasFile, "canvases")
    colors, _ = read_one(TokensFile, PACKAGE / "tokens.yml")
    if shared is None or colors is None:
        sys.exit("the package's own data cannot be read")
    kind, tokens = design.whole(written, shared)["qa"], cards.tokens(colors, {})[0]
    canvas = design.canvas(canvases["wide"])
    looks = {lang: cards.Look(language=languages[lang], tokens=tokens) for lang in languages}
    made = []
    for number, (lang, topic, question, answer) in zip(range(count), cycle(texts()), strict=False):
        again = f"{number // len(texts())}. " if number >= len(texts()) else ""
        words = cards.Words(
            texts={
                "question": (again + question,),
                "answer": (again + answer.replace("*", ""),),
                "topic": (topic,),
                "address": (f"faq.zrno.example/{lang}/q/question-{number}",),
                "brand": ("Zrno",),
            },
            highlights=tuple(answer.split("*")[1::2]),
        )
        made.append(
            Job(
                name=f"question-{number}",
                pages=((Attempt(template=kind, words=words),),),
                canvas=canvas,
                look=looks[lang],
                image_format="png",
                note={"entry": f"question-{number}", "title": question},
                place=Place("faq/question.en.md"),
            )
        )
    return pickle.dumps(made)


def pairs(root: Path) -> tuple[float, float]:
    """Seconds for many cards in one process, and in two at once that halve them."""
    seconds = []
    for processes in (1, 2):
        folders = [emptied(root / f"process-{number}") for number in range(processes)]
        (root / "jobs").write_bytes(jobs(MANY // processes))
        command = [sys.executable, str(DRAWN), str(root / "jobs")]
        start = time.monotonic()
        running = [subprocess.Popen([*command, str(folder)], stdout=subprocess.DEVNULL) for folder in folders]
        for process in running:
            process.wait()
        seconds.append(time.monotonic() - start)
    return seconds[0], seconds[1]


def unchanged(root: Path) -> str:
    """Seconds to find out that nothing is to be drawn, and what else the build does with its pictures."""
    folder = root / "unchanged"
    make(folder, MANY)
    found, problems = project.read_project(folder)
    if found is None:
        sys.exit(f"the benchmark's project has {problems}")
    seconds = 0.0
    for _ in range(2):
        start = time.process_time()
        known = painting.recall(folder / "cards")
        tasks, _ = pictures.tasks(found, wanted.for_pages(found))
        made = painting.draw(tasks, folder / "cards", known)
        painting.remember(made.values(), tasks.values(), folder / "cards")
        seconds = time.process_time() - start
    return f"{seconds:.2f} s"


def no_material(python: str) -> str:
    """Why its plugin cannot be measured; empty where it can."""
    if not python:
        return "name a Python that has mkdocs-material[imaging] with --material"
    probe = [python, "-c", "import material, cairosvg, PIL"]
    found = subprocess.run(probe, capture_output=True, check=False, text=True)
    return "" if found.returncode == 0 else f"{python}: {found.stderr.strip().rpartition(chr(10))[2]}"


def material(python: Path, root: Path) -> Figures:
    """Two builds of the same site: what the plugin adds to the processor's time."""
    site = emptied(root / "material")
    (site / "docs").mkdir()
    (site / "docs" / "index.md").write_text("# Questions\n", encoding="utf-8")
    for number, (_, _, question, answer) in enumerate(texts()):
        front = f"---\ntitle: {json.dumps(question)}\ndescription: {json.dumps(answer.replace('*', ''))}\n---\n"
        (site / "docs" / f"{number}.md").write_text(f"{front}{answer}\n", encoding="utf-8")
    cached = site / ".cache" / "plugin" / "social" / "fonts" / "Manrope"
    cached.mkdir(parents=True)  # where the plugin puts what it loads from Google
    for style, weight in WEIGHTS.items():
        shutil.copy(FONTS / f"Manrope-{weight}.ttf", cached / f"{style}.ttf")
    without, without_cpu, _ = mkdocs(python, site, "")
    added, added_cpu, rss = mkdocs(python, site, "  - social:\n      cards_layout_options: {font_family: Manrope}\n")
    each = 1000 / (len(texts()) + 1)
    pictures = site / "site" / "assets" / "images" / "social"
    return measured(pictures, (added - without) * each, (added_cpu - without_cpu) * each, rss)


def mkdocs(python: Path, site: Path, plugin: str) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of the processor and most memory of one build."""
    head = "site_name: Zrno\nsite_url: https://faq.zrno.example/\nuse_directory_urls: false\n"
    config = f"{head}theme: {{name: material, font: false}}\nplugins:\n  - search\n{plugin}"
    (site / "mkdocs.yml").write_text(config, encoding="utf-8")
    start = time.perf_counter()
    process = subprocess.Popen(
        [python, "-m", "mkdocs", "build", "--quiet"], cwd=site, stderr=subprocess.PIPE, text=True
    )
    errors = process.stderr.read() if process.stderr else ""
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"mkdocs build failed: {errors}")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def satori_modules(folder: str, root: Path) -> tuple[Path, str]:
    """Where Satori and resvg are, or why they are not there."""
    place = Path(folder) if folder else root / "satori"
    if not shutil.which("node"):
        return place, "there is no node"
    if not folder:
        npm = shutil.which("npm")
        if npm is None:
            return place, "there is no npm, and --satori names no folder"
        place.mkdir()
        install = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(place), *PACKAGES]
        found = subprocess.run(install, capture_output=True, check=False, text=True)
        if found.returncode:
            return place, f"npm: {found.stderr.strip().partition(chr(10))[0]}"
    return place, "" if (place / "node_modules" / "satori").is_dir() else f"{place} has no node_modules/satori"


def satori(place: Path, root: Path) -> Figures:
    """Question, answer, brand and address in the same typeface, drawn to SVG and then to PNG."""
    folder = emptied(root / "satori-cards")
    (folder / "texts.json").write_text(json.dumps(texts()), encoding="utf-8")
    script = shutil.copy(SATORI, place / SATORI.name)  # modules are looked for beside the script
    start = time.time()
    told = json.loads(run(["node", str(script), str(folder), str(FONTS)]))
    return measured(folder, told["clock"], told["cpu"], told["rss"], told["first"] - start)


def run(command: list[str]) -> str:
    """What it says; ends with its error."""
    found = subprocess.run(command, capture_output=True, check=False, text=True)
    if found.returncode:
        sys.exit(f"{command[0]} failed: {found.stderr}")
    return found.stdout


def emptied(folder: Path) -> Path:
    """A folder without anything in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


if __name__ == "__main__":
    main()
