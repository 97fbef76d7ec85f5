"""Which font files cards are set in: a brand's own, then the bundled ones, then those a project brings along."""

from __future__ import annotations

import functools
import hashlib
import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from generator.problems import Place, Problem

WEIGHTS: Mapping[str, int] = {"medium": 500, "bold": 700, "heavy": 800}
"""As styles of cards name them, and as font files number them."""
BRAND = ""
"""The first family's name, whatever its files are called."""

_FOLDER = Path(__file__).parent.parent / "data" / "fonts"
_BUNDLED = ("Manrope", "NotoSansArabic", "NotoSansHebrew")
_SUFFIXES = frozenset({".ttf", ".otf"})
_FAMILY = re.compile(r"^(.+?)(?:[-_\[].*)?$")


@dataclass(frozen=True, slots=True)
class FontFile:
    """A file by its content, so that a changed file is another value."""

    digest: str
    weight: int
    variable: bool = False
    """Whether it can take any weight."""
    path: str = field(default="", compare=False, repr=False)
    """Where it lies; says nothing of what is drawn."""
    content: bytes = field(default=b"", compare=False, repr=False)
    """Of a file that was read already."""

    def blob(self) -> Any:  # noqa: ANN401 - HarfBuzz has no types
        """What HarfBuzz opens."""
        return hb.Blob(self.content) if self.content else hb.Blob.from_file_path(self.path)


@dataclass(frozen=True, slots=True)
class Family:
    """The files of one design; not every weight need be there."""

    name: str
    files: tuple[FontFile, ...]

    def file(self, weight: str) -> FontFile:
        """The one nearest to a weight, the heavier of two."""
        wanted = WEIGHTS[weight]
        return min(self.files, key=lambda file: (abs(file.weight - wanted) * (not file.variable), -file.weight))


@dataclass(frozen=True, slots=True)
class Typeface:
    """Families in the order in which they are asked for a character; the first is the brand's.

    Fonts of the system are never among them: the same words give the same card on every machine.
    """

    families: tuple[Family, ...]
    digest: str = field(init=False, repr=False, compare=False)
    """Of all its files, for keys of what was drawn with them."""

    def __post_init__(self) -> None:
        content = "\n".join(
            f"{family.name} {file.weight} {file.digest}" for family in self.families for file in family.files
        )
        object.__setattr__(self, "digest", hashlib.sha256(content.encode()).hexdigest())

    def __hash__(self) -> int:
        return hash(self.digest)  # asked for at every word

    def family(self, name: str) -> Family:
        """Raises KeyError for a name it does not have."""
        for family in self.families:
            if family.name == name:
                return family
        raise KeyError(name)


@functools.cache
def bundled() -> Typeface:
    """Manrope, and Noto Sans for Arabic and Hebrew."""
    return Typeface(tuple(_family(BRAND if name == "Manrope" else name, _files(name)) for name in _BUNDLED))


def typeface(
    brand: Mapping[str, Path | bytes] = {},
    extra: Iterable[Path] = (),
    place: Place = Place("faq/faq.yml"),  # noqa: B008 - frozen
) -> tuple[Typeface, list[Problem]]:
    """The bundled families behind a brand's own files (weight -> file) and before a project's, by their names' order.

    A file that holds no font is AA407 and left out; `place` is where the brand names its files.
    """
    problems: list[Problem] = []
    own = [_read(source, place, problems, WEIGHTS[weight]) for weight, source in brand.items()]
    families = list(bundled().families)
    if files := tuple(filter(None, own)):
        families = [Family(BRAND, files), Family(_BUNDLED[0], families[0].files), *families[1:]]
    taken = {family.name for family in families}
    for name, paths in itertools.groupby(sorted(extra, key=_order), key=lambda path: _name(path.name)):
        found = [_read(path, Place(f"faq/_data/fonts/{path.name}"), problems) for path in paths]
        if (files := tuple(filter(None, found))) and name not in taken:
            families.append(Family(name, files))
            taken.add(name)
    return Typeface(tuple(families)), problems


def project_fonts(folder: Path) -> list[Path]:
    """The font files in a project's `faq/_data/fonts`, if there is one; links that lead elsewhere are not followed."""
    found = sorted(folder.iterdir(), key=_order) if folder.is_dir() else []
    return [path for path in found if path.suffix.lower() in _SUFFIXES and path.is_file() and not path.is_symlink()]


def _order(path: Path) -> tuple[str, str]:
    return _name(path.name), path.name


def _files(name: str) -> list[Path]:
    return sorted(_FOLDER.glob(f"{name}-*.ttf"))


def _family(name: str, paths: Iterable[Path]) -> Family:
    return Family(
        name, tuple(FontFile(_digest(path.read_bytes()), int(path.stem[-3:]), path=str(path)) for path in paths)
    )


def _name(file: str) -> str:
    """`NotoSansJP` of `NotoSansJP-Bold.ttf` and of `NotoSansJP[wght].ttf`."""
    match = _FAMILY.match(Path(file).stem)
    return match[1] if match else file


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read(source: Path | bytes, place: Place, problems: list[Problem], weight: int = 0) -> FontFile | None:
    """The file with the weight it is asked for, or else the one it says it has."""
    name = source.name if isinstance(source, Path) else "font"
    try:
        content = source.read_bytes() if isinstance(source, Path) else source
    except OSError:
        problems.append(Problem(place, "AA407", f"'{name}' cannot be read", "see that the file is there and readable"))
        return None
    opened = hb.Face(hb.Blob(content))
    if not opened.glyph_count:
        hint = "cards are set in TrueType or OpenType fonts: files ending in .ttf or .otf"
        problems.append(Problem(place, "AA407", f"'{name}' holds no font", hint))
        return None
    own = weight or round(hb.Font(opened).get_style_value(hb.StyleTag.WEIGHT))
    variable = any(axis.tag == "wght" for axis in opened.axis_infos)
    if isinstance(source, Path):
        return FontFile(_digest(content), own, variable, path=str(source))
    return FontFile(_digest(content), own, variable, content=content)
