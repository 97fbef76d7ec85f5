import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

EXTENSIONS = ["tables", "sane_lists", "fenced_code", "admonition", "toc", "generator.site.safe_markdown"]


def render(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<script>\nalert(1)\n</script>",
        "```\n<script>alert(1)</script>",
        "   ```\n<script>alert(1)</script>\n   ```",
        "`a\n<script>alert(1)</script>\n`",
        "<img src=x onerror=alert(1) //",
        "- a\n    - <div onclick=alert(1)>",
        '!!! note "<script>alert(1)</script>"\n    text',
        "| a |\n| - |\n| <script>alert(1)</script> |",
    ],
)
def test_html_shows_as_text_wherever_it_hides(text: str) -> None:
    assert not re.search(r"<(script|img|div onclick)", render(text))


@pytest.mark.parametrize(
    "text",
    [
        "## Head {#id onclick=alert(1)}",
        "text\n{: onclick=alert(1) }",
        "[a](https://x.example){: onclick=alert(1) }",
        '``` { .py onclick="alert(1)" }\nx\n```',
    ],
)
def test_no_attribute_comes_from_an_answer(text: str) -> None:
    assert not re.search(r"<[^>]*\sonclick", render(text))


def test_a_heading_keeps_its_id() -> None:
    assert '<h2 id="costs">' in render("## What *it* costs {#costs}")
    assert '<h2 id="costs">' in render("## Costs {#costs}")


def test_harmless_tags_without_attributes_stay() -> None:
    assert render("H<sub>2</sub>O<br>10<sup>3</sup> <kbd>A</kbd>") == (
        "<p>H<sub>2</sub>O<br>10<sup>3</sup> <kbd>A</kbd></p>"
    )
    assert "&lt;sub onclick" in render("<sub onclick=alert(1)>x</sub>")


@pytest.mark.parametrize(
    "target", ["https://a.example/?b=1&c=2", "mailto:a@b.example", "tel:+385", "../../q/a/#b", "#b"]
)
def test_links_to_pages_mails_and_calls_stay(target: str) -> None:
    assert f'href="{target.replace("&", "&amp;")}"' in render(f"[a]({target})")


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "java\u200bscript:x",
        "javascript&#58;x",
        "&#106;avascript:x",
        "data:text/html,x",
        "vbscript:x",
    ],
)
def test_links_that_run_code_lose_their_address(target: str) -> None:
    assert "href" not in render(f"[a]({target})")
    assert "href" not in render(f"[a]\n\n[a]: {target}")


def test_pictures_of_other_hosts_are_not_asked_for() -> None:
    assert 'src="a/b.png"' in render("![a](a/b.png)")
    for source in ("https://x.example/a.png", "//x.example/a.png", "\\\\x.example/a.png", "data:image/png,x"):
        assert "src" not in render(f"![a]({source})")


@given(st.text(alphabet="<>&\"'`~{}#![]():/= \n\tabonclickript-!*_|\\", max_size=120))
def test_no_text_makes_a_tag_with_a_handler(text: str) -> None:
    assert not re.search(r"<[a-z]+[^>\"]*\son\w+\s*=", re.sub(r'"[^"]*"', '""', render(text)))


def test_an_extension_that_an_engine_adds_does_not_read_code_in_its_own_way() -> None:
    text = "```html\n<b>{{ 1 }}</b>\n```"
    ours = markdown.markdown(text, extensions=["fenced_code", "generator.site.safe_markdown"])
    added = ["fenced_code", "generator.site.safe_markdown", "pymdownx.superfences"]
    assert markdown.markdown(text, extensions=added) == ours


def test_a_heading_is_found_by_its_former_ids_too() -> None:
    assert render("## What it costs {#costs\ue000price\ue000cena}\n") == (
        '<h2 id="costs"><span id="cena"></span><span id="price"></span>What it costs</h2>'
    )
    assert 'id="costs"' in render("## *What* it {#costs\ue000price}\n")


def test_a_heading_without_an_id_gets_one_of_its_words_in_any_alphabet() -> None:
    page = render("## Цена доставе\n\n## Цена доставе\n\n## Trošak\n\n## 東京\n\n## ###\n")
    assert re.findall(r'id="([^"]+)"', page)[:4] == ["tsena-dostave", "tsena-dostave-2", "trosak", "part"]
    assert "_1" not in page


def test_an_id_made_of_words_is_never_one_that_another_heading_has_or_had() -> None:
    page = render("## Price\n\n## Cost\n\n## What {#cost\ue000price}\n")
    ids = re.findall(r'id="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))
    assert ids[2:] == ["cost", "price"]
