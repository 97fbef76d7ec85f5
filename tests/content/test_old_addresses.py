"""Addresses of another site: what each is called here, and which of them no page can have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.old_addresses import escaped, has_query, is_key, key_of, of_url


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("/faq/123.html", "faq/123.html"),
        ("/hc/en-us/articles/360012-Where", "hc/en-us/articles/360012-Where/"),
        ("/hc/en-us/articles/360012-Where/", "hc/en-us/articles/360012-Where/"),
        ("/faq/index.html", "faq/"),
        ("/a%C5%A1/%C4%8Daj", "aš/čaj/"),
        ("/index.php", "index.php/"),
        ("/index.php?action=artikel&id=5", "index.php?action=artikel&id=5"),
        ("/?p=5", "?p=5"),
    ],
)
def test_one_place_has_one_name(written: str, key: str) -> None:
    assert key_of(written) == key
    assert is_key(key)
    assert key_of("/" + escaped(key)) == key
    assert has_query(key) is ("?" in written)


@pytest.mark.parametrize(
    "written",
    [
        *("", "/", "faq", "//evil.test/x", "/a//b", "/../a", "/a/%2e%2e/b", "/a/..%2Fb", "/.git/config", "/a\\b"),
        *("/con", "/a/nul.html", "/a:b", "/_redirects", "/a#b", "/a%00", "/a%ff", "/a.", "/x?a b", "/x?é", "/a/*"),
        *("/a b", "/index.html"),
        *("/" + "a/" * 13, "/" + "a" * 200, "/a?" + "b" * 400),
    ],
)  # fmt: skip
def test_what_no_page_can_have_is_refused(written: str) -> None:
    assert key_of(written) is None


@given(st.text() | st.text("/.%ab?2eE-_~ ").map("/".__add__))
def test_a_key_stays_inside_and_is_its_own_name(written: str) -> None:
    key = key_of(written)
    if key is not None:
        assert is_key(key)
        assert ".." not in key.partition("?")[0].split("/")
        assert not key.startswith(("/", "."))


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://old.test/faq/1.html", "/faq/1.html"),
        ("https://old.test/index.php?id=5", "/index.php?id=5"),
        ("https://old.test/faq#cost", ""),
        ("https://old.test/", ""),
        ("ftp://old.test/a", ""),
        ("/faq/1.html", ""),
        ("https://[broken/faq", ""),
    ],
)
def test_an_absolute_address_gives_path_and_query(url: str, address: str) -> None:
    assert of_url(url) == address
