"""The contact sheet as pages: an overview, a page for each language and kind, hard cases, and what changed."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2 import Environment, StrictUndefined, Template

from generator.brand import Brand, css
from generator.build import card_words
from generator.build.project import Project
from generator.build.rendering import Composed
from generator.content.data import PACKAGE
from generator.files import Tree

SCHEMES = ("light", "dark")
TORTURE = "torture"
"""In place of an entry: the hard cases, which belong to none."""
_OVERVIEW = "square"
"""The size that the overview shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One card of the sheet."""

    group: str
    """A kind of card, or the name of a hard case."""
    lang: str
    size: str
    scheme: str
    entry: str
    """Whose words it shows."""

    @property
    def key(self) -> str:
        """The cell in one word, for files."""
        return f"{self.group}|{self.lang}|{self.size}|{self.scheme}|{self.entry}"


def pages(project: Project, cards: Mapping[Cell, Composed], before: Mapping[Cell, str]) -> Tree:
    """Static pages that work from a folder. `before`: cell -> the former picture of a card that changed."""
    sheet = _Sheet(project, cards, before)
    languages = {f"{code}.html": sheet.of_language(code) for code in project.library.languages}
    kinds = {f"kind-{kind}.html": sheet.of_kind(kind) for kind in card_words.KINDS}
    single = {"index.html": sheet.overview(), "changed.html": sheet.changed(), f"{TORTURE}.html": sheet.torture()}
    texts = {name: page.encode() for name, page in (single | languages | kinds).items()}
    fonts = {f"fonts/{name}": content for name, content in project.brand.typeface.published().items()}
    return {**texts, **fonts, "sheet.css": _style(project.brand)}


class _Sheet:
    """What all pages share: the cards by where they stand, and the menus."""

    def __init__(self, project: Project, cards: Mapping[Cell, Composed], before: Mapping[Cell, str]) -> None:
        self._project, self._before = project, before
        library = project.library
        self._language = library.languages[library.settings.source]
        self._say = functools.partial(self._language.say, "sheet")
        self._cards = cards
        self._groups: dict[tuple[str, str, str], list[Cell]] = {}
        for cell in cards:
            self._groups.setdefault((cell.group, cell.lang, cell.scheme), []).append(cell)

    def overview(self) -> str:
        """Every kind in every language, each as one card."""
        codes = self._project.library.languages
        rows = []
        for kind in card_words.KINDS:
            cells = [self._cells(kind, code, SCHEMES[0]) for code in codes]
            shown = [next((c for c in row if c["size"] == _OVERVIEW), self._nothing()) for row in cells]
            rows.append(((kind, f"kind-{kind}.html"), shown))
        table = {"head": self._languages(), "rows": rows}
        return self._page("index.html", self._say("title"), intro=self._say("intro"), table=table)

    def of_language(self, code: str) -> str:
        """All kinds in one language."""
        sections = [self._section(kind, kind, kind, (code,)) for kind in card_words.KINDS]
        return self._page(f"{code}.html", self._project.library.languages[code].name, sections=sections)

    def of_kind(self, kind: str) -> str:
        """One kind in all languages."""
        languages = self._project.library.languages
        sections = [self._section(code, language.name, kind, (code,)) for code, language in languages.items()]
        return self._page(f"kind-{kind}.html", kind, sections=sections)

    def torture(self) -> str:
        """The hard cases."""
        names = dict.fromkeys((cell.group, cell.lang) for cell in self._cards if cell.entry == TORTURE)
        sections = [
            {"id": f"case-{n}", "title": f"{name} ({lang})", "rows": [("", self._cells(name, lang, SCHEMES[0]))]}
            for n, (name, lang) in enumerate(names, 1)
        ]
        return self._page(f"{TORTURE}.html", self._say("torture"), intro=self._say("torture_intro"), sections=sections)

    def changed(self) -> str:
        """Cards that look otherwise than before, beside what they were."""
        groups = dict.fromkeys(cell.group for cell in self._before)
        sections = [
            {"id": f"group-{n}", "title": group, "rows": [("", [self._compared(c) for c in self._of_group(group)])]}
            for n, group in enumerate(groups, 1)
        ]
        intro = self._say("changed_intro") if sections else self._say("nothing_changed")
        return self._page("changed.html", self._say("changed"), intro=intro, sections=sections)

    def _of_group(self, group: str) -> list[Cell]:
        return [cell for cell in self._before if cell.group == group]

    def _compared(self, cell: Cell) -> dict[str, object]:
        now = self._shown(cell)
        caption = f"{cell.lang} · {now['caption']} · {self._say('before')} → {self._say('now')}"
        was = {**now, "file": self._before[cell], "alt": f"{self._say('before')}: {now['alt']}"}
        return {**now, "caption": caption, "before": was}

    def _section(self, id_: str, title: str, kind: str, codes: Iterable[str]) -> dict[str, object]:
        rows = [(self._say(scheme), self._cells(kind, code, scheme)) for code in codes for scheme in SCHEMES]
        return {"id": f"s-{id_}", "title": title, "rows": [row for row in rows if row[1]]}

    def _cells(self, group: str, lang: str, scheme: str) -> list[dict[str, object]]:
        return [self._shown(cell) for cell in self._groups.get((group, lang, scheme), ())]

    def _shown(self, cell: Cell) -> dict[str, object]:
        card, canvas = self._cards[cell], self._project.canvases[cell.size]
        language = self._project.library.languages.get(cell.lang)
        return {
            "file": card.file,
            "width": card.width,
            "height": card.height,
            "alt": card.alt,
            "lang": language.tag if language else cell.lang,
            "size": cell.size,
            "why": " ".join(problem.message for problem in card.problems),
            "caption": f"{cell.size} · {canvas.width}×{canvas.height}",
            "before": None,
        }

    def _nothing(self) -> dict[str, object]:
        return {"file": "", "why": self._say("no_entry")}

    def _languages(self) -> list[tuple[str, str]]:
        return [(language.name, f"{code}.html") for code, language in self._project.library.languages.items()]

    def _page(self, here: str, title: str, **content: object) -> str:
        names = [("title", "index.html"), ("changed", "changed.html"), ("torture", f"{TORTURE}.html")]
        menus = [
            (self._say("title"), [(self._say(key), href) for key, href in names]),
            (self._say("languages"), self._languages()),
            (self._say("kinds"), [(kind, f"kind-{kind}.html") for kind in card_words.KINDS]),
        ]
        values: dict[str, object] = {"intro": "", "table": None, "sections": [], **content}
        return _template().render(
            lang=self._language.tag,
            direction=self._language.direction,
            brand=self._project.library.settings.name,
            title=title,
            say=self._say,
            here=here,
            menus=menus,
            **values,
        )


@functools.cache
def _template() -> Template:
    source = (PACKAGE / "sheet" / "page.html").read_text(encoding="utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True).from_string(source)


def _style(brand: Brand) -> bytes:
    """The brand's colours and fonts before the rules."""
    rules = (PACKAGE / "sheet" / "sheet.css").read_text(encoding="utf-8")
    return f"{css.style(brand)}{rules}".encode()
