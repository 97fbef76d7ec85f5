import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from generator.brand import Brand
from generator.problems import Problem
from generator.site import theme as themes
from generator.site.config import config
from generator.site.shape import Shape
from generator.site.theme import Theme

Make = Callable[..., tuple[dict[str, Any], list[Problem]]]


@pytest.fixture
def settings(shape: Shape, theme: Theme, brand: Brand) -> Make:
    def make(lang: str = "en", **project: object) -> tuple[dict[str, Any], list[Problem]]:
        content, problems = config(shape, lang, project, themes.assets(theme, brand))
        return yaml.safe_load(content), problems

    return make


def test_the_engine_makes_no_search_because_ours_is_used(settings: Make) -> None:
    made = settings()[0]
    assert made["plugins"] == [{"search": {"enabled": False}}]
    assert not [feature for feature in made["theme"]["features"] if feature.startswith("search")]


def test_the_search_speaks_the_language_in_every_plural(settings: Make) -> None:
    phrases = json.loads(settings("sr-Latn")[0]["extra"]["search"]["say"])
    assert phrases["search_count"] == {"one": "{count} odgovor", "few": "{count} odgovora", "other": "{count} odgovora"}
    assert phrases["search_none"] == "Za „{words}” nismo ništa pronašli."


def test_all_languages_share_the_searcher_and_each_says_its_own_code(settings: Make) -> None:
    source, other = (settings(code)[0]["extra"]["search"] for code in ("en", "sr-Latn"))
    assert other["worker"] == f"../{source['worker']}"
    assert (source["language"], other["language"]) == ("en", "sr-Latn")


def test_searches_are_reported_to_nobody_unless_it_is_asked_for(settings: Make) -> None:
    assert settings()[0]["extra"]["search"]["report"] == ""


def test_nothing_is_loaded_from_elsewhere(settings: Make) -> None:
    made, problems = settings(extra_css=["https://x.example/a.css", "own.css"], extra_javascript=["//x.example/a.js"])
    assert made["theme"]["font"] is False
    assert [made["extra_css"][-1], len(made["extra_javascript"])] == ["own.css", 1]
    assert [p.code for p in problems] == ["AA125", "AA125"]


def test_the_switch_would_go_stale_with_instant_navigation_so_it_is_left_out(settings: Make) -> None:
    made, _ = settings(
        theme={"name": "material", "features": ["navigation.instant", "navigation.instant.prefetch", "navigation.top"]}
    )
    assert made["theme"]["features"] == ["toc.follow", "navigation.top"]


def test_what_has_no_effect_is_said(settings: Make) -> None:
    _, problems = settings(site_name="Zrno", plugins=["blog"])
    assert [p.message for p in problems] == ["'plugins' has no effect here"]


def test_lines_for_plain_mkdocs_are_no_mistakes(settings: Make) -> None:
    made, problems = settings(hooks=["overrides/hook.py"], docs_dir="faq", site_dir="build/x", theme={"name": None})
    assert problems == []
    assert (made["docs_dir"], made["site_dir"], made["theme"]["name"], "hooks" in made) == (
        "docs",
        "site",
        "material",
        False,
    )


def test_other_languages_share_style_and_script_of_the_root(settings: Make, theme: Theme, brand: Brand) -> None:
    assets = themes.assets(theme, brand)
    assert settings("en")[0]["extra_css"] == [assets.stylesheet]
    assert settings("hr")[0]["extra_css"] == ["../" + assets.stylesheet]
    assert settings("hr")[0]["site_url"] == "https://faq.example.org/help/hr/"


def test_the_choice_of_colours_holds_in_all_languages(settings: Make) -> None:
    assert {settings(code)[0]["extra"]["scope"] for code in ("en", "hr")} == {"/help/"}


def test_the_language_of_the_page_is_the_tag_of_the_language(settings: Make) -> None:
    assert settings("sr-Latn")[0]["theme"]["language"] == "sr-Latn"


def test_attribute_lists_of_the_stock_extension_are_not_used(settings: Make) -> None:
    extensions = settings()[0]["markdown_extensions"]
    assert "attr_list" not in extensions
    assert "generator.site.safe_markdown" in extensions


def test_the_strictest_checks_of_the_engine_are_on(settings: Make) -> None:
    validation = settings()[0]["validation"]
    assert validation["links"] == {
        "not_found": "warn",
        "anchors": "warn",
        "absolute_links": "warn",
        "unrecognized_links": "ignore",
    }
