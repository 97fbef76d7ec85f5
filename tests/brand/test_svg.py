"""Drawings are published as they are, so nothing in one may run, load or hide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brand import svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 10"'


def drawn(inside: str, head: str = HEAD) -> bytes:
    return f"{head}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h40v10z" fill="#C08"/>',
        '<defs><linearGradient id="a"><stop stop-color="red"/></linearGradient></defs><rect fill="url(#a)"/>',
        '<defs><circle id="c" r="2"/></defs><use xlink:href="#c"/>',
        "<style>.a{fill:url( '#a' )}</style><g class='a' style='stroke:red'/>",
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
        '<i:namedview xmlns:i="http://www.inkscape.org/namespaces/inkscape"/>',
    ],
)
def test_what_drawing_programs_write(inside: str) -> None:
    assert svg.size(drawn(inside)) == (40, 10)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (drawn("<script>alert(1)</script>"), "has <script>"),
        (drawn('<path onclick="alert(1)"/>'), "has a script"),
        (drawn("", f'{HEAD} onload="alert(1)"'), "has a script"),
        (drawn("<foreignObject/>"), "has <foreignObject>"),
        (drawn('<a xlink:href="javascript:alert(1)"/>'), "has <a>"),
        (drawn('<set attributeName="href" to="javascript:alert(1)"/>'), "has <set>"),
        (drawn('<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>'), "has <script>, which is no SVG"),
        (drawn('<image href="https://spy.example/x.png"/>'), "has <image>"),
        (drawn('<use xlink:href="https://spy.example/x.svg#a"/>'), "loads something from elsewhere"),
        (drawn('<use href="data:image/svg+xml,x"/>'), "loads something from elsewhere"),
        (drawn('<rect fill="url(https://spy.example/x)"/>'), "has a style"),
        (drawn("<style>@import 'https://spy.example/x.css'</style>"), "has a style"),
        (drawn("<style>a{fill:u\\72l(//x)}</style>"), "has a style"),
        (drawn("<text>Zrno</text>"), "has <text>"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + drawn("&a;"), "has a DOCTYPE"),
        (b'<?xml-stylesheet href="https://spy.example/x.css"?>' + drawn(""), "has a processing instruction"),
        (drawn("", '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"'), "has no viewBox"),
        (drawn("", HEAD.replace("0 0 40 10", "0 0 0 10")), "has no viewBox"),
        (drawn("", HEAD.replace("0 0 40 10", "0 0 nan inf")), "has no viewBox"),
        (b"<html></html>", "is no SVG"),
        (b"<svg", "is no SVG: unclosed token in line 1"),
        (b'<?xml version="1.0" encoding="klingon"?><svg/>', "is no SVG"),
        (drawn("<g>" * 6000 + "</g>" * 6000), "has more than 5000 elements"),
    ],
)
def test_what_a_logo_may_not_have(content: bytes, message: str) -> None:
    with pytest.raises(svg.UnfitError) as found:
        svg.size(content)
    assert str(found.value.args[0]).startswith(message)
    assert found.value.args[1]


@given(st.binary(max_size=200), st.sampled_from([b"", HEAD.encode(), drawn("<g/>")]))
def test_no_bytes_raise_anything_else(content: bytes, before: bytes) -> None:
    try:
        width, height = svg.size(before + content)
    except svg.UnfitError:
        return
    assert width > 0
    assert height > 0
