"""A logo is safe to publish and good to see, or the line that names it is told why not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.brand import logos
from generator.content.organisation import BrandFile, Branding
from generator.problems import Severity
from tests.brand.conftest import DARK, LOGO, SVG, png


def said(root: Path, branding: Branding) -> list[str]:
    logo, problems = logos.read(root, branding)
    assert logo is None or not any(p.severity is Severity.ERROR for p in problems)
    assert all(problem.hint for problem in problems)
    return [f"{p.place.line}:{p.place.column} {p.code} {p.message}" for p in problems]


def test_both_variants_and_their_shape(folder: Path, branding: Branding) -> None:
    logo, problems = logos.read(folder, branding)

    assert problems == []
    assert logo
    assert (logo.light, b"#F6B" in logo.dark, logo.aspect) == (SVG, True, 3.0)
    assert logo.drawn["light"].width / logo.drawn["light"].height == pytest.approx(3, rel=0.01)
    assert logo.drawn["light"].digest != logo.drawn["dark"].digest


def test_one_logo_is_for_both_schemes(folder: Path, branding: Branding) -> None:
    logo, _ = logos.read(folder, replace(branding, logo_dark=None))

    assert logo
    assert logo.dark == logo.light
    assert list(logo.drawn) == ["light"], "cards put it on a plate where the ground is dark"


def test_a_brand_without_a_logo_has_the_built_in_mark(tmp_path: Path) -> None:
    assert logos.read(tmp_path, Branding()) == (None, [])


def test_a_png_is_a_logo_too(folder: Path, branding: Branding) -> None:
    (folder / "docs/logo.svg").write_bytes(png(300, 100))  # whatever it is called

    assert said(folder, branding) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "is not there below docs/"),
        (b"", "is neither a PNG nor an SVG"),
        (b"GIF89a", "is neither a PNG nor an SVG"),
        (png(300, 100)[:20], "is a broken PNG"),
        (png(5000, 4), "has 5000 × 4 pixels"),
        (png(900, 100), "is 9 times as wide as high; 8 times is the most"),
        (png(100, 201), "is more than twice as high as wide"),
        (b" " * 300_001, "is larger than 300 kB"),
    ],
)
def test_what_is_no_logo(folder: Path, content: bytes | None, message: str) -> None:
    (folder / "docs/a.png").write_bytes(content) if content is not None else None

    assert said(folder, Branding(logo=BrandFile(path="a.png", place=LOGO))) == [f"4:9 AA131 'a.png' {message}"]


@pytest.mark.parametrize("broken", [png(300, 100)[:60], png(300, 100).replace(b"IDAT", b"IDAX")])
def test_pixels_that_cannot_be_drawn(folder: Path, broken: bytes) -> None:
    (folder / "docs/a.png").write_bytes(broken)
    (found,) = said(folder, Branding(logo=BrandFile(path="a.png", place=LOGO)))

    assert found == "4:9 AA405 the logo cannot be used: it is damaged or no PNG file"


def test_a_small_png_is_taken_with_a_warning(folder: Path) -> None:
    (folder / "docs/a.png").write_bytes(png(60, 40))
    logo, problems = logos.read(folder, Branding(logo=BrandFile(path="a.png", place=LOGO)))

    assert logo
    assert [(p.severity, p.message) for p in problems] == [
        (Severity.WARNING, "'a.png' is only 40 pixels high and blurs on cards")
    ]


def test_a_dark_logo_of_another_shape_would_jump(folder: Path, branding: Branding) -> None:
    (folder / "docs/img/dark.svg").write_bytes(SVG.replace(b"30 10", b"20 10"))

    assert said(folder, branding) == [f"{DARK.line}:{DARK.column} AA131 'img/dark.svg' has another shape than 'logo'"]


@pytest.mark.parametrize(
    "path", ["../secret.svg", "/etc/passwd", "img/../../x.svg", "a\\b.svg", "a\0b.svg", "C:\\x.svg"]
)
def test_no_path_leads_out_of_docs(folder: Path, path: str) -> None:
    (folder / "secret.svg").write_bytes(SVG)
    (found,) = said(folder, Branding(logo=BrandFile(path=path, place=LOGO)))

    assert found.endswith("is not below docs/")


def test_no_link_leads_out_of_docs(folder: Path) -> None:
    (folder / "secret.svg").write_bytes(SVG)
    (folder / "docs/a.svg").symlink_to(folder / "secret.svg")
    (folder / "docs/out").symlink_to(folder, target_is_directory=True)
    for path in ("a.svg", "out/secret.svg"):
        (found,) = said(folder, Branding(logo=BrandFile(path=path, place=LOGO)))
        assert found.endswith("is a link, or lies behind one")


def test_a_folder_is_no_logo(folder: Path) -> None:
    (found,) = said(folder, Branding(logo=BrandFile(path="img", place=LOGO)))

    assert "'img'" in found


def test_the_folders_name_in_front_is_one_too_much(folder: Path) -> None:
    _, (problem,) = logos.read(folder, Branding(logo=BrandFile(path="docs/logo.svg", place=LOGO)))

    assert problem.hint == "write 'logo.svg': paths begin below docs/"
