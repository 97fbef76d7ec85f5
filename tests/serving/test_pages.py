"""The site's server: what a host on the web would show, to this computer only; nothing of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.serving.pages import PortTakenError, site_server

if TYPE_CHECKING:
    from conftest import Person, Web


@pytest.mark.parametrize(("path", "text"), [("/", "site"), ("/q/parcel/", "a page"), ("/q/parcel/?a=b", "a page")])
def test_the_site_is_served_at_the_root(site: Web, path: str, text: str) -> None:
    assert site.get(path) == (200, text)


@pytest.mark.parametrize(
    "path",
    [
        "/nothing/",
        "/q/",  # no list of what is in a folder
        "/desk/",
        "/desk/data.js",
        "/desk/api/drafts",
        "/cards/",  # the contact sheet is the desk's
        "/../desk/data.js",
        "/%2e%2e/desk/data.js",
        "/..%2fdesk/data.js",
        "/q/../../work/secret.txt",
        "//work/secret.txt",
        "/%00",
    ],
)
def test_what_is_not_there_has_the_sites_own_page(site: Web, path: str) -> None:
    assert site.get(path) == (404, "not here")


def test_a_site_that_could_not_be_built_has_no_page_for_what_is_missing(site: Web, person: Person) -> None:
    (person.root / "build/site/404.html").unlink()
    assert site.get("/nothing/")[0] == 404


@pytest.mark.parametrize("host", ["evil.example:8000", "127.0.0.1.evil.example", "", "[::1]:8000", "127.0.0.1:80x"])
def test_another_host_name_is_refused(site: Web, host: str) -> None:
    assert site.ask("GET", "/", {"Host": host})[0] == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_is_taken(site: Web, method: str) -> None:
    assert site.ask(method, "/desk/api/edit", {"Host": "127.0.0.1:8000"}, b"{}")[0] == 501


def test_nothing_is_cached_or_taken_for_something_else(site: Web) -> None:
    headers = site.ask("HEAD", "/nothing", {"Host": "localhost:8000"})[2]
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "edit-token" not in str(headers)


def test_a_taken_port_is_named(site: Web, person: Person) -> None:
    with pytest.raises(PortTakenError, match=f"port {site.port}"):
        site_server(person.root, site.port)
