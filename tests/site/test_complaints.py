"""Every engine has its own words for the same faults; people get the file they wrote, and no traceback."""

from generator.site.complaints import problems
from generator.site.engines import ENGINES

MANIFEST = {"q/time/index.md": ("faq/delivery/time.en.md", 7)}
MKDOCS = """\
INFO    -  Building documentation to directory: /somewhere/site
WARNING -  Doc file 'q/time/index.md' contains a link 'x.md', but the target 'q/time/x.md' is not found.
ERROR   -  Config value 'theme': Unrecognised theme name.
"""
ZENSICAL = """\
\x1b[33mWarning:\x1b[0m page does not exist
    \x1b[38;5;246m╭─[\x1b[0m q/time/index.md:95:12 \x1b[38;5;246m]\x1b[0m
    \x1b[38;5;246m│\x1b[0m
 \x1b[38;5;246m95 │\x1b[0m See [this](\x1b[33mx.md\x1b[0m) and more.
 \x1b[38;5;240m   │\x1b[0m            \x1b[33m──┬─\x1b[0m
1 issue found
Traceback (most recent call last):
  File "/somewhere/zensical/main.py", line 81, in execute_build
RuntimeError: Aborted because --strict flag is set
"""


def said(engine: str, output: str) -> list[str]:
    found = problems(engine, output, MANIFEST, language="en", failed=True)
    return [str(problem).splitlines()[0] for problem in found]


def test_each_engine_has_a_reader() -> None:
    for engine in ENGINES:
        assert problems(engine, "", {}, language="en", failed=False) == []


def test_lines_of_mkdocs_and_properdocs() -> None:
    place = "faq/delivery/time.en.md:7:1: error AA120"
    for engine in ("mkdocs", "properdocs"):
        assert said(engine, MKDOCS) == [
            f"{place} Doc file 'q/time/index.md' contains a link 'x.md', but the target 'q/time/x.md' is not found.",
            "mkdocs.yml:1:1: error AA121 Config value 'theme': Unrecognised theme name.",
        ]


def test_drawings_of_zensical() -> None:
    assert said("zensical", ZENSICAL) == ["faq/delivery/time.en.md:7:1: error AA120 page does not exist: 'x.md'"]


def test_a_page_that_zensical_cannot_read_is_named() -> None:
    text = "Traceback (most recent call last):\nRuntimeError: error reading page metadata 'q/time/index.md': bad\n"
    assert said("zensical", text) == [
        "faq/delivery/time.en.md:7:1: error AA121 error reading page metadata 'q/time/index.md': bad"
    ]


def test_of_a_traceback_only_the_end_is_told() -> None:
    text = 'Traceback (most recent call last):\n  File "x.py"\njinja2.exceptions.TemplateSyntaxError: no such tag\n'
    assert said("mkdocs", text) == ["mkdocs.yml:1:1: error AA121 mkdocs stopped for en: no such tag"]


def test_an_engine_that_says_nothing_still_failed() -> None:
    assert said("properdocs", "") == ["mkdocs.yml:1:1: error AA121 properdocs stopped for en: "]
