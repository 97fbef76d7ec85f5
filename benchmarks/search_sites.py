"""Sites of the same entries with each search: ours, Material's stock search, and Pagefind.

A site has all that its search loads, and one page with its box; the other pages are as bare as possible, or left out,
because no search shows them and a whole site of 10,000 entries takes minutes to build.
"""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import projects
from czech import Entry

from generator.search import Document, build, encode, read_tables

PAGEFIND = "pagefind@1.5.2"
MATERIAL_SETTINGS = """\
site_name: Bench
site_url: https://faq.example.org/
theme: {name: material, language: cs, custom_dir: overrides, font: false}
plugins: [search]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""
MATERIAL_TEMPLATE = '{% extends "base.html" if page.is_homepage else "bare.html" %}'
PAGEFIND_PAGE = """\
<!doctype html><html lang="cs"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
<input id="box"><ol id="results"></ol>
<script type="module">
  // As light as Pagefind can be used: its own interface loads more, and waits 300 ms after a key.
  const box = document.getElementById("box"), list = document.getElementById("results");
  let engine;
  const load = () => engine ??= import("/pagefind/pagefind.js").then(async (module) => (await module.init(), module));
  box.addEventListener("focus", load);
  box.addEventListener("input", async () => {
    const words = box.value;
    if (!words) return list.replaceChildren();
    const {results} = await (await load()).search(words);
    const shown = await Promise.all(results.slice(0, 5).map((result) => result.data()));
    if (box.value !== words) return;
    list.replaceChildren(...shown.map((result) => {
      const row = document.createElement("li");
      row.textContent = `${result.meta.title} ${result.plain_excerpt ?? result.excerpt}`;
      return row;
    }));
  });
</script></html>
"""


def ours(folder: Path, entries: Sequence[Entry]) -> None:
    """A small site as we build it, with the index of these entries in place of its own."""
    project, site = folder / "project", folder / "site"
    projects.make(project, 1, ("cs",))
    projects.build(project)
    shutil.copytree(project / "build/site", site)
    shutil.rmtree(site / "search")
    (site / "search").mkdir()
    documents = [Document(id=entry.id, title=entry.title, short=entry.short, text=entry.text) for entry in entries]
    tables, _ = read_tables(["cs"])
    for name, content in encode(build(documents, tables["cs"]), language="cs").items():
        (site / "search" / name).write_bytes(content)


def material(folder: Path, entries: Sequence[Entry]) -> None:
    """Plain MkDocs with Material's theme and its search as they come, a page per entry."""
    docs, overrides = folder / "docs", folder / "overrides"
    docs.mkdir(parents=True)
    overrides.mkdir()
    (folder / "mkdocs.yml").write_text(MATERIAL_SETTINGS, encoding="utf-8")
    (overrides / "main.html").write_text(MATERIAL_TEMPLATE, encoding="utf-8")
    (overrides / "bare.html").write_text("{{ page.content }}", encoding="utf-8")
    (docs / "index.md").write_text("# Bench\n", encoding="utf-8")
    for entry in entries:
        text = "\n\n".join((f"# {entry.title}", *entry.paragraphs))
        (docs / f"{entry.id}.md").write_text(text, encoding="utf-8")
    run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"], folder)


def pagefind(folder: Path, entries: Sequence[Entry]) -> None:
    """Pagefind's index of the same text, and a page that uses it."""
    site = folder / "site"
    site.mkdir(parents=True)
    for entry in entries:
        body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in entry.paragraphs)
        title = html.escape(entry.title)
        page = (
            f'<!doctype html><html lang="cs"><meta charset="utf-8"><title>{title}</title>'
            f"<main data-pagefind-body><h1>{title}</h1>{body}</main></html>"
        )
        (site / f"{entry.id}.html").write_text(page, encoding="utf-8")
    run(["npx", "--yes", PAGEFIND, "--site", str(site.resolve())], folder)
    for entry in entries:
        (site / f"{entry.id}.html").unlink()
    (site / "index.html").write_text(PAGEFIND_PAGE, encoding="utf-8")


def run(command: Sequence[str], folder: Path) -> None:
    """A command in a folder; what it says is shown when it fails."""
    program = shutil.which(command[0]) or command[0]
    done = subprocess.run([program, *command[1:]], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{json.dumps(list(command))} failed:\n{done.stdout}{done.stderr}")
