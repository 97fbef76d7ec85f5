"""Colours and typeface of a brand as the style sheets of site and desk begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.brand.brand import Brand
from generator.brand.typefaces import WEIGHTS, Typeface

_FORMATS = {"woff2": "woff2", "ttf": "truetype", "otf": "opentype"}
_OWN, _BUNDLED = "Brand", "Manrope"


def style(brand: Brand) -> str:
    """Custom properties `--aa-<token>` and `--aa-font`; files of fonts lie in `fonts/` beside the style sheet."""
    return f"{_fonts(brand.typeface)}{properties(brand.tokens.schemes)}"


def properties(schemes: Mapping[str, Mapping[str, str]]) -> str:
    """Colours of both schemes: as the reader's system has it, or as the site's switch says."""

    def block(selector: str, scheme: str) -> str:
        lines = "".join(f"  --aa-{name}: {color};\n" for name, color in sorted(schemes[scheme].items()))
        return f"{selector} {{\n  color-scheme: {scheme};\n{lines}}}\n"

    light, dark = block(":root, [data-md-color-scheme=default]", "light"), block("[data-md-color-scheme=slate]", "dark")
    return f"{light}@media (prefers-color-scheme: dark) {{\n{block(':root', 'dark')}}}\n{dark}"


def _fonts(typeface: Typeface) -> str:
    families = f"{_OWN}, {_BUNDLED}" if typeface.fonts else _BUNDLED
    faces = "".join(_faces(typeface))
    apart = "".join(f':root[lang="{tag}"] {{ --aa-font: {_BUNDLED}; }}\n' for tag in sorted(typeface.without))
    return f"{faces}:root {{ --aa-font: {families}; }}\n{apart}"


def _faces(typeface: Typeface) -> Iterator[str]:
    for weight, number in WEIGHTS.items():
        yield _face(_BUNDLED, number, f"Manrope-{number}.woff2")
        if font := typeface.fonts.get(weight):
            yield _face(_OWN, number, font.file)


def _face(family: str, weight: int, file: str) -> str:
    source = f'url(fonts/{file}) format("{_FORMATS[file.rpartition(".")[2]]}")'
    return f"@font-face {{ font-family: {family}; font-weight: {weight}; font-display: swap; src: {source}; }}\n"
