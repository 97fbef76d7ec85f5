"""A policy that fits exactly one page."""

import base64
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.finishing import finish, policy

PAGE = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>T</title></head><body>{}</body></html>'
)


def sha(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def test_the_policy_stands_right_behind_the_charset() -> None:
    made = finish(PAGE.format(""))
    assert '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; ' in made
    assert made.replace(re.findall(r"\n<meta http-equiv[^>]*>", made)[0], "") == PAGE.format("")


@pytest.mark.parametrize("head", ["<head>", '<head prefix="og: x">'])
def test_without_a_charset_it_is_the_first_in_the_head(head: str) -> None:
    made = finish(f"<html>{head}<title>T</title></head><body></body></html>")
    assert f'{head}\n<meta http-equiv="Content-Security-Policy"' in made


def test_minified_pages_get_one_too() -> None:
    made = finish("<!doctype html><html lang=en><head><meta charset=utf-8><title>T</title></head>")
    assert '<meta charset=utf-8>\n<meta http-equiv="Content-Security-Policy"' in made


def test_a_header_element_is_no_head() -> None:
    assert finish("<header>Hello</header>") == "<header>Hello</header>"


def test_inline_scripts_are_allowed_by_their_hash_once_each() -> None:
    rules = policy(PAGE.format("<script>a()</script><script type=module>č()</script><script>a()</script>"))
    assert f"script-src 'self' {sha('a()')} {sha('č()')};" in rules


def test_styles_come_from_files() -> None:
    assert "style-src 'self';" in policy(PAGE.format(""))


def test_searches_without_an_answer_may_be_told_to_their_address_and_else_nobody() -> None:
    assert "connect-src 'self';" in policy(PAGE.format('<dialog class="aa-box" data-home=".">'))
    box = '<dialog class="aa-box" data-aa-report="https://ask.example/searches" data-language="hr">'
    assert "connect-src 'self' https://ask.example/searches;" in policy(PAGE.format(box * 2))


def test_words_on_a_page_open_no_connection() -> None:
    written = (
        '&lt;dialog data-aa-report="https://evil.example/"&gt; <p title=\'data-aa-report="https://evil.example/"\'>'
    )
    assert "connect-src 'self';" in policy(PAGE.format(written))


def test_line_ends_are_hashed_as_a_browser_reads_them() -> None:
    assert sha("a()\nb()\nc()") in policy(PAGE.format("<script>a()\r\nb()\rc()</script>"))


@pytest.mark.parametrize(
    "data",
    [
        '<script src="assets/site.js"></script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        '<script id="__config" type="application/json">{}</script>',
    ],
)
def test_files_and_data_need_no_hash(data: str) -> None:
    assert "script-src 'self';" in policy(PAGE.format(data))


def test_forms_may_be_sent_to_exactly_their_target_and_else_nowhere() -> None:
    assert "form-action 'none';" in policy(PAGE.format('<form class="search"><input></form>'))
    form = '<form class="a" method="post" action="https://forms.example/faq?a=1&amp;b=2">'
    assert "form-action https://forms.example/faq;" in policy(PAGE.format(form * 2))


def test_a_form_that_leads_to_this_site_may_be_sent_there() -> None:
    assert "form-action 'self';" in policy(PAGE.format('<form class="find" action="../../">'))


def test_an_address_cannot_end_its_rule() -> None:
    rules = policy(PAGE.format('<form action="https://x.example/;script-src * &quot;,">'))
    assert rules.count(";") == 8
    assert '"' not in rules


@given(st.text(alphabet="<>/script head\n'\"=;a", max_size=80))
def test_doing_it_twice_changes_nothing(body: str) -> None:
    once = finish(PAGE.format(body))
    assert finish(once) == once
